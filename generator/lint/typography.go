package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/russian"
)

// typography looks at the signs between the words: spaces, dashes, slashes, marks of
// other programs.
func typography(p *paper) {
	for i := range p.texts {
		t := &p.texts[i]
		if t.has(fourDigits) {
			yearSpaces(p, t)
			yearWords(p, t)
		}
		if t.has(hyphen) {
			ranges(p, t)
			hyphensForDashes(p, t)
		}
		if t.has(numberSign) {
			numberSigns(p, t)
		}
		if t.has(twoBlanks) {
			doubleSpaces(p, t)
		}
		if t.has(slash) {
			slashes(p, t)
		}
		if t.has(markup) {
			residue(p, t)
		}
		if t.has(latin | cyrillic) {
			lookAlikes(p, t)
		}
	}
}

var gluedNumber = regexp.MustCompile(`([№§])([\p{L}\d][\p{L}\d./-]*)`)

// numberSigns: «№ 109», with a space that is not broken at the end of a line.
func numberSigns(p *paper, t *text) {
	for _, m := range gluedNumber.FindAllStringSubmatchIndex(t.words, -1) {
		sign, number := t.words[m[2]:m[3]], strings.TrimRight(t.words[m[4]:m[5]], ".-/")
		p.tell("SP-NUM", t.at(m[0]), "«"+sign+" "+number+"»", "нет пробела после знака: «%s%s»", sign, number)
	}
}

var manySpaces = regexp.MustCompile(`([^\s\x{A0}]*)[ \t\x{A0}]{2,}([^\s\x{A0}]*)`)

// doubleSpaces tells the first of the text: one cure serves for all.
func doubleSpaces(p *paper, t *text) {
	if m := manySpaces.FindStringSubmatchIndex(t.words); m != nil {
		before, after := t.words[m[2]:m[3]], t.words[m[4]:m[5]]
		p.tell("SP-DOUBLE", t.at(m[3]), "оставьте один пробел", "несколько пробелов подряд: «%s»", short(before)+"  "+short(after))
	}
}

// hyphensForDashes: a hyphen with spaces stands for a dash, unless it is the mark of
// a list or stands in a range, which have codes of their own.
func hyphensForDashes(p *paper, t *text) {
	for at := 0; ; {
		i := strings.Index(t.words[at:], " - ")
		if i < 0 {
			return
		}
		i += at
		at = i + len(" - ")
		before, after := lastWord(t.words[:i]), firstWord(t.words[at:])
		if strings.TrimSpace(t.words[:i]) == "" || rangePart.MatchString(before) && rangePart.MatchString(after) {
			continue
		}
		p.tell("DASH-HYPHEN", t.at(i+1), "«"+before+" – "+after+"»", "дефис вместо тире: «%s - %s»", before, after)
	}
}

var rangePart = regexp.MustCompile(`^[\d.,]+$|(?i)^(?:` + monthStems + `)`)

func lastWord(s string) string {
	words := strings.Fields(s[max(0, len(s)-80):])
	if len(words) == 0 {
		return ""
	}
	return strings.ToValidUTF8(words[len(words)-1], "")
}

func firstWord(s string) string {
	words := strings.Fields(s[:min(len(s), 80)])
	if len(words) == 0 {
		return ""
	}
	return strings.ToValidUTF8(words[0], "")
}

var (
	slashedWord = regexp.MustCompile(`(\p{L}+),?\s*/\s*(\p{L}+)\s*/\s*,?\s*(\p{L}+)?`)
	slashSign   = regexp.MustCompile(`(\p{L}+)(?:,\s*/\s*|\s*/,\s*|\s+/\s*|/\s+)(\p{L}+)`)
	andOr       = regexp.MustCompile(`(?i)(^|\s)и/или(\s|,|$)`)
)

// slashes: «семинарах,/вебинарах/,совещаниях» are three words of one list. A slash
// without spaces between two words («муниципальном/институциональном») is let pass.
func slashes(p *paper, t *text) {
	if strings.Contains(t.words, "://") {
		return
	}
	if m := slashedWord.FindStringSubmatchIndex(t.words); m != nil {
		found := t.words[m[0]:m[1]]
		better := t.words[m[2]:m[3]] + ", " + t.words[m[4]:m[5]]
		if m[6] >= 0 {
			better += ", " + t.words[m[6]:m[7]]
		}
		p.tell("PUN-SLASH", t.at(m[0]), "«"+better+"»", "косая черта вместо запятых: «%s»", found)
	} else if m := slashSign.FindStringSubmatchIndex(t.words); m != nil {
		p.tell("PUN-SLASH", t.at(m[0]), "«"+t.words[m[2]:m[3]]+", "+t.words[m[4]:m[5]]+"» или «и»",
			"косая черта вместо знака препинания: «%s»", t.words[m[0]:m[1]])
	} else if m := andOr.FindStringSubmatchIndex(t.words); m != nil {
		p.tell("PUN-SLASH", t.at(m[3]), "«и (или)»", "косая черта между союзами: «и/или»")
	}
}

var markupSign = regexp.MustCompile("\\*\\*|(?:^|\\n)#{1,6} |`|__\\p{L}|\\p{L}__|</?[a-zA-Z]+ ?/?>|&[a-z]+;|\\]\\(")

// residueIn finds what Markdown or HTML left: the signs and their place.
func residueIn(s string) (at int, sign string, found bool) {
	m := markupSign.FindStringIndex(s)
	if m == nil {
		return 0, "", false
	}
	return m[0], strings.TrimSpace(s[m[0]:m[1]]), true
}

func residue(p *paper, t *text) {
	if at, sign, found := residueIn(t.words); found {
		p.tell("MD-RESIDUE", t.at(at), "уберите разметку", "остаток разметки «%s»", sign)
	}
}

// loneLetters are Latin letters that, small and alone among Russian words, stand for
// a preposition or a conjunction: «c 1 сентября».
const loneLetters = "acoy"

// lookAlikes tells each word once: «MБДОУ» with a Latin M is found by no search.
func lookAlikes(p *paper, t *text) {
	runes := []rune(t.words)
	places := russian.LookAlikes(t.words)
	for i := 1; i+1 < len(runes); i++ {
		if runes[i-1] == ' ' && runes[i+1] == ' ' && strings.ContainsRune(loneLetters, runes[i]) {
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
		p.tell("LOOKALIKE", t.at(offset), "наберите букву по-русски",
			"латинская «%c» в русском слове «%s»", runes[place], string(runes[start:end]))
	}
}
