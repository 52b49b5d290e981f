//go:build e2e

package main

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// e2eBook is a workbook and what it should hold.
type e2eBook struct {
	file  string
	above string // the words over the table
	draft bool   // each page says so
	table *e2eTable
}

// TestE2EBook has LibreOffice and excelize read the workbooks: those of data/,
// one whose cells try to become formulas, and that of a draft.
func TestE2EBook(t *testing.T) {
	books := append(e2eDataBooks(t), e2eHostileBook(t), e2eDraftBook(t))
	var files []string
	for _, book := range books {
		files = append(files, book.file)
	}
	csvs := e2eConvert(t, "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1", files)
	pdfs := e2eConvert(t, "pdf", "pdf:calc_pdf_Export", files)
	for i, book := range books {
		t.Run(e2eName(book.file), func(t *testing.T) {
			t.Run("cells", func(t *testing.T) { book.compare(t, book.cells(t)) })
			t.Run("LibreOffice csv", func(t *testing.T) { book.compare(t, e2eCSV(t, csvs[i])) })
			t.Run("LibreOffice pdf", func(t *testing.T) { book.comparePDF(t, pdfs[i]) })
			t.Run("sheet", func(t *testing.T) { book.checkSheet(t) })
			t.Run("properties", func(t *testing.T) { book.checkProperties(t) })
		})
	}
}

// e2eConvert lets LibreOffice convert files, one after another under one
// profile, and returns the new files.
func e2eConvert(t testing.TB, ext, filter string, files []string) []string {
	t.Helper()
	out := t.TempDir()
	profile := filepath.ToSlash(filepath.Join(out, "profile"))
	args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", filter, "--outdir", out}, files...)
	printed, complaint, err := e2eToolQuietly(t, "soffice", args...)
	if err != nil {
		t.Fatalf("soffice: %v\n%s%s", err, printed, complaint)
	}
	var made []string
	for _, file := range files {
		name := filepath.Join(out, e2eName(file)+"."+ext)
		if _, err := os.Stat(name); err != nil {
			t.Fatalf("LibreOffice did not convert %s: %s%s", e2eName(file), printed, complaint)
		}
		made = append(made, name)
	}
	return made
}

