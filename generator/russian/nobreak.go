package russian

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NoBreak makes the spaces unbreakable that a line must not end with: after № and
// §, between a number and its unit or what it counts, initials and surname, «п.» and its
// number, day and month, before a dash and between it and a number. It changes ordinary spaces (U+0020) into U+00A0 and
// nothing else; a run of several spaces is left alone.
//
// It binds pairs, not phrases: «от 24.06.2021 № 26-01» may still break after «от»
// and before «№».
func NoBreak(s string) string { return bind(s, isBound) }

// NoBreakTitle is NoBreak for titles and headings, where a line must not end with
// a one-letter preposition or conjunction either.
func NoBreakTitle(s string) string { return bind(s, isBoundInTitle) }

// binding tells whether the space after the i-th word of the phrase is unbreakable;
// there always is a next word.
type binding func(p phrase, i int) bool

var bindings = []binding{
	afterSign, beforeUnit, afterThousands, betweenDigitGroups, beforeMonth, beforeDash, afterDash, beforeCounted, partOfAll,
	afterReference, afterRoman, afterPlace, withinAbbreviation,
	betweenInitials, afterInitials, beforeInitials,
}

func isBound(p phrase, i int) bool {
	return mayBind(p[i], p[i+1]) && slices.ContainsFunc(bindings, func(b binding) bool { return b(p, i) })
}

// mayBind is quick: most words end in a small letter or a comma and no binding is
// about them.
func mayBind(left, right string) bool {
	last, _ := utf8.DecodeLastRuneInString(left)
	if last != ',' && (last < 'а' || last > 'я') {
		return true
	}
	switch withoutOpening(left) {
	case "млн", "млрд", "пгт", "и", "в", "из":
		return true
	}
	right = withoutOpening(right)
	_, width := utf8.DecodeRuneInString(right)
	return isDash(right) || strings.HasPrefix(right[width:], ".")
}

func isBoundInTitle(p phrase, i int) bool { return isBound(p, i) || afterOneLetter(p, i) }

// phrase is a run of words parted by single spaces.
type phrase []string

// at gives the i-th word, or an empty one beyond the borders.
func (p phrase) at(i int) string {
	if i < 0 || i >= len(p) {
		return ""
	}
	return p[i]
}

func bind(s string, bound binding) string {
	var out []byte
	copied := 0
	walkPhrases(s, func(p phrase, spaces []int) {
		for i, at := range spaces {
			if s[at] != ' ' || !bound(p, i) {
				continue
			}
			out = append(out, s[copied:at]...)
			out = append(out, noBreakSpace...)
			copied = at + 1
		}
	})
	if copied == 0 {
		return s
	}
	return string(append(out, s[copied:]...))
}

// walkPhrases yields the phrases of s with the byte offsets of the spaces inside.
// An unbreakable space parts words as well: what is bound stays bound and is not
// judged differently the second time.
func walkPhrases(s string, yield func(p phrase, spaces []int)) {
	var p phrase
	var spaces []int
	end := func() {
		if len(p) > 1 {
			yield(p, spaces[:len(p)-1])
		}
		p, spaces = nil, nil
	}
	start := 0
	for start < len(s) {
		stop := start + strings.IndexFunc(s[start:], unicode.IsSpace)
		if stop < start {
			stop = len(s)
		}
		if stop == start {
			end()
		} else {
			p = append(p, s[start:stop])
		}
		r, width := utf8.DecodeRuneInString(s[stop:])
		if r == ' ' || r == '\u00a0' {
			spaces = append(spaces, stop)
			if len(p) == 0 {
				spaces = nil
			}
		} else {
			end()
		}
		start = stop + max(width, 1)
	}
	end()
}

const (
	opening = `«„“"'‘([{`
	closing = "." + closingButPoint

	closingButPoint = `,;:!?…»”“"'’)]}`
)

func withoutOpening(word string) string {
	if word != "" && word[0]|1 == cyrillic {
		return word
	}
	return strings.TrimLeft(word, opening)
}

// cyrillic is the byte that Russian letters begin with in UTF-8, or the one before.
const cyrillic = 0xD1

// core is the word without brackets, quotes and stops around it.
func core(word string) string { return strings.TrimRight(withoutOpening(word), closing) }

func startsWithDigit(word string) bool { return word != "" && '0' <= word[0] && word[0] <= '9' }

func endsWithDigit(word string) bool {
	return word != "" && '0' <= word[len(word)-1] && word[len(word)-1] <= '9'
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func isDash(word string) bool { return word == "–" || word == "—" || word == "-" || word == "―" }

func startsWithSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && unicode.Is(unicode.Cyrillic, r)
}

// startsWithCapital is about Russian words: «Оханск», not «(Оханск».
func startsWithCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && unicode.Is(unicode.Cyrillic, r)
}
