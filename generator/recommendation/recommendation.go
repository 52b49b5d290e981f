// Package recommendation says what follows of findings: to whom, what, by which day. Its
// rules are the criteria of the catalogue; what no rule may say is written here, in code,
// for the data could switch it off.
package recommendation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/finding"
	"doklad/generator/model"
)

// Recommendation is one recommendation («адресная рекомендация»): of one deficit, to one
// addressee.
type Recommendation struct {
	// ID is «2022/ds-3/D09»: the year, the unit («-»: the whole), the first code; with the
	// kind of the addressee where it is not the one who answers for the unit.
	ID        string
	Year      int
	To        model.AddresseeKind
	Addressee string // in the dative: «руководителю ДОО»

	Subject model.Subject
	Unit    string // ID; empty: the whole
	Name    string // of the unit

	Text        string
	Term        Term
	Responsible string
	Priority    int // 1 (the most urgent) to 3
	Expected    string
	Reporting   string

	Findings []*finding.Finding // what it follows of, in the order of the catalogue
	// Criteria are the keys of the criteria by which it follows, one of each finding, from
	// the code on: «D09.criterion[2]».
	Criteria []string
}

// Term is by when it is to be done («срок»).
type Term struct {
	Words string // as the rule has it: «до 1 декабря»
	Day   model.Date
	// NextYear: in the year of issue the day has passed.
	NextYear bool
}

// Input is what recommendations are made of.
type Input struct {
	Findings *finding.Findings
	Rules    *Rules
	Issued   model.Date // terms are counted from this day
	// Institutions tell in which order they come, and who is no more on that day: nothing is
	// recommended to them.
	Institutions []model.Institution
}

// Recommend makes the recommendations, ordered by addressee, unit, priority and code. The
// whole and the groups come before the institutions, and these as they are given: in the
// order of the directory, whatever cluster they are of. It tells of rules that turned out to
// contradict each other; of two such the first is applied.
func Recommend(in Input) ([]Recommendation, []Tie) {
	closed, places := map[string]bool{}, map[unit]int{}
	for n, i := range in.Institutions {
		closed[i.ID] = !i.IsOpen(in.Issued, in.Issued)
		places[unit{model.OfInstitution, i.ID}] = n + 1
	}
	m := maker{Input: in, places: places, units: map[unit]int{}, made: map[deficit]int{}, tied: map[[2]*rule]int{}}
	for n := range in.Findings.List {
		f := &in.Findings.List[n]
		of := unit{f.Subject, f.Unit}
		if _, seen := m.units[of]; !seen {
			m.units[of] = len(m.units)
		}
		if !closed[f.Unit] {
			m.follow(f, of)
		}
	}
	m.order()
	for n := range m.list {
		m.list[n].ID = m.list[n].id()
	}
	return m.list, m.ties
}

type unit struct {
	subject model.Subject
	id      string
}

// deficit is what one addressee gets one recommendation of.
type deficit struct {
	unit
	to     model.AddresseeKind
	remedy string
}

type maker struct {
	Input
	places map[unit]int // of the institutions, from 1 on
	units  map[unit]int // in the order of the findings
	made   map[deficit]int
	list   []Recommendation
	ties   []Tie
	tied   map[[2]*rule]int
}

// follow adds what follows of a finding: to each kind of addressee, by the rule that says
// most of those that hold.
func (m *maker) follow(f *finding.Finding, of unit) {
	var spoken *rule // rules of one addressee stand together
	for n := range m.Rules.rules[f.Code] {
		r := &m.Rules.rules[f.Code][n]
		again := spoken != nil && r.To == spoken.To
		if r.Of != f.Subject || again && r.particular < spoken.particular || !m.holds(r, f) {
			continue
		}
		if again {
			m.tie(spoken, r, f)
			continue
		}
		spoken = r
		key := deficit{of, r.To, r.remedy}
		at, known := m.made[key]
		if !known {
			at = len(m.list)
			m.made[key] = at
			m.list = append(m.list, m.begin(r, f))
		}
		m.list[at].add(r, f)
	}
}

