package annotate

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"doklad/generator/sheet"
)

// parts is a workbook by its parts.
type parts map[string]string

func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(p[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// book is one of the sheet «Лист» with these rows, and of other parts.
func book(rows string, more parts) parts {
	p := parts{
		typesPart:                    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeLinks + `"><workbookProtection lockStructure="1"/><sheets><sheet name="Лист" sheetId="7" r:id="rId1"/></sheets><calcPr calcId="1"/></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + officeLinks + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet xmlns="` + mainSpace + `"><fills count="1"><fill/></fills><cellXfs count="2"><xf fillId="0"/><xf numFmtId="9" fillId="0"><protection locked="0"/></xf></cellXfs><dxfs count="0"/></styleSheet>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="` + mainSpace + `"><sheetData>` + rows + `</sheetData></worksheet>`,
	}
	maps.Copy(p, more)
	return p
}

// changed is a part of the returned book.
func changed(t *testing.T, p parts, part string, remarks ...Remark) string {
	t.Helper()
	out, err := Workbook(p.zip(t), heading, remarks)
	if err != nil {
		t.Fatal(err)
	}
	read(t, out)
	return unpacked(t, out)[part]
}

func at(row, column int) Remark { return Remark{"Лист", row, column, true, "не то", ""} }

// Only the needed places change: this is the sheet to the letter.
func TestCellsByTheLetter(t *testing.T) {
	const drawn = `<legacyDrawing xmlns:r="` + officeLinks + `" r:id="rId2"/>`
	for what, c := range map[string]struct {
		before, after string
		remarks       []Remark
	}{
		"a look of its own":      {`<row r="1"><c r="A1" s="1"><v>1</v></c></row>`, `<row r="1"><c r="A1" s="2"><v>1</v></c></row>`, []Remark{at(1, 1)}},
		"no look":                {`<row r='1'><c r='A1' t="str" ><f>A2</f></c></row>`, `<row r='1'><c r='A1' t="str"  s="2"><f>A2</f></c></row>`, []Remark{at(1, 1)}},
		"one look for equals":    {`<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row>`, `<row r="1"><c r="A1" s="2"/><c r="B1" s="2"/></row>`, []Remark{at(1, 1), at(1, 2)}},
		"no cell":                {`<row r="2" spans="1:3"><c r="A2"/><c r="C2"/></row>`, `<row r="2"><c r="A2"/><c r="B2" s="2"/><c r="C2"/><c r="E2" s="2"/></row>`, []Remark{at(2, 2), at(2, 5)}},
		"a cell in its spans":    {`<row r="2" spans="1:3"><c r="A2"/></row>`, `<row r="2" spans="1:3"><c r="A2" s="2"/></row>`, []Remark{at(2, 1)}},
		"an empty row":           {`<row r="2" ht="30"/>`, `<row r="2" ht="30"><c r="B2" s="2"/></row>`, []Remark{at(2, 2)}},
		"the look of the row":    {`<row r="2" s="1" customFormat="1"/>`, `<row r="2" s="1" customFormat="1"><c r="B2" s="2"/></row>`, []Remark{at(2, 2)}},
		"no row":                 {`<row r="2"/><!-- > --><row r="5"/>`, `<row r="1"><c r="A1" s="2"/></row><row r="2"/><!-- > --><row r="4"><c r="A4" s="2"/></row><row r="5"/><row r="9"><c r="A9" s="2"/></row>`, []Remark{at(9, 1), at(1, 1), at(4, 1)}},
		"cells without numbers":  {`<row><c/><c/></row><row><c/></row>`, `<row><c/><c s="2"/></row><row><c/><c r="B2" s="2"/></row>`, []Remark{at(1, 2), at(2, 2)}},
		"a place that is not":    {`<row r="1"/>`, `<row r="1"/>`, []Remark{at(1, 20000), at(1<<21, 1)}},
		"nothing said of it":     {`<row r="1"><c r="A1"/></row>`, `<row r="1"><c r="A1"/></row>`, nil},
		"a warning and an error": {`<row r="1"><c r="A1"/></row>`, `<row r="1"><c r="A1" s="2"/></row>`, []Remark{{"лист", 1, 1, false, "a", ""}, at(1, 1)}},
	} {
		p := book(c.before, nil)
		want := strings.Replace(p["xl/worksheets/sheet1.xml"], c.before, c.after, 1)
		if c.before != c.after {
			want = strings.Replace(want, "</sheetData>", "</sheetData>"+drawn, 1)
		}
		if got := changed(t, p, "xl/worksheets/sheet1.xml", c.remarks...); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
		}
	}
}

func TestLegacyDrawingStandsInItsPlace(t *testing.T) {
	p := book("", parts{"xl/worksheets/sheet1.xml": `<worksheet xmlns="` + mainSpace + `"><dimension ref="B2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="2" max="3" style="1"/></cols><sheetData/>` +
		`<pageMargins left="1"/><mc:AlternateContent xmlns:mc="m"/><tableParts/><extLst/></worksheet>`})
	got := changed(t, p, "xl/worksheets/sheet1.xml", at(4, 3))
	want := `<worksheet xmlns="` + mainSpace + `"><dimension ref="B2:C4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="2" max="3" style="1"/></cols><sheetData><row r="4"><c r="C4" s="2"/></row></sheetData>` +
		`<pageMargins left="1"/><legacyDrawing xmlns:r="` + officeLinks + `" r:id="rId2"/><mc:AlternateContent xmlns:mc="m"/><tableParts/><extLst/></worksheet>`
	if got != want {
		t.Error(got)
	}
}

func TestLooksByTheLetter(t *testing.T) {
	got := changed(t, book(`<row r="1"><c r="A1" s="1"/></row>`, nil), "xl/styles.xml", at(1, 1))
	for _, want := range []string{
		`<xf fillId="0"/><xf numFmtId="9" fillId="0"><protection locked="0"/></xf><xf numFmtId="9" fillId="1" applyFill="1"><protection locked="0"/></xf>`,
		`<fill/><fill><patternFill patternType="solid"><fgColor rgb="` + graveColour + `"/>`,
		`</fills><borders count="2">`, `</cellXfs><dxfs count="0"/></styleSheet>`, `<fills count="4">`, `<cellXfs count="10">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// Books are written in other namespaces, with prefixes, and without parts.
func TestOtherForms(t *testing.T) {
	rows := `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.5</v></c></row>`
	strict := book(rows, nil)
	for name, text := range strict {
		text = strings.ReplaceAll(text, mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
		strict[name] = strings.ReplaceAll(text, officeLinks, strictLinks)
	}
	prefixedBook := book(rows, nil)
	for _, name := range []string{"xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"} {
		prefixedBook[name] = strings.Replace(prefixed("x:", prefixedBook[name]), "xmlns=", "xmlns:x=", 1)
	}
	plain := book(rows, nil)
	delete(plain, "xl/styles.xml")
	plain["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
	empty := book(rows, parts{"xl/styles.xml": `<styleSheet xmlns="` + mainSpace + `"><cellXfs><xf/><xf/></cellXfs></styleSheet>`})
	for what, p := range map[string]parts{"strict": strict, "prefixed": prefixedBook, "plain": plain, "empty": empty} {
		raw := p.zip(t)
		out, err := Workbook(raw, heading, []Remark{at(1, 2), at(3, 3)})
		if err != nil {
			t.Fatal(what, err)
		}
		_, old := read(t, raw)
		names, cells := read(t, out)
		if !maps.Equal(old["Лист"], cells["Лист"]) || names[0] != "Замечания" {
			t.Errorf("%s: %v, was %v", what, cells, old)
		}
		now := unpacked(t, out)
		if strict := strings.Contains(now["xl/comments1.xml"], "purl.oclc.org"); strict != (what == "strict") {
			t.Errorf("%s: %s", what, now["xl/comments1.xml"])
		}
		if what == "prefixed" && (!strings.Contains(now["xl/worksheets/sheet1.xml"], `<x:row r="3"><x:c r="C3" s="`) || !strings.Contains(now["xl/workbook.xml"], `<x:sheets><x:sheet xmlns:r=`)) {
			t.Errorf("%s", now["xl/worksheets/sheet1.xml"])
		}
	}
}

