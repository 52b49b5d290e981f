//go:build e2e

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// e2eMeasureFiles are what lies at the patterns below the papers of the example.
func e2eMeasureFiles(t testing.TB, out string, patterns ...string) (files []string) {
	t.Helper()
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(out, "example", filepath.FromSlash(pattern)))
		if err != nil || len(found) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	return files
}

// e2eMeasures are the papers of recommendations, of decisions and of the cycle; sheets those
// of one year.
func e2eMeasures(t testing.TB) (papers []e2eJudged) {
	t.Helper()
	out := e2eBuild(t, e2eData)
	for _, file := range e2eMeasureFiles(t, out, "recommendations/*.pdf", "recommendations/2022/*.pdf", "recommendations/*-quarters/*.pdf", "decisions/*.pdf", "cycle.pdf") {
		name, err := filepath.Rel(filepath.Join(out, "example"), file)
		if err != nil {
			t.Fatal(err)
		}
		papers = append(papers, e2eJudged{filepath.ToSlash(strings.TrimSuffix(name, ".pdf")), e2eData, file})
	}
	return papers
}

// TestE2EMeasureBooks has LibreOffice open, count anew and print the workbooks of
// recommendations, of decisions and of the cycle.
func TestE2EMeasureBooks(t *testing.T) {
	out := e2eBuild(t, e2eData)
	e2eDoklad(t, "forms", "recommendations", "2022", "--data", e2eData, "--out", out)
	registers := e2eMeasureFiles(t, out, "recommendations/*.xlsx")
	others := e2eMeasureFiles(t, out, "decisions/*.xlsx", "cycle.xlsx", "forms/recommendations/2022/ds-*.xlsx", "forms/recommendations/2022/upravlenie.xlsx")
	t.Run("LibreOffice", func(t *testing.T) {
		t.Run("counted anew", func(t *testing.T) {
			t.Parallel()
			e2eRecount(t, registers)
		})
		t.Run("opened", func(t *testing.T) {
			t.Parallel()
			e2eNothingLost(t, e2eApart(t, others))
		})
		t.Run("printed", func(t *testing.T) {
			t.Parallel()
			e2ePrinted(t, e2eApart(t, slices.Concat(registers, others)))
		})
	})
}

// TestE2EMarksThroughLibreOffice fills a form and the register, has LibreOffice save them, and
// records what they say: a mark each, and nothing twice.
func TestE2EMarksThroughLibreOffice(t *testing.T) {
	folder := t.TempDir()
	data, out := filepath.Join(folder, "data"), filepath.Join(folder, "out")
	if err := os.CopyFS(data, os.DirFS(e2eData)); err != nil {
		t.Fatal(err)
	}
	e2eDoklad(t, "forms", "recommendations", "2022", "--institution", "ds-3", "--data", data, "--out", out, "--date", "2022-12-10")
	e2eDoklad(t, "build", "example/recommendations/2022", "--data", data, "--out", out, "--date", "2022-12-10")
	books := []string{
		e2eMarked(t, filepath.Join(out, "example/forms/recommendations/2022/ds-3.xlsx"), "2022/ds-3/D09"),
		e2eMarked(t, filepath.Join(out, "example/recommendations/2022.xlsx"), "2022/ds-4/D09"),
	}
	again := e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", e2eConvert(t, "ods", "ods", e2eApart(t, books)))
	for _, want := range []string{": 1, без изменений", ": 0, без изменений"} {
		status, stdout, stderr := called(t, append([]string{"import", "--data", data, "--date", "2022-12-10"}, again...)...)
		if status != 0 || strings.Count(stdout, "записано отметок"+want) != len(again) {
			t.Errorf("%d %s%s", status, stdout, stderr)
		}
	}
	record, err := os.ReadFile(filepath.Join(data, "example/recommendations/2022.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"2022/ds-3/D09", "2022/ds-4/D09"} {
		if want := "recommendation = \"" + id + "\"\nstatus = \"done\"\ndate = 2022-11-28\n"; strings.Count(string(record), want) != 1 {
			t.Errorf("the record lacks %s", want)
		}
	}
}

// e2eMarked writes into the row of a recommendation that it was carried out.
func e2eMarked(t testing.TB, file, id string) string {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetList()[0]
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var headers []string
	said := map[string]any{"Статус": "исполнено", "Дата": time.Date(2022, 11, 28, 0, 0, 0, 0, time.UTC), "Вид документа": "акт", "Номер документа": "5"}
	filled := 0
	for i, row := range rows {
		switch {
		case len(headers) == 0 && slices.Contains(row, "Статус"):
			headers = row
		case slices.ContainsFunc(row, func(cell string) bool { return strings.ReplaceAll(cell, "\n", "") == id }):
			for header, value := range said {
				name, err := excelize.CoordinatesToCellName(slices.Index(headers, header)+1, i+1)
				if err == nil {
					err = f.SetCellValue(sheet, name, value)
				}
				if err != nil {
					t.Fatal(err)
				}
				filled++
			}
		}
	}
	if filled != len(said) {
		t.Fatalf("%s: %d cells were filled", file, filled)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return file
}
