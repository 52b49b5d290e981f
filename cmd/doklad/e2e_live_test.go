//go:build e2e

package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestE2ELive has LibreOffice open a workbook that people work in: what it writes
// again has the same rules, marks, formats and locks, and it computes what we
// computed.
func TestE2ELive(t *testing.T) {
	file := e2eLiveBook(t)
	t.Run("written again", func(t *testing.T) {
		again := e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", []string{file})[0]
		want, got := e2eOpenBook(t, file), e2eOpenBook(t, again)
		e2eSameLines(t, "rules", e2eInputRules(t, got), e2eInputRules(t, want))
		e2eSameLines(t, "marks", e2eCellMarks(t, got), e2eCellMarks(t, want))
		e2eSameLines(t, "locks", e2eLocks(t, got), e2eLocks(t, want))
		e2eSameLines(t, "formulas and formats", e2eLiveCells(t, got), e2eLiveCells(t, want))
		for _, colour := range []string{"FFFFFFCC", "FFF8CBAD", "FFE2EFDA", "FFE7E6E6"} {
			if !strings.Contains(e2ePart(t, again, "xl/styles.xml"), colour) {
				t.Errorf("the colour %s is lost", colour)
			}
		}
		if got.GetActiveSheetIndex() != 1 {
			t.Errorf("opens on sheet %d", got.GetActiveSheetIndex())
		}
	})
	t.Run("computed", func(t *testing.T) {
		said, computed := e2eSheetsAsCSV(t, file), e2eSheetsAsCSV(t, e2eForget(t, file))
		e2eSameLines(t, "values", computed, said)
		for _, shown := range []string{"исполнено,8,33.3 %", "Последний срок,24.12.2025,", "Вывод,есть просрочено,", "Всего,24,", `,"276,168",3.92,47.2 %,`} {
			if !slices.ContainsFunc(computed, func(line string) bool { return strings.Contains(line, shown) }) {
				t.Errorf("no line with «%s» in\n%s", shown, strings.Join(computed, "\n"))
			}
		}
	})
	t.Run("printed", func(t *testing.T) {
		pages := e2ePages(t, e2eConvert(t, "pdf", "pdf:calc_pdf_Export", []string{file})[0])
		if len(pages) != 6 {
			t.Errorf("%d pages", len(pages))
		}
		for _, page := range pages {
			long := e2eA4Long
			if page.number == 1 {
				long = e2eA4Short // the instruction stands upright
			}
			if !e2eNear(page.width, long, 1.5) {
				t.Errorf("page %d is %.0f pt wide", page.number, page.width)
			}
			if text := e2eText(page.content()); strings.Contains(text, "###") || strings.Contains(text, "checksum") {
				t.Errorf("page %d: %s", page.number, text)
			}
		}
	})
}

func e2eOpenBook(t testing.TB, file string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func e2eSameLines(t testing.TB, what string, got, want []string) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s: there are none", what)
	}
	for i := range max(len(got), len(want)) {
		if g, w := e2eAt(got, i), e2eAt(want, i); g != w {
			t.Errorf("%s: %s\nshould be %s", what, g, w)
		}
	}
}

// e2eInputRules are the lists and bounds, with their words. LibreOffice writes a second
// bound, 0, for lists too.
func e2eInputRules(t testing.TB, f *excelize.File) (lines []string) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rules, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			bounds := strings.ReplaceAll(r.Formula1, "'", "")
			bounds = strings.ReplaceAll(bounds, "&quot;", `"`)
			if r.Type != "list" {
				bounds += " " + r.Formula2
			}
			lines = append(lines, fmt.Sprintf("%s %s %s %s, %v %v, %s/%s/%s", sheet, r.Sqref, r.Type, bounds,
				r.ShowDropDown, r.ShowErrorMessage, e2eSaid(r.PromptTitle), e2eSaid(r.Prompt), e2eSaid(r.Error)))
		}
	}
	return lines
}

