// Package finding says how each value of a year stands: its zone, how far it is from the
// norm, how it changed, its place among those it may be compared with, and by what it
// differs from what the institution says of itself. It knows numbers only; what follows of
// a finding is told by package recommendation, and sentences are made elsewhere.
package finding

import (
	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// Key says where the value of a finding is from: with it the caller finds file and cell.
type Key struct {
	Subject model.Subject
	Unit    string // ID of an institution, of a cluster, of a municipality in a region; empty: the whole
	Code    string
	Year    int
}

// Finding is how one value stands («вывод»).
type Finding struct {
	Key
	Indicator *model.Indicator // not to be changed
	Name      string           // of the unit, of the cluster, of the whole
	Kind      model.InstitutionKind
	Cluster   string // ID; of a cluster its own

	Value model.Value
	// Answer: the value is the answer of an institution to the condition of a share, 1 or 0.
	Answer bool
	Part   *consolidation.Part // of a small share, where its parts are known
	Level  model.Level
	Zone   model.Zone
	Why    Reason // of a grey zone
	// Norm is what meets the norm, without end where any more, or any less, does; of a
	// trend by the value of the year before. Distance is how far outside the value is.
	Norm     model.Interval
	HasNorm  bool
	Distance float64

	// History are the values of the years before that are counted in the same way, the
	// earliest first; Change is that to the year before, Run for how many years without a
	// break it has become better (above 0) or worse (below 0).
	History []Point
	Change  consolidation.Change
	Run     int

	Place Place
	Self  *SelfAssessment // nil where there is none to compare with

	order int // of the indicator, in the catalogue
}

// Order is the place of the indicator in the catalogue, from 0.
func (f *Finding) Order() int { return f.order }

// Reason is why a zone is grey.
type Reason string

const (
	NoData        Reason = "нет данных"
	DoesNotApply  Reason = "не применимо"
	TooFew        Reason = "группа менее 10"
	NoReference   Reason = "нет справочного значения за год"
	NothingBefore Reason = "не с чем сравнить" // a trend, in the first year or after a new method
)

// Point is the value of a year.
type Point struct {
	Year  int
	Value float64
}

// Place is a place among comparable units: those of one cluster, or all where there are no
// clusters. Zero where there is none: of small groups, of results that must not rank, of
// a unit with no other to be compared with.
type Place struct {
	Place, Of int
	Group     string // name of the cluster; empty: all
}

// SelfAssessment is what an institution says of the same itself.
type SelfAssessment struct {
	Code  string
	Value float64
	By    float64 // self less outside, as both are printed: above 0 it thinks better of itself
}

// Findings are those of one year («выводы за год»).
type Findings struct {
	Year int
	List []Finding
	sets []consolidation.Years
}

// Of are the findings of a year: of each set of indicators, those of the institutions one
// by one, then of clusters and of the whole. What has no norm gives none.
func Of(sets ...consolidation.Years) *Findings {
	f := &Findings{sets: sets}
	var all []model.Indicator
	room := 0
	for _, s := range sets {
		f.Year = s.Year
		for n := range s.Rows {
			i := &s.Rows[n].Indicator
			all = append(all, *i)
			if hasNorm(i) {
				room += len(s.Units) + len(s.Clusters) + 1
			}
		}
	}
	f.List = make([]Finding, 0, room)
	restricted := model.Restricted(all)
	order := 0
	for _, s := range sets {
		y := yearsOf(s, restricted, order)
		for u := range s.Units {
			f.List = y.append(f.List, y.unit(u))
		}
		for k := range s.Clusters {
			f.List = y.append(f.List, y.cluster(k))
		}
		f.List = y.append(f.List, y.whole())
		order += len(s.Rows)
	}
	return f
}

// hasNorm reports whether there is anything to judge a value by.
func hasNorm(i *model.Indicator) bool {
	return i.Direction != model.Neutral && (len(i.Thresholds) > 0 || i.Trend)
}

// Value is the value of a code that the subject of a key has. A share of too few is not told:
// of small groups nothing follows, nor by a condition.
func (f *Findings) Value(k Key, code string) model.Value {
	for _, s := range f.sets {
		n, found := s.Row(code)
		if !found {
			continue
		}
		if v := cellOf(s.Consolidation, k, n); v.Concerned && !v.Answer && !s.Rows[n].IsFew(&v) {
			return v.Value
		}
	}
	return model.Value{}
}

func cellOf(c *consolidation.Consolidation, k Key, row int) consolidation.Cell {
	switch {
	case k.Unit == "":
		return c.Rows[row].Whole
	case k.Subject == model.OfCluster:
		for n, group := range c.Clusters {
			if group.ID == k.Unit {
				return c.Rows[row].Clusters[n]
			}
		}
		return consolidation.Cell{}
	}
	if u, found := c.Unit(k.Unit); found {
		return c.Rows[row].Units[u]
	}
	return consolidation.Cell{}
}
