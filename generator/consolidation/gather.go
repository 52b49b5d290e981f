package consolidation

import (
	"maps"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// gathered are the values of all units with what is derived of them.
type gathered struct {
	Input
	values []model.Values // by units
	// ofOffice are the codes that only the office tells of the whole, and what is derived
	// of them: no cluster has them.
	ofOffice map[string]bool
	pairs
}

func gather(in Input) *gathered {
	g := &gathered{Input: in, ofOffice: map[string]bool{}, pairs: pairsOf(in)}
	for _, u := range in.Units {
		g.values = append(g.values, g.complete(u))
	}
	for _, i := range in.Set.Indicators {
		g.ofOffice[i.Code] = g.isOfOffice(i.Code)
	}
	return g
}

// tier is whose values the unit has.
func (u Unit) tier() model.Tier {
	if u.Kind.IsGroup() {
		return model.TierMunicipality
	}
	return model.TierInstitution
}

// isCounted reports whether the unit is among those that the indicator speaks of.
func (u Unit) isCounted(i model.Indicator) bool { return u.Kind.IsGroup() || i.Concerns(u.Kind) }

// has reports whether the unit has a value of its own.
func (u Unit) has(i model.Indicator) bool { return u.isCounted(i) && i.Tier.Covers(u.tier()) }

// answers reports whether the unit is asked for the condition of a share.
func (u Unit) answers(i model.Indicator) bool {
	return i.ShareWhere != "" && u.isCounted(i) && !u.Kind.IsGroup()
}

// complete derives what is derived. What was told of an indicator that does not concern
// the unit is not taken.
func (g *gathered) complete(u Unit) model.Values {
	told := make(model.Values, len(u.Values))
	maps.Copy(told, u.Values)
	for _, i := range g.Set.Indicators {
		if !u.has(i) {
			delete(told, i.Code)
		}
	}
	for code, poll := range u.Polls {
		told[code] = poll.Value()
	}
	return g.Formulas.Complete(told, u.tier())
}

func (g *gathered) indicator(code string) (model.Indicator, bool) {
	return model.Catalogue{Sets: []model.IndicatorSet{g.Set}}.Indicator(code)
}

// isOfOffice: a told value of the municipality, and what a formula of the municipality
// makes of such ones.
func (g *gathered) isOfOffice(code string) bool {
	i, found := g.indicator(code)
	if !found || i.Tier != model.TierMunicipality || i.ShareWhere != "" {
		return false
	}
	f := g.Formulas.Formula(code)
	if f == nil {
		return g.rules[code] == Told
	}
	for _, part := range f.Codes() {
		if g.isOfOffice(part) {
			return true
		}
	}
	return false
}

// unit is the cell of a unit.
func (g *gathered) unit(i model.Indicator, u int) Cell {
	unit, values := g.Units[u], g.values[u]
	switch {
	case unit.answers(i):
		return Cell{Value: answer(g.poll(i, u)), Concerned: true, Answer: true}
	case !unit.has(i):
		return Cell{}
	}
	cell := Cell{Value: values[i.Code], Concerned: true}
	cell.showParts(g.Formulas.Formula(i.Code), i, values)
	if poll, has := unit.Polls[i.Code]; has {
		cell.showPoll(poll)
	}
	return cell
}

// poll asks one unit; a municipality has asked already.
func (g *gathered) poll(i model.Indicator, u int) formula.Poll {
	if g.Units[u].Kind.IsGroup() {
		return g.Units[u].Polls[i.Code]
	}
	return g.Formulas.Poll(i.Code, []map[string]model.Value{g.values[u]})
}

// answer is a poll of one: 1, 0, or why it cannot be told.
func answer(p formula.Poll) model.Value {
	if p.Known > 0 {
		return model.KnownValue(float64(p.Holds))
	}
	if p.NotApplicable > 0 {
		return model.NoValue()
	}
	return model.MissingValue("нет данных для условия")
}
