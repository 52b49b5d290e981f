package xlsx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var hostile = []string{
	"=1+1", "=HYPERLINK(\"http://a.ru\";\"x\")", "+7 912 000-00-00", "-5", "−3", "@SUM(A1)", "\t=1+1", "|cmd", "%0A=1",
	"'20", "'=1+1", "''", "1.10", "1,10", "01.02.2021", "10-12", "1e5", "007", "TRUE", "ИСТИНА", "#ССЫЛКА!", "0,5 %",
	"http://okhansk.ru", "mailto:a@b.ru", "<b>&amp;</b>", "]]>", "a & b < c > d \" '", "<is><t>x</t></is>",
	"_x000D_", "_x005F_", "_x005F_x000D_", "_x005F__x000D_", "_x0041_x0042_", "_x00e9_x00E9_x00e9_", "__x0041__", "_x0041", "x_x", "_xZZZZ_",
	" начало", "конец ", "два  пробела", "1\u00a0000", "строка\nстрока", "\nстрока\n", "а\n\nб", "\n", " ", "таб\tтаб",
	"эмодзи 😀 и 漢字", "тонкий\u2009пробел", "\u200bноль", "мягкий\u00adперенос", "\ufeffBOM", "ё́", "\ufffd",
	"SUM(A1:A2)", "{=A1}", "\\n", "$A$1", "&P", "&[Страница]",
	strings.Repeat("очень длинный текст ", 100),
	strings.Repeat("Б", mostTextUnits), strings.Repeat("😀", mostTextUnits/2),
}

// The judge is the standard: the sheet is decoded by a reader of our own, and by
// excelize where it reads correctly.
func TestHostileTexts(t *testing.T) {
	var rows [][]string
	for _, text := range hostile {
		rows = append(rows, []string{text, text})
	}
	book := mustWrite(t, Sheet{Name: "Л", Table: table([]string{"А", "Б"}, rows...)})
	for i, row := range decode(t, part(t, book, "xl/worksheets/sheet1.xml"))[1:] {
		for _, got := range row {
			if got != hostile[i] {
				t.Errorf("%.60q came back as %.60q", hostile[i], got)
			}
		}
	}
	f := open(t, book)
	for i, text := range hostile {
		at := ref(0, i+2)
		got := must[string](t)(f.GetCellValue("Л", at, excelize.Options{RawCellValue: true}))
		if got != text {
			t.Errorf("excelize: %.60q came back as %.60q", text, got)
		}
		if formula := must[string](t)(f.GetCellFormula("Л", at)); formula != "" {
			t.Errorf("%q became the formula %q", text, formula)
		}
		if linked, _, _ := f.GetCellHyperLink("Л", at); linked {
			t.Errorf("%q became a link", text)
		}
	}
}

func TestHostileAboveAndHeaders(t *testing.T) {
	s := roadmap()
	s.Above[1].Parts = []string{"=1+1 & <b>"}
	s.Note = "@note"
	s.Table.Columns[0].Header = "=A1"
	got := map[string]bool{}
	for _, row := range decode(t, part(t, mustWrite(t, s), "xl/worksheets/sheet1.xml")) {
		for _, text := range row {
			got[text] = true
		}
	}
	for _, want := range []string{"=1+1 & <b>", "@note", "=A1"} {
		if !got[want] {
			t.Errorf("no %q", want)
		}
	}
}

// A line that ends in the way of Windows ends in a cell in the way of Excel.
func TestWindowsNewlines(t *testing.T) {
	book := mustWrite(t, Sheet{Name: "Л", Table: table([]string{"А"}, []string{"а\r\nб\rв"})})
	if got := decode(t, part(t, book, "xl/worksheets/sheet1.xml"))[1][0]; got != "а\nб\nв" {
		t.Errorf("%q", got)
	}
}

// decode reads the texts of a sheet, row by row, by the letter of the standard.
// Every cell must be an inline string.
func decode(t testing.TB, sheetXML string) [][]string {
	t.Helper()
	type inline struct {
		Type string  `xml:"t,attr"`
		Text string  `xml:"is>t"`
		F    *string `xml:"f"`
		V    *string `xml:"v"`
	}
	var parsed struct {
		Rows []struct {
			Cells []inline `xml:"c"`
		} `xml:"sheetData>row"`
	}
	if err := xml.Unmarshal([]byte(sheetXML), &parsed); err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, r := range parsed.Rows {
		var row []string
		for _, c := range r.Cells {
			if c.F != nil || c.V != nil || c.Type != "" && c.Type != "inlineStr" {
				t.Fatalf("a cell that is not a text: %+v", c)
			}
			if c.Type != "" {
				row = append(row, unescape(c.Text))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

var group = regexp.MustCompile(`_x[0-9a-fA-F]{4}_`)

// unescape is ST_Xstring read from left to right.
func unescape(text string) string {
	return group.ReplaceAllStringFunc(text, func(g string) string {
		n, _ := strconv.ParseUint(g[2:6], 16, 16)
		return string(rune(n))
	})
}
