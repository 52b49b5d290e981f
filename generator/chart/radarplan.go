package chart

import (
	"math"
	"slices"

	"doklad/generator/doc"
)

// radarPlan is where the parts of a radar stand.
type radarPlan struct {
	middle   doc.Point
	radius   float64
	axes     int
	names    [][]string
	marks    []float64
	decimals int // of the marks
}

// at is a place on an axis, its share of the radius from the middle.
func (p radarPlan) at(axis int, share float64) doc.Point {
	return doc.Polar(p.middle, share*p.radius, p.angle(axis))
}

func (p radarPlan) angle(axis int) float64 { return 360 * float64(axis) / float64(p.axes) }

// side is 1 for names right of the middle, -1 left of it, 0 over and under it.
func (p radarPlan) side(axis int) int {
	switch angle := p.angle(axis); {
	case axis == 0 || 2*axis == p.axes:
		return 0
	case angle < 180:
		return 1
	default:
		return -1
	}
}

const overRim = 2 * gap // from the rim to the name over or under it

// layOut wraps the names in as many lines as their sides have room for, and gives the
// rest of the height to the radius.
func (c Radar) layOut(b *board) radarPlan {
	p := radarPlan{axes: len(c.Axes)}
	widest := b.width/2 - radarNameShare*b.width - 2*gap
	over := line(labelSize)
	for most := 3; most > 0; most-- {
		p.names = c.namesAround(b, p, most)
		top, foot := over+p.heightOf(0)+overRim, gap
		if p.axes%2 == 0 {
			foot = p.heightOf(p.axes/2) + overRim
		}
		p.radius = min(widest, max(leastRadius, (c.Height-top-foot)/2))
		b.height = max(c.Height, top+2*p.radius+foot)
		p.middle = doc.Point{X: b.width / 2, Y: top + (b.height-top-foot)/2}
		if p.fits() {
			break
		}
	}
	marks := int(max(1, p.radius/7))
	step := stepOf(c.Highest-c.Lowest, c.Decimals, marks)
	p.decimals = max(decimalsOf(step), digitsOf(c.Lowest), digitsOf(c.Highest))
	for i := 0; i <= marks && c.Lowest+float64(i)*step < c.Highest-step/2; i++ {
		p.marks = append(p.marks, c.Lowest+float64(i)*step)
	}
	p.marks = append(p.marks, c.Highest)
	return p
}

func (c Radar) namesAround(b *board, p radarPlan, most int) (sets [][]string) {
	var all []string
	for _, name := range c.Axes {
		all = append(all, plain(name))
	}
	fellows := sharedWords(all)
	for i, name := range all {
		width, lines := radarNameShare*b.width, most
		if p.side(i) == 0 {
			width, lines = 0.45*b.width, min(most, 2)
		}
		sets = append(sets, b.shorten(name, labelSize, width, lines, fellows))
	}
	return sets
}

func (p radarPlan) heightOf(axis int) float64 { return float64(len(p.names[axis])) * line(labelSize) }

// sized is the height of a name with the gap to the next.
func (p radarPlan) sized(axis int) float64 { return p.heightOf(axis) + gap }

// fits reports whether the names of both sides have room beside the radar.
func (p radarPlan) fits() bool {
	for _, side := range []int{-1, 1} {
		high := 0.0
		for axis := range p.axes {
			if p.side(axis) == side {
				high += p.sized(axis)
			}
		}
		if high > 2*p.radius {
			return false
		}
	}
	return true
}

// drawNames sets the names around the rim, those of a side moved apart.
func (p radarPlan) drawNames(b *board) {
	set := func(axis int, l doc.Label, first float64) {
		l.Y, l.Size, l.Level = first, labelSize, doc.Middle
		b.putLines(p.names[axis], l)
	}
	half := line(labelSize) / 2
	for axis := range p.axes {
		if p.side(axis) == 0 {
			first := p.middle.Y + p.radius + overRim + half
			if axis == 0 {
				first = p.middle.Y - p.radius - overRim - p.heightOf(0) + half
			}
			set(axis, doc.Label{X: p.middle.X, Anchor: doc.Centre}, first)
		}
	}
	for _, side := range []int{-1, 1} {
		var axes []int
		for axis := range p.axes {
			if p.side(axis) == side {
				axes = append(axes, axis)
			}
		}
		if side < 0 {
			slices.Reverse(axes)
		}
		wanted, sizes := make([]float64, len(axes)), make([]float64, len(axes))
		for i, axis := range axes {
			// At the top a name stands over the end of its axis, at the side beside it.
			rim := p.at(axis, 1)
			wanted[i] = rim.Y + p.heightOf(axis)/2*(rim.Y-p.middle.Y)/p.radius
			sizes[i] = p.sized(axis)
		}
		for i, y := range spread(wanted, sizes, p.middle.Y-p.radius-gap, p.middle.Y+p.radius+gap) {
			axis := axes[i]
			out := p.beside(y, p.heightOf(axis)/2)
			l := doc.Label{X: p.middle.X + float64(side)*out, Anchor: doc.Left}
			if side < 0 {
				l.Anchor = doc.Right
			}
			set(axis, l, y-p.heightOf(axis)/2+half)
		}
	}
}

// beside is how far from the middle a name at a height must begin to stand outside of
// the rim.
func (p radarPlan) beside(y, half float64) float64 {
	near := max(0, math.Abs(y-p.middle.Y)-half)
	rim := p.radius + gap
	return math.Sqrt(max(0, rim*rim-near*near)) + gap/2
}
