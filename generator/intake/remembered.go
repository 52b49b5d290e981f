package intake

import "unicode/utf8"

// remembered is what was made of texts that stand in many rows («запомненное»).
type remembered[T any] map[string]T

// mostRemembered is how many texts are remembered: in a strange table all are different.
const mostRemembered = 10_000

func (m remembered[T]) of(text string, read func(string) T) T {
	made, known := m[text]
	if !known {
		made = read(text)
		if len(m) < mostRemembered {
			m[text] = made
		}
	}
	return made
}

// beginning is the first so many bytes of a text, in whole letters. What a text begins
// with is told by them, however long it is.
func beginning(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
