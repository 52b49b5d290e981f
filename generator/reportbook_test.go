package generator

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"doklad/generator/chart"
	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

func shownNumber(n float64, formula string) doc.Cell {
	return doc.Value{Kind: doc.NumberValue, Number: n, Formula: formula, Format: doc.NumberFormat{Decimals: 1}}.Cell()
}

// samplePictures are one of each kind, with gaps, small groups and numbers at thresholds.
func samplePictures() []picture {
	r := rand.New(rand.NewPCG(2022, 7))
	share := func() doc.Cell { return shownNumber(float64(r.IntN(1000))/10, "") }
	limit := &pictureThreshold{Value: 70, Name: "порог 70 %"}
	school := func(n int) string {
		return fmt.Sprintf("МБОУ «Средняя общеобразовательная школа № %d» с. Берёзовка", n+1)
	}
	many := picture{Kind: lyingBars, Caption: "Охват обучающихся дополнительным образованием по школам", Series: []string{"Охват, %"}, Unit: "%", Decimals: 1, Top: 100, Threshold: limit}
	for n := range 45 {
		row := pictureRow{Name: school(n), Cells: []doc.Cell{share()}}
		switch n {
		case 3:
			row.Cells[0] = shownNumber(69.96, "") // is printed as 70,0
		case 7:
			row.Cells[0].Value.Format.Parts = "2 из 5"
		case 11:
			row.Cells[0] = doc.Cell{Text: wordMissing, Value: &doc.Value{Formula: "1/2"}}
		case 12:
			row.Cells[0] = doc.Cell{Text: wordNotApplicable}
		}
		many.Rows = append(many.Rows, row)
	}
	few := many
	few.Caption, few.Rows = "Охват по пяти школам", many.Rows[8:13]
	single := picture{Kind: groupedColumns, Caption: "Охват по кластерам", Series: []string{"Охват, %"}, Unit: "%", Decimals: 1, Top: 100, Threshold: limit}
	grouped := picture{Kind: groupedColumns, Caption: "Охват по кластерам за три года", Series: []string{"2020", "2021", "2022"}, Unit: "%", Decimals: 1, Top: 100, Threshold: limit}
	for _, name := range []string{"Северный", "Южный", "Городской", "Заречный"} {
		single.Rows = append(single.Rows, pictureRow{Name: name, Cells: []doc.Cell{share()}})
		grouped.Rows = append(grouped.Rows, pictureRow{Name: name, Cells: []doc.Cell{share(), share(), share()}})
	}
	grouped.Rows[1].Cells[0] = doc.Cell{Text: wordMissing}
	stacked := picture{Kind: stackedBars, Caption: "Уровни по показателям", Series: []string{"высокий", "средний", "низкий"}, Unit: "учреждений"}
	for n := range 12 {
		stacked.Rows = append(stacked.Rows, pictureRow{Name: fmt.Sprintf("Показатель %d", n+1), Cells: []doc.Cell{shownNumber(float64(n), ""), shownNumber(float64(12-n), ""), shownNumber(float64(n%3), "")}})
	}
	years := picture{Kind: lines, Caption: "Охват по годам", Series: []string{"Округ", "Край"}, Unit: "%", Decimals: 1, Top: 100, Threshold: limit, Changes: []chart.Change{{At: 2}}}
	for year := 2018; year <= 2022; year++ {
		years.Rows = append(years.Rows, pictureRow{Name: fmt.Sprint(year), Cells: []doc.Cell{shownNumber(60+float64(year-2018)*3.3, ""), shownNumber(72-float64(year-2018)*2.2, "")}})
	}
	years.Rows[4].Cells[1] = doc.Cell{Text: wordMissing}
	areas := picture{Kind: radar, Caption: "Области качества", Series: []string{"2022", "2021"}, Unit: "баллов", Decimals: 1, Lowest: 1, Highest: 5}
	for n, name := range []string{"Образовательные ориентиры", "Образовательная программа", "Содержание", "Процесс", "Условия", "Семья", "Здоровье", "Управление"} {
		areas.Rows = append(areas.Rows, pictureRow{Name: name, Cells: []doc.Cell{shownNumber(2+float64(n%3)*0.9, ""), shownNumber(1.5+float64(n%4)*0.6, "")}})
	}
	var shares []float64
	for _, row := range many.Rows {
		shares = append(shares, many.number(row.Cells[0]))
	}
	counts := picture{Kind: histogram, Caption: "Распределение школ по охвату", Series: []string{"школ"}, Unit: "охват, %", Decimals: 1, Threshold: limit,
		Rows: histogramRows(chart.Intervals(shares, 1, 0, 100, limit.Value), 1, "{Рисунок 1!s1_1}")}
	return []picture{many, few, single, grouped, stacked, years, areas, counts}
}

