package russian

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The rules of declension are petrovich-rules (MIT, petrovich/LICENSE), as published.
//
//go:embed petrovich/rules.json
var rulesJSON []byte

// ruleBook holds the rules by the parts of a full name.
type ruleBook struct {
	Surname    ruleSet `json:"lastname"`
	GivenName  ruleSet `json:"firstname"`
	Patronymic ruleSet `json:"middlename"`
}

// ruleSet is tried in order: exceptions match a whole word, suffixes its end.
type ruleSet struct {
	Exceptions []rule `json:"exceptions"`
	Suffixes   []rule `json:"suffixes"`
}

// rule says how the words of Tests change. Mods stand from the genitive to the
// prepositional: "." keeps the word, each leading "-" takes one letter away, the
// rest is added. A rule tagged first_word is only for the first part of a
// hyphenated name (Бонч-, Тер-).
type rule struct {
	Gender string    `json:"gender"`
	Tests  []string  `json:"test"`
	Mods   [5]string `json:"mods"`
	Tags   []string  `json:"tags"`
}

// rules is read at the first name declined: most runs of the program decline none.
var rules = sync.OnceValue(func() *ruleBook {
	book := new(ruleBook)
	if err := json.Unmarshal(rulesJSON, book); err != nil {
		panic("russian: embedded petrovich rules: " + err.Error())
	}
	book.Surname.Exceptions = append(ownSurnames, book.Surname.Exceptions...)
	return book
})

// ownSurnames stand before the published rules, which give «Заяцу», «Чернцем»,
// «Кузнцу», «Купецу», «Борецу», «Боецу», «Стрелецу».
var ownSurnames = []rule{
	{Gender: "male", Tests: []string{"заяц"}, Mods: [5]string{"--йца", "--йцу", "--йца", "--йцем", "--йце"}},
	{Gender: "male", Tests: []string{"боец"}, Mods: [5]string{"--йца", "--йцу", "--йца", "--йцом", "--йце"}},
	{Gender: "male", Tests: []string{"стрелец"}, Mods: [5]string{"--ьца", "--ьцу", "--ьца", "--ьцом", "--ьце"}},
	{Gender: "male", Tests: []string{"кузнец"}, Mods: [5]string{"а", "у", "а", "ом", "е"}},
	{Gender: "male", Tests: []string{"чернец", "донец", "купец", "борец"}, Mods: [5]string{"--ца", "--цу", "--ца", "--цом", "--це"}},
}

// decline puts every part of a hyphenated name into the case by its own rule.
func (set *ruleSet) decline(name string, g Gender, c Case) string {
	if c <= Nominative || c > Prepositional {
		return name
	}
	if g != Male && g != Female {
		male, female := set.decline(name, Male, c), set.decline(name, Female, c)
		if male != female {
			return name
		}
		return male
	}
	var declined strings.Builder
	for rest, first := name, true; ; first = false {
		at := strings.IndexAny(rest, hyphens)
		if at < 0 {
			declined.WriteString(set.declinePart(rest, g, c, false))
			return declined.String()
		}
		_, width := utf8.DecodeRuneInString(rest[at:])
		declined.WriteString(set.declinePart(rest[:at], g, c, first))
		declined.WriteString(rest[at : at+width])
		rest = rest[at+width:]
	}
}

// hyphens join the parts of a double name: plain, typographic, unbreakable.
const hyphens = "-\u2010\u2011"

func (set *ruleSet) declinePart(part string, g Gender, c Case, firstWord bool) string {
	lower := strings.ToLower(part)
	whole := func(test string) bool { return lower == test }
	ending := func(test string) bool { return strings.HasSuffix(lower, test) }
	found := find(set.Exceptions, g, firstWord, whole)
	if found == nil {
		found = find(set.Suffixes, g, firstWord, ending)
	}
	if found == nil {
		return part
	}
	return apply(part, found.Mods[c-Genitive])
}

// find takes the first rule that fits: an androgynous rule fits any gender.
func find(rules []rule, g Gender, firstWord bool, fits func(test string) bool) *rule {
	gender := "male"
	if g == Female {
		gender = "female"
	}
	for i := range rules {
		r := &rules[i]
		if r.Gender != "androgynous" && r.Gender != gender {
			continue
		}
		if len(r.Tags) > 0 && !(firstWord && slices.Contains(r.Tags, "first_word")) {
			continue
		}
		if slices.ContainsFunc(r.Tests, fits) {
			return r
		}
	}
	return nil
}

// apply changes the end of a word as the mod says; a word in capitals gets its
// ending in capitals.
func apply(word, mod string) string {
	if mod == "." {
		return word
	}
	ending := strings.TrimLeft(mod, "-")
	if inCapitals(word) {
		ending = strings.ToUpper(ending)
	}
	for range len(mod) - len(strings.TrimLeft(mod, "-")) {
		_, width := utf8.DecodeLastRuneInString(word)
		word = word[:len(word)-width]
	}
	return word + ending
}

// inCapitals tells «ШИЛОВА» from «Шилова» and from a single capital letter.
func inCapitals(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}
