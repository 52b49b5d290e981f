package main

import (
	"encoding/json"
	"io"
	"time"

	"doklad/generator"
	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
)

// statusReport is the answer for another program. Keys are only ever added; a day is
// «2022-08-31», or null where there is none.
type statusReport struct {
	Date    *string       `json:"date"`
	Orders  []orderReport `json:"orders"`
	LeftOut []leftReport  `json:"left_out"` // of which nothing is said
	tallyReport

	// As «doklad check --json» has them.
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	Advice   int       `json:"advice"`
	Problems diag.List `json:"problems"`
}

type orderReport struct {
	ID     string `json:"id"`     // okhansk/2021-109
	Record string `json:"record"` // приказ от 25.06.2021 № 109
	Title  string `json:"title"`
	tallyReport
	Occurrences []occurrenceReport `json:"occurrences"`
}

type leftReport struct {
	ID     string `json:"id"`
	Record string `json:"record"`
	Why    string `json:"why"` // errors: in its data; not_yet: signed after the date
}

// tallyReport counts what stands beside or below it.
type tallyReport struct {
	Count  int            `json:"count"`
	Counts map[string]int `json:"counts"` // by status; all nine are there
	InTime struct {
		Done int `json:"done"` // in time
		Due  int `json:"due"`  // done, or should have been
	} `json:"in_time"`
}

type occurrenceReport struct {
	Activity    string  `json:"activity"`   // its number: 2.4
	Occurrence  string  `json:"occurrence"` // 2022, 2022-Q3; empty where it is due once
	Event       string  `json:"event"`      // what happened, or the line of a timetable
	Text        string  `json:"text"`
	Responsible string  `json:"responsible"`
	Term        string  `json:"term"`  // as the order has it
	Begin       *string `json:"begin"` // the first day
	Due         *string `json:"due"`   // the last day, moved or not
	Approximate bool    `json:"due_approximate"`
	Moved       bool    `json:"moved"` // to the last day given
	Status      string  `json:"status"`
	StatusRu    string  `json:"status_ru"`
	Overdue     bool    `json:"overdue"`
	DaysLate    int     `json:"days_late"`
	DoneOn      *string `json:"done_on"` // wholly or in part
}

// statusWord is a status for machines: not_due, work, done, late, partly, failed, moved,
// void, undefined. Those that a mark can say are called as in the files.
func statusWord(s execution.Status) string {
	switch s {
	case execution.NotDue:
		return "not_due"
	case execution.Undefined:
		return "undefined"
	}
	outcome, _ := execution.OutcomeOf(s)
	return string(outcome)
}

func (s *session) printStatusJSON(w io.Writer, q generator.StatusQuery, orders []generator.OrderStatus, problems diag.List) error {
	report := statusReport{Date: isoDay(q.Date), Orders: []orderReport{}, LeftOut: []leftReport{}, Problems: diag.List{},
		Errors: problems.Count(diag.Error), Warnings: problems.Count(diag.Warning), Advice: problems.Count(diag.Advice)}
	total := execution.Tally{}
	for _, o := range orders {
		switch o.LeftOut {
		case generator.Faulty:
			report.LeftOut = append(report.LeftOut, leftReport{o.ID, o.Record, "errors"})
			continue
		case generator.NotYet:
			report.LeftOut = append(report.LeftOut, leftReport{o.ID, o.Record, "not_yet"})
			continue
		}
		one := orderReport{ID: o.ID, Record: o.Record, Title: o.Title, tallyReport: reportTally(o.Tally), Occurrences: []occurrenceReport{}}
		for _, standing := range o.Standings {
			one.Occurrences = append(one.Occurrences, reportStanding(standing))
		}
		for status, n := range o.Tally {
			total[status] += n
		}
		report.Orders = append(report.Orders, one)
	}
	report.tallyReport = reportTally(total)
	for _, p := range problems {
		p.File = s.place(p.File)
		report.Problems = append(report.Problems, p)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(report)
}

func reportTally(t execution.Tally) tallyReport {
	r := tallyReport{Count: t.All(), Counts: map[string]int{}}
	for _, status := range execution.Statuses {
		r.Counts[statusWord(status)] = t[status]
	}
	r.InTime.Done, r.InTime.Due = t.InTime()
	return r
}

func reportStanding(s execution.Standing) occurrenceReport {
	r := occurrenceReport{
		Activity: s.ID, Occurrence: s.OccurrenceID(), Text: oneSpaced(s.Text), Responsible: oneSpaced(s.Responsible),
		Term: oneSpaced(s.Schedule.String()), Due: isoDay(s.Due), Moved: len(s.Moves) > 0,
		Status: statusWord(s.Status), StatusRu: string(s.Status), Overdue: s.IsOverdue(), DaysLate: s.Late, DoneOn: isoDay(s.DoneOn()),
	}
	if s.Occurrence != nil {
		r.Event, r.Begin, r.Approximate = s.Occurrence.Name, isoDay(s.Occurrence.Begin), s.Occurrence.Guess
	}
	return r
}

func isoDay(d model.Date) *string {
	if d.IsZero() {
		return nil
	}
	iso := d.Time().Format(time.DateOnly)
	return &iso
}
