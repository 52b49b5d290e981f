package xlsx

import (
	"math/rand/v2"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// firstFit counts lines as spreadsheet programs break them: word after word, as
// many as fit.
func firstFit(text string, face *typeset.Face, size, width float64) int {
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for i, word := range strings.Split(paragraph, " ") {
			w := face.Width(word, size)
			if i > 0 && used+face.Width(" ", size)+w > width {
				lines++
				used = 0
			} else if i > 0 {
				used += face.Width(" ", size)
			}
			for w > width { // a word that does not fit is cut
				lines++
				w -= width * 0.95
			}
			used += w
		}
	}
	return lines
}

// programs are those that the rows must be high enough for: the width of a unit
// of columns, what a cell keeps free, and the height of a line, in points.
var programs = []struct {
	name               string
	unit, free, indent float64
	line, above        float64
}{
	{"LibreOffice", 5.5, 2, 8.25, 1.15 * bodySize, 0.5},
	{"Excel, narrow columns", 5.25, 3.75, 6.75, 15, 0},
	{"Excel, wide columns", 6, 3.75, 7.5, 15, 0},
}

func TestRowsAreHighEnough(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		s := randomSheet(random)
		f := open(t, mustWrite(t, s))
		name := f.GetSheetName(0)
		first := headerOf(t, s) + 1
		for r, row := range s.Table.Rows {
			height := must[float64](t)(f.GetRowHeight(name, first+r))
			if height >= highestRow {
				continue
			}
			for c, cell := range row.Cells {
				units := must[float64](t)(f.GetColWidth(name, columnName(c)))
				face, indent := typeset.Tinos().Regular, bodyLook(s.Table.Columns[c].Align).indent
				if row.Section {
					face, indent, units = typeset.Tinos().Bold, 1, 0
					for i := range s.Table.Columns {
						units += must[float64](t)(f.GetColWidth(name, columnName(i)))
					}
				}
				for _, p := range programs {
					lines := firstFit(cell.Text, face, bodySize, units*p.unit-p.free-float64(indent)*p.indent)
					if need := float64(lines)*p.line + p.above; need > height {
						t.Fatalf("%s: row %d is %.1f high, %d lines of %q need %.1f", p.name, r, height, lines, cell.Text, need)
					}
				}
			}
		}
	}
}

func columnName(i int) string { return strings.TrimRight(ref(i, 1), "1") }

// headerOf finds the header by its first cell.
func headerOf(t testing.TB, s Sheet) int {
	p, _ := lay("Л", s)
	return p.header
}

func TestColumnWidths(t *testing.T) {
	total := func(widths []float64) (sum float64) {
		for _, w := range widths {
			sum += w
		}
		return sum
	}
	t.Run("fill the page and break no word", func(t *testing.T) {
		s := roadmap()
		widths := columnWidths(s.Table, true, 1, nil)
		if got := total(widths); got < pageWidth-5 || got > pageWidth {
			t.Error("total", got)
		}
		for i, column := range s.Table.Columns {
			for _, word := range strings.Fields(column.Header) {
				if headerFont.width(word) > room(widths[i], 0) {
					t.Errorf("%q is broken at %v", word, widths[i])
				}
			}
		}
		if widths[1] < widths[3] || widths[0] > 45 {
			t.Error("badly shared", widths)
		}
	})
	t.Run("as wanted, in millimetres", func(t *testing.T) {
		s := roadmap()
		s.Table.Columns[3].Width = 50
		widths := columnWidths(s.Table, true, 1, nil)
		if got := widths[3] / millimetre; got < 49.5 || got > 50.5 {
			t.Error(got)
		}
		if got := total(widths); got < pageWidth-5 || got > pageWidth {
			t.Error("total", got)
		}
	})
	t.Run("a small table stays small", func(t *testing.T) {
		if got := total(columnWidths(table([]string{"Школа", "Балл"}, []string{"№ 1", "5"}), false, 1, nil)); got > 200 {
			t.Error(got)
		}
	})
	t.Run("one long word leaves room for the others", func(t *testing.T) {
		widths := columnWidths(table([]string{"А", "Б"}, []string{strings.Repeat("щ", 300), strings.Repeat("слово ", 100)}), true, 1, nil)
		if widths[1] < pageWidth/3 {
			t.Error(widths)
		}
	})
	t.Run("never lower than by equal shares", func(t *testing.T) {
		random := rand.New(rand.NewPCG(3, 4))
		for range 20 {
			s := randomSheet(random)
			measures := measureColumns(s.Table)
			widths := columnWidths(s.Table, true, 1, nil)
			sum, equal := 0, make([]int, len(widths))
			for i, w := range widths {
				sum += int(w)
				equal[i] = int(total(widths)) / len(widths)
				if equal[i] < measures[i].least {
					sum = 0 // equal shares are not possible
					break
				}
			}
			if sum == 0 {
				continue
			}
			fitted := make([]int, len(widths))
			for i, w := range widths {
				fitted[i] = int(w)
			}
			f := newFitting(s.Table, measures)
			if f.cost(fitted) > f.cost(equal)*1.02 {
				t.Errorf("%v costs %.1f, equal shares %.1f", fitted, f.cost(fitted), f.cost(equal))
			}
		}
	})
}

func TestWriteInRowsHaveRoomForAHand(t *testing.T) {
	s := roadmap()
	s.Table.WriteIn = true
	f := open(t, mustWrite(t, s))
	if h := must[float64](t)(f.GetRowHeight(sheet, headerRow+4)); h < 25 {
		t.Error(h)
	}
}

var someWords = strings.Fields("и в на по оценка качества дошкольного образования организация муниципальными/школами план-график " +
	"ежегодно 2021 учреждениями взаимодействие № 1 «Детский» высокопрофессиональный МБДОУ т.д. 87,5 %")

// randomSheet has words that are all different: each carries its number.
func randomSheet(random *rand.Rand) Sheet {
	n := 0
	text := func(words int) string {
		var b strings.Builder
		for i := range words {
			if i > 0 {
				b.WriteString([]string{" ", " ", " ", " ", " ", "\n"}[random.IntN(6)])
			}
			n++
			b.WriteString(someWords[random.IntN(len(someWords))] + letters(n))
		}
		return b.String()
	}
	s := Sheet{Name: "Л", Table: &doc.Table{}}
	if random.IntN(3) > 0 {
		s.Above = []doc.Block{
			{Role: doc.AnnexMark, Parts: []string{text(2), text(1 + random.IntN(15))}},
			{Role: doc.Approval, Parts: []string{text(1)}},
			{Role: doc.Title, Parts: []string{text(1 + random.IntN(40))}},
			{Parts: []string{text(random.IntN(30))}},
		}
		s.Note = text(random.IntN(5))
		s.Across = text(random.IntN(2))
	}
	for range 1 + random.IntN(7) {
		s.Table.Columns = append(s.Table.Columns, doc.Column{Header: text(random.IntN(4)), Align: doc.Align(random.IntN(3))})
	}
	for range random.IntN(15) {
		row := doc.Row{Section: random.IntN(5) == 0}
		if row.Section {
			row.Cells = cells(text(random.IntN(40)))
		} else {
			for range random.IntN(len(s.Table.Columns) + 1) {
				row.Cells = append(row.Cells, doc.Cell{Text: text(random.IntN(30))})
			}
		}
		s.Table.Rows = append(s.Table.Rows, row)
	}
	return s
}

// letters is a number in letters, so that a word stays one word.
func letters(n int) string {
	s := ""
	for ; n > 0; n /= 32 {
		s += string(rune('а' + n%32))
	}
	return s
}
