package generator

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"doklad/generator/execution"
	"doklad/generator/model"
)

// What nobody touched says nothing new, whoever sends it.
func TestUntouchedFormsRecordNothing(t *testing.T) {
	for _, order := range []string{"2024-9", "2021-109", "2021-112"} {
		g := ours()
		g.Today = dayOf("22.11.2026")
		g.Clock = g.Today
		forms, _, err := g.ProgressForms(order, "")
		if err != nil || len(forms) == 0 {
			t.Fatal(err)
		}
		var sentForms []*SentForm
		for _, f := range forms {
			sentForms = append(sentForms, g.ReadForm(f.Path, f.Bytes))
		}
		file, imported, problems, err := g.ImportForms(sentForms[0].Place, sentForms, "")
		if err != nil || len(problems) > 0 || file.Path != "" {
			t.Fatalf("%s: %v %v %s", order, err, problems, file.Path)
		}
		for _, f := range imported {
			if len(f.Problems) > 0 || len(f.Recorded) > 0 {
				t.Errorf("%s: %s %v", f.Name, texts(f.Problems), f.Recorded)
			}
		}
	}
}

// A filled row is a mark; said again it is none.
func TestFilledRowsAreRecorded(t *testing.T) {
	g, files := exampleOffice(t)
	before := string(files[exampleRecord].Data)
	f := openForm(t, formOf(t, g, "mc").Bytes)
	f.set("2.2", "2026-Q3", map[string]any{"Статус": "исполнено с опозданием", "Дата": dayOf("20.10.2026"), "Результат": "Записка представлена\nи обсуждена",
		"Вид документа": "записка", "Номер документа": "12-1", "Дата документа": dayOf("19.10.2026"), "Наименование документа": "О посещаемости", "Ссылка на документ": "https://primer.example/z",
		"Причина": "Болезнь", "Корректирующее действие": "Назначен заместитель", "Примечание": "=1+1"})
	f.set("2.7", "", map[string]any{"Статус": "перенесено", "Дата": dayOf("01.11.2026"), "Новый срок": dayOf("28.02.2027")})
	got := importInto(t, g, sent{"от школы/mc.xlsx", f.bytes()})[0]
	want := []model.ProgressEntry{
		{Activity: "2.2", Occurrence: "2026-Q3", Outcome: model.OutcomeLate, Date: dayOf("20.10.2026"), Result: "Записка представлена\nи обсуждена",
			Evidence: []model.Evidence{{Kind: "записка", Number: "12-1", Date: dayOf("19.10.2026"), Title: "О посещаемости", Link: "https://primer.example/z"}},
			Reason:   "Болезнь", Correction: "Назначен заместитель", Note: "=1+1"},
		{Activity: "2.7", Outcome: model.OutcomeMoved, Date: dayOf("01.11.2026"), Until: dayOf("28.02.2027"), Result: "Обучено 6 экспертов из 10",
			Evidence: []model.Evidence{{Kind: "удостоверения", Title: "6 удостоверений о повышении квалификации"}},
			Reason:   "Вторая группа не набрана", Correction: "Вторая группа учится в феврале 2027 года"},
	}
	if entries := recordedOf(got); !reflect.DeepEqual(entries, want) {
		t.Errorf("recorded: %+v", entries)
	}
	if len(got.Problems) > 0 || got.Same != 5 {
		t.Errorf("%d the same, %s", got.Same, texts(got.Problems))
	}
	for _, r := range got.Recorded {
		if r.Entry.By != "mc" || r.Entry.Entered != g.Today {
			t.Errorf("told by %s, entered %s", r.Entry.By, r.Entry.Entered)
		}
	}
	after := string(files[exampleRecord].Data)
	if !strings.HasPrefix(after, before) {
		t.Error("what was on record is changed")
	}
	again := importInto(t, g, sent{"mc.xlsx", f.bytes()})[0]
	if len(again.Recorded) > 0 || len(again.Problems) > 0 || again.Same != 7 || string(files[exampleRecord].Data) != after {
		t.Errorf("again: %v, %d the same, %s", again.Recorded, again.Same, texts(again.Problems))
	}
}

