//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

// The workbook that people work in, of invented content: a report with marks, a
// sheet of counts, a form with its instruction, keys that nobody sees.

var (
	e2eStates = []string{"исполнено", "в работе", "просрочено"}
	e2eLong   = func() (schools []string) {
		for i := range 30 {
			schools = append(schools, fmt.Sprintf("МБОУ «Средняя школа № %d», с. Примерное", i+1))
		}
		return schools
	}()
)

func e2eLiveBook(t testing.TB) string {
	t.Helper()
	title := func(lines ...string) []doc.Block { return []doc.Block{{Role: doc.Title, Parts: lines}} }
	const note = "Пример: вымышленные данные"
	book, problems, err := xlsx.Write([]xlsx.Sheet{
		{Name: "Как заполнить", Protect: true, Note: note, Text: e2eInstruction()},
		{Name: "Форма", Above: title("Сведения об исполнении плана мероприятий", "за 2025 год"), Note: note,
			Table: e2eForm(), NoFilter: true, Protect: true, Opens: true, Inputs: e2eInputs(),
			Names: []xlsx.Name{{Name: "ФОРМА", At: "{*}"}, {Name: "состояние", At: "{state}"}}},
		{Name: "Исполнение", Above: title("Исполнение плана мероприятий на 1 сентября 2025 года"), Note: note,
			Table: e2eExecution(), Frozen: 2, Protect: true, Marks: []xlsx.Mark{
				{At: "{*}", Where: `{.state}="просрочено"`, Colour: "F8CBAD", Bold: true},
				{At: "{state}", Equal: []string{"исполнено"}, Colour: "E2EFDA", Italic: true},
				{At: "{state}", Equal: []string{"в работе", `"в кавычках" & <так>`}, Pattern: doc.Dots},
			}},
		{Name: "Итоги", Above: title("Итоги"), Note: note, Table: e2eTotals(), NoFilter: true, Frozen: -1},
		xlsx.Pairs("Ключи", [2]string{"form", "2025-1"}, [2]string{"checksum", "00ff=1+1"}),
	}, xlsx.Properties{Title: "Живая книга", Language: "ru-RU"})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	file := filepath.Join(t.TempDir(), "live.xlsx")
	if err := os.WriteFile(file, book, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func e2eInstruction() []doc.Block {
	return []doc.Block{
		{Role: doc.Title, Parts: []string{"Как заполнить форму"}},
		{Role: doc.Heading, Label: "1.", Parts: []string{"Что заполнять"}},
		{Parts: []string{"Заполняются только жёлтые ячейки листа «Форма». " + strings.Repeat("Остальные ячейки закрыты, чтобы строки всех учреждений сложились в одну таблицу. ", 3)}},
		{Role: doc.Item, Label: doc.Figures, Parts: []string{"выберите состояние из списка: стрелка появляется справа от ячейки, когда она выбрана;"}},
		{Role: doc.Item, Label: doc.Figures, Parts: []string{"напишите дату в виде 01.09.2025."}},
		{Role: doc.Heading, Label: "1.", Parts: []string{"Как отправить"}},
		{Parts: []string{"Сохраните файл под тем же именем и отправьте его ответным письмом."}},
	}
}

func e2eForm() *doc.Table {
	t := &doc.Table{Columns: []doc.Column{{Header: "№ п/п", Align: doc.Centre}, {Header: "Мероприятие"},
		{Header: "Состояние", Name: "state", Align: doc.Centre}, {Header: "Дата", Name: "day", Align: doc.Centre},
		{Header: "Охвачено детей, %", Name: "share", Align: doc.Right}, {Header: "Человек", Name: "people", Align: doc.Right},
		{Header: "Учреждение", Name: "school"}, {Header: "Пояснение", Name: "words"}}}
	for i := range 7 {
		if i%4 == 0 {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: fmt.Sprintf("%d. Раздел", i/4+1)}}})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: fmt.Sprint(i + 1)},
			{Text: "Участие в семинарах и вебинарах по вопросам оценки качества дошкольного образования"}}})
	}
	return t
}

