package chart

import (
	"math"
	"slices"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		value    float64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {math.Copysign(0, -1), 0, "0"}, {7, 0, "7"}, {9999, 0, "9999"}, {10000, 0, "10\u00a0000"},
		{1234567, 0, "1\u00a0234\u00a0567"}, {70.25, 1, "70,3"}, {-1.25, 1, "−1,3"}, {-0.04, 1, "0,0"}, {66.666, 1, "66,7"}, {0, 1, "0,0"}, {99999.96, 1, "100\u00a0000,0"}, {math.NaN(), 1, "…"},
	} {
		if got := number(test.value, test.decimals); got != test.want {
			t.Errorf("%g: «%s», want «%s»", test.value, got, test.want)
		}
	}
}

func TestScale(t *testing.T) {
	for _, test := range []struct {
		highest, top float64
		decimals     int
		count        int
		want         []string
	}{
		{0, 0, 0, 5, []string{"0", "1"}},
		{1, 0, 0, 5, []string{"0", "1"}}, // half an activity is none
		{3, 0, 0, 5, []string{"0", "1", "2", "3"}},
		{33, 0, 0, 5, []string{"0", "10", "20", "30", "40"}},
		{33, 0, 0, 8, []string{"0", "5", "10", "15", "20", "25", "30", "35"}},
		{1234567, 0, 0, 4, []string{"0", "500\u00a0000", "1\u00a0000\u00a0000", "1\u00a0500\u00a0000"}},
		{98.4, 100, 1, 5, []string{"0", "20", "40", "60", "80", "100"}},
		{101, 100, 1, 5, []string{"0", "50", "100", "150"}}, // an honest axis shows all
		{0.3, 0, 1, 5, []string{"0", "0,1", "0,2", "0,3"}},
		{0.3, 0, 2, 6, []string{"0,00", "0,05", "0,10", "0,15", "0,20", "0,25", "0,30"}},
		{1, 0, 2, 3, []string{"0", "0,5", "1,0"}},
	} {
		s := scaleTo(test.highest, test.top, test.decimals, test.count)
		_, got := s.marks()
		if s.decimals > 0 && test.want[0] == "0" {
			got[0] = "0"
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("to %g, %d marks: %q", test.highest, test.count, got)
		}
	}
}

// Whatever the numbers, the marks are whole steps of 1, 2 or 5, no more than wanted,
// and the axis reaches over the highest value by less than a step.
func TestScaleProperties(t *testing.T) {
	for highest := 1.0; highest < 1e12; highest = math.Ceil(highest * 1.07) {
		for count := 1; count <= 10; count++ {
			s := scaleTo(highest, 0, 0, count)
			values, _ := s.marks()
			digit := s.step / math.Pow10(int(math.Floor(math.Log10(s.step)+tiny)))
			if digit != 1 && digit != 2 && digit != 5 || s.step < 1 {
				t.Fatalf("%g: step %g", highest, s.step)
			}
			last := values[len(values)-1]
			if len(values)-1 > count || last != s.end || last < highest || last-s.step >= highest {
				t.Fatalf("%g in %d: %v, end %g", highest, count, values, s.end)
			}
		}
	}
}
