package chart

import (
	"math"
	"strconv"
	"strings"
)

// number writes a value as it is printed: with a comma, and from five digits on in
// groups of three with no-break spaces.
func number(value float64, decimals int) string {
	if math.IsNaN(value) {
		return "…" // the sign of tables for what is not known
	}
	const half = 1 + 1e-15 // rounds a half away from zero, as tables and spreadsheets do
	digits := strconv.FormatFloat(math.Abs(value)*half, 'f', decimals, 64)
	whole, rest, _ := strings.Cut(digits, ".")
	if len(whole) > 4 {
		for at := len(whole) - 3; at > 0; at -= 3 {
			whole = whole[:at] + "\u00a0" + whole[at:]
		}
	}
	if value < 0 && strings.Trim(digits, "0.") != "" {
		whole = "−" + whole
	}
	if rest == "" {
		return whole
	}
	return whole + "," + rest
}

// scale is the axis of values: marks from its begin to its end, as far apart as step.
type scale struct {
	begin     float64 // under bars always zero
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
	s.step = stepOf(s.end, decimals, marks)
	if highest > top || top == 0 {
		s.end = s.step * math.Ceil(s.end/s.step-tiny)
	}
	s.decimals = decimalsOf(s.step)
	return s
}

// scaleBetween makes the axis of lines: from zero, unless all values are in its upper
// half or one is less than zero.
func scaleBetween(lowest, highest, top float64, decimals, marks int) scale {
	if highest == lowest || lowest >= 0 && lowest <= max(highest, top)/2 {
		lowest = min(lowest, 0)
		highest = max(highest, 0)
	}
	if lowest == 0 {
		return scaleTo(highest, top, decimals, marks)
	}
	s := scale{step: stepOf(max(highest, top)-lowest, decimals, max(2, marks-1))}
	s.begin = s.step * math.Floor(lowest/s.step+tiny)
	if s.end = top; highest > top || top == 0 {
		s.end = s.step * math.Ceil(highest/s.step-tiny)
	}
	s.decimals = decimalsOf(s.step)
	return s
}

// stepOf is 1, 2 or 5, so that a length has at most so many marks after its first.
func stepOf(length float64, decimals, marks int) (step float64) {
	lowest := math.Pow10(-decimals)
	power := math.Pow10(int(math.Floor(math.Log10(length / float64(marks)))))
	for _, digit := range []float64{1, 2, 5, 10} {
		if step = max(digit*power, lowest); math.Ceil(length/step-tiny) <= float64(marks) {
			break
		}
	}
	return step
}

// decimalsOf are the digits that marks so far apart need after the comma.
func decimalsOf(step float64) int {
	if step >= 1 {
		return 0
	}
	return int(math.Round(-math.Floor(math.Log10(step) + tiny)))
}

// tiny is what a sum of decimal fractions may be off.
const tiny = 1e-9

func (s scale) marks() (values []float64, names []string) {
	for i := 0; float64(i)*s.step <= (s.end-s.begin)*(1+tiny); i++ {
		value := s.begin + float64(i)*s.step
		values = append(values, value)
		names = append(names, number(value, s.decimals))
	}
	return values, names
}
