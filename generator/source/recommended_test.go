package source

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/diag"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

const (
	responses = "north/recommendations/2026.toml"

	// soundResponses has every key.
	soundResponses = `year = 2026
date = 2026-09-15
basis = ["2026-1", "справка от 01.09.2026"]
signatory = "primerova"
as_of = 2026-12-31

[order]
control = "self"
executor = "obraztsov"
report = "ежеквартально, до 10 числа"

[[mark]]
recommendation = "2026/ds-3/A1"
status = "done"
date = 2026-12-01
reason = "нет"
by = "primerova"
entered = 2026-12-02

[mark.document]
kind = "приказ"
number = "45"
date = 2026-12-01
title = "Об утверждении порядка"
link = "https://example.ru/45"
file = "progress/45.pdf"

[[mark]]
recommendation = "2026/-/A4"
status = "work"
date = 2026-11-01
`
)

// responded is the sample office that collects, recommends and decides.
func responded(t testing.TB, edits []edit) fstest.MapFS {
	t.Helper()
	return reported(t, append([]edit{
		{"north/progress/45.pdf", "", "%PDF"},
		{responses, "", soundResponses},
		{register, "", soundRegister},
		{cycle, "", soundCycle},
	}, edits...))
}

// office opens the one office of the data, and its orders.
func officeOf(files fs.FS) (*Tree, *Office, []*Order, diag.List) {
	tree := Open(files, nil)
	offices, l := tree.Offices()
	return tree, offices[0], tree.Orders(offices[0]), append(l, offices[0].Problems...)
}

func readResponses(files fs.FS) ([]*Recommendations, diag.List) {
	tree, office, orders, _ := officeOf(files)
	list := tree.Recommendations(office, orders)
	l := office.Problems // files with wrong names are told there
	for _, r := range list {
		l = append(l, r.Problems...)
	}
	return list, l.Sort()
}

func TestRecommendationsAreRead(t *testing.T) {
	read, l := readResponses(responded(t, nil))
	if len(l) > 0 || len(read) != 1 || read[0].Unreadable || read[0].Name != responses || read[0].File == nil {
		t.Fatalf("%v %+v", l, read)
	}
	want := &model.Recommendations{Office: read[0].Office, Year: 2026, Date: day(2026, 9, 15), Basis: []string{"2026-1", "справка от 01.09.2026"},
		Signatory: "primerova", AsOf: day(2026, 12, 31),
		Order: model.RecommendationOrder{Control: "self", Executor: "obraztsov", Report: "ежеквартально, до 10 числа"},
		Marks: []model.RecommendationMark{
			{Recommendation: "2026/ds-3/A1", Outcome: model.OutcomeDone, Date: day(2026, 12, 1), Reason: "нет", By: "primerova", Entered: day(2026, 12, 2),
				Document: model.Evidence{Kind: "приказ", Number: "45", Date: day(2026, 12, 1), Title: "Об утверждении порядка", Link: "https://example.ru/45", File: "progress/45.pdf"}},
			{Recommendation: "2026/-/A4", Outcome: model.OutcomeWork, Date: day(2026, 11, 1)},
		}}
	if read[0].Office == nil || read[0].Office.Folder != "north" || !reflect.DeepEqual(read[0].Recommendations, want) {
		t.Errorf("got  %+v\nwant %+v", read[0].Recommendations, want)
	}
}

