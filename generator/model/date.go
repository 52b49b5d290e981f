package model

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Date is a calendar day («дата»). The zero value means that none is set.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

var datePattern = regexp.MustCompile(`^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$`)

// ParseDate reads 2021-06-25 and 25.06.2021. Its errors are in Russian.
func ParseDate(s string) (Date, error) {
	m := datePattern.FindStringSubmatch(s)
	if m == nil {
		return Date{}, wrongDate(fmt.Sprintf("«%s» не дата", s))
	}
	if m[1] == "" {
		m[1], m[2], m[3] = m[6], m[5], m[4]
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	d := Date{year, time.Month(month), day}
	if d != DateOf(d.Time()) {
		return Date{}, wrongDate(fmt.Sprintf("«%s»: такого дня нет в календаре", s))
	}
	return d, nil
}

// DateOf is the day of a moment, in the moment's own time zone.
func DateOf(t time.Time) Date { return Date{t.Year(), t.Month(), t.Day()} }

// Time is midnight UTC of the day.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero reports whether no day is set.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders days; a day that is not set comes first.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// String is the digital form of ГОСТ Р 7.0.97-2016, п. 5.10: 25.06.2021; empty
// when no day is set.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 0 || d.Year > 9999 {
		return fmt.Sprintf("%02d.%02d.%04d", d.Day, int(d.Month), d.Year)
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	return string([]byte{digit(d.Day / 10), digit(d.Day), '.', digit(int(d.Month) / 10), digit(int(d.Month)), '.',
		digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year)})
}

// localDate is what the decoder calls the time zone of a date without a time of day;
// a date with one, and a time alone, come as time.Time too.
const localDate = "date-local"

// UnmarshalTOML takes a date of TOML (2021-06-25) or one in quotes.
func (d *Date) UnmarshalTOML(v any) (err error) {
	switch v := v.(type) {
	case time.Time:
		if v.Location().String() != localDate {
			return wrongDate("нужна дата без времени дня")
		}
		*d = DateOf(v)
		return nil
	case string:
		*d, err = ParseDate(v)
		return err
	}
	return wrongDate("это не дата")
}

// wrongDate says what is wrong with a date; the cure is always the same.
type wrongDate string

func (w wrongDate) Error() string { return string(w) }
func (w wrongDate) Hint() string  { return "впишите дату так: 2021-06-25" }

// AddDays is the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// AddMonths is the day of the same number n months later; where that month is
// shorter, its last day (ст. 192 ГК РФ, п. 3).
func (d Date) AddMonths(n int) Date {
	first := DateOf(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
	last := LastOfMonth(first.Year, first.Month)
	return Date{first.Year, first.Month, min(d.Day, last.Day)}
}

// LastOfMonth is the last day of a month.
func LastOfMonth(year int, month time.Month) Date {
	return DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}

// DaysSince is how many days later than e the day is.
func (d Date) DaysSince(e Date) int { return int(d.Time().Sub(e.Time()).Hours() / 24) }
