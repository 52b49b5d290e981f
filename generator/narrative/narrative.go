// Package narrative says in sentences what a consolidation counted: how an indicator
// stands, what changed, who reached the threshold. The phrases are those of a template; a
// number comes into them only as it is printed in the tables, and each is listed with
// where it is from.
package narrative

import (
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// Said are sentences («сказанное») and all numbers in them, in the order of the text.
type Said struct {
	Text    string
	Numbers []Number
}

// Number is one number of a text with where it is from.
type Number struct {
	Printed string // as it stands in the text, without its unit
	Code    string // of the indicator
	// Unit is whose it is: the ID of an institution, of a cluster, the name of a reference;
	// empty: of the whole.
	Unit string
	Year int
	What What
}

// What is what a number tells.
type What string

const (
	Value      What = "value"
	Change     What = "change"     // from the year before, of the values as they are printed
	Threshold  What = "threshold"  // where the norm lies
	Gap        What = "gap"        // from the value to the norm
	Reference  What = "reference"  // a number of the catalogue to compare with
	Difference What = "difference" // from what is compared with, or of the best and the worst
	Count      What = "count"      // of institutions, or of those that a small share is of
	YearOf     What = "year"
	InName     What = "name" // part of a title or a name
)

// and puts sentences after each other.
func (s *Said) and(next Said) {
	if s.Text != "" && next.Text != "" {
		s.Text += " "
	}
	s.Text += next.Text
	s.Numbers = append(s.Numbers, next.Numbers...)
}

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
}

// Peer is a value to compare with («с чем сравнивается»).
type Peer struct {
	Name  string // in the nominative, or «по муниципалитету»
	ID    string // of a cluster
	Value float64
	// FromCatalogue: the value is printed as it was written there, not as those counted.
	FromCatalogue bool
}

// OfWhole is what is to be said of the total of a row; false where it has none.
func OfWhole(y consolidation.Years, row int) (Case, bool) {
	r := y.Rows[row]
	c := Case{Indicator: r.Indicator, Year: y.Year, Now: r.Whole, Members: MembersOf(y.Consolidation, row), Peers: references(r.Indicator, y.Year)}
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

// groups are the cluster of a unit and the whole; a sum is nothing to compare one with.
func groups(c *consolidation.Consolidation, row int, u consolidation.Unit) (peers []Peer) {
	r := c.Rows[row]
	if r.Rule == consolidation.Sum || model.IsCount(r.Indicator.Unit) && r.Rule == consolidation.Told {
		return nil
	}
	for k, group := range c.Clusters {
		if cell := r.Clusters[k]; group.ID == u.Cluster && cell.IsRanked() {
			peers = append(peers, Peer{Name: "кластер " + quoted(group.Name), ID: group.ID, Value: cell.Number})
		}
	}
	if r.Whole.IsRanked() {
		peers = append(peers, Peer{Name: lowerFirst(oneLine(c.Whole)), Value: r.Whole.Number})
	}
	return peers
}

func references(i model.Indicator, year int) (peers []Peer) {
	for _, r := range i.References {
		if r.Year == year {
			peers = append(peers, Peer{Name: oneLine(r.Name), Value: r.Value, FromCatalogue: true})
		}
	}
	return peers
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// quoted puts a name between quotes; those inside become „ “.
func quoted(name string) string {
	return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(oneLine(name)) + "»"
}
