package consolidation

import (
	"math"
	"math/rand/v2"
	"testing"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// world is a small catalogue that has every rule, and a random municipality.
type world struct {
	Input
}

func newWorld(t testing.TB, r *rand.Rand) world {
	t.Helper()
	all := []model.InstitutionKind{model.BasicSchool, model.FullSchool}
	full := all[1:]
	indicator := func(code, unit string, d model.Direction, tier model.Tier, total model.Total, weight, f string) model.Indicator {
		return model.Indicator{Code: code, Unit: unit, Direction: d, Tier: tier, Total: total, Weight: weight, Formula: f, Decimals: 1, Kinds: all}
	}
	const both, office = model.TierBoth, model.TierMunicipality
	set := model.IndicatorSet{Indicators: []model.Indicator{
		indicator("P", "%", model.Higher, both, model.TotalFormula, "W", "100 * A / W"),
		indicator("A", "чел.", model.Neutral, both, model.TotalSum, "", ""),
		indicator("W", "чел.", model.Neutral, both, model.TotalSum, "", ""),
		indicator("M", "балл", model.Lower, both, model.TotalMean, "W", ""),
		indicator("N", "балл", model.Band, both, model.TotalMean, "", ""),
		indicator("Q", "%", model.Higher, office, "", "", ""),
		indicator("T", "балл", model.Higher, office, "", "", ""),
		indicator("F", "балл", model.Higher, office, "", "", "T + A"),
		indicator("G", "чел.", model.Higher, office, "", "", "A - W"),
		indicator("H", "%", model.Higher, office, "", "", "100 * A / G"),
	}}
	set.Indicators[4].Thresholds = []model.Threshold{{Level: "в норме", Band: &model.Interval{From: 2, To: 3}}}
	set.Indicators[5].ShareWhere = "P >= 50"
	set.Indicators[3].Kinds = full
	formulas, faults := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
	if faults != nil {
		t.Fatal(faults)
	}
	w := world{Input: Input{Set: set, Formulas: formulas, Year: 2021, Clusters: []Group{{ID: "a"}, {ID: "b"}}}}
	state := func(most int) model.Value {
		switch r.IntN(6) {
		case 0:
			return model.Value{}
		case 1:
			return model.NoValue()
		}
		return model.KnownValue(float64(r.IntN(most)))
	}
	for n := range r.IntN(9) {
		values := model.Values{"A": state(20), "W": state(20), "M": state(6), "N": state(6), "T": state(9), "P": state(100)}
		w.Units = append(w.Units, Unit{ID: string(rune('a' + n)), Kind: all[r.IntN(2)], Cluster: []string{"", "a", "b"}[r.IntN(3)], Values: values})
	}
	w.Own = model.Values{"T": state(9), "A": state(100)}
	return w
}

// naive are the values of one unit, or of some of them, by plain arithmetic.
type naive map[string]model.Value

func share(a, w model.Value) model.Value {
	switch {
	case a.State == model.NotApplicable || w.State == model.NotApplicable:
		return model.NoValue()
	case !a.IsKnown() || !w.IsKnown() || w.Number == 0:
		return model.Value{}
	}
	return model.KnownValue(100 * a.Number / w.Number)
}

// word is the value where nobody has told a number.
func word(none, missing int) model.Value {
	if none > 0 && missing == 0 {
		return model.NoValue()
	}
	return model.Value{}
}

func both(a, b model.Value, f func(a, b float64) float64) model.Value {
	switch {
	case a.State == model.NotApplicable || b.State == model.NotApplicable:
		return model.NoValue()
	case !a.IsKnown() || !b.IsKnown():
		return model.Value{}
	}
	return model.KnownValue(f(a.Number, b.Number))
}

// totalOf counts the totals of the units of a cluster; "*" is all of them.
func (w world) totalOf(cluster string) naive {
	got := naive{}
	count := func(code string, weighted bool) {
		sum, weights, told, none, missing := 0.0, 0.0, 0, 0, 0
		for _, u := range w.Units {
			if cluster != "*" && u.Cluster != cluster || code == "M" && u.Kind != model.FullSchool {
				continue
			}
			v, weight := u.Values[code], model.KnownValue(1)
			if weighted {
				weight = u.Values["W"]
			}
			switch {
			case v.State == model.NotApplicable:
				none++
			case v.IsKnown() && weight.IsKnown() && weight.Number > 0:
				sum += v.Number * weight.Number
				weights += weight.Number
				told++
			default:
				missing++
			}
		}
		switch {
		case told == 0:
			got[code] = word(none, missing)
		case code == "A" || code == "W":
			got[code] = model.KnownValue(sum)
		default:
			got[code] = model.KnownValue(sum / weights)
		}
	}
	for code, weighted := range map[string]bool{"A": false, "W": false, "M": true, "N": false} {
		count(code, weighted)
	}
	a, b := w.pairedOf(cluster)
	got["P"] = share(a, b)
	holds, known, none, missing := 0.0, 0.0, 0, 0
	for _, u := range w.Units {
		if cluster != "*" && u.Cluster != cluster {
			continue
		}
		switch p := share(u.Values["A"], u.Values["W"]); {
		case p.IsKnown():
			known++
			if math.Round(p.Number*10)/10 >= 50 {
				holds++
			}
		case p.State == model.NotApplicable:
			none++
		default:
			missing++
		}
	}
	if got["Q"] = word(none, missing); known > 0 {
		got["Q"] = model.KnownValue(100 * holds / known)
	}
	got["T"] = w.Own["T"]
	got["F"] = both(got["T"], got["A"], func(a, b float64) float64 { return a + b })
	got["G"] = both(a, b, func(a, b float64) float64 { return a - b })
	got["H"] = share(a, got["G"])
	return got
}

// pairedOf are the sums of A and W over the units that told both.
func (w world) pairedOf(cluster string) (a, b model.Value) {
	told, none, missing := 0, 0, 0
	for _, u := range w.Units {
		if cluster != "*" && u.Cluster != cluster {
			continue
		}
		switch v := both(u.Values["A"], u.Values["W"], func(a, b float64) float64 { return a + b }); {
		case v.IsKnown():
			told++
			a, b = model.KnownValue(a.Number+u.Values["A"].Number), model.KnownValue(b.Number+u.Values["W"].Number)
		case v.State == model.NotApplicable:
			none++
		default:
			missing++
		}
	}
	if told == 0 {
		a, b = word(none, missing), word(none, missing)
	}
	return a, b
}

func sameValue(a, b model.Value) bool {
	return a.State == b.State && math.Abs(a.Number-b.Number) <= 1e-9
}

// checkWorld compares a consolidation with plain arithmetic.
func checkWorld(t *testing.T, w world) {
	t.Helper()
	c := Count(w.Input)
	groups := append([]Group{{ID: "*"}}, w.Clusters...)
	for k, group := range groups {
		want := w.totalOf(group.ID)
		members := map[model.InstitutionKind]int{}
		for _, u := range w.Units {
			if group.ID == "*" || u.Cluster == group.ID {
				members[u.Kind]++
			}
		}
		for _, row := range c.Rows {
			code, cell := row.Indicator.Code, row.Whole
			if k > 0 {
				cell = row.Clusters[k-1]
			}
			has := len(members) > 0 && (code != "M" || members[model.FullSchool] > 0)
			if code == "T" || code == "F" {
				has = group.ID == "*"
			}
			if cell.Concerned != has {
				t.Fatalf("%s of %s: concerned %v of %+v", code, group.ID, cell.Concerned, w.Units)
			}
			if has && !sameValue(cell.Value, want[code]) {
				t.Fatalf("%s of %s: %+v, should be %+v: %+v, own %+v", code, group.ID, cell.Value, want[code], w.Units, w.Own)
			}
			if cell.State == model.Missing && has && cell.Reason == "" && code != "T" {
				t.Fatalf("%s of %s is missing without a reason", code, group.ID)
			}
			if cell.Told > cell.Of || has && row.Rule == Sum && (cell.Told > 0) != cell.IsKnown() {
				t.Fatalf("%s: told %d of %d", code, cell.Told, cell.Of)
			}
		}
	}
	for _, row := range c.Rows {
		checkPlaces(t, row)
		for u, cell := range row.Units {
			values := c.Units[u].Values
			want, concerned := values[row.Indicator.Code], row.Indicator.Tier != model.TierMunicipality && row.Indicator.Concerns(c.Units[u].Kind)
			switch row.Indicator.Code {
			case "P":
				want = share(values["A"], values["W"])
				if small := want.IsKnown() && values["W"].Number < model.SmallGroup; cell.Small != small ||
					small && *cell.Part != (Part{values["A"].Number, values["W"].Number}) {
					t.Fatalf("%+v of %+v", cell, values)
				}
			case "Q":
				if concerned = true; !cell.Answer {
					t.Fatal("no answer", cell)
				}
				if want = share(values["A"], values["W"]); want.IsKnown() {
					holds := 0.0
					if math.Round(want.Number*10)/10 >= 50 {
						holds = 1
					}
					want.Number = holds
				}
			}
			if cell.Concerned != concerned || concerned && !sameValue(cell.Value, want) {
				t.Fatalf("%s: %+v, should be %+v: %+v", row.Indicator.Code, cell, want, values)
			}
		}
	}
}

// checkPlaces: a place is one more than those who are better.
func checkPlaces(t *testing.T, row Row) {
	t.Helper()
	i := row.Indicator
	ranked := 0
	for _, c := range row.Units {
		if c.IsRanked() {
			ranked++
		}
	}
	for _, c := range row.Units {
		want := 0
		if c.IsRanked() && ranked > 1 && i.Direction != model.Neutral && i.Unranked == "" {
			want = 1
			for _, other := range row.Units {
				if other.IsRanked() && i.Better(other.Number, c.Number) {
					want++
				}
			}
		}
		if c.Place != want {
			t.Fatalf("%s: place %d, should be %d: %+v", i.Code, c.Place, want, row.Units)
		}
	}
}

func TestCountIsPlainArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		checkWorld(t, newWorld(t, r))
	}
}

func FuzzCount(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { checkWorld(t, newWorld(t, rand.New(rand.NewPCG(a, b)))) })
}
