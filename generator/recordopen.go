package generator

import (
	"fmt"
	"regexp"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// openedRecord is an order with its record, ready for new marks.
type openedRecord struct {
	tree      *source.Tree
	office    *source.Office
	order     *source.Order
	calendars model.Calendars // nil where none was needed yet
	latest    model.Date

	before []byte // the text of the record; nil where there is none yet
	text   []byte // with the new entries, of which there are so many
	added  int
	after  *source.Progress // what the text says
}

// openRecord reads one order and the text of its record.
func (g Generator) openRecord(order string) (*openedRecord, diag.List, error) {
	r := &openedRecord{tree: source.Open(g.Data, g.Common), latest: g.latest()}
	f, err := g.findOrder(r.tree, order)
	if err != nil {
		return nil, nil, err
	}
	r.office, r.order = r.tree.Order(f)
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

// read reads the record as it is.
func (r *openedRecord) read() *openedRecord {
	r.after = r.tree.ProgressIn(r.office, r.order, r.before)
	return r
}

// plan is the roadmap with entries on record.
func (r *openedRecord) plan(entries []model.ProgressEntry) *execution.Plan {
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

// An ID is Latin, a name is not: what looks like an ID and is none is a slip.
var looksLikeID = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

func (r *openedRecord) checkTeller(i int, by string) diag.List {
	_, isPerson := r.office.Person(by)
	_, isBody := r.office.Organization(by)
	if isPerson || isBody || !looksLikeID.MatchString(by) {
		return nil
	}
	var known []string
	for _, n := range tellers(r.office) {
		known = append(known, n.ID)
	}
	p := diag.Errorf(fmt.Sprintf("entry[%d].by", i+1), "«%s» нет ни среди должностных лиц, ни среди организаций", by).
		WithHint("впишите id из people.toml или organizations.toml либо фамилию и инициалы")
	if near, ok := russian.Nearest(by, known); ok {
		p = p.WithHint("может быть, «%s»?", near)
	}
	return diag.List{p}
}
