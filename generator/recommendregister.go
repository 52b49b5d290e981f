package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/form"
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
// with how it stands, and how all of them stood at the end of each quarter. Marks are
// filled in there as in a form, and are read back as from one.
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
	list := xlsx.Sheet{Name: sheetAdvice, Above: head, Across: across, Note: note, Table: r.registerTable(), PagesWide: 3, Unseen: []string{form.KeyColumn.Name},
		Upright: append([]string{"priority", "end", "before", "norm", "zone", "late"}, adviceUpright[1:]...)}
	if len(r.list) > 0 {
		for _, m := range append(slices.Clone(statusMarks), xlsx.Mark{Equal: []string{string(execution.NotRelevant)}, Colour: "EDEDED", Strike: true}) {
			m.At = "{" + markStanding + "}"
			list.Marks = append(list.Marks, m)
		}
	}
	if len(r.list) > 0 && !r.record.Date.IsZero() {
		list.Above = append(slices.Clone(head), doc.Block{Parts: []string{"Исполнение отмечают в жёлтых ячейках; отметки записывает «doklad import»."}})
		list.Marks = append(list.Marks, missingOnAdvice...)
		list.Inputs = r.markInputs()
	}
	passport := r.passport(adviceBody{list: r.all()}, r.day)
	bytes, found, err := writeBook([]xlsx.Sheet{list, {Name: sheetQuarters, Above: head, Across: across, Note: note, Table: r.quartersTable(), NoFilter: true}, passport.Sheet()},
		xlsx.Properties{Title: title, Author: own.Full.Nominative, Language: "ru-RU", Created: created(r.record.Date)})
	return bytes, append(r.record.File.Locate(found).In(r.record.Name), r.faults...), err
}

// registerTable has a full row for each recommendation, so that it can be sorted and
// filtered. Value and threshold are those of the finding that names it; all others stand
// among what it follows of.
func (r *recommended) registerTable() *doc.Table {
	t := &doc.Table{Name: adviceName, Columns: columnsOf(markID+":Номер", "Кому", "Учреждение, группа", "Показатель",
		"Рекомендация", "priority:Приоритет", "Срок", "end:Последний день", "Кто следит", "Ожидаемый результат", "Форма отчётности",
		"before:Значение до", "norm:Порог", "zone:Зона", "Основание", "Откуда значение")}
	for _, n := range []int{0, 5, 7, 11, 12, 13} {
		t.Columns[n].Align = doc.Centre
	}
	// The texts, so that few rows are of more than three lines, and what has its header turned.
	for n, width := range map[int]float64{1: 46, 2: 40, 3: 62, 4: 92, 5: 9, 6: 24, 7: 21, 9: 56, 10: 54, 11: 18, 12: 26, 13: 20, 14: 64, 15: 62} {
		t.Columns[n].Width = width
	}
	standing := columnsOf(markStanding+":Как обстоит сейчас", "late:Опозд., дней")
	standing[0].Width, standing[1].Width, standing[1].Align = 32, 14, doc.Centre
	t.Columns = slices.Concat(t.Columns, r.effectColumns(), standing, markTable(adviceMarkColumns()).Columns)
	for n := range r.list {
		t.Rows = append(t.Rows, doc.Row{Cells: r.registerRow(&r.list[n])})
	}
	return t
}

func (r *recommended) registerRow(one *recommendation.Recommendation) []doc.Cell {
	f := one.Findings[0]
	var cells []string
	for _, of := range one.Findings {
		cells = append(cells, r.source(of))
	}
	row := textCells(one.ID, one.Addressee, oneLine(one.Name), oneLine(f.Indicator.Title), one.Text)
	row = append(row, countCell(one.Priority), doc.Cell{Text: one.Term.Words}, dayCell(one.Term.Day))
	row = append(row, textCells(one.Responsible, one.Expected, one.Reporting)...)
	row = append(row, indicatorCell(*f.Indicator, findingCell(f), ""))
	row = append(row, textCells(findingNorm(f), f.Zone.Words(), strings.Join(saidFindings(one), "; "), strings.Join(cells, "; "))...)
	marked, key := r.markCells(one, r.day)
	return slices.Concat(row, r.effectCells(one), r.standingCells(one), markCells(adviceMarkColumns(), marked, key))
}

// standingCells are how a recommendation stands and by how many days it is late. They are
// formulas over its mark, so that they follow what is filled in.
func (r *recommended) standingCells(one *recommendation.Recommendation) []doc.Cell {
	stands := r.response(one)
	if closed := r.due(one).Closed; !closed.IsZero() && closed.Compare(r.day) <= 0 {
		return textCells(string(stands.Status), "") // nothing that is filled in changes it
	}
	day := fmt.Sprintf("DATE(%d,%d,%d)", r.day.Year, r.day.Month, r.day.Day)
	standing := doc.Value{Formula: saysStatuses(`IF({.status}="",IF({.end}="",%s,IF(`+day+`>{.end},%s,%s)),IF(AND({.status}=%s,{.end}<>"",{.date}>{.end}),%s,IF(AND({.status}=%s,{.end}<>"",`+day+`>{.end}),%s,{.status})))`,
		execution.Undefined, execution.Failed, execution.NotDue, execution.Done, execution.DoneLate, execution.InWork, execution.Failed)}
	late := doc.Value{Formula: saysStatuses(`IF({.end}="","",IF({.standing}=%s,{.date}-{.end},IF(AND(OR({.standing}=%s,{.standing}=%s),`+day+`>{.end}),`+day+`-{.end},"")))`,
		execution.DoneLate, execution.Failed, execution.Partly)}
	lateText := ""
	if stands.Late > 0 {
		late.Kind, late.Number = doc.NumberValue, float64(stands.Late)
		lateText = late.String()
	}
	return []doc.Cell{{Text: string(stands.Status), Value: &standing}, {Text: lateText, Value: &late}}
}

// saysStatuses puts statuses into a formula.
func saysStatuses(formula string, statuses ...execution.Status) string {
	words := make([]any, len(statuses))
	for n, s := range statuses {
		words[n] = doc.Quote(string(s))
	}
	return fmt.Sprintf(formula, words...)
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
			count.Formula = saysStatuses("COUNTIF({"+sheetAdvice+"!"+markStanding+"},%s)", s)
		}
		total = append(total, count.Cell())
	}
	late := doc.Value{Kind: doc.NumberValue, Number: float64(overdue)}
	if len(r.list) > 0 {
		of := `COUNTIFS({` + sheetAdvice + `!` + markStanding + `},%s,{` + sheetAdvice + `!late},">0")`
		late.Formula = saysStatuses(of+"+"+of, execution.Failed, execution.Partly)
	}
	t.Rows = append(t.Rows, doc.Row{Total: true, Cells: append(total, late.Cell())})
	return t
}

// quarters are those that are over on the day that is told.
func (r *recommended) quarters() []execution.Quarter {
	due := make([]execution.Due, len(r.list))
	for n := range r.list {
		due[n] = r.due(&r.list[n])
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
