package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// grid is a table whose lines are set and whose columns have their places; it
// is laid on pages row by row.
type grid struct {
	table   *doc.Table
	look    layout.Table
	size    float64
	line    float64   // distance of baselines
	edges   []float64 // x of the rules, one more than columns
	padSide float64
	padTop  float64
	head    []gridRow // what the next page of the table begins with
	minimum float64   // height of a row to write in
	widest  []float64 // the widest word or piece of each column
	c       *composer

	ready map[int]gridRow // rows that were set to see how high they are
	of    pdfa.Elem       // the table in the structure
	begun bool            // its header was drawn once
}

// gridRow is one row with its text set.
type gridRow struct {
	cells  []gridCell
	height float64
}

type gridCell struct {
	lines    []typeset.Line
	from, to int // columns it covers
	bold     bool
	align    doc.Align
	middle   bool // vertically
	of       pdfa.Elem
}

// grid prepares a table for the width of the current page.
func (c *composer) grid(t *doc.Table) *grid {
	look := c.profile.Table
	g := &grid{table: t, look: look, size: c.fit.tableSize(look), c: c,
		padSide: look.PadSide * mm, padTop: look.PadTop * mm, ready: map[int]gridRow{}}
	g.line = g.size * c.fonts.Regular.LineHeight
	if t.WriteIn {
		g.minimum = look.WriteRow * mm
	}
	room := c.textWidth() - 2*g.padSide*float64(len(t.Columns))
	needs := g.measureColumns(room)
	for _, n := range needs {
		g.widest = append(g.widest, n.widest)
	}
	widths := columnWidths(needs, max(room, float64(len(needs))))
	g.edges = []float64{0}
	for _, w := range widths {
		g.edges = append(g.edges, g.edges[len(g.edges)-1]+w+2*g.padSide)
	}
	g.head = []gridRow{g.headerRow()}
	if look.HasNumbers() {
		g.head = append(g.head, g.columnNumbers())
	}
	return g
}

// headerRow has the titles of the columns, centred both ways.
func (g *grid) headerRow() gridRow {
	var row gridRow
	for i, column := range g.table.Columns {
		row.cells = append(row.cells, g.cell(column.Header, i, i+1, true, doc.Centre, typeset.Balanced))
		row.cells[i].middle = true
		g.checkCut(row.cells[i].lines, column.Header, column.Key, "таблица, заголовок графы", true, i, i+1)
	}
	row.height = g.height(row)
	return row
}

// at is a row of the table with its text set, once.
func (g *grid) at(i int) gridRow {
	row, ready := g.ready[i]
	if !ready {
		row = g.row(g.table.Rows[i])
		g.ready[i] = row
	}
	return row
}

// row sets the text of one row of the table.
func (g *grid) row(r doc.Row) gridRow {
	var row gridRow
	if r.Section {
		title, all := r.Cells[0], len(g.table.Columns)
		row.cells = []gridCell{g.cell(title.Text, 0, all, true, doc.Left, typeset.Ragged)}
		g.checkCut(row.cells[0].lines, title.Text, title.Key, "таблица, заголовок раздела", true, 0, all)
	} else {
		for i, column := range g.table.Columns {
			text := ""
			if i < len(r.Cells) {
				text = r.Cells[i].Text
			}
			row.cells = append(row.cells, g.cell(text, i, i+1, false, column.Align, typeset.Ragged))
			if i < len(r.Cells) {
				path := "таблица, строка " + r.Cells[0].Text + ", графа " + excerpt(column.Header)
				g.checkCut(row.cells[i].lines, text, r.Cells[i].Key, path, false, i, i+1)
			}
		}
	}
	row.height = max(g.height(row), g.minimum)
	return row
}

func (g *grid) cell(text string, from, to int, bold bool, align doc.Align, manner typeset.Manner) gridCell {
	lines := g.c.breakLines(text, typeset.Setting{
		Face: g.c.fonts.Face(bold), Size: g.size, Manner: manner,
		Width: g.room(from, to),
	})
	return gridCell{lines: lines, from: from, to: to, bold: bold, align: align, middle: g.table.WriteIn}
}

func (g *grid) height(row gridRow) float64 {
	lines := 1
	for _, cell := range row.cells {
		lines = max(lines, len(cell.lines))
	}
	return float64(lines)*g.line + 2*g.padTop
}

// checkCut warns of words that had to be cut by letters.
func (g *grid) checkCut(lines []typeset.Line, text, key, path string, bold bool, from, to int) {
	for _, line := range lines {
		if line.Cut {
			g.c.problems = append(g.c.problems, cutWords(text, key, path, g.c.fonts.Face(bold), g.size, g.room(from, to))...)
			return
		}
	}
}

// tooNarrow reports a table in which a column cannot hold two letters of a word
// that it must cut: it would be a heap of letters, or run off the sheet.
func (g *grid) tooNarrow() bool {
	for i, widest := range g.widest {
		if room := g.room(i, i+1); room < 2*g.size && room < widest {
			return true
		}
	}
	return false
}

// room is the width for text in the columns.
func (g *grid) room(from, to int) float64 {
	return g.edges[to] - g.edges[from] - 2*g.padSide + rounding
}

// box gives the texts and rules of a row, or of some of its lines, from its
// upper left corner.
func (g *grid) box(row gridRow) box {
	b := box{height: row.height}
	for _, cell := range row.cells {
		b.texts = append(b.texts, g.cellTexts(cell, row.height)...)
		for _, x := range []float64{g.edges[cell.from], g.edges[cell.to]} {
			if n := len(b.rules); n > 0 && b.rules[n-1].X1 == x {
				continue
			}
			b.rules = append(b.rules, Rule{X1: x, Y1: 0, X2: x, Y2: row.height, Width: g.look.Rule})
		}
	}
	b.rules = append(b.rules, g.across(row.height))
	return b
}

func (g *grid) across(y float64) Rule {
	return Rule{X1: 0, Y1: y, X2: g.edges[len(g.edges)-1], Y2: y, Width: g.look.Rule}
}

func (g *grid) cellTexts(cell gridCell, height float64) []Text {
	face := g.c.fonts.Face(cell.bold)
	left := g.edges[cell.from] + g.padSide
	width := g.edges[cell.to] - g.padSide - left
	top := g.padTop
	if cell.middle {
		top = (height - float64(len(cell.lines))*g.line) / 2
	}
	texts := make([]Text, len(cell.lines))
	for i, line := range cell.lines {
		x := left
		switch cell.align {
		case doc.Centre:
			x += (width - line.Width) / 2
		case doc.Right:
			x += width - line.Width
		}
		texts[i] = Text{X: x, Y: top + float64(i)*g.line + g.size*face.Ascent,
			Size: g.size, Bold: cell.bold, Text: line.Text, Joined: line.Joined, Of: cell.of}
	}
	if len(texts) == 0 { // an empty cell is a cell
		texts = append(texts, Text{X: left, Y: top + g.size*face.Ascent, Size: g.size, Of: cell.of})
	}
	return texts
}
