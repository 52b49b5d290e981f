package generator

import (
	"testing"

	"doklad/generator/doc"
)

// A reference that leads nowhere is shown where the template has it.
func TestReferences(t *testing.T) {
	text := templateText{file: "report.tmpl", text: "#heading 1. Сеть | net\n#table {{.}}\nСм. {{.}}, таблица {table:svod}, раздел {heading:net}.\n  Таблица {table:swod}.\n"}
	blocks, problems := text.compose("svod")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := &doc.Document{Blocks: blocks, Tables: map[string]*doc.Table{"svod": {Caption: "Свод"}}}
	problems = text.resolve(d)
	if got, want := d.Blocks[2].Text(), "См. svod, таблица\u00a01, раздел\u00a01."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	want := "report.tmpl:4:11: ошибка: ссылка {table:swod} ни на что не указывает [MARKUP]\n  подсказка: бывают: svod"
	if got := problems[0].String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
