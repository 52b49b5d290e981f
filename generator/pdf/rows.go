package pdf

import (
	"slices"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// continued stands over the rest of a row that was divided (layout rule TB-04:
// the number is repeated and no cell is lost).
const continued = "(продолжение)"

// leadHeight is what must fit under a title for a table to begin there: the
// header, and the first row with the section title over it.
func (g *grid) leadHeight() float64 {
	height := g.headHeight()
	for i, r := range g.table.Rows {
		height += g.least(g.at(i))
		if !r.Section {
			break
		}
	}
	return height
}

// least is the height of a row, or of its first lines where it will be divided.
func (g *grid) least(row gridRow) float64 {
	if row.height > g.roomOfPage() {
		return min(row.height, dividedLines*g.line+2*g.padTop)
	}
	return row.height
}

// dividedLines is the fewest lines of a divided row on a page.
const dividedLines = 4

// roomOfPage is the height for rows on a page that begins with the head.
func (g *grid) roomOfPage() float64 { return g.c.textHeight() - g.headHeight() }

// placeTable lays the rows on this page and the next ones, the head on each.
func (c *composer) placeTable(g *grid, before float64) {
	if g.tooNarrow() {
		c.problems.Add(tooManyColumns(g))
		return
	}
	if g.roomOfPage() < 2*g.line+2*g.padTop {
		c.problems.Add(tooHighHeader(g))
		return
	}
	if !c.fresh {
		c.y += before
		if c.y+g.leadHeight() > c.textHeight()+rounding {
			c.turn()
		}
	}
	c.putHead(g)
	for i, r := range g.table.Rows {
		row := g.at(i)
		delete(g.ready, i)
		g.tagRow(&row, r)
		if need := g.least(row) + g.sectionNeeds(i); c.y+need > c.textHeight()+rounding {
			c.turn()
			c.putHead(g)
		}
		for row.height > c.textHeight()-c.y+rounding {
			row = c.putPart(g, row, r)
			c.turn()
			c.putHead(g)
		}
		c.putRow(g.box(row))
	}
}

// sectionNeeds is the height of the row after a section title, which stays with
// it (layout rule TB-03).
func (g *grid) sectionNeeds(i int) float64 {
	if !g.table.Rows[i].Section || i+1 == len(g.table.Rows) {
		return 0
	}
	return g.least(g.at(i+1)) + g.sectionNeeds(i+1)
}

// putPart puts as many lines of a row as the page holds and returns the rest,
// under the repeated number.
func (c *composer) putPart(g *grid, row gridRow, r doc.Row) gridRow {
	fit := int((c.textHeight() - c.y - 2*g.padTop + rounding) / g.line)
	head := gridRow{cells: append([]gridCell(nil), row.cells...)}
	rest := gridRow{cells: append([]gridCell(nil), row.cells...)}
	for i := range row.cells {
		n := min(fit, len(row.cells[i].lines))
		head.cells[i].lines = row.cells[i].lines[:n]
		rest.cells[i].lines = row.cells[i].lines[n:]
	}
	if !r.Section && len(rest.cells[0].lines) == 0 && len(row.cells[0].lines) <= 2 {
		g.markContinued(rest, row)
	}
	head.height, rest.height = g.height(head), g.height(rest)
	c.putRow(g.box(head))
	return rest
}

// markContinued repeats the number and says «(продолжение)» in the widest cell
// that goes on. A column too narrow for the word on one line goes without: each
// page must bring the row further.
func (g *grid) markContinued(rest, row gridRow) {
	rest.cells[0].lines, rest.cells[0].of = row.cells[0].lines, pdfa.Artifact
	widest := g.widestCell(rest)
	if widest == 0 {
		return
	}
	if mark := g.c.breakLines(continued, g.setting(widest)); len(mark) == 1 {
		rest.cells[widest].lines = slices.Concat(mark, rest.cells[widest].lines)
	}
}

func (g *grid) setting(column int) typeset.Setting {
	return typeset.Setting{Face: g.c.fonts.Regular, Size: g.size, Manner: typeset.Ragged,
		Width: g.room(column, column+1)}
}

// widestCell is the widest of the cells that go on, but for the number.
func (g *grid) widestCell(row gridRow) int {
	best := 0
	for i := 1; i < len(row.cells); i++ {
		if len(row.cells[i].lines) == 0 {
			continue
		}
		if best == 0 || g.edges[i+1]-g.edges[i] > g.edges[best+1]-g.edges[best] {
			best = i
		}
	}
	return best
}

// putHead begins the table on a page: the header and, where the profile asks, the
// column numbers; on later pages perhaps these alone (layout rule TB-02).
func (c *composer) putHead(g *grid) {
	if g.of == pdfa.Artifact { // a caption has begun it else
		g.of = c.tree.Add(pdfa.Document, pdfa.Table)
	}
	for i, row := range g.head {
		if !g.begun {
			row = g.tagHeader(row)
		}
		b := g.box(row)
		if i == 0 {
			b.rules = append(b.rules, g.across(0))
		}
		c.putRow(b)
	}
	g.begun = true
	if g.look.Repeat == layout.RepeatNumbers {
		g.head = g.head[len(g.head)-1:]
	}
}

func (g *grid) headHeight() float64 {
	height := 0.0
	for _, row := range g.head {
		height += row.height
	}
	return height
}

// columnNumbers is the row «1 2 3 …» under the header.
func (g *grid) columnNumbers() gridRow {
	var row gridRow
	for i := range g.table.Columns {
		row.cells = append(row.cells, g.cell(itoa(i+1), i, i+1, false, doc.Centre, typeset.Ragged))
	}
	row.height = g.height(row)
	return row
}

func (c *composer) putRow(b box) {
	c.draw(b, 0, c.y)
	c.y += b.height
	c.fresh = false
}
