package xlsx

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

func day(year int, month time.Month, d int) doc.Value {
	return doc.Value{Kind: doc.DayValue, Day: time.Date(year, month, d, 23, 30, 0, 0, time.FixedZone("Пермь", 5*3600))}
}

func number(n float64, f doc.NumberFormat) doc.Value {
	return doc.Value{Kind: doc.NumberValue, Number: n, Format: f}
}

var (
	percents = doc.NumberFormat{Decimals: 1, Percent: true}
	grouped  = doc.NumberFormat{Grouped: true}
)

// scores is a consolidated table with a mean weighted by children.
func scores() Sheet {
	t := &doc.Table{
		Columns: []doc.Column{{Header: "Школа", Name: "school"}, {Header: "Детей", Name: "children", Align: doc.Right},
			{Header: "Доля", Name: "share", Align: doc.Right}, {Header: "На дату", Name: "day", Align: doc.Centre}, {Header: "Охвачено", Name: "reached", Align: doc.Right}},
	}
	for _, row := range []struct {
		school          string
		children, share float64
	}{{"№ 1", 12500, 87.5}, {"№ 2 (=1+1)", 7500, 12.3}} {
		reached := number(row.children*row.share/100, grouped)
		reached.Formula = "{.children}*{.share}"
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: row.school}, number(row.children, grouped).Cell(),
			number(row.share, percents).Cell(), day(2025, 9, 1).Cell(), reached.Cell()}})
	}
	sum, mean := number(20000, grouped), number(59.3, percents)
	sum.Formula, mean.Formula = "SUM({children})", "SUMPRODUCT({children},{share})/SUM({children})"
	words := doc.Cell{Text: "больше", Value: &doc.Value{Formula: `IF({share[1]}>{share[2]},"больше","меньше")`}}
	t.Rows = append(t.Rows, doc.Row{Total: true, Cells: []doc.Cell{{Text: "Итого"}, sum.Cell(), mean.Cell(), words, {}}})
	return Sheet{Name: "Свод", Table: t}
}

// counts speaks of the other sheet.
func counts() Sheet {
	all := number(2, doc.NumberFormat{})
	all.Formula = "COUNTA({Свод!school})"
	all.Link = "{Свод!school[2]}"
	return Sheet{Name: "Итоги", NoFilter: true, Frozen: -1, Table: &doc.Table{
		Columns: []doc.Column{{Header: "Что"}, {Header: "Сколько"}},
		Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: "Школ"}, all.Cell()}},
			{Cells: []doc.Cell{{Text: "Сайт"}, {Text: "сайт школы", Value: &doc.Value{Link: "https://a.ru/?a=1&b=2#x"}}}},
			{Cells: []doc.Cell{{Text: "Лист"}, {Text: "Свод", Value: &doc.Value{Link: "{Свод!}"}}}},
		}}}
}

// excelize shows «87,5 %» as «87.5% »: LibreOffice is asked too, in cmd/doklad.
func TestValues(t *testing.T) {
	f := open(t, mustWrite(t, scores(), counts()))
	for _, want := range []struct{ sheet, cell, raw, shown, formula string }{
		{"Свод", "B2", "12500", "12,500", ""},
		{"Свод", "C2", "0.875", "87.5%", ""},
		{"Свод", "C3", "0.123", "12.3%", ""},
		{"Свод", "D2", "45901", "01.09.2025", ""},
		{"Свод", "E3", "922.5", "923", "$B3*$C3"},
		{"Свод", "B4", "20000", "20,000", "SUM($B$2:$B$3)"},
		{"Свод", "C4", "0.593", "59.3%", "SUMPRODUCT($B$2:$B$3,$C$2:$C$3)/SUM($B$2:$B$3)"},
		{"Свод", "D4", "больше", "больше", `IF($C$2>$C$3,"больше","меньше")`},
		{"Итоги", "B2", "2", "2", "COUNTA('Свод'!$A$2:$A$3)"},
	} {
		raw := must[string](t)(f.GetCellValue(want.sheet, want.cell, excelize.Options{RawCellValue: true}))
		shown := strings.TrimSpace(must[string](t)(f.GetCellValue(want.sheet, want.cell)))
		formula := must[string](t)(f.GetCellFormula(want.sheet, want.cell))
		if raw != want.raw || shown != want.shown || formula != want.formula {
			t.Errorf("%s %s: %q, %q, %q", want.sheet, want.cell, raw, shown, formula)
		}
		if want.formula != "" {
			if computed, err := f.CalcCellValue(want.sheet, want.cell); err != nil || strings.TrimSpace(computed) != shown {
				t.Errorf("%s %s: computed %q, %v, said %q", want.sheet, want.cell, computed, err, shown)
			}
		}
	}
	for cell, want := range map[string]string{"B2": "'Свод'!A3", "B3": "https://a.ru/?a=1&b=2#x", "B4": "'Свод'!A1"} {
		if linked, target, err := f.GetCellHyperLink("Итоги", cell); !linked || target != want || err != nil {
			t.Errorf("%s leads to %q, %v", cell, target, err)
		}
	}
	style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle("Свод", "B4"))))
	if !style.Font.Bold {
		t.Error("the total is not bold")
	}
}

