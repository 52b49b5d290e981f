package sheet

import (
	"strings"
	"unicode/utf8"
)

// leaders are what the first byte of each Russian letter in UTF-8 (D0, D1) looks like
// in cp1251, in Latin-1, in the Greek cp1253 and in DOS.
func leaders(r rune) string {
	switch r {
	case 'Р', 'С':
		return "РС"
	case 'Ð', 'Ñ':
		return "ÐÑ"
	case 'Π', 'Ρ':
		return "ΠΡ"
	case '╨', '╤':
		return "╨╤"
	}
	return ""
}

// garbled finds UTF-8 that was taken for another encoding: «РћС‚С‡С‘С‚» for «Отчёт»,
// «в„–» for «№». to is 0 where the text is sound. Two letters are needed, for «РЁ» may
// stand in an abbreviation.
func garbled(text string) (from, to int) {
	for i, r := range text {
		if r == 'в' && (strings.HasPrefix(text[i:], "в„–") || strings.HasPrefix(text[i:], "вЂ")) {
			_, size := utf8.DecodeRuneInString(text[i+len("вЂ"):])
			return i, i + len("вЂ") + size
		}
		if family := leaders(r); family != "" {
			if end := pair(text, i, family); end > 0 {
				if end = pair(text, end, family); end > 0 {
					return i, end
				}
			}
		}
	}
	return 0, 0
}

// pair is where two characters end that were one Russian letter; 0 where they were not.
func pair(text string, i int, family string) int {
	first, n := utf8.DecodeRuneInString(text[i:])
	if n == 0 || !strings.ContainsRune(family, first) {
		return 0
	}
	second, m := utf8.DecodeRuneInString(text[i+n:])
	if second < utf8.RuneSelf || second == utf8.RuneError || 'А' <= second && second <= 'я' {
		return 0
	}
	return i + n + m
}
