package generator

import (
	"fmt"
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/russian"
)

// progressView is what templates/progress.tmpl may print.
type progressView struct {
	Title   []string
	Summary []string
	// Names of the figure and of the tables; no figure where one would say nothing.
	Bars                                     string
	Years, Sections, Responsible, Activities string
	Note                                     string // under the tables
	Signatories                              []signatureView
}

// barsName is what the template calls the figure.
const barsName = "bars"

// progressPapers are the papers on the execution of one order: отчёт об исполнении on
// paper and as a workbook, календарь сроков.
func (g Generator) progressPapers(c *carried) []Paper {
	if c.order.Date.Compare(g.Today) > 0 {
		return nil
	}
	base := Paper{
		ID:       c.id(),
		Record:   nameOf(c.order),
		Title:    c.order.Title,
		problems: slices.Concat(c.office.Problems, c.order.Problems, c.problems),
	}
	base.blocked = base.problems.HasErrors()
	at := path.Join(c.order.Office.Folder, "progress", c.order.ID)

	report := base
	report.Kind, report.Path = "отчёт об исполнении", at+".pdf"
	report.make = func() ([]byte, diag.List, error) { return g.progressPDF(c) }
	report.compose = func() (string, diag.List) { return inWords(g.composeProgress(c)) }
	book := base
	book.Kind, book.Path = "отчёт об исполнении (Excel)", at+".xlsx"
	book.make = func() ([]byte, diag.List, error) { return g.progressXLSX(c) }

	papers := []Paper{report, book}
	if slices.ContainsFunc(c.plan.On(g.Today), func(s execution.Standing) bool { return !s.Due.IsZero() }) {
		calendar := base
		calendar.Kind, calendar.Path = "календарь сроков", at+".ics"
		calendar.make = func() ([]byte, diag.List, error) { return g.deadlines(c) }
		papers = append(papers, calendar)
	}
	return papers
}

// rows are all occurrences as they stand today.
func (c *carried) rows(day model.Date) []progressRow {
	var rows []progressRow
	for _, s := range c.plan.On(day) {
		row := progressRow{Standing: s}
		for i, counted := range c.plan.Counted {
			if counted.Entry == s.Mark {
				row.entry = i + 1
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// composeProgress fills the template of execution reports.
func (g Generator) composeProgress(c *carried) (*doc.Document, diag.List) {
	o := c.order
	text, problems := g.templateFor(c.tree, o.Office.Folder, "progress.tmpl")
	if problems.HasErrors() {
		return nil, problems
	}
	rows := c.rows(g.Today)
	tally, years, bodies := execution.Count(standings(rows)), byYear(rows), byBody(rows, &c.office.Directory)
	document := &doc.Document{
		Title:    fmt.Sprintf("Отчёт об исполнении дорожной карты, приказ от %s № %s, на %s", o.Date, o.Number, g.Today),
		Author:   o.Office.Full.Nominative,
		Language: "ru-RU",
		Header:   fmt.Sprintf("Отчёт об исполнении дорожной карты (приказ от %s № %s) на %s", o.Date, o.Number, g.Today),
		Tables: map[string]*doc.Table{
			progressName: progressTable(rows, o.Roadmap.Sections),
			statusesName: tallyTable(statusesName, "Исполнение по годам", "Год", years, allBins(years), &tally),
			sectionsName: tallyTable(sectionsName, "Исполнение по разделам", "Раздел", bySection(rows, o.Roadmap.Sections), fewBins, &tally),
			bodiesName:   tallyTable(bodiesName, bodiesCaption(rows, bodies), "Ответственный", bodies, fewBins, nil),
		},
		Figures: map[string]*doc.Figure{},
	}
	if o.Office.Example {
		document.Footer = exampleNote
	}
	view := progressView{
		Title: []string{"ОТЧЁТ", "об исполнении дорожной карты,",
			fmt.Sprintf("утверждённой приказом %s от %s № %s «%s»,", oneLine(o.Office.Full.Genitive), o.Date, o.Number, oneLine(o.Title)),
			"по состоянию на " + russian.LongDate(g.Today.Time())},
		Summary:     summary(rows, tally),
		Years:       statusesName,
		Sections:    sectionsName,
		Responsible: bodiesName,
		Activities:  progressName,
		Note:        fewNote,
	}
	if !slices.ContainsFunc(rows, func(r progressRow) bool { return r.Mark != nil }) {
		view.Summary = append(view.Summary, "Отметок об исполнении на отчётную дату нет: статусы следуют только из сроков.")
	}
	if len(years) > 0 {
		figure, err := yearBars(years)
		if err != nil {
			return nil, diag.List{diag.Errorf("", "диаграмма не построена: %s", err).WithHint("сообщите разработчикам")}
		}
		view.Bars = barsName
		document.Figures[barsName] = figure
	}
	view.Signatories = c.reporters()
	return document, append(problems, text.fill(document, view)...)
}

// reporters sign the report: the person whom the record names, else the first of the
// executors of the order who is a person, else its preparer.
func (c *carried) reporters() []signatureView {
	ids := []string{c.record.Signatory}
	for _, clause := range c.order.Clauses {
		ids = append(ids, clause.Executors...)
	}
	for _, id := range append(ids, c.order.Preparer) {
		if p, ok := c.office.Person(id); ok {
			return []signatureView{{Post: capitalized(oneLine(p.PostIn(russian.Nominative))), Name: p.Signature()}}
		}
	}
	return nil
}

func (g Generator) progressPDF(c *carried) ([]byte, diag.List, error) {
	profile, fonts, problems := g.look(c.tree, c.office, c.order)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	document, faults := g.composeProgress(c)
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems, nil
	}
	bind(document)
	bytes, found, err := pdf.Write(document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(g.Today)})
	return bytes, append(problems, c.locate(found)...), err
}

// locate finds in the record, or in the order, what was found when laying out.
func (c *carried) locate(found diag.List) diag.List {
	for i, p := range found {
		if len(p.Key) > 5 && p.Key[:5] == "entry" {
			c.record.File.Locate(found[i : i+1]).In(c.record.Name)
		} else {
			c.order.File.Locate(found[i : i+1]).In(c.order.File.Name)
		}
	}
	return found.Sort()
}
