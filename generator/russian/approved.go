package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The words of the гриф, by gender and number.
var approvedWords = [...]string{masculine: "УТВЕРЖДЕН", feminine: "УТВЕРЖДЕНА", neuter: "УТВЕРЖДЕНО", plural: "УТВЕРЖДЕНЫ"}

// ApprovedWords are the words that the гриф may begin with.
func ApprovedWords() []string { return approvedWords[:] }

// Approved is the word of the гриф for a kind of document: «план» → УТВЕРЖДЕН,
// «дорожная карта» → УТВЕРЖДЕНА, «положение» → УТВЕРЖДЕНО, «критерии и
// показатели» → УТВЕРЖДЕНЫ. It agrees with what is approved, not with the order
// (ГОСТ Р 7.0.97-2016, п. 5.16); ё is not written there by practice. Sure is false
// where the ending does not tell the gender.
func Approved(kind string) (word string, sure bool) {
	gender, sure := genderOfKind(kind)
	return approvedWords[gender], sure
}

type nounGender int

const (
	masculine nounGender = iota
	feminine
	neuter
	plural
)

// kindGenders are heads that the rule of endings gets wrong or cannot tell.
var kindGenders = map[string]nounGender{
	"режим": masculine, "правила": plural, "нормы": plural, "данные": plural, "сроки": plural,
	"перечень": masculine, "календарь": masculine, "словарь": masculine, "бюллетень": masculine, "уровень": masculine,
	"модель": feminine, "роль": feminine, "сеть": feminine, "область": feminine, "запись": feminine, "опись": feminine,
}

// genderOfKind judges by the ending of the head noun. Kinds of documents are a
// small and regular set: «путь» and «имя» are not among them.
func genderOfKind(kind string) (gender nounGender, sure bool) {
	words := strings.Fields(strings.ToLower(kind))
	if slices.Contains(words, "и") {
		return plural, true
	}
	head := headNoun(words)
	if g, known := kindGenders[head]; known {
		return g, true
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	switch {
	case head == "" || isAdjective(head):
		return masculine, false
	case hasAnySuffix(head, "ения", "ания", "ятия", "овия", "ствия", "ы", "и"): // изменения, мероприятия, условия
		return plural, true
	case hasAnySuffix(head, "а", "я", "ость"):
		return feminine, true
	case hasAnySuffix(head, "о", "е"):
		return neuter, true
	}
	return masculine, hasAnySuffix(head, "тель") || strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", last)
}

// headNoun is the first word that is no adjective; after a preposition none is
// looked for.
func headNoun(words []string) string {
	head := ""
	for _, word := range words {
		if isLinking(word) {
			break
		}
		if head = word; !isAdjective(word) {
			break
		}
	}
	return head
}

// isAdjective knows the nouns that look like adjectives: «положение», «задание».
func isAdjective(word string) bool {
	_, known := kindGenders[word]
	return looksAdjectival(word) && !known &&
		!hasAnySuffix(word, "ение", "ание", "ятие", "итие", "ытие", "обие", "овие", "ствие", "арий", "ерий")
}

func hasAnySuffix(word string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
