package generator

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doklad/generator/model"
)

func day(year, month, d int) model.Date {
	return model.Date{Year: year, Month: time.Month(month), Day: d}
}

// recordable is an office with one roadmap: 1.1 due once, 1.2 every year, 1.3 on events,
// 1.4 on the days of a timetable, 1.5 so many working days after an event.
func recordable(record string) Generator {
	g := small(nil)
	files := g.Data.(fstest.MapFS)
	text := string(files["orders/2026-5.toml"].Data)
	delete(files, "orders/2026-5.toml")
	var b strings.Builder
	b.WriteString(strings.NewReplacer(`number = "5"`, `number = "1"`, "2026-03-02", "2021-06-25").Replace(text))
	b.WriteString("\n[roadmap]\nkind = \"план\"\nmark = \"none\"\ntitle = [\"План на 2021–2023 годы\"]\n[[roadmap.section]]\ntitle = \"Раздел\"\n")
	for i, term := range []string{"Август 2021 г.", "Ежегодно", "По мере проведения процедур", "В соответствии с графиком проведения НИКО",
		"в течение 10 рабочих дней после проведения процедуры", "Ежеквартально"} {
		fmt.Fprintf(&b, "[[roadmap.section.activity]]\nnumber = \"1.%d.\"\ntext = \"Дело\"\nresponsible = \"Отдел\"\nschedule = \"%s\"\nresult = \"Справка\"\n", i+1, term)
	}
	files["orders/2021-1.toml"] = &fstest.MapFile{Data: []byte(b.String())}
	files["timetables/niko.toml"] = &fstest.MapFile{Data: []byte("title = \"График НИКО\"\n[[term]]\nbegin = 2021-10-11\nend = 2021-10-15\n[[term]]\nid = \"весна\"\nbegin = 2022-04-11\n")}
	if record != "" {
		files["progress/2021-1.toml"] = &fstest.MapFile{Data: []byte(record)}
	}
	g.Today, g.Clock = day(2022, 9, 1), day(2022, 9, 1)
	return g
}

const timetable = "[[timetable]]\nactivity = \"1.4\"\nfile = \"niko\"\n"

// one is a mark in a few words: «1.2 2021 done 2021-12-01».
func one(words string) string {
	f := strings.Fields(words)
	return fmt.Sprintf("[[entry]]\nactivity = %q\noccurrence = %q\nstatus = %q\ndate = %s\n", f[0], strings.Trim(f[1], "-"), f[2], f[3])
}

