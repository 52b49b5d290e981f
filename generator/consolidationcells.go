package generator

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/formula"
)

// consolidationCells tells where the numbers of a consolidation stand in its sheets, for
// formulas of other sheets («адреса свода»).
type consolidationCells struct {
	now     *consolidationTable
	earlier []*consolidationTable // the latest first
}

// newConsolidationCells finds the places in the tables of all years. sheetSuffix is that of
// [ConsolidationHead].
func newConsolidationCells(y consolidation.Years, formulas *formula.Set, sheetSuffix string) consolidationCells {
	var c consolidationCells
	for _, before := range y.Before {
		name := consolidationSheetName(strconv.Itoa(before.Year), sheetSuffix)
		c.earlier = append(c.earlier, newConsolidationTable(consolidation.Years{Consolidation: before}, name, formulas, nil))
	}
	c.now = newConsolidationTable(y, consolidationSheetName(sheetConsolidation, sheetSuffix), formulas, c.earlier)
	return c
}

// consolidationSheetName is the name of a sheet as formulas call it: braces end a reference.
func consolidationSheetName(name, suffix string) string {
	return strings.TrimSpace(name + " " + strings.NewReplacer("{", "(", "}", ")").Replace(oneLine(suffix)))
}

// whole is the total of an indicator in a year, «{Свод школы!whole[12]}»; empty where it has
// none.
func (c consolidationCells) whole(code string, year int) string {
	t := c.of(year)
	if t == nil {
		return ""
	}
	return t.cellFrom(code, columnWhole, func(row consolidation.Row) consolidation.Cell { return row.Whole })
}

// cluster is the total of a cluster in this year; empty where it has none.
func (c consolidationCells) cluster(code string, k int) string {
	return c.now.cellFrom(code, columnCluster(k), func(row consolidation.Row) consolidation.Cell { return row.Clusters[k] })
}

// unit is the value of a unit in this year; empty where the indicator does not concern it.
func (c consolidationCells) unit(code string, unit int) string {
	return c.now.cellFrom(code, columnUnit(unit), func(row consolidation.Row) consolidation.Cell { return row.Units[unit] })
}

// units are the cells of all units in this year, a range; empty where there are none. Some
// of them may hold words, or nothing.
func (c consolidationCells) units(code string) string {
	t := c.now
	if t.rows[code] == 0 || len(t.Units) == 0 {
		return ""
	}
	return t.from(columnUnit(0), code) + ":" + t.from(columnUnit(len(t.Units)-1), code)
}

// norm is the bound of the norm of this year: the lower one, or else the upper; empty where
// there is none.
func (c consolidationCells) norm(code string) string {
	n, found := c.now.Row(code)
	if !found {
		return ""
	}
	switch norm, known := c.now.Rows[n].Indicator.NormIn(c.now.Year); {
	case !known:
		return ""
	case !math.IsInf(norm.From, 0):
		return c.now.from(columnFrom, code)
	case !math.IsInf(norm.To, 0):
		return c.now.from(columnTo, code)
	}
	return ""
}

// of is the table of a year, nil where there is none.
func (c consolidationCells) of(year int) *consolidationTable {
	for _, t := range append([]*consolidationTable{c.now}, c.earlier...) {
		if t.Year == year {
			return t
		}
	}
	return nil
}

// from is the cell of an indicator in a column, called from another sheet.
func (t *consolidationTable) from(column, code string) string {
	return fmt.Sprintf("{%s!%s[%d]}", t.name, column, t.rows[code])
}

func (t *consolidationTable) cellFrom(code, column string, cell func(consolidation.Row) consolidation.Cell) string {
	n, found := t.Row(code)
	if !found || !cell(t.Rows[n]).Concerned {
		return ""
	}
	return t.from(column, code)
}
