package recommendation_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/consolidation"
	"doklad/generator/finding"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
	"doklad/generator/source"
)

var common = source.Open(fstest.MapFS{}, data.Common).Catalogue(".")

func setOf(id string) model.IndicatorSet {
	for _, s := range common.Sets {
		if s.ID == id {
			return s
		}
	}
	panic(id)
}

func told(pairs ...any) model.Values {
	values := model.Values{}
	for n := 0; n < len(pairs); n += 2 {
		switch x := pairs[n+1].(type) {
		case int:
			values[pairs[n].(string)] = model.KnownValue(float64(x))
		case float64:
			values[pairs[n].(string)] = model.KnownValue(x)
		case string:
			values[pairs[n].(string)] = model.NoValue()
		}
	}
	return values
}

// garden has told all that is well, but for what is changed.
func garden(pairs ...any) model.Values {
	values := told("DV01", 130, "DV02", 12, "DV03", 12, "DV04", 12, "DV05", 6, "DV06", 8, "DV07", 12, "DV08", 3.6, "DV09", 1, "DV10", 1, "DV11", 1)
	for code, v := range told(pairs...) {
		values[code] = v
	}
	return values
}

type unit struct {
	id     string
	kind   model.InstitutionKind
	values model.Values
	before model.Values // nil: it was not there
}

type testCase struct {
	name   string
	set    string
	issued model.Date
	units  []unit
	own    model.Values
	closed []string
}

func (c testCase) input() recommendation.Input {
	in := consolidation.Input{Set: setOf(c.set), Formulas: common.Formulas, Year: 2021, Whole: "Муниципалитет"}
	for _, u := range c.units {
		if u.before != nil {
			in.Units = append(in.Units, consolidation.Unit{ID: u.id, Name: u.id, Kind: u.kind, Values: u.before})
		}
	}
	y := consolidation.Years{}
	if len(in.Units) > 0 {
		y.Before = []*consolidation.Consolidation{consolidation.Count(in)}
		in.Previous = y.Before[0]
	}
	in.Year, in.Units, in.Own = 2022, nil, c.own
	for _, u := range c.units {
		in.Units = append(in.Units, consolidation.Unit{ID: u.id, Name: u.id, Kind: u.kind, Values: u.values})
	}
	y.Consolidation = consolidation.Count(in)
	r := recommendation.Input{Findings: finding.Of(y), Rules: common.Rules, Issued: c.issued}
	for _, id := range c.closed {
		r.Institutions = append(r.Institutions, model.Institution{ID: id, Kind: model.Kindergarten, Closed: model.Date{Year: 2022, Month: 8, Day: 31}})
	}
	return r
}

