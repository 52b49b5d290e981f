package consolidation

import (
	"slices"

	"doklad/generator/model"
)

// A mean or a share of two years may change only because others told it. What is said of a
// change is said of the same units: of those that told it in both years.

// Same is a total of two years over the units that told it in both («те же учреждения»).
type Same struct {
	Units       int
	Now, Before Cell // neither is judged
	Change      Change
}

// Over is the total of an indicator over some of the units; whole: it is one of the whole, to
// which what the office tells belongs.
func (c *Consolidation) Over(code string, ids []string, whole bool) Cell {
	row, found := c.Row(code)
	if !found {
		return Cell{}
	}
	var members []int
	for u, unit := range c.Units {
		if slices.Contains(ids, unit.ID) {
			members = append(members, u)
		}
	}
	return c.told().totals(members, whole)[row]
}

// Same counts the total of a row over those that told it in both years; of a cluster, by its
// ID, over those that were in it. Nil where all whose numbers are in either total told it in
// both, and of a sum: to that nobody may be lacking.
func (y Years) Same(row int, cluster string) *Same {
	r := &y.Rows[row]
	code := r.Indicator.Code
	if r.Rule == Sum || len(y.Before) == 0 {
		return nil
	}
	before := y.Before[0]
	tellNow, addNow := y.tellers(code, cluster)
	told, added := before.tellers(code, cluster)
	both := slices.DeleteFunc(tellNow, func(id string) bool { return !slices.Contains(told, id) })
	isOther := func(id string) bool { return !slices.Contains(both, id) }
	if !slices.ContainsFunc(addNow, isOther) && !slices.ContainsFunc(added, isOther) {
		return nil
	}
	same := &Same{Units: len(both)}
	if len(both) > 0 {
		same.Now, same.Before = y.Over(code, both, cluster == ""), before.Over(code, both, cluster == "")
		same.Change = Between(r.Indicator, same.Now, same.Before, y.Year, before.Year)
	}
	return same
}

// tellers are the IDs of those that told an indicator, and of those whose numbers are in its
// total: of a formula over totals, who told a part of it is in the total of that part.
func (c *Consolidation) tellers(code, cluster string) (tell, add []string) {
	g := c.told()
	for u, unit := range c.Units {
		if cluster != "" && unit.Cluster != cluster {
			continue
		}
		if g.tells(code, u) {
			tell = append(tell, unit.ID)
		}
		if g.adds(code, u) {
			add = append(add, unit.ID)
		}
	}
	return tell, add
}

// tells reports whether a unit told an indicator; that which has no value of its own, whether
// it told all that is counted of.
func (g *gathered) tells(code string, u int) bool {
	i, found := g.indicator(code)
	switch {
	case !found:
		return false
	case g.rules[code] == Poll:
		return g.Units[u].isCounted(i) && g.poll(i, u).Known > 0
	case g.Units[u].has(i):
		weight := model.KnownValue(1)
		if g.rules[code] == Mean && i.Weight != "" {
			weight = g.values[u][i.Weight]
		}
		return g.values[u][code].IsKnown() && weight.IsKnown() && weight.Number > 0
	}
	parts := slices.DeleteFunc(g.partsOf(code), func(part string) bool { return g.ofOffice[part] })
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(part string) bool { return !g.tells(part, u) })
}

// adds reports whether a number of the unit is in the total; zeros of a share change nothing.
func (g *gathered) adds(code string, u int) bool {
	if g.rules[code] != Derived {
		return g.tells(code, u)
	}
	summands := g.Summands(code)
	if summands != nil && g.stateOf(code, summands, u) == model.Known &&
		slices.ContainsFunc(summands, func(part string) bool { return g.part(code, part, u).Number != 0 }) {
		return true
	}
	return slices.ContainsFunc(g.partsOf(code), func(part string) bool {
		return !slices.Contains(summands, part) && !g.IsCounted(part) && g.adds(part, u)
	})
}

// partsOf are the codes that the formula of a total names.
func (g *gathered) partsOf(code string) []string {
	if f := g.Formulas.Formula(code); f != nil && g.rules[code] == Derived {
		return slices.Clone(f.Codes())
	}
	return nil
}