// What the form has no room for is not lost when something else of a mark is amended.
func TestFurtherDocumentsStay(t *testing.T) {
	g, files := exampleOffice(t)
	text := strings.Replace(string(files[exampleRecord].Data), "link = \"https://primer.example/prikaz-14.pdf\"\n",
		"link = \"https://primer.example/prikaz-14.pdf\"\nfile = \"progress/2026-9.toml\"\n[[entry.evidence]]\nkind = \"письмо\"\nnumber = \"7\"\n", 1)
	files[exampleRecord] = &fstest.MapFile{Data: []byte(text)}
	f := openForm(t, formOf(t, g, "otdel").Bytes)
	f.set("1.1", "", map[string]any{"Примечание": "Доведено до школ"})
	got := recordedOf(importInto(t, g, sent{"a.xlsx", f.bytes()})[0])
	if len(got) != 1 || len(got[0].Evidence) != 2 || got[0].Evidence[0].File != "progress/2026-9.toml" || got[0].Evidence[1].Number != "7" {
		t.Errorf("%+v", got)
	}
	f = openForm(t, formOf(t, g, "otdel").Bytes)
	f.set("1.1", "", map[string]any{"Номер документа": "15"})
	got = recordedOf(importInto(t, g, sent{"a.xlsx", f.bytes()})[0])
	if len(got) != 1 || len(got[0].Evidence) != 2 || got[0].Evidence[0].Number != "15" || got[0].Evidence[0].File != "" {
		t.Errorf("%+v", got)
	}
}

// An empty row tells of an event and, if it is done, of that too. The same event is not
// another one.
func TestNewEvents(t *testing.T) {
	g, _ := exampleOffice(t)
	f := openForm(t, formOf(t, g, "otdel").Bytes)
	f.set("2.4", "+3", map[string]any{"Событие": "Запрос центра", "Дата события": dayOf("05.10.2026")})
	f.set("2.4", "+1", map[string]any{"Событие": "Запрос сведений", "Дата события": dayOf("07.09.2026"),
		"Статус": "исполнено", "Дата": dayOf("10.09.2026"), "Вид документа": "письмо"})
	f.set("2.4", "+2", map[string]any{"Событие": "запрос сведений об экспертах.", "Дата события": dayOf("07.09.2026")})
	got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	want := []model.ProgressEntry{
		{Activity: "2.4", Occurrence: "2026-09-07-2", Outcome: model.OutcomeEvent, Date: dayOf("07.09.2026"), Event: "Запрос сведений"},
		{Activity: "2.4", Occurrence: "2026-09-07-2", Outcome: model.OutcomeDone, Date: dayOf("10.09.2026"), Evidence: []model.Evidence{{Kind: "письмо"}}},
		{Activity: "2.4", Outcome: model.OutcomeEvent, Date: dayOf("05.10.2026"), Event: "Запрос центра"},
	}
	if entries := recordedOf(got); !reflect.DeepEqual(entries, want) {
		t.Errorf("%+v\n%s", entries, texts(got.Problems))
	}
	if again := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]; len(again.Recorded) > 0 || len(again.Problems) > 0 {
		t.Errorf("again: %+v\n%s", again.Recorded, texts(again.Problems))
	}
	// Now the event has a row of its own.
	f = openForm(t, formOf(t, g, "otdel").Bytes)
	f.set("2.4", "2026-10-05", map[string]any{"Статус": "исполнено", "Дата": dayOf("12.10.2026"), "Вид документа": "письмо"})
	if entries := recordedOf(importInto(t, g, sent{"a.xlsx", f.bytes()})[0]); len(entries) != 1 || entries[0].Occurrence != "2026-10-05" {
		t.Errorf("%+v", entries)
	}
	// And it may be that nothing is waited for any more.
	f = openForm(t, formOf(t, g, "mc").Bytes)
	f.set("2.3", "+1", map[string]any{"Статус": "утратило актуальность", "Дата": dayOf("20.11.2026"), "Причина": "Отменено"})
	if entries := recordedOf(importInto(t, g, sent{"a.xlsx", f.bytes()})[0]); len(entries) != 1 || entries[0].Occurrence != "" || entries[0].Outcome != model.OutcomeVoid {
		t.Errorf("%+v", entries)
	}
}

