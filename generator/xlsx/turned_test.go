package xlsx

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// places is a table with as narrow columns as names are long.
func places() Sheet {
	long := strings.Repeat("Школа № 1 города ", 8)
	t := &doc.Table{Columns: []doc.Column{{Header: "Показатель"}, {Header: "МАОУ «Средняя школа № 1»", Name: "one", Align: doc.Centre}, {Header: long, Name: "long"}, {Header: "Всего"}}}
	t.Rows = []doc.Row{{Cells: []doc.Cell{{Text: "Место"}, number(1, doc.NumberFormat{}).Cell(), number(12, doc.NumberFormat{}).Cell(), {Text: "2"}}}}
	return Sheet{Name: "Места", Table: t, NoFilter: true, Upright: []string{"one", "long"}}
}

// A turned header makes its column no wider than its lines are high, and the row as high
// as the longest of them.
func TestTurnedHeaders(t *testing.T) {
	f := open(t, mustWrite(t, places()))
	for cell, turned := range map[string]int{"A1": 0, "B1": 90, "C1": 90, "D1": 0, "B2": 0} {
		style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle("Места", cell))))
		if style.Alignment.TextRotation != turned {
			t.Errorf("%s: turned by %d", cell, style.Alignment.TextRotation)
		}
	}
	one, long := must[float64](t)(f.GetColWidth("Места", "B"))*digitWidth, must[float64](t)(f.GetColWidth("Места", "C"))*digitWidth
	if one > 40 || long < 4*pitch(titleSize) || long > 7*pitch(titleSize) {
		t.Errorf("widths %.0f and %.0f", one, long)
	}
	if height := must[float64](t)(f.GetRowHeight("Места", 1)); height < headerFont.width("МАОУ «Средняя школа № 1»")/2 || height > mostTurned*1.2 {
		t.Errorf("the header is %.0f high", height)
	}
	wrong := places()
	wrong.Upright = []string{"нет"}
	if _, _, err := Write([]Sheet{wrong}, Properties{}); err == nil {
		t.Error("a column that is not there")
	}
}

// A share of a small group shows its numbers; what is yes or no says so; a word has the
// format of the number that may come in its place.
func TestFormatsOfShares(t *testing.T) {
	small := number(40, doc.NumberFormat{Decimals: 1, Parts: `2 из 5 "новых"`})
	word := doc.Value{Format: doc.NumberFormat{Decimals: 2, Grouped: true}}
	table := &doc.Table{Columns: []doc.Column{{Header: "А", Align: doc.Centre}, {Header: "Б", Align: doc.Centre}, {Header: "В", Align: doc.Centre}}}
	table.Rows = []doc.Row{{Cells: []doc.Cell{small.Cell(), number(1, doc.NumberFormat{YesNo: true}).Cell(), {Text: "н/д", Value: &word}}}}
	f := open(t, mustWrite(t, Sheet{Name: "Лист", Table: table}))
	for cell, want := range map[string]string{"A2": `0.0" (2 из 5 "\""новых"\"")"`, "B2": `"да";"да";"нет"`, "C2": "#,##0.00"} {
		style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle("Лист", cell))))
		if got := *style.CustomNumFmt; got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
	if got := must[string](t)(f.GetCellValue("Лист", "C2")); got != "н/д" {
		t.Error(got)
	}
}

// Words over pages side by side stand on the first one, and not in what is repeated.
func TestWordsOverPagesSideBySide(t *testing.T) {
	s := wideSheet()
	s.Above = []doc.Block{{Role: doc.Title, Parts: []string{"О своде"}}, {Parts: []string{"Предварительный"}}}
	f := open(t, mustWrite(t, s))
	for _, text := range []string{"О своде", "Предварительный"} {
		if found := must[[]string](t)(f.SearchSheet("Широкий", text)); len(found) != 1 || found[0][0] != 'C' {
			t.Errorf("%s stands in %v, not in the column after those that are repeated", text, found)
		}
	}
	continuous := 0
	for _, column := range "ABCDEFGHIJKL" {
		style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle("Широкий", string(column)+"1"))))
		if style.Alignment != nil && style.Alignment.Horizontal == "centerContinuous" {
			continuous++
		}
	}
	if continuous == 0 || float64(continuous)*40*millimetre > pageWidth {
		t.Errorf("the title stands over %d columns", continuous)
	}
}
