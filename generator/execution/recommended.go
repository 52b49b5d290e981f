package execution

import "doklad/generator/model"

// NotRelevant is a recommendation or a decision that nobody needs any more.
const NotRelevant Status = "не актуально"

// PlainStatuses are those of recommendations and of decisions, in the order of the report.
var PlainStatuses = []Status{NotDue, InWork, Done, DoneLate, Partly, Failed, NotRelevant, Undefined}

// Response is how a recommendation or a decision stands on a day («исполнение
// рекомендации»).
type Response struct {
	Status Status
	// Mark is the one in force on that day; nil for none, and of a decision.
	Mark *model.RecommendationMark
	Due  model.Date // zero where there is no last day
	Late int        // by how many days it is, or was, late
}

// IsOverdue reports whether it should have been finished and is not.
func (r Response) IsOverdue() bool {
	return r.Late > 0 && (r.Status == Failed || r.Status == Partly)
}

// IsOver reports whether nothing more is to be done.
func (r Response) IsOver() bool {
	return r.Status == Done || r.Status == DoneLate || r.Status == NotRelevant
}

// Respond is how a recommendation with the last day stands at the end of a day, by its own
// marks in the order of the file. In force is the latest by its date; of one date, the one
// that was written last. What is told of later days is not known yet.
func Respond(marks []model.RecommendationMark, due, day model.Date) Response {
	r := Response{Due: due}
	for i := range marks {
		m := &marks[i]
		if m.Date.Compare(day) <= 0 && (r.Mark == nil || m.Date.Compare(r.Mark.Date) >= 0) {
			r.Mark = m
		}
	}
	if r.Mark == nil {
		r.stand("", model.Date{}, day)
	} else {
		r.stand(r.Mark.Outcome, r.Mark.Date, day)
	}
	return r
}

// Decided is how a decision stands at the end of a day.
func Decided(d model.ManagementDecision, day model.Date) Response {
	r := Response{Due: d.Term}
	said := d.Outcome
	if d.OutcomeDate.Compare(day) > 0 {
		said = ""
	}
	r.stand(said, d.OutcomeDate, day)
	return r
}

// stand decides by the days, as it is done of activities: a mark cannot make timely what
// was late. Only a mark tells that the work was begun.
func (r *Response) stand(said model.Outcome, on, day model.Date) {
	over := !r.Due.IsZero() && day.Compare(r.Due) > 0
	switch {
	case said == "" && r.Due.IsZero():
		r.Status = Undefined
	case over && (said == "" || said == model.OutcomeWork):
		r.Status = Failed
	case said == "":
		r.Status = NotDue
	case said == model.OutcomeDone && !r.Due.IsZero() && on.Compare(r.Due) > 0:
		r.Status, day = DoneLate, on
	case said == model.OutcomeVoid:
		r.Status = NotRelevant
	default:
		r.Status = statusOf[said]
	}
	if over && (r.Status == DoneLate || r.Status == Failed || r.Status == Partly) {
		r.Late = day.DaysSince(r.Due)
	}
}
