package sample

import (
	"fmt"

	"doklad/generator/doc"
)

// longTable is a table that has all that makes one hard, over more than 30 pages.
func longTable() *doc.Document {
	d := paper("Таблица (пример)", "#title Сведения по организациям (пример)\nСведения – в таблице {table:all}.\n#page landscape\n#table all\n#page portrait\nПосле таблицы (пример).", hardTable("all", 210))
	d.Report, d.Header = true, "Сведения по организациям (пример)"
	return d
}

// hardTable has a header of three rows, sections, cells over rows and columns,
// totals, numbers with commas, and rows that are higher than a page.
func hardTable(name string, rows int) *doc.Table {
	t := &doc.Table{Name: name, Caption: "Организации, показатели и рекомендации (пример)",
		Columns: []doc.Column{{Header: "№", Align: doc.Centre}, {Header: "Организация"}, {Header: "2025, %", Align: doc.Decimal},
			{Header: "2026, %", Align: doc.Decimal}, {Header: "Рекомендации"}, {Header: "Примечание", Middle: true}},
		Head: [][]doc.Cell{
			{{Text: "№", Rows: 3}, {Text: "Организация", Rows: 3}, {Text: "Показатели и что из них следует (пример)", Columns: 3}, {Text: "Примечание", Rows: 3}},
			{{Text: "Доля выпускников", Columns: 2}, {Text: "Рекомендации", Rows: 2}},
			{{Text: "2025, %"}, {Text: "2026, %"}},
		}}
	for i := range rows {
		if i%30 == 0 {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: fmt.Sprintf("Раздел %d. %s (пример)", i/30+1, words(4, i))}}})
		}
		t.Rows = append(t.Rows, hardRow(i))
		if i%30 == 29 || i == rows-1 {
			t.Rows = append(t.Rows, doc.Row{Total: true, Cells: []doc.Cell{{Text: fmt.Sprintf("Итого по разделу %d", i/30+1), Columns: 2},
				{Text: percent(i, 7)}, {Text: percent(i, 3)}, {Text: "–", Columns: 2}}})
		}
	}
	return t
}

// hardRow: every seventh row begins a note for three rows, every eleventh has no
// numbers, and two are higher than a page. Those end with their long cell: on pages
// what stands behind it would come before its end.
func hardRow(i int) doc.Row {
	school := fmt.Sprintf("МБОУ «Примерная средняя общеобразовательная школа № %d»", i+1)
	cells := []doc.Cell{{Text: fmt.Sprintf("%d.", i+1)}, {Text: school}}
	if i%11 == 5 {
		cells = append(cells, doc.Cell{Text: "нет сведений (пример)", Columns: 2})
	} else {
		cells = append(cells, doc.Cell{Text: percent(i, 7)}, doc.Cell{Text: percent(i, 3)})
	}
	advice := words(2+i%5, i)
	if i == 40 || i == 125 {
		advice = words(150, i)
	}
	cells = append(cells, doc.Cell{Text: advice})
	switch at := i % 30 % 7; {
	case at == 1 && i%30 < 27:
		cells = append(cells, doc.Cell{Text: "общее для трёх строк: " + words(1, i), Rows: 3})
	case at == 2 && i%30 < 28, at == 3 && i%30 < 29:
		// the place is taken from above
	case at == 5:
		cells = append(cells, doc.Cell{})
	default:
		cells = append(cells, doc.Cell{Text: words(1, i+1)})
	}
	return doc.Row{Cells: cells}
}

// percent is a number with a comma, sometimes a long one.
func percent(i, step int) string {
	switch n := i * step; {
	case n%13 == 4:
		return fmt.Sprint(n % 100)
	case n%17 == 3:
		return fmt.Sprintf("−%d,%02d", n%10, n%100)
	default:
		return fmt.Sprintf("%d,%d", n%101, n%10)
	}
}
