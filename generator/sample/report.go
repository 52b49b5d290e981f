package sample

import (
	"fmt"
	"strings"

	"doklad/generator/doc"
)

const cover = `#cover above Администрация муниципального округа «Пример» | Управление образования (пример)
#cover mark ПРИМЕР
#cover kind ПУБЛИЧНЫЙ ДОКЛАД
#cover subject о состоянии и результатах развития системы образования и о качестве подготовки обучающихся (пример) | за 2025/26 учебный год
#cover foot г. Примерск | 2026
`

// Report is a long paper with all that one has.
func Report() *doc.Document {
	var m strings.Builder
	m.WriteString(cover + "#contents Содержание\n#heading 1 Введение\n" + text(3))
	chapters := []string{"Сеть и контингент", "Качество дошкольного образования", "Подготовка обучающихся",
		"Объективность оценки", "Исполнение дорожных карт", "Адресные рекомендации и их исполнение в муниципальных образовательных организациях округа"}
	for i, chapter := range chapters {
		fmt.Fprintf(&m, "#heading 1. %s | chapter-%d\n%s", chapter, i+1, text(2))
		for j := range 3 {
			fmt.Fprintf(&m, "#heading 2. Раздел %d\nСведения – в таблице {table:net-%d}, динамика – на рисунке {figure:figure-%d}, выводы – в разделе {heading:chapter-%d}.\n%s",
				j+1, i+1, i+1, (i+1)%len(chapters)+1, text(4+i%3))
			fmt.Fprintf(&m, "#heading 3. Что сделано\nСделано {link:https://example.ru | (пример)}:\n#item – первое дело примера{note:Пояснение примера, см. таблицу {table:net-%d}.};\n#item – второе дело примера:\n#item 1) часть второго дела;\n#item 1) другая часть второго дела.\n#heading 3. Что предстоит\nПредстоит (пример):\n#item а) одно;\n#item а) другое.\n%s", i+1, text(3+j))
		}
		fmt.Fprintf(&m, "#figure figure-%d\n%s#table net-%d\n%s", i+1, text(1), i+1, text(2))
	}
	m.WriteString("#page landscape\n#heading 1 Свод\n#table wide\n#page portrait\n#heading 1 Выводы\n" + text(5) + "#signature Начальник Управления | А.Б. Примерова")
	d := paper("Публичный доклад (пример)", m.String(), Table("wide", "Свод показателей (пример)", 8, 40))
	for i, chapter := range chapters {
		table := Table(fmt.Sprintf("net-%d", i+1), "Показатели раздела «"+chapter+"» по образовательным организациям (пример)", 3, 12+9*i)
		d.Tables[table.Name] = table
		d.Figures[fmt.Sprintf("figure-%d", i+1)] = Bars(i)
	}
	d.Header, d.Report = "Публичный доклад (пример)", true
	return d
}

// Table is a plain one of numbers by school.
func Table(name, caption string, columns, rows int) *doc.Table {
	table := &doc.Table{Name: name, Caption: caption, Columns: []doc.Column{{Header: "№", Align: doc.Centre}, {Header: "Организация"}}}
	for i := range columns - 2 {
		table.Columns = append(table.Columns, doc.Column{Header: fmt.Sprintf("Показатель %d", i+1), Align: doc.Right})
	}
	for i := range rows {
		row := doc.Row{Cells: []doc.Cell{{Text: fmt.Sprint(i + 1)}, {Text: fmt.Sprintf("Примерная школа № %d", i+1)}}}
		for j := range columns - 2 {
			row.Cells = append(row.Cells, doc.Cell{Text: fmt.Sprintf("%d,%d", 10+i*j%80, j)})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// Bars are four columns of a chart, without a word.
func Bars(i int) *doc.Figure {
	var drawing doc.Drawing
	for bar := range 4 {
		height := float64(20 + (i+bar)*7%50)
		drawing.Rect(float64(15+bar*40), 70-height, 20, height, doc.Stroke{Width: 0.5}, doc.Grey(0.5))
	}
	return &doc.Figure{Caption: fmt.Sprintf("Динамика показателя %d (пример)", i+1), Alt: "Столбики четырёх лет, пример",
		Width: 170, Height: 75, Drawing: &drawing}
}
