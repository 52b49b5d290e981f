// Package ics writes calendars of days (RFC 5545) that Outlook, Google, Thunderbird
// and Apple import. It knows days and texts, not what they are of.
//
// The library is golang-ical: it has released versions and folds lines.
// emersion/go-ical has neither, but reads strictly, and so it reads in the tests.
package ics

import (
	"bytes"
	"fmt"
	"time"

	ical "github.com/arran4/golang-ical"
)

// Calendar is a file of events.
type Calendar struct {
	Name        string
	Description string // empty for none
	// Stamp is the moment the calendar speaks of, never the clock: of events with
	// one UID the later one counts (RFC 5546, 2.1.5).
	Stamp  time.Time
	Events []Event
}

// Event is one or more whole days.
type Event struct {
	// UID is of printable ASCII and names the event for ever: with the same UID an
	// event imported again replaces the older one. See the function UID.
	UID string
	// First and Last are days, both included; hours and zones do not count.
	First, Last time.Time
	Summary     string
	Description string   // empty for none
	Categories  []string // empty and repeated ones are left out
	URL         string   // absolute; empty for none
	// Cancelled and Done events stay to be seen, marked in the summary, and remind
	// nobody. An event is not both.
	Cancelled, Done bool
	// Remind are numbers of days before the last day; on each it rings at 9:00.
	// Outlook takes one reminder of an event, and none after its first midnight: 0 of a
	// one-day event rings there at 15:00 of the day before.
	Remind []int
	// Sequence grows when the event is changed, by the one who counts the changes
	// (RFC 5545, 3.8.7.4).
	Sequence int
}

// product is the PRODID, a formal public identifier (RFC 5545, 3.7.3).
const product = "-//doklad//deadlines//RU"

// Write makes a file .ics; the same calendar gives the same bytes, and the events
// keep their order.
func Write(c Calendar) ([]byte, error) {
	if err := check(c); err != nil {
		return nil, fmt.Errorf("календарь «%s»: %w", clean(c.Name), err)
	}
	file := ical.NewCalendar()
	file.SetProductId(product)
	file.SetCalscale("GREGORIAN")
	file.SetXWRCalName(clean(c.Name))
	if c.Description != "" {
		file.SetXWRCalDesc(clean(c.Description))
	}
	for _, event := range c.Events {
		write(file.AddEvent(event.UID), event, c.Stamp)
	}
	// Lines end with CRLF and have 75 octets at most (RFC 5545, 3.1).
	var out bytes.Buffer
	if err := file.SerializeTo(&out, ical.WithNewLineWindows, ical.WithLineLength(75)); err != nil {
		return nil, fmt.Errorf("календарь «%s»: %w", clean(c.Name), err)
	}
	return out.Bytes(), nil
}
