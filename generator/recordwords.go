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
	var list []Named
	for _, a := range r.read().plan(nil).Activities {
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
	var list []Named
	for _, s := range r.read().plan(r.after.Entries).On(r.latest) {
		if s.ID == model.ActivityID(activity) && s.OccurrenceID() != "" {
			list = append(list, Named{s.OccurrenceID(), daysOf(s.Occurrence) + " " + string(s.Status)})
		}
	}
	return list
}

// Tellers are who may have told of what was done: the people and the bodies of the
// office of an order.
func (g Generator) Tellers(order string) []Named {
	r, _, err := g.openRecord(order)
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
