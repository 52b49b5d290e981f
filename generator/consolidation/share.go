package consolidation

import (
	"fmt"
	"strconv"
	"strings"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// Part is the absolute numbers of a share («сколько из скольких»).
type Part struct{ Count, Of float64 }

// String is the part as it is printed: «2 из 5».
func (p Part) String() string { return fmt.Sprintf("%s из %s", digits(p.Count), digits(p.Of)) }

// digits are those that were told, with a comma.
func digits(x float64) string {
	return strings.Replace(strconv.FormatFloat(model.Fifteen(x), 'f', -1, 64), ".", ",", 1)
}

// showParts finds out whether the cell is a share of a small group, by the weight of the
// indicator, and of how many it is.
func (c *Cell) showParts(f *formula.Formula, i model.Indicator, values model.Values) {
	weight := values[i.Weight]
	if i.Unit != model.UnitPercent || i.ShareWhere != "" || !c.IsKnown() || !weight.IsKnown() || weight.Number >= model.SmallGroup {
		return
	}
	c.Small = true
	if f == nil {
		return
	}
	part, whole, isShare := f.Share()
	if isShare && values[part].IsKnown() && values[whole].IsKnown() {
		c.Part = &Part{values[part].Number, values[whole].Number}
	}
}

// IsFew reports whether a cell of the row is a share of so few people that nothing is made of
// it: it is not judged, nor compared. Of institutions there are few anywhere, and how many of
// them there are is told of nobody.
func (r *Row) IsFew(c *Cell) bool { return c.Small && r.Rule != Poll }

// showPoll does the same for a share of institutions.
func (c *Cell) showPoll(p formula.Poll) {
	if c.IsKnown() && p.Known < model.SmallGroup {
		c.Small, c.Part = true, &Part{float64(p.Holds), float64(p.Known)}
	}
}
