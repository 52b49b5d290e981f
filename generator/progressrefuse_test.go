package generator

import (
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/diag"
)

// What is wrong in a row is told at its cell, and nothing of the file is recorded.
func TestRefusedRows(t *testing.T) {
	for name, test := range map[string]struct {
		values       map[string]any
		header, want string
	}{
		"неизвестный статус":             {map[string]any{"Статус": "исполено"}, "Статус", "статуса «исполено» нет\n  подсказка: может быть, «исполнено»?"},
		"статус из срока":                {map[string]any{"Статус": "Срок не наступил"}, "Статус", "следует из срока"},
		"статус без даты":                {map[string]any{"Дата": nil}, "Дата", "статус «в работе» стоит, а даты нет"},
		"дата без статуса":               {map[string]any{"Статус": nil}, "Статус", "заполнено, а статус не выбран"},
		"результат без статуса":          {map[string]any{"Статус": nil, "Дата": nil, "Результат": "сделано"}, "Статус", "заполнено, а статус не выбран"},
		"не дата":                        {map[string]any{"Дата": "в октябре"}, "Дата", "«в октябре» не дата\n  подсказка: напишите один день цифрами"},
		"дата без года":                  {map[string]any{"Дата": "20.10"}, "Дата", "нет года"},
		"дата двояка":                    {map[string]any{"Дата": "05/10/2026"}, "Дата", "двояко"},
		"нет в календаре":                {map[string]any{"Дата": "31.09.2026"}, "Дата", "нет в календаре"},
		"число вместо даты":              {map[string]any{"Дата": "46315"}, "Дата", "«46315» не дата"},
		"раньше приказа":                 {map[string]any{"Дата": dayOf("20.10.2025")}, "Дата", "раньше самого приказа (02.03.2026)"},
		"позже сегодня":                  {map[string]any{"Дата": dayOf("23.11.2026")}, "Дата", "ещё не наступило (сегодня 22.11.2026)"},
		"перенесено без срока":           {map[string]any{"Статус": "перенесено"}, "Новый срок", "новый срок не указан"},
		"перенесено назад":               {map[string]any{"Статус": "перенесено", "Новый срок": dayOf("19.10.2026")}, "Новый срок", "раньше дня переноса"},
		"срок без переноса":              {map[string]any{"Новый срок": dayOf("20.12.2026")}, "Новый срок", "новый срок указан, а статус – «в работе»"},
		"не ссылка":                      {map[string]any{"Ссылка на документ": `C:\док.pdf`}, "Ссылка на документ", "не ссылка"},
		"документ из будущего":           {map[string]any{"Дата документа": dayOf("20.10.2062")}, "Дата документа", "ещё не наступил"},
		"дата документа словом":          {map[string]any{"Дата документа": "вчера"}, "Дата документа", "«вчера» не дата"},
		"чужие знаки, которых нет в нём": {map[string]any{"Статус": "да"}, "Статус", "статуса «да» нет"},
	} {
		t.Run(name, func(t *testing.T) {
			g, files := exampleOffice(t)
			before := string(files[exampleRecord].Data)
			f := openForm(t, formOf(t, g, "mc").Bytes)
			f.q3(test.values)
			f.set("2.7", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.11.2026"), "Новый срок": nil}) // a good row
			place := "mc.xlsx: «Отметки»!" + f.cell("2.2", "2026-Q3", test.header) + ": ошибка: "
			got := importInto(t, g, sent{"mc.xlsx", f.bytes()})[0]
			if told := texts(got.Problems); !strings.Contains(told, place) || !strings.Contains(told, test.want) {
				t.Errorf("told %s\nwant %s … %s", told, place, test.want)
			}
			for _, p := range got.Problems {
				if p.Hint == "" {
					t.Errorf("no cure: %s", p)
				}
			}
			if len(got.Recorded) > 0 || string(files[exampleRecord].Data) != before {
				t.Error("something was recorded")
			}
		})
	}
}

// All problems of a file are told at once.
func TestAllFaultsAtOnce(t *testing.T) {
	g, _ := exampleOffice(t)
	f := openForm(t, formOf(t, g, "mc").Bytes)
	f.q3(map[string]any{"Статус": "готово", "Дата": "завтра", "Дата документа": "когда-то"})
	f.set("2.2", "2026-Q4", map[string]any{"Результат": "что-то"})
	f.set("2.3", "+1", map[string]any{"Событие": "ВПР"})
	f.set("2.3", "+2", map[string]any{"Дата события": dayOf("10.10.2026")})
	f.set("2.3", "+3", map[string]any{"Статус": "исполнено", "Дата": dayOf("10.10.2026")})
	got := importInto(t, g, sent{"mc.xlsx", f.bytes()})[0]
	if n := got.Problems.Count(diag.Error); n != 7 {
		t.Errorf("%d errors: %s", n, texts(got.Problems))
	}
}

// What is doubtful is recorded, and told in the words of the form.
func TestDoubtsAreToldAtTheCell(t *testing.T) {
	g, _ := exampleOffice(t)
	f := openForm(t, formOf(t, g, "mc").Bytes)
	f.q3(map[string]any{"Статус": "исполнено"})
	got := importInto(t, g, sent{"mc.xlsx", f.bytes()})[0]
	told := texts(got.Problems)
	for _, want := range []string{
		"mc.xlsx: «Отметки»!" + f.cell("2.2", "2026-Q3", "Вид документа") + ": предупреждение: отмечено исполнение, а подтверждающий документ не назван [PRG-PROOF]\n  подсказка: впишите вид, номер и дату документа или ссылку на него",
		"mc.xlsx: «Отметки»!" + f.cell("2.2", "2026-Q3", "Причина") + ": предупреждение: исполнено 20.10.2026, на 10\u00a0дней позже срока (10.10.2026), а причина не названа [PRG-REASON]",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("told %s\nwant %s", told, want)
		}
	}
	if len(got.Recorded) != 1 || strings.Contains(told, "entry") {
		t.Errorf("recorded %d, %s", len(got.Recorded), told)
	}
}

