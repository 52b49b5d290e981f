package generator

import (
	"fmt"
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/effect"
	"doklad/generator/lint"
	"doklad/generator/pdf"
	"doklad/generator/russian"
	"doklad/generator/source"
	"doklad/generator/xlsx"
)

// registerView is what templates/decisions.tmpl may print.
type registerView struct {
	Title    []string
	Summary  []string
	Register string // name of the table
	Note     string // how it is read
}

// registerID is the ID of the papers of the decisions of a year.
func registerID(year string) string { return year + "-decisions" }

// registers reads the decisions of an office, and judges them.
func (g Generator) registers(c *collector, office *source.Office, orders []*source.Order) (list []*register) {
	for _, read := range c.tree.Decisions(office, orders) {
		if !read.Unreadable {
			read.Problems = append(read.Problems, read.File.Locate(lint.Decisions(read.DecisionRegister, g.latest())).In(read.Name)...)
		}
		list = append(list, &register{g: g, office: office, collector: c, orders: orders, DecisionRegister: read})
	}
	return list
}

// decisionPapers are the registers on paper and as workbooks.
func (g Generator) decisionPapers(registers []*register) ([]Paper, diag.List) {
	var papers []Paper
	var problems diag.List
	for _, r := range registers {
		problems = append(problems, r.Problems...)
		if r.Year == 0 {
			continue // it has no name that a paper could be called by
		}
		folder := r.office.Directory.Office.Folder
		base := Paper{ID: path.Join(folder, registerID(fmt.Sprint(r.Year))), Record: fmt.Sprintf("управленческие решения %d года", r.Year),
			problems: slices.Concat(r.office.Problems, institutionRecords(r.office), r.collector.faults(r.office), r.Problems, r.journals())}
		base.blocked = base.problems.HasErrors()
		at := path.Join(folder, "decisions", fmt.Sprint(r.Year))
		print := base
		print.Kind, print.Path = "реестр решений", at+".pdf"
		print.make = r.pdf
		print.compose = func() (string, diag.List) { return inWords(r.compose()) }
		book := base
		book.Kind, book.Path = "реестр решений (Excel)", at+".xlsx"
		book.make = r.xlsx
		papers = append(papers, print, book)
	}
	return papers, problems
}

// journals are the problems of the journals of the years whose values are compared.
func (r *register) journals() (l diag.List) {
	folder := r.office.Directory.Office.Folder
	var years []int
	for _, d := range r.Decisions {
		before := r.yearBefore(d)
		years = append(years, before, before+1)
	}
	slices.Sort(years)
	for _, year := range slices.Compact(years) {
		if slices.Contains(r.collector.tree.Years(folder), year) {
			l = append(l, r.collector.tree.Journal(folder, year).Problems...)
		}
	}
	return l
}

const registerName = "register"

// registerNote stands under the table.
const registerNote = "Эффект: значение показателя за год, по итогам которого принято решение, и за следующий. Если среди оснований есть рекомендация, это год рекомендации, иначе год решения. По рекомендации судят о том, кому она дана, по показателю – о муниципалитете в целом; о нём же, если показатели для оценки названы отдельно. Если значение двух лет сообщили разные учреждения, сравниваются значения тех, кто сообщил его в оба года. Улучшение после решения не доказывает, что оно наступило благодаря ему."

func (r *register) name() string {
	return fmt.Sprintf("Реестр управленческих решений %d года", r.Year)
}

// compose fills the template of registers.
func (r *register) compose() (*doc.Document, diag.List) {
	office := r.office.Directory.Office
	text, problems := r.g.templateFor(r.collector.tree, office.Folder, "decisions.tmpl")
	if problems.HasErrors() {
		return nil, problems
	}
	entries := r.entries(r.g.Today)
	document := &doc.Document{Title: r.name(), Author: office.Full.Nominative, Language: "ru-RU", Header: r.name(),
		Tables: map[string]*doc.Table{registerName: r.table(entries)}, Figures: map[string]*doc.Figure{}}
	if office.Example {
		document.Footer = exampleNote
	}
	view := registerView{Title: []string{"РЕЕСТР", fmt.Sprintf("управленческих решений %d года", r.Year), "по состоянию на " + russian.LongDate(r.g.Today.Time())},
		Summary: summaryOf(entries), Register: registerName, Note: registerNote}
	if name := oneLine(office.Full.Nominative); name != "" {
		view.Title = append(view.Title, name)
	}
	return document, append(problems, text.fill(document, view)...)
}

// summaryOf says how the decisions stand and what came of them, in sentences.
func summaryOf(entries []registerEntry) []string {
	if len(entries) == 0 {
		return []string{"Управленческих решений нет."}
	}
	statuses, conclusions := map[string]int{}, map[effect.Conclusion]int{}
	for _, e := range entries {
		statuses[string(e.response.Status)]++
		for _, f := range e.effects {
			conclusions[f.Conclusion]++
		}
	}
	said := "Решений: " + fmt.Sprint(len(entries))
	sign := "; "
	for _, s := range plainStatuses {
		if n := statuses[s]; n > 0 {
			said += fmt.Sprintf("%s%s – %d", sign, s, n)
			sign = ", "
		}
	}
	came, sign := "Эффект по показателям: ", ""
	for _, c := range effect.Conclusions {
		if n := conclusions[c]; n > 0 {
			came += fmt.Sprintf("%s%s – %d", sign, c, n)
			sign = ", "
		}
	}
	if sign == "" {
		return []string{said + "."}
	}
	return []string{said + ".", came + "."}
}

func (r *register) pdf() ([]byte, diag.List, error) {
	profile, fonts, problems := r.g.officeLook(r.collector.tree, r.office)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	document, faults := r.compose()
	faults = append(faults, r.unknownBasis()...)
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems, nil
	}
	bind(document)
	bytes, found, err := pdf.Write(document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(r.g.Today)})
	return bytes, append(problems, r.File.Locate(found).In(r.Name)...), err
}

func (r *register) xlsx() ([]byte, diag.List, error) {
	own := r.office.Directory.Office
	sheet := xlsx.Sheet{Name: "Решения", Table: r.sheet(r.entries(r.g.Today)), Frozen: 4, PagesWide: 2, Marks: statusMarks,
		Above: []doc.Block{{Role: doc.AnnexTitle, Parts: []string{r.name(), "по состоянию на " + russian.LongDate(r.g.Today.Time())}}}}
	if own.Example {
		sheet.Note = exampleNote
	}
	if len(sheet.Table.Rows) == 0 {
		sheet.Marks = nil // there is nothing to mark
	}
	bytes, found, err := writeBook([]xlsx.Sheet{sheet}, xlsx.Properties{Title: r.name(), Author: own.Full.Nominative, Language: "ru-RU", Created: created(r.g.Today)})
	return bytes, r.File.Locate(found).In(r.Name), err
}
