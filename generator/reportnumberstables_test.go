package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/narrative"
)

// exhibits compares every table and figure with the recount.
func (w *walk) exhibits() {
	figures := map[string]string{} // labels by numbers
	numbers := doc.Number(w.made.document)
	for n, b := range w.made.document.Blocks {
		if b.Role == doc.FigureRole {
			figures[numbers.Blocks[n]] = b.Label
		}
	}
	for _, e := range w.made.exhibits {
		w.heading = e.name()
		if e.Picture != nil {
			w.choose(figures[e.Number])
			w.figure(figures[e.Number], e.Picture)
			continue
		}
		w.heading += " " + e.Table.Name
		w.choose(e.Table.Name)
		w.table(e.Table)
	}
}

// grid compares the cells of a table: of its rows without sections, as they are printed.
func (w *walk) grid(t *doc.Table, want [][]string) {
	var got [][]string
	for _, row := range t.Rows {
		if row.Section {
			continue
		}
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, plain(c.Text))
			w.numbers += len(narrative.NumbersIn(c.Text))
			if c.Value != nil && c.Value.Kind == doc.NumberValue && c.Value.String() != strings.TrimSuffix(strings.TrimPrefix(c.Text, "+"), "*") {
				w.errorf("a cell prints %s and holds %s", c.Text, c.Value.String())
			}
		}
		got = append(got, cells)
	}
	if len(got) != len(want) {
		w.errorf("%d rows, counted %d", len(got), len(want))
		return
	}
	for n := range want {
		for k := range want[n] {
			if want[n][k] = plain(want[n][k]); k < len(got[n]) && want[n][k] == "*" {
				want[n][k] = got[n][k] // not a number
			}
		}
		if !slices.Equal(got[n], want[n]) {
			w.errorf("row %d:\n got %q\nwant %q", n+1, got[n], want[n])
		}
	}
}

func (w *walk) table(t *doc.Table) {
	y := w.set
	name := strings.Split(t.Name, "-")[0]
	numbers := regexp.MustCompile(`\d+$`).FindString(t.Name)
	var rows [][]string
	switch name {
	case "goals":
		w.norms(t, 3)
		for _, i := range w.byArea() {
			rows = append(rows, []string{i.Code, oneLine(i.Title), i.Unit, "*", "*"})
		}
	case "network":
		rows = w.networkRows()
	case "area":
		w.norms(t, 2)
		area := y.areas()[atoi(numbers)-1]
		for _, i := range y.judged() {
			if areaOf(i) == area {
				w.boldness(t, len(rows), i)
				rows = append(rows, w.areaRow(t, i))
			}
		}
	case "dynamics":
		for _, area := range append(y.areas(), "") {
			row := []string{area}
			all := 0
			for _, what := range []string{"Ухудшились", "Не изменились", "Улучшились", "Не сравниваются"} {
				n := y.becameCount(what, area)
				all += n
				row = append(row, fmt.Sprint(n))
			}
			if area == "" {
				row[0] = "Всего"
			}
			rows = append(rows, append(row, fmt.Sprint(all)))
		}
	case "sections", "activities":
		c := w.r.carried[atoi(numbers)-1]
		rows = w.roadmapRows(name, recountRoadmap(c.plan.On(w.r.report.AsOf)), c.order.Roadmap.Sections)
	case "addressees":
		rows = w.addresseesRows()
	case "office":
		rows = w.officeRows()
	case "remedies":
		rows = w.remediesRows()
	case "decisions":
		rows = w.decisionRows()
		for n := range rows { // days in words are no number of the data
			if n < len(t.Rows) && strings.HasPrefix(plain(t.Rows[n].Cells[4].Text), rows[n][4]+" д") {
				rows[n][4] = t.Rows[n].Cells[4].Text
			}
		}
	case "effect":
		for _, code := range y.missed() {
			i := y.indicator(code)
			before, now := y.before.below(code), y.below(code)
			if w.isRestricted(code) {
				before, now = "–", "–"
			}
			rows = append(rows, []string{code, "*", y.before.total("", code).words(i), y.total("", code).words(i), y.changeWords(code),
				before, now, capitalized(w.cameWords(y, "", code))})
		}
	case "institutions":
		rows = w.institutionsRows()
	case "crossed":
		rows = w.crossedRows()
	case "decided":
		rows = w.decidedRows()
	case "totals", "told":
		judged := name == "totals"
		if judged {
			w.norms(t, 3)
		}
		for _, i := range y.set.Indicators {
			if judged == (i.Direction == model.Neutral) || !y.total("", i.Code).concerned {
				continue
			}
			row := []string{i.Code, i.Title, i.Unit}
			if judged {
				row = append(row, "*")
			}
			for _, c := range y.clusters {
				row = append(row, y.total(c.id, i.Code).words(i))
			}
			rows = append(rows, append(row, y.total("", i.Code).words(i)))
		}
	case "units":
		rows = w.unitRows(t)
	case "completeness":
		w.completeness(t)
		return
	default:
		w.errorf("a table that the test does not know")
		return
	}
	w.grid(t, rows)
}

