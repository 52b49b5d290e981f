package generator

import (
	"math"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

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

// total is the cell of a cluster; of none that of the whole.
func (y *recount) total(cluster, code string) recountCell {
	return kept(y.totals, cluster, code, func() recountCell { return y.countTotal(cluster, code) })
}

func (y *recount) countTotal(cluster, code string) recountCell {
	i := y.indicator(code)
	members := slices.DeleteFunc(y.members(cluster), func(u recountUnit) bool { return !i.Concerns(u.kind) })
	switch {
	case i.Code == "" || i.Tier == model.TierInstitution, y.isOfOffice(code) && cluster != "", !y.isOfOffice(code) && len(members) == 0:
		return recountCell{}
	}
	cell := recountCell{concerned: true, isSum: isSummed(i)}
	all := func(part string) model.Value { return y.total(cluster, part).Value }
	parts := all
	switch {
	case i.ShareWhere != "":
		y.poll(&cell, i, members)
	case isOfFormula(i):
		if summands := y.summands(code); len(summands) > 1 {
			parts = y.paired(cluster, summands)
		}
		cell.Value = calculate(i.Formula, parts)
		for _, u := range members {
			cell.ask(i, y.value(u, code), model.KnownValue(1))
		}
	case i.Total == "":
		cell.Value = y.own[code]
	default:
		y.add(&cell, i, members)
	}
	cell.show(i, func(part string) model.Value {
		if v := parts(part); v.IsKnown() {
			return v
		}
		return all(part)
	})
	cell.judge(i, y, func(b *recount) recountCell { return b.total(cluster, code) })
	return cell
}

// ask counts who has it to tell and who told it.
func (c *recountCell) ask(i model.Indicator, v, weight model.Value) bool {
	if i.Tier == model.TierMunicipality || v.State == model.NotApplicable {
		return false
	}
	c.asked++
	if v.IsKnown() && weight.IsKnown() && weight.Number > 0 {
		c.told++
		return true
	}
	return false
}

// add sums up, or takes the mean, weighted where there is a weight.
func (y *recount) add(cell *recountCell, i model.Indicator, members []recountUnit) {
	sum, weights := 0.0, 0.0
	for _, u := range members {
		v, weight := y.value(u, i.Code), model.KnownValue(1)
		if i.Total == model.TotalMean && i.Weight != "" {
			weight = y.value(u, i.Weight)
		}
		if cell.ask(i, v, weight) {
			sum += v.Number * weight.Number
			weights += weight.Number
		}
	}
	switch {
	case cell.told == 0 && cell.asked == 0:
		cell.State = model.NotApplicable
	case cell.told > 0 && i.Total == model.TotalMean:
		cell.Value = model.KnownValue(sum / weights)
	case cell.told > 0:
		cell.Value = model.KnownValue(sum)
	}
}

func (y *recount) poll(cell *recountCell, i model.Indicator, members []recountUnit) {
	yes, none := 0.0, 0
	for _, u := range members {
		switch v := y.holds(u, i); v.State {
		case model.Known:
			yes += v.Number
			cell.told++
			cell.asked++
		case model.NotApplicable:
			none++
		default:
			cell.asked++
		}
	}
	switch {
	case cell.told > 0:
		cell.Value = model.KnownValue(100 * yes / float64(cell.told))
		if cell.told < model.SmallGroup {
			cell.small, cell.hasPart, cell.part, cell.of = true, true, yes, float64(cell.told)
		}
	case cell.asked == 0 && none > 0:
		cell.State = model.NotApplicable
	}
}

// paired are totals where the sums are those of the institutions that told all of them.
func (y *recount) paired(cluster string, summands []string) func(code string) model.Value {
	sums := map[string]float64{}
	told, none, missing := 0, 0, 0
	for _, u := range y.members(cluster) {
		states := map[model.ValueState]int{}
		concerned := false
		for _, code := range summands {
			states[y.value(u, code).State]++
			concerned = concerned || y.indicator(code).Concerns(u.kind)
		}
		switch {
		case states[model.NotApplicable] > 0:
			none++
		case states[model.Known] == len(summands):
			told++
			for _, code := range summands {
				sums[code] += y.value(u, code).Number
			}
		case concerned:
			missing++
		}
	}
	var value func(code string) model.Value
	value = func(code string) model.Value {
		switch {
		case told == 0 && none > 0 && missing == 0:
			return model.NoValue()
		case told == 0:
			return model.Value{}
		case slices.Contains(summands, code):
			return model.KnownValue(sums[code])
		case y.isCountOfSums(code):
			return calculate(y.indicator(code).Formula, value)
		}
		return y.total(cluster, code).Value
	}
	return value
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

var codePattern = regexp.MustCompile(`[A-Z]+\d+`)

func codesIn(formula string) []string { return codePattern.FindAllString(formula, -1) }

var tokens = regexp.MustCompile(`[A-Z]+\d+|[a-z]+|\d+(?:\.\d+)?|==|>=|<=|[-+*/(),<>]`)

// calculate counts a formula: what is missing makes the result missing, what is not
// applicable is left out of mean and max, and else makes the result not applicable.
func calculate(formula string, value func(code string) model.Value) model.Value {
	c := calculation{rest: tokens.FindAllString(formula, -1), value: value}
	x := c.compare()
	switch {
	case c.none:
		return model.NoValue()
	case c.missing || math.IsInf(x, 0) || math.IsNaN(x):
		return model.Value{}
	}
	return model.KnownValue(x)
}

type calculation struct {
	rest          []string
	value         func(code string) model.Value
	missing, none bool
}

func (c *calculation) next(of ...string) string {
	if len(c.rest) == 0 || len(of) > 0 && !slices.Contains(of, c.rest[0]) {
		return ""
	}
	token := c.rest[0]
	c.rest = c.rest[1:]
	return token
}

func (c *calculation) compare() float64 {
	a := c.sum()
	sign := c.next("==", ">=", "<=", "<", ">")
	if sign == "" {
		return a
	}
	b := c.sum()
	if map[string]bool{"==": a == b, ">=": a >= b, "<=": a <= b, "<": a < b, ">": a > b}[sign] {
		return 1
	}
	return 0
}

func (c *calculation) sum() float64 {
	a := c.product()
	for sign := c.next("+", "-"); sign != ""; sign = c.next("+", "-") {
		b := c.product()
		if sign == "-" {
			b = -b
		}
		a += b
	}
	return a
}

func (c *calculation) product() float64 {
	a := c.atom()
	for sign := c.next("*", "/"); sign != ""; sign = c.next("*", "/") {
		switch b := c.atom(); {
		case sign == "*":
			a *= b
		case b == 0:
			c.missing = true
		default:
			a /= b
		}
	}
	return a
}

func (c *calculation) atom() float64 {
	token := c.next()
	switch {
	case token == "(":
		x := c.sum()
		c.next(")")
		return x
	case token == "mean" || token == "max":
		return c.aggregate(token)
	case codePattern.MatchString(token):
		v := c.value(token)
		c.missing, c.none = c.missing || v.State == model.Missing, c.none || v.State == model.NotApplicable
		return v.Number
	}
	x, err := strconv.ParseFloat(token, 64)
	if err != nil {
		panic("the test cannot read the formula at " + token)
	}
	return x
}

// aggregate leaves out arguments that are a code alone and not applicable.
func (c *calculation) aggregate(name string) float64 {
	var list []float64
	all := 0
	for c.next("(", ",") != "" {
		all++
		if codePattern.MatchString(c.rest[0]) && slices.Contains([]string{",", ")"}, c.rest[1]) && c.value(c.rest[0]).State == model.NotApplicable {
			c.next()
			continue
		}
		list = append(list, c.sum())
	}
	c.next(")")
	if len(list) == 0 {
		c.none = true
		return 0
	}
	if name == "max" {
		return slices.Max(list)
	}
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

// roundHalf rounds the decimal digits of a number, halves away from zero.
func roundHalf(x float64, decimals int) float64 {
	rounded, _ := strconv.ParseFloat(plainDigits(x, decimals), 64)
	return rounded
}

// plainDigits are the digits of a number, rounded as people do it, with a point.
func plainDigits(x float64, decimals int) string {
	exact, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', 15, 64))
	if !ok {
		return "0"
	}
	power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(exact), power)
	scaled.Add(scaled, big.NewRat(1, 2))
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	digits := whole.String()
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	if decimals > 0 {
		digits = digits[:len(digits)-decimals] + "." + digits[len(digits)-decimals:]
	}
	if exact.Sign() < 0 && whole.Sign() != 0 {
		digits = "-" + digits
	}
	return digits
}

// plainNumber is a number as papers print it.
func plainNumber(x float64, decimals int) string {
	whole, fraction, has := strings.Cut(strings.TrimPrefix(plainDigits(x, decimals), "-"), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "\u00a0" + whole[at:]
	}
	if has {
		whole += "," + fraction
	}
	if roundHalf(x, decimals) < 0 {
		whole = "−" + whole
	}
	return whole
}

// plainAsWritten has as many digits as it was written with.
func plainAsWritten(x float64) string {
	return strings.NewReplacer(".", ",", "-", "−").Replace(strconv.FormatFloat(x, 'f', -1, 64))
}
