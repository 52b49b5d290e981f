package chart

import (
	"slices"
	"testing"

	"doklad/generator/doc"
)

// What is told of a chart is what is drawn.
func TestToldIsDrawn(t *testing.T) {
	groups := func(count int) (all []Group) {
		for range count {
			all = append(all, Group{Name: "Школа", Values: []float64{41, 3}})
		}
		return all
	}
	for _, test := range []struct {
		what string
		bars Bars
		lies bool
		top  float64
		fill doc.Pattern // of the second series
	}{
		{"standing", Bars{Groups: groups(3)}, false, 50, doc.Solid},
		{"lying", Bars{Groups: groups(3), Lying: true}, true, 45, doc.Solid},
		{"too many to stand", Bars{Groups: groups(60)}, true, 45, doc.Solid},
		{"a fixed top", Bars{Groups: groups(3), Top: 100}, false, 100, doc.Solid},
		{"stacked", Bars{Groups: groups(3), Stacked: true}, false, 50, doc.Solid},
		{"upright lines in standing bars", Bars{Groups: groups(1), Series: []Series{{Name: "а"}, {Name: "б", Fill: doc.Hatch(doc.HatchLevel, 1)}}}, false, 50, doc.HatchUpright},
		{"negative", Bars{Groups: []Group{{Name: "А", Values: []float64{-1, 0}}}}, false, 0, doc.Solid},
	} {
		c := test.bars
		if c.Series == nil {
			c.Series = []Series{{Name: "а"}, {Name: "б"}}
		}
		bottom, top := c.Axis()
		if bottom != 0 || top != test.top || c.Lies() != test.lies || c.Fills()[1].Pattern != test.fill {
			t.Errorf("%s: axis %g to %g, lies %t, fills %v", test.what, bottom, top, c.Lies(), c.Fills())
		}
		if f, err := c.Figure(); err == nil && !slices.Contains(words(f), number(top, 0)) {
			t.Errorf("%s: %g is not at the axis: %q", test.what, top, words(f))
		}
	}
	if bottom, top := coverage().Axis(); bottom != 70 || !slices.Contains(words(drawing(t, coverage())), number(top, 0)) {
		t.Errorf("lines: axis %g to %g", bottom, top)
	}
	if got := marks().Below(); got != 2 {
		t.Errorf("%d intervals under the threshold", got)
	}
}
