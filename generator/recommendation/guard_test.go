package recommendation

import (
	"math/rand/v2"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/finding"
	"doklad/generator/formula"
	"doklad/generator/model"
)

func TestForbiddenByResults(t *testing.T) {
	for _, text := range []string{
		"снизить стимулирующие выплаты", "Премировать учителей", "пре-мия", "пре\u00adмия", "ПPЕМИЯ", "депремирование", "доплаты", "размер оклада",
		"оценить работу учителей", "учителей оценить по итогам", "оценка деятельности педагогов", "эффективность учителя",
		"аттестация педагога", "внеочередная переаттестация", "дисциплинарное взыскание", "объявить выговор", "снять директора", "уволить", "увольнение", "расторгнуть контракт",
		"составить рейтинг школ", "ранжировать", "занять первое место", "по местам", "школы-аутсайдеры", "худшие школы",
	} {
		if forbiddenByResults(text) == "" {
			t.Errorf("let through: %s", text)
		}
	}
	for _, text := range []string{
		"Разобрать задания с низким выполнением", "уточнить положение об оценивании", "научить учителей оцениванию работ", "обсудить с учителями критерии оценки работ",
		"доклад о местных мерах вместо отчёта", "совместно с соседней школой", "повышение квалификации", "объяснять ход решения", "бесплатные занятия", "аттестат",
	} {
		if word := forbiddenByResults(text); word != "" {
			t.Errorf("%s: «%s»", text, word)
		}
	}
}

func TestNamesPerson(t *testing.T) {
	for _, text := range []string{
		"помочь А.С. Петровой", "учителю Петровой А. С.", "учителю Петровой А.С", "Петрова Анна Сергеевна", "Сергеевне", "Ивану Петровичу", "{учитель}", "<ФИО>", "[фамилия]", "%s", "учителю ____",
		"список ФИО", "Ф. И. О.", "пофамильный список", "поимённо", "в 4 «Б» классе", "5-а класса", "5А класс", "класс 4Б", "класс 4 «Б»", "с 7 обучающимися", "для одного ученика", "трёх выпускников", "с двумя слабыми учениками", "9 человек",
	} {
		if namesPerson(text) == "" {
			t.Errorf("let through: %s", text)
		}
	}
	for _, text := range []string{
		"рабочие программы 8–9 классов", "в классах 9 и 11", "при переходе из 4 в 5 класс", "преемственность с 5 классом", "не менее трёх мероприятий с участием родителей", "сопроводить каждого аттестующегося", "от 10 до 12 воспитанников",
		"обучающимся, которым не хватило одного-двух баллов", "ФГОС ДО и ФОП ДО", "не больше 0,5 балла", "отечественный опыт", "Отметки «2»", "г. Оханск",
	} {
		if what := namesPerson(text); what != "" {
			t.Errorf("%s: «%s»", text, what)
		}
	}
}

// hostile are words and pieces of which rules are made at random.
var hostile = []string{"премия", "ПРЕМИЮ", "стимулирующие", "уволить", "аттестация", "учителей", "рейтинг", "место", "оценить", "работу", "провести", "уроки", "снять", "взыскание", "оплата", "труда",
	"А.С.", "Петровой", "ФИО", "{имя}", "4 «Б» классе", "3", "учеников", "с", "по", "ВПР", "и", "-", "темы", "повторение", "разбор", "школ", "Иванович", "месту", "выплаты", "\u00ad", "методическое"}

// forbidden are pieces that no recommendation by results of ВПР has, by plain search.
var forbidden = []string{"преми", "стимулир", "уволить", "аттестаци", "рейтинг", "взыскание", "оплата", "выплаты"}

// neverAtAll are pieces that no recommendation has.
var neverAtAll = []string{"А.С. Петровой", "ФИО", "{имя}", "4 «Б» классе", "3 учеников", "Иванович"}

