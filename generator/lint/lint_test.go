package lint_test

import (
	"fmt"
	"slices"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/russian"
)

func name(nominative, genitive, dative string) model.Forms {
	return model.Forms{Nominative: nominative, Genitive: genitive, Dative: dative}
}

// directory is that of an invented office.
func directory() *model.Directory {
	return &model.Directory{
		Office: &model.Office{
			Example:    true,
			Letterhead: []string{"Управление образования администрации Примерного округа"},
			Full: name("Управление образования администрации Примерного округа",
				"Управления образования администрации Примерного округа", "Управлению образования администрации Примерного округа"),
			Short:     model.Forms{Nominative: "УОПО"},
			Territory: model.Territory{Name: "Примерного округа", Variants: []string{"Примерного ГО", "Примерного округа Образцовой области"}},
		},
		People: []model.Person{
			{ID: "primerova", Surname: "Примерова", Initials: "И.И.", Gender: russian.Female, Surnames: name("", "", "Примеровой")},
			{ID: "primernykh", Surname: "Примерных", Initials: "О.О.", Gender: russian.Female},
			{ID: "primerov", Surname: "Примеров", Initials: "П.П.", Gender: russian.Male},
			{ID: "obrazets", Surname: "Образцова", Initials: "А.А."},
		},
		Organizations: []model.Organization{
			{ID: "min", Kind: "орган", External: true, Short: name("МПД", "", ""),
				Full: name("Министерство примерных дел", "Министерства примерных дел", "Министерству примерных дел")},
			{ID: "otdel", Kind: "орган", Aliases: []string{"Отдел развития УОПО"}, Full: name("Отдел развития", "Отдела развития", "Отделу развития")},
			{ID: "schools", Kind: "группа", Full: name("школы", "школ", "школам")},
		},
	}
}

// valid is an order in which nothing is wrong.
func valid() *model.Order {
	activity := func(number, text, responsible, schedule, result string) model.Activity {
		return model.Activity{Number: number, Text: text, Responsible: responsible, Schedule: model.NewSchedule(schedule), ExpectedResult: result}
	}
	return &model.Order{
		ID: "2021-7", Status: model.Draft, Number: "7", Date: model.Date{Year: 2021, Month: 6, Day: 25},
		Title: "Об утверждении Плана мероприятий («дорожной карты») по развитию школ на территории Примерного округа на 2021–2024 годы",
		Preamble: "В соответствии с приказом Министерства примерных дел от 24.06.2021 № 26-01-06-697 " +
			"«Об утверждении Концепции развития школ», в целях реализации Концепции,",
		Clauses: []model.Clause{
			{Text: "Утвердить прилагаемый План мероприятий («дорожную карту») по развитию школ на территории Примерного округа на 2021–2024 годы (далее – Дорожная карта)."},
			{Executors: []string{"primerova"}, Clauses: []model.Clause{
				{Text: "ознакомить исполнителей с Дорожной картой;"},
				{Text: "представить отчёт об исполнении Дорожной карты в срок до 01.08.2022."},
			}},
			{Control: "self", Text: "Контроль за исполнением настоящего приказа оставляю за собой."},
		},
		Signatories: []model.Signatory{{Person: "primerova", Post: "Начальник Управления\nобразования"}},
		Roadmap: &model.Roadmap{
			Annex: model.Annex{
				Kind: "план", Mark: "approval",
				Title: []string{"План мероприятий («дорожная карта»)", "по развитию школ на территории Примерного округа", "на 2021–2024 годы"},
			},
			Sections: []model.Section{
				{Title: "Основа", Activities: []model.Activity{
					activity("1.1.", "Разработка и утверждение порядка мониторинга", "Отдел развития", "Июль – август 2021 г.", "Утвержден порядок мониторинга"),
					activity("1.2.", "Сбор предложений учителей", "Отдел развития, школы", "Сентябрь 2021 г.", "Составлен перечень предложений учителей школ округа"),
				}},
				{Title: "Работа", Activities: []model.Activity{
					activity("2.1.", "Проведение мониторинга", "Школы", "Ежегодно, октябрь", "Получены сведения о качестве обучения в каждой школе"),
					activity("2.2.", "Подготовка доклада о развитии школ", "Отдел развития", "Ежегодно, декабрь", "Опубликован доклад"),
				}},
			},
		},
	}
}

