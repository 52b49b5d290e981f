package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// functionWords begin with a capital only at the start of a sentence.
var functionWords = wordSet("в во на по об о с со из к ко от для при под над за до и или а но что который согласно также")

// participle: «Утвержденной», «Действующего». Adjectives in -ственн- are left out,
// for they begin names: «Государственной», «Отечественной».
var participle = regexp.MustCompile(`(?:[аяеё]нн|[ауяю]ющ|вш)(?:ый|ой|ий|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)(?:ся)?$`)

var namesLikeParticiples = regexp.MustCompile(`^(?:Объедин|Соедин|Священ|Воен)|ственн`)

// capitals: inside a sentence a preposition, a conjunction and a participle after a
// comma begin with a small letter.
func capitals(p *paper) {
	for i := range p.texts {
		if t := &p.texts[i]; t.has(capitalInside) && t.part != post && t.part != fullName {
			capitalsIn(p, t)
		}
	}
}

func capitalsIn(p *paper, t *text) {
	for at := 1; at < len(t.words); at++ {
		if t.words[at-1] != ' ' {
			continue
		}
		first, _ := utf8.DecodeRuneInString(t.words[at:])
		if !isCapital(first) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(t.words[:at-1])
		word := letters(t.words[at:])
		if before != ',' && !isSmall(before) || isAllCapitals(word) && utf8.RuneCountInString(word) > 1 {
			continue
		}
		single := utf8.RuneCountInString(word) == 1
		function := functionWords[withSmall(word)] && (before == ',' || !single && !strings.HasPrefix(word, "Об")) &&
			strings.HasPrefix(t.words[at+len(word):], " ")
		if function || before == ',' && isParticiple(word) {
			p.tell("CAP-MID", t.at(at), "«"+withSmall(word)+"»", "прописная буква в середине предложения: «%s»", word)
		}
	}
}

func isParticiple(word string) bool {
	return participle.MatchString(word) && !namesLikeParticiples.MatchString(word)
}

// letters is the word at the start of s.
func letters(s string) string {
	for i, r := range s {
		if !isCapital(r) && !isSmall(r) {
			return s[:i]
		}
	}
	return s
}

func isAllCapitals(word string) bool {
	for _, r := range word {
		if !isCapital(r) {
			return false
		}
	}
	return word != ""
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
