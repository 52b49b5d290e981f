package generator

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// recommendationsCollection is what templates/recommendations.tmpl may print: all recommendations
// of a year («сборник адресных рекомендаций»).
type recommendationsCollection struct {
	Above   []string
	Mark    string // «ПРИМЕР»
	Subject []string
	Foot    string // the year
	Office  string
	Date    string // empty: a draft
	Basis   []string
	Year    int
	Count   int
	Counts  string // the table of how many are given to whom

	Addressees  []addresseeView
	Signatories []signatureView
}

// addresseeView is one kind of addressees; the recommendations to an institution stand
// together.
type addresseeView struct {
	Title  string
	Groups []adviceGroup
}

// adviceGroup is a table; its title is empty where there is nothing to tell apart.
type adviceGroup struct{ Title, Table string }

const countsName = "counts"

// composeRecommendations fills the template of collections.
func (g Generator) composeRecommendations(tree *source.Tree, r *recommended) (*doc.Document, diag.List) {
	own := r.office.Directory.Office
	text, problems := g.templateFor(tree, own.Folder, "recommendations.tmpl")
	if problems.HasErrors() {
		return nil, problems
	}
	document := r.document(fmt.Sprintf("Адресные рекомендации по итогам %d года", r.year))
	document.Report, document.RunsOn = true, true
	view := recommendationsCollection{Above: own.Letterhead, Office: oneLine(own.Full.Nominative), Year: r.year, Basis: r.basis(),
		Count: len(r.list), Counts: countsName, Signatories: r.signatories(), Foot: fmt.Sprint(r.year)}
	if len(view.Above) == 0 {
		view.Above = []string{view.Office}
	}
	if own.Example {
		view.Mark = "ПРИМЕР"
	}
	view.Subject = []string{"по итогам мониторинга"}
	for _, set := range r.sets() {
		view.Subject = append(view.Subject, "«"+oneLine(set.Title)+"»")
	}
	view.Subject = append(view.Subject, fmt.Sprintf("за %d год", r.year))
	if day := r.record.Date; !day.IsZero() {
		view.Date, view.Foot = russian.LongDate(day.Time()), fmt.Sprint(day.Year)
	}
	for _, to := range model.AddresseeKinds {
		if one, any := r.addressee(document, to); any {
			view.Addressees = append(view.Addressees, one)
		}
	}
	document.Tables[countsName] = r.countsTable()
	return document, append(problems, text.fill(document, view)...)
}

// addressee puts the recommendations to a kind of addressees into tables, one for each
// institution or group of which they speak.
func (r *recommended) addressee(document *doc.Document, to model.AddresseeKind) (view addresseeView, any bool) {
	view.Title = capitalized(to.Words())
	var groups [][]*recommendation.Recommendation
	for n := range r.list {
		one := &r.list[n]
		if one.To != to {
			continue
		}
		last := len(groups) - 1
		if last < 0 || groups[last][0].Subject != one.Subject || groups[last][0].Unit != one.Unit {
			groups = append(groups, nil)
			last++
		}
		groups[last] = append(groups[last], one)
	}
	for n, group := range groups {
		name := fmt.Sprintf("%s-%s-%d", adviceName, to, n+1)
		document.Tables[name] = r.adviceTable(name, group)
		title := oneLine(group[0].Name)
		if len(groups) == 1 && group[0].Unit == "" {
			title = ""
		}
		view.Groups = append(view.Groups, adviceGroup{title, name})
	}
	return view, len(groups) > 0
}

// countsTable is how many recommendations are given to whom, by priority.
func (r *recommended) countsTable() *doc.Table {
	t := &doc.Table{Name: countsName, Caption: "Рекомендации по адресатам", Columns: columnsOf("Кому", "Всего", "Срочных (1)", "Обычных (2)", "Прочих (3)", "О скольких учреждениях")}
	for n := range t.Columns[1:] {
		t.Columns[n+1].Align = doc.Centre
	}
	row := func(title string, of func(*recommendation.Recommendation) bool) doc.Row {
		counts, units := [4]int{}, map[string]bool{}
		for n := range r.list {
			if one := &r.list[n]; of(one) {
				counts[0]++
				counts[one.Priority]++
				if one.Subject == model.OfInstitution {
					units[one.Unit] = true
				}
			}
		}
		cells := textCells(title)
		for _, n := range append(counts[:], len(units)) {
			cells = append(cells, countCell(n))
		}
		return doc.Row{Cells: cells}
	}
	t.Rows = byAddressees(row)
	return t
}

// byAddressees are the rows of all kinds of addressees to whom anything is recommended, and
// the total. A row is made of a title and of what is counted in it; its second cell is how many.
func byAddressees(row func(title string, of func(*recommendation.Recommendation) bool) doc.Row) (rows []doc.Row) {
	for _, to := range model.AddresseeKinds {
		if of := row(capitalized(to.Words()), func(one *recommendation.Recommendation) bool { return one.To == to }); of.Cells[1].Text != "0" {
			rows = append(rows, of)
		}
	}
	all := row("Всего", func(*recommendation.Recommendation) bool { return true })
	all.Total = true
	return append(rows, all)
}

// recommendationsPDF is the collection as a paper.
func (g Generator) recommendationsPDF(tree *source.Tree, r *recommended) ([]byte, diag.List, error) {
	profile, fonts, problems := g.officeLook(tree, r.office)
	if problems = append(problems, r.faults...); problems.HasErrors() {
		return nil, problems, nil
	}
	document, faults := g.composeRecommendations(tree, r)
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems, nil
	}
	bind(document)
	bytes, found, err := pdf.Write(document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(r.record.Date)})
	return bytes, append(problems, r.record.File.Locate(found).In(r.record.Name)...), err
}