// Each of two forms that contradict each other is told of the other.
func TestContradictingForms(t *testing.T) {
	g, files := exampleOffice(t)
	before := string(files[exampleRecord].Data)
	a, b, c := openForm(t, formOf(t, g, "mc").Bytes), openForm(t, formOf(t, g, "").Bytes), openForm(t, formOf(t, g, "region").Bytes)
	a.q3(nil)
	b.q3(map[string]any{"Статус": "не исполнено", "Причина": "x"})
	c.set("2.9", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.11.2026")})
	got := importInto(t, g, sent{"a.xlsx", a.bytes()}, sent{"b.xlsx", b.bytes()}, sent{"c.xlsx", c.bytes()})
	for i, want := range []string{
		"a.xlsx: «Отметки»!" + a.cell("2.2", "2026-Q3", "Статус") + ": ошибка: о том же мероприятии 2.2 сказано другое («не исполнено» 20.10.2026): b.xlsx, «Отметки»!" + b.cell("2.2", "2026-Q3", "Статус"),
		"b.xlsx: «Отметки»!" + b.cell("2.2", "2026-Q3", "Статус") + ": ошибка: о том же мероприятии 2.2 сказано другое («в работе» 20.10.2026): a.xlsx, «Отметки»!" + a.cell("2.2", "2026-Q3", "Статус"),
	} {
		if told := texts(got[i].Problems); !strings.Contains(told, want) || len(got[i].Recorded) > 0 {
			t.Errorf("told %s\nwant %s", told, want)
		}
	}
	if len(got[2].Recorded) != 1 {
		t.Errorf("a form without fault recorded %d: %s", len(got[2].Recorded), texts(got[2].Problems))
	}
	// The same said twice is one mark.
	files[exampleRecord] = &fstest.MapFile{Data: []byte(before)}
	got = importInto(t, g, sent{"a.xlsx", a.bytes()}, sent{"a2.xlsx", a.bytes()})
	if len(got[0].Recorded) != 1 || len(got[1].Recorded) != 0 || len(got[1].Problems) > 0 {
		t.Errorf("%d %d %s", len(got[0].Recorded), len(got[1].Recorded), texts(got[1].Problems))
	}
}

// A form of an older roadmap is taken row by row.
func TestChangedRoadmap(t *testing.T) {
	order := "example/orders/2026-9.toml"
	g, files := exampleOffice(t)
	f := openForm(t, formOf(t, g, "mc").Bytes)
	f.q3(nil)
	change := func(old, new string) {
		t.Helper()
		text := string(files[order].Data)
		if strings.Count(text, old) != 1 {
			t.Fatalf("«%s» stands there %d times", old, strings.Count(text, old))
		}
		files[order] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	}
	was := files[order]
	change("Обучение муниципальных экспертов", "Подготовка экспертов")
	got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	if told := texts(got.Problems); len(got.Recorded) != 1 || got.Problems.Count(diag.Advice) != 1 || !strings.Contains(told, "дорожная карта изменилась; заполненных строк это не коснулось") {
		t.Errorf("%s", told)
	}
	f.set("2.7", "", map[string]any{"Статус": "исполнено", "Дата": dayOf("20.11.2026")})
	got = importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	want := "a.xlsx: «Отметки»!" + f.cell("2.7", "", "Мероприятие") + ": ошибка: мероприятие 2.7 или его срок изменились с тех пор, как форма сделана (22.11.2026)\n  подсказка: сделайте новую форму (doklad forms progress 2026-9)"
	if told := texts(got.Problems); !strings.Contains(told, want) || got.Problems.Count(diag.Error) != 1 {
		t.Errorf("%s", told)
	}
	files[order] = was
	change("text = \"Методические совещания по результатам оценочных процедур\"", "number = \"2.7\"\ntext = \"Методические совещания по результатам оценочных процедур\"")
	change("text = \"Обучение муниципальных экспертов\"", "number = \"2.10\"\ntext = \"Обучение муниципальных экспертов\"")
	files[exampleRecord] = &fstest.MapFile{Data: []byte("")}
	got = importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	if told := texts(got.Problems); !strings.Contains(told, "мероприятие 2.7 в дорожной карте теперь стоит под номером 2.10") {
		t.Errorf("%s", told)
	}
	files[order] = was
	change("schedule = \"сентябрь 2026 г.\"", "schedule = \"октябрь 2026 г.\"")
	if told := texts(importInto(t, g, sent{"a.xlsx", f.bytes()})[0].Problems); !strings.Contains(told, "мероприятие 2.7 или его срок изменились") {
		t.Errorf("%s", told)
	}
}

// A workbook that is not the form of an order here is refused as a whole.
func TestRefusedBooks(t *testing.T) {
	g, files := exampleOffice(t)
	raw := formOf(t, g, "mc").Bytes
	damaged := func(change func(f fillable)) []byte {
		f := openForm(t, raw)
		f.q3(nil)
		change(f)
		return f.bytes()
	}
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	passport := func(row int, value string) []byte {
		return damaged(func(f fillable) { must(f.SetCellValue("Паспорт формы", "B"+string(rune('0'+row)), value)) })
	}
	for name, test := range map[string]struct {
		raw  []byte
		want string
	}{
		"пустой файл":        {nil, "файл пустой"},
		"не книга":           {[]byte("привет"), "это не книга Excel"},
		"нет скрытого листа": {damaged(func(f fillable) { must(f.DeleteSheet("Паспорт формы")) }), "это не форма: в книге нет скрытого листа, по которому её узнают\n  подсказка: отметки принимают в книге, которую делает «doklad forms progress»"},
		"другая форма":       {passport(2, "indicators"), "это другая форма («indicators»"},
		"версия новее":       {passport(3, "9"), "обновите doklad"},
		"другая организация": {passport(5, "Управление образования Соседнего округа"), "это форма другой организации или другого приказа: «Управление образования Соседнего округа», приказ от 02.03.2026 № 9 (2026-9)"},
		"другой приказ":      {passport(6, "2026-77"), "«Управление образования администрации муниципального округа «Пример»», приказ от 02.03.2026 № 9 (2026-77)"},
		"нет таблицы":        {damaged(func(f fillable) { must(f.DeleteSheet(markSheetName)) }), "таблицы формы в книге нет"},
		"нет столбца":        {damaged(func(f fillable) { must(f.RemoveCol(markSheetName, "J")) }), "в таблице нет столбцов «Дата»"},
		"столбец стоит дважды": {damaged(func(f fillable) {
			must(f.SetCellValue(markSheetName, "X"+itoa(rowOf(f.cell("1.2", "", "Статус"))-1), "Статус"))
		}), "столбец стоит дважды: «Статус»"},
		"лист скопирован": {damaged(func(f fillable) {
			n, err := f.NewSheet("Копия")
			must(err)
			must(f.CopySheet(0, n))
		}), "таблица стоит ещё и на листе «Отметки»"},
		"ключи стёрты": {damaged(func(f fillable) {
			at := f.cell("2.2", "2026-Q3", "Примечание")
			must(f.RemoveRow(markSheetName, rowOf(at)))
			must(f.SetCellValue(markSheetName, "B60", "Анализ посещаемости"))
			must(f.SetCellValue(markSheetName, "I60", "в работе"))
		}), "«Отметки»!I60: ошибка: эту строку добавили сами"},
		"ключ испорчен": {damaged(func(f fillable) {
			for i, row := range f.rows() {
				for j, cell := range row {
					if strings.HasPrefix(cell, "2.2|2026-Q3") {
						must(f.SetCellValue(markSheetName, cellName(j, i), strings.Replace(cell, "Q3", "Q4", 1)))
					}
				}
			}
		}), "её скрытый ключ испорчен"},
		"строки перемешаны": {damaged(func(f fillable) {
			must(f.SetCellValue(markSheetName, f.cell("2.2", "2026-Q3", "Мероприятие"), "Обучение муниципальных экспертов"))
		}), "в строке мероприятия 2.2 стоит другое: «Обучение муниципальных экспертов»"},
		"исполнения перемешаны": {damaged(func(f fillable) {
			must(f.SetCellValue(markSheetName, f.cell("2.2", "2026-Q3", "Исполнение"), "IV квартал 2026 г."))
		}), "в строке исполнения «III квартал 2026\u00a0г.» стоит другое: «IV квартал 2026 г.»"},
		"строка дважды": {damaged(func(f fillable) {
			at := rowOf(f.cell("2.2", "2026-Q3", "Статус"))
			must(f.DuplicateRow(markSheetName, at))
			must(f.SetCellValue(markSheetName, "I"+itoa(at+1), "не исполнено"))
		}), "строка мероприятия 2.2 стоит дважды, и написано в них разное"},
		"формула не посчитана": {damaged(func(f fillable) {
			at := f.cell("2.2", "2026-Q3", "Результат")
			must(f.SetCellFormula(markSheetName, at, `"x"`))
		}), "формула не посчитана"},
		"номер стал датой": {damaged(func(f fillable) {
			at := f.cell("2.2", "2026-Q3", "Номер документа")
			must(f.SetCellValue(markSheetName, at, dayOf("12.01.2026").Time()))
			style, err := f.NewStyle(dateStyle)
			must(err)
			must(f.SetCellStyle(markSheetName, at, at, style))
		}), "номер стал датой или временем (12.01.2026): его изменил Excel"},
		"число без формата даты": {damaged(func(f fillable) {
			at := f.cell("2.2", "2026-Q3", "Дата")
			must(f.SetCellValue(markSheetName, at, 46315))
			must(f.SetCellStyle(markSheetName, at, at, 0))
		}), "«46315» – число, а не дата\n  подсказка: задайте ячейке формат «Дата» (тогда это 20.10.2026)"},
	} {
		t.Run(name, func(t *testing.T) {
			before := string(files[exampleRecord].Data)
			got := importInto(t, g, sent{"b.xlsx", test.raw})[0]
			told := texts(got.Problems)
			if !strings.Contains(told, test.want) || !strings.HasPrefix(told, "b.xlsx: ") || !got.Problems.HasErrors() {
				t.Errorf("told %s\nwant %s", told, test.want)
			}
			for _, p := range got.Problems {
				if p.Hint == "" {
					t.Errorf("no cure: %s", p)
				}
			}
			if string(files[exampleRecord].Data) != before {
				t.Error("something was recorded")
			}
		})
	}
}

// The folder of the office may be called otherwise where the form comes back.
func TestFormComesToAnotherFolder(t *testing.T) {
	g, files := exampleOffice(t)
	f := openForm(t, formOf(t, g, "mc").Bytes)
	f.q3(nil)
	for name, file := range files {
		delete(files, name)
		files[strings.TrimPrefix(name, "example/")] = file
	}
	got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	if len(got.Recorded) != 1 || got.Place.Order != "2026-9" {
		t.Errorf("%s %s", got.Place.Order, texts(got.Problems))
	}
}

// What changed on record while a form was out is told, not overwritten in silence.
func TestLateForms(t *testing.T) {
	g, _ := exampleOffice(t)
	early, late := openForm(t, formOf(t, g, "mc").Bytes), openForm(t, formOf(t, g, "mc").Bytes)
	early.q3(nil)
	late.q3(map[string]any{"Статус": "исполнено частично", "Дата": dayOf("15.11.2026"), "Причина": "x"})
	if got := importInto(t, g, sent{"late.xlsx", late.bytes()})[0]; len(got.Recorded) != 1 || len(got.Problems) > 0 {
		t.Fatal(texts(got.Problems))
	}
	got := importInto(t, g, sent{"early.xlsx", early.bytes()})[0]
	if told := texts(got.Problems); len(got.Recorded) != 1 || !strings.Contains(told, "пока форму заполняли, об этом записано другое: «исполнено частично» 15.11.2026") {
		t.Errorf("%d %s", len(got.Recorded), told)
	}
}

// A mark that somebody wiped out of the form stays on record.
func TestWipedMarkStays(t *testing.T) {
	g, _ := exampleOffice(t)
	f := openForm(t, formOf(t, g, "region").Bytes)
	f.set("2.8", "", map[string]any{"Статус": nil, "Дата": nil, "Новый срок": nil, "Причина": nil})
	got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	if len(got.Recorded) > 0 || got.Problems.Count(diag.Warning) != 1 || !strings.Contains(texts(got.Problems), "в форме стёрта: она остаётся в силе") {
		t.Errorf("%s", texts(got.Problems))
	}
}

// Older forms stay in the folder: what they say is on record and contradicts nothing.
func TestOlderFormsContradictNothing(t *testing.T) {
	g, files := exampleOffice(t)
	first := openForm(t, formOf(t, g, "mc").Bytes)
	first.q3(nil)
	importInto(t, g, sent{"1.xlsx", first.bytes()})
	second := openForm(t, formOf(t, g, "mc").Bytes)
	second.q3(map[string]any{"Статус": "исполнено частично", "Дата": dayOf("15.11.2026"), "Причина": "x"})
	both := []sent{{"1.xlsx", first.bytes()}, {"2.xlsx", second.bytes()}}
	got := importInto(t, g, both...)
	if len(got[0].Problems)+len(got[1].Problems) > 0 || len(got[0].Recorded) != 0 || len(got[1].Recorded) != 1 {
		t.Errorf("%s%s", texts(got[0].Problems), texts(got[1].Problems))
	}
	before := string(files[exampleRecord].Data)
	got = importInto(t, g, both...)
	if len(got[0].Problems)+len(got[1].Problems) > 0 || string(files[exampleRecord].Data) != before {
		t.Errorf("again: %s%s", texts(got[0].Problems), texts(got[1].Problems))
	}
	// Back to what was amended: told, for it is not recorded.
	third := openForm(t, formOf(t, g, "mc").Bytes)
	third.q3(map[string]any{"Причина": nil})
	got = importInto(t, g, sent{"3.xlsx", third.bytes()})
	if len(got[0].Recorded) > 0 || !strings.Contains(texts(got[0].Problems), "такая отметка уже записана, но действует более поздняя: «исполнено частично» 15.11.2026") {
		t.Errorf("%s", texts(got[0].Problems))
	}
}
