package model

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// ParseEvidence reads what people write of a document: «вид от ДД.ММ.ГГГГ № Н
// «заголовок» https://… папка/файл.pdf», in any order and in part. Nothing is lost:
// what cannot be told apart goes to the title.
func ParseEvidence(words string) Evidence {
	r := &evidenceReader{pieces: []evidencePiece{{text: strings.TrimSpace(words)}}}
	r.take(link, func(s string) { r.found.Link = s })
	r.takeQuoted()
	r.takeNumber()
	r.takeDate()
	r.takeFile()
	r.takeKind()
	r.found.Title = r.rest()
	return r.found
}

// NoDay finds what is written as the day of a document and is none, «32.12.2022»; empty
// where the words name a day, or none.
func NoDay(words string) string {
	r := &evidenceReader{pieces: []evidencePiece{{text: strings.TrimSpace(words)}}}
	r.take(link, func(string) {})
	r.takeQuoted()
	r.takeNumber()
	if r.takeDate(); !r.found.Date.IsZero() {
		return ""
	}
	for _, p := range r.pieces {
		for _, at := range likeDay.FindAllStringSubmatchIndex(p.text, -1) {
			said := p.text[at[2]:at[3]]
			if !p.quoted && len(datesIn(said)) == 0 {
				return said
			}
		}
	}
	return ""
}

// likeDay is what looks like a day: after «от» also with a short year, or of a month in words.
var likeDay = regexp.MustCompile(`(?:^|[^\d.])(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|(?:от` + space + `+)\d{1,2}(?:\.\d{1,2}\.\d{2}|` + space + `+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{Cyrillic}*` + space + `+\d{4}))(?:[^\d]|$)`)

// evidenceReader holds what of the words is not understood yet.
type evidenceReader struct {
	found  Evidence
	pieces []evidencePiece
}

// evidencePiece is a part of the words; what was taken out leaves a border.
type evidencePiece struct {
	text   string
	quoted bool // stood in quotes, which are kept
}

var (
	link     = regexp.MustCompile(`\bhttps?://[^\s«»"<>]*[^\s«»"<>.,;:!?)]`)
	number   = regexp.MustCompile(`№` + space + `*(?:б/н|` + digit + `)|\bNo?\.?` + space + `*\d` + inNumber)
	isoDate  = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)
	fileName = regexp.MustCompile(`(?i)[^\s«»"]+\.(?:pdf|docx?|xlsx?|od[ts]|rtf|txt|jpe?g|png|tiff?|zip)(?:[\s,;)]|$)`)
)

const (
	space    = `[ \x{A0}\x{202F}]`
	inNumber = `[^\s№«»",;()]*`
	digit    = inNumber + `\d` + inNumber
)

// take takes the first match out of the pieces that are not quoted.
func (r *evidenceReader) take(form *regexp.Regexp, put func(string)) {
	for i, p := range r.pieces {
		if at := form.FindStringIndex(p.text); at != nil && !p.quoted {
			put(p.text[at[0]:at[1]])
			r.cut(i, at[0], at[1])
			return
		}
	}
}

// cut leaves of a piece what stands around the bytes.
func (r *evidenceReader) cut(i, start, end int, between ...evidencePiece) {
	p := r.pieces[i]
	parts := slices.Concat([]evidencePiece{{text: p.text[:start]}}, between, []evidencePiece{{text: p.text[end:]}})
	r.pieces = slices.Replace(r.pieces, i, i+1, parts...)
}

// takeQuoted parts what stands in quotes from the rest: a date or a number inside is
// of another document. The day of a date is no title: ««25» июня 2021 г.».
func (r *evidenceReader) takeQuoted() {
	for i := 0; i < len(r.pieces); i++ {
		p := r.pieces[i]
		if p.quoted {
			continue
		}
		from := 0
		for from >= 0 && from < len(p.text) {
			start, end := quotesIn(p.text, from)
			if start >= 0 && strings.Trim(p.text[start:end], `«»"0123456789`) == "" {
				from = end
				continue
			}
			if start >= 0 {
				r.cut(i, start, end, evidencePiece{text: p.text[start:end], quoted: true})
			}
			break
		}
	}
}

// quotesIn finds the first «…» with what is quoted in it, or the first "…"; -1 for none.
func quotesIn(s string, from int) (start, end int) {
	start = strings.IndexAny(s[from:], `«"`)
	if start < 0 {
		return -1, -1
	}
	start += from
	if s[start] == '"' {
		if end = strings.IndexByte(s[start+1:], '"'); end < 0 {
			return -1, -1
		}
		return start, start + end + 2
	}
	depth := 0
	for i, c := range s[start:] {
		switch c {
		case '«':
			depth++
		case '»':
			if depth--; depth == 0 {
				return start, start + i + len("»")
			}
		}
	}
	return -1, -1
}

func (r *evidenceReader) takeNumber() {
	r.take(number, func(s string) {
		s = strings.TrimLeft(s, "№N")
		s = strings.TrimPrefix(strings.TrimPrefix(s, "o"), ".")
		r.found.Number = strings.TrimRight(strings.TrimSpace(s), ".:")
	})
}

// takeFile takes a name with a folder, which may have spaces, or a single word.
func (r *evidenceReader) takeFile() {
	for i, p := range r.pieces {
		at := fileName.FindStringIndex(p.text)
		if at == nil || p.quoted {
			continue
		}
		start, end := at[0], len(strings.TrimRightFunc(p.text[:at[1]], notOfName))
		if before := p.text[:start]; !strings.ContainsAny(p.text[start:end], `/\`) && strings.ContainsAny(before, `/\`) {
			words := before[:strings.LastIndexAny(before, `/\`)]
			start = len(strings.TrimRightFunc(words, func(r rune) bool { return !unicode.IsSpace(r) }))
		}
		r.found.File = p.text[start:end]
		r.cut(i, start, end)
		return
	}
}

func notOfName(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;)", r) }
