package schedule

import (
	"regexp"
	"strconv"
	"strings"

	"doklad/generator/model"
)

// longest is far above any term, in bytes.
const longest = 1000

// Parse reads a term. Whole phrases are looked for first, then a recurrence, then
// days, and last what names another paper or something that happens.
func Parse(words string) Reading {
	if len(words) > longest {
		return unread(nil).of(words)
	}
	tokens := tokensOf(words)
	line := joined(tokens)
	if r, ok := phrase(line); ok {
		return r.of(words)
	}
	rest, every, doubts := recurrence(tokens)
	if r, ok := outside(joined(rest)); ok {
		return r.of(words)
	}
	if every != Once {
		return recurring(rest, every, doubts).of(words)
	}
	return dated(tokens).of(words)
}

// of gives the reading its words; names are quoted from them as they are written.
func (r Reading) of(words string) Reading {
	r.Words = words
	r.Event, r.Source = quoted(words, r.Event), quoted(words, r.Source)
	return r
}

// quoted is where the words end with the name in another case of letters or with
// other signs; the name itself where it stands nowhere.
func quoted(words, name string) string {
	fields := strings.Fields(words)
	longest := len(fields) - 1 - strings.Count(name, " ") // a field is a token or more
	for i := max(0, longest); name != "" && i < len(fields); i++ {
		if end := strings.Join(fields[i:], " "); joined(tokensOf(end)) == name {
			return strings.TrimRight(end, " .,;")
		}
	}
	return name
}

// whole matches a whole line.
func whole(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) }

var (
	absentWords    = whole(`|-+|нет|срок(?:и)?(?: исполнения)? не (?:установлен|определен|указан|назначен)\p{L}*|не (?:установлен|определен|указан|назначен)\p{L}*`)
	undatedWords   = whole(`по согласованию(?: .+)?|в рабочем порядке|по возможности`)
	immediateWords = whole(`незамедлительно|немедленно|безотлагательно|срочно`)
	continuousTerm = whole(`постоянно|непрерывно|систематически|ежедневно|на постоянной основе|` +
		`(?:(?:в течени[еи]|на протяжении) )?(?:весь|всего) (?:период|срок)а?(?: (?:реализации|действия) .+)?|` +
		`(?:в течени[еи]|на протяжении|в|на) (?:период|срок)а? (?:реализации|действия) .+`)
	allYear       = whole(`(?:в течени[еи]|на протяжении) (?:всего |календарного |каждого )?года`)
	allSchoolYear = whole(`(?:в течени[еи]|на протяжении) (?:всего |каждого )?учебного года`)
)

// phrase reads what is said as a whole.
func phrase(line string) (Reading, bool) {
	switch {
	case absentWords.MatchString(line):
		return Reading{Doubts: []Doubt{Absent}}, true
	case undatedWords.MatchString(line):
		return Reading{Doubts: []Doubt{Undated}}, true
	case immediateWords.MatchString(line): // the day after the order at the latest
		return Reading{Kind: Point, Lag: Lag{Days: 1}}, true
	case continuousTerm.MatchString(line):
		return Reading{Kind: Continuous}, true
	case allYear.MatchString(line):
		return Reading{Kind: Continuous, Every: Year}, true
	case allSchoolYear.MatchString(line):
		return Reading{Kind: Continuous, Every: SchoolYear}, true
	}
	return Reading{}, false
}

var (
	// A name begins with a word that is no month: «после 1 сентября» is no event.
	happens = whole(`(?:по мере|после|по итогам|по результатам|по окончании|по завершении|по факту|по запросу|по требованию|` +
		`по поступлени[юи]|при|в случае)(?: ([^\d].*))?`)
	counted = whole(`(?:не позднее(?: чем)?(?: через)?|не позже(?: чем)?(?: через)?|в течени[еи]|через|в срок до|в срок не более|не более)` +
		` (?:(\d{1,3})(?: - \p{L}{1,3})?(?: , \p{L}+)? )?(календарн\p{L}+ |рабоч\p{L}+ )?` +
		`(дн\p{L}*|день|суток|недел\p{L}|месяц\p{L}*|лет|год\p{L}*)` +
		` (?:со? (?:дня|даты|момента)|от даты|после|по)(?: (.+))?`)
	elsewhere = whole(`(?:в соответствии с|согласно|по)(?: .*)? ?(?:график|план|расписани|циклограмм|календар|срок).*|` +
		`(?:в )?(?:установленн|указанн|утвержденн|назначенн)\p{L}+ срок.*|` +
		`(?:в )?срок\p{L}*(?: ,)? (?:установленн|указанн|утвержденн|определенн|предусмотренн)\p{L}+ .*`)
	preposition = regexp.MustCompile(`^(?:в соответствии с|согласно|по|в) `)
)

// outside reads a term that depends on something outside the plan.
func outside(line string) (Reading, bool) {
	if m := counted.FindStringSubmatch(line); m != nil {
		return Reading{Kind: Event, Event: m[4], Lag: lag(m[1], m[2], m[3])}, true
	}
	if m := happens.FindStringSubmatch(line); m != nil {
		word, _, _ := strings.Cut(m[1], " ")
		return Reading{Kind: Event, Event: m[1]}, monthForms[word] == 0
	}
	if elsewhere.MatchString(line) {
		return Reading{Kind: External, Source: preposition.ReplaceAllString(line, "")}, true
	}
	return Reading{}, false
}

// lag: days are calendar days unless the word «рабочие» is written.
func lag(digits, sort, size string) Lag {
	n := 1
	if digits != "" {
		n, _ = strconv.Atoi(digits)
	}
	switch {
	case strings.HasPrefix(size, "недел"):
		return Lag{Days: 7 * n}
	case strings.HasPrefix(size, "месяц"):
		return Lag{Months: n}
	case size == "лет" || strings.HasPrefix(size, "год"):
		return Lag{Months: 12 * n}
	}
	return Lag{Days: n, Working: strings.HasPrefix(sort, "рабоч")}
}

// dated reads days.
func dated(tokens []token) Reading {
	r := reader{tokens: tokens}
	list, ok := r.spans()
	if !ok {
		return unread(r.doubts)
	}
	kind := Interval
	switch {
	case len(list) > 1:
		kind = Recurring // each has a status of its own
	case list[0].single:
		kind = Point
	}
	for _, s := range list {
		if s.year() == 0 {
			r.doubt(NoYear)
		}
	}
	return Reading{Kind: kind, Spans: spansOf(list), Doubts: r.doubts}
}

// unread keeps of the doubts only the fault that made the reader stop.
func unread(doubts []Doubt) Reading {
	why := NotUnderstood
	for _, d := range doubts {
		if d == NoSuchDay || d == Reversed {
			why = d
		}
	}
	return Reading{Doubts: []Doubt{why}}
}

// IsZero reports whether no days are named.
func (s Span) IsZero() bool { return s.From == model.Date{} && s.To == model.Date{} }
