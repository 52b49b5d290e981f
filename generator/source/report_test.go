package source

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/diag"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
)

const (
	report = "north/reports/2026.toml"

	// soundReport has every key.
	soundReport = `title = ["о результатах", "оценки качества"]
year = 2026
period = "2025/26 учебный год"
from = 2025-09-01
to = 2026-08-31
as_of = 2026-08-01
date = 2026-08-15
place = "г. Северск"
sets = ["sady"]
orders = ["2026-1"]
signatory = "primerova"
basis = ["план работы на 2026 год"]
without = ["dynamics", "appendices"]
by_institution = ["A1", "A2"]

[[section]]
id = "results"
title = "Что измерено"
text = "Сытых – {{value \"A2\"}}, их доля {{change \"A2\"}}."

[[section]]
id = "conclusions"
title = "Задачи"
`
)

// reported is the sample office that collects and reports.
func reported(t testing.TB, edits []edit) fstest.MapFS {
	t.Helper()
	files := changed(t, nil)
	files["north/submissions/2025/a.csv"], files["north/submissions/2026/a.csv"] = &fstest.MapFile{}, &fstest.MapFile{}
	files["north/indicators/sady.toml"] = &fstest.MapFile{Data: []byte(soundIndicators)}
	files[report] = &fstest.MapFile{Data: []byte(soundReport)}
	for _, e := range edits {
		if files[e.file] == nil {
			files[e.file] = &fstest.MapFile{Data: []byte(e.new)}
			continue
		}
		if text := string(files[e.file].Data); strings.Count(text, e.old) != 1 {
			t.Fatalf("%q stands in %s %d times", e.old, e.file, strings.Count(text, e.old))
		} else {
			files[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, e.old, e.new, 1))}
		}
	}
	return files
}

// readReports reads the reports of the one office, and what is wrong with them.
func readReports(files fs.FS) ([]*Report, diag.List) {
	tree := Open(files, nil)
	offices, l := tree.Offices()
	orders := tree.Orders(offices[0])
	reports := tree.Reports(offices[0], orders)
	l = append(l, offices[0].Problems...)
	for _, r := range reports {
		l = append(l, r.Problems...)
	}
	return reports, l.Sort()
}

func day(year, month, day int) model.Date {
	return model.Date{Year: year, Day: day}.AddMonths(month)
}

func TestReportIsRead(t *testing.T) {
	read, l := readReports(reported(t, nil))
	if len(l) > 0 || len(read) != 1 || read[0].Unreadable || read[0].Name != report || read[0].File == nil {
		t.Fatalf("%v %+v", l, read)
	}
	want := &model.Report{ID: "2026", Office: read[0].Office, Title: []string{"о результатах", "оценки качества"}, Year: 2026, Period: "2025/26 учебный год",
		From: day(2025, 9, 1), To: day(2026, 8, 31), AsOf: day(2026, 8, 1), Date: day(2026, 8, 15), Place: "г. Северск",
		Sets: []string{"sady"}, Orders: []string{"2026-1"}, Signatory: "primerova", Basis: []string{"план работы на 2026 год"}, Without: []model.ReportPart{"dynamics", "appendices"}, ByInstitution: []string{"A1", "A2"},
		Sections: []model.ReportSection{
			{ID: "results", Title: "Что измерено", Text: `Сытых – {{value "A2"}}, их доля {{change "A2"}}.`}, {ID: "conclusions", Title: "Задачи"}}}
	if read[0].Office == nil || read[0].Office.Folder != "north" || !reflect.DeepEqual(read[0].Report, want) {
		t.Errorf("got  %+v\nwant %+v", read[0].Report, want)
	}
}

// What a file leaves out is that of the year.
func TestReportIsFilledIn(t *testing.T) {
	for _, c := range []struct {
		said           string
		from, to, asOf model.Date
		period         string
	}{
		{"", day(2026, 1, 1), day(2026, 12, 31), day(2026, 12, 31), "2026 год"},
		{"to = 2026-08-31", day(2026, 1, 1), day(2026, 8, 31), day(2026, 8, 31), "2026 год"},
		{"from = 2025-09-01\nas_of = 2026-02-01\nperiod = \"полгода\"", day(2025, 9, 1), day(2026, 12, 31), day(2026, 2, 1), "полгода"},
	} {
		text := "year = 2026\ndate = 2027-01-20\nsets = [\"sady\"]\nsignatory = \"primerova\"\n" + c.said
		read, l := readReports(reported(t, []edit{{report, soundReport, text}}))
		if r := read[0]; len(l) > 0 || r.From != c.from || r.To != c.to || r.AsOf != c.asOf || r.Period != c.period {
			t.Errorf("%q: %v %v %v %q %v", c.said, r.From, r.To, r.AsOf, r.Period, l)
		}
	}
}

