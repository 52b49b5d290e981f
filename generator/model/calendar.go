package model

import (
	"slices"
	"time"
)

// Calendar is the production calendar of a year («производственный календарь»):
// what the law does not say of every year alike.
type Calendar struct {
	Year int `toml:"year"`
	// Verified: the transfers are those of the decree; otherwise the calendar is a
	// guess for the days that the decree may have moved.
	Verified  bool       `toml:"verified"`
	Source    string     `toml:"source"` // the decree
	Transfers []Transfer `toml:"transfer"`
	// DaysOff are days off of the territory («региональный праздник», ст. 6 ТК РФ).
	DaysOff []Date `toml:"days_off"`
}

// Transfer moves a day off («перенос выходного дня», ст. 112 ТК РФ).
type Transfer struct {
	From Date `toml:"from"`
	To   Date `toml:"to"`
}

// Calendars are the calendars of the years for which there is one («производственные
// календари»).
type Calendars map[int]*Calendar

// holidays are the non-working holidays of ст. 112 ТК РФ, ч. 1.
var holidays = map[Date]bool{
	{0, 1, 1}: true, {0, 1, 2}: true, {0, 1, 3}: true, {0, 1, 4}: true, {0, 1, 5}: true,
	{0, 1, 6}: true, {0, 1, 7}: true, {0, 1, 8}: true,
	{0, 2, 23}: true, {0, 3, 8}: true, {0, 5, 1}: true, {0, 5, 9}: true, {0, 6, 12}: true, {0, 11, 4}: true,
}

// IsHoliday reports whether the day is a holiday of the law in every year.
func (d Date) IsHoliday() bool { return holidays[Date{0, d.Month, d.Day}] }

// IsWeekend reports whether the day is a Saturday or a Sunday.
func (d Date) IsWeekend() bool {
	weekday := d.Time().Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

// IsWorking reports whether the day is worked in a week of five days; guess is true
// where no verified calendar of the year says so.
func (c Calendars) IsWorking(d Date) (working, guess bool) {
	year := c[d.Year]
	guess = year == nil || !year.Verified
	switch {
	case year.movedTo(d) || year != nil && slices.Contains(year.DaysOff, d) || d.IsHoliday():
		return false, guess
	case d.IsWeekend():
		return year.movedFrom(d), guess // «рабочая суббота»
	}
	return !year.followsHoliday(d), guess
}

func (c *Calendar) movedTo(d Date) bool {
	return c != nil && slices.ContainsFunc(c.Transfers, func(t Transfer) bool { return t.To == d })
}

func (c *Calendar) movedFrom(d Date) bool {
	return c != nil && slices.ContainsFunc(c.Transfers, func(t Transfer) bool { return t.From == d })
}

// followsHoliday: a day off that falls on a holiday is moved to the next working day
// after it (ст. 112 ТК РФ, ч. 2), but for those of January and those that the decree
// moves elsewhere.
func (c *Calendar) followsHoliday(d Date) bool {
	for before := d.AddDays(-1); before.IsWeekend() || before.IsHoliday(); before = before.AddDays(-1) {
		if before.IsWeekend() && before.IsHoliday() && before.Month != time.January && !c.movedFrom(before) {
			return true
		}
	}
	return false
}

// AddWorkingDays is the n-th working day after d; the count begins on the next day
// (ст. 191 ГК РФ).
func (c Calendars) AddWorkingDays(d Date, n int) (day Date, guess bool) {
	for n > 0 {
		d = d.AddDays(1)
		working, guessed := c.IsWorking(d)
		guess = guess || guessed
		if working {
			n--
		}
	}
	return d, guess
}

// LastDay is the day itself, or the next working day where it is a day off (ст. 193
// ГК РФ).
func (c Calendars) LastDay(d Date) (day Date, guess bool) {
	working, guess := c.IsWorking(d)
	for !working {
		var guessed bool
		d = d.AddDays(1)
		working, guessed = c.IsWorking(d)
		guess = guess || guessed
	}
	return d, guess
}
