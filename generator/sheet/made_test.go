package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

const (
	mainNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relNS  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relTop = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	office = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
)

// parts is a workbook by its parts; zip puts the common ones where none is given.
type parts map[string]string

var commonParts = parts{
	"_rels/.rels":                `<?xml version="1.0" encoding="UTF-8"?>` + relTop + `<Relationship Id="rId1" Type="` + office + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml":            `<workbook ` + mainNS + ` ` + relNS + `><sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": relTop + `<Relationship Id="rId1" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + office + `styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + office + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
	"xl/worksheets/sheet1.xml":   worksheet(``),
	"xl/styles.xml":              styles(""),
	"xl/sharedStrings.xml":       `<sst ` + mainNS + `><si><t>общий</t></si></sst>`,
}

func worksheet(rows string) string {
	return `<worksheet ` + mainNS + `><sheetData>` + rows + `</sheetData></worksheet>`
}

// styles makes one style of each number format: of an identifier or of a code.
func styles(formats ...string) string {
	var codes, xfs strings.Builder
	for i, f := range formats {
		id := f
		if strings.Trim(f, "0123456789") != "" || f == "" || f[0] == '0' && len(f) > 1 {
			id = fmt.Sprint(200 + i)
			fmt.Fprintf(&codes, `<numFmt numFmtId="%s" formatCode="%s"/>`, id, escape(f))
		}
		fmt.Fprintf(&xfs, `<xf numFmtId="%s"/>`, id)
	}
	return `<styleSheet ` + mainNS + `><numFmts>` + codes.String() + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>` + xfs.String() + `</cellXfs></styleSheet>`
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(s)
}

func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	write := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range commonParts {
		if own, ok := p[name]; ok {
			text = own
		}
		if text != "" {
			write(name, text)
		}
	}
	for name, text := range p {
		if _, common := commonParts[name]; !common {
			write(name, text)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readCells opens a file and reads its rows; the first error ends it.
func readCells(raw []byte) (cells int, err error) {
	b, err := Open("книга", raw)
	if err != nil {
		return 0, err
	}
	for _, s := range b.Sheets {
		for row, err := range s.Rows() {
			if err != nil {
				return cells, err
			}
			cells += len(row.Cells)
		}
	}
	return cells, nil
}

func readMerged(raw []byte) error {
	b, err := Open("книга", raw)
	if err != nil {
		return err
	}
	for _, s := range b.Sheets {
		if _, err := s.Merged(); err != nil {
			return err
		}
	}
	return nil
}

// readRows is what a workbook with these rows shows.
func readRows(t *testing.T, rows string, p parts) string {
	t.Helper()
	if p == nil {
		p = parts{}
	}
	p["xl/worksheets/sheet1.xml"] = worksheet(rows)
	b, err := Open("книга.xlsx", p.zip(t))
	if err != nil {
		t.Fatal(err)
	}
	return shown(t, b.Sheets[0])
}

// refused demands a refusal in Russian with a cure, in which all these words stand.
func refused(t *testing.T, what string, err error, words ...string) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) {
		t.Errorf("%s: %v, want a refusal", what, err)
		return
	}
	if r.Problem.Text == "" || r.Problem.Hint == "" {
		t.Errorf("%s: no cure: %v", what, err)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%s: %v; want «%s»", what, err, word)
		}
	}
}

// zipOf is an archive of these names and texts, in this order.
func zipOf(t testing.TB, namesAndTexts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(namesAndTexts); i += 2 {
		w, err := z.Create(namesAndTexts[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(namesAndTexts[i+1]))
	}
	z.Close()
	return b.Bytes()
}
