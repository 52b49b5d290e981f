package narrative

import (
	"errors"
	"strings"
	"testing"
)

// A fault of a phrase is found when it is read, at its line.
func TestFaultsOfPhrases(t *testing.T) {
	const old = "Порог ({{.Threshold}}) достигнут.\n"
	for _, test := range []struct{ name, with, want string }{
		{"a number", "Порог ({{.Threshold}}) достигнут за 3 года.\n", "число, которого нет"},
		{"a counted number", "Порог ({{.Threshold}}) достигнут {{len .Title}}.\n", "число, которого нет"},
		{"a cut number", "Порог ({{slice .Threshold 1}}) достигнут.\n", "обрезано"},
		{"numbers together", "Порог ({{.Threshold}}{{.Year}}) достигнут.\n", "слилось"},
		{"no full stop", "Порог ({{.Threshold}}) достигнут\n", "точкой"},
		{"two spaces", "Порог  ({{.Threshold}}) достигнут.\n", "лишний пробел"},
		{"a lost word", "Порог ({{.Threshold}}) достигнут .\n", "лишний пробел"},
		{"quotes", "Порог «({{.Threshold}}) достигнут.\n", "не закрыты"},
		{"a small letter", "порог ({{.Threshold}}) достигнут.\n", "строчной"},
		{"a broken line", "Порог ({{.Threshold}})\nдостигнут.\n", "точкой"},
		{"an unknown word", "Порог ({{.Treshold}}) достигнут.\n", `no entry for key "Treshold"`},
		{"a word of another phrase", "Порог ({{.By}}) достигнут.\n", `no entry for key "By"`},
	} {
		text := programText(t)
		if strings.Count(text, old) != 1 {
			t.Fatal("the phrase is not there")
		}
		line := 1 + strings.Count(text[:strings.Index(text, old)], "\n")
		_, err := Read(strings.Replace(text, old, test.with, 1))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if fault := (Fault{}); errors.As(err, &fault) && (fault.Line != line || fault.Hint == "") {
			t.Errorf("%s: line %d, want %d: %+v", test.name, fault.Line, line, fault)
		}
	}
}

func TestPhrasesThatAreMissing(t *testing.T) {
	text := programText(t)
	for _, test := range []struct{ old, with, want string }{
		{`{{define "rose"}}`, `{{define "rsoe"}}`, "нет заготовки фразы «rose»"},
		{"Данных за {{.Year}} нет.\nДанные за {{.Year}} не представлены.\n", "\n", "нет ни одной фразы"},
	} {
		without := strings.Replace(text, test.old, test.with, 1)
		if without == text {
			t.Fatal(test.old)
		}
		if _, err := Read(without); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.want, err)
		}
	}
	if _, err := Read(""); err == nil {
		t.Error("an empty template is read")
	}
}

// Every phrase of the template is said by something: none waits in vain.
func TestEveryPhraseIsKnown(t *testing.T) {
	known := map[string]bool{"narrative": true}
	for _, b := range blocks {
		known[b.name] = true
	}
	for _, each := range program(t).set.Templates() {
		if !known[each.Name()] {
			t.Errorf("nobody says %q", each.Name())
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Порог ({{.Threshold}}) достигнут.")
	f.Add("{{with .Threshold}}{{slice . 1}}{{end}}5")
	f.Fuzz(func(t *testing.T, phrase string) {
		p, err := Read(strings.Replace(programText(t), "Порог ({{.Threshold}}) достигнут.\n", phrase+"\n", 1))
		if err != nil {
			return
		}
		c := Case{Indicator: gridIndicator("%", 1, "higher"), Year: 2022, Now: known(95)}
		c.Indicator.Thresholds = at(90)
		for _, code := range []string{"D01", "D02", "D03"} {
			c.Indicator.Code = code
			if said, err := p.Say(c); err == nil {
				listed(t, said)
			}
		}
	})
}
