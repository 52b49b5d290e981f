package generator

import (
	"errors"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/narrative"
	"doklad/generator/pdf"
	"doklad/generator/source"
	"doklad/generator/typeset"
	"doklad/generator/xlsx"
)

// reporting is a report («доклад») while it is made: what was asked for, and all that it
// tells of.
type reporting struct {
	g         Generator
	tree      *source.Tree
	office    *source.Office
	report    *source.Report
	orders    []*source.Order // all of the office
	collector *collector
	decided   []*register

	sets    []*reportSet
	carried []*carried // of the orders that are reported
	phrases *narrative.Phrases
}

// composedReport is a report before it is laid out: the paper, its tables and figures with
// their numbers, and every sentence with where its numbers are from.
type composedReport struct {
	document *doc.Document
	exhibits []exhibit
	said     []narrative.Said
}

// reportPapers are the reports of an office, on paper and as workbooks. Both come of one
// composition, so that they cannot differ; with an error in one of them neither is made.
func (g Generator) reportPapers(c *collector, office *source.Office, orders []*source.Order, reports []*source.Report, registers []*register, base diag.List) ([]Paper, diag.List) {
	var papers []Paper
	var problems diag.List
	for _, report := range reports {
		problems = append(problems, report.Problems...)
		r := &reporting{g: g, tree: c.tree, office: office, report: report, orders: orders, collector: c, decided: registers}
		paper := Paper{Record: "доклад", problems: slices.Concat(base, report.Problems)}
		paper.ID = path.Join(office.Directory.Office.Folder, report.ID)
		if !report.Problems.HasErrors() {
			paper.Record = "доклад за " + oneLine(report.Period)
			paper.Title = oneLine(strings.Join(report.Title, " "))
			paper.problems = append(paper.problems, c.tree.Journal(office.Directory.Office.Folder, report.Year).Problems...)
			paper.problems = append(paper.problems, r.measures()...)
			for _, c := range r.carry() {
				paper.problems = append(paper.problems, slices.Concat(c.order.Problems, c.problems)...)
			}
		}
		paper.blocked = paper.problems.HasErrors()
		composed := sync.OnceValues(r.compose)
		pair := sync.OnceValue(func() reportPair { return r.pair(composed()) })
		at := path.Join(office.Directory.Office.Folder, "reports", report.ID)
		print := paper
		print.Kind, print.Path = "доклад", at+".pdf"
		print.make = func() ([]byte, diag.List, error) { return pair().print, pair().problems, pair().err }
		print.compose = func() (string, diag.List) {
			made, problems := composed()
			if problems.HasErrors() {
				return "", problems
			}
			return inWords(made.document, nil)
		}
		book := paper
		book.Kind, book.Path = "доклад (Excel)", at+".xlsx"
		book.make = func() ([]byte, diag.List, error) { return pair().book, pair().problems, pair().err }
		papers = append(papers, print, book)
	}
	return papers, problems
}

// carry reads the records of the orders that are reported, in the order in which they are
// named.
func (r *reporting) carry() []*carried {
	r.carried = nil
	for _, id := range r.report.Orders {
		of := slices.DeleteFunc(slices.Clone(r.orders), func(o *source.Order) bool { return o.ID != id })
		r.carried = append(r.carried, r.g.carry(r.tree, r.office, of)...)
	}
	return r.carried
}

// name is what the file and the running header are called.
func (r *reporting) name() string { return "Доклад за " + oneLine(r.report.Period) }

// reportPair is a report as it is printed and its workbook: both, or what stops them.
type reportPair struct {
	print, book []byte
	problems    diag.List
	err         error
}

// pair makes both files. A fault that shows only when one of them is laid out stops the
// other too: an older pair stays together.
func (r *reporting) pair(made *composedReport, problems diag.List) reportPair {
	if problems.HasErrors() {
		return reportPair{problems: problems}
	}
	var pair reportPair
	var inPrint, inBook diag.List
	var printErr, bookErr error
	var group sync.WaitGroup
	group.Go(func() { pair.print, inPrint, printErr = r.pdf(made) })
	group.Go(func() { pair.book, inBook, bookErr = r.xlsx(made) })
	group.Wait()
	pair.problems, pair.err = slices.Concat(problems, inPrint, r.locate(inBook)), errors.Join(printErr, bookErr)
	return pair
}

func (r *reporting) pdf(made *composedReport) ([]byte, diag.List, error) {
	profile, fonts, problems := r.g.officeLook(r.tree, r.office)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	document := *made.document
	document.Blocks = cloneBlocks(document.Blocks)
	document.Tables, document.Figures = maps.Clone(document.Tables), maps.Clone(document.Figures)
	bind(&document)
	bytes, found, err := pdf.Write(&document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(r.report.Date)})
	return bytes, append(problems, r.locate(r.unprintable(found, fonts))...), err
}

func (r *reporting) xlsx(made *composedReport) ([]byte, diag.List, error) {
	own := r.office.Directory.Office
	book := reportBook{Title: r.name(), Office: oneLine(own.Full.Nominative), Exhibits: made.exhibits}
	for _, s := range r.sets {
		book.Base = append(book.Base, s.base(s.suffix(r))...)
	}
	if own.Example {
		book.Note = exampleNote
	}
	return writeBook(reportSheets(book), xlsx.Properties{Title: r.name(), Author: own.Full.Nominative, Language: "ru-RU", Created: created(r.report.Date)})
}

// locate finds in the data what was found when laying out.
func (r *reporting) locate(found diag.List) diag.List {
	for i := range found {
		if found[i].Code == "HDR-WIDE" { // the running header is the period
			found[i].Key = "period"
		}
	}
	return r.report.File.Locate(found).In(r.report.Name)
}

// unprintable puts a character that the font lacks where people wrote it; one that stands
// nowhere by itself is told with the words around it.
func (r *reporting) unprintable(found diag.List, fonts *typeset.Family) diag.List {
	written := r.office.UnprintableReport(r.report, r.orders, r.tree.Catalogue(r.office.Directory.Office.Folder), fonts)
	for _, name := range []string{"report.tmpl", "narrative.tmpl"} {
		text, _ := r.g.templateFor(r.tree, r.office.Directory.Office.Folder, name)
		written = append(written, text.unprintable(fonts)...)
	}
	var placed diag.List
	for _, p := range found {
		before := len(placed)
		for _, w := range written {
			if p.Code == w.Code && strings.HasSuffix(p.Text, w.Text) {
				placed.Add(w)
			}
		}
		if len(placed) == before {
			placed.Add(p)
		}
	}
	return placed
}
