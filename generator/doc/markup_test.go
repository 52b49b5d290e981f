package doc

import (
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []Block
	}{
		{"paragraph", "В целях реализации", []Block{{Parts: []string{"В целях реализации"}}}},
		{"empty lines do not count", "\n\n  \nТекст\n\n", []Block{{Parts: []string{"Текст"}}}},
		{"two parts", "#registration 25.06.2021 | № 109", []Block{{Role: Registration, Parts: []string{"25.06.2021", "№ 109"}}}},
		{"label", "#clause 2.1. обеспечить", []Block{{Role: Clause, Label: "2.1.", Parts: []string{"обеспечить"}}}},
		{"label alone", "#page landscape", []Block{{Role: Page, Label: "landscape"}}},
		{"escapes", `#title \# и \| и \\ и\nстрока`, []Block{{Role: Title, Parts: []string{"# и | и \\ и\nстрока"}}}},
		{"escaped mark is a paragraph", `\#title не заголовок`, []Block{{Parts: []string{"#title не заголовок"}}}},
		{"empty part", "#registration | № 1", []Block{{Role: Registration, Parts: []string{"", "№ 1"}}}},
		{"heading with a number and a name", "#heading 2. Сеть | set", []Block{{Role: Heading, Label: "2.", Parts: []string{"Сеть"}, Name: "set"}}},
		{"item", "#item а) первое", []Block{{Role: Item, Label: "а)", Parts: []string{"первое"}}}},
		{"reference", `см. таблицу {table:svod} и \{скобки\}`, []Block{{Parts: []string{"см. таблицу  и {скобки}"},
			Spans: []Span{{Kind: RefTable, Text: "svod", From: 12, To: 12, Line: 1}}}}}, // «см. таблицу » is 12 runes
		{"references at the ends", "#registration x | {heading:a} и {figure: b } ", []Block{{Role: Registration, Parts: []string{"x", " и "},
			Spans: []Span{{Kind: RefHeading, Text: "a", Part: 1, Line: 1}, {Kind: RefFigure, Text: "b", Part: 1, From: 3, To: 3, Line: 1}}}}},
		{"title page", "#cover above Округ | Управление\n#cover foot г. Примерск | 2022\nТекст", []Block{
			{Role: Cover, Label: CoverAbove, Parts: []string{"Округ", "Управление"}},
			{Role: Cover, Label: CoverFoot, Parts: []string{"г. Примерск", "2022"}}, {Parts: []string{"Текст"}}}},
		{"turned title page", "#page landscape\n#cover kind ДОКЛАД", []Block{{Role: Page, Label: Landscape}, {Role: Cover, Label: CoverKind, Parts: []string{"ДОКЛАД"}}}},
		{"no-break spaces stay", "\u00a0Текст\u00a0", []Block{{Parts: []string{"\u00a0Текст\u00a0"}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, faults := Parse(test.text)
			if len(faults) > 0 {
				t.Fatalf("faults: %v", faults)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %#v\nwant %#v", got, test.want)
			}
		})
	}
}

func TestParseFaults(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"#titel О чём", "неизвестный вид строки «#titel»"},
		{"#clause", "после «#clause» нужно слово"},
		{"#page sideways", "после «#page» не может стоять «sideways»"},
		{"#heading 4 Текст", "после «#heading» не может стоять «4»"},
		{"#heading 1 Текст | {table:svod}", "в имени заголовка не может быть ссылки"},
		{"#heading 1 |", "после | нет имени заголовка"},
		{"#item * Текст", "после «#item» не может стоять «*»"},
		{"таблица {table:svod", "не закрыта скобка {"},
		{"таблица {svod}", "после скобки нужно слово с двоеточием, а стоит «{svod»"},
		{"#title О {table:}", "ссылка без имени"},
		{"#signature Начальник", "«#signature»: частей текста 1, а нужно 2"},
		{"#title", "«#title»: частей текста 0, а нужно 1"},
		{"#kind ПРИКАЗ | лишнее", "«#kind»: частей текста 2, а нужно 1"},
		{"#cover", "после «#cover» нужно слово"},
		{"#cover title О чём", "после «#cover» не может стоять «title»"},
		{"#cover kind", "«#cover»: частей текста 0, а нужно от 1 до 6"},
		{"#cover kind ДОКЛАД", "титульный лист начинает бумагу, а перед «#cover kind» стоит другая строка"},
		{"#letterhead а | б | в | г | д", "«#letterhead»: частей текста 5, а нужно от 1 до 4"},
	} {
		blocks, faults := Parse("первая строка\n" + test.text)
		if len(blocks) != 1 || len(faults) != 1 {
			t.Errorf("%s: blocks %d, faults %d; want 1 and 1", test.text, len(blocks), len(faults))
			continue
		}
		if faults[0].Text != test.want || faults[0].Line != 2 || faults[0].Hint == "" {
			t.Errorf("%s:\n got %+v\nwant %s at line 2 with a hint", test.text, faults[0], test.want)
		}
	}
}

// What Format writes, Parse reads back the same, whatever was typed.
func FuzzFormat(f *testing.F) {
	for _, seed := range []string{
		"#title О чём | вот\nабзац", `#clause 1. \# \| \\ \n`, "#page landscape\n#table roadmap",
		"\\", "#", "# ", "#clause \\  x", "#signature  |", "a\rb", "#registration a|b|c", "#title \\\\n", "##title",
		"#heading 1. Текст | имя", "#item – а", "#item б) в", "{table:a} {figure:b}", "#title {heading:a} | {", `\{table:a\}`,
		`{table:\}}`, `x\ {table: a }  {table:b}\ `, "#heading 2 {table:x} | y", `#{table:x}#`, "#contents Содержание",
		"#cover above а | б\n#cover kind в\n#cover kind г\nд\n#cover foot е", "#page landscape\n#cover \\mark х\n#page portrait\n#cover foot", "#cover above | а",
		"Слово {note:сноска с {link:https://a.ru | адресом} в ней} и {link:https://b.ru/a-b}.", "{link:http://a | # x}",
		`\{не скобка\} {note:x`, "#title а {note:б}", " а \\n {note: \\ б } {link:mailto:a@b\\|c | \\ d}", "а{note:б}{note:в} | г",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, _ := Parse(text)
		written := Format(once)
		twice, faults := Parse(written)
		if len(faults) > 0 {
			t.Fatalf("Format wrote what Parse refuses: %q → %q: %v", text, written, faults)
		}
		if again := Format(twice); again != written {
			t.Fatalf("%q\n once %q\ntwice %q", text, written, again)
		}
	})
}

// Any text of the data stands for itself.
func FuzzEscape(f *testing.F) {
	f.Add("#title | \\ \n x")
	f.Add("{table:svod} \\{ }")
	f.Add("{note:x} }{link:https://a.ru | б}")
	f.Fuzz(func(t *testing.T, text string) {
		blocks, faults := Parse("#kind " + Escape("x"+text+"x"))
		if len(faults) > 0 || len(blocks) != 1 {
			t.Fatalf("%q: %v", text, faults)
		}
		want := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace("x" + text + "x")
		if len(blocks[0].Spans) > 0 {
			t.Fatalf("%q: a span", text)
		}
		if got := blocks[0].Text(); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}
