//go:build e2e

package main

import (
	"cmp"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/xuri/excelize/v2"
)

// e2eSmallestLetters is how small the letters of a sheet may be printed, in points.
const e2eSmallestLetters = 7.5

// TestE2EWorkbooks has LibreOffice open and print the workbooks of collecting: nothing is
// lost, each sheet is as many pages wide as was meant, and what is printed can be read.
func TestE2EWorkbooks(t *testing.T) {
	out := e2eBuild(t, e2eData)
	e2eDoklad(t, "forms", "monitoring", "2022", "--data", e2eData, "--out", out)
	find := func(patterns ...string) (files []string) {
		for _, pattern := range patterns {
			found, err := filepath.Glob(filepath.Join(out, "example", filepath.FromSlash(pattern)))
			if err != nil || len(found) == 0 {
				t.Fatalf("no %s: %v", pattern, err)
			}
			files = append(files, found...)
		}
		return files
	}
	forms := find("forms/monitoring/2022/preschool/*.xlsx", "forms/monitoring/2022/school/*.xlsx")
	others := find("returned/2022/*.xlsx", "submissions/2022.xlsx")
	consolidations := find("consolidation/2022-*.xlsx") // the years before are sheets in them
	t.Run("LibreOffice", func(t *testing.T) {
		t.Run("counted anew", func(t *testing.T) {
			t.Parallel()
			e2eRecount(t, find("consolidation/*.xlsx"))
		})
		t.Run("opened", func(t *testing.T) {
			t.Parallel()
			e2eNothingLost(t, e2eApart(t, slices.Concat(forms, others)))
		})
		t.Run("consolidations printed", func(t *testing.T) {
			t.Parallel()
			e2ePrinted(t, consolidations)
		})
		t.Run("others printed", func(t *testing.T) {
			t.Parallel()
			e2ePrinted(t, e2eApart(t, slices.Concat(forms, others)))
		})
	})
}

// e2eApart are copies of files under names that differ, in one folder.
func e2eApart(t testing.TB, files []string) (copies []string) {
	t.Helper()
	folder := t.TempDir()
	for _, file := range files {
		copied := filepath.Join(folder, filepath.Base(filepath.Dir(file))+" "+filepath.Base(file))
		e2eCopyFile(t, file, copied)
		copies = append(copies, copied)
	}
	return copies
}

func e2eNothingLost(t *testing.T, files []string) {
	for i, again := range e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", files) {
		t.Run(e2eName(files[i]), func(t *testing.T) {
			want, got := e2eOpenBook(t, files[i]), e2eOpenBook(t, again)
			e2eSameCells(t, want, got)
			if len(e2eCellMarks(t, want)) > 0 && len(e2eCellMarks(t, got)) == 0 {
				t.Error("the marks are lost")
			}
			for _, sheet := range want.GetSheetList() {
				seen, err := want.GetSheetVisible(sheet)
				if still, fault := got.GetSheetVisible(sheet); still != seen || err != nil || fault != nil {
					t.Errorf("«%s» is seen: %v, should be %v: %v %v", sheet, still, seen, err, fault)
				}
			}
		})
	}
}

func e2ePrinted(t *testing.T, files []string) {
	for i, pdf := range e2eConvert(t, "pdf", "pdf:calc_pdf_Export", files) {
		t.Run(e2eName(files[i]), func(t *testing.T) {
			book := e2eOpenBook(t, files[i])
			text := e2eTool(t, "pdftotext", pdf, "-")
			for _, bad := range []string{"###", "Err:", "#REF", "#VALUE", "#NAME", "#DIV"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s is printed", bad)
				}
			}
			pages := e2eWordPages(t, pdf)
			for _, sheet := range e2ePrintedSheets(t, pdf, len(pages)) {
				e2eCheckWide(t, book, sheet, pages[sheet.from-1:sheet.to])
			}
		})
	}
}

// e2ePrintedSheet is a sheet and the pages it stands on.
type e2ePrintedSheet struct {
	name     string
	from, to int
}

// e2ePrintedSheets are told apart by the bookmarks that LibreOffice makes of them.
func e2ePrintedSheets(t *testing.T, pdf string, pages int) (sheets []e2ePrintedSheet) {
	t.Helper()
	file, err := os.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	api.DisableConfigDir()
	bookmarks, err := api.Bookmarks(file, nil)
	if err != nil || len(bookmarks) == 0 {
		t.Fatal("no bookmarks", err)
	}
	for i, b := range bookmarks {
		to := pages
		if i+1 < len(bookmarks) {
			to = bookmarks[i+1].PageFrom - 1
		}
		sheets = append(sheets, e2ePrintedSheet{b.Title, b.PageFrom, to})
	}
	return sheets
}

// e2eCheckWide: pages side by side begin with the same rows, so each beginning is found as
// many times as the sheet is pages wide.
func e2eCheckWide(t *testing.T, book *excelize.File, sheet e2ePrintedSheet, pages []e2ePage) {
	t.Helper()
	header := e2eRepeatedRow(t, book, sheet.name)
	if header == nil {
		return // a sheet of words, or one that the sender made
	}
	layout, err := book.GetPageLayout(sheet.name)
	if err != nil {
		t.Fatal(err)
	}
	wide := 1 // where the book does not say
	if layout.FitToWidth != nil {
		wide = *layout.FitToWidth
	}
	times, smallest := map[string]int{}, math.Inf(1)
	for _, page := range pages {
		left := e2eLeftmost(page.flow)
		times[e2eText(left)]++
		for _, w := range left {
			smallest = math.Min(smallest, w.size())
		}
		if last := header[len(header)-1]; wide == 1 && !e2eHolds(e2eAtoms(e2eText(page.flow)), e2eAtoms(last)) {
			t.Errorf("«%s», page %d lacks the last column, «%s»", sheet.name, page.number, last)
		}
	}
	if smallest < e2eSmallestLetters {
		t.Errorf("«%s» is printed in letters of %.1f points", sheet.name, smallest)
	}
	for left, n := range times {
		if wide > 1 && n != wide {
			t.Errorf("«%s»: of %d pages %d begin with «%s», should be %d", sheet.name, len(pages), n, left, wide)
		}
	}
}

// e2eLeftmost are the words that stand at the left edge of the table; turned ones are not
// among them.
func e2eLeftmost(words []e2eWord) []e2eWord {
	const near = 2
	left := slices.MinFunc(words, func(a, b e2eWord) int { return cmp.Compare(a.x0, b.x0) }).x0
	return e2eReadingOrder(slices.DeleteFunc(slices.Clone(words), func(w e2eWord) bool { return w.x0 > left+near }))
}

// e2eRepeatedRow is the row that stands on each page, without what is hidden; nil where
// none does.
func e2eRepeatedRow(t *testing.T, book *excelize.File, sheet string) (shown []string) {
	t.Helper()
	for _, name := range book.GetDefinedName() {
		if name.Name != "_xlnm.Print_Titles" || name.Scope != sheet {
			continue
		}
		n, err := strconv.Atoi(name.RefersTo[strings.LastIndex(name.RefersTo, "$")+1:])
		if err != nil {
			t.Fatal(name, err)
		}
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range rows[n-1] {
			column, _ := excelize.ColumnNumberToName(i + 1)
			if seen, err := book.GetColVisible(sheet, column); seen && err == nil {
				shown = append(shown, text)
			}
		}
	}
	return shown
}
