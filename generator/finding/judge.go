package finding

import (
	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// years are a set of indicators while its findings are made.
type years struct {
	consolidation.Years
	first      int       // place of the first indicator in the catalogue
	before     [][]int   // by years before, the row of each row; -1: none
	weights    []int     // row of the weight; -1: none
	selves     []int     // row of the self-assessment; -1: none
	places     [][]Place // by rows and units
	restricted map[string]bool
}

// subject is one column: a unit, a cluster or the whole.
type subject struct {
	key           Key
	name, cluster string
	kind          model.InstitutionKind
	unit          int // -1: no unit
	// Of the year, and of each year before; nil: the subject was not there.
	now    cells
	before []cells
}

// cells are those of one column, by rows.
type cells func(row int) *consolidation.Cell

func yearsOf(s consolidation.Years, restricted map[string]bool, first int) *years {
	y := &years{Years: s, first: first, restricted: restricted}
	find := func(c *consolidation.Consolidation, code string) int {
		if n, found := c.Row(code); found {
			return n
		}
		return -1
	}
	for _, b := range s.Before {
		rows := make([]int, len(s.Rows))
		for n := range s.Rows {
			rows[n] = find(b, s.Rows[n].Indicator.Code)
		}
		y.before = append(y.before, rows)
	}
	for n := range s.Rows {
		i := &s.Rows[n].Indicator
		y.weights = append(y.weights, find(s.Consolidation, i.Weight))
		y.selves = append(y.selves, find(s.Consolidation, i.Self))
		y.places = append(y.places, y.rank(n))
	}
	return y
}

func (y *years) unit(u int) subject {
	unit := y.Units[u]
	s := subject{key: Key{model.OfInstitution, unit.ID, "", y.Year}, name: unit.Name, cluster: unit.Cluster, kind: unit.Kind, unit: u,
		now: y.unitCells(u)}
	if unit.Kind.IsGroup() {
		s.key.Subject = model.OfMunicipality
	}
	for _, b := range y.Before {
		s.before = append(s.before, nil)
		if n, found := b.Unit(unit.ID); found {
			s.before[len(s.before)-1] = func(row int) *consolidation.Cell { return &b.Rows[row].Units[n] }
		}
	}
	return s
}

func (y *years) unitCells(u int) cells {
	return func(row int) *consolidation.Cell { return &y.Rows[row].Units[u] }
}

func (y *years) cluster(k int) subject {
	group := y.Clusters[k]
	s := subject{key: Key{model.OfCluster, group.ID, "", y.Year}, name: group.Name, cluster: group.ID, kind: model.Cluster, unit: -1,
		now: func(row int) *consolidation.Cell { return &y.Rows[row].Clusters[k] }}
	for _, b := range y.Before {
		s.before = append(s.before, nil)
		for n, other := range b.Clusters {
			if other.ID == group.ID {
				s.before[len(s.before)-1] = func(row int) *consolidation.Cell { return &b.Rows[row].Clusters[n] }
			}
		}
	}
	return s
}

func (y *years) whole() subject {
	s := subject{key: Key{model.OfMunicipality, "", "", y.Year}, name: y.Whole, kind: model.Municipality, unit: -1,
		now: func(row int) *consolidation.Cell { return &y.Rows[row].Whole }}
	if len(y.Units) > 0 && y.Units[0].Kind.IsGroup() {
		s.key.Subject, s.kind = model.OfRegion, model.Region
	}
	for _, b := range y.Before {
		s.before = append(s.before, func(row int) *consolidation.Cell { return &b.Rows[row].Whole })
	}
	return s
}

func (y *years) append(list []Finding, s subject) []Finding {
	for row := range y.Rows {
		i := &y.Rows[row].Indicator
		cell := s.now(row)
		if !cell.Concerned || !hasNorm(i) {
			continue
		}
		f := Finding{Key: s.key, Indicator: i, Name: s.name, Kind: s.kind, Cluster: s.cluster,
			Value: cell.Value, Answer: cell.Answer, Part: cell.Part, order: y.first + row}
		f.Code = i.Code
		if s.unit >= 0 {
			f.Place = y.places[row][s.unit]
		}
		if cell.Answer {
			f.answer()
		} else {
			y.trend(&f, s, row)
			y.zone(&f, s, row)
			y.self(&f, s, row)
		}
		list = append(list, f)
	}
	return list
}

// answer: the condition of a share holds for the institution, or does not; of a share that
// is the better the less it is, the condition is what should not be.
func (f *Finding) answer() {
	if !f.Value.IsKnown() {
		f.Zone, f.Why = model.GreyZone, reasonOf(f.Value)
		return
	}
	holds := f.Value.Number == 1
	f.Level = model.Level{Name: "нет", Met: holds != (f.Indicator.Direction == model.Lower)}
	if holds {
		f.Level.Name = "да"
	}
	if f.Zone = model.YellowZone; f.Level.Met {
		f.Zone = model.GreenZone
	}
}

func reasonOf(v model.Value) Reason {
	if v.State == model.NotApplicable {
		return DoesNotApply
	}
	return NoData
}

// zone judges the value by the norm of its year, or of a trend by the year before.
func (y *years) zone(f *Finding, s subject, row int) {
	cell := s.now(row)
	f.Norm, f.HasNorm = f.Indicator.NormIn(y.Year)
	if f.Indicator.Trend {
		if f.HasNorm = f.Change.Known; f.HasNorm {
			f.Norm = f.Indicator.NormOfTrend(s.before[0](y.before[0][row]).Number)
		}
	}
	switch {
	case !cell.IsKnown():
		f.Zone, f.Why = model.GreyZone, reasonOf(cell.Value)
		return
	case y.isSmall(s.now, row):
		f.Why = TooFew
	case !f.HasNorm && f.Indicator.Trend:
		f.Why = NothingBefore
	case !cell.Judged:
		f.Why = NoReference
	}
	if f.HasNorm {
		f.Distance = f.Norm.Distance(f.Indicator.Round(cell.Number))
	}
	if f.Zone = model.GreyZone; f.Why == "" {
		f.Level = cell.Level
		f.Zone = f.Indicator.ZoneOf(cell.Level, cell.Number, f.Norm)
	}
}

// isSmall: a share of fewer than ten, and a mean over so few people, tells of each of them.
// A score of a scale is given to the institution, however many are in it.
func (y *years) isSmall(now cells, row int) bool {
	i := &y.Rows[row].Indicator
	if y.Rows[row].IsFew(now(row)) {
		return true
	}
	weight := y.weights[row]
	if weight < 0 || i.Unit != "балл" || i.Scale != "" {
		return false
	}
	of := now(weight)
	return of.IsKnown() && of.Number < model.SmallGroup
}

// self compares with what the institution says of itself.
func (y *years) self(f *Finding, s subject, row int) {
	at := y.selves[row]
	if at < 0 || !f.Value.IsKnown() || !s.now(at).IsKnown() {
		return
	}
	own := s.now(at).Number
	f.Self = &SelfAssessment{Code: f.Indicator.Self, Value: own, By: model.Fifteen(f.Indicator.Round(own) - f.Indicator.Round(f.Value.Number))}
}
