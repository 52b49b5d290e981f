package schedule

import (
	"time"

	"doklad/generator/model"
)

// year is the year that the span names, 0 for none.
func (s Span) year() int { return max(s.From.Year, s.To.Year) }

// in puts a span without a year into one; what goes over New Year ends in the next.
func (s Span) in(year int) Span {
	if !s.From.IsZero() {
		s.From = dayIn(s.From, year)
	}
	if !s.To.IsZero() {
		end := s.To
		if s.To = dayIn(end, year); s.To.Compare(s.From) < 0 {
			s.To = dayIn(end, year+1)
		}
	}
	return s
}

// dayIn: 29 February is the end of the month in every year.
func dayIn(d model.Date, year int) model.Date {
	return model.Date{Year: year, Month: d.Month, Day: min(d.Day, model.LastOfMonth(year, d.Month).Day)}
}

// without is the span without its year.
func (s Span) without() Span {
	if s.To.Year > 0 && s.To.Month == time.February && s.To == model.LastOfMonth(s.To.Year, s.To.Month) {
		s.To.Day = 29
	}
	s.From.Year, s.To.Year = 0, 0
	return s
}
