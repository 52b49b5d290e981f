package generator

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	sheets "doklad/generator/sheet"
)

// What is wrong in a row is told at its cell, in a form as in the register, and nothing of
// the file is recorded.
func TestRefusedRecommendations(t *testing.T) {
	for name, test := range map[string]struct {
		values       map[string]any
		header, want string
	}{
		"неизвестный статус":        {map[string]any{"Статус": "исполено"}, "Статус", "статуса «исполено» нет\n  подсказка: может быть, «исполнено»?"},
		"часть статуса":             {map[string]any{"Статус": "частично"}, "Статус", "статуса «частично» нет\n  подсказка: может быть, «исполнено частично»?"},
		"причина без слов":          {map[string]any{"Статус": "не актуально", "Причина": "–"}, "Причина", "не сказано, почему рекомендация не актуальна"},
		"статус мероприятий":        {map[string]any{"Статус": "утратило актуальность"}, "Статус", "статуса «утратило актуальность» нет"},
		"опоздание следует из дней": {map[string]any{"Статус": "исполнено с опозданием"}, "Статус", "следует из срока, отметить так нельзя"},
		"статус из срока":           {map[string]any{"Статус": "срок не наступил"}, "Статус", "следует из срока"},
		"статус без даты":           {map[string]any{"Дата": nil}, "Дата", "статус «в работе» стоит, а даты нет"},
		"дата без статуса":          {map[string]any{"Статус": nil}, "Статус", "заполнено, а статус не выбран"},
		"не дата":                   {map[string]any{"Дата": "осенью"}, "Дата", "«осенью» не дата"},
		"раньше рекомендаций":       {map[string]any{"Дата": dayOf("14.09.2022")}, "Дата", "раньше самих рекомендаций (15.09.2022)"},
		"позже сегодня":             {map[string]any{"Дата": dayOf("21.12.2022")}, "Дата", "ещё не наступило (сегодня 20.12.2022)"},
		"не актуально без причины":  {map[string]any{"Статус": "не актуально"}, "Причина", "не сказано, почему рекомендация не актуальна"},
		"документ без номера":       {map[string]any{"Вид документа": "приказ"}, "Номер документа", "у документа нет ни номера, ни ссылки"},
		"документ из будущего":      {map[string]any{"Номер документа": "1", "Дата документа": dayOf("01.01.2032")}, "Дата документа", "ещё не наступил"},
		"слишком много слов":        {map[string]any{"Причина": strings.Repeat("ж", 2001)}, "Причина", "текст слишком длинный: в нём знаков 2001, а принимается не больше 2000"},
		"не ссылка":                 {map[string]any{"Ссылка на документ": "сайт сада"}, "Ссылка на документ", "«сайт сада» не ссылка"},
	} {
		t.Run(name, func(t *testing.T) {
			g, files := advisedOffice(t)
			before := string(files[advisedRecord].Data)
			values := map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")}
			maps.Copy(values, test.values)
			for book, f := range map[string]fillable{"форма.xlsx": openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes), "реестр.xlsx": openedRegister(t, g)} {
				f.set("2022/ds-3/D16", "", values)
				f.set("2022/ds-3/D24", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")}) // a good row
				place := book + ": «" + f.sheet + "»!" + f.cell("2022/ds-3/D16", "", test.header) + ": ошибка: "
				got := importInto(t, g, sent{book, f.bytes()})[0]
				if told := texts(got.Problems); !strings.Contains(told, place) || !strings.Contains(told, test.want) || strings.Contains(told, ".toml") {
					t.Errorf("told %s\nwant %s … %s", told, place, test.want)
				}
				if len(got.Recorded) > 0 || string(files[advisedRecord].Data) != before {
					t.Error("something was recorded")
				}
			}
		})
	}
}

// What is done is recorded without a document, and that is told at the cell.
func TestDoubtsOfRecommendations(t *testing.T) {
	g, _ := advisedOffice(t)
	f := openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes)
	f.set("2022/ds-3/D16", "", map[string]any{"Статус": "исполнено", "Дата": dayOf("20.10.2022")})
	got := importInto(t, g, sent{"ds-3.xlsx", f.bytes()})[0]
	want := "ds-3.xlsx: «Отметки»!" + f.cell("2022/ds-3/D16", "", "Вид документа") + ": предупреждение: отмечено исполнение, а подтверждающий документ не назван [REC-PROOF]\n  подсказка: впишите вид"
	if told := texts(got.Problems); len(got.Recorded) != 1 || !strings.Contains(told, want) {
		t.Errorf("recorded %d, told %s\nwant %s", len(got.Recorded), told, want)
	}
}

