package generator

import (
	"fmt"
	"regexp"

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
	text      []byte // of the record; nil where there is none yet
	before    *source.Progress
	calendars model.Calendars
	latest    model.Date
}

// openRecord reads one order and its record. Any error in the record is told and stops:
// what is written after a half of an entry would become its other half.
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
	if r.text, problems = r.tree.ProgressBytes(r.order); problems.HasErrors() {
		return nil, problems, nil
	}
	r.before = r.tree.ProgressIn(r.office, r.order, r.text)
	if r.before.Problems.HasErrors() {
		return nil, r.before.Problems.Sort(), nil
	}
	r.calendars, _ = r.tree.Calendars(f.Folder) // their faults are told with the office
	return r, nil, nil
}

// plan is the roadmap with entries on record.
func (r *openedRecord) plan(entries []model.ProgressEntry) *execution.Plan {
	progress := &model.Progress{Timetables: r.before.Progress.Timetables, Entries: entries}
	return execution.NewPlan(r.order.Order, execution.Record{Progress: progress, Timetables: r.before.Timetables, Calendars: r.calendars})
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
