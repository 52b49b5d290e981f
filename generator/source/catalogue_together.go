package source

import (
	"slices"

	"doklad/generator/diag"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
)

// checkTogether finds what is wrong with indicators that name one another.
func (c *Catalogue) checkTogether() {
	set, faults := formula.NewSet(c.Catalogue)
	c.Formulas = set
	c.inheritMethods()
	for _, f := range faults {
		c.tell(c.places[f.Code], f.Problem)
	}
	for _, i := range c.All() {
		c.checkWeight(i)
		c.checkLevels(i)
		c.checkParts(i)
		c.checkSelf(i)
	}
	rules, found := recommendation.NewRules(c.Catalogue)
	c.Rules = rules
	for _, f := range found {
		c.tell(c.places[f.Code], f.Problem)
	}
	c.checkSets()
}

// inheritMethods: what is counted from a number that is counted in another way since some
// year is counted in another way itself.
func (c *Catalogue) inheritMethods() {
	for _, set := range c.Sets {
		for n := range set.Indicators {
			i := &set.Indicators[n]
			for _, m := range c.methodsOf(i.Code, map[string]bool{}) {
				if !slices.ContainsFunc(i.Methods, func(own model.MethodChange) bool { return own.Year == m.Year }) {
					i.Methods = append(slices.Clip(i.Methods), m)
				}
			}
		}
	}
}

// methodsOf are the changes of all that a formula or a condition names, of any depth.
func (c *Catalogue) methodsOf(code string, seen map[string]bool) (methods []model.MethodChange) {
	for _, f := range []*formula.Formula{c.Formulas.Formula(code), c.Formulas.Condition(code)} {
		if f == nil || seen[code] {
			continue
		}
		for _, part := range f.Codes() {
			if i, known := c.Indicator(part); known {
				methods = append(methods, i.Methods...)
			}
			seen[code] = true
			methods = append(methods, c.methodsOf(part, seen)...)
		}
	}
	return methods
}

func (c *Catalogue) checkWeight(i model.Indicator) {
	if i.Weight == "" {
		return
	}
	at := c.places[i.Code]
	weight, ok := c.Indicator(i.Weight)
	switch {
	case !ok:
		c.tell(at, diag.Errorf("weight", "показателя «%s» нет", i.Weight).WithHint("%s", c.nearest(i.Weight)))
	case i.Weight == i.Code:
		c.tell(at, diag.Errorf("weight", "показатель взвешен сам по себе").WithHint("назовите код числа: воспитанников, педагогов"))
	case !model.IsCount(weight.Unit):
		c.tell(at, diag.Errorf("weight", "вес «%s» измеряется не в людях и не в штуках: «%s»", i.Weight, weight.Unit).
			WithHint("весом бывает число: воспитанников, педагогов, учреждений"))
	case !weight.Tier.Covers(model.TierInstitution) && i.Total == model.TotalMean:
		c.tell(at, diag.Errorf("weight", "у учреждений нет «%s»: взвешивать нечем", i.Weight).
			WithHint("назовите число, которое есть у каждого учреждения"))
	}
	if f := c.Formulas.Formula(i.Code); f != nil {
		if _, whole, ok := f.Share(); ok && whole != i.Weight {
			c.tell(at, diag.Errorf("weight", "вес доли – то, на что она делится: «%s», а не «%s»", whole, i.Weight).
				WithHint("впишите weight = \"%s\"", whole))
		}
	}
}

// checkSelf finds self-assessments that cannot be compared with what they are of.
func (c *Catalogue) checkSelf(i model.Indicator) {
	if i.Self == "" {
		return
	}
	self, ok := c.Indicator(i.Self)
	switch {
	case !ok:
		c.tell(c.places[i.Code], diag.Errorf("self", "показателя «%s» нет", i.Self).WithHint("%s", c.nearest(i.Self)))
	case self.Code == i.Code || self.Unit != i.Unit:
		c.tell(c.places[i.Code], diag.Errorf("self", "с самооценкой «%s» не сравнить: «%s» и «%s»", i.Self, i.Unit, self.Unit).
			WithHint("назовите код самооценки того же, в тех же единицах"))
	case !self.Tier.Covers(model.TierInstitution) || !i.Tier.Covers(model.TierInstitution):
		c.tell(c.places[i.Code], diag.Errorf("self", "самооценки «%s» или оценки у учреждений нет", i.Self).WithHint("исправьте level или уберите self"))
	}
}

func (c *Catalogue) nearest(code string) string {
	var known []string
	for _, i := range c.All() {
		known = append(known, i.Code)
	}
	if near, ok := russian.Nearest(code, known); ok {
		return "может быть, «" + near + "»?"
	}
	return "назовите код показателя из папки indicators"
}

// checkLevels finds criteria of levels that an indicator does not have. It is done here,
// for the thresholds may be those of a scale of another file.
func (c *Catalogue) checkLevels(i model.Indicator) {
	levels := []string{i.Below}
	if i.Below == "" {
		levels = []string{model.BelowThresholds}
	}
	for _, t := range i.Thresholds {
		levels = append(levels, t.Level)
	}
	if len(i.Thresholds) == 0 {
		levels = nil
	}
	at := c.places[i.Code]
	if i.Scale != "" { // one's own thresholds were judged with their file
		var l diag.List
		checkBounds(&l, "", i)
		for _, p := range l {
			p.Key = "scale"
			c.tell(at, p)
		}
	}
	for n, criterion := range i.Criteria {
		if criterion.Level == "" || slices.Contains(levels, criterion.Level) {
			continue
		}
		hint := "у показателя нет порогов: уберите level"
		if levels != nil {
			hint = "бывают: " + listed(levels)
		}
		c.tell(at, diag.Errorf(indexed("criterion", n)+".level", "уровня «%s» у показателя нет", criterion.Level).WithHint("%s", hint))
	}
}

// checkParts finds formulas over what there is not on their tier.
func (c *Catalogue) checkParts(i model.Indicator) {
	check := func(key string, f *formula.Formula, tier model.Tier) {
		if f == nil {
			return
		}
		for _, code := range f.Codes() {
			if part, _ := c.Indicator(code); !part.Tier.Covers(tier) {
				c.tell(c.places[i.Code], diag.Errorf(key, "«%s» – показатель не %s", code, tierWhose[tier]).
					WithHint("возьмите другой показатель или исправьте level"))
			}
		}
	}
	f := c.Formulas.Formula(i.Code)
	if i.Tier.Covers(model.TierInstitution) {
		check(formula.KeyFormula, f, model.TierInstitution)
	}
	if i.Tier.Covers(model.TierMunicipality) && (i.Tier == model.TierMunicipality || i.Total == model.TotalFormula) {
		check(formula.KeyFormula, f, model.TierMunicipality)
	}
	check(formula.KeyShareWhere, c.Formulas.Condition(i.Code), model.TierInstitution)
}

var tierWhose = map[model.Tier]string{model.TierInstitution: "учреждения", model.TierMunicipality: "муниципалитета"}
