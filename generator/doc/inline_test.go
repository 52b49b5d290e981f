package doc

import (
	"reflect"
	"testing"
)

func TestSpans(t *testing.T) {
	for _, test := range []struct {
		text string
		want Block
	}{
		// «См. » is 4 runes, «приказ» 6.
		{"См. {link:https://a.ru/1 | приказ}.", Block{Parts: []string{"См. приказ."},
			Spans: []Span{{Kind: Link, From: 4, To: 10, Text: "https://a.ru/1"}}}},
		{"{link:https://a.ru/1}", Block{Parts: []string{"https://a.ru/1"},
			Spans: []Span{{Kind: Link, From: 0, To: 14, Text: "https://a.ru/1"}}}},
		{"{link:./reports/2022.pdf | доклад}", Block{Parts: []string{"доклад"}, Spans: []Span{{Kind: Link, From: 0, To: 6, Text: "./reports/2022.pdf"}}}},
		{"Почта: {link:mailto:a@b.ru}", Block{Parts: []string{"Почта: a@b.ru"},
			Spans: []Span{{Kind: Link, From: 7, To: 13, Text: "mailto:a@b.ru"}}}},
		// The mark of a note is bound to the word before it; «Слово» is 5 runes.
		{"  Слово {note: Пояснение } и дальше", Block{Parts: []string{"Слово и дальше"},
			Spans: []Span{{Kind: Note, From: 5, To: 5, Text: "Пояснение"}}}},
		{"#clause 2.1. Слово{note:См. {link:http://a.ru | сайт}}; {note:б}", Block{Role: Clause, Label: "2.1.", Parts: []string{"Слово;"},
			Spans: []Span{{Kind: Note, From: 5, To: 5, Text: "См. сайт",
				Spans: []Span{{Kind: Link, From: 4, To: 8, Text: "http://a.ru"}}},
				{Kind: Note, From: 6, To: 6, Text: "б"}}}},
		// What is typed in the data is escaped and stands for itself.
		{Escape("{link:https://a.ru | б} {"), Block{Parts: []string{"{link:https://a.ru | б} {"}}},
		{"#registration 25.06.2021 | " + Escape("№ {1} }"), Block{Role: Registration, Parts: []string{"25.06.2021", "№ {1} }"}}},
	} {
		got, faults := Parse(test.text)
		if len(faults) > 0 {
			t.Errorf("%s: %+v", test.text, faults)
			continue
		}
		if !reflect.DeepEqual(got[0], test.want) {
			t.Errorf("%s\n got %#v\nwant %#v", test.text, got[0], test.want)
		}
		if again, _ := Parse(Format(got)); !reflect.DeepEqual(again, got) {
			t.Errorf("%s: written as %s", test.text, Format(got))
		}
	}
}

func TestSpanFaults(t *testing.T) {
	for _, test := range []struct{ text, want, near string }{
		{"Слово{note:без конца", "не закрыта скобка {", "{note:без конца"},
		{"а {link:https://a.ru | б", "не закрыта скобка {", "{link:https://a.ru | б"},
		{"а {link:https://a.ru {note:б}}", "не закрыта скобка {", "{link:https://a.ru {note:б}}"},
		{"а } б", "лишняя скобка }", "} б"},
		{"а {link:} б", "пустая ссылка: нет адреса", "{link:} б"},
		{"а {link: | слова} б", "пустая ссылка: нет адреса", "{link: | слова} б"},
		{"а {link:a.ru}", "«a.ru» не адрес", "{link:a.ru}"},
		{"а {link:https://a b}", "«https://a b» не адрес", "{link:https://a b}"},
		{"а {note:}", "пустая сноска", "{note:}"},
		{"{note:а} б", "сноска стоит перед всеми словами", "{note:а} б"},
		{"а {nota:б}", "непонятное слово после скобки: «{nota:»", "{nota:б}"},
		{"а {б}", "после скобки нужно слово с двоеточием, а стоит «{б»", "{б}"},
		{"а {", "после скобки нужно слово с двоеточием, а стоит «{»", "{"},
		{"а {note:б {note:в}}", "сноска внутри сноски", "{note:в}}"},
		{"а {link:https://a.ru | б {note:в}}", "в словах ссылки есть ещё одна ссылка или сноска", "{note:в}}"},
		{"#title О чём {note:б}", "в строке «#title» не бывает ссылок и сносок", "{note:б}"},
		{"#registration {note:б | № 1", "не закрыта скобка {", "{note:б | № 1"},
	} {
		blocks, faults := Parse("первая строка\n" + test.text)
		if len(blocks) != 1 || len(faults) != 1 {
			t.Errorf("%s: blocks %d, faults %v; want 1 and 1", test.text, len(blocks), faults)
			continue
		}
		f := faults[0]
		if f.Text != test.want || f.Near != test.near || f.Line != 2 || f.Hint == "" {
			t.Errorf("%s:\n got %+v\nwant %s near %s at line 2 with a hint", test.text, f, test.want, test.near)
		}
	}
}
