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

// findingsTable is how the values stand, on paper.
func findingsTable(list []*findings.Finding) *doc.Table {
	t := &doc.Table{Name: findingsName, Columns: []doc.Column{
		{Header: "Код", Align: doc.Centre, Middle: true, Min: 12}, {Header: "Показатель", Middle: true, Min: 75}, {Header: "Значение", Align: doc.Centre, Middle: true},
		{Header: "Порог", Align: doc.Centre, Middle: true}, {Header: "До порога", Align: doc.Centre, Middle: true},
		{Header: "За год", Align: doc.Centre, Middle: true}, {Header: "Зона", Align: doc.Centre, Middle: true}}}
	for _, f := range list {
		cells := textCells(f.Code, oneLine(f.Indicator.Title)+unitWords(f.Indicator), findingValue(f), findingNorm(f), findingDistance(f), "–", f.Zone.Words())
		if !f.Answer {
			cells[5].Text = changeWords(*f.Indicator, f.Change)
		}
		cells[6].Strong = f.Zone == model.RedZone
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

func unitWords(i *model.Indicator) string {
	if i.Unit == "" || i.Unit == model.UnitYesNo {
		return ""
	}
	return ", " + i.Unit
}

func findingValue(f *findings.Finding) string {
	return printedWords(*f.Indicator, consolidation.Cell{Value: f.Value, Concerned: true, Answer: f.Answer, Part: f.Part})
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

// saidFinding is a finding in a line: «D05: 1,50 при пороге ≥ 3 – красная зона».
func saidFinding(f *findings.Finding) string {
	switch {
	case !f.Value.IsKnown():
		return f.Code + ": " + string(f.Why)
	case f.Answer:
		return fmt.Sprintf("%s: «%s», нужно «%s»", f.Code, findingValue(f), findingNorm(f))
	}
	return fmt.Sprintf("%s: %s при пороге %s – %s зона", f.Code, findingValue(f), findingNorm(f), f.Zone.Words())
}

func saidFindings(one *recommendation.Recommendation) []string {
	said := make([]string, len(one.Findings))
	for n, f := range one.Findings {
		said[n] = saidFinding(f)
	}
	return said
}

// adviceTable are recommendations on paper, addressee by addressee: with a place for the
// mark, or with what they follow of.
func (r *recommended) adviceTable(name string, list []*recommendation.Recommendation, toFill bool) *doc.Table {
	t := &doc.Table{Name: name, WriteIn: toFill, Columns: []doc.Column{
		{Header: "№", Align: doc.Centre, Width: 8}, {Header: "Рекомендация", Min: 54}, {Header: "Срок и кто следит", Min: 28},
		{Header: "Ожидаемый результат, форма отчётности", Min: 52}, {Header: "Основание", Min: 28, Max: 34}}}
	if toFill {
		t.Columns[4].Header = "Исполнение: дата, документ"
	}
	to := ""
	for n, one := range list {
		if toFill && one.Addressee != to {
			to = one.Addressee
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: capitalized(to)}}})
		}
		what, whence := one.Text, ""
		what += "\n" + one.ID
		switch {
		case !toFill:
			whence = strings.Join(saidFindings(one), "\n")
		case len(one.Findings) > 1:
			what += "; основание: " + strings.Join(codesOf(one), ", ")
		}
		t.Rows = append(t.Rows, doc.Row{Cells: textCells(fmt.Sprint(n+1), what,
			inLines(termWords(one.Term), one.Responsible), inLines(one.Expected, prefixed("Отчётность: ", one.Reporting)), whence)})
	}
	return t
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

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}
