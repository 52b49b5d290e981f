package generator

import (
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// Named is something that may be named in a call, and what it is.
type Named struct{ ID, Words string }

// Carried are the orders that are carried out, for marks to be made on.
func (g Generator) Carried() []Named {
	all, _ := g.allCarried()
	var list []Named
	for _, c := range all {
		list = append(list, Named{c.id(), nameOf(c.order) + " " + oneLine(c.order.Title)})
	}
	return list
}

// Activities are those of an order's roadmap; none where it cannot be read.
func (g Generator) Activities(order string) []Named {
	r, _, err := g.openRecord(order)
	if err != nil || r == nil {
		return nil
	}
	r.read()
	var list []Named
	for _, a := range r.plan.Activities {
		list = append(list, Named{a.ID, oneLine(a.Text)})
	}
	return list
}

// Occurrences are the times that an activity is due; none where it is due but once.
func (g Generator) Occurrences(order, activity string) []Named {
	r, _, err := g.openRecord(order)
	if err != nil || r == nil {
		return nil
	}
	r.read()
	var list []Named
	for _, s := range r.plan.On(r.latest) {
		if s.ID == model.ActivityID(activity) && s.OccurrenceID() != "" {
			list = append(list, Named{s.OccurrenceID(), daysOf(s.Occurrence) + " " + string(s.Status)})
		}
	}
	return list
}

// Recommendations are those of a year, «2022», that can be marked.
func (g Generator) Recommendations(year string) []Named {
	var list []Named
	for _, r := range g.recommendedYears(year) {
		for _, one := range r.list {
			if !r.record.Date.IsZero() {
				list = append(list, Named{one.ID, oneLine(one.Name) + ": " + oneLine(one.Text)})
			}
		}
	}
	return list
}

// Tellers are who may have told of what was done: the people and the bodies of the
// office of an order, or of a recommendation.
func (g Generator) Tellers(of string) []Named {
	if g.NamesRecommendation(of) {
		place, ids, _, _ := g.FindRecommendations([]string{of})
		if office, known := source.Open(g.Data, g.Common).OfficeIn(place.Office); known && len(ids) > 0 {
			return tellers(office)
		}
		return nil
	}
	r, _, err := g.openRecord(of)
	if err != nil || r == nil {
		return nil
	}
	return tellers(r.office)
}

func tellers(office *source.Office) []Named {
	var list []Named
	for _, p := range office.People {
		list = append(list, Named{p.ID, p.SurnameInitials(russian.Nominative)})
	}
	for _, o := range office.Bodies() {
		list = append(list, Named{o.ID, oneLine(o.Full.Nominative)})
	}
	return list
}