// badResponses has a slip for every message. What is said stands in
// testdata/badinput/recommendations.txt.
var badResponses = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},
	{"nothing at all", []edit{{responses, soundResponses, "# пусто"}}},
	{"an unknown key", []edit{{responses, "basis =", "bases ="}}},
	{"a mark that is called as in progress", []edit{{responses, "[[mark]]\nrecommendation = \"2026/-/A4\"", "[[entry]]\nrecommendation = \"2026/-/A4\""}}},

	{"a year of which nothing was sent", []edit{{"north/recommendations/2024.toml", "", "year = 2024\ndate = 2025-01-01\nsignatory = \"primerova\""}}},
	{"another year than that of the file", []edit{{responses, "year = 2026", "year = 2025"}}},
	{"a file that is not called by a year", []edit{{"north/recommendations/2026-1.toml", "", "year = 2026\ndate = 2026-09-15\nsignatory = \"primerova\""}}},
	{"a date before the year", []edit{{responses, "date = 2026-09-15", "date = 2025-12-31"}}},
	{"the first day of the year", []edit{{responses, "date = 2026-09-15", "date = 2026-01-01"}}},
	{"no date, and marks", []edit{{responses, "date = 2026-09-15\n", ""}}},
	{"no date, a draft", []edit{{responses, soundResponses, "year = 2026\nsignatory = \"primerova\""}}},
	{"as of a day before the issue", []edit{{responses, "as_of = 2026-12-31", "as_of = 2026-09-14"}}},

	{"no such order", []edit{{responses, `["2026-1",`, `["2026-11",`}}},
	{"a draft for the basis", []edit{{order, `status = "signed"`, `status = "draft"`}}},
	{"an order that cannot be read", []edit{{order, `number = "1"`, "number = 1"}}},
	{"an empty basis", []edit{{responses, `["2026-1",`, `[" ",`}}},
	{"no signatory", []edit{{responses, `signatory = "primerova"`, ""}}},
	{"a signatory misspelled", []edit{{responses, `signatory = "primerova"`, `signatory = "primerowa"`}}},
	{"a control that nobody has", []edit{{responses, `control = "self"`, `control = "sidorov"`}}},
	{"a control whose post has no such case", []edit{{responses, `control = "self"`, `control = "primerova"`}}},
	{"an executor without a case", []edit{{responses, `executor = "obraztsov"`, `executor = "primerova"`}}},
	{"people that cannot be read", []edit{{people, `id = "obraztsov"`, `id = obraztsov`}}},

	{"a mark of nothing", []edit{{responses, `recommendation = "2026/-/A4"`, ""}}},
	{"a mark that is no key", []edit{{responses, `"2026/-/A4"`, `"2026/A4"`}}},
	{"a key with an empty part", []edit{{responses, `"2026/-/A4"`, `"2026//A4"`}}},
	{"a mark of another year", []edit{{responses, `"2026/-/A4"`, `"2025/-/A4"`}}},
	{"a mark without a status", []edit{{responses, `status = "work"`, ""}}},
	{"a status of a roadmap", []edit{{responses, `status = "work"`, `status = "moved"`}}},
	{"a mark without a day", []edit{{responses, "date = 2026-11-01\n", ""}}},
	{"void without a reason", []edit{{responses, `status = "work"`, `status = "void"`}}},
	{"void with a reason", []edit{{responses, `status = "work"`, "status = \"void\"\nreason = \"сад закрыт\""}}},
	{"a document without number and link", []edit{{responses, "number = \"45\"\n", ""}, {responses, "link = \"https://example.ru/45\"\nfile = \"progress/45.pdf\"\n", ""}}},
	{"a document that is only a link", []edit{{responses, "number = \"45\"\n", ""}, {responses, "file = \"progress/45.pdf\"\n", ""}}},
	{"a link that is no address", []edit{{responses, "https://example.ru/45", "example.ru/45"}}},
	{"a file that is not there", []edit{{responses, "progress/45.pdf", "progress/46.pdf"}}},
	{"renamed by the notepad", []edit{{"north/recommendations/2025.toml.txt", "", "year = 2025"}}},
}

func TestBadRecommendations(t *testing.T) {
	var cases []badCase
	for _, c := range badResponses {
		_, l := readResponses(responded(t, c.edits))
		cases = append(cases, badCase{c.name, l})
	}
	tellBad(t, "recommendations", cases)
}

type badCase struct {
	name string
	said diag.List
}

// tellBad compares what is said of bad files; each problem has a place and a cure.
func tellBad(t *testing.T, name string, cases []badCase) {
	t.Helper()
	var got strings.Builder
	for _, c := range cases {
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, printed(c.said))
		for _, p := range c.said {
			// A file whose name is wrong is meant as a whole.
			if p.File == "" || p.Hint == "" || p.Line == 0 && !strings.Contains(p.Text, "назван") && !strings.HasSuffix(p.File, ".txt") {
				t.Errorf("%s: no place or no cure: %s", c.name, p)
			}
		}
	}
	golden.Assert(t, "badinput/"+name+".txt", got.String())
}

