// Package crosscheck judges what must hold between values («увязки»): within a form and
// between forms, between years, among institutions that can be compared.
//
// A check is made, and then it holds or gives a finding; or it is not made, and Unmade says
// why. What is not known never gives a finding by itself, unless the check says so:
//
// Comparison. Each side is counted by its formula. Of the values that a side names, what is
// not applicable is left out of sum, mean, min and max, and makes the side not applicable in
// arithmetic; it is never a 0. What is missing follows the rule of the side: never-skip
// counts it as 0; skip-if-any does not make the check if any is missing; skip-if-all does
// not make it if none of those applicable is known, and else counts what is missing as 0. A
// side that names no code has nothing missing. A side that cannot be counted – nothing in
// it is applicable, a division by zero – is not compared. Numbers are compared as the 15
// digits that a spreadsheet keeps, with a tolerance t as follows:
//
//	l == r   they are not farther than t apart      l != r   they are
//	l <= r   l is not above r + t                   l >= r   r is not above l + t
//	l < r    l is below r + t                       l > r    r is below l + t
//
// Presence. A side has a value if it can be counted by its rule and at least one of its
// codes is known: with never-skip any of them, with skip-if-any all that are applicable,
// with skip-if-all at least one. 0 is a value, «не применимо» is none. Both-or-none does not
// hold if exactly one side has a value. One-of-two does not hold if both have; if neither
// has, it does not hold where both rules are never-skip, and is not made otherwise. Neither
// is made where a side has its values and cannot be counted all the same.
//
// Jump. The change since the year before is compared with the bound; exactly the bound is
// allowed. Of 0 there is no per cent: whatever but 0 comes after it is a jump. It is not
// made where a value of either year is not known.
//
// Between years nothing is compared where there is no year before, or where an indicator was
// counted in another way then: that goes for jumps and for each code with «_prev», whatever
// the rule of the side.
//
// Outlier. Told is what lies farther beyond the quartiles (QUARTILE.INC) than so many of
// their distances. It needs at least five known values among those that can be compared,
// and quartiles that are apart: where they coincide there is no measure of far, and the
// least difference would be told.
package crosscheck

import (
	"slices"

	"doklad/generator/model"
)

// Rules are checks ready to be made. They may be used by many at once.
type Rules struct {
	rules []rule
}

// Subject is one institution, or a group of them, whose values are checked.
type Subject struct {
	ID, Name string
	Kind     model.InstitutionKind
	Cluster  string
	Values   model.Values // with those that are derived
	Before   model.Values // of the year before; nil: there is none
}

// Finding is a check that does not hold.
type Finding struct {
	Check   model.Check
	Subject string   // ID
	Codes   []string // of this year that were compared, derived ones among them
	Text    string   // the message with the numbers: «…: DV05 = 14, DV04 = 12»
	// Left and Right are what was compared: the sides, 0 where one gives no number; this
	// year and the one before; a value and the bound that it lies beyond.
	Left, Right float64
}

// Unmade is a check that could not be made, with the reason in Russian.
type Unmade struct {
	Check   model.Check
	Subject string // ID
	Reason  string
}

// verdict is what came of one check of one subject.
type verdict struct {
	finding *Finding
	unmade  string // why it was not made
}

// Judge makes the checks of institutions over all of them; alike tells whether the values
// of this year and of the year before can be compared, nil: all can. The findings are in
// the order of the subjects, of each in that of the checks.
func (r *Rules) Judge(subjects []Subject, alike func(code string) bool) []Finding {
	findings, _ := r.judge(subjects, model.TierInstitution, alike)
	return findings
}

// Unmade are the checks of institutions that Judge cannot make, in the same order.
func (r *Rules) Unmade(subjects []Subject, alike func(code string) bool) []Unmade {
	_, unmade := r.judge(subjects, model.TierInstitution, alike)
	return unmade
}

// JudgeTotal makes the checks of the municipality over its totals and its own numbers. Kinds
// and clusters do not matter there.
func (r *Rules) JudgeTotal(s Subject, alike func(code string) bool) []Finding {
	findings, _ := r.judge([]Subject{s}, model.TierMunicipality, alike)
	return findings
}

func (r *Rules) judge(subjects []Subject, tier model.Tier, alike func(code string) bool) (findings []Finding, unmade []Unmade) {
	spreads := map[int]map[group]spread{}
	for n := range r.rules {
		if rule := &r.rules[n]; rule.check.Outlier != "" {
			spreads[n] = rule.spreads(subjects)
		}
	}
	for _, s := range subjects {
		for n := range r.rules {
			rule := &r.rules[n]
			if !rule.concerns(s, tier) {
				continue
			}
			v := verdict{unmade: rule.pastGap(s, alike)}
			switch {
			case v.unmade != "":
			case rule.check.Outlier != "":
				v = rule.outlier(s, spreads[n])
			case rule.check.Jump != "":
				v = rule.jump(s)
			default:
				v = rule.compare(s)
			}
			switch {
			case v.finding != nil:
				v.finding.Check, v.finding.Subject = rule.check, s.ID
				v.finding.Codes = slices.Clone(rule.codes)
				v.finding.Text = rule.check.Message + ": " + v.finding.Text
				findings = append(findings, *v.finding)
			case v.unmade != "":
				unmade = append(unmade, Unmade{rule.check, s.ID, v.unmade})
			}
		}
	}
	return findings, unmade
}
