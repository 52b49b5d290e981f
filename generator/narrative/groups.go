package narrative

import (
	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// groups sets the clusters side by side («сопоставимые группы»), where their values can be
// compared: sums only tell which of them is larger.
func (u *units) groups(clusters []consolidation.Group) {
	i := u.Indicator
	var all Said
	count := 0
	for k, cell := range u.Clusters {
		if !cell.IsRanked() || !isNumber(cell.Value) {
			continue
		}
		if count++; count > 1 {
			all.Text += ", "
		}
		x := i.Round(cell.Number)
		n := u.number(digits(x, i.Decimals), Value)
		n.Unit = clusters[k].ID
		name := u.named(lowerFirst(oneLine(clusters[k].Name)))
		all.Text += name.Text + " – " + quantity(n.Printed, unitWords[i.Unit], is)
		all.Numbers = append(append(all.Numbers, name.Numbers...), n)
	}
	if count < 2 || isSum(u.Row) || model.IsCount(i.Unit) && i.Direction == model.Neutral {
		return
	}
	u.put("Groups", all)
	u.say("groups")
}
