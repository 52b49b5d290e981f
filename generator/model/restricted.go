package model

import (
	"strings"
	"unicode"

	"doklad/generator/russian"
)

// NamesVPR reports whether a text speaks of the all-Russian tests, by their short name or by
// the full one, with whatever letters that look alike.
func NamesVPR(text string) bool {
	before := ""
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Cf, r) }) {
		word = russian.Skeleton(word)
		if word == "впр" || strings.HasPrefix(word, "проверочн") && strings.HasPrefix(before, "всероссииск") {
			return true
		}
		before = word
	}
	return false
}

// Restricted are the codes by which nobody may be ranked, paid or assessed: those that are
// marked so, those whose name speaks of ВПР, the results that the marked ones are counted
// of, and whatever else is counted of these, so that a new indicator over the same results
// is no way around the mark. Of how many a share is told is not a result.
func Restricted(indicators []Indicator) map[string]bool {
	restricted, marked := map[string]bool{}, map[string]bool{}
	for _, i := range indicators {
		marked[i.Code] = i.Unranked != ""
		restricted[i.Code] = marked[i.Code] || NamesVPR(i.Title+" "+i.Area)
	}
	for grown := true; grown; {
		grown = false
		for _, i := range indicators {
			for _, part := range codeInFormula.FindAllString(i.Formula, -1) {
				if marked[i.Code] && !marked[part] && part != i.Weight {
					marked[part], restricted[part], grown = true, true, true
				}
			}
			for _, part := range codeInFormula.FindAllString(i.Formula+" "+i.ShareWhere, -1) {
				if restricted[part] && !restricted[i.Code] {
					restricted[i.Code], grown = true, true
				}
			}
		}
	}
	return restricted
}
