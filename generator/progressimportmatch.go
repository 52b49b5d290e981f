package generator

import (
	"slices"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
)

func (r *openedRecord) sum() string { return roadmapSum(r.plan) }

func (r *openedRecord) since() model.Date { return r.order.Date }

// find finds the activity and the occurrence of a row.
func (r *openedRecord) find(row *filledRow) *diag.Problem {
	anew := r.kind.anew(row.form.Passport.Subject)
	var found, moved *execution.Activity
	count := 0
	for i, a := range r.plan.Activities {
		switch {
		case a.ID == row.id:
			found, row.at[0] = a, i
			count++
		case form.Sum(row.id, form.Clean(a.Text), form.Clean(a.Schedule.String())) == row.sum:
			moved = a // the same words under another number
		}
	}
	switch {
	case count > 1:
		return row.fault(markWhat, "исправьте номера мероприятий в дорожной карте", "мероприятий с номером «%s» в дорожной карте несколько", row.id)
	case moved != nil && (found == nil || activitySum(found) != row.sum):
		return row.fault(markWhat, anew, "мероприятие %s в дорожной карте теперь стоит под номером %s", row.id, moved.ID)
	case found == nil:
		return row.fault(markWhat, anew, "мероприятия %s в дорожной карте больше нет", row.id)
	case activitySum(found) != row.sum:
		return row.fault(markWhat, anew, "мероприятие %s или его срок изменились с тех пор, как форма сделана (%s)", row.id, row.form.Passport.Made)
	}
	row.place = found
	seen := formRow{progressRow: progressRow{Standing: execution.Standing{Activity: found}}}
	switch {
	case row.isBlank():
		seen.blank = 1
		row.at[1] = len(found.Occurrences)
	case row.occurrence != "" || len(found.Occurrences) == 1 && !opensEvents(found):
		i := slices.IndexFunc(found.Occurrences, func(o *execution.Occurrence) bool { return o.ID == row.occurrence })
		if i < 0 {
			return row.fault(markOccurrence, anew, "исполнения «%s» у мероприятия %s больше нет", row.occurrence, row.id)
		}
		seen.Occurrence, row.at[1] = found.Occurrences[i], i
	}
	if p := row.isMixed(markWhat, found.Text, "мероприятия "+row.id); p != nil {
		return p
	}
	return row.isMixed(markOccurrence, seen.occurrenceLabel(), "исполнения «"+seen.occurrenceLabel()+"»")
}

// judge tells what is wrong with an event, or a term that was moved.
func (r *openedRecord) judge(row *filledRow, add func(column, hint, text string, args ...any)) {
	m := row.mark
	if row.isBlank() {
		isEvent := row.event != "" || !row.happened.IsZero()
		switch whole := m.Outcome == model.OutcomeVoid && !isEvent; {
		case whole: // nothing is waited for any more
		case row.happened.IsZero():
			add(markHappened, "впишите день, когда это произошло: 30.08.2026", "не указано, когда произошло событие")
		case row.event == "":
			add(markEvent, "впишите, что произошло", "не сказано, что произошло")
		}
	}
	isMoved := m.Outcome == model.OutcomeMoved
	switch {
	case isMoved && m.Until.IsZero():
		add(markUntil, "впишите новый последний день: 30.12.2026", "перенесено, а новый срок не указан")
	case !isMoved && !m.Until.IsZero() && m.Outcome != "":
		add(markUntil, "если срок перенесён, выберите статус «перенесено»; если нет, очистите ячейку", "новый срок указан, а статус – «%s»", execution.Said(m.Outcome))
	case isMoved && !m.Date.IsZero() && m.Until.Compare(m.Date) < 0:
		add(markUntil, "исправьте одну из дат", "новый срок %s раньше дня переноса %s", m.Until, m.Date)
	}
}
