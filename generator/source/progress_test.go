package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

const (
	record    = "north/progress/2026-1.toml"
	timetable = "north/timetables/niko.toml"

	// soundRecord has every field.
	soundRecord = `[[timetable]]
activity = "2.5"
file = "niko"

[[entry]]
activity = "1.1"
occurrence = "2026-H1"
status = "done"
date = 2026-07-30
until = 2026-08-31
event = "совещание"
result = "Порядок утверждён"
reason = "нет"
correction = "нет"
note = "нет"
by = "primerova"
entered = 2026-08-01

[[entry.evidence]]
kind = "приказ"
number = "45"
date = 2026-07-30
title = "Об утверждении порядка"
link = "https://example.ru/45"
file = "progress/45.pdf"
`
	soundTimetable = `title = "График НИКО"
source = "приказ Рособрнадзора"

[[term]]
id = "НИКО-2026"
name = "физика"
begin = 2026-10-12
end = 2026-10-16

[[term]]
begin = 2026-11-02
`
)

// recorded is the sample office with a record, its evidence and its timetable.
func recorded(t *testing.T) fstest.MapFS {
	t.Helper()
	files := changed(t, nil)
	files[record] = &fstest.MapFile{Data: []byte(soundRecord)}
	files["north/progress/45.pdf"] = &fstest.MapFile{}
	files[timetable] = &fstest.MapFile{Data: []byte(soundTimetable)}
	return files
}

// readRecords reads the record of every order, and finds those of none.
func readRecords(t *testing.T, data fs.FS) (read []*Progress, said string) {
	t.Helper()
	tree := Open(data, nil)
	offices, problems := tree.Offices()
	for _, office := range offices {
		orders := tree.Orders(office)
		for _, o := range orders {
			p := tree.Progress(office, o)
			read = append(read, p)
			problems = append(problems, p.Problems...)
		}
		problems = append(problems, tree.StrayProgress(office, orders)...)
	}
	return read, printed(problems.Sort())
}

func TestRecordIsRead(t *testing.T) {
	read, said := readRecords(t, recorded(t))
	if said != "" || len(read) != 1 || read[0].Unreadable {
		t.Fatalf("%s %+v", said, read)
	}
	day := func(d int, m int) model.Date { return model.Date{Year: 2026, Month: 0, Day: d}.AddMonths(m) }
	want := model.ProgressEntry{
		Activity: "1.1", Occurrence: "2026-H1", Outcome: model.OutcomeDone, Date: day(30, 7), Until: day(31, 8), Event: "совещание",
		Result: "Порядок утверждён", Reason: "нет", Correction: "нет", Note: "нет", By: "primerova", Entered: day(1, 8),
		Evidence: []model.Evidence{{Kind: "приказ", Number: "45", Date: day(30, 7), Title: "Об утверждении порядка", Link: "https://example.ru/45", File: "progress/45.pdf"}},
	}
	if e := read[0].Entries[0]; fmt.Sprint(e) != fmt.Sprint(want) {
		t.Errorf("got  %+v\nwant %+v", e, want)
	}
	niko := read[0].Timetables["niko"]
	if niko == nil || niko.ID != "niko" || niko.Title != "График НИКО" || niko.Source != "приказ Рособрнадзора" || len(niko.Terms) != 2 ||
		niko.Terms[0].ID != "НИКО-2026" || niko.Terms[0].Name != "физика" || niko.Terms[0].End != day(16, 10) || niko.Terms[1].Begin != day(2, 11) {
		t.Errorf("%+v", niko)
	}
}

func TestNoRecord(t *testing.T) {
	read, said := readRecords(t, changed(t, nil))
	if said != "" || len(read) != 1 || read[0].File != nil || read[0].Unreadable || len(read[0].Entries) != 0 || read[0].Name != record {
		t.Errorf("%s %+v", said, read[0])
	}
}

