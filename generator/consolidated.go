package generator

import (
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/generator/source"
)

// consolidated is what the papers of one consolidation are made of.
type consolidated struct {
	consolidation.Years
	tree     *source.Tree
	office   *source.Office // whose paper it is
	set      model.IndicatorSet
	standing string        // how complete it is, in sentences
	parts    []*collection // of one office one, else one of each
}

// yearsBeside is how many years before stand beside this one.
const yearsBeside = 2

// consolidatedOf is what the papers of one office are made of.
func (c *collector) consolidatedOf(office *source.Office, year int, set model.IndicatorSet) *consolidated {
	now := c.of(office, year)
	return &consolidated{Years: now.counted[set.ID], tree: c.tree, office: office, set: set,
		standing: sayCompleteness([]*collection{now}, set), parts: []*collection{now}}
}

// consolidated counts a set of indicators over the institutions of an office, with the
// years before.
func (c *collector) consolidated(now *collection, set model.IndicatorSet) consolidation.Years {
	var years []*collection // this one first
	for of := now; of != nil && len(years) <= yearsBeside; of = c.before(of) {
		years = append(years, of)
	}
	var previous *consolidation.Consolidation
	var counted []*consolidation.Consolidation
	for _, of := range slices.Backward(years) {
		in := of.input(set)
		in.Previous = previous
		previous = consolidation.Count(in)
		counted = append([]*consolidation.Consolidation{previous}, counted...)
	}
	return consolidation.Years{Consolidation: counted[0], Before: counted[1:]}
}

// input are the values of a year by institutions; who sent nothing has a column too.
func (now *collection) input(set model.IndicatorSet) consolidation.Input {
	in := consolidation.Input{Set: set, Formulas: now.catalogue.Formulas, Year: now.year, Own: now.values(""), Whole: "По муниципалитету"}
	used := map[string]bool{}
	for _, r := range now.filings {
		if r.set.ID != set.ID || r.institution.ID == "" {
			continue
		}
		id := r.institution.ID
		cluster := now.hierarchy.Cluster(id)
		used[cluster] = true
		in.Units = append(in.Units, consolidation.Unit{ID: id, Name: oneLine(r.institution.Name()), Kind: now.hierarchy.Kind(id), Cluster: cluster, Values: now.values(id)})
	}
	for _, one := range now.office.Institutions {
		if one.Kind == model.Cluster && used[one.ID] {
			in.Clusters = append(in.Clusters, consolidation.Group{ID: one.ID, Name: oneLine(one.Name())})
		}
	}
	return in
}

// sets are those of which something is to be handed in.
func (now *collection) sets() []model.IndicatorSet {
	var sets []model.IndicatorSet
	for _, r := range now.filings {
		if !slices.ContainsFunc(sets, func(s model.IndicatorSet) bool { return s.ID == r.set.ID }) {
			sets = append(sets, r.set)
		}
	}
	return sets
}

// countedWith is the consolidation that has an indicator; where nobody tells it, any other.
func (now *collection) countedWith(code string) (c *consolidation.Consolidation) {
	for _, set := range now.sets() {
		c = now.counted[set.ID].Consolidation
		if _, found := c.Row(code); found {
			return c
		}
	}
	return c
}
