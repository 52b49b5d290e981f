package model

import (
	"fmt"
	"math"
	"strings"
	"time"

	"doklad/generator/russian"
)

// Interval is a closed interval of numbers («промежуток»): [0, 100]. The zero value means
// that none is set.
type Interval struct {
	From, To float64
}

// IsZero reports whether no interval is set.
func (v Interval) IsZero() bool { return v == Interval{} }

// Has reports whether the number lies within, bounds included.
func (v Interval) Has(x float64) bool { return v.From <= x && x <= v.To }

// Within reports whether the interval lies within another.
func (v Interval) Within(outer Interval) bool { return outer.Has(v.From) && outer.Has(v.To) }

// String is the interval as it is printed: «от 0 до 100».
func (v Interval) String() string {
	return "от " + russian.Number(v.From) + " до " + russian.Number(v.To)
}

// UnmarshalTOML takes a list of two numbers.
func (v *Interval) UnmarshalTOML(value any) error {
	list, ok := value.([]any)
	if !ok || len(list) != 2 {
		return wrongInterval("нужны два числа: от и до")
	}
	var ends [2]float64
	for n, end := range list {
		switch end := end.(type) {
		case int64:
			ends[n] = float64(end)
		case float64:
			ends[n] = end
		default:
			return wrongInterval("нужны два числа: от и до")
		}
		if math.IsNaN(ends[n]) || math.IsInf(ends[n], 0) {
			return wrongInterval("нужны два конечных числа")
		}
	}
	if ends[0] > ends[1] {
		return wrongInterval("начало промежутка больше конца")
	}
	*v = Interval{ends[0], ends[1]}
	return nil
}

// wrongInterval says what is wrong with an interval.
type wrongInterval string

func (w wrongInterval) Error() string { return string(w) }
func (w wrongInterval) Hint() string {
	return "впишите от и до в квадратных скобках: [0, 100]"
}

// AsOf is the day of the period that a value is told for («по состоянию на»).
type AsOf struct {
	Month time.Month
	Day   int
	// Next: the day is that of the year after the period.
	Next bool
}

// IsZero reports whether no day is set: the value is told for the whole period.
func (a AsOf) IsZero() bool { return a.Day == 0 }

const nextYear = " следующего года"

// UnmarshalText takes «31 декабря» and «1 января следующего года».
func (a *AsOf) UnmarshalText(text []byte) error {
	words, next := strings.CutSuffix(strings.TrimSpace(string(text)), nextYear)
	for month := time.January; month <= time.December; month++ {
		for day := 1; day <= LastOfMonth(2001, month).Day; day++ {
			if words == fmt.Sprintf("%d %s", day, russian.MonthName(month, russian.Genitive)) {
				*a = AsOf{month, day, next}
				return nil
			}
		}
	}
	return wrongDay(fmt.Sprintf("«%s» не день года", text))
}

// wrongDay says what is wrong with a day of a year.
type wrongDay string

func (w wrongDay) Error() string { return string(w) }
func (w wrongDay) Hint() string {
	return "впишите день словами: as_of = \"31 декабря\" или \"1 января следующего года\""
}

// String is the rule as it is printed: «на 31 декабря»; empty for a whole period.
func (a AsOf) String() string {
	if a.IsZero() {
		return ""
	}
	s := fmt.Sprintf("на %d %s", a.Day, russian.MonthName(a.Month, russian.Genitive))
	if a.Next {
		s += nextYear
	}
	return s
}

// In is the day in the period of a year. The school year of 2022 is the one that ends in it:
// the August report of 2022 tells of it, and so are the results of its examinations dated.
// Days from 1 September on are those of the year before.
func (a AsOf) In(year int, period PeriodKind) Date {
	if a.IsZero() {
		return Date{}
	}
	if period == SchoolYear && a.Month >= time.September {
		year--
	}
	if a.Next {
		year++
	}
	return Date{year, a.Month, a.Day}
}
