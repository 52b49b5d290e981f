package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"

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

	Standings []execution.Standing // those asked for
	// Tally counts them.
	Tally execution.Tally
}

// Status is how the roadmaps of all orders in force stand on a day. Problems are those
// of the data; an order with errors in its record is left out. The error is in Russian:
// what is asked for is not there.
func (g Generator) Status(q StatusQuery) ([]OrderStatus, diag.List, error) {
	if q.Date.IsZero() {
		q.Date = g.Today
	}
	all, problems := g.allCarried()
	picked, err := pickCarried(all, q.Orders)
	if err != nil {
		return nil, nil, err
	}
	named := false
	var list []OrderStatus
	for _, c := range picked {
		problems = append(problems, c.problems...)
		asked, known := newBody(q.Responsible, &c.office.Directory)
		named = named || known
		if c.problems.HasErrors() || c.order.Date.Compare(q.Date) > 0 {
			continue
		}
		standings := slices.DeleteFunc(c.plan.On(q.Date), func(s execution.Standing) bool {
			named = named || asked.in(s.Responsible)
			return !q.wants(s) || !asked.in(s.Responsible)
		})
		list = append(list, OrderStatus{ID: c.id(), Record: nameOf(c.order), Title: oneLine(c.order.Title),
			Standings: standings, Tally: execution.Count(standings)})
	}
	if q.Responsible != "" && !named && len(list) > 0 {
		return nil, nil, fmt.Errorf("ответственного «%s» нет ни в справочнике, ни в дорожных картах", q.Responsible)
	}
	return list, problems.Sort(), nil
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

// allCarried reads what is needed to know how the roadmaps stand, and no more.
func (g Generator) allCarried() ([]*carried, diag.List) {
	tree := source.Open(g.Data, g.Common)
	offices, problems := tree.Offices()
	var all []*carried
	for _, office := range offices {
		orders := tree.Orders(office)
		problems = append(problems, office.Problems...)
		problems = append(problems, tree.StrayProgress(office, orders)...)
		for _, o := range orders {
			if o.Unreadable {
				problems = append(problems, o.Problems...)
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
	for _, id := range ids {
		id = plainID(id)
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
			return nil, fmt.Errorf("нет приказа «%s», который исполняют; приказы показывает «doklad list», исполняют те из них, что с дорожной картой и не проекты", id)
		case len(names) > 1:
			return nil, fmt.Errorf("«%s» есть в нескольких местах: %s; назовите одно из них целиком", id, strings.Join(names, ", "))
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
	for _, o := range d.Organizations {
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
