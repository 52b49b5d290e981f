package schedule

import (
	"strings"
	"time"

	"doklad/generator/model"
)

// unit is the size of what is named.
type unit int

const (
	unitBare unit = iota // a number that the right side explains: «25-26 января»
	unitDay
	unitMonth
	unitQuarter
	unitHalf
	unitYear
)

// part is one end of a span as it is written: any of its numbers may be missing.
type part struct {
	unit   unit
	n      int // day, quarter, half
	month  time.Month
	year   int
	school bool // the year is a school year, the one in which it begins
}

// first is the first day that is named.
func (p part) first() model.Date {
	switch p.unit {
	case unitDay:
		return p.day(p.month, p.n)
	case unitMonth:
		return p.day(p.month, 1)
	case unitQuarter:
		return p.day(time.Month(3*p.n-2), 1)
	case unitHalf:
		if p.school {
			return p.day([...]time.Month{9, 1}[p.n-1], 1)
		}
		return p.day(time.Month(6*p.n-5), 1)
	}
	if p.school {
		return p.day(time.September, 1)
	}
	return p.day(time.January, 1)
}

// last is the last day that is named. A school year ends with August: the work of
// the office goes on after the lessons.
func (p part) last() model.Date {
	switch p.unit {
	case unitDay:
		return p.first()
	case unitMonth:
		return p.endOf(p.month)
	case unitQuarter:
		return p.endOf(time.Month(3 * p.n))
	case unitHalf:
		if p.school {
			return p.endOf([...]time.Month{12, 8}[p.n-1])
		}
		return p.endOf(time.Month(6 * p.n))
	}
	if p.school {
		return p.endOf(time.August)
	}
	return p.endOf(time.December)
}

// day puts a day into the year; a school year begins in September.
func (p part) day(m time.Month, d int) model.Date {
	year := p.year
	if p.school && year > 0 && m < time.September {
		year++
	}
	return model.Date{Year: year, Month: m, Day: d}
}

func (p part) endOf(m time.Month) model.Date {
	year := p.day(m, 1).Year
	if year == 0 {
		return p.day(m, model.LastOfMonth(leapYear, m).Day)
	}
	return model.LastOfMonth(year, m)
}

// leapYear stands in for a year that is not named: 29 February may be meant.
const leapYear = 2000

// exists reports whether there is such a day.
func exists(d model.Date) bool {
	if d.Year == 0 {
		d.Year = leapYear
	}
	return model.DateOf(d.Time()) == d
}

// part reads one end of a span.
func (r *reader) part() (p part, ok bool) {
	start := r.at
	if y, school, found := r.year(); found {
		return part{unit: unitYear, year: y, school: school}, true
	}
	if r.schoolYear() {
		return part{unit: unitYear, school: true}, true
	}
	t := r.next()
	switch {
	case t.number >= 0 && len(t.text) <= 2:
		p.n = t.number
		if r.sign(".") {
			p.unit, p.month = unitDay, time.Month(r.next().number)
			if r.sign(".") {
				p.year, _, ok = r.year()
				return p, ok
			}
		} else if month := monthForms[r.peek().text]; month > 0 {
			r.at++
			p.unit, p.month = unitDay, month
		} else {
			r.suffix()
			p.unit = r.unitWord()
		}
	case monthForms[t.text] > 0:
		p.unit, p.month = unitMonth, monthForms[t.text]
	case ordinal(t.text) > 0:
		p.n = ordinal(t.text)
		r.suffix()
		p.unit = r.unitWord()
	default:
		r.at = start
		return p, false
	}
	if p.unit == unitQuarter && (p.n < 1 || p.n > 4) || p.unit == unitHalf && (p.n < 1 || p.n > 2) {
		r.doubt(NoSuchDay)
		return p, false
	}
	if p.unit != unitBare {
		if y, school, found := r.year(); found {
			p.year, p.school = y, school
		} else if r.schoolYear() {
			p.school = true
		}
	}
	return p, true
}

// suffix passes over the end of an ordinal: «3-й».
func (r *reader) suffix() {
	switch r.peekAt(1).text {
	case "й", "ий", "го", "ый", "ой", "ом", "м", "му", "е", "ое", "я", "х", "ого":
		if r.peek().text == "-" {
			r.at += 2
		}
	}
}

func (r *reader) unitWord() unit {
	word := r.peek().text
	switch {
	case word == "кв" || strings.HasPrefix(word, "квартал"):
		r.at++
		return unitQuarter
	case strings.HasPrefix(word, "полугод") || strings.HasPrefix(word, "половин"):
		r.at++
		return unitHalf
	}
	return unitBare
}

// year reads «2021», «2021 г.», «2021/22 учебный год».
func (r *reader) year() (y int, school, ok bool) {
	t := r.peek()
	if len(t.text) != 4 || t.number < 1900 || t.number >= 2200 {
		return 0, false, false
	}
	r.at++
	y = t.number
	if dash, second := r.peek().text, r.peekAt(1); (dash == "/" || dash == "-") &&
		(second.number == y+1 || len(second.text) == 2 && second.number == (y+1)%100) {
		before := r.at
		r.at += 2
		if r.schoolYear() {
			if dash == "-" {
				r.doubt(SchoolDash)
			}
			return y, true, true
		}
		r.at = before
	}
	for yearForms[r.peek().text] {
		r.at++
	}
	return y, false, true
}

// schoolYear reads «учебного года», «уч. г.».
func (r *reader) schoolYear() bool {
	if word := r.peek().text; word != "уч" && !strings.HasPrefix(word, "учебн") {
		return false
	}
	r.at++
	for yearForms[r.peek().text] {
		r.at++
	}
	return true
}
