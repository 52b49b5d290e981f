package generator

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// Fills of the marks; each is told by its letters too.
const (
	palePink  = "F8CBAD"
	palePeach = "FCE4D6"
	paleGold  = "FFF2CC"
)

var consolidationLegend = []string{
	"Жирным на розовом – норма не достигнута. Курсивом на жёлтом – доля по группе менее 10: рядом её числа, места по ней нет. Курсивом в изменении – стало хуже.",
	"н/д – нет данных, н/п – не применимо; пустая ячейка – показатель учреждения не касается. Вычисляемые показатели и итоги – формулы: исправьте исходное, и они пересчитаются; числа в скобках у долей малых групп вписаны при сборке.",
}

func (t *consolidationTable) sheet(head ConsolidationHead, period string) xlsx.Sheet {
	t.lay()
	s := xlsx.Sheet{Name: t.name, Table: t.table, NoFilter: true, Frozen: 2, Unseen: consolidationUnseen,
		Marks: append(t.normMarks(), t.marks...), Above: head.above(period, consolidationLegend), Note: head.note()}
	for n := consolidationFirst; n < len(t.table.Columns)-len(consolidationUnseen); n++ {
		s.Upright = append(s.Upright, t.table.Columns[n].Name)
		if t.wide[n] {
			t.table.Columns[n].Width = 26
		}
	}
	s.PagesWide = consolidationPagesWide(t.table, 2, len(consolidationUnseen))
	return s
}

// above are the lines over a table.
func (h ConsolidationHead) above(period string, legend []string) []doc.Block {
	blocks := []doc.Block{{Role: doc.AnnexTitle, Parts: []string{h.Title, strings.TrimPrefix(h.Office+", "+period, ", ")}}}
	if h.Preliminary != "" {
		blocks = append(blocks, doc.Block{Parts: []string{h.Preliminary}})
	}
	return append(blocks, doc.Block{Parts: legend})
}

func (h ConsolidationHead) note() string {
	if h.Example {
		return exampleNote
	}
	return ""
}

// consolidationPagesWide is over how many pages a table is printed so that its letters are not set
// smaller than four fifths.
func consolidationPagesWide(t *doc.Table, frozen, unseen int) int {
	const page = 254 / 0.8 // mm
	repeated, width := 0.0, 0.0
	for n, c := range t.Columns[:len(t.Columns)-unseen] {
		if n < frozen {
			repeated += c.Width
		}
		width += c.Width
	}
	return max(1, int(math.Ceil((width-repeated)/(page-repeated))))
}

// normMarks mark what is below the norm, column by column, by what the cell holds.
func (t *consolidationTable) normMarks() (marks []xlsx.Mark) {
	mark := func(column, unless string) {
		v := fmt.Sprintf("ROUND({.%s},{.%s})", column, columnDigits)
		marks = append(marks, xlsx.Mark{At: "{" + column + "}", Colour: palePink, Bold: true,
			Where: fmt.Sprintf("IF(AND(ISNUMBER({.%[1]s})%[2]s),OR(IF(ISNUMBER({.%[3]s}),%[4]s<{.%[3]s},FALSE),IF(ISNUMBER({.%[5]s}),%[4]s>{.%[5]s},FALSE)),FALSE)",
				column, unless, columnFrom, v, columnTo)})
	}
	for n, u := range t.Units {
		unless := fmt.Sprintf(",{.%s}<>1", columnPoll)
		if u.Kind.IsGroup() {
			unless = ""
		}
		mark(columnUnit(n), unless)
	}
	for n := range t.Clusters {
		mark(columnCluster(n), "")
	}
	mark(columnWhole, "")
	if len(t.Before) > 0 {
		marks = append(marks, xlsx.Mark{At: "{" + columnChange + "}", Colour: palePeach, Italic: true,
			Where: fmt.Sprintf("IF(ISNUMBER({.%[1]s}),{.%[1]s}*{.%[2]s}<0,FALSE)", columnChange, columnSense)})
	}
	return marks
}

// smallMark marks a share of a small group as long as the group is small.
func (t *consolidationTable) smallMark(i model.Indicator, column string) xlsx.Mark {
	m := xlsx.Mark{At: t.at(column)(i.Code), Where: "TRUE", Colour: paleGold, Italic: true}
	if t.rows[i.Weight] > 0 {
		weight := t.at(column)(i.Weight)
		m.Where = fmt.Sprintf("IF(ISNUMBER(%[1]s),%[1]s<%[2]d,FALSE)", weight, model.SmallGroup)
	}
	return m
}

