package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/formula"
	"doklad/generator/model"
)

// span is columns of units that stand together: from the first to before the last.
type span struct{ from, to int }

// clusterUnits are the columns of a cluster; units stand by clusters.
func (t *consolidationTable) clusterUnits(cluster int) (s span) {
	for n, u := range t.Units {
		if u.Cluster != t.Clusters[cluster].ID {
			continue
		}
		if s.to == 0 {
			s.from = n
		}
		s.to = n + 1
	}
	return s
}

// at is the cell of an indicator in a column.
func (t *consolidationTable) at(column string) func(code string) string {
	return func(code string) string { return fmt.Sprintf("{%s[%d]}", column, t.rows[code]) }
}

// over are the cells of an indicator in the columns of units.
func (t *consolidationTable) over(code string, s span) string {
	return t.at(columnUnit(s.from))(code) + ":" + t.at(columnUnit(s.to-1))(code)
}

// isHere reports whether all that a formula names stands on the sheet. What is counted
// from another set of indicators stays a number.
func (t *consolidationTable) isHere(f *formula.Formula) bool {
	if f == nil {
		return false
	}
	for _, code := range f.Codes() {
		if t.rows[code] == 0 {
			return false
		}
	}
	return true
}

// unitFormula is how the cell of a unit is derived; empty where it was told.
func (t *consolidationTable) unitFormula(i model.Indicator, c consolidation.Cell, unit int) string {
	cell := t.at(columnUnit(unit))
	switch {
	case c.Answer && t.isHere(t.formulas.Condition(i.Code)):
		return t.formulas.ConditionExcel(i.Code, cell, wordMissing, wordNotApplicable)
	case c.Answer || t.Units[unit].Kind.IsGroup() && i.Total != "" && i.Total != model.TotalFormula:
		return "" // a municipality has brought its sum or its mean
	}
	return t.derived(i, cell)
}

func (t *consolidationTable) derived(i model.Indicator, cell func(string) string) string {
	if f := t.formulas.Formula(i.Code); t.isHere(f) {
		return f.Excel(cell, nil, wordMissing, wordNotApplicable)
	}
	return ""
}

// derivedTotal is a formula over totals; its sums are those of the units that told all of
// them. The sums of a municipality that are not those of its cells are nowhere on the sheet,
// so that the number stays.
func (t *consolidationTable) derivedTotal(i model.Indicator, column string, units span) string {
	summands, plain := t.Summands(i.Code), t.at(column)
	if summands == nil {
		return t.derived(i, plain)
	}
	if units.from == units.to || !t.isHere(t.formulas.Formula(i.Code)) {
		return ""
	}
	var told, none, there []string
	for _, code := range summands {
		if t.rows[code] == 0 {
			return ""
		}
		cells := t.over(code, units)
		told = append(told, "ISNUMBER("+cells+")")
		none = append(none, fmt.Sprintf("(%s=%s)", cells, doc.Quote(wordNotApplicable)))
		there = append(there, fmt.Sprintf(`(%s<>"")`, cells))
	}
	for u := units.from; u < units.to; u++ {
		if t.Units[u].Paired[i.Code] != nil {
			return ""
		}
	}
	var cell func(code string) string
	cell = func(code string) string {
		switch {
		case slices.Contains(summands, code):
			return fmt.Sprintf("SUMPRODUCT(%s,%s)", strings.Join(told, "*"), t.over(code, units))
		case t.IsCounted(code):
			return "(" + t.formulas.Formula(code).Excel(cell, func(string) bool { return true }, wordMissing, wordNotApplicable) + ")"
		}
		return plain(code)
	}
	counted := t.formulas.Formula(i.Code).Excel(cell, func(code string) bool { return slices.Contains(summands, code) }, wordMissing, wordNotApplicable)
	if counted == "" {
		return ""
	}
	not := strings.Join(none, "+")
	return fmt.Sprintf("IF(SUMPRODUCT(%[1]s)>0,%[2]s,IF(AND(SUMPRODUCT(%[3]s)>0,SUMPRODUCT((%[3]s=0)*(%[4]s>0))=0),%[6]s,%[5]s))",
		strings.Join(told, "*"), counted, not, strings.Join(there, "+"), doc.Quote(wordMissing), doc.Quote(wordNotApplicable))
}

