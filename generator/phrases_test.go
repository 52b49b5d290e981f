package generator

import (
	"strings"
	"testing"

	"doklad/templates"
)

// A fault in the phrases of an office is shown at its line, with the cure.
func TestFaultsOfPhrases(t *testing.T) {
	program, err := templates.FS.ReadFile("narrative.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := (templateText{"narrative.tmpl", string(program)}).phrases(); problems != nil {
		t.Fatal(problems)
	}
	const old = "Порог ({{.Threshold}}) достигнут.\n"
	for _, test := range []struct{ name, with, want, hint string }{
		{"unknown word", "Порог ({{.Treshold}}) достигнут.\n", "нет такого слова данных: «.Treshold»", "проверьте"},
		{"unclosed", "Порог ({{.Threshold) достигнут.\n", "не закрыто {{…}}", "свой {{end}}"},
		{"a number", "Порог ({{.Threshold}}) достигнут за 3 года.\n", "число, которого нет", "числа ставит программа"},
		{"no full stop", "Порог ({{.Threshold}}) достигнут\n", "точкой", "точку"},
		{"cut", "Порог ({{slice .Threshold 1}}) достигнут.\n", "обрезано", "целиком"},
	} {
		own := strings.Replace(string(program), old, test.with, 1)
		_, problems := templateText{"templates/narrative.tmpl", own}.phrases()
		if len(problems) != 1 {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		p := problems[0]
		line := 1 + strings.Count(own[:strings.Index(own, test.with)], "\n")
		if p.File != "templates/narrative.tmpl" || p.Line != line || !strings.Contains(p.Text, test.want) || !strings.Contains(p.Hint, test.hint) {
			t.Errorf("%s, line %d: %s", test.name, line, p)
		}
	}
}
