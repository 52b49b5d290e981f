package russian

import (
	"strings"
	"unicode/utf8"
)

// stemEndings are those of nouns, adjectives, short participles and infinitives;
// a longer one stands before its own end.
var stemEndings = []string{
	"иями", "ость", "ости",
	"ями", "ами", "ыми", "ими", "иям", "иях", "ием", "ого", "его", "ому", "ему",
	"енн", "ен", "ать", "ять", "ить", "еть", "ила", "или",
	"ия", "ие", "ии", "ию", "ий", "ый", "ой", "ей", "ая", "яя", "ое", "ее", "ые", "ую", "юю", "ою", "ею",
	"ым", "им", "ом", "ем", "ам", "ям", "ах", "ях", "ых", "их", "ов", "ев", "ил",
	"а", "я", "о", "е", "ы", "и", "у", "ю", "й", "ь",
}

// shortestStem keeps «план» and «член» whole.
const shortestStem = 4

// Stem drops the endings of one word until nothing more can go, so that «Плана» and
// «План», «карты» and «карта», «утверждены» and «утвердить» are equal. It is crude:
// «плановый» is «план» too. What is printed never goes through it.
func Stem(s string) string {
	word := Fold(s)
	for {
		shorter := withoutEnding(word)
		if shorter == word {
			return withoutAlternation(word)
		}
		word = shorter
	}
}

func withoutEnding(word string) string {
	for _, ending := range stemEndings {
		stem, found := strings.CutSuffix(word, ending)
		if found && utf8.RuneCountInString(stem) >= shortestStem {
			return stem
		}
	}
	return word
}

// withoutAlternation: «утвержд-» is «утверд-».
func withoutAlternation(stem string) string {
	if shorter, found := strings.CutSuffix(stem, "жд"); found && utf8.RuneCountInString(shorter) >= shortestStem-1 {
		return shorter + "д"
	}
	return stem
}
