package chart

import (
	"math"
	"slices"
	"testing"
)

func TestSpread(t *testing.T) {
	for _, test := range []struct {
		what          string
		wanted, sizes []float64
		want          []float64
	}{
		{"apart", []float64{5, 20}, []float64{4, 4}, []float64{5, 20}},
		{"two at one place go equally far", []float64{10, 10}, []float64{4, 4}, []float64{8, 12}},
		{"at the low end", []float64{0, 1}, []float64{4, 4}, []float64{2, 6}},
		{"at the high end", []float64{99, 100}, []float64{4, 4}, []float64{94, 98}},
		// 10 and 11 would stand at 8.5 and 12.5, so 13 joins them: the mean of
		// 10-2, 11-6, 13-10 is 16/3.
		{"a third joins", []float64{10, 11, 13}, []float64{4, 4, 4}, []float64{16.0/3 + 2, 16.0/3 + 6, 16.0/3 + 10}},
		{"nothing", nil, nil, nil},
	} {
		got := spread(test.wanted, test.sizes, 0, 100)
		if !slices.EqualFunc(got, test.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("%s: %v, want %v", test.what, got, test.want)
		}
	}
}

// No two are nearer than their sizes, and all stay inside while there is room.
func TestSpreadProperties(t *testing.T) {
	seed := uint32(1)
	next := func(n float64) float64 {
		seed = seed*1664525 + 1013904223
		return n * float64(seed>>8) / (1 << 24)
	}
	for range 2000 {
		var wanted, sizes []float64
		for range int(next(9)) + 1 {
			wanted, sizes = append(wanted, next(60)), append(sizes, 1+next(5))
		}
		slices.Sort(wanted)
		places := spread(wanted, sizes, 0, 60)
		for i, at := range places {
			if at-sizes[i]/2 < -1e-9 || at+sizes[i]/2 > 60+1e-9 {
				t.Fatalf("%v, sizes %v: %v leave", wanted, sizes, places)
			}
			if i > 0 && at-places[i-1] < (sizes[i]+sizes[i-1])/2-1e-9 {
				t.Fatalf("%v, sizes %v: %v meet", wanted, sizes, places)
			}
		}
	}
}
