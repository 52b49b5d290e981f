package chart

import "doklad/generator/doc"

// plan is where the parts of a chart stand.
type plan struct {
	lying bool
	room  area // of the bars, from the axis to its end
	slot  float64
	scale scale

	names     [][]string
	nameSize  float64
	turned    bool    // the names run upwards
	aside     float64 // how far a bar is from the middle of its slot
	unit      []string
	values    writing
	threshold *Threshold
	limit     []string // the words at the threshold
	legend    legend
	top       float64 // of what stands over the bars
	along     []string
	divideTop float64 // of the words at the line of a histogram
	cut       int     // names of which something is left out
}

const (
	leastExtent = 40.0 // from the axis to its end
	highest     = 225.0
	nameShare   = 0.42 // of the width, for names left of the bars
	// wideNameShare is for names that would be the same if they were shorter.
	wideNameShare = 0.6
	legendShare   = 0.3
	limitWidth    = 26.0
	leastSlot     = 12.0 // where a legend stands beside the bars
)

func (c Bars) layOut(b *board) plan {
	p := plan{lying: c.Lying, threshold: c.Threshold, nameSize: labelSize}
	if c.Unit != "" {
		p.unit = b.shorten(plain(c.Unit), labelSize, c.Width/2, 1, nil)
	}
	if c.Lying {
		c.lie(b, &p)
	} else {
		c.stand(b, &p)
	}
	return p
}

// tooClose reports whether standing bars leave their names no room, even turned.
func (c Bars) tooClose() bool {
	room := c.Width - 20 // the marks
	if c.Threshold != nil {
		room -= limitWidth
	}
	return float64(len(c.Groups))*line(smallSize) > room
}

// stand lays a chart out whose bars stand: marks left, names under them, limit and
// legend of a stack right.
func (c Bars) stand(b *board, p *plan) {
	p.scale = scaleTo(c.highest(), c.Top, c.Decimals, int(min(8, max(3, 0.6*b.height/9))))
	_, marks := p.scale.marks()
	p.room.left, p.room.right = b.widest(marks, labelSize)+gap, b.width-0.2
	p.legend = b.legendColumn(c.kinds(), legendShare*b.width)
	beside := p.room.right - p.legend.width - 4*gap
	if c.Stacked && p.legend.height < b.height && beside-p.room.left > leastSlot*float64(len(c.Groups)) {
		p.legend.left = p.room.right - p.legend.width
		p.room.right = beside
	} else {
		p.legend = b.legendRows(c.kinds(), b.width)
		p.top = p.legend.height
	}
	if c.Threshold != nil {
		p.limit = b.shorten(plain(c.Threshold.Name), labelSize, limitWidth, 3, nil)
		p.room.right -= b.widest(p.limit, labelSize) + gap
	}
	p.slot = (p.room.right - p.room.left) / float64(max(1, len(c.Groups)))
	p.values = b.writing(c.ends(), c.across(p), false, c.Stacked)
	// Over the highest bar stands its value; where the axis goes on, it has room there.
	free := leastExtent * (1 - c.highest()/p.scale.end)
	p.room.top = p.top + gap + max(0, p.values.height(b)+gap-free)
	if p.unit != nil {
		p.room.top += line(labelSize) + gap/2
	}
	if c.divide != nil {
		p.divideTop = p.top + gap/2
		if p.unit != nil {
			p.divideTop += line(labelSize)
		}
		p.room.top += line(labelSize) + gap/2
	}
	under := c.namesUnder(b, p)
	if c.along != "" {
		p.along = b.shorten(c.along, labelSize, p.room.width(), 1, nil)
		under += line(labelSize)
	}
	if p.room.bottom = b.height - under; p.room.height() < leastExtent {
		p.room.bottom = p.room.top + leastExtent
		b.height = p.room.bottom + under
	}
	if p.legend.left > 0 {
		p.legend.top = p.room.top
		if over := p.legend.top + p.legend.height - b.height; over > 0 {
			p.legend.top -= over
		}
	}
}

// lie lays a chart out whose bars lie: names left, marks and unit under them.
func (c Bars) lie(b *board, p *plan) {
	p.legend = b.legendRows(c.kinds(), b.width)
	p.top = p.legend.height
	p.room.top = p.top + gap
	if c.Threshold != nil {
		p.limit = b.shorten(plain(c.Threshold.Name), labelSize, b.width, 1, nil)
		p.room.top += line(labelSize)
	}
	under := gap + line(labelSize)
	if p.unit != nil {
		under += line(labelSize)
	}
	c.namesBeside(b, p, under)
	if c.Stacked { // over a bar stand the values too wide for their parts
		p.aside = 0.25 * (p.slot - c.thick(p))
	}
	p.room.bottom = p.room.top + p.slot*float64(max(1, len(c.Groups)))
	b.height = p.room.bottom + under
	p.values = b.writing(c.ends(), c.across(p), true, c.Stacked)
	p.room.left = gap
	for _, set := range p.names {
		p.room.left = max(p.room.left, b.widest(set, p.nameSize)+gap)
	}
	p.room.right = b.width - 2*gap - p.values.width(b)
	apart := b.wide(number(max(1, c.highest()), c.Decimals), labelSize) + 3*gap
	p.scale = scaleTo(c.highest(), c.Top, c.Decimals, int(min(10, max(1, p.room.width()/apart))))
	_, marks := p.scale.marks()
	p.room.right = min(p.room.right, b.width-b.wide(marks[len(marks)-1], labelSize)/2)
}

// at is a place by its distance from the axis and along the axis.
func (p plan) at(out, along float64) doc.Point {
	if p.lying {
		return doc.Point{X: p.room.left + out, Y: p.room.top + along}
	}
	return doc.Point{X: p.room.left + along, Y: p.room.bottom - out}
}

// middle is where the middle of a group is along the axis.
func (p plan) middle(i int) float64 { return (float64(i)+0.5)*p.slot + p.aside }

// out is how far from the axis a value is.
func (p plan) out(value float64) float64 {
	extent := p.room.height()
	if p.lying {
		extent = p.room.width()
	}
	return extent * (value - p.scale.begin) / (p.scale.end - p.scale.begin)
}

// bar is the room of a bar or of a part of it.
func (p plan) bar(from, to, along, thick float64) area {
	a, z := p.at(p.out(from), along), p.at(p.out(to), along+thick)
	return area{min(a.X, z.X), min(a.Y, z.Y), max(a.X, z.X), max(a.Y, z.Y)}
}
