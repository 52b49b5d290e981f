package russian

import "testing"

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 12: "12", -12.5: "−12,5", 0.1: "0,1", 100000: "100000", 1e21: "1000000000000000000000"} {
		if got := Number(x); got != want {
			t.Errorf("%v: %s, want %s", x, got, want)
		}
	}
}
