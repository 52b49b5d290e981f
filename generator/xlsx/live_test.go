package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// form has two sections, of two rows each, and a total.
func form(inputs ...Input) Sheet {
	t := &doc.Table{Columns: []doc.Column{{Header: "№"}, {Header: "Состояние", Name: "state"}, {Header: "Ответ", Name: "answer"}}}
	for range 2 {
		t.Rows = append(t.Rows, doc.Row{Section: true, Cells: cells("Раздел")}, doc.Row{Cells: cells("1", "в работе")}, doc.Row{Cells: cells("2", "нет")})
	}
	t.Rows = append(t.Rows, doc.Row{Total: true, Cells: cells("Итого")})
	return Sheet{Name: "Форма", Table: t, Protect: true, NoFilter: true, Inputs: inputs}
}

func TestInputs(t *testing.T) {
	long := make([]string, 40)
	for i := range long {
		long[i] = fmt.Sprintf("Школа № %d", i)
	}
	year := func(month time.Month, d int) time.Time { return time.Date(2025, month, d, 0, 0, 0, 0, time.UTC) }
	for name, test := range map[string]struct {
		input                       Input
		kind, first, second, format string
		words                       string
	}{
		"a list":   {Input{Takes: TakesChoice, Choices: []string{"да", "нет & <так>"}}, "list", `"да,нет & <так>"`, "", "@", "из списка"},
		"commas":   {Input{Takes: TakesChoice, Choices: []string{"да, но", "нет"}}, "list", "'Списки'!$A$2:$A$3", "", "@", "из списка"},
		"quotes":   {Input{Takes: TakesChoice, Choices: []string{`"да"`, "=1+1"}}, "list", "'Списки'!$A$2:$A$3", "", "@", "из списка"},
		"formula":  {Input{Takes: TakesChoice, Choices: []string{"=1+1"}}, "list", "'Списки'!$A$2", "", "@", "из списка"},
		"long":     {Input{Takes: TakesChoice, Choices: long}, "list", "'Списки'!$A$2:$A$41", "", "@", "из списка"},
		"day":      {Input{Takes: TakesDay, From: year(1, 1), To: year(12, 31)}, "date", "45658", "46022", dayFormat, "не раньше 01.01.2025 не позже 31.12.2025"},
		"any day":  {Input{Takes: TakesDay}, "date", "61", "2958465", dayFormat, "вида 01.09.2025."},
		"percents": {Input{Takes: TakesNumber, Least: 0.1, Most: 99.9, Format: percents}, "decimal", "0.001", "0.999", `0.0\ %`, "от 0,1\u00a0% до 99,9\u00a0%"},
		"number":   {Input{Takes: TakesNumber}, "decimal", "-1000000000000000", "1000000000000000", "0", "Напишите число."},
		"whole":    {Input{Takes: TakesWhole, Most: 25000, Format: grouped}, "whole", "0", "25000", "#,##0", "целое число от 0 до 25\u00a0000"},
		"text":     {Input{Most: 500, Error: "Короче"}, "textLength", "0", "500", "@", "Короче"},
	} {
		t.Run(name, func(t *testing.T) {
			in := test.input
			in.At, in.Title, in.Prompt = "{answer}", "Ответ", "Что сюда писать"
			f := open(t, mustWrite(t, form(in)))
			rules := must[[]*excelize.DataValidation](t)(f.GetDataValidations("Форма"))
			if len(rules) != 1 {
				t.Fatal(rules)
			}
			r := rules[0]
			if r.Type != test.kind || r.Formula1 != test.first || r.Formula2 != test.second || r.Sqref != "C3:C4 C6:C7" ||
				!r.AllowBlank || !r.ShowErrorMessage || !r.ShowInputMessage || *r.PromptTitle != "Ответ" || *r.Prompt != "Что сюда писать" || *r.ErrorStyle != "stop" || r.ShowDropDown {
				t.Errorf("%+v", r)
			}
			if !strings.Contains(*r.Error, test.words) {
				t.Error(*r.Error)
			}
			for cell, wanted := range map[string]bool{"C3": true, "C7": true, "B3": false, "C8": false, "C2": false} {
				style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle("Форма", cell))))
				unlocked := style.Protection != nil && !style.Protection.Locked
				if unlocked != wanted || wanted != (len(style.Fill.Color) == 1 && style.Fill.Color[0] == "FFFFCC") {
					t.Errorf("%s: unlocked %v, %+v", cell, unlocked, style.Fill)
				}
				if got := formatOf(style); wanted && got != test.format {
					t.Errorf("%s: format %s", cell, got)
				}
			}
			if h := must[float64](t)(f.GetRowHeight("Форма", 3)); h < openHeight {
				t.Error("low", h)
			}
		})
	}
}