func cases() []testCase {
	autumn, winter := model.Date{Year: 2022, Month: 10, Day: 3}, model.Date{Year: 2022, Month: 12, Day: 20}
	dou := func(id string, pairs ...any) unit { return unit{id, model.Kindergarten, garden(pairs...), nil} }
	school := func(id string, pairs ...any) unit { return unit{id, model.FullSchool, told(pairs...), nil} }
	later := dou("ds-1", "D26", 2)
	later.before = garden("D26", 0)
	index := school("s-1", "S19", 30, "SV36", 200)
	index.before = told("S19", 20, "SV36", 200)
	return []testCase{
		{name: "область ниже базового уровня", set: "preschool", issued: autumn, units: []unit{dou("ds-2", "D08", 2.4)}},
		{name: "одна мера по двум областям, срок её в следующем году", set: "preschool", issued: autumn, units: []unit{dou("ds-2", "D04", 2.9, "D05", 1.5)}},
		{name: "самая низкая область: важнее общего – названный уровень", set: "preschool", issued: autumn, units: []unit{dou("ds-2", "D02", 1.2)}},
		{name: "самооценка выше внешней", set: "preschool", issued: autumn, units: []unit{dou("ds-2", "D02", 3, "D03", 3, "D04", 3, "D05", 3, "D06", 3, "D07", "н/п", "D08", 3, "D09", 3, "D10", 3, "DV08", 4)}},
		{name: "категория: 4 из 12, и 2 из 9 – малая группа", set: "preschool", issued: autumn, units: []unit{dou("ds-1", "DV05", 4), dou("ds-2", "DV04", 9, "DV05", 2, "DV07", 9, "DV01", 100)}},
		{name: "нет данных: просят только там, где об этом правило", set: "preschool", issued: autumn, units: []unit{dou("ds-1")}},
		{name: "не применимо: не о чем просить", set: "preschool", issued: autumn, units: []unit{dou("ds-1", "D24", "н/п")}},
		{name: "травматизм: срок от получения", set: "preschool", issued: winter, units: []unit{later}},
		{name: "учреждение закрыто до выпуска рекомендаций", set: "preschool", issued: autumn, units: []unit{dou("ds-1", "D26", 1), dou("ds-2", "D26", 1)}, closed: []string{"ds-1"}},
		{name: "ответ «нет» на условие доли учреждений", set: "preschool", issued: autumn, units: []unit{dou("ds-1", "DV09", 0)}},
		{name: "муниципалитет: очередь и места", set: "preschool", issued: autumn, units: []unit{dou("ds-1")}, own: told("D29", 4, "DV23", 90, "DV24", 100)},
		{name: "ВПР: разбор заданий, и только", set: "school", issued: autumn, units: []unit{school("s-1", "SV01", 40, "SV02", 20)}},
		{name: "ЕГЭ: русский и математика – одна мера; трое сдававших – малая группа", set: "school", issued: autumn,
			units: []unit{school("s-1", "S12", 60, "SV26", 20, "S13", 40, "SV27", 15), school("s-2", "S12", 60, "SV26", 3)}},
		{name: "первый год: динамики нет", set: "school", issued: autumn, units: []unit{school("s-1", "S19", 30, "SV36", 200)}},
		{name: "динамика хуже", set: "school", issued: autumn, units: []unit{index}},
	}
}

// The cases as a person reads them: who, what was found, what is recommended.
func TestCases(t *testing.T) {
	var b strings.Builder
	for _, c := range cases() {
		in := c.input()
		list, _ := recommendation.Recommend(in)
		fmt.Fprintf(&b, "== %s\n", c.name)
		for n := range in.Findings.List {
			f := &in.Findings.List[n]
			ofFewGardens := f.Unit == "" && f.Why == finding.TooFew
			if f.Why != finding.NoData && !ofFewGardens && (f.Zone != model.GreenZone || f.Self != nil) {
				b.WriteString("  вывод: " + said(f) + "\n")
			}
		}
		for _, r := range list {
			if r.Text == "Представить итоги независимой оценки или пояснение, почему её не было" && !strings.HasPrefix(c.name, "нет данных") {
				continue // of what the other cases do not tell
			}
			fmt.Fprintf(&b, "  %s, %s, приоритет %d\n    %s %s\n    %s – %s", r.ID, r.To.Words(), r.Priority, r.Addressee, r.Text, r.Term.Words, r.Term.Day)
			if r.Term.NextYear {
				b.WriteString(", уже следующего года")
			}
			fmt.Fprintf(&b, "\n    результат: %s; отчётность: %s\n", r.Expected, r.Reporting)
			for _, f := range r.Findings {
				b.WriteString("    " + said(f) + "\n")
			}
		}
	}
	golden.Assert(t, "cases.txt", b.String())
}

func said(f *finding.Finding) string {
	s := f.Unit
	if s == "" {
		s = f.Name
	}
	s += " " + f.Code
	if f.Value.IsKnown() {
		s += " " + russian.Number(f.Indicator.Round(f.Value.Number))
	}
	s += ", " + f.Zone.Words()
	if f.Why != "" {
		return s + " (" + string(f.Why) + ")"
	}
	if f.Level.Name != "" {
		s += ", «" + f.Level.Name + "»"
	}
	if f.HasNorm && f.Distance > 0 {
		s += ", от порога " + russian.Number(f.Distance)
	}
	if f.Self != nil {
		s += ", самооценка выше на " + russian.Number(f.Self.By)
	}
	return s
}