// Forms that say different things of one recommendation are told of each other, and neither
// is recorded; a third one is.
func TestContradictingFormsOfRecommendations(t *testing.T) {
	g, files := advisedOffice(t)
	before := string(files[advisedRecord].Data)
	a, b, c := openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes), openedRegister(t, g), openForm(t, adviceForms(t, g)["upravlenie.xlsx"].Bytes)
	a.set("2022/ds-3/D16", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")})
	b.set("2022/ds-3/D16", "", map[string]any{"Статус": "не исполнено", "Дата": dayOf("20.10.2022")})
	c.set("2022/-/D16/methodical", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")})
	got := importInto(t, g, sent{"a.xlsx", a.bytes()}, sent{"b.xlsx", b.bytes()}, sent{"c.xlsx", c.bytes()})
	for i, want := range []string{
		"a.xlsx: «Отметки»!" + a.cell("2022/ds-3/D16", "", "Статус") + ": ошибка: о той же рекомендации 2022/ds-3/D16 сказано другое («не исполнено» 20.10.2022): b.xlsx, «Рекомендации»!" + b.cell("2022/ds-3/D16", "", "Статус"),
		"b.xlsx: «Рекомендации»!" + b.cell("2022/ds-3/D16", "", "Статус") + ": ошибка: о той же рекомендации 2022/ds-3/D16 сказано другое («в работе» 20.10.2022): a.xlsx, «Отметки»!",
	} {
		if told := texts(got[i].Problems); !strings.Contains(told, want) || len(got[i].Recorded) > 0 {
			t.Errorf("told %s\nwant %s", told, want)
		}
	}
	if r := got[2].Recorded; len(r) != 1 || r[0].Entry.By != "Управление «Пример»" {
		t.Errorf("a form without fault recorded %+v: %s", r, texts(got[2].Problems))
	}
	// Of one that is faulty by itself it is told what was typed there.
	b.set("2022/ds-3/D16", "", map[string]any{"Статус": "частично", "Дата": "осенью"})
	got = importInto(t, g, sent{"a.xlsx", a.bytes()}, sent{"b.xlsx", b.bytes()})
	if told := texts(got[0].Problems); !strings.Contains(told, "о той же рекомендации 2022/ds-3/D16 сказано другое («частично» осенью): b.xlsx") {
		t.Errorf("told %s", told)
	}
	b.set("2022/ds-3/D16", "", map[string]any{"Статус": nil, "Дата": dayOf("20.10.2022")})
	got = importInto(t, g, sent{"a.xlsx", a.bytes()}, sent{"b.xlsx", b.bytes()})
	if told := texts(got[0].Problems); !strings.Contains(told, "сказано другое (статус не выбран 20.10.2022): b.xlsx") {
		t.Errorf("told %s", told)
	}
	// The same said twice is one mark.
	files[advisedRecord] = &fstest.MapFile{Data: []byte(before)}
	got = importInto(t, g, sent{"a.xlsx", a.bytes()}, sent{"a2.xlsx", a.bytes()})
	if len(got[0].Recorded) != 1 || len(got[1].Recorded) != 0 || len(got[1].Problems) > 0 {
		t.Errorf("%d %d %s", len(got[0].Recorded), len(got[1].Recorded), texts(got[1].Problems))
	}
}

// A form whose recommendations are not those of the data any more, of another office or of
// another year, is refused; what was not touched of it is not asked about.
func TestFormsOfOtherRecommendations(t *testing.T) {
	filled := func(g Generator) fillable {
		f := openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes)
		f.set("2022/ds-3/D16", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")})
		return f
	}
	const sent3 = "uo/submissions/2022/сад 3.csv"
	for name, test := range map[string]struct {
		file, old, new string
		want           string
	}{
		"больше не следует":  {sent3, "DV05;С категорией;4", "DV05;С категорией;20", "рекомендации 2022/ds-3/D16 из чисел 2022 года не следует или больше не следует\n  подсказка: сделайте новую форму (doklad forms recommendations 2022)"},
		"другая организация": {"uo/organization.toml", "«Пример»", "«Образец»", "это форма другой организации или другого года: «Управление «Пример»», рекомендации по итогам 2022 года"},
		"изменилось не то":   {"uo/submissions/2022/сад 4.csv", "DV05;С категорией;1", "DV05;С категорией;10", "рекомендации изменились; заполненных строк это не коснулось"},
	} {
		t.Run(name, func(t *testing.T) {
			g, files := advisedOffice(t)
			f := filled(g)
			changed := strings.Replace(string(files[test.file].Data), test.old, test.new, 1)
			if changed == string(files[test.file].Data) {
				t.Fatal("nothing is changed")
			}
			files[test.file] = &fstest.MapFile{Data: []byte(changed)}
			got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
			refused := got.Problems.HasErrors()
			if told := texts(got.Problems); !strings.Contains(told, test.want) || refused == (len(got.Recorded) > 0) {
				t.Errorf("recorded %d, told %s\nwant %s", len(got.Recorded), told, test.want)
			}
		})
	}
	g, files := advisedOffice(t)
	f := filled(g)
	for name, file := range files {
		if strings.Contains(name, "2022") {
			delete(files, name)
			files[strings.Replace(name, "2022", "2021", 1)] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(file.Data), "2022", "2021"))}
		}
	}
	if got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]; !strings.Contains(texts(got.Problems), "другой организации или другого года") {
		t.Errorf("a form of 2022 into 2021: %s", texts(got.Problems))
	}
}

