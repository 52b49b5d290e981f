package chart

import (
	"math"
	"testing"
)

// Whatever the numbers and words are, there is a figure or an error in words, and no
// label of a figure stands outside of it.
func FuzzReport(f *testing.F) {
	f.Add("2022", "округ", 70.0, 80.0, 0.0, 100.0, 1, 170.0)
	f.Add("", "", math.NaN(), math.Inf(1), -1.0, 1e300, 6, 80.0)
	f.Add("2021/2022 учебный год", "в среднем по краю", -5.5, 1e17, 1e17-16, 1e17, 0, 100.0)
	f.Add("а\u00adб", "\u00a0", 1e-9, 2e-9, 0.0, 1e-8, 2, math.NaN())
	f.Fuzz(func(t *testing.T, point, name string, a, b, low, high float64, decimals int, width float64) {
		points := []string{point, point + " 2", point + " 3", "4"}
		lines := []Line{{name, []float64{a, math.NaN(), b, a}}, {name + "2", []float64{low, high, a, b}}}
		threshold := &Threshold{Value: b, Name: name}
		for _, c := range []drawn{
			Lines{Width: width, Points: points, Lines: lines, Decimals: decimals, Unit: name, Threshold: threshold, Changes: []Change{{At: 2, Name: point}}},
			Lines{Width: width, Points: points, Lines: lines[1:], Decimals: decimals, Top: high},
			Radar{Width: width, Axes: points, Lines: lines, Lowest: low, Highest: high, Decimals: decimals, Unit: name},
			Histogram{Width: width, Bins: []Bin{{low, a, 3}, {a, b, decimals}, {b, high, 0}}, Scale: name, Unit: point, Threshold: threshold},
		} {
			figure, err := c.Figure()
			if (figure == nil) == (err == nil) {
				t.Fatalf("%T: figure %v, error %v", c, figure != nil, err)
			}
			if err != nil {
				continue
			}
			if figure.Alt == "" || !(figure.Width > 0 && figure.Height > 0) {
				t.Errorf("%T: %.1f × %.1f, «%s»", c, figure.Width, figure.Height, figure.Alt)
			}
			for _, l := range figure.Drawing.Labels {
				if !(l.X >= -tiny && l.X <= figure.Width+tiny && l.Y >= -tiny && l.Y <= figure.Height+tiny) {
					t.Errorf("%T: «%s» stands at %.1f, %.1f of %.1f × %.1f", c, l.Text, l.X, l.Y, figure.Width, figure.Height)
				}
			}
		}
	})
}
