package chart

import (
	"fmt"
	"math"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// Histogram shows how many have which value: bars that touch, for intervals that
// follow each other. Equal heights of unequal intervals would lie, so these are a
// fault; the first and the last may be narrower, as scales end where they do.
type Histogram struct {
	Caption string // without it the figure has no number

	// Width is that of the text; 0: 170 mm. Height is the least; 0: 85 mm.
	Width, Height float64

	Bins []Bin
	// Scale is what the intervals are of: «первичный балл». Unit is what is counted:
	// «обучающихся».
	Scale, Unit string
	// Threshold stands between two intervals, at the first value that reaches it; the
	// bars under it are black.
	Threshold *Threshold

	Fonts *typeset.Family // nil: Tinos
}

// Bin is an interval with how many are in it. Intervals of whole numbers, 0–4 and 5–9,
// hold both their ends; where each begins with the end of the one before, it holds
// the first.
type Bin struct {
	From, To float64
	Count    int
}

// Figure draws the chart. The error says in Russian what is wrong with the numbers.
func (c Histogram) Figure() (*doc.Figure, error) {
	if err := c.fault(); err != nil {
		return nil, err
	}
	bars := Bars{Caption: c.Caption, Width: c.Width, Height: c.Height, Unit: c.Unit, Fonts: c.Fonts,
		Series: []Series{{}}, touching: true, along: plain(c.Scale), divide: c.divide()}
	for _, bin := range c.Bins {
		bars.Groups = append(bars.Groups, Group{Name: bin.Name(), Values: []float64{float64(bin.Count)}})
	}
	if bars.Width = usual(c.Width, usualWidth); bars.tooClose() {
		return nil, fmt.Errorf("интервалов %d: при ширине %.0f мм они не поместятся", len(c.Bins), bars.Width)
	}
	f, err := bars.Figure()
	if err != nil {
		return nil, err
	}
	f.Alt = c.alt(bars)
	return f, nil
}

// whole reports whether intervals are of whole numbers.
func (c Histogram) whole() bool {
	for i, bin := range c.Bins {
		if i > 0 && bin.From == c.Bins[i-1].To+1 {
			return true
		}
		if bin.From == bin.To {
			return true
		}
	}
	return false
}

func (c Histogram) fault() error {
	if err := faultOfAxis(c.Width, 0, 0, c.Threshold); err != nil {
		return err
	}
	for i, bin := range c.Bins {
		name := bin.Name()
		switch {
		case math.IsNaN(bin.From+bin.To) || math.IsInf(bin.From, 0) || math.IsInf(bin.To, 0) || bin.To < bin.From:
			return fmt.Errorf("интервал %d: от %g до %g", i+1, bin.From, bin.To)
		case bin.Count < 0:
			return fmt.Errorf("интервал %s: %d нельзя показать столбцом от нуля", name, bin.Count)
		case i > 0 && math.Abs(bin.From-c.Bins[i-1].To-c.step()) > tiny:
			return fmt.Errorf("интервал %s не следует за интервалом %s", name, c.Bins[i-1].Name())
		case i > 0 && i < len(c.Bins)-1 && math.Abs(c.widthOf(bin)-c.widest()) > tiny:
			return fmt.Errorf("интервал %s уже других", name)
		}
	}
	if c.Threshold != nil && len(c.Bins) > 0 && c.divide() == nil {
		return fmt.Errorf("порог %s стоит не между интервалами", number(c.Threshold.Value, digitsOf(c.Threshold.Value)))
	}
	return nil
}

// step is from the end of an interval to the next.
func (c Histogram) step() float64 {
	if c.whole() {
		return 1
	}
	return 0
}

func (c Histogram) widthOf(b Bin) float64 { return b.To - b.From + c.step() }

func (c Histogram) widest() (width float64) {
	for _, bin := range c.Bins {
		width = max(width, c.widthOf(bin))
	}
	return width
}

// divide finds the interval that the threshold stands before.
func (c Histogram) divide() *divide {
	if c.Threshold == nil {
		return nil
	}
	for i, bin := range c.Bins {
		if math.Abs(bin.From-c.Threshold.Value) < tiny {
			return &divide{before: i, name: c.Threshold.Name}
		}
	}
	if n := len(c.Bins); n > 0 && math.Abs(c.Bins[n-1].To+c.step()-c.Threshold.Value) < tiny {
		return &divide{before: n, name: c.Threshold.Name}
	}
	return nil
}

// Name is the interval as it stands under its bar.
func (b Bin) Name() string {
	from, to := number(b.From, digitsOf(b.From)), number(b.To, digitsOf(b.To))
	if b.From == b.To {
		return from
	}
	return from + "–" + to
}

// digitsOf are the digits of a bound after the comma.
func digitsOf(value float64) (digits int) {
	for shifted := value; digits < 6 && math.Abs(shifted-math.Round(shifted)) > tiny; digits++ {
		shifted *= 10
	}
	return digits
}

// divide is a line between groups: those before it miss the threshold.
type divide struct {
	before int
	name   string
}

// drawDivide sets the line of a histogram and its words over it.
func (p plan) drawDivide(b *board, d *divide) {
	x := p.room.left + p.slot*float64(d.before)
	words := b.shorten(plain(d.name), labelSize, b.width, 1, nil)
	half := b.widest(words, labelSize) / 2
	b.putLines(words, doc.Label{X: min(max(x, half), b.width-half), Y: p.divideTop, Size: labelSize, Anchor: doc.Centre, Level: doc.Under})
	b.Line(x, p.divideTop+line(labelSize), x, p.room.bottom, doc.Stroke{Width: 1, Dashed: true})
}
