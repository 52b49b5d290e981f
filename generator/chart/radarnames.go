package chart

import (
	"cmp"
	"math"
	"slices"

	"doklad/generator/doc"
)

// How far the name of a line keeps from others and its own, so that it is clear whose
// it is.
const (
	farFromOthers = 2.2
	farFromOwn    = 0.4
	nearest       = markerReach + clearing + farFromOwn + 0.5 // to a point
)

// nameLines sets the names of lines beside them, all or none; one line without a name
// needs none.
func (c Radar) nameLines(b *board, p radarPlan) bool {
	trial := *b
	trial.taken, trial.Labels = slices.Clone(b.taken), slices.Clone(b.Labels)
	for i, l := range c.Lines {
		if l.Name != "" && !c.nameLine(&trial, p, i) {
			return false
		}
	}
	*b = trial
	return true
}

// nameLine sets a name where its line is farthest from the others.
func (c Radar) nameLine(b *board, p radarPlan, which int) bool {
	var own, others []segment
	var points []doc.Point
	for i, l := range c.Lines {
		places := c.points(p, l)
		for j, at := range places {
			next := places[(j+1)%len(places)]
			switch {
			case at == nil:
			case i == which:
				points = append(points, *at)
				if next != nil {
					own = append(own, segment{*at, *next})
				}
			case next == nil:
				others = append(others, segment{*at, *at})
			default:
				others = append(others, segment{*at, *next})
			}
		}
	}
	alone := func(at doc.Point) float64 {
		distance := p.radius
		for _, s := range others {
			distance = min(distance, s.distance(at))
		}
		return distance
	}
	slices.SortStableFunc(points, func(a, z doc.Point) int { return cmp.Compare(alone(z), alone(a)) })
	for _, at := range points {
		if alone(at) < farFromOthers {
			break
		}
		for _, angle := range []float64{0, 45, -45, 90, -90, 135, -135, 180} {
			outward := math.Atan2(at.X-p.middle.X, p.middle.Y-at.Y) * 180 / math.Pi
			for _, away := range []float64{nearest, 2 * nearest} { // in a corner of the line a name stands farther
				if b.tryNear(c.Lines[which].Name, at, outward+angle, away, own, others) {
					return true
				}
			}
		}
	}
	return false
}

// tryNear sets a name at a side of a point, if it keeps away from all lines.
func (b *board) tryNear(name string, at doc.Point, angle, away float64, own, others []segment) bool {
	to := doc.Polar(at, away, angle)
	l := doc.Label{Text: plain(name), Size: labelSize, X: to.X, Y: to.Y, Clear: true}
	switch sideways, upwards := to.X-at.X, at.Y-to.Y; {
	case math.Abs(sideways) < 0.4*away:
		l.Anchor = doc.Centre
		l.Level = doc.Baseline
		if upwards < 0 {
			l.Level = doc.Under
		}
	default:
		l.Level = doc.Middle
		if sideways < 0 {
			l.Anchor = doc.Right
		}
		if math.Abs(upwards) > 0.6*away {
			l.Level = doc.Baseline
			if upwards < 0 {
				l.Level = doc.Under
			}
		}
	}
	a := b.areaOf(l)
	for _, s := range own {
		if s.crosses(a.grown(farFromOwn)) {
			return false
		}
	}
	for _, s := range others {
		if s.crosses(a.grown(farFromOthers)) {
			return false
		}
	}
	return b.try(l)
}
