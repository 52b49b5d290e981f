package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/source"
)

// RecordPlace is where the record of an order is kept.
type RecordPlace struct {
	Order string // its whole ID: «okhansk/2021-109»
	File  string // below the data folder; it need not be there yet
}

// Recorded is one mark as it was put on record.
type Recorded struct {
	Entry    model.ProgressEntry // with its occurrence, where that was found
	Activity string              // its number
	// Occurrence is what is marked; empty where the activity is due but once.
	Occurrence string
	// AllLeft: the activity as a whole is marked, with every occurrence that is left.
	AllLeft bool
	// Status is how it stands by this mark on its day; Now, by all marks on the last day
	// known.
	Status, Now execution.Status
	Due         model.Date // zero where there is no last day
}

// FindRecord finds the record of an order by ID, reading no file. The error is in
// Russian.
func (g Generator) FindRecord(order string) (RecordPlace, error) {
	f, err := g.findOrder(source.Open(g.Data, g.Common), order)
	return RecordPlace{Order: f.ID, File: f.ProgressName()}, err
}

func (g Generator) findOrder(tree *source.Tree, order string) (source.OrderFile, error) {
	id := plainID(order)
	switch found := tree.FindOrders(id); len(found) {
	case 0:
		return source.OrderFile{}, fmt.Errorf("нет приказа «%s»; приказы показывает «doklad list»", id)
	case 1:
		return found[0], nil
	default:
		var ids []string
		for _, f := range found {
			ids = append(ids, f.ID)
		}
		return source.OrderFile{}, fmt.Errorf("«%s» есть в нескольких местах: %s; назовите одно из них целиком", id, strings.Join(ids, ", "))
	}
}

// Record puts marks on the record of an order: the file is the old one with the new
// entries after it. It reads that order and its record alone. With errors among the
// problems nothing is to be written; places are told of what is in the file, or will
// be. The error is in Russian: what is to be marked is not there, or cannot be told.
func (g Generator) Record(order string, entries []model.ProgressEntry) (File, []Recorded, diag.List, error) {
	r, problems, err := g.openRecord(order)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	list, problems, err := r.add(entries)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	return File{Path: r.before.Name, Bytes: r.text}, list, problems, nil
}

// add puts marks after those that are there. With an error, or with errors among the
// problems, nothing is added.
func (r *openedRecord) add(entries []model.ProgressEntry) ([]Recorded, diag.List, error) {
	var problems diag.List
	entries = slices.Clone(entries)
	for i := range entries {
		plan := r.plan(slices.Concat(r.before.Entries, entries[:i]))
		if err := r.resolve(plan, &entries[i]); err != nil {
			return nil, nil, err
		}
		problems = append(problems, r.checkTeller(i, entries[i].By)...)
	}
	text, refused := source.AppendEntries(r.text, entries)
	if problems = append(problems, refused...); problems.HasErrors() {
		return nil, unplaced(problems, entries), nil
	}
	after := r.tree.ProgressIn(r.office, r.order, text)
	if fault := r.demandWhole(after, entries); fault != nil {
		return nil, fault, nil
	}
	plan := r.plan(after.Entries)
	found := append(after.Problems, after.File.Locate(lint.Progress(plan, after.Progress, r.latest)).In(after.Name)...)
	problems = r.ofNew(found)
	if problems.HasErrors() {
		return nil, unplaced(problems, entries), nil
	}
	var list []Recorded
	for _, c := range plan.Counted[len(r.before.Entries):] {
		list = append(list, r.recorded(plan, c))
	}
	r.text, r.before = text, after
	return list, problems.Sort(), nil
}

// demandWhole makes sure that all that was on record is, and that the new entries are
// read as they were meant.
func (r *openedRecord) demandWhole(after *source.Progress, entries []model.ProgressEntry) diag.List {
	fault := diag.Errorf("", "дописанное прочлось бы не так, как сказано").WithHint("допишите отметку в файл сами и сообщите об этом случае")
	if after.Unreadable {
		fault = diag.Errorf("", "к файлу отметку не дописать: %s", after.Problems[0].Text).
			WithHint("пишите каждую отметку под своим заголовком [[entry]], а не в одну строку entry = […]")
	}
	n := len(r.before.Entries)
	says := func(a, b model.ProgressEntry) bool { return a.Says(b) && a.By == b.By && a.Entered == b.Entered }
	if !after.Unreadable && len(after.Entries) == n+len(entries) &&
		slices.EqualFunc(after.Entries[:n], r.before.Entries, says) && slices.EqualFunc(after.Entries[n:], entries, says) {
		return nil
	}
	return diag.List{fault}.In(r.before.Name)
}

// ofNew are the problems of the new entries: those of the old ones are told by «doklad
// check».
func (r *openedRecord) ofNew(found diag.List) diag.List {
	var list diag.List
	for _, p := range found {
		var n int
		if _, err := fmt.Sscanf(p.Key, "entry[%d]", &n); err == nil && n > len(r.before.Entries) {
			p.Key = strings.Replace(p.Key, fmt.Sprintf("entry[%d]", n), fmt.Sprintf("entry[%d]", n-len(r.before.Entries)), 1)
			list.Add(p)
		}
	}
	return list
}

// unplaced takes the places away, for nothing is written there, and names the mark.
func unplaced(problems diag.List, entries []model.ProgressEntry) diag.List {
	for i := range problems {
		p := &problems[i]
		p.File, p.Line, p.Column = "", 0, 0
		var n int
		if _, err := fmt.Sscanf(p.Key, "entry[%d]", &n); err != nil || n > len(entries) || p.Path != "" {
			continue
		}
		p.Path = "отметка о мероприятии " + model.ActivityID(entries[n-1].Activity)
		if _, field, ok := strings.Cut(p.Key, "."); ok {
			p.Path += ", " + strings.SplitN(strings.SplitN(field, "[", 2)[0], ".", 2)[0]
		}
	}
	return problems
}

func (r *openedRecord) recorded(plan *execution.Plan, c execution.Counted) Recorded {
	done := Recorded{Entry: *c.Entry, Activity: c.Activity.ID}
	if c.Occurrence == nil {
		done.AllLeft, done.Status, done.Now = true, execution.Void, execution.Void
		return done
	}
	by := c.Activity.At(c.Occurrence, c.Entry)
	done.Occurrence, done.Status, done.Now, done.Due = c.Occurrence.ID, by.Status, by.Status, by.Due
	for _, s := range plan.On(r.latest) {
		if s.Occurrence == c.Occurrence {
			done.Now = s.Status
		}
	}
	return done
}
