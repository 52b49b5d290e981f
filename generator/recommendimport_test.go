package generator

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/templates"
)

const advisedRecord = "uo/recommendations/2022.toml"

// advisedOffice is an office with recommendations of a year and one mark; tests may change
// it.
func advisedOffice(t testing.TB) (Generator, fstest.MapFS) {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"uo/organization.toml": "[full]\nnominative = \"Управление «Пример»\"\n",
		"uo/institutions.toml": `[[institution]]
id = "ds-3"
kind = "ДОО"
aliases = ["Детский сад № 3"]
[institution.full]
nominative = "МБДОУ «Детский сад № 3»"
[institution.short]
nominative = "Сад № 3"

[[institution]]
id = "ds-4"
kind = "ДОО"
aliases = ["Детский сад № 4"]
[institution.full]
nominative = "МБДОУ «Детский сад № 4»"
[institution.short]
nominative = "Сад № 4"
`,
		"uo/submissions/2022/сад 3.csv": "Учреждение;МБДОУ «Детский сад № 3»\nОтчётный период;2022 год\nКод;Показатель;Значение\nDV04;Педагогов;20\nDV05;С категорией;4\n",
		"uo/submissions/2022/сад 4.csv": "Учреждение;МБДОУ «Детский сад № 4»\nОтчётный период;2022 год\nКод;Показатель;Значение\nDV04;Педагогов;10\nDV05;С категорией;1\n",
		"uo/people.toml":                "[[person]]\nid = \"primerova\"\nsurname = \"Примерова\"\ninitials = \"А.И.\"\ngender = \"female\"\n[person.post]\nnominative = \"начальник\"\n",
		advisedRecord:                   "year = 2022\ndate = 2022-09-15\nsignatory = \"primerova\"\n\n[[mark]]\nrecommendation = \"2022/ds-4/D16\"\nstatus = \"work\"\ndate = 2022-10-03\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	today := dayOf("20.12.2022")
	return Generator{Data: files, Common: data.Common, Templates: templates.FS, Today: today, Clock: today}, files
}

// adviceForms are the forms of the year, by the names of their files.
func adviceForms(t testing.TB, g Generator) map[string]MarkForm {
	t.Helper()
	forms, problems, err := g.RecommendationForms("", 2022, "")
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	named := map[string]MarkForm{}
	for _, f := range forms {
		named[strings.TrimPrefix(f.Path, "uo/forms/recommendations/2022/")] = f
	}
	return named
}

// openedRegister is the register in the hands of a person.
func openedRegister(t testing.TB, g Generator) fillable {
	t.Helper()
	raw, problems, err := g.recommendedYears("2022")[0].register()
	if err != nil || problems.HasErrors() {
		t.Fatal(problems, err)
	}
	f := openForm(t, raw)
	f.sheet = sheetAdvice
	return f
}

// Who was recommended something has a form with that, and nothing else; the office has what
// is of no institution.
func TestFormsOfRecommendations(t *testing.T) {
	g, files := advisedOffice(t)
	rows := map[string]int{}
	for name, f := range adviceForms(t, g) {
		rows[name] = f.Rows
	}
	if want := map[string]int{"ds-3.xlsx": 2, "ds-4.xlsx": 2, "upravlenie.xlsx": 1, "vse.xlsx": 5}; !maps.Equal(rows, want) {
		t.Errorf("forms: %v", rows)
	}
	for called, want := range map[string]string{"ds-3": "ds-3", "Детский сад № 4": "ds-4", "-": "upravlenie"} {
		forms, _, err := g.RecommendationForms("uo", 2022, called)
		if err != nil || len(forms) != 1 || !strings.HasSuffix(forms[0].Path, "/"+want+".xlsx") || !bytes.Equal(forms[0].Bytes, adviceForms(t, g)[want+".xlsx"].Bytes) {
			t.Errorf("%s: %v, %v", called, forms, err)
		}
	}
	if _, _, err := g.RecommendationForms("", 2022, "ds-5"); err == nil || !strings.Contains(err.Error(), "учреждения «ds-5» нет") {
		t.Errorf("a form of nobody: %v", err)
	}
	for text, want := range map[string]string{
		"": "рекомендации по итогам 2022 года не выданы: отмечать нечего",
		"year = 2022\nsignatory = \"primerova\"\n":                                                        "year = 2022, date – день, когда они подписаны",
		"year = 2022\ndate = 2022-09-15\nsignatory = \"primerova\"\n[[mark]]\nrecommendation = \"D16\"\n": "не номер рекомендации",
	} {
		files[advisedRecord] = &fstest.MapFile{Data: []byte(text)}
		if text == "" {
			delete(files, advisedRecord)
		}
		forms, problems, err := g.RecommendationForms("", 2022, "")
		if err != nil || len(forms) > 0 || !strings.Contains(texts(problems), want) {
			t.Errorf("%q: %d forms, %v, %s", text, len(forms), err, texts(problems))
		}
	}
}

