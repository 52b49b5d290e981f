package source

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"doklad/generator/model"
)

var (
	august = model.Date{Year: 2021, Month: time.August, Day: 30}
	whole  = model.ProgressEntry{
		Activity: "2.4", Occurrence: "2021", Outcome: model.OutcomeMoved, Date: august, Until: august.AddDays(40),
		Event: "ВПР, 4 классы", Result: "Утверждены «критерии»\nи показатели", Reason: `Нет "печати" в C:\мои`, Correction: "1\t2",
		Note: "5\u00a0%", By: "ivanova", Entered: august.AddDays(1),
		Evidence: []model.Evidence{
			{Kind: "приказ", Number: "45", Date: august, Title: "Об утверждении"},
			{Link: "https://example.org/?a=1&b='2'", File: `progress\справка "1" и '2'.pdf`},
		},
	}
)

const wholeText = `
[[entry]]
activity = "2.4"
occurrence = "2021"
status = "moved"
date = 2021-08-30
until = 2021-10-09
event = "ВПР, 4 классы"
result = """
Утверждены «критерии»
и показатели"""
reason = 'Нет "печати" в C:\мои'
correction = "1\t2"
note = "5` + "\u00a0" + `%"
by = "ivanova"
entered = 2021-08-31

[[entry.evidence]]
kind = "приказ"
number = "45"
date = 2021-08-30
title = "Об утверждении"

[[entry.evidence]]
link = "https://example.org/?a=1&b='2'"
file = "progress\\справка \"1\" и '2'.pdf"
`

// Every field is set, so that a new one cannot be forgotten.
func TestWholeEntryIsWhole(t *testing.T) {
	demand := func(v reflect.Value) {
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("the entry of this test lacks %s", v.Type().Field(i).Name)
			}
		}
	}
	demand(reflect.ValueOf(whole))
	both := whole.Evidence[0]
	both.Link, both.File = whole.Evidence[1].Link, whole.Evidence[1].File
	demand(reflect.ValueOf(both))
}

func TestAppendEntries(t *testing.T) {
	const entry = "[[entry]]\nactivity = \"1.1\"\nstatus = \"work\"\ndate = 2021-08-01 # начато"
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for name, c := range map[string]struct{ old, want string }{
		"none":              {"", recordHeading + wholeText},
		"empty":             {"\n", "\n" + recordHeading + wholeText},
		"only a mark":       {"\ufeff", "\ufeff" + recordHeading + wholeText},
		"only blanks":       {"  ", "  \n" + recordHeading + wholeText},
		"comments":          {"# а\n" + entry + "\n\n# конец\n", "# а\n" + entry + "\n\n# конец\n" + wholeText},
		"no last newline":   {entry, entry + "\n" + wholeText},
		"ends in a comment": {entry + "\n#", entry + "\n#\n" + wholeText},
		"Notepad":           {"\ufeff" + crlf(entry+"\n"), "\ufeff" + crlf(entry+"\n"+wholeText)},
		"Notepad, no end":   {"\ufeff" + crlf("# а\n"+entry), "\ufeff" + crlf("# а\n"+entry+"\n"+wholeText)},
		"timetables last":   {"[[timetable]]\nactivity = \"2.5\"\nfile = \"niko\"\n", "[[timetable]]\nactivity = \"2.5\"\nfile = \"niko\"\n" + wholeText},
		"in an inner table": {entry + "\n[[entry.evidence]]\nkind = \"акт\"\n", entry + "\n[[entry.evidence]]\nkind = \"акт\"\n" + wholeText},
	} {
		t.Run(name, func(t *testing.T) {
			got, l := AppendEntries([]byte(c.old), []model.ProgressEntry{whole})
			if string(got) != c.want || l != nil {
				t.Errorf("%v\ngot\n%q\nwant\n%q", l, got, c.want)
			}
			readsBack(t, c.old, got, []model.ProgressEntry{whole})
		})
	}
}

// readsBack demands that the old text stands first and that the entries stand last.
func readsBack(t *testing.T, old string, text []byte, entries []model.ProgressEntry) {
	t.Helper()
	if !strings.HasPrefix(string(text), old) {
		t.Errorf("the old text was changed:\n%q\nwas\n%q", text, old)
	}
	var before, after model.Progress
	if _, l := readBytes("f.toml", []byte(old), &before); l.HasErrors() {
		t.Fatal(l)
	}
	if _, l := readBytes("f.toml", text, &after); l.HasErrors() {
		t.Fatalf("%v\n%s", l, text)
	}
	n := len(before.Entries)
	if len(after.Entries) != n+len(entries) || !slices.EqualFunc(after.Entries[:n], before.Entries, same) || !slices.EqualFunc(after.Entries[n:], entries, same) {
		t.Errorf("read back\n%+v\nwant\n%+v\nand\n%+v\nfrom\n%s", after.Entries, before.Entries, entries, text)
	}
	isWindows := strings.Contains(old, "\n") && strings.Count(old, "\n") == strings.Count(old, "\r\n")
	if isWindows && strings.Count(string(text), "\n") != strings.Count(string(text), "\r\n") {
		t.Errorf("line ends are mixed: %q", text)
	}
}

