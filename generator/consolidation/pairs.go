package consolidation

import (
	"slices"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// A share of all («итог по формуле») is counted over those who have told all its parts: a
// part of some over a whole of others would be a share of nothing, and may pass 100 %. The
// parts are the sums that the formula names; a count that is itself a formula, such as
// «всего = бюджет + договор», is counted anew over the same units. Any other part, a mean
// or a share, is the total that it has in its own row.

// pairs knows the parts of formulas.
type pairs struct {
	formulas *formula.Set
	rules    map[string]Rule
	counts   map[string]bool   // of people or things
	weights  map[string]string // what the indicator is weighted by
}

func pairsOf(in Input) pairs {
	p := pairs{in.Formulas, map[string]Rule{}, map[string]bool{}, map[string]string{}}
	for _, i := range in.Set.Indicators {
		p.rules[i.Code], p.counts[i.Code], p.weights[i.Code] = ruleOf(i, in), model.IsCount(i.Unit), i.Weight
	}
	return p
}

// Summands are the sums that the total of a formula is made of; nil where there are not
// two, for one alone needs no pairing.
func (p pairs) Summands(code string) []string {
	var codes []string
	p.addSummands(code, &codes)
	if len(codes) < 2 {
		return nil
	}
	return codes
}

func (p pairs) addSummands(code string, codes *[]string) {
	f := p.formulas.Formula(code)
	if f == nil || p.rules[code] != Derived {
		return
	}
	for _, part := range f.Codes() {
		switch {
		case p.rules[part] == Sum && !slices.Contains(*codes, part):
			*codes = append(*codes, part)
		case p.IsCounted(part):
			p.addSummands(part, codes)
		}
	}
}

// IsCounted reports whether a part is a count by a formula over sums.
func (p pairs) IsCounted(part string) bool {
	var codes []string
	if p.counts[part] {
		p.addSummands(part, &codes)
	}
	return codes != nil
}

// over are the values that the formula of a total is counted over: its sums over those of
// the members that told all of them, and all else as it is. Where nobody told all, nothing
// is there, and so no total.
func (g *gathered) over(code string, all model.Values, members []int) model.Values {
	codes := g.Summands(code)
	if codes == nil {
		return all
	}
	over, told := g.sumsOfAll(code, codes, members)
	g.addParts(code, over, func(part string) model.Value {
		if !told {
			return over[codes[0]]
		}
		return all[part]
	})
	if weight := g.weights[code]; !over[weight].IsKnown() {
		over[weight] = all[weight]
	}
	return over
}

// addParts adds the parts that are not sums.
func (g *gathered) addParts(code string, over model.Values, other func(part string) model.Value) {
	f := g.Formulas.Formula(code)
	for _, part := range f.Codes() {
		switch _, is := over[part]; {
		case is:
		case g.IsCounted(part):
			g.addParts(part, over, other)
			over[part] = g.Formulas.Formula(part).Evaluate(over)
		default:
			over[part] = other(part)
		}
	}
}

// sumsOfAll adds up what the members told that told all of the codes. Where nobody did, all
// sums are «не применимо», if everybody said that of one of them, or missing.
func (g *gathered) sumsOfAll(code string, codes []string, members []int) (sums model.Values, isTold bool) {
	told, lacking, none := 0, 0, 0
	totals := make([]float64, len(codes))
	for _, u := range members {
		switch g.stateOf(code, codes, u) {
		case model.Known:
			told++
			for n, part := range codes {
				totals[n] += g.part(code, part, u).Number
			}
		case model.NotApplicable:
			none++
		default:
			if g.concernsAny(codes, u) {
				lacking++
			}
		}
	}
	sums = make(model.Values, 2*len(codes))
	for n, part := range codes {
		switch {
		case told > 0:
			sums[part] = number(totals[n])
		case none > 0 && lacking == 0:
			sums[part] = model.NoValue()
		default:
			sums[part] = model.MissingValue(nobodyToldAll)
		}
	}
	return sums, told > 0
}

const nobodyToldAll = "ни одно учреждение не сообщило всех слагаемых"

// part is what a unit brings into a sum under a formula: a municipality brings the sum
// that it was paired to there.
func (g *gathered) part(code, part string, u int) model.Value {
	if v, is := g.Units[u].Paired[code][part]; is {
		return v
	}
	return g.values[u][part]
}

// stateOf is known where the unit told all of the codes.
func (g *gathered) stateOf(code string, codes []string, u int) model.ValueState {
	state := model.Known
	for _, part := range codes {
		switch v := g.part(code, part, u); v.State {
		case model.NotApplicable:
			return model.NotApplicable
		case model.Known:
		default:
			state = v.State
		}
	}
	return state
}

func (g *gathered) concernsAny(codes []string, u int) bool {
	return slices.ContainsFunc(g.Set.Indicators, func(i model.Indicator) bool { return slices.Contains(codes, i.Code) && g.Units[u].has(i) })
}

// paired are the sums where they are not those of the table; nil where all are.
func paired(over, table model.Values, codes []string) model.Values {
	if !slices.ContainsFunc(codes, func(code string) bool { return over[code] != table[code] }) {
		return nil
	}
	sums := make(model.Values, len(codes))
	for _, code := range codes {
		sums[code] = over[code]
	}
	return sums
}
