package execution

import (
	"slices"

	"doklad/generator/model"
)

// count puts one entry where it belongs.
func count(e *model.ProgressEntry, ids map[string][]*Activity) Counted {
	c := Counted{Entry: e}
	switch found := ids[model.ActivityID(e.Activity)]; len(found) {
	case 0:
		c.Fault = NoActivity
		return c
	case 1:
		c.Activity = found[0]
	default:
		c.Fault = WhichActivity
		return c
	}
	a := c.Activity
	if e.Outcome == model.OutcomeEvent && !a.takesEvents() {
		c.Fault = NoEvents
		return c
	}
	switch o, fault := a.occurrenceOf(e); {
	case fault != NoFault:
		c.Fault = fault
	case o != nil:
		c.Occurrence = o
		o.Marks = append(o.Marks, e)
	default:
		a.drop(e)
	}
	return c
}

// occurrenceOf is the occurrence that an entry names; nil for all that are left.
func (a *Activity) occurrenceOf(e *model.ProgressEntry) (*Occurrence, Fault) {
	name := string(e.Occurrence)
	if name == "" && a.takesEvents() && e.Outcome != model.OutcomeVoid {
		name = dayID(e.Date)
		if e.Outcome == model.OutcomeEvent {
			name = a.eventID(e)
		}
	}
	if name != "" {
		for _, o := range a.Occurrences {
			if model.OccurrenceID(name).Is(o.ID) {
				return o, NoFault
			}
		}
		return nil, NoOccurrence
	}
	switch {
	case len(a.Occurrences) == 1 && !a.Waits():
		return a.Occurrences[0], NoFault
	case e.Outcome == model.OutcomeVoid:
		return nil, NoFault
	}
	return nil, WhichOccurrence
}

// eventID is the occurrence that an event without a name opened: the first of its day
// that no event has taken yet.
func (a *Activity) eventID(e *model.ProgressEntry) string {
	for _, o := range a.Occurrences {
		opened := slices.ContainsFunc(o.Marks, func(m *model.ProgressEntry) bool { return m.Outcome == model.OutcomeEvent })
		if o.Begin == e.Date && o.Name == e.Event && !opened {
			return o.ID
		}
	}
	return dayID(e.Date)
}

// drop marks the whole activity as no longer wanted: what was finished stays, and so
// does what should have been finished before.
func (a *Activity) drop(e *model.ProgressEntry) {
	if len(a.Occurrences) == 0 {
		a.dropped = append(a.dropped, e)
	}
	for _, o := range a.Occurrences {
		marks := inForce(o.Marks)
		finished := len(marks) > 0 && marks[len(marks)-1].Outcome.IsFinal()
		if !finished && (o.End.IsZero() || o.End.Compare(e.Date) >= 0) {
			o.Marks = append(o.Marks, e)
		}
	}
}

// inForce leaves out the marks that a later one corrects: one after «исполнено» or
// «утратило актуальность», or of an earlier day than the one before it.
func inForce(marks []*model.ProgressEntry) []*model.ProgressEntry {
	var list []*model.ProgressEntry
	for _, m := range marks {
		if m.Outcome == model.OutcomeEvent {
			continue
		}
		for len(list) > 0 {
			last := list[len(list)-1]
			if !last.Outcome.IsFinal() && m.Date.Compare(last.Date) >= 0 {
				break
			}
			list = list[:len(list)-1]
		}
		list = append(list, m)
	}
	return list
}
