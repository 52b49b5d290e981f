package schedule

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"doklad/generator/russian"
)

// token is a word in small letters, a number, or a sign.
type token struct {
	text   string
	number int // -1 for what is none
}

// oneSign writes in one way what typists write in several. Letters that stand alone
// are no part of a Russian word, so that Fold leaves them Latin.
var oneSign = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‒", "-", "―", "-",
	"ⅰ", "i", "ⅱ", "ii", "ⅲ", "iii", "ⅳ", "iv", "…", " ", "(", ",", "[", ",", ";", ",", ")", " ", "]", " ", "\"", " ")

// numeral is a number said again in letters: «10 (десяти) рабочих дней».
var numeral = regexp.MustCompile(`(\d)\s*\(\s*(?:одного|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|четырнадцати|пятнадцати|двадцати|тридцати|сорока|пятидесяти|шестидесяти|девяноста)\s*\)`)

var loneTwins = map[string]string{"c": "с", "k": "к", "b": "в", "o": "о"}

// tokensOf takes a term apart. Full stops and colons are kept between numbers only.
func tokensOf(words string) []token {
	runes := []rune(oneSign.Replace(numeral.ReplaceAllString(russian.Fold(words), "$1 ")))
	var tokens []token
	for i := 0; i < len(runes); {
		start, r := i, runes[i]
		isNumber := isDigit(r)
		switch {
		case isNumber:
			for ; i < len(runes) && isDigit(runes[i]); i++ {
			}
		case unicode.IsLetter(r):
			for ; i < len(runes) && unicode.IsLetter(runes[i]); i++ {
			}
		default:
			i++
			if unicode.IsSpace(r) || strings.ContainsRune(".:", r) && !betweenDigits(runes, start) {
				continue
			}
		}
		t := token{string(runes[start:i]), -1}
		if isNumber {
			t.number = numberOf(t.text)
		} else if twin := loneTwins[t.text]; twin != "" {
			t.text = twin
		}
		tokens = append(tokens, t)
	}
	return trim(tokens)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// numberOf is the number, or more than any day, month or year.
func numberOf(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 1 << 30
	}
	return n
}

func betweenDigits(runes []rune, at int) bool {
	before, after := at-1, at+1
	for before >= 0 && runes[before] == ' ' {
		before--
	}
	for after < len(runes) && runes[after] == ' ' {
		after++
	}
	return before >= 0 && after < len(runes) && isDigit(runes[before]) && isDigit(runes[after])
}

// trim drops the commas at the ends and all but one of several.
func trim(tokens []token) []token {
	var kept []token
	for _, t := range tokens {
		if t.text == "," && (len(kept) == 0 || kept[len(kept)-1].text == ",") {
			continue
		}
		kept = append(kept, t)
	}
	if n := len(kept); n > 0 && kept[n-1].text == "," {
		kept = kept[:n-1]
	}
	return kept
}

// joined is the term as one line: tokens with a blank between them.
func joined(tokens []token) string {
	texts := make([]string, len(tokens))
	for i, t := range tokens {
		texts[i] = t.text
	}
	return strings.Join(texts, " ")
}

// monthForms are the months in all cases and shortened.
var monthForms = func() map[string]time.Month {
	forms := map[string]time.Month{
		"янв": 1, "фев": 2, "февр": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8,
		"сен": 9, "сент": 9, "окт": 10, "ноя": 11, "нояб": 11, "дек": 12,
	}
	for m := time.January; m <= time.December; m++ {
		for c := russian.Nominative; c <= russian.Prepositional; c++ {
			forms[russian.MonthName(m, c)] = m
		}
	}
	return forms
}()

var yearForms = map[string]bool{"г": true, "гг": true, "год": true, "года": true, "году": true, "годом": true,
	"годы": true, "годов": true, "годах": true, "годам": true, "годами": true}

var ordinalStems = []string{"перв", "втор", "трет", "четверт"}

// romanLetters: the numerals are typed with whatever looks like them.
var romanLetters = strings.NewReplacer("і", "i", "l", "i", "|", "i", "у", "v", "y", "v", "п", "ii", "ш", "iii")

var romans = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4}

// ordinal reads «II», «второй»; 0 for another word.
func ordinal(word string) int {
	for i, stem := range ordinalStems {
		if strings.HasPrefix(word, stem) {
			return i + 1
		}
	}
	return romans[romanLetters.Replace(word)]
}
