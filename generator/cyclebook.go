package generator

import (
	"fmt"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// xlsx is the matrix as a workbook: a row for each stage of a direction, its documents one
// by one with links, and the gaps.
func (m *managed) xlsx() ([]byte, diag.List, error) {
	x := m.matrix()
	own := m.office.Directory.Office
	note := ""
	if own.Example {
		note = exampleNote
	}
	matrix := x.matrixSheet()
	sheets := []xlsx.Sheet{
		{Name: "Матрица", Table: matrix, Frozen: 2, Note: note, Above: []doc.Block{{Role: doc.AnnexTitle, Parts: []string{cycleName, oneLine(own.Full.Nominative)}}}},
		{Name: "Документы", Table: x.documentsSheet(), Frozen: 3, Note: note},
		{Name: "Разрывы", Table: x.gapsSheet(), Note: note},
	}
	if len(matrix.Rows) > 0 {
		for n := range x.Years {
			sheets[0].Marks = append(sheets[0].Marks, xlsx.Mark{At: fmt.Sprintf("{y%d}", n), Equal: []string{noDocument}, Colour: "F8CBAD", Bold: true})
		}
	}
	bytes, found, err := writeBook(sheets, xlsx.Properties{Title: cycleName, Author: own.Full.Nominative, Language: "ru-RU", Created: created(model.Date{})})
	return bytes, m.File.Locate(found).In(m.Name), err
}

// matrixSheet has the direction in each row, so that it can be filtered.
func (x *cycleMatrix) matrixSheet() *doc.Table {
	t := &doc.Table{Name: "matrix", Columns: columnsOf("Направление", "Компонент цикла")}
	for n, year := range x.Years {
		t.Columns = append(t.Columns, doc.Column{Header: fmt.Sprint(year), Name: fmt.Sprintf("y%d", n)})
	}
	for _, direction := range x.Directions {
		for _, stage := range model.CycleStages {
			cells := textCells(x.title(direction), stage.Title())
			for _, year := range x.Years {
				var said []string
				for _, d := range x.At(direction, stage, year) {
					said = append(said, oneLine(d.String()))
				}
				if said == nil {
					said = []string{noDocument}
				}
				cells = append(cells, doc.Cell{Text: strings.Join(said, ";\n")})
			}
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
	}
	return t
}

func (x *cycleMatrix) documentsSheet() *doc.Table {
	t := &doc.Table{Name: "documents", Columns: columnsOf("Направление", "Компонент цикла", "Год", "Вид", "Дата", "Номер", "Заголовок", "Ссылка", "Файл")}
	for _, direction := range x.Directions {
		for _, stage := range model.CycleStages {
			for _, year := range x.Years {
				for _, d := range x.At(direction, stage, year) {
					link := doc.Cell{Text: d.Link}
					if d.Link != "" {
						link.Value = &doc.Value{Link: d.Link}
					}
					t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: x.title(direction)}, {Text: stage.Title()}, countCell(year), {Text: oneLine(d.Kind)},
						dayCell(d.Date), {Text: oneLine(d.Number)}, {Text: oneLine(d.Title)}, link, {Text: d.File}}})
				}
			}
		}
	}
	return t
}

func (x *cycleMatrix) gapsSheet() *doc.Table {
	t := &doc.Table{Name: "gaps", Columns: columnsOf("Направление", "Год", "Компонент цикла", "Чего нет")}
	for _, gap := range x.Gaps() {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: x.title(gap.Direction)}, countCell(gap.Year), {Text: gap.Stage.Title()}, {Text: noDocument}}})
	}
	return t
}