// checkGuards makes a catalogue, values and rules of the hostile words at random, and looks
// whether a recommendation says what must not follow.
func checkGuards(t *testing.T, r *rand.Rand) (made int) {
	t.Helper()
	harmless := false
	phrase := func(most int) string {
		words := make([]string, r.IntN(most+1))
		for n := range words {
			if words[n] = "темы"; !harmless {
				words[n] = hostile[r.IntN(len(hostile))]
			}
		}
		return strings.Join(words, []string{" ", "  ", "\n", "\u00a0"}[r.IntN(4)])
	}
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	kinds := []model.InstitutionKind{model.FullSchool}
	var list []model.Indicator
	add := func(code string, change func(*model.Indicator)) {
		at := 50.0
		i := model.Indicator{Code: code, Unit: model.UnitPercent, Decimals: 1, Direction: model.Higher, Tier: model.TierBoth, Total: model.TotalMean, Kinds: kinds,
			Thresholds: []model.Threshold{{Level: "достигнут", At: &at}}}
		change(&i)
		for range r.IntN(4) {
			harmless = r.IntN(2) == 0
			i.Criteria = append(i.Criteria, model.Criterion{
				Level: pick("", "", "", model.BelowThresholds), Zone: model.Zone(pick("", "", "red", "yellow", "grey", "green", "blue")), When: pick("", "", "A1 < 60", "P1 < 60", "V1 >= 0", "Z9 > 1", "A1 +"),
				Of: model.Subject(pick("", "institution", "municipality", "cluster", "region")), To: model.AddresseeKind(pick("", "head", "office", "teachers", "parents", "nobody")),
				Text: "обсудить " + phrase(4), Addressee: "руководителю", Term: pick("до 1 декабря", "до 1 марта", "когда-нибудь"), Responsible: phrase(1), Expected: phrase(2), Reporting: phrase(1), Priority: r.IntN(4), Remedy: pick("", "", "", "м"),
			})
		}
		list = append(list, i)
	}
	add("P1", func(i *model.Indicator) {
		i.Formula, i.Weight, i.Total = "100 * V1 / V2", "V2", model.TotalFormula
		i.Unranked = "результаты ВПР"
	})
	add("P2", func(i *model.Indicator) { i.Formula, i.Total = "V1 / V3", model.TotalFormula }) // not marked
	add("P3", func(i *model.Indicator) { i.Tier, i.Total, i.ShareWhere = model.TierMunicipality, "", "P1 < 50" })
	add("A1", func(*model.Indicator) {})
	for _, code := range []string{"V1", "V2", "V3"} {
		list = append(list, model.Indicator{Code: code, Unit: model.UnitPeople, Direction: model.Neutral, Tier: model.TierBoth, Total: model.TotalSum, Kinds: kinds})
	}
	set := model.IndicatorSet{Indicators: list}
	catalogue := model.Catalogue{Sets: []model.IndicatorSet{set}}
	formulas, _ := formula.NewSet(catalogue)
	in := consolidation.Input{Set: set, Formulas: formulas, Year: 2022, Whole: "Муниципалитет", Clusters: []consolidation.Group{{ID: "k"}}}
	for n := range 1 + r.IntN(3) {
		u := consolidation.Unit{ID: string(rune('a' + n)), Kind: model.FullSchool, Cluster: "k", Values: model.Values{}}
		for _, code := range []string{"A1", "V1", "V2", "V3"} {
			if r.IntN(6) > 0 {
				u.Values[code] = model.KnownValue(float64(r.IntN(40)))
			}
		}
		in.Units = append(in.Units, u)
	}
	f := finding.Of(consolidation.Years{Consolidation: consolidation.Count(in)})
	rules, _ := NewRules(catalogue)
	ids := map[string]bool{}
	given, _ := Recommend(Input{Findings: f, Rules: rules, Issued: model.Date{Year: 2022, Month: 10, Day: 3}})
	for _, rec := range given {
		made++
		if ids[rec.ID] {
			t.Errorf("%s is there twice", rec.ID)
		}
		ids[rec.ID] = true
		all := strings.Join([]string{rec.Text, rec.Addressee, rec.Responsible, rec.Expected, rec.Reporting}, " | ")
		for _, word := range neverAtAll {
			if strings.Contains(all, word) {
				t.Errorf("%s: «%s» in «%s»", rec.ID, word, all)
			}
		}
		of := ""
		for _, f := range rec.Findings {
			of += f.Code
			if f.Zone == model.GreyZone && f.Why != finding.NoData {
				t.Errorf("%s follows of what is %s", rec.ID, f.Why)
			}
		}
		if !strings.Contains(of, "P") && !strings.Contains(all, "ВПР") {
			continue
		}
		plain := strings.ToLower(strings.ReplaceAll(all, "\u00ad", ""))
		for _, word := range append(forbidden, " место", " месту") {
			if strings.Contains(" "+plain, word) {
				t.Errorf("%s of %s: «%s» in «%s»", rec.ID, of, word, all)
			}
		}
	}
	for n := range f.List {
		if one := &f.List[n]; strings.HasPrefix(one.Code, "P") && one.Place != (finding.Place{}) {
			t.Errorf("%s is ranked: %+v", one.Code, one.Place)
		}
	}
	return made
}

// The guards hold for any rules and any values.
func TestGuardsHoldForAnyRules(t *testing.T) {
	made := 0
	r := rand.New(rand.NewPCG(7, 7))
	for range 1000 {
		made += checkGuards(t, r)
	}
	if made < 250 {
		t.Error("only", made)
	}
}

func FuzzGuards(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { checkGuards(t, rand.New(rand.NewPCG(a, b))) })
}

// Whatever a text is, what is told of it stands there, and the guards end.
func FuzzWords(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range []model.Criterion{{Text: text, Addressee: "а", Term: text}, {Text: "а", Addressee: text, Term: "до 1 мая", When: text}} {
			i := model.Indicator{Code: "S1", Unranked: "ВПР", Trend: true, Tier: model.TierBoth, Criteria: []model.Criterion{c}}
			NewRules(model.Catalogue{Sets: []model.IndicatorSet{{Indicators: []model.Indicator{i}}}})
		}
		if strings.Contains(strings.ToLower(text), "стимулир") && forbiddenByResults(text) == "" {
			t.Errorf("let through: %q", text)
		}
	})
}
