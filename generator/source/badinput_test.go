package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/diag"
	"doklad/generator/internal/golden"
	"doklad/generator/typeset"
)

// edit is one slip of a hand in one file. With an empty old the file is new: a
// copy of the order, or, where it is there already, the words of new.
type edit struct{ file, old, new string }

const (
	self   = "north/organization.toml"
	people = "north/people.toml"
	bodies = "north/organizations.toml"
	order  = "north/orders/2026-1.toml"
	second = "north/orders/2026-2.toml"

	activity = "text = \"Разработка порядка\"\nresponsible = \"Отдел\"\nschedule = \"Июль 2026 г.\"\nresult = \"Порядок\"\n"
)

// badInput has a slip, or several, for every message of reading an office. What
// is said of them stands in testdata/badinput/said.txt.
var badInput = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},

	// The order itself.
	{"broken TOML", []edit{{order, `title = "Об`, `title = Об`}}},
	{"unknown key", []edit{{order, "preamble =", "preambel ="}}},
	{"unknown key in a roadmap", []edit{{order, "schedule =", "shedule ="}}},
	{"wrong type in a list of tables", []edit{{order, `schedule = "Июль 2026 г."`, "schedule = 2026-07-01"}}},
	{"several slips at once", []edit{{order, "number =", "numbr ="}, {order, `result = "Порядок"`, "result = 5"}, {order, `control = "self"`, `control = true`}}},
	{"no day of the calendar", []edit{{order, "date = 2026-01-19", `date = "31.02.2026"`}}},
	{"not a date", []edit{{order, "date = 2026-01-19", `date = "19 января"`}}},
	{"a date of another type", []edit{{order, "date = 2026-01-19", "date = 2026"}}},
	{"a date with a time of day", []edit{{order, "date = 2026-01-19", "date = 2026-01-19T10:00:00"}}},
	{"a moment", []edit{{order, "date = 2026-01-19", "date = 2026-01-19 10:00:00Z"}}},
	{"a time of day", []edit{{order, "date = 2026-01-19", "date = 10:00:00"}}},
	{"status", []edit{{order, `"signed"`, `"подписан"`}}},
	{"signed without a number", []edit{{order, `number = "1"`, ""}}},
	{"signed without a date", []edit{{order, "date = 2026-01-19", ""}}},
	{"another name of the file", []edit{{order, `number = "1"`, `number = "1/о д"`}}},
	{"no title", []edit{{order, `title = "Об утверждении плана"`, ""}}},
	{"a title of spaces", []edit{{order, `title = "Об утверждении плана"`, `title = "  "`}}},
	{"executor form", []edit{{order, "preamble =", "executor_form = \"surname\"\npreamble ="}}},
	{"no clauses", []edit{{order, "", "number = \"1\"\ndate = 2026-01-19\ntitle = \"О плане\"\n\n[[signatory]]\nperson = \"primerova\"\n"}}},
	{"control and executors in one point", []edit{{order, `control = "self"`, "control = \"self\"\nexecutors = [\"primerova\"]"}}},
	{"empty clause", []edit{{order, `text = "Утвердить план."`, ""}}},
	{"five levels of clauses", []edit{{order, "[[clause]]\ncontrol", "[[clause.clause]]\ntext = \"а\"\n[[clause.clause.clause]]\ntext = \"б\"\n[[clause.clause.clause.clause]]\ntext = \"в\"\n" +
		"[[clause.clause.clause.clause.clause]]\ntext = \"г\"\n\n[[clause]]\ncontrol"}}},
	{"nothing at all", []edit{{order, "", "# пусто"}}},
	{"no signatory", []edit{{order, "[[signatory]]\nperson = \"primerova\"", ""}}},
	{"two orders of one number and year", []edit{{second, "", ""}}},
	{"a restored place that is not there", []edit{{order, "[roadmap]", "[[restored]]\nfield = \"roadmap.section[1].activity[9].text\"\ncopy = \"а\"\n\n[roadmap]"}}},

	// Its annexes.
	{"no title of the roadmap", []edit{{order, `title = ["План"]`, ""}}},
	{"mark", []edit{{order, `mark = "approval"`, `mark = "гриф"`}}},
	{"a гриф without a kind", []edit{{order, `kind = "план"`, ""}}},
	{"a kind of spaces", []edit{{order, `kind = "план"`, `kind = " "`}}},
	{"a kind of unknown gender", []edit{{order, `kind = "план"`, `kind = "меню"`}}},
	{"a kind of unknown gender without a гриф", []edit{{order, `kind = "план"`, `kind = "меню"`}, {order, `mark = "approval"`, `mark = "number"`}}},
	{"the word of the гриф", []edit{{order, `kind = "план"`, `approval_word = "УТВЕРЖДЕНО"`}}},
	{"an unknown word of the гриф", []edit{{order, `kind = "план"`, `approval_word = "УТВЕРЖДАЮ"`}}},
	{"empty roadmap", []edit{{order, "[[roadmap.section]]\ntitle = \"Основа\"\n\n[[roadmap.section.activity]]\n" + activity, ""}}},
	{"a section without activities", []edit{{order, "[[roadmap.section.activity]]\n" + activity, ""}}},
	{"columns", []edit{{order, `title = ["План"]`, `title = ["План"]` + "\ncolumns = [\"number\", \"activities\"]"}}},
	{"a column twice", []edit{{order, `title = ["План"]`, `title = ["План"]` + "\ncolumns = [\"number\", \"activity\", \"number\"]"}}},
	{"words for a column that is left out", []edit{{order, `title = ["План"]`, `title = ["План"]` + "\ncolumns = [\"activity\", \"schedule\"]"}}},
	{"headers", []edit{{order, "[[roadmap.section]]", "[roadmap.headers]\nterm = \"Срок\"\n\n[[roadmap.section]]"}}},
	{"no title of a section", []edit{{order, `title = "Основа"`, ""}}},
	{"no text of an activity", []edit{{order, `text = "Разработка порядка"`, ""}}},
	{"empty appendix", []edit{{order, "[roadmap]", "[[appendix]]\ntitle = [\"Список\"]\n\n[roadmap]"}}},
	{"appendix of empty words", []edit{{order, "[roadmap]", "[[appendix]]\ntitle = [\"Список\"]\ntext = [\"\", \" \"]\n\n[roadmap]"}}},
	{"appendix without headers", []edit{{order, "[roadmap]", "[[appendix]]\ntitle = [\"Список\"]\ntext = [\"Текст\"]\nrows = [[\"1\"]]\n\n[roadmap]"}}},
	{"appendix with a short row", []edit{{order, "[roadmap]", "[[appendix]]\ntitle = [\"Список\"]\ncolumns = [\"№\", \"Имя\", \"Лет\"]\nrows = [\n  [\"Раздел\"],\n  [\"1\", \"А\"],\n]\n\n[roadmap]"}}},

	// What the order names.
	{"missing person", []edit{{order, `person = "primerova"`, `person = "primerowa"`}}},
	{"missing person, nothing like it", []edit{{order, `person = "primerova"`, `person = "sidorov"`}}},
	{"executor not named", []edit{{order, `["obraztsov", "otdel"]`, `["obraztsov", ""]`}}},
	{"person not named", []edit{{order, `person = "primerova"`, ""}}},
	{"missing body", []edit{{order, `"otdel"`, `"otdely"`}}},
	{"missing executor", []edit{{order, `"otdel"`, `"ministerstvo"`}}},
	{"missing control", []edit{{order, `control = "self"`, `control = "all"`}}},
	{"missing visitors and others", []edit{{order, "preamble =", "preparer = \"a\"\npreamble ="}, {order, "[roadmap]",
		"[[agreement]]\nperson = \"b\"\n\n[[acquaintance]]\nperson = \"c\"\n\n[certified]\nperson = \"d\"\n\n[roadmap]"}}},
	{"no gender", []edit{{people, `gender = "male"`, ""}}},
	{"no gender, the form is given", []edit{{people, `gender = "male"`, "surname_forms.dative = \"Образцову\""}}},
	{"no gender for the control", []edit{{people, `gender = "male"`, ""}, {order, `control = "self"`, `control = "obraztsov"`}, {order, `"obraztsov", `, ``}}},
	{"unknown gender", []edit{{people, `"male"`, `"муж"`}}},
	{"no post of the signatory", []edit{{people, "nominative = \"Начальник\"", ""}}},
	{"no dative of a post", []edit{{people, "dative = \"главному специалисту\"", ""}}},
	{"no accusative of a post", []edit{{order, `control = "self"`, `control = "obraztsov"`}}},
	{"no dative of a body", []edit{{bodies, "dative = \"Отделу\"", ""}}},
	{"no genitive of the office", []edit{{self, "genitive = \"Управления образования\"", ""}}},

	// The files of the office.
	{"person without id", []edit{{people, `id = "obraztsov"`, ""}}},
	{"two people of one id", []edit{{people, `id = "obraztsov"`, `id = "primerova"`}}},
	{"person without a surname", []edit{{people, `surname = "Образцов"`, ""}}},
	{"person without initials", []edit{{people, `initials = "И.И."`, ""}}},
	{"body without id", []edit{{bodies, `id = "otdel"`, ""}}},
	{"body without a name", []edit{{bodies, `nominative = "Отдел"`, ""}}},
	{"broken organization.toml", []edit{{self, "[full]", "[full"}}},
	{"broken people.toml", []edit{{people, `id = "obraztsov"`, `id = obraztsov`}}},
	{"broken organizations.toml", []edit{{bodies, "[[organization]]", "[organization]]"}}},
	{"nobody in people.toml", []edit{{people, "", "# пусто"}}},

	// Signs.
	{"a sign above U+FFFF", []edit{{order, "Разработка порядка", "Разработка 😀 порядка"}}},
	{"a sign above U+FFFF of a person", []edit{{people, "Образцов", "Образцов𝄞"}}},
	{"control characters", []edit{{order, "Разработка порядка", `Разработка\u0001\u0002 поряд\u007fка\r`}}},
	{"a lost letter", []edit{{order, "Разработка порядка", "Разработк� порядка"}}},
	{"a noncharacter", []edit{{order, "Разработка порядка", `Разработка\uFFFE`}}},
}

