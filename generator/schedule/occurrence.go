package schedule

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"doklad/generator/model"
)

// Occurrence is one time that an activity is due («исполнение мероприятия»).
type Occurrence struct {
	// ID is «2022», «2022-H1», «2022-Q3», «2022-08», «2021/2022»; the number of the
	// event; empty where the activity is due but once.
	ID string
	// Begin and End are the first and the last day, both included; zero where there
	// is none.
	Begin, End model.Date
	// Guess: working days were counted without a verified production calendar.
	Guess bool
}

// Happening is an event that was recorded, or the days that another paper gives
// («событие»).
type Happening struct {
	ID         string // empty: its number
	Begin, End model.Date
}

// Occurrences are the times that an activity is due within the plan, in their order.
// One that is due on events or by another paper has those that were recorded; one
// without a known term has one without days.
func (r Reading) Occurrences(h Horizon, happened []Happening, c model.Calendars) []Occurrence {
	switch {
	case r.Kind == Event || r.Kind == External:
		return r.onEvents(happened, c)
	case r.Every != Once:
		return r.recur(h)
	case r.Kind == Recurring:
		return r.listed(h)
	case r.Kind == Point && !r.Lag.isZero():
		return []Occurrence{r.Lag.after(Happening{Begin: h.From}, c)}
	case r.Kind == Continuous:
		return []Occurrence{h.fill(Span{})}
	case len(r.Spans) == 1:
		return []Occurrence{h.fill(r.Spans[0])}
	}
	return []Occurrence{{}}
}

func (r Reading) onEvents(happened []Happening, c model.Calendars) []Occurrence {
	var list []Occurrence
	for i, e := range happened {
		o := Occurrence{Begin: e.Begin, End: e.End}
		if e.End.IsZero() && !r.Lag.isZero() {
			o = r.Lag.after(e, c)
		}
		if o.ID = e.ID; o.ID == "" {
			o.ID = strconv.Itoa(i + 1)
		}
		list = append(list, o)
	}
	return list
}

// after counts from the day after the event; a last day that is a day off moves to
// the next working day (ст. 191, 193 ГК РФ).
func (l Lag) after(e Happening, c model.Calendars) Occurrence {
	o := Occurrence{Begin: e.Begin}
	switch {
	case e.Begin.IsZero():
	case l.Working:
		o.End, o.Guess = c.AddWorkingDays(e.Begin, l.Days)
	default:
		o.End, o.Guess = c.LastDay(e.Begin.AddMonths(l.Months).AddDays(l.Days))
	}
	return o
}

// fill gives a span what it does not name: the year, being the first in which it is
// not over when the plan begins, and the borders of the plan.
func (h Horizon) fill(s Span) Occurrence {
	if !s.IsZero() && s.year() == 0 {
		if h.From.IsZero() {
			return Occurrence{}
		}
		first := s.in(h.From.Year - 1) // it may go over New Year
		for year := h.From.Year; !first.To.IsZero() && first.To.Compare(h.From) < 0 || first.To.IsZero() && first.From.Compare(h.From) < 0; year++ {
			first = s.in(year)
		}
		s = first
	}
	o := Occurrence{Begin: s.From, End: s.To}
	if o.Begin.IsZero() {
		o.Begin = h.From
	}
	if o.End.IsZero() {
		o.End = h.To
	}
	switch {
	case o.End.IsZero() || o.End.Compare(o.Begin) >= 0:
	case s.To.IsZero(): // begins after the plan ends
		o.End = model.Date{}
	default: // due before the plan begins
		o.Begin = o.End
	}
	return o
}

// listed are the members of a list, named by the year, or by more where that is not
// enough to tell them apart.
func (r Reading) listed(h Horizon) []Occurrence {
	list := make([]Occurrence, len(r.Spans))
	filled := make([]Span, len(r.Spans))
	for i, s := range r.Spans {
		list[i] = h.fill(s)
		if filled[i].To = list[i].End; !s.From.IsZero() {
			filled[i].From = list[i].Begin
		}
	}
	for i, id := range names(filled, toYear, toMonth, toDay) {
		list[i].ID = id
	}
	slices.SortStableFunc(list, func(a, b Occurrence) int { return a.End.Compare(b.End) })
	return list
}

// Lengths of a day's name that leave out what is not needed: «2022-08».
const (
	toYear  = len("2022")
	toMonth = len("2022-08")
	toDay   = len("2022-08-31")
)

func iso(d model.Date, length int) string { return d.Time().Format(time.DateOnly)[:length] }

// key is the day by which a span is called: its first, or the last where it has none.
func (s Span) key() model.Date {
	if s.From.IsZero() {
		return s.To
	}
	return s.From
}

// names calls each span by its day in the first of the lengths that tells all apart;
// by its number where none does.
func names(spans []Span, lengths ...int) []string {
	list := make([]string, len(spans))
	for _, length := range lengths {
		used := map[string]bool{}
		for i, s := range spans {
			list[i] = iso(s.key(), length)
			used[list[i]] = !s.key().IsZero()
		}
		if len(used) == len(spans) && !slices.Contains(slices.Collect(maps.Values(used)), false) {
			return list
		}
	}
	for i := range list {
		list[i] = strconv.Itoa(i + 1)
	}
	return list
}
