package pdf

import (
	"slices"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// totalRule is how thick the rule over a row of totals is, in points.
const totalRule = 1

// box gives the texts and rules of rows from the upper left corner of the first.
func (g *grid) box(grp group) box {
	var b box
	lines, cells := 0, 0
	for _, row := range grp.rows {
		for _, cell := range row.cells {
			lines += max(1, len(cell.lines))
		}
		cells += len(row.cells)
	}
	b.texts, b.rules = make([]Text, 0, lines), make([]Rule, 0, 2*cells+2)
	for i, row := range grp.rows {
		for _, cell := range row.cells {
			height := heightOfRows(grp.rows[i : i+cell.rows])
			b.texts = g.appendTexts(b.texts, cell, b.height, height)
			b.rules = g.frame(b.rules, cell, b.height, b.height+height)
		}
		if row.total {
			b.rules = append(b.rules, g.across(b.height, totalRule))
		}
		b.height += row.height
	}
	return b
}

// frame adds the rules beside a cell and under it; what a neighbour drew already is
// not drawn again.
func (g *grid) frame(rules []Rule, cell gridCell, top, bottom float64) []Rule {
	left, right := g.edges[cell.from], g.edges[cell.to]
	for _, x := range []float64{left, right} {
		side := Rule{X1: x, Y1: top, X2: x, Y2: bottom, Width: g.look.Rule}
		if !slices.Contains(rules[max(0, len(rules)-4):], side) {
			rules = append(rules, side)
		}
	}
	for i := len(rules) - 1; i >= max(0, len(rules)-4); i-- {
		if under := &rules[i]; under.Y1 == bottom && under.Y2 == bottom && under.X2 == left && under.Width == g.look.Rule {
			under.X2 = right
			return rules
		}
	}
	return append(rules, Rule{X1: left, Y1: bottom, X2: right, Y2: bottom, Width: g.look.Rule})
}

func (g *grid) across(y, width float64) Rule {
	return Rule{X1: 0, Y1: y, X2: g.edges[len(g.edges)-1], Y2: y, Width: width}
}

// appendTexts puts the lines of a cell whose upper edge is at y.
func (g *grid) appendTexts(texts []Text, cell gridCell, y, height float64) []Text {
	face := g.c.fonts.Face(cell.bold)
	left := g.edges[cell.from] + g.padSide
	width := g.edges[cell.to] - g.padSide - left
	y += g.padTop
	if cell.middle {
		y += (height-float64(len(cell.lines))*g.line)/2 - g.padTop
	}
	y += g.size * face.Ascent
	if len(cell.lines) == 0 { // an empty cell is a cell
		return append(texts, Text{X: left, Y: y, Size: g.size, Of: cell.of})
	}
	for i, line := range cell.lines {
		t := Text{X: left, Y: y + float64(i)*g.line, Size: g.size, Bold: cell.bold,
			Text: line.Text, Joined: line.Joined, Of: cell.of}
		switch cell.align {
		case doc.Centre:
			t.X += (width - line.Width) / 2
		case doc.Right:
			t.X += width - line.Width
		case doc.Decimal:
			t.X += width - g.fractions[cell.from] - cell.whole
		}
		if i < cell.marks {
			t.Of = pdfa.Artifact
		}
		texts = append(texts, t)
	}
	first := len(texts) - len(cell.lines)
	for i, line := range slices.Backward(cell.lines) {
		if line.Hyphen {
			wholeWord(&texts[first+i], &texts[first+i+1])
		}
	}
	return texts
}
