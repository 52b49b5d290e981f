package sample

import (
	"strings"
	"time"

	"doklad/generator/ics"
)

// Calendar is a hard calendar with a name for files and messages.
type Calendar struct {
	Name string
	ics.Calendar
}

// HardCalendars are all of them, each made anew.
func HardCalendars() []Calendar {
	return []Calendar{
		{"deadlines", calendar("Сроки (пример)", deadlines()...)},
		{"signs", calendar(`Знаки, «кавычки»; \обратная\ черта: 100% (пример)`, signs()...)},
		{"long", calendar(strings.Repeat("Длинное название примера ", 20), long()...)},
		{"days", calendar("Трудные дни (пример)", days()...)},
		{"thousand", calendar("Тысяча событий (пример)", thousand()...)},
	}
}

func calendar(name string, events ...ics.Event) ics.Calendar {
	return ics.Calendar{Name: name, Description: "Это пример:\nсведения вымышлены.", Events: events,
		Stamp: time.Date(2026, 8, 1, 2, 30, 0, 0, time.FixedZone("Пермь", 5*60*60))}
}

func on(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// deadline is a day of its own: the event that an office sees most.
func deadline(summary string, last time.Time) ics.Event {
	return ics.Event{UID: ics.UID("пример", summary), First: last, Last: last, Summary: summary}
}

func deadlines() []ics.Event {
	usual := deadline("Пример: сдать справку", on(2026, 9, 25))
	usual.Description = "Срок: с 1 по 25 сентября 2026 г.\nОтветственный: Примеров П. П., Образцова О. О."
	usual.Categories = []string{"Приказ № 1 (пример)", "Отдел образования"}
	usual.URL = "https://example.org/orders/1?year=2026&part=2#3"
	usual.Remind = []int{1, 7, 0, 3, 7}

	whole := deadline("Пример: неделя открытых уроков", on(2026, 10, 9))
	whole.First = on(2026, 10, 5)
	whole.Remind = []int{10, 5, 4, 1}
	whole.Sequence = 3

	cancelled := deadline("Пример: отменённый отчёт", on(2026, 11, 2))
	cancelled.Cancelled, cancelled.Remind = true, []int{1}

	done := deadline("Пример: сделанный отчёт", on(2026, 11, 2))
	done.Done, done.Remind = true, []int{1}
	return []ics.Event{usual, whole, cancelled, done}
}

func signs() []ics.Event {
	var events []ics.Event
	for _, text := range []string{
		`Пример: запятая, точка с запятой; двоеточие: "кавычки"`,
		`Пример: \n – не конец строки, \\ – две черты, в конце одна \`,
		"Пример: строка\nстрока\r\nстрока\rстрока\u2028строка\u0085строка",
		"Пример: табуляция\tи управляющие \x00\x07\x1b\x7f знаки",
		"Пример: BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
		"  Пример: пробелы по краям  ",
		"Пример: 👩‍🏫 и 𝒜, е\u0308 и й",
		"Пример: <b>разметка</b> &amp; ^n ^' %0A",
	} {
		event := deadline(text, on(2026, 9, 1))
		event.Description, event.Categories = text, []string{text, "", text, "Другая, пример"}
		event.URL = "https://пример.рф/папка с приказами/№ 1,2;3?q=«да»\\нет"
		event.Remind = []int{2}
		events = append(events, event)
	}
	return events
}

func long() []ics.Event {
	var events []ics.Event
	for _, text := range []string{
		"Пример" + strings.Repeat("длинноесловобезпробелов", 50),
		"Пример " + strings.Repeat("один, два; ", 500),
		"Пример" + strings.Repeat(" ", 300) + "пробелов",
		"Пример " + strings.Repeat("👩‍🏫", 100),
		"Пример " + strings.Repeat("\n", 100) + strings.Repeat(`\`, 101),
	} {
		event := deadline(text, on(2026, 9, 1))
		event.Description, event.Categories = strings.Repeat(text, 3), []string{text}
		event.URL = "https://example.org/" + strings.Repeat("папка/", 60)
		events = append(events, event)
	}
	// Each length about that of a line, by octets and by letters of two.
	for n := range 80 {
		events = append(events, deadline("Пример"+strings.Repeat("x", n), on(2026, 9, 1)),
			deadline("Пример "+strings.Repeat("ё", n), on(2026, 9, 1)))
	}
	return events
}

func days() []ics.Event {
	leap := deadline("Пример: 29 февраля", on(2028, 2, 29))
	newYear := deadline("Пример: последний день года", on(2026, 12, 31))
	newYear.Remind = []int{0, 1, 31, 365}
	// The day is the one that is written, wherever it is midnight.
	late := deadline("Пример: поздний вечер на востоке", time.Date(2026, 9, 30, 23, 59, 59, 0, time.FixedZone("Камчатка", 12*60*60)))
	early := deadline("Пример: раннее утро на западе", time.Date(2026, 9, 30, 0, 0, 1, 0, time.FixedZone("Запад", -11*60*60)))
	zones := deadline("Пример: первый день на западе, последний на востоке", late.Last)
	zones.First, zones.Remind = early.Last.AddDate(0, 0, -2), []int{0, 2}
	decade := deadline("Пример: десять лет", on(2036, 1, 1))
	decade.First, decade.Remind = on(2026, 1, 1), []int{0, 3653}
	return []ics.Event{leap, newYear, late, early, zones, decade}
}

func thousand() []ics.Event {
	var events []ics.Event
	for i := range 1000 {
		event := deadline("Пример "+strings.Repeat("и", i%100), on(2026, 1, 1+i))
		event.UID = ics.UID("пример", "тысяча", strings.Repeat("я", i))
		event.Remind = []int{3}
		events = append(events, event)
	}
	return events
}