func e2eCSV(t testing.TB, file string) [][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func (b e2eBook) open(t testing.TB) (*excelize.File, string) {
	t.Helper()
	f, err := excelize.OpenFile(b.file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	sheets := f.GetSheetList()
	if len(sheets) != 1 {
		t.Fatalf("sheets: %v", sheets)
	}
	return f, sheets[0]
}

// cells are read by excelize.
func (b e2eBook) cells(t testing.TB) [][]string {
	t.Helper()
	f, sheet := b.open(t)
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// compare finds in rows of cells the words over the table, then the table, cell
// by cell, and nothing else.
func (b e2eBook) compare(t *testing.T, rows [][]string) {
	t.Helper()
	at := b.headerRow(rows)
	if at < 0 {
		t.Fatalf("no header %v in %v", b.table.header, rows)
	}
	var above []string
	for _, row := range rows[:at] {
		above = append(above, strings.Fields(strings.Join(row, " "))...)
	}
	if got, want := strings.Join(above, " "), strings.Join(strings.Fields(b.above), " "); got != want {
		t.Errorf("over the table: «%s», should be «%s»", got, want)
	}
	rows = rows[at+1:]
	if len(rows) != len(b.table.rows) {
		t.Fatalf("%d rows, should be %d", len(rows), len(b.table.rows))
	}
	for r, want := range b.table.rows {
		for c := range max(len(rows[r]), len(want)) {
			if got, should := e2eAt(rows[r], c), e2eAt(want, c); got != should {
				t.Errorf("row «%s», column %d: «%s», should be «%s»", want[0], c+1, got, should)
			}
		}
	}
}

func (b e2eBook) headerRow(rows [][]string) int {
	return slices.IndexFunc(rows, func(row []string) bool { return slices.Equal(row, b.table.header) })
}

func e2eAt(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// comparePDF judges what LibreOffice prints: A4 landscape, numbered, the header
// on each page, every letter once.
func (b e2eBook) comparePDF(t *testing.T, file string) {
	pages := e2ePages(t, file)
	want := b.above + " " + strings.Repeat(strings.Join(b.table.header, " ")+" ", len(pages))
	for _, row := range b.table.rows {
		want += " " + strings.Join(row, " ")
	}
	got := ""
	for _, page := range pages {
		if !e2eNear(page.width, e2eA4Long, 1.5) || !e2eNear(page.height, e2eA4Short, 1.5) {
			t.Errorf("page %d: %.0f × %.0f pt", page.number, page.width, page.height)
		}
		want += fmt.Sprintf(" %d", page.number)
		if b.draft && page.number > 1 {
			want += " ПРОЕКТ"
		}
		got += " " + e2eText(append(append(page.content(), page.numbers...), page.footer...))
		if text := e2eAtoms(e2eText(page.content())); !e2eHolds(text, e2eAtoms(strings.Join(b.table.header, " "))) {
			t.Errorf("page %d lacks the header", page.number)
		}
	}
	e2eSameAtoms(t, e2eAtoms(got), e2eAtoms(want))
	b.checkRows(t, pages)
}

// checkRows checks that no line of a cell is cut off by the rule under it.
func (b e2eBook) checkRows(t *testing.T, pages []e2ePage) {
	seen := 0
	for _, page := range pages {
		for _, grid := range page.tables {
			for _, row := range grid.rows {
				for _, cell := range row.cells {
					for _, w := range cell.words {
						seen++
						if w.y0 < cell.y0-1 || w.y1 > cell.y1+1.5 || w.x0 < cell.x0-0.5 || w.x1 > cell.x1+0.5 {
							t.Errorf("page %d: «%s» leaves its cell", page.number, w.text)
						}
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no cell was found in what LibreOffice printed")
	}
}

// e2eAtoms counts the runs of letters and digits, and the other signs: so words
// compare that were parted at a hyphen or a slash, wherever a line ends.
func e2eAtoms(text string) map[string]int {
	atoms := map[string]int{}
	run := ""
	end := func() {
		if run != "" {
			atoms[run]++
		}
		run = ""
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			run += string(r)
			continue
		case !unicode.IsSpace(r):
			atoms[string(r)]++
		}
		end()
	}
	end()
	return atoms
}

func e2eHolds(atoms, wanted map[string]int) bool {
	for atom, count := range wanted {
		if atoms[atom] < count {
			return false
		}
	}
	return true
}

func e2eSameAtoms(t testing.TB, got, want map[string]int) {
	t.Helper()
	for atom, count := range want {
		if got[atom] != count {
			t.Errorf("«%s» %d times, should be %d", atom, got[atom], count)
		}
	}
	for atom, count := range got {
		if want[atom] == 0 {
			t.Errorf("«%s» %d times, should not be there", atom, count)
		}
	}
}

// checkSheet: print titles, page, frozen panes, filter, merged cells, no
// formulas.
func (b e2eBook) checkSheet(t *testing.T) {
	f, sheet := b.open(t)
	rows := b.cells(t)
	header := b.headerRow(rows) + 1 // from 1
	last := header + len(b.table.rows)

	titles := fmt.Sprintf("'%s'!$%d:$%d", sheet, header, header)
	if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
		return n.Name == "_xlnm.Print_Titles" && n.RefersTo == titles
	}) {
		t.Errorf("print titles: %+v, should be %s", f.GetDefinedName(), titles)
	}
	page, err := f.GetPageLayout(sheet)
	if err != nil || *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
		t.Errorf("page: %+v, %v", page, err)
	}
	panes, err := f.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != header || panes.XSplit != 1 {
		t.Errorf("panes: %+v, %v; the header is row %d", panes, err, header)
	}
	xml := e2eSheetXML(t, b.file)
	if filter := fmt.Sprintf(`<autoFilter ref="A%d:E%d"`, header, last); !strings.Contains(strings.ReplaceAll(xml, "$", ""), filter) {
		t.Errorf("no %s", filter)
	}
	for _, bad := range []string{"<f>", "<f ", "hyperlink"} {
		if strings.Contains(xml, bad) {
			t.Errorf("the sheet has %s", bad)
		}
	}
	e2eCheckMerged(t, f, sheet, header, b.table)
}

// Merged are the section rows and nothing else.
func e2eCheckMerged(t *testing.T, f *excelize.File, sheet string, header int, table *e2eTable) {
	t.Helper()
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, m := range merged {
		got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	for i, row := range table.rows {
		if len(row) == 1 {
			want = append(want, fmt.Sprintf("A%d:E%d", header+1+i, header+1+i))
		}
	}
	if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("merged: %v, should be %v", got, want)
	}
}

func e2eSheetXML(t testing.TB, file string) string {
	t.Helper()
	return e2ePart(t, file, "xl/worksheets/sheet1.xml")
}

// e2ePart is one file inside a workbook.
func e2ePart(t testing.TB, file, name string) string {
	t.Helper()
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (b e2eBook) checkProperties(t *testing.T) {
	f, _ := b.open(t)
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if p.Title == "" || p.Creator == "" || p.Subject == "" || p.Language != "ru-RU" || len(p.Created) < 4 {
		t.Errorf("properties: %+v", p)
	}
	if strings.Contains(strings.ToLower(p.Creator+p.LastModifiedBy), "xuri") {
		t.Errorf("the author is %s", p.Creator)
	}
}
