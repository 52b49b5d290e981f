package chart

import (
	"math"

	"doklad/generator/doc"
)

// segment is a straight line that labels keep away from.
type segment struct{ from, to doc.Point }

// crosses reports whether a part of the segment is inside an area: what is left of it
// between the sides, cut by one after the other.
func (s segment) crosses(a area) bool {
	from, to := 0.0, 1.0
	cut := func(start, step, low, high float64) bool {
		if step == 0 {
			return low < start && start < high
		}
		enter, leave := (low-start)/step, (high-start)/step
		from, to = max(from, min(enter, leave)), min(to, max(enter, leave))
		return from < to
	}
	return cut(s.from.X, s.to.X-s.from.X, a.left, a.right) && cut(s.from.Y, s.to.Y-s.from.Y, a.top, a.bottom)
}

// distance is how far a point is from the segment.
func (s segment) distance(p doc.Point) float64 {
	x, y := s.to.X-s.from.X, s.to.Y-s.from.Y
	share := 0.0
	if length := x*x + y*y; length > 0 {
		share = max(0, min(1, ((p.X-s.from.X)*x+(p.Y-s.from.Y)*y)/length))
	}
	return math.Hypot(p.X-s.from.X-share*x, p.Y-s.from.Y-share*y)
}

// tryClear sets a label if it has room and no line runs through it.
func (b *board) tryClear(l doc.Label) bool {
	a := b.areaOf(l)
	for _, s := range b.strokes {
		if s.crosses(a) {
			return false
		}
	}
	return b.try(l)
}

// tryAround sets a label beside a marker: over it, under it, or at a side.
func (b *board) tryAround(l doc.Label, at doc.Point) bool {
	const away = markerReach + clearing + 0.3
	for _, to := range []struct {
		x, y   float64
		anchor doc.Align
		level  doc.Level
	}{{0, -away - 0.4, doc.Centre, doc.Baseline}, {0, away, doc.Centre, doc.Under}, {away, 0, doc.Left, doc.Middle}, {-away, 0, doc.Right, doc.Middle},
		{away, -away / 2, doc.Left, doc.Baseline}, {-away, -away / 2, doc.Right, doc.Baseline}, {away, away / 2, doc.Left, doc.Under}, {-away, away / 2, doc.Right, doc.Under}} {
		l.X, l.Y, l.Anchor, l.Level = at.X+to.x, at.Y+to.y, to.anchor, to.level
		if b.tryClear(l) {
			return true
		}
	}
	return false
}
