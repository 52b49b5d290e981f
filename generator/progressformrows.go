package generator

import (
	"fmt"
	"strings"

	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// formRow is a row of the form.
type formRow struct {
	progressRow
	blank int // of the empty rows for new events, from 1; 0 for none
}

func (r formRow) isBlank() bool { return r.blank > 0 }

// formRows are what a body answers for: all that is on record, so that it sees it and
// can amend it, and all that is open, but for what begins only after a year. Where
// something must happen first, empty rows follow to tell of it.
func (g Generator) formRows(c *carried, who model.Responsible) []formRow {
	asked := body{any: who.Name == "", id: who.ID, folded: russian.Fold(who.Name), roster: c.office.Directory.Roster()}
	var rows []formRow
	all := c.rows(g.Today)
	for i, r := range all {
		if !asked.in(r.Responsible) && !asked.any {
			continue
		}
		far := r.Occurrence != nil && r.Occurrence.Begin.Compare(g.Today.AddMonths(12)) > 0
		if r.Mark != nil || r.Occurrence != nil && !far {
			rows = append(rows, formRow{progressRow: r})
		}
		last := i+1 == len(all) || all[i+1].Activity != r.Activity
		if last && opensEvents(r.Activity) {
			for n := range blankEvents {
				rows = append(rows, formRow{progressRow{Standing: execution.Standing{Activity: r.Activity}}, n + 1})
			}
		}
	}
	return rows
}

// opensEvents reports whether an activity waits for events that people tell of.
func opensEvents(a *execution.Activity) bool { return a.Waits() && a.Timetable == nil }

// activitySum is that of what a row of the form asks about.
func activitySum(a *execution.Activity) string {
	return form.Sum(a.ID, form.Clean(a.Text), form.Clean(a.Schedule.String()))
}

// roadmapSum is that of all that forms are made from.
func roadmapSum(p *execution.Plan) string {
	var texts []string
	for _, a := range p.Activities {
		texts = append(texts, a.ID, form.Clean(a.Text), form.Clean(a.Schedule.String()), form.Clean(a.Responsible))
	}
	return form.Sum(texts...)
}

// key is the hidden key of a row: activity, occurrence or which of the empty rows, sum
// of the activity, sum of what the form showed to be on record.
func (r formRow) key() string {
	occurrence := r.OccurrenceID()
	if r.isBlank() {
		occurrence = fmt.Sprintf("%s%d", blankKey, r.blank)
	}
	return form.Key(r.ID, occurrence, activitySum(r.Activity), r.shown().sum())
}

// blankKey begins the name of an empty row; no occurrence is called so.
const blankKey = "+"

// shown is what the form shows to be on record.
func (r formRow) shown() markRow {
	if r.Mark == nil {
		return markRow{}
	}
	return markRowOf(*r.Mark)
}

// occurrenceLabel is which time is meant.
func (r formRow) occurrenceLabel() string {
	switch {
	case r.isBlank():
		return "новое событие"
	case r.isOnce() && r.Occurrence == nil:
		return "мероприятие в целом"
	case r.isOnce():
		return "один раз"
	}
	return strings.ReplaceAll(r.Occurrence.Label(), " г.", "\u00a0г.")
}

// dueWords is when it is to be done, in the author's words.
func (r formRow) dueWords() string { return orDash(form.Clean(r.Schedule.String())) + r.moved() }

func (r formRow) standingWords() string {
	if r.isBlank() {
		return ""
	}
	return r.statusWords()
}