// What nobody touched says nothing new, neither in the forms nor in the register.
func TestUntouchedFormsOfRecommendationsRecordNothing(t *testing.T) {
	g, files := advisedOffice(t)
	before := string(files[advisedRecord].Data)
	var all []sent
	for name, f := range adviceForms(t, g) {
		all = append(all, sent{name, f.Bytes})
	}
	all = append(all, sent{"реестр.xlsx", openedRegister(t, g).bytes()})
	for _, f := range importInto(t, g, all...) {
		if len(f.Problems) > 0 || len(f.Recorded) > 0 {
			t.Errorf("%s: %s %v", f.Name, texts(f.Problems), f.Recorded)
		}
	}
	if len(all) != 5 || string(files[advisedRecord].Data) != before {
		t.Errorf("%d forms, the record is %s", len(all), files[advisedRecord].Data)
	}
}

// A filled row is a mark, in a form as in the register; said again, by whichever of them, it
// is none.
func TestFilledRecommendationsAreRecorded(t *testing.T) {
	for name, open := range map[string]func(testing.TB, Generator) fillable{
		"a form":       func(t testing.TB, g Generator) fillable { return openForm(t, adviceForms(t, g)["ds-4.xlsx"].Bytes) },
		"all rows":     func(t testing.TB, g Generator) fillable { return openForm(t, adviceForms(t, g)["vse.xlsx"].Bytes) },
		"the register": openedRegister,
		"the register with the year after": func(t testing.TB, g Generator) fillable {
			g.Data.(fstest.MapFS)["uo/submissions/2023/сад 4.csv"] = &fstest.MapFile{Data: []byte("Учреждение;МБДОУ «Детский сад № 4»\nОтчётный период;2023 год\nКод;Показатель;Значение\nDV04;Педагогов;10\nDV05;С категорией;3\n")}
			if table := g.recommendedYears("2022")[0].registerTable(); !slices.ContainsFunc(table.Columns, func(c doc.Column) bool { return c.Name == "effect" }) {
				t.Fatal("it tells no effect")
			}
			return openedRegister(t, g)
		},
	} {
		t.Run(name, func(t *testing.T) {
			g, files := advisedOffice(t)
			before := string(files[advisedRecord].Data)
			f := open(t, g)
			f.set("2022/ds-4/D16", "", map[string]any{"Статус": "Исполнено", "Дата": dayOf("05.12.2022"), "Вид документа": "приказ", "Номер документа": "12-1",
				"Дата документа": dayOf("04.12.2022"), "Наименование документа": "О плане", "Ссылка на документ": "https://primer.example/z", "Причина": "Болезнь"})
			f.set("2022/ds-4/D24", "", map[string]any{"Статус": "не актуально", "Дата": "1 ноября 2022 г.", "Причина": "=1+1 группа"})
			got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
			want := []model.ProgressEntry{
				{Activity: "2022/ds-4/D16", Outcome: model.OutcomeDone, Date: dayOf("05.12.2022"), Reason: "Болезнь",
					Evidence: []model.Evidence{{Kind: "приказ", Number: "12-1", Date: dayOf("04.12.2022"), Title: "О плане", Link: "https://primer.example/z"}}},
				{Activity: "2022/ds-4/D24", Outcome: model.OutcomeVoid, Date: dayOf("01.11.2022"), Reason: "=1+1 группа"},
			}
			if entries := recordedOf(got); !reflect.DeepEqual(entries, want) || len(got.Problems) > 0 {
				t.Fatalf("recorded %+v, %s", entries, texts(got.Problems))
			}
			if r := got.Recorded; r[0].Status != execution.DoneLate || r[0].Due != dayOf("01.12.2022") || r[1].Now != execution.NotRelevant {
				t.Errorf("it stands %+v", r)
			}
			after := string(files[advisedRecord].Data)
			marks := g.recommendedYears("2022")[0].record.Marks
			if !strings.HasPrefix(after, before) || len(marks) != 3 || marks[1] != markOf(got.Recorded[0].Entry) || marks[1].Entered != g.Today {
				t.Errorf("on record is %+v", marks)
			}
			again := importInto(t, g, sent{"b.xlsx", f.bytes()}, sent{"vse.xlsx", adviceForms(t, g)["vse.xlsx"].Bytes})
			for _, one := range again {
				if len(one.Recorded) > 0 || len(one.Problems) > 0 || one.Same < 2 || string(files[advisedRecord].Data) != after {
					t.Errorf("again: %v, %d the same, %s", one.Recorded, one.Same, texts(one.Problems))
				}
			}
		})
	}
}

