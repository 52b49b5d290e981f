package schedule

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"doklad/generator/model"
)

// Horizon is the time of a plan, both days included («срок действия плана»). A day
// that is not known is zero.
type Horizon struct{ From, To model.Date }

var (
	untilYear  = regexp.MustCompile(`(?i)(?:^|\s)до\s(\d{4})\s?(?:гг?\.|год[ау]?)`)
	yearsSpan  = regexp.MustCompile(`(?:на|в)\s\d{4}\s*[-–—]\s*(\d{4})`)
	oneYear    = regexp.MustCompile(`(?:на|в)\s(\d{4})\s?(?:г\.|год)`)
	schoolYear = regexp.MustCompile(`(?:на|в)\s\d{4}\s*[-–—/]\s*(\d{4})\s+уч`)
)

// FindUntilYear finds «до 2024 года», of which it is not clear whether the year is
// included; at is its place in bytes, nil for none.
func FindUntilYear(s string) (at []int, year int) { return findYear(untilYear, s) }

// FindSpanOfYears finds «на 2021–2024».
func FindSpanOfYears(s string) (at []int, last int) { return findYear(yearsSpan, s) }

func findYear(form *regexp.Regexp, s string) ([]int, int) {
	m := form.FindStringSubmatchIndex(s)
	if m == nil {
		return nil, 0
	}
	year, _ := strconv.Atoi(s[m[2]:m[3]])
	return m[:2], year
}

// HorizonOf is the time of an order's plan: from its date to the end of the years
// that the title of the order or of the roadmap names, «до 2024 года» with that
// year. Where no title names them, to the end of the last year of the schedules, at
// least of the order's own.
func HorizonOf(o *model.Order) Horizon {
	h := Horizon{From: o.Date}
	titles := []string{o.Title}
	if o.Roadmap != nil {
		titles = append(titles, strings.Join(o.Roadmap.Title, " "))
	}
	for _, title := range titles {
		if h.To = endOf(title); h.To.Compare(h.From) > 0 {
			return h
		}
	}
	h.To = model.Date{}
	if last := max(o.Year(), lastYear(o.Roadmap)); last > 0 {
		h.To = model.Date{Year: last, Month: time.December, Day: 31}
	}
	return h
}

// endOf is the last day of the years that a title names.
func endOf(title string) model.Date {
	if _, year := findYear(schoolYear, title); year > 0 {
		return model.Date{Year: year, Month: time.August, Day: 31}
	}
	for _, form := range []*regexp.Regexp{yearsSpan, untilYear, oneYear} {
		if _, year := findYear(form, title); year > 0 {
			return model.Date{Year: year, Month: time.December, Day: 31}
		}
	}
	return model.Date{}
}

func lastYear(roadmap *model.Roadmap) (last int) {
	if roadmap == nil {
		return 0
	}
	for _, section := range roadmap.Sections {
		for _, a := range section.Activities {
			r := Parse(a.Schedule.String())
			for _, s := range r.Spans {
				last = max(last, s.year())
			}
			last = max(last, r.Since.Year, r.Until.Year)
		}
	}
	return last
}
