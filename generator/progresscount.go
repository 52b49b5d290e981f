package generator

import (
	"fmt"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
)

// condition picks the rows that a line of the counts is about, in the words of
// COUNTIFS; empty: all.
type condition string

func onProgress(column, criterion string) condition {
	return condition(fmt.Sprintf("{%s!%s},%s", sheetProgress, column, criterion))
}

// countSheet counts the statuses of each year, section and body by live formulas.
func countSheet(rows []progressRow, bodies []bodyRow, sections []model.Section) *doc.Table {
	t := &doc.Table{Name: "counts", Columns: []doc.Column{{Header: "Что считается", Min: 60}}}
	for _, s := range execution.Statuses {
		t.Columns = append(t.Columns, doc.Column{Header: capitalized(string(s)), Align: doc.Decimal, Name: string(s)})
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Всего", Align: doc.Decimal, Name: "all"},
		doc.Column{Header: "В срок, доля", Align: doc.Decimal})
	title := func(text string) {
		t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: text}}})
	}
	add := func(g group, sheet string, which condition) {
		t.Rows = append(t.Rows, countRow(g, sheet, which))
	}
	title("Все мероприятия")
	add(group{"Всего", execution.Count(standings(rows))}, sheetProgress, "")
	title("По годам, в которые наступает срок")
	for _, g := range byYear(rows) {
		add(g, sheetProgress, yearCondition(g.name))
	}
	title("По разделам")
	for i, g := range bySection(rows, sections) {
		add(g, sheetProgress, onProgress("section", doc.Quote(fmt.Sprint(sectionOf(rows, i)))))
	}
	title("По ответственным (общее мероприятие учтено у каждого из них)")
	byName := map[string]execution.Tally{}
	var names []string
	for _, b := range bodies {
		if byName[b.body] == nil {
			byName[b.body] = execution.Tally{}
			names = append(names, b.body)
		}
		byName[b.body].Add(b.Standing)
	}
	for _, name := range names {
		add(group{name, byName[name]}, sheetBodies, condition(fmt.Sprintf("{%s!body},%s", sheetBodies, exactly(name))))
	}
	return t
}

// sectionOf is the number of the i-th section that has rows.
func sectionOf(rows []progressRow, i int) int {
	seen := []int{}
	for _, r := range rows {
		if len(seen) == 0 || seen[len(seen)-1] != r.Section+1 {
			seen = append(seen, r.Section+1)
		}
	}
	return seen[i]
}

// yearCondition is the condition for the days of a year, or for no day.
func yearCondition(name string) condition {
	if name == noTerm {
		return onProgress("end", `""`)
	}
	return onProgress("end", fmt.Sprintf(`">="&DATE(%s,1,1)`, name)) + "," + onProgress("end", fmt.Sprintf(`"<="&DATE(%s,12,31)`, name))
}

// exactly is a criterion of COUNTIFS that a name meets only as a whole: * and ? of a
// criterion stand for anything, and = at its beginning compares.
func exactly(name string) string {
	escaped := ""
	for _, r := range name {
		if r == '*' || r == '?' || r == '~' {
			escaped += "~"
		}
		escaped += string(r)
	}
	return doc.Quote("=" + escaped)
}

func countRow(g group, sheet string, which condition) doc.Row {
	and := ""
	if which != "" {
		and = "," + string(which)
	}
	number := func(n int, formula string) doc.Cell {
		return doc.Value{Kind: doc.NumberValue, Number: float64(n), Formula: formula}.Cell()
	}
	cells := []doc.Cell{{Text: g.name}}
	for _, s := range execution.Statuses {
		cells = append(cells, number(g.tally[s], fmt.Sprintf("COUNTIFS({%s!status},%s%s)", sheet, doc.Quote(string(s)), and)))
	}
	cells = append(cells, number(g.tally.All(), fmt.Sprintf("SUM({.%s}:{.%s})", execution.Statuses[0], execution.Statuses[len(execution.Statuses)-1])))
	done, of := g.tally.InTime()
	ahead := fmt.Sprintf("COUNTIFS({%s!status},%s,{%s!late},0%s)", sheet, doc.Quote(string(execution.Partly)), sheet, and)
	due := fmt.Sprintf("({.%s}+{.%s}+{.%s}+{.%s}-%s)", execution.Done, execution.DoneLate, execution.Partly, execution.Failed, ahead)
	formula := fmt.Sprintf(`IF(%s=0,"–",{.%s}/%s)`, due, execution.Done, due)
	if of == 0 {
		return doc.Row{Cells: append(cells, doc.Cell{Text: "–", Value: &doc.Value{Formula: formula}})}
	}
	share := doc.Value{Kind: doc.NumberValue, Number: 100 * float64(done) / float64(of), Format: doc.NumberFormat{Decimals: 1, Percent: true}, Formula: formula}
	return doc.Row{Cells: append(cells, share.Cell())}
}
