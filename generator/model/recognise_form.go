package model

import (
	"regexp"
	"strings"
)

// legalForms are the abbreviations of what an institution is by law: МБДОУ, МАОУ, КГБОУ,
// ЧДОУ, МОБУ, МДОАУ, МБУ (ДО), АНО. People leave them out or write an older one: of two
// institutions that differ in it alone nothing is known by the bare name.
var legalForms = regexp.MustCompile(`^(?:(?:м|г|кг|фг|ч|нч|н)?[бак]?д?оу|(?:м|г|кг)[бак]?у(?:до)?|чу|мд?о[бак]у|ано|ооо|ип|д?оо)$`)

// The same spelled out, in any case: «муниципальное бюджетное дошкольное
// образовательное учреждение».
var (
	legalAdjective = regexp.MustCompile(`^(?:муниципальн|государственн|федеральн|краев|областн|частн|негосударственн|автономн|бюджетн|казенн|дошкольн|образовательн|общеобразовательн|некоммерческ)(?:ое|ого|ому|ым|ом|ая|ои|ую)$`)
	legalNoun      = regexp.MustCompile(`^(?:учреждени|организаци)(?:е|я|ю|ем|и|еи)$`)
)

// withoutLegalForm drops the legal form wherever it stands.
func withoutLegalForm(words []string) []string {
	var rest []string
	for i := 0; i < len(words); {
		n := legalWords(words[i:])
		if n == 0 {
			rest = append(rest, words[i])
			n = 1
		}
		i += n
	}
	return rest
}

// legalWords is how many words from the first one name a legal form.
func legalWords(words []string) int {
	n := 0
	if legalForms.MatchString(words[0]) {
		n = 1
		if n < len(words) && words[n] == "до" { // МБУ ДО
			n++
		}
		return n
	}
	for n < len(words) && legalAdjective.MatchString(words[n]) {
		n++
	}
	if n == len(words) || !legalNoun.MatchString(words[n]) {
		return 0
	}
	n++
	if rest := strings.Join(words[n:], " "); strings.HasPrefix(rest, "дополнительного образования") {
		n += 2
	}
	return n
}
