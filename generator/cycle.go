package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"doklad/generator/cycle"
	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/source"
)

// cycleView is what templates/cycle.tmpl may print.
type cycleView struct {
	Title   []string
	Summary []string
	// Names of the tables: how many stages are proved, and a matrix of each direction.
	Overview   string
	Directions []string
	Documents  []cycleDocumentView
}

// cycleDocumentView is a document in the list that the numbers of the matrix call.
type cycleDocumentView struct{ Number, Text, Link, Words string }

// cyclePapers are the matrix of the management cycle of an office, on paper and as a
// workbook. An office that says nothing of its cycle has none.
func (g Generator) cyclePapers(c *collector, office *source.Office, orders []*source.Order, reports []*source.Report, registers []*register) ([]Paper, diag.List) {
	read := c.tree.Cycle(office)
	if read.File == nil {
		return nil, read.Problems
	}
	m := &managed{g: g, office: office, collector: c, Cycle: read, orders: orders, reports: reports, decisions: registers,
		given: c.given(office, orders).records}
	base := Paper{ID: path.Join(m.folder(), "cycle"), Record: "управленческий цикл",
		problems: slices.Concat(office.Problems, institutionRecords(office), c.faults(office), read.Problems)}
	base.blocked = base.problems.HasErrors()
	print := base
	print.Kind, print.Path = "матрица цикла", path.Join(m.folder(), "cycle.pdf")
	print.make = m.pdf
	print.compose = func() (string, diag.List) { return inWords(m.compose()) }
	book := base
	book.Kind, book.Path = "матрица цикла (Excel)", path.Join(m.folder(), "cycle.xlsx")
	book.make = m.xlsx
	return []Paper{print, book}, read.Problems
}

// cycleMatrix is the matrix with its documents in the order in which they are listed.
type cycleMatrix struct {
	cycle.Matrix
	sets   map[string]string // titles by ID
	listed []model.Evidence
}

// matrix lays the documents out by the sets that are collected, then by what the documents
// call. A document of a set is of its areas too; a decision is of those alone by whose
// indicators it was taken.
func (m *managed) matrix() *cycleMatrix {
	x := &cycleMatrix{sets: map[string]string{}}
	var directions []string
	area := map[string]string{} // the set of an area
	for _, year := range m.years() {
		for _, set := range m.collector.expected(m.office, year).sets() {
			directions, x.sets[set.ID] = append(directions, set.ID), oneLine(set.Title)
		}
	}
	for _, set := range m.collector.tree.Catalogue(m.folder()).Sets {
		for _, i := range set.Indicators {
			area[i.Area] = set.ID
		}
	}
	documents := m.documents()
	for _, d := range m.Documents {
		set := area[d.Direction]
		if d.Direction == "" || set == "" || slices.Contains(directions, d.Direction) {
			continue
		}
		directions = append(directions, d.Direction)
		for _, of := range slices.Clone(documents) {
			if of.Direction == set {
				of.Direction = d.Direction
				documents = append(documents, of)
			}
		}
	}
	for _, d := range m.decided() {
		if slices.Contains(directions, d.Direction) { // an area of which nobody asked is told with its set
			documents = append(documents, d)
		}
	}
	x.Matrix = cycle.Of(directions, m.years(), documents)
	x.list()
	return x
}

// list numbers the documents as they stand in the matrix, each once.
func (x *cycleMatrix) list() {
	for _, direction := range x.Directions {
		for _, stage := range model.CycleStages {
			for _, year := range x.Years {
				for _, d := range x.At(direction, stage, year) {
					if x.number(d.Evidence) == 0 {
						x.listed = append(x.listed, d.Evidence)
					}
				}
			}
		}
	}
}

func (x *cycleMatrix) number(e model.Evidence) int { return slices.Index(x.listed, e) + 1 }

// title is a direction as papers call it.
func (x *cycleMatrix) title(direction string) string {
	if title := x.sets[direction]; title != "" {
		return title
	}
	return oneLine(direction)
}

const noDocument = "нет документа"

const overviewName = "overview"

// cycleName is what the papers and the running header are called.
const cycleName = "Матрица управленческого цикла"

