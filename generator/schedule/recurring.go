package schedule

import (
	"slices"
	"strings"

	"doklad/generator/model"
)

// everyWords are the words that make a term recur.
var everyWords = []struct {
	stem  string
	every Period
}{
	{"ежегодн", Year}, {"ежекварталь", Quarter}, {"поквартальн", Quarter}, {"ежемесячн", Month}, {"помесячн", Month},
}

// periodWords follow «каждый» and «раз в».
var periodWords = []struct {
	stem  string
	every Period
}{
	{"год", Year}, {"полугоди", HalfYear}, {"полгод", HalfYear}, {"квартал", Quarter}, {"месяц", Month},
}

// recurrence takes the words that make a term recur out of it, wherever they stand:
// «Май, ежегодно с 2023», «ежегодно (август)», «до 1 сентября каждого года».
func recurrence(tokens []token) (rest []token, every Period, doubts []Doubt) {
	for i := range tokens {
		r := reader{tokens: tokens, at: i}
		every, ok := r.marker()
		if !ok {
			continue
		}
		before := slices.Clone(tokens[:i])
		if n := len(before); n > 0 && slices.Contains([]string{"далее", "затем", "потом"}, before[n-1].text) {
			before = before[:n-1]
		}
		before = append(before, token{",", -1})
		rest, again, doubts := recurrence(trim(append(before, tokens[r.at:]...)))
		return rest, max(every, again), append(r.doubts, doubts...) // «ежегодно, 1 раз в квартал»
	}
	return tokens, Once, nil
}

// marker reads the words at the place where the reader stands.
func (r *reader) marker() (Period, bool) {
	for _, w := range everyWords {
		if strings.HasPrefix(r.peek().text, w.stem) {
			r.at++
			return w.every, true
		}
	}
	switch {
	case strings.HasPrefix(r.peek().text, "кажд"):
		r.at++
		return r.period()
	case r.sign("после") || r.sign("года", "месяца", "квартала"):
		return r.afterReported()
	}
	return r.times()
}

// period reads «год», «учебный год», «квартал».
func (r *reader) period() (Period, bool) {
	if r.schoolYear() {
		return SchoolYear, true
	}
	word := r.next().text
	for _, w := range periodWords {
		if strings.HasPrefix(word, w.stem) {
			return w.every, true
		}
	}
	return Once, false
}

// afterReported reads «после отчётного периода», «года, следующего за отчётным».
func (r *reader) afterReported() (Period, bool) {
	if r.tokens[r.at-1].text != "после" {
		if size := r.tokens[r.at-1].text; size != "года" {
			return Once, false
		}
		r.sign(",")
		if !r.sign("следующего") || !r.sign("за") {
			return Once, false
		}
	}
	if !r.sign("отчетного", "отчетным") {
		return Once, false
	}
	r.sign("периода", "периодом", "года", "годом")
	return Year, true
}

var howOften = map[string]int{"раз": 1, "один": 1, "одного": 1, "два": 2, "двух": 2, "четыре": 4, "четырех": 4}

// times reads «не реже 1 раза в квартал», «2 раза в год».
func (r *reader) times() (Period, bool) {
	if r.sign("не") && !r.sign("реже", "менее") {
		return Once, false
	}
	n := 1
	if t := r.peek(); t.text != "раз" && t.text != "раза" {
		r.at++
		if n = howOften[t.text]; t.number > 0 {
			n = t.number
		}
		if n == 0 {
			return Once, false
		}
	}
	if !r.sign("раз", "раза") || !r.sign("в", "за") {
		return Once, false
	}
	every, ok := r.period()
	if !ok || n == 1 {
		return every, ok
	}
	r.doubt(NoMonth) // they need not be spread evenly
	parts := map[int]Period{2: HalfYear, 4: Quarter, 12: Month}
	return parts[n], every == Year && parts[n] > 0
}

// wholeSchoolYear is «в течение учебного года».
var wholeSchoolYear = []Span{{From: part{school: true}.first(), To: part{school: true}.last()}}

// recurring reads what is left of a term without the words that make it recur.
func recurring(tokens []token, every Period, doubts []Doubt) Reading {
	reading := Reading{Kind: Recurring, Every: every}
	r := reader{tokens: tokens}
	if r.done() {
		if every == Year {
			doubts = []Doubt{NoMonth}
		}
		reading.Doubts = doubts
		return reading
	}
	if reading.Day, reading.Following = r.dayOfMonth(); reading.Day > 0 {
		if every != Month && !reading.Following {
			return unread(nil) // of which of its months?
		}
		return reading
	}
	r.at = 0
	list, ok := r.spans()
	if !ok {
		return unread(r.doubts)
	}
	for _, s := range list {
		switch {
		case s.years || s.To.IsZero() && s.From.Year > 0: // «с 2023», «с 1 сентября 2022 г.»
			reading.Since, reading.Until = s.From, s.To
			continue
		case s.year() > 0 && reading.Since.IsZero(): // «январь 2022 г., далее ежегодно»
			reading.Since = model.Date{Year: s.year(), Month: 1, Day: 1}
			if !s.From.IsZero() {
				reading.Since = s.From
			}
		}
		reading.Spans = append(reading.Spans, s.without())
	}
	switch {
	case slices.Equal(reading.Spans, wholeSchoolYear):
		reading.Every, reading.Spans = SchoolYear, nil
	case len(reading.Spans) > 0 && every != SchoolYear:
		reading.Every = Year // «2 раза в год (декабрь, май)»
	case every == Year || slices.Contains(doubts, NoMonth):
		r.doubt(NoMonth)
	}
	inOrder(reading.Spans)
	reading.Doubts = r.doubts
	return reading
}

// dayOfMonth reads «до 5 числа», «не позднее 10 числа месяца, следующего за отчётным
// кварталом».
func (r *reader) dayOfMonth() (day int, following bool) {
	for r.sign("в", "срок", "не", "позднее", "позже", "до", "по", "к") {
	}
	day = r.next().number
	r.suffix()
	if !r.sign("числа", "числу", "число") || day < 1 || day > 31 {
		return 0, false
	}
	for !r.done() {
		word := r.next().text
		switch {
		case strings.HasPrefix(word, "следующ"):
			following = true
		case !slices.Contains([]string{",", "за", "каждого", "месяца", "месяцем", "квартала", "кварталом",
			"отчетным", "отчетного", "периодом", "после"}, word):
			return 0, false
		}
	}
	return day, following
}
