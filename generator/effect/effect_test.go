package effect

import (
	"slices"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/formula"
	"doklad/generator/model"
)

func at(x float64) *float64 { return &x }

func known(x float64) model.Value { return model.KnownValue(x) }

// share is a share of V whose norm is 85; the others differ from it in one thing.
var (
	weight = model.Indicator{Code: "V", Unit: model.UnitPeople, Direction: model.Neutral, Tier: model.TierBoth, Total: model.TotalSum}
	share  = model.Indicator{Code: "X", Unit: model.UnitPercent, Decimals: 1, Direction: model.Higher, Tier: model.TierBoth, Total: model.TotalMean, Weight: "V",
		Thresholds: []model.Threshold{{Level: "достигнут", At: at(85)}}}
)

func with(change func(*model.Indicator)) model.Indicator {
	i := share
	change(&i)
	return i
}

// told is what two schools told in a year; nil: the school is not there.
type told map[string]map[string]model.Value

func year(t *testing.T, year int, before *consolidation.Consolidation, i model.Indicator, values told) *consolidation.Consolidation {
	t.Helper()
	return yearOf(t, year, before, i, values, model.Value{})
}

// yearOf is a year of which the office told X too; both schools are in cluster k.
func yearOf(t *testing.T, year int, before *consolidation.Consolidation, i model.Indicator, values told, own model.Value) *consolidation.Consolidation {
	t.Helper()
	part := weight
	part.Code = "A"
	in := consolidation.Input{Set: model.IndicatorSet{Indicators: []model.Indicator{i, weight, part}}, Year: year, Previous: before,
		Own: model.Values{"X": own}, Clusters: []consolidation.Group{{ID: "k"}}}
	for n := range in.Set.Indicators {
		in.Set.Indicators[n].Kinds = []model.InstitutionKind{model.FullSchool}
	}
	in.Formulas, _ = formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{in.Set}})
	for _, id := range []string{"a", "b"} {
		if v, there := values[id]; there {
			in.Units = append(in.Units, consolidation.Unit{ID: id, Kind: model.FullSchool, Cluster: "k", Values: v})
		}
	}
	return consolidation.Count(in)
}

// of is what school a told; b always told 100 of 50.
func of(x model.Value, n float64) told {
	return told{"a": {"X": x, "V": known(n)}, "b": {"X": known(100), "V": known(50)}}
}

