package ics_test

import (
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode"

	"doklad/generator/ics"
	"doklad/generator/internal/golden"
	"doklad/generator/sample"
)

// shown is a text as programs are to show it.
func shown(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	for _, r := range text {
		switch {
		case strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r):
			b.WriteByte('\n')
		case r == '\n' || r == '\t' || !unicode.Is(unicode.Cc, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sameAddress compares addresses whatever is put into octets.
func sameAddress(a, b string) bool {
	plain := func(address string) string {
		for range 2 {
			if decoded, err := url.PathUnescape(address); err == nil {
				address = decoded
			}
		}
		return address
	}
	return strings.EqualFold(plain(a), plain(b))
}

func TestGolden(t *testing.T) {
	for _, c := range sample.HardCalendars() {
		if c.Name != "deadlines" && c.Name != "signs" && c.Name != "days" {
			continue // too long to be read
		}
		file, err := ics.Write(c.Calendar)
		if err != nil {
			t.Fatal(err)
		}
		golden.Assert(t, c.Name+".ics", strings.ReplaceAll(string(file), "\r\n", "\n"))
	}
}

var september = time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)

// calendarOf is a good calendar of one event, changed.
func calendarOf(change func(c *ics.Calendar, e *ics.Event)) ics.Calendar {
	c := ics.Calendar{Name: "Пример", Stamp: september, Events: []ics.Event{
		{UID: "a", First: september, Last: september, Summary: "Пример"},
		{UID: "b", First: september, Last: september, Summary: "Пример"},
	}}
	change(&c, &c.Events[1])
	return c
}

func TestRefused(t *testing.T) {
	for _, each := range []struct {
		want   string
		change func(c *ics.Calendar, e *ics.Event)
	}{
		{"", func(c *ics.Calendar, e *ics.Event) {}},
		{"нет названия", func(c *ics.Calendar, e *ics.Event) { c.Name = " \x00" }},
		{"не в кодировке UTF-8", func(c *ics.Calendar, e *ics.Event) { c.Description = "\xd0" }},
		{"не в кодировке UTF-8", func(c *ics.Calendar, e *ics.Event) { c.Name, c.Description = "а\xd0", "\x90" }},
		{"нет времени составления", func(c *ics.Calendar, e *ics.Event) { c.Stamp = time.Time{} }},
		{"нет ни одного события", func(c *ics.Calendar, e *ics.Event) { c.Events = nil }},
		{"событие 2: UID «a» уже у события 1", func(c *ics.Calendar, e *ics.Event) { e.UID = "a" }},
		{"событие 2: UID \"\" не годится", func(c *ics.Calendar, e *ics.Event) { e.UID = "" }},
		{"UID \"а\" не годится", func(c *ics.Calendar, e *ics.Event) { e.UID = "а" }},
		{"UID \"a b\" не годится", func(c *ics.Calendar, e *ics.Event) { e.UID = "a b" }},
		{"UID \"a,b\" не годится", func(c *ics.Calendar, e *ics.Event) { e.UID = "a,b" }},
		{"не годится", func(c *ics.Calendar, e *ics.Event) { e.UID = strings.Repeat("a", 256) }},
		{"", func(c *ics.Calendar, e *ics.Event) { e.UID = strings.Repeat("a", 255) }},
		{"событие 2: нет названия", func(c *ics.Calendar, e *ics.Event) { e.Summary = "\n\x01" }},
		{"не в кодировке UTF-8", func(c *ics.Calendar, e *ics.Event) { e.Summary = "\xff" }},
		{"не в кодировке UTF-8", func(c *ics.Calendar, e *ics.Event) { e.Categories = []string{"а", "\xff"} }},
		{"нет дня", func(c *ics.Calendar, e *ics.Event) { e.First = time.Time{} }},
		{"нет дня", func(c *ics.Calendar, e *ics.Event) { e.Last = time.Time{} }},
		{"год не из четырёх цифр", func(c *ics.Calendar, e *ics.Event) { e.Last = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC) }},
		{"", func(c *ics.Calendar, e *ics.Event) { e.Last = time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC) }},
		{"последний день раньше первого", func(c *ics.Calendar, e *ics.Event) { e.Last = september.Add(-time.Second) }},
		{"", func(c *ics.Calendar, e *ics.Event) { e.First = september.Add(time.Hour) }}, // hours do not count
		{"и отменено, и исполнено", func(c *ics.Calendar, e *ics.Event) { e.Cancelled, e.Done = true, true }},
		{"напоминание после последнего дня", func(c *ics.Calendar, e *ics.Event) { e.Remind = []int{3, -1} }},
		{"номер изменения", func(c *ics.Calendar, e *ics.Event) { e.Sequence = -1 }},
		{"«/orders/1» – не адрес", func(c *ics.Calendar, e *ics.Event) { e.URL = "/orders/1" }},
		{"не адрес", func(c *ics.Calendar, e *ics.Event) { e.URL = "https://a.b/\r\nATTACH:c" }},
		{"не адрес", func(c *ics.Calendar, e *ics.Event) { e.URL = "https:" }},
		{"не в кодировке UTF-8", func(c *ics.Calendar, e *ics.Event) { e.URL = "https://a.b/\xff" }},
	} {
		file, err := ics.Write(calendarOf(each.change))
		switch {
		case each.want == "" && err != nil:
			t.Errorf("refused: %v", err)
		case each.want != "" && (err == nil || !strings.Contains(err.Error(), each.want) || file != nil):
			t.Errorf("got %v, want «%s»", err, each.want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, each := range []struct{ address, want string }{
		{"https://example.org/a?b=c,d;e&f=%20#~", "https://example.org/a?b=c,d;e&f=%20#~"},
		{"https://example.org/приказ 1?q=\"{да}\"", "https://example.org/%D0%BF%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%201?q=%22%7B%D0%B4%D0%B0%7D%22"},
		{"mailto:a@example.org", "mailto:a@example.org"},
		{"file:///C:/out/1.pdf", "file:///C:/out/1.pdf"},
	} {
		file, err := ics.Write(calendarOf(func(c *ics.Calendar, e *ics.Event) { e.URL = each.address }))
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, file).Children[1].Props.Get("URL").Value; got != each.want {
			t.Errorf("%s is written %s, want %s", each.address, got, each.want)
		}
	}
}

func TestUID(t *testing.T) {
	for _, each := range []struct {
		want  string
		parts []string
	}{
		{"okhansk-2021-109-3-2-", []string{"okhansk", "2021-109", "3.2"}},
		{"1-", []string{"Управление образования", "приказ № 1"}},
		{"", []string{"папка"}},
		{"", nil},
		{strings.Repeat("a", 60) + "-", []string{strings.Repeat("a", 500)}},
	} {
		uid := ics.UID(each.parts...)
		readable, found := strings.CutSuffix(uid, "@doklad")
		if !found || len(readable) != len(each.want)+32 || !strings.HasPrefix(readable, each.want) {
			t.Errorf("%q gives %s", each.parts, uid)
		}
	}
	// Calendars that are out there are updated by it.
	if got, want := ics.UID("Оханск", "2021-109", "3"), "2021-109-3-61ed31af45b0685606b1e39caed1531b@doklad"; got != want {
		t.Errorf("the UID has changed: %s, was %s", got, want)
	}
}

func TestUIDsDiffer(t *testing.T) {
	seen := map[string][]string{}
	for _, parts := range [][]string{
		nil, {""}, {"", ""}, {"a", "bc"}, {"ab", "c"}, {"a-bc"}, {"a bc"}, {"abc"}, {"ABC"}, {"а", "бв"}, {"аб", "в"},
		{"1:a"}, {"1", "a"}, {"a\x00"}, {strings.Repeat("a", 61)}, {strings.Repeat("a", 62)},
	} {
		uid := ics.UID(parts...)
		if seen[uid] != nil {
			t.Errorf("%q and %q are both %s", parts, seen[uid], uid)
		}
		seen[uid] = parts
		if _, err := ics.Write(calendarOf(func(c *ics.Calendar, e *ics.Event) { e.UID = uid })); err != nil {
			t.Errorf("%q: %v", parts, err)
		}
	}
}
