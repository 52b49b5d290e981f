package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs are what stands in a text, so that a rule need not search where it can find
// nothing: most cells of a long roadmap are plain words.
type signs uint

const (
	digits        signs = 1 << iota
	fourDigits          // 2021
	digitStop           // 25.
	digitYear           // 2021г
	hyphen              // -
	digitHyphen         // 5-, 5 -
	dash                // – or —
	longDash            // —
	percent             // %
	slash               // /
	latin               // a
	cyrillic            // а
	quote               // «
	numberSign          // №
	markup              // *
	twoBlanks           // two spaces in a row
	twoCapitals         // ГО
	capitalComma        // А,
	capitalInside       // a capital after a space
	bracket             // (
)

func signsIn(s string) signs {
	var found signs
	before, beforeBlank := rune('\n'), rune('\n')
	row := 0 // digits in a row
	for _, r := range s {
		switch {
		case isSmall(r):
			found |= cyrillic
			if r == 'г' && row > 0 {
				found |= digitYear
			}
		case isBlankRune(r):
			if isBlankRune(before) {
				found |= twoBlanks
			}
		case isCapital(r):
			found |= cyrillic
			if isCapital(before) {
				found |= twoCapitals
			}
			if before == ' ' {
				found |= capitalInside
			}
		case isDigit(r):
			found |= digits
			if row == 3 {
				found |= fourDigits
			}
		default:
			found |= otherSign(r, before, beforeBlank)
		}
		if row++; !isDigit(r) {
			row = 0
		}
		before = r
		if !isBlankRune(r) {
			beforeBlank = r
		}
	}
	return found
}

// otherSign is for what is no Russian letter, digit or blank.
func otherSign(r, before, beforeBlank rune) signs {
	switch {
	case r == '.' && isDigit(before):
		return digitStop
	case r == ',' && isCapital(before):
		return capitalComma
	case r == '-' && isDigit(beforeBlank):
		return hyphen | digitHyphen
	case r == '-':
		return hyphen
	case r == '–':
		return dash
	case r == '—':
		return dash | longDash
	case r == '%':
		return percent
	case r == '/':
		return slash
	case r == '(':
		return bracket
	case r == '№' || r == '§':
		return numberSign
	case strings.ContainsRune("«»„“”\"", r):
		return quote
	case strings.ContainsRune("*_#`<&]", r):
		return markup
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return latin
	}
	return 0
}

// has reports whether all of the signs stand in the text.
func (t *text) has(s signs) bool { return t.signs&s == s }

func isBlankRune(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' }
func isDigit(r rune) bool     { return r >= '0' && r <= '9' }
func isCapital(r rune) bool   { return r >= 'А' && r <= 'Я' || r == 'Ё' }
func isSmall(r rune) bool     { return r >= 'а' && r <= 'я' || r == 'ё' }
