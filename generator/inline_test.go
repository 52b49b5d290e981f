package generator

import "testing"

// A fault inside a line is shown where the template writes it.
func TestPlaceOfSpanFault(t *testing.T) {
	for _, test := range []struct {
		text, said   string
		line, column int
	}{
		{"Первая.\n{{range .Preamble}}{{.}}{{end}} слово {note:{{.Title}}\n", "не закрыта скобка {", 2, 39},
		{"{{.Title}}\nа } б", "лишняя скобка }", 2, 3},
		{"а {link:{{.Title}} | б}", "«О плане» не адрес", 1, 3},
	} {
		text := templateText{file: "order.tmpl", text: test.text}
		_, problems := text.compose(map[string]any{"Title": "О плане", "Preamble": []string{"{текст}"}})
		if len(problems) != 1 {
			t.Errorf("%s: %v", test.text, problems)
			continue
		}
		if p := problems[0]; p.Text != test.said || p.Line != test.line || p.Column != test.column {
			t.Errorf("%s: %d:%d %s; want %d:%d %s", test.text, p.Line, p.Column, p.Text, test.line, test.column, test.said)
		}
	}
}
