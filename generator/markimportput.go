package generator

import (
	"slices"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// put adds what a form says to the record, unless it is there. With errors among the
// problems of the form nothing is added.
func (im *formImport) put(f *ImportedForm) {
	im.read()
	var entries []model.ProgressEntry
	var from []*filledRow
	add := func(r *filledRow, e model.ProgressEntry) {
		e.Activity, e.By, e.Entered = r.id, im.teller(f.Passport), im.entered
		entries, from = append(entries, e), append(from, r)
	}
	taken := map[string]bool{} // new occurrences of this form
	done := map[string]bool{}  // subjects
	for _, r := range f.rows {
		switch {
		case r.isChanged() && !r.found: // nothing to find: it was told
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
		occurrence, event := im.occurrence(r, taken)
		if event != nil {
			taken[r.id+" "+occurrence] = true
			add(r, *event)
		}
		if r.mark == (markRow{}) {
			if event == nil {
				f.Same++
			}
			continue
		}
		before := im.marksOn(r, occurrence)
		if sayingOf(before, r.mark) != nil {
			f.Same++
			im.tellOlder(f, r, occurrence)
			continue
		}
		im.tellOther(f, r, occurrence)
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
	f.Problems = append(f.Problems, im.toCells(problems, from, entries)...)
	if problems.HasErrors() {
		return
	}
	f.Recorded = recorded
	if im.kind == adviceKind {
		im.tellEarlier(f, from)
	}
}

// tellEarlier: of the marks on a recommendation the one with the last day holds, whenever
// it was recorded.
func (im *formImport) tellEarlier(f *ImportedForm, from []*filledRow) {
	im.read()
	for n, r := range f.Recorded {
		if now := im.inForce(from[n], ""); now != nil && now.Date != r.Entry.Date {
			im.warn(f, from[n], markDate, "если верно то, что в форме, впишите день не раньше этого", "действует отметка с более поздним днём: «%s» %s", im.kind.words.Said(now.Outcome), now.Date)
		}
	}
}

// add puts the marks after those that are there, or leaves all as it was. The keys of
// the problems count the new marks alone.
func (im *formImport) add(entries []model.ProgressEntry) ([]Recorded, diag.List, error) {
	recorded, problems, err := im.record(entries)
	if err != nil || problems.HasErrors() {
		im.added = 0
		return nil, problems, err
	}
	problems = im.renumbered(problems)
	im.before, im.added = im.text, 0
	return recorded, problems, nil
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

// tellOlder: somebody saw in the form what is in force, and wrote what it amended. It is
// not put on record again: the folder may hold the forms of both.
func (im *formImport) tellOlder(f *ImportedForm, r *filledRow, occurrence string) {
	now := im.inForce(r, occurrence)
	if now == nil || markRowOf(*now) == r.mark || markRowOf(*now).sum() != r.base {
		return
	}
	hint := "если верно то, что в форме, допишите в строке примечание"
	if im.kind == adviceKind {
		hint = "если верно то, что в форме, впишите день, когда это подтвердилось"
	}
	im.warn(f, r, markStatus, hint, "такая отметка уже записана, но действует более поздняя: «%s» %s", im.kind.words.Said(now.Outcome), now.Date)
}

// tellOther: what is on record now is not what the person saw in the form.
func (im *formImport) tellOther(f *ImportedForm, r *filledRow, occurrence string) {
	now := im.inForce(r, occurrence)
	if now == nil || markRowOf(*now).sum() == r.base || im.kind == adviceKind && r.mark.Date.Compare(now.Date) < 0 {
		return // an earlier day of a recommendation changes nothing: see tellEarlier
	}
	im.warn(f, r, markStatus, "отметка из формы записана как более поздняя; проверьте, верно ли это",
		"пока форму заполняли, об этом записано другое: «%s» %s", im.kind.words.Said(now.Outcome), now.Date)
}

func (im *formImport) warn(f *ImportedForm, r *filledRow, column, hint, text string, args ...any) {
	p := r.Fault(column, hint, text, args...)
	p.Severity = diag.Warning
	f.Problems.Add(p)
}
