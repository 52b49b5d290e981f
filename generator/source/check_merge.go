package source

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"doklad/generator/crosscheck"
	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// mergeChecks puts the files of all folders together, the farthest folder first.
func mergeChecks(groups [][]*CheckFile) *Checks {
	c := &Checks{places: map[string]checkPlace{}}
	for _, files := range groups {
		here := map[string]*CheckFile{}
		for _, file := range files {
			c.Files = append(c.Files, file)
			c.Problems = append(c.Problems, file.problems...)
			c.drop(file)
			for n, check := range file.said.Checks {
				at := checkPlace{file, n}
				if first, twice := here[check.ID]; twice && first != file {
					c.tell(at, diag.Errorf("id", "увязка «%s» уже есть в файле %s", check.ID, first.Name).
						WithHint("оставьте её в одном из файлов"))
					continue
				}
				here[check.ID] = file
				c.put(check, at)
			}
		}
	}
	return c
}

// drop takes out what a nearer file does not want.
func (c *Checks) drop(file *CheckFile) {
	for n, id := range file.said.Drop {
		if _, known := c.places[id]; !known {
			p := diag.Errorf(indexed("drop", n), "увязки «%s» и так нет", id).WithHint("уберите id или исправьте его")
			var ids []string
			for _, check := range c.List {
				ids = append(ids, check.ID)
			}
			if near, ok := russian.Nearest(id, ids); ok {
				p.Hint = "может быть, «" + near + "»?"
			}
			c.Problems = append(c.Problems, file.File.Locate(diag.List{p})...)
			continue
		}
		delete(c.places, id)
		c.List = slices.DeleteFunc(c.List, func(check model.Check) bool { return check.ID == id })
	}
}

// put adds a check, or replaces a farther one where that stands.
func (c *Checks) put(check model.Check, at checkPlace) {
	_, replaces := c.places[check.ID]
	c.places[check.ID] = at
	if !replaces {
		c.List = append(c.List, check)
		return
	}
	for i := range c.List {
		if c.List[i].ID == check.ID {
			c.List[i] = check
		}
	}
}

func (c *Checks) tell(at checkPlace, p diag.Problem) {
	c.Problems = append(c.Problems, at.locate(diag.List{p})...)
}

// judge makes rules of the checks over the catalogue of the office. A check from farther off
// may name what only this office has dropped or turned into something else: it falls away.
// What is wrong in the catalogue of its own folder too is told.
func (c *Checks) judge(catalogue *Catalogue, catalogueOf func(folder string) *Catalogue) {
	c.Rules, _ = crosscheck.Compile(nil, nil)
	if c.Problems.HasErrors() || catalogue.Problems.HasErrors() {
		return // what refers to a lost code is no fault of its own
	}
	faults := map[string]diag.List{}
	var sound []model.Check
	for _, check := range c.List {
		if l := misplaced(&check, catalogue); l != nil {
			faults[check.ID] = l
		} else {
			sound = append(sound, check)
		}
	}
	rules, found := crosscheck.Compile(sound, codesOf(catalogue))
	for _, f := range found {
		faults[f.ID] = append(faults[f.ID], f.Problem)
	}
	for _, check := range c.List {
		at := c.places[check.ID]
		if at.file.Carried || faults[check.ID] == nil || fits(check, catalogueOf(at.file.Folder)) {
			continue
		}
		for _, p := range faults[check.ID] {
			c.tell(at, p)
		}
	}
	c.List = slices.DeleteFunc(sound, func(check model.Check) bool { return faults[check.ID] != nil })
	if !c.Problems.HasErrors() {
		c.Rules = rules
	}
}

func codesOf(c *Catalogue) []string {
	var codes []string
	for _, i := range c.All() {
		codes = append(codes, i.Code)
	}
	return codes
}

// fits reports whether nothing is wrong with a check as part of a catalogue.
func fits(check model.Check, catalogue *Catalogue) bool {
	_, faults := crosscheck.Compile([]model.Check{check}, codesOf(catalogue))
	return faults == nil && misplaced(&check, catalogue) == nil
}

// misplaced finds indicators that there are not on the tier of a check, or not together.
// Of any other check it narrows the kinds to those that have all its indicators.
func misplaced(check *model.Check, catalogue *Catalogue) diag.List {
	var l diag.List
	kinds := check.Kinds
	if len(kinds) == 0 {
		kinds = model.TeachingKinds
	}
	for _, code := range check.Codes() {
		i, known := catalogue.Indicator(code)
		if !known {
			return nil // told with the formula
		}
		for _, tier := range []model.Tier{model.TierInstitution, model.TierMunicipality} {
			if check.On().Covers(tier) && !i.Tier.Covers(tier) {
				l.Add(atCode(*check, code, "«%s» – показатель не %s", code, tierWhose[tier]).
					WithHint("возьмите другой показатель или исправьте level"))
			}
		}
		kinds = slices.DeleteFunc(slices.Clone(kinds), func(kind model.InstitutionKind) bool { return !i.Concerns(kind) })
	}
	switch {
	case l != nil || check.On() == model.TierMunicipality:
	case len(kinds) == 0:
		l.Add(diag.Errorf("kinds", "увязка никого не касается: ни у одного вида учреждений нет всех её показателей сразу").
			WithHint("проверьте коды и kinds; показатели разных перечней сверяют по муниципалитету: level = \"municipality\""))
	default:
		check.Kinds = kinds
	}
	return l
}

// atCode is a problem of a code where it stands first.
func atCode(check model.Check, code, format string, args ...any) diag.Problem {
	word := regexp.MustCompile(`\b` + code + `(` + model.YearBefore + `)?\b`)
	for _, field := range []struct{ key, text string }{
		{"left", check.Left}, {"right", check.Right}, {"jump", check.Jump}, {"outlier", check.Outlier},
	} {
		if found := word.FindStringIndex(field.text); found != nil {
			p := diag.Errorf(field.key, format, args...)
			p.Offset = utf8.RuneCountInString(field.text[:found[0]])
			return p
		}
	}
	panic("source: a check that does not name its own code " + code)
}
