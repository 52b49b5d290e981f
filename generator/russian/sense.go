package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SenseBreak is how much a line break between two words of a title hurts its
// sense, from 0 (after a finished group of words) to 1 (after a preposition).
// Titles are broken by groups of meaning (practice of the office; ГОСТ Р
// 7.0.97-2016 asks only that the lines be readable).
func SenseBreak(before, after string) float64 {
	word := strings.TrimFunc(before, unicode.IsPunct)
	ended := strings.HasSuffix(before, ",") || strings.HasSuffix(before, ")") || strings.HasSuffix(before, "»")
	next := strings.TrimFunc(after, unicode.IsPunct)
	switch {
	case isLinking(word) && !ended:
		return 1
	case isLinking(next):
		return 0
	case strings.HasPrefix(after, "(") || strings.HasPrefix(after, "–"):
		return 0
	case ended:
		return 0.1
	case looksAdjectival(word) && !looksAdjectival(next):
		return 0.5
	case looksAdjectival(word):
		return 0.3
	}
	return 0.2
}

// isLinking reports prepositions and conjunctions, which belong to the word
// after them.
func isLinking(word string) bool {
	switch strings.ToLower(word) {
	case "а", "без", "в", "во", "для", "до", "за", "и", "из", "изо", "к", "ко", "на", "над", "не", "ни",
		"о", "об", "обо", "от", "ото", "по", "под", "при", "про", "с", "со", "у", "через", "что", "как":
		return true
	}
	return false
}

// looksAdjectival guesses an adjective or participle by its ending: it should
// stay with its noun. A wrong guess costs a slightly worse break, no more.
func looksAdjectival(word string) bool {
	if utf8.RuneCountInString(word) < 5 {
		return false
	}
	return hasAnySuffix(word, "ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ой", "ая", "яя",
		"ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ую", "юю")
}
