package narrative

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

// An indicator of each unit, by the title that would suit it.
var gridTitles = []struct{ unit, title string }{
	{"%", "Доля педагогов с высшей и первой категорией"},
	{"балл", "Балл по области «Образовательные условия»"},
	{"чел.", "Очерёдность (нуждающиеся на 01.09)"},
	{"ед.", "Случаи травматизма"},
	{"дн.", "Пропущено дней по болезни одним ребёнком в год"},
	{"усл. ед.", "Индекс низких результатов (ИНР)"},
}

func gridIndicator(unit string, decimals int, d model.Direction) model.Indicator {
	for _, known := range gridTitles {
		if known.unit == unit {
			return model.Indicator{Title: known.title, Unit: unit, Decimals: decimals, Direction: d}
		}
	}
	panic(unit)
}

func known(x float64) consolidation.Cell {
	return consolidation.Cell{Value: model.KnownValue(x), Concerned: true}
}

func small(x float64, part *consolidation.Part) consolidation.Cell {
	return consolidation.Cell{Value: model.KnownValue(x), Concerned: true, Small: true, Part: part}
}

func at(x float64) []model.Threshold {
	return []model.Threshold{{Level: "Порог достигнут", At: &x}}
}

func between(from, to float64) []model.Threshold {
	return []model.Threshold{{Level: "Норма", Band: &model.Interval{From: from, To: to}}}
}

// grid is a readable list of what is said.
type grid struct {
	strings.Builder
	t       *testing.T
	phrases *Phrases
	seen    map[string]bool // sentences
}

func (g *grid) title(format string, args ...any) { fmt.Fprintf(g, "\n== "+format+"\n", args...) }

// all writes the variants of a case.
func (g *grid) all(c Case) { g.list(g.variants(c)) }

// sentence is where one ends; no unit is abbreviated.
var sentence = regexp.MustCompile(`\. `)

// sentences writes each sentence of the cases that was not written before.
func (g *grid) sentences(cases ...Case) {
	var fresh []string
	for _, c := range cases {
		for _, text := range g.variants(c) {
			for _, one := range sentence.Split(strings.TrimSuffix(text, "."), -1) {
				if !g.seen[one] {
					fresh = append(fresh, one+".")
				}
				g.seen[one] = true
			}
		}
	}
	g.list(fresh)
}

// variants are those of a case: codes that follow each other take each in turn.
func (g *grid) variants(c Case) (seen []string) {
	for n := range 6 {
		c.Indicator.Code = fmt.Sprintf("D%02d", n+1)
		said, err := g.phrases.Say(c)
		if err != nil {
			g.t.Fatal(err)
		}
		proved(g.t, c, said)
		seen = append(seen, readable(said.Text))
	}
	return seen
}

func (g *grid) list(seen []string) {
	slices.Sort(seen)
	for _, text := range slices.Compact(seen) {
		g.WriteString("- " + text + "\n")
	}
	g.WriteString("\n")
}

func readable(text string) string { return strings.ReplaceAll(text, noBreakSpace, " ") }

func TestGrid(t *testing.T) {
	g := &grid{t: t, phrases: program(t), seen: map[string]bool{}}
	g.WriteString("Всё, что может быть сказано о показателе, всеми вариантами фраз.\n")
	g.changes()
	g.numbers()
	g.forms()
	g.norms()
	g.situations()
	g.peers()
	g.unitsTogether()
	golden.Assert(t, "grid.txt", g.String())
}

func (g *grid) changes() {
	for _, d := range model.Directions {
		for _, values := range [][2]float64{{50, 66.7}, {66.7, 50}, {66.7, 66.7}} {
			g.title("%s: %v → %v", d, values[0], values[1])
			i := gridIndicator("%", 1, d)
			if d == model.Band {
				i.Thresholds = between(40, 60)
			}
			g.all(Case{Indicator: i, Year: 2022, YearBefore: 2021, Before: known(values[0]), Now: known(values[1])})
		}
	}
}

