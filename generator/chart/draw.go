package chart

import (
	"math"

	"doklad/generator/doc"
)

// This file draws the bars.

// sideBySide draws a bar for each value, with the value at its end.
func (c Bars) sideBySide(b *board, p plan) {
	thick := c.thick(&p)
	for i, g := range c.Groups {
		along := p.middle(i) - thick*float64(len(g.Values))/2
		for j, v := range g.Values {
			bar := p.bar(0, known(v), along, thick)
			fill := c.Series[j].Fill
			if c.marksLow && c.misses(i, v) {
				fill = doc.Black
			}
			if v > 0 {
				b.Rect(bar.left, bar.top, bar.width(), bar.height(), axisLine, fill)
			}
			b.atEnd(p, p.values, number(v, c.Decimals), bar)
			along += thick
		}
	}
	p.limits(b)
	if c.divide != nil {
		p.drawDivide(b, c.divide)
	}
}

// misses reports whether a value of a group does not reach the threshold.
func (c Bars) misses(group int, v float64) bool {
	if c.divide != nil {
		return group < c.divide.before
	}
	return v < c.Threshold.Value
}

func known(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// stacks draws a bar for each group: the values in their parts, the sum at its end.
func (c Bars) stacks(b *board, p plan) {
	thick := c.thick(&p)
	size := labelSize
	if thick < 5 {
		size = smallSize
	}
	for i, g := range c.Groups {
		along := p.middle(i) - thick/2
		var small []part
		from := 0.0
		for j, v := range g.Values {
			if v == 0 {
				continue
			}
			room := p.bar(from, from+v, along, thick)
			b.Rect(room.left, room.top, room.width(), room.height(), axisLine, c.Series[j].Fill)
			text := number(v, c.Decimals)
			if !b.inside(room, text, size, c.Series[j].Fill) {
				small = append(small, part{text: text, out: p.out(from + v/2)})
			}
			from += v
		}
		bar := p.bar(0, from, along, thick)
		b.atEnd(p, p.values, number(from, c.Decimals), bar)
		b.beside(p, bar, small, size)
	}
	p.limits(b)
}

// inside sets a value in the middle of its part, if there it can be read and leaves
// enough of the fill to be recognised.
func (b *board) inside(room area, text string, size float64, fill doc.Fill) bool {
	l := onFill(doc.Label{X: (room.left + room.right) / 2, Y: (room.top + room.bottom) / 2, Text: text, Size: size,
		Anchor: doc.Centre, Level: doc.Middle}, fill)
	width, height := b.wide(text, size)+2*0.7, b.tall(size)+2*0.5
	if l.Clear {
		ground := b.areaOf(l)
		width, height = ground.width()+2*1.2, ground.height()+2*0.3
	}
	return width <= room.width() && height <= room.height() && b.try(l)
}
