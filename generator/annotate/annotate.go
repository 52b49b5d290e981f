// Package annotate returns to people what they sent, with remarks: their own workbook,
// untouched but for red fill and notes in the faulty cells, and a first sheet
// «Замечания» that lists the mistakes with links to the cells.
//
// The workbook is not loaded and saved anew: no library keeps all that Excel, 1C and
// others put into one. Its parts are changed by the letter, at the few places where
// something is added, and all others are copied as they are compressed.
//
// Errors are *sheet.Refusal: the book is so damaged that nothing can be put into it,
// and List is what remains.
package annotate

import (
	"cmp"
	"slices"
	"strings"

	"doklad/generator/sheet"
)

// The bounds of the work.
const (
	maxRemarks  = 5000 // that are shown
	maxUnpacked = 96 << 20
	maxDepth    = 200
	maxNote     = 8000 // characters
	maxText     = 32_000

	maxRow    = 1 << 20 // Excel's own
	maxColumn = 1 << 14
)

// Remark is one mistake at a cell. Row 0: of the file as a whole, or of its sheet.
type Remark struct {
	Sheet       string // as in the workbook; empty in a text table
	Row, Column int
	Grave       bool   // an error, shown red; otherwise a warning, pale orange
	Text, Hint  string // what is wrong; what to do
}

// Heading is what the first sheet says over the list.
type Heading struct {
	Title string
	Lines []string
}

// Workbook returns the sent workbook with the remarks. It must be one that package
// sheet can open.
func Workbook(raw []byte, h Heading, remarks []Remark) ([]byte, error) {
	book, err := sheet.Open("", raw)
	if err != nil {
		return nil, err
	}
	if book.Sheets[0].Part() == "" {
		return nil, damaged("ZIP")
	}
	return returned(raw, book.Sheets, h, remarks)
}

// List is a workbook of the sheet «Замечания» alone, for what cannot be opened.
func List(h Heading, remarks []Remark) ([]byte, error) {
	raw, err := blank()
	if err != nil {
		return nil, err
	}
	return returned(raw, nil, h, remarks)
}

// returned puts the remarks into the archive whose sheets these are.
func returned(raw []byte, sheets []*sheet.Sheet, h Heading, remarks []Remark) ([]byte, error) {
	p, err := openPack(raw)
	if err != nil {
		return nil, err
	}
	placed, err := arrange(sheets, remarks)
	if err != nil {
		return nil, err
	}
	w, err := openWorkbook(p)
	if err != nil {
		return nil, err
	}
	if w.styles == nil {
		if err := w.makeStyles(sheets); err != nil {
			return nil, err
		}
	}
	for _, s := range sheets {
		if err := w.mark(s.Part(), marksOf(s, placed)); err != nil {
			return nil, err
		}
	}
	if err := w.unselect(); err != nil {
		return nil, err
	}
	if err := w.first(listOf(h, remarks, placed, w.styles)); err != nil {
		return nil, err
	}
	if err := w.save(); err != nil {
		return nil, err
	}
	return p.bytes(w.part)
}

// placed is a remark and where it stands in the book.
type placed struct {
	Remark
	sheet *sheet.Sheet // nil: of the file as a whole
	order int          // of the sheet
	alone bool         // the book has no other sheet
}

// arrange puts errors before warnings, then by their places, and keeps as many as are
// shown.
func arrange(sheets []*sheet.Sheet, remarks []Remark) ([]placed, error) {
	all := make([]placed, len(remarks))
	for i, r := range remarks {
		all[i] = placed{Remark: r, order: -1, alone: len(sheets) == 1}
		if n := slices.IndexFunc(sheets, func(s *sheet.Sheet) bool { return strings.EqualFold(s.Name, r.Sheet) }); n >= 0 {
			all[i].sheet, all[i].order = sheets[n], n
		}
	}
	slices.SortStableFunc(all, inOrder)
	all = all[:min(len(all), maxRemarks)]
	if err := anchor(all); err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, inOrder)
	return all, nil
}

func inOrder(a, b placed) int {
	return cmp.Or(cmp.Compare(weight(a), weight(b)), cmp.Compare(a.order, b.order), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
}

// anchor says of the cell that is seen what is said of one that is merged into it.
func anchor(all []placed) error {
	merged := map[*sheet.Sheet][]sheet.Range{}
	for i := range all {
		p := &all[i]
		if p.sheet == nil {
			continue
		}
		ranges, known := merged[p.sheet]
		if !known {
			var err error
			if ranges, err = judged(p.sheet); err != nil {
				return err
			}
			merged[p.sheet] = ranges
		}
		if n := slices.IndexFunc(ranges, func(m sheet.Range) bool { return m.Has(p.Row, p.Column) }); n >= 0 {
			p.Row, p.Column = ranges[n].Top, ranges[n].Left
		}
	}
	return nil
}

func weight(p placed) int {
	if p.Grave {
		return 0
	}
	return 1
}

// judged reads a sheet to its end, so that only what is in order is changed; the
// merged ranges are what it gives.
func judged(s *sheet.Sheet) ([]sheet.Range, error) {
	for _, err := range s.Rows() {
		if err != nil {
			return nil, err
		}
	}
	return s.Merged()
}

// cell reports whether the remark is of a cell that a sheet can have.
func (p placed) cell() bool {
	return p.sheet != nil && 1 <= p.Row && p.Row <= maxRow && 1 <= p.Column && p.Column <= maxColumn
}

// words are the remark as a note says it.
func (p placed) words() string {
	text := "Ошибка: " + p.Text
	if !p.Grave {
		text = "Предупреждение: " + p.Text
	}
	if p.Hint != "" {
		text += "\nЧто сделать: " + p.Hint
	}
	return text
}

// marksOf are the cells of a sheet that have remarks, in the order of the sheet.
func marksOf(s *sheet.Sheet, all []placed) (marks []mark) {
	at := map[[2]int]int{}
	for _, p := range all {
		if p.sheet != s || !p.cell() {
			continue
		}
		cell := [2]int{p.Row, p.Column}
		i, known := at[cell]
		if !known {
			at[cell] = len(marks)
			marks = append(marks, mark{p.Row, p.Column, p.Grave, p.words()})
			continue
		}
		marks[i].grave = marks[i].grave || p.Grave
		marks[i].text += "\n\n" + p.words()
	}
	slices.SortFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	return marks
}
