package chart

import (
	"math"

	"doklad/generator/doc"
)

// plan is where the parts of a chart stand.
type plan struct {
	lying bool
	room  area // of the bars, from the axis to its end
	slot  float64
	scale scale

	names     [][]string
	nameSize  float64
	turned    bool // the names run upwards
	unit      []string
	values    writing
	threshold *Threshold
	limit     []string // the words at the threshold
	legend    legend
	top       float64 // of what stands over the bars
}

const (
	leastExtent = 30.0 // from the axis to its end
	highest     = 225.0
	nameShare   = 0.42 // of the width, for names left of the bars
	legendShare = 0.3
	limitWidth  = 26.0
)

func (c Bars) layOut(b *board) plan {
	p := plan{lying: c.Lying, threshold: c.Threshold, nameSize: labelSize}
	if c.Unit != "" {
		p.unit = b.shorten(plain(c.Unit), labelSize, c.Width, 1)
	}
	if c.Lying {
		c.lie(b, &p)
	} else {
		c.stand(b, &p)
	}
	return p
}

// stand lays a chart out whose bars stand: marks left, names under them, limit and
// legend of a stack right.
func (c Bars) stand(b *board, p *plan) {
	p.scale = scaleTo(c.highest(), c.Top, c.Decimals, int(min(8, max(3, 0.6*b.height/9))))
	_, marks := p.scale.marks()
	p.room.left, p.room.right = b.widest(marks, labelSize)+gap, b.width-0.2
	p.legend = b.legendColumn(c.kinds(), legendShare*b.width)
	if c.Stacked && p.legend.height < b.height {
		p.room.right -= p.legend.width
		p.legend.left = p.room.right
		p.room.right -= 4 * gap
	} else {
		p.legend = b.legendRows(c.kinds(), b.width)
		p.top = p.legend.height
	}
	if c.Threshold != nil {
		p.limit = b.shorten(plain(c.Threshold.Name), labelSize, limitWidth, 3)
		p.room.right -= b.widest(p.limit, labelSize) + gap
	}
	p.slot = (p.room.right - p.room.left) / float64(max(1, len(c.Groups)))
	p.values = b.writing(c.ends(), c.across(p), false, c.Stacked)
	p.room.top = p.top + p.values.height(b) + 2*gap
	if p.unit != nil {
		p.room.top += line(labelSize)
	}
	under := c.namesUnder(b, p)
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

// namesUnder chooses how the names stand under the bars: level while they can be
// wrapped, otherwise turned. It returns the height they take.
func (c Bars) namesUnder(b *board, p *plan) float64 {
	const most, worthWrapping = 3, 15.0
	room := p.slot - gap
	for _, size := range []float64{labelSize, smallSize} {
		p.names, p.nameSize = nil, size
		level, lines := true, 1
		for _, g := range c.Groups {
			set, fits, whole := b.wrap(plain(g.Name), size, room, most)
			if last := size == smallSize && room >= worthWrapping; last && !(fits && whole) {
				set, fits, whole = b.shorten(plain(g.Name), size, room, most), true, true
			}
			level = level && fits && whole
			lines = max(lines, len(set))
			p.names = append(p.names, set)
		}
		if level {
			return gap + float64(lines)*line(size)
		}
	}
	p.names, p.turned = nil, true
	longest := 0.0
	for _, g := range c.Groups {
		set := b.shorten(plain(g.Name), p.nameSize, 0.4*b.height, 1)
		longest = max(longest, b.widest(set, p.nameSize))
		p.names = append(p.names, set)
	}
	return 2*gap + longest
}

// lie lays a chart out whose bars lie: names left, marks and unit under them.
func (c Bars) lie(b *board, p *plan) {
	p.legend = b.legendRows(c.kinds(), b.width)
	p.top = p.legend.height
	p.room.top = p.top + gap
	if c.Threshold != nil {
		p.limit = b.shorten(plain(c.Threshold.Name), labelSize, b.width, 1)
		p.room.top += line(labelSize)
	}
	under := gap + line(labelSize)
	if p.unit != nil {
		under += line(labelSize)
	}
	c.namesBeside(b, p, under)
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

// namesBeside sets the names left of the bars, in as many lines as the height
// allows, and the height of a slot.
func (c Bars) namesBeside(b *board, p *plan, under float64) {
	count := float64(max(1, len(c.Groups)))
	free := highest
	if c.Height > 0 {
		free = c.Height
	}
	free -= p.room.top + under
	wanted, least := 7.5, line(smallSize)
	switch series := float64(len(c.Series)); {
	case c.Stacked:
		wanted = 13
	case series > 1:
		wanted, least = 4.2*series+3, max(least, 1.6*series+1)
	}
	for most := 3; most > 0; most-- {
		p.names = nil
		lines := 1
		for _, g := range c.Groups {
			set := b.shorten(plain(g.Name), labelSize, nameShare*b.width, most)
			lines = max(lines, len(set))
			p.names = append(p.names, set)
		}
		if p.slot = float64(lines)*line(labelSize) + gap; p.slot*count <= free {
			break
		}
	}
	p.slot = max(p.slot, wanted)
	if c.Height > 0 || p.slot*count > free {
		p.slot = max(least, free/count)
	}
	if p.slot < line(labelSize) {
		p.nameSize = smallSize
	}
}

// at is a place by its distance from the axis and along the axis.
func (p plan) at(out, along float64) doc.Point {
	if p.lying {
		return doc.Point{X: p.room.left + out, Y: p.room.top + along}
	}
	return doc.Point{X: p.room.left + along, Y: p.room.bottom - out}
}

// out is how far from the axis a value is.
func (p plan) out(value float64) float64 {
	extent := p.room.height()
	if p.lying {
		extent = p.room.width()
	}
	return extent * value / p.scale.end
}

// bar is the room of a bar or of a part of it.
func (p plan) bar(from, to, along, thick float64) area {
	a, z := p.at(p.out(from), along), p.at(p.out(to), along+thick)
	return area{min(a.X, z.X), min(a.Y, z.Y), max(a.X, z.X), max(a.Y, z.Y)}
}

// highest is the greatest value that the axis is to show.
func (c Bars) highest() float64 {
	value := 0.0
	if c.Threshold != nil {
		value = c.Threshold.Value
	}
	for _, g := range c.Groups {
		for _, v := range c.lengths(g) {
			if !math.IsNaN(v) {
				value = max(value, v)
			}
		}
	}
	return value
}

// lengths are how high the bars of a group are: one of a stack, or one for each kind.
func (c Bars) lengths(g Group) []float64 {
	if !c.Stacked {
		return g.Values
	}
	sum := 0.0
	for _, v := range g.Values {
		sum += v
	}
	return []float64{sum}
}

// ends are the texts at the ends of all bars.
func (c Bars) ends() (texts []string) {
	for _, g := range c.Groups {
		for _, v := range c.lengths(g) {
			texts = append(texts, number(v, c.Decimals))
		}
	}
	return texts
}

// thick is how thick a bar is: of a slot a stack leaves room beside it for values
// that do not fit inside.
func (c Bars) thick(p *plan) float64 {
	switch series := float64(len(c.Series)); {
	case c.Stacked && c.Lying:
		return min(0.5*p.slot, 8)
	case c.Stacked:
		return min(0.5*p.slot, 22)
	case c.Lying:
		return min(0.75*p.slot/series, 6)
	case series == 1:
		return min(0.6*p.slot, 16)
	default:
		return min(0.8*p.slot/series, 14)
	}
}

// across is the room that the value at the end of a bar has beside its neighbours.
func (c Bars) across(p *plan) float64 {
	if c.Stacked || len(c.Series) == 1 {
		return p.slot - 0.4
	}
	return c.thick(p)
}
