package ics_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	reader "github.com/emersion/go-ical"

	"doklad/generator/ics"
	"doklad/generator/sample"
)

// Marks that Write sets before the summary.
const cancelledMark, doneMark = "Отменено: ", "✓ "

func TestReadBack(t *testing.T) {
	for _, c := range sample.HardCalendars() {
		t.Run(c.Name, func(t *testing.T) {
			file, err := ics.Write(c.Calendar)
			if err != nil {
				t.Fatal(err)
			}
			properLines(t, file)
			sameCalendar(t, read(t, file), c.Calendar)
			if again, _ := ics.Write(c.Calendar); !bytes.Equal(again, file) {
				t.Error("the same calendar gives other bytes")
			}
		})
	}
}

// properLines checks what readers undo before they look (RFC 5545, 3.1).
func properLines(t *testing.T, file []byte) {
	t.Helper()
	lines := strings.Split(string(file), "\r\n")
	if lines[len(lines)-1] != "" {
		t.Error("the last line does not end with CRLF")
	}
	for i, line := range lines {
		if len(line) > 75 {
			t.Errorf("line %d has %d octets", i+1, len(line))
		}
		if !utf8.ValidString(line) {
			t.Errorf("line %d divides a character: %q", i+1, line)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
			t.Errorf("line %d has a control character: %q", i+1, line)
		}
	}
}

// read reads with the other library; nothing may follow the calendar.
func read(t *testing.T, file []byte) *reader.Calendar {
	t.Helper()
	decoder := reader.NewDecoder(bytes.NewReader(file))
	c, err := decoder.Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	if _, err := decoder.Decode(); !errors.Is(err, io.EOF) {
		t.Errorf("after the calendar: %v", err)
	}
	return c
}

// texts are all values of a property, however they are divided between lists.
func texts(t *testing.T, of *reader.Component, name string) (all []string) {
	t.Helper()
	for _, property := range of.Props.Values(name) {
		list, err := property.TextList()
		if err != nil {
			t.Error(err)
		}
		all = append(all, list...)
	}
	return all
}

// sameText wants one value, or none where an empty one is wanted.
func sameText(t *testing.T, of *reader.Component, name, want string) {
	t.Helper()
	wanted := []string{want}
	if want == "" {
		wanted = nil
	}
	if got := texts(t, of, name); !slices.Equal(got, wanted) {
		t.Errorf("%s is %q, want %q", name, got, want)
	}
}

func sameCalendar(t *testing.T, got *reader.Calendar, want ics.Calendar) {
	t.Helper()
	for name, value := range map[string]string{
		"VERSION": "2.0", "PRODID": "-//doklad//deadlines//RU", "CALSCALE": "GREGORIAN",
		"X-WR-CALNAME": shown(want.Name), "X-WR-CALDESC": shown(want.Description),
	} {
		sameText(t, got.Component, name, value)
	}
	if len(got.Props) > 6 || len(got.Children) != len(want.Events) {
		t.Fatalf("%d properties, %d events, want %d", len(got.Props), len(got.Children), len(want.Events))
	}
	for i, event := range want.Events {
		sameEvent(t, got.Children[i], event, want.Stamp)
		if t.Failed() {
			t.Fatalf("event %d: %+v", i+1, event)
		}
	}
}

func sameEvent(t *testing.T, got *reader.Component, want ics.Event, stamp time.Time) {
	t.Helper()
	sum, status := shown(want.Summary), "CONFIRMED"
	if want.Done {
		sum = doneMark + sum
	}
	if want.Cancelled {
		sum, status = cancelledMark+sum, "CANCELLED"
	}
	for name, value := range map[string]string{
		"UID": want.UID, "SUMMARY": sum, "DESCRIPTION": shown(want.Description), "STATUS": status,
		"TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE",
	} {
		sameText(t, got, name, value)
	}
	var categories []string
	for _, category := range want.Categories {
		if category = shown(category); category != "" && !slices.Contains(categories, category) {
			categories = append(categories, category)
		}
	}
	if read := texts(t, got, "CATEGORIES"); !slices.Equal(read, categories) {
		t.Errorf("categories %q, want %q", read, categories)
	}
	sameURL(t, got, want.URL)
	if n, err := got.Props.Get("SEQUENCE").Int(); err != nil || n != want.Sequence {
		t.Errorf("sequence %d, %v", n, err)
	}
	if at, err := got.Props.DateTime("DTSTAMP", nil); err != nil || !at.Equal(stamp.Truncate(time.Second)) || !strings.HasSuffix(got.Props.Get("DTSTAMP").Value, "Z") {
		t.Errorf("stamp %v, %v", got.Props.Get("DTSTAMP"), err)
	}
	first := sameDay(t, got, "DTSTART", want.First, 0)
	sameDay(t, got, "DTEND", want.Last, 1)
	sameAlarms(t, got, want, sum, first)
}

// sameDay wants the day that is so many after another, and returns its midnight.
func sameDay(t *testing.T, got *reader.Component, name string, day time.Time, after int) time.Time {
	t.Helper()
	property := got.Props.Get(name)
	if property == nil || property.ValueType() != reader.ValueDate {
		t.Fatalf("%s is no date: %v", name, property)
	}
	year, month, date := day.Date()
	want := time.Date(year, month, date+after, 0, 0, 0, 0, time.UTC)
	at, err := property.DateTime(time.UTC)
	if err != nil || !at.Equal(want) {
		t.Errorf("%s is %v, %v, want %v", name, property, err, want)
	}
	return at
}

func sameURL(t *testing.T, got *reader.Component, want string) {
	t.Helper()
	address := got.Props.Get("URL")
	if want == "" {
		if address != nil {
			t.Errorf("URL is %v", address)
		}
		return
	}
	if address == nil {
		t.Fatal("no URL")
	}
	if strings.ContainsFunc(address.Value, func(r rune) bool { return r <= ' ' || r > '~' }) {
		t.Errorf("URL is no URI: %q", address.Value)
	}
	if !sameAddress(address.Value, want) {
		t.Errorf("URL is %q, want %q", address.Value, want)
	}
}

// sameAlarms wants a reminder at 9:00 of each day, from the earliest to the latest.
func sameAlarms(t *testing.T, got *reader.Component, want ics.Event, sum string, first time.Time) {
	t.Helper()
	var wanted []time.Time
	if !want.Cancelled && !want.Done {
		for _, days := range want.Remind {
			year, month, date := want.Last.Date()
			wanted = append(wanted, time.Date(year, month, date-days, 9, 0, 0, 0, time.UTC))
		}
	}
	slices.SortFunc(wanted, time.Time.Compare)
	wanted = slices.Compact(wanted)
	var rings []time.Time
	for _, alarm := range got.Children {
		sameText(t, alarm, "ACTION", "DISPLAY")
		sameText(t, alarm, "DESCRIPTION", sum)
		trigger := alarm.Props.Get("TRIGGER")
		if alarm.Name != "VALARM" || trigger == nil || len(trigger.Params) > 0 {
			t.Fatalf("%s: trigger %v", alarm.Name, trigger)
		}
		length, err := trigger.Duration()
		if err != nil {
			t.Fatal(err)
		}
		rings = append(rings, first.Add(length))
	}
	if !slices.Equal(rings, wanted) {
		t.Errorf("rings at %v, want %v", rings, wanted)
	}
}
