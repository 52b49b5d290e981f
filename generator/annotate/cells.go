package annotate

import (
	"fmt"
	"strconv"
	"strings"

	"doklad/generator/sheet"
)

// cells changes the part of one sheet: the looks of the faulty cells, and the link to
// the notes. Rows and cells ascend, for package sheet has read them all before.
type cells struct {
	*cursor
	edits
	marks  []mark // ascending; those before next are done
	next   int
	styles *styles
	grid   grid

	dimension element
	drawing   string // the Id of the VML part; empty: none yet
	drawingAt int    // where <legacyDrawing> is to stand
}

// mark is one cell with all that is said of it.
type mark struct {
	row, column int
	grave       bool
	text        string // of the note
}

// after are the children of a worksheet that stand behind <legacyDrawing>.
const after = " legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst "

func openCells(part string, text []byte, marks []mark, looks *styles) (*cells, error) {
	c, root, err := enter(part, text, "worksheet")
	if err != nil {
		return nil, err
	}
	s := &cells{cursor: c, marks: marks, styles: looks, grid: newGrid(), drawingAt: root.to}
	for e := range c.children() {
		switch e.name {
		case "dimension":
			s.dimension = e
		case "sheetViews":
			s.unselect()
		case "sheetFormatPr":
			s.grid.defaults(c, e)
		case "cols":
			s.grid.widths(c)
		case "sheetData":
			s.rows(e)
		case "legacyDrawing":
			s.drawing = linkID(c.text[e.from:e.to])
		}
		if c.end(e); e.name != "" && !strings.Contains(after, " "+e.name+" ") {
			s.drawingAt = c.at
		}
	}
	s.widen()
	return s, c.err
}

// linkID is the value of r:id, whatever prefix the namespace of relationships has.
func linkID(tag []byte) string {
	for at := nameEnd(tag); at < len(tag); {
		at += spaces(tag[at:])
		n := nameEnd(tag[at:])
		name := string(tag[at : at+n])
		if from, to := findAttr(tag, name); from > 0 {
			if prefix, local, ok := strings.Cut(name, ":"); ok && local == "id" && prefix != "xml" {
				return attr(tag, name)
			}
			n = to + 1 - at
		}
		at += max(n, 1)
	}
	return ""
}

// unselect lets another sheet be the one that is shown.
func (s *cells) unselect() {
	for e := range s.children() {
		if e.name == "sheetView" {
			s.edits.drop(s.cursor, e, "tabSelected")
		}
	}
}

func (s *cells) rows(data element) {
	last := 0
	for e := range s.children() {
		if e.name != "row" {
			continue
		}
		last = number(s.attr(e, "r"), last+1)
		s.edits.put(e.from, s.newRows(last))
		s.grid.row(s.cursor, e, last)
		if s.next < len(s.marks) && s.marks[s.next].row == last {
			s.row(e, last)
		}
	}
	s.edits.fill(s.cursor, data, s.from, s.newRows(1<<30))
}

// row changes the cells of a row that is there.
func (s *cells) row(row element, at int) {
	style := -1
	if s.attr(row, "customFormat") == "1" || s.attr(row, "customFormat") == "true" {
		style = number(s.attr(row, "s"), -1)
	}
	column, inserted := 0, false
	for e := range s.children() {
		if e.name != "c" {
			continue
		}
		if _, c, ok := cellAt(s.attr(e, "r")); ok {
			column = c
		} else {
			column++
		}
		xml := s.newCells(at, column, style)
		inserted = inserted || xml != ""
		s.edits.put(e.from, xml)
		if m := s.current(at); m != nil && m.column == column {
			s.edits.set(s.cursor, e, "s", strconv.Itoa(s.styles.shade(number(s.attr(e, "s"), 0), m.grave)))
			s.next++
		}
	}
	xml := s.newCells(at, 1<<30, style)
	s.edits.fill(s.cursor, row, s.from, xml)
	if inserted || xml != "" {
		s.edits.drop(s.cursor, row, "spans") // only a hint, which a new cell may make wrong
	}
}

// current is the first mark that is not done, if it stands in this row.
func (s *cells) current(row int) *mark {
	if s.next < len(s.marks) && s.marks[s.next].row == row {
		return &s.marks[s.next]
	}
	return nil
}

// newRows are the rows of marks above a row, which are not there.
func (s *cells) newRows(above int) string {
	var b strings.Builder
	for s.next < len(s.marks) && s.marks[s.next].row < above {
		row := s.marks[s.next].row
		fmt.Fprintf(&b, `<%[1]srow r="%[2]d">%[3]s</%[1]srow>`, s.prefix, row, s.newCells(row, 1<<30, -1))
	}
	return b.String()
}

// newCells are the cells of marks left of a column, which are not there. They look
// as an empty cell did there: by the row's style, or else the column's.
func (s *cells) newCells(row, before, style int) string {
	var b strings.Builder
	for m := s.current(row); m != nil && m.column < before; m = s.current(row) {
		look := style
		if look < 0 {
			look = s.grid.style(m.column)
		}
		fmt.Fprintf(&b, `<%sc r="%s" s="%d"/>`, s.prefix, sheet.CellName(row, m.column), s.styles.shade(look, m.grave))
		s.next++
	}
	return b.String()
}

// widen makes the hint where the cells stand true for the new ones; some readers go
// by it.
func (s *cells) widen() {
	if s.dimension.name == "" {
		return
	}
	from, to, two := strings.Cut(s.attr(s.dimension, "ref"), ":")
	if !two {
		to = from
	}
	top, left, ok1 := cellAt(from)
	bottom, right, ok2 := cellAt(to)
	if !ok1 || !ok2 {
		return
	}
	old := [4]int{top, left, bottom, right}
	for _, m := range s.marks {
		top, bottom = min(top, m.row), max(bottom, m.row)
		left, right = min(left, m.column), max(right, m.column)
	}
	if old != [4]int{top, left, bottom, right} {
		s.edits.set(s.cursor, s.dimension, "ref", sheet.CellName(top, left)+":"+sheet.CellName(bottom, right))
	}
}

// draw links the sheet to the VML part of its notes.
func (s *cells) draw(id, space string) {
	s.edits.put(s.drawingAt, prefixed(s.prefix, `<legacyDrawing xmlns:r="`+space+`" r:id="`+id+`"/>`))
}

// number reads digits; what is not one is the other number.
func number(digits string, other int) int {
	if n, err := strconv.ParseUint(digits, 10, 30); err == nil {
		return int(n)
	}
	return other
}

// cellAt reads D17.
func cellAt(ref string) (row, column int, ok bool) {
	letters := strings.TrimRight(ref, "0123456789")
	for _, c := range []byte(letters) {
		if c < 'A' || c > 'Z' || column > maxColumn {
			return 0, 0, false
		}
		column = column*26 + int(c-'A'+1)
	}
	row = number(ref[len(letters):], 0)
	return row, column, 1 <= row && row <= maxRow && 1 <= column && column <= maxColumn
}
