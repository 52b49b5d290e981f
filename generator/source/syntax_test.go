package source

import (
	"errors"
	"testing"

	"github.com/BurntSushi/toml"
)

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

// A refusal that we do not know, say of a later version, is passed on.
func TestUnknownRefusal(t *testing.T) {
	f := newFile("f.toml", "title = \n")
	for want, err := range map[string]error{
		"f.toml:1:1: ошибка: файл записан с ошибкой: new words": errors.New("new words"),
		"f.toml:1:7: ошибка: файл записан с ошибкой: new words": toml.ParseError{Message: "new words", Position: toml.Position{Start: 6}},
	} {
		want += "\n  подсказка: " + lookAtPlace
		if got := syntaxProblem(f, err, nil).String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
