package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/source"
)

// added has a copy of the data with one file more.
func added(t *testing.T, g Generator, name string, raw []byte) Generator {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.CopyFS(dir, g.Data), os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, raw, 0o666)); err != nil {
		t.Fatal(err)
	}
	g.Data = os.DirFS(dir)
	return g
}

// The draft that is written is sound, and says on paper what the draft among the
// recommendations says.
func TestDraftIsTheSameOrder(t *testing.T) {
	for _, year := range []int{2021, 2022} {
		g := ours()
		place, err := g.FindDraft("", year)
		if err != nil {
			t.Fatal(err)
		}
		file, problems, err := g.Draft(place)
		if err != nil || worse(problems) || file.Path != place.File {
			t.Fatal(file.Path, problems, err)
		}
		paper := func(g Generator, name string) string {
			for _, p := range g.Plan().Papers {
				if p.Path == name {
					if l := ownProblems(p, place.File); worse(l) {
						t.Error(l)
					}
					text, problems := p.Compose()
					if worse(problems) || text == "" {
						t.Error(name, problems)
					}
					return text
				}
			}
			t.Fatal("no paper ", name)
			return ""
		}
		beside := paper(g, fmt.Sprintf("example/recommendations/%d-order.pdf", year))
		if ordered := paper(added(t, g, file.Path, file.Bytes), fmt.Sprintf("example/orders/%d-recommendations.pdf", year)); ordered != beside {
			t.Errorf("%d: other words:\n%s", year, ordered)
		}
	}
}

// worse reports whether there is more to say than advice.
func worse(l diag.List) bool { return l.HasErrors() || l.Count(diag.Warning) > 0 }

func ownProblems(p Paper, file string) (l diag.List) {
	for _, one := range p.problems {
		if one.File == file {
			l = append(l, one)
		}
	}
	return l
}

// Every recommendation has a row of the annex with its day, and nobody else is named.
func TestAnnexOfDraft(t *testing.T) {
	g := ours()
	tree := source.Open(g.Data, g.Common)
	r := advised(t, g, 2022)
	_, order, problems := g.draft(tree, r)
	if worse(problems) {
		t.Fatal(problems)
	}
	days := map[string]string{}
	section, of := "", map[string]string{}
	for _, row := range order.Appendices[0].Rows {
		if len(row) == 1 {
			section = row[0]
			continue
		}
		name, number, _ := strings.Cut(section, " (номер: ")
		id := strings.TrimSuffix(number, " и код)") + row[1]
		days[id], of[id] = row[3], name
	}
	if len(days) != len(r.list) {
		t.Errorf("%d rows of %d", len(days), len(r.list))
	}
	for _, one := range r.list {
		if days[one.ID] != one.Term.Day.String() || of[one.ID] != one.Name {
			t.Errorf("%s: %q at %q", one.ID, days[one.ID], of[one.ID])
		}
	}
}

// The urgent ones stand in the points with all whom they concern.
func TestUrgentInPoints(t *testing.T) {
	g := ours()
	r := advised(t, g, 2022)
	_, order, _ := g.draft(source.Open(g.Data, g.Common), r)
	var points []string
	for _, c := range order.Clauses {
		for _, below := range c.Clauses {
			points = append(points, below.Text)
		}
	}
	urgent := 0
	for _, one := range r.list {
		said := false
		for _, p := range points {
			said = said || strings.HasPrefix(p, lowerFirst(one.Text)+", в срок до "+one.Term.Day.String()) && (one.Unit == "" || strings.Contains(p, one.Name))
		}
		if said != (one.Priority == 1) {
			t.Errorf("%s of priority %d: in the points is %v", one.ID, one.Priority, said)
		}
		if one.Priority == 1 {
			urgent++
		}
	}
	if urgent == 0 {
		t.Error("the example has no urgent ones")
	}
}

// What the record does not say leaves a point out; without recommendations there is no order.
func TestDraftOfLittle(t *testing.T) {
	g := ours()
	const name = "example/recommendations/2022.toml"
	g.Data = replacing{g.Data, name, "year = 2022\ndate = 2022-09-15\nsignatory = \"primerova\"\n"}
	r := advised(t, g, 2022)
	_, order, problems := g.draft(source.Open(g.Data, g.Common), r)
	if worse(problems) {
		t.Fatal(problems)
	}
	for _, c := range order.Clauses {
		if c.Control != "" || len(c.Executors) > 0 || strings.Contains(c.Text, "представлять") {
			t.Errorf("%+v", c)
		}
	}
	r.list = nil
	if raw, order, problems := g.draft(source.Open(g.Data, g.Common), r); raw != nil || order != nil || problems != nil {
		t.Error(order, problems)
	}
	if bytes, problems, err := g.recommendationOrderPDF(source.Open(g.Data, g.Common), r); bytes != nil || worse(problems) || err != nil {
		t.Error(len(bytes), problems, err)
	}
}

// A template whose words break the file is told at the template, and so is a word that is not
// there.
func TestFaultyOrderTemplate(t *testing.T) {
	text, err := fs.ReadFile(ours().Templates, orderTemplate)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ old, with, want string }{
		{`title = "О`, `title = О`, "не читается"},
		{`{{.Signatory}}`, `{{.Signature}}`, "нет такого слова данных: «.Signature»"},
	} {
		g := added(t, ours(), "example/templates/"+orderTemplate, []byte(strings.Replace(string(text), test.old, test.with, 1)))
		_, _, problems := g.draft(source.Open(g.Data, g.Common), advised(t, g, 2022))
		if len(problems) != 1 || !strings.HasSuffix(problems[0].File, "example/templates/"+orderTemplate) || !strings.Contains(problems[0].Text, test.want) {
			t.Errorf("%s: %v", test.with, problems)
		}
	}
}

// What is typed in the data stays what it is between quotes.
func TestEscapeTOML(t *testing.T) {
	for _, typed := range []string{`Сад "Ёлочка"`, `С:\папка`, "две\nстроки", "'", "#"} {
		said, err := escapeTOML(typed)
		if err != nil {
			t.Fatal(err)
		}
		order := source.Open(ours().Data, ours().Common).OrderIn(&source.Office{Directory: model.Directory{Office: &model.Office{}}}, "orders/a.toml", []byte(`title = "`+said+`"`))
		if order.Title != typed {
			t.Errorf("%q is read as %q", typed, order.Title)
		}
	}
}
