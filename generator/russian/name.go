package russian

import "strings"

// Surname puts a surname given in the nominative into the case, by petrovich-rules
// and the short table of their known misses. Men's surnames that end in a
// consonant, -ь or -й decline and women's do not; -ых, -их, -ко stay for both.
//
// Where only the bearer can decide (Лев, Гусь, -ок, -ек, -ец), the form must come
// from the data. With UnknownGender a name changes only if both genders agree.
func Surname(s string, g Gender, c Case) string { return rules().Surname.decline(s, g, c) }

// GivenName puts a given name, «имя», into the case by petrovich-rules.
func GivenName(s string, g Gender, c Case) string { return rules().GivenName.decline(s, g, c) }

// Patronymic puts a patronymic, «отчество», into the case by petrovich-rules;
// «… оглы» and «… кызы» stay.
func Patronymic(s string, g Gender, c Case) string { return rules().Patronymic.decline(s, g, c) }

// Declines tells whether any case of the surname differs from the nominative.
func Declines(surname string, g Gender) bool {
	for c := Genitive; c <= Prepositional; c++ {
		if Surname(surname, g, c) != surname {
			return true
		}
	}
	return false
}

// GenderOf reads the gender from a patronymic: Сергеевич, Ильич, Мамед оглы;
// Сергеевна, Ильинична, Мамед кызы. An initial tells nothing.
func GenderOf(patronymic string) Gender {
	lower := strings.ToLower(strings.TrimSpace(patronymic))
	for _, end := range [...]string{"ович", "евич", "ич", "оглы", "оглу", "улы", "уулу"} {
		if longerThan(lower, end) {
			return Male
		}
	}
	for _, end := range [...]string{"овна", "евна", "инична", "ична", "кызы", "гызы", "кизи"} {
		if longerThan(lower, end) {
			return Female
		}
	}
	return UnknownGender
}

func longerThan(word, end string) bool {
	return len(word) > len(end) && strings.HasSuffix(word, end)
}
