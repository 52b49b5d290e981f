package form

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/sheet"
	"doklad/generator/xlsx"
)

func TestKeys(t *testing.T) {
	for _, parts := range [][]string{{"2.2", "2026-Q3", "ab", ""}, {"а|б", "%7C", "\n", "x"}, {""}, {"", "", ""}} {
		back, ok := ParseKey(" " + Key(parts...) + " ")
		if !ok || strings.Join(back, "\x00") != strings.Join(parts, "\x00") {
			t.Errorf("%q came back as %q", parts, back)
		}
		if strings.ContainsAny(Key(parts...), "\n\r") {
			t.Errorf("%q has lines", Key(parts...))
		}
	}
	key := Key("1.1", "2026")
	for _, damaged := range []string{"", "1.1", strings.Replace(key, "2026", "2027", 1), key[1:], key + "0", "|" + key} {
		if parts, ok := ParseKey(damaged); ok {
			t.Errorf("%q is read as %q", damaged, parts)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "",
		" \u00a0\t":               "",
		" а\u00a0\u00a0б  в ":     "а б в",
		"а\r\nб\rв\u2028г":        "а\nб\nв\nг",
		"\n\n а \n\n б \n\n":      "а\n\nб",
		"сло\u00adво\u200b\ufeff": "слово",
		"\x07знак\x1b":            "знак",
		"=1+1":                    "=1+1",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if again := Clean(Clean(text)); again != Clean(text) {
			t.Errorf("%q is cleaned twice to %q", text, again)
		}
	}
}

func TestFreeName(t *testing.T) {
	taken := map[string]bool{"vse": true}
	for _, test := range [][3]string{{"ds-02", "Сад", "ds-02"}, {"DS-02", "", "ds-02-2"}, {"", "Школа № 1", "shkola-1"}, {"", "Школа №1", "shkola-1-2"},
		{"vse", "", "vse-2"}, {"", "日本", "forma"}, {"", "", "forma-2"}, {"nul", "", "nul-1"}} {
		if got := FreeName(test[0], test[1], taken); got != test[2] {
			t.Errorf("%v: %s", test, got)
		}
	}
}

var asked = []Column{{Name: "who", Header: "Кто"}, {Name: "day", Header: "День", Filled: true}, {Name: "what", Header: "Что", Filled: true},
	{Name: "more", Header: "Ещё", Filled: true, Optional: true}}

// form is a small form of three rows with their keys.
func form(t *testing.T, change func(f *excelize.File)) *sheet.Book {
	t.Helper()
	table := &doc.Table{}
	for _, c := range append(asked[:3:3], KeyColumn) {
		table.Columns = append(table.Columns, doc.Column{Header: c.Header, Name: c.Name})
	}
	for _, who := range []string{"а", "б", "в"} {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: who}, {}, {}, {Text: Key(who)}}})
	}
	passport := Passport{Kind: "test", Version: 1, Folder: "okhansk", Office: "Управление «X»", Subject: "2026-9", Title: "приказ № 9", Body: "Школа", Made: model.Date{Year: 2026, Month: 11, Day: 22}, Source: "ab"}
	raw, _, err := xlsx.Write([]xlsx.Sheet{{Name: "Лист", Table: table, Unseen: []string{"key"}}, passport.Sheet()}, xlsx.Properties{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Open("a.xlsx", out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got, found, err := ReadPassport(book)
	if err != nil || !found || got != passport {
		t.Errorf("the passport is read as %+v, %v %v", got, found, err)
	}
	return book
}

func read(t *testing.T, b *sheet.Book) *Table {
	t.Helper()
	table, problems, err := Read(b, asked, "возьмите форму")
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return table
}

// What is merged over rows is said of each of them; over columns, of the first.
func TestMergedCells(t *testing.T) {
	table := read(t, form(t, func(f *excelize.File) {
		_ = f.SetCellValue("Лист", "B2", "01.09.2026")
		_ = f.MergeCell("Лист", "B2", "B4")
		_ = f.SetCellValue("Лист", "C3", "оба")
		_ = f.MergeCell("Лист", "C3", "C4")
	}))
	var faults diag.List
	for i, want := range []string{"", "оба", "оба"} {
		r := table.Rows[i]
		if d := r.Day("day", &faults); d != (model.Date{Year: 2026, Month: 9, Day: 1}) || r.Text("what", &faults) != want || r.Text("more", &faults) != "" {
			t.Errorf("row %d: %s, %q", r.Number, d, r.Text("what", &faults))
		}
	}
	if len(faults) > 0 || table.Rows[2].Place("day") != "«Лист»!B4" {
		t.Errorf("%v %s", faults, table.Rows[2].Place("day"))
	}
}

// A copied header is no row; a row without a key is a note.
func TestStrayRows(t *testing.T) {
	table := read(t, form(t, func(f *excelize.File) {
		_ = f.SetSheetRow("Лист", "A6", &[]any{"Кто", "День", "Что", KeyColumn.Header})
		_ = f.SetCellValue("Лист", "A8", "Директор")
		_ = f.SetCellValue("Лист", "C9", "подпись")
	}))
	if len(table.Rows) != 3 || len(table.Stray) != 1 || table.Stray[0].Number != 9 {
		t.Errorf("%d rows, %v", len(table.Rows), table.Stray)
	}
}

// Nothing that stands in a cell of days is taken for a day unless it is one.
func TestNoDays(t *testing.T) {
	for value, want := range map[any]string{true: "не дата", 46315: "число, а не дата", 12.5: "число, а не дата", "в мае": "не дата"} {
		table := read(t, form(t, func(f *excelize.File) {
			_ = f.SetCellValue("Лист", "B2", value)
			_ = f.SetCellStyle("Лист", "B2", "B2", 0)
		}))
		var faults diag.List
		if d := table.Rows[0].Day("day", &faults); !d.IsZero() || len(faults) != 1 || !strings.Contains(faults[0].Text, want) || faults[0].Hint == "" || faults[0].Cell != "«Лист»!B2" {
			t.Errorf("%v: %s, %v", value, d, faults)
		}
	}
}
