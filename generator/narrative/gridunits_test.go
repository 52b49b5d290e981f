package narrative

import (
	"fmt"
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/formula"
	"doklad/generator/model"
)

// row is a consolidation of one indicator over kindergartens, or schools.
func row(i model.Indicator, kind model.InstitutionKind, values ...model.Value) *consolidation.Consolidation {
	return rowAfter(nil, i, kind, values...)
}

// rowAfter has the year before, by which trends are judged.
func rowAfter(previous *consolidation.Consolidation, i model.Indicator, kind model.InstitutionKind, values ...model.Value) *consolidation.Consolidation {
	in := inputOf(i, kind, values...)
	in.Previous = previous
	return consolidation.Count(in)
}

// clustered are schools by clusters.
func clustered(i model.Indicator, clusters []string, values ...model.Value) *consolidation.Consolidation {
	in := inputOf(i, model.FullSchool, values...)
	for n, id := range clusters {
		in.Units[n].Cluster = id
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(clusters))) {
		in.Clusters = append(in.Clusters, consolidation.Group{ID: id, Name: id})
	}
	return consolidation.Count(in)
}

// inputOf is an indicator and the people by whom it is weighted, W01.
func inputOf(i model.Indicator, kind model.InstitutionKind, values ...model.Value) consolidation.Input {
	i.Kinds = []model.InstitutionKind{kind}
	if i.Formula == "" {
		i.FilledBy = model.FilledByInstitution
	}
	if i.Tier == "" {
		i.Tier, i.Total = model.TierBoth, model.TotalMean
	}
	weight := model.Indicator{Code: "W01", Unit: model.UnitPeople, Direction: model.Neutral, Tier: model.TierBoth, Total: model.TotalSum, Kinds: i.Kinds, FilledBy: model.FilledByInstitution}
	set := model.IndicatorSet{ID: "set", Indicators: []model.Indicator{i, weight}}
	formulas, _ := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
	in := consolidation.Input{Set: set, Formulas: formulas, Year: 2022, Whole: "По муниципалитету"}
	for n, v := range values {
		people := model.KnownValue(50)
		switch v.Reason {
		case "small":
			people = model.KnownValue(5)
		case "weightless":
			people = model.MissingValue("")
		}
		in.Units = append(in.Units, consolidation.Unit{ID: fmt.Sprintf("u%d", n+1), Name: fmt.Sprintf("Учреждение № %d", n+1), Kind: kind,
			Values: model.Values{i.Code: v, "W01": people}})
	}
	return in
}

