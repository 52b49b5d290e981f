//go:build e2e

package main

import (
	"archive/zip"
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/sample"
)

// e2eCharts are the chart parts of a workbook.
func e2eCharts(t testing.TB, file string) (charts []string) {
	t.Helper()
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	for _, part := range archive.File {
		if ok, _ := filepath.Match("xl/charts/chart*.xml", part.Name); ok {
			charts = append(charts, e2ePart(t, file, part.Name))
		}
	}
	return charts
}

// e2eSameCharts: no chart is lost, and each is made of the same cells.
func e2eSameCharts(t *testing.T, want, got string) {
	t.Helper()
	cells := func(file string) (charts []string) {
		for _, chart := range e2eCharts(t, file) {
			charts = append(charts, strings.Join(e2eChartCells(chart), " "))
		}
		slices.Sort(charts)
		return charts
	}
	wanted := cells(want)
	if len(wanted) < 10 {
		t.Errorf("%d charts", len(wanted))
	}
	e2eSameLines(t, "charts", cells(got), wanted)
}

var (
	e2eChartNumbers = regexp.MustCompile(`(?s)<c:numRef><c:f>([^<]*)</c:f><c:numCache>(.*?)</c:numCache>`)
	e2eChartPoint   = regexp.MustCompile(`<c:pt idx="(\d+)"><c:v>([^<]*)</c:v></c:pt>`)
)

// e2eChartValues: what a chart draws is what its cells hold; a cell without a number has no
// point.
func e2eChartValues(t *testing.T, file string, book *excelize.File) {
	t.Helper()
	seen := 0
	for _, chart := range e2eCharts(t, file) {
		for _, m := range e2eChartNumbers.FindAllStringSubmatch(chart, -1) {
			drawn := map[int]string{}
			for _, point := range e2eChartPoint.FindAllStringSubmatch(m[2], -1) {
				n, _ := strconv.Atoi(point[1])
				drawn[n] = point[2]
			}
			reference := strings.NewReplacer("&apos;", "'", "&#39;", "'").Replace(m[1])
			for n, text := range e2eRange(t, book, reference) {
				x, err := strconv.ParseFloat(text, 64)
				y, missing := strconv.ParseFloat(drawn[n], 64)
				if isNumber, isDrawn := err == nil, missing == nil && !math.IsNaN(y); isNumber != isDrawn || isNumber && !e2eSame(drawn[n], model.KnownValue(x)) {
					t.Errorf("%s, %d: «%s» is drawn, the cell has «%s»", reference, n+1, drawn[n], text)
				} else if isNumber {
					seen++
				}
			}
		}
	}
	if t.Log(seen, "numbers are drawn"); seen < 50 {
		t.Error("too few")
	}
}

// e2eRange are the raw contents of a range in one column, «'Рисунок 1'!$B$8:$B$13».
func e2eRange(t testing.TB, book *excelize.File, reference string) (texts []string) {
	t.Helper()
	sheet, cells, _ := strings.Cut(strings.NewReplacer("'", "", "$", "").Replace(reference), "!")
	first, last, isRange := strings.Cut(cells, ":")
	if !isRange {
		last = first
	}
	column, from, err := excelize.CellNameToCoordinates(first)
	to, below, fault := excelize.CellNameToCoordinates(last)
	if err != nil || fault != nil || to != column {
		t.Fatal(reference, err, fault)
	}
	for row := from; row <= below; row++ {
		texts = append(texts, e2eValueAt(t, book, sheet, column, row))
	}
	return texts
}

func e2eValueAt(t testing.TB, book *excelize.File, sheet string, column, row int) string {
	t.Helper()
	cell, _ := excelize.CoordinatesToCellName(column, row)
	text, err := book.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

var (
	e2eAltParts = regexp.MustCompile(`[,;.] |\.$`)
	e2eAltValue = regexp.MustCompile(`[ \x{a0}](−?\d[\d\x{a0}]*(?:,\d+)?)$`)
)

// e2eAltNumbers are the values in the alternative text of a figure, without the threshold and
// what has no number.
func e2eAltNumbers(alt string) (values []string) {
	_, alt, _ = strings.Cut(alt, ". ") // the kind and the unit
	for _, end := range []string{" Линия:", " Нет данных:", " Не применимо:"} {
		alt, _, _ = strings.Cut(alt, end)
	}
	for _, part := range e2eAltParts.Split(alt, -1) {
		if m := e2eAltValue.FindStringSubmatch(part); m != nil {
			values = append(values, strings.NewReplacer("\u00a0", "", "−", "-", ",", ".").Replace(m[1]))
		}
	}
	return values
}

// e2eSameFigures compares the figures on paper, as their alternative texts tell them, with
// the numbers on their sheets. A figure that is divided on paper is one sheet.
func e2eSameFigures(t *testing.T, paper sample.Paper, file string) {
	book := e2eOpenBook(t, file)
	sheets := book.GetSheetList()
	told, number, sheet := map[string][]string{}, 0, ""
	for _, b := range paper.Blocks {
		if b.Role != doc.FigureRole {
			continue
		}
		number++
		if name := fmt.Sprintf("Рисунок %d", number); slices.Contains(sheets, name) {
			sheet = name
		}
		told[sheet] = append(told[sheet], e2eAltNumbers(paper.Figures[b.Label].Alt)...)
	}
	compared := 0
	for _, sheet := range sheets {
		if !strings.HasPrefix(sheet, "Рисунок ") {
			continue
		}
		decimals := 0
		for _, value := range told[sheet] {
			_, after, _ := strings.Cut(value, ".")
			decimals = max(decimals, len(after))
		}
		// A stack does not tell the parts that are nothing.
		zero := strconv.FormatFloat(0, 'f', decimals, 64)
		want, got := e2eFigureNumbers(t, book, sheet, decimals), slices.Sorted(slices.Values(told[sheet]))
		if !slices.Contains(got, zero) {
			want = slices.DeleteFunc(want, func(value string) bool { return value == zero })
		}
		if !slices.Equal(got, want) || len(got) == 0 {
			t.Errorf("«%s» on paper: %q, on the sheet: %q", sheet, got, want)
		}
		compared += len(got)
		delete(told, sheet)
	}
	if t.Log(compared, "numbers of figures"); len(told) > 0 || compared < 50 {
		t.Errorf("too few, or without a sheet: %v", told)
	}
}

// e2eFigureNumbers are the numbers on the sheet of a figure, as they are printed: without the
// threshold, and without the columns that part them by it.
func e2eFigureNumbers(t testing.TB, book *excelize.File, sheet string, decimals int) (values []string) {
	t.Helper()
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	header := slices.IndexFunc(rows, func(row []string) bool {
		return slices.Contains([]string{"Наименование", "Период", "Область"}, e2eAt(row, 0)) || strings.HasPrefix(e2eAt(row, 0), "Интервал значений")
	})
	if header < 0 {
		t.Fatalf("«%s» has no table", sheet)
	}
	for _, row := range rows[header+1:] {
		for column := 1; column < len(row); column++ {
			head := strings.ToLower(rows[header][column])
			if strings.HasPrefix(head, "порог") || strings.HasPrefix(head, "ниже (") || strings.HasPrefix(head, "не ниже (") {
				continue
			}
			if x, err := strconv.ParseFloat(row[column], 64); err == nil {
				values = append(values, strconv.FormatFloat(model.Round(x, decimals), 'f', decimals, 64))
			}
		}
	}
	slices.Sort(values)
	return values
}
