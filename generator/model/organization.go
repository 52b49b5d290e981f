package model

import "doklad/generator/russian"

// Forms is a name or a post in its cases («падежные формы»). Bodies and posts
// are declined by data, never guessed: «Управления муниципальными учреждениями»
// cannot be derived from rules of endings.
type Forms struct {
	Nominative    string `toml:"nominative"`
	Genitive      string `toml:"genitive"`
	Dative        string `toml:"dative"`
	Accusative    string `toml:"accusative"`
	Instrumental  string `toml:"instrumental"`
	Prepositional string `toml:"prepositional"`
}

// In is the form in one case; empty when the data does not give it.
func (f Forms) In(c russian.Case) string {
	switch c {
	case russian.Genitive:
		return f.Genitive
	case russian.Dative:
		return f.Dative
	case russian.Accusative:
		return f.Accusative
	case russian.Instrumental:
		return f.Instrumental
	case russian.Prepositional:
		return f.Prepositional
	}
	return f.Nominative
}

// All are the forms in the order of the cases, with those that are not given.
func (f Forms) All() []string {
	return []string{f.Nominative, f.Genitive, f.Dative, f.Accusative, f.Instrumental, f.Prepositional}
}

// Office is the body whose papers are made («организация – автор документа»,
// реквизит 05). One folder of data is one office.
type Office struct {
	// Folder is the place of the office below the data folder, "okhansk"; "."
	// when the data folder itself is the office.
	Folder string `toml:"-"`

	// Example marks an invented office: its papers say so.
	Example bool `toml:"example"`
	// Layout is the office's layout profile; empty: by the date of the paper.
	Layout string `toml:"layout"`
	// Letterhead is printed over every order: higher bodies first, the office
	// itself last.
	Letterhead []string `toml:"letterhead"`
	Full       Forms    `toml:"full"`
	Short      Forms    `toml:"short"`
	// Territory is the municipality with the other ways people write it, so
	// that a mixture can be found.
	Territory Territory `toml:"territory"`
}

// Territory is the municipality («территория») that the office works for.
type Territory struct {
	Name     string   `toml:"name"`     // as it should be written, in the genitive
	Variants []string `toml:"variants"` // other ways met in papers
	// Places are words after the name of an institution that only say where all of
	// them are: «г. Оханска».
	Places []string `toml:"places"`
}

// Organization is a body or an institution («учреждение, орган»).
type Organization struct {
	ID      string   `toml:"id"`
	Kind    string   `toml:"kind"` // орган, учреждение, группа
	Full    Forms    `toml:"full"`
	Short   Forms    `toml:"short"`
	Aliases []string `toml:"aliases"`
	// External marks a body that the office cannot order about («по
	// согласованию»): a ministry, an institute.
	External bool `toml:"external"`
}

// Names are all the ways in which the organization may be called.
func (o Organization) Names() []string {
	var names []string
	for _, s := range append([]string{o.Full.Nominative, o.Short.Nominative}, o.Aliases...) {
		if s != "" {
			names = append(names, s)
		}
	}
	return names
}
