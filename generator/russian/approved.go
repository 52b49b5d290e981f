package russian

import (
	"slices"
	"strings"
)

// Approved is the word of the гриф for a kind of document: «план» → УТВЕРЖДЕН,
// «дорожная карта» → УТВЕРЖДЕНА, «положение» → УТВЕРЖДЕНО, «критерии и
// показатели» → УТВЕРЖДЕНЫ. It agrees with what is approved, not with the order
// (ГОСТ Р 7.0.97-2016, п. 5.16); ё is not written there by practice.
func Approved(kind string) string {
	switch genderOfKind(kind) {
	case plural:
		return "УТВЕРЖДЕНЫ"
	case feminine:
		return "УТВЕРЖДЕНА"
	case neuter:
		return "УТВЕРЖДЕНО"
	}
	return "УТВЕРЖДЕН"
}

type nounGender int

const (
	masculine nounGender = iota
	feminine
	neuter
	plural
)

// kindGenders are heads that the rule of endings gets wrong.
var kindGenders = map[string]nounGender{
	"правила": plural, "режим": masculine, "нормы": plural, "данные": plural, "сроки": plural,
}

// genderOfKind judges by the ending of the head noun. Kinds of documents are a
// small and regular set: «путь» and «имя» are not among them.
func genderOfKind(kind string) nounGender {
	words := strings.Fields(strings.ToLower(kind))
	if slices.Contains(words, "и") {
		return plural
	}
	if len(words) == 0 {
		return masculine
	}
	if g, known := kindGenders[words[0]]; known {
		return g
	}
	head := ""
	for _, word := range words {
		head = word
		if !looksAdjectival(word) {
			break
		}
	}
	switch {
	case hasAnySuffix(head, "ения", "ания", "ятия", "овия", "ствия", "ы", "и"): // изменения, мероприятия, условия
		return plural
	case hasAnySuffix(head, "а", "я", "ость", "модель", "роль", "сеть", "область", "запись", "опись"):
		return feminine
	case hasAnySuffix(head, "о", "е"):
		return neuter
	}
	return masculine
}

func hasAnySuffix(word string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
