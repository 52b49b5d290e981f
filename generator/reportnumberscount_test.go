package generator

import (
	"math"
	"regexp"
	"slices"

	"doklad/generator/model"
)

// recount is a year of a set counted anew from the values that institutions told, in the
// plainest way: nothing of the program's arithmetic is used.
type recount struct {
	set      model.IndicatorSet
	year     int
	own      model.Values
	units    []recountUnit
	clusters []recountCluster
	before   *recount // nil: the earliest year

	// What was counted once is kept.
	byCode map[string]*model.Indicator
	values map[[2]string]model.Value // by unit and code
	cells  map[[2]string]recountCell // of units
	totals map[[2]string]recountCell // by cluster and code
	told   []model.Indicator
	tasks  []string // of the next year, set by the walk
}

// kept counts what was not counted yet.
func kept[V any](by map[[2]string]V, of, code string, count func() V) V {
	key := [2]string{of, code}
	v, known := by[key]
	if !known {
		v = count()
		by[key] = v
	}
	return v
}

type recountUnit struct {
	id, name, cluster string
	kind              model.InstitutionKind
	told              model.Values
}

type recountCluster struct{ id, name string }

// recountCell is what a table is to print at one place.
type recountCell struct {
	model.Value
	concerned, answer bool
	small, hasPart    bool
	part, of          float64 // «2 из 5»
	told, asked       int     // of a total: so many of so many
	judged, met       bool
	level             string
	isSum             bool
}

// recounted are the years of a set, this one first.
func recounted(r *reporting, set model.IndicatorSet) *recount {
	now := r.collector.of(r.office, r.report.Year)
	var first, last *recount
	for depth := 0; now != nil && depth <= 2; depth++ {
		y := &recount{set: set, year: now.year, own: now.values(""), byCode: map[string]*model.Indicator{}, values: map[[2]string]model.Value{}, cells: map[[2]string]recountCell{}, totals: map[[2]string]recountCell{}}
		for n, i := range set.Indicators {
			y.byCode[i.Code] = &set.Indicators[n]
		}
		used := map[string]bool{}
		for _, f := range now.filings {
			if id := f.institution.ID; f.set.ID == set.ID && id != "" {
				y.units = append(y.units, recountUnit{id, oneLine(f.institution.Name()), now.hierarchy.Cluster(id), now.hierarchy.Kind(id), now.values(id)})
				used[now.hierarchy.Cluster(id)] = true
			}
		}
		for _, one := range now.office.Institutions {
			if one.Kind == model.Cluster && used[one.ID] {
				y.clusters = append(y.clusters, recountCluster{one.ID, oneLine(one.Name())})
			}
		}
		place := func(u recountUnit) int { // those of no cluster stand last
			for n, c := range y.clusters {
				if c.id == u.cluster {
					return n
				}
			}
			return len(y.clusters)
		}
		slices.SortStableFunc(y.units, func(a, b recountUnit) int { return place(a) - place(b) })
		if last != nil {
			last.before = y
		} else {
			first = y
		}
		last = y
		now = r.collector.before(now)
	}
	return first
}

func (y *recount) indicator(code string) model.Indicator {
	if i := y.byCode[code]; i != nil {
		return *i
	}
	return model.Indicator{}
}

// of is the same set in another year; nil: there is none.
func (y *recount) of(year int) *recount {
	for ; y != nil && y.year != year; y = y.before {
	}
	return y
}

func (y *recount) unit(id string) *recountUnit {
	for n := range y.units {
		if y.units[n].id == id {
			return &y.units[n]
		}
	}
	return nil
}

// value is what a unit has of a code: told, or by a formula.
func (y *recount) value(u recountUnit, code string) model.Value {
	return kept(y.values, u.id, code, func() model.Value { return y.countValue(u, code) })
}

func (y *recount) countValue(u recountUnit, code string) model.Value {
	i := y.indicator(code)
	switch {
	case i.Code == "" || !i.Concerns(u.kind) || i.Tier == model.TierMunicipality:
		return model.Value{}
	case i.Formula != "":
		return calculate(i.Formula, func(code string) model.Value { return y.value(u, code) })
	}
	return u.told[code]
}

var shareFormula = regexp.MustCompile(`^100 \* (\w+) / (\w+)$`)

// ofUnit is the cell of a unit.
func (y *recount) ofUnit(id, code string) recountCell {
	return kept(y.cells, id, code, func() recountCell { return y.countUnit(id, code) })
}

func (y *recount) countUnit(id, code string) recountCell {
	i := y.indicator(code)
	u := y.unit(id)
	switch {
	case u == nil || !i.Concerns(u.kind):
		return recountCell{}
	case i.ShareWhere != "":
		return recountCell{Value: y.holds(*u, i), concerned: true, answer: true}
	case i.Tier == model.TierMunicipality:
		return recountCell{}
	}
	value := func(code string) model.Value { return y.value(*u, code) }
	cell := recountCell{Value: value(code), concerned: true}
	cell.show(i, value)
	cell.judge(i, y, func(b *recount) recountCell { return b.ofUnit(id, code) })
	return cell
}

// holds is the condition of a share of institutions: 1 or 0.
func (y *recount) holds(u recountUnit, i model.Indicator) model.Value {
	return calculate(i.ShareWhere, func(code string) model.Value {
		v := y.value(u, code)
		v.Number = roundHalf(v.Number, y.indicator(code).Decimals)
		return v
	})
}