// badReports has a slip for every message about a report. What is said stands in
// testdata/badinput/reports.txt.
var badReports = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},
	{"nothing at all", []edit{{report, soundReport, "# пусто"}}},
	{"an unknown key", []edit{{report, "period =", "periods ="}}},
	{"a year in quotes", []edit{{report, "year = 2026", `year = "2026"`}}},
	{"a set that is no list", []edit{{report, `sets = ["sady"]`, `sets = "sady"`}}},

	{"a year of two digits", []edit{{report, "year = 2026", "year = 26"}}},
	{"a year of which nothing was sent", []edit{{report, "year = 2026", "year = 2024"}}},

	{"from after to", []edit{{report, "from = 2025-09-01", "from = 2026-09-01"}}},
	{"from after the year", []edit{{report, "from = 2025-09-01\nto = 2026-08-31", "from = 2027-01-01"}}},
	{"as of a day before the period", []edit{{report, "as_of = 2026-08-01", "as_of = 2025-08-01"}, {report, `orders = ["2026-1"]`, ""}}},
	{"as of a day after the report", []edit{{report, "as_of = 2026-08-01", "as_of = 2026-08-20"}}},
	{"as of the last day, which is after the report", []edit{{report, "as_of = 2026-08-01\n", ""}}},
	{"no date", []edit{{report, "date = 2026-08-15\n", ""}}},

	{"no sets", []edit{{report, `sets = ["sady"]`, "sets = []"}, {report, `by_institution = ["A1", "A2"]`, ""}}},
	{"a set that is not there", []edit{{report, `sets = ["sady"]`, `sets = ["sady", "sad", "school"]`}}},
	{"a set twice", []edit{{report, `sets = ["sady"]`, `sets = ["sady", "sady"]`}}},
	{"a set of a catalogue that cannot be read", []edit{{"north/indicators/sady.toml", "[[indicator]] # 1", "[[indicator] # 1"}}},

	{"no such order", []edit{{report, `["2026-1"]`, `["2025-1"]`}, {"north/orders/2026-11.toml", "", strings.ReplaceAll(orderOf("11"), "2026-01-19", "2026-02-19")}}},
	{"an order twice", []edit{{report, `["2026-1"]`, `["2026-1", "2026-1"]`}}},
	{"an order without a roadmap", []edit{{report, `["2026-1"]`, `["2026-2"]`}, {second, "", orderOf("2")}}},
	{"a draft", []edit{{order, `status = "signed"`, `status = "draft"`}}},
	{"an order that cannot be read", []edit{{order, `number = "1"`, "number = 1"}}},
	{"an order of a later day", []edit{{report, "as_of = 2026-08-01", "as_of = 2026-01-18"}}},
	{"the day of the order itself", []edit{{report, "as_of = 2026-08-01", "as_of = 2026-01-19"}}},

	{"no signatory", []edit{{report, `signatory = "primerova"`, ""}}},
	{"a signatory of spaces", []edit{{report, `signatory = "primerova"`, `signatory = " "`}}},
	{"a signatory misspelled", []edit{{report, `signatory = "primerova"`, `signatory = "primerowa"`}}},
	{"a signatory whom nobody knows", []edit{{report, `signatory = "primerova"`, `signatory = "sidorov"`}}},
	{"a signatory without a post", []edit{{people, "nominative = \"Начальник\"", ""}}},
	{"people that cannot be read", []edit{{people, `id = "obraztsov"`, `id = obraztsov`}}},

	{"sections that are not there", []edit{{report, `["dynamics", "appendices"]`, `["dinamics", "сети", ""]`}, {report, `id = "conclusions"`, `id = "conclusion"`}}},
	{"a section without a name", []edit{{report, `id = "conclusions"`, ""}}},
	{"a section twice", []edit{{report, `["dynamics", "appendices"]`, `["dynamics", "dynamics"]`}, {report, `id = "conclusions"`, `id = "results"`}}},
	{"a section that is left out and has a text", []edit{{report, `"appendices"]`, `"results"]`}}},
	{"an empty text", []edit{{report, `title = "Задачи"`, "title = \"Задачи\"\ntext = \" \""}}},
	{"neither a title nor a text", []edit{{report, `title = "Задачи"`, ""}}},
	{"numbers typed by hand", []edit{{report, `title = "Задачи"`, "text = \"\"\"\nСдали 72,4 балла, прошли 85 % и 90,5%;\nв 2026 году № 5 – {{value \"A2\"}} % и {{printf \"%.1f 7,5 %%\" 1}}, 3 школы\"\"\""}}},

	{"codes that are not there", []edit{{report, `["A1", "A2"]`, `["A11", "Z9"]`}}},
	{"a code of another set", []edit{{report, `["A1", "A2"]`, `["X1"]`}, {"north/indicators/krugki.toml", "", own}}},
	{"a code that only the municipality has", []edit{{report, `["A1", "A2"]`, `["A4"]`}}},
	{"a code twice", []edit{{report, `["A1", "A2"]`, `["A1", "A2", "A1"]`}}},

	{"renamed by the notepad", []edit{{"north/reports/2026-2.toml.txt", "", "year = 2026"}}},
	{"hidden, a copy, another document", []edit{{"north/reports/.2026-2.toml", "", "а"}, {"north/reports/~$2026-2.toml", "", "а"}, {"north/reports/текст.docx", "", "а"}}},
	{"a name that Windows refuses", []edit{{"north/reports/a?.toml", "", soundReport}}},
}

