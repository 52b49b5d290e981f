//go:build e2e

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
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
// regions of them, anew: every cell is as we counted it.
func TestE2EConsolidation(t *testing.T) {
	r := rand.New(rand.NewPCG(2021, 11))
	catalogue := e2eCatalogue(t)
	for _, set := range catalogue.Sets {
		for _, units := range []int{1, 12, 45} {
			t.Run(fmt.Sprintf("%s %d", set.ID, units), func(t *testing.T) {
				e2eCountAnew(t, catalogue, set.Title, e2eMunicipality(t, r, catalogue, set, units, 3))
			})
		}
		t.Run(set.ID+" region", func(t *testing.T) {
			e2eCountAnew(t, catalogue, set.Title, e2eRegion(t, r, catalogue, set, 6))
		})
	}
}

func e2eCountAnew(t *testing.T, catalogue *source.Catalogue, title string, years consolidation.Years) {
	t.Helper()
	sheets := generator.ConsolidationSheets(years, catalogue.Formulas, generator.ConsolidationHead{
		Office: "Управление образования администрации городского округа", Title: title,
		Period: "за 2021 год", Preliminary: "Предварительный: сдали не все", Example: true})
	raw, found, err := xlsx.Write(sheets, xlsx.Properties{Title: "Свод"})
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	file := filepath.Join(t.TempDir(), "svod.xlsx")
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	again := e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", []string{e2eForget(t, file)})[0]
	e2eSameCells(t, e2eOpenBook(t, file), e2eOpenBook(t, again))
	text := e2eTool(t, "pdftotext", e2eConvert(t, "pdf", "pdf:calc_pdf_Export", []string{file})[0], "-")
	if strings.Contains(text, "###") || strings.Contains(text, "Err:") || !strings.Contains(text, wordOfLegend) {
		t.Error("printed: a number that does not fit, an error, or no legend")
	}
}

const wordOfLegend = "розовом"

// e2eSameCells compares all cells of two workbooks: numbers by twelve digits, words to the
// letter.
func e2eSameCells(t *testing.T, want, got *excelize.File) {
	t.Helper()
	numbers, words, formulas := 0, 0, 0
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
	if formulas < 100 || strings.Contains(fmt.Sprint(got.GetSheetList()), "Sheet") {
		t.Error("too few formulas")
	}
}
