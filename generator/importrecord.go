package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
	"doklad/generator/xlsx"
)

// importRecord is what was read of all files of a year («протокол приёма»): each value
// with its cell, what was written there and how it was made a number; what was refused;
// all remarks.
func (now *collection) importRecord() ([]byte, diag.List, error) {
	title := fmt.Sprintf("Протокол приёма показателей за %d год", now.year)
	head := []doc.Block{{Role: doc.AnnexTitle, Parts: []string{title, oneLine(now.office.Directory.Office.Full.Nominative)}}}
	note := ""
	if now.office.Directory.Office.Example {
		note = exampleNote
	}
	marked := func(t *doc.Table, m xlsx.Mark) []xlsx.Mark {
		if len(t.Rows) == 0 {
			return nil // there is nothing to mark
		}
		m.Colour, m.Bold = "F8CBAD", true
		return []xlsx.Mark{m}
	}
	sent, remarks := now.filesTable(), now.remarksTable()
	tables := []xlsx.Sheet{
		{Name: "Файлы", Above: head, Note: note, Table: sent, Marks: marked(sent, xlsx.Mark{At: "{errors}", Where: "{.errors}>0"})},
		{Name: "Замечания", Above: head, Note: note, Table: remarks, Marks: marked(remarks, xlsx.Mark{At: "{weight}", Equal: []string{diag.Error.String()}})},
		{Name: "Значения", Above: head, Note: note, Table: now.valuesTable()},
		{Name: "Не принято", Above: head, Note: note, Table: now.refusedTable()},
		{Name: "Не заполнено", Above: head, Note: note, Table: now.blankTable()},
	}
	return writeBook(tables, xlsx.Properties{Title: title, Author: now.office.Directory.Office.Full.Nominative, Language: "ru-RU",
		Created: created(model.Date{})})
}

// writeBook leaves out the warnings that a sheet is too wide: its columns are ours.
func writeBook(sheets []xlsx.Sheet, p xlsx.Properties) ([]byte, diag.List, error) {
	bytes, found, err := xlsx.Write(sheets, p)
	return bytes, slices.DeleteFunc(found, func(p diag.Problem) bool { return p.Severity == diag.Warning && p.Key == "" }), err
}

// columnsOf are columns of texts by their headers; «name:header» names one.
func columnsOf(headers ...string) []doc.Column {
	var columns []doc.Column
	for _, h := range headers {
		name, header, named := strings.Cut(h, ":")
		if !named {
			name, header = "", h
		}
		columns = append(columns, doc.Column{Header: header, Name: name})
	}
	return columns
}

func textCells(texts ...string) []doc.Cell {
	cells := make([]doc.Cell, len(texts))
	for i, text := range texts {
		cells[i].Text = text
	}
	return cells
}

func countCell(n int) doc.Cell {
	return doc.Value{Kind: doc.NumberValue, Number: float64(n)}.Cell()
}

func (now *collection) filesTable() *doc.Table {
	t := &doc.Table{Name: "files", Columns: columnsOf("Файл", "Что это", "Чей", "read:Прочитано", "refused:Не принято", "blank:Не заполнено", "errors:Ошибок", "warnings:Предупреждений", "Контрольная сумма")}
	for _, f := range now.files {
		var who []string
		for _, id := range f.Institutions {
			who = append(who, now.nameOf(id))
		}
		const enough = 3
		names := strings.Join(who[:min(len(who), enough)], "; ")
		if more := len(who) - enough; more > 0 {
			names += fmt.Sprintf(" и ещё %d", more)
		}
		problems := f.allProblems()
		t.Rows = append(t.Rows, doc.Row{Cells: append(textCells(f.base, f.Kind.String(), names),
			countCell(f.Observations.Len()), countCell(f.Refused.Len()), countCell(f.Blank.Len()),
			countCell(problems.Count(diag.Error)), countCell(problems.Count(diag.Warning)), doc.Cell{Text: f.Sum})})
	}
	return t
}

// nameOf is the name of who a value is of.
func (now *collection) nameOf(id string) string {
	if id == "" {
		return "сама организация"
	}
	if name := oneLine(now.institution(id).Name()); name != "" {
		return name
	}
	return id
}