// Rows that were mixed up are refused, in a form as in the register: one text is recommended
// to many, so that the number and the institution must be those of the key too.
func TestMixedRecommendations(t *testing.T) {
	for name, test := range map[string]struct {
		values       map[string]any
		header, want string
	}{
		"другой текст":      {map[string]any{"Рекомендация": "Совсем другое"}, "Рекомендация", "стоит другое: «Совсем другое»"},
		"другой номер":      {map[string]any{"Номер": "2022/ds-4/D16"}, "Номер", "стоит другое: «2022/ds-4/D16»"},
		"номер стёрт":       {map[string]any{"Номер": nil}, "Номер", "стёрто «2022/ds-3/D16»: о чём она, не узнать"},
		"другое учреждение": {map[string]any{"Учреждение, группа": "Сад № 4"}, "Учреждение, группа", "стоит другое: «Сад № 4»"},
		"обмен без ключа":   {map[string]any{"Номер": "2022/ds-4/D16", "Учреждение, группа": "Сад № 4"}, "Номер", "стоит другое: «2022/ds-4/D16»"},
	} {
		t.Run(name, func(t *testing.T) {
			g, files := advisedOffice(t)
			before := string(files[advisedRecord].Data)
			values := map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")}
			maps.Copy(values, test.values)
			for book, f := range map[string]fillable{"vse.xlsx": openForm(t, adviceForms(t, g)["vse.xlsx"].Bytes), "реестр.xlsx": openedRegister(t, g)} {
				f.set("2022/ds-3/D16", "", values)
				want := f.sheet + "»!" + f.cell("2022/ds-3/D16", "", test.header) + ": ошибка: в строке рекомендации 2022/ds-3/D16 " + test.want
				got := importInto(t, g, sent{book, f.bytes()})[0]
				if told := texts(got.Problems); !strings.Contains(told, want) || len(got.Recorded) > 0 || string(files[advisedRecord].Data) != before {
					t.Errorf("%s: recorded %d, told %s\nwant %s", book, len(got.Recorded), told, want)
				}
			}
		})
	}
}

// The form of one institution shows no institutions, and a column that somebody took out
// tells nothing: the key and the text are enough.
func TestRecommendationsWithoutNumbers(t *testing.T) {
	g, _ := advisedOffice(t)
	f := openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes)
	f.set("2022/ds-3/D16", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022")})
	at := slices.IndexFunc(f.rows(), func(row []string) bool { return len(row) > 0 && row[0] == "Номер" })
	if err := f.SetCellValue(f.sheet, sheets.CellName(at+1, 1), "Примечание"); err != nil {
		t.Fatal(err)
	}
	if got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]; len(got.Recorded) != 1 || len(got.Problems) > 0 {
		t.Errorf("recorded %d, told %s", len(got.Recorded), texts(got.Problems))
	}
}

// What is written beside the table is not read, and that is told once for each column; what
// stands in a column of one's own is not asked about.
func TestNotesBesideTheTable(t *testing.T) {
	g, files := advisedOffice(t)
	before := string(files[advisedRecord].Data)
	for name, f := range map[string]fillable{"форма.xlsx": openForm(t, adviceForms(t, g)["ds-3.xlsx"].Bytes), "реестр.xlsx": openedRegister(t, g)} {
		files[advisedRecord].Data = []byte(before)
		f.set("2022/ds-3/D16", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2022"), "Причина": strings.Repeat("ж", 2000)})
		row := strings.TrimLeft(f.cell("2022/ds-3/D16", "", "Статус"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		next := strings.TrimLeft(f.cell("2022/ds-3/D24", "", "Статус"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		for cell, text := range map[string]string{"BA" + row: "выполним к весне", "BA" + next: "тоже", "BB" + row: "звонили 20 октября", "BA1": "подпись"} {
			if err := f.SetCellValue(f.sheet, cell, text); err != nil {
				t.Fatal(err)
			}
		}
		got := importInto(t, g, sent{name, f.bytes()})[0]
		want := []string{
			"«" + f.sheet + "»!BA" + row + ": предупреждение: рядом с таблицей написано «выполним к весне», и в столбце ниже ещё ячеек: 1: это не прочитано",
			"«" + f.sheet + "»!BB" + row + ": предупреждение: рядом с таблицей написано «звонили 20 октября»: это не прочитано",
		}
		told := texts(got.Problems)
		if len(got.Recorded) != 1 || len(got.Problems) != 2 || !strings.Contains(told, want[0]) || !strings.Contains(told, want[1]) {
			t.Errorf("%s: recorded %d, told %s", name, len(got.Recorded), told)
		}
	}
}
