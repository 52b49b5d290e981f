package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// territories: the municipality has one name in one order.
func territories(p *paper) {
	office := p.office()
	if office == nil || office.Territory.Name == "" {
		return
	}
	names := []string{office.Territory.Name}
	for _, name := range office.Territory.Variants {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	// The longest first: «Оханского городского округа» begins the longer name.
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	var first []use
	for i, name := range names {
		if u, found := firstUse(p, name, names[:i]); found {
			first = append(first, u)
		}
	}
	if len(first) < 2 {
		return
	}
	for _, u := range first {
		if u.form != office.Territory.Name {
			p.tell("ENT-MIX", u.at(), "пишите одинаково: «"+office.Territory.Name+"»", "территория названа по-разному: «%s»", u.form)
		}
	}
}

// firstUse finds the first place of the name that is not a part of a longer one.
func firstUse(p *paper, name string, longer []string) (use, bool) {
	for i := range p.texts {
		t := &p.texts[i]
		for from := 0; ; {
			at := strings.Index(t.words[from:], name)
			if at < 0 {
				break
			}
			at += from
			from = at + len(name)
			within := slices.ContainsFunc(longer, func(l string) bool {
				start := at - strings.Index(l, name)
				return strings.Contains(l, name) && start >= 0 && strings.HasPrefix(t.words[start:], l)
			})
			if !within && !goesOn(t.words[from:]) {
				return use{paper: p, text: t, offset: at, form: name}, true
			}
		}
	}
	return use{}, false
}

// goesOn reports whether a word is continued.
func goesOn(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(r)
}
