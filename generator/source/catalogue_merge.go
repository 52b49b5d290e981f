package source

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"doklad/generator/diag"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

// merge puts the files of all folders together, the farthest folder first.
func merge(groups [][]*IndicatorFile) *Catalogue {
	c := &Catalogue{places: map[string]place{}, told: map[string]*IndicatorFile{}}
	for _, files := range groups {
		here := map[string]*IndicatorFile{}
		for _, file := range files {
			c.Files = append(c.Files, file)
			c.Problems = append(c.Problems, file.problems...)
			c.drop(file)
			for n, indicator := range file.said.Indicators {
				at := place{file, n}
				if first, twice := here[indicator.Code]; twice && first != file {
					c.tell(at, diag.Errorf("code", "показатель «%s» уже есть в файле %s", indicator.Code, first.Name).
						WithHint("оставьте его в одном из файлов"))
					continue
				}
				here[indicator.Code] = file
				c.put(indicator, at)
			}
			c.scales = append(c.scales, file.said.Scales...)
			c.describe(file)
		}
	}
	c.checkDropped()
	if c.Problems.HasErrors() {
		c.Formulas, _ = formula.NewSet(model.Catalogue{}) // what refers to a lost code is no fault of its own
		c.Rules, _ = recommendation.NewRules(model.Catalogue{})
		return c
	}
	c.checkTogether()
	c.Problems = c.Problems.Sort()
	return c
}

// drop takes out what a nearer file does not want.
func (c *Catalogue) drop(file *IndicatorFile) {
	for n, code := range file.said.Drop {
		if _, known := c.places[code]; !known {
			c.tellFile(file, diag.Errorf(fmt.Sprintf("drop[%d]", n+1), "показателя «%s» и так нет", code).WithHint("уберите код или исправьте его"))
			continue
		}
		delete(c.places, code)
		for s := range c.Sets {
			c.Sets[s].Indicators = slices.DeleteFunc(c.Sets[s].Indicators, func(i model.Indicator) bool { return i.Code == code })
			if c.Sets[s].Contingent == code {
				c.Sets[s].Contingent = ""
			}
		}
	}
}

// checkDropped tells of a dropped indicator of which another one is still counted: it is the
// dropping that is wrong, not the formula.
func (c *Catalogue) checkDropped() {
	for _, file := range c.Files {
		for n, code := range file.said.Drop {
			if _, back := c.places[code]; back {
				continue
			}
			var needed []string
			for _, i := range c.All() {
				if names(i, code) {
					needed = append(needed, i.Code)
				}
			}
			if needed != nil {
				c.tellFile(file, diag.Errorf(fmt.Sprintf("drop[%d]", n+1), "показатель «%s» исключить нельзя: его называют %s", code, strings.Join(needed, ", ")).
					WithHint("исключите и их, или впишите их со своей формулой, или оставьте «%s»", code))
			}
		}
	}
}

// names reports whether an indicator is counted of a code, or a rule of it asks for one.
func names(i model.Indicator, code string) bool {
	said := []string{i.Formula, i.ShareWhere, i.Weight, i.Self}
	for _, criterion := range i.Criteria {
		said = append(said, criterion.When)
	}
	return slices.Contains(strings.FieldsFunc(strings.Join(said, " "), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }), code)
}

// put adds an indicator, or replaces a farther one where that stands.
func (c *Catalogue) put(indicator model.Indicator, at place) {
	c.resolve(&indicator, at)
	_, replaces := c.places[indicator.Code]
	c.places[indicator.Code] = at
	if replaces {
		for _, set := range c.Sets {
			for i := range set.Indicators {
				if set.Indicators[i].Code == indicator.Code {
					set.Indicators[i] = indicator
				}
			}
		}
		return
	}
	id, i := c.setOf(at.file)
	if i < 0 {
		i = len(c.Sets)
		c.Sets = append(c.Sets, model.IndicatorSet{ID: id, Title: at.file.said.Title})
		if strings.TrimSpace(at.file.said.Title) == "" {
			c.tell(at, diag.Errorf("code", "показатель новый, а у перечня нет названия").WithHint("впишите в начало файла title = \"…\""))
		}
	}
	c.Sets[i].Indicators = append(c.Sets[i].Indicators, indicator)
}

// setOf is the set that is called as a file, and its place; -1: there is none yet.
func (c *Catalogue) setOf(file *IndicatorFile) (id string, i int) {
	id = strings.TrimSuffix(path.Base(file.Name), ".toml")
	return id, slices.IndexFunc(c.Sets, func(s model.IndicatorSet) bool { return s.ID == id })
}

// describe takes what a file says of the set that is called as it; the nearest file is
// the last that speaks.
func (c *Catalogue) describe(file *IndicatorFile) {
	id, i := c.setOf(file)
	for _, said := range []struct {
		key, value string
		of         func(*model.IndicatorSet) *string
	}{
		{"short", file.said.Short, func(s *model.IndicatorSet) *string { return &s.Short }},
		{"contingent", file.said.Contingent, func(s *model.IndicatorSet) *string { return &s.Contingent }},
	} {
		switch {
		case said.value == "", i < 0 && c.Problems.HasErrors(): // its indicators are not taken
		case i < 0:
			c.tellFile(file, diag.Warnf(said.key, "перечня «%s» нет: показатели этого файла стоят в других", id).
				WithHint("впишите %s в файл, который называется как перечень", said.key))
		default:
			*said.of(&c.Sets[i]) = said.value
			c.told[id+"."+said.key] = file
		}
	}
}

// resolve gives an indicator the thresholds of its scale: one of its own file, or of a
// file above.
func (c *Catalogue) resolve(indicator *model.Indicator, at place) {
	if indicator.Scale == "" {
		return
	}
	for _, scale := range slices.Backward(append(slices.Clone(c.scales), at.file.said.Scales...)) {
		if scale.ID == indicator.Scale {
			indicator.Thresholds, indicator.Below = scale.Thresholds, scale.Below
			return
		}
	}
	c.tell(at, diag.Errorf("scale", "шкалы «%s» нет", indicator.Scale).WithHint("опишите её под [[scale]] или исправьте имя"))
}

func (c *Catalogue) tellFile(file *IndicatorFile, p diag.Problem) {
	c.Problems = append(c.Problems, file.File.Locate(diag.List{p}).In(file.Name)...)
}

func (c *Catalogue) tell(at place, p diag.Problem) {
	c.Problems = append(c.Problems, at.locate(diag.List{p}).In(at.file.Name)...)
}
