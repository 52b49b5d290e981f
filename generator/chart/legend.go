package chart

import (
	"slices"

	"doklad/generator/doc"
)

// legend says which fill is which kind.
type legend struct {
	left, top     float64
	width, height float64
	entries       []entry
}

type entry struct {
	x, y  float64 // from the corner of the legend
	fill  doc.Fill
	style *style // of a line, which has no fill
	lines []string
}

const (
	swatchWidth  = 7.0
	swatchHeight = 3.6
	swatchRoom   = swatchWidth + gap
)

func (b *board) entry(s Series, width float64) (e entry, wide, high float64) {
	e = entry{fill: s.Fill, lines: b.shorten(plain(s.Name), labelSize, width-swatchRoom, 3, nil)}
	return e, swatchRoom + b.widest(e.lines, labelSize), float64(len(e.lines)) * line(labelSize)
}

// legendColumn lists the kinds downwards, as a standing stack has them.
func (b *board) legendColumn(kinds []Series, width float64) (l legend) {
	for _, s := range slices.Backward(kinds) {
		e, wide, high := b.entry(s, width)
		e.y = l.height
		l.entries = append(l.entries, e)
		l.width = max(l.width, wide)
		l.height += high + gap
	}
	return l
}

// legendRows lists them to the right, in as many rows as are needed.
func (b *board) legendRows(kinds []Series, width float64) (l legend) {
	x, row := 0.0, 0.0
	for _, s := range kinds {
		e, wide, high := b.entry(s, width)
		if x > 0 && x+wide > width {
			l.height += row + gap/2
			x, row = 0, 0
		}
		e.x, e.y = x, l.height
		l.entries = append(l.entries, e)
		x += wide + 3*gap
		row = max(row, high)
	}
	l.width = width
	if len(kinds) > 0 {
		l.height += row + gap
	}
	return l
}

func (l legend) draw(b *board) {
	for _, e := range l.entries {
		x, y := l.left+e.x, l.top+e.y
		if e.style != nil {
			b.sample(*e.style, x, y+swatchHeight/2)
		} else {
			b.Rect(x+0.2, y, swatchWidth, swatchHeight, axisLine, e.fill)
		}
		b.putLines(e.lines, doc.Label{X: x + swatchRoom, Y: y + swatchHeight/2, Size: labelSize, Level: doc.Middle})
	}
}

// kinds are the series that the legend names: those that occur, if one of several
// could be meant.
func (c Bars) kinds() (kinds []Series) {
	for i, s := range c.Series {
		occurs := slices.ContainsFunc(c.Groups, func(g Group) bool {
			v := g.Values[i]
			return v > 0 || v == 0 && !c.Stacked
		})
		if occurs && len(c.Series) > 1 {
			kinds = append(kinds, s)
		}
	}
	return kinds
}
