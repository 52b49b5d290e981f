package generator

import (
	"fmt"
	"slices"
	"strconv"
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
	id, _ := plainID(order)
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
// entries after it. It reads that order, its office and its record alone. With errors
// among the problems nothing is to be written; places are those in the file as it is,
// or as it will be. The error is in Russian: what is to be marked is not there, or
// cannot be told.
func (g Generator) Record(order string, entries []model.ProgressEntry) (File, []Recorded, diag.List, error) {
	r, problems, err := g.openRecord(order)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	list, problems, err := r.record(entries)
	if err != nil || problems.HasErrors() {
		return File{}, nil, problems, err
	}
	return File{Path: r.after.Name, Bytes: r.text}, list, problems, nil
}

// record makes the text with the marks and judges it. With errors among the problems
// the marks are counted from the first new one.
func (r *openedRecord) record(entries []model.ProgressEntry) ([]Recorded, diag.List, error) {
	var problems diag.List
	said := slices.Clone(entries)
	for i := range said {
		said[i].Activity = model.ActivityID(said[i].Activity)
		problems = append(problems, r.checkTeller(i, said[i].By)...)
	}
	refused := r.add(said)
	if problems = append(problems, refused...); problems.HasErrors() {
		return nil, named(problems, said), nil
	}
	changed := false
	for i := range said {
		before := said[i].Occurrence
		if err := r.resolve(r.plan(slices.Concat(r.old(), said[:i])), &said[i]); err != nil {
			return nil, nil, err
		}
		changed = changed || said[i].Occurrence != before
	}
	if changed {
		if refused := r.add(said); refused.HasErrors() {
			return nil, refused, nil
		}
	}
	plan := r.plan(r.after.Entries)
	found := append(r.ofNew(r.after.Problems), r.after.File.Locate(r.ofNew(lint.Progress(plan, r.after.Progress, r.latest)))...)
	if found.HasErrors() {
		return nil, named(r.renumbered(found), said), nil
	}
	var list []Recorded
	for _, c := range plan.Counted[len(r.old()):] {
		list = append(list, r.recorded(plan, c))
	}
	return list, found.In(r.after.Name).Sort(), nil
}

// add makes the text with the entries after the old one, and reads all of it. What is
// read must be all that was on record and the new entries as they were said.
func (r *openedRecord) add(entries []model.ProgressEntry) diag.List {
	var refused diag.List
	if r.text, refused = source.AppendEntries(r.before, entries); refused.HasErrors() {
		return refused
	}
	r.added = len(entries)
	r.after = r.tree.ProgressIn(r.office, r.order, r.text)
	if r.after.Problems.HasErrors() || !source.IsWhole(r.before) {
		// Only the old text by itself tells its faults at their places.
		if old := r.tree.ProgressIn(r.office, r.order, r.before).Problems; old.HasErrors() {
			return old.Sort()
		}
	}
	says := func(a, b model.ProgressEntry) bool { return a.Says(b) && a.By == b.By && a.Entered == b.Entered }
	fault := diag.Errorf("", "дописанное прочлось бы не так, как сказано").WithHint("допишите отметку в файл сами и сообщите об этом случае")
	switch {
	case r.after.Unreadable:
		fault = diag.Errorf("", "к файлу отметку не дописать: %s", r.after.Problems[0].Text).
			WithHint("пишите каждую отметку под своим заголовком [[entry]], а не в одну строку entry = […]")
	case len(r.after.Entries) >= r.added && slices.EqualFunc(r.after.Entries[len(r.old()):], entries, says):
		return nil
	}
	return diag.List{fault}.In(r.after.Name)
}

// old are the entries that were there before.
func (r *openedRecord) old() []model.ProgressEntry {
	return r.after.Entries[:len(r.after.Entries)-r.added]
}

// ofNew are the problems of the new entries: those of the old ones are told by «doklad
// check».
func (r *openedRecord) ofNew(found diag.List) diag.List {
	return slices.DeleteFunc(found, func(p diag.Problem) bool { return entryOf(p.Key) <= len(r.old()) })
}

// renumbered counts the entries from the first new one, and takes their places away:
// nothing is written there.
func (r *openedRecord) renumbered(found diag.List) diag.List {
	for i, p := range found {
		n := entryOf(p.Key)
		found[i].Key = fmt.Sprintf("entry[%d]", n-len(r.old())) + strings.TrimPrefix(p.Key, fmt.Sprintf("entry[%d]", n))
		found[i].File, found[i].Line, found[i].Column = "", 0, 0
	}
	return found
}

// entryOf is the number of the entry that a key is of; 0 for none.
func entryOf(key string) int {
	number, _, _ := strings.Cut(strings.TrimPrefix(key, "entry["), "]")
	n, err := strconv.Atoi(number)
	if err != nil || !strings.HasPrefix(key, "entry[") {
		return 0
	}
	return n
}

// named says of problems which mark they are of, where nothing else says it.
func named(problems diag.List, entries []model.ProgressEntry) diag.List {
	for i := range problems {
		p := &problems[i]
		n := entryOf(p.Key)
		if n == 0 || n > len(entries) || p.File != "" || p.Path != "" {
			continue
		}
		p.Line, p.Column = 0, 0
		p.Path = "отметка о мероприятии " + entries[n-1].Activity
		if _, field, ok := strings.Cut(p.Key, "."); ok {
			p.Path += ", " + strings.FieldsFunc(field, func(r rune) bool { return r == '[' || r == '.' })[0]
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
