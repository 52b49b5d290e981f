package chart

import (
	"math"
	"slices"
)

const (
	fewestBins = 5
	mostBins   = 8
	mostCut    = 10 // where a threshold wants it
)

// Intervals counts values, as they are printed with so many decimals, in 5 to 8 equal
// intervals with round bounds, inside a scale from lowest to highest; what is not known is
// NaN and is not counted. A number in through, a threshold, is one of the bounds: for it
// there may be 10, and where no round ones have it, they are counted from it. Without values there are none; where the
// scale has no room for five, there are fewer.
func Intervals(values []float64, decimals int, lowest, highest float64, through ...float64) []Bin {
	unit := math.Pow10(-decimals)
	var known []float64
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			known = append(known, exact(math.Floor(v/unit+0.5+tiny)*unit))
		}
	}
	if len(known) == 0 {
		return nil
	}
	d := division{unit: unit, low: slices.Min(known), high: slices.Max(known)}
	d.lowest, d.highest = min(lowest, d.low), max(highest, d.high)
	switch {
	case d.choose(mostBins, through...), d.choose(mostCut, through...):
	default:
		d.origin = through[0]
		d.choose(mostBins)
	}
	d.widen()
	bins := make([]Bin, d.count)
	for i := range bins {
		bins[i] = Bin{From: max(d.bound(i), d.lowest), To: min(d.bound(i+1), d.highest)}
		if d.whole {
			bins[i].To = min(d.bound(i+1)-1, d.highest)
		}
	}
	for _, v := range known {
		bins[min(d.place(v), d.count-1)].Count++
	}
	return bins
}

// exact takes away what sums of decimal fractions are off.
func exact(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// division is intervals while they are chosen.
type division struct {
	unit            float64 // the last decimal
	low, high       float64 // of the values
	lowest, highest float64 // of the scale
	origin, step    float64 // one of the bounds, and how far they are apart
	first           float64 // the first of them, in steps from the origin
	count           int
	whole           bool // intervals of whole numbers: 0–4, 5–9
}

func (d division) bound(i int) float64 {
	return exact(d.origin + (d.first+float64(i))*d.step)
}

// place is the interval of a value.
func (d division) place(v float64) int {
	return int(math.Floor((v-d.origin)/d.step+tiny) - d.first)
}

// choose takes the smallest step that needs no more intervals than can be seen. Of round
// bounds those that miss a threshold are passed over; a step much larger than the values
// need is none.
func (d *division) choose(most int, through ...float64) bool {
	found := 0
	for power := d.unit; found < 3; power *= 10 {
		for _, digit := range []float64{1, 2, 2.5, 4, 5} {
			step := digit * power
			quarter := isMultiple(2.5*power, d.unit)
			if digit == 2.5 && !quarter || digit == 4 && quarter {
				continue // 25 between 20 and 50; of units there is no such step but 4
			}
			if d.fit(step); d.count > most {
				continue
			}
			if found++; !slices.ContainsFunc(through, func(t float64) bool { return !isMultiple(t-d.origin, step) }) {
				return true
			}
		}
	}
	return false
}

func isMultiple(v, step float64) bool { return math.Abs(v/step-math.Round(v/step)) < tiny }

// fit lays intervals of a step over the values. The end of a scale is in the last one, for
// alone it would be an interval of its own.
func (d *division) fit(step float64) {
	d.step = step
	d.first = math.Floor((d.low-d.origin)/step + tiny)
	endsAlone := isMultiple(d.highest-d.origin, step) && (step > d.unit || d.unit != 1)
	d.whole = d.unit == 1 && isMultiple(d.origin, 1) && !endsAlone
	d.count = d.place(d.high) + 1
	switch {
	case d.whole || !endsAlone || d.high != d.highest:
	case d.count > 1:
		d.count--
	default:
		d.first--
	}
}

// widen adds empty intervals at both sides where the values need few.
func (d *division) widen() {
	for d.count < fewestBins {
		before := d.count
		if d.bound(d.count)+tiny < d.highest || d.whole && d.bound(d.count) <= d.highest {
			d.count++
		}
		if d.count < fewestBins && d.bound(0) > d.lowest+tiny {
			d.first--
			d.count++
		}
		if d.count == before {
			return
		}
	}
}
