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

// RecordPlace is where the marks on a roadmap, or on the recommendations of a year, are
// kept.
type RecordPlace struct {
	Office string // its folder
	Order  string // the whole ID: «okhansk/2021-109»; empty: of recommendations
	Year   int    // of the recommendations
	File   string // below the data folder; that of a roadmap need not be there yet
}

// Recorded is one mark as it was put on record.
type Recorded struct {
	Entry model.ProgressEntry // with its occurrence, where that was found
	// Activity is the number of an activity, or of a recommendation.
	Activity         string
	IsRecommendation bool
	// Known: it was on record already, and was not put there again.
	Known bool
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
	if err != nil {
		return RecordPlace{}, err
	}
	return recordPlace(f), nil
}

func recordPlace(f source.OrderFile) RecordPlace {
	return RecordPlace{Office: f.Folder, Order: f.ID, File: f.ProgressName()}
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

// record puts marks on activities.
func (r *openedRecord) record(entries []model.ProgressEntry) ([]Recorded, diag.List, error) {
	said := slices.Clone(entries)
	for i := range said {
		said[i].Activity = model.ActivityID(said[i].Activity)
	}
	problems := r.checkTellers(said)
	refused := r.add(said)
	if problems = append(problems, refused...); problems.HasErrors() {
		return nil, r.named(problems, said), nil
	}
	changed := false
	for i := range said {
		before := said[i].Occurrence
		if err := r.resolve(r.planOf(slices.Concat(r.after.Entries[:r.old()], said[:i])), &said[i]); err != nil {
			return nil, nil, err
		}
		changed = changed || said[i].Occurrence != before
	}
	if changed {
		if refused := r.add(said); refused.HasErrors() {
			return nil, refused, nil
		}
	}
	plan := r.planOf(r.after.Entries)
	found := append(r.ofNew(r.after.Problems), r.after.File.Locate(r.ofNew(lint.Progress(plan, r.after.Progress, r.latest)))...)
	if found.HasErrors() {
		return nil, r.named(r.renumbered(found), said), nil
	}
	var list []Recorded
	for _, c := range plan.Counted[r.old():] {
		list = append(list, r.recorded(plan, c))
	}
	return list, found.In(r.after.Name).Sort(), nil
}

func (r *openedRecord) add(entries []model.ProgressEntry) diag.List {
	return addMarks(&r.recordText, entries, source.AppendEntries, func(raw []byte) readMarks[model.ProgressEntry] {
		r.after = r.tree.ProgressIn(r.office, r.order, raw)
		return readMarks[model.ProgressEntry]{r.after.Name, r.after.Entries, r.after.Problems, r.after.Unreadable}
	}, func(a, b model.ProgressEntry) bool { return a.Says(b) && a.By == b.By && a.Entered == b.Entered })
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
