//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

// TestE2ECharts has LibreOffice open native charts: it prints them with their titles,
// names and values from the cells, each sheet on one page, and writes them again with
// the same cells.
func TestE2ECharts(t *testing.T) {
	file := e2eChartBook(t)
	t.Run("printed", func(t *testing.T) {
		pages := e2ePages(t, e2eConvert(t, "pdf", "pdf:calc_pdf_Export", []string{file})[0])
		if len(pages) != len(e2eChartKinds) {
			t.Fatalf("%d pages of %d charts", len(pages), len(e2eChartKinds))
		}
		for i, page := range pages {
			kind, text := e2eChartKinds[i], e2eText(page.content())
			for _, said := range []string{"Охват за два года (пример)", "Целевое", "2022"} {
				if !strings.Contains(text, said) {
					t.Errorf("%s: no «%s» in %s", kind.name, said, text)
				}
			}
			// In the table, and in the chart beside its bar or point.
			for _, value := range []string{"41.5", "93.5", "62.0"} {
				if got := strings.Count(text, value); kind.kind != xlsx.RadarChart && got != 2 {
					t.Errorf("%s: %d times %s in %s", kind.name, got, value, text)
				}
			}
			if got := strings.Count(text, "Школа № 2"); got != 2 {
				t.Errorf("%s: %d times a school in %s", kind.name, got, text)
			}
		}
	})
	t.Run("written again", func(t *testing.T) {
		again := e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", []string{file})[0]
		for i, kind := range e2eChartKinds {
			name := fmt.Sprintf("xl/charts/chart%d.xml", i+1)
			got, want := e2eChartCells(e2ePart(t, again, name)), e2eChartCells(e2ePart(t, file, name))
			if len(want) != 7 || !slices.Equal(got, want) {
				t.Errorf("%s: %q, want %q", kind.name, got, want)
			}
		}
	})
}

// e2eChartKinds are sheets by their kind of chart. LibreOffice numbers charts as sheets
// follow each other.
var e2eChartKinds = []struct {
	name string
	kind xlsx.ChartKind
}{{"Столбцы", xlsx.ColumnChart}, {"Полосы", xlsx.BarChart}, {"Части", xlsx.StackedColumnChart}, {"Линии", xlsx.LineChart}, {"Лепестки", xlsx.RadarChart}}

func e2eChartBook(t testing.TB) string {
	t.Helper()
	format := doc.NumberFormat{Decimals: 1}
	number := func(n float64) doc.Cell {
		return doc.Value{Kind: doc.NumberValue, Number: n, Format: format}.Cell()
	}
	var sheets []xlsx.Sheet
	for _, kind := range e2eChartKinds {
		table := &doc.Table{Columns: []doc.Column{{Header: "Учреждение", Name: "school"}, {Header: "2021", Name: "before"}, {Header: "2022", Name: "now"}, {Header: "Целевое", Name: "target"}}}
		for i := range 4 {
			row := doc.Row{Cells: []doc.Cell{{Text: fmt.Sprintf("Школа № %d", i+1)}, number(41.5 + 7*float64(i)), number(93.5 - 10.5*float64(i)), number(75)}}
			if i == 2 {
				row.Cells[1] = doc.Cell{} // a gap
			}
			table.Rows = append(table.Rows, row)
		}
		sheets = append(sheets, xlsx.Sheet{Name: kind.name, Table: table, Note: "Пример: вымышленные данные", Charts: []xlsx.Chart{{Kind: kind.kind,
			Title: "Охват за два года (пример)", Alt: "Охват по школам.", Categories: "{school}", Format: format, Threshold: "{target}",
			Series: []xlsx.ChartSeries{{Values: "{before}"}, {Values: "{now}"}}}}})
	}
	book, problems, err := xlsx.Write(sheets, xlsx.Properties{Title: "Диаграммы (пример)", Language: "ru-RU"})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	file := filepath.Join(t.TempDir(), "charts.xlsx")
	if err := os.WriteFile(file, book, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

var e2eChartReference = regexp.MustCompile(`<(?:c:)?f>([^<]*)</`)

// e2eChartCells are the places that a chart is made of, each once: LibreOffice begins a
// chart with the kind that it draws first.
func e2eChartCells(part string) (places []string) {
	for _, m := range e2eChartReference.FindAllStringSubmatch(part, -1) {
		places = append(places, strings.NewReplacer("&#39;", "", "&apos;", "", "'", "").Replace(m[1]))
	}
	slices.Sort(places)
	return slices.Compact(places)
}
