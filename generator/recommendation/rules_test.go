package recommendation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/finding"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

func bound(x float64) *float64 { return &x }

// score is an indicator of institutions and of the whole whose norm is 3.
func score(code string, criteria ...model.Criterion) model.Indicator {
	return model.Indicator{Code: code, Title: "Балл", Unit: "балл", Decimals: 1, Direction: model.Higher, Tier: model.TierBoth, Total: model.TotalMean,
		Kinds: []model.InstitutionKind{model.FullSchool, model.BasicSchool}, Range: model.Interval{From: 0, To: 100}, FilledBy: model.FilledByInstitution, Criteria: criteria,
		Below: "низкий", Thresholds: []model.Threshold{{Level: "базовый", At: bound(3)}}}
}

func rule(text string, change ...func(*model.Criterion)) model.Criterion {
	c := model.Criterion{Text: text, Addressee: "руководителю", Term: "до 1 декабря"}
	for _, f := range change {
		f(&c)
	}
	return c
}

// recommend makes the recommendations of schools whose values are told in order of the codes.
func recommend(indicators []model.Indicator, schools ...[]float64) ([]recommendation.Recommendation, []recommendation.Tie, []recommendation.Fault) {
	set := model.IndicatorSet{Indicators: indicators}
	catalogue := model.Catalogue{Sets: []model.IndicatorSet{set}}
	rules, faults := recommendation.NewRules(catalogue)
	formulas, _ := formula.NewSet(catalogue)
	in := consolidation.Input{Set: set, Formulas: formulas, Year: 2022, Whole: "Муниципалитет", Clusters: []consolidation.Group{{ID: "village", Name: "Сельские"}}}
	for n, values := range schools {
		u := consolidation.Unit{ID: fmt.Sprintf("s-%d", n+1), Kind: model.FullSchool, Cluster: "village", Values: model.Values{}}
		if n%2 == 1 {
			u.Kind, u.Cluster = model.BasicSchool, ""
		}
		for k, x := range values {
			u.Values[indicators[k].Code] = model.KnownValue(x)
		}
		in.Units = append(in.Units, u)
	}
	list, ties := recommendation.Recommend(recommendation.Input{Findings: finding.Of(consolidation.Years{Consolidation: consolidation.Count(in)}),
		Rules: rules, Issued: model.Date{Year: 2022, Month: 10, Day: 3}})
	return list, ties, faults
}

func texts(list []recommendation.Recommendation) (all []string) {
	for _, r := range list {
		all = append(all, r.ID+" "+r.Text)
	}
	return all
}

// Which of several rules holds, and for whom.
func TestWhichRule(t *testing.T) {
	type change = func(*model.Criterion)
	zone := func(z model.Zone) change { return func(c *model.Criterion) { c.Zone = z } }
	of := func(s model.Subject) change { return func(c *model.Criterion) { c.Of = s } }
	to := func(k model.AddresseeKind) change { return func(c *model.Criterion) { c.To = k } }
	when := func(s string) change { return func(c *model.Criterion) { c.When = s } }
	kinds := func(c *model.Criterion) { c.Kinds = []model.InstitutionKind{model.BasicSchool} }
	village := func(c *model.Criterion) { c.Clusters = []string{"village"} }
	level := func(c *model.Criterion) { c.Level = "базовый" }
	for name, test := range map[string]struct {
		rules []model.Criterion
		want  string
	}{
		"below the norm":                {[]model.Criterion{rule("общее")}, "s-1 общее; s-2 общее"},
		"by zone":                       {[]model.Criterion{rule("красное", zone(model.RedZone)), rule("жёлтое", zone(model.YellowZone)), rule("зелёное", zone(model.GreenZone))}, "s-1 красное; s-3 зелёное; s-2 жёлтое"},
		"a level that meets the norm":   {[]model.Criterion{rule("передать опыт", level)}, "s-3 передать опыт"},
		"what says more goes first":     {[]model.Criterion{rule("общее"), rule("красное", zone(model.RedZone))}, "s-1 красное; s-2 общее"},
		"and what says still more":      {[]model.Criterion{rule("красное", zone(model.RedZone)), rule("красное, и второй", zone(model.RedZone), when("A2 > 50"))}, "s-1 красное, и второй"},
		"a condition that does not":     {[]model.Criterion{rule("второй", when("A2 > 60"))}, ""},
		"a condition not told":          {[]model.Criterion{rule("второй", when("A3 > 0"))}, ""},
		"a condition as it is printed":  {[]model.Criterion{rule("второй", when("A2 == 60"))}, "s-1 второй"},
		"of a kind":                     {[]model.Criterion{rule("ООШ", kinds)}, "s-2 ООШ"},
		"of a cluster":                  {[]model.Criterion{rule("сельским", village)}, "s-1 сельским"},
		"the finding of a cluster":      {[]model.Criterion{rule("кластеру", of(model.OfCluster), zone(model.GreenZone))}, "village кластеру"},
		"the finding of the whole":      {[]model.Criterion{rule("всем", of(model.OfMunicipality), zone(model.GreenZone))}, "- всем"},
		"to each addressee one of them": {[]model.Criterion{rule("родителям", to(model.ToParents)), rule("общее"), rule("учителям", to(model.ToTeachers), zone(model.RedZone))}, "s-1 общее; s-2 общее; s-1 учителям; s-1 родителям; s-2 родителям"},
	} {
		list, _, faults := recommend([]model.Indicator{score("A1", test.rules...), score("A2"), score("A3")}, []float64{1, 59.96}, []float64{2.9, 40}, []float64{8, 70})
		var got []string
		for _, r := range list {
			got = append(got, strings.Split(r.ID, "/")[1]+" "+r.Text)
		}
		if strings.Join(got, "; ") != test.want || faults != nil {
			t.Errorf("%s: %q, %v", name, got, faults)
		}
	}
}