// changed is the sample office after the edits.
func changed(t testing.TB, edits []edit) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	sample := os.DirFS("testdata/badinput/office")
	err := fs.WalkDir(sample, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(sample, name)
		files["north/"+name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(text), "\r\n", "\n"))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		if e.old == "" {
			if files[e.file] == nil {
				files[e.file] = &fstest.MapFile{Data: files[order].Data}
			} else {
				files[e.file] = &fstest.MapFile{Data: []byte(e.new)}
			}
			continue
		}
		text := string(files[e.file].Data)
		if strings.Count(text, e.old) != 1 {
			t.Fatalf("%q stands in %s %d times", e.old, e.file, strings.Count(text, e.old))
		}
		files[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, e.old, e.new, 1))}
	}
	return files
}

// said are all problems of reading a data folder.
func said(data fs.FS) (l diag.List) {
	tree := Open(data, nil)
	offices, l := tree.Offices()
	for _, office := range offices {
		l = append(l, slices.Concat(office.Problems, office.Records)...)
		for _, o := range tree.Orders(office) {
			l = append(l, o.Problems...)
		}
	}
	return l.Sort()
}

func printed(l diag.List) string {
	var b strings.Builder
	for _, p := range l {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

func TestBadInput(t *testing.T) {
	var got strings.Builder
	for _, c := range badInput {
		fmt.Fprintf(&got, "== %s\n%s\n", c.name, printed(said(changed(t, c.edits))))
	}
	golden.Assert(t, "badinput/said.txt", got.String())
}

// Each message of a bad file says where: a line and a column.
func TestBadInputHasPlaces(t *testing.T) {
	for _, c := range badInput {
		for _, p := range said(changed(t, c.edits)) {
			if p.Line == 0 {
				t.Errorf("%s: no line: %s", c.name, p)
			}
		}
	}
}

// Names that Windows refuses cannot be kept in a repository that Windows clones,
// so they are made here.
func TestFileNames(t *testing.T) {
	var got strings.Builder
	for _, name := range []string{"a?b", "2026-1.", "2026-1 ", "CON", "Lpt1", "2026-1 копия", ".hidden", "~$2026-1"} {
		files := changed(t, nil)
		files["north/orders/"+name+".toml"] = files[order]
		delete(files, order)
		fmt.Fprintf(&got, "== %q\n%s\n", name, printed(said(files)))
	}
	golden.Assert(t, "badinput/names.txt", got.String())
}

// faulty is a folder in which some names cannot be opened or listed.
type faulty struct {
	fs.FS
	faults map[string]error
}

func (f faulty) Open(name string) (fs.File, error) {
	if err := f.faults[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f.FS.Open(name)
}

func TestUnreadableFolders(t *testing.T) {
	var got strings.Builder
	for _, c := range []struct {
		name string
		err  error
	}{
		{"north", fs.ErrPermission},
		{"north", fs.ErrNotExist},
		{"north", errors.New("диск испорчен")},
		{".", fs.ErrPermission},
		{"north/orders", fs.ErrPermission},
		{"north/orders/2026-1.toml", fs.ErrPermission},
		{"north/people.toml", fs.ErrPermission},
	} {
		data := faulty{changed(t, nil), map[string]error{c.name: c.err}}
		fmt.Fprintf(&got, "== %s: %v\n%s\n", c.name, c.err, printed(said(data)))
	}
	golden.Assert(t, "badinput/unreadable.txt", got.String())
}

func TestNoOffice(t *testing.T) {
	lost := changed(t, nil)
	lost["south/orders/2026-1.toml"] = lost[order]
	lost["south/Organization.toml"] = lost[self]
	var got strings.Builder
	fmt.Fprintf(&got, "== empty folder\n%s\n", printed(said(fstest.MapFS{})))
	fmt.Fprintf(&got, "== organization.toml misspelled\n%s\n", printed(said(lost)))
	golden.Assert(t, "badinput/nooffice.txt", got.String())
}

func TestUnreadableFont(t *testing.T) {
	files := fstest.MapFS{
		"layouts/own.toml": {Data: []byte("[font]\nregular = \"a.ttf\"\nbold = \"b.ttf\"\n")},
		"layouts/a.ttf":    {Data: typeset.Tinos().Regular.TTF},
		"layouts/b.ttf":    {},
	}
	tree := Open(faulty{files, map[string]error{"layouts/b.ttf": fs.ErrPermission}}, data.Common)
	profile, _ := tree.Layout(".", "own")
	_, problems := tree.Fonts(".", "own", profile)
	const want = "layouts/b.ttf: ошибка: шрифт не читается: нет прав доступа\n"
	if got := printed(problems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Stat sees what cannot be opened, as on a real disk.
func (f faulty) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// A sign that the font lacks is found wherever the order takes its words from.
func TestUnprintable(t *testing.T) {
	files := changed(t, []edit{
		{order, "Разработка порядка", "Разработка 中 порядка"},
		{people, "главному специалисту", "главному специалисту中"},
		{bodies, `dative = "Отделу"`, `dative = "中"`},
		{self, `genitive = "Управления`, `genitive = "Упр中вления`},
		{order, "[roadmap]", "[[restored]]\nfield = \"title\"\ncopy = \"中\"\n\n[roadmap]"},
	})
	tree := Open(files, nil)
	offices, _ := tree.Offices()
	orders := tree.Orders(offices[0])
	golden.Assert(t, "badinput/unprintable.txt", printed(offices[0].Unprintable(orders[0], typeset.Tinos()).Sort()))
}
