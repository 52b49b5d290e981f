package narrative

import (
	"cmp"
	"slices"
	"strconv"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// mostNames is how many are named in a sentence.
const mostNames = 3

// leastSpread is how many there must be for a spread to say nothing of any one of them.
const leastSpread = 3

// SayUnits says how the units of a row stand beside each other: who told nothing, how many
// meet the norm, the best and the worst. It stands after what was said of the whole.
func (p *Phrases) SayUnits(c *consolidation.Consolidation, row int) (Said, error) {
	r := c.Rows[row]
	u := &units{Row: r, units: c.Units, speech: p.speech(r.Indicator.Code, "", c.Year), members: MembersOf(c, row)}
	for n, cell := range r.Units {
		if cell.Concerned && !cell.Answer && cell.State != model.NotApplicable {
			u.concerned = append(u.concerned, n)
		}
	}
	if len(u.concerned) < 2 || r.Indicator.Unit == model.UnitYesNo {
		return Said{}, nil
	}
	u.name("Title", quoted(r.Indicator.Title))
	u.yearWords("Year", c.Year, r.Indicator.Period)
	if !r.Whole.Concerned {
		u.say("units-only")
	}
	u.missing()
	u.met()
	u.compared()
	return u.said, u.err
}

// units is a row while it is said.
type units struct {
	consolidation.Row
	*speech
	units     []consolidation.Unit
	members   Members
	concerned []int
}

// normIn say in how many the norm is met, or that it is nowhere.
var normIn = map[model.Direction][2]string{
	model.Higher: {"reached-in", "not-reached-in"},
	model.Lower:  {"kept-in", "not-kept-in"},
	model.Band:   {"within-in", "not-within-in"},
}

// met counts those who meet the norm.
func (u *units) met() {
	met, judged := 0, 0
	for _, n := range u.concerned {
		if cell := u.Units[n]; cell.Judged {
			judged++
			if cell.Level.Met {
				met++
			}
		}
	}
	i := u.Indicator
	bound, known := i.NormIn(u.year)
	blocks, has := normIn[i.Direction]
	if judged < 2 || !has || !i.Trend && !known {
		return
	}
	nowhere, everywhere := memberWords[u.members].none, memberWords[u.members].each
	if i.Trend { // «не ухудшился ни в одной»
		blocks = [2]string{"not-worse-in", "worse-in"}
		nowhere, everywhere = everywhere, nowhere
	} else {
		u.threshold(i, bound)
		if bound.From == bound.To { // one number has nothing within
			blocks = normIn[model.Higher]
		}
	}
	block := blocks[0]
	switch met {
	case 0:
		u.where(nowhere, judged)
		block = blocks[1]
	case judged:
		u.where(everywhere, judged)
	default:
		u.where("в "+strconv.Itoa(met), judged)
	}
	u.say(block)
}

// where puts «в 9 из 11 детских садов».
func (u *units) where(which string, all int) {
	u.put("Where", u.counted(which+" из "+u.members.out(all)))
}

// missing names those of whom nothing is known.
func (u *units) missing() {
	var without []int
	for _, n := range u.concerned {
		if !isNumber(u.Units[n].Value) {
			without = append(without, n)
		}
	}
	if without == nil {
		return
	}
	u.ofAll(len(without))
	u.put("Names", u.names(without))
	u.say("units-missing")
}

func (u *units) ofAll(count int) {
	u.put("Count", u.counted(strconv.Itoa(count)))
	u.put("Members", u.counted(u.members.out(len(u.concerned))))
}

// names are the first few, and how many more there are.
func (u *units) names(which []int) (all Said) {
	for n, unit := range which {
		if n == mostNames {
			more := u.counted(" и ещё " + strconv.Itoa(len(which)-mostNames))
			all.Text += more.Text
			all.Numbers = append(all.Numbers, more.Numbers...)
			break
		}
		if n > 0 {
			all.Text += ", "
		}
		name := u.named(oneLine(u.units[unit].Name))
		all.Text += name.Text
		all.Numbers = append(all.Numbers, name.Numbers...)
	}
	return all
}

// holders are those who share a value; of too many none is named before the others.
func (u *units) holders(which []int) Said {
	if len(which) > mostNames {
		return u.counted(u.members.count(len(which)))
	}
	return u.names(which)
}

// compared says the best and the worst. Nobody is named where nobody may be ranked, where
// none is better, or within a band; then only the spread is said. Small groups are left
// out.
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
	if len(ranked) < 2 || !isNamed && len(ranked) < leastSpread {
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
