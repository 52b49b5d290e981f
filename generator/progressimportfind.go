package generator

import (
	"fmt"
	"time"

	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// activity is the one that a row is about, in the plan as it was read last.
func (r *openedRecord) activity(row *filledRow) *execution.Activity {
	for _, a := range r.plan.Activities {
		if a.Section == row.place.Section && a.Place == row.place.Place {
			return a
		}
	}
	return row.place
}

// occurrence: an event of the same day and name is the one on record; a new one is called
// by its day.
func (r *openedRecord) occurrence(row *filledRow, taken map[string]bool) (string, *model.ProgressEntry) {
	if !row.isBlank() {
		return row.occurrence, nil
	}
	if row.happened.IsZero() {
		return "", nil // the activity as a whole
	}
	names := map[string]bool{}
	for _, o := range r.activity(row).Occurrences {
		if o.Begin == row.happened && russian.Skeleton(o.Name) == russian.Skeleton(row.event) {
			return o.ID, nil
		}
		names[o.ID] = true
	}
	day := isoDay(row.happened)
	id := day
	for n := 2; names[id] || taken[row.id+" "+id]; n++ {
		id = fmt.Sprintf("%s-%d", day, n)
	}
	event := &model.ProgressEntry{Outcome: model.OutcomeEvent, Date: row.happened, Event: row.event}
	if id != day {
		event.Occurrence = model.OccurrenceID(id)
	}
	return id, event
}

func isoDay(d model.Date) string { return d.Time().Format(time.DateOnly) }

// marksOn are all marks on an occurrence; without one, on the activity as a whole.
func (r *openedRecord) marksOn(row *filledRow, occurrence string) []*model.ProgressEntry {
	a := r.activity(row)
	for _, o := range a.Occurrences {
		if o.ID == occurrence {
			return o.Marks
		}
	}
	var marks []*model.ProgressEntry
	for _, c := range r.plan.Counted {
		if c.Activity == a && c.Occurrence == nil && c.Entry.Outcome != model.OutcomeEvent {
			marks = append(marks, c.Entry)
		}
	}
	return marks
}

func (r *openedRecord) inForce(row *filledRow, occurrence string) *model.ProgressEntry {
	a := r.activity(row)
	for _, s := range r.plan.On(r.latest) {
		if s.Activity == a && s.OccurrenceID() == occurrence {
			return s.Mark
		}
	}
	return nil
}
