package typeset

import (
	"math"
	"testing"
)

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
	lacks.common['¹'] = math.Float32bits(-1)
	if got := lacks.Lowered("¹²"); got != "12" {
		t.Errorf("shown as «%s»", got)
	}
	if got, want := lacks.Width("¹", 10), 0.6*tinos.Width("1", 10); got-want > 1e-5 || want-got > 1e-5 {
		t.Errorf("%g wide, want %g", got, want)
	}
}

// The mark of a note never begins a line, not even behind a word that is cut.
func TestMarkStaysWithItsWord(t *testing.T) {
	for width := 30.0; width < 200; width += 3.7 {
		for _, line := range Break("Неразделимоеоченьдлинноеслово¹² и Ещёоднослово³", Setting{Face: Tinos().Regular, Size: 14, Width: width, Manner: Justified}) {
			if _, mark := lowered([]rune(line.Text)[0]); mark {
				t.Errorf("at %g: %s", width, line.Text)
			}
		}
	}
}
