package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// header are the titles of the columns, centred both ways, in one row or several,
// and under them the numbers of the columns where the profile asks.
func (g *grid) header() group {
	rows := g.table.Head
	if len(rows) == 0 {
		var row []doc.Cell
		for _, column := range g.table.Columns {
			row = append(row, doc.Cell{Text: column.Header, Key: column.Key})
		}
		rows = [][]doc.Cell{row}
	}
	var head group
	placer := doc.NewPlacer(len(g.table.Columns))
	var joined [][]doc.Placed
	for i, cells := range rows {
		placed, homeless := placer.Place(doc.Row{Cells: cells}, len(rows)-1-i)
		if len(homeless) > 0 {
			g.c.problems.Add(tooManyCells(homeless[0], g))
		}
		joined = append(joined, placed)
	}
	for _, placed := range doc.WithoutEmpty(joined) {
		head.rows = append(head.rows, g.headerRow(placed, true))
	}
	g.stretch(head.rows)
	if g.look.HasNumbers() {
		numbers := make([]doc.Placed, len(g.table.Columns))
		for i := range numbers {
			numbers[i] = doc.Placed{Cell: doc.Cell{Text: itoa(i + 1)}, From: i, To: i + 1, Rows: 1}
		}
		row := []gridRow{g.headerRow(numbers, false)}
		g.stretch(row)
		head.rows = append(head.rows, row...)
	}
	return head
}

func (g *grid) headerRow(placed []doc.Placed, bold bool) gridRow {
	row := gridRow{cells: make([]gridCell, len(placed))}
	of := g.c.tree.Add(g.of, pdfa.Row)
	for i, p := range placed {
		cell := gridCell{from: p.From, to: p.To, rows: p.Rows, bold: bold, align: doc.Centre, middle: true}
		cell.of = g.c.tree.AddWith(of, pdfa.Heading, pdfa.Attributes{Scope: "Column", Columns: p.To - p.From, Rows: p.Rows})
		g.set(&cell, p.Cell, typeset.Balanced, nil)
		row.cells[i] = cell
	}
	return row
}

// putHead begins the table on a page: the header and the column numbers; on later
// pages perhaps these alone (layout rule TB-02). Repeats belong to the page, not to
// the table.
func (c *composer) putHead(g *grid) {
	if g.begun {
		c.putContinued(g)
	}
	b := g.box(g.head)
	b.rules = append(b.rules, g.across(0, g.look.Rule))
	c.putRow(b)
	if g.begun {
		return
	}
	g.begun = true
	if g.look.Repeat == layout.RepeatNumbers {
		g.head.rows = g.head.rows[len(g.head.rows)-1:]
	}
	for _, row := range g.head.rows {
		for i := range row.cells {
			row.cells[i].of = pdfa.Artifact
		}
	}
}