func (m *maker) begin(r *rule, f *finding.Finding) Recommendation {
	day, next := due(r.term, m.Issued)
	return Recommendation{Year: f.Year, To: r.To, Addressee: r.Addressee, Subject: f.Subject, Unit: f.Unit, Name: f.Name,
		Text: r.Text, Term: Term{r.Term, day, next}, Priority: r.Priority}
}

// add takes what a further rule of the same remedy says of what is not in common.
func (rec *Recommendation) add(r *rule, f *finding.Finding) {
	rec.Findings, rec.Criteria = append(rec.Findings, f), append(rec.Criteria, r.code+"."+r.key)
	rec.Priority = min(rec.Priority, r.Priority)
	join(&rec.Responsible, r.Responsible, ", ")
	join(&rec.Expected, r.Expected, "; ")
	join(&rec.Reporting, r.Reporting, "; ")
}

func join(all *string, one, sign string) {
	switch {
	case one == "" || slices.Contains(strings.Split(*all, sign), one):
	case *all == "":
		*all = one
	default:
		*all += sign + one
	}
}

// holds reports whether all that a rule says of its condition is so. Of a small group
// nothing follows, for what is said of it is said of each of its people; what cannot be
// told calls for data alone, and only where none were given.
func (m *maker) holds(r *rule, f *finding.Finding) bool {
	switch {
	case f.Zone == model.GreyZone && (r.Zone != model.GreyZone || f.Why != finding.NoData),
		r.Level != "" && r.Level != f.Level.Name,
		r.Zone != "" && r.Zone != f.Zone,
		r.Level == "" && r.Zone == "" && f.Level.Met,
		len(r.Kinds) > 0 && !slices.Contains(r.Kinds, f.Kind),
		len(r.Clusters) > 0 && !slices.Contains(r.Clusters, f.Cluster):
		return false
	case r.condition == nil:
		return true
	}
	values := make(map[string]model.Value, len(r.condition.Codes()))
	for _, code := range r.condition.Codes() {
		v := m.Findings.Value(f.Key, code)
		v.Number = model.Round(v.Number, m.Rules.decimals[code]) // as it is printed
		values[code] = v
	}
	holds, reason := r.condition.Holds(values)
	return holds && reason.IsKnown()
}

func (m *maker) order() {
	slices.SortStableFunc(m.list, func(a, b Recommendation) int {
		first, second := unit{a.Subject, a.Unit}, unit{b.Subject, b.Unit}
		return cmp.Or(
			cmp.Compare(slices.Index(model.AddresseeKinds, a.To), slices.Index(model.AddresseeKinds, b.To)),
			cmp.Compare(m.places[first], m.places[second]),
			cmp.Compare(m.units[first], m.units[second]),
			cmp.Compare(a.Priority, b.Priority),
			cmp.Compare(a.Findings[0].Order(), b.Findings[0].Order()))
	})
}

// Code is the number without the year and the unit: «D09», «D09/teachers».
func (rec *Recommendation) Code() string {
	return rec.ID[strings.LastIndex(rec.ID, rec.Findings[0].Code):]
}

// id calls the recommendation by its first code: a further indicator of the catalogue
// changes none but those that it joins as the first.
func (rec *Recommendation) id() string {
	of := rec.Unit
	if of == "" {
		of = "-"
	}
	id := fmt.Sprintf("%d/%s/%s", rec.Year, of, rec.Findings[0].Code)
	if !rec.ToAnswering() {
		id += "/" + string(rec.To)
	}
	return id
}

// ToAnswering reports whether it speaks to the one who answers for the unit.
func (rec *Recommendation) ToAnswering() bool {
	return rec.To == (model.Criterion{Of: rec.Subject}).AddresseeOf(model.Indicator{})
}