// Random marks in random rows come back as they were typed, in the order of the roadmap,
// and never twice.
func TestRandomRows(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 9))
		g, _ := exampleOffice(t)
		f := openForm(t, formOf(t, g, "").Bytes)
		plan := openedPlan(t, g)
		var want []model.ProgressEntry
		for _, s := range plan.On(g.Today) {
			if s.Occurrence == nil || s.Occurrence.Begin.Compare(g.Today.AddMonths(12)) > 0 || random.IntN(3) > 0 {
				continue
			}
			e := model.ProgressEntry{Activity: s.ID, Occurrence: model.OccurrenceID(s.OccurrenceID()),
				Outcome: execution.ActivityWords.Outcomes[random.IntN(len(execution.ActivityWords.Outcomes))], Date: dayOf("02.03.2026").AddDays(random.IntN(266)),
				Result: pick(random, "", "Сделано", "Строка\nи ещё", "'=кавычка", "№ 5 <&> \"x\""), Reason: pick(random, "", "Так вышло"), Correction: pick(random, "", "Исправим"), Note: pick(random, "", "1.10", "=A1", "0012")}
			v := model.Evidence{Kind: pick(random, "", "приказ"), Number: pick(random, "", "1-2", "007", "3/4"), Title: pick(random, "", "О плане"), Link: pick(random, "", "https://a.ru/?a=1&b=2")}
			if random.IntN(2) == 0 {
				v.Date = e.Date
			}
			if !v.IsEmpty() {
				e.Evidence = []model.Evidence{v}
			}
			if e.Outcome == model.OutcomeMoved {
				e.Until = e.Date.AddDays(random.IntN(100))
			}
			want = append(want, e)
			date := func(d model.Date) any {
				if d.IsZero() {
					return nil
				}
				return d
			}
			f.set(s.ID, s.OccurrenceID(), map[string]any{"Статус": execution.Said(e.Outcome), "Дата": date(e.Date), "Результат": e.Result, "Вид документа": v.Kind, "Номер документа": v.Number,
				"Дата документа": date(v.Date), "Наименование документа": v.Title, "Ссылка на документ": v.Link, "Новый срок": date(e.Until), "Причина": e.Reason, "Корректирующее действие": e.Correction, "Примечание": e.Note})
		}
		got := importInto(t, g, sent{"vse.xlsx", f.bytes()})[0]
		if entries := recordedOf(got); !reflect.DeepEqual(entries, want) || got.Problems.HasErrors() {
			t.Errorf("seed %d: %+v\nwant %+v\n%s", seed, entries, want, texts(got.Problems))
		}
		if again := importInto(t, g, sent{"vse.xlsx", f.bytes()})[0]; len(again.Recorded) > 0 || again.Problems.HasErrors() {
			t.Errorf("seed %d, again: %+v\n%s", seed, again.Recorded, texts(again.Problems))
		}
	}
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

func openedPlan(t testing.TB, g Generator) *execution.Plan {
	t.Helper()
	r, problems, err := g.openRecord("2026-9")
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	r.read()
	return r.plan
}

// q3 fills the one row that the cases below are about.
func (f fillable) q3(values map[string]any) {
	all := map[string]any{"Статус": "в работе", "Дата": dayOf("20.10.2026")}
	for header, value := range values {
		all[header] = value
	}
	f.set("2.2", "2026-Q3", all)
}