func e2eSaid(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// e2eCellMarks are the conditional formats without their colours.
func e2eCellMarks(t testing.TB, f *excelize.File) (lines []string) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		formats, err := f.GetConditionalFormats(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for at, rules := range formats {
			for _, r := range rules {
				style, err := f.GetConditionalStyle(*r.Format)
				if err != nil {
					t.Fatal(err)
				}
				line := fmt.Sprintf("%s %s %s %s %s", sheet, at, r.Type, r.Criteria, r.Value)
				if style.Font != nil {
					line += fmt.Sprintf(" %v %v", style.Font.Bold, style.Font.Italic)
				}
				lines = append(lines, line)
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// e2eLocks says what people may do on each sheet, and which cells are open.
func e2eLocks(t testing.TB, f *excelize.File) (lines []string) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		p, err := f.GetSheetProtection(sheet)
		if err != nil {
			t.Fatal(err)
		}
		visible, err := f.GetSheetVisible(sheet)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%s: seen %v, filter %v, columns %v, rows %v", sheet, visible, p.AutoFilter, p.FormatColumns, p.FormatRows))
		e2eEachCell(t, f, sheet, func(cell string, style *excelize.Style) {
			if style.Protection != nil && !style.Protection.Locked {
				lines = append(lines, fmt.Sprintf("%s %s open", sheet, cell))
			}
		})
	}
	return lines
}

func e2eEachCell(t testing.TB, f *excelize.File, sheet string, do func(cell string, style *excelize.Style)) {
	t.Helper()
	for row := 1; row <= 40; row++ {
		for column := 1; column <= 8; column++ {
			cell, err := excelize.CoordinatesToCellName(column, row)
			if err != nil {
				t.Fatal(err)
			}
			id, err := f.GetCellStyle(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			do(cell, style)
		}
	}
}

// e2eLiveCells are the cells with a formula, a format or a link.
func e2eLiveCells(t testing.TB, f *excelize.File) (lines []string) {
	t.Helper()
	for _, sheet := range []string{"Исполнение", "Итоги"} {
		e2eEachCell(t, f, sheet, func(cell string, style *excelize.Style) {
			formula, err := f.GetCellFormula(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			_, link, _ := f.GetCellHyperLink(sheet, cell)
			format := ""
			if style.CustomNumFmt != nil && *style.CustomNumFmt != "General" && *style.CustomNumFmt != "@" {
				format = strings.ReplaceAll(*style.CustomNumFmt, `\.`, ".")
			}
			if formula == "" && link == "" && format == "" {
				return
			}
			plain := strings.NewReplacer("'", "", "#", "").Replace
			lines = append(lines, fmt.Sprintf("%s %s =%s [%s] -> %s", sheet, cell, plain(formula), format, plain(link)))
		})
	}
	return lines
}

// e2eSheetsAsCSV are the lines of all sheets as LibreOffice shows them, without the
// room that formats leave at the right.
func e2eSheetsAsCSV(t testing.TB, file string) []string {
	t.Helper()
	return e2eAllSheetsAsCSV(t, []string{file})[0]
}

// e2eAllSheetsAsCSV are those of several books with names that differ, in one call.
func e2eAllSheetsAsCSV(t testing.TB, files []string) (books [][]string) {
	t.Helper()
	const allSheetsAsShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
	out := t.TempDir()
	profile := filepath.ToSlash(filepath.Join(out, "profile"))
	args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", allSheetsAsShown, "--outdir", out}, files...)
	printed, complaint, err := e2eToolQuietly(t, "soffice", args...)
	for _, file := range files {
		sheets, _ := filepath.Glob(filepath.Join(out, e2eName(file)+"-*.csv"))
		if err != nil || len(sheets) == 0 {
			t.Fatalf("soffice: %v\n%s%s", err, printed, complaint)
		}
		var lines []string
		for _, sheet := range sheets {
			text, err := os.ReadFile(sheet)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, strings.Split(strings.ReplaceAll(string(text), "  ", ""), "\n")...)
		}
		books = append(books, lines)
	}
	return books
}

var e2eResult = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// e2eForget is a copy of a workbook in which no formula has our result.
func e2eForget(t testing.TB, file string) string {
	t.Helper()
	from, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	var copied bytes.Buffer
	to := zip.NewWriter(&copied)
	forgotten := 0
	for _, part := range from.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		forgotten += len(e2eResult.FindAll(content, -1))
		w, err := to.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(e2eResult.ReplaceAll(content, []byte("$1"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil || forgotten < 10 {
		t.Fatal(forgotten, err)
	}
	name := filepath.Join(t.TempDir(), filepath.Base(file))
	if err := os.WriteFile(name, copied.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