// What cannot be read back is refused, with its place.
func TestAppendRefuses(t *testing.T) {
	good := model.ProgressEntry{Activity: "1.1", Outcome: model.OutcomeDone, Date: august}
	for name, c := range map[string]struct {
		entry model.ProgressEntry
		want  string
	}{
		"bell":           {model.ProgressEntry{Result: "а\ab"}, "entry[2].result: управляющий символ U+0007"},
		"return":         {model.ProgressEntry{Note: "а\rb"}, "entry[2].note: управляющий символ U+000D"},
		"zero":           {model.ProgressEntry{Note: "а\x00b"}, "entry[2].note: управляющий символ U+0000"},
		"lost letter":    {model.ProgressEntry{Event: "\ufffd"}, "entry[2].event: знак U+FFFD стоит на месте потерянной буквы"},
		"soft hyphen":    {model.ProgressEntry{Evidence: []model.Evidence{{Title: "со\u00adвет"}}}, "entry[2].evidence[1].title: невидимый символ U+00AD"},
		"no text":        {model.ProgressEntry{Reason: "\xcf\xf0"}, "entry[2].reason: это не текст в кодировке UTF-8"},
		"no text inside": {model.ProgressEntry{Evidence: []model.Evidence{{}, {File: "\xff"}}}, "entry[2].evidence[2].file: это не текст в кодировке UTF-8"},
		"no day":         {model.ProgressEntry{Date: model.Date{Year: 2021, Month: 2, Day: 30}}, ""},
		"far year":       {model.ProgressEntry{Date: model.Date{Year: 20211, Month: 2, Day: 3}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, l := AppendEntries(nil, []model.ProgressEntry{good, c.entry})
			if got != nil || !l.HasErrors() {
				t.Fatalf("%v, %s", l, got)
			}
			if said := l[0].Key + ": " + l[0].Text; c.want != "" && said != c.want || l[0].Hint == "" {
				t.Errorf("said %s, want %s", said, c.want)
			}
		})
	}
}

// FuzzAppendEntries: whatever is recorded reads back equal after any record that could be
// read before. Refused are only characters that no record may have; a record whose list
// of entries stands in one line takes no other, not even an empty one.
func FuzzAppendEntries(f *testing.F) {
	f.Add("", "1.1", "2022", "итог", "№ 45", "Об", 0)
	f.Add("\ufeff# а\r\n[[entry]]\r\nactivity = '1'\r\n", `"""`, "'''", "а\nб\n", `\`, "\n\n\"\"\"\"", 1)
	f.Add("entry = []", "", " ", "\t", "\u00a0", "''\"\"", 2)
	f.Add("[[timetable]]\nfile=\"\"\"\n\\\n\"\"\" #", "[[entry]]", "#", "a = \"", "\x7f\u0085", "\r\n", 3)
	f.Fuzz(func(t *testing.T, old, activity, occurrence, result, number, title string, days int) {
		var before model.Progress
		if _, l := readBytes("f.toml", []byte(old), &before); l.HasErrors() {
			old = ""
			before = model.Progress{}
		}
		entries := []model.ProgressEntry{{Activity: activity, Occurrence: model.OccurrenceID(strings.TrimSpace(occurrence)),
			Outcome: model.OutcomeDone, Date: august.AddDays(days % 100_000), Result: result, Note: result + title,
			Evidence: []model.Evidence{{Number: number, Title: title}, {}, {File: title + number}}}, {By: number, Reason: title}}
		text, l := AppendEntries([]byte(old), entries)
		if l.HasErrors() != (text == nil) {
			t.Fatalf("%v and %q", l, text)
		}
		switch bad := slices.ContainsFunc([]string{activity, occurrence, result, number, title}, isRefused); {
		case text == nil && !bad:
			t.Fatalf("refused without a reason: %v", l)
		case text == nil:
		case takesNone(old):
			var after model.Progress
			if _, l := readBytes("f.toml", text, &after); !l.HasErrors() {
				t.Errorf("taken after all:\n%s", text)
			}
		default:
			readsBack(t, old, text, entries)
		}
	})
}

// isRefused reports whether a value has what no file may have.
func isRefused(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { text, _ := badSign(r); return text != "" })
}

// takesNone reports whether not even an empty entry can follow a text.
func takesNone(old string) bool {
	var p model.Progress
	_, l := readBytes("f.toml", []byte(old+"\n[[entry]]\n"), &p)
	return l.HasErrors()
}
