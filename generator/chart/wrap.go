package chart

import (
	"strings"

	"doklad/generator/russian"
	"doklad/generator/typeset"
)

// plain is a name with single spaces, those that bind made unbreakable.
func plain(name string) string {
	return russian.NoBreak(strings.Join(strings.Fields(name), " "))
}

// wrap sets a name in at most so many lines; whole: no word was divided for it.
func (b *board) wrap(name string, size, width float64, most int) (lines []string, fits, whole bool) {
	whole = true
	for _, set := range typeset.Break(name, typeset.Setting{Face: b.fonts.Regular, Size: size, Width: width / pt, Manner: typeset.Balanced}) {
		lines = append(lines, set.Text)
		whole = whole && !set.Hyphen && !set.Cut
	}
	return lines, len(lines) <= most, whole
}

// shorten wraps a name, and leaves words in its middle out until it fits: schools
// differ in how their names begin or in how they end. In a name of one word the end
// is left out.
func (b *board) shorten(name string, size, width float64, most int) []string {
	words := strings.Split(name, " ")
	for out := range len(words) {
		short := name
		if out > 0 {
			head := (len(words) - out + 1) / 2
			short = strings.Join(words[:head], " ") + "…"
			if tail := words[head+out:]; len(tail) > 0 {
				short += " " + strings.Join(tail, " ")
			}
		}
		if lines, fits, whole := b.wrap(short, size, width, most); fits && (whole || out == len(words)-1 && most > 1) {
			return lines
		}
	}
	letters := []rune(words[0])
	for len(letters) > 1 && b.wide(string(letters)+"…", size) > width {
		letters = letters[:len(letters)-1]
	}
	return []string{string(letters) + "…"}
}
