package narrative

import (
	"strconv"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// mostNames is how many are named in a sentence.
const mostNames = 3

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
	u.groups(c.Clusters)
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

// met counts those who meet the norm: not the small groups, and none where nobody may be
// judged by it.
func (u *units) met() {
	if u.Indicator.Unranked != "" {
		return
	}
	met, judged := 0, 0
	for _, n := range u.concerned {
		if cell := u.Units[n]; cell.Judged && !cell.Small {
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

// missing names those of whom nothing is known, and counts those whose values did not come
// into the total. What was already said of the whole is not said twice.
func (u *units) missing() {
	var without []int
	for _, n := range u.concerned {
		if !isNumber(u.Units[n].Value) {
			without = append(without, n)
		}
	}
	whole := u.Whole
	switch {
	case without == nil:
	case len(without) == len(u.concerned):
		if !whole.Concerned || isNumber(whole.Value) {
			u.say("units-silent")
		}
		return
	default:
		u.put("Names", u.names(without))
		if isNumber(whole.Value) && whole.Told > 0 && whole.Told < whole.Of {
			u.say("units-missing-named")
			break
		}
		u.ofAll(len(without))
		u.say("units-missing")
	}
	if unused := whole.Of - whole.Told - len(without); isNumber(whole.Value) && whole.Told > 0 && unused > 0 {
		u.ofAll(unused)
		u.say("units-short")
	}
}

func (u *units) ofAll(count int) {
	u.put("Count", u.counted(strconv.Itoa(count)))
	u.put("Members", u.counted(u.members.out(len(u.concerned))))
}

// names are the first few, and how many more there are.
func (u *units) names(which []int) (all Said) {
	for n, unit := range which {
		if n == mostNames {
			more := u.counted(" и ещё " + u.members.count(len(which)-mostNames))
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