func (y *recount) members(cluster string) (members []recountUnit) {
	for _, u := range y.units {
		if cluster == "" || u.cluster == cluster {
			members = append(members, u)
		}
	}
	return members
}

// isSummed: its total is a sum over institutions.
func isSummed(i model.Indicator) bool {
	return i.Tier != model.TierInstitution && i.ShareWhere == "" && i.Total == model.TotalSum
}

// isOfFormula: its total is its formula over totals.
func isOfFormula(i model.Indicator) bool {
	return i.Tier != model.TierInstitution && i.ShareWhere == "" && i.Total != model.TotalSum && i.Total != model.TotalMean && i.Formula != ""
}

// isOfOffice: only the office tells it of the whole.
func (y *recount) isOfOffice(code string) bool {
	i := y.indicator(code)
	if i.Tier != model.TierMunicipality || i.ShareWhere != "" {
		return false
	}
	if i.Formula == "" {
		return i.Total == ""
	}
	return slices.ContainsFunc(codesIn(i.Formula), y.isOfOffice)
}

// summands are the sums that a formula comes to in the end.
func (y *recount) summands(code string) (codes []string) {
	for _, part := range codesIn(y.indicator(code).Formula) {
		switch i := y.indicator(part); {
		case isSummed(i):
			codes = append(codes, part)
		case y.isCountOfSums(part):
			codes = append(codes, y.summands(part)...)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func (y *recount) isCountOfSums(code string) bool {
	i := y.indicator(code)
	return isOfFormula(i) && (i.Unit == model.UnitPeople || i.Unit == model.UnitThings) && len(y.summands(code)) > 1
}

// show finds a small group, by the weight of its share.
func (c *recountCell) show(i model.Indicator, value func(code string) model.Value) {
	if i.Unit != model.UnitPercent || i.ShareWhere != "" || i.Weight == "" || !c.IsKnown() {
		return
	}
	weight := value(i.Weight)
	if c.small = weight.IsKnown() && weight.Number < 10; !c.small {
		return
	}
	if m := shareFormula.FindStringSubmatch(i.Formula); m != nil {
		c.part, c.of, c.hasPart = value(m[1]).Number, value(m[2]).Number, true
	}
}

// judge by the thresholds as the catalogue has them, or by the year before.
func (c *recountCell) judge(i model.Indicator, y *recount, same func(*recount) recountCell) {
	if !c.IsKnown() {
		return
	}
	if i.Trend {
		if y.before != nil {
			if change := changeOf(i, *c, same(y.before), y.year, y.before.year); change.known {
				c.judged, c.met = true, !change.worse
			}
		}
		return
	}
	x := roundHalf(c.Number, i.Decimals)
	norm := -1
	for n, t := range i.Thresholds {
		if t.Norm || n == len(i.Thresholds)-1 && norm < 0 {
			norm = n
		}
	}
	level, reached := i.Below, -1
	for n, t := range i.Thresholds {
		from, to, known := boundOf(i, t, y.year)
		if !known {
			return
		}
		if i.Direction == model.Higher && x >= from || i.Direction == model.Lower && x <= to || i.Direction == model.Band && x >= from && x <= to {
			level, reached = t.Level, n
		}
	}
	c.judged, c.met, c.level = norm >= 0, reached >= norm, level
}

// boundOf is a threshold of the catalogue in a year.
func boundOf(i model.Indicator, t model.Threshold, year int) (from, to float64, known bool) {
	switch {
	case t.Band != nil:
		return t.Band.From, t.Band.To, true
	case t.At != nil:
		return *t.At, *t.At, true
	}
	for _, r := range i.References {
		if r.Name == t.Reference && r.Year == year {
			return r.Value, r.Value, true
		}
	}
	return 0, 0, false
}

// recountChange is the difference of two years as both are printed.
type recountChange struct {
	known, better, worse, partial, method bool
	by                                    float64
}

func changeOf(i model.Indicator, now, before recountCell, year, yearBefore int) (c recountChange) {
	for _, m := range i.Methods {
		c.method = c.method || yearBefore < m.Year && m.Year <= year
	}
	if !now.IsKnown() || !before.IsKnown() {
		return recountChange{}
	}
	a, b := roundHalf(now.Number, i.Decimals), roundHalf(before.Number, i.Decimals)
	c.by = a - b
	c.partial = !c.method && now.isSum && (now.told < now.asked || before.told < before.asked)
	c.known = !c.method && !c.partial
	sign := 0.0
	switch i.Direction {
	case model.Higher:
		sign = a - b
	case model.Lower:
		sign = b - a
	case model.Band:
		for _, t := range i.Thresholds {
			if t.Band != nil {
				sign = math.Max(0, math.Max(t.Band.From-b, b-t.Band.To)) - math.Max(0, math.Max(t.Band.From-a, a-t.Band.To))
			}
		}
	}
	c.better, c.worse = c.known && sign > 1e-9, c.known && sign < -1e-9
	return c
}

// change is that of the total of the whole; before a second year there is none.
func (y *recount) change(code string) recountChange {
	if y.before == nil || y.before.indicator(code).Code == "" {
		return recountChange{}
	}
	return changeOf(y.indicator(code), y.total("", code), y.before.total("", code), y.year, y.before.year)
}
