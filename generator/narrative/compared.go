package narrative

import (
	"cmp"
	"slices"

	"doklad/generator/model"
)

// leastSpread is how many there must be for a spread to say nothing of any one of them.
const leastSpread = 3

// compared says the best and the worst. Nobody is named where nobody may be ranked, where
// none is better, or within a band; then only the spread is said, and of sums, which tell
// only how large each is, nothing. Small groups are left out.
func (u *units) compared() {
	var ranked []int
	small := 0
	for _, n := range u.concerned {
		switch cell := u.Units[n]; {
		case cell.Small:
			small++
		case cell.IsRanked() && isNumber(cell.Value):
			ranked = append(ranked, n)
		}
	}
	i := u.Indicator
	isNamed := i.Unranked == "" && (i.Direction == model.Higher || i.Direction == model.Lower)
	if len(ranked) < 2 || !isNamed && (len(ranked) < leastSpread || isSum(u.Row)) {
		return
	}
	slices.SortStableFunc(ranked, func(a, b int) int { return cmp.Compare(u.shown(a), u.shown(b)) })
	least, most := ranked[0], ranked[len(ranked)-1]
	switch {
	case u.shown(least) == u.shown(most):
		u.value("Value", least, "")
		u.where(memberWords[u.members].each, len(ranked))
		u.say("alike")
	case isNamed:
		best, worst := most, least
		if i.Direction == model.Lower {
			best, worst = least, most
		}
		u.value("Best", best, u.units[best].ID)
		u.put("BestNames", u.holders(u.alike(ranked, best)))
		u.value("Worst", worst, u.units[worst].ID)
		u.put("WorstNames", u.holders(u.alike(ranked, worst)))
		u.spread(least, most)
		u.say("best-worst")
	default:
		n := u.number(digits(u.shown(least), i.Decimals), Value)
		u.put("From", Said{n.Printed, []Number{n}})
		n = u.number(digits(u.shown(most), i.Decimals), Value)
		u.quantity("To", n, unitWords[i.Unit], of)
		u.spread(least, most)
		u.say("spread")
	}
	if small > 0 {
		u.ofAll(small)
		u.say("left-out")
	}
}

func (u *units) shown(unit int) float64 { return u.Indicator.Round(u.Units[unit].Number) }

func (u *units) value(word string, unit int, id string) {
	n := u.number(digits(u.shown(unit), u.Indicator.Decimals), Value)
	n.Unit = id
	u.quantity(word, n, unitWords[u.Indicator.Unit], is)
}

// alike are all that share a value.
func (u *units) alike(ranked []int, with int) (same []int) {
	for _, n := range ranked {
		if u.shown(n) == u.shown(with) {
			same = append(same, n)
		}
	}
	return same
}

func (u *units) spread(least, most int) {
	n := u.number(digits(model.Fifteen(u.shown(most)-u.shown(least)), u.Indicator.Decimals), Difference)
	u.quantity("Spread", n, differenceWord(u.Indicator), is)
}
