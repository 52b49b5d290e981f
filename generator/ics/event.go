package ics

import (
	"slices"
	"strconv"
	"time"

	ical "github.com/arran4/golang-ical"
)

// Marks in the summary: an event has no status for «done» (RFC 5545, 3.8.1.11), and
// Outlook does not show that one is cancelled.
const (
	cancelledMark = "Отменено: "
	doneMark      = "✓ "
)

func write(to *ical.VEvent, e Event, stamp time.Time) {
	to.SetDtStampTime(stamp)
	to.SetAllDayStartAt(day(e.First))
	// The end is not included (RFC 5545, 3.6.1).
	to.SetAllDayEndAt(day(e.Last).AddDate(0, 0, 1))
	to.SetSummary(summary(e))
	if e.Description != "" {
		to.SetDescription(clean(e.Description))
	}
	// A property each: the library escapes the comma of a list. Both are good
	// (RFC 5545, 3.8.1.2), and Exchange reads them all (MS-OXCICAL, 2.1.3.1.1.20.3).
	for _, category := range categories(e) {
		to.AddCategory(category)
	}
	if e.URL != "" {
		address, _ := uri(e.URL) // checked
		to.SetURL(address)
	}
	to.SetSequence(e.Sequence)
	to.SetStatus(status(e))
	// A deadline makes nobody busy; Outlook has a word of its own for that.
	to.SetTimeTransparency(ical.TransparencyTransparent)
	to.SetProperty("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
	for _, trigger := range triggers(e) {
		alarm := to.AddAlarm()
		alarm.SetAction(ical.ActionDisplay)
		alarm.SetDescription(summary(e))
		alarm.SetTrigger(trigger)
	}
}

func summary(e Event) string {
	switch {
	case e.Cancelled:
		return cancelledMark + clean(e.Summary)
	case e.Done:
		return doneMark + clean(e.Summary)
	}
	return clean(e.Summary)
}

func status(e Event) ical.ObjectStatus {
	if e.Cancelled {
		return ical.ObjectStatusCancelled
	}
	return ical.ObjectStatusConfirmed
}

func categories(e Event) []string {
	var kept []string
	for _, category := range e.Categories {
		if category = clean(category); category != "" && !slices.Contains(kept, category) {
			kept = append(kept, category)
		}
	}
	return kept
}

// triggers are the reminders, the earliest first. They count from the first midnight,
// local for whoever reads (RFC 5545, 3.8.6.3): 9:00 three days before is -P2DT15H.
// From the end (RELATED=END) many programs do not count.
func triggers(e Event) []string {
	if e.Cancelled || e.Done {
		return nil
	}
	daysBefore := slices.Clone(e.Remind)
	slices.Sort(daysBefore)
	daysBefore = slices.Compact(daysBefore)
	slices.Reverse(daysBefore)
	length := int(day(e.Last).Unix()-day(e.First).Unix()) / (24 * 60 * 60)
	var all []string
	for _, n := range daysBefore {
		all = append(all, trigger(length-n))
	}
	return all
}

// trigger is 9:00 of the day that comes so many days after the first.
func trigger(days int) string {
	switch {
	case days > 0:
		return "P" + strconv.Itoa(days) + "DT9H"
	case days == 0:
		return "PT9H"
	case days == -1:
		return "-PT15H"
	}
	return "-P" + strconv.Itoa(-days-1) + "DT15H"
}

// day is the date that t shows where it is, without its zone: days of 24 hours.
func day(t time.Time) time.Time {
	year, month, date := t.Date()
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}
