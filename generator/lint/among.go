package lint

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/schedule"
)

// executorFormsAmong: the office has one way of writing a name with initials.
func executorFormsAmong(papers []*paper) {
	among := newUsage()
	for _, p := range papers {
		if form := p.executorInitials(); form != "" {
			said := text{key: "executor_form", path: "исполнители"}
			among.add("", use{paper: p, text: &said, form: form, words: initialsExample[form]})
		}
	}
	among.disagreements(func(odd, other use) {
		odd.paper.tell("NAME-ORDER", odd.at(), "пишите одинаково во всех приказах (executor_form)",
			"имена пишутся «%s», а %s «%s»", odd.words, other.paper.title(), other.words)
	})
}

// preambleParts open the parts of a preamble.
var preambleParts = []string{"в целях", "в соответствии с", "во исполнение", "на основании", "руководствуясь"}

// preamblesAmong compares the order of the parts that two preambles both have.
func preamblesAmong(papers []*paper) {
	among := newUsage()
	for _, p := range papers {
		lower := strings.ToLower(p.Preamble)
		var parts []string
		for _, part := range preambleParts {
			if strings.Contains(lower, part) {
				parts = append(parts, part)
			}
		}
		slices.SortStableFunc(parts, func(a, b string) int { return cmp.Compare(strings.Index(lower, a), strings.Index(lower, b)) })
		for i, first := range parts {
			for _, second := range parts[i+1:] {
				pair := min(first, second) + max(first, second)
				preamble := text{key: "preamble", path: "преамбула"}
				among.add(pair, use{paper: p, text: &preamble, form: first, words: first + " …, " + second + " …"})
			}
		}
	}
	among.disagreements(func(odd, other use) {
		odd.paper.tell("PRE-ORDER", odd.at(), "ставьте части преамбулы в одном порядке",
			"«%s», а %s «%s»", odd.words, other.paper.title(), other.words)
	})
}

// scheduleCaseAmong compares how the same first word is written: «Ежегодно» and
// «ежегодно». An order that mixes them by itself was told so.
func scheduleCaseAmong(papers []*paper) {
	among := newUsage()
	for _, p := range papers {
		uses := scheduleUses(p, letterCase)
		_, _, mixed := rarer(uses)
		for _, u := range uses {
			u.told = mixed
			u.words = strings.TrimRight(firstWord(u.words), ",;.")
			among.add(strings.ToLower(u.words), u)
		}
	}
	told := map[*paper]bool{}
	among.disagreements(func(odd, other use) {
		if !told[odd.paper] {
			told[odd.paper] = true
			odd.paper.tell("DL-CASE", odd.at(), "пишите одинаково во всех приказах", "«%s», а %s «%s»", odd.words, other.paper.title(), other.words)
		}
	})
}

func yearMarksAmong(papers []*paper) {
	among := newUsage()
	for _, p := range papers {
		uses := scheduleUses(p, yearMark)
		_, _, mixed := rarer(uses)
		for _, u := range uses {
			u.told = mixed
			among.add("", u)
		}
	}
	among.disagreements(func(odd, other use) {
		odd.paper.tell("DL-YEARMARK", odd.at(), "пишите одинаково во всех приказах",
			"«%s», а %s «%s»", short(odd.words), other.paper.title(), short(other.words))
	})
}

// horizonsAmong: «до 2024 года» in one order, «на 2021–2024 годы» in another.
func horizonsAmong(papers []*paper) {
	among := newUsage()
	for _, p := range papers {
		if u, found := firstHorizon(p, schedule.FindUntilYear); found {
			u.form, u.told = "until", true
			among.add("", u)
		} else if u, found := firstHorizon(p, schedule.FindSpanOfYears); found {
			u.form = "span"
			among.add("", u)
		}
	}
	among.disagreements(func(odd, other use) {
		odd.paper.tell("DL-HORIZON", odd.at(), "пишите одинаково и назовите последний день",
			"срок плана «%s», а %s «%s»", odd.words, other.paper.title(), other.words)
	})
}

// registered is an order's number taken apart: «109а» is 109 and а; «64-д» is 64 of
// the series «-д».
type registered struct {
	paper  *paper
	number int
	letter string
	series string
}

// numbersAndDates: in one year the date does not go back while the number grows, or
// the register is not kept by date. Series («64-д») are kept apart.
func numbersAndDates(papers []*paper) {
	groups := map[string][]registered{}
	for _, p := range papers {
		if r, ok := readNumber(p); ok {
			group := strconv.Itoa(p.Year()) + " " + r.series
			groups[group] = append(groups[group], r)
		}
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b registered) int {
			return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.letter, b.letter))
		})
		latest := group[0]
		for _, r := range group[1:] {
			if r.paper.Date.Compare(latest.paper.Date) < 0 {
				r.paper.tell("REF-ORDER", spot{key: "date", path: "дата"}, "проверьте номера и даты обоих приказов",
					"приказ № %s от %s, а № %s, который стоит раньше, от %s",
					r.paper.Number, r.paper.Date, latest.paper.Number, latest.paper.Date)
				continue
			}
			latest = r
		}
	}
}

func readNumber(p *paper) (registered, bool) {
	number := strings.TrimSpace(p.Number)
	rest := strings.TrimLeft(number, "0123456789")
	n, err := strconv.Atoi(number[:len(number)-len(rest)])
	if err != nil || p.Date.IsZero() {
		return registered{}, false
	}
	letter, series := rest, ""
	if i := strings.IndexAny(rest, `-/\ `); i >= 0 {
		letter, series = rest[:i], rest[i:]
	}
	return registered{p, n, letter, series}, true
}