// The text of a year and its file are one; what cannot be opened is told.
func TestRecommendationsBytes(t *testing.T) {
	files := responded(t, nil)
	tree, office, orders, _ := officeOf(files)
	raw, l := tree.RecommendationsBytes("north", 2026)
	if string(raw) != soundResponses || l != nil || RecommendationsName("north", 2026) != responses {
		t.Errorf("%q %v", raw, l)
	}
	if r := tree.RecommendationsIn(office, orders, responses, raw); len(r.Problems) > 0 || len(r.Marks) != 2 {
		t.Errorf("%+v", r)
	}
	if raw, l := tree.RecommendationsBytes("north", 2025); raw != nil || l != nil {
		t.Errorf("%q %v", raw, l)
	}
	read, l := readResponses(faulty{files, map[string]error{responses: fs.ErrPermission}})
	if len(read) != 1 || !read[0].Unreadable || !l.HasErrors() || l[0].File != responses {
		t.Errorf("%+v %v", read, l)
	}
}

// What is said in data/ has no faults.
func TestRepositoryRecommendations(t *testing.T) {
	tree := Open(os.DirFS("../../data"), data.Common)
	offices, _ := tree.Offices()
	marks, decided, documents := 0, 0, 0
	for _, office := range offices {
		orders := tree.Orders(office)
		for _, r := range tree.Recommendations(office, orders) {
			marks += len(r.Marks)
			if len(r.Problems) > 0 {
				t.Error(printed(r.Problems))
			}
		}
		for _, r := range tree.Decisions(office, orders) {
			decided += len(r.Decisions)
			if len(r.Problems) > 0 {
				t.Error(printed(r.Problems))
			}
		}
		c := tree.Cycle(office)
		if documents += len(c.Documents); len(c.Problems) > 0 {
			t.Error(printed(c.Problems))
		}
	}
	if marks == 0 || decided == 0 || documents == 0 {
		t.Errorf("%d marks, %d decisions, %d documents", marks, decided, documents)
	}
}

// Whatever stands in the three files, each problem has a place, and what passes for sound
// holds together.
func FuzzRecommendations(f *testing.F) {
	for _, text := range []string{soundResponses, soundRegister, soundCycle} {
		f.Add(text)
		for i, c := range text {
			if c == '\n' {
				f.Add(text[:i])
			}
		}
	}
	files := responded(f, nil)
	f.Fuzz(func(t *testing.T, text string) {
		files := maps.Clone(files)
		for _, name := range []string{responses, register, cycle} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		tree, office, orders, _ := officeOf(files)
		r, d, c := tree.Recommendations(office, orders)[0], tree.Decisions(office, orders)[0], tree.Cycle(office)
		hold := func(file *File, unreadable bool, l diag.List) {
			for _, p := range l {
				if p.Text == "" || p.File == "" || p.Line == 0 && file != nil || p.Hint == "" && !unreadable {
					t.Errorf("%+v", p)
				}
			}
		}
		hold(r.File, r.Unreadable, r.Problems)
		hold(d.File, d.Unreadable, d.Problems)
		hold(c.File, c.Unreadable, c.Problems)
		if !r.Problems.HasErrors() {
			for _, m := range r.Marks {
				if key, ok := model.ParseRecommendationKey(m.Recommendation); !ok || key.Year != "2026" || m.Date.IsZero() || m.Outcome == "" || r.Date.IsZero() {
					t.Errorf("%+v", m)
				}
			}
		}
		if !d.Problems.HasErrors() {
			for _, one := range d.Decisions {
				if one.ID == "" || one.Kind == "" || one.Text == "" || one.Date.Year != 2026 || (one.Outcome == "") != one.OutcomeDate.IsZero() {
					t.Errorf("%+v", one)
				}
			}
		}
		if !c.Problems.HasErrors() {
			for _, one := range c.Documents {
				if one.Stage.Title() == "" || one.Year == 0 || one.IsEmpty() {
					t.Errorf("%+v", one)
				}
			}
		}
	})
}
