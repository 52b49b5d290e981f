package generator

import (
	"slices"
	"sync"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/source"
)

// carried is an order whose roadmap is being carried out, with its record.
type carried struct {
	tree   *source.Tree
	office *source.Office
	order  *source.Order
	record *source.Progress
	plan   *execution.Plan
	// problems are those of the record; with errors among them nothing is said of how
	// the order stands: it would be wrong.
	problems diag.List
}

// isCarried reports whether an order can be carried out: it is no draft, can be read,
// and has a roadmap with something to do.
func isCarried(o *source.Order) bool {
	return o.Roadmap != nil && !o.Unreadable && !o.IsDraft() && o.File != nil &&
		slices.ContainsFunc(o.Roadmap.Sections, func(s model.Section) bool { return len(s.Activities) > 0 })
}

// carry reads the records of orders.
func (g Generator) carry(tree *source.Tree, office *source.Office, orders []*source.Order) []*carried {
	orders = slices.DeleteFunc(slices.Clone(orders), func(o *source.Order) bool { return !isCarried(o) })
	calendars, _ := tree.Calendars(office.Directory.Office.Folder) // their faults are told with the office
	list := make([]*carried, len(orders))
	var group sync.WaitGroup
	for i, o := range orders {
		group.Go(func() { list[i] = g.carryOne(tree, office, o, calendars) })
	}
	group.Wait()
	return list
}

func (g Generator) carryOne(tree *source.Tree, office *source.Office, o *source.Order, calendars model.Calendars) *carried {
	c := &carried{tree: tree, office: office, order: o, record: tree.Progress(office, o)}
	record := execution.Record{Progress: c.record.Progress, Timetables: c.record.Timetables, Calendars: calendars}
	if c.record.Unreadable {
		record.Progress = nil
	}
	c.plan = execution.NewPlan(o.Order, record)
	c.problems = c.record.Problems
	if !c.record.Unreadable {
		c.problems = append(c.problems, c.record.File.Locate(lint.Progress(c.plan, c.record.Progress, g.latest())).In(c.record.Name)...)
	}
	return c
}

// latest is the last day that a mark can be of.
func (g Generator) latest() model.Date {
	if g.Clock.Compare(g.Today) > 0 {
		return g.Clock
	}
	return g.Today
}
