package russian

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed hyphen/hyph-ru.pat.txt
var hyphenPatterns string

//go:embed hyphen/hyph-ru.hyp.txt
var hyphenWords string

// hyphenSide is the least number of letters on each side of a hyphen.
const hyphenSide = 2

// hyphenRules are the patterns of TeX: the digits between the letters of a
// pattern, by its letters; and words whose hyphens are given outright.
type hyphenRules struct {
	digits  map[string][]byte
	longest int // letters of the longest pattern
	words   map[string][]int
}

var loadHyphens = sync.OnceValue(func() *hyphenRules {
	r := &hyphenRules{digits: make(map[string][]byte, strings.Count(hyphenPatterns, "\n")), words: map[string][]int{}}
	// The patterns are thousands: their letters and digits share two pieces of
	// memory.
	letters := make([]byte, 0, len(hyphenPatterns))
	digits := make([]byte, 0, len(hyphenPatterns))
	type span struct{ letters, digits int }
	var ends []span
	for pattern := range strings.FieldsSeq(hyphenPatterns) {
		from := len(digits)
		digits = append(digits, 0)
		for _, c := range pattern {
			if c >= '0' && c <= '9' {
				digits[len(digits)-1] = byte(c - '0')
				continue
			}
			letters = utf8.AppendRune(letters, c)
			digits = append(digits, 0)
		}
		r.longest = max(r.longest, len(digits)-from-1)
		ends = append(ends, span{len(letters), len(digits)})
	}
	all, from := string(letters), span{}
	for _, end := range ends {
		r.digits[all[from.letters:end.letters]] = digits[from.digits:end.digits]
		from = end
	}
	for word := range strings.FieldsSeq(hyphenWords) {
		var at []int
		letters := 0
		for _, c := range word {
			if c == '-' {
				at = append(at, letters)
				continue
			}
			letters++
		}
		r.words[strings.ReplaceAll(word, "-", "")] = at
	}
	return r
})

// Hyphens gives the places, in letters from the beginning, where a Russian word
// of small letters may be divided (F. Liang, "Word Hy-phen-a-tion by Com-put-er",
// 1983, with the patterns of A. Lebedev). A word with a capital, a digit or a
// foreign letter is a name, an abbreviation or a number and is not divided.
func Hyphens(word string) []int {
	letters := make([]rune, 0, len(word)/2)
	for _, c := range word {
		if c == 'ё' {
			c = 'е' // the patterns know only е, and the places are the same
		}
		if c < 'а' || c > 'я' {
			return nil
		}
		letters = append(letters, c)
	}
	if len(letters) < 2*hyphenSide {
		return nil
	}
	rules := loadHyphens()
	if at, known := rules.words[string(letters)]; known {
		return at
	}
	return rules.divide(letters)
}

// divide lays every pattern that fits over the word between dots; an odd digit
// allows a hyphen, and the greatest digit at a place wins.
func (r *hyphenRules) divide(letters []rune) []int {
	dotted := "." + string(letters) + "."
	offsets := make([]int, 0, len(letters)+3)
	for i := range dotted {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(dotted))
	values := make([]byte, len(offsets)+1)
	for from := range len(offsets) - 1 {
		for to := from + 1; to < len(offsets) && to-from <= r.longest; to++ {
			for i, digit := range r.digits[dotted[offsets[from]:offsets[to]]] {
				values[from+i] = max(values[from+i], digit)
			}
		}
	}
	var at []int
	for i := hyphenSide; i <= len(letters)-hyphenSide; i++ {
		if values[i+1]%2 == 1 { // the dot before the word is place 0
			at = append(at, i)
		}
	}
	return at
}

// HyphenParts divides a word with what stands around it, «(образования,»: the
// offsets in bytes where a hyphen may be put.
func HyphenParts(text string) []int {
	start := strings.IndexFunc(text, unicode.IsLetter)
	if start < 0 {
		return nil
	}
	end := strings.LastIndexFunc(text, unicode.IsLetter)
	_, size := utf8.DecodeRuneInString(text[end:])
	word := text[start : end+size]
	places := Hyphens(word)
	if len(places) == 0 {
		return nil
	}
	var parts []int
	letter, next := 0, 0
	for i := range word {
		if next < len(places) && letter == places[next] {
			parts = append(parts, start+i)
			next++
		}
		letter++
	}
	return parts
}

// HyphenPartsOfTitle is HyphenParts for the words of a title, which may begin with a
// capital and be no name.
func HyphenPartsOfTitle(text string) []int {
	at := strings.IndexFunc(text, unicode.IsLetter)
	if at < 0 {
		return nil
	}
	first, size := utf8.DecodeRuneInString(text[at:])
	small := string(unicode.ToLower(first))
	if len(small) != size {
		return HyphenParts(text)
	}
	return HyphenParts(text[:at] + small + text[at+size:])
}
