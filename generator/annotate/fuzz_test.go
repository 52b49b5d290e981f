package annotate

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"doklad/generator/sheet"
)

// sound demands what every return promises: a refusal with its cure, or a book whose
// sheets can be read, one more than before.
func sound(t *testing.T, out []byte, err error, sheets int) {
	t.Helper()
	if err != nil {
		var r *sheet.Refusal
		if !errors.As(err, &r) || r.Problem.Text == "" || r.Problem.Hint == "" {
			t.Fatalf("no clear refusal: %q", err)
		}
		return
	}
	if names, _ := read(t, out); len(names) != sheets+1 {
		t.Fatalf("%d sheets after %d", len(names), sheets)
	}
}

// everywhere are remarks on each sheet that can be opened.
func everywhere(b *sheet.Book) (remarks []Remark) {
	for _, s := range b.Sheets {
		for i := range 5 {
			remarks = append(remarks, Remark{s.Name, 1 + i*i, 1 + i, i%2 == 0, "не то", "исправьте"})
		}
	}
	return append(remarks, Remark{Text: "весь файл"})
}

// whole reports whether the remarked sheets can all be read: only those are judged.
func whole(b *sheet.Book) bool {
	for _, s := range b.Sheets {
		for _, err := range s.Rows() {
			if err != nil {
				return false
			}
		}
	}
	return true
}

func FuzzWorkbook(f *testing.F) {
	files, _ := filepath.Glob("../sheet/testdata/*.xlsx")
	for _, name := range append(files, "testdata/school.xlsx") {
		if raw, err := os.ReadFile(name); err == nil {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := sheet.Open("", raw)
		if err != nil || b.Sheets[0].Part() == "" {
			if _, err := Workbook(raw, heading, nil); err == nil {
				t.Fatal("not a book, and returned")
			}
			return
		}
		out, err := Workbook(raw, heading, everywhere(b))
		if err == nil && !whole(b) {
			t.Fatal("a sheet cannot be read, and is returned")
		}
		sound(t, out, err, len(b.Sheets))
	})
}

// The parts are fuzzed without the archive, whose checksums would hide them.
func FuzzParts(f *testing.F) {
	f.Add(`<worksheet xmlns="`+mainSpace+`"><dimension ref="A1"/><sheetViews><sheetView tabSelected="1"/></sheetViews><cols><col min="1" max="9" style="1" width="0"/></cols><sheetData><row r="2" spans="1:1"><c r="B2" s="1"><v>1</v></c></row></sheetData><legacyDrawing r:id="rId1"/></worksheet>`,
		book("", nil)["xl/styles.xml"], book("", nil)["xl/workbook.xml"],
		`<comments><authors/><commentList><comment ref="A1"><text><t>a</t></text></comment></commentList></comments>`, noBoxes(1))
	f.Add(prefixed("x:", `<worksheet xmlns:x="`+mainSpace+`"><sheetData/><extLst/></worksheet>`), `<styleSheet xmlns="`+mainSpace+`"/>`, `<workbook xmlns="`+mainSpace+`"><bookViews><workbookView activeTab="3"/></bookViews><sheets><sheet name="a" id="1" xmlns:r="r" r:id="rId1"/></sheets><definedNames/></workbook>`, `<comments/>`, `<xml/>`)
	f.Fuzz(func(t *testing.T, rows, styles, list, comments, drawing string) {
		p := book("", parts{
			"xl/worksheets/sheet1.xml": rows, "xl/styles.xml": styles, "xl/workbook.xml": list, "xl/comments1.xml": comments, "xl/a.vml": drawing,
			"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/vmlDrawing" Target="../a.vml"/><Relationship Id="rId2" Type="` + officeLinks + `/comments" Target="../comments1.xml"/></Relationships>`,
		})
		raw := p.zip(t)
		b, err := sheet.Open("", raw)
		if err != nil {
			return
		}
		out, err := Workbook(raw, heading, everywhere(b))
		sound(t, out, err, len(b.Sheets))
	})
}
