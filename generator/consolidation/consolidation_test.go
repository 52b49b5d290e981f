package consolidation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"doklad/generator/formula"
	"doklad/generator/model"
)

var schools = []model.InstitutionKind{model.FullSchool}

func known(x float64) model.Value { return model.KnownValue(x) }

// count is the consolidation of one told indicator over schools with these values.
func count(t *testing.T, year int, before *Consolidation, i model.Indicator, values ...model.Value) *Consolidation {
	t.Helper()
	i.Code, i.Kinds = "X", schools
	in := Input{Set: model.IndicatorSet{Indicators: []model.Indicator{i}}, Year: year, Previous: before}
	in.Formulas, _ = formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{in.Set}})
	for n, v := range values {
		in.Units = append(in.Units, Unit{ID: fmt.Sprint(n), Kind: model.FullSchool, Values: model.Values{"X": v}})
	}
	return Count(in)
}

func TestPlaces(t *testing.T) {
	higher := model.Indicator{Tier: model.TierInstitution, Direction: model.Higher, Decimals: 1}
	lower, neutral, answers, band := higher, higher, higher, higher
	lower.Direction, neutral.Direction, answers.Unit = model.Lower, model.Neutral, model.UnitYesNo
	band.Direction, band.Thresholds = model.Band, []model.Threshold{{Band: &model.Interval{From: 10, To: 12}}}
	for name, test := range map[string]struct {
		indicator model.Indicator
		values    []model.Value
		want      []int
	}{
		"more is better":        {higher, []model.Value{known(1), known(3), known(2)}, []int{3, 1, 2}},
		"less is better":        {lower, []model.Value{known(1), known(3), known(2)}, []int{1, 3, 2}},
		"equal as printed":      {higher, []model.Value{known(2.04), known(2), known(3), known(1)}, []int{2, 2, 1, 4}},
		"all within the band":   {band, []model.Value{known(10), known(12), known(13), known(8)}, []int{1, 1, 3, 4}},
		"what is not told":      {higher, []model.Value{known(1), {}, model.NoValue(), known(2)}, []int{2, 0, 0, 1}},
		"nobody to compare to":  {higher, []model.Value{known(1), {}}, []int{0, 0}},
		"none is better":        {neutral, []model.Value{known(1), known(2)}, []int{0, 0}},
		"answers have no place": {answers, []model.Value{known(1), known(0)}, []int{0, 0}},
	} {
		var got []int
		for _, c := range count(t, 2021, nil, test.indicator, test.values...).Rows[0].Units {
			got = append(got, c.Place)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

// A trend is judged by the year before, as both are printed, if both were counted in one
// way; a total too.
func TestTrend(t *testing.T) {
	trend := model.Indicator{Tier: model.TierBoth, Total: model.TotalMean, Direction: model.Lower, Decimals: 1, Trend: true}
	before := count(t, 2020, nil, trend, known(2), known(2), known(2.01), model.Value{})
	now := count(t, 2021, before, trend, known(1), known(3), known(2), known(5))
	var got []string
	for _, c := range now.Rows[0].Units {
		got = append(got, fmt.Sprintf("%s %v %v", c.Level.Name, c.Level.Met, c.Judged))
	}
	if want := []string{"улучшение true true", "ухудшение false true", "без изменений true true", " false false"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if whole := now.Rows[0].Whole; !whole.Judged || whole.Level.Met {
		t.Errorf("%+v", whole)
	}
	if first := before.Rows[0].Units[0]; first.Judged {
		t.Errorf("the first year: %+v", first)
	}
	trend.Methods = []model.MethodChange{{Year: 2021, Text: "считается иначе"}}
	if c := count(t, 2021, before, trend, known(1)).Rows[0].Units[0]; c.Judged {
		t.Errorf("counted in another way: %+v", c)
	}
}

func TestChanges(t *testing.T) {
	i := model.Indicator{Tier: model.TierBoth, Total: model.TotalSum, Direction: model.Higher, Decimals: 1}
	years := func(i model.Indicator) Years {
		before := count(t, 2020, nil, i, known(2.04), known(5))
		return Years{count(t, 2021, before, i, known(3.06), model.Value{}), []*Consolidation{before}}
	}
	y := years(i)
	if got, want := y.UnitChange(0, 0), (Change{Known: true, By: 1.1, Better: true}); got != want {
		t.Errorf("%+v", got)
	}
	if got := y.UnitChange(0, 1); got != (Change{}) {
		t.Errorf("not told: %+v", got)
	}
	if got := y.WholeChange(0); got != (Change{Partial: true}) {
		t.Errorf("a sum that lacks one: %+v", got)
	}
	whole := Years{count(t, 2021, y.Before[0], i, known(3.06), known(0.1)), y.Before}
	if got, want := whole.WholeChange(0), (Change{Known: true, By: -3.8, Worse: true}); got != want {
		t.Errorf("%+v", got)
	}
	i.Methods = []model.MethodChange{{Year: 2021, Text: "считается иначе"}}
	y = years(i)
	if got := y.WholeChange(0); got != (Change{Note: "считается иначе"}) {
		t.Errorf("%+v", got)
	}
	if got := (Years{Consolidation: y.Consolidation}).WholeChange(0); got != (Change{}) {
		t.Errorf("no year before: %+v", got)
	}
}

// A region counted of its municipalities is what all their institutions come to.
func TestRegion(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	compared := 0
	for range 500 {
		north, south := newWorld(t, r), newWorld(t, r)
		if len(north.Units) == 0 || len(south.Units) == 0 {
			continue
		}
		region, all := north.Input, north.Input
		region.Units = []Unit{Count(north.Input).AsUnit("n", "Север", ""), Count(south.Input).AsUnit("s", "Юг", "")}
		all.Units = slices.Concat(north.Units, south.Units)
		got, want := Count(region), Count(all)
		for _, code := range []string{"A", "W", "P", "Q", "G", "H"} {
			n, _ := got.Row(code)
			a, b := got.Rows[n].Whole, want.Rows[n].Whole
			if b.IsKnown() {
				compared++
			}
			if !sameValue(a.Value, b.Value) && (b.IsKnown() || a.IsKnown()) {
				t.Fatalf("%s: %+v, should be %+v: %+v", code, a, b, all.Units)
			}
			if code == "Q" && a.Poll != b.Poll {
				t.Fatalf("%+v, should be %+v", a.Poll, b.Poll)
			}
		}
		// What is not a count does not add up.
		if n, _ := got.Row("T"); got.Rows[n].Rule != Told || got.Rows[n].Whole.Value != region.Own["T"] {
			t.Fatalf("%+v", got.Rows[n])
		}
	}
	if compared < 1000 {
		t.Error("only", compared)
	}
}

// Counts that municipalities tell of themselves add up, and are a share of the region.
func TestRegionOfOffices(t *testing.T) {
	set := model.IndicatorSet{Indicators: []model.Indicator{
		{Code: "T", Unit: model.UnitPeople, Tier: model.TierMunicipality, Kinds: schools},
		{Code: "N", Unit: model.UnitPeople, Tier: model.TierMunicipality, Kinds: schools},
		{Code: "F", Unit: model.UnitPercent, Tier: model.TierMunicipality, Kinds: schools, Formula: "100 * T / N"},
		{Code: "I", Unit: model.UnitPercent, Tier: model.TierInstitution, Kinds: schools},
	}}
	formulas, _ := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
	unit := func(id string, t, n float64) Unit {
		return Unit{ID: id, Kind: model.Municipality, Cluster: "a", Values: model.Values{"T": known(t), "N": known(n), "I": known(1)}}
	}
	c := Count(Input{Set: set, Formulas: formulas, Units: []Unit{unit("x", 1, 10), unit("y", 3, 70)}, Clusters: []Group{{ID: "a"}}})
	for n, want := range []model.Value{known(4), known(80), known(5), {}} {
		if row := c.Rows[n]; row.Whole.Value != want || row.Clusters[0].Value != want {
			t.Errorf("%s: %+v", row.Indicator.Code, row.Whole)
		}
	}
	if row := c.Rows[2]; row.Units[0].Value != known(10) || c.Rows[3].Units[0].Concerned {
		t.Errorf("%+v", row.Units)
	}
}

// Units stand by clusters, and those that nothing concerns are left out.
func TestUnitsInOrder(t *testing.T) {
	w := newWorld(t, rand.New(rand.NewPCG(5, 6)))
	w.Units = nil
	for n, cluster := range []string{"b", "", "a", "unknown", "b", "a"} {
		w.Units = append(w.Units, Unit{ID: fmt.Sprint(n), Kind: model.FullSchool, Cluster: cluster})
	}
	w.Units = append(w.Units, Unit{ID: "6", Kind: model.Kindergarten, Cluster: "a"})
	var got []string
	c := Count(w.Input)
	for n, u := range c.Units {
		got = append(got, u.ID)
		if place, found := c.Unit(u.ID); !found || place != n {
			t.Error(u.ID, place)
		}
	}
	if !slices.Equal(got, []string{"2", "5", "0", "4", "1", "3"}) {
		t.Error(got)
	}
}

func TestNumbersTooLarge(t *testing.T) {
	i := model.Indicator{Tier: model.TierBoth, Total: model.TotalSum}
	if v := count(t, 2021, nil, i, known(1.7e308), known(1.7e308)).Rows[0].Whole.Value; v != model.MissingValue("слишком большое число") {
		t.Error(v)
	}
}

func BenchmarkCount(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	set := model.IndicatorSet{}
	for n := range 40 {
		set.Indicators = append(set.Indicators, model.Indicator{Code: fmt.Sprint("A", n), Unit: model.UnitPeople, Kinds: schools,
			Tier: model.TierBoth, Total: model.TotalSum, Direction: model.Neutral})
	}
	for n := range 30 {
		set.Indicators = append(set.Indicators, model.Indicator{Code: fmt.Sprint("S", n), Unit: model.UnitPercent, Decimals: 1, Kinds: schools, Direction: model.Higher,
			Tier: model.TierBoth, Total: model.TotalFormula, Formula: fmt.Sprintf("100 * A%d / A%d", n, n+1), Weight: fmt.Sprint("A", n+1)})
	}
	in := Input{Set: set, Year: 2021}
	in.Formulas, _ = formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
	for n := range 1000 {
		values := model.Values{}
		for _, i := range set.Indicators[:40] {
			values[i.Code] = known(float64(1 + r.IntN(500)))
		}
		in.Units = append(in.Units, Unit{ID: fmt.Sprint(n), Kind: model.FullSchool, Values: values})
	}
	for b.Loop() {
		Count(in)
	}
}

// A unit without a weight, or with none of those who are counted, has not told its mean.
func TestMeanOfThoseWithWeights(t *testing.T) {
	w := newWorld(t, rand.New(rand.NewPCG(9, 10)))
	unit := func(m, weight model.Value) Unit {
		return Unit{Kind: model.FullSchool, Values: model.Values{"M": m, "W": weight}}
	}
	w.Units = []Unit{unit(known(4), known(10)), unit(known(1), known(0)), unit(known(1), model.Value{}), unit(model.NoValue(), known(5)), unit(model.Value{}, known(5))}
	c := Count(w.Input)
	n, _ := c.Row("M")
	if got := c.Rows[n].Whole; got.Value != known(4) || got.Told != 1 || got.Of != 4 {
		t.Errorf("%+v", got)
	}
	w.Units = w.Units[1:2]
	if got := Count(w.Input).Rows[n].Whole; got.Told != 0 || got.Value != model.MissingValue("нет данных: W") {
		t.Errorf("%+v", got)
	}
}

// What was told of an indicator that does not concern the unit is no part of a formula.
func TestToldOfWhatDoesNotConcern(t *testing.T) {
	set := model.IndicatorSet{Indicators: []model.Indicator{
		{Code: "A", Tier: model.TierInstitution, Kinds: []model.InstitutionKind{model.BasicSchool}},
		{Code: "B", Tier: model.TierInstitution, Kinds: schools, Formula: "A + 1"},
	}}
	formulas, _ := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
	c := Count(Input{Set: set, Formulas: formulas, Units: []Unit{{Kind: model.FullSchool, Values: model.Values{"A": known(1)}}}})
	if a, b := c.Rows[0].Units[0], c.Rows[1].Units[0]; a.Concerned || b.Value != model.MissingValue("нет данных: A") {
		t.Errorf("%+v, %+v", a, b)
	}
}
