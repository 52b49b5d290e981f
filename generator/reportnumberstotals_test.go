package generator

import (
	"slices"

	"doklad/generator/model"
)

// total is the cell of a cluster; of none that of the whole.
func (y *recount) total(cluster, code string) recountCell {
	return kept(y.totals, cluster, code, func() recountCell { return y.countTotal(cluster, code) })
}

func (y *recount) countTotal(cluster, code string) recountCell {
	i := y.indicator(code)
	members := slices.DeleteFunc(y.members(cluster), func(u recountUnit) bool { return !i.Concerns(u.kind) })
	switch {
	case i.Code == "" || i.Tier == model.TierInstitution, y.isOfOffice(code) && cluster != "", !y.isOfOffice(code) && len(members) == 0:
		return recountCell{}
	}
	cell := recountCell{concerned: true, isSum: isSummed(i)}
	all := func(part string) model.Value { return y.total(cluster, part).Value }
	parts := all
	switch {
	case i.ShareWhere != "":
		y.poll(&cell, i, members)
	case isOfFormula(i):
		if summands := y.summands(code); len(summands) > 1 {
			parts = y.paired(cluster, summands)
		}
		cell.Value = calculate(i.Formula, parts)
		for _, u := range members {
			cell.ask(i, y.value(u, code), model.KnownValue(1))
		}
	case i.Total == "":
		cell.Value = y.own[code]
	default:
		y.add(&cell, i, members)
	}
	cell.show(i, func(part string) model.Value {
		if v := parts(part); v.IsKnown() {
			return v
		}
		return all(part)
	})
	cell.judge(i, y, func(b *recount) recountCell { return b.total(cluster, code) })
	return cell
}

// ask counts who has it to tell and who told it.
func (c *recountCell) ask(i model.Indicator, v, weight model.Value) bool {
	if i.Tier == model.TierMunicipality || v.State == model.NotApplicable {
		return false
	}
	c.asked++
	if v.IsKnown() && weight.IsKnown() && weight.Number > 0 {
		c.told++
		return true
	}
	return false
}

// add sums up, or takes the mean, weighted where there is a weight.
func (y *recount) add(cell *recountCell, i model.Indicator, members []recountUnit) {
	sum, weights := 0.0, 0.0
	for _, u := range members {
		v, weight := y.value(u, i.Code), model.KnownValue(1)
		if i.Total == model.TotalMean && i.Weight != "" {
			weight = y.value(u, i.Weight)
		}
		if cell.ask(i, v, weight) {
			sum += v.Number * weight.Number
			weights += weight.Number
		}
	}
	switch {
	case cell.told == 0 && cell.asked == 0:
		cell.State = model.NotApplicable
	case cell.told > 0 && i.Total == model.TotalMean:
		cell.Value = model.KnownValue(sum / weights)
	case cell.told > 0:
		cell.Value = model.KnownValue(sum)
	}
}

func (y *recount) poll(cell *recountCell, i model.Indicator, members []recountUnit) {
	yes, none := 0.0, 0
	for _, u := range members {
		switch v := y.holds(u, i); v.State {
		case model.Known:
			yes += v.Number
			cell.told++
			cell.asked++
		case model.NotApplicable:
			none++
		default:
			cell.asked++
		}
	}
	switch {
	case cell.told > 0:
		cell.Value = model.KnownValue(100 * yes / float64(cell.told))
		if cell.told < model.SmallGroup {
			cell.small, cell.hasPart, cell.part, cell.of = true, true, yes, float64(cell.told)
		}
	case cell.asked == 0 && none > 0:
		cell.State = model.NotApplicable
	}
}

// paired are totals where the sums are those of the institutions that told all of them.
func (y *recount) paired(cluster string, summands []string) func(code string) model.Value {
	sums := map[string]float64{}
	told, none, missing := 0, 0, 0
	for _, u := range y.members(cluster) {
		states := map[model.ValueState]int{}
		concerned := false
		for _, code := range summands {
			states[y.value(u, code).State]++
			concerned = concerned || y.indicator(code).Concerns(u.kind)
		}
		switch {
		case states[model.NotApplicable] > 0:
			none++
		case states[model.Known] == len(summands):
			told++
			for _, code := range summands {
				sums[code] += y.value(u, code).Number
			}
		case concerned:
			missing++
		}
	}
	var value func(code string) model.Value
	value = func(code string) model.Value {
		switch {
		case told == 0 && none > 0 && missing == 0:
			return model.NoValue()
		case told == 0:
			return model.Value{}
		case slices.Contains(summands, code):
			return model.KnownValue(sums[code])
		case y.isCountOfSums(code):
			return calculate(y.indicator(code).Formula, value)
		}
		return y.total(cluster, code).Value
	}
	return value
}
