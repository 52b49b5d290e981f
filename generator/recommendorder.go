package generator

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/template"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/source"
)

// draftView is what templates/recommendation-order.tmpl may print: the file of an order
// («проект приказа по рекомендациям»). Values stand within quotes.
type draftView struct {
	Office  string
	Example bool
	Year    int
	Sets    []string
	Basis   []string
	// Abbreviations that the text of the order uses and does not introduce otherwise.
	Abbreviations []lint.Abbreviation

	// All: each institution that was asked has a recommendation.
	All                      bool
	Heads, Teachers, Parents draftTasks
	Methodical, Own          []draftAddressee // Own: the office itself

	Executor     string // ID
	ExecutorName string // in the dative
	Report       string
	Control      string
	Signatory    string

	Watched bool // somebody is named who watches over a recommendation
	Units   []draftUnit
}

// draftTasks are what is recommended to several, and of it what is of the first priority: the
// rest is found in the annex.
type draftTasks struct{ Tasks, Urgent []recommendedTask }

// draftAddressee is one addressee, in the dative.
type draftAddressee struct {
	Name string
	draftTasks
}

// draftUnit is a section of the annex.
type draftUnit struct {
	Name   string
	Prefix string // of the numbers
	Rows   []draftRow
}

type draftRow struct {
	Number                        int
	Code, Text, Term, Responsible string // the code is what the number has after the prefix
	Addressee                     string // in the dative, where it is not who answers for the unit
}

const orderTemplate = "recommendation-order.tmpl"

// draftName is the file of the draft, from the root of the data.
func (r *recommended) draftName() string {
	return source.OrderName(r.office.Directory.Office.Folder, draftID(r.year))
}

// draftID is the ID of the order about the recommendations of a year, until it has a number.
func draftID(year int) string { return fmt.Sprintf("%d-recommendations", year) }

// draft makes the order about the recommendations: the text of its file, and what is read of
// it. Paper and file are of one text, so that they say the same. There is none where nothing
// is recommended.
func (g Generator) draft(tree *source.Tree, r *recommended) ([]byte, *source.Order, diag.List) {
	if len(r.list) == 0 {
		return nil, nil, nil
	}
	text, problems := g.templateFor(tree, r.office.Directory.Office.Folder, orderTemplate)
	if problems.HasErrors() {
		return nil, nil, problems
	}
	view := r.draftView()
	raw, order, faults := r.orderOf(tree, text, view)
	if faults == nil && order.File != nil {
		if view.Abbreviations = lint.Undefined(order.Order, &r.office.Directory); view.Abbreviations != nil {
			raw, order, faults = r.orderOf(tree, text, view)
		}
	}
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, nil, problems
	}
	g.judge([]*source.Order{order}, r.office)
	problems = append(problems, r.told(order.Problems, order.File.Name)...)
	return raw, order, problems
}

// orderOf reads what the template makes of the words.
func (r *recommended) orderOf(tree *source.Tree, text templateText, view draftView) ([]byte, *source.Order, diag.List) {
	made, problems := text.print(view, template.FuncMap{"escape": escapeTOML, "capitalized": capitalized})
	if problems != nil {
		return nil, nil, problems
	}
	order := tree.OrderIn(r.office, r.draftName(), []byte(made))
	if order.Unreadable {
		p := order.Problems[0]
		return nil, nil, diag.List{{File: text.file, Code: "TEMPLATE", Text: "из шаблона вышел файл, который не читается: " + p.Text,
			Hint: "слова данных стоят в нём между кавычками: text = \"{{.Text}}\""}}
	}
	return []byte(made), order, nil
}

// escapeTOML makes a value of the data a part of a string between quotes.
func escapeTOML(v any) (string, error) {
	switch v := v.(type) {
	case string, int, bool:
		return source.EscapeString(fmt.Sprint(v)), nil
	}
	return "", errors.New("not a text")
}

