package chart

import (
	"math"
	"strconv"
	"strings"
)

// number writes a value, never less than zero, as it is printed: with a comma, and
// from five digits on in groups of three with no-break spaces.
func number(value float64, decimals int) string {
	if math.IsNaN(value) {
		return "…" // the sign of tables for what is not known
	}
	whole, rest, _ := strings.Cut(strconv.FormatFloat(math.Abs(value), 'f', decimals, 64), ".")
	if len(whole) > 4 {
		for at := len(whole) - 3; at > 0; at -= 3 {
			whole = whole[:at] + "\u00a0" + whole[at:]
		}
	}
	if rest == "" {
		return whole
	}
	return whole + "," + rest
}

// scale is the axis of values: marks from zero to the end, as far apart as step.
type scale struct {
	end, step float64
	decimals  int
}

// scaleTo makes the axis for values up to the highest, with marks at steps of 1, 2
// or 5 and at most so many of them after zero; a fixed top is kept. Counts have whole
// marks.
func scaleTo(highest, top float64, decimals, marks int) scale {
	s := scale{end: max(highest, top)}
	if s.end == 0 {
		s.end = 1
	}
	lowest := math.Pow10(-decimals)
	power := math.Pow10(int(math.Floor(math.Log10(s.end / float64(marks)))))
	for _, digit := range []float64{1, 2, 5, 10} {
		if s.step = max(digit*power, lowest); math.Ceil(s.end/s.step-tiny) <= float64(marks) {
			break
		}
	}
	if highest > top || top == 0 {
		s.end = s.step * math.Ceil(s.end/s.step-tiny)
	}
	if s.step < 1 {
		s.decimals = int(math.Round(-math.Floor(math.Log10(s.step) + tiny)))
	}
	return s
}

// tiny is what a sum of decimal fractions may be off.
const tiny = 1e-9

func (s scale) marks() (values []float64, names []string) {
	for i := 0; float64(i)*s.step <= s.end*(1+tiny); i++ {
		values = append(values, float64(i)*s.step)
		names = append(names, number(float64(i)*s.step, s.decimals))
	}
	return values, names
}