// The occurrence is found where it can be told, and asked for where it cannot.
func TestRecordResolves(t *testing.T) {
	event := func(date, words string) string {
		return strings.Replace(one("1.3 - event "+date), "date =", "event = \""+words+"\"\ndate =", 1)
	}
	const asks = "--occurrence"
	for name, c := range map[string]struct {
		record   string
		activity string
		outcome  model.Outcome
		date     model.Date
		named    model.OccurrenceID
		want     string // the occurrence; or a part of what is asked
	}{
		"due once":                  {"", "1.1", model.OutcomeDone, day(2021, 8, 30), "", ""},
		"due once, no point":        {"", "1.1.", model.OutcomeDone, day(2022, 8, 30), "", ""},
		"the first year":            {"", "1.2", model.OutcomeDone, day(2021, 8, 30), "", "2021"},
		"an earlier one is open":    {"", "1.2", model.OutcomeDone, day(2022, 8, 30), "", asks},
		"the earlier one is done":   {one("1.2 2021 done 2021-12-01"), "1.2", model.OutcomeDone, day(2022, 8, 30), "", "2022"},
		"it was done later":         {one("1.2 2021 done 2022-08-31"), "1.2", model.OutcomeDone, day(2022, 8, 30), "", "2022"},
		"the earlier one is partly": {one("1.2 2021 partly 2021-12-01"), "1.2", model.OutcomeDone, day(2022, 8, 30), "", asks},
		"the earlier one is void":   {one("1.2 2021 void 2021-12-01"), "1.2", model.OutcomeDone, day(2022, 8, 30), "", "2022"},
		"it is done already":        {one("1.2 2021 done 2021-12-01"), "1.2", model.OutcomeFailed, day(2021, 12, 31), "", "2021"},
		"named as typed":            {"", "1.6", model.OutcomeDone, day(2022, 8, 30), "2022–q2", "2022-Q2"},
		"named, and is not":         {"", "1.6", model.OutcomeDone, day(2022, 8, 30), "2022-Q5", "исполнения «2022-Q5» у мероприятия 1.6 нет"},
		"all that are left":         {"", "1.2", model.OutcomeVoid, day(2022, 8, 30), "", ""},
		"one is void":               {"", "1.2", model.OutcomeVoid, day(2022, 8, 30), "2023", "2023"},
		"a meeting of its own":      {"", "1.3", model.OutcomeDone, day(2022, 3, 1), "", "2022-03-01"},
		"a second meeting":          {one("1.3 - done 2022-03-01"), "1.3", model.OutcomeDone, day(2022, 4, 1), "", "2022-04-01"},
		"the only event":            {event("2022-03-01", "ВПР"), "1.3", model.OutcomeDone, day(2022, 4, 1), "", "2022-03-01"},
		"the event is later":        {event("2022-05-01", "ВПР"), "1.3", model.OutcomeDone, day(2022, 4, 1), "", "нет незакрытых событий"},
		"the event is over":         {event("2022-03-01", "ВПР") + one("1.3 2022-03-01 done 2022-03-02"), "1.3", model.OutcomeDone, day(2022, 4, 1), "", "нет незакрытых событий"},
		"two events":                {event("2022-03-01", "ВПР") + event("2022-03-02", "НИКО"), "1.3", model.OutcomeDone, day(2022, 4, 1), "", asks},
		"one of two is over":        {event("2022-03-01", "ВПР") + event("2022-03-02", "НИКО") + one("1.3 2022-03-01 done 2022-03-05"), "1.3", model.OutcomeDone, day(2022, 4, 1), "", "2022-03-02"},
		"a new event":               {event("2022-03-01", "ВПР"), "1.3", model.OutcomeEvent, day(2022, 3, 1), "", "2022-03-01-2"},
		"the same event":            {event("2022-03-01", "ВПР"), "1.3", model.OutcomeEvent, day(2022, 3, 4), "2022-03-01", "2022-03-01"},
		"days of a timetable":       {timetable, "1.4", model.OutcomeDone, day(2021, 10, 12), "", "2021-10-11"},
		"between its days":          {timetable, "1.4", model.OutcomeDone, day(2021, 11, 12), "", asks},
		"a line of it":              {timetable, "1.4", model.OutcomeDone, day(2022, 5, 12), "весна", "весна"},
		"working days":              {strings.ReplaceAll(event("2022-03-01", "ВПР"), "1.3", "1.5"), "1.5", model.OutcomeDone, day(2022, 3, 10), "", "2022-03-01"},
		"no activity":               {"", "7.1", model.OutcomeDone, day(2022, 3, 10), "", "мероприятия «7.1» в дорожной карте нет; есть:\n  1.1   Дело"},
	} {
		t.Run(name, func(t *testing.T) {
			g := recordable(c.record)
			entry := model.ProgressEntry{Activity: c.activity, Occurrence: c.named, Outcome: c.outcome, Date: c.date, Entered: c.date, Event: "ОГЭ", Reason: "нет"}
			file, done, problems, err := g.Record(RecordPlace{Order: "2021-1"}, []model.ProgressEntry{entry})
			switch {
			case err != nil:
				if c.want == "" || !strings.Contains(err.Error(), c.want) || len(file.Bytes) > 0 {
					t.Errorf("said %v, want %s", err, c.want)
				}
			case problems.HasErrors() || len(done) != 1:
				t.Fatal(problems, done)
			case done[0].Occurrence != c.want || done[0].AllLeft != (name == "all that are left"):
				t.Errorf("recorded of %q, want %q: %+v", done[0].Occurrence, c.want, done[0])
			case !bytes.HasPrefix(file.Bytes, []byte(c.record)) || file.Path != "progress/2021-1.toml":
				t.Errorf("%s\n%s", file.Path, file.Bytes)
			}
		})
	}
}

