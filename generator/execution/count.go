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
	if name == "" {
		name = a.opened[e]
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

// drop marks the whole activity as no longer wanted: what was finished stays, and so
// does what should have been finished before, and what an event opens later. It takes
// the place of the mark that dropped the activity before.
func (a *Activity) drop(e *model.ProgressEntry) {
	for _, o := range a.Occurrences {
		o.Marks = slices.DeleteFunc(o.Marks, func(m *model.ProgressEntry) bool { return slices.Contains(a.dropped, m) })
		marks := inForce(o.Marks)
		finished := len(marks) > 0 && marks[len(marks)-1].Outcome.IsFinal()
		due := a.On(o, e.Date).Due
		later := a.takesEvents() && o.Begin.Compare(e.Date) > 0
		if !finished && !later && (due.IsZero() || due.Compare(e.Date) >= 0) {
			o.Marks = append(o.Marks, e)
		}
	}
	a.dropped = append(a.dropped, e)
}

// inForce are the marks that no later one takes back, by their days.
func inForce(marks []*model.ProgressEntry) []*model.ProgressEntry {
	var list []*model.ProgressEntry
	for _, m := range marks {
		if m.Outcome == model.OutcomeEvent {
			continue
		}
		list = slices.DeleteFunc(list, func(before *model.ProgressEntry) bool { return takesBack(m, before) })
		at := len(list)
		for at > 0 && list[at-1].Date.Compare(m.Date) > 0 {
			at--
		}
		list = slices.Insert(list, at, m)
	}
	return list
}

// takesBack reports whether a mark corrects one that was written before it. After the
// end nothing goes on, so what does corrects the end; what is said again of the same day
// or of an earlier one corrects the same; what was done, or failed, on an earlier day
// makes wrong what is told of later ones, but a move of the term stands until the work
// is done. Work and moves of earlier days were only written down late; a move takes back
// the failure that it excuses.
func takesBack(m, before *model.ProgressEntry) bool {
	switch order := m.Date.Compare(before.Date); {
	case order > 0:
		return before.Outcome.IsFinal()
	case m.Outcome == before.Outcome:
		return true
	case order == 0:
		return before.Outcome.IsFinal()
	case m.Outcome == model.OutcomeMoved:
		return before.Outcome == model.OutcomeFailed
	case m.Outcome == model.OutcomeWork:
		return false
	}
	return before.Outcome != model.OutcomeMoved || m.Outcome.IsFinal()
}

// findCorrected tells of every entry whether a later one takes it back.
func (p *Plan) findCorrected() {
	stands := map[*model.ProgressEntry]bool{}
	for _, a := range p.Activities {
		for _, o := range a.Occurrences {
			for _, m := range inForce(o.Marks) {
				stands[m] = true
			}
		}
		if n := len(a.dropped); n > 0 {
			stands[a.dropped[n-1]] = true
		}
	}
	amended := map[*Occurrence]bool{}
	for i := len(p.Counted) - 1; i >= 0; i-- {
		c := &p.Counted[i]
		switch {
		case c.Fault != NoFault:
		case c.Entry.Outcome == model.OutcomeEvent:
			c.Corrected = amended[c.Occurrence]
			amended[c.Occurrence] = true
		default:
			c.Corrected = !stands[c.Entry]
		}
	}
}
