package sheet

import (
	"strings"
	"testing"
)

func TestCellsByTheirStorage(t *testing.T) {
	shared := parts{"xl/sharedStrings.xml": `<?xml version="1.0"?><!-- c --><sst ` + mainNS + `>
		<si><t>просто</t></si>
		<si><r><rPr><b/></rPr><t xml:space="preserve">два </t></r><r><t>куска</t></r></si>
		<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si>
		<si><t> не сохранены </t></si><si><t xml:space="preserve"> сохранены </t></si>
		<si><t>a_x000D_b_x005F_x000D_c_x0041__xD83D__xDE00__xZZZZ_</t></si>
		<si><t/></si><si/><si><t>&lt;&amp;&#1071;&#x42F;<![CDATA[<&amp;>]]>&quot;&apos;</t></si>
		<si><t>строка&#13;&#10;строка&#10;</t></si></sst>`}
	for _, c := range []struct{ cell, want string }{
		{`<c r="A1" t="s"><v>0</v></c>`, `A1 text "просто"`},
		{`<c r="A1" t="s"><v>1</v></c>`, `A1 text "два куска"`},
		{`<c r="A1" t="s"><v>2</v></c>`, `A1 text "漢字"`},
		{`<c r="A1" t="s"><v>3</v></c>`, `A1 text "не сохранены"`},
		{`<c r="A1" t="s"><v>4</v></c>`, `A1 text " сохранены "`},
		{`<c r="A1" t="s"><v>5</v></c>`, `A1 text "a\nb_x000D_cA😀_xZZZZ_"`},
		{`<c r="A1" t="s"><v>6</v></c>`, ``},
		{`<c r="A1" t="s"><v>7</v></c>`, ``},
		{`<c r="A1" t="s"><v>8</v></c>`, `A1 text "<&ЯЯ<&amp;>\"'"`},
		{`<c r="A1" t="s"><v>9</v></c>`, `A1 text "строка\nстрока"`},
		{`<c r="A1" t="inlineStr"><is><t>в ячейке</t></is></c>`, `A1 text "в ячейке"`},
		{`<c r="A1" t="inlineStr"><is><r><t>ку</t></r><r><t>ски</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>`, `A1 text "куски"`},
		{`<c r="A1" t="inlineStr"><is><t>_x005F_x0041__x0042_</t></is></c>`, `A1 text "_x0041_B"`},
		{`<c r="A1" t="str"><v>_x005F_x0041__x0042_</v></c>`, `A1 text "_x0041_B"`},
		{`<c r="A1" t="inlineStr"><is><t/></is></c>`, ``},
		{`<c r="A1" t="str"><f>A2&amp;"x"</f><v>итог</v></c>`, `A1 text formula "итог"`},
		{`<c r="A1"><f>A2+1</f><v>2</v></c>`, `A1 number formula "2"`},
		{`<c r="A1"><f>A2+1</f></c>`, `A1 empty formula uncached ""`},
		{`<c r="A1"><f>A2+1</f><v/></c>`, `A1 empty formula uncached ""`},
		{`<c r="A1" t="str"><f>""</f><v></v></c>`, `A1 empty formula ""`},
		{`<c r="A1"><f t="shared" si="0"/><v>7</v></c>`, `A1 number formula "7"`},
		{`<c r="A1" t="b"><v>1</v></c>`, `A1 truth "ИСТИНА"`},
		{`<c r="A1" t="b"><v>0</v></c>`, `A1 truth "ЛОЖЬ"`},
		{`<c r="A1" t="e"><v>#REF!</v></c>`, `A1 fault "#ССЫЛКА!"`},
		{`<c r="A1" t="e"><v>#N/A</v></c>`, `A1 fault "#Н/Д"`},
		{`<c r="A1" t="e"><v>#NEW!</v></c>`, `A1 fault "#NEW!"`},
		{`<c r="A1" t="n"><v>-1.5E+3</v></c>`, `A1 number "-1500"`},
		{`<c r="A1"><v>0.30000000000000004</v></c>`, `A1 number "0,3"`},
		{`<c r="A1"><v>123456789012345678</v></c>`, `A1 number "1,23456789012346e+17"`},
		{`<c r="A1"><v>1e-12</v></c>`, `A1 number "1e-12"`},
		{`<c r="A1"><v>5902000012</v></c>`, `A1 number "5902000012"`},
		{`<c r="A1" t="d"><v>2021-06-25</v></c>`, `A1 day "25.06.2021"`},
		{`<c r="A1" t="d"><v>2021-06-25T14:30:00Z</v></c>`, `A1 day "25.06.2021 14:30"`},
		{`<c r="A1" t="d"><v>2021-06-25T00:00:00.000</v></c>`, `A1 day "25.06.2021"`},
		{`<c r="A1" s="0"/>`, ``},
		{`<c r="A1"><v></v></c>`, ``},
		{`<c/><c><v>2</v></c>`, `B1 number "2"`},
		{`<c r="B1"><v>1</v></c><c><v>2</v></c>`, `B1 number "1"` + "\n" + `C1 number "2"`},
		{`<c r="A1"><v><!-- -->1<!-- -->2<![CDATA[3]]></v><extLst><x:v xmlns:x="y">4</x:v></extLst></c>`, `A1 number "123"`},
		{`<c r="A1"><v xmlns="другое">1</v></c>`, ``},
		{`<c r="XFD1"><v>1</v></c>`, `XFD1 number "1"`},
	} {
		if got := strings.TrimSpace(readRows(t, `<row r="1">`+c.cell+`</row>`, shared)); got != c.want {
			t.Errorf("%s: %s; want %s", c.cell, got, c.want)
		}
	}
}

