package finding

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/formula"
	"doklad/generator/model"
)

func known(x float64) model.Value { return model.KnownValue(x) }
func at(x float64) *float64       { return &x }

var kinds = []model.InstitutionKind{model.FullSchool}

// set is a score with a norm and a self-assessment, a share of few, a trend, a share of
// institutions, and a result that must not rank.
func set() model.IndicatorSet {
	count := func(code string) model.Indicator {
		return model.Indicator{Code: code, Unit: model.UnitPeople, Direction: model.Neutral, Tier: model.TierBoth, Total: model.TotalSum, Kinds: kinds}
	}
	norm := func(x float64) []model.Threshold { return []model.Threshold{{Level: "достигнут", At: at(x)}} }
	own := model.Indicator{Code: "V3", Unit: "балл", Decimals: 1, Direction: model.Neutral, Tier: model.TierInstitution, Kinds: kinds}
	return model.IndicatorSet{Indicators: []model.Indicator{
		{Code: "A1", Unit: "балл", Decimals: 1, Direction: model.Higher, Tier: model.TierBoth, Total: model.TotalMean, Kinds: kinds, Scale: "s", Thresholds: norm(3), Self: "V3"},
		{Code: "A2", Unit: model.UnitPercent, Decimals: 1, Direction: model.Higher, Tier: model.TierBoth, Total: model.TotalFormula, Formula: "100 * V1 / V2", Weight: "V2", Kinds: kinds, Thresholds: norm(50)},
		{Code: "A3", Unit: model.UnitThings, Direction: model.Lower, Tier: model.TierBoth, Total: model.TotalSum, Kinds: kinds, Trend: true},
		{Code: "A4", Unit: model.UnitPercent, Direction: model.Lower, Tier: model.TierMunicipality, ShareWhere: "A1 < 3", Kinds: kinds, Thresholds: norm(0)},
		{Code: "A5", Unit: "балл", Decimals: 1, Direction: model.Higher, Tier: model.TierInstitution, Kinds: kinds, Thresholds: norm(60), Weight: "V2"},
		{Code: "A6", Unit: "балл", Decimals: 1, Direction: model.Higher, Tier: model.TierInstitution, Kinds: kinds, Thresholds: norm(60), Unranked: "результаты ВПР"},
		{Code: "A7", Unit: "балл", Decimals: 1, Direction: model.Higher, Tier: model.TierInstitution, Kinds: kinds, Formula: "A6 + 1", Thresholds: norm(60)},
		count("V1"), count("V2"), own,
	}}
}

func count(year int, before *consolidation.Consolidation, clusters []consolidation.Group, units ...consolidation.Unit) *consolidation.Consolidation {
	in := consolidation.Input{Set: set(), Year: year, Units: units, Clusters: clusters, Whole: "Муниципалитет", Previous: before}
	in.Formulas, _ = formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{in.Set}})
	return consolidation.Count(in)
}

func unit(id, cluster string, told model.Values) consolidation.Unit {
	return consolidation.Unit{ID: id, Name: "СОШ " + id, Kind: model.FullSchool, Cluster: cluster, Values: told}
}

func find(t *testing.T, f *Findings, subject model.Subject, unit, code string) Finding {
	t.Helper()
	n := slices.IndexFunc(f.List, func(f Finding) bool { return f.Subject == subject && f.Unit == unit && f.Code == code })
	if n < 0 {
		t.Fatalf("no finding of %s %s", unit, code)
	}
	return f.List[n]
}

