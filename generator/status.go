package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// StatusQuery is what is asked of the roadmaps.
type StatusQuery struct {
	Date   model.Date // the day; zero: today
	Orders []string   // IDs; none: all
	// Responsible is the ID or the name of a body; empty: any.
	Responsible string
	// Overdue leaves only what should have been finished by that day.
	Overdue bool
	// Within leaves only what is to be finished in so many days; nil: any.
	Within *int
}

// OrderStatus is how the activities of one order stand.
type OrderStatus struct {
	ID     string // «okhansk/2021-109»
	Record string // «приказ от 25.06.2021 № 109»
	Title  string

	// LeftOut is why nothing is said of the order; then there are no standings.
	LeftOut LeftOut

	Standings []execution.Standing // those asked for
	// Tally counts them.
	Tally execution.Tally
}

// LeftOut is why nothing is said of an order.
type LeftOut int

const (
	NotLeftOut LeftOut = iota
	Faulty             // its file, or what is on record of it, has errors
	NotYet             // it is signed after the day
)

// Status is how the roadmaps of all orders in force stand on a day. Problems are those
// of the data behind the orders asked for. The error is in Russian: what is asked for is
// not there.
func (g Generator) Status(q StatusQuery) ([]OrderStatus, diag.List, error) {
	if q.Date.IsZero() {
		q.Date = g.Today
	}
	all, problems := g.allCarried()
	picked, err := pickCarried(all, q.Orders)
	if err != nil {
		return nil, nil, err
	}
	if len(q.Orders) > 0 { // others are not asked for
		strays := problems
		problems = nil
		for _, c := range picked {
			problems = append(problems, c.office.Problems...)
			for _, p := range strays {
				if c.misnamed(p.File) {
					problems.Add(p)
				}
			}
		}
	}
	named := len(picked) == 0
	list := make([]OrderStatus, len(picked))
	var group sync.WaitGroup
	for i, c := range picked {
		problems = append(problems, c.problems...)
		asked, known := newBody(q.Responsible, &c.office.Directory)
		named = named || known || slices.ContainsFunc(c.plan.Activities, func(a *execution.Activity) bool { return asked.in(a.Responsible) })
		list[i] = OrderStatus{ID: c.id(), Record: nameOf(c.order), Title: oneLine(c.order.Title), LeftOut: c.leftOut(q.Date)}
		group.Go(func() { list[i].stand(c, q, asked) })
	}
	group.Wait()
	if !named && !problems.HasErrors() {
		return nil, nil, fmt.Errorf("ответственного «%s» нет ни в organizations.toml, ни в дорожных картах; назовите его так, как он назван там", q.Responsible)
	}
	return list, problems.Sort(), nil
}

// stand finds how the activities that are asked for stand.
func (o *OrderStatus) stand(c *carried, q StatusQuery, asked body) {
	if o.LeftOut == NotLeftOut {
		o.Standings = slices.DeleteFunc(c.plan.On(q.Date), func(s execution.Standing) bool {
			return !asked.in(s.Responsible) || !q.wants(s)
		})
	}
	o.Tally = execution.Count(o.Standings)
}

// misnamed reports whether a file is the record of the order but for the end of its name:
// it is not read, and all its marks are missing.
func (c *carried) misnamed(file string) bool {
	return strings.HasPrefix(file, strings.TrimSuffix(c.order.ProgressName(), "toml")) && file != c.order.ProgressName()
}

// leftOut is why nothing can be said of the order on a day.
func (c *carried) leftOut(day model.Date) LeftOut {
	switch {
	case c.problems.HasErrors():
		return Faulty
	case c.order.Date.Compare(day) > 0:
		return NotYet
	}
	return NotLeftOut
}

func (q StatusQuery) wants(s execution.Standing) bool {
	if q.Overdue && !s.IsOverdue() {
		return false
	}
	if q.Within == nil {
		return true
	}
	return s.IsOpen() && !s.Due.IsZero() && s.Due.Compare(q.Date) >= 0 && s.Due.Compare(q.Date.AddDays(*q.Within)) <= 0
}

// id is what an order is called by among those of all offices.
func (c *carried) id() string { return path.Join(c.order.Office.Folder, c.order.ID) }

// allCarried reads what is needed to know how the roadmaps stand, and no more. An order
// that cannot be read has an empty plan, and its errors.
func (g Generator) allCarried() ([]*carried, diag.List) {
	tree := source.Open(g.Data, g.Common)
	offices, problems := tree.Offices()
	var all []*carried
	for _, office := range offices {
		orders := tree.Orders(office)
		_, faults := tree.Calendars(office.Directory.Office.Folder)
		office.Problems = append(office.Problems, faults...)
		problems = append(problems, office.Problems...)
		problems = append(problems, tree.StrayProgress(office, orders)...)
		for _, o := range orders {
			if o.Unreadable {
				all = append(all, &carried{tree: tree, office: office, order: o, plan: &execution.Plan{Order: o.Order}, problems: o.Problems})
			}
		}
		all = append(all, g.carry(tree, office, orders)...)
	}
	return all, problems
}

// pickCarried finds orders by ID, as people write it.
func pickCarried(all []*carried, ids []string) ([]*carried, error) {
	if len(ids) == 0 {
		return all, nil
	}
	var picked []*carried
	for _, asked := range ids {
		id, _ := plainID(asked)
		var found []*carried
		var names []string
		for _, c := range all {
			if c.id() == id {
				found, names = []*carried{c}, nil
				break
			}
			if strings.HasSuffix(c.id(), "/"+id) {
				found, names = append(found, c), append(names, c.id())
			}
		}
		switch {
		case len(found) == 0:
			return nil, fmt.Errorf("нет приказа «%s», который исполняют; приказы показывает «doklad list», исполняют те из них, что с дорожной картой и не проекты", asked)
		case len(names) > 1:
			return nil, fmt.Errorf("«%s» есть в нескольких местах: %s; назовите одно из них целиком", asked, strings.Join(names, ", "))
		}
		if !slices.Contains(picked, found[0]) {
			picked = append(picked, found[0])
		}
	}
	return picked, nil
}

// body is one responsible, by ID or by name.
type body struct {
	any    bool
	id     string
	folded string
	roster *model.Roster
}

// newBody finds a body in the directory; one that is not there is looked for by its
// name in the roadmaps.
func newBody(name string, d *model.Directory) (b body, known bool) {
	if name == "" {
		return body{any: true}, true
	}
	b = body{folded: russian.Fold(name), roster: d.Roster()}
	for _, o := range d.Bodies() {
		if o.ID == name || slices.ContainsFunc(o.Names(), func(n string) bool { return russian.Fold(n) == b.folded }) {
			b.id = o.ID
			return b, true
		}
	}
	return b, false
}

// in reports whether the body is among those named in a cell.
func (b body) in(words string) bool {
	if b.any {
		return true
	}
	return slices.ContainsFunc(b.roster.Responsible(words), func(r model.Responsible) bool {
		return b.id != "" && r.ID == b.id || russian.Fold(r.Name) == b.folded
	})
}