func (g *grid) unitsTogether() {
	share := gridIndicator("%", 1, model.Higher)
	share.Weight = "W01"
	share.Thresholds = at(90)
	all := func(xs ...float64) (values []model.Value) {
		for _, x := range xs {
			values = append(values, model.KnownValue(x))
		}
		return values
	}
	unranked, lower, band, own, neutral := share, share, share, share, share
	unranked.Unranked = "результаты ВПР"
	lower.Direction, lower.Thresholds = model.Lower, at(25)
	band.Direction, band.Thresholds = model.Band, between(40, 60)
	own.Tier, own.Total = model.TierInstitution, ""
	neutral.Direction, neutral.Thresholds = model.Neutral, nil
	exact := band
	exact.Thresholds = between(100, 100)
	sum := gridIndicator("чел.", 0, model.Neutral)
	sum.Tier, sum.Total = model.TierBoth, model.TotalSum
	people := gridIndicator("чел.", 0, model.Lower)
	weightless := model.Value{State: model.Known, Number: 60, Reason: "weightless"}
	few := model.Value{State: model.Known, Number: 12, Reason: "small"}
	for _, s := range []struct {
		title  string
		i      model.Indicator
		kind   model.InstitutionKind
		values []model.Value
	}{
		{"часть достигла", share, model.Kindergarten, all(98.5, 91, 61, 90)},
		{"никто не достиг, ничьи", share, model.FullSchool, all(80, 70, 70, 80, 75)},
		{"достигли все, одинаковы", share, model.Kindergarten, all(100, 100)},
		{"ничья многих", share, model.FullSchool, all(98.5, 61, 61, 61, 61, 61)},
		{"нет данных, малые группы", share, model.FullSchool, append(all(95, 80), model.MissingValue(""), few)},
		{"нет данных у многих", share, model.Kindergarten, append(all(95, 80), make([]model.Value, 4)...)},
		{"меньше – лучше", lower, model.FullSchool, all(20, 30, 25)},
		{"меньше – лучше, никто", lower, model.FullSchool, all(30, 40)},
		{"в пределах", band, model.ExtraEducation, all(50, 70, 30)},
		{"одно число вместо пределов", exact, model.FullSchool, all(100, 99)},
		{"в пределах, никто", band, model.Kindergarten, all(70, 30, 20)},
		{"ВПР никого не ставит по местам", unranked, model.FullSchool, all(98.5, 91, 61)},
		{"ВПР двух школ", unranked, model.FullSchool, all(98.5, 61)},
		{"без направления", neutral, model.FullSchool, all(1.5, 2, 21)},
		{"общего значения нет", own, model.FullSchool, all(98.5, 61)},
		{"данных нет ни у кого", share, model.FullSchool, make([]model.Value, 3)},
		{"данных нет ни у кого, общего значения нет", own, model.FullSchool, make([]model.Value, 3)},
		{"данных нет, общего значения нет", own, model.FullSchool, append(all(95, 80), make([]model.Value, 5)...)},
		{"без численности", share, model.FullSchool, append(all(95, 80, 70), weightless, weightless)},
		{"без численности и без данных", share, model.FullSchool, append(all(95, 80, 70), weightless, model.MissingValue(""))},
		{"одинаковы, без направления", neutral, model.FullSchool, all(50, 50, 50)},
		{"одно учреждение", share, model.FullSchool, all(50)},
		{"ничьи многих с обеих сторон", share, model.Kindergarten, all(95, 95, 95, 95, 70, 70, 70, 70)},
		{"сумма, без направления", sum, model.FullSchool, all(100, 200, 300)},
		{"люди", people, model.Municipality, all(0, 21, 5)},
	} {
		g.title("учреждения вместе: %s", s.title)
		g.together(s.i, s.kind, s.values)
	}
	trend := share
	trend.Trend, trend.Thresholds = true, nil
	for _, s := range []struct {
		title       string
		before, now []model.Value
	}{
		{"часть", all(50, 50, 50), all(60, 50, 40)},
		{"ухудшения нет", all(50, 50), all(60, 50)},
		{"ухудшение у всех", all(50, 50), all(40, 30)},
	} {
		g.title("учреждения вместе, оценивается динамика: %s", s.title)
		g.together(trend, model.FullSchool, s.now, s.before...)
	}
	all21 := all(98.5)
	for range 20 {
		all21 = append(all21, model.KnownValue(95))
	}
	g.title("учреждения вместе: 21 из 21, 21 из 22")
	g.together(share, model.FullSchool, all21)
	g.together(share, model.Kindergarten, append(all21, model.KnownValue(50)))
}

func (g *grid) together(i model.Indicator, kind model.InstitutionKind, values []model.Value, before ...model.Value) {
	var seen []string
	for n := range 6 {
		i.Code = fmt.Sprintf("D%02d", n+1)
		var previous *consolidation.Consolidation
		if before != nil {
			previous = row(i, kind, before...)
			previous.Year = 2021
		}
		c := rowAfter(previous, i, kind, values...)
		said, err := g.phrases.SayUnits(c, 0)
		if err != nil {
			g.t.Fatal(err)
		}
		listed(g.t, said)
		if said.Text == "" {
			said.Text = "(ничего)"
		}
		seen = append(seen, readable(said.Text))
	}
	g.list(seen)
}
