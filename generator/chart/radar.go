package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// Radar shows areas of quality on axes around a middle. Its scale is that of the marks
// themselves, from the lowest in the middle to the highest at the rim, whatever the
// numbers are.
type Radar struct {
	Caption string // without it the figure has no number

	// Width is that of the text; 0: 170 mm. Height is the least; 0: 100 mm.
	Width, Height float64

	Axes  []string // 3 to 12, clockwise from the top
	Lines []Line   // one to three; their names stand beside them where there is room

	Lowest, Highest float64
	Decimals        int
	Unit            string // what the marks are: «баллов»

	Fonts *typeset.Family // nil: Tinos
}

const (
	leastAxes, mostAxes = 3, 12
	mostRound           = 3 // lines of a radar
	usualRadarHeight    = 100.0
	leastRadius         = 16.0
	radarNameShare      = 0.26 // of the width, for the names at one side
)

// Figure draws the chart. The error says in Russian what is wrong with the numbers.
func (c Radar) Figure() (*doc.Figure, error) {
	if err := c.fault(); err != nil {
		return nil, err
	}
	c.Width, c.Height, c.Fonts = usual(c.Width, usualWidth), usual(c.Height, usualRadarHeight), family(c.Fonts)
	b := &board{fonts: c.Fonts, width: c.Width, height: c.Height}
	p := c.layOut(b)
	c.grid(b, p)
	p.drawNames(b)
	c.trace(b, p)
	c.nameRings(b, p)
	if !c.nameLines(b, p) {
		c.legend(b)
	}
	return &doc.Figure{Caption: c.Caption, Alt: c.alt(), Width: b.width, Height: b.height, Drawing: &b.Drawing}, nil
}

func (c Radar) fault() error {
	if err := faultOfAxis(c.Width, c.Decimals, 0, nil); err != nil {
		return err
	}
	if n := len(c.Axes); n < leastAxes || n > mostAxes {
		return fmt.Errorf("осей %d, а нужно от %d до %d", n, leastAxes, mostAxes)
	}
	for i, name := range c.Axes {
		if strings.TrimSpace(name) == "" {
			return fmt.Errorf("у оси %d нет имени", i+1)
		}
	}
	if !(c.Lowest < c.Highest) || math.IsInf(c.Highest-c.Lowest, 0) {
		return fmt.Errorf("шкала от %g до %g: нужны наименьшая и наибольшая отметки", c.Lowest, c.Highest)
	}
	if err := faultOfLines(c.Lines, mostRound, len(c.Axes)); err != nil {
		return err
	}
	for _, l := range c.Lines {
		for i, v := range l.Values {
			if v < c.Lowest || v > c.Highest {
				return fmt.Errorf("«%s», %s: %g вне шкалы от %g до %g", l.Name, c.Axes[i], v, c.Lowest, c.Highest)
			}
		}
	}
	return nil
}

// grid draws the rings, the axes, and the words of the scale in a corner.
func (c Radar) grid(b *board, p radarPlan) {
	for i, v := range p.marks {
		if i > 0 {
			var corners []doc.Point
			for axis := range c.Axes {
				corners = append(corners, p.at(axis, c.share(v)))
			}
			b.Polygon(corners, gridLine, doc.Fill{})
		}
	}
	for axis := range c.Axes {
		rim := p.at(axis, 1)
		b.Line(p.middle.X, p.middle.Y, rim.X, rim.Y, gridLine)
	}
	b.putLines(b.shorten(plain(c.scale()), labelSize, b.width, 1, nil), doc.Label{Size: labelSize, Y: gap / 2, Level: doc.Under})
}

// scale says in words from where to where the axes go.
func (c Radar) scale() string {
	text := "шкала от " + number(c.Lowest, digitsOf(c.Lowest)) + " до " + number(c.Highest, digitsOf(c.Highest))
	if c.Unit != "" {
		text += ", " + c.Unit
	}
	return text
}

// nameRings sets the marks left of the first axis, or where lines cover them at another
// side of it. A mark that finds no room is left out: the corner says the scale.
func (c Radar) nameRings(b *board, p radarPlan) {
	sides := []struct {
		x      float64
		anchor doc.Align
		down   bool
	}{{-1, doc.Right, false}, {1, doc.Left, false}, {-1, doc.Right, true}, {1, doc.Left, true}}
	var best *board
	most := -1
	if p.axes%2 == 1 {
		sides = sides[:2]
	}
	for _, side := range sides {
		trial := *b
		trial.taken, trial.Labels = slices.Clone(b.taken), slices.Clone(b.Labels)
		set := 0
		for _, v := range p.marks {
			at := p.at(0, c.share(v))
			if side.down { // along the axis under the middle
				at.Y = 2*p.middle.Y - at.Y
			}
			if trial.try(doc.Label{X: at.X + side.x*(markerReach+clearing), Y: at.Y, Text: number(v, p.decimals), Size: smallSize, Anchor: side.anchor, Level: doc.Middle, Clear: true}) {
				set++
			}
		}
		if set > most {
			best, most = &trial, set
		}
	}
	*b = *best
}

// share is how far from the middle a value is.
func (c Radar) share(value float64) float64 { return (value - c.Lowest) / (c.Highest - c.Lowest) }

// points are the places of a line; nil where its value is not known.
func (c Radar) points(p radarPlan, l Line) []*doc.Point {
	places := make([]*doc.Point, len(c.Axes))
	for i, v := range l.Values {
		if !math.IsNaN(v) {
			at := p.at(i, c.share(v))
			places[i] = &at
		}
	}
	return places
}

func (c Radar) trace(b *board, p radarPlan) {
	known := false
	for i, l := range c.Lines {
		b.trace(c.points(p, l), styles[i], func(int) bool { return true })
		for _, v := range l.Values {
			known = known || !math.IsNaN(v)
		}
	}
	if !known {
		b.put(doc.Label{X: p.middle.X, Y: p.middle.Y + p.radius/2, Text: "нет сведений", Size: labelSize, Anchor: doc.Centre, Level: doc.Middle, Clear: true})
	}
}

// legend stands under the chart where the lines leave their names no room.
func (c Radar) legend(b *board) {
	var kinds []Series
	for _, l := range c.Lines {
		kinds = append(kinds, Series{Name: l.Name})
	}
	l := b.legendRows(kinds, b.width)
	for i := range l.entries {
		l.entries[i].style = &styles[i]
	}
	l.top = b.height + gap
	b.height = l.top + l.height
	l.draw(b)
}
