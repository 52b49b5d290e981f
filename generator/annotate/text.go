package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"doklad/generator/sheet"
)

// Text is for what was sent as text: a workbook with the table as it was, all its cells
// texts, and the remarks on it.
func Text(name string, raw []byte, h Heading, remarks []Remark) ([]byte, error) {
	book, err := sheet.Open(name, raw)
	if err != nil {
		return nil, err
	}
	title := sheetTitle(name)
	rows, err := textRows(book.Sheets[0])
	if err != nil {
		return nil, err
	}
	table, err := blank(textSheet{title, rows})
	if err != nil {
		return nil, err
	}
	ours := slices.Clone(remarks)
	for i := range ours {
		if ours[i].Sheet == "" && ours[i].Row > 0 {
			ours[i].Sheet = title
		}
	}
	return Workbook(table, h, ours)
}

// sheetTitle is the name of the file without what a sheet's name cannot have.
func sheetTitle(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\'`, r) || r > 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	letters := []rune(strings.TrimSpace(name))
	title := strings.TrimSpace(string(letters[:min(len(letters), 31)]))
	if title == "" || strings.EqualFold(title, listTitle) || strings.ContainsAny(title, "_") && escapeX.MatchString(title) {
		return "Таблица"
	}
	return title
}

// textRows are the cells in XML. Their format is «Текстовый», so that what somebody
// corrects stays as typed: 1.10 must not become 1.1 or 1 October.
func textRows(table *sheet.Sheet) (string, error) {
	var b strings.Builder
	b.WriteString(`<cols><col min="1" max="16384" width="18" style="1" customWidth="1"/></cols><sheetData>`)
	for row, err := range table.Rows() {
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, `<row r="%d">`, row.Number)
		for _, c := range row.Cells {
			put(&b, c.Column, c.Row, 1, c.Text)
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	return b.String(), nil
}

const mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// textSheet is the content of a worksheet, in XML.
type textSheet struct{ title, content string }

// blank is a workbook with this sheet, or with none at all.
func blank(table ...textSheet) ([]byte, error) {
	sheets, links, types := "", "", ""
	if len(table) > 0 {
		sheets = `<sheet name="` + escape(table[0].title) + `" sheetId="1" r:id="rId2"/>`
		links = `<Relationship Id="rId2" Type="` + officeLinks + `/worksheet" Target="worksheets/sheet1.xml"/>`
		types = `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + typeOf + `worksheet+xml"/>`
	}
	parts := [][2]string{
		{typesPart, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + typeOf + `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + typeOf + `styles+xml"/>` + types + `</Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeLinks + `"><bookViews><workbookView/></bookViews><sheets>` + sheets + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + linkSpace + `"><Relationship Id="rId1" Type="` + officeLinks + `/styles" Target="styles.xml"/>` + links + `</Relationships>`},
		{"xl/styles.xml", `<styleSheet xmlns="` + mainSpace + `"><cellStyleXfs count="1">` + plainForm + `</cellStyleXfs>` +
			`<cellXfs count="2">` + plainForm + `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`},
	}
	if len(table) > 0 {
		parts = append(parts, [2]string{"xl/worksheets/sheet1.xml", `<worksheet xmlns="` + mainSpace + `">` + table[0].content + `</worksheet>`})
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		h := zip.FileHeader{Name: part[0]}
		h.SetModTime(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC))
		if err := store(w, part[0], h, []byte(xmlHeading+part[1])); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
