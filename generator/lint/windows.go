package lint

import (
	"strings"
	"unicode/utf8"
)

// A word is taken for the same term when the two words before it are the same: «хода
// реализации плана» and «хода реализации Плана».

// ownTerms compares the places of one order.
func ownTerms(p *paper) {
	windows, uses := windowUses(p, capitalWords([]*paper{p}))
	for _, window := range windows {
		if rare, usual, mixed := rarer(uses[window]); mixed {
			tellTerm(rare, "в других местах приказа", usual.words)
		}
	}
}

// termsAmong compares the orders.
func termsAmong(papers []*paper) {
	capital := capitalWords(papers)
	among := newUsage()
	for _, p := range papers {
		windows, uses := windowUses(p, capital)
		for _, window := range windows {
			_, _, mixed := rarer(uses[window])
			for _, u := range uses[window] {
				u.told = mixed
				among.add(window, u)
			}
		}
	}
	among.disagreements(func(odd, other use) { tellTerm(odd, other.paper.title(), other.words) })
}

func tellTerm(odd use, where, other string) {
	odd.paper.tell("CAP-TERM", odd.at(), "пишите одинаково", "«%s», а %s «%s»", odd.words, where, other)
}

// windowUses gathers the words that may have two forms, each under itself and the two
// words before it; windows are in the order of reading.
func windowUses(p *paper, capital map[string]bool) (windows []string, uses map[string][]use) {
	uses = map[string][]use{}
	if len(capital) == 0 {
		return nil, uses
	}
	for i := range p.texts {
		t := &p.texts[i]
		if !comparesTerms(t) {
			continue
		}
		words := wordsOf(t.words)
		for k := 2; k < len(words); k++ {
			w := words[k]
			last := lower(w.text)
			if !capital[last] || isAllCapitals(w.text) || !w.follows || !words[k-1].follows {
				continue
			}
			form := "small"
			if startsCapital(w.text) {
				form = "capital"
			}
			window := lower(words[k-2].text) + " " + lower(words[k-1].text) + " " + last
			if uses[window] == nil {
				windows = append(windows, window)
			}
			uses[window] = append(uses[window], use{paper: p, text: t, offset: w.start, form: form, words: w.text})
		}
	}
	return windows, uses
}

// capitalWords are the words, in small letters, that have a capital inside a sentence
// somewhere: only of these can there be two forms.
func capitalWords(papers []*paper) map[string]bool {
	capital := map[string]bool{}
	for _, p := range papers {
		for i := range p.texts {
			if t := &p.texts[i]; comparesTerms(t) && t.has(capitalInside) {
				for _, w := range wordsOf(t.words) {
					if first, _ := utf8.DecodeRuneInString(w.text); isCapital(first) && !isAllCapitals(w.text) {
						capital[lower(w.text)] = true
					}
				}
			}
		}
	}
	return capital
}

func comparesTerms(t *text) bool { return t.part != bodies && t.part != term }

// lower spares the copy where nothing changes, which is the usual case.
func lower(word string) string {
	if strings.IndexFunc(word, isCapital) < 0 {
		return word
	}
	return strings.ToLower(word)
}

// word is a run of Russian letters.
type word struct {
	start   int
	text    string
	follows bool // only one blank parts it from the word before
}

func wordsOf(s string) []word {
	words := make([]word, 0, len(s)/12) // a word and its blank are about so many bytes
	start, end := -1, -1
	for i, r := range s {
		if isCapital(r) || isSmall(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			words = append(words, word{start, s[start:i], followsBlank(s, end, start)})
			start, end = -1, i
		}
	}
	if start >= 0 {
		words = append(words, word{start, s[start:], followsBlank(s, end, start)})
	}
	return words
}

func followsBlank(s string, end, start int) bool {
	return end >= 0 && (s[end:start] == " " || s[end:start] == "\u00a0" || s[end:start] == "\n")
}