// normText is the norm as people read it: «≥ 90», «10–12», «0».
func normText(i model.Indicator, year int) string {
	norm, ok := i.NormIn(year)
	switch {
	case i.Trend && i.Direction == model.Higher:
		return "не ниже прошлого года"
	case i.Trend && i.Direction == model.Lower:
		return "не выше прошлого года"
	case !ok && i.Norm() >= 0:
		return i.Thresholds[i.Norm()].Reference + ": " + wordMissing
	case !ok:
		return ""
	case math.IsInf(norm.To, 1) && norm.From == i.Range.To, norm.From == norm.To:
		return formatNumber(norm.From)
	case math.IsInf(norm.To, 1):
		return "≥ " + formatNumber(norm.From)
	case math.IsInf(norm.From, -1) && norm.To == i.Range.From:
		return formatNumber(norm.To)
	case math.IsInf(norm.From, -1):
		return "≤ " + formatNumber(norm.To)
	}
	return formatNumber(norm.From) + "–" + formatNumber(norm.To)
}

// formatNumber has the digits that were said, no more.
func formatNumber(x float64) string {
	return doc.Value{Kind: doc.NumberValue, Number: x, Format: doc.NumberFormat{Decimals: decimalsOf(x), Grouped: true}}.String()
}

// decimalsOf are the digits of a number after the comma.
func decimalsOf(x float64) (decimals int) {
	for decimals < 6 && model.Round(x, decimals) != x {
		decimals++
	}
	return decimals
}

// placesSheet are the places of the units in each indicator that is ranked.
func placesSheet(c *consolidation.Consolidation, head ConsolidationHead) xlsx.Sheet {
	t := &doc.Table{Name: "places", Columns: []doc.Column{{Header: "Код", Width: 13}, {Header: "Показатель", Width: 68}, {Header: "Лучше", Width: 30}}}
	s := xlsx.Sheet{Name: consolidationSheetName(sheetPlaces, head.Sheet), Table: t, NoFilter: true, Frozen: 2, Note: head.note(), Above: head.above("места по показателям, "+head.Period,
		append([]string{"Место – по напечатанному значению, равные делят место. «мало» – доля по группе менее 10, «–» – сравнить нечего; пусто – показатель не касается."}, unranked(c)...))}
	for n, u := range c.Units {
		t.Columns = append(t.Columns, doc.Column{Header: u.Name, Align: doc.Centre, Name: columnUnit(n), Width: 15})
		s.Upright = append(s.Upright, columnUnit(n))
	}
	for _, row := range c.Rows {
		if cells, ranked := placeCells(row); ranked {
			t.Rows = append(t.Rows, doc.Row{Cells: append([]doc.Cell{{Text: row.Indicator.Code}, {Text: row.Indicator.Title}, {Text: betterText(row.Indicator)}}, cells...)})
		}
	}
	s.PagesWide = consolidationPagesWide(t, 2, 0)
	return s
}

// unranked tells by which indicators nobody is ranked, and why, a line for each reason.
func unranked(c *consolidation.Consolidation) []string {
	var lines []string
	codes := map[string][]string{}
	for _, row := range c.Rows {
		if why := oneLine(row.Indicator.Unranked); why != "" {
			codes[why] = append(codes[why], row.Indicator.Code)
		}
	}
	for _, why := range slices.Sorted(maps.Keys(codes)) {
		lines = append(lines, fmt.Sprintf("Мест нет: %s – %s.", lint.Spans(codes[why]), why))
	}
	return lines
}

// placeCells are the places of one indicator, if anybody has one.
func placeCells(row consolidation.Row) (cells []doc.Cell, ranked bool) {
	for _, c := range row.Units {
		switch {
		case !c.Concerned:
			cells = append(cells, doc.Cell{})
		case c.Place > 0:
			ranked = true
			cells = append(cells, doc.Value{Kind: doc.NumberValue, Number: float64(c.Place)}.Cell())
		case c.Small:
			cells = append(cells, doc.Cell{Text: "мало"})
		default:
			cells = append(cells, doc.Cell{Text: "–"})
		}
	}
	return cells, ranked
}

func betterText(i model.Indicator) string {
	switch i.Direction {
	case model.Higher:
		return "больше"
	case model.Lower:
		return "меньше"
	}
	if n := i.Norm(); n >= 0 && i.Thresholds[n].Band != nil {
		return "ближе к " + formatNumber(i.Thresholds[n].Band.From) + "–" + formatNumber(i.Thresholds[n].Band.To)
	}
	return "в норме"
}
