package model

import (
	"strings"
	"unicode/utf8"

	"doklad/generator/russian"
)

// Person is somebody named in papers («должностное лицо»): signs, carries out,
// prepares.
type Person struct {
	ID         string         `toml:"id"`
	Surname    string         `toml:"surname"`
	Name       string         `toml:"name"`
	Patronymic string         `toml:"patronymic"`
	Initials   string         `toml:"initials"` // «М.В.», where the name is not known in full
	Gender     russian.Gender `toml:"gender"`
	Post       Forms          `toml:"post"`
	ShortPost  Forms          `toml:"short_post"`
	Phone      string         `toml:"phone"`
	// Surnames, Names and Patronymics hold the forms that the rules of declension
	// get wrong, or that the bearer wishes otherwise. A form given here counts as
	// confirmed.
	Surnames    Forms `toml:"surname_forms"`
	Names       Forms `toml:"name_forms"`
	Patronymics Forms `toml:"patronymic_forms"`
}

// Sex is the gender that was said, or the one the patronymic tells.
func (p Person) Sex() russian.Gender {
	if p.Gender != russian.UnknownGender {
		return p.Gender
	}
	return russian.GenderOf(p.Patronymic)
}

// SurnameIn is the surname in a case: as said in the data, else by the rules.
func (p Person) SurnameIn(c russian.Case) string {
	if c == russian.Nominative {
		return p.Surname
	}
	if said := p.Surnames.In(c); said != "" {
		return said
	}
	return russian.Surname(p.Surname, p.Sex(), c)
}

// InitialLetters are the initials as the office prints them, «М.В.», without a
// space between them (8.1 of the typography rules: one manner in a document).
func (p Person) InitialLetters() string {
	if p.Initials != "" {
		return strings.ReplaceAll(p.Initials, " ", "")
	}
	var b strings.Builder
	for _, word := range []string{p.Name, p.Patronymic} {
		if r, size := utf8.DecodeRuneInString(word); size > 0 && r != utf8.RuneError {
			b.WriteString(string(r) + ".")
		}
	}
	return b.String()
}

// Signature is the name as it stands beside a signature: initials first
// (ГОСТ Р 7.0.97-2016, п. 5.22).
func (p Person) Signature() string {
	return strings.TrimSpace(p.InitialLetters() + " " + p.Surname)
}

// SurnameInitials is the name inside a text in a case: «Шиловой Ю.С.».
func (p Person) SurnameInitials(c russian.Case) string {
	return strings.TrimSpace(p.SurnameIn(c) + " " + p.InitialLetters())
}

// InitialsSurname is the name in a case with the initials first.
func (p Person) InitialsSurname(c russian.Case) string {
	return strings.TrimSpace(p.InitialLetters() + " " + p.SurnameIn(c))
}

// PostIn is the post in a case, the full form before the short one.
func (p Person) PostIn(c russian.Case) string {
	if full := p.Post.In(c); full != "" {
		return full
	}
	return p.ShortPost.In(c)
}

// ShortPostIn is the post in a case, the short form before the full one: for lists
// and sheets, whose columns are narrow and which stay in the house.
func (p Person) ShortPostIn(c russian.Case) string {
	if short := p.ShortPost.In(c); short != "" {
		return short
	}
	return p.Post.In(c)
}

// FullName is surname, name and patronymic, or surname and initials.
func (p Person) FullName() string { return p.FullNameIn(russian.Nominative) }

// FullNameIn is the full name in a case.
func (p Person) FullNameIn(c russian.Case) string {
	if p.Name == "" {
		return p.SurnameInitials(c)
	}
	given := p.Names.In(c)
	if given == "" {
		given = russian.GivenName(p.Name, p.Sex(), c)
	}
	patronymic := p.Patronymics.In(c)
	if patronymic == "" {
		patronymic = russian.Patronymic(p.Patronymic, p.Sex(), c)
	}
	return strings.Join(strings.Fields(p.SurnameIn(c)+" "+given+" "+patronymic), " ")
}