func TestRowsWithoutNumbers(t *testing.T) {
	got := readRows(t, `<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row><row r="1048576" hidden="true"><c r="XFD1048576"><v>4</v></c></row>`, nil)
	if want := "A1 number \"1\"\nA3 number \"3\"\nXFD1048576 number row hidden \"4\"\n"; got != want {
		t.Error(got)
	}
}

// How programs write the same book: with prefixes, in the strict form, with names of
// parts in another case or with backslashes.
func TestFormsOfABook(t *testing.T) {
	plain := parts{"xl/worksheets/sheet1.xml": worksheet(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)}
	strict := parts{}
	for name, text := range commonParts {
		strict[name] = text
	}
	strict["xl/worksheets/sheet1.xml"] = plain["xl/worksheets/sheet1.xml"]
	for name, text := range strict {
		text = strings.ReplaceAll(text, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
		strict[name] = strings.ReplaceAll(text, office, "http://purl.oclc.org/ooxml/officeDocument/relationships/")
	}
	const x = `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	for what, p := range map[string]parts{
		"plain":  plain,
		"strict": strict,
		"prefix": {
			"xl/worksheets/sheet1.xml": "\ufeff<x:worksheet " + x + `><x:sheetData><x:row r='1'><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
			"xl/workbook.xml":          `<x:workbook ` + x + ` ` + relNS + `><x:sheets><x:sheet name="Лист" sheetId="1" r:id="rId1" /></x:sheets></x:workbook>`,
		},
		"1C": {
			"xl/worksheets/sheet1.xml": plain["xl/worksheets/sheet1.xml"],
			"xl/sharedStrings.xml":     "", "xl/SharedStrings.xml": commonParts["xl/sharedStrings.xml"],
		},
		"backslash": {
			"xl/worksheets/sheet1.xml": "", `xl\worksheets\sheet1.xml`: plain["xl/worksheets/sheet1.xml"],
		},
		"with macros, drawings and links never looked at": {
			"xl/worksheets/sheet1.xml": plain["xl/worksheets/sheet1.xml"],
			"xl/vbaProject.bin":        "\x00\x01", "xl/media/image1.png": "\x89PNG", "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x>",
		},
	} {
		b, err := Open("книга.xlsm", p.zip(t))
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if got := shown(t, b.Sheets[0]); got != "A1 text \"общий\"\n" {
			t.Errorf("%s: %s", what, got)
		}
	}
}

func TestOutline(t *testing.T) {
	b, err := Open("книга.xlsx", parts{
		"xl/workbook.xml": `<workbook ` + mainNS + ` ` + relNS + `><workbookPr date1904="1"/><sheets>
			<sheet name="Диаграмма" sheetId="9" r:id="rId9"/><sheet name="А &amp; Б" sheetId="1" r:id="rId1"/><sheet name="В" sheetId="2" state="veryHidden" r:id="rId8"/></sheets>
			<definedNames><definedName name="Итог" hidden="1">'А &amp; Б'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">В!$A$1:$B$2</definedName></definedNames></workbook>`,
		"xl/_rels/workbook.xml.rels": relTop + `<Relationship Id="rId1" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/>
			<Relationship Id="rId8" Type="` + office + `worksheet" Target="../xl/./worksheets/sheet2.xml"/>
			<Relationship Id="rId9" Type="` + office + `chartsheet" Target="chartsheets/sheet1.xml"/>
			<Relationship Id="rId7" Type="` + office + `externalLink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet ` + mainNS + `><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/></mergeCells></worksheet>`,
		"xl/worksheets/sheet2.xml": worksheet(``),
	}.zip(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Sheets) != 2 || b.Sheets[0].Name != "А & Б" || b.Sheets[1].Hidden != VeryHidden {
		t.Errorf("%+v", b.Sheets)
	}
	if want := (Name{Name: "_xlnm.Print_Area", Sheet: "В", Refers: "В!$A$1:$B$2"}); len(b.Names) != 2 || b.Names[1] != want || !b.Names[0].Hidden {
		t.Errorf("%+v", b.Names)
	}
	merged, err := b.Sheets[0].Merged()
	if err != nil || len(merged) != 2 || merged[0].String() != "A1:B2" || !merged[1].Has(3, 3) || merged[1].Has(3, 4) {
		t.Error(merged, err)
	}
	if got := b.Sheets[0].Place(17, 4); got != "«А & Б»!D17" {
		t.Error(got)
	}
}