var gridNumbers = []float64{0, 1, 2, 5, 11, 21, 1.5, 101}

func (g *grid) numbers() {
	for _, of := range gridTitles {
		for _, x := range gridNumbers {
			g.title("%s: %v", of.unit, x)
			i := gridIndicator(of.unit, decimalsOf(x), model.Neutral)
			cases := []Case{{Indicator: i, Year: 2022, YearBefore: 2021, Before: known(x), Now: known(x)}}
			if x > 0 {
				cases = append(cases,
					Case{Indicator: i, Year: 2022, YearBefore: 2021, Before: known(0), Now: known(x)},
					Case{Indicator: i, Year: 2022, YearBefore: 2021, Before: known(x), Now: known(0)})
			}
			g.sentences(cases...)
		}
	}
}

// forms are those of a unit after numbers that are rare, or that people get wrong.
func (g *grid) forms() {
	words := []unitWord{pointWord}
	for _, of := range gridTitles {
		words = append(words, unitWords[of.unit])
	}
	g.title("число и единица: –; составил; на; до")
	for _, w := range words {
		for _, x := range []float64{12, 13, 14, 22, 100, 111, 112, 121, 1000, 1001, 1011, 1_000_002, 1234.5, -1, -2, -11, math.Copysign(0, -1)} {
			printed := digits(x, decimalsOf(x))
			var all []string
			for _, place := range []grammar{is, as, by, of} {
				all = append(all, quantity(printed, w, place))
			}
			g.WriteString("- " + readable(strings.Join(all, "; ")) + "\n")
		}
	}
}

func (g *grid) norms() {
	for _, of := range gridTitles {
		for _, x := range gridNumbers[1:] {
			g.title("порог, %s: %v", of.unit, x)
			i := gridIndicator(of.unit, decimalsOf(x), model.Higher)
			i.Thresholds = at(x)
			met := Case{Indicator: i, Year: 2022, Now: known(x)}
			short := Case{Indicator: i, Year: 2022, Now: known(0)}
			i.Direction = model.Lower
			over := Case{Indicator: i, Year: 2022, Now: known(2 * x)}
			i.Direction, i.Thresholds = model.Band, between(x, x+20)
			g.sentences(met, short, over, Case{Indicator: i, Year: 2022, Now: known(0)})
		}
	}
	g.title("порог соблюдён; предел – граница промежутка")
	i := gridIndicator("%", 1, model.Lower)
	i.Thresholds = at(25)
	g.all(Case{Indicator: i, Year: 2022, Now: known(20)})
	i.Direction, i.Thresholds, i.Range = model.Higher, at(100), model.Interval{From: 0, To: 100}
	g.all(Case{Indicator: i, Year: 2022, Now: known(92.5)})
	g.all(Case{Indicator: i, Year: 2022, Now: small(50, &consolidation.Part{Count: 2, Of: 4})})
	i.Direction, i.Thresholds = model.Band, between(100, 100)
	g.all(Case{Indicator: i, Year: 2022, Now: known(100)})
	i = gridIndicator("ед.", 0, model.Lower)
	i.Thresholds, i.Range = at(0), model.Interval{From: 0, To: 1000}
	g.all(Case{Indicator: i, Year: 2022, Now: known(1)})
	g.all(Case{Indicator: i, Year: 2022, Now: known(0)})

	g.title("шкала уровней")
	i = gridIndicator("балл", 2, model.Higher)
	i.Below, i.Thresholds = "Ниже шкалы", append(at(3), at(4)...)
	i.Thresholds[0].Level, i.Thresholds[0].Norm, i.Thresholds[1].Level = "Базовый уровень", true, "Хорошее качество"
	for _, x := range []float64{2.5, 3, 4.25} {
		g.sentences(Case{Indicator: i, Year: 2022, Now: known(x)})
	}
}

