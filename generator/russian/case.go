// Package russian knows the Russian of office papers: names in cases, dates,
// numerals, unbreakable spaces, and words that mean the same.
//
// It reads no files, asks no clock and knows nothing of orders or reports.
package russian

import (
	"fmt"
	"strings"
)

// Case is a grammatical case, «падеж».
type Case int

// The cases in the order of the school grammar.
const (
	Nominative Case = iota
	Genitive
	Dative
	Accusative
	Instrumental
	Prepositional
)

var caseNames = [...]string{
	"именительный", "родительный", "дательный", "винительный", "творительный", "предложный",
}

// String gives the Russian name: «дательный».
func (c Case) String() string {
	if c < 0 || int(c) >= len(caseNames) {
		return fmt.Sprintf("падеж %d", int(c))
	}
	return caseNames[c]
}

// Gender is the grammatical gender of a person, «пол». It cannot be known from
// initials, so it is stored or derived from the patronymic.
type Gender int

// UnknownGender is the zero value: nobody said it.
const (
	UnknownGender Gender = iota
	Male
	Female
)

// String gives the Russian name: «женский».
func (g Gender) String() string {
	switch g {
	case Male:
		return "мужской"
	case Female:
		return "женский"
	}
	return "неизвестный"
}

// UnmarshalText reads «мужской», «женский», «м», «ж», male, female in any
// letter case; an empty text is UnknownGender.
func (g *Gender) UnmarshalText(text []byte) error {
	switch strings.ToLower(strings.TrimSpace(string(text))) {
	case "":
		*g = UnknownGender
	case "male", "мужской", "м", "м.":
		*g = Male
	case "female", "женский", "ж", "ж.":
		*g = Female
	default:
		return unknownGender(text)
	}
	return nil
}

// MarshalText writes male, female or nothing.
func (g Gender) MarshalText() ([]byte, error) {
	switch g {
	case UnknownGender:
		return nil, nil
	case Male:
		return []byte("male"), nil
	case Female:
		return []byte("female"), nil
	}
	return nil, fmt.Errorf("нет такого пола: %d", int(g))
}

type unknownGender string

func (g unknownGender) Error() string { return fmt.Sprintf("пол «%s» не понят", string(g)) }
func (g unknownGender) Hint() string {
	return "впишите \"male\" (мужской) или \"female\" (женский)"
}