func sampleReport(t testing.TB) []xlsx.Sheet {
	y, formulas := consolidationSample(t)
	b := reportBook{Title: "Доклад о состоянии системы образования за 2022 год", Office: "Управление образования", Note: exampleNote,
		Base: ConsolidationSheets(y, formulas, ConsolidationHead{Office: "Управление образования", Title: "Свод: школы", Period: "за 2021 год", Sheet: "школы"})}
	cells := newConsolidationCells(y, formulas, "школы")
	b.Exhibits = append(b.Exhibits, exhibit{Kind: "Таблица", Number: "1", Table: &doc.Table{Caption: "Итоги", Columns: []doc.Column{{Header: "Показатель"}, {Header: "2021", Align: doc.Centre}, {Header: "2020", Align: doc.Centre}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: "Доля"}, shownNumber(3200.0/45, cells.whole("P1", 2021)), shownNumber(3200.0/45, cells.whole("P1", 2020))}}}}})
	for n, p := range samplePictures() {
		b.Exhibits = append(b.Exhibits, exhibit{Kind: "Рисунок", Number: fmt.Sprint(n + 1), Picture: &p})
	}
	return reportSheets(b)
}

// The contents lead to every sheet that is seen, in their order, and each leads back.
func TestReportSheets(t *testing.T) {
	sheets := sampleReport(t)
	contents := sheets[0]
	if contents.Name != sheetContents || !contents.Opens || contents.Note != exampleNote {
		t.Errorf("%+v", contents)
	}
	var listed, want []string
	for _, row := range contents.Table.Rows {
		if row.Section {
			listed = append(listed, row.Cells[0].Text)
			continue
		}
		listed = append(listed, fmt.Sprintf("%s %s: %s", row.Cells[0].Text, row.Cells[0].Value.Link, row.Cells[1].Text))
	}
	section := func(title string) { want = append(want, title) }
	add := func(name, title string) { want = append(want, fmt.Sprintf("%[1]s {%[1]s!}: %[2]s", name, title)) }
	section("Таблицы и рисунки доклада")
	add("Таблица 1", "Итоги")
	for n, p := range samplePictures() {
		add(fmt.Sprintf("Рисунок %d", n+1), p.Caption)
	}
	section("Своды, из которых взяты числа")
	add("Свод школы", "Свод: школы, за 2021 год")
	add("Места школы", "Свод: школы, места по показателям, за 2021 год")
	add("2020 школы", "Свод: школы, данные прошлых лет: 2020")
	if !slices.Equal(listed, want) {
		t.Errorf("%s", strings.Join(listed, "\n"))
	}
	for _, s := range sheets[1:] {
		if s.Back.Text == "" || s.Back.Value.Link != "{"+sheetContents+"!}" || s.Opens {
			t.Errorf("%s: back %+v", s.Name, s.Back)
		}
	}
	for _, s := range sheets[1:10] {
		if s.Note != exampleNote || s.Above[0].Role != doc.AnnexTitle || s.Above[0].Parts[0] != s.Name {
			t.Errorf("%s: %s, %v", s.Name, s.Note, s.Above)
		}
	}
	first, found, err := writeBook(sheets, xlsx.Properties{})
	again, _, _ := writeBook(sampleReport(t), xlsx.Properties{})
	if err != nil || len(found) > 0 || !bytes.Equal(first, again) {
		t.Error("the workbook:", found, err, len(first), len(again))
	}
}

// A hidden sheet of the base stays, unlisted; a report of nothing has its contents only.
func TestReportSheetsAtTheEdge(t *testing.T) {
	sheets := reportSheets(reportBook{Title: "Доклад", Base: []xlsx.Sheet{xlsx.Pairs("Ключи", [2]string{"a", "b"})}})
	if len(sheets) != 2 || len(sheets[0].Table.Rows) != 0 || sheets[1].Back.Text != "" {
		t.Errorf("%+v", sheets)
	}
	if _, found, err := writeBook(sheets, xlsx.Properties{}); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}
