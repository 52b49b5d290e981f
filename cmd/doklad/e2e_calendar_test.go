//go:build e2e

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"doklad/generator/ics"
	"doklad/generator/sample"
)

// e2eCalendarJudge looks at calendars with the eyes of vobject.
const e2eCalendarJudge = "../../.ci/judge-calendar"

// e2eValidateCalendar wants a calendar that nobody finds fault with, and returns what
// the judge read: an event a line.
func e2eValidateCalendar(t testing.TB, file string) (events []string) {
	t.Helper()
	events, err := e2eJudgeCalendar(t, file)
	if err != nil {
		t.Errorf("%s: %v", file, err)
	}
	return events
}

func e2eJudgeCalendar(t testing.TB, file string) (events []string, err error) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := e2eCalendarLines(text); err != nil {
		return nil, err
	}
	said, complaint, err := e2eToolQuietly(t, e2eCalendarJudge, file)
	if strings.Contains(complaint, "No module named") {
		t.Fatalf("vobject is not installed: run .ci/install-judges\n%s", complaint)
	}
	if err != nil || complaint != "" {
		return nil, fmt.Errorf("vobject: %v: %s", err, complaint)
	}
	return strings.Split(strings.TrimSuffix(said, "\n"), "\n"), nil
}

// e2eCalendarLines checks what vobject forgives: RFC 5545, 3.1.
func e2eCalendarLines(text []byte) error {
	lines := bytes.Split(text, []byte("\r\n"))
	if len(lines[len(lines)-1]) > 0 {
		return errors.New("the last line does not end with CRLF")
	}
	for i, line := range lines {
		switch {
		case len(line) > 75:
			return fmt.Errorf("line %d has %d octets", i+1, len(line))
		case !utf8.Valid(line):
			return fmt.Errorf("line %d is divided inside a character", i+1)
		case bytes.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }):
			return fmt.Errorf("line %d has a control character", i+1)
		}
	}
	return nil
}

// TestE2ECalendars compares what vobject reads in hard calendars with what was to be
// written.
func TestE2ECalendars(t *testing.T) {
	for _, hard := range sample.HardCalendars() {
		t.Run(hard.Name, func(t *testing.T) {
			got := e2eValidateCalendar(t, e2eWriteCalendar(t, hard.Calendar))
			if len(got) != len(hard.Events) {
				t.Fatalf("%d events, want %d", len(got), len(hard.Events))
			}
			for i, event := range hard.Events {
				if want := e2eWantedEvent(event); got[i] != want {
					t.Errorf("event %d\n got: %s\nwant: %s", i+1, got[i], want)
				}
			}
		})
	}
}

func e2eWriteCalendar(t testing.TB, c ics.Calendar) (file string) {
	t.Helper()
	text, err := ics.Write(c)
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "calendar.ics")
	e2eWrite(t, file, string(text))
	return file
}

func e2eWantedEvent(e ics.Event) string {
	words := []string{e.UID, e.First.Format(time.DateOnly), e.Last.AddDate(0, 0, 1).Format(time.DateOnly)}
	var rings []string
	for _, days := range e.Remind {
		rings = append(rings, e.Last.AddDate(0, 0, -days).Format(time.DateOnly)+"T09:00:00")
	}
	if e.Cancelled || e.Done {
		rings = nil
	}
	slices.Sort(rings)
	return strings.Join(append(words, slices.Compact(rings)...), " ")
}

// e2eCalendarDamages are changes for the worse and what must be said of them.
var e2eCalendarDamages = []struct{ name, from, to, want string }{
	{"none", "", "", ""},
	{"no DTSTAMP", "DTSTAMP:20260731T213000Z\r\n", "", "at least 1 DTSTAMP"},
	{"no UID", "UID:", "X-UID:", "at least 1 UID"},
	{"no PRODID", "PRODID:", "X-PRODID:", "at least 1 PRODID"},
	{"two UIDs", "SEQUENCE:0", "UID:again", "more than 1 UID"},
	{"no DTSTART", "DTSTART;", "X-DTSTART;", "dtstart"},
	{"bad date", "DATE:20260925", "DATE:20261301", "month must be in 1..12"},
	{"date with dashes", "DATE:20260925", "DATE:2026-09-25", "DTSTART"},
	{"bad moment", "T213000Z", "T253000Z", "DTSTAMP"},
	{"bad trigger", "TRIGGER:-P2DT15H", "TRIGGER:за два дня", "TRIGGER"},
	{"no trigger", "TRIGGER:", "X-TRIGGER:", "trigger"},
	{"no end of an event", "END:VEVENT\r\n", "", "wasn't closed"},
	{"no end", "END:VCALENDAR\r\n", "", "never closed"},
	{"line break in a text", "Отдел образования", "Отдел\r\nобразования", "Failed to parse line: образования"},
	{"line ends of Unix", "\r\n", "\n", "does not end with CRLF"},
	{"one line end of Unix", "VERSION:2.0\r\n", "VERSION:2.0\n", "control character"},
	{"long line", "Отдел образования", strings.Repeat("Отдел", 10), "octets"},
	{"divided letter", "Отдел", "\xd0\r\n \x9eтдел", "inside a character"},
	{"something after it", "END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nPRODID:a\r\nEND:VCALENDAR\r\n", "one VCALENDAR"},
}

// TestE2ECalendarJudge damages a good calendar and looks whether each fault is found.
func TestE2ECalendarJudge(t *testing.T) {
	good, err := ics.Write(sample.HardCalendars()[0].Calendar)
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range e2eCalendarDamages {
		t.Run(damage.name, func(t *testing.T) {
			bad := string(good)
			if damage.from != "" {
				bad = strings.ReplaceAll(bad, damage.from, damage.to)
			}
			if damage.want != "" && bad == string(good) {
				t.Fatal("there is nothing to damage")
			}
			file := filepath.Join(t.TempDir(), "damaged.ics")
			e2eWrite(t, file, bad)
			_, err := e2eJudgeCalendar(t, file)
			if damage.want == "" && err != nil || damage.want != "" && (err == nil || !strings.Contains(err.Error(), damage.want)) {
				t.Errorf("said %v, want «%s»", err, damage.want)
			}
		})
	}
	file := filepath.Join(t.TempDir(), "empty.ics")
	e2eWrite(t, file, "")
	if _, err := e2eJudgeCalendar(t, file); err == nil {
		t.Error("nothing is said of an empty file")
	}
}
