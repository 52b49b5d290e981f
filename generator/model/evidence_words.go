package model

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"doklad/generator/russian"
)

// notItsDay stand before days that the document tells of; before its own stands «от»,
// or nothing.
var notItsDay = []string{"за", "с", "до", "по", "на", "к", "в", "о", "об", "и", "между", "после"}

// takeDate takes the day of the document with its «от».
func (r *evidenceReader) takeDate() {
	for i, p := range r.pieces {
		if p.quoted {
			continue
		}
		for _, m := range datesIn(p.text) {
			before := strings.TrimRightFunc(p.text[:m.Start], unicode.IsSpace)
			last := strings.ToLower(strings.TrimLeft(before[strings.LastIndexFunc(before, unicode.IsSpace)+1:], "( \u00a0\u202f"))
			isRange := strings.HasSuffix(last, "-") || strings.HasSuffix(last, "–") || strings.HasSuffix(last, "—") ||
				strings.IndexAny(strings.TrimLeftFunc(p.text[m.End:], unicode.IsSpace), "-–—") == 0
			if isRange || slices.Contains(notItsDay, last) {
				continue
			}
			start := m.Start
			if last == "от" {
				start = len(before) - len(last)
			}
			r.found.Date = Date{m.Year, time.Month(m.Month), m.Day}
			r.cut(i, start, m.End)
			return
		}
	}
}

func datesIn(s string) []russian.DateMention {
	found := russian.FindDates(s)
	for _, at := range isoDate.FindAllStringIndex(s, -1) {
		if d, err := ParseDate(s[at[0]:at[1]]); err == nil {
			found = append(found, russian.DateMention{Start: at[0], End: at[1], Year: d.Year, Month: int(d.Month), Day: d.Day})
		}
	}
	return found
}

// kinds are the documents that prove something, in the nominative.
var kinds = strings.Fields(`акт анализ аналитика выписка грамота график доклад договор докладная журнал заявка запись
	информация концепция листовка методика ведомость мониторинг отчет паспорт перечень письмо план положение порядок
	постановление презентация приказ программа проект протокол распоряжение регламент решение сведения свидетельство
	сертификат скриншот служебная соглашение сообщение список справка стенограмма таблица фото фотография`)

// isKind reports whether the words begin with a kind of document: «приказ», «итоговый
// отчёт».
func isKind(words []string) bool {
	for i, w := range words {
		if i < 2 && slices.Contains(kinds, strings.ReplaceAll(strings.ToLower(w), "ё", "е")) {
			return true
		}
	}
	return false
}

// takeKind takes what the document begins with, or else two words that name a kind.
func (r *evidenceReader) takeKind() {
	isDated := r.found.Number != "" || !r.found.Date.IsZero()
	hasTitle := slices.ContainsFunc(r.pieces, func(p evidencePiece) bool { return p.quoted })
	for i, p := range r.pieces {
		text := plain(p.text)
		words := strings.Fields(text)
		switch {
		case p.quoted || len(words) == 0:
			continue
		case i == 0 && (isDated || hasTitle && isKind(words)):
		case len(words) <= 2 && isKind(words):
		default:
			continue
		}
		r.found.Kind = text
		r.pieces[i].text = ""
		return
	}
}

// plain is a piece without the signs that parted it from its neighbours.
func plain(s string) string {
	for before := ""; before != s; {
		before = s
		s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:", r) })
		s = strings.TrimLeft(strings.TrimRight(s, "("), ")")
	}
	return s
}

// rest is what was not understood, in its order; a title alone loses its quotes.
func (r *evidenceReader) rest() string {
	var left []evidencePiece
	for _, p := range r.pieces {
		if p.text = plain(p.text); strings.Trim(p.text, ".()- ") != "" {
			left = append(left, p)
		}
	}
	if len(left) == 1 && left[0].quoted {
		if inside := strings.TrimSpace(left[0].text[quoteLen(left[0].text) : len(left[0].text)-quoteLen(left[0].text)]); inside != "" {
			return inside
		}
	}
	var parts []string
	for _, p := range left {
		parts = append(parts, p.text)
	}
	return strings.Join(parts, " ")
}

// quoteLen is the length of the sign of quotation with which a piece begins.
func quoteLen(s string) int {
	if strings.HasPrefix(s, `"`) {
		return 1
	}
	return len("«")
}
