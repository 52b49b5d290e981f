package schedule

import (
	"fmt"
	"strings"
	"time"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// Meaning is the reading in Russian, for a message.
func (r Reading) Meaning() string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	switch {
	case r.Kind == Unspecified:
		return "срок не определён"
	case r.Kind == Event && r.Event == "":
		add("событие не названо")
	case r.Kind == Event:
		add("событие «" + r.Event + "»")
	case r.Kind == External:
		return "дни назначает другой документ: «" + r.Source + "»"
	case r.Kind == Continuous && r.Every == Once:
		return "весь срок плана, последнего дня нет"
	case r.Kind == Continuous:
		return r.Every.String() + ", последнего дня нет"
	case r.Every != Once:
		add(r.Every.String() + since(r.Since, r.Until))
	}
	if !r.Lag.isZero() {
		if r.Kind == Point {
			return "на следующий день"
		}
		add("в течение " + r.Lag.String())
	}
	if r.Day > 0 {
		month := "месяца"
		if r.Following {
			month = "следующего месяца"
		}
		add(fmt.Sprintf("по %d-е число %s", r.Day, month))
	}
	for _, s := range r.Spans {
		add(s.String())
	}
	return strings.Join(parts, ", ")
}

func since(from, until model.Date) (s string) {
	if !from.IsZero() {
		s = " с " + from.String()
	}
	if !until.IsZero() {
		s += " по " + until.String()
	}
	return s
}

// String is the span in Russian: «с 01.07.2021 по 31.08.2021», «по 1 сентября».
func (s Span) String() string {
	switch {
	case s.From == s.To:
		return said(s.To) + s.until()
	case s.From.IsZero():
		return "по " + said(s.To) + s.until()
	case s.To.IsZero():
		return "с " + said(s.From)
	}
	return "с " + said(s.From) + " по " + said(s.To) + s.until()
}

func (s Span) until() string {
	if s.Clock == "" {
		return ""
	}
	return " до " + s.Clock
}

// said is a day with its year or without it.
func said(d model.Date) string {
	switch {
	case d.Year > 0:
		return d.String()
	case d == model.Date{Month: time.February, Day: 29}:
		return "конец февраля"
	}
	return fmt.Sprintf("%d %s", d.Day, russian.MonthName(d.Month, russian.Genitive))
}
