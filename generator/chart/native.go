package chart

import "doklad/generator/doc"

// This file tells of a chart what one of the same numbers in a workbook needs, so that
// the two are alike.

// Fills are those of the series as they are drawn.
func (c Bars) Fills() []doc.Fill {
	var fills []doc.Fill
	for _, s := range c.withDefaults().Series {
		fills = append(fills, s.Fill)
	}
	return fills
}

// Lies reports whether the bars are drawn lying, asked for or not.
func (c Bars) Lies() bool { return c.withDefaults().Lying }

// Axis is where the axis of values begins and ends. Parts of one chart have one axis.
func (c Bars) Axis() (bottom, top float64) {
	if c.fault() != nil {
		return 0, 0
	}
	c = c.withDefaults()
	return 0, c.layOut(&board{fonts: c.Fonts, width: c.Width, height: c.Height}).scale.end
}

// Axis is where the axis of values begins and ends.
func (c Lines) Axis() (bottom, top float64) {
	if c.fault() != nil {
		return 0, 0
	}
	low, high := c.bounds()
	c.Height = usual(c.Height, usualHeight)
	s := scaleBetween(low, high, c.Top, c.Decimals, c.marks())
	return s.begin, s.end
}

// Below is how many intervals are under the threshold.
func (c Histogram) Below() int {
	if d := c.divide(); d != nil {
		return d.before
	}
	return 0
}