// Of what a form says of a later or an earlier day, that of the later day holds; the rest
// of a mark stays.
func TestAmendedRecommendation(t *testing.T) {
	g, files := advisedOffice(t)
	f := openForm(t, adviceForms(t, g)["ds-4.xlsx"].Bytes)
	f.set("2022/ds-4/D16", "", map[string]any{"Дата": dayOf("01.10.2022")})
	got := importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	if len(got.Recorded) != 1 || !strings.Contains(texts(got.Problems), "предупреждение: действует отметка с более поздним днём: «в работе» 03.10.2022") {
		t.Errorf("recorded %+v, %s", got.Recorded, texts(got.Problems))
	}
	files[advisedRecord].Data = append(files[advisedRecord].Data, "\n[[mark]]\nrecommendation = \"2022/ds-4/D16\"\nstatus = \"done\"\ndate = 2022-11-20\n[mark.document]\nkind = \"акт\"\nfile = \"people.toml\"\n"...)
	stale, earlier := openForm(t, f.bytes()), openForm(t, f.bytes())
	earlier.set("2022/ds-4/D16", "", map[string]any{"Статус": "не исполнено", "Дата": dayOf("05.11.2022"), "Причина": "карантин"})
	stale.set("2022/ds-4/D16", "", map[string]any{"Статус": "исполнено частично", "Дата": dayOf("25.11.2022"), "Причина": "не всё"})
	f = openForm(t, adviceForms(t, g)["ds-4.xlsx"].Bytes)
	f.set("2022/ds-4/D16", "", map[string]any{"Дата": dayOf("21.11.2022")})
	got = importInto(t, g, sent{"a.xlsx", f.bytes()})[0]
	if len(got.Problems) > 0 || len(got.Recorded) != 1 || got.Recorded[0].Entry.Evidence[0].File != "people.toml" {
		t.Errorf("recorded %+v, %s", got.Recorded, texts(got.Problems))
	}
	got = importInto(t, g, sent{"b.xlsx", stale.bytes()})[0]
	if len(got.Recorded) != 1 || !strings.Contains(texts(got.Problems), "пока форму заполняли, об этом записано другое: «исполнено» 21.11.2022") {
		t.Errorf("recorded %+v, %s", got.Recorded, texts(got.Problems))
	}
	// An earlier day does not amend: that is told, and not that it does.
	got = importInto(t, g, sent{"c.xlsx", earlier.bytes()})[0]
	if told := texts(got.Problems); len(got.Recorded) != 1 || len(got.Problems) != 1 || !strings.Contains(told, "действует отметка с более поздним днём: «исполнено частично» 25.11.2022") {
		t.Errorf("recorded %+v, %s", got.Recorded, told)
	}
}

// No form is so wide that its print is too small to read.
func TestFormsOfAdviceArePrinted(t *testing.T) {
	forms, problems, err := ours().RecommendationForms("example", 2022, "")
	if err != nil || len(problems) > 0 || len(forms) < 25 {
		t.Error(len(forms), problems, err)
	}
}
