package russian

import (
	"strings"
	"unicode"
)

// Fold brings a name to the form in which names are compared: small letters, е for
// ё, one kind of quotes, single spaces, «№ 5» for «№5», «N 5», «Nº 5», and Cyrillic
// letters for the Latin ones that look the same and stand in a Cyrillic word.
func Fold(s string) string {
	s = strings.Map(foldRune, s)
	s = strings.Join(strings.Fields(s), " ")
	letters := []rune(s)
	eachWord(letters, func(_ int, word []rune) {
		if !isMixed(word) {
			return
		}
		for i, r := range word {
			if twin := cyrillicTwin(r); twin != 0 {
				word[i] = twin
			}
		}
	})
	return strings.TrimSpace(foldNumberSign(letters))
}

func foldRune(r rune) rune {
	switch r {
	case 'ё', 'Ё':
		return 'е'
	case '«', '»', '„', '“', '”', '‟', '‘', '’', '‚', '‹', '›', '″', '\'', '`':
		return '"'
	case '\u2010', '\u2011': // typographic and unbreakable hyphens
		return '-'
	case '\u00ad', '\u200b', '\u2060', '\ufeff': // seen by nobody
		return -1
	}
	return unicode.ToLower(r)
}

// cyrillicTwin is the Cyrillic letter that looks like the small or the capital
// Latin one («В» like B); r is small.
func cyrillicTwin(r rune) rune {
	switch r {
	case 'a':
		return 'а'
	case 'b':
		return 'в'
	case 'c':
		return 'с'
	case 'e':
		return 'е'
	case 'h':
		return 'н'
	case 'k':
		return 'к'
	case 'm':
		return 'м'
	case 'o':
		return 'о'
	case 'p':
		return 'р'
	case 't':
		return 'т'
	case 'x':
		return 'х'
	case 'y':
		return 'у'
	}
	return 0
}

// foldNumberSign writes «№ » for whatever stands for the sign before a digit.
func foldNumberSign(letters []rune) string {
	var out strings.Builder
	for i := 0; i < len(letters); i++ {
		end := numberSign(letters, i)
		if end == i {
			out.WriteRune(letters[i])
			continue
		}
		out.WriteString("№ ")
		i = end - 1
	}
	return out.String()
}

// numberSign gives the end of a sign that starts at i with the spaces after it, or
// i if there is none or no digit follows.
func numberSign(letters []rune, i int) int {
	end := i + 1
	switch letters[i] {
	case '№':
	case 'n':
		if i > 0 && (unicode.IsLetter(letters[i-1]) || unicode.IsDigit(letters[i-1])) {
			return i
		}
		if end < len(letters) && (letters[end] == 'º' || letters[end] == '°') {
			end++
		}
	default:
		return i
	}
	for end < len(letters) && letters[end] == ' ' {
		end++
	}
	if end == len(letters) || !unicode.IsDigit(letters[end]) {
		return i
	}
	return end
}

// LookAlikes gives the places, in characters, of Latin letters in words that have
// Cyrillic ones: «MБДОУ» with a Latin M is found by no search.
func LookAlikes(s string) []int {
	var places []int
	letters := []rune(s)
	eachWord(letters, func(start int, word []rune) {
		if !isMixed(word) {
			return
		}
		for i, r := range word {
			if unicode.Is(unicode.Latin, r) {
				places = append(places, start+i)
			}
		}
	})
	return places
}

func eachWord(letters []rune, visit func(start int, word []rune)) {
	start := 0
	for i := 0; i <= len(letters); i++ {
		if i < len(letters) && unicode.IsLetter(letters[i]) {
			continue
		}
		if start < i {
			visit(start, letters[start:i])
		}
		start = i + 1
	}
}

// isMixed: the word has both Latin and Cyrillic letters. «IT-куб» are two words.
func isMixed(word []rune) bool {
	latin, cyrillic := false, false
	for _, r := range word {
		latin = latin || unicode.Is(unicode.Latin, r)
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
	}
	return latin && cyrillic
}