func atoi(text string) (n int) {
	fmt.Sscan(text, &n)
	return n
}

// byArea are the judged indicators as the areas have them.
func (w *walk) byArea() (list []model.Indicator) {
	for _, area := range w.set.areas() {
		for _, i := range w.set.judged() {
			if areaOf(i) == area {
				list = append(list, i)
			}
		}
	}
	return list
}

// norms compares the numbers of a column of norms with the catalogue.
func (w *walk) norms(t *doc.Table, column int) {
	for _, row := range t.Rows {
		if row.Section {
			continue
		}
		if got, want := narrative.NumbersIn(row.Cells[column].Text), w.set.normNumbers(w.set.indicator(row.Cells[0].Text)); !slices.Equal(got, want) {
			w.errorf("the norm of %s is %q, written %q", row.Cells[0].Text, got, want)
		}
	}
}

// years are those that a table has columns for, the earliest first.
func (y *recount) years() (years []*recount) {
	for ; y != nil; y = y.before {
		years = append([]*recount{y}, years...)
	}
	return years
}

func (w *walk) networkRows() (rows [][]string) {
	y := w.set
	i := y.indicator(y.set.Contingent)
	for n, u := range y.units {
		row := []string{fmt.Sprint(n + 1), u.name, string(u.kind)}
		for _, of := range y.years() {
			row = append(row, of.ofUnit(u.id, i.Code).words(i))
		}
		rows = append(rows, row)
	}
	row := []string{"", "Всего", ""}
	for _, of := range y.years() {
		row = append(row, of.total("", i.Code).words(i))
	}
	return append(rows, row)
}

var referenceHeader = regexp.MustCompile(`^(.+), (\d{4})$`)

func (w *walk) areaRow(t *doc.Table, i model.Indicator) []string {
	row := []string{i.Code, "*", "*"}
	for _, column := range t.Columns[3:] {
		of := w.set.of(atoi(column.Header))
		switch m := referenceHeader.FindStringSubmatch(column.Header); {
		case of != nil && len(column.Header) == 4:
			words := of.total("", i.Code).words(i)
			if same, _ := i.Comparable(w.set.year, of.year); !same && of.total("", i.Code).IsKnown() {
				words += "*"
			}
			row = append(row, words)
		case strings.HasPrefix(column.Header, "+/–"):
			if narrative.NumbersIn(column.Header)[0] != fmt.Sprint(w.set.before.year) {
				w.errorf("the change is since %s", column.Header)
			}
			row = append(row, w.set.changeWords(i.Code))
		case m != nil:
			value := "–"
			for _, r := range i.References {
				if r.Name == m[1] && fmt.Sprint(r.Year) == m[2] && r.Year == w.set.year {
					value = plainAsWritten(r.Value)
					if _, fraction, _ := strings.Cut(value, ","); len(fraction) < i.Decimals {
						value = plainNumber(r.Value, i.Decimals)
					}
				}
			}
			row = append(row, value)
		default:
			w.errorf("a column that the test does not know: %s", column.Header)
		}
	}
	return row
}

