package chart

import "doklad/generator/doc"

// style is how a line is told from others: by its stroke and by what stands at its
// points.
type style struct {
	stroke doc.Stroke
	marker marker
}

type marker int

const (
	disc marker = iota
	ring
	square
	triangle
)

// styles are four, what matters most first.
var styles = [...]style{
	{doc.Stroke{Width: 1.5}, disc},
	{doc.Stroke{Width: 1, Dashed: true}, ring},
	{doc.Stroke{Width: 0.6}, square},
	{doc.Stroke{Width: 1.5, Grey: 0.55}, triangle},
}

// markerReach is how far a marker goes from its point.
const markerReach = 1.1

func (b *board) mark(m marker, at doc.Point) {
	switch m {
	case disc:
		b.Circle(at.X, at.Y, 0.9, axisLine, doc.Black)
	case ring:
		b.Circle(at.X, at.Y, 1, axisLine, doc.White)
	case square:
		b.Rect(at.X-0.85, at.Y-0.85, 1.7, 1.7, axisLine, doc.Black)
	case triangle:
		b.Polygon([]doc.Point{{X: at.X, Y: at.Y - 1.1}, {X: at.X + 1.1, Y: at.Y + 0.9}, {X: at.X - 1.1, Y: at.Y + 0.9}}, axisLine, doc.White)
	}
}

// sample shows a style before its name.
func (b *board) sample(s style, x, y float64) {
	b.Line(x, y, x+swatchWidth, y, s.stroke)
	b.mark(s.marker, doc.Point{X: x + swatchWidth/2, Y: y})
	b.taken = append(b.taken, area{x, y - markerReach, x + swatchWidth, y + markerReach})
}

// trace draws a line through points, broken where one is not known, and where the
// line may not go on to the next. All are kept as places where no label may stand.
func (b *board) trace(points []*doc.Point, s style, goesOn func(i int) bool) {
	for i, p := range points {
		next := points[(i+1)%len(points)]
		if p != nil && next != nil && goesOn(i) {
			b.Line(p.X, p.Y, next.X, next.Y, s.stroke)
			b.strokes = append(b.strokes, segment{*p, *next})
		}
	}
	for _, p := range points {
		if p != nil {
			b.mark(s.marker, *p)
			b.taken = append(b.taken, area{p.X - markerReach, p.Y - markerReach, p.X + markerReach, p.Y + markerReach})
		}
	}
}
