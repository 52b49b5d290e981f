// Package consolidation counts what the institutions of a municipality, or the
// municipalities of a region, come to together («свод»): totals, levels, places, changes.
// It knows numbers only; tables and papers are made of it elsewhere.
package consolidation

import (
	"slices"
	"sync"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// Unit is one column of a consolidation («единица свода»): an institution, or a
// municipality with the totals that it was counted to.
type Unit struct {
	ID, Name string
	Kind     model.InstitutionKind
	Cluster  string       // ID; empty: none
	Values   model.Values // as they were told; what is derived is counted here
	// Polls are the shares of institutions in a unit that is itself a municipality: of
	// them only the counts can be added up.
	Polls map[string]formula.Poll
	// Paired are, in a municipality, the sums of formulas that were counted over fewer than
	// all of its institutions, by the code of the formula (see [Cell.Paired]).
	Paired map[string]model.Values
}

// Group is a cluster («кластер»).
type Group struct{ ID, Name string }

// Input is what a consolidation is counted from.
type Input struct {
	Set      model.IndicatorSet
	Formulas *formula.Set
	Year     int
	Units    []Unit
	Clusters []Group
	Own      model.Values // what the office tells of itself
	Whole    string       // «Муниципалитет», «Регион»
	// Previous is the year before, by which trends are judged; nil: not known.
	Previous *Consolidation
}

// Consolidation is the values of one year («свод»). Units that no indicator concerns are left
// out; the others stand by clusters, those of no cluster last. Rows stand as in the set.
type Consolidation struct {
	Year     int
	Whole    string
	Units    []Unit
	Clusters []Group
	Rows     []Row

	rows, units map[string]int // by code and by ID
	pairs
	told func() *gathered // gathered anew, when some of the units are first counted alone
}

// Row is one indicator («строка свода»): a cell for each unit and each cluster, and the
// total.
type Row struct {
	Indicator model.Indicator
	Rule      Rule // how its totals come
	Units     []Cell
	Clusters  []Cell
	Whole     Cell
}

// Rule is how the totals of an indicator come («правило свода»).
type Rule string

const (
	NoTotal Rule = ""        // there are none
	Told    Rule = "told"    // the office tells that of the whole
	Sum     Rule = "sum"     // of what is known
	Mean    Rule = "mean"    // weighted where there is a weight
	Derived Rule = "formula" // the indicator's formula over the totals of its parts
	Poll    Rule = "poll"    // the share of those for whom the condition holds
)

// ruleOf: what a municipality tells of itself is, in a region, the sum where it counts
// people or things; of anything else the region tells its own.
func ruleOf(i model.Indicator, in Input) Rule {
	inRegion := len(in.Units) > 0 && in.Units[0].Kind.IsGroup()
	switch {
	case !i.Tier.Covers(model.TierMunicipality):
		return NoTotal
	case i.ShareWhere != "":
		return Poll
	case i.Total == model.TotalMean:
		return Mean
	case i.Total == model.TotalSum:
		return Sum
	case i.Formula != "":
		return Derived
	case inRegion && model.IsCount(i.Unit):
		return Sum
	}
	return Told
}

// Cell is one value of a consolidation.
type Cell struct {
	model.Value
	// Concerned is false where there can be no value: the indicator is not of that kind of
	// institution, or not of that tier.
	Concerned bool
	// Answer marks a unit in the row of a share of units: 1 where its condition holds, 0
	// where it does not.
	Answer bool

	Level  model.Level
	Judged bool // there is a level

	Small bool  // a share of fewer than [model.SmallGroup]
	Part  *Part // of a small share, where its parts are known
	Place int   // among the units; 0: none

	// Of a total: how many units told it, of those that had it to tell. «Не применимо» is
	// neither; nor is, of a weighted mean, a value without its weight told.
	Told, Of int
	// Paired are the sums of a formula over those who told all of them, where they are not
	// the totals of their own rows.
	Paired model.Values
	// Poll is how many fulfil the condition, of a share of institutions.
	Poll formula.Poll
}

// Count counts everything.
func Count(in Input) *Consolidation {
	c := &Consolidation{Year: in.Year, Whole: in.Whole, Units: byCluster(concerned(in), in.Clusters), Clusters: in.Clusters,
		Rows: make([]Row, len(in.Set.Indicators)), rows: map[string]int{}, units: map[string]int{}, pairs: pairsOf(in)}
	in.Units = c.Units
	for n, u := range c.Units {
		c.units[u.ID] = n
	}
	for n, i := range in.Set.Indicators {
		c.rows[i.Code] = n
		c.Rows[n] = Row{Indicator: i, Rule: ruleOf(i, in), Units: make([]Cell, len(c.Units)), Clusters: make([]Cell, len(c.Clusters))}
	}
	told := gather(in)
	c.told = sync.OnceValue(func() *gathered { return gather(in) })
	for u := range c.Units {
		for n := range c.Rows {
			c.Rows[n].Units[u] = told.unit(c.Rows[n].Indicator, u)
		}
	}
	for k, group := range c.Clusters {
		for n, cell := range told.totals(membersOf(c.Units, group.ID), false) {
			c.Rows[n].Clusters[k] = cell
		}
	}
	all := make([]int, len(c.Units))
	for u := range all {
		all[u] = u
	}
	for n, cell := range told.totals(all, true) {
		c.Rows[n].Whole = cell
	}
	for n := range c.Rows {
		rank(c.Rows[n].Indicator, c.Rows[n].Units)
	}
	c.judge(in.Previous)
	return c
}

// concerned are the units that some indicator concerns.
func concerned(in Input) (units []Unit) {
	for _, u := range in.Units {
		if slices.ContainsFunc(in.Set.Indicators, func(i model.Indicator) bool { return u.has(i) || u.answers(i) }) {
			units = append(units, u)
		}
	}
	return units
}

// byCluster orders the units; those of one cluster stay in their order.
func byCluster(units []Unit, clusters []Group) []Unit {
	place := map[string]int{}
	for n, g := range clusters {
		place[g.ID] = n - len(clusters)
	}
	units = slices.Clone(units)
	slices.SortStableFunc(units, func(a, b Unit) int { return place[a.Cluster] - place[b.Cluster] })
	return units
}

func membersOf(units []Unit, cluster string) (members []int) {
	for n, u := range units {
		if u.Cluster == cluster {
			members = append(members, n)
		}
	}
	return members
}

// Row finds the row of an indicator.
func (c *Consolidation) Row(code string) (int, bool) {
	n, found := c.rows[code]
	return n, found
}

// AsUnit is the municipality as one of a region: its totals, and of the shares of
// institutions the counts.
func (c *Consolidation) AsUnit(id, name, cluster string) Unit {
	u := Unit{ID: id, Name: name, Kind: model.Municipality, Cluster: cluster, Values: model.Values{}, Polls: map[string]formula.Poll{}, Paired: map[string]model.Values{}}
	for _, row := range c.Rows {
		switch {
		case !row.Whole.Concerned:
		case row.Rule == Poll:
			u.Polls[row.Indicator.Code] = row.Whole.Poll
		default:
			u.Values[row.Indicator.Code] = row.Whole.Value
			if row.Whole.Paired != nil {
				u.Paired[row.Indicator.Code] = row.Whole.Paired
			}
		}
	}
	return u
}

// Unit finds the column of a unit.
func (c *Consolidation) Unit(id string) (int, bool) {
	n, found := c.units[id]
	return n, found
}