// formatOf is the format code; «@» keeps what is typed a text.
func formatOf(s *excelize.Style) string {
	if s.CustomNumFmt != nil {
		return *s.CustomNumFmt
	}
	return map[int]string{1: "0", 3: "#,##0", 49: "@"}[s.NumFmt]
}

// Lists of many columns share the hidden sheet, equal ones a column.
func TestLists(t *testing.T) {
	a, b := []string{"а, б", "в"}, []string{"г, д", "е", "ж"}
	other := form(Input{At: "{answer}", Takes: TakesChoice, Choices: b})
	other.Name = "Списки" // the name is taken
	f := open(t, mustWrite(t, form(Input{At: "{state[2:3]}", Takes: TakesChoice, Choices: a}, Input{At: "{state[5]}", Takes: TakesChoice, Choices: b},
		Input{At: "{answer}", Takes: TakesChoice, Choices: a}), other))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Форма", "Списки", "Списки (2)"}) {
		t.Fatal(got)
	}
	var got []string
	for _, sheet := range []string{"Форма", "Списки"} {
		for _, r := range must[[]*excelize.DataValidation](t)(f.GetDataValidations(sheet)) {
			got = append(got, r.Sqref+" "+r.Formula1)
		}
	}
	want := []string{"B3:B4 'Списки (2)'!$A$2:$A$3", "B6 'Списки (2)'!$B$2:$B$4", "C3:C4 C6:C7 'Списки (2)'!$A$2:$A$3", "C3:C4 C6:C7 'Списки (2)'!$B$2:$B$4"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	rows := must[[][]string](t)(f.GetRows("Списки (2)"))
	if len(rows) != 4 || !slices.Equal(rows[1], []string{"а, б", "г, д"}) || !slices.Equal(rows[3], []string{"", "ж"}) {
		t.Errorf("%q", rows)
	}
	if visible := must[bool](t)(f.GetSheetVisible("Списки (2)")); visible {
		t.Error("the lists are seen")
	}
}

func TestProtection(t *testing.T) {
	book := mustWrite(t, form(), scores())
	got := must[excelize.SheetProtectionOptions](t)(open(t, book).GetSheetProtection("Форма"))
	want := excelize.SheetProtectionOptions{AutoFilter: true, FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true}
	if got != want || !strings.Contains(part(t, book, "xl/worksheets/sheet1.xml"), `<sheetProtection sheet="true"`) {
		t.Errorf("%+v", got)
	}
	if strings.Contains(part(t, book, "xl/worksheets/sheet2.xml"), "sheetProtection") {
		t.Error("protected by itself")
	}
}

func TestMarks(t *testing.T) {
	s := scores()
	s.Marks = []Mark{
		{At: "{*}", Where: `{.children}>SUM({children})/2`, Colour: "F8CBAD", Bold: true},
		{At: "{school[1:2]}", Equal: []string{"№ 1", `«"&<>»`}, Pattern: doc.Dots, Strike: true},
	}
	f := open(t, mustWrite(t, s))
	rules := must[map[string][]excelize.ConditionalFormatOptions](t)(f.GetConditionalFormats("Свод"))
	rows, texts := rules["A2:E3"], rules["A2:A3"]
	if len(rules) != 2 || len(rows) != 1 || len(texts) != 2 {
		t.Fatalf("%+v", rules)
	}
	if rows[0].Criteria != "$B2>SUM($B$2:$B$3)/2" || texts[0].Value != `"№ 1"` || texts[1].Value != `"«""&<>»"` {
		t.Errorf("%+v", rules)
	}
	bold, dots := must[*excelize.Style](t)(f.GetConditionalStyle(*rows[0].Format)), must[*excelize.Style](t)(f.GetConditionalStyle(*texts[0].Format))
	if !bold.Font.Bold || bold.Fill.Pattern != solid || bold.Fill.Color[0] != "F8CBAD" || !dots.Font.Strike || dots.Fill.Pattern != 18 {
		t.Errorf("%+v %+v %+v %+v", bold.Font, bold.Fill, dots.Font, dots.Fill)
	}
}