// Notes as Excel has them, with a thread: what was there stays, boxes grow.
func TestNotesThatAreThere(t *testing.T) {
	p := book(`<row r="1"><c r="A1"/></row>`, parts{
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="` + officeLinks + `/comments" Target="../comments1.xml"/>` +
			`<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
		"xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="{1}" id="{2}"><text>спор</text></threadedComment></ThreadedComments>`,
		"xl/comments1.xml": `<comments xmlns="` + mainSpace + `"><authors><author>tc={2}</author><author>Проверка</author></authors><commentList>` +
			`<comment ref="A1" authorId="0" xr:uid="{2}" xmlns:xr="r"><text><t>[Threaded comment]</t></text></comment>` +
			`<comment ref="B1" authorId="1"><text><r><t>жирно</t></r><phoneticPr fontId="0"/></text></comment><comment ref="C1" authorId="1"><text/></comment></commentList></comments>`,
		"xl/drawings/vmlDrawing1.vml": "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"\n xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\"/>" +
			"<v:shape id=\"_x0000_s2049\" style='position:absolute;\n height:60pt;z-index:1'><div>a<br></div><x:ClientData ObjectType=\"Note\"><x:Anchor>\n 1, 15, 0, 2, 3, 15, 4, 1</x:Anchor><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>",
		"xl/worksheets/sheet1.xml": `<worksheet xmlns="` + mainSpace + `" xmlns:q="` + officeLinks + `"><sheetData/><legacyDrawing q:id="rId1"/></worksheet>`,
	})
	out, err := Workbook(p.zip(t), heading, []Remark{at(1, 1), at(1, 2), at(1, 3), at(2, 2)})
	if err != nil {
		t.Fatal(err)
	}
	now := unpacked(t, out)
	for _, want := range []string{
		`<text><r><t>[Threaded comment]</t></r><r>`, `<r><t>жирно</t></r><r>`, `</r><phoneticPr fontId="0"/></text>`, "<t xml:space=\"preserve\">\n\nПроверка:\nОшибка: не то</t></r></text></comment><comment ref=\"B2\" authorId=\"1\">",
		`<author>Проверка</author></authors>`,
	} {
		if !strings.Contains(now["xl/comments1.xml"], want) {
			t.Errorf("no %s in\n%s", want, now["xl/comments1.xml"])
		}
	}
	vml := now["xl/drawings/vmlDrawing1.vml"]
	for _, want := range []string{"height:105pt;z-index:1'", ">1, 15, 0, 2, 3, 15, 7, 1</x:Anchor>", `id="_x0000_s2050"`, "<x:Row>1</x:Row><x:Column>1</x:Column>", "a<br>"} {
		if !strings.Contains(vml, want) {
			t.Errorf("no %q in\n%s", want, vml)
		}
	}
	// Notes without a box, of B1 and C1, get one too.
	if strings.Count(vml, "<v:shape ") != 4 || strings.Count(vml, "<v:shapetype") != 1 || now["xl/threadedComments/threadedComment1.xml"] != p["xl/threadedComments/threadedComment1.xml"] {
		t.Error(vml)
	}
	if got := noted(t, out, "Лист"); len(got) != 4 || got["B1"] != "жирно\n\nПроверка:\nОшибка: не то" {
		t.Errorf("%q", got)
	}
}

// What cannot be read is told; nothing half done is returned.
func TestDamagedParts(t *testing.T) {
	for part, text := range map[string]string{
		typesPart:                             `<Types`,
		"xl/styles.xml":                       `<styleSheet xmlns="` + mainSpace + `"><cellXfs></fonts></styleSheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><a></Relationships>`,
		"xl/worksheets/sheet1.xml":            `<worksheet xmlns="` + mainSpace + `"><sheetData/><legacyDrawing xmlns:r="r" r:id="rId9"/></worksheet>`,
	} {
		_, err := Workbook(book("", parts{part: text}).zip(t), heading, []Remark{at(1, 1)})
		if refusal, ok := err.(*sheet.Refusal); !ok || refusal.Problem.Hint == "" {
			t.Errorf("%s: %v", part, err)
		}
	}
}
