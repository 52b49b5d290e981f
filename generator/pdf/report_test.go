package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"doklad/generator/doc"
	"doklad/generator/internal/golden"
	"doklad/generator/sample"
)

// A long report: all pages in order, headings where the list says, nothing
// outside the margins, references to what is there, the same bytes twice.
func TestReport(t *testing.T) {
	d := sample.Report()
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
#item а) проверить их.`, sample.Table("net", "Сеть", 3, 2))
	d.Figures = map[string]*doc.Figure{"bars": sample.Bars(0)}
	d.Header, d.Report = "Доклад (пример)", true
	pages, _ := laid(t, d)
	golden.Assert(t, "report.txt", Dump(pages))
}