// boldness: bold is the value of this year that does not meet its norm.
func (w *walk) boldness(t *doc.Table, row int, i model.Indicator) {
	for k, column := range t.Columns {
		c := w.set.total("", i.Code)
		if isBold := column.Header == fmt.Sprint(w.set.year) && c.judged && !c.met && i.Unranked == ""; row < len(t.Rows) && t.Rows[row].Cells[k].Strong != isBold {
			w.errorf("%s in the column %s: bold %v", i.Code, column.Header, !isBold)
		}
	}
}

func (w *walk) unitRows(t *doc.Table) (rows [][]string) {
	var units []recountUnit
	for _, column := range t.Columns[3:] {
		for _, u := range w.set.units {
			if u.name == column.Header {
				units = append(units, u)
			}
		}
	}
	for _, i := range w.set.set.Indicators {
		row := []string{i.Code, i.Title, i.Unit}
		isTold := false
		for _, u := range units {
			c := w.set.ofUnit(u.id, i.Code)
			isTold = isTold || c.concerned
			row = append(row, c.words(i))
		}
		if isTold && i.Direction != model.Neutral {
			rows = append(rows, row)
		}
	}
	return rows
}

// bins of the table of sections, by how their headers begin.
var recountBins = map[string][]execution.Status{
	"Исполнено": {execution.Done}, "Исполнено с опозданием": {execution.DoneLate}, "Исполнено частично": {execution.Partly}, "Не исполнено": {execution.Failed},
	"В работе, срок не наступил": {execution.InWork, execution.NotDue}, "Прочее*": {execution.Moved, execution.Void, execution.Undefined},
}

func (w *walk) roadmapRows(name string, m recountRoadmap, sections []model.Section) (rows [][]string) {
	if name == "activities" {
		for _, s := range m {
			done := "–"
			if d := s.DoneOn(); !d.IsZero() {
				done = d.String()
			}
			rows = append(rows, []string{s.Number, "*", "*", string(s.Status), done, "*"})
		}
		return rows
	}
	row := func(name string, of recountRoadmap) {
		cells := []string{name}
		for _, header := range []string{"Не исполнено", "Исполнено с опозданием", "Исполнено частично", "Прочее*", "В работе, срок не наступил", "Исполнено"} {
			if m.count(recountBins[header]...) > 0 { // nothing but zeros is no column
				cells = append(cells, fmt.Sprint(of.count(recountBins[header]...)))
			}
		}
		rows = append(rows, append(cells, fmt.Sprint(len(of))))
	}
	for n, s := range sections {
		if of := m.section(n); len(of) > 0 {
			row(fmt.Sprintf("%d. %s", n+1, s.Title), of)
		}
	}
	row("Всего", m)
	return rows
}

// completeness compares how much was told with what was asked of each institution.
func (w *walk) completeness(t *doc.Table) {
	var rows [][]string
	now := w.r.collector.of(w.r.office, w.r.report.Year)
	for _, f := range now.filings {
		if f.set.ID != w.set.set.ID {
			continue
		}
		told := 0
		for _, p := range f.chosen {
			told += len(p.observations)
		}
		asked := 0
		for _, i := range f.set.Indicators {
			isTold := i.Formula == "" && i.ShareWhere == ""
			if f.institution.ID != "" {
				if isTold && i.FilledBy == model.FilledByInstitution && i.Tier != model.TierMunicipality && i.Concerns(now.hierarchy.Kind(f.institution.ID)) {
					asked++
				}
				continue
			}
			switch {
			case !isTold:
			case i.Tier == model.TierMunicipality:
				asked++
			case i.FilledBy == model.FilledByMunicipality:
				for _, u := range w.set.units {
					if i.Concerns(u.kind) {
						asked++
					}
				}
			}
		}
		rows = append(rows, []string{"*", string(f.status), fmt.Sprint(told), fmt.Sprint(asked), "*", "*", "*", "*"})
	}
	w.grid(t, rows)
}
