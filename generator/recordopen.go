package generator

import (
	"fmt"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/source"
)

// openedRecord is an order with its record, ready for new marks.
type openedRecord struct {
	recordText
	tree      *source.Tree
	order     *source.Order
	calendars model.Calendars  // nil where none was needed yet
	after     *source.Progress // what the text says
	plan      *execution.Plan  // by all that is on record, once it was read
}

// openRecord reads one order and the text of its record.
func (g Generator) openRecord(order string) (*openedRecord, diag.List, error) {
	r := &openedRecord{tree: source.Open(g.Data, g.Common), recordText: recordText{kind: progressKind, latest: g.latest()}}
	f, err := g.findOrder(r.tree, order)
	if err != nil {
		return nil, nil, err
	}
	r.office, r.order = r.tree.Order(f)
	r.at = recordPlace(f)
	switch o := r.order; {
	case o.Unreadable || o.File == nil:
		return nil, o.Problems.Sort(), nil
	case o.IsDraft():
		return nil, nil, fmt.Errorf("«%s» – проект приказа, а исполняют подписанный: когда его подпишут, впишите номер, дату и status = \"signed\"", f.ID)
	case o.Roadmap == nil:
		return nil, nil, fmt.Errorf("у приказа «%s» нет дорожной карты: отмечать нечего", f.ID)
	}
	var problems diag.List
	r.before, problems = r.tree.ProgressBytes(r.order)
	return r, problems, nil
}

func (r *openedRecord) read() diag.List {
	r.after = r.tree.ProgressIn(r.office, r.order, r.before)
	r.plan = r.planOf(r.after.Entries)
	return r.after.Problems
}

// planOf is the roadmap with entries on record.
func (r *openedRecord) planOf(entries []model.ProgressEntry) *execution.Plan {
	record := execution.Record{Progress: &model.Progress{Timetables: r.after.Progress.Timetables, Entries: entries},
		Timetables: r.after.Timetables, Calendars: r.calendars}
	plan := execution.NewPlan(r.order.Order, record)
	countsDays := func(a *execution.Activity) bool { return a.Reading.Lag.Days+a.Reading.Lag.Months > 0 }
	if r.calendars == nil && slices.ContainsFunc(plan.Activities, countsDays) {
		r.calendars, _ = r.tree.Calendars(r.office.Directory.Office.Folder) // their faults are told with the office
		record.Calendars = r.calendars
		plan = execution.NewPlan(r.order.Order, record)
	}
	return plan
}