// orderOf is an order that has no roadmap.
func orderOf(number string) string {
	text := "status = \"signed\"\nnumber = \"" + number + "\"\ndate = 2026-01-19\ntitle = \"О плане\"\n\n[[clause]]\ntext = \"Утвердить план.\"\n\n[[signatory]]\nperson = \"primerova\"\n"
	if number != "11" {
		return text
	}
	return text + "\n[roadmap]\nkind = \"план\"\ntitle = [\"План\"]\nmark = \"number\"\n\n[[roadmap.section]]\ntitle = \"Основа\"\n\n[[roadmap.section.activity]]\n" + activity
}

func TestBadReports(t *testing.T) {
	var got strings.Builder
	for _, c := range badReports {
		_, l := readReports(reported(t, c.edits))
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, printed(l))
		for _, p := range l {
			if p.File == "" || p.Line == 0 && !strings.HasSuffix(p.File, ".txt") && !strings.Contains(p.File, "?") || p.Hint == "" {
				t.Errorf("%s: no place or no cure: %s", c.name, p)
			}
		}
	}
	golden.Assert(t, "badinput/reports.txt", got.String())
}

// An office that nothing was sent to has nothing to report.
func TestReportOfNothing(t *testing.T) {
	files := reported(t, nil)
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return strings.Contains(name, "submissions") })
	const want = "north/reports/2026.toml:2:8: ошибка: за 2026 год ничего не прислано, и за другие годы тоже\n  подсказка: положите присланное в папку submissions/2026\n"
	if _, l := readReports(files); printed(l) != want {
		t.Error(printed(l))
	}
	// The folder of a year with a journal alone holds nothing that was sent.
	files = reported(t, nil)
	files["north/submissions/2026/journal.toml"] = files["north/submissions/2026/a.csv"]
	delete(files, "north/submissions/2026/a.csv")
	const wantEmpty = "north/reports/2026.toml:2:8: ошибка: за 2026 год ничего не прислано\n  подсказка: положите присланное в папку submissions/2026: сейчас в ней нет ни одного файла с показателями\n"
	if _, l := readReports(files); printed(l) != wantEmpty {
		t.Error(printed(l))
	}
	files = reported(t, []edit{{report, `["план работы на 2026 год"]`, `["план", " "]`}})
	if _, l := readReports(files); len(l) != 1 || !strings.Contains(l[0].String(), "строка без слов") || l[0].Line == 0 {
		t.Error(printed(l))
	}
	delete(files, report)
	if read, l := readReports(files); len(read) > 0 || len(l) > 0 {
		t.Error(read, l)
	}
}

// Reports come in the order of their names, each judged alone.
func TestReportsAreSorted(t *testing.T) {
	files := reported(t, []edit{{"north/reports/2025.toml", "", strings.Replace(soundReport, "[\"sady\"]", "[\"sad\"]", 1)}, {"north/reports/2026-b.toml", "", "year ="}, {"north/reports/2026-a.TOML", "", soundReport}})
	read, _ := readReports(files)
	var got []string
	for _, r := range read {
		got = append(got, fmt.Sprint(r.ID, " ", r.Problems.HasErrors(), " ", r.Unreadable))
	}
	if want := []string{"2025 true false", "2026-a false false", "2026-b true true", "2026 false false"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Everything in data/ can be read.
func TestRepositoryReports(t *testing.T) {
	tree := Open(os.DirFS("../../data"), data.Common)
	offices, _ := tree.Offices()
	n := 0
	for _, office := range offices {
		for _, r := range tree.Reports(office, tree.Orders(office)) {
			if n++; len(r.Problems) > 0 {
				t.Errorf("%s: %s", r.Name, printed(r.Problems))
			}
		}
	}
	if n != 3 {
		t.Errorf("%d reports", n)
	}
}

// Whatever stands in a report, each problem has a place and a cure, and what passes for
// sound holds together.
func FuzzReport(f *testing.F) {
	f.Add(soundReport)
	for i, c := range soundReport {
		if c == '\n' {
			f.Add(soundReport[:i])
		}
	}
	f.Add(strings.ReplaceAll(soundReport, "2026", "2024"))
	f.Add(strings.ReplaceAll(soundReport, "\"A2\"", "\"A4\""))
	files := reported(f, nil)
	f.Fuzz(func(t *testing.T, text string) {
		files := maps.Clone(files)
		files[report] = &fstest.MapFile{Data: []byte(text)}
		read, l := readReports(files)
		for _, p := range l {
			if p.File != report || p.Line == 0 || p.Text == "" || p.Hint == "" && !read[0].Unreadable {
				t.Errorf("%+v", p)
			}
		}
		r := read[0]
		if l.HasErrors() {
			return
		}
		if r.From.Compare(r.To) > 0 || r.AsOf.IsZero() || r.Period == "" || len(r.Sets) == 0 {
			t.Errorf("%+v", r.Report)
		}
		for _, s := range r.Sections {
			if !slices.Contains(model.ReportParts, s.ID) || strings.TrimSpace(s.Text+s.Title) == "" {
				t.Errorf("%+v", s)
			}
		}
	})
}