// A day and a year may stand without quotes.
func TestOccurrencesAsTyped(t *testing.T) {
	for typed, want := range map[string]model.OccurrenceID{`2022`: "2022", `"2022"`: "2022", `2022-03-05`: "2022-03-05", `" 2021/2022"`: "2021/2022"} {
		files := recorded(t)
		files[record].Data = []byte(strings.Replace(soundRecord, `"2026-H1"`, typed, 1))
		read, said := readRecords(t, files)
		if said != "" || read[0].Entries[0].Occurrence != want {
			t.Errorf("%s: %q %s", typed, read[0].Entries[0].Occurrence, said)
		}
	}
}

// A timetable is looked for in the office and in the folders above it, the nearest
// first; it may be called as its file.
func TestTimetableIsFound(t *testing.T) {
	for _, test := range []struct{ name, use, want string }{
		{"timetables/niko.toml", "niko", "общий"},
		{"north/timetables/niko.toml", "niko", "свой"},
		{"timetables/niko.toml", "niko.toml", "общий"},
		{"timetables/niko.toml", "timetables/niko.toml", "общий"},
		{"timetables/niko.toml", `timetables\\niko.toml`, "общий"},
	} {
		files := recorded(t)
		delete(files, timetable)
		files["timetables/niko.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(soundTimetable, "График НИКО", "общий", 1))}
		files[test.name] = &fstest.MapFile{Data: []byte(strings.Replace(soundTimetable, "График НИКО", test.want, 1))}
		files[record].Data = []byte(strings.Replace(soundRecord, `file = "niko"`, `file = "`+test.use+`"`, 1))
		read, said := readRecords(t, files)
		if said != "" || len(read[0].Timetables) != 1 {
			t.Errorf("%+v: %s", test, said)
			continue
		}
		for _, found := range read[0].Timetables {
			if found.Title != test.want || found.ID != "niko" {
				t.Errorf("%+v: found «%s»", test, found.Title)
			}
		}
	}
}

// Only the folder of timetables is looked into.
func TestTimetableOfAnotherFolder(t *testing.T) {
	for _, use := range []string{"../niko", "old/niko", "/niko"} {
		files := recorded(t)
		files["north/niko.toml"], files["north/timetables/old/niko.toml"] = files[timetable], files[timetable]
		files[record].Data = []byte(strings.Replace(soundRecord, `file = "niko"`, `file = "`+use+`"`, 1))
		if read, said := readRecords(t, files); !strings.Contains(said, "нет графика «"+use+"»") || len(read[0].Timetables) > 0 {
			t.Errorf("%s: %s", use, said)
		}
	}
}

// badRecords has a slip for every message of reading a record. What is said stands in
// testdata/badinput/progress.txt.
var badRecords = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},
	{"no activity", []edit{{record, `activity = "1.1"`, ""}}},
	{"an activity of spaces", []edit{{record, `activity = "1.1"`, `activity = " "`}}},
	{"no status", []edit{{record, `status = "done"`, ""}}},
	{"an unknown status", []edit{{record, `status = "done"`, `status = "исполнено"`}}},
	{"no date", []edit{{record, "date = 2026-07-30\nuntil", "until"}}},
	{"no timetable named", []edit{{record, `file = "niko"`, ""}}},
	{"a timetable of no activity", []edit{{record, `activity = "2.5"`, ""}}},
	{"an empty entry", []edit{{record, "[[entry]]", "[[entry]]\n\n[[entry]]"}}},
	{"an unknown key", []edit{{record, "occurrence =", "occurence ="}}},
	{"an unknown key of a document", []edit{{record, "title = \"Об", "name = \"Об"}}},
	{"an unknown table", []edit{{record, "[[timetable]]", "[[timetables]]"}}},
	{"entry is no list", []edit{{record, "[[entry]]", "[entry]"}, {record, "[[entry.evidence]]", "[entry.evidence]"}}},
	{"an activity as a number", []edit{{record, `activity = "1.1"`, "activity = 1.1"}}},
	{"an occurrence of another type", []edit{{record, `"2026-H1"`, "2026.5"}}},
	{"an occurrence with a time of day", []edit{{record, `"2026-H1"`, "2026-01-01T10:00:00"}}},
	{"a date in words", []edit{{record, "date = 2026-07-30\nuntil", "date = \"30 июля\"\nuntil"}}},
	{"no such day", []edit{{record, "until = 2026-08-31", `until = "31.06.2026"`}}},
	{"a result as a list", []edit{{record, `result = "Порядок утверждён"`, `result = ["Порядок"]`}}},
	{"several slips at once", []edit{{record, `status = "done"`, `status = "don"`}, {record, `activity = "1.1"`, ""}, {record, `https://`, "www."}}},
	{"nothing said of a document", []edit{{record, soundRecord[strings.Index(soundRecord, `kind = "приказ"`):], ""}}},
	{"no link", []edit{{record, "https://example.ru/45", "example.ru/45"}}},
	{"a link without the s", []edit{{record, "https://example.ru/45", "http://example.ru/45"}}},
	{"no such file", []edit{{record, "progress/45.pdf", "45.pdf"}}},
	{"a file with the separators of Windows", []edit{{record, `"progress/45.pdf"`, `'progress\45.pdf'`}}},
	{"a file outside", []edit{{record, "progress/45.pdf", "../../45.pdf"}}},
	{"a file of a disk", []edit{{record, `"progress/45.pdf"`, `'C:\45.pdf'`}}},
	{"cut in a name of a table", []edit{{record, soundRecord[strings.Index(soundRecord, "[entry]]"):], ""}}},
	{"cut in a key", []edit{{record, soundRecord[strings.Index(soundRecord, "rrence ="):], ""}}},
	{"cut after a key", []edit{{record, soundRecord[strings.Index(soundRecord, ` "done"`):], ""}}},
	{"cut in a string", []edit{{record, soundRecord[strings.Index(soundRecord, " утверждён"):], ""}}},
	{"cut in a date", []edit{{record, soundRecord[strings.Index(soundRecord, "-30\nuntil"):], ""}}},
	{"cut between lines", []edit{{record, soundRecord[strings.Index(soundRecord, "status ="):], ""}}},
	{"nothing at all", []edit{{record, "", "# пусто"}}},

	{"no such timetable", []edit{{record, `file = "niko"`, `file = "vpr"`}}},
	{"a timetable of another folder", []edit{{record, `file = "niko"`, `file = "../niko"`}}},
	{"a timetable without a title", []edit{{timetable, `title = "График НИКО"`, ""}}},
	{"a timetable without lines", []edit{{timetable, soundTimetable[strings.Index(soundTimetable, "[[term]]"):], ""}}},
	{"a line without a day", []edit{{timetable, "begin = 2026-11-02", ""}}},
	{"a line that ends before it begins", []edit{{timetable, "end = 2026-10-16", "end = 2026-10-11"}}},
	{"a line of one day", []edit{{timetable, "end = 2026-10-16", "end = 2026-10-12"}}},
	{"two lines of one name", []edit{{timetable, "[[term]]\nbegin", "[[term]]\nid = \"нико–2026\"\nbegin"}}},
	{"a line called by the day of another", []edit{{timetable, "[[term]]\nid = \"НИКО-2026\"", "[[term]]\nbegin = 2026-10-10\n[[term]]\nid = 2026-10-10"}}},
	{"two lines of one day", []edit{{timetable, `id = "НИКО-2026"`, ""}, {timetable, "begin = 2026-11-02", "begin = 2026-10-12"}}},
	{"a broken timetable", []edit{{timetable, "[[term]]\nid", "[[term]\nid"}}},
	{"an unknown key of a timetable", []edit{{timetable, "name =", "subject ="}}},
}

