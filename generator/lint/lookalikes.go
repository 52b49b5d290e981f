package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/russian"
)

// Latin letters that, standing alone, are taken for Russian ones: a small one for a
// preposition, a conjunction or the letter of a list («c 1 сентября», «a) школы»), a
// capital one for a preposition at the start («O порядке»). Inside a sentence a
// capital may be the name of a class or of a vitamin, at the start X is a number.
const (
	loneSmall   = "aceopxy"
	loneCapital = "ABCKOYaceopxy"
)

// lookAlikes tells each word once: «MБДОУ» with a Latin M is found by no search.
func lookAlikes(p *paper, t *text) {
	runes := []rune(t.words)
	places := russian.LookAlikes(t.words)
	for i, r := range runes {
		if r < utf8.RuneSelf && unicode.IsLetter(r) && isLone(runes, i) {
			places = append(places, i)
		}
	}
	slices.Sort(places)
	end, counted, offset := -1, 0, 0
	for _, place := range places {
		if place < end {
			continue
		}
		start := place
		for start > 0 && unicode.IsLetter(runes[start-1]) {
			start--
		}
		for end = place; end < len(runes) && unicode.IsLetter(runes[end]); end++ {
		}
		for ; counted < place; counted++ {
			offset += utf8.RuneLen(runes[counted])
		}
		if end-start == 1 {
			p.tell("LOOKALIKE", t.at(offset), "наберите букву по-русски", "латинская «%c» вместо русской буквы", runes[place])
			continue
		}
		p.tell("LOOKALIKE", t.at(offset), "наберите букву по-русски",
			"латинская «%c» в русском слове «%s»", runes[place], string(runes[start:end]))
	}
}

// isLone reports whether the letter stands alone where a Russian one is expected: a
// Russian word, a number or a sign of one follows («p < 0,05», «x = 5» are formulas).
func isLone(runes []rune, i int) bool {
	letters := loneSmall
	first := i == 0 || strings.ContainsRune("\n«", runes[i-1]) || i > 1 && runes[i-2] == '.' && isBlankRune(runes[i-1])
	if first {
		letters = loneCapital
	}
	if !strings.ContainsRune(letters, runes[i]) || !first && !isBlankRune(runes[i-1]) && runes[i-1] != '(' {
		return false
	}
	after := runes[i+1:]
	if len(after) > 0 && after[0] == ')' {
		if strings.Contains(string(runes), " b)") { // a list of Latin letters
			return false
		}
		after = after[1:]
	}
	if len(after) < 2 || !isBlankRune(after[0]) {
		return false
	}
	if timesSign := runes[i] == 'x' && i > 1 && isDigit(runes[i-2]) && isDigit(after[1]); timesSign {
		return false
	}
	return isCapital(after[1]) || isSmall(after[1]) || isDigit(after[1]) || strings.ContainsRune("«№(", after[1])
}
