// Package chart draws numbers: from values and their names it makes a figure with
// its words for those who do not see it. It knows nothing of what the numbers count.
//
// The charts are printed in black and white and copied, so kinds are told apart by
// their fills; the axis of values begins at zero; no label covers another.
//
// Inside the package lengths are millimetres, sizes of type and widths of lines
// points.
package chart

import (
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// Bars is a chart of bars: one for each group with its kinds stacked, or one for
// each kind side by side.
type Bars struct {
	Caption string // without it the figure has no number

	// Width is that of the text; 0: 170 mm. A chart is made higher than Height
	// where it could not be read; 0: as high as is usual.
	Width, Height float64

	Series []Series // the kinds, from the one that a stack begins with
	Groups []Group  // in the order of reading

	Stacked bool
	Lying   bool // to the right, the names left of the bars; so many that their names find no room lie anyway

	Decimals  int     // digits after the comma; 0: whole numbers
	Unit      string  // of the axis; empty: the caption says it
	Top       float64 // where the axis ends, such as 100 %; 0: where the numbers do
	Threshold *Threshold

	Fonts *typeset.Family // nil: Tinos

	marksLow bool // bars under the threshold are black

	// Of a histogram:
	touching bool
	along    string  // what the names are of
	divide   *divide // nil: none
}

// Series is a kind of values.
type Series struct {
	Name string
	Fill doc.Fill // the zero value: one of Tones by the place among the series
}

// Group is what has one name on the axis. It has a value for each of the series;
// NaN, only beside each other: not known.
type Group struct {
	Name   string
	Values []float64
}

// Threshold is a value that the bars are to reach. Where there is one series without
// a fill, those under it are black.
type Threshold struct {
	Value float64
	Name  string // «порог 70 %»
}

// Figure draws the chart. The error says in Russian what is wrong with the numbers.
func (c Bars) Figure() (*doc.Figure, error) {
	if err := c.fault(); err != nil {
		return nil, err
	}
	c = c.withDefaults()
	b := &board{fonts: c.Fonts, width: c.Width, height: c.Height}
	p := c.layOut(b)
	p.axes(b)
	if c.Stacked {
		c.stacks(b, p)
	} else {
		c.sideBySide(b, p)
	}
	return &doc.Figure{Caption: c.Caption, Alt: c.alt(), Width: b.width, Height: b.height, Drawing: &b.Drawing}, nil
}

const (
	usualWidth  = 170
	usualHeight = 85
)

// usual is a length where none is given.
func usual(given, otherwise float64) float64 {
	if given == 0 {
		return otherwise
	}
	return given
}

func family(given *typeset.Family) *typeset.Family {
	if given == nil {
		return typeset.Tinos()
	}
	return given
}

func (c Bars) withDefaults() Bars {
	c.Fonts, c.Width = family(c.Fonts), usual(c.Width, usualWidth)
	if !c.Lying && c.tooClose() {
		c.Lying, c.Height = true, 0
	}
	if c.Height == 0 && !c.Lying {
		c.Height = usualHeight
	}
	tones := Tones(len(c.Series))
	series := make([]Series, len(c.Series))
	for i, s := range c.Series {
		if s.Fill.Pattern == doc.None {
			s.Fill = tones[i]
		}
		// Across the bar the lines would look like ends of its parts.
		if !c.Lying && s.Fill.Pattern == doc.HatchLevel {
			s.Fill.Pattern = doc.HatchUpright
		}
		series[i] = s
	}
	c.marksLow = (c.Threshold != nil || c.divide != nil) && len(c.Series) == 1 && c.Series[0].Fill.Pattern == doc.None
	c.Series = series
	return c
}
