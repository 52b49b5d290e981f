package lint

import (
	"fmt"
	"regexp"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// Directory judges what all papers of an office take from its directory: letterhead,
// names of bodies, names and posts of people. The keys of the problems are those of the
// files of the office: "letterhead[1]", "person[2].post.dative",
// "organization[1].full.nominative".
//
// Nothing there is an error: signed orders print it too, and are not to be stopped.
func Directory(d *model.Directory) diag.List {
	p := newPaper(nil, d)
	p.gatherDirectory()
	for _, rule := range []func(*paper){typography, quotes, names, initials} {
		rule(p)
	}
	for i := range p.found {
		p.found[i].Severity = max(p.found[i].Severity, diag.Warning)
	}
	return p.found
}

// gatherDirectory lists names and posts. Aliases and variants are left out: they are
// there to be recognised, mistakes included.
func (p *paper) gatherDirectory() {
	if o := p.directory.Office; o != nil {
		p.addLines(heading, LetterheadKey, "бланк", o.Letterhead)
		p.addForms("full", "наименование", o.Full)
		p.addForms("short", "краткое наименование", o.Short)
	}
	for i, o := range p.directory.Organizations {
		key := fmt.Sprintf("organization[%d]", i+1)
		path := "организация «" + o.ID + "»"
		p.addForms(key+".full", path, o.Full)
		p.addForms(key+".short", path, o.Short)
	}
	for i, o := range p.directory.Institutions {
		key := fmt.Sprintf("institution[%d]", i+1)
		path := "учреждение «" + o.ID + "»"
		p.addForms(key+".full", path, o.Full)
		p.addForms(key+".short", path, o.Short)
	}
	for i, person := range p.directory.People {
		key, path := personSpot(i, person)
		p.add(fullName, key+".surname", path, person.Surname)
		p.add(fullName, key+".name", path, person.Name)
		p.add(fullName, key+".patronymic", path, person.Patronymic)
		p.addForms(key+".post", path, person.Post)
		p.addForms(key+".short_post", path, person.ShortPost)
	}
}

func personSpot(i int, person model.Person) (key, path string) {
	return fmt.Sprintf("person[%d]", i+1), "должностное лицо «" + person.ID + "»"
}

func (p *paper) addForms(key, path string, forms model.Forms) {
	for c := russian.Nominative; c <= russian.Prepositional; c++ {
		p.add(post, key+"."+caseKeys[c], path, forms.In(c))
	}
}

var (
	dottedInitials = regexp.MustCompile(`^(?:[А-ЯЁ](?:\.?-[А-ЯЁ])?\.[ \x{A0}]?){1,3}$`)
	latinLetter    = regexp.MustCompile(`[A-Za-z]`)
)

// initials are printed as they stand: «И.О.».
func initials(p *paper) {
	for i, person := range p.directory.People {
		said := person.Initials
		if said == "" || dottedInitials.MatchString(said) {
			continue
		}
		key, path := personSpot(i, person)
		at := spot{key: key + ".initials", path: path}
		if m := latinLetter.FindStringIndex(said); m != nil {
			p.tell("LOOKALIKE", at, "наберите букву по-русски", "латинская «%s» в инициалах «%s»", said[m[0]:m[1]], said)
			continue
		}
		hint := "впишите initials = \"И.О.\""
		if better := dotted(said); better != "" {
			hint = "«" + better + "»"
		}
		p.tell("NAME-DOT", at, hint, "инициалы записаны не как «И.О.»: «%s»", said)
	}
}
