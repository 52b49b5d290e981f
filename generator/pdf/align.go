package pdf

import (
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// This file says where lines stand between the edges of the text.

// lineBox is one line at x of the text area.
func (c *composer) lineBox(line typeset.Line, s layout.Style, x float64) box {
	face := c.face(s)
	return box{height: c.line(s), texts: []Text{{
		X: x, Y: s.Size * face.Ascent, Size: s.Size, Bold: s.Bold, Italic: s.Italic, Space: line.Space, Text: line.Text, Joined: line.Joined,
	}}}
}

// lineBoxes are lines that each stand by themselves: at the left edge, in the
// middle, at the right edge.
func (c *composer) lineBoxes(lines []typeset.Line, s layout.Style) []box {
	boxes := make([]box, len(lines))
	for i, line := range lines {
		x := line.Indent
		switch s.Align {
		case layout.Centre:
			x = (c.textWidth() - line.Width) / 2
		case layout.Right:
			x = c.textWidth() - line.Width
		}
		boxes[i] = c.lineBox(line, s, x)
	}
	return boxes
}

// inBlock are lines in a block at x that is as wide as the longest of them: flush
// left, or centred on the longest.
func (c *composer) inBlock(lines []typeset.Line, s layout.Style, x float64) []box {
	boxes := make([]box, len(lines))
	for i, line := range lines {
		boxes[i] = c.lineBox(line, s, x)
		if s.Align == layout.Centre {
			boxes[i].shift((widest(lines) - line.Width) / 2)
		}
	}
	return boxes
}

func widest(lines []typeset.Line) float64 {
	width := 0.0
	for _, line := range lines {
		width = max(width, line.Width)
	}
	return width
}

// pushedRight sets lines in a block that ends at the right margin.
func (c *composer) pushedRight(parts []string, s layout.Style) []box {
	var lines []typeset.Line
	for _, part := range parts {
		lines = append(lines, c.set(part, s, typeset.Balanced, 0)...)
	}
	return keepAll(c.inBlock(lines, s, c.textWidth()-widest(lines)), true)
}

// together moves the narrower of two blocks at the right margin, «Приложение № 1»
// and the гриф under it: to the left edge of the wider, or to its middle.
func together(mark, approval []box, align layout.Align) {
	if len(mark) == 0 || len(approval) == 0 {
		return
	}
	by := leftOf(mark) - leftOf(approval)
	if align == layout.Centre {
		by /= 2
	}
	for i := range mark {
		mark[i].shift(min(-by, 0))
	}
	for i := range approval {
		approval[i].shift(min(by, 0))
	}
}

func leftOf(boxes []box) float64 {
	left := boxes[0].texts[0].X
	for _, b := range boxes {
		left = min(left, b.texts[0].X)
	}
	return left
}

// shift moves a box to the right.
func (b *box) shift(by float64) {
	for i := range b.drawings {
		b.drawings[i].X += by
	}
	for i := range b.texts {
		b.texts[i].X += by
	}
}

// put adds the texts of another box, its upper edge at y; the box grows to hold it.
func (b *box) put(other box, y float64) {
	for _, d := range other.drawings {
		d.Y += y
		b.drawings = append(b.drawings, d)
	}
	for _, t := range other.texts {
		t.Y += y
		b.texts = append(b.texts, t)
	}
	b.notes = append(b.notes, other.notes...)
	b.height = max(b.height, y+other.height)
}

// stack makes one box of boxes put one under another, with the spaces between them.
func stack(boxes []box) box {
	var made box
	for i, b := range boxes {
		if i > 0 {
			made.height += b.before
		}
		made.put(b, made.height)
	}
	return made
}
