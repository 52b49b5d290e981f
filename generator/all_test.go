package generator

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"doklad/data"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
	"doklad/templates"
)

// ours is the data of this repository.
func ours() Generator {
	return Generator{Data: os.DirFS("../data"), Common: data.Common, Templates: templates.FS,
		Today: model.Date{Year: 2026, Month: time.March, Day: 2}}
}

// Every file of data/ reads, is sound and makes its papers; the composed text of
// each is kept as a golden.
func TestAllData(t *testing.T) {
	plan := ours().Plan()
	for _, p := range plan.Problems {
		if p.Severity == 0 {
			t.Error(p)
		}
	}
	if len(plan.Papers) == 0 {
		t.Fatal("no papers")
	}
	for _, paper := range plan.Papers {
		t.Run(paper.Path, func(t *testing.T) {
			files, problems, err := paper.Make()
			if err != nil || problems.HasErrors() || len(files) == 0 && !paper.IsFolder() {
				t.Fatalf("%v %v", problems, err)
			}
			for _, file := range files {
				if file.Bytes != nil && len(file.Bytes) == 0 || file.Path != paper.Path && !(paper.IsFolder() && strings.HasPrefix(file.Path, paper.Path+"/")) {
					t.Errorf("path %s, %d bytes", file.Path, len(file.Bytes))
				}
			}
			if text, problems := paper.Compose(); text != "" || problems.HasErrors() {
				golden.Assert(t, strings.TrimSuffix(paper.Path, path.Ext(paper.Path))+".txt", text)
			}
		})
	}
}

// No golden outlives its paper.
func TestGoldensHavePapers(t *testing.T) {
	papers := map[string]bool{}
	for _, p := range ours().Plan().Papers {
		papers[strings.TrimSuffix(p.Path, path.Ext(p.Path))+".txt"] = true
	}
	for _, office := range []string{"okhansk", "example"} {
		files, _ := filepath.Glob(filepath.Join("testdata", office, "*", "*.txt"))
		for _, file := range files {
			name, _ := filepath.Rel("testdata", file)
			if !papers[filepath.ToSlash(name)] {
				t.Errorf("%s is the golden of no paper", file)
			}
		}
	}
}

// The same data gives the same bytes, whatever else runs.
func TestDeterminism(t *testing.T) {
	make := func() map[string][]byte {
		made := map[string][]byte{}
		for _, p := range ours().Plan().Papers {
			files, _, err := p.Make()
			if err != nil {
				t.Error(err)
			}
			for _, file := range files {
				made[file.Path] = file.Bytes
			}
		}
		return made
	}
	first := make()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for name, got := range make() {
				if !bytes.Equal(got, first[name]) {
					t.Errorf("other bytes of %s", name)
				}
			}
		})
	}
	group.Wait()
}

// small is a data folder with one order; change edits its text.
func small(change func(string) string) Generator {
	order := `
status = "signed"
number = "5"
date = 2026-03-02
title = "О чём"
preamble = "В целях проверки"
[[clause]]
executors = ["ivanova"]
text = "подготовить доклад."
[[clause]]
control = "petrov"
[[signatory]]
person = "ivanova"
`
	if change != nil {
		order = change(order)
	}
	return Generator{Common: data.Common, Templates: templates.FS, Data: fstest.MapFS{
		"organization.toml": {Data: []byte("letterhead = [\"Отдел (пример)\"]\n[full]\nnominative = \"Отдел\"\ngenitive = \"Отдела\"\n")},
		"people.toml": {Data: []byte(`
[[person]]
id = "ivanova"
surname = "Примерова"
initials = "А.Б."
gender = "female"
[person.post]
nominative = "начальник"
dative = "начальнику"
accusative = "начальника"
[[person]]
id = "petrov"
surname = "Примерник"
name = "Пётр"
patronymic = "Ильич"
[person.post]
nominative = "методист"
dative = "методисту"
accusative = "методиста"
`)},
		"organizations.toml": {Data: []byte("[[organization]]\nid = \"otdel\"\n[organization.full]\nnominative = \"Отдел образования\"\ndative = \"Отделу образования\"\n")},
		"orders/2026-5.toml": {Data: []byte(order)},
	}}
}

// composed is the text of the only order of a generator.
func composed(t *testing.T, g Generator) string {
	t.Helper()
	plan := g.Plan()
	if plan.Problems.HasErrors() {
		t.Fatal(plan.Problems)
	}
	text, problems := plan.Papers[0].Compose()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return text
}

func replace(old, with string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, with, 1) }
}

