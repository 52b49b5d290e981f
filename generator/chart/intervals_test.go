package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// named are intervals with their counts, as they stand under bars.
func named(bins []Bin) string {
	var said []string
	for _, b := range bins {
		said = append(said, fmt.Sprintf("%s: %d", b.Name(), b.Count))
	}
	return strings.Join(said, "; ")
}

func TestIntervals(t *testing.T) {
	inf := math.Inf(1)
	for _, test := range []struct {
		what            string
		values          []float64
		decimals        int
		lowest, highest float64
		through         []float64
		want            string
	}{
		{"shares", []float64{41.3, 55, 60, 69.9, 70, 88.8, 100}, 1, 0, 100, nil, "40–50: 1; 50–60: 1; 60–70: 2; 70–80: 1; 80–90: 1; 90–100: 1"},
		{"printed, not stored", []float64{49.96, 10.04, 95}, 1, 0, 100, nil, "0–20: 1; 20–40: 0; 40–60: 1; 60–80: 0; 80–100: 1"},
		{"a bound reached by its print", []float64{59.96, 59.94, 20, 95}, 1, 0, 100, nil, "20–30: 1; 30–40: 0; 40–50: 0; 50–60: 1; 60–70: 1; 70–80: 0; 80–90: 0; 90–100: 1"},
		{"a threshold on round bounds", []float64{5, 30, 70, 69.9, 100}, 1, 0, 100, []float64{70}, "0–10: 1; 10–20: 0; 20–30: 0; 30–40: 1; 40–50: 0; 50–60: 0; 60–70: 1; 70–80: 1; 80–90: 0; 90–100: 1"},
		{"a threshold on none", []float64{41, 61.3, 61.2, 88}, 1, 0, 100, []float64{61.3}, "31,3–41,3: 1; 41,3–51,3: 0; 51,3–61,3: 1; 61,3–71,3: 1; 71,3–81,3: 0; 81,3–91,3: 1"},
		{"scores", []float64{0, 4, 5, 9, 16, 17}, 0, 0, 17, nil, "0–3: 1; 4–7: 2; 8–11: 1; 12–15: 0; 16–17: 2"},
		{"few scores", []float64{2, 3, 5}, 0, 2, 5, nil, "2: 1; 3: 1; 4: 0; 5: 1"},
		{"whole shares", []float64{0, 35, 100}, 0, 0, 100, nil, "0–20: 1; 20–40: 1; 40–60: 0; 60–80: 0; 80–100: 1"},
		{"one value", []float64{70, 70}, 1, 0, 100, nil, "69,8–69,9: 0; 69,9–70: 0; 70–70,1: 2; 70,1–70,2: 0; 70,2–70,3: 0"},
		{"at the end of the scale", []float64{100}, 1, 0, 100, nil, "99,5–99,6: 0; 99,6–99,7: 0; 99,7–99,8: 0; 99,8–99,9: 0; 99,9–100: 1"},
		{"no scale", []float64{3, 1200, 7400}, 0, 0, inf, nil, "0–999: 1; 1000–1999: 1; 2000–2999: 0; 3000–3999: 0; 4000–4999: 0; 5000–5999: 0; 6000–6999: 0; 7000–7999: 1"},
		{"nothing", nil, 1, 0, 100, nil, ""},
		{"nothing known", []float64{math.NaN()}, 1, 0, 100, nil, ""},
	} {
		bins := Intervals(test.values, test.decimals, test.lowest, test.highest, test.through...)
		got := strings.ReplaceAll(named(bins), "\u00a0", "")
		if got != test.want {
			t.Errorf("%s: %s", test.what, got)
		}
	}
}

// Whatever the values: all are counted, each in an interval that holds it, and the chart
// of them can be drawn with its threshold.
func FuzzIntervals(f *testing.F) {
	f.Add(uint16(3), uint16(997), uint16(500), uint16(700), 1)
	f.Add(uint16(0), uint16(0), uint16(0), uint16(1), 0)
	f.Add(uint16(12), uint16(17), uint16(13), uint16(12), 0)
	f.Add(uint16(65535), uint16(0), uint16(1), uint16(613), 2)
	f.Fuzz(func(t *testing.T, a, b, c, through uint16, decimals int) {
		decimals = max(0, min(3, decimals))
		unit := math.Pow10(decimals)
		var values []float64
		for _, v := range []uint16{a, b, c} {
			values = append(values, float64(v)/unit)
		}
		threshold := &Threshold{Value: float64(max(1, through)) / unit, Name: "порог"}
		bins := Intervals(values, decimals, 0, float64(max(a, b, c, through))/unit, threshold.Value)
		if len(bins) > mostCut {
			t.Errorf("%d intervals", len(bins))
		}
		h := Histogram{Bins: bins}
		if err := h.fault(); err != nil {
			t.Fatal(err, named(bins))
		}
		if threshold.Value > bins[0].From && threshold.Value < bins[len(bins)-1].To {
			if h.Threshold = threshold; h.divide() == nil {
				t.Errorf("%g is inside %s", threshold.Value, named(bins))
			}
		}
		for i, bin := range bins {
			want := 0
			for _, v := range values {
				isLast := i == len(bins)-1 && v >= bin.From
				if v >= bin.From && (v < bin.To || v == bin.To && h.whole()) || isLast {
					want++
				}
			}
			if bin.Count != want {
				t.Errorf("%s: %d, want %d of %v", bin.Name(), bin.Count, want, values)
			}
		}
	})
}
