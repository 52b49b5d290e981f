//go:build e2e

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator"
	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/generator/source"
	"doklad/generator/xlsx"
)

// TestE2EConsolidation has LibreOffice count the workbooks of random municipalities, and of
// regions of them, anew: every cell is as we counted it. One is printed too: printing is slow.
func TestE2EConsolidation(t *testing.T) {
	r := rand.New(rand.NewPCG(2021, 11))
	catalogue := e2eCatalogue(t)
	folder := t.TempDir()
	var files []string
	for _, set := range catalogue.Sets {
		for _, units := range []int{1, 12, 45} {
			files = append(files, e2eConsolidationBook(t, catalogue, set, filepath.Join(folder, fmt.Sprintf("%s-%d.xlsx", set.ID, units)), e2eMunicipality(t, r, catalogue, set, units, 3)))
		}
		files = append(files, e2eConsolidationBook(t, catalogue, set, filepath.Join(folder, set.ID+"-region.xlsx"), e2eRegion(t, r, catalogue, set, 6)))
	}
	e2eRecount(t, files)
	text := e2eTool(t, "pdftotext", e2eConvert(t, "pdf", "pdf:calc_pdf_Export", []string{filepath.Join(folder, "school-12.xlsx")})[0], "-")
	if strings.Contains(text, "###") || strings.Contains(text, "Err:") || !strings.Contains(text, wordOfLegend) {
		t.Error("printed: a number that does not fit, an error, or no legend")
	}
}

// e2eConsolidationBook writes the workbook of a consolidation.
func e2eConsolidationBook(t *testing.T, catalogue *source.Catalogue, set model.IndicatorSet, file string, years consolidation.Years) string {
	t.Helper()
	sheets := generator.ConsolidationSheets(years, catalogue.Formulas, generator.ConsolidationHead{
		Office: "Управление образования администрации городского округа", Title: set.Title,
		Period: "за 2021 год", Preliminary: "Предварительный: сдали не все", Example: true})
	raw, found, err := xlsx.Write(sheets, xlsx.Properties{Title: "Свод"})
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// e2eRecount has LibreOffice count workbooks anew, all in one call, and compares each with
// what we counted. It returns what LibreOffice counted.
func e2eRecount(t *testing.T, files []string) []*excelize.File {
	t.Helper()
	var forgotten []string
	for _, file := range files {
		forgotten = append(forgotten, e2eForget(t, file))
	}
	var counted []*excelize.File
	for i, again := range e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", forgotten) {
		book := e2eOpenBook(t, again)
		t.Run("counted anew "+e2eName(files[i]), func(t *testing.T) {
			if formulas := e2eSameCells(t, e2eOpenBook(t, files[i]), book); formulas < 100 {
				t.Errorf("%d formulas", formulas)
			}
		})
		counted = append(counted, book)
	}
	return counted
}

const wordOfLegend = "розовом"

// e2eSameCells compares all cells of two workbooks: numbers by twelve digits, words to the
// letter.
func e2eSameCells(t *testing.T, want, got *excelize.File) (formulas int) {
	t.Helper()
	numbers, words := 0, 0
	if !slices.Equal(want.GetSheetList(), got.GetSheetList()) {
		t.Errorf("sheets %v, should be %v", got.GetSheetList(), want.GetSheetList())
	}
	for _, sheet := range want.GetSheetList() {
		wanted, err := want.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := got.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil || len(rows) != len(wanted) {
			t.Fatalf("%s: %d rows, should be %d: %v", sheet, len(rows), len(wanted), err)
		}
		for n := range wanted {
			for column := range max(len(wanted[n]), len(rows[n])) {
				text, should := e2eAt(rows[n], column), e2eAt(wanted[n], column)
				cell, _ := excelize.CoordinatesToCellName(column+1, n+1)
				formula, err := want.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula != "" {
					formulas++
				}
				same := text == should
				if x, err := strconv.ParseFloat(should, 64); err == nil {
					same = e2eSame(text, model.KnownValue(x))
					numbers++
				} else if should != "" {
					words++
				}
				if !same {
					t.Errorf("%s!%s: «%s», should be «%s»: =%s", sheet, cell, text, should, formula)
				}
			}
		}
	}
	t.Log(numbers, "numbers,", words, "words,", formulas, "formulas")
	return formulas
}