func TestExecutorForms(t *testing.T) {
	for _, test := range []struct{ add, want string }{
		{"", "#clause 1. Начальнику Примеровой А.Б. подготовить доклад."},
		{"executor_form = \"surname-first\"\n", "#clause 1. Примеровой А.Б., начальнику, подготовить доклад."},
		{"executor_form = \"name-first\"\n", "#clause 1. А.Б. Примеровой, начальнику, подготовить доклад."},
	} {
		text := composed(t, small(replace("title", test.add+"title")))
		if !strings.Contains(text, test.want) {
			t.Errorf("%s: no %q in\n%s", test.add, test.want, text)
		}
	}
	text := composed(t, small(func(s string) string {
		return strings.NewReplacer("title", "executor_form = \"full-name\"\ntitle", `["ivanova"]`, `["petrov"]`).Replace(s)
	}))
	if want := "#clause 1. Методисту Примернику Петру Ильичу подготовить доклад."; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
	text = composed(t, small(replace(`["ivanova"]`, `["otdel", "petrov"]`)))
	if want := "#clause 1. Отделу образования, методисту Примернику П.И. подготовить доклад."; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

func TestControl(t *testing.T) {
	for _, test := range []struct{ control, want string }{
		{`"petrov"`, "#clause 2. Контроль за исполнением настоящего приказа возложить на методиста Примерника П.И.\n"},
		{`"self"`, "#clause 2. Контроль за исполнением настоящего приказа оставляю за собой.\n"},
		{"\"self\"\ntext = \"Контроль оставляю за собой.\"", "#clause 2. Контроль оставляю за собой.\n"},
	} {
		text := composed(t, small(replace(`"petrov"`, test.control)))
		if !strings.Contains(text, test.want) {
			t.Errorf("%s: no %q in\n%s", test.control, test.want, text)
		}
	}
}

// The word of the гриф comes of the kind, unless the data says it.
func TestApprovalWord(t *testing.T) {
	for said, want := range map[string]string{
		"kind = \"план\"": "#approval УТВЕРЖДЕН |",
		"kind = \"меню\"\napproval_word = \"УТВЕРЖДЕНО\"": "#approval УТВЕРЖДЕНО |",
	} {
		text := composed(t, small(func(s string) string {
			return s + "[[appendix]]\nmark = \"approval\"\ntitle = [\"Состав\"]\ntext = [\"Текст\"]\n" + said + "\n"
		}))
		if !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", said, want, text)
		}
	}
}

// Marks of the markup typed by an official are text.
func TestDataIsNeverMarkup(t *testing.T) {
	text := composed(t, small(replace(`"О чём"`, `"О #title | и \\ знаках"`)))
	if want := `#title О \#title \| и \\ знаках`; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

func TestDraftHasBlanks(t *testing.T) {
	text := composed(t, small(func(s string) string {
		return strings.NewReplacer("status = \"signed\"\n", "", "number = \"5\"\n", "", "date = 2026-03-02\n", "").Replace(s)
	}))
	if want := "#registration ______________ | № ________"; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

func TestLayoutByDate(t *testing.T) {
	before, after := model.Date{Year: 2025, Month: 8, Day: 17}, model.Date{Year: 2025, Month: 8, Day: 18}
	office := &model.Office{}
	for _, test := range []struct {
		name  string
		today model.Date
		order model.Order
		want  string
	}{
		{"signed before the norm", after, model.Order{Date: before, Office: office}, "gost2016"},
		{"signed on its first day", before, model.Order{Date: after, Office: office}, "gost2025"},
		{"a draft of today", after, model.Order{Office: office}, "gost2025"},
		{"a draft before the norm", before, model.Order{Office: office}, "gost2016"},
		{"the order's own", after, model.Order{Layout: "a", Office: &model.Office{Layout: "b"}}, "a"},
		{"the office's own", after, model.Order{Office: &model.Office{Layout: "b"}}, "b"},
	} {
		if got := (Generator{Today: test.today}).layoutOf(&test.order); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// An ID may be written as the path of its file.
func TestSelect(t *testing.T) {
	plan := ours().Plan()
	for id, want := range map[string]int{"2021-109": 5, "okhansk/2021-109": 5, "2021-109.toml": 5,
		"okhansk/orders/2021-109.toml": 2, `okhansk\orders\2021-109.toml`: 2, "orders/2021-109": 2, "okhansk/progress/2021-109.toml": 3, "progress/2021-109": 3} {
		if papers, err := plan.Select([]string{id}); err != nil || len(papers) != want {
			t.Errorf("%s: %d papers, want %d, %v", id, len(papers), want, err)
		}
	}
	if _, err := plan.Select([]string{"2021-110"}); err == nil {
		t.Error("an unknown ID is accepted")
	}
}
