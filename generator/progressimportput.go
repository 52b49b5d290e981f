package generator

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// subject is what a row speaks of, whichever form it stands in: an occurrence, or an
// event by its day and name.
func (r *filledRow) subject() string {
	if r.isBlank() && !r.happened.IsZero() {
		return form.Key(r.activity, blankKey, r.happened.String(), russian.Skeleton(r.event))
	}
	return form.Key(r.activity, r.occurrence)
}

// compare finds rows that speak of one thing and do not say the same: twice in a form,
// or in two of them. Which is right, nobody but their authors can tell. What is on record
// contradicts nothing: older forms stay in the folder of those that come.
func (im *formImport) compare(forms []ImportedForm) {
	said := map[string]*filledRow{}
	for _, f := range forms {
		keys := map[string]*filledRow{}
		for _, r := range f.rows {
			if other := keys[r.Key]; other != nil && !r.damaged && (other.mark != r.mark || other.event != r.event || other.happened != r.happened) {
				f.Problems.Add(r.Fault(markStatus, "оставьте одну строку, вторую удалите", "строка мероприятия %s стоит дважды, и написано в них разное: ещё в %s", r.activity, other.Place(markStatus)))
			}
			if keys[r.Key] == nil {
				keys[r.Key] = r
			}
			if r.place == nil || !r.isChanged() || r.known || r.mark == (markRow{}) {
				continue
			}
			subject := r.subject()
			other := said[subject]
			switch {
			case other == nil:
				said[subject] = r
			case other.mark == r.mark || other.form == r.form && other.Key == r.Key:
			default:
				r.contradicts(other)
				if other.form != r.form {
					other.contradicts(r)
				}
			}
		}
	}
}

func (r *filledRow) contradicts(other *filledRow) {
	at := "в " + other.Place(markStatus)
	if other.form != r.form {
		at = other.form.Name + ", " + other.Place(markStatus)
	}
	r.form.Problems.Add(r.Fault(markStatus, "узнайте, что верно, и оставьте отметку в одной из форм",
		"о том же мероприятии %s сказано другое («%s» %s): %s", r.activity, execution.Said(other.mark.Outcome), other.mark.Date, at))
}

// put adds what a form says to the record, unless it is there. With errors among the
// problems of the form nothing is added.
func (im *formImport) put(f *ImportedForm) {
	plan := im.plan(im.before.Entries)
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
	recorded, problems, err := im.openedRecord.add(entries)
	if err != nil {
		f.Problems.Add(diag.Problem{Text: err.Error(), Hint: "запишите эту отметку командой и сообщите разработчикам"})
		return
	}
	f.Problems = append(f.Problems, toCells(problems, from, entries)...)
	if !problems.HasErrors() {
		f.Recorded = recorded
	}
}

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

// cures are what to do in a form, where lint tells what to do in a file.
var cures = map[string]struct{ column, hint string }{
	"PRG-PROOF":  {markKind, "впишите вид, номер и дату документа или ссылку на него"},
	"PRG-REASON": {markReason, "впишите причину и корректирующее действие"},
	"PRG-MOVED":  {markUntil, "впишите новый срок"},
	"PRG-CONTRA": {markStatus, "проверьте статус и дату"},
	"PRG-DAY":    {markDate, "проверьте год"},
}

// fieldColumns are where the fields of an entry stand in a form.
var fieldColumns = map[string]string{"status": markStatus, "date": markDate, "until": markUntil, "result": markResult,
	"reason": markReason, "correction": markCorrection, "note": markNote, "event": markEvent,
	"activity": markActivity, "occurrence": markOccurrence, "evidence": markKind,
	"kind": markKind, "number": markNumber, "title": markTitle, "link": markLink}

// toCells finds what is wrong with new entries in the rows that they came from.
func toCells(problems diag.List, from []*filledRow, entries []model.ProgressEntry) diag.List {
	var list diag.List
	for _, p := range problems {
		var n int
		if _, err := fmt.Sscanf(p.Key, "entry[%d]", &n); err != nil || n < 1 || n > len(from) {
			p.Key = ""
			list.Add(p)
			continue
		}
		_, field, _ := strings.Cut(p.Key, ".")
		first, last, _ := strings.Cut(field, ".")
		first, _, _ = strings.Cut(first, "[")
		column := fieldColumns[first]
		switch cure, known := cures[p.Code]; {
		case known && p.Code != "PRG-DAY":
			column, p.Hint = cure.column, cure.hint
		case known:
			p.Hint = cure.hint
		case last != "":
			column = fieldColumns[last]
		}
		if entries[n-1].Outcome == model.OutcomeEvent && column == markDate {
			column = markHappened
		}
		p.File, p.Line, p.Column, p.Key, p.Path = "", 0, 0, "", ""
		if first == "by" {
			p.Path, p.Hint = "кто сообщил", "назовите ключом --by id из справочника или фамилию и инициалы"
		} else if p.Cell = from[n-1].Place(markStatus); column != "" {
			p.Cell = from[n-1].Place(column)
		}
		list.Add(p)
	}
	return list
}
