package lint

import (
	"regexp"
	"strings"
)

// gluedDash is « -слово»: a dash that lost a space, or a hyphen that got one.
var gluedDash = regexp.MustCompile(`(\p{L}+[»)"]?)[ \x{A0}]-(\p{L}+)`)

// hyphensForDashes: a hyphen with spaces stands for a dash, unless it is the mark of
// a list or stands in a range, which have codes of their own.
func hyphensForDashes(p *paper, t *text) {
	for at := 0; ; {
		i := strings.Index(t.words[at:], " - ")
		if i < 0 {
			break
		}
		i += at
		at = i + len(" - ")
		before, after := lastWord(t.words[:i]), firstWord(t.words[at:])
		if strings.TrimSpace(t.words[:i]) == "" || rangePart.MatchString(before) && rangePart.MatchString(after) {
			continue
		}
		p.tell("DASH-HYPHEN", t.at(i+1), "«"+before+" – "+after+"»", "дефис вместо тире: «%s - %s»", before, after)
	}
	for _, m := range gluedDash.FindAllStringSubmatchIndex(t.words, -1) {
		before, after := t.words[m[2]:m[3]], t.words[m[4]:m[5]]
		p.tell("DASH-HYPHEN", t.at(m[4]-len("-")), "«"+before+" – "+after+"» или «"+before+"-"+after+"»",
			"дефис с пробелом с одной стороны: «%s -%s»", before, after)
	}
}

var rangePart = regexp.MustCompile(`^[\d.,:]+$|(?i)^(?:` + monthStems + `)`)

// wordDash is a dash between words.
var wordDash = regexp.MustCompile(`[\s\x{A0}]([–—])[\s\x{A0}]`)

// dashKinds: one kind of dash in one order, the middle one or the long one. Intervals
// of months have a rule of their own.
func dashKinds(p *paper) {
	var uses []use
	for i := range p.texts {
		t := &p.texts[i]
		if !t.has(dash) {
			continue
		}
		for _, m := range wordDash.FindAllStringSubmatchIndex(t.words, -1) {
			before, after := lastWord(t.words[:m[2]]), firstWord(t.words[m[3]:])
			if before == "" || rangePart.MatchString(before) && rangePart.MatchString(after) {
				continue
			}
			sign := t.words[m[2]:m[3]]
			uses = append(uses, use{paper: p, text: t, offset: m[2], form: sign, words: before + " " + sign + " " + after})
		}
	}
	if rare, usual, mixed := rarer(uses); mixed {
		p.tell("DASH-MIX", rare.at(), "пишите одинаково", "тире разной длины: «%s» и «%s»", rare.words, usual.words)
	}
}
