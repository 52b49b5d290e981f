package sheet

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func utf16Bytes(text string, bigEndian, mark bool) []byte {
	if mark {
		text = "\ufeff" + text
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func cp1251(text string) []byte {
	var b []byte
	for _, r := range text {
		switch {
		case r < 0x80:
			b = append(b, byte(r))
		case 'А' <= r && r <= 'я':
			b = append(b, byte(r-'А')+0xC0)
		default:
			for i, high := range high1251 {
				if high == r {
					b = append(b, byte(0x80+i))
				}
			}
		}
	}
	return b
}

func TestEncodings(t *testing.T) {
	const text = "№;Школа\r\n1;«Ёлка» — 5 %\r\n"
	const want = "A1 text \"№\"\nB1 text \"Школа\"\nA2 text \"1\"\nB2 text \"«Ёлка» — 5 %\"\n"
	for name, raw := range map[string][]byte{
		"UTF-8":            []byte(text),
		"UTF-8 with BOM":   []byte("\ufeff" + text),
		"cp1251":           cp1251(text),
		"UTF-16LE, BOM":    utf16Bytes(text, false, true),
		"UTF-16BE, BOM":    utf16Bytes(text, true, true),
		"UTF-16LE, no BOM": utf16Bytes(text, false, false),
		"UTF-16BE, no BOM": utf16Bytes(text, true, false),
	} {
		b, err := Open("таблица.csv", raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := shown(t, b.Sheets[0]); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestFields(t *testing.T) {
	for text, want := range map[string]string{
		"а;б\n1;2\n":                 "A1 а|B1 б|A2 1|B2 2",
		"а,б\n1,2\n":                 "A1 а|B1 б|A2 1|B2 2",
		"а\tб\r1\t2":                 "A1 а|B1 б|A2 1|B2 2",
		"sep=,\r\nа,б;в\r\n":         "A1 а|B1 б;в",
		"Доля\n1,5\n2,5\n":           "A1 Доля|A2 1,5|A3 2,5",
		"Школа;Доля\nа;1,5\nб;2,5":   "A1 Школа|B1 Доля|A2 а|B2 1,5|A3 б|B3 2,5",
		"\"а\nб\";\"в \"\"г\"\"\"":   "A1 а\nб|B1 в \"г\"",
		"\"а\r\nб\";2\nв;3":          "A1 а\nб|B1 2|A2 в|B2 3",
		"ООО \"Заря\";2\nа;\"\"":     "A1 ООО \"Заря\"|B1 2|A2 а",
		";;в;\n\n;;;\n;2":            "C1 в|B4 2",
		"Отчёт, 2021 г.\nа;б\n1;2":   "A1 Отчёт, 2021 г.|A2 а|B2 б|A3 1|B3 2",
		"один столбец\nещё строка":   "A1 один столбец|A2 ещё строка",
		" \"а\";б":                   "A1  \"а\"|B1 б",
		"\"Иванов, Пётр\";5\n\";\";": "A1 Иванов, Пётр|B1 5|A2 ;",
	} {
		var got []string
		for row, err := range openCSV(t, text).Rows() {
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			for _, c := range row.Cells {
				got = append(got, c.Name()+" "+c.Text)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestTextIsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		line int
		want string
	}{
		{"mojibake of cp1251", []byte("а;б\n1;РћС‚С‡С‘С‚\n"), 2, "не в той кодировке"},
		{"mojibake of №", []byte("в„– Рї/Рї\n"), 1, "не в той кодировке"},
		{"mojibake of a dash", []byte("а вЂ” б\n"), 1, "не в той кодировке"},
		{"mojibake of Greek", []byte("Π§ΠΈΡ\u0081Π»ΠΎ\n"), 1, "не в той кодировке"},
		{"mojibake of Latin", []byte("Ð§Ð¸ÑÐ»Ð¾\n"), 1, "не в той кодировке"},
		{"UTF-8 cut inside a letter", []byte("Школа;Отч\xd1\nа;б\n"), 0, "кодировка текста не распознана"},
		{"lost letters", []byte("а;б\n\nШкола \ufffd;1\n"), 3, "потеряна"},
		{"DOS", []byte("\x98\xaa\xae\xab\xa0;\x8e\xe2\xe7\xf1\xe2\n"), 0, "кодировка текста не распознана"},
		{"KOI8-R", []byte("\xfb\xcb\xcf\xcc\xc1 \xf0\xc5\xd2\xcd\xd8 \xef\xc8\xc1\xce\xd3\xcb\n"), 0, "кодировка текста не распознана"},
		{"zero bytes", []byte("а;\x00\x00\x00\x00"), 0, "не текст"},
		{"control", []byte("а;\x01"), 0, "не текст"},
		{"half of UTF-16", []byte("\xff\xfea"), 0, "обрывается"},
		{"spaces", []byte(" \r\n\t\n"), 0, "ни одной буквы"},
		{"only BOM", []byte("\ufeff"), 0, "ни одной буквы"},
		{"quote", []byte("а;б\n1;\"2\n3;4\n"), 2, "кавычка открыта"},
		{"behind a quote", []byte("а;б\n\"1\"2;3\n"), 2, "за закрывающей кавычкой"},
		{"a novel in a cell", []byte("а;" + strings.Repeat("б", maxText)), 0, "в одной ячейке"},
		{"columns", []byte(strings.Repeat(";", maxColumn) + "а"), 1, "столбцов больше"},
		{"rows", []byte(strings.Repeat("\n", maxRow) + "а"), maxRow + 1, "строк больше"},
	} {
		_, err := readCells(c.raw)
		refused(t, c.name, err, c.want)
		var r *Refusal
		if errors.As(err, &r) && r.Problem.Line != c.line {
			t.Errorf("%s: line %d, want %d", c.name, r.Problem.Line, c.line)
		}
	}
}

// Words that a detector of mojibake might take for it.
func TestSoundTextIsNotGarbled(t *testing.T) {
	for _, text := range []string{
		"МБОУ «СОШ № 1» — РЁ, СЃ; СССР… «Р»", "ΠΡΟΣ", "Ñandú Ð", "РС–1 и С№ 5", "в «Школе»", "“РФ”", "АИС «Ё»: ПРЁТ… ДРС®",
	} {
		if from, to := garbled(text); to > 0 {
			t.Errorf("%s: %s", text, text[from:to])
		}
	}
}
