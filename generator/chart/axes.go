package chart

import "doklad/generator/doc"

// axes draws what stands around the bars: grid, axes, marks, names, unit, legend.
func (p plan) axes(b *board) {
	values, marks := p.scale.marks()
	if len(p.names) == 0 {
		values = nil
	}
	along := p.room.width()
	if p.lying {
		along = p.room.height()
	}
	across := func(out float64, s doc.Stroke) {
		from, to := p.at(out, 0), p.at(out, along)
		b.Line(from.X, from.Y, to.X, to.Y, s)
	}
	for i, v := range values {
		at := p.at(p.out(v), 0)
		l := doc.Label{Text: marks[i], Size: labelSize, X: at.X - gap, Y: at.Y, Anchor: doc.Right, Level: doc.Middle}
		if p.lying {
			l.X, l.Y, l.Anchor, l.Level = at.X, p.room.bottom+gap, doc.Centre, doc.Under
		}
		b.put(l)
		if i > 0 {
			across(p.out(v), gridLine)
		}
	}
	across(0, axisLine)
	zero, end := p.at(0, 0), p.at(p.out(p.scale.end), 0)
	if p.lying { // the marks are at the lower side
		zero.Y, end.Y = p.room.bottom, p.room.bottom
	}
	b.Line(zero.X, zero.Y, end.X, end.Y, axisLine)
	p.nameGroups(b)
	if p.unit != nil {
		l := doc.Label{Size: labelSize, Y: p.top + gap/2, Level: doc.Under}
		if p.lying {
			l.X, l.Y, l.Anchor = p.room.right+b.wide(marks[len(marks)-1], labelSize)/2, b.height-line(labelSize), doc.Right
		}
		b.putLines(p.unit, l)
	}
	if p.along != nil {
		b.putLines(p.along, doc.Label{X: (p.room.left + p.room.right) / 2, Y: b.height - line(labelSize), Size: labelSize, Anchor: doc.Centre, Level: doc.Under})
	}
	p.legend.draw(b)
}

// nameGroups sets the names at the axis.
func (p plan) nameGroups(b *board) {
	for i, lines := range p.names {
		at := p.at(0, p.middle(i))
		switch {
		case p.lying:
			first := at.Y - float64(len(lines)-1)*line(p.nameSize)/2
			b.putLines(lines, doc.Label{X: at.X - gap, Y: first, Size: p.nameSize, Anchor: doc.Right, Level: doc.Middle})
		case p.turned:
			b.putLines(lines, doc.Label{X: at.X, Y: at.Y + gap, Size: p.nameSize, Anchor: doc.Right, Level: doc.Middle, Angle: 90})
		default:
			b.putLines(lines, doc.Label{X: at.X, Y: at.Y + gap, Size: p.nameSize, Anchor: doc.Centre, Level: doc.Under})
		}
	}
	if len(p.names) == 0 {
		b.put(doc.Label{X: (p.room.left + p.room.right) / 2, Y: (p.room.top + p.room.bottom) / 2, Text: "нет сведений",
			Size: labelSize, Anchor: doc.Centre, Level: doc.Middle, Clear: true})
	}
}

// limits draws the threshold over the bars; its words stand outside them.
func (p plan) limits(b *board) {
	if p.threshold == nil {
		return
	}
	out := p.out(p.threshold.Value)
	if p.lying {
		x := p.room.left + out
		b.Line(x, p.room.top-gap/2, x, p.room.bottom, doc.Stroke{Width: 1, Dashed: true})
		half := b.widest(p.limit, labelSize) / 2
		b.putLines(p.limit, doc.Label{X: min(max(x, half), b.width-half), Y: p.top + gap/2, Size: labelSize, Anchor: doc.Centre, Level: doc.Under})
		return
	}
	y := p.room.bottom - out
	b.Line(p.room.left, y, p.room.right, y, doc.Stroke{Width: 1, Dashed: true})
	first := y - float64(len(p.limit)-1)*line(labelSize)/2
	last := b.height - b.tall(labelSize)/2 - gap
	first = max(b.tall(labelSize)/2, min(first, last-float64(len(p.limit)-1)*line(labelSize)))
	b.putLines(p.limit, doc.Label{X: p.room.right + gap, Y: first, Size: labelSize, Level: doc.Middle})
}
