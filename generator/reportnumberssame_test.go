package generator

import (
	"fmt"
	"slices"

	"doklad/generator/model"
)

// recountSame are the totals of two years over those that told an indicator in both.
type recountSame struct {
	units    int
	now, was recountCell
}

// same counts a total anew over those that told it in both years; nil where all whose numbers
// are in one of the totals did, and of a sum.
func (y *recount) same(cluster, code string) *recountSame {
	b := y.before
	if b == nil || isSummed(y.indicator(code)) {
		return nil
	}
	told := map[string]int{}
	for _, one := range []*recount{y, b} {
		for _, u := range one.members(cluster) {
			if one.isTold(u, code) {
				told[u.id]++
			}
		}
	}
	isLacking := func(one *recount) bool {
		return slices.ContainsFunc(one.members(cluster), func(u recountUnit) bool { return told[u.id] < 2 && one.isIn(u, code) })
	}
	if !isLacking(y) && !isLacking(b) {
		return nil
	}
	of := func(one *recount) recountCell {
		some := *one
		some.values, some.cells, some.totals = map[[2]string]model.Value{}, map[[2]string]recountCell{}, map[[2]string]recountCell{}
		some.units = slices.DeleteFunc(slices.Clone(one.units), func(u recountUnit) bool { return told[u.id] < 2 })
		return some.total(cluster, code)
	}
	s := recountSame{now: of(y), was: of(b)}
	for _, n := range told {
		s.units += n / 2
	}
	return &s
}

// isTold: the unit told the indicator, or all that it is counted of where no unit has it.
func (y *recount) isTold(u recountUnit, code string) bool {
	i := y.indicator(code)
	switch {
	case i.ShareWhere != "":
		return i.Concerns(u.kind) && y.holds(u, i).IsKnown()
	case i.Tier != model.TierMunicipality && i.Concerns(u.kind):
		weight := y.value(u, i.Weight)
		return y.value(u, code).IsKnown() && (i.Total != model.TotalMean || i.Weight == "" || weight.IsKnown() && weight.Number > 0)
	case !isOfFormula(i):
		return false
	}
	told := 0
	for _, part := range codesIn(i.Formula) {
		switch {
		case y.isTold(u, part):
			told++
		case !y.isOfOffice(part):
			return false
		}
	}
	return told > 0
}

// isIn: without what the unit told the total might be another one.
func (y *recount) isIn(u recountUnit, code string) bool {
	i := y.indicator(code)
	if !isOfFormula(i) {
		return y.isTold(u, code)
	}
	together := y.summands(code)
	if len(together) < 2 {
		together = nil
	}
	told, sum := 0, 0.0
	for _, part := range together {
		if v := y.value(u, part); v.IsKnown() {
			told++
			sum += max(v.Number, -v.Number)
		}
	}
	return len(together) > 0 && told == len(together) && sum > 0 ||
		slices.ContainsFunc(codesIn(i.Formula), func(part string) bool {
			return !slices.Contains(together, part) && !y.isCountOfSums(part) && y.isIn(u, part)
		})
}

// words are as papers print them; of few it is only told how many they are.
func (s *recountSame) words(i model.Indicator, isJudged bool) string {
	if s == nil {
		return ""
	}
	said := fmt.Sprintf("по %d\u00a0учреждениям обоих лет", s.units)
	if s.units%10 == 1 && s.units%100 != 11 {
		said = fmt.Sprintf("по %d\u00a0учреждению обоих лет", s.units)
	}
	if !isJudged {
		return " (" + said + ")"
	}
	values := [2]string{}
	for n, c := range []recountCell{s.was, s.now} {
		if values[n] = c.words(i); s.was.hasPart && s.now.hasPart {
			values[n] = plainAsWritten(c.part) + " из " + plainAsWritten(c.of)
		}
	}
	return " (" + said + ": " + values[0] + " и " + values[1] + ")"
}
