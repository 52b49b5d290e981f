package lint

import (
	"fmt"
	"regexp"
	"strings"

	"doklad/generator/model"
	"doklad/generator/russian"
)

var (
	commaInitials = regexp.MustCompile(`([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)[ \x{A0}]+([А-ЯЁ])([.,])([ \x{A0}]?)([А-ЯЁ])([.,])`)
	nameAndMarks  = regexp.MustCompile(`(?:([А-ЯЁ][а-яё]+)[ \x{A0}])?[А-ЯЁ]\.[ \x{A0}]?[А-ЯЁ]\.(?:[ \x{A0}]?([А-ЯЁ][а-яё]+))?`)
)

// The two places of initials.
const (
	initialsBefore = "initials before"
	initialsAfter  = "initials after"
)

var initialsExample = map[string]string{initialsBefore: "И.О. Фамилия", initialsAfter: "Фамилия И.О."}

// names looks at initials in the sentences: points after them, one order of surname
// and initials.
func names(p *paper) {
	var uses []use
	if form := p.executorInitials(); form != "" {
		said := newText(prose, "executor_form", "исполнители", p.ExecutorForm)
		uses = append(uses, use{paper: p, text: &said, form: form, words: initialsExample[form]})
	}
	for i := range p.texts {
		t := &p.texts[i]
		if t.has(capitalComma) {
			commasInInitials(p, t)
		}
		if t.part == fullName {
			bareInitials(p, t)
		}
		if t.part == prose && t.has(capitalInside) && strings.Contains(t.words, ".") {
			uses = append(uses, initialsIn(p, t)...)
		}
	}
	if rare, usual, mixed := rarer(uses); mixed {
		p.tell("NAME-ORDER", rare.at(), "пишите одинаково", "инициалы и фамилия в разном порядке: «%s» и «%s»", rare.words, usual.words)
	}
}

// commasInInitials: «Шишкину А,В,». «Группы А, Б» have a blank after the comma.
func commasInInitials(p *paper, t *text) {
	for _, m := range commaInitials.FindAllStringSubmatchIndex(t.words, -1) {
		group := func(n int) string { return t.words[m[2*n]:m[2*n+1]] }
		if group(3) == "," && group(4) != "" || group(3) == "." && group(6) == "." {
			continue
		}
		p.tell("NAME-DOT", t.at(m[0]), "«"+group(1)+" "+group(2)+"."+group(5)+".»",
			"запятая в инициалах: «%s»", t.words[m[0]:m[1]])
	}
}

var (
	bareBefore = regexp.MustCompile(`^([А-ЯЁ]{2,3})[ \x{A0}][А-ЯЁ][а-яё]+`)
	bareAfter  = regexp.MustCompile(`[А-ЯЁ][а-яё]+[ \x{A0}]([А-ЯЁ]{2,3})$`)
)

// bareInitials: «Примеров ПП» where nothing but a name stands; elsewhere capitals
// after a name may be an abbreviation.
func bareInitials(p *paper, t *text) {
	for _, form := range []*regexp.Regexp{bareBefore, bareAfter} {
		if m := form.FindStringSubmatchIndex(t.words); m != nil {
			bare := t.words[m[2]:m[3]]
			p.tell("NAME-DOT", t.at(m[2]), "«"+dotted(bare)+"»", "инициалы без точек: «%s»", bare)
		}
	}
}

// dotted are the capitals of initials with a point after each.
func dotted(initials string) string {
	var b strings.Builder
	for _, r := range strings.ToUpper(initials) {
		if isCapital(r) {
			b.WriteString(string(r) + ".")
		}
	}
	return b.String()
}

func initialsIn(p *paper, t *text) (uses []use) {
	for _, m := range nameAndMarks.FindAllStringSubmatchIndex(t.words, -1) {
		form := initialsBefore
		if m[2] >= 0 {
			form = initialsAfter
		}
		if (m[2] >= 0) == (m[4] >= 0) { // «Начальник М.В. Дурновцева» tells nothing
			continue
		}
		uses = append(uses, use{paper: p, text: t, offset: m[0], form: form, words: t.words[m[0]:m[1]]})
	}
	return uses
}

// executorInitials is where the program puts initials of executors; empty if no
// person is an executor.
func (p *paper) executorInitials() string {
	for _, c := range p.points() {
		for _, id := range c.Executors {
			if _, found := p.directory.Person(id); !found {
				continue
			}
			if p.ExecutorForm == "name-first" {
				return initialsBefore
			}
			return initialsAfter
		}
	}
	return ""
}

// declensions: what the rules made of a surname somebody should see once.
func declensions(p *paper) {
	for _, c := range p.points() {
		for i, id := range c.Executors {
			declension(p, id, model.ExecutorCase, spot{key: fmt.Sprintf("%s.executors[%d]", c.key, i+1), path: c.path})
		}
		if c.Control != "" && c.Control != "self" && c.Text == "" {
			declension(p, c.Control, model.ControlCase, spot{key: c.key + ".control", path: c.path})
		}
	}
}

var caseKeys = map[russian.Case]string{
	russian.Nominative: "nominative",
	russian.Genitive:   "genitive", russian.Dative: "dative", russian.Accusative: "accusative",
	russian.Instrumental: "instrumental", russian.Prepositional: "prepositional",
}

func declension(p *paper, id string, c russian.Case, at spot) {
	person, found := p.directory.Person(id)
	if !found || person.Surname == "" || person.Surnames.In(c) != "" {
		return
	}
	form := person.SurnameIn(c)
	confirm := fmt.Sprintf("впишите в people.toml surname_forms.%s", caseKeys[c])
	switch {
	case person.Sex() == russian.UnknownGender:
		p.tell("DECL-CHECK", at, "впишите gender в people.toml", "пол не указан, фамилия «%s» поставлена в форме «%s»", person.Surname, form)
	case !russian.Declines(person.Surname, person.Sex()):
		p.tell("DECL-CHECK", at, "подтвердите: "+confirm, "фамилия «%s» не склоняется: падеж по ней не проверить", person.Surname)
	default:
		p.tell("DECL-CHECK", at, "если верно, "+confirm+" = \""+form+"\"",
			"«%s» в форме «%s» (%s падеж): поставлено по правилам", person.Surname, form, c)
	}
}
