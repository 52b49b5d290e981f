package generator

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	findings "doklad/generator/finding"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

// findingsTable is how the values stand, on paper: zone by zone, the worst first.
func findingsTable(list []*findings.Finding) *doc.Table {
	t := &doc.Table{Name: findingsName, Columns: []doc.Column{
		{Header: "Код", Align: doc.Centre, Middle: true}, {Header: "Показатель", Middle: true, Min: 90}, {Header: "Значение", Align: doc.Centre, Middle: true},
		{Header: "Порог", Align: doc.Centre, Middle: true}, {Header: "До порога", Align: doc.Centre, Middle: true}, {Header: "За год", Align: doc.Centre, Middle: true}}}
	for _, zone := range model.Zones {
		title := doc.Row{Section: true, Cells: textCells(capitalized(zone.Words()) + " зона")}
		for _, f := range list {
			if f.Zone != zone {
				continue
			}
			cells := textCells(f.Code, oneLine(f.Indicator.Title)+unitWords(f.Indicator), findingValue(f), findingNorm(f), findingDistance(f), "–")
			if !f.Answer {
				cells[5].Text = changeWords(*f.Indicator, f.Change)
			}
			if title.Section {
				t.Rows, title = append(t.Rows, title), doc.Row{}
			}
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
	}
	return t
}

func unitWords(i *model.Indicator) string {
	if i.Unit == "" || i.Unit == model.UnitYesNo {
		return ""
	}
	return ", " + i.Unit
}

func findingValue(f *findings.Finding) string { return printedWords(*f.Indicator, findingCell(f)) }

// findingCell is the cell that the value of a finding is of.
func findingCell(f *findings.Finding) consolidation.Cell {
	return consolidation.Cell{Value: f.Value, Concerned: true, Answer: f.Answer, Part: f.Part}
}

// findingNorm is what the value is to reach; of a trend with the value of the year before.
func findingNorm(f *findings.Finding) string {
	switch norm := normText(*f.Indicator, f.Year); {
	case f.Answer && f.Indicator.Direction == model.Lower:
		return "нет"
	case f.Answer:
		return "да"
	case f.Indicator.Trend && f.HasNorm && len(f.History) > 0:
		return fmt.Sprintf("%s (%s)", norm, numberWords(*f.Indicator, f.History[len(f.History)-1].Value))
	default:
		return orDash(norm)
	}
}

func findingDistance(f *findings.Finding) string {
	if !f.HasNorm || f.Distance == 0 || !f.Value.IsKnown() {
		return "–"
	}
	decimals := f.Indicator.Decimals
	for _, end := range []float64{f.Norm.From, f.Norm.To} {
		if !math.IsInf(end, 0) {
			decimals = max(decimals, decimalsOf(end))
		}
	}
	return numberWordsOf(decimals, f.Distance)
}

// saidValue is the value of a finding in a sentence: «66,7 (6 из 9)». As in a table, «6 из 9,
// 66,7», it would read there as three numbers.
func saidValue(f *findings.Finding) string {
	if f.Part == nil || f.Answer {
		return findingValue(f)
	}
	return numberWords(*f.Indicator, f.Value.Number) + " (" + f.Part.String() + ")"
}

// saidFinding is a finding in a line: «D05: 1,50 при пороге ≥ 3 – красная зона».
func saidFinding(f *findings.Finding) string {
	switch {
	case !f.Value.IsKnown():
		return f.Code + ": " + string(f.Why)
	case f.Answer:
		return fmt.Sprintf("%s: «%s», нужно «%s»", f.Code, findingValue(f), findingNorm(f))
	}
	return fmt.Sprintf("%s: %s при пороге %s – %s зона", f.Code, saidValue(f), findingNorm(f), f.Zone.Words())
}

func saidFindings(one *recommendation.Recommendation) []string {
	said := make([]string, len(one.Findings))
	for n, f := range one.Findings {
		said[n] = saidFinding(f)
	}
	return said
}

// saidOfMany is what a recommendation follows of, where many institutions stand beside one
// another: results that must not rank them are told without their values.
func (r *recommended) saidOfMany(one *recommendation.Recommendation, restricted map[string]bool) []string {
	said := saidFindings(one)
	for n, f := range one.Findings {
		if f.Subject == model.OfInstitution && restricted[f.Code] && f.Value.IsKnown() {
			said[n] = f.Code + ": " + f.Zone.Words() + " зона; значение – в листе учреждения"
		}
	}
	return said
}

// adviceTable are the recommendations of the collection on paper, with what they follow of.
func (r *recommended) adviceTable(name string, list []*recommendation.Recommendation) *doc.Table {
	t := &doc.Table{Name: name, Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Рекомендация", Min: 54}, {Header: termHeader(list), Min: 28},
		{Header: "Ожидаемый результат, форма отчётности", Min: 52}, {Header: "Основание", Min: 28, Max: 34}}}
	restricted := model.Restricted(r.catalogue.All())
	for n, one := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: textCells(fmt.Sprint(n+1), one.Text+"\n"+one.ID, inLines(termWords(one.Term), one.Responsible),
			inLines(one.Expected, prefixed("Отчётность: ", one.Reporting)), strings.Join(r.saidOfMany(one, restricted), "\n"))})
	}
	return t
}

// toDoTable are the recommendations of a sheet, addressee by addressee, with a place for the
// mark. The title of an addressee says how the number of each is made of its code.
func (r *recommended) toDoTable(list []*recommendation.Recommendation) *doc.Table {
	t := &doc.Table{Name: adviceName, WriteIn: true, Columns: []doc.Column{
		{Header: "Код", Align: doc.Centre}, {Header: "Что сделать, результат и отчётность", Min: 80}, {Header: termHeader(list), Align: doc.Centre, Width: 25},
		{Header: "Отметка об исполнении", Width: 30}}}
	to := ""
	for _, one := range list {
		code := one.Findings[0].Code
		if one.Addressee != to {
			to = one.Addressee
			before, after, _ := strings.Cut(one.ID, code)
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: capitalized(to) + numberIs(before, after)}}})
		}
		came := inLine(prefixed("Результат: ", one.Expected), prefixed("Отчётность: ", one.Reporting))
		if len(one.Findings) > 1 {
			came = inLine(came, "Основание: "+strings.Join(codesOf(one), ", "))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: textCells(code, inLines(one.Text, came), inLines(termWords(one.Term), one.Responsible), "")})
	}
	return t
}

// termHeader promises who watches only where a rule says it.
func termHeader(list []*recommendation.Recommendation) string {
	if slices.ContainsFunc(list, func(one *recommendation.Recommendation) bool { return one.Responsible != "" }) {
		return "Срок, кто следит"
	}
	return "Срок"
}

// numberIs says how the number of a recommendation is made of its code.
func numberIs(before, after string) string {
	if after != "" {
		after = ", затем " + after
	}
	return fmt.Sprintf(" (номер: %s и код%s)", before, after)
}

func codesOf(one *recommendation.Recommendation) (codes []string) {
	for _, f := range one.Findings {
		if !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// inLines are the texts that are there, a line each.
func inLines(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), "\n")
}

// inLine are the texts that are there, a sentence each.
func inLine(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ". ")
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}
