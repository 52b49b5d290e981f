package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// terms checks that the names of bodies and the terms defined by «(далее – …)» keep
// their capital letter. Only what runs counter to the directory or to the order's own
// definition is told here; two orders are compared by termsAmong.
func terms(p *paper) {
	names := properNames(p)
	var defined []definedTerm
	for i := range p.texts {
		t := &p.texts[i]
		if t.part != bodies { // EXEC-NAME looks at those
			smallNames(p, t, names)
		}
		for _, term := range defined {
			smallTerm(p, t, term)
		}
		for _, term := range definitions(t) {
			if !slices.ContainsFunc(defined, func(d definedTerm) bool { return d.words == term.words }) {
				defined = append(defined, term)
			}
		}
	}
	ownTerms(p)
}

// properName is how a body's name begins, in one case.
type properName struct{ first, start string }

// leadingWords of a name are enough to know it: posts name «Управление муниципальными
// учреждениями» without the rest. Shorter names («Отдел образования») are common nouns
// as well: «начальник отдела образования».
const leadingWords = 3

// properNames are by their first word in small letters.
func properNames(p *paper) map[string][]properName {
	names := map[string][]properName{}
	seen := map[string]bool{}
	add := func(f model.Forms) {
		for _, name := range []string{f.Nominative, f.Genitive, f.Dative, f.Accusative, f.Instrumental, f.Prepositional} {
			words := strings.Fields(name)
			if len(words) < leadingWords || !startsCapital(name) {
				continue
			}
			start := strings.Join(words[:leadingWords], " ")
			if first := withSmall(words[0]); !seen[start] {
				seen[start] = true
				names[first] = append(names[first], properName{words[0], start})
			}
		}
	}
	if office := p.office(); office != nil {
		add(office.Full)
	}
	for _, o := range p.directory.Organizations {
		if o.Kind != "группа" { // a group is no proper name
			add(o.Full)
		}
	}
	return names
}

// smallNames tells where the name of a body begins with a small letter.
func smallNames(p *paper, t *text, names map[string][]properName) {
	if len(names) == 0 {
		return
	}
	at := 0
	for at < len(t.words) {
		word := letters(t.words[at:])
		for _, name := range names[word] {
			if beginsWith(t.words[at:], name.start) {
				p.tell("CAP-TERM", t.at(at), "«"+name.first+"»: так в справочнике",
					"наименование со строчной буквы: «%s»", withSmall(name.start))
				break
			}
		}
		at += len(word)
		for at < len(t.words) { // to the next word
			r, size := utf8.DecodeRuneInString(t.words[at:])
			if isCapital(r) || isSmall(r) {
				break
			}
			at += size
		}
	}
}

// beginsWith compares without regard to the letter case and the kind of blanks.
func beginsWith(s, start string) bool {
	for _, want := range start {
		got, size := utf8.DecodeRuneInString(s)
		if got == '\n' || got == '\u00a0' {
			got = ' '
		}
		if !strings.EqualFold(string(got), string(want)) {
			return false
		}
		s = s[size:]
	}
	next, _ := utf8.DecodeRuneInString(s)
	return !isCapital(next) && !isSmall(next)
}

// definedTerm is «Дорожная карта» of «(далее – Дорожная карта)».
type definedTerm struct {
	words string
	stems []string
}

// Terms of one word are left alone: beside «(далее – План)» the order may speak of
// other plans.
var definition = regexp.MustCompile(`\(далее\s*[–—-]\s*(?:также\s+)?[«"]?([А-ЯЁ][а-яё]+(?:[ \x{A0}][а-яё]+){1,4})[»"]?\)`)

func definitions(t *text) (found []definedTerm) {
	if !t.has(bracket) || !strings.Contains(t.words, "далее") {
		return nil
	}
	for _, m := range definition.FindAllStringSubmatch(t.words, -1) {
		term := definedTerm{words: m[1]}
		for _, word := range strings.Fields(m[1]) {
			term.stems = append(term.stems, russian.Stem(word))
		}
		found = append(found, term)
	}
	return found
}

// smallTerm tells the first place of the text where a defined term stands with a small
// letter; in quotes it is somebody else's word.
func smallTerm(p *paper, t *text, term definedTerm) {
	start := term.stems[0]
	for at := 0; ; {
		i := strings.Index(t.words[at:], start)
		if i < 0 {
			return
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(t.words[:at])
		if words := strings.Fields(t.words[at:min(len(t.words), at+200)]); (before == ' ' || before == '(') && sameStems(words, term.stems) {
			found := strings.Trim(strings.Join(words[:len(term.stems)], " "), ".,;:)»")
			p.tell("CAP-TERM", t.at(at), "«"+withCapital(found)+"»: так введено в приказе",
				"термин «%s» со строчной буквы: «%s»", term.words, found)
			return
		}
		at += len(start)
	}
}

func sameStems(words, stems []string) bool {
	if len(words) < len(stems) {
		return false
	}
	for i, stem := range stems {
		if russian.Stem(strings.Trim(words[i], ".,;:)»")) != stem {
			return false
		}
	}
	return true
}