func TestValidOrderHasNoProblems(t *testing.T) {
	for _, p := range lint.Order(valid(), directory()) {
		t.Errorf("%s: %s", p.Key, p)
	}
	second := valid()
	second.ID, second.Number = "2021-8", "8"
	for id, list := range lint.Orders([]*model.Order{valid(), second}, directory()) {
		for _, p := range list {
			t.Errorf("%s: %s: %s", id, p.Key, p)
		}
	}
}

// say writes a problem for comparison: code key@offset: text | hint.
func say(p diag.Problem) string {
	return fmt.Sprintf("%s %s@%d: %s: %s | %s", p.Code, p.Key, p.Offset, p.Path, p.Text, p.Hint)
}

// mutation is one change of the valid order and all that is said of it then; nil means
// that nothing must be said.
type mutation struct {
	change func(o *model.Order, d *model.Directory)
	want   []string
}

func TestOneMutationOneProblem(t *testing.T) {
	for i, m := range mutations {
		o, d := valid(), directory()
		m.change(o, d)
		var got []string
		for _, p := range lint.Order(o, d) {
			got = append(got, say(p))
		}
		if !slices.Equal(got, m.want) {
			t.Errorf("mutation %d:\n got %q\nwant %q", i+1, got, m.want)
		}
	}
}

func TestSecondOrderMutated(t *testing.T) {
	for i, m := range mutationsSideBySide {
		first, second, d := valid(), valid(), directory()
		second.ID, second.Number = "2021-8", "8"
		m.change(second, d)
		var got []string
		found := lint.Orders([]*model.Order{first, second}, d)
		for _, id := range []string{first.ID, second.ID} {
			for _, p := range found[id] {
				got = append(got, id+": "+say(p))
			}
		}
		if !slices.Equal(got, m.want) {
			t.Errorf("mutation %d:\n got %q\nwant %q", i+1, got, m.want)
		}
	}
}

// Every code that can be told is told by some case, with the weight it is listed with.
func TestEveryCodeIsProvoked(t *testing.T) {
	weight := map[string]diag.Severity{}
	for _, m := range mutations {
		o, d := valid(), directory()
		m.change(o, d)
		for _, p := range lint.Order(o, d) {
			weight[p.Code] = p.Severity
		}
	}
	for _, m := range mutationsSideBySide {
		first, second, d := valid(), valid(), directory()
		second.ID, second.Number = "2021-8", "8"
		m.change(second, d)
		for _, list := range lint.Orders([]*model.Order{first, second}, d) {
			for _, p := range list {
				weight[p.Code] = p.Severity
			}
		}
	}
	for _, m := range recordMutations {
		o, progress := carriedOut()
		m.change(o, progress)
		for _, p := range judged(o, progress) {
			if known, told := weight[p.Code]; told && known != p.Severity {
				t.Errorf("%s: told as %s and as %s", p.Code, known, p.Severity)
			}
			weight[p.Code] = p.Severity
		}
	}
	for _, m := range responseMutations {
		r := responses()
		m.change(r)
		for _, p := range lint.Recommendations(r, day("01.03.2023")) {
			weight[p.Code] = p.Severity
		}
	}
	for _, p := range lint.Indicators(faultyIndicators().All(), faultyIndicators(), []string{"north"}) {
		weight[p.Code] = p.Severity
	}
	for _, p := range lint.Checks(faultyChecks, faultyChecks, []string{"north"}) {
		weight[p.Code] = p.Severity
	}
	seen := map[string]bool{}
	for _, c := range lint.Codes {
		if seen[c.Name] {
			t.Errorf("%s is listed twice", c.Name)
		}
		seen[c.Name] = true
		if c.Meaning == "" {
			t.Errorf("%s has no meaning", c.Name)
		}
		if severity, provoked := weight[c.Name]; !provoked {
			t.Errorf("%s: no case provokes it", c.Name)
		} else if provoked && severity != c.Severity {
			t.Errorf("%s: told as %s, listed as %s", c.Name, severity, c.Severity)
		}
	}
}

// A signed order is printed as it was signed: nothing stops it.
func TestSignedOrderHasNoErrors(t *testing.T) {
	for i, m := range mutations {
		o, d := valid(), directory()
		m.change(o, d)
		stops := lint.Order(o, d).Count(diag.Error)
		warned := lint.Order(o, d).Count(diag.Warning)
		o.Status = model.Signed
		signed := lint.Order(o, d)
		if o.IsSigned() && (signed.HasErrors() || signed.Count(diag.Warning) != warned+stops) {
			t.Errorf("mutation %d: %v", i+1, signed)
		}
	}
}