func TestZones(t *testing.T) {
	before := count(2021, nil, nil, unit("1", "", model.Values{"A3": known(10)}))
	for name, test := range map[string]struct {
		code     string
		values   model.Values
		zone     model.Zone
		why      Reason
		distance float64
	}{
		"reached":                        {"A1", model.Values{"A1": known(3)}, model.GreenZone, "", 0},
		"reached as it is printed":       {"A1", model.Values{"A1": known(2.95)}, model.GreenZone, "", 0},
		"a tenth below":                  {"A1", model.Values{"A1": known(2.7)}, model.YellowZone, "", 0.3},
		"more than a tenth below":        {"A1", model.Values{"A1": known(2.6)}, model.RedZone, "", 0.4},
		"not told":                       {"A1", nil, model.GreyZone, NoData, 0},
		"not applicable":                 {"A1", model.Values{"A1": model.NoValue()}, model.GreyZone, DoesNotApply, 0},
		"a share of nine":                {"A2", model.Values{"V1": known(1), "V2": known(9)}, model.GreyZone, TooFew, 38.9},
		"a share of ten":                 {"A2", model.Values{"V1": known(1), "V2": known(10)}, model.RedZone, "", 40},
		"a mean over nine":               {"A5", model.Values{"A5": known(1), "V2": known(9)}, model.GreyZone, TooFew, 59},
		"a mean over ten":                {"A5", model.Values{"A5": known(59), "V2": known(10)}, model.YellowZone, "", 1},
		"a score of a small institution": {"A1", model.Values{"A1": known(3), "V2": known(9)}, model.GreenZone, "", 0},
		"a trend that got better":        {"A3", model.Values{"A3": known(9)}, model.GreenZone, "", 0},
		"a trend that got worse":         {"A3", model.Values{"A3": known(11)}, model.YellowZone, "", 1},
		"a trend that got far worse":     {"A3", model.Values{"A3": known(12)}, model.RedZone, "", 2},
		"an answer that is not good":     {"A4", model.Values{"A1": known(2)}, model.YellowZone, "", 0},
		"an answer that is good":         {"A4", model.Values{"A1": known(3)}, model.GreenZone, "", 0},
		"an answer that is not there":    {"A4", nil, model.GreyZone, NoData, 0},
	} {
		c := count(2022, before, nil, unit("1", "", test.values))
		f := find(t, Of(consolidation.Years{Consolidation: c, Before: []*consolidation.Consolidation{before}}), model.OfInstitution, "1", test.code)
		if f.Zone != test.zone || f.Why != test.why || f.Distance != test.distance {
			t.Errorf("%s: %s, %q, %v", name, f.Zone, f.Why, f.Distance)
		}
	}
}

// Of institutions there are few anywhere: their share is judged, of however few it is.
func TestShareOfFewInstitutions(t *testing.T) {
	c := count(2022, nil, nil, unit("1", "", model.Values{"A1": known(2)}), unit("2", "", model.Values{"A1": known(3)}))
	f := find(t, Of(consolidation.Years{Consolidation: c}), model.OfMunicipality, "", "A4")
	if f.Zone != model.RedZone || f.Why != "" || f.Distance != 50 || f.Part == nil || f.Part.String() != "1 из 2" {
		t.Errorf("%+v", f)
	}
}

// In the first year there is nothing to judge a trend by.
func TestFirstYear(t *testing.T) {
	c := count(2022, nil, nil, unit("1", "", model.Values{"A1": known(2), "A3": known(5)}))
	f := Of(consolidation.Years{Consolidation: c})
	if trend := find(t, f, model.OfInstitution, "1", "A3"); trend.Why != NothingBefore || trend.HasNorm || trend.Change.Known {
		t.Errorf("%+v", trend)
	}
	if score := find(t, f, model.OfInstitution, "1", "A1"); score.Zone != model.RedZone || score.History != nil || score.Run != 0 {
		t.Errorf("%+v", score)
	}
}

func TestHistory(t *testing.T) {
	for values, want := range map[[4]float64]string{ // the latest first; 0: not told
		{4, 3, 2, 1}: "2019: 1, 2020: 2, 2021: 3; run 3",
		{1, 2, 3, 3}: "2019: 3, 2020: 3, 2021: 2; run -2",
		{3, 3, 2, 1}: "2019: 1, 2020: 2, 2021: 3; run 0",
		{3, 0, 2, 1}: "2019: 1, 2020: 2; run 0",
		{3, 2, 0, 1}: "2019: 1, 2021: 2; run 1",
		{2, 3, 2, 1}: "2019: 1, 2020: 2, 2021: 3; run -1",
	} {
		var all []*consolidation.Consolidation
		for n, x := range values {
			told := model.Values{"A6": known(1)} // is always there
			if x > 0 {
				told["A1"] = known(x)
			}
			all = append(all, count(2022-n, nil, nil, unit("1", "", told)))
		}
		f := find(t, Of(consolidation.Years{Consolidation: all[0], Before: all[1:]}), model.OfInstitution, "1", "A1")
		var points []string
		for _, p := range f.History {
			points = append(points, fmt.Sprintf("%d: %v", p.Year, p.Value))
		}
		if got := fmt.Sprintf("%s; run %d", strings.Join(points, ", "), f.Run); got != want {
			t.Errorf("%v: %s, want %s", values, got, want)
		}
	}
}