func (g *grid) situations() {
	i := gridIndicator("%", 1, model.Higher)
	none := consolidation.Cell{Concerned: true}
	notApplicable := consolidation.Cell{Value: model.NoValue(), Concerned: true}
	changed, silent := i, i
	changed.Methods = []model.MethodChange{{Year: 2022, Text: "считаются и дни карантина; прежде – только дни болезни."}}
	silent.Methods = []model.MethodChange{{Year: 2022}}
	within, quotes := i, i
	within.Direction, within.Thresholds = model.Band, between(40, 60)
	quotes.Title = "Охват проектом «Школа 2030: „Точка роста“», 5–9 кл. (из 1 200 мест)"
	five, four := &consolidation.Part{Count: 2, Of: 5}, &consolidation.Part{Count: 1, Of: 4}
	poll := i
	poll.Title, poll.ShareWhere = "Доля ДОО, достигших базового уровня (≥ 3)", "D01 >= 3"
	neutralPoll := poll
	neutralPoll.Direction = model.Neutral
	answer := model.Indicator{Title: "ВСОКО признана объективной", Unit: model.UnitYesNo, Direction: model.Neutral}
	for _, s := range []struct {
		title       string
		i           model.Indicator
		before, now consolidation.Cell
	}{
		{"нет данных сейчас", i, known(50), none},
		{"нет данных ни тогда, ни сейчас", i, none, none},
		{"нет данных раньше", i, none, known(66.7)},
		{"раньше показатель не касался", i, consolidation.Cell{}, known(66.7)},
		{"не применимо сейчас", i, known(50), notApplicable},
		{"не применимо раньше", i, notApplicable, known(66.7)},
		{"методика изменена", changed, known(50), known(66.7)},
		{"методика изменена, без пояснения", silent, known(50), known(66.7)},
		{"нет данных сейчас, раньше группа менее 10", i, small(25, four), none},
		{"нет данных сейчас, методика изменена", changed, known(50), none},
		{"разница не видна", i, known(0.04), known(-0.04)},
		{"предел шкалы", i, known(99.96), known(100)},
		{"через весь промежуток", within, known(70), known(30)},
		{"группа менее 10 сейчас и раньше", i, small(25, four), small(40, five)},
		{"группа менее 10 сейчас, раньше больше", i, known(50), small(40, five)},
		{"группа менее 10 раньше", i, small(25, four), known(40)},
		{"группа менее 10, части не известны", i, none, small(40, nil)},
		{"группа менее 10, методика изменена", changed, small(25, four), small(40, five)},
		{"доля немногих учреждений выросла", poll, small(25, four), small(40, five)},
		{"доля немногих учреждений снизилась", poll, small(40, five), small(25, four)},
		{"доля немногих учреждений та же", poll, small(25, four), small(25, four)},
		{"доля немногих учреждений та же, их стало больше", poll, small(25, four), small(25, &consolidation.Part{Count: 2, Of: 8})},
		{"доля немногих учреждений, лучше не сказать", neutralPoll, small(25, four), small(40, five)},
		{"доля немногих учреждений, раньше не было", poll, none, small(25, four)},
		{"ответ", answer, known(0), known(1)},
		{"ответ тот же", answer, known(1), known(1)},
		{"ответ, раньше не было", answer, none, known(0)},
		{"ответа нет, раньше был", answer, known(1), none},
		{"кавычки и числа в названии", quotes, known(50), known(66.7)},
	} {
		g.title("%s", s.title)
		g.all(Case{Indicator: s.i, Year: 2022, YearBefore: 2021, Before: s.before, Now: s.now})
	}

	g.title("учебный год")
	school := i
	school.Period, school.Title = model.SchoolYear, "Доля сдавших ОГЭ (4 предмета)"
	schoolChanged, schoolPoll := school, school
	schoolChanged.Methods, schoolPoll.ShareWhere = silent.Methods, "S10 >= 98"
	for _, c := range []Case{
		{Indicator: school, Before: known(50), Now: known(66.7)}, {Indicator: school, Before: known(66.7), Now: known(50)},
		{Indicator: school, Before: known(50), Now: known(50)}, {Indicator: schoolChanged, Before: known(50), Now: known(66.7)},
		{Indicator: school, Before: none, Now: known(50)}, {Indicator: school, Before: known(50), Now: none},
		{Indicator: school, Before: none, Now: none}, {Indicator: school, Before: notApplicable, Now: known(50)},
		{Indicator: school, Before: known(50), Now: notApplicable}, {Indicator: school, Before: small(25, four), Now: small(40, five)},
		{Indicator: schoolPoll, Before: small(25, four), Now: small(40, five)},
	} {
		c.Year, c.YearBefore = 2022, 2021
		g.sentences(c)
	}

	g.title("тысячи, отрицательные числа, учреждение, неполные данные")
	people := gridIndicator("чел.", 0, model.Neutral)
	g.all(Case{Indicator: people, Year: 2022, YearBefore: 2021, Before: known(12500), Now: known(13521)})
	g.all(Case{Indicator: gridIndicator("балл", 1, model.Higher), Year: 2022, YearBefore: 2020, Before: known(-1.5), Now: known(-2)})
	g.all(Case{Indicator: people, Year: 2022, YearBefore: 2021, Before: known(20), Now: known(21), Unit: "sad-1", Name: "МБДОУ «Детский сад № 1»"})
	g.all(Case{Indicator: school, Year: 1999, YearBefore: 1998, Before: known(50), Now: known(66.7)})
	g.all(Case{Indicator: i, Year: 2022, YearBefore: 2021, Before: none, Now: none, Unit: "sad-1", Name: "МБДОУ «Детский сад № 1»"})

	g.title("сумма не по всем: сейчас, раньше, тогда и сейчас")
	part, full := known(21), known(25)
	part.Told, part.Of, full.Told, full.Of = 10, 11, 11, 11
	for _, c := range [][2]consolidation.Cell{{full, part}, {part, full}, {part, part}} {
		g.all(Case{Indicator: people, Year: 2022, YearBefore: 2021, Before: c[0], Now: c[1], Members: Schools, Summed: true})
	}
	g.title("учтены не все")
	for n, m := range []Members{Institutions, Kindergartens, Schools, ExtraEducation, Municipalities} {
		whole := known(21)
		whole.Told, whole.Of = 1+n, []int{2, 5, 11, 21, 22}[n]
		g.sentences(Case{Indicator: people, Year: 2022, YearBefore: 2021, Before: known(21), Now: whole, Members: m})
	}
}