// What people do to a form, and it is still read; of some of it they are told.
func TestTolerated(t *testing.T) {
	told := []string{"удалены строки", "заметки сбоку и внизу"}
	none := func(fillable) {}
	work := model.ProgressEntry{Activity: "2.2", Occurrence: "2026-Q3", Outcome: model.OutcomeWork, Date: dayOf("20.10.2026")}
	noted := func(note string) model.ProgressEntry {
		e := work
		e.Note = note
		return e
	}
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct {
		values map[string]any
		change func(f fillable)
		want   model.ProgressEntry
	}{
		"статус прописными, с пробелами": {map[string]any{"Статус": "  В\u00a0РАБОТЕ  "}, none, work},
		"латинские буквы в статусе":      {map[string]any{"Статус": "в рaбoтe"}, none, work},
		"дата текстом":                   {map[string]any{"Дата": "20.10.2026"}, none, work},
		"дата словами":                   {map[string]any{"Дата": "20 октября 2026 г."}, none, work},
		"дата через косую":               {map[string]any{"Дата": "20/10/26"}, none, work},
		"число вместо текста":            {map[string]any{"Примечание": 12.5}, none, noted("12,5")},
		"лишние пробелы":                 {map[string]any{"Примечание": " а\u00a0 б \r\n в\n\n"}, none, noted("а б\nв")},
		"процент": {nil, func(f fillable) {
			at := f.cell("2.2", "2026-Q3", "Примечание")
			must(f.SetCellValue(markSheetName, at, 0.5))
			style, _ := f.NewStyle(&excelize.Style{NumFmt: 9})
			must(f.SetCellStyle(markSheetName, at, at, style))
		}, noted("50%")},
		"формула с сохранённым значением": {map[string]any{"Примечание": 12.5}, func(f fillable) {
			must(f.SetCellFormula(markSheetName, f.cell("2.2", "2026-Q3", "Примечание"), "10+2.5"))
		}, noted("12.5")},
		"удалены строки": {nil, func(f fillable) {
			for range 2 {
				must(f.RemoveRow(markSheetName, rowOf(f.cell("2.2", "2026-Q3", "Статус"))-1))
			}
		}, work},
		"вставлены строки и столбцы": {nil, func(f fillable) {
			must(f.InsertRows(markSheetName, 1, 7))
			must(f.InsertCols(markSheetName, "C", 2))
			must(f.InsertCols(markSheetName, "L", 1))
			must(f.SetCellValue(markSheetName, "A3", "Исходящий № 5"))
		}, work},
		"строки вверх ногами": {nil, func(f fillable) { reverseRows(f) }, work},
		"лист переименован, инструкция удалена": {nil, func(f fillable) {
			must(f.SetSheetName(markSheetName, "Лист1"))
			must(f.DeleteSheet(howSheetName))
			must(f.SetSheetName("Паспорт формы", "Лист2"))
		}, work},
		"листы в другом порядке": {nil, func(f fillable) {
			must(f.MoveSheet(markSheetName, howSheetName))
			must(f.MoveSheet("Паспорт формы", howSheetName))
		}, work},
		"заметки сбоку и внизу": {nil, func(f fillable) {
			last := len(f.rows())
			must(f.SetCellValue(markSheetName, "Z3", "проверить!"))
			must(f.SetCellValue(markSheetName, fmt.Sprintf("AA%d", last-2), "спросить"))
			must(f.SetCellValue(markSheetName, fmt.Sprintf("B%d", last+3), "Директор Примеров П. П."))
		}, work},
		"фильтр скрыл строку": {nil, func(f fillable) {
			must(f.SetRowVisible(markSheetName, rowOf(f.cell("2.2", "2026-Q3", "Статус")), false))
		}, work},
		"заголовок поправлен": {nil, func(f fillable) {
			for i, row := range f.rows() {
				if at := slices.Index(row, "Новый срок"); at >= 0 {
					name, _ := excelize.CoordinatesToCellName(at+1, i+1)
					must(f.SetCellValue(markSheetName, name, "НОВЫЙ\nСРОК:"))
				}
			}
		}, work},
		"пустые строки для событий тронуты пробелом": {nil, func(f fillable) { f.set("2.3", "+1", map[string]any{"Событие": " ", "Статус": "\u00a0"}) }, work},
	} {
		t.Run(name, func(t *testing.T) {
			g, _ := exampleOffice(t)
			f := openForm(t, formOf(t, g, "mc").Bytes)
			f.q3(test.values)
			test.change(f)
			got := importInto(t, g, sent{"mc.xlsx", f.bytes()})[0]
			if entries := recordedOf(got); len(entries) != 1 || !reflect.DeepEqual(entries[0], test.want) || len(got.Problems) > 0 != slices.Contains(told, name) || got.Problems.HasErrors() {
				t.Errorf("%+v\n%s", entries, texts(got.Problems))
			}
		})
	}
}

func rowOf(cell string) int {
	_, row, _ := excelize.CellNameToCoordinates(cell)
	return row
}

// reverseRows sorts the table the other way round, hidden key and all.
func reverseRows(f fillable) {
	rows := f.rows()
	first := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "Статус") }) + 2
	last := len(rows)
	width := len(rows[first-2])
	type cell struct {
		value string
		style int
	}
	grid := map[[2]int]cell{}
	for row := first; row <= last; row++ {
		for column := 1; column <= width; column++ {
			name, _ := excelize.CoordinatesToCellName(column, row)
			style, _ := f.GetCellStyle(markSheetName, name)
			value, _ := f.GetCellValue(markSheetName, name, excelize.Options{RawCellValue: true})
			grid[[2]int{row, column}] = cell{value, style}
		}
	}
	for at, c := range grid {
		name, _ := excelize.CoordinatesToCellName(at[1], first+last-at[0])
		var value any = c.value
		if style, _ := f.GetStyle(c.style); style.CustomNumFmt != nil && c.value != "" {
			var serial int
			fmt.Sscan(c.value, &serial)
			value = serial
		}
		_ = f.SetCellValue(markSheetName, name, value)
		_ = f.SetCellStyle(markSheetName, name, name, c.style)
	}
}
