package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// cutPiece takes what a line may end with: a word, its part up to a hyphen or a slash,
// and the space after it.
func cutPiece(words string) (piece, rest string) {
	const signs = "/,-"
	at := len(words) - len(strings.TrimLeft(words, signs))
	if end := strings.IndexAny(words[at:], " /-"); end >= 0 {
		at += end
	} else {
		at = len(words)
	}
	at = len(words) - len(strings.TrimLeft(words[at:], signs))
	if at < len(words) && words[at] == ' ' {
		at++
	}
	return words[:at], words[at:]
}

// wide is how many places of the screen a text takes: a letter one, a mark over a letter
// none, a letter of Chinese or Japanese two (Unicode, annex 11). What is twice as wide in
// their fonts only, such as «№», counts once.
func wide(words string) int {
	n := 0
	for _, r := range words {
		n += wideRune(r)
	}
	return n
}

func wideRune(r rune) int {
	switch {
	case r < '\u0300' || r >= 'А' && r <= 'ё':
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// upTo is the beginning of a text that takes no more places.
func upTo(words string, places int) string {
	n := 0
	for i, r := range words {
		if n += wideRune(r); n > places {
			return words[:i]
		}
	}
	return words
}

// oneSpaced is a text of several lines in one; no-break spaces stay.
func oneSpaced(words string) string {
	if !strings.ContainsAny(words, "\t\r\n") && !strings.Contains(words, "  ") && strings.Trim(words, " ") == words {
		return words
	}
	return strings.Join(strings.FieldsFunc(words, isBreak), " ")
}

func isBreak(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }

// lines breaks words to a width; a word that is wider is cut by letters.
func lines(words string, width int) []string {
	words = oneSpaced(words)
	if wide(words) <= width {
		return []string{words}
	}
	var all []string
	line, filled := "", 0
	for words != "" {
		var piece string
		piece, words = cutPiece(words)
		for {
			word := strings.TrimSuffix(piece, " ")
			if filled+wide(word) <= width {
				line, filled = line+piece, filled+wide(piece)
				break
			}
			if filled > 0 {
				all = append(all, strings.TrimSuffix(line, " "))
				line, filled = "", 0
				continue
			}
			head := upTo(word, max(width, 2)) // a letter may be of two
			all, piece = append(all, head), piece[len(head):]
		}
	}
	return append(all, strings.TrimSuffix(line, " "))
}

// cutLines leaves the first lines, and says that there was more.
func cutLines(lines []string, most, width int) []string {
	if len(lines) <= most {
		return lines
	}
	last := lines[most-1]
	if wide(last) == width { // the sign needs a place
		if space := strings.LastIndex(last, " "); space > 0 {
			last = last[:space]
		}
		last = upTo(last, width-1)
	}
	return append(lines[:most-1:most-1], strings.TrimRight(last, " ,.;–-·\u00a0")+"…")
}
