package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/xlsx"
)

// Sheets of the register; formulas call the first.
const (
	sheetAdvice   = "Рекомендации"
	sheetQuarters = "По кварталам"
	quartersName  = "quarters"
)

// register is the recommendations as a workbook («реестр рекомендаций»): a row for each,
// with how it stands, and how all of them stood at the end of each quarter.
func (r *recommended) register() ([]byte, diag.List, error) {
	own := r.office.Directory.Office
	title := fmt.Sprintf("Реестр адресных рекомендаций по итогам %d года", r.year)
	head := []doc.Block{{Role: doc.AnnexTitle, Parts: []string{title, "исполнение по состоянию на " + r.day.String(), oneLine(own.Full.Nominative)}}}
	note, across := "", ""
	if own.Example {
		note = exampleNote
	}
	if r.record.Date.IsZero() {
		across = "ПРОЕКТ"
	}
	list := xlsx.Sheet{Name: sheetAdvice, Above: head, Across: across, Note: note, Table: r.registerTable(), PagesWide: 2}
	if len(r.list) > 0 {
		list.Marks = append(slices.Clone(statusMarks), xlsx.Mark{At: "{status}", Equal: []string{string(execution.NotRelevant)}, Colour: "EDEDED", Strike: true})
		list.Inputs = []xlsx.Input{statusInput()}
	}
	bytes, found, err := writeBook([]xlsx.Sheet{list, {Name: sheetQuarters, Above: head, Across: across, Note: note, Table: r.quartersTable(), NoFilter: true}},
		xlsx.Properties{Title: title, Author: own.Full.Nominative, Language: "ru-RU", Created: created(r.record.Date)})
	return bytes, append(r.record.File.Locate(found).In(r.record.Name), r.faults...), err
}

// statusInput offers the statuses that there are.
func statusInput() xlsx.Input {
	var choices []string
	for _, s := range execution.PlainStatuses {
		choices = append(choices, string(s))
	}
	return xlsx.Input{At: "{status}", Takes: xlsx.TakesChoice, Choices: choices}
}

// registerTable has a full row for each recommendation, so that it can be sorted and
// filtered. Value and threshold are those of the finding that names it; all others stand
// among what it follows of.
func (r *recommended) registerTable() *doc.Table {
	t := &doc.Table{Name: adviceName, Columns: columnsOf("id:Номер", "Кому", "Учреждение, группа", "Показатель",
		"Рекомендация", "priority:Приоритет", "Срок", "end:Последний день", "Кто следит", "Ожидаемый результат", "Форма отчётности",
		"before:Значение до", "Порог", "zone:Зона", "Основание", "Откуда значение",
		"status:Статус", "marked:Дата отметки", "Документ", "Причина", "late:Опозд., дней")}
	for _, n := range []int{0, 5, 7, 11, 12, 13, 17, 20} {
		t.Columns[n].Align = doc.Centre
	}
	for n, width := range map[int]float64{3: 50, 4: 80, 9: 50, 10: 50, 14: 60, 15: 60, 18: 40} { // texts, or rows are too high
		t.Columns[n].Width = width
	}
	for n := range r.list {
		t.Rows = append(t.Rows, doc.Row{Cells: r.registerRow(&r.list[n])})
	}
	return t
}

func (r *recommended) registerRow(one *recommendation.Recommendation) []doc.Cell {
	f, stands := one.Findings[0], r.response(one)
	var cells []string
	for _, of := range one.Findings {
		cells = append(cells, r.source(of))
	}
	format := formatOf(*f.Indicator)
	if f.Answer {
		format = doc.NumberFormat{YesNo: true}
	}
	if f.Part != nil {
		format.Parts = f.Part.String()
	}
	row := textCells(one.ID, one.Addressee, oneLine(one.Name), oneLine(f.Indicator.Title), one.Text)
	row = append(row, countCell(one.Priority), doc.Cell{Text: one.Term.Words}, dayCell(one.Term.Day))
	row = append(row, textCells(one.Responsible, one.Expected, one.Reporting)...)
	row = append(row, valueCell(f.Value, format, ""))
	row = append(row, textCells(findingNorm(f), f.Zone.Words(), strings.Join(saidFindings(one), "; "), strings.Join(cells, "; "), string(stands.Status))...)
	mark := model.RecommendationMark{}
	if stands.Mark != nil {
		mark = *stands.Mark
	}
	document := doc.Cell{Text: mark.Document.String()}
	if mark.Document.Link != "" {
		document.Value = &doc.Value{Link: mark.Document.Link}
	}
	late := doc.Cell{}
	if stands.Late > 0 {
		late = countCell(stands.Late)
	}
	return append(row, dayCell(mark.Date), document, doc.Cell{Text: oneLine(mark.Reason)}, late)
}

// quartersTable is how the recommendations stood at the end of each quarter, and how they
// stand in the register: that row is counted from it.
func (r *recommended) quartersTable() *doc.Table {
	t := &doc.Table{Name: quartersName, Columns: columnsOf("Квартал", "На день")}
	for _, s := range execution.PlainStatuses {
		t.Columns = append(t.Columns, doc.Column{Header: capitalized(string(s)), Align: doc.Centre})
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Просрочено", Align: doc.Centre})
	now, overdue := map[execution.Status]int{}, 0
	for _, one := range r.every() {
		stands := r.response(one)
		now[stands.Status]++
		if stands.IsOverdue() {
			overdue++
		}
	}
	for _, q := range r.quarters() {
		t.Rows = append(t.Rows, quarterRow(q, execution.PlainStatuses))
	}
	total := []doc.Cell{{Text: "По реестру"}, dayCell(r.day)}
	for _, s := range execution.PlainStatuses {
		count := doc.Value{Kind: doc.NumberValue, Number: float64(now[s])}
		if len(r.list) > 0 {
			count.Formula = fmt.Sprintf("COUNTIF({%s!status},%s)", sheetAdvice, doc.Quote(string(s)))
		}
		total = append(total, count.Cell())
	}
	t.Rows = append(t.Rows, doc.Row{Total: true, Cells: append(total, countCell(overdue))})
	return t
}

// quarters are those that are over on the day that is told.
func (r *recommended) quarters() []execution.Quarter {
	due := make([]execution.Due, len(r.list))
	for n := range r.list {
		due[n] = execution.Due{Recommendation: r.list[n].ID, Day: r.list[n].Term.Day}
	}
	return execution.Quarters(due, r.record.Marks, r.record.Date, r.day)
}

// quarterRow is how they stood at the end of a quarter, by the statuses.
func quarterRow(q execution.Quarter, statuses []execution.Status) doc.Row {
	cells := []doc.Cell{{Text: q.Label()}, dayCell(q.Day)}
	for _, s := range statuses {
		cells = append(cells, countCell(q.Count[s]))
	}
	return doc.Row{Cells: append(cells, countCell(q.Overdue))}
}
