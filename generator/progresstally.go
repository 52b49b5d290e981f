package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/schedule"
)

// group is a part of the occurrences under one name.
type group struct {
	name  string
	tally execution.Tally
}

// plannedEnd is the last day by the plan, before anything was moved; zero where there
// is none, or only that of the plan itself.
func (r progressRow) plannedEnd() model.Date {
	if r.Occurrence == nil || r.Reading.Kind == schedule.Continuous && r.isOnce() {
		return model.Date{}
	}
	return r.Occurrence.End
}

// yearOf is the year in which it is due, by the plan; what has no last day is counted
// apart.
func (r progressRow) yearOf() string {
	end := r.plannedEnd()
	if end.IsZero() {
		return noTerm
	}
	return strconv.Itoa(end.Year)
}

const noTerm = "без срока"

// byYear are the years of the plan in their order, what has no term last.
func byYear(rows []progressRow) []group {
	groups := groupBy(rows, func(r progressRow) []string { return []string{r.yearOf()} })
	slices.SortStableFunc(groups, func(a, b group) int {
		switch { // digits come before letters
		case a.name < b.name:
			return -1
		case a.name > b.name:
			return 1
		}
		return 0
	})
	return groups
}

func bySection(rows []progressRow, sections []model.Section) []group {
	return groupBy(rows, func(r progressRow) []string {
		return []string{fmt.Sprintf("%d. %s", r.Section+1, sections[r.Section].Title)}
	})
}

// byBody counts what several bodies answer for with each of them.
func byBody(rows []progressRow, d *model.Directory) []group {
	roster := d.Roster()
	return groupBy(rows, func(r progressRow) []string {
		var names []string
		for _, body := range roster.Responsible(r.Responsible) {
			name := body.Name
			if o, ok := d.Organization(body.ID); ok {
				name = oneLine(o.Full.Nominative)
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) == 0 {
			names = []string{"не указаны"}
		}
		return names
	})
}

// bodiesCaption says why the lines of the bodies add up to more than there is.
func bodiesCaption(rows []progressRow, bodies []group) string {
	n := 0
	for _, g := range bodies {
		n += g.tally.All()
	}
	if n > len(rows) {
		return bodiesTitle + " (общее мероприятие учтено у каждого из них)"
	}
	return bodiesTitle
}

const bodiesTitle = "Исполнение по ответственным"

// groupBy keeps the order in which names come.
func groupBy(rows []progressRow, names func(progressRow) []string) []group {
	var groups []group
	for _, r := range rows {
		for _, name := range names(r) {
			i := slices.IndexFunc(groups, func(g group) bool { return g.name == name })
			if i < 0 {
				i = len(groups)
				groups = append(groups, group{name, execution.Tally{}})
			}
			groups[i].tally.Add(r.Standing)
		}
	}
	return groups
}

// bin is a column of a count: one status, or several together.
type bin struct {
	header   string
	statuses []execution.Status
}

func (b bin) of(t execution.Tally) int {
	n := 0
	for _, s := range b.statuses {
		n += t[s]
	}
	return n
}

// allBins has a column for each status that occurs.
func allBins(groups []group) (bins []bin) {
	for _, s := range execution.Statuses {
		if slices.ContainsFunc(groups, func(g group) bool { return g.tally[s] > 0 }) {
			bins = append(bins, bin{capitalized(string(s)), []execution.Status{s}})
		}
	}
	return bins
}

// fewBins leave room for names: what is neither done nor late is taken together.
var fewBins = []bin{
	{"Исполнено", []execution.Status{execution.Done}},
	{"Исполнено с опозданием", []execution.Status{execution.DoneLate}},
	{"Исполнено частично", []execution.Status{execution.Partly}},
	{"Не исполнено", []execution.Status{execution.Failed}},
	{"В работе, срок не наступил", []execution.Status{execution.InWork, execution.NotDue}},
	{"Прочее*", []execution.Status{execution.Moved, execution.Void, execution.Undefined}},
}

// fewNote explains the star of fewBins.
const fewNote = "* Перенесено, утратило актуальность, срок не определён."

// tallyTable counts the statuses of each group; total is the row that sums up, nil
// where an occurrence may be in several groups.
func tallyTable(name, caption, header string, groups []group, bins []bin, total *execution.Tally) *doc.Table {
	t := &doc.Table{Name: name, Caption: caption, Columns: []doc.Column{{Header: header}}}
	for _, b := range bins {
		t.Columns = append(t.Columns, doc.Column{Header: b.header, Align: doc.Decimal})
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Всего", Align: doc.Decimal}, doc.Column{Header: "В срок, %", Align: doc.Decimal})
	row := func(name string, tally execution.Tally) doc.Row {
		cells := []doc.Cell{{Text: name}}
		for _, b := range bins {
			cells = append(cells, numberCell(b.of(tally)))
		}
		return doc.Row{Cells: append(cells, numberCell(tally.All()), doc.Cell{Text: shareInTime(tally)})}
	}
	for _, g := range groups {
		t.Rows = append(t.Rows, row(g.name, g.tally))
	}
	if total != nil && len(groups) > 1 {
		sum := row("Всего", *total)
		sum.Total = true
		t.Rows = append(t.Rows, sum)
	}
	return t
}

func numberCell(n int) doc.Cell { return doc.Cell{Text: strconv.Itoa(n)} }

// shareInTime is the percentage of what was done in time, with one decimal; a dash
// where nothing was due.
func shareInTime(t execution.Tally) string {
	done, of := t.InTime()
	if of == 0 {
		return "–"
	}
	return russian.Percent(done, of)
}

// summary says the counts in words.
func summary(rows []progressRow, tally execution.Tally) []string {
	whole := execution.Tally{} // of activities, by the gravest of their occurrences
	for _, activity := range execution.ByActivity(standings(rows)) {
		whole[execution.Summary(activity)]++
	}
	activities := whole.All()
	first := fmt.Sprintf("В дорожной карте %s; с учётом повторяющихся сроков это %s.",
		russian.Count(activities, "мероприятие", "мероприятия", "мероприятий"),
		russian.Count(tally.All(), "исполнение", "исполнения", "исполнений"))
	if activities == tally.All() {
		first = fmt.Sprintf("В дорожной карте %s.", russian.Count(activities, "мероприятие", "мероприятия", "мероприятий"))
	}
	lines := []string{first + " По состоянию на отчётную дату: " + countsInWords(tally) + "."}
	if activities != tally.All() {
		lines = append(lines, "По мероприятиям в целом: "+countsInWords(whole)+".")
	}
	if done, of := tally.InTime(); of > 0 {
		lines = append(lines, fmt.Sprintf("Срок наступил или исполнено досрочно: %d; из них исполнено в срок: %d (%s\u00a0%%).", of, done, russian.Percent(done, of)))
	}
	return lines
}

// countsInWords are the statuses that occur, with their numbers.
func countsInWords(t execution.Tally) string {
	var parts []string
	for _, s := range execution.Statuses {
		if n := t[s]; n > 0 {
			// «не» at the end of a line would read as its opposite.
			parts = append(parts, fmt.Sprintf("%s\u00a0– %d", strings.ReplaceAll(string(s), " ", "\u00a0"), n))
		}
	}
	return strings.Join(parts, ", ")
}

func standings(rows []progressRow) []execution.Standing {
	list := make([]execution.Standing, len(rows))
	for i, r := range rows {
		list[i] = r.Standing
	}
	return list
}