func (m *managed) compose() (*doc.Document, diag.List) {
	office := m.office.Directory.Office
	text, problems := m.g.templateFor(m.collector.tree, office.Folder, "cycle.tmpl")
	if problems.HasErrors() {
		return nil, problems
	}
	x := m.matrix()
	document := &doc.Document{Title: cycleName, Author: office.Full.Nominative, Language: "ru-RU", Header: cycleName,
		Tables: map[string]*doc.Table{overviewName: x.overview()}, Figures: map[string]*doc.Figure{}}
	if office.Example {
		document.Footer = exampleNote
	}
	view := cycleView{Title: []string{"МАТРИЦА", "управленческого цикла"}, Summary: x.summary(), Overview: overviewName}
	if name := oneLine(office.Full.Nominative); name != "" {
		view.Title = append(view.Title, name)
	}
	for n, direction := range x.Directions {
		name := fmt.Sprintf("direction-%d", n+1)
		document.Tables[name] = x.table(name, direction)
		view.Directions = append(view.Directions, name)
	}
	for n, e := range x.listed {
		d := cycleDocumentView{Number: fmt.Sprintf("%d.", n+1), Text: capitalized(oneLine(e.String())), Link: e.Link}
		if own, is := strings.CutPrefix(e.Link, doc.Beside); is {
			d.Words = own
		} else {
			_, d.Words, _ = strings.Cut(e.Link, "://")
		}
		if e.Link == "" && e.File != "" {
			d.Text += ", файл " + e.File
		}
		view.Documents = append(view.Documents, d)
	}
	return document, append(problems, text.fill(document, view)...)
}

// summary says how much of the cycle is proved.
func (x *cycleMatrix) summary() []string {
	all := len(x.Directions) * len(x.Years) * len(model.CycleStages)
	gaps := len(x.Gaps())
	said := []string{fmt.Sprintf("Документы есть для %d из %d компонентов цикла по направлениям и годам.", all-gaps, all)}
	if gaps > 0 {
		said = append(said, fmt.Sprintf("Разрывов цикла: %d; в таблицах на их месте сказано «%s». Число в скобках – номер документа в списке.", gaps, noDocument))
	}
	return said
}

// overview has how many stages are proved, by directions and years.
func (x *cycleMatrix) overview() *doc.Table {
	t := &doc.Table{Name: overviewName, Caption: "Компоненты цикла, для которых есть документ", Columns: []doc.Column{{Header: "Направление", Min: 60}}}
	for _, year := range x.Years {
		t.Columns = append(t.Columns, doc.Column{Header: fmt.Sprint(year), Align: doc.Centre})
	}
	for _, direction := range x.Directions {
		cells := textCells(x.title(direction))
		for _, year := range x.Years {
			proved, of := x.Proved(direction, year)
			cells = append(cells, doc.Cell{Text: fmt.Sprintf("%d из %d", proved, of), Strong: proved < of})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// table is the matrix of a direction.
func (x *cycleMatrix) table(name, direction string) *doc.Table {
	t := &doc.Table{Name: name, Caption: x.title(direction), Columns: []doc.Column{{Header: "Компонент цикла", Width: 45}}}
	for _, year := range x.Years {
		t.Columns = append(t.Columns, doc.Column{Header: fmt.Sprint(year)})
	}
	for _, stage := range model.CycleStages {
		cells := textCells(stage.Title())
		for _, year := range x.Years {
			var said []string
			for _, d := range x.At(direction, stage, year) {
				said = append(said, fmt.Sprintf("%s [%d]", shortly(d.Evidence), x.number(d.Evidence)))
			}
			cell := doc.Cell{Text: strings.Join(said, ";\n")}
			if said == nil {
				cell = doc.Cell{Text: noDocument, Strong: true}
			}
			cells = append(cells, cell)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// shortly is a document without its title, where its kind is told.
func shortly(e model.Evidence) string {
	if e.Kind != "" {
		e.Title = ""
	}
	return oneLine(e.String())
}

func (m *managed) pdf() ([]byte, diag.List, error) {
	profile, fonts, problems := m.g.officeLook(m.collector.tree, m.office)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	document, faults := m.compose()
	if problems = append(problems, faults...); problems.HasErrors() {
		return nil, problems, nil
	}
	bind(document)
	bytes, found, err := pdf.Write(document, pdf.Options{Profile: profile, Fonts: fonts, Created: created(model.Date{})})
	return bytes, append(problems, m.File.Locate(found).In(m.Name)...), err
}