// What a mark sets in bold is not cut: bold letters are wider.
func TestBoldMarksHaveRoom(t *testing.T) {
	s := Sheet{Name: "Л", Table: table([]string{"А", "Б"}, []string{"а", strings.Repeat("Утверждение показателей ", 40)})}
	s.Marks = []Mark{{At: "{*}", Where: `{.1}="а"`, Bold: true}}
	p, _ := lay("Л", s)
	bold := bodyFont
	bold.bold = true
	if need := bold.height(s.Table.Rows[0].Cells[1].Text, room(p.widths[1], 1)); p.rows[1].height < need || need == bodyFont.height(s.Table.Rows[0].Cells[1].Text, room(p.widths[1], 1)) {
		t.Errorf("%v high, %v is needed", p.rows[1].height, need)
	}
}

func TestWhichSheetsAreSeen(t *testing.T) {
	sheets := func(set func(s []Sheet)) []Sheet {
		s := []Sheet{form(), scores(), counts()}
		set(s)
		return s
	}
	for i, set := range []func(s []Sheet){func(s []Sheet) {}, func(s []Sheet) { s[0].Hidden = true }, func(s []Sheet) { s[0].Hidden = true; s[2].Opens = true }} {
		f := open(t, mustWrite(t, sheets(set)...))
		if f.GetActiveSheetIndex() != i {
			t.Errorf("opens on %d, not on %d", f.GetActiveSheetIndex(), i)
		}
		if visible := must[bool](t)(f.GetSheetVisible("Форма")); visible != (i == 0) {
			t.Error("visible", i, visible)
		}
		for sheet := range 3 {
			if xml := part(t, mustWrite(t, sheets(set)...), fmt.Sprintf("xl/worksheets/sheet%d.xml", sheet+1)); strings.Contains(xml, `tabSelected="true"`) != (sheet == i) {
				t.Errorf("sheet %d is chosen, or not, in the book that opens on %d", sheet, i)
			}
		}
	}
	keys := Pairs("Ключи", [2]string{"form", "2025-1"}, [2]string{"checksum", "=1+1"})
	book := mustWrite(t, form(), keys)
	if !strings.Contains(part(t, book, "xl/workbook.xml"), `state="veryHidden"`) {
		t.Error("people are offered the keys")
	}
	if rows := must[[][]string](t)(open(t, book).GetRows("Ключи")); len(rows) != 3 || !slices.Equal(rows[2], []string{"checksum", "=1+1"}) {
		t.Errorf("%q", rows)
	}
	for _, bad := range [][]Sheet{{keys}, sheets(func(s []Sheet) { s[0].Opens, s[1].Opens = true, true }), sheets(func(s []Sheet) { s[1].Opens, s[1].Hidden = true, true })} {
		if _, _, err := Write(bad, paper); err == nil {
			t.Error("taken")
		}
	}
}

func TestNames(t *testing.T) {
	s := scores()
	s.Names = []Name{{"Дети", "{children}"}, {"всё", "{*}"}}
	for _, n := range open(t, mustWrite(t, s)).GetDefinedName() {
		if n.Name == "Дети" && n.RefersTo != "'Свод'!$B$2:$B$3" || n.Name == "всё" && n.RefersTo != "'Свод'!$A$2:$E$3" {
			t.Errorf("%+v", n)
		}
	}
	for _, name := range []string{"", "A1", "xfd12", "R1C1", "c", "две части", "1а", "Дети"} {
		s.Names[1].Name = name
		if _, _, err := Write([]Sheet{s}, paper); err == nil {
			t.Errorf("%q taken", name)
		}
	}
}

func TestSheetOfWords(t *testing.T) {
	s := Sheet{Name: "Инструкция", Note: "Пример", Text: []doc.Block{
		{Role: doc.Title, Parts: []string{"Как заполнить"}}, {Role: doc.Heading, Label: "1.", Parts: []string{"Что"}},
		{Parts: []string{strings.Repeat("=СУММ Заполняются только жёлтые ячейки. ", 20)}},
		{Role: doc.Item, Label: doc.Letters, Parts: []string{"первое"}}, {Role: doc.Item, Label: doc.Letters, Parts: []string{"второе"}}}}
	f := open(t, mustWrite(t, s))
	var texts []string
	for r, row := range must[[][]string](t)(f.GetRows("Инструкция")) {
		if text := strings.Join(row, ""); text != "" {
			texts = append(texts, text)
		}
		if h := must[float64](t)(f.GetRowHeight("Инструкция", r+1)); strings.HasPrefix(strings.Join(row, ""), "=") && h < 100 {
			t.Error("the paragraph is cut", h)
		}
	}
	if want := []string{"Пример", "Как заполнить", "1 Что", s.Text[2].Parts[0], "а) первое", "б) второе"}; !slices.Equal(texts, want) {
		t.Errorf("%q", texts)
	}
	if page := must[excelize.PageLayoutOptions](t)(f.GetPageLayout("Инструкция")); *page.Orientation != "portrait" || *page.FitToWidth != 1 {
		t.Errorf("%+v", page)
	}
	if names := f.GetDefinedName(); len(names) > 0 {
		t.Error(names)
	}
}

