package formula

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Set are the formulas of a catalogue, in an order in which each finds its parts counted.
type Set struct {
	indicators map[string]model.Indicator
	formulas   map[string]*Formula
	order      []string // codes of what has a formula
	conditions map[string]*Formula
}

// Keys of the two fields of an indicator that hold formulas.
const (
	KeyFormula    = "formula"
	KeyShareWhere = "share_where"
)

// Fault is a problem of the formula of one indicator; its key is that of the field.
type Fault struct {
	Code string
	diag.Problem
}

// NewSet compiles the formulas of a catalogue. What has a fault is not counted.
func NewSet(c model.Catalogue) (*Set, []Fault) {
	s := &Set{map[string]model.Indicator{}, map[string]*Formula{}, nil, map[string]*Formula{}}
	var faults []Fault
	var known []string
	for _, i := range c.All() {
		known = append(known, i.Code)
		s.indicators[i.Code] = i
	}
	compile := func(code, key, text string, into map[string]*Formula) {
		if text == "" {
			return
		}
		f, problems := Compile(text, known)
		switch condition := key == KeyShareWhere; {
		case problems != nil:
		case f.IsCondition() && !condition:
			problems = diag.List{at(0, "нужно число, а формула даёт «да» или «нет»").WithHint("уберите сравнение или впишите условие в share_where")}
		case !f.IsCondition() && condition:
			problems = diag.List{at(0, "нужно условие, а формула даёт число").WithHint("впишите сравнение: share_where = \"D01 >= 3\"")}
		default:
			into[code] = f
		}
		for _, p := range problems {
			p.Key = key
			faults = append(faults, Fault{code, p})
		}
	}
	for _, i := range c.All() {
		compile(i.Code, KeyFormula, i.Formula, s.formulas)
		compile(i.Code, KeyShareWhere, i.ShareWhere, s.conditions)
	}
	for _, i := range c.All() {
		if circle := s.visit(i.Code, nil); circle != nil {
			p := at(0, "формулы ссылаются друг на друга по кругу: %s", strings.Join(circle, " → ")).WithHint("исправьте одну из них")
			p.Key = KeyFormula
			faults = append(faults, Fault{circle[0], p})
			for _, code := range circle {
				delete(s.formulas, code)
			}
		}
	}
	return s, faults
}

// visit puts the code after all that its formula names; it returns the circle that it
// closes, from its first code to the same code again.
func (s *Set) visit(code string, above []string) (circle []string) {
	f := s.formulas[code]
	if f == nil || slices.Contains(s.order, code) {
		return nil
	}
	if first := slices.Index(above, code); first >= 0 {
		return append(slices.Clone(above[first:]), code)
	}
	for _, part := range f.codes {
		if circle := s.visit(part, append(above, code)); circle != nil {
			return circle
		}
	}
	s.order = append(s.order, code)
	return nil
}

// Formula is the formula of an indicator; nil where it has none.
func (s *Set) Formula(code string) *Formula { return s.formulas[code] }

// Condition is the condition whose share an indicator tells; nil where it is none.
func (s *Set) Condition(code string) *Formula { return s.conditions[code] }

// Complete returns the values with those that formulas derive on a tier. What was typed for
// a derived indicator is not taken; but the total of a municipality that is a sum or a mean
// of what formulas gave its institutions is kept.
func (s *Set) Complete(values map[string]model.Value, tier model.Tier) map[string]model.Value {
	return s.CompleteOver(values, tier, func(_ string, all map[string]model.Value) map[string]model.Value { return all })
}

// CompleteOver is [Set.Complete] where each formula is counted over values of its own: over
// gets its code and all values that there are so far.
func (s *Set) CompleteOver(values map[string]model.Value, tier model.Tier, over func(code string, all map[string]model.Value) map[string]model.Value) map[string]model.Value {
	all := make(map[string]model.Value, len(values)+len(s.order))
	for code, v := range values {
		all[code] = v
	}
	for _, code := range s.order {
		i := s.indicators[code]
		isTotal := tier == model.TierMunicipality && (i.Total == model.TotalSum || i.Total == model.TotalMean)
		if i.Tier.Covers(tier) && !isTotal {
			all[code] = s.formulas[code].Evaluate(over(code, all))
		}
	}
	return all
}

// Poll is how many institutions fulfil a condition.
type Poll struct {
	Holds, Known           int // Known: of so many it can be told
	Missing, NotApplicable int
}

// Poll asks institutions, by their values, whether the condition of an indicator holds.
// Numbers are compared as they are printed: 2,996 is 3,00 on paper, and has reached 3.
func (s *Set) Poll(code string, institutions []map[string]model.Value) Poll {
	var poll Poll
	condition := s.conditions[code]
	if condition == nil {
		return poll
	}
	for _, values := range institutions {
		printed := make(map[string]model.Value, len(condition.codes))
		for _, code := range condition.codes {
			v := values[code]
			v.Number = s.indicators[code].Round(v.Number)
			printed[code] = v
		}
		switch holds, reason := condition.Holds(printed); {
		case reason.State == model.NotApplicable:
			poll.NotApplicable++
		case !reason.IsKnown():
			poll.Missing++
		default:
			poll.Known++
			if holds {
				poll.Holds++
			}
		}
	}
	return poll
}

// Value is the share of those of whom it can be told, in per cent.
func (p Poll) Value() model.Value {
	switch {
	case p.Known > 0:
		return model.KnownValue(model.Fifteen(100 * float64(p.Holds) / float64(p.Known)))
	case p.Missing == 0 && p.NotApplicable > 0:
		return model.NoValue()
	}
	return model.MissingValue("нет данных ни одного учреждения")
}
