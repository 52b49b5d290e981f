package schedule

import (
	"fmt"
	"time"

	"doklad/generator/model"
)

// monthsOf are the lengths of the periods; a school year begins in September.
var monthsOf = [...]int{Year: 12, SchoolYear: 12, HalfYear: 6, Quarter: 3, Month: 1}

// recur gives one occurrence for each period of the plan, or for each span of it. A
// period that the plan cuts is cut; days that lie outside are left out. Without both
// borders nothing can be counted.
func (r Reading) recur(h Horizon) []Occurrence {
	if r.Since.Compare(h.From) > 0 {
		h.From = r.Since
	}
	if !r.Until.IsZero() && r.Until.Compare(h.To) < 0 {
		h.To = r.Until
	}
	if h.From.IsZero() || h.To.Compare(h.From) < 0 {
		return nil
	}
	var list []Occurrence
	start := model.Date{Year: h.From.Year - 1, Month: time.January, Day: 1}
	if r.Every == SchoolYear {
		start.Month = time.September
	}
	for ; start.Compare(h.To) <= 0; start = start.AddMonths(monthsOf[r.Every]) {
		period := Span{From: start, To: start.AddMonths(monthsOf[r.Every]).AddDays(-1)}
		ids := r.ids(period)
		for i, one := range r.days(period) {
			switch within := one.within(h); {
			case r.Following && !period.within(h).IsZero(): // a report follows what it is about
				list = append(list, Occurrence{ID: ids[i], Begin: one.From, End: one.To})
			case !r.Following && !within.IsZero():
				list = append(list, Occurrence{ID: ids[i], Begin: within.From, End: within.To})
			}
		}
	}
	return list
}

// days are the days that a term names in one period.
func (r Reading) days(period Span) []Span {
	switch {
	case r.Day > 0 && r.Following:
		after := period.To.AddDays(1)
		return []Span{{From: after, To: dayOf(after, r.Day)}}
	case r.Day > 0:
		return []Span{{From: period.From, To: dayOf(period.From, r.Day)}}
	case len(r.Spans) == 0:
		return []Span{period}
	}
	spans := make([]Span, len(r.Spans))
	for i, s := range r.Spans {
		if spans[i] = s.in(period.From.Year); s.From.IsZero() {
			spans[i].From = period.From
		}
		if s.To.IsZero() {
			spans[i].To = period.To
		}
	}
	return spans
}

// within cuts days to the plan; zero where nothing is left.
func (s Span) within(h Horizon) Span {
	if s.To.Compare(h.From) < 0 || s.From.Compare(h.To) > 0 || s.To.Compare(s.From) < 0 {
		return Span{}
	}
	if s.From.Compare(h.From) < 0 {
		s.From = h.From
	}
	if s.To.Compare(h.To) > 0 {
		s.To = h.To
	}
	return s
}

// dayOf is the n-th day of a month, or its last where it is shorter.
func dayOf(first model.Date, n int) model.Date {
	return model.Date{Year: first.Year, Month: first.Month, Day: min(n, model.LastOfMonth(first.Year, first.Month).Day)}
}

// ids name what is due in one period: by the period; of several terms in a year, each
// by its month or its day.
func (r Reading) ids(period Span) []string {
	y, m := period.From.Year, int(period.From.Month)
	switch r.Every {
	case SchoolYear:
		return []string{fmt.Sprintf("%d/%d", y, y+1)}
	case HalfYear:
		return []string{fmt.Sprintf("%d-H%d", y, (m+5)/6)}
	case Quarter:
		return []string{fmt.Sprintf("%d-Q%d", y, (m+2)/3)}
	case Month:
		return []string{iso(period.From, toMonth)}
	}
	year := iso(period.From, toYear)
	if len(r.Spans) < 2 {
		return []string{year}
	}
	list := make([]Span, len(r.Spans))
	for i, s := range r.Spans {
		list[i] = s.in(y)
	}
	ids := names(list, toMonth, toDay)
	for i := range ids {
		if len(ids[i]) < toYear {
			ids[i] = year + "/" + ids[i]
		}
	}
	return ids
}
