package consolidation

import (
	"math/rand/v2"
	"slices"
	"testing"

	"doklad/generator/model"
)

// The total over some of the units is that of a municipality that has no others.
func TestOverSomeIsPlainArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	known := 0
	for range 600 {
		w := newWorld(t, r)
		c := Count(w.Input)
		some := w
		some.Units = slices.DeleteFunc(slices.Clone(w.Units), func(Unit) bool { return r.IntN(2) == 0 })
		var ids []string
		for _, u := range some.Units {
			ids = append(ids, u.ID)
		}
		want, alone := some.totalOf("*"), Count(some.Input)
		for n, row := range alone.Rows {
			code := row.Indicator.Code
			got := c.Over(code, ids, true)
			if row.Whole.Concerned && !sameValue(got.Value, want[code]) {
				t.Fatalf("%s over %v: %+v, should be %+v: %+v", code, ids, got.Value, want[code], w.Units)
			}
			whole := alone.Rows[n].Whole
			if got.Concerned != whole.Concerned || got.Told != whole.Told || got.Of != whole.Of || got.Small != whole.Small || got.Poll != whole.Poll {
				t.Fatalf("%s over %v: %+v, should be %+v", code, ids, got, whole)
			}
			if got.IsKnown() {
				known++
			}
		}
	}
	if known < 1500 {
		t.Error("only", known)
	}
}

// Those of both years have the same total over them alone; who is left out told nothing of it
// in one of the years, or was not there.
func TestSameIsPlainArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	found := map[string]int{}
	for range 800 {
		was, now := newWorld(t, r), newWorld(t, r)
		now.Year, now.Own = was.Year+1, was.Own
		before := Count(was.Input)
		y := Years{Count(now.Input), []*Consolidation{before}}
		for n, row := range y.Rows {
			code := row.Indicator.Code
			same := y.Same(n, "")
			both := slices.DeleteFunc(tellersOf(now, code), func(id string) bool { return !slices.Contains(tellersOf(was, code), id) })
			switch {
			case same == nil && row.Rule != Sum:
				if a, b := y.Over(code, both, true), before.Over(code, both, true); a.IsKnown() && row.Whole.IsKnown() && !sameValue(a.Value, row.Whole.Value) ||
					b.IsKnown() && before.Rows[n].Whole.IsKnown() && !sameValue(b.Value, before.Rows[n].Whole.Value) {
					t.Fatalf("%s: all are the same, but %+v is not %+v", code, a.Value, row.Whole.Value)
				}
			case same != nil:
				found[code]++
				if row.Rule == Sum || row.Rule == Told || same.Units != len(both) {
					t.Fatalf("%s: %+v, should be of %v: %+v, %+v", code, same, both, was.Units, now.Units)
				}
				some := now
				some.Units = slices.DeleteFunc(slices.Clone(now.Units), func(u Unit) bool { return !slices.Contains(both, u.ID) })
				if want := some.totalOf("*")[code]; same.Units > 0 && !sameValue(same.Now.Value, want) {
					t.Fatalf("%s: %+v, should be %+v", code, same.Now.Value, want)
				}
			}
		}
	}
	for _, code := range []string{"P", "M", "N", "Q", "G", "H"} {
		if found[code] < 150 {
			t.Error("only", found[code], "of", code)
		}
	}
}

// tellersOf are those that told an indicator, or all that it is counted of.
func tellersOf(w world, code string) (ids []string) {
	for _, u := range w.Units {
		a, b := u.Values["A"], u.Values["W"]
		told := u.Values[code].IsKnown()
		switch code {
		case "P", "Q":
			told = share(a, b).IsKnown()
		case "G", "H":
			told = a.IsKnown() && b.IsKnown()
		case "F":
			told = a.IsKnown()
		case "M":
			told = told && u.Kind == model.FullSchool && b.IsKnown() && b.Number > 0
		}
		if told {
			ids = append(ids, u.ID)
		}
	}
	return ids
}