// told are problems of the draft, which is no file yet: they stand at the record.
func (r *recommended) told(l diag.List, draft string) diag.List {
	told := slices.Clone(l)
	for n := range told {
		if p := &told[n]; p.File == draft {
			p.File, p.Key, p.Line, p.Column = r.record.Name, "", 0, 0
			p.Text = "проект приказа: " + p.Text
		}
	}
	return told
}

func (r *recommended) draftView() draftView {
	own, order := r.office.Directory.Office, r.record.Order
	view := draftView{Office: oneLine(own.Full.Nominative), Example: own.Example, Year: r.year, Basis: r.basis(),
		Executor: order.Executor, Report: oneLine(order.Report), Control: order.Control, Signatory: r.record.Signatory}
	for _, set := range r.sets() {
		view.Sets = append(view.Sets, oneLine(set.Title))
	}
	if order.Executor != "" {
		view.ExecutorName = orderWriter{directory: &r.office.Directory}.executor(order.Executor)
	}
	view.Heads, view.Teachers, view.Parents = tasksFor(r.tasks(model.ToHead)), tasksFor(r.tasks(model.ToTeachers)), tasksFor(r.tasks(model.ToParents))
	view.Methodical, view.Own = byAddressee(r.tasks(model.ToMethodical)), byAddressee(r.tasks(model.ToOffice))
	view.All = !slices.ContainsFunc(r.institutions(), func(id string) bool { return len(r.ofInstitution[id]) == 0 })
	number := 0
	for _, unit := range byUnit(r.institutions(), r.every()) {
		of := draftUnit{Name: unit.Name}
		for _, one := range unit.List {
			number++
			view.Watched = view.Watched || one.Responsible != ""
			code := one.Code()
			of.Prefix = strings.TrimSuffix(one.ID, code)
			row := draftRow{Number: number, Code: code, Text: oneLine(one.Text), Term: one.Term.Day.String(), Responsible: orDash(oneLine(one.Responsible))}
			if !one.ToAnswering() {
				row.Addressee, row.Text = capitalized(one.Addressee), lowerFirst(row.Text)
			}
			of.Rows = append(of.Rows, row)
		}
		view.Units = append(view.Units, of)
	}
	return view
}

// tasksFor are tasks, each list ended.
func tasksFor(tasks []recommendedTask) draftTasks {
	urgent := slices.DeleteFunc(slices.Clone(tasks), func(t recommendedTask) bool { return t.Priority != 1 })
	for _, list := range [][]recommendedTask{tasks, urgent} {
		if len(list) > 0 {
			list[len(list)-1].Last = true
		}
	}
	return draftTasks{tasks, urgent}
}

// byAddressee parts tasks by whom they speak to, in the order in which these come.
func byAddressee(tasks []recommendedTask) []draftAddressee {
	var names []string
	of := map[string][]recommendedTask{}
	for _, task := range tasks {
		if of[task.Addressee] == nil {
			names = append(names, task.Addressee)
		}
		of[task.Addressee] = append(of[task.Addressee], task)
	}
	list := make([]draftAddressee, len(names))
	for n, name := range names {
		list[n] = draftAddressee{name, tasksFor(of[name])}
	}
	return list
}

// recommendationOrderPDF is the draft on paper, by the steps of any order.
func (g Generator) recommendationOrderPDF(tree *source.Tree, r *recommended) ([]byte, diag.List, error) {
	_, order, problems := g.draft(tree, r)
	if problems = append(problems, r.faults...); problems.HasErrors() || order == nil {
		return nil, problems, nil
	}
	bytes, found, err := g.orderPDF(tree, r.office, order)
	return bytes, append(problems, r.told(found, order.File.Name)...), err
}

func (g Generator) recommendationOrderText(tree *source.Tree, r *recommended) (string, diag.List) {
	_, order, problems := g.draft(tree, r)
	if problems.HasErrors() || order == nil {
		return "", problems
	}
	return g.orderText(tree, r.office, order)
}
