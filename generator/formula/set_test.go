package formula

import (
	"fmt"
	"slices"
	"testing"

	"doklad/generator/model"
)

func catalogue(indicators ...model.Indicator) model.Catalogue {
	return model.Catalogue{Sets: []model.IndicatorSet{{Indicators: indicators}}}
}

func derived(code, formula string) model.Indicator {
	return model.Indicator{Code: code, Formula: formula, Tier: model.TierBoth}
}

// A formula finds its parts counted, wherever they stand in the catalogue.
func TestComplete(t *testing.T) {
	municipal := derived("M1", "B1 * 10")
	municipal.Tier = model.TierMunicipality
	set, faults := NewSet(catalogue(derived("B1", "A1 + 1"), municipal, derived("A1", "V1 * 2"), model.Indicator{Code: "V1"}))
	if faults != nil {
		t.Fatal(faults)
	}
	given := map[string]model.Value{"V1": known(3), "A1": known(100)}
	got := set.Complete(given, model.TierInstitution)
	if got["B1"] != known(7) || got["A1"] != known(6) || len(got) != 3 {
		t.Error(got)
	}
	if got := set.Complete(given, model.TierMunicipality); got["M1"] != known(70) {
		t.Error(got)
	}
	if given["A1"] != known(100) || len(given) != 2 {
		t.Error("the given values were changed")
	}
	if got := set.Complete(nil, model.TierInstitution); got["B1"] != model.MissingValue("нет данных: A1") {
		t.Error(got)
	}
}

func TestCircles(t *testing.T) {
	for _, c := range []struct {
		indicators []model.Indicator
		want       []string
	}{
		{[]model.Indicator{derived("A1", "A1 + 1")}, []string{"A1: A1 → A1"}},
		{[]model.Indicator{derived("A1", "B1"), derived("B1", "C1"), derived("C1", "B1")}, []string{"B1: B1 → C1 → B1"}},
		{[]model.Indicator{derived("A1", "B1"), derived("B1", "A1"), derived("C1", "E1"), derived("E1", "C1")}, []string{"A1: A1 → B1 → A1", "C1: C1 → E1 → C1"}},
		{[]model.Indicator{derived("A1", "B1 + C1"), derived("B1", "C1"), derived("C1", "1")}, nil},
	} {
		set, faults := NewSet(catalogue(c.indicators...))
		var got []string
		for _, f := range faults {
			got = append(got, fmt.Sprintf("%s: %s", f.Code, f.Text[len("формулы ссылаются друг на друга по кругу: "):]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
		set.Complete(nil, model.TierInstitution) // ends
	}
}

func TestKindsOfResult(t *testing.T) {
	_, faults := NewSet(catalogue(derived("A1", "B1 > 1"), model.Indicator{Code: "B1", ShareWhere: "A1 + 1"}, model.Indicator{Code: "C1", ShareWhere: "X9 > 1"}))
	var got []string
	for _, f := range faults {
		got = append(got, f.Code+" "+f.Key)
	}
	if !slices.Equal(got, []string{"A1 formula", "B1 share_where", "C1 share_where"}) {
		t.Error(faults)
	}
}

func TestPoll(t *testing.T) {
	share := model.Indicator{Code: "S1", ShareWhere: "A1 >= 3", Tier: model.TierMunicipality}
	set, faults := NewSet(catalogue(share, model.Indicator{Code: "A1", Decimals: 2}))
	if faults != nil {
		t.Fatal(faults)
	}
	institution := func(v model.Value) map[string]model.Value { return map[string]model.Value{"A1": v} }
	poll := set.Poll("S1", []map[string]model.Value{
		institution(known(3)), institution(known(2.996)), institution(known(2.99)), institution(model.NoValue()), nil, institution(known(1)),
	})
	if want := (Poll{Holds: 2, Known: 4, Missing: 1, NotApplicable: 1}); poll != want || poll.Value() != known(50) {
		t.Errorf("%+v = %+v", poll, poll.Value())
	}
	if v := (Poll{NotApplicable: 2}).Value(); v != model.NoValue() {
		t.Error(v)
	}
	if v := (Poll{NotApplicable: 2, Missing: 1}).Value(); v.State != model.Missing || v.Reason == "" {
		t.Error(v)
	}
	if set.Poll("A1", nil) != (Poll{}) {
		t.Error("A1 has no condition")
	}
}
