package generator

import (
	"fmt"
	"strings"

	"doklad/generator/execution"
	"doklad/generator/model"
)

// resolve finds the occurrence that an entry is about, where it can be told without
// guessing. The error is in Russian and lists what there is.
func (r *openedRecord) resolve(plan *execution.Plan, e *model.ProgressEntry) error {
	a, err := activityOf(plan, e.Activity)
	if err != nil {
		return err
	}
	e.Activity = a.ID
	if e.Outcome == model.OutcomeEvent {
		return nil // opens an occurrence, or amends the one it names
	}
	if e.Occurrence != "" {
		for _, o := range a.Occurrences {
			if e.Occurrence.Is(o.ID) {
				e.Occurrence = model.OccurrenceID(o.ID)
				return nil
			}
		}
		return r.which(plan, a, fmt.Sprintf("исполнения «%s» у мероприятия %s нет", e.Occurrence, a.ID))
	}
	open := r.open(plan)
	takesEvents := a.Waits() && a.Timetable == nil
	switch {
	case e.Outcome == model.OutcomeVoid && (takesEvents || len(a.Occurrences) != 1):
		return nil // the activity as a whole
	case takesEvents:
		return r.resolveEvent(plan, a, e, open)
	case len(a.Occurrences) == 1:
		e.Occurrence = model.OccurrenceID(a.Occurrences[0].ID)
		return nil
	}
	var found *execution.Occurrence
	for _, o := range a.Occurrences {
		contains := o.Begin.Compare(e.Date) <= 0 && o.End.Compare(e.Date) >= 0
		switch {
		case contains && found != nil:
			return r.which(plan, a, fmt.Sprintf("не сказано, какое исполнение мероприятия %s отмечено: на %s приходится несколько", a.ID, e.Date))
		case contains:
			found = o
		case found == nil && open[o]:
			return r.which(plan, a, fmt.Sprintf("не сказано, какое исполнение мероприятия %s отмечено", a.ID))
		}
	}
	if found == nil {
		return r.which(plan, a, fmt.Sprintf("не сказано, какое исполнение мероприятия %s отмечено: на %s не приходится ни одного", a.ID, e.Date))
	}
	e.Occurrence = model.OccurrenceID(found.ID)
	return nil
}

// resolveEvent takes the only event that is still open on that day. Without any event
// the mark is of one of its own: a meeting that was held as it was needed.
func (r *openedRecord) resolveEvent(plan *execution.Plan, a *execution.Activity, e *model.ProgressEntry, open map[*execution.Occurrence]bool) error {
	var possible []*execution.Occurrence
	hasEvents := false
	for _, o := range a.Occurrences {
		for _, m := range o.Marks {
			hasEvents = hasEvents || m.Outcome == model.OutcomeEvent
		}
		if o.Begin.Compare(e.Date) <= 0 && open[o] {
			possible = append(possible, o)
		}
	}
	switch {
	case len(possible) == 1:
		e.Occurrence = model.OccurrenceID(possible[0].ID)
		return nil
	case len(possible) > 1:
		return r.which(plan, a, fmt.Sprintf("не сказано, какое исполнение мероприятия %s отмечено", a.ID))
	case hasEvents:
		return r.which(plan, a, fmt.Sprintf("у мероприятия %s нет незакрытых событий: запишите новое («doklad event»)", a.ID))
	}
	return nil
}

// open are the occurrences of which something is still to be done, as far as is known.
func (r *openedRecord) open(plan *execution.Plan) map[*execution.Occurrence]bool {
	open := map[*execution.Occurrence]bool{}
	for _, s := range plan.On(r.latest) {
		open[s.Occurrence] = s.IsOpen()
	}
	return open
}

func activityOf(plan *execution.Plan, number string) (*execution.Activity, error) {
	var found []*execution.Activity
	var lines []string
	for _, a := range plan.Activities {
		if a.ID == model.ActivityID(number) {
			found = append(found, a)
		}
		lines = append(lines, fmt.Sprintf("\n  %-5s %s", a.ID, shortLine(a.Text)))
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("мероприятия «%s» в дорожной карте нет; есть:%s", number, strings.Join(lines, ""))
	case 1:
		return found[0], nil
	}
	return nil, fmt.Errorf("мероприятий с номером «%s» в дорожной карте несколько: исправьте их номера", number)
}

// which asks for an occurrence, and lists those that there are.
func (r *openedRecord) which(plan *execution.Plan, a *execution.Activity, what string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (срок: «%s»)", what, oneLine(a.Schedule.String()))
	named := false
	for _, s := range plan.On(r.latest) {
		if s.Activity == a && s.OccurrenceID() != "" {
			if !named {
				b.WriteString("; назовите исполнение ключом --occurrence:")
			}
			named = true
			fmt.Fprintf(&b, "\n  %-12s  %s  %s", s.OccurrenceID(), daysOf(s.Occurrence), s.Status)
		}
	}
	switch {
	case named:
	case a.Waits() && a.Timetable == nil:
		b.WriteString("; событий ещё нет: запишите событие («doklad event»)")
	default:
		b.WriteString("; мероприятие исполняется один раз: уберите --occurrence")
	}
	return fmt.Errorf("%s", b.String())
}

// daysOf are the days of an occurrence: «01.01.2022–31.12.2022».
func daysOf(o *execution.Occurrence) string {
	switch {
	case o.Begin.IsZero() && o.End.IsZero():
		return "без дней"
	case o.End.IsZero():
		return "с " + o.Begin.String()
	case o.Begin.IsZero():
		return "до " + o.End.String()
	case o.Begin == o.End:
		return o.Begin.String()
	}
	return o.Begin.String() + "–" + o.End.String()
}

// shortLine is enough of a text to know it by.
func shortLine(text string) string {
	const enough = 70
	if runes := []rune(oneLine(text)); len(runes) > enough {
		return strings.TrimSpace(string(runes[:enough])) + "…"
	}
	return oneLine(text)
}
