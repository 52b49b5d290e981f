package generator

import (
	"fmt"
	"slices"
	"strconv"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/xlsx"
)

// Sheets of the workbook of an execution report; formulas call them.
const (
	sheetProgress = "Исполнение"
	sheetBodies   = "По ответственным"
	sheetCounts   = "Счёт"
)

// progressXLSX is the execution report as a workbook: the table with native days, the
// same by responsible body, and the counts as live formulas over both.
func (g Generator) progressXLSX(c *carried) ([]byte, diag.List, error) {
	rows := c.rows(g.Today)
	o := c.order
	head := []doc.Block{{Role: doc.AnnexTitle, Parts: []string{"Отчёт об исполнении дорожной карты",
		fmt.Sprintf("(приказ от %s № %s) по состоянию на %s", o.Date, oneLine(o.Number), russian.LongDate(g.Today.Time()))}}}
	note := ""
	if o.Office.Example {
		note = exampleNote
	}
	bodies := bodyRows(rows, &c.office.Directory)
	sheets := []xlsx.Sheet{
		{Name: sheetProgress, Above: head, Note: note, Table: progressSheet(rows), Frozen: 3, Marks: statusMarks},
		{Name: sheetCounts, Above: head, Note: note, Table: countSheet(rows, bodies, o.Roadmap.Sections), NoFilter: true},
		{Name: sheetBodies, Above: head, Note: note, Table: bodySheet(bodies), Frozen: 1, Marks: statusMarks},
	}
	bytes, found, err := xlsx.Write(sheets, xlsx.Properties{
		Title:  fmt.Sprintf("Отчёт об исполнении дорожной карты, приказ от %s № %s, на %s", o.Date, oneLine(o.Number), g.Today),
		Author: o.Office.Full.Nominative, Subject: oneLine(o.Title), Language: "ru-RU", Created: created(g.Today),
	})
	// The columns are ours: who reads that a sheet is too wide could not take one away.
	found = slices.DeleteFunc(found, func(p diag.Problem) bool { return p.Severity == diag.Warning && p.Key == "" })
	return bytes, c.locate(found), err
}

// statusMarks tell the statuses that want attention, in colour and on a copy.
var statusMarks = []xlsx.Mark{
	{At: "{status}", Equal: []string{string(execution.Failed)}, Colour: "F8CBAD", Bold: true},
	{At: "{status}", Equal: []string{string(execution.Partly)}, Colour: "FCE4D6", Bold: true, Italic: true},
	{At: "{status}", Equal: []string{string(execution.DoneLate)}, Colour: "FFF2CC", Italic: true},
	{At: "{status}", Equal: []string{string(execution.Moved)}, Colour: "DDEBF7", Italic: true},
	{At: "{status}", Equal: []string{string(execution.Void)}, Colour: "EDEDED", Strike: true},
	{At: "{status}", Equal: []string{string(execution.Undefined)}, Colour: "EDEDED", Italic: true},
}

func dayCell(d model.Date) doc.Cell {
	if d.IsZero() {
		return doc.Cell{}
	}
	return doc.Value{Kind: doc.DayValue, Day: d.Time()}.Cell()
}

// progressSheet has a full row for each occurrence, so that it can be sorted and
// filtered.
func progressSheet(rows []progressRow) *doc.Table {
	t := &doc.Table{Name: progressName, Columns: []doc.Column{
		{Header: "Разд.", Align: doc.Centre, Name: "section"},
		{Header: "№ п/п", Align: doc.Centre},
		{Header: "Мероприятие", Name: "activity"},
		{Header: "Ответственные"},
		{Header: "Плановый срок"},
		{Header: "Последний день", Align: doc.Centre, Name: "end"},
		{Header: "Статус", Name: "status"},
		{Header: "Фактический срок", Align: doc.Centre},
		{Header: "Опозд., дней", Align: doc.Centre, Name: "late"},
		{Header: "Достигнутый результат"},
		{Header: "Документ"},
		{Header: "Причина и меры"},
	}}
	for _, r := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: strconv.Itoa(r.Section + 1)},
			{Text: r.Number, Key: r.place(".number")},
			{Text: r.activity(), Key: r.place(".text")},
			{Text: r.Responsible, Key: r.place(".responsible")},
			{Text: r.plannedTerm(), Key: r.place(".schedule")},
			dayCell(r.plannedEnd()),
			{Text: string(r.Status)},
			dayCell(r.DoneOn()),
			r.lateCell(),
			{Text: r.said().Result, Key: r.key(".result")},
			r.evidenceCell(),
			{Text: r.deviation(), Key: r.key(".reason")},
		}})
	}
	return t
}

// lateCell is by how many days it is late: a number to sort by. Of what is partly done
// it is 0 while the last day is to come, and so the counts know it is not due.
func (r progressRow) lateCell() doc.Cell {
	if r.Late == 0 && !r.IsPartlyAhead() {
		return doc.Cell{}
	}
	return doc.Value{Kind: doc.NumberValue, Number: float64(r.Late)}.Cell()
}

// evidenceCell has the documents; a click leads to the first that has an address.
func (r progressRow) evidenceCell() doc.Cell {
	cell := doc.Cell{Text: r.evidence(), Key: r.key("")}
	for _, e := range r.said().Evidence {
		if e.Link != "" {
			cell.Value = &doc.Value{Link: e.Link}
			break
		}
	}
	return cell
}

// bodyRow is one occurrence of one of its responsible bodies.
type bodyRow struct {
	body string
	row  int // of the sheet of occurrences, from 1
	progressRow
}

// bodyRows repeat an occurrence for each body that answers for it, body by body.
func bodyRows(rows []progressRow, d *model.Directory) []bodyRow {
	var list []bodyRow
	for _, g := range byBody(rows, d) {
		for i, r := range rows {
			for _, own := range byBody([]progressRow{r}, d) {
				if own.name == g.name {
					list = append(list, bodyRow{g.name, i + 1, r})
				}
			}
		}
	}
	return list
}

// bodySheet takes what may change from the sheet of occurrences.
func bodySheet(rows []bodyRow) *doc.Table {
	t := &doc.Table{Name: bodiesName, Columns: []doc.Column{
		{Header: "Ответственный", Name: "body"},
		{Header: "№ п/п", Align: doc.Centre},
		{Header: "Мероприятие"},
		{Header: "Плановый срок"},
		{Header: "Последний день", Align: doc.Centre},
		{Header: "Статус", Name: "status"},
		{Header: "Опозд., дней", Align: doc.Centre, Name: "late"},
	}}
	for _, r := range rows {
		late := r.lateCell()
		if late.Value == nil {
			late.Value = &doc.Value{}
		}
		late.Value.Formula = fmt.Sprintf(`IF(ISBLANK({%[1]s!late[%[2]d]}),"",{%[1]s!late[%[2]d]})`, sheetProgress, r.row)
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: r.body}, {Text: r.Number}, {Text: r.Text, Key: r.place(".text")}, {Text: r.plannedTerm(), Key: r.place(".schedule")}, dayCell(r.plannedEnd()),
			{Text: string(r.Status), Value: &doc.Value{Formula: fmt.Sprintf("{%s!status[%d]}", sheetProgress, r.row)}},
			late,
		}})
	}
	return t
}
