package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

// standingTable is how many recommendations to whom stand in each way on a day.
func (r *recommended) standingTable(day model.Date, statuses []execution.Status) *doc.Table {
	t := &doc.Table{Name: "addressees", Columns: statusColumns(statuses, "Кому", "Всего")}
	row := func(title string, of func(*recommendation.Recommendation) bool) doc.Row {
		all, overdue, counts := 0, 0, map[execution.Status]int{}
		for _, one := range r.every() {
			if !of(one) {
				continue
			}
			stands := r.responseOn(one, day)
			all++
			counts[stands.Status]++
			if stands.IsOverdue() {
				overdue++
			}
		}
		cells := append(textCells(title), countCell(all))
		for _, s := range statuses {
			cells = append(cells, countCell(counts[s]))
		}
		return doc.Row{Cells: append(cells, countCell(overdue))}
	}
	t.Rows = byAddressees(row)
	return t
}

// statusColumns are the first columns, one for each status, and one for what is overdue.
func statusColumns(statuses []execution.Status, first ...string) []doc.Column {
	columns := columnsOf(first...)
	for _, s := range statuses {
		columns = append(columns, doc.Column{Header: capitalized(string(s))})
	}
	columns = append(columns, doc.Column{Header: "Просрочено"})
	for n := range columns[1:] {
		columns[n+1].Align = doc.Centre
	}
	return columns
}

// cumulativeTable is how they stood at the end of each quarter, by the statuses that any of
// them has.
func cumulativeTable(quarters []execution.Quarter) *doc.Table {
	statuses := slices.DeleteFunc(slices.Clone(execution.PlainStatuses), func(s execution.Status) bool {
		return !slices.ContainsFunc(quarters, func(q execution.Quarter) bool { return q.Count[s] > 0 })
	})
	t := &doc.Table{Name: quartersName, Columns: statusColumns(statuses, "Квартал", "На день")}
	for _, q := range quarters {
		t.Rows = append(t.Rows, quarterRow(q, statuses))
	}
	return t
}

// markedOne is a mark with what it is on.
type markedOne struct {
	model.RecommendationMark
	*recommendation.Recommendation
}

// markedIn are the marks of a quarter on what was recommended, by their days.
func (r *recommended) markedIn(q execution.Quarter) []markedOne {
	var list []markedOne
	for _, m := range r.record.Marks {
		if at := slices.IndexFunc(r.list, func(one recommendation.Recommendation) bool { return one.ID == m.Recommendation }); at >= 0 && q.Has(m.Date) {
			list = append(list, markedOne{m, &r.list[at]})
		}
	}
	slices.SortStableFunc(list, func(a, b markedOne) int { return a.Date.Compare(b.Date) })
	return list
}

// markedTable are marks on paper, each with the status that it gave.
func (r *recommended) markedTable(marks []markedOne) *doc.Table {
	t := &doc.Table{Name: "marked", Columns: []doc.Column{{Header: "№", Align: doc.Centre}, {Header: "Учреждение", Min: 38}, {Header: "Рекомендация", Min: 70},
		{Header: "Статус", Min: 26}, {Header: "Дата", Align: doc.Centre}, {Header: "Документ", Min: 44}, {Header: "Причина", Min: 30}}}
	for n, m := range marks {
		stands := execution.Respond([]model.RecommendationMark{m.RecommendationMark}, m.Term.Day, m.Date)
		t.Rows = append(t.Rows, doc.Row{Cells: textCells(fmt.Sprint(n+1), oneLine(m.Name), advisedWords(m.Recommendation), string(stands.Status), m.Date.String(),
			orDash(inLines(m.Document.String(), m.Document.Link)), orDash(oneLine(m.Reason)))})
	}
	return t
}

// advisedWords are what is recommended, and the number by which it is marked.
func advisedWords(one *recommendation.Recommendation) string {
	return inLines(oneLine(one.Text), one.ID)
}

// overdueTable are recommendations that should have been finished, alike ones together, with
// why they were not, where that is told of any.
func (r *recommended) overdueTable(list []*recommendation.Recommendation, day model.Date) *doc.Table {
	late := map[model.Date]int{}
	reason := func(one *recommendation.Recommendation) string {
		stands := r.responseOn(one, day)
		late[one.Term.Day] = stands.Late
		if stands.Mark == nil {
			return ""
		}
		return oneLine(stands.Mark.Reason)
	}
	tasks := byTerm(alikeOnes(list, reason))
	t := tasksTable("overdue", tasks)
	t.Columns = append(t.Columns, doc.Column{Header: "Дней", Align: doc.Centre})
	explained := slices.ContainsFunc(tasks, func(task recommendedTask) bool { return task.Reason != "" })
	if explained {
		t.Columns = append(t.Columns, doc.Column{Header: "Причина", Min: 34})
	}
	for n, task := range tasks {
		cells := append(t.Rows[n].Cells, doc.Cell{Text: fmt.Sprint(late[task.Day])})
		if explained {
			cells = append(cells, doc.Cell{Text: orDash(task.Reason)})
		}
		t.Rows[n].Cells = cells
	}
	return t
}

// upcomingTable is what falls due, alike ones together.
func upcomingTable(list []*recommendation.Recommendation) *doc.Table {
	return tasksTable("upcoming", byTerm(alikeOnes(list, func(*recommendation.Recommendation) string { return "" })))
}

// tasksTable are tasks on paper, a row for those that are alike.
func tasksTable(name string, tasks []recommendedTask) *doc.Table {
	t := &doc.Table{Name: name, Columns: []doc.Column{{Header: "№", Align: doc.Centre}, {Header: "Рекомендация", Min: 80},
		{Header: "Кому", Min: 70}, {Header: "Число", Align: doc.Centre}, {Header: "Срок", Align: doc.Centre}}}
	for n, task := range tasks {
		whom := strings.TrimSuffix(task.Addressee+": "+task.Whom, ": ")
		t.Rows = append(t.Rows, doc.Row{Cells: textCells(fmt.Sprint(n+1), capitalized(task.Text), capitalized(whom), fmt.Sprint(task.Count), task.Term)})
	}
	return t
}
