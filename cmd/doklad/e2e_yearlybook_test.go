//go:build e2e

package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const e2eContentsSheet = "Содержание"

func e2eBookBeside(paper e2eJudged) string {
	return strings.TrimSuffix(paper.file, ".pdf") + ".xlsx"
}

// TestE2EYearlyBooks has LibreOffice count the workbooks of the yearly reports anew and write
// them: all cells, links and charts are there, and the charts show what their cells hold. In
// one of them a number is another: all that is counted from it moves.
func TestE2EYearlyBooks(t *testing.T) {
	for _, paper := range e2eYearly(t) {
		file := e2eBookBeside(paper)
		t.Run(e2eName(file), func(t *testing.T) {
			t.Parallel()
			again := e2eAgain(t, e2eForget(t, file))
			ours, theirs := e2eOpenBook(t, file), e2eOpenBook(t, again)
			t.Run("counted anew", func(t *testing.T) {
				if formulas := e2eSameCells(t, ours, theirs); formulas < 300 {
					t.Errorf("%d formulas", formulas)
				}
				e2eNoFaults(t, theirs)
			})
			t.Run("links", func(t *testing.T) {
				e2eCheckLinks(t, ours)
				e2eCheckLinks(t, theirs)
			})
			t.Run("charts", func(t *testing.T) {
				e2eSameCharts(t, file, again)
				e2eChartValues(t, again, theirs)
			})
		})
		if e2eName(file) != "2022-school" {
			continue // LibreOffice is slow
		}
		t.Run("moved", func(t *testing.T) {
			t.Parallel()
			e2eCheckMoved(t, e2eAgain(t, e2eMove(t, e2eForget(t, file))), e2eOpenBook(t, file))
		})
		t.Run("printed", func(t *testing.T) {
			t.Parallel()
			e2ePrinted(t, []string{file})
		})
	}
}

// e2eAgain is a workbook as LibreOffice writes it.
func e2eAgain(t testing.TB, file string) string {
	t.Helper()
	return e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", []string{file})[0]
}

// e2eNoFaults: no cell shows a fault of a formula.
func e2eNoFaults(t *testing.T, book *excelize.File) {
	t.Helper()
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			for column, text := range row {
				if strings.HasPrefix(text, "#") || strings.HasPrefix(text, "Err:") {
					cell, _ := excelize.CoordinatesToCellName(column+1, n+1)
					t.Errorf("%s!%s shows %s", sheet, cell, text)
				}
			}
		}
	}
}

// e2eLinkTo is the sheet that a cell leads to; empty: it is no link.
func e2eLinkTo(t testing.TB, book *excelize.File, sheet, cell string) string {
	t.Helper()
	is, to, err := book.GetCellHyperLink(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	if !is {
		return ""
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(to, "#"), "!")
	return strings.Trim(name, "'")
}

// e2eListed are the captions that the contents of a workbook list, by sheets.
func e2eListed(t testing.TB, book *excelize.File) map[string]string {
	t.Helper()
	rows, err := book.GetRows(e2eContentsSheet)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for n, row := range rows {
		if sheet := e2eLinkTo(t, book, e2eContentsSheet, fmt.Sprintf("A%d", n+1)); sheet != "" {
			if row[0] != sheet {
				t.Errorf("«%s» leads to «%s»", row[0], sheet)
			}
			listed[sheet] = e2eAt(row, 1)
		}
	}
	return listed
}

// e2eCheckLinks: the contents lead to every sheet that is seen and to no other, and each of
// them leads back.
func e2eCheckLinks(t *testing.T, book *excelize.File) {
	t.Helper()
	listed := e2eListed(t, book)
	for _, sheet := range book.GetSheetList() {
		if seen, err := book.GetSheetVisible(sheet); err != nil || !seen || sheet == e2eContentsSheet {
			continue
		}
		if listed[sheet] == "" {
			t.Errorf("the contents do not list «%s»", sheet)
		}
		delete(listed, sheet)
		if to := e2eLinkTo(t, book, sheet, "A1"); to != e2eContentsSheet {
			t.Errorf("«%s» leads back to «%s»", sheet, to)
		}
	}
	for sheet := range listed {
		t.Errorf("the contents list «%s», which is not there", sheet)
	}
}