func e2eInputs() []xlsx.Input {
	return []xlsx.Input{
		{At: "{state}", Takes: xlsx.TakesChoice, Choices: e2eStates, Title: "Состояние", Prompt: "Выберите из списка", Error: "Такого состояния нет в списке"},
		{At: "{day}", Takes: xlsx.TakesDay, From: e2eDay(1, 1), To: e2eDay(12, 31), Title: "Дата исполнения", Prompt: "Напишите дату: 01.09.2025"},
		{At: "{share}", Takes: xlsx.TakesNumber, Most: 100, Format: doc.NumberFormat{Decimals: 1, Percent: true}, Prompt: "От 0 до 100"},
		{At: "{people}", Takes: xlsx.TakesWhole, Least: 0, Most: 25000, Format: doc.NumberFormat{Grouped: true}, Prompt: "Сколько человек"},
		{At: "{school}", Takes: xlsx.TakesChoice, Choices: e2eLong},
		{At: "{words}", Takes: xlsx.TakesText, Most: 500, Room: 60, Prompt: "Не больше 500 знаков"},
	}
}

func e2eDay(month time.Month, day int) time.Time {
	return time.Date(2025, month, day, 0, 0, 0, 0, time.UTC)
}

func e2eExecution() *doc.Table {
	t := &doc.Table{Columns: []doc.Column{{Header: "№ п/п", Align: doc.Centre}, {Header: "Мероприятие"}, {Header: "Срок", Name: "due", Align: doc.Centre},
		{Header: "Состояние", Name: "state", Align: doc.Centre}, {Header: "Детей", Name: "children", Align: doc.Right}, {Header: "Балл", Name: "score", Align: doc.Right},
		{Header: "Доля", Name: "share", Align: doc.Right}, {Header: "Сайт"}}}
	for i := range 24 {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: fmt.Sprintf("1.%d", i+1)},
			{Text: "Разработка и утверждение критериев и показателей оценки качества дошкольного образования"},
			doc.Value{Kind: doc.DayValue, Day: e2eDay(time.Month(1+i%12), 1+i)}.Cell(), {Text: e2eStates[i%3]},
			e2eNumber(float64(1000*i+7), doc.NumberFormat{Grouped: true}, "").Cell(), e2eNumber(float64(i)/4, doc.NumberFormat{Decimals: 2}, "").Cell(),
			e2eNumber(float64(i)*4.1, e2eShare, "").Cell(),
			{Text: "сайт", Value: &doc.Value{Link: "https://example.com/?a=1&b=2"}}}})
	}
	total := doc.Row{Total: true, Cells: make([]doc.Cell, 7)}
	total.Cells[1].Text = "Итого, средний балл по детям, средняя доля"
	total.Cells[4] = e2eNumber(276168, doc.NumberFormat{Grouped: true}, "SUM({children})").Cell()
	total.Cells[5] = e2eNumber(1081483.0/276168, doc.NumberFormat{Decimals: 2}, "SUMPRODUCT({children},{score})/SUM({children})").Cell()
	total.Cells[6] = e2eNumber(47.15, e2eShare, "AVERAGE({share})").Cell()
	t.Rows = append(t.Rows, total)
	return t
}

var e2eShare = doc.NumberFormat{Decimals: 1, Percent: true}

func e2eNumber(n float64, f doc.NumberFormat, formula string) doc.Value {
	return doc.Value{Kind: doc.NumberValue, Number: n, Format: f, Formula: formula}
}

func e2eTotals() *doc.Table {
	t := &doc.Table{Columns: []doc.Column{{Header: "Состояние", Name: "state"}, {Header: "Мероприятий", Name: "count", Align: doc.Right}, {Header: "Доля", Name: "share", Align: doc.Right}}}
	for _, state := range e2eStates {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: state, Value: &doc.Value{Link: "{Исполнение!state}"}},
			e2eNumber(8, doc.NumberFormat{}, "COUNTIF({Исполнение!state},{.state})").Cell(),
			e2eNumber(100.0/3, e2eShare, "{.count}/ROWS({Исполнение!state})").Cell()}})
	}
	t.Rows = append(t.Rows,
		doc.Row{Cells: []doc.Cell{{Text: "Последний срок"}, doc.Value{Kind: doc.DayValue, Day: e2eDay(12, 24), Formula: "MAX({Исполнение!due})"}.Cell()}},
		doc.Row{Cells: []doc.Cell{{Text: "Вывод"}, {Text: "есть просрочено", Value: &doc.Value{Formula: `IF({count[3]}>0,"есть "&{state[3]}&"","нет")`}}}},
		doc.Row{Total: true, Cells: []doc.Cell{{Text: "Всего"}, e2eNumber(24, doc.NumberFormat{}, "SUM({count[1:3]})").Cell()}})
	return t
}
