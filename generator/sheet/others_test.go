package sheet

import (
	"os"
	"testing"
)

// The same reading of books that other programs wrote (testdata/README.md).
func TestBooksOfOtherPrograms(t *testing.T) {
	for name, want := range map[string]string{
		"libreoffice.xlsx": `A1 text "Сведения"
A2 text "Школа"
B2 text "Срок"
C2 text "Доля"
A3 text "МБОУ «Оханская СОШ»\nфилиал"
B3 day "25.06.2021"
C3 number percent "50,0%"
D3 clock "14:30"
E3 number "1"
F3 fault formula "#ЗНАЧ!"
G3 fault formula "#ЗНАЧ!"
A4 number row hidden "12,5"
`,
		// exceljs does not escape _x000D_, so that Excel reads a line break too.
		"exceljs.xlsx": `A1 text "Школа"
B1 text "Срок"
C1 text "Доля"
D1 text "Итог"
E1 text "Не сосчитано"
A2 text "МБОУ «Заря»\nфилиал"
B2 day "25.06.2021"
C2 number percent "25%"
D2 number formula "0,5"
E2 empty formula uncached ""
A3 text row hidden "\n"
B3 truth row hidden "ИСТИНА"
C3 fault row hidden "#Н/Д"
D3 text row hidden "ссылка"
E3 text row hidden " края "
`,
	} {
		if got := shown(t, mustOpen(t, name).Sheets[0]); got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

func TestWhatIsSentInPlaceOfATable(t *testing.T) {
	sent := func(name string) []byte {
		raw, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	office := func(part string) []byte { return parts{part: "<x/>"}.zip(t) }
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"a.xls", sent("old.xls"), "старого формата (.xls)"},
		{"a.xlsx", sent("locked.xlsx"), "защищён паролем"},
		{"a.ods", sent("open.ods"), "OpenDocument"},
		{"a.docx", office("word/document.xml"), "Word"},
		{"a.pptx", office("ppt/presentation.xml"), "презентация"},
		{"a.xlsb", office("xl/workbook.bin"), ".xlsb"},
		{"a.zip", zipOf(t, "книга.xlsx", "x"), "архив ZIP"},
		{"a.zip", []byte("PK\x05\x06" + string(make([]byte, 18))), "архив ZIP"},
		{"a.xls", []byte("\x09\x08\x10\x00\x00\x06\x05\x00"), "старого формата"},
		{"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"), "Word (.doc)"},
		{"a.msg", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "старого Microsoft Office"},
		{"a.pdf", []byte("%PDF-1.7\n"), "PDF"},
		{"a.rtf", []byte(`{\rtf1`), "RTF"},
		{"a.jpg", []byte("\xff\xd8\xff\xe0"), "JPEG"},
		{"a.png", []byte("\x89PNG\r\n\x1a\n"), "PNG"},
		{"a.webp", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "WebP"},
		{"a.bmp", []byte("BM\x36\x00\x00\x00\x00\x00\x00\x00\x36"), "не таблица"},
		{"a.rar", []byte("Rar!\x1a\x07"), "RAR"},
		{"a.xlsx", nil, "пустой"},
		{"a.xlsx", []byte("\ufeff\n<html><body><table>"), "HTML"},
		{"a.xls", []byte("<table><tr>"), "HTML"},
		{"a.xml", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), "Таблица XML 2003"},
		{"a.xml", []byte(`<?xml version="1.0"?><a/>`), "файл XML"},
		{"a.xlsx", []byte("а;б\n1;2\n"), "только назван .xlsx"},
		{"a.csv", make([]byte, maxRaw+1), "больше 64 МБ"},
		{"a.csv", make([]byte, maxCSV+1), "больше 16 МБ"},
		{"a.xlsx", zipOf(t, "xl/workbook.xml", "a", "xl/workbook.xml", "b"), "два файла с одним именем"},
		{"a.xlsx", zipOf(t, "xl/workbook.xml", "a", `XL\Workbook.xml`, "b"), "два файла с одним именем"},
		{"a.xlsx", zipOf(t, "../../etc/passwd", "a"), "недопустимым именем"},
		{"a.xlsx", zipOf(t, "/etc/passwd", "a"), "недопустимым именем"},
		{"a.xlsx", zipOf(t, `xl\..\..\a`, "a"), "недопустимым именем"},
		{"a.xlsx", zipOf(t, `C:\a`, "a"), "недопустимым именем"},
	} {
		_, err := Open(c.name, c.raw)
		refused(t, c.name, err, c.want)
	}
}

// Wherever the sending broke off, it is told; a byte changed on the way never panics.
func TestTruncatedAndDamaged(t *testing.T) {
	whole := parts{"xl/worksheets/sheet1.xml": worksheet(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)}.zip(t)
	for n := 3; n < len(whole); n++ { // «PK» alone is a text
		_, err := readCells(whole[:n])
		refused(t, "cut", err)
	}
	for i := range whole {
		changed := append([]byte(nil), whole...)
		changed[i] ^= 0x55
		if _, err := readCells(changed); err != nil {
			refused(t, "changed", err)
		}
	}
	if n, err := readCells(append(whole, "что-то за концом"...)); n != 1 || err != nil {
		t.Error("bytes behind the end of the archive:", n, err)
	}
}

func TestRowsMayBeLeftAndAskedForAgain(t *testing.T) {
	s := mustOpen(t, "openpyxl.xlsx").Sheets[0]
	for row, err := range s.Rows() {
		if err != nil || row.Number != 1 {
			t.Fatal(row, err)
		}
		break
	}
	if got := shown(t, s); got != openpyxlSheet {
		t.Error(got)
	}
}
