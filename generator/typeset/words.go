package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const noBreakSpace = '\u00a0'

// word is a piece of text that no line break divides.
type word struct {
	text  string
	width float64
	// space is true where a space follows that a break replaces; false after
	// a hyphen or a slash, where a break is allowed but nothing disappears.
	space bool
	// forced marks the end of a line wanted by the author.
	forced bool
	// cut marks a piece of a word that was wider than the line.
	cut bool
	// gaps counts the no-break spaces inside, which stretch like the others.
	gaps int
}

// splitWords cuts a text where lines may break: at spaces, after a hyphen
// between letters and after a slash. A word wider than the limit is cut by
// letters, because losing text is worse than an ugly break.
func splitWords(text string, face *Face, size, limit float64) []word {
	var words []word
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		for _, field := range strings.FieldsFunc(line, isBreakingSpace) {
			pieces := breakInside(field)
			for j, piece := range pieces {
				last := j == len(pieces)-1
				words = appendWord(words, piece, last, face, size, limit)
			}
		}
		if i < len(lines)-1 && len(words) > 0 {
			words[len(words)-1].forced = true
		}
	}
	return words
}

func appendWord(words []word, text string, space bool, face *Face, size, limit float64) []word {
	width := face.Width(text, size)
	for width > limit {
		cut := widestPrefix(text, face, size, limit)
		if cut == len(text) {
			break
		}
		words = append(words, word{text: text[:cut], width: face.Width(text[:cut], size), cut: true})
		text = text[cut:]
		width = face.Width(text, size)
	}
	return append(words, word{text: text, width: width, space: space,
		gaps: strings.Count(text, string(noBreakSpace))})
}

// widestPrefix is the number of bytes that fit, at least one character.
func widestPrefix(text string, face *Face, size, limit float64) int {
	width, end := 0.0, 0
	for i, r := range text {
		width += face.Width(string(r), size)
		if i > 0 && width > limit {
			return end
		}
		end = i + utf8.RuneLen(r)
	}
	return len(text)
}

func isBreakingSpace(r rune) bool { return r != noBreakSpace && unicode.IsSpace(r) }

// breakInside divides «план-график» after the hyphen and «сад/школа» after the
// slash. «26-01-06-697» and «5-й» stay whole: a hyphen counts only with two
// letters or more on each side.
func breakInside(field string) []string {
	if !strings.ContainsAny(field, "-/") {
		return []string{field}
	}
	runes := []rune(field)
	var pieces []string
	start := 0
	for i := 2; i < len(runes)-2; i++ {
		if runes[i] != '-' && runes[i] != '/' {
			continue
		}
		if unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i-2]) &&
			unicode.IsLetter(runes[i+1]) && unicode.IsLetter(runes[i+2]) {
			pieces = append(pieces, string(runes[start:i+1]))
			start = i + 1
		}
	}
	return append(pieces, string(runes[start:]))
}

// WidestWord is the width of the widest word: the least width at which a text is
// set without breaking a word. «Июль-август» counts as one word here, although
// it may be broken where there is no room.
func WidestWord(text string, face *Face, size float64) float64 {
	widest := 0.0
	for _, word := range strings.FieldsFunc(text, isBreakingSpace) {
		widest = max(widest, face.Width(word, size))
	}
	return widest
}

// WordWidths are the widths of the words of a text, each with the space after
// it.
func WordWidths(text string, face *Face, size float64) []float64 {
	fields := strings.FieldsFunc(text, isBreakingSpace)
	widths := make([]float64, len(fields))
	for i, word := range fields {
		widths[i] = face.Width(word, size) + face.Width(" ", size)
	}
	return widths
}
