package source

import (
	"slices"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// DecisionRegister are the decisions of a year as they were read; what a decision takes
// from an order of ours is filled in.
type DecisionRegister struct {
	*model.DecisionRegister
	File *File
	Name string // from the root of the data
	// Problems are those of the file and of what it refers to. Whether a recommendation that
	// a decision rests on was given is not among them: it follows from the values.
	Problems diag.List
	// Unreadable is true where the file itself has errors of reading.
	Unreadable bool
}

// Decisions reads the decisions of an office, sorted by the names of the files; the orders
// are those of the office.
func (t *Tree) Decisions(office *Office, orders []*Order) []*DecisionRegister {
	var list []*DecisionRegister
	for _, name := range t.recordsOf(office, decisionsFolder) {
		list = append(list, t.decisions(office, orders, name))
	}
	return list
}

func (t *Tree) decisions(office *Office, orders []*Order, name string) *DecisionRegister {
	r := &DecisionRegister{DecisionRegister: &model.DecisionRegister{Office: office.Directory.Office}, Name: name}
	r.File, r.Problems = Read(t.data, name, r.DecisionRegister)
	if r.Unreadable = r.Problems.HasErrors(); r.Unreadable {
		return r
	}
	c := decidedCheck{DecisionRegister: r.DecisionRegister, office: office, orders: orders, catalogue: t.Catalogue(office.folder)}
	r.Year = yearOfFile(&c.list, name)
	for i := range r.Decisions {
		c.decision(indexed("decision", i), &r.Decisions[i])
	}
	c.twice()
	r.Problems = append(r.Problems, r.File.Locate(c.list)...).In(name).Sort()
	return r
}

// take fills in what a decision takes from an order of ours.
func take(d *model.ManagementDecision, orders []*Order) {
	if i := slices.IndexFunc(orders, func(o *Order) bool { return o.ID == d.Order && !o.Unreadable }); i >= 0 {
		d.Kind, d.Date, d.Number, d.Text = model.DecisionOrder, orders[i].Date, orders[i].Number, orders[i].Title
	}
}
