package lint

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/russian"
)

const monthStems = `январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр`

var gluedYear = regexp.MustCompile(`((?:\d{4}\s*[-–—]\s*)?\d{4})(гг?\.|г[\s,;)]|г$|год\p{L}*)`)

// yearSpaces: «2021 г.», «2021–2024 гг.»; a date in digits takes neither «г.» nor
// «года» (ГОСТ Р 7.0.97-2016, п. 5.10).
func yearSpaces(p *paper, t *text) {
	told := map[int]bool{}
	if t.has(digitStop) {
		for _, d := range russian.FindDates(t.words) {
			found := t.words[d.Start:d.End]
			bare := strings.TrimRight(found, " .года\u00a0\u202f")
			if d.Verbal || bare == found {
				continue
			}
			told[d.End] = true
			p.tell("SP-YEAR", t.at(d.Start), "«"+bare+"»", "«г.» после цифровой даты: «%s»", found)
		}
	}
	if !t.has(digitYear) {
		return
	}
	for _, m := range gluedYear.FindAllStringSubmatchIndex(t.words, -1) {
		year, mark := t.words[m[2]:m[3]], strings.TrimRight(t.words[m[4]:m[5]], " \n,;)")
		if !told[m[4]+len(mark)] {
			p.tell("SP-YEAR", t.at(m[0]), "«"+dashed(year)+" "+mark+"»", "нет пробела после года: «%s%s»", year, mark)
		}
	}
}

var singularYear = regexp.MustCompile(`(\d{4}\s*[-–—]\s*\d{4})\s*(года|году|год)`)

// yearWords: several years are «годы».
func yearWords(p *paper, t *text) {
	if !strings.Contains(t.words, "год") {
		return
	}
	for _, m := range singularYear.FindAllStringSubmatchIndex(t.words, -1) {
		if r, _ := utf8.DecodeRuneInString(t.words[m[1]:]); unicode.IsLetter(r) {
			continue // «годы», «годов»
		}
		p.tell("TXT-YEAR", t.at(m[0]), "«"+dashed(t.words[m[2]:m[3]])+" годы»",
			"«%s» о нескольких годах: «%s»", t.words[m[4]:m[5]], t.words[m[0]:m[1]])
	}
}

// dashed writes a range of years as it should be.
func dashed(years string) string {
	first, last, found := strings.Cut(strings.NewReplacer("-", "–", "—", "–").Replace(years), "–")
	if !found {
		return years
	}
	return strings.TrimSpace(first) + "–" + strings.TrimSpace(last)
}

var (
	dayRange   = regexp.MustCompile(`(?i)(\d{1,2})\s?-\s?(\d{1,2})[\s\x{A0}](?:` + monthStems + `)`)
	yearRange  = regexp.MustCompile(`\d{4}\s?-\s?\d{4}`)
	monthRange = regexp.MustCompile(`(?i)((?:` + monthStems + `)\p{L}*)(?:\s?-\s?|—)((?:` + monthStems + `)\p{L}*)`)
	dateRange  = regexp.MustCompile(`\d{1,2}\.\d{2}(?:\.\d{4})?\s?-\s?\d{1,2}\.\d{2}(?:\.\d{4})?`)
	countRange = regexp.MustCompile(`(\d{1,3})\s?-\s?(\d{1,3})[\s\x{A0}](?:класс|балл|процент|%|дн|дней|лет|человек|час|недел|месяц|раз)`)
	longRange  = regexp.MustCompile(`\d+(?:[.,]\d+)*—\d+(?:[.,]\d+)*|\d{4}[ \x{A0}]—[ \x{A0}]\d{4}`)
	schoolWord = regexp.MustCompile(`(?i)^[\s\x{A0}]*уч`) // a school year is told by its own rule
	unitRange  = regexp.MustCompile(`(?:(?:пункт|раздел|строк|глав|стат|част|класс|приложени)\p{L}*|пп?\.|ст\.|№№)\s(\d{1,3})-(\d{1,3})`)
)

// ranges: an en dash, without spaces between numbers, with them between words. Numbers
// of papers («№ 26-01-06-697») and telephones have hyphens.
func ranges(p *paper, t *text) {
	if t.has(digitHyphen) || t.has(longDash|digits) {
		for _, form := range []*regexp.Regexp{yearRange, dateRange, dayRange, countRange, unitRange, longRange} {
			for _, m := range form.FindAllStringSubmatchIndex(t.words, -1) {
				start, end := m[0], m[1]
				if len(m) > 2 {
					start, end = m[2], m[5]
				}
				if partOfNumber(t.words, start, end) || t.part == term && schoolWord.MatchString(t.words[end:]) {
					continue
				}
				found := t.words[start:end]
				p.tell("DASH-RANGE", t.at(start), "«"+dashed(found)+"»", "%s в промежутке: «%s»", signOf(found), found)
			}
		}
	}
	if !t.has(cyrillic) {
		return
	}
	for _, m := range monthRange.FindAllStringSubmatchIndex(t.words, -1) {
		p.tell("DASH-RANGE", t.at(m[0]), "«"+t.words[m[2]:m[3]]+" – "+t.words[m[4]:m[5]]+"»",
			"%s в промежутке: «%s»", signOf(t.words[m[0]:m[1]]), t.words[m[0]:m[1]])
	}
}

// signOf names the sign that parts the ends of a range.
func signOf(found string) string {
	if strings.Contains(found, "—") {
		return "длинное тире"
	}
	return "дефис"
}

// partOfNumber reports whether the digits are cut out of something longer.
func partOfNumber(s string, start, end int) bool {
	before, width := utf8.DecodeLastRuneInString(s[:start])
	if before == ' ' || before == '\u00a0' {
		before, _ = utf8.DecodeLastRuneInString(s[:start-width])
		if before == '№' {
			return !strings.HasSuffix(s[:start-width], "№№")
		}
		return false
	}
	after, width := utf8.DecodeRuneInString(s[end:])
	if after == '.' || after == '-' || after == '/' {
		after, _ = utf8.DecodeRuneInString(s[end+width:])
		return unicode.IsDigit(after)
	}
	return unicode.IsDigit(after) || unicode.IsDigit(before) || before == '-' || before == '/' || before == '№' || before == '.'
}
