package narrative

import (
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// Case is what is to be said of one indicator of the whole, or of one unit («случай»).
type Case struct {
	Indicator model.Indicator
	Unit      string // ID; empty: the whole
	Name      string // of the unit
	Year      int
	Now       consolidation.Cell
	// YearBefore is the year that is compared with; 0: there is none.
	YearBefore int
	Before     consolidation.Cell
	Peers      []Peer
	Members    Members // of whom the whole consists
	// Summed: the value is a sum over the members, and less where fewer have told theirs.
	Summed bool
}

// OfWhole is what is to be said of the total of a row; false where it has none.
func OfWhole(y consolidation.Years, row int) (Case, bool) {
	r := y.Rows[row]
	c := Case{Indicator: r.Indicator, Year: y.Year, Now: r.Whole, Members: MembersOf(y.Consolidation, row), Peers: references(r.Indicator, y.Year),
		Summed: isSum(r)}
	if len(y.Before) > 0 {
		before := y.Before[0]
		if n, found := before.Row(r.Indicator.Code); found {
			c.YearBefore, c.Before = before.Year, before.Rows[n].Whole
		}
	}
	return c, c.Now.Concerned
}

// OfUnit is what is to be said of a unit; false where the indicator does not concern it,
// or is only an answer of it to the condition of a share.
func OfUnit(y consolidation.Years, row, unit int) (Case, bool) {
	r, u := y.Rows[row], y.Units[unit]
	c := Case{Indicator: r.Indicator, Unit: u.ID, Name: u.Name, Year: y.Year, Now: r.Units[unit]}
	c.Peers = append(groups(y.Consolidation, row, u), references(r.Indicator, y.Year)...)
	if len(y.Before) > 0 {
		before := y.Before[0]
		n, told := before.Row(r.Indicator.Code)
		m, there := before.Unit(u.ID)
		if told && there {
			c.YearBefore, c.Before = before.Year, before.Rows[n].Units[m]
		}
	}
	return c, c.Now.Concerned && !c.Now.Answer
}

// isSum reports whether the totals of a row grow with the number of those who told theirs:
// sums, and counts by a formula of sums that does not divide.
func isSum(r consolidation.Row) bool {
	return r.Rule == consolidation.Sum ||
		r.Rule == consolidation.Derived && model.IsCount(r.Indicator.Unit) && !strings.Contains(r.Indicator.Formula, "/")
}
