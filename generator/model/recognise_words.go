package model

import (
	"slices"
	"strings"
	"unicode"

	"doklad/generator/russian"
)

// spelling is a name brought to the words by which names are compared. Strict keeps all
// of them; loose is without the legal form and the places that all share. Either is
// empty where no letter is left: a number alone is no name, it may be that of a row.
type spelling struct{ strict, loose string }

func (r *Registry) spell(words []string) spelling {
	words = joined(words, phrases)
	strict := nameOf(words)
	words = withoutLegalForm(words)
	for _, place := range r.places {
		words = withoutPlace(words, place)
	}
	return spelling{strict, nameOf(words)}
}

func nameOf(words []string) string {
	if !slices.ContainsFunc(words, func(w string) bool { return !isNumber(w) }) {
		return ""
	}
	return strings.Join(words, " ")
}

// withoutPlace drops the words of a place wherever they stand.
func withoutPlace(words, place []string) []string {
	var rest []string
	for len(words) >= len(place) {
		if slices.Equal(words[:len(place)], place) {
			words = words[len(place):]
			continue
		}
		rest, words = append(rest, words[0]), words[1:]
	}
	return append(rest, words...)
}

// wordsOfName cuts a name into words and numbers: «Д/С №01» is д, с, 1.
func wordsOfName(name string) []string { return plainNumbers(cutWords(name)) }

// plainNumbers drops the words for № and the noughts before a number.
func plainNumbers(words []string) []string {
	var named []string
	for i, w := range words {
		sign := w == "n" || w == "nо" || w == "номер"
		if sign && i+1 < len(words) && isNumber(words[i+1]) {
			continue
		}
		if isNumber(w) {
			w = strings.TrimLeft(w[:len(w)-1], "0") + w[len(w)-1:]
		}
		named = append(named, w)
	}
	return named
}

// cutWords cuts at signs, which are left out, and between letters and digits. Letters
// are told by their looks.
func cutWords(s string) []string {
	var words []string
	start, digits := -1, false
	s = russian.Fold(s)
	end := func(i int) {
		if start >= 0 {
			if w := russian.Skeleton(s[start:i]); w != "" {
				words = append(words, w)
			}
		}
		start = -1
	}
	for i, c := range s {
		isDigit := c >= '0' && c <= '9'
		switch {
		case !isDigit && !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c):
			end(i)
			continue
		case start >= 0 && isDigit != digits:
			end(i)
		}
		if start < 0 {
			start, digits = i, isDigit
		}
	}
	end(len(s))
	return words
}

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// phrase is a way to spell an abbreviation out. Only those that mean one thing are
// listed: «СШ» is a school of sports as well.
type phrase struct {
	words []string
	short string
}

var phrases = phrasesOf(map[string][]string{
	"дс":     {"детский сад", "дет. сад", "детсад", "д/с"},
	"црр":    {"центр развития ребёнка"},
	"нош":    {"начальная общеобразовательная школа", "начальная школа"},
	"оош":    {"основная общеобразовательная школа", "основная школа"},
	"сош":    {"средняя общеобразовательная школа", "средняя школа"},
	"ддт":    {"дом детского творчества"},
	"цдт":    {"центр детского творчества"},
	"дши":    {"детская школа искусств"},
	"дюсш":   {"детско-юношеская спортивная школа"},
	"сп":     {"структурное подразделение"},
	"филиал": {"ф-л"},
	"им":     {"имени"},
})

func phrasesOf(table map[string][]string) []phrase {
	var list []phrase
	for short, all := range table {
		for _, p := range all {
			list = append(list, phrase{cutWords(p), short})
		}
	}
	// None is the beginning of another, so that their order does not matter.
	return list
}

// joined puts the abbreviation for each phrase that is spelled out.
func joined(words []string, phrases []phrase) []string {
	var out []string
next:
	for i := 0; i < len(words); {
		for _, p := range phrases {
			if i+len(p.words) <= len(words) && slices.Equal(words[i:i+len(p.words)], p.words) {
				out = append(out, p.short)
				i += len(p.words)
				continue next
			}
		}
		out = append(out, words[i])
		i++
	}
	return out
}
