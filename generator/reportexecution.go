package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/execution"
)

// reportBins are the counts of statuses from the one that wants most attention, which is
// drawn black, to what is done, which is white.
var reportBins = []bin{
	{"Не исполнено", []execution.Status{execution.Failed}},
	{"Исполнено с опозданием", []execution.Status{execution.DoneLate}},
	{"Исполнено частично", []execution.Status{execution.Partly}},
	{"Прочее*", []execution.Status{execution.Moved, execution.Void, execution.Undefined}},
	{"В работе, срок не наступил", []execution.Status{execution.InWork, execution.NotDue}},
	{"Исполнено", []execution.Status{execution.Done}},
}

// binsOf leaves out the columns in which nothing would stand but zeros.
func binsOf(tally execution.Tally) []bin {
	return slices.DeleteFunc(slices.Clone(reportBins), func(b bin) bool { return b.of(tally) == 0 })
}

// execution tells how the roadmaps of the orders stand on the day of the report.
func (w *reportWriter) execution(section *sectionView) *executionView {
	if section == nil {
		return nil
	}
	view := &executionView{sectionView: *section}
	for n, c := range w.carried {
		view.Orders = append(view.Orders, w.executionOf(c, n+1))
	}
	return view
}

func (w *reportWriter) executionOf(c *carried, n int) executionOrder {
	rows := c.rows(w.report.AsOf)
	tally := execution.Count(standings(rows))
	order := executionOrder{Title: capitalized(nameOf(c.order)), Order: strings.TrimPrefix(nameOf(c.order), "приказ "), Subject: oneLine(c.order.Title), Summary: summary(rows, tally)}
	activities := w.activitiesTable(c, n, rows)
	groups := bySection(rows, c.order.Roadmap.Sections)
	counts := &doc.Table{Name: fmt.Sprintf("sections-%d", n), Caption: fmt.Sprintf("Исполнение дорожной карты по разделам (%s)", nameOf(c.order)), Columns: []doc.Column{{Header: "Раздел", Middle: true, Min: 38}}}
	p := picture{Kind: stackedBars, Caption: fmt.Sprintf("Исполнение дорожной карты по разделам (%s)", nameOf(c.order)), Unit: "исполнений мероприятий"}
	bins := binsOf(tally)
	for k, b := range bins {
		counts.Columns = append(counts.Columns, doc.Column{Header: b.header, Align: doc.Centre, Middle: true, Name: fmt.Sprintf("o%d", k)})
		p.Series = append(p.Series, b.header)
	}
	counts.Columns = append(counts.Columns, doc.Column{Header: "Всего", Align: doc.Centre, Middle: true})
	sums := make([]int, len(bins))
	for g, group := range groups {
		cells, line := []doc.Cell{{Text: group.name}}, pictureRow{Name: group.name}
		from, to := rowsOfSection(rows, sectionOf(rows, g))
		for k, b := range bins {
			count := b.of(group.tally)
			sums[k] += count
			cell := countCell(count)
			formula := ""
			for i, s := range b.statuses {
				if i > 0 {
					formula += "+"
				}
				formula += fmt.Sprintf("COUNTIF({@%s!status[%d:%d]},%s)", activities, from, to, doc.Quote(string(s)))
			}
			cell.Value.Formula = formula
			drawn := countCell(count)
			drawn.Value.Formula = fmt.Sprintf("{@%s!o%d[%d]}", counts.Name, k, g+1)
			cells, line.Cells = append(cells, cell), append(line.Cells, drawn)
		}
		counts.Rows = append(counts.Rows, doc.Row{Cells: append(cells, sumOfRow(0, len(bins)-1, group.tally.All()))})
		p.Rows = append(p.Rows, line)
	}
	counts.Rows = append(counts.Rows, totalRow("Всего", sums, len(groups)))
	order.Other = slices.ContainsFunc(bins, func(b bin) bool { return strings.HasSuffix(b.header, "*") })
	order.Sections, order.Activities = w.add(counts), activities
	order.Figures = w.draw(fmt.Sprintf("statuses-%d", n), p)
	return order
}

// rowsOfSection are the first and the last row of a section, from 1; its rows stand together.
func rowsOfSection(rows []progressRow, section int) (from, to int) {
	for n, r := range rows {
		if r.Section+1 == section {
			if from == 0 {
				from = n + 1
			}
			to = n + 1
		}
	}
	return from, to
}

// activitiesTable has a row for each time that an activity is due.
func (w *reportWriter) activitiesTable(c *carried, n int, rows []progressRow) string {
	t := &doc.Table{Name: fmt.Sprintf("activities-%d", n), Caption: fmt.Sprintf("Исполнение мероприятий (%s)", nameOf(c.order)), Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Мероприятие", Min: 50}, {Header: "Срок"}, {Header: "Статус", Name: "status", Min: 24}, {Header: "Исполнено", Align: doc.Centre}, {Header: "Результат, причина"}}}
	for _, r := range rows {
		result := r.said().Result
		if why := r.deviation(); why != "" {
			result = orEmpty(result, "\n") + why
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: r.Number}, {Text: r.Text}, {Text: r.plannedTerm()},
			{Text: string(r.Status)}, orDashCell(dayCell(r.DoneOn())), {Text: orDash(result)}}})
	}
	return w.add(t)
}

// orEmpty is the text with what parts it from the next one; nothing of nothing.
func orEmpty(text, then string) string {
	if text == "" {
		return ""
	}
	return text + then
}

func orDashCell(cell doc.Cell) doc.Cell {
	if cell.Text == "" {
		cell.Text = "–"
	}
	return cell
}
