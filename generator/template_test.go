package generator

import (
	"strings"
	"testing"
	"testing/fstest"

	"doklad/templates"
)

// A fault in an office's own template is shown at its line, with the cure.
func TestTemplateFaults(t *testing.T) {
	program, err := templates.FS.ReadFile("order.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, old, with, want, hint string }{
		{"unknown word", "{{.Kind}}", "{{.Kidn}}", "нет такого слова данных: «.Kidn»", "проверьте"},
		{"no dot", "{{.Kind}}", "{{Kind}}", "нет такого действия: «Kind»", "с точкой: {{.Kind}}"},
		{"unclosed", "#kind {{.Kind}}", "#kind {{.Kind", "не закрыто {{…}}", "свой {{end}}"},
		{"unclosed before another", "#registration {{.Date}} |", "#registration {{.Date |", "не закрыто {{…}}", "свой {{end}}"},
		{"no end", "{{with .Certified}}", "{{with .Certified}}{{if .Post}}", "не хватает {{end}}", "свой {{end}}"},
		{"unknown role", "#title {{.Title}}", "#titel {{.Title}}", "неизвестный вид строки «#titel»", "#title"},
		{"a blank after the mark", "#title {{.Title}}", "# title {{.Title}}", "после # нет слова", "«#title»"},
		{"too few parts", "#registration {{.Date}} | № {{.Number}}", "#registration {{.Date}}", "частей текста 1, а нужно 2", "знак |"},
		{"unknown table", "{{with .Table}}#table {{.}}", "#table tablica{{with .Table}}", "нет таблицы «tablica»", "{{.Table}}"},
		{"unknown figure", "#kind {{.Kind}}", "#emblem gerb", "нет рисунка «gerb»", "имя рисунка"},
		{"not a list", "{{range .Clauses}}", "{{range .Kind}}", "{{range}} стоит при слове, которое не список", "без {{range}}"},
	} {
		t.Run(test.name, func(t *testing.T) {
			own := strings.Replace(string(program), test.old, test.with, 1)
			if own == string(program) {
				t.Fatalf("the template has no %q", test.old)
			}
			g := small(func(s string) string {
				return s + "[[appendix]]\nmark = \"none\"\ntitle = [\"Состав\"]\ncolumns = [\"А\"]\nrows = [[\"а\"]]\n"
			})
			g.Data.(fstest.MapFS)["templates/order.tmpl"] = &fstest.MapFile{Data: []byte(own)}
			_, problems := g.Plan().Papers[0].Compose()
			if len(problems) == 0 {
				t.Fatal("no problem")
			}
			p := problems[0]
			wantLine := 1 + strings.Count(own[:strings.Index(own, test.with)], "\n")
			if p.File != "templates/order.tmpl" || !strings.Contains(p.Text, test.want) || !strings.Contains(p.Hint, test.hint) {
				t.Errorf("got %s", p)
			}
			if test.name != "no end" && p.Line != wantLine { // the end of the file is where an end is missed
				t.Errorf("line %d, want %d: %s", p.Line, wantLine, p)
			}
		})
	}
}