func (now *collection) remarksTable() *doc.Table {
	t := &doc.Table{Name: "remarks", Columns: columnsOf("Файл", "Ячейка", "weight:Важность", "Что не так", "Что делать", "Код")}
	for _, f := range now.files {
		for _, p := range f.allProblems() {
			t.Rows = append(t.Rows, doc.Row{Cells: textCells(f.base, p.Cell, p.Severity.String(), p.Text, p.Hint, p.Code)})
		}
	}
	return t
}

// valuesTable has every value that was read, also of files that do not count.
func (now *collection) valuesTable() *doc.Table {
	t := &doc.Table{Name: "values", Columns: columnsOf("Учреждение", "Код", "Показатель", "value:Значение", "Записано", "Как прочитано", "Примечание", "Файл", "Лист", "Ячейка", "В своде")}
	for _, f := range now.files {
		for i, o := range f.Observations.All() {
			indicator, _ := now.catalogue.Indicator(o.Code)
			counts := "нет"
			if one := now.taken[o.Institution][o.Code]; one.file == f && one.index == i {
				counts = "да"
			}
			cells := textCells(now.nameOf(o.Institution), o.Code, indicator.Title)
			cells = append(cells, valueCell(o.Value, formatOf(indicator), ""))
			t.Rows = append(t.Rows, doc.Row{Cells: append(cells, textCells(o.Raw, o.Change, o.Note, f.base, o.At.Sheet, sheets.CellName(o.At.Row, o.At.Column), counts)...)})
		}
	}
	return t
}

// mostRefused is how many refused cells of a file are listed: one with more is another
// table, and each of them has a remark or shares its fault with those that are listed.
const mostRefused = 5000

func (now *collection) refusedTable() *doc.Table {
	t := &doc.Table{Name: "refused", Columns: columnsOf("Учреждение", "Код", "Записано", "Файл", "Лист", "Ячейка", "Почему")}
	for _, f := range now.files {
		why := f.reasons()
		for n, r := range f.Refused.All() {
			if n == mostRefused {
				t.Rows = append(t.Rows, doc.Row{Cells: textCells("", "", "", f.base, "", "", fmt.Sprintf("не перечислено ячеек: %d", f.Refused.Len()-n))})
				break
			}
			who := now.nameOf(r.Institution)
			if r.Institution == "" && !slices.Contains(f.Institutions, "") {
				who = "не узнано"
			}
			t.Rows = append(t.Rows, doc.Row{Cells: textCells(who, r.Code, r.Raw, f.base, r.At.Sheet, sheets.CellName(r.At.Row, r.At.Column), why(r.At))})
		}
	}
	return t
}

// reasons tells of a cell why it was not taken: what is said of it, else of its row, else
// of the file.
func (f *sentFile) reasons() func(model.CellPlace) string {
	why := map[model.CellPlace]string{}
	for _, r := range f.Remarks {
		row := r.At
		row.Column = 0
		for _, at := range []model.CellPlace{r.At, row, {File: r.At.File}} {
			if _, known := why[at]; !known || r.Severity == diag.Error && at == r.At {
				why[at] = r.Text
			}
		}
	}
	return func(at model.CellPlace) string {
		row := at
		row.Column = 0
		return cmp.Or(why[at], why[row], why[model.CellPlace{File: at.File}])
	}
}

func (now *collection) blankTable() *doc.Table {
	t := &doc.Table{Name: "blank", Columns: columnsOf("Учреждение", "Код", "Показатель", "Файл", "Ячейка")}
	for _, f := range now.files {
		if !f.isForm() {
			continue // an empty cell of a table may be told in a form
		}
		for _, b := range f.Blank.All() {
			indicator, _ := now.catalogue.Indicator(b.Code)
			cell := ""
			if b.At.Row > 0 {
				cell = sheets.CellName(b.At.Row, b.At.Column)
			}
			t.Rows = append(t.Rows, doc.Row{Cells: textCells(now.nameOf(b.Institution), b.Code, indicator.Title, f.base, cell)})
		}
	}
	return t
}
