package recommendation

import (
	"time"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/schedule"
)

const termHint = "впишите день без года: term = \"до 1 декабря\", или от получения: \"в течение месяца со дня получения\""

// checkTerm demands a term that gives a day in any year: a rule serves many.
func checkTerm(l *diag.List, key, words string) {
	r := schedule.Parse(words)
	switch {
	case r.Has(schedule.NoSuchDay):
		l.Add(diag.Errorf(key, "срок «%s»: такого дня нет в календаре", words).WithHint(termHint))
	case r.Lag.Working:
		l.Add(diag.Errorf(key, "срок «%s» считают в рабочих днях, а календарь года рекомендаций не известен", words).WithHint(termHint))
	case r.Lag != schedule.Lag{}:
	case len(r.Spans) != 1 || r.Every != schedule.Once || r.Spans[0].To.Month == 0:
		l.Add(diag.Errorf(key, "из срока «%s» не следует день", words).WithHint(termHint))
	case r.Spans[0].To.Year != 0:
		l.Add(diag.Errorf(key, "в сроке «%s» назван год, а рекомендация повторяется каждый год", words).WithHint(termHint))
	}
}

// due is the day of a term, after that of issue; next where in its year the day has passed.
func due(r schedule.Reading, issued model.Date) (day model.Date, next bool) {
	if r.Lag != (schedule.Lag{}) {
		return issued.AddMonths(r.Lag.Months).AddDays(r.Lag.Days), false
	}
	last := r.Spans[0].To
	if day = dayOf(issued.Year, last.Month, last.Day); day.Compare(issued) > 0 {
		return day, false
	}
	return dayOf(issued.Year+1, last.Month, last.Day), true
}

// dayOf: the end of February is not the same day in every year.
func dayOf(year int, month time.Month, day int) model.Date {
	return model.Date{Year: year, Month: month, Day: min(day, model.LastOfMonth(year, month).Day)}
}
