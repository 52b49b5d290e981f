package consolidation

import (
	"math"

	"doklad/generator/formula"
	"doklad/generator/model"
)

const nobodyTold = "нет данных ни одного учреждения"

// totals are the values of some units together, by the rows of the set; whole: of all of
// them, to which what the office tells belongs.
func (g *gathered) totals(members []int, whole bool) []Cell {
	cells := make([]Cell, len(g.Set.Indicators))
	values := model.Values{}
	for n, i := range g.Set.Indicators {
		if cells[n].Concerned = g.hasTotal(i, members, whole); cells[n].Concerned {
			g.total(&cells[n], i, members)
			values[i.Code] = cells[n].Value
		}
	}
	over := map[string]model.Values{} // by codes of formulas: what they are counted over
	values = g.Formulas.CompleteOver(values, model.TierMunicipality, func(code string, all map[string]model.Value) map[string]model.Value {
		over[code] = g.over(code, all, members)
		return over[code]
	})
	for n, i := range g.Set.Indicators {
		if !cells[n].Concerned {
			continue
		}
		cells[n].Value = values[i.Code]
		parts := values
		if g.rules[i.Code] == Derived && over[i.Code] != nil {
			parts = over[i.Code]
			cells[n].Paired = paired(parts, values, g.Summands(i.Code))
		}
		cells[n].showParts(g.Formulas.Formula(i.Code), i, parts)
	}
	return cells
}

func (g *gathered) hasTotal(i model.Indicator, members []int, whole bool) bool {
	switch {
	case !i.Tier.Covers(model.TierMunicipality):
		return false
	case g.ofOffice[i.Code]:
		return whole
	}
	for _, u := range members {
		if g.Units[u].isCounted(i) {
			return true
		}
	}
	return false
}

// total is the value by the indicator's rule. That of a formula comes later, when all its
// parts are there (see pairs.go): here only those who have told it are counted.
func (g *gathered) total(cell *Cell, i model.Indicator, members []int) {
	switch g.rules[i.Code] {
	case Poll:
		var sum formula.Poll
		for _, u := range members {
			if g.Units[u].isCounted(i) {
				sum = plus(sum, g.poll(i, u))
			}
		}
		cell.Value = sum.Value()
		cell.Told, cell.Of, cell.Poll = sum.Known, sum.Known+sum.Missing, sum
		cell.showPoll(sum)
	case Mean:
		g.mean(cell, i, members)
	case Sum:
		g.sum(cell, i, members)
	case Told:
		cell.Value = g.Own[i.Code]
	case Derived:
		g.sum(cell, i, members)
		cell.Value = model.MissingValue("в формуле показателя ошибка") // a good one puts its value here
	}
}

func plus(a, b formula.Poll) formula.Poll {
	return formula.Poll{Holds: a.Holds + b.Holds, Known: a.Known + b.Known,
		Missing: a.Missing + b.Missing, NotApplicable: a.NotApplicable + b.NotApplicable}
}

// sum adds up what is known.
func (g *gathered) sum(cell *Cell, i model.Indicator, members []int) {
	total := 0.0
	for _, u := range members {
		if v := g.values[u][i.Code]; g.isToTell(cell, i, u, v) && v.IsKnown() {
			total += v.Number
			cell.Told++
		}
	}
	cell.Value = g.known(total, cell, i, members)
}

// mean is weighted where there is a weight: Σ value·weight / Σ weight over the units that
// have told both.
func (g *gathered) mean(cell *Cell, i model.Indicator, members []int) {
	total, weights, unweighted := 0.0, 0.0, 0
	for _, u := range members {
		v := g.values[u][i.Code]
		if !g.isToTell(cell, i, u, v) || !v.IsKnown() {
			continue
		}
		weight := model.KnownValue(1)
		if i.Weight != "" {
			weight = g.values[u][i.Weight]
		}
		if !weight.IsKnown() || weight.Number <= 0 {
			unweighted++
			continue
		}
		total += v.Number * weight.Number
		weights += weight.Number
		cell.Told++
	}
	cell.Value = g.known(total/weights, cell, i, members)
	if cell.State == model.Missing && unweighted > 0 {
		cell.Reason = "нет данных: " + i.Weight
	}
}

// isToTell counts the unit among those that have the indicator to tell.
func (g *gathered) isToTell(cell *Cell, i model.Indicator, u int, v model.Value) bool {
	if !g.Units[u].has(i) || v.State == model.NotApplicable {
		return false
	}
	cell.Of++
	return true
}

func number(x float64) model.Value {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return model.MissingValue("слишком большое число")
	}
	return model.KnownValue(model.Fifteen(x))
}

// known is the number, if anybody has told; «не применимо» where nobody had it to tell.
func (g *gathered) known(x float64, cell *Cell, i model.Indicator, members []int) model.Value {
	switch {
	case cell.Told > 0:
		return number(x)
	case cell.Of > 0:
		return model.MissingValue(nobodyTold)
	}
	for _, u := range members {
		if g.Units[u].has(i) {
			return model.NoValue()
		}
	}
	return model.MissingValue(nobodyTold)
}
