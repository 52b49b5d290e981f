package execution

import (
	"doklad/generator/model"
	"doklad/generator/schedule"
)

// Standing is how one occurrence stands on a day («состояние исполнения»).
type Standing struct {
	*Activity
	Occurrence *Occurrence // nil where none has come about yet
	Status     Status
	// Due is the last day, moved days included; zero where there is none.
	Due model.Date
	// Mark is the one in force on that day; nil for none.
	Mark *model.ProgressEntry
	// Moves are the marks that moved the term, in their order.
	Moves []*model.ProgressEntry
	// Late is by how many days it is, or was, late.
	Late int
}

// OccurrenceID names the occurrence; empty where the activity is due but once.
func (s Standing) OccurrenceID() string {
	if s.Occurrence == nil {
		return ""
	}
	return s.Occurrence.ID
}

// DoneOn is the day on which it was carried out, wholly or in part; zero where it was not.
func (s Standing) DoneOn() model.Date {
	if s.Mark != nil && (s.Mark.Outcome.IsDone() || s.Mark.Outcome == model.OutcomePartly) {
		return s.Mark.Date
	}
	return model.Date{}
}

// On is how everything stands at the end of a day. What is told of later days is not
// known yet; events of later days have not happened.
func (p *Plan) On(day model.Date) []Standing {
	var list []Standing
	for _, a := range p.Activities {
		before := len(list)
		for _, o := range a.Occurrences {
			if a.takesEvents() && o.Begin.Compare(day) > 0 {
				continue
			}
			list = append(list, a.On(o, day))
		}
		if len(list) == before {
			list = append(list, a.waiting(day))
		}
	}
	return list
}

// waiting is an activity for which no event has come, or whose days are not known.
func (a *Activity) waiting(day model.Date) Standing {
	s := Standing{Activity: a, Status: NotDue}
	if a.Reading.Kind != schedule.Event {
		s.Status = Undefined
	}
	if marks := until(inForce(a.dropped), day); len(marks) > 0 {
		s.Mark, s.Status = marks[len(marks)-1], Void
	}
	return s
}

func until(marks []*model.ProgressEntry, day model.Date) []*model.ProgressEntry {
	var list []*model.ProgressEntry
	for _, m := range marks {
		if m.Date.Compare(day) <= 0 {
			list = append(list, m)
		}
	}
	return list
}

// At is how the occurrence stands on the day of one of its marks.
func (a *Activity) At(o *Occurrence, mark *model.ProgressEntry) Standing { return a.On(o, mark.Date) }

// On is how one occurrence stands at the end of a day.
func (a *Activity) On(o *Occurrence, day model.Date) Standing {
	s := Standing{Activity: a, Occurrence: o, Due: o.End}
	if a.Reading.Kind == schedule.Continuous {
		s.Due = model.Date{} // nothing can be late
	}
	for _, m := range until(inForce(o.Marks), day) {
		if s.Mark = m; m.Outcome == model.OutcomeMoved {
			s.Moves = append(s.Moves, m)
			if m.Until.Compare(m.Date) >= 0 { // else the new day is not named, or wrong
				s.Due = m.Until
			}
		}
	}
	s.Status = s.statusOn(day)
	s.Late = s.lateOn(day)
	return s
}

// statusOn decides by the days: a mark cannot make timely what was late.
func (s Standing) statusOn(day model.Date) Status {
	over := !s.Due.IsZero() && day.Compare(s.Due) > 0
	if s.Mark == nil {
		switch {
		case !s.Reading.IsUnderstood():
			return Undefined
		case over:
			return Failed
		case s.Occurrence.Begin.Compare(day) > 0:
			return NotDue
		}
		return InWork
	}
	switch said := s.Mark.Outcome; {
	case said.IsDone() && !s.Due.IsZero():
		if s.Mark.Date.Compare(s.Due) > 0 {
			return DoneLate
		}
		return Done
	case over && (said == model.OutcomeWork || said == model.OutcomeMoved):
		return Failed
	default:
		return statusOf[said]
	}
}

// lateOn counts days after the last one, until it was done or until now.
func (s Standing) lateOn(day model.Date) int {
	switch s.Status {
	case DoneLate:
		day = s.Mark.Date
	case Failed, Partly:
	default:
		return 0
	}
	if s.Due.IsZero() || day.Compare(s.Due) <= 0 {
		return 0
	}
	return day.DaysSince(s.Due)
}

// IsOverdue reports whether it should have been finished and is not. What is given up
// before its last day is not overdue until then.
func (s Standing) IsOverdue() bool {
	return s.Status == Failed && (s.Late > 0 || s.Due.IsZero()) || s.Status == Partly && s.Late > 0
}

// IsOpen reports whether something is still to be done.
func (s Standing) IsOpen() bool {
	switch s.Status {
	case Done, DoneLate, Void:
		return false
	}
	return true
}
