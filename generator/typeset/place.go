package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file says where on the lines the words of a text have come to stand.

// placeLines tells the lines which runes of the source they hold.
func placeLines(lines []Line, text string, words []word, breaks []int) {
	runes, bytes := 0, 0
	runesAt := func(at int) int {
		runes += utf8.RuneCountInString(text[bytes:at])
		bytes = at
		return runes
	}
	first := 0
	for i, next := range breaks {
		last := words[next-1]
		lines[i].From, lines[i].To = runesAt(words[first].at), runesAt(last.at+len(last.text))
		first = next
	}
}

// Part is where the runes of the source from one to another stand in the text of
// the line, in bytes; the two are equal where none of them does. Spaces that
// follow each other in the source are one on the line.
func (l Line) Part(source []rune, from, to int) (start, end int) {
	from, to = max(from, l.From), min(to, l.To)
	if from >= to {
		return 0, 0
	}
	return l.offset(source, from), l.offset(source, to)
}

// offset is the place of a rune of the source in the text of the line.
func (l Line) offset(source []rune, at int) int {
	offset, inSpace := 0, false
	for _, r := range source[l.From:at] {
		space := isBreakingSpace(r)
		if !space || !inSpace {
			_, width := utf8.DecodeRuneInString(l.Text[offset:])
			offset += width
		}
		inSpace = space
	}
	return offset
}

// isAddress reports «https://…»: its hyphens and slashes are its own.
func isAddress(field string) bool { return strings.Contains(field, "://") }

// inAddress reports whether an address may go on on the next line: after a slash
// or a hyphen behind «https://», with something to go on.
func inAddress(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	return isAddress(before) && (unicode.IsLetter(next) || unicode.IsDigit(next))
}
