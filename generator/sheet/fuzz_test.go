package sheet

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// sound demands what every reading promises: a refusal with its cure, or cells that
// ascend, of valid text.
func sound(t *testing.T, b *Book, err error) {
	t.Helper()
	if !cured(t, err) {
		return
	}
	for _, s := range b.Sheets {
		lastRow := 0
		for row, err := range s.Rows() {
			if !cured(t, err) {
				break
			}
			if row.Number <= lastRow || row.Number > maxRow || len(row.Cells) == 0 {
				t.Fatalf("row %d after %d, %d cells", row.Number, lastRow, len(row.Cells))
			}
			lastRow = row.Number
			lastColumn := 0
			for _, c := range row.Cells {
				if c.Column <= lastColumn || c.Column > maxColumn || c.Row != row.Number || c.Kind == Empty && !c.Formula || !utf8.ValidString(c.Text) {
					t.Fatalf("%+v after column %d", c, lastColumn)
				}
				lastColumn = c.Column
			}
		}
		_, err := s.Merged()
		cured(t, err)
		_, err = FindTable(s, "Школа", "Срок")
		cured(t, err)
	}
}

func cured(t *testing.T, err error) bool {
	t.Helper()
	var r *Refusal
	if err != nil && (!errors.As(err, &r) || r.Problem.Text == "" || r.Problem.Hint == "" || !utf8.ValidString(err.Error())) {
		t.Fatalf("no clear refusal: %q", err)
	}
	return err == nil
}

func FuzzOpen(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.*")
	for _, name := range files {
		if raw, err := os.ReadFile(name); err == nil {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Open("книга", raw)
		sound(t, b, err)
	})
}

// The parts are fuzzed without the archive, whose checksums would hide them.
func FuzzParts(f *testing.F) {
	f.Add(worksheet(`<cols><col min="1" max="2" hidden="1"/></cols><row r="1" hidden="1"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" t="d"><f>x</f><v>2021-06-25</v></c><c t="inlineStr"><is><r><t>a_x000D_</t></r></is></c></row>`),
		commonParts["xl/sharedStrings.xml"], styles("[h]:mm", `dd.mm.yyyy"г."`, `#,##0.00%`), commonParts["xl/workbook.xml"])
	f.Add(`<!-- --><?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData/><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`,
		`<sst><si><t><![CDATA[a]]>&#1071;</t></si></sst>`, styles("14", "0", "mmss"), `<workbook><definedNames><definedName name="a">b</definedName></definedNames></workbook>`)
	f.Fuzz(func(t *testing.T, rows, texts, formats, book string) {
		raw := parts{"xl/worksheets/sheet1.xml": rows, "xl/sharedStrings.xml": texts, "xl/styles.xml": formats, "xl/workbook.xml": book}.zip(t)
		b, err := Open("книга.xlsx", raw)
		sound(t, b, err)
	})
}

func FuzzCSV(f *testing.F) {
	for _, text := range []string{"а;б\n1;2\n", "\"а\"\"\n\",б\r\n", "sep=|\nа|б", "\xff\xfeа\x00", "РћС‚С‡С‘С‚", "\xcf\xf0\xe8\xe2\xe5\xf2\t1"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := openText(raw)
		sound(t, b, err)
	})
}