// A place is one among those of the cluster; few and results of ВПР have none, nor has what
// is counted of these.
func TestPlaces(t *testing.T) {
	told := func(x float64) model.Values {
		return model.Values{"A1": known(x), "A6": known(x), "V1": known(x), "V2": known(5)}
	}
	units := []consolidation.Unit{unit("1", "a", told(3)), unit("2", "a", told(4)), unit("3", "a", told(3)), unit("4", "b", told(5)), unit("5", "", told(5)), unit("6", "", told(4))}
	f := Of(consolidation.Years{Consolidation: count(2022, nil, []consolidation.Group{{ID: "a", Name: "Сельские"}, {ID: "b"}}, units...)})
	want := map[string]Place{"1": {2, 3, "Сельские"}, "2": {1, 3, "Сельские"}, "3": {2, 3, "Сельские"}}
	for _, u := range units {
		if got := find(t, f, model.OfInstitution, u.ID, "A1").Place; got != want[u.ID] {
			t.Errorf("%s: %+v", u.ID, got)
		}
		for _, code := range []string{"A2", "A6", "A7"} {
			if got := find(t, f, model.OfInstitution, u.ID, code).Place; got != (Place{}) {
				t.Errorf("%s %s is ranked: %+v", u.ID, code, got)
			}
		}
	}
	f = Of(consolidation.Years{Consolidation: count(2022, nil, nil, units...)})
	if got := find(t, f, model.OfInstitution, "1", "A1").Place; got != (Place{5, 6, ""}) {
		t.Errorf("without clusters: %+v", got)
	}
}

func TestSelfAssessment(t *testing.T) {
	c := count(2022, nil, nil, unit("1", "", model.Values{"A1": known(2.4), "V3": known(3.1)}), unit("2", "", model.Values{"A1": known(2.4)}))
	f := Of(consolidation.Years{Consolidation: c})
	if got := find(t, f, model.OfInstitution, "1", "A1").Self; got == nil || *got != (SelfAssessment{"V3", 3.1, 0.7}) {
		t.Errorf("%+v", got)
	}
	if got := find(t, f, model.OfInstitution, "2", "A1").Self; got != nil {
		t.Errorf("nothing was told: %+v", got)
	}
}

// The whole and the clusters have findings of their own; each key leads back to its value.
func TestSubjects(t *testing.T) {
	units := []consolidation.Unit{unit("1", "a", model.Values{"A1": known(2)}), unit("2", "a", model.Values{"A1": known(4)})}
	f := Of(consolidation.Years{Consolidation: count(2022, nil, []consolidation.Group{{ID: "a", Name: "Сельские"}}, units...)})
	for _, want := range []struct {
		subject model.Subject
		unit    string
		value   float64
	}{{model.OfInstitution, "1", 2}, {model.OfInstitution, "2", 4}, {model.OfCluster, "a", 3}, {model.OfMunicipality, "", 3}} {
		got := find(t, f, want.subject, want.unit, "A1")
		if got.Value != known(want.value) || f.Value(got.Key, "A1") != got.Value || got.Year != 2022 {
			t.Errorf("%+v: %+v", want, got.Value)
		}
	}
	if v := f.Value(Key{Subject: model.OfInstitution, Unit: "9"}, "A1"); v != (model.Value{}) {
		t.Error("a unit that is not there", v)
	}
	few := Of(consolidation.Years{Consolidation: count(2022, nil, nil, unit("1", "", model.Values{"V1": known(1), "V2": known(9)}))})
	if v := few.Value(Key{Subject: model.OfInstitution, Unit: "1"}, "A2"); v.IsKnown() {
		t.Error("a share of nine is told", v)
	}
	region := count(2022, nil, nil, consolidation.Unit{ID: "m", Name: "Округ", Kind: model.Municipality, Values: model.Values{"A1": known(2)}})
	f = Of(consolidation.Years{Consolidation: region})
	find(t, f, model.OfMunicipality, "m", "A1")
	find(t, f, model.OfRegion, "", "A1")
}