// Working days are counted by the calendar of the office, though calendars are read only
// where there is something to count.
func TestRecordCountsWorkingDays(t *testing.T) {
	g := recordable("")
	event := model.ProgressEntry{Activity: "1.5", Outcome: model.OutcomeEvent, Date: day(2022, 3, 1), Event: "ВПР"}
	_, done, problems, err := g.Record(RecordPlace{Order: "2021-1"}, []model.ProgressEntry{event})
	if err != nil || problems.HasErrors() || done[0].Due != day(2022, 3, 16) { // 7 and 8 March are off
		t.Error(err, problems, done)
	}
}

// Marks of one call see those before them; what is found is told of each, by its
// number in the call; the entries of the caller stay as they were.
func TestRecordSeveral(t *testing.T) {
	g := recordable(one("1.1 - done 2021-08-01"))
	entries := []model.ProgressEntry{
		{Activity: "1.3", Outcome: model.OutcomeEvent, Date: day(2022, 3, 1), Event: "ВПР"},
		{Activity: "1.3", Outcome: model.OutcomeDone, Date: day(2022, 3, 9)},
		{Activity: "1.2", Outcome: model.OutcomeDone, Date: day(2021, 9, 9), Evidence: []model.Evidence{{Kind: "акт"}}},
	}
	file, done, problems, err := g.Record(RecordPlace{Order: "2021-1"}, entries)
	if err != nil || len(done) != 3 || done[1].Occurrence != "2022-03-01" || done[2].Occurrence != "2021" {
		t.Fatal(err, problems, done)
	}
	if len(problems) != 1 || problems[0].Code != "PRG-PROOF" || problems[0].File != file.Path || problems[0].Line != 16 {
		t.Errorf("%v\n%s", problems, file.Bytes)
	}
	if entries[1].Occurrence != "" {
		t.Error("the caller's entries were changed")
	}

	entries[2].Date = day(2020, 1, 1)
	entries[2].Occurrence = "2021"
	file, done, problems, err = g.Record(RecordPlace{Order: "2021-1"}, entries)
	if err != nil || done != nil || file.Bytes != nil || !problems.HasErrors() {
		t.Fatal(err, done, problems)
	}
	for _, p := range problems {
		if p.Line > 0 || p.File != "" || p.Path == "" {
			t.Errorf("a place in a file that is not written: %v", p)
		}
	}
}

// An entry without its day is a fault of the call, not of the file.
func TestRecordWithoutDay(t *testing.T) {
	_, _, problems, err := recordable("").Record(RecordPlace{Order: "2021-1"}, []model.ProgressEntry{{Activity: "1.1", Outcome: model.OutcomeDone}})
	const want = "ошибка: отметка о мероприятии 1.1, date: не указан день\n  подсказка: впишите date = 2021-08-30: когда это было"
	if err != nil || len(problems) == 0 || problems[0].String() != want {
		t.Error(err, problems)
	}
}

// A record that ends in the middle of a value is not taken for a whole one, whatever
// is written after it.
func TestRecordNeverJoinsHalves(t *testing.T) {
	for _, half := range []string{"x", "note", "note =", "note = \"", "note = '''", "note = \"\"\"\n", "[[entry", "evidence = [", "evidence = [{"} {
		old := one("1.1 - done 2021-08-01") + half
		for _, note := range []string{"", "а\nб", "\n\"\"\"\n", "'''\n[[entry]]", "]\n[[entry]]\nactivity = \"1.1\""} {
			file, done, problems, err := recordable(old).Record(RecordPlace{Order: "2021-1"},
				[]model.ProgressEntry{{Activity: "1.1", Outcome: model.OutcomeWork, Date: day(2021, 8, 2), Note: note}})
			if err != nil || done != nil || file.Bytes != nil || !problems.HasErrors() || problems[0].File != "progress/2021-1.toml" || problems[0].Line < 5 {
				t.Errorf("%q and %q: %v %v\n%s", half, note, err, problems, file.Bytes)
			}
		}
	}
}
