package generator

import (
	"fmt"
	"slices"
	"time"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// sameActivity is an activity in a plan read anew.
func sameActivity(p *execution.Plan, a *execution.Activity) *execution.Activity {
	for _, b := range p.Activities {
		if b.Section == a.Section && b.Place == a.Place {
			return b
		}
	}
	return a
}

// occurrence names what a row marks. An event of the same day and name is the one on
// record; a new one is called by its day.
func (im *formImport) occurrence(r *filledRow, taken map[string]bool) (id string, isNew bool) {
	if !r.isBlank() {
		return r.occurrence, false
	}
	if r.happened.IsZero() {
		return "", false // the activity as a whole
	}
	names := map[string]bool{}
	for _, o := range r.place.Occurrences {
		if o.Begin == r.happened && russian.Skeleton(o.Name) == russian.Skeleton(r.event) {
			return o.ID, false
		}
		names[o.ID] = true
	}
	id = isoDay(r.happened)
	for n := 2; names[id] || taken[r.activity+" "+id]; n++ {
		id = fmt.Sprintf("%s-%d", isoDay(r.happened), n)
	}
	return id, true
}

func isoDay(d model.Date) string { return d.Time().Format(time.DateOnly) }

// marksOn are all marks on an occurrence; without one, on the activity as a whole.
func marksOn(p *execution.Plan, a *execution.Activity, occurrence string) []*model.ProgressEntry {
	for _, o := range a.Occurrences {
		if o.ID == occurrence {
			return o.Marks
		}
	}
	var marks []*model.ProgressEntry
	for _, c := range p.Counted {
		if c.Activity == a && c.Occurrence == nil && c.Entry.Outcome != model.OutcomeEvent {
			marks = append(marks, c.Entry)
		}
	}
	return marks
}

// sayingOf is the mark that says what a row does; nil for none.
func sayingOf(marks []*model.ProgressEntry, m markRow) *model.ProgressEntry {
	for _, e := range marks {
		if markRowOf(*e) == m {
			return e
		}
	}
	return nil
}

// shownBefore is the mark that the form showed: what it had no room for stays.
func shownBefore(marks []*model.ProgressEntry, base string) *model.ProgressEntry {
	for _, e := range slices.Backward(marks) {
		if base != "" && markRowOf(*e).sum() == base {
			return e
		}
	}
	return nil
}

// inForceNow is what the form would show today.
func (im *formImport) inForceNow(p *execution.Plan, a *execution.Activity, occurrence string) markRow {
	for _, s := range p.On(im.latest) {
		if s.Activity == a && s.OccurrenceID() == occurrence && s.Mark != nil {
			return markRowOf(*s.Mark)
		}
	}
	return markRow{}
}

// tellOlder: somebody saw in the form what is in force, and wrote what it amended. It is
// not put on record again: the folder may hold the forms of both.
func (im *formImport) tellOlder(f *ImportedForm, p *execution.Plan, r *filledRow, occurrence string) {
	now := im.inForceNow(p, r.place, occurrence)
	if now == r.mark || now == (markRow{}) || now.sum() != r.base {
		return
	}
	problem := r.Fault(markStatus, "если верно то, что в форме, допишите в строке примечание",
		"такая отметка уже записана, но действует более поздняя: «%s» %s", execution.Said(now.Outcome), now.Date)
	problem.Severity = diag.Warning
	f.Problems.Add(problem)
}

// tellOther: what is on record now is not what the person saw in the form.
func (im *formImport) tellOther(f *ImportedForm, p *execution.Plan, r *filledRow, occurrence string) {
	now := im.inForceNow(p, r.place, occurrence)
	if now.sum() == r.base || now == (markRow{}) {
		return
	}
	problem := r.Fault(markStatus, "отметка из формы записана как более поздняя; проверьте, верно ли это",
		"пока форму заполняли, об этом записано другое: «%s» %s", execution.Said(now.Outcome), now.Date)
	problem.Severity = diag.Warning
	f.Problems.Add(problem)
}
