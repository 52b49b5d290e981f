package lint

import (
	"regexp"
	"strings"
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
		if t.has(hyphen) || t.has(longDash) {
			ranges(p, t)
		}
		if t.has(hyphen) {
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

var percentSign = regexp.MustCompile(`[\d,]*\d([ \x{A0}]?)%`)

// percents: «5 %» or «5%», one of them in one order.
func percents(p *paper) {
	var uses []use
	for i := range p.texts {
		t := &p.texts[i]
		if !t.has(percent | digits) {
			continue
		}
		for _, m := range percentSign.FindAllStringSubmatchIndex(t.words, -1) {
			form := "apart"
			if m[2] == m[3] {
				form = "together"
			}
			uses = append(uses, use{paper: p, text: t, offset: m[0], form: form, words: t.words[m[0]:m[1]]})
		}
	}
	if rare, usual, mixed := rarer(uses); mixed {
		p.tell("SP-PERCENT", rare.at(), "пишите одинаково", "знак процента то с пробелом, то без него: «%s» и «%s»", rare.words, usual.words)
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