func TestEffectOfUnit(t *testing.T) {
	lower := with(func(i *model.Indicator) { i.Direction, i.Thresholds = model.Lower, []model.Threshold{{At: at(25)}} })
	band := with(func(i *model.Indicator) {
		i.Direction, i.Thresholds = model.Band, []model.Threshold{{Band: &model.Interval{From: 10, To: 12}}}
	})
	free := with(func(i *model.Indicator) { i.Thresholds = nil })
	trend := with(func(i *model.Indicator) { i.Thresholds, i.Trend = nil, true })
	neutral := with(func(i *model.Indicator) { i.Thresholds, i.Direction = nil, model.Neutral })
	method := with(func(i *model.Indicator) { i.Methods = []model.MethodChange{{Year: 2022, Text: "иначе"}} })
	earlier := with(func(i *model.Indicator) { i.Methods = []model.MethodChange{{Year: 2021, Text: "иначе"}} })
	moved := with(func(i *model.Indicator) {
		i.Thresholds = []model.Threshold{{Reference: "край"}}
		i.References = []model.Reference{{Name: "край", Year: 2021, Value: 85}, {Name: "край", Year: 2022, Value: 70}}
	})
	for name, c := range map[string]struct {
		indicator     model.Indicator
		before, after told
		want          string
	}{
		"the norm is reached":              {share, of(known(70), 30), of(known(90), 30), "порог достигнут"},
		"the norm itself":                  {share, of(known(70), 30), of(known(85), 30), "порог достигнут"},
		"as printed":                       {share, of(known(70), 30), of(known(84.96), 30), "порог достигнут"},
		"better, not enough":               {share, of(known(70), 30), of(known(80), 30), "улучшение, порог не достигнут"},
		"better, and was enough":           {share, of(known(90), 30), of(known(95), 30), "улучшение, порог достигнут"},
		"worse, still enough":              {share, of(known(95), 30), of(known(90), 30), "ухудшение, порог достигнут"},
		"worse":                            {share, of(known(70), 30), of(known(60), 30), "ухудшение, порог не достигнут"},
		"alike as printed":                 {share, of(known(70.01), 30), of(known(70.04), 30), "без изменений, порог не достигнут"},
		"zero is a number":                 {share, of(known(0), 30), of(known(0), 30), "без изменений, порог не достигнут"},
		"lower is better":                  {lower, of(known(30), 30), of(known(25), 30), "порог достигнут"},
		"lower, and worse":                 {lower, of(known(30), 30), of(known(40), 30), "ухудшение, порог не достигнут"},
		"into the band":                    {band, of(known(15), 30), of(known(11), 30), "порог достигнут"},
		"past the band":                    {band, of(known(8), 30), of(known(14), 30), "без изменений, порог не достигнут"},
		"within the band":                  {band, of(known(10), 30), of(known(12), 30), "без изменений, порог достигнут"},
		"no norm":                          {free, of(known(70), 30), of(known(80), 30), "улучшение"},
		"by its trend":                     {trend, of(known(70), 30), of(known(80), 30), "улучшение, порог достигнут"},
		"the trend stands":                 {trend, of(known(70), 30), of(known(70), 30), "без изменений, порог достигнут"},
		"the trend turns down":             {trend, of(known(70), 30), of(known(60), 30), "ухудшение, порог не достигнут"},
		"the norm came down to it":         {moved, of(known(75), 30), of(known(75), 30), "без изменений, порог достигнут"},
		"worse, and the norm came lower":   {moved, of(known(80), 30), of(known(75), 30), "ухудшение, порог достигнут"},
		"counted otherwise since":          {method, of(known(70), 30), of(known(90), 30), "оценить нельзя: методика изменена"},
		"counted otherwise before both":    {earlier, of(known(70), 30), of(known(90), 30), "порог достигнут"},
		"no data after":                    {share, of(known(70), 30), of(model.Value{}, 30), "оценить нельзя: нет новых данных"},
		"sent nothing after":               {share, of(known(70), 30), told{"b": {"X": known(90)}}, "оценить нельзя: нет новых данных"},
		"no data before":                   {share, of(model.Value{}, 30), of(known(90), 30), "оценить нельзя: нет прежних данных"},
		"opened since":                     {share, told{"b": {"X": known(90)}}, of(known(90), 30), "оценить нельзя: нет прежних данных"},
		"does not apply any more":          {share, of(known(70), 30), of(model.NoValue(), 30), "оценить нельзя: показатель не применим"},
		"did not apply":                    {share, of(model.NoValue(), 30), of(known(90), 30), "оценить нельзя: нет прежних данных"},
		"few now":                          {share, of(known(70), 30), of(known(90), 9), "оценить нельзя: группа менее 10"},
		"few then":                         {share, of(known(70), 9), of(known(90), 30), "оценить нельзя: группа менее 10"},
		"ten are not few":                  {share, of(known(70), 10), of(known(90), 10), "порог достигнут"},
		"neither is better":                {neutral, of(known(70), 30), of(known(90), 30), "оценить нельзя: лучших значений у показателя нет"},
		"no data hides a change of method": {method, of(known(70), 30), of(model.Value{}, 30), "оценить нельзя: нет новых данных"},
	} {
		before := year(t, 2021, nil, c.indicator, c.before)
		after := year(t, 2022, before, c.indicator, c.after)
		e := Of("X", Subject{Unit: "a"}, before, after)
		if got := e.Text(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if (e.Conclusion == Unknown) != (e.Reason != "") || !slices.Contains(Conclusions, e.Conclusion) || e.Reason != "" && !slices.Contains(Reasons, e.Reason) {
			t.Errorf("%s: %+v", name, e)
		}
		if e.Indicator.Code != "X" {
			t.Errorf("%s: of %q", name, e.Indicator.Code)
		}
	}
}

// The norm of a trend is not to become worse: it is reached by becoming better after a year in
// which it did.
func TestEffectOfTrend(t *testing.T) {
	trend := with(func(i *model.Indicator) { i.Thresholds, i.Trend = nil, true })
	for _, c := range []struct {
		values [3]float64
		want   string
	}{
		{[3]float64{80, 70, 75}, "порог достигнут"},
		{[3]float64{80, 70, 70}, "без изменений, порог достигнут"},
		{[3]float64{80, 70, 60}, "ухудшение, порог не достигнут"},
		{[3]float64{60, 70, 75}, "улучшение, порог достигнут"},
		{[3]float64{70, 70, 75}, "улучшение, порог достигнут"},
		{[3]float64{60, 70, 65}, "ухудшение, порог не достигнут"},
	} {
		first := year(t, 2020, nil, trend, of(known(c.values[0]), 30))
		before := year(t, 2021, first, trend, of(known(c.values[1]), 30))
		after := year(t, 2022, before, trend, of(known(c.values[2]), 30))
		if got := Of("X", Subject{Unit: "a"}, before, after).Text(); got != c.want {
			t.Errorf("%v: %s, want %s", c.values, got, c.want)
		}
	}
}

// A school that is closed told nothing more; until it was, it is judged as others are.
func TestEffectOfClosed(t *testing.T) {
	before := year(t, 2021, nil, share, of(known(70), 30))
	for _, c := range []struct {
		closed model.Date
		after  told
		want   string
	}{
		{model.Date{Year: 2022, Month: 8, Day: 31}, told{"b": {"X": known(90)}}, "оценить нельзя: учреждение закрыто"},
		{model.Date{Year: 2021, Month: 12, Day: 31}, of(model.Value{}, 30), "оценить нельзя: учреждение закрыто"},
		{model.Date{Year: 2023, Month: 1, Day: 1}, told{"b": {"X": known(90)}}, "оценить нельзя: нет новых данных"},
		{model.Date{Year: 2022, Month: 8, Day: 31}, of(known(90), 30), "порог достигнут"},
	} {
		e := Of("X", Subject{"a", c.closed}, before, year(t, 2022, before, share, c.after))
		if e.Text() != c.want {
			t.Errorf("%s: %s, want %s", c.closed, e.Text(), c.want)
		}
	}
}

// The whole is judged as a unit is, but for a sum that lacks somebody.
func TestEffectOfWhole(t *testing.T) {
	sum := with(func(i *model.Indicator) {
		i.Unit, i.Total, i.Thresholds, i.Weight = model.UnitPeople, model.TotalSum, nil, ""
	})
	institutions := with(func(i *model.Indicator) { i.Tier = model.TierInstitution })
	poll := with(func(i *model.Indicator) {
		i.Tier, i.Total, i.Weight, i.ShareWhere = model.TierMunicipality, "", "", "V >= 40"
	})
	for name, c := range map[string]struct {
		indicator     model.Indicator
		before, after told
		want          string
	}{
		"a mean":                      {share, of(known(30), 50), of(known(90), 50), "порог достигнут"},
		"a mean of fewer":             {share, of(known(30), 50), of(model.Value{}, 50), "без изменений, порог достигнут"},
		"a sum":                       {sum, of(known(30), 1), of(known(20), 1), "ухудшение"},
		"a sum that lacks one":        {sum, of(known(30), 1), of(model.Value{}, 1), "оценить нельзя: данные неполные"},
		"a sum that lacked one":       {sum, of(model.Value{}, 1), of(known(30), 1), "оценить нельзя: данные неполные"},
		"there is none of the whole":  {institutions, of(known(30), 50), of(known(90), 50), "оценить нельзя: показатель не применим"},
		"a share of few institutions": {poll, of(known(30), 30), of(known(30), 50), "порог достигнут"},
		"nobody told":                 {share, of(known(30), 50), told{"a": {}, "b": {}}, "оценить нельзя: нет новых данных"},
	} {
		before := year(t, 2021, nil, c.indicator, c.before)
		if got := Of("X", Subject{}, before, year(t, 2022, before, c.indicator, c.after)).Text(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// Where not all told a total in both years, those that did are judged, and nobody else; that
// the norm is reached is told of all.
func TestEffectOfSameInstitutions(t *testing.T) {
	formula := with(func(i *model.Indicator) {
		i.Total, i.Formula, i.Thresholds = model.TotalFormula, "100 * A / V", []model.Threshold{{At: at(50)}}
	})
	poll := with(func(i *model.Indicator) {
		i.Tier, i.Total, i.Weight, i.ShareWhere = model.TierMunicipality, "", "", "V >= 40"
	})
	trend := with(func(i *model.Indicator) { i.Thresholds, i.Trend = nil, true })
	office := with(func(i *model.Indicator) { i.Tier, i.Total, i.Weight = model.TierMunicipality, "", "" })
	school := func(x, a, v float64) map[string]model.Value {
		return map[string]model.Value{"X": known(x), "A": known(a), "V": known(v)}
	}
	lacking := map[string]model.Value{"V": known(30)}
	for name, c := range map[string]struct {
		indicator     model.Indicator
		before, after told
		want          string
		units         int // of both years; 0: nobody is told apart
		was, now      float64
	}{
		"all told in both":             {share, told{"a": school(60, 0, 30), "b": school(70, 0, 30)}, told{"a": school(70, 0, 30), "b": school(70, 0, 30)}, "улучшение, порог не достигнут", 0, 0, 0},
		"nobody told in the same year": {share, told{"a": school(60, 0, 30), "b": lacking}, told{"a": school(60, 0, 30), "b": lacking}, "без изменений, порог не достигнут", 0, 0, 0},
		"the worst sent nothing":       {share, told{"a": school(60, 0, 30), "b": school(20, 0, 30)}, told{"a": school(60, 0, 30), "b": lacking}, "без изменений, порог не достигнут", 1, 60, 60},
		"the best sent nothing":        {share, told{"a": school(60, 0, 30), "b": school(90, 0, 30)}, told{"a": school(70, 0, 30)}, "улучшение, порог не достигнут", 1, 60, 70},
		"a new one is over the norm":   {share, told{"a": school(60, 0, 30)}, told{"a": school(60, 0, 30), "b": school(100, 0, 300)}, "без изменений, порог достигнут", 1, 60, 60},
		"a new one helps to the norm":  {share, told{"a": school(60, 0, 30)}, told{"a": school(61, 0, 30), "b": school(100, 0, 300)}, "порог достигнут", 1, 60, 61},
		"one did not apply":            {share, told{"a": school(60, 0, 30), "b": school(90, 0, 30)}, told{"a": school(50, 0, 30), "b": {"X": model.NoValue(), "V": known(30)}}, "ухудшение, порог не достигнут", 1, 60, 50},
		"one told no weight":           {share, told{"a": school(60, 0, 30), "b": school(90, 0, 30)}, told{"a": school(60, 0, 30), "b": {"X": known(90)}}, "без изменений, порог не достигнут", 1, 60, 60},
		"a formula":                    {formula, told{"a": school(0, 10, 40), "b": school(0, 0, 40)}, told{"a": school(0, 10, 40), "b": {"A": known(3)}}, "без изменений, порог не достигнут", 1, 25, 25},
		"a formula of none":            {formula, told{"a": school(0, 10, 40), "b": school(0, 0, 0)}, told{"a": school(0, 20, 40)}, "порог достигнут", 0, 0, 0},
		"a share of institutions":      {poll, told{"a": school(0, 0, 50), "b": school(0, 0, 30)}, told{"a": school(0, 0, 50), "b": {}}, "без изменений, порог достигнут", 1, 100, 100},
		"a trend":                      {trend, told{"a": school(60, 0, 30), "b": school(90, 0, 30)}, told{"a": school(65, 0, 30)}, "улучшение, порог не достигнут", 1, 60, 65},
		"others in each year":          {share, told{"a": school(60, 0, 30), "b": lacking}, told{"a": lacking, "b": school(90, 0, 30)}, "оценить нельзя: нет общих учреждений", 0, 0, 0},
		"all of the first are closed":  {share, told{"a": school(60, 0, 30)}, told{"b": school(90, 0, 30)}, "оценить нельзя: нет общих учреждений", 0, 0, 0},
		"what the office tells":        {office, told{"a": school(0, 0, 30), "b": {}}, told{"b": school(0, 0, 30)}, "улучшение, порог не достигнут", 0, 0, 0},
	} {
		before := yearOf(t, 2021, nil, c.indicator, c.before, known(60))
		after := yearOf(t, 2022, before, c.indicator, c.after, known(70))
		for _, id := range []string{"", "k"} { // the whole is one cluster
			if id != "" && c.indicator.Tier == model.TierMunicipality && c.indicator.ShareWhere == "" {
				continue
			}
			e := Of("X", Subject{Unit: id}, before, after)
			if e.Text() != c.want {
				t.Errorf("%s of %q: %s, want %s", name, id, e.Text(), c.want)
			}
			if (e.Same != nil) != (c.units > 0) || e.Same != nil && (e.Same.Units != c.units || e.Same.Before.Number != c.was || e.Same.Now.Number != c.now) {
				t.Errorf("%s of %q: %+v", name, id, e.Same)
			}
		}
	}
}

// Of a few nothing is judged, also where they are only few of those that told.
func TestEffectOfFewInBothYears(t *testing.T) {
	percent := with(func(i *model.Indicator) { i.Total, i.Formula = model.TotalFormula, "100 * A / V" })
	school := func(a, v float64) map[string]model.Value { return map[string]model.Value{"A": known(a), "V": known(v)} }
	for _, c := range []struct {
		before, after told
		units         int
	}{
		{told{"a": school(3, 9), "b": school(30, 50)}, told{"a": school(4, 12)}, 1}, // few of the year before
		{told{"a": school(3, 12), "b": school(30, 50)}, told{"a": school(4, 9)}, 0}, // all of the year after are few
	} {
		before := yearOf(t, 2021, nil, percent, c.before, model.Value{})
		e := Of("X", Subject{}, before, yearOf(t, 2022, before, percent, c.after, model.Value{}))
		if e.Text() != "оценить нельзя: группа менее 10" || (e.Same != nil) != (c.units > 0) || e.Same != nil && e.Same.Units != c.units {
			t.Errorf("%s %+v", e.Text(), e.Same)
		}
	}
}

// A year or an indicator that is not there.
func TestEffectOfNothing(t *testing.T) {
	before := year(t, 2021, nil, share, of(known(70), 30))
	after := year(t, 2022, before, share, of(known(90), 30))
	other := year(t, 2022, nil, with(func(i *model.Indicator) { i.Code = "Y" }), told{"a": {"Y": known(1), "V": known(30)}})
	for _, unit := range []string{"", "a"} {
		for _, c := range []struct {
			code          string
			before, after *consolidation.Consolidation
			want          Reason
			of            string
		}{
			{"X", before, nil, NoYearAfter, "X"},
			{"X", nil, nil, NoYearAfter, ""},
			{"X", nil, after, NoneBefore, "X"},
			{"X", before, other, Dropped, "X"},
			{"Y", before, other, NoneBefore, "Y"},
			{"Z", before, after, Dropped, ""},
		} {
			e := Of(c.code, Subject{Unit: unit}, c.before, c.after)
			if e.Conclusion != Unknown || e.Reason != c.want || e.Indicator.Code != c.of {
				t.Errorf("%s of %q: %s %s, want %s", c.code, unit, e.Reason, e.Indicator.Code, c.want)
			}
		}
	}
}