func edited(t *testing.T, edits []edit) fstest.MapFS {
	t.Helper()
	files := recorded(t)
	for _, e := range edits {
		text := string(files[e.file].Data)
		switch {
		case e.old == "":
			text = e.new
		case strings.Count(text, e.old) != 1:
			t.Fatalf("%q stands in %s %d times", e.old, e.file, strings.Count(text, e.old))
		}
		if e.old != "" {
			text = strings.Replace(text, e.old, e.new, 1)
		}
		files[e.file] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func TestBadRecords(t *testing.T) {
	var got strings.Builder
	for _, c := range badRecords {
		_, said := readRecords(t, edited(t, c.edits))
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, said)
		for line := range strings.Lines(said) {
			if !strings.HasPrefix(line, "  подсказка: ") && !strings.HasPrefix(line, "north/") {
				t.Errorf("%s: no place: %s", c.name, line)
			}
		}
	}
	golden.Assert(t, "badinput/progress.txt", got.String())
}

// Wherever a record ends too early, it is read or refused with a place, and never half
// of it in silence: what is left out is the end.
func TestCutRecords(t *testing.T) {
	for i := range len(soundRecord) {
		read, said := readRecords(t, edited(t, []edit{{record, "", soundRecord[:i]}}))
		if read[0].Unreadable && said == "" {
			t.Errorf("cut at %d: refused without a word", i)
		}
		if !read[0].Unreadable && len(read[0].Entries) != strings.Count(soundRecord[:i], "[[entry]]") {
			t.Errorf("cut at %d: %d entries", i, len(read[0].Entries))
		}
	}
}

// A record that cannot be opened is no record that is not there.
func TestUnreadableRecords(t *testing.T) {
	var got strings.Builder
	for _, name := range []string{record, "north/progress", timetable} {
		read, said := readRecords(t, faulty{recorded(t), map[string]error{name: fs.ErrPermission}})
		fmt.Fprintf(&got, "== %s: unreadable %t\n%s\n", name, read[0].Unreadable, said)
	}
	read, said := readRecords(t, blind{recorded(t)})
	fmt.Fprintf(&got, "== not even seen: unreadable %t\n%s\n", read[0].Unreadable, said)
	folder := recorded(t)
	folder[record] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
	read, said = readRecords(t, folder)
	fmt.Fprintf(&got, "== a folder: unreadable %t\n%s\n", read[0].Unreadable, said)
	golden.Assert(t, "badinput/progressunread.txt", got.String())
}

// blind is a disk whose progress folder can be neither listed nor looked into.
type blind struct{ fs.FS }

func (b blind) Stat(name string) (fs.FileInfo, error) {
	if name == record {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrPermission}
	}
	return fs.Stat(b.FS, name)
}

