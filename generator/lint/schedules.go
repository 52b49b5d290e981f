package lint

import (
	"fmt"
	"regexp"
	"strings"

	"doklad/generator/schedule"
)

// Of the forms of a schedule only the words are looked at; what they mean is read by
// the package schedule.
var (
	markedYear  = regexp.MustCompile(`\d{4}\s*(?:гг?\.|год)`)
	bareYear    = regexp.MustCompile(`(?:^|[^\d.])\d{4}(?:[\s,;)]*$|\s*[,;)])`)
	reportWords = regexp.MustCompile(`(?:отч[её]т|доклад|результат|информаци)`)
)

func schedules(p *paper) {
	if rare, usual, mixed := rarer(scheduleUses(p, letterCase)); mixed {
		p.tell("DL-CASE", rare.at(), "пишите одинаково: «"+short(likeCase(rare.words, usual.words))+"»",
			"сроки то с прописной, то со строчной буквы: «%s» и «%s»", short(rare.words), short(usual.words))
	}
	if rare, usual, mixed := rarer(scheduleUses(p, yearMark)); mixed {
		p.tell("DL-YEARMARK", rare.at(), "пишите одинаково", "год то с «г.», то без него: «%s» и «%s»", short(rare.words), short(usual.words))
	}
	doubts(p)
	horizon(p)
	reportsFirst(p)
}

// scheduleUses gathers the schedules that have the form at all.
func scheduleUses(p *paper, form func(words string) string) (uses []use) {
	forms := map[string]string{} // schedules repeat
	for i := range p.rows {
		if t := p.text(&p.rows[i], term); t != nil {
			f, known := forms[t.words]
			if !known {
				f = form(t.words)
				forms[t.words] = f
			}
			if f != "" {
				uses = append(uses, use{paper: p, text: t, form: f, words: t.words})
			}
		}
	}
	return uses
}

func letterCase(words string) string {
	switch {
	case startsSmall(words):
		return "small"
	case startsCapital(words):
		return "capital"
	}
	return ""
}

func likeCase(words, example string) string {
	if startsSmall(example) {
		return withSmall(words)
	}
	return withCapital(words)
}

func yearMark(words string) string {
	switch {
	case markedYear.MatchString(words):
		return "marked"
	case bareYear.MatchString(words):
		return "bare"
	}
	return ""
}

// horizon: «до 2024 года» may take in the year 2024 or not. That of a schedule is
// told with its other doubts.
func horizon(p *paper) {
	if u, found := firstHorizon(p, schedule.FindUntilYear); found && u.text.part != term {
		_, year := schedule.FindUntilYear(u.words)
		p.tell("DL-HORIZON", u.at(), fmt.Sprintf("назовите день: «по 31.12.%d»", year),
			"неясно, входит ли год: «%s»; принято: по 31.12.%d", u.words, year)
	}
}

// firstHorizon is the first place in the order that has the form.
func firstHorizon(p *paper, form func(string) (at []int, year int)) (use, bool) {
	for i := range p.texts {
		t := &p.texts[i]
		if !t.has(fourDigits) || t.part != prose && t.part != heading && t.part != term {
			continue
		}
		if at, _ := form(t.words); at != nil {
			words := t.words[at[0]:at[1]]
			start := at[1] - len(strings.TrimLeft(words, " \n\u00a0"))
			return use{paper: p, text: t, offset: start, words: strings.Join(strings.Fields(words), " ")}, true
		}
	}
	return use{}, false
}

// reportsFirst: in one section a report that has its month should not stand before
// the monitoring that it rests on and that has none.
func reportsFirst(p *paper) {
	var report *row
	for i := range p.rows {
		r := &p.rows[i]
		if report != nil && report.section != r.section {
			report = nil
		}
		switch {
		case report == nil && isReporting(r.Text) && r.reading().IsDated():
			report = r
		case report != nil && strings.Contains(r.Text, "роведение мониторинга") && !r.reading().IsDated():
			p.tell("DL-ORDER", report.cell("schedule"), "проверьте порядок и сроки этих строк",
				"отчёт («%s») стоит перед мониторингом: строка %s, «%s»", short(report.Schedule.String()),
				strings.TrimPrefix(r.path, "дорожная карта, "), short(r.Schedule.String()))
			report = nil
		}
	}
}

// isReporting: «Подготовка отчёта», «Представление результатов».
func isReporting(words string) bool {
	for _, stem := range [...]string{"одготовк", "редставлени", "аправлени", "оставлени"} { // with or without a capital
		if _, after, found := strings.Cut(words, stem); found && reportWords.MatchString(after) {
			return true
		}
	}
	return false
}
