package generator

import (
	"doklad/generator/diag"
	"doklad/generator/model"
)

// put adds what a form says to the record, unless it is there. With errors among the
// problems of the form nothing is added.
func (im *formImport) put(f *ImportedForm) {
	plan := im.plan(im.after.Entries)
	var entries []model.ProgressEntry
	var from []*filledRow
	add := func(r *filledRow, e model.ProgressEntry) {
		e.Activity, e.By, e.Entered = r.place.ID, im.teller(f.Passport), im.entered
		entries, from = append(entries, e), append(from, r)
	}
	taken := map[string]bool{} // new occurrences of this form
	done := map[string]bool{}  // subjects
	for _, r := range f.rows {
		switch {
		case r.isChanged() && r.place == nil: // nothing to find: it was told
			continue
		case !r.isChanged():
			if r.base != "" {
				f.Same++
			}
			continue
		case r.mark == (markRow{}) && !r.isBlank(), done[r.subject()]:
			continue
		}
		done[r.subject()] = true
		r.place = sameActivity(plan, r.place)
		occurrence, isNew := im.occurrence(r, taken)
		if isNew {
			taken[r.activity+" "+occurrence] = true
			e := model.ProgressEntry{Outcome: model.OutcomeEvent, Date: r.happened, Event: r.event}
			if occurrence != isoDay(r.happened) {
				e.Occurrence = model.OccurrenceID(occurrence)
			}
			add(r, e)
		}
		if r.mark == (markRow{}) {
			if !isNew {
				f.Same++
			}
			continue
		}
		before := marksOn(plan, r.place, occurrence)
		if sayingOf(before, r.mark) != nil {
			f.Same++
			im.tellOlder(f, plan, r, occurrence)
			continue
		}
		im.tellOther(f, plan, r, occurrence)
		e := r.mark.entry(shownBefore(before, r.base))
		e.Occurrence = model.OccurrenceID(occurrence)
		add(r, e)
	}
	if len(entries) == 0 {
		return
	}
	recorded, problems, err := im.add(entries)
	if err != nil {
		f.Problems.Add(diag.Problem{Text: err.Error(), Hint: "запишите эту отметку командой и сообщите разработчикам"})
		return
	}
	f.Problems = append(f.Problems, toCells(problems, from, entries)...)
	if !problems.HasErrors() {
		f.Recorded = recorded
	}
}

// add puts the marks after those that are there, or leaves all as it was. The keys of
// the problems count the new marks alone.
func (im *formImport) add(entries []model.ProgressEntry) ([]Recorded, diag.List, error) {
	recorded, problems, err := im.record(entries)
	if err != nil || problems.HasErrors() {
		im.added = 0
		im.read()
		return nil, problems, err
	}
	problems = im.renumbered(problems)
	im.before, im.added = im.text, 0
	return recorded, problems, nil
}
