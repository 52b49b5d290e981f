package doc

import (
	"strings"
	"testing"
)

// What a paper counts by itself, block by block.
func TestNumber(t *testing.T) {
	for _, test := range []struct{ name, markup, want string }{
		{"headings", "#heading 1. а\n#heading 2. б\n#heading 3. в\n#heading 3. г\n#heading 2. д\n#heading 1. е\n#heading 2. ж",
			"1 1.1 1.1.1 1.1.2 1.2 2 2.1"},
		{"headings without a number between", "#heading 1 Введение\n#heading 1. а\n#heading 2 б\n#heading 2. в\n#heading 1 Итоги\n#heading 1. г",
			"- 1 - 1.1 - 2"},
		{"items go on till another block", "#item 1) а\n#item 1) б\nТекст.\n#item 1) в\n#item – г\n#item – д", "1) 2) - 1) – –"},
		{"a list inside an item", "#item а) а\n#item 1) б\n#item 1) в\n#item – г\n#item а) д\n#item 1) е", "а) 1) 2) – б) 1)"},
		{"tables and figures", "#table named\n#figure x\n#table bare\n#table other\n#figure bare\n#figure y", "1 1 - 2 - 2"},
	} {
		d := &Document{Tables: map[string]*Table{"named": {Caption: "Сеть"}, "bare": {}, "other": {Caption: "Итоги"}},
			Figures: map[string]*Figure{"x": {Caption: "Динамика"}, "bare": {}, "y": {Caption: "Доля"}}}
		var faults []Fault
		d.Blocks, faults = Parse(test.markup)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		numbers := Number(d).Blocks
		for i := range numbers {
			if numbers[i] == "" {
				numbers[i] = "-"
			}
		}
		if got := strings.Join(numbers, " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// ё, з, й, о, ч, ъ, ы and ь number nothing; after «я)» two letters begin.
func TestItemLetters(t *testing.T) {
	for count, want := range map[int]string{1: "а)", 6: "е)", 7: "ж)", 8: "и)", 9: "к)", 13: "п)", 24: "ю)", 25: "я)", 26: "аа)", 27: "аб)", 51: "ба)"} {
		if got := itemNumber(Letters, count); got != want {
			t.Errorf("item %d is %s, want %s", count, got, want)
		}
	}
}

// References become numbers that stay beside the word before them; the document
// stays as it was.
func TestResolve(t *testing.T) {
	d := &Document{Tables: map[string]*Table{"svod": {Caption: "Свод"}, "bare": {}}}
	d.Blocks, _ = Parse(`Данные – в таблице {table:svod}, порядок – в разделе {heading:order}.
#heading 1. Сеть
#table svod
#heading 2. Порядок | order
#heading 2 Итоги | results`)
	blocks, faults := Resolve(d)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if got, want := blocks[0].Text(), "Данные – в таблице\u00a01, порядок – в разделе\u00a01.1."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if blocks[3].Number != "1.1" || len(d.Blocks[0].Spans) != 2 || strings.Contains(d.Blocks[0].Text(), "1") {
		t.Errorf("numbers %+v, the document %+v", blocks[3], d.Blocks[0])
	}
}

func TestResolveFaults(t *testing.T) {
	d := &Document{Tables: map[string]*Table{"svod": {Caption: "Свод"}, "net": {Caption: "Сеть"}, "bare": {}}}
	d.Blocks, _ = Parse(`#table svod
#table net
#table bare

#title О таблице {table:swod}
Таблица {table:bare}, рисунок {figure:a}, раздел {heading:results}.
#heading 1 Итоги | results`)
	_, faults := Resolve(d)
	want := []Fault{
		{Line: 5, Role: "title", Near: "{table:swod}", Text: "ссылка {table:swod} ни на что не указывает", Hint: "бывают: net, svod"},
		{Line: 6, Near: "{table:bare}", Text: "ссылка {table:bare} ни на что не указывает", Hint: "у таблицы нет названия, поэтому она не нумеруется; бывают: net, svod"},
		{Line: 6, Near: "{figure:a}", Text: "ссылка {figure:a} ни на что не указывает", Hint: "таких имён в бумаге нет"},
		{Line: 6, Near: "{heading:results}", Text: "ссылка {heading:results} ни на что не указывает", Hint: "заголовок без номера: номер даёт точка, «#heading 1. Текст»; таких имён в бумаге нет"},
	}
	if len(faults) != len(want) {
		t.Fatalf("%+v", faults)
	}
	for i := range want {
		if faults[i] != want[i] {
			t.Errorf("got  %+v\nwant %+v", faults[i], want[i])
		}
	}
}

func TestNamesOfHeadings(t *testing.T) {
	_, faults := Parse("#heading 1 а | x\n#heading 1 б | x")
	if len(faults) != 1 || faults[0].Line != 2 || !strings.Contains(faults[0].Text, "имя «x» уже есть") {
		t.Errorf("%+v", faults)
	}
}
