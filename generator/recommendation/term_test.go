package recommendation

import (
	"testing"
	"time"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/schedule"
)

// A term is a day after that of issue, in its year or in the next one.
func TestTerms(t *testing.T) {
	day := func(year int, month time.Month, day int) model.Date {
		return model.Date{Year: year, Month: month, Day: day}
	}
	issued := day(2022, 10, 3)
	for words, want := range map[string]struct {
		day  model.Date
		next bool
	}{
		"до 1 декабря": {day(2022, 12, 1), false}, "к 25 декабря": {day(2022, 12, 25), false}, "до 4 октября": {day(2022, 10, 4), false},
		"до 3 октября": {day(2023, 10, 3), true}, "до 1 марта": {day(2023, 3, 1), true}, "ноябрь": {day(2022, 11, 30), false},
		"до конца февраля": {day(2023, 2, 28), true}, "с 1 по 10 октября": {day(2022, 10, 10), false},
		"в течение месяца со дня получения": {day(2022, 11, 3), false}, "в течение 10 дней со дня получения": {day(2022, 10, 13), false}, "незамедлительно": {day(2022, 10, 4), false},
	} {
		var l diag.List
		if checkTerm(&l, "term", words); l != nil {
			t.Errorf("%s: %v", words, l)
			continue
		}
		if got, next := due(schedule.Parse(words), issued); got != want.day || next != want.next {
			t.Errorf("%s: %s, %v", words, got, next)
		}
	}
	for _, words := range []string{"постоянно", "ежегодно до 1 марта", "до 31 июня", "до 1 декабря 2022 года", "по согласованию", "1 марта, 1 июня", "в течение 5 рабочих дней со дня получения", "согласно графику", "с 1 октября", "когда-нибудь", "по мере необходимости"} {
		var l diag.List
		if checkTerm(&l, "term", words); len(l) != 1 || l[0].Hint == "" {
			t.Errorf("%s: %v", words, l)
		}
	}
}