// Rules of which neither says more: by their words where both may hold for any value, else by
// the values.
func TestContradictions(t *testing.T) {
	type change = func(*model.Criterion)
	zone := func(z model.Zone) change { return func(c *model.Criterion) { c.Zone = z } }
	when := func(s string) change { return func(c *model.Criterion) { c.When = s } }
	level := func(s string) change { return func(c *model.Criterion) { c.Level = s } }
	kinds := func(list ...model.InstitutionKind) change { return func(c *model.Criterion) { c.Kinds = list } }
	red, yellow := zone(model.RedZone), zone(model.YellowZone)
	for name, test := range map[string]struct {
		a, b       model.Criterion
		words, tie bool
	}{
		"one condition":             {rule("a", red), rule("b", red), true, false},
		"zones":                     {rule("a", red), rule("b", yellow), false, false},
		"a zone and a kind":         {rule("a", red), rule("b", kinds(model.FullSchool)), true, false},
		"grey and a kind":           {rule("a", zone(model.GreyZone)), rule("b", kinds(model.FullSchool)), false, false},
		"kinds apart":               {rule("a", kinds(model.BasicSchool)), rule("b", kinds(model.FullSchool)), false, false},
		"a level and its zone":      {rule("a", level("низкий")), rule("b", red), true, false},
		"a level of another zone":   {rule("a", level("базовый")), rule("b", red), false, false},
		"one says more":             {rule("a", red, when("A2 > 50")), rule("b", red), false, false},
		"conditions that both hold": {rule("a", when("A2 >= 10")), rule("b", when("A2 >= 20")), false, true},
		"conditions, one holds":     {rule("a", when("A2 >= 10")), rule("b", when("A2 < 10")), false, false},
		"a condition and a zone":    {rule("a", when("A2 >= 10")), rule("b", red), false, true},
		"the same measure":          {rule("a", when("A2 >= 10")), rule("a", when("A2 >= 20")), false, false},
	} {
		list, ties, faults := recommend([]model.Indicator{score("A1", test.a, test.b), score("A2")}, []float64{1, 60}, []float64{2, 70})
		switch {
		case (len(faults) == 2) != test.words || !test.words && faults != nil:
			t.Errorf("%s: %v", name, faults)
		case (len(ties) == 1) != test.tie || len(ties) > 1:
			t.Errorf("%s: %+v", name, ties)
		case test.tie && (ties[0].Count != 2 || ties[0].Finding.Unit != "s-1" || ties[0].Criteria != [2]string{"criterion[1]", "criterion[2]"} || len(list) != 2):
			t.Errorf("%s: %+v, %q", name, ties[0], texts(list))
		}
	}
}

// Rules of one remedy are one recommendation, which takes of each what is not in common.
func TestOneRemedyIsOneRecommendation(t *testing.T) {
	same := func(expected string, priority int) model.Criterion {
		return rule("Разобрать", func(c *model.Criterion) {
			c.Remedy, c.Expected, c.Reporting, c.Priority = "разбор", expected, "справка", priority
		})
	}
	list, _, faults := recommend([]model.Indicator{score("A1", same("балл выше", 3)), score("A2", rule("Иное")), score("A3", same("балл не ниже", 1))}, []float64{1, 1, 1})
	if len(list) != 2 || faults != nil {
		t.Fatalf("%q, %v", texts(list), faults)
	}
	r := list[0]
	if r.ID != "2022/s-1/A1" || r.Priority != 1 || r.Expected != "балл выше; балл не ниже" || r.Reporting != "справка" || len(r.Findings) != 2 || r.Findings[1].Code != "A3" {
		t.Errorf("%+v", r)
	}
	plain := rule("Разобрать")
	if list, _, _ = recommend([]model.Indicator{score("A1", plain), score("A2", plain)}, []float64{1, 1}); len(list) != 1 {
		t.Errorf("one text to one addressee is one recommendation: %q", texts(list))
	}
}

