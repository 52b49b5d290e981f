package generator

import (
	"fmt"
	"path"
	"slices"
	"time"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/recommendation"
	"doklad/generator/source"
)

// quarterView is what templates/recommendation-quarter.tmpl may print: how the
// recommendations of a year stood at the end of a quarter («отчёт об исполнении адресных
// рекомендаций за квартал»).
type quarterView struct {
	Title         []string
	Quarter, Next string // «IV квартал 2021 г.»
	Day           string // the last one
	Count         int
	Statuses      []statusCount // those that there are
	// How many marks are of the quarter, how many recommendations are overdue at its end, how
	// many fall due in the next.
	Marks, Overdue, Due int
	// Names of tables; empty where there is nothing to tell.
	Addressees, Marked, Late, Upcoming, Quarters string
	Signatories                                  []signatureView
}

type statusCount struct {
	Status string
	Count  int
}

// quarterReports are the reports of all quarters that are over on the day that is told; an
// older one of another quarter goes.
func (g Generator) quarterReports(tree *source.Tree, r *recommended, at string) ([]File, diag.List, error) {
	text, problems := g.templateFor(tree, r.office.Directory.Office.Folder, "recommendation-quarter.tmpl")
	profile, fonts, found := g.officeLook(tree, r.office)
	if problems = slices.Concat(problems, found, r.faults); problems.HasErrors() {
		return nil, problems, nil
	}
	name := func(q execution.Quarter) string { return path.Join(at, fmt.Sprintf("%d-%d.pdf", q.Year, q.Number)) }
	all := r.quarters()
	if len(r.list) == 0 {
		all = nil
	}
	files, faults, errs := make([]File, len(all)), make([]diag.List, len(all)), make([]error, len(all))
	each(len(all), func(n int) {
		q := all[n]
		files[n].Path = name(q)
		document, found := r.composeQuarter(text, all[:n+1])
		if faults[n] = found; found.HasErrors() {
			return
		}
		bind(document)
		files[n].Bytes, found, errs[n] = pdf.Write(document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(q.Day)})
		faults[n] = append(faults[n], r.record.File.Locate(found).In(r.record.Name)...)
	})
	for n := range all {
		if problems = append(problems, faults[n]...); errs[n] != nil {
			return nil, problems, fmt.Errorf("%s: %w", files[n].Path, errs[n])
		}
	}
	for q := execution.QuarterOf(model.Date{Year: r.year, Month: time.January, Day: 1}); q.Day.Compare(g.latest()) <= 0; q = q.Next() {
		if !slices.ContainsFunc(all, func(made execution.Quarter) bool { return made.Day == q.Day }) {
			files = append(files, File{Path: name(q)})
		}
	}
	return files, problems, nil
}

// composeQuarter fills the template for the last of the quarters.
func (r *recommended) composeQuarter(text templateText, quarters []execution.Quarter) (*doc.Document, diag.List) {
	q := quarters[len(quarters)-1]
	document := r.document(fmt.Sprintf("Исполнение рекомендаций по итогам %d года, %s", r.year, q.Label()))
	view := quarterView{Quarter: q.Label(), Next: q.Next().Label(), Day: q.Day.String(), Count: len(r.list), Overdue: q.Overdue, Signatories: r.signatories(),
		Title: []string{"ОТЧЁТ", "об исполнении адресных рекомендаций", fmt.Sprintf("по итогам мониторинга за %d год", r.year),
			"за " + q.Label() + ", по состоянию на " + q.Day.String(), oneLine(r.office.Directory.Office.Full.Nominative)}}
	statuses := slices.DeleteFunc(slices.Clone(execution.PlainStatuses), func(s execution.Status) bool { return q.Count[s] == 0 })
	for _, s := range statuses {
		view.Statuses = append(view.Statuses, statusCount{string(s), q.Count[s]})
	}
	marked := r.markedIn(q)
	late := slices.DeleteFunc(r.every(), func(one *recommendation.Recommendation) bool { return !r.responseOn(one, q.Day).IsOverdue() })
	next := slices.DeleteFunc(r.every(), func(one *recommendation.Recommendation) bool {
		return !q.Next().Has(one.Term.Day) || r.responseOn(one, q.Day).IsOver()
	})
	view.Marks, view.Due = len(marked), len(next)
	put := func(t *doc.Table) string {
		if len(t.Rows) == 0 {
			return ""
		}
		document.Tables[t.Name] = t
		return t.Name
	}
	view.Addressees, view.Quarters = put(r.standingTable(q.Day, statuses)), put(cumulativeTable(quarters))
	view.Marked, view.Late, view.Upcoming = put(r.markedTable(marked)), put(r.overdueTable(late, q.Day)), put(upcomingTable(next))
	return document, text.fill(document, view)
}
