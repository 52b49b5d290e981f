package typeset

import "testing"

func TestSuperior(t *testing.T) {
	if got := Superior("120"); got != "¹²⁰" {
		t.Error(got)
	}
	tinos := Tinos().Regular
	for _, text := range []string{"¹²⁰", "а¹", "12", ""} {
		if got := tinos.Lowered(text); got != "" {
			t.Errorf("Tinos has %s, shown as %s", text, got)
		}
	}
	lacks := tinos.Unkerned()
	lacks.common['¹'] = -1
	if got := lacks.Lowered("¹²"); got != "12" {
		t.Errorf("shown as «%s»", got)
	}
	if got, want := lacks.Width("¹", 10), 0.6*tinos.Width("1", 10); got-want > 1e-5 || want-got > 1e-5 {
		t.Errorf("%g wide, want %g", got, want)
	}
}