func (b blind) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "north/progress") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("диск испорчен")}
	}
	return b.FS.Open(name)
}

func TestStrayRecords(t *testing.T) {
	var got strings.Builder
	for _, name := range []string{"2026-2.toml", "2026-1.toml.txt", "2026-1.TOML", "2026-1 (2).toml", "45.pdf", ".2026-9.toml", "~$2026-9.toml", "old/2026-9.toml"} {
		files := recorded(t)
		files["north/progress/"+name] = files[record]
		_, said := readRecords(t, files)
		fmt.Fprintf(&got, "== %s\n%s\n", name, said)
	}
	for _, test := range []struct{ name, old, new string }{
		{"no roadmap", soundOrder(t)[strings.Index(soundOrder(t), "[roadmap]"):], ""},
		{"a draft", `status = "signed"`, `status = "draft"`},
		{"an order without a date", "status = \"signed\"\nnumber = \"1\"\ndate = 2026-01-19", ""},
		{"an order that cannot be read", `number = "1"`, "number = 1"},
	} {
		files := recorded(t)
		files[order] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[order].Data), test.old, test.new, 1))}
		_, said := readRecords(t, files)
		fmt.Fprintf(&got, "== %s\n%s\n", test.name, said)
	}
	golden.Assert(t, "badinput/progressstray.txt", got.String())
}

func soundOrder(t *testing.T) string { return string(changed(t, nil)[order].Data) }