// totalFormula is how a total comes of some units; empty where it was told, or where the
// numbers behind it are not in the table: those of a share of institutions in a region.
func (t *consolidationTable) totalFormula(row consolidation.Row, c consolidation.Cell, column string, units span) string {
	i := row.Indicator
	if !c.Concerned {
		return ""
	}
	if row.Rule == consolidation.Derived {
		return t.derivedTotal(i, column, units)
	}
	if units.from == units.to || row.Rule == consolidation.Told {
		return ""
	}
	cells := t.over(i.Code, units)
	ofKnown := func(function string) string {
		return fmt.Sprintf("IF(COUNT(%[1]s)>0,%[2]s,%[3]s)", cells, function, noneTold(cells, "COUNTIF(%[1]s,%[2]s)"))
	}
	switch row.Rule {
	case consolidation.Sum:
		return ofKnown("SUM(" + cells + ")")
	case consolidation.Poll:
		if t.Units[0].Kind.IsGroup() {
			return ""
		}
		return ofKnown(fmt.Sprintf("100*SUM(%[1]s)/COUNT(%[1]s)", cells))
	case consolidation.Mean:
		switch {
		case i.Weight == "":
			return ofKnown("AVERAGE(" + cells + ")")
		case t.rows[i.Weight] == 0:
			return ""
		}
		weights := t.over(i.Weight, units)
		return fmt.Sprintf("IF(SUMPRODUCT(--ISNUMBER(%[1]s),%[2]s)>0,SUMPRODUCT(%[1]s,%[2]s)/SUMPRODUCT(--ISNUMBER(%[1]s),%[2]s),%[3]s)",
			cells, weights, noneTold(cells, "COUNT(%[1]s)+COUNTIF(%[1]s,%[2]s)"))
	}
	return ""
}

// noneTold is the word for cells of which no number comes: «н/п» where all that is there
// is not applicable. others counts the cells that are told or missing.
func noneTold(cells, others string) string {
	return fmt.Sprintf("IF(AND(COUNTIF(%[1]s,%[3]s)>0,"+others+"=0),%[3]s,%[2]s)", cells, doc.Quote(wordMissing), doc.Quote(wordNotApplicable))
}

// totalOf is the total of this year for the table of a later one, taken from its sheet.
func (t *consolidationTable) totalOf(i model.Indicator) doc.Cell {
	n, found := t.Row(i.Code)
	if !found || !t.Rows[n].Whole.Concerned {
		return doc.Cell{}
	}
	return valueCell(t.Rows[n].Whole.Value, formatOf(i), t.from(columnWhole, i.Code))
}

// changeCell is the change since the year before, where the two can be compared.
func (t *consolidationTable) changeCell(n int) doc.Cell {
	row, before := t.Rows[n], t.Before[0]
	if same, _ := row.Indicator.Comparable(t.Year, before.Year); !same {
		return doc.Cell{Text: "нет: методика изменилась"}
	}
	if m, found := before.Row(row.Indicator.Code); !row.Whole.Concerned || !found || !before.Rows[m].Whole.Concerned {
		return doc.Cell{}
	}
	change := t.WholeChange(n)
	if change.Partial {
		return doc.Cell{Text: "нет: данные неполные"}
	}
	now, then := fmt.Sprintf("{.%s}", columnWhole), fmt.Sprintf("{.%s}", columnYear(before.Year))
	value := doc.Value{Format: formatOf(row.Indicator),
		Formula: fmt.Sprintf(`IF(AND(ISNUMBER(%[1]s),ISNUMBER(%[2]s)),ROUND(%[1]s,%[3]d)-ROUND(%[2]s,%[3]d),"")`, now, then, row.Indicator.Decimals)}
	if change.Known {
		value.Kind, value.Number = doc.NumberValue, change.By
	}
	return value.Cell()
}
