package pdf

import (
	"slices"

	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// This file divides what is higher than a page: a group between its rows, a row
// between its lines.

// continued stands over the rest of a row that was divided (layout rule TB-04:
// the number is repeated and no cell is lost).
const continued = "(продолжение)"

// dividedLines is the fewest lines of a divided row on a page.
const dividedLines = 4

// putPart puts as much of a group as the page holds and returns the rest, under
// the repeated number.
func (c *composer) putPart(g *grid, grp group) group {
	room := c.textHeight() - c.y + rounding
	whole := 0
	for whole < len(grp.rows) && heightOfRows(grp.rows[:whole+1]) <= room {
		whole++
	}
	if whole == 0 {
		return c.putLines(g, grp, int((room-2*g.padTop)/g.line))
	}
	return c.putRows(g, grp, whole)
}

// putLines puts so many lines of the first row.
func (c *composer) putLines(g *grid, grp group, fit int) group {
	row := grp.rows[0]
	first := gridRow{cells: slices.Clone(row.cells), total: row.total, minimum: row.minimum}
	rest := gridRow{cells: slices.Clone(row.cells), minimum: row.minimum}
	for i := range row.cells {
		first.cells[i].rows = 1
		first.cells[i].lines, rest.cells[i].lines = parted(row.cells[i], fit)
		rest.cells[i].marks = max(0, row.cells[i].marks-fit)
	}
	if !grp.section {
		g.markContinued(rest, row)
	}
	put := []gridRow{first}
	g.stretch(put)
	c.putRow(g.box(group{rows: put, section: grp.section}))
	grp.rows = append([]gridRow{rest}, grp.rows[1:]...)
	g.stretch(grp.rows)
	return grp
}

// putRows puts whole rows; cells that reach into the rows after them go on there
// with the lines that did not fit.
func (c *composer) putRows(g *grid, grp group, count int) group {
	put := group{rows: slices.Clone(grp.rows[:count])}
	next := grp.rows[count]
	next.cells = slices.Clone(next.cells)
	for i := range put.rows {
		row := &put.rows[i]
		row.cells = slices.Clone(row.cells)
		for j := range row.cells {
			cell := &row.cells[j]
			beyond := i + cell.rows - count
			if beyond <= 0 {
				continue
			}
			fit := int((heightOfRows(put.rows[i:]) - 2*g.padTop + rounding) / g.line)
			rest := *cell
			cell.rows -= beyond
			cell.lines, rest.lines = parted(*cell, fit)
			rest.rows, rest.marks = beyond, max(0, rest.marks-fit)
			if len(rest.lines) == 0 {
				if rest.from == 0 && len(cell.lines) <= repeatedLines {
					rest.lines, rest.marks = cell.lines, len(cell.lines)
				}
				rest.of = pdfa.Artifact
			}
			next.cells = append(next.cells, rest)
		}
	}
	slices.SortFunc(next.cells, func(a, b gridCell) int { return a.from - b.from })
	c.putRow(g.box(put))
	rows := append([]gridRow{next}, grp.rows[count+1:]...)
	g.stretch(rows)
	return group{rows: rows}
}

// parted are the lines of a cell that fit, and the others.
func parted(cell gridCell, fit int) (first, rest []typeset.Line) {
	n := min(max(fit, 0), len(cell.lines))
	return cell.lines[:n:n], cell.lines[n:]
}

// repeatedLines is the most that a number takes: more is a text, and a text is
// never repeated.
const repeatedLines = 2

// markContinued repeats the number and says «(продолжение)» in the widest cell
// that goes on. A column too narrow for the word on one line goes without: each
// page must bring the row further.
func (g *grid) markContinued(rest, row gridRow) {
	number := &rest.cells[0]
	if number.from != 0 || len(number.lines) > 0 || len(row.cells[0].lines) > repeatedLines {
		return
	}
	number.lines, number.marks = row.cells[0].lines, len(row.cells[0].lines)
	widest := g.widestCell(rest)
	if widest == 0 {
		return
	}
	cell := &rest.cells[widest]
	mark := g.c.breakLines(continued, typeset.Setting{Face: g.c.fonts.Face(cell.bold), Size: g.size,
		Manner: typeset.Ragged, Width: g.room(cell.from, cell.to)})
	if len(mark) == 1 && cell.marks == 0 {
		cell.lines, cell.marks = slices.Concat(mark, cell.lines), 1
	}
}

// widestCell is the widest of the cells that go on, but for the number.
func (g *grid) widestCell(row gridRow) int {
	best, width := 0, 0.0
	for i, cell := range row.cells[1:] {
		if w := g.room(cell.from, cell.to); len(cell.lines) > 0 && w > width {
			best, width = i+1, w
		}
	}
	return best
}