// IDs stay as another indicator comes before and after, and are never the same.
func TestIDsStay(t *testing.T) {
	parents := rule("Помочь", func(c *model.Criterion) { c.To = model.ToParents })
	office := rule("Учесть", func(c *model.Criterion) { c.Of = model.OfMunicipality })
	some := []model.Indicator{score("A1", rule("Первое"), parents, office), score("A2", rule("Второе"))}
	more := []model.Indicator{score("A0", rule("Нулевое")), some[0], score("A11", rule("Ещё")), some[1], score("A3", rule("Третье"))}
	was, _, _ := recommend(some, []float64{1, 1}, []float64{1, 1})
	is, _, _ := recommend(more, []float64{1, 1, 1, 1, 1}, []float64{1, 1, 1, 1, 1})
	var ids []string
	for _, r := range is {
		if slices.Contains(ids, r.ID) {
			t.Errorf("%s is there twice", r.ID)
		}
		ids = append(ids, r.ID)
	}
	for _, text := range texts(was) {
		if !slices.Contains(texts(is), text) {
			t.Errorf("%s is not among %q", text, texts(is))
		}
	}
	if want := []string{"2022/-/A1 Учесть", "2022/s-1/A1 Первое", "2022/s-1/A2 Второе", "2022/s-2/A1 Первое", "2022/s-2/A2 Второе", "2022/s-1/A1/parents Помочь", "2022/s-2/A1/parents Помочь"}; !slices.Equal(texts(was), want) {
		t.Errorf("%q", texts(was))
	}
}

// What contradicts itself is told at both places and applied at neither.
func TestWhatIsFaultyIsNotApplied(t *testing.T) {
	later := rule("Разобрать", func(c *model.Criterion) { c.Term = "до 1 марта" })
	basic := func(c *model.Criterion) { c.Kinds = []model.InstitutionKind{model.BasicSchool} }
	full := func(c *model.Criterion) { c.Kinds = []model.InstitutionKind{model.FullSchool} }
	remedy := func(c *model.Criterion) { c.Remedy = "м" }
	vpr := score("A1", rule("Уволить"))
	vpr.Unranked = "результаты ВПР"
	for name, test := range map[string]struct {
		indicators []model.Indicator
		faults     string
	}{
		"two terms":               {[]model.Indicator{score("A1", rule("Разобрать"), later)}, "A1.criterion[1] A1.criterion[2]"},
		"two texts":               {[]model.Indicator{score("A1", rule("Разобрать"), rule("Оставить"))}, "A1.criterion[1] A1.criterion[2]"},
		"two texts for one kind":  {[]model.Indicator{score("A1", rule("Разобрать", basic), rule("Оставить", basic))}, "A1.criterion[1] A1.criterion[2]"},
		"a remedy of two texts":   {[]model.Indicator{score("A1", rule("Разобрать", remedy)), score("A2", rule("Оставить", remedy))}, "A1.criterion[1].text A2.criterion[1].text"},
		"dismissal by ВПР":        {[]model.Indicator{vpr}, "A1.criterion[1].text"},
		"a condition by ВПР":      {[]model.Indicator{func() model.Indicator { i := vpr; i.Criteria = nil; return i }(), score("A2", rule("Лишить премии", func(c *model.Criterion) { c.When = "A1 < 50" }))}, "A2.criterion[1].text"},
		"a remedy shared with it": {[]model.Indicator{func() model.Indicator { i := vpr; i.Criteria = []model.Criterion{rule("Учить", remedy)}; return i }(), score("A2", rule("Учить", remedy, func(c *model.Criterion) { c.Expected = "премия" }))}, "A2.criterion[1].expected"},
		"an unknown code":         {[]model.Indicator{score("A1", rule("Учить", func(c *model.Criterion) { c.When = "B1 < 50" }))}, "A1.criterion[1].when"},
		"nothing is wrong":        {[]model.Indicator{score("A1", rule("Разобрать", basic), rule("Оставить", full), rule("Всем прочим"))}, ""},
		"a name, told elsewhere":  {[]model.Indicator{score("A1", rule("Помочь учителю А.С. Петровой"))}, ""},
	} {
		list, _, faults := recommend(test.indicators, []float64{1, 1}[:len(test.indicators)], []float64{1, 1}[:len(test.indicators)])
		var got []string
		for _, f := range faults {
			got = append(got, f.Code+"."+f.Key)
			if f.Text == "" || f.Hint == "" {
				t.Errorf("%s: %+v", name, f)
			}
		}
		if strings.Join(got, " ") != test.faults {
			t.Errorf("%s: %q", name, got)
		}
		for _, r := range list {
			if name != "nothing is wrong" && (r.Text != "Учить" || r.Findings[0].Code != "A1") {
				t.Errorf("%s: applied: %q", name, r.Text)
			}
		}
	}
}