// A filter never hides totals, nor counts them; text with «=» beside formulas stays text.
func TestFilterAndPanesOfValues(t *testing.T) {
	book := mustWrite(t, scores(), counts())
	first, second := part(t, book, "xl/worksheets/sheet1.xml"), part(t, book, "xl/worksheets/sheet2.xml")
	if !strings.Contains(first, `<autoFilter ref="$A$1:$E$3">`) || strings.Contains(second, "autoFilter") {
		t.Error("filters")
	}
	if !strings.Contains(first, `t="inlineStr"><is><t>№ 2 (=1+1)</t>`) {
		t.Error("the text is no text")
	}
	if !strings.Contains(second, `ySplit="1"`) || strings.Contains(second, "xSplit") {
		t.Error("panes")
	}
}

// A number is never narrower than its column, whatever its text.
func TestNumbersHaveRoom(t *testing.T) {
	big := number(-1234567890.12, doc.NumberFormat{Decimals: 2, Grouped: true})
	s := Sheet{Table: table([]string{"А", "Б"}, []string{"а", strings.Repeat("слово ", 300)})}
	s.Table.Rows[0].Cells[0] = doc.Cell{Text: "1", Value: &big}
	if widths := columnWidths(asPrinted(s, nil), true, 1, nil); room(widths[0], 1) < bodyFont.width(big.String()) {
		t.Error(widths)
	}
}

func TestValuesThatNoCellCanHold(t *testing.T) {
	for fault, v := range map[string]doc.Value{
		"NaN":               number(math.NaN(), doc.NumberFormat{}),
		"+Inf":              number(math.Inf(1), doc.NumberFormat{}),
		"decimals":          number(1, doc.NumberFormat{Decimals: 16}),
		"no day":            day(1900, 2, 28),
		"kind":              {Kind: 7},
		"begins":            {Formula: "=1"},
		"neither":           {Link: "javascript:alert(1)"},
		"found":             {Formula: "SUM({нет})"},
		"нет листа":         {Formula: "SUM({Нет!а})"},
		"нет строк":         {Formula: "{а[2]}"},
		"brace":             {Formula: "SUM({а)"},
		"нет столбца «б»":   {Link: "{б}"},
		"longer than":       {Formula: strings.Repeat("1+", 5000) + "1"},
		"link of more than": {Link: "https://" + strings.Repeat("а", 2100)},
	} {
		s := Sheet{Name: "Лист 1", Table: table([]string{"а"}, []string{"текст"})}
		s.Table.Columns[0].Name = "а"
		s.Table.Rows[0].Cells[0].Value = &v
		if fault == "found" {
			fault = "нет столбца «нет»"
		}
		book, _, err := Write([]Sheet{s}, paper)
		if err == nil || book != nil || !strings.Contains(err.Error(), fault) || !strings.Contains(err.Error(), "Лист 1") {
			t.Errorf("%s: %v", fault, err)
		}
	}
}
