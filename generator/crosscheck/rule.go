package crosscheck

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/formula"
	"doklad/generator/model"
)

// rule is one check with its formulas.
type rule struct {
	check       model.Check
	left, right side     // of a comparison
	codes       []string // of this year that it names
	before      []string // of the year before that it names, without their end
}

// Fault is a problem of one check; its key is that of the field.
type Fault struct {
	ID string // of the check
	diag.Problem
}

// Compile makes rules of checks over the known codes. What has a fault is not made.
func Compile(checks []model.Check, codes []string) (*Rules, []Fault) {
	known := slices.Clone(codes)
	for _, code := range codes {
		known = append(known, code+model.YearBefore)
	}
	r := &Rules{}
	var faults []Fault
	for _, check := range checks {
		one, problems := compile(check, codes, known)
		for _, p := range problems {
			faults = append(faults, Fault{check.ID, p})
		}
		if problems == nil {
			r.rules = append(r.rules, one)
		}
	}
	return r, faults
}

func compile(check model.Check, codes, known []string) (rule, diag.List) {
	r := rule{check: check}
	problems := Faults(check)
	if problems != nil {
		return r, problems
	}
	one := func(key, code string) (rule, diag.List) {
		r.codes = []string{code}
		if !slices.Contains(codes, code) {
			problems.Add(unknown(key, code, codes, "показателя «%s» нет", "назовите код показателя из папки indicators"))
		}
		return r, problems
	}
	switch {
	case check.Outlier != "":
		return one("outlier", check.Outlier)
	case check.Jump != "":
		r.before = []string{check.Jump}
		return one("jump", check.Jump)
	}
	r.left = r.side(&problems, "left", check.Left, check.MissingLeft, known)
	r.right = r.side(&problems, "right", check.Right, check.MissingRight, known)
	if problems == nil && r.codes == nil {
		problems.Add(diag.Errorf("left", "увязка не называет ни одного показателя этого года").
			WithHint("назовите код показателя: left = \"DV05\""))
	}
	return r, problems
}

// side compiles one side and notes its codes.
func (r *rule) side(l *diag.List, key, text string, missing model.MissingRule, known []string) side {
	f, problems := formula.Compile(text, known)
	if f != nil && f.IsCondition() {
		problems.Add(diag.Errorf("", "нужно число, а формула даёт «да» или «нет»").
			WithHint("сравнивает знак operator: впишите в left и right по числу"))
	}
	for _, p := range problems {
		p.Key = key
		l.Add(p)
	}
	if problems != nil {
		return side{}
	}
	for _, code := range f.Codes() {
		past, isPast := strings.CutSuffix(code, model.YearBefore)
		if isPast {
			r.before = append(r.before, past)
		} else if !slices.Contains(r.codes, code) {
			r.codes = append(r.codes, code)
		}
	}
	if missing == "" {
		missing = model.SkipIfAny
	}
	return side{strings.TrimSpace(text), f, missing}
}

// concerns reports whether the check is made of the subject on a tier.
func (r *rule) concerns(s Subject, tier model.Tier) bool {
	c := r.check
	if !c.On().Covers(tier) {
		return false
	}
	return tier == model.TierMunicipality ||
		(len(c.Kinds) == 0 || slices.Contains(c.Kinds, s.Kind)) && (len(c.Clusters) == 0 || slices.Contains(c.Clusters, s.Cluster))
}

// pastGap says why the years cannot be compared; empty: they can, or only one is named.
func (r *rule) pastGap(s Subject, alike func(code string) bool) string {
	for _, code := range r.before {
		switch {
		case s.Before == nil:
			return "нет данных за прошлый год"
		case alike != nil && !alike(code):
			return fmt.Sprintf("%s считается иначе, чем в прошлом году", code)
		}
	}
	return ""
}
