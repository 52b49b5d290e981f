package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	"doklad/generator/effect"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// decisionEffect is the effect of a decision by one indicator.
type decisionEffect struct {
	effect.Effect
	Code string
	ID   string // of the institution; empty: the whole
	Unit string // its name
	Year int    // before; after is the next one
}

// register is what the papers of the decisions of a year are made of.
type register struct {
	g         Generator
	office    *source.Office
	collector *collector
	orders    []*source.Order // of the office
	*source.DecisionRegister
	// latest is the last year whose values may be told; 0: any.
	latest int
}

// yearBefore is the year with whose values the effect of a decision begins: that of the
// recommendations that it carries out, else its own. What is decided in a year shows in the
// values of the next one, for most of its own are told on a day that is near or over.
func (r *register) yearBefore(d model.ManagementDecision) int {
	year := r.Year
	for _, basis := range d.Basis {
		if key, ok := model.ParseRecommendationKey(basis); ok {
			if of, err := strconv.Atoi(key.Year); err == nil && len(key.Year) == 4 {
				year = min(year, of)
			}
		}
	}
	return year
}

// effects judge a decision by its indicators: by those that it names itself of the whole,
// by a recommendation of whom it was given to.
func (r *register) effects(d model.ManagementDecision) (list []decisionEffect) {
	for _, code := range d.JudgedBy() {
		for _, id := range r.subjects(d, code) {
			list = append(list, r.effectOf(d, code, id))
		}
	}
	return list
}

// subjects are the IDs of those whose value of the code is judged; empty: the whole.
func (r *register) subjects(d model.ManagementDecision, code string) (ids []string) {
	if len(d.Indicators) > 0 {
		return []string{""}
	}
	for _, basis := range d.Basis {
		id := ""
		key, ok := model.ParseRecommendationKey(basis)
		switch {
		case ok && key.Code != code, !ok && basis != code:
			continue
		case ok && key.Institution != model.OfficeItself:
			id = key.Institution
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (r *register) effectOf(d model.ManagementDecision, code, id string) decisionEffect {
	year := r.yearBefore(d)
	subject, name := subjectOf(r.office, id)
	return decisionEffect{effect.Of(code, subject, r.counted(code, year), r.counted(code, year+1)), code, id, name, year}
}

// effectWords is the conclusion with whether the norm is reached, and of a total whose
// institutions it is of where they are not those of both years.
func effectWords(e effect.Effect) string { return e.Text() + inBrackets(sameWords(e)) }

// effectNote is what the words say after the conclusion.
func effectNote(e effect.Effect) string {
	said := []string{e.Note(), sameWords(e)}
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), "; ")
}

// sameWords are the two values of those that told a total in both years, and how many they
// are; empty where all did. Nothing is told of a few but that they are.
func sameWords(e effect.Effect) string {
	if e.Same == nil {
		return ""
	}
	said := "по " + russian.Count(e.Same.Units, "учреждению", "учреждениям", "учреждениям") + " обоих лет"
	if e.Conclusion == effect.Unknown {
		return said
	}
	before, now := printedWords(e.Indicator, e.Same.Before), printedWords(e.Indicator, e.Same.Now)
	if e.Same.Before.Part != nil && e.Same.Now.Part != nil {
		before, now = e.Same.Before.Part.String(), e.Same.Now.Part.String() // that says it all
	}
	return said + ": " + before + " и " + now
}

func inBrackets(said string) string {
	if said == "" {
		return ""
	}
	return " (" + said + ")"
}

// subjectOf is whose value is judged, with the name; of no ID the whole, which has none.
func subjectOf(office *source.Office, id string) (effect.Subject, string) {
	if one, found := office.Directory.Institution(id); found {
		return effect.Subject{Unit: id, Closed: one.Closed}, oneLine(one.Name())
	}
	return effect.Subject{Unit: id}, id
}

// unknownBasis tells of recommendations by which it was decided and which nobody was given.
func (r *register) unknownBasis() diag.List {
	var l diag.List
	years := r.collector.tree.Years(r.office.Directory.Office.Folder)
	for n, d := range r.Decisions {
		for k, basis := range d.Basis {
			key, ok := model.ParseRecommendationKey(basis)
			year, err := strconv.Atoi(key.Year)
			if !ok || err != nil || !slices.Contains(years, year) || r.collector.tree.Catalogue(r.office.Directory.Office.Folder).Dropped(key.Code) {
				continue // what was dropped is told when it is read
			}
			of := r.collector.recommended(r.office, r.orders, year, r.g.Today)
			if _, given := of.recommendation(of.called(model.RecommendationID(basis))); !given {
				l.Add(of.notGiven(fmt.Sprintf("decision[%d].basis[%d]", n+1, k+1), basis, "решение ссылается на то, чего не рекомендовали"))
			}
		}
	}
	return r.File.Locate(l).In(r.Name)
}

// counted is the consolidation of a year with the indicator; nil where nothing was collected.
func (r *register) counted(code string, year int) *consolidation.Consolidation {
	if r.latest > 0 && year > r.latest || !slices.Contains(r.collector.tree.Years(r.office.Directory.Office.Folder), year) {
		return nil
	}
	return r.collector.of(r.office, year).countedWith(code)
}