func (g *grid) peers() {
	for _, d := range []model.Direction{model.Higher, model.Lower, model.Neutral} {
		for _, x := range []float64{67.3, 68.3, 68.4} {
			g.title("сравнение, %s: %v", d, x)
			i := gridIndicator("балл", 1, d)
			g.sentences(Case{Indicator: i, Year: 2022, Now: known(x), Peers: []Peer{
				{Name: "Российская Федерация", Value: 68.3, FromCatalogue: true},
				{Name: "кластер «Сельские школы»", ID: "village", Value: 60.04},
				{Name: "по муниципалитету", Value: 70}}})
		}
	}
	g.title("сравнение с кластером и регионом")
	two := gridIndicator("%", 1, model.Higher)
	g.all(Case{Indicator: two, Year: 2022, Now: known(100), Peers: []Peer{
		{Name: "кластер «Сельские школы»", ID: "village", Value: 100}, {Name: "Пермский край", Value: 98.25, FromCatalogue: true}}})
	g.title("сравнение результатов ВПР: не говорится, кто лучше")
	i := gridIndicator("%", 1, model.Higher)
	i.Unranked = "результаты ВПР не используются для оценки деятельности школ"
	g.all(Case{Indicator: i, Year: 2022, Now: known(50), Peers: []Peer{{Name: "Пермский край", Value: 55, FromCatalogue: true}}})
	g.title("порог – справочное значение, которого за этот год нет")
	i = gridIndicator("%", 1, model.Higher)
	i.Thresholds = []model.Threshold{{Level: "Не хуже", Reference: "Пермский край"}}
	g.all(Case{Indicator: i, Year: 2022, Now: known(50)})
}
