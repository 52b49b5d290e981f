package pdf

import (
	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// group is rows joined by cells that cover several of them; mostly it is one row.
type group struct {
	rows    []gridRow
	section bool
}

// gridRow is one row with its text set.
type gridRow struct {
	cells  []gridCell
	height float64
	total  bool
	// minimum is what a row is high at least: nobody writes into a title.
	minimum float64
}

type gridCell struct {
	lines    []typeset.Line
	marks    int // so many first lines are repeats and belong to the page
	from, to int // columns it covers
	rows     int // rows it covers, from its own down
	bold     bool
	align    doc.Align
	middle   bool    // vertically
	whole    float64 // of a number: the width up to the comma
	of       pdfa.Elem
}

func (grp group) height() float64 { return heightOfRows(grp.rows) }

func heightOfRows(rows []gridRow) float64 {
	height := 0.0
	for _, row := range rows {
		height += row.height
	}
	return height
}

// peek is the i-th group from the next one on.
func (g *grid) peek(i int) (group, bool) {
	for len(g.queue) <= i && g.next < len(g.table.Rows) {
		g.queue = append(g.queue, g.group())
	}
	if i >= len(g.queue) {
		return group{}, false
	}
	return g.queue[i], true
}

// take is the next group, which is then gone.
func (g *grid) take() (group, bool) {
	grp, ok := g.peek(0)
	if ok {
		g.queue = g.queue[1:]
	}
	return grp, ok
}

// group sets the next row, and those joined to it.
func (g *grid) group() group {
	var grp group
	var rows []doc.Row
	var joined [][]doc.Placed
	for len(joined) == 0 || g.placer.Joined() > 0 && g.next < len(g.table.Rows) {
		r := g.table.Rows[g.next]
		placed, homeless := g.placer.Place(r, g.table.Below(g.next))
		if len(homeless) > 0 {
			g.c.problems.Add(tooManyCells(homeless[0], g))
		}
		g.next++
		if len(placed) > 0 {
			rows = append(rows, r)
		}
		joined = append(joined, placed)
		grp.section = r.Section
	}
	for i, placed := range doc.WithoutEmpty(joined) {
		grp.rows = append(grp.rows, g.row(rows[i], placed))
	}
	g.stretch(grp.rows)
	return grp
}

// row sets the cells of one row.
func (g *grid) row(r doc.Row, placed []doc.Placed) gridRow {
	tree := &g.c.tree
	row := gridRow{total: r.Total, minimum: g.minimum, cells: make([]gridCell, len(placed))}
	if r.Section {
		row.minimum = 0
	}
	of := tree.Add(g.of, pdfa.Row)
	for i, p := range placed {
		column := g.table.Columns[p.From]
		cell := gridCell{from: p.From, to: p.To, rows: p.Rows, bold: r.Section || r.Total || p.Cell.Strong,
			align: column.Align, middle: column.Middle || g.table.WriteIn}
		attributes := pdfa.Attributes{Columns: p.To - p.From, Rows: p.Rows}
		switch {
		case r.Section: // heads the rows under it
			attributes.Scope = "Row"
			cell.align, cell.middle = doc.Left, false
			cell.of = tree.AddWith(of, pdfa.Heading, attributes)
		case attributes.Columns > 1 || attributes.Rows > 1:
			cell.of = tree.AddWith(of, pdfa.Cell, attributes)
		default:
			cell.of = tree.Add(of, pdfa.Cell)
		}
		g.set(&cell, p.Cell, typeset.Ragged, r.Cells)
		row.cells[i] = cell
	}
	return row
}

// set breaks the text of a cell, and warns of words that had to be cut by letters. Those
// of a header are divided by hyphens first: nobody writes names there.
// The cells of its row say which row it is.
func (g *grid) set(cell *gridCell, said doc.Cell, manner typeset.Manner, row []doc.Cell) {
	face, room := g.c.fonts.Face(cell.bold), g.room(cell.from, cell.to)
	cell.lines = g.c.breakLines(said.Text, typeset.Setting{Face: face, Size: g.size, Manner: manner, Width: room, Divide: manner == typeset.Balanced})
	if cell.align == doc.Decimal {
		whole, _, ok := number(said.Text)
		cell.whole = face.Width(whole, g.size)
		// What is no number, or has no room beside the widest fraction, is centred.
		if !ok || len(cell.lines) != 1 || cell.to > cell.from+1 || cell.whole+g.fractions[cell.from] > room {
			cell.align = doc.Centre
		}
	}
	for _, line := range cell.lines {
		if line.Cut {
			g.c.problems = append(g.c.problems, cutWords(said.Text, said.Key, g.path(cell, row), face, g.size, room)...)
			return
		}
	}
}

// path says which cell it is where the data does not.
func (g *grid) path(cell *gridCell, row []doc.Cell) string {
	header := excerpt(g.table.Columns[cell.from].Header)
	switch {
	case len(row) == 0:
		return "таблица, заголовок графы " + header
	case g.c.tree.Kind(cell.of) == pdfa.Heading:
		return "таблица, заголовок раздела"
	}
	return "таблица, строка " + row[0].Text + ", графа " + header
}

// stretch finds the heights of rows: a cell that covers several makes the last of
// them higher where they do not hold it.
func (g *grid) stretch(rows []gridRow) {
	for i := range rows {
		lines := 1
		for _, cell := range rows[i].cells {
			if cell.rows == 1 {
				lines = max(lines, len(cell.lines))
			}
		}
		rows[i].height = max(g.heightOf(lines), rows[i].minimum)
	}
	for i := range rows {
		for _, cell := range rows[i].cells {
			last := i + cell.rows - 1
			if lack := g.heightOf(len(cell.lines)) - heightOfRows(rows[i:last+1]); lack > 0 {
				rows[last].height += lack
			}
		}
	}
}

func (g *grid) heightOf(lines int) float64 { return float64(lines)*g.line + 2*g.padTop }

func tooManyCells(cell doc.Cell, g *grid) diag.Problem {
	p := diag.Errorf(cell.Key, "для ячейки %s нет графы: граф %d", excerpt(cell.Text), len(g.table.Columns)).
		WithHint("уберите лишнюю ячейку или добавьте графу")
	p.Code, p.Path = "TBL-CELLS", "таблица с графой "+excerpt(g.table.Columns[0].Header)
	return p
}
