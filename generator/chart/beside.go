package chart

import (
	"slices"

	"doklad/generator/doc"
)

// part is a part of a bar too small for its value.
type part struct {
	text string
	out  float64 // of its middle
}

// reach is how long the lines to the values beside a bar are, along the axis.
const reach = 1.5

// beside sets the values of small parts in the gap after a standing bar or over a
// lying one, with lines to their parts. In a gap that is too narrow there are none:
// the alternative text has them all.
func (b *board) beside(p plan, bar area, parts []part, size float64) {
	free := (p.slot - bar.width()) / 2
	if p.lying {
		free = (p.slot-bar.height())/2 + p.aside
	}
	wanted, sizes := make([]float64, len(parts)), make([]float64, len(parts))
	for i, small := range parts {
		width, height := b.wide(small.text, size), b.tall(size)
		wanted[i], sizes[i] = small.out, height*1.6
		if p.lying {
			width, height, sizes[i] = height, width, width+gap
		}
		if reach+width+0.8 > free {
			return
		}
	}
	for i, at := range spread(wanted, sizes, 0, p.out(p.scale.end)) {
		from, to := p.at(parts[i].out, 0), p.at(at, 0)
		l := doc.Label{Text: parts[i].text, Size: size, Level: doc.Middle}
		if p.lying {
			from.Y, to.Y = bar.top, bar.top-reach
			l.X, l.Y, l.Anchor, l.Level = to.X, to.Y-0.6, doc.Centre, doc.Baseline
		} else {
			from.X, to.X = bar.right, bar.right+reach
			l.X, l.Y = to.X+0.6, to.Y
		}
		if b.try(l) {
			b.Line(from.X, from.Y, to.X, to.Y, doc.Stroke{Width: 0.4})
		}
	}
}

// spread moves what is wanted at rising places as little as keeps the sizes apart
// and between low and high: what touches is one cluster, at the mean of the places
// where its members want it.
func spread(wanted, sizes []float64, low, high float64) []float64 {
	type cluster struct {
		members          int
		start, size, sum float64
	}
	var clusters []cluster
	for i := range wanted {
		c := cluster{members: 1, size: sizes[i], sum: wanted[i] - sizes[i]/2}
		for {
			c.start = max(low, min(high-c.size, c.sum/float64(c.members)))
			if len(clusters) == 0 {
				break
			}
			before := clusters[len(clusters)-1]
			if before.start+before.size <= c.start {
				break
			}
			clusters = slices.Delete(clusters, len(clusters)-1, len(clusters))
			c.sum += before.sum - float64(c.members)*before.size
			c.members += before.members
			c.size += before.size
		}
		clusters = append(clusters, c)
	}
	var places []float64
	for _, c := range clusters {
		at := c.start
		for range c.members {
			size := sizes[len(places)]
			places = append(places, at+size/2)
			at += size
		}
	}
	return places
}
