package form

import (
	"strings"
	"unicode"
)

// Clean is a text without what nobody typed: spaces at the ends of lines and in a row,
// no-break spaces, signs that are not seen, empty lines at both ends.
func Clean(text string) string {
	lines := strings.Split(lineEnds.Replace(text), "\n")
	for i, line := range lines {
		line = strings.Map(func(r rune) rune {
			switch {
			case unicode.IsSpace(r):
				return ' '
			case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
				return -1
			}
			return r
		}, line)
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// Soft hyphens come from copies of papers, line separators from other programs.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "_x000D_\n", "\n")
