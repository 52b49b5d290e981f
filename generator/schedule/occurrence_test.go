package schedule

import (
	"testing"

	"doklad/generator/model"
)

// calendars knows 2021 as the decree of that year moved its days off.
var calendars = model.Calendars{2021: {Year: 2021, Verified: true, Transfers: []model.Transfer{
	{From: day("02.01.2021"), To: day("05.11.2021")}, {From: day("03.01.2021"), To: day("31.12.2021")},
}}}

// A term counted from an event begins on the next day and ends on a working day.
func TestEvents(t *testing.T) {
	for _, test := range []struct{ words, event, end string }{
		{"в течение 5 дней со дня получения", "20.09.2021", "27.09.2021"}, // the 25th is a Saturday
		{"в течение 5 календарных дней со дня получения", "21.09.2021", "27.09.2021"},
		{"в течение 5 рабочих дней со дня получения", "20.09.2021", "27.09.2021"},
		{"в течение 1 рабочего дня после получения", "03.11.2021", "08.11.2021"}, // over 4 and 5 November
		{"не позднее 2 месяцев со дня завершения мероприятий", "31.07.2021", "30.09.2021"},
		{"в течение недели со дня получения", "20.09.2021", "27.09.2021"},
		{"через 10 дней после получения", "20.09.2021", "30.09.2021"},
		{"после получения результатов ВПР", "20.09.2021", ""},
		{"По мере необходимости", "20.09.2021", ""},
	} {
		list := Parse(test.words).Occurrences(plan, []Happening{{Begin: day(test.event)}}, calendars)
		if len(list) != 1 || list[0].ID != "1" || list[0].Begin != day(test.event) || list[0].End.String() != test.end || list[0].Guess {
			t.Errorf("%s: %+v, want %s", test.words, list, test.end)
		}
	}
	late := Parse("в течение 10 рабочих дней со дня получения").Occurrences(plan, []Happening{{Begin: day("24.12.2021")}}, calendars)
	if !late[0].Guess {
		t.Error("a term that ends in a year without a calendar is no guess")
	}
}

// An event opens an occurrence as often as it happens; another paper gives its days.
func TestEventsAreNumbered(t *testing.T) {
	happened := []Happening{
		{Begin: day("20.09.2021"), End: day("24.09.2021")},
		{ID: "НИКО-2022", Begin: day("10.10.2022"), End: day("14.10.2022")},
	}
	for _, words := range []string{"По мере проведения контрольно-оценочных процедур", "В соответствии с графиком проведения НИКО"} {
		list := Parse(words).Occurrences(plan, happened, calendars)
		if got, want := allDue(list), "1 20.09.2021–24.09.2021; НИКО-2022 10.10.2022–14.10.2022"; got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

// The plan cuts what recurs, and only that.
func TestHorizonCuts(t *testing.T) {
	schoolYear := Horizon{day("01.09.2021"), day("31.05.2022")}
	for _, test := range []struct {
		words string
		h     Horizon
		want  string
	}{
		{"ежегодно", schoolYear, "2021 01.09.2021–31.12.2021; 2022 01.01.2022–31.05.2022"},
		{"ежегодно, июнь", schoolYear, ""},
		{"один раз в полугодие", schoolYear, "2021-H2 01.09.2021–31.12.2021; 2022-H1 01.01.2022–31.05.2022"},
		{"каждый учебный год", schoolYear, "2021/2022 01.09.2021–31.05.2022"},
		{"ежегодно, ноябрь – январь", Horizon{day("10.01.2022"), day("31.12.2022")}, "2021 10.01.2022–31.01.2022; 2022 01.11.2022–31.12.2022"},
		{"июнь 2023 г.", schoolYear, "01.06.2023–30.06.2023"},
		{"до 1 июня 2021 г.", schoolYear, "01.06.2021–01.06.2021"},
		{"с 1 сентября 2022 г.", schoolYear, "01.09.2022–"},
		{"август", schoolYear, "01.08.2022–31.08.2022"},
		{"12 марта", schoolYear, "12.03.2022–12.03.2022"},
		{"декабрь – январь", Horizon{day("10.01.2022"), day("31.12.2022")}, "01.12.2021–31.01.2022"},
		{"в течение года", schoolYear, "2021 01.09.2021–31.12.2021; 2022 01.01.2022–31.05.2022"},
		{"ежегодно с 2022 г.", schoolYear, "2022 01.01.2022–31.05.2022"},
		{"ежегодно с 2022 г.", Horizon{From: day("01.09.2021")}, ""},
		{"август", Horizon{}, "–"},
		{"постоянно", Horizon{From: day("01.09.2021")}, "01.09.2021–"},
		{"ежемесячно до 31 числа", Horizon{day("15.01.2022"), day("10.03.2022")}, "2022-01 15.01.2022–31.01.2022; 2022-02 01.02.2022–28.02.2022; 2022-03 01.03.2022–10.03.2022"},
		{"март, сентябрь", schoolYear, "2021 01.09.2021–30.09.2021; 2022 01.03.2022–31.03.2022"},
		{"1 марта 2022 г., 15 марта 2022 г.", schoolYear, "2022-03-01 01.03.2022–01.03.2022; 2022-03-15 15.03.2022–15.03.2022"},
	} {
		if got := allDue(Parse(test.words).Occurrences(test.h, nil, calendars)); got != test.want {
			t.Errorf("%s: %s, want %s", test.words, got, test.want)
		}
	}
}

func TestHorizonOf(t *testing.T) {
	roadmap := &model.Roadmap{Sections: []model.Section{{Activities: []model.Activity{
		{Schedule: model.NewSchedule("Август 2023 г.")}, {Schedule: model.NewSchedule("ежегодно с 2022")}}}}}
	for _, test := range []struct {
		title   string
		roadmap *model.Roadmap
		want    string
	}{
		{"… на территории округа до 2024 года", nil, "31.12.2024"},
		{"… на 2021-2024гг. на территории округа", roadmap, "31.12.2024"},
		{"… на 2021–2022 годы", nil, "31.12.2022"},
		{"… стратегии до 2030 года на 2021–2022 годы", nil, "31.12.2022"},
		{"… на 2022 год", nil, "31.12.2022"},
		{"… на 2021/2022 учебный год", nil, "31.08.2022"},
		{"… на 2021–2022 учебный год", nil, "31.08.2022"},
		{"… до 2020 года", nil, "31.12.2021"}, // over before it began
		{"…", nil, "31.12.2021"},
		{"…", roadmap, "31.12.2023"},
		{"…", &model.Roadmap{Annex: model.Annex{Title: []string{"План", "на 2021–2025 годы"}}}, "31.12.2025"},
	} {
		h := HorizonOf(&model.Order{Title: test.title, Date: day("25.06.2021"), Roadmap: test.roadmap})
		if h.From != day("25.06.2021") || h.To.String() != test.want {
			t.Errorf("%s: %+v, want %s", test.title, h, test.want)
		}
	}
	if h := HorizonOf(&model.Order{}); h != (Horizon{}) {
		t.Errorf("a draft without a date: %+v", h)
	}
}

func TestIsDated(t *testing.T) {
	for words, want := range map[string]bool{"август": true, "ежегодно": false, "ежегодно, август": true, "ежеквартально": true,
		"ежемесячно до 5 числа": true, "постоянно": false, "по графику": false, "до 2024 года": true} {
		if Parse(words).IsDated() != want {
			t.Errorf("%s: %t", words, !want)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, w := range wordings {
			Parse(w.words)
		}
	}
}
