package generator

import (
	"strings"

	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

// exhibit is a numbered table or figure of the report («таблица», «рисунок»): one of Table
// and Picture.
type exhibit struct {
	Kind, Number string // «Таблица» and «3», as on paper
	Table        *doc.Table
	Picture      *picture
}

// reportBook is the workbook of a report («книга доклада»).
type reportBook struct {
	Title, Office string
	Note          string // the mark of invented data; empty: none
	Exhibits      []exhibit
	Base          []xlsx.Sheet // the consolidations that the numbers are from
}

const sheetContents = "Содержание"

// howBookLives says what follows when somebody changes a number, and what does not.
const howBookLives = "Числа таблиц и рисунков – формулы, которые ведут к листам свода. Выводы словами, счёт показателей и учреждений по порогам – на день составления доклада."

// reportSheets are the contents with links, a sheet for each table and figure, and the
// base. A figure that is divided on paper is one sheet.
func reportSheets(b reportBook) []xlsx.Sheet {
	contents := &doc.Table{Name: "contents", Columns: []doc.Column{{Header: "Лист", Width: 45}, {Header: "Название", Width: 190}}}
	list := func(s xlsx.Sheet, title string) {
		contents.Rows = append(contents.Rows, doc.Row{Cells: []doc.Cell{
			{Text: s.Name, Value: &doc.Value{Link: "{" + s.Name + "!}"}}, {Text: title}}})
	}
	section := func(title string) {
		contents.Rows = append(contents.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: title}}})
	}
	sheets := make([]xlsx.Sheet, 1, 1+len(b.Exhibits)+len(b.Base))
	if len(b.Exhibits) > 0 {
		section("Таблицы и рисунки доклада")
	}
	for _, e := range b.Exhibits {
		s := e.sheet()
		s.Back, s.Note = backToContents(), b.Note
		s.Above = append([]doc.Block{{Role: doc.AnnexTitle, Parts: []string{s.Name, e.caption()}}}, s.Above...)
		list(s, e.caption())
		sheets = append(sheets, s)
	}
	isListed := false
	for _, s := range b.Base {
		s.Opens = false
		if !s.Hidden {
			if !isListed {
				section("Своды, из которых взяты числа")
				isListed = true
			}
			s.Back = backToContents()
			list(s, b.titleOf(s))
		}
		sheets = append(sheets, s)
	}
	sheets[0] = xlsx.Sheet{Name: sheetContents, Table: contents, NoFilter: true, Frozen: -1, Opens: true, Note: b.Note,
		Above: []doc.Block{{Role: doc.AnnexTitle, Parts: []string{b.Title, b.Office}}, {Parts: []string{howBookLives}}}}
	return sheets
}

// backToContents leads to the first sheet.
func backToContents() doc.Cell {
	return doc.Cell{Text: "← к содержанию", Value: &doc.Value{Link: "{" + sheetContents + "!}"}}
}

// name is the name of its sheet.
func (e exhibit) name() string { return e.Kind + " " + e.Number }

func (e exhibit) sheet() xlsx.Sheet {
	if e.Picture != nil {
		return e.Picture.sheet(e.name())
	}
	return xlsx.Sheet{Name: e.name(), Table: e.Table}
}

func (e exhibit) caption() string {
	if e.Picture != nil {
		return e.Picture.Caption
	}
	return e.Table.Caption
}

// titleOf is what stands over a sheet, without the office, which stands over them all.
func (b reportBook) titleOf(s xlsx.Sheet) string {
	for _, block := range s.Above {
		if block.Role != doc.AnnexTitle {
			continue
		}
		var parts []string
		for _, part := range block.Parts {
			if part = strings.TrimPrefix(part, b.Office+", "); part != "" && part != b.Office {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}
