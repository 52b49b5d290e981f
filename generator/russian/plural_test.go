package russian

import (
	"math"
	"testing"
)

func TestPlural(t *testing.T) {
	for n, want := range map[int]string{
		0: "школ", 1: "школа", 2: "школы", 4: "школы", 5: "школ", 10: "школ", 11: "школ", 12: "школ", 14: "школ",
		15: "школ", 20: "школ", 21: "школа", 22: "школы", 25: "школ", 100: "школ", 101: "школа", 111: "школ",
		112: "школ", 121: "школа", 1011: "школ", -1: "школа", -3: "школы", -11: "школ", -21: "школа",
		math.MinInt: "школ", math.MaxInt: "школ",
	} {
		if got := Plural(n, "школа", "школы", "школ"); got != want {
			t.Errorf("%d %s, want %s", n, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0\u00a0школ", 5: "5\u00a0школ", 21: "21\u00a0школа", -2: "−2\u00a0школы"} {
		if got := Count(n, "школа", "школы", "школ"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, test := range []struct {
		part, whole int
		want        string
	}{{0, 3, "0,0"}, {1, 3, "33,3"}, {2, 3, "66,7"}, {1, 2, "50,0"}, {3, 3, "100,0"}, {7, 13, "53,8"}, {1, 2000, "0,1"}} {
		if got := Percent(test.part, test.whole); got != test.want {
			t.Errorf("%d of %d: %s, want %s", test.part, test.whole, got, test.want)
		}
	}
}
