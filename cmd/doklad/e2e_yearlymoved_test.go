//go:build e2e

package main

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/model"
)

// Of the parts of S01 = 100 · SV02 / SV01 one institution tells another number.
const (
	e2eMovedSchool = "СОШ № 2 (пример)"
	e2eMovedPart   = "SV02"
	e2eMovedWhole  = "SV01"
	e2eMovedShare  = "S01"
	e2eMovedBy     = -500
)

// e2eMove is a copy with the other number of a workbook that has no results of its formulas.
func e2eMove(t testing.TB, file string) string {
	t.Helper()
	book := e2eOpenBook(t, file)
	said, cell := e2eNumberIn(t, book, "Свод", e2eMovedPart, e2eMovedSchool)
	if err := book.SetCellValue("Свод", cell, said+e2eMovedBy); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(t.TempDir(), e2eName(file)+"-moved.xlsx")
	if err := book.SaveAs(moved); err != nil {
		t.Fatal(err)
	}
	return moved
}

// e2eCheckMoved: the totals, the table of the area and the data of its figure are those of the new
// number, in the cells and in the chart.
func e2eCheckMoved(t *testing.T, file string, before *excelize.File) {
	after := e2eOpenBook(t, file)
	const total = "По муниципалитету"
	was, _ := e2eNumberIn(t, before, "Свод", e2eMovedPart, total)
	whole, _ := e2eNumberIn(t, before, "Свод", e2eMovedWhole, total)
	share := 100 * (was + e2eMovedBy) / whole
	same := func(what, sheet, code, column string, want float64) {
		t.Helper()
		if got, cell := e2eNumberIn(t, after, sheet, code, column); math.Abs(got-want) > 1e-9*math.Abs(want) {
			t.Errorf("%s, %s!%s: %v, should be %v", what, sheet, cell, got, want)
		}
	}
	same("the total of the part", "Свод", e2eMovedPart, total, was+e2eMovedBy)
	same("the total of the share", "Свод", e2eMovedShare, total, share)
	table, figure := e2eSheetWith(t, before, "Таблица ", e2eMovedShare, "+/– к 2021"), e2eSheetWith(t, before, "Рисунок ", e2eMovedShare, "2022")
	same("the table of the area", table, e2eMovedShare, "2022", share)
	then, _ := e2eNumberIn(t, before, table, e2eMovedShare, "2021")
	same("the change", table, e2eMovedShare, "+/– к 2021", model.Round(model.Round(share, 1)-model.Round(then, 1), 1))
	same("the figure", figure, e2eMovedShare, "2022", share)
	e2eChartValues(t, file, after)
}

// e2eSheetWith is the first sheet that has a row and a column of these names.
func e2eSheetWith(t testing.TB, book *excelize.File, prefix, row, column string) string {
	t.Helper()
	for _, sheet := range book.GetSheetList() {
		if strings.HasPrefix(sheet, prefix) {
			if _, _, found := e2eFind(t, book, sheet, row, column); found {
				return sheet
			}
		}
	}
	t.Fatalf("no «%s» with %s and %s", prefix, row, column)
	return ""
}

// e2eFind is the place of a row by its first cell and of a column by its header.
func e2eFind(t testing.TB, book *excelize.File, sheet, row, column string) (line, place int, found bool) {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	place = -1
	for n, cells := range rows {
		if place < 0 {
			place = slices.IndexFunc(cells, func(text string) bool { return strings.Join(strings.Fields(text), " ") == column })
		} else if e2eAt(cells, 0) == row {
			return n + 1, place + 1, true
		}
	}
	return 0, 0, false
}

func e2eNumberIn(t testing.TB, book *excelize.File, sheet, row, column string) (x float64, cell string) {
	t.Helper()
	line, place, found := e2eFind(t, book, sheet, row, column)
	if !found {
		t.Fatalf("«%s» has no %s, %s", sheet, row, column)
	}
	cell, _ = excelize.CoordinatesToCellName(place, line)
	x, err := strconv.ParseFloat(e2eValueAt(t, book, sheet, place, line), 64)
	if err != nil {
		t.Fatalf("%s!%s: %v", sheet, cell, err)
	}
	return x, cell
}
