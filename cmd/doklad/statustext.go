package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"doklad/generator"
	"doklad/generator/execution"
	"doklad/generator/russian"
)

// statusView is an answer as people read it.
type statusView struct {
	screen
	query  generator.StatusQuery
	orders []generator.OrderStatus
}

// text is the whole answer. Where errors leave nothing to show, they have been told.
func (v statusView) text(faulty bool) string {
	var b strings.Builder
	asked := len(v.query.Orders) > 0 // else those without an answer are left out: there may be hundreds
	if early := namesOf(v.orders, generator.NotYet); asked && early != "" {
		fmt.Fprintf(&b, "На %s ещё не подписано: %s.\n\n", v.query.Date, early)
	}
	v.orders = slices.DeleteFunc(slices.Clone(v.orders), func(o generator.OrderStatus) bool { return o.LeftOut != generator.NotLeftOut })
	total, full := execution.Tally{}, 0
	for _, o := range v.orders {
		for status, n := range o.Tally {
			total[status] += n
		}
		full += min(len(o.Standings), 1)
	}
	for i, table := range v.tables() {
		switch o := v.orders[i]; {
		case len(o.Standings) > 0:
			fmt.Fprintf(&b, "%s\n\n%s\n\n%s\n\n", v.heading(o), table, v.counts("", o.Tally))
		case asked && full > 0:
			fmt.Fprintf(&b, "%s\n\n%s\n\n", v.heading(o), v.nothing())
		}
	}
	switch {
	case full > 1:
		b.WriteString(v.counts(fmt.Sprintf("По всем приказам (%d). ", full), total) + "\n")
	case full == 0 && (len(v.orders) > 0 || !faulty && b.Len() == 0):
		b.WriteString(v.nothing() + "\n")
	}
	if b.Len() == 0 {
		return ""
	}
	text := b.String() // may be of many megabytes: cut, not copied
	return text[:len(strings.TrimRight(text, "\n"))+1]
}

// tables are those of all orders, made side by side: there may be hundreds.
func (v statusView) tables() []string {
	made := make([]string, len(v.orders))
	var group sync.WaitGroup
	for i, o := range v.orders {
		if len(o.Standings) > 0 {
			group.Go(func() { made[i] = v.table(o.Standings) })
		}
	}
	group.Wait()
	return made
}

func (v statusView) heading(o generator.OrderStatus) string {
	first := fmt.Sprintf("%s: %s, на %s", o.ID, o.Record, v.query.Date)
	return v.in(bold, v.cut(first)) + "\n" + v.cut(o.Title)
}

// cut makes one line of the screen of words.
func (v statusView) cut(words string) string {
	return cutLines(lines(words, v.width), 1, v.width)[0]
}

// unbroken is a space at which no line ends.
const unbroken = "\u00a0"

// counts says how many stand in each way, and what part was in time.
func (v statusView) counts(of string, t execution.Tally) string {
	var parts []string
	for _, status := range execution.Statuses {
		if t[status] > 0 {
			parts = append(parts, strings.ReplaceAll(fmt.Sprintf("%s – %d", status, t[status]), " ", unbroken))
		}
	}
	said := lines(fmt.Sprintf("%sВсего %d: %s.", of, t.All(), strings.Join(parts, ", ")), v.width)
	for i := range said {
		said[i] = strings.ReplaceAll(said[i], unbroken, " ")
	}
	// A share of a choice by days would say nothing.
	if done, due := t.InTime(); due > 0 && !v.query.Overdue && v.query.Within == nil {
		said = append(said, fmt.Sprintf("В срок исполнено %d из %d (%s %%).", done, due, russian.Percent(done, due)))
	}
	return v.cell(bold, said)
}

// nothing says that there is nothing of what was asked for.
func (v statusView) nothing() string {
	whose := ""
	if v.query.Responsible != "" {
		whose = " у «" + v.query.Responsible + "»"
	}
	switch q := v.query; {
	case len(v.orders) == 0:
		return "Приказов с дорожной картой, которые исполняют, на " + q.Date.String() + " нет."
	case q.Overdue:
		return "Просроченного" + whose + " нет."
	case q.Within != nil && *q.Within == 0:
		return "Мероприятий со сроком " + q.Date.String() + whose + " нет."
	case q.Within != nil:
		return fmt.Sprintf("Мероприятий со сроком с %s по %s%s нет.", q.Date, q.Date.AddDays(*q.Within), whose)
	}
	return "Мероприятий" + whose + " нет."
}