// What a programmer got wrong is an error that names it.
func TestLiveFaults(t *testing.T) {
	choice := []string{"да"}
	for fault, change := range map[string]func(s *Sheet){
		"have a cell in common": func(s *Sheet) { s.Inputs = []Input{{At: "{answer}"}, {At: "{*[2]}"}} },
		"нет столбца":           func(s *Sheet) { s.Inputs = []Input{{At: "{нет}"}} },
		"нет строк":             func(s *Sheet) { s.Inputs = []Input{{At: "{answer[8]}"}} },
		"is no reference":       func(s *Sheet) { s.Inputs = []Input{{At: "answer"}} },
		"of the sheet itself":   func(s *Sheet) { s.Marks = []Mark{{At: "{Форма!answer}", Equal: choice, Bold: true}} },
		"table of the sheet":    func(s *Sheet) { s.Inputs = []Input{{At: "{.answer}"}} },
		"choices are for":       func(s *Sheet) { s.Inputs = []Input{{At: "{answer}", Takes: TakesChoice}} },
		"said twice": func(s *Sheet) {
			s.Inputs = []Input{{At: "{answer}", Takes: TakesChoice, Choices: []string{"а", "а"}}}
		},
		"nothing can meet":       func(s *Sheet) { s.Inputs = []Input{{At: "{answer}", Takes: TakesNumber, Least: 2, Most: 1}} },
		"percents":               func(s *Sheet) { s.Inputs = []Input{{At: "{answer}", Takes: TakesWhole, Format: percents}} },
		"more than 255":          func(s *Sheet) { s.Inputs = []Input{{At: "{answer}", Prompt: strings.Repeat("а", 256)}} },
		"nothing that is known":  func(s *Sheet) { s.Inputs = []Input{{At: "{answer}", Takes: 9}} },
		"black and white":        func(s *Sheet) { s.Marks = []Mark{{At: "{state}", Equal: choice, Colour: "FF0000"}} },
		"one of Equal and Where": func(s *Sheet) { s.Marks = []Mark{{At: "{state}", Bold: true}} },
		"no colour":              func(s *Sheet) { s.Marks = []Mark{{At: "{state}", Equal: choice, Bold: true, Colour: "red"}} },
		"a text of more than": func(s *Sheet) {
			s.Marks = []Mark{{At: "{state}", Equal: []string{strings.Repeat("а", 256)}, Bold: true}}
		},
		"нет столбца «x»":           func(s *Sheet) { s.Marks = []Mark{{At: "{state}", Where: "{.x}=1", Bold: true}} },
		"и таблица, и слова":        func(s *Sheet) { s.Text = []doc.Block{{Parts: choice}} },
		"заголовок без уровня":      func(s *Sheet) { s.Table, s.Text = nil, []doc.Block{{Role: doc.Heading, Parts: choice}} },
		"table of the sheet itself": func(s *Sheet) { s.Table, s.Text, s.Inputs = nil, []doc.Block{{Parts: choice}}, []Input{{At: "{1}"}} },
	} {
		s := form()
		change(&s)
		if book, _, err := Write([]Sheet{s}, paper); err == nil || book != nil || !strings.Contains(err.Error(), fault) {
			t.Errorf("%s: %v", fault, err)
		}
	}
}

func TestLiveBookIsTheSameBytes(t *testing.T) {
	sheets := func() []Sheet {
		s := scores()
		s.Marks = []Mark{{At: "{*}", Where: "{.children}>0", Bold: true}}
		s.Names = []Name{{"Дети", "{children}"}}
		return []Sheet{s, counts(), form(Input{At: "{answer}", Takes: TakesChoice, Choices: []string{"а, б"}}, Input{At: "{state}"})}
	}
	want := string(mustWrite(t, sheets()...))
	for range 20 {
		if string(mustWrite(t, sheets()...)) != want {
			t.Fatal("other bytes")
		}
	}
}
