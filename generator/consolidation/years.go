package consolidation

import (
	"slices"

	"doklad/generator/model"
)

// Years are a consolidation and those of the years before for the same indicators («свод
// за несколько лет»).
type Years struct {
	*Consolidation
	Before []*Consolidation // the latest first
}

// Change is how a value differs from that of the year before («изменение к прошлому
// году»), both as they are printed.
type Change struct {
	Known         bool // both are known, and counted in one way
	By            float64
	Better, Worse bool   // neither: alike, or neither is better
	Note          string // what was changed in the way of counting
	// Partial: it is a sum to which not all had told their part in both years.
	Partial bool
}

// WholeChange is the change of the total of a row.
func (y Years) WholeChange(row int) Change {
	if len(y.Before) == 0 {
		return Change{}
	}
	before := y.Before[0]
	i := y.Rows[row].Indicator
	n, found := before.Row(i.Code)
	if !found {
		return Change{}
	}
	return y.Rows[row].between(y.Rows[row].Whole, before.Rows[n].Whole, y.Year, before.Year)
}

// between is [Between] for the cells of a row: a sum that lacks some has changed for that
// alone.
func (r Row) between(now, before Cell, year, yearBefore int) Change {
	change := Between(r.Indicator, now, before, year, yearBefore)
	if change.Known && r.Rule == Sum && (now.Told < now.Of || before.Told < before.Of) {
		return Change{Partial: true}
	}
	return change
}

// UnitChange is the change of a unit, found by its ID in the year before.
func (y Years) UnitChange(row, unit int) Change {
	if len(y.Before) == 0 {
		return Change{}
	}
	before := y.Before[0]
	i := y.Rows[row].Indicator
	return Between(i, y.Rows[row].Units[unit], before.unitCell(i.Code, y.Units[unit].ID), y.Year, before.Year)
}

// ClusterChange is the change of the total of a cluster, found by its ID in both years.
func (y Years) ClusterChange(row int, id string) Change {
	if len(y.Before) == 0 {
		return Change{}
	}
	before := y.Before[0]
	r := y.Rows[row]
	n, found := before.Row(r.Indicator.Code)
	k, was := y.place(id), before.place(id)
	if !found || k < 0 || was < 0 {
		return Change{}
	}
	return r.between(r.Clusters[k], before.Rows[n].Clusters[was], y.Year, before.Year)
}

// place is that of a cluster; -1: there is none.
func (c *Consolidation) place(cluster string) int {
	return slices.IndexFunc(c.Clusters, func(g Group) bool { return g.ID == cluster })
}

func (c *Consolidation) unitCell(code, id string) Cell {
	n, told := c.rows[code]
	u, there := c.units[id]
	if !told || !there {
		return Cell{}
	}
	return c.Rows[n].Units[u]
}

// Between is the change of a value from one year to another.
func Between(i model.Indicator, now, before Cell, year, yearBefore int) Change {
	if !now.IsKnown() || !before.IsKnown() {
		return Change{}
	}
	if same, note := i.Comparable(year, yearBefore); !same {
		return Change{Note: note}
	}
	return Change{Known: true, By: model.Fifteen(i.Round(now.Number) - i.Round(before.Number)),
		Better: i.Better(now.Number, before.Number), Worse: i.Better(before.Number, now.Number)}
}
