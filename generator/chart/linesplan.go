package chart

import (
	"cmp"
	"math"
	"slices"

	"doklad/generator/doc"
)

// columnShare is of the width, for the names at the ends of lines.
const columnShare = 0.3

// ending is what stands right of a chart of lines, at the height of its last value.
type ending struct {
	out   float64
	words []string
	style *style // nil: a threshold
}

func (e ending) height() float64 { return float64(len(e.words))*line(labelSize) + gap/2 }

// layOut leaves room for marks, unit and signs of change over the lines, and the names at
// their ends.
func (c Lines) layOut(b *board) plan {
	p := plan{threshold: c.Threshold, nameSize: labelSize}
	low, high := c.bounds()
	p.scale = scaleBetween(low, high, c.Top, c.Decimals, c.marks())
	_, marks := p.scale.marks()
	p.room = area{left: b.widest(marks, labelSize) + gap, right: b.width - 0.2}
	column, high := 0.0, 0.0
	for _, e := range c.endings(b, p) {
		width := b.widest(e.words, labelSize)
		if e.style != nil {
			width += swatchRoom
		}
		column, high = max(column, width+2*gap), high+e.height()
	}
	p.room.right -= column
	if c.Unit != "" {
		p.unit = b.shorten(plain(c.Unit), labelSize, c.Width/2, 1, nil)
		p.room.top += line(labelSize)
	}
	p.room.top += float64(len(c.Changes))*line(labelSize) + gap + b.tall(labelSize) + 2*markerReach + gap
	p.slot = p.room.width() / float64(max(1, len(c.Points)))
	var points Bars
	for _, name := range c.Points {
		points.Groups = append(points.Groups, Group{Name: name})
	}
	under := points.namesUnder(b, &p)
	p.room.bottom = max(b.height-under, p.room.top+max(leastExtent, high))
	b.height = p.room.bottom + under
	return p
}

// marks are how many the axis has room for after its first.
func (c Lines) marks() int { return int(min(8, max(3, 0.6*c.Height/9))) }

// endings are the names of lines, and of the threshold, by the value where they end.
func (c Lines) endings(b *board, p plan) (all []ending) {
	for i, l := range c.Lines {
		if name := plain(l.Name); name != "" {
			last := 0.0
			for _, v := range l.Values {
				if !math.IsNaN(v) {
					last = v
				}
			}
			all = append(all, ending{p.out(max(last, p.scale.begin)), b.shorten(name, labelSize, columnShare*b.width-swatchRoom-2*gap, 3, nil), &styles[i]})
		}
	}
	if c.Threshold != nil {
		all = append(all, ending{p.out(c.Threshold.Value), b.shorten(plain(c.Threshold.Name), labelSize, columnShare*b.width-2*gap, 3, nil), nil})
	}
	return all
}

func (c Lines) draw(b *board, p plan) {
	p.axes(b)
	if p.scale.begin > 0 {
		b.breakSign(p.room.left, p.room.bottom-3)
	}
	corner := doc.Point{X: p.room.left, Y: p.room.bottom}
	b.strokes = append(b.strokes, segment{corner, doc.Point{X: p.room.right, Y: p.room.bottom}}, segment{corner, doc.Point{X: p.room.left, Y: p.room.top}})
	if p.scale.begin < 0 {
		zero := p.room.bottom - p.out(0)
		b.Line(p.room.left, zero, p.room.right, zero, axisLine)
	}
	c.drawChanges(b, p)
	if p.threshold != nil {
		y := p.room.bottom - p.out(p.threshold.Value)
		b.Line(p.room.left, y, p.room.right, y, doc.Stroke{Width: 1, Dashed: true})
		b.strokes = append(b.strokes, segment{doc.Point{X: p.room.left, Y: y}, doc.Point{X: p.room.right, Y: y}})
	}
	c.drawEndings(b, p)
	places := make([][]*doc.Point, len(c.Lines))
	for i, l := range c.Lines {
		for j, v := range l.Values {
			var at *doc.Point
			if !math.IsNaN(v) {
				point := p.at(p.out(v), p.middle(j))
				at = &point
			}
			places[i] = append(places[i], at)
		}
		b.trace(places[i], styles[i], func(j int) bool { return j+1 < len(c.Points) && !c.changed(j+1) })
	}
	for i, l := range c.Lines {
		for j, v := range l.Values {
			if at := places[i][j]; at != nil {
				b.tryAround(doc.Label{Text: number(v, c.Decimals), Size: labelSize, Clear: true}, *at)
			}
		}
	}
}

// drawChanges sets a line between the points where the method changed, with its words
// over it, each on a row of its own.
func (c Lines) drawChanges(b *board, p plan) {
	row := gap / 2
	if p.unit != nil {
		row += line(labelSize)
	}
	for _, change := range c.Changes {
		x := p.room.left + p.slot*float64(change.At)
		words := b.shorten(change.Words(), labelSize, b.width, 1, nil)
		half := b.widest(words, labelSize) / 2
		b.putLines(words, doc.Label{X: min(max(x, half), b.width-half), Y: row, Size: labelSize, Anchor: doc.Centre, Level: doc.Under, Clear: true})
		row += line(labelSize)
		top := gap/2 + float64(len(c.Changes))*line(labelSize)
		if p.unit != nil {
			top += line(labelSize)
		}
		b.Line(x, top, x, p.room.bottom, doc.Stroke{Width: 0.5, Dashed: true})
		b.strokes = append(b.strokes, segment{doc.Point{X: x, Y: top}, doc.Point{X: x, Y: p.room.bottom}})
	}
}

// drawEndings sets the names where the lines end, moved apart.
func (c Lines) drawEndings(b *board, p plan) {
	all := c.endings(b, p)
	wanted, sizes := make([]float64, len(all)), make([]float64, len(all))
	order := rising(all)
	for i, at := range order {
		wanted[i], sizes[i] = all[at].out, all[at].height()
	}
	for i, out := range spread(wanted, sizes, 0, p.room.height()) {
		e := all[order[i]]
		l := doc.Label{X: p.room.right + gap, Size: labelSize, Level: doc.Middle}
		l.Y = p.room.bottom - out - float64(len(e.words)-1)*line(labelSize)/2
		if e.style != nil {
			b.sample(*e.style, l.X, l.Y)
			l.X += swatchRoom
		}
		b.putLines(e.words, l)
	}
}

// breakSign says that an axis does not begin at zero.
func (b *board) breakSign(x, y float64) {
	b.Polygon([]doc.Point{{X: x - 1, Y: y - 0.4}, {X: x + 1, Y: y - 1.2}, {X: x + 1, Y: y + 0.4}, {X: x - 1, Y: y + 1.2}}, doc.Stroke{}, doc.White)
	b.Line(x-1, y-0.4, x+1, y-1.2, axisLine)
	b.Line(x-1, y+1.2, x+1, y+0.4, axisLine)
}

// rising are the places of endings in the order of their heights.
func rising(all []ending) []int {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[a].out, all[b].out) })
	return order
}
