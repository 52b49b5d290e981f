package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"doklad/generator/doc"
	"doklad/generator/internal/golden"
)

// exampleReport is a long paper with all that one has. Its text is plainly an
// example and says nothing.
func exampleReport(t testing.TB) *doc.Document {
	t.Helper()
	var m strings.Builder
	m.WriteString("#title Публичный доклад (пример)\nПример – 2026\n#contents Содержание\n#heading 1 Введение\n" + exampleText(3))
	chapters := []string{"Сеть и контингент", "Качество дошкольного образования", "Подготовка обучающихся",
		"Объективность оценки", "Исполнение дорожных карт", "Адресные рекомендации и их исполнение в муниципальных образовательных организациях округа"}
	for i, chapter := range chapters {
		fmt.Fprintf(&m, "#heading 1. %s | chapter-%d\n%s", chapter, i+1, exampleText(2))
		for j := range 3 {
			fmt.Fprintf(&m, "#heading 2. Раздел %d\nСведения – в таблице {table:net-%d}, динамика – на рисунке {figure:figure-%d}, выводы – в разделе {heading:chapter-%d}.\n%s",
				j+1, i+1, i+1, (i+1)%len(chapters)+1, exampleText(4+i%3))
			fmt.Fprintf(&m, "#heading 3. Что сделано\nСделано {link:https://example.ru | (пример)}:\n#item – первое дело примера{note:Пояснение примера, см. таблицу {table:net-%d}.};\n#item – второе дело примера:\n#item 1) часть второго дела;\n#item 1) другая часть второго дела.\n#heading 3. Что предстоит\nПредстоит (пример):\n#item а) одно;\n#item а) другое.\n%s", i+1, exampleText(3+j))
		}
		fmt.Fprintf(&m, "#figure figure-%d\n%s#table net-%d\n%s", i+1, exampleText(1), i+1, exampleText(2))
	}
	m.WriteString("#page landscape\n#heading 1 Свод\n#table wide\n#page portrait\n#heading 1 Выводы\n" + exampleText(5) + "#signature Начальник Управления | А.Б. Примерова")
	d := document(t, m.String(), exampleTable("wide", "Свод показателей (пример)", 8, 40))
	for i, chapter := range chapters {
		table := exampleTable(fmt.Sprintf("net-%d", i+1), "Показатели раздела «"+chapter+"» по образовательным организациям (пример)", 3, 12+9*i)
		d.Tables[table.Name] = table
		if d.Figures == nil {
			d.Figures = map[string]*doc.Figure{}
		}
		d.Figures[fmt.Sprintf("figure-%d", i+1)] = exampleFigure(i)
	}
	d.Title, d.Header, d.Footer, d.Report = "Публичный доклад (пример)", "Публичный доклад (пример)", "Пример: сведения вымышлены", true
	return d
}

func exampleText(paragraphs int) string {
	const sentence = "Это пример текста доклада, который ничего не сообщает и только занимает место на странице, чтобы можно было посмотреть, как она выглядит. "
	var b strings.Builder
	for i := range paragraphs {
		b.WriteString(strings.Repeat(sentence, 3+i%3) + "\n")
	}
	return b.String()
}

func exampleTable(name, caption string, columns, rows int) *doc.Table {
	table := &doc.Table{Name: name, Caption: caption, Columns: []doc.Column{{Header: "№", Align: doc.Centre}, {Header: "Организация"}}}
	for i := range columns - 2 {
		table.Columns = append(table.Columns, doc.Column{Header: fmt.Sprintf("Показатель %d", i+1), Align: doc.Right})
	}
	for i := range rows {
		row := doc.Row{Cells: []doc.Cell{{Text: itoa(i + 1)}, {Text: fmt.Sprintf("Примерная школа № %d", i+1)}}}
		for j := range columns - 2 {
			row.Cells = append(row.Cells, doc.Cell{Text: fmt.Sprintf("%d,%d", 10+i*j%80, j)})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func exampleFigure(i int) *doc.Figure {
	var drawing doc.Drawing
	for bar := range 4 {
		height := float64(20 + (i+bar)*7%50)
		drawing.Rect(float64(15+bar*40), 70-height, 20, height, doc.Stroke{Width: 0.5}, doc.Grey(0.5))
	}
	return &doc.Figure{Caption: fmt.Sprintf("Динамика показателя %d (пример)", i+1), Alt: "Столбики четырёх лет, пример",
		Width: 170, Height: 75, Drawing: &drawing}
}

// A long report: all pages in order, headings where the list says, nothing
// outside the margins, references to what is there, the same bytes twice.
func TestReport(t *testing.T) {
	d := exampleReport(t)
	pages, _ := laid(t, d)
	if len(pages) < 40 {
		t.Errorf("%d pages", len(pages))
	}
	listed := listedPages(pages)
	text := ""
	for i, page := range pages {
		if page.Number != i+1 {
			t.Errorf("page %d is %d", i+1, page.Number)
		}
		for _, mark := range page.Marks {
			// An entry of two lines is found by its last line.
			if number, ok := listed[mark.title]; ok && number != itoa(page.Number) {
				t.Errorf("«%s» is on page %d, listed on %s", mark.title, page.Number, number)
			}
		}
		for _, item := range page.Texts {
			text += item.Text + " "
			if item.X < 10*mm || item.Y > page.Height-9*mm {
				t.Errorf("page %d: «%s» at %.1f, %.1f mm", i+1, item.Text, item.X/mm, item.Y/mm)
			}
		}
	}
	if len(listed) != 1+6*(1+3*3)+2 {
		t.Errorf("%d entries", len(listed))
	}
	text = strings.ReplaceAll(text, "\u00a0", " ")
	for _, want := range []string{"в таблице 6, динамика – на рисунке 6,", "выводы – в разделе 1.", "Таблица 7 – Свод", "Рисунок 6 – Динамика", "6.3.2 Что предстоит"} {
		if !strings.Contains(text, want) {
			t.Errorf("«%s» is not in the text", want)
		}
	}
	var files [2][]byte
	for i := range files {
		out, problems, err := Write(d, Options{Profile: gost2025(t), Created: time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		files[i] = out
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("other bytes")
	}
}

// A short report as placed text: list, chapters, captions, items, header.
func TestReportLayout(t *testing.T) {
	d := document(t, `#title Доклад (пример)
#contents Содержание
#heading 1 Введение
Числа – в таблице {table:net} и на рисунке {figure:bars}, разбор – в разделе {heading:quality}.
#heading 1. Качество образования | quality
#heading 2. Показатели, которые выбраны для примера, и порядок их расчёта по каждой организации
#table net
#figure bars
#heading 3. Задачи
Нужно:
#item а) собрать сведения:
#item – от школ;
#item – от детских садов;
#item а) проверить их.`, exampleTable("net", "Сеть", 3, 2))
	d.Figures = map[string]*doc.Figure{"bars": exampleFigure(0)}
	d.Header, d.Report = "Доклад (пример)", true
	pages, _ := laid(t, d)
	golden.Assert(t, "report.txt", Dump(pages))
}
