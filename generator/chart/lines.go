package chart

import (
	"fmt"
	"math"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// Lines is a chart of values over years. A line is broken at a year without a value,
// and where the method changed: what is not comparable is not joined. The axis begins
// at zero unless all values are in its upper half; then it has a sign of the break.
type Lines struct {
	Caption string // without it the figure has no number

	// Width is that of the text; 0: 170 mm. Height is the least; 0: 85 mm.
	Width, Height float64

	Points  []string // names along the axis: years
	Lines   []Line   // at most four; their names stand at their ends
	Changes []Change

	Decimals  int
	Unit      string
	Top       float64 // where the axis ends; 0: where the numbers do
	Threshold *Threshold

	Fonts *typeset.Family // nil: Tinos
}

// Line has a value for each of the points of its chart; NaN: not known.
type Line struct {
	Name   string
	Values []float64
}

// Change says that from one point on, counted from 0, another method counts.
type Change struct {
	At   int
	Name string // empty: «методика изменена»
}

// Words say what was changed.
func (c Change) Words() string {
	if name := plain(c.Name); name != "" {
		return name
	}
	return "методика изменена"
}

// Figure draws the chart. The error says in Russian what is wrong with the numbers.
func (c Lines) Figure() (*doc.Figure, error) {
	if err := c.fault(); err != nil {
		return nil, err
	}
	c.Width, c.Height, c.Fonts = usual(c.Width, usualWidth), usual(c.Height, usualHeight), family(c.Fonts)
	b := &board{fonts: c.Fonts, width: c.Width, height: c.Height}
	p := c.layOut(b)
	if p.slot < line(smallSize) {
		return nil, fmt.Errorf("точек %d: при ширине %.0f мм они не поместятся", len(c.Points), c.Width)
	}
	c.draw(b, p)
	return &doc.Figure{Caption: c.Caption, Alt: c.alt(), Width: b.width, Height: b.height, Drawing: &b.Drawing}, nil
}

func (c Lines) fault() error {
	if err := faultOfAxis(c.Width, c.Decimals, c.Top, c.Threshold); err != nil {
		return err
	}
	for i, name := range c.Points {
		if strings.TrimSpace(name) == "" {
			return fmt.Errorf("у точки %d нет имени", i+1)
		}
	}
	for _, change := range c.Changes {
		if change.At < 1 || change.At >= len(c.Points) {
			return fmt.Errorf("методика изменена у точки %d, а их %d", change.At+1, len(c.Points))
		}
	}
	return faultOfLines(c.Lines, len(styles), len(c.Points))
}

// faultOfLines finds lines that cannot be drawn or told apart.
func faultOfLines(lines []Line, most, points int) error {
	switch {
	case len(lines) == 0:
		return fmt.Errorf("не сказано, что показывают линии")
	case len(lines) > most:
		return fmt.Errorf("линий %d, различить можно не больше %d", len(lines), most)
	}
	for i, l := range lines {
		if strings.TrimSpace(l.Name) == "" && len(lines) > 1 {
			return fmt.Errorf("у линии %d нет имени", i+1)
		}
		if len(l.Values) != points {
			return fmt.Errorf("«%s»: чисел %d, а точек %d", l.Name, len(l.Values), points)
		}
		for _, v := range l.Values {
			if math.IsInf(v, 0) {
				return fmt.Errorf("«%s»: %g нельзя показать", l.Name, v)
			}
		}
	}
	return nil
}

// bounds are the least and the greatest number that the axis is to show.
func (c Lines) bounds() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	if c.Threshold != nil {
		low, high = c.Threshold.Value, c.Threshold.Value
	}
	for _, l := range c.Lines {
		for _, v := range l.Values {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low > high {
		return 0, 0
	}
	return low, high
}

// changed reports whether another method counts from a point on.
func (c Lines) changed(point int) bool {
	for _, change := range c.Changes {
		if change.At == point {
			return true
		}
	}
	return false
}
