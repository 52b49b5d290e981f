package source

import "testing"

func TestSyntax(t *testing.T) {
	for _, e := range tomlExamples(t, "syntax.txt") {
		t.Run(e.name, func(t *testing.T) {
			var into struct{}
			file, l := Read(oneFile(e.text), "f.toml", &into)
			if got := tomlSaid(l); got != e.want || file != nil {
				t.Errorf("for\n%s\ngot\n%s\nwant\n%s", e.text, got, e.want)
			}
		})
	}
}
