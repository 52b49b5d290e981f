package generator

import (
	"strings"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/templates"
)

// schoolReport is a report of one school, whose results have a text of their own as TOML
// writes it, quotes and all; the line stands 8 lines down.
func schoolReport(text string) (Generator, fstest.MapFS) {
	told := func(year, value string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("Учреждение;МБОУ «Школа № 1»\nОтчётный период;" + year + "\nКод;Показатель;Значение\nS12;;" + value + "\nSV26;;25\n")}
	}
	files := fstest.MapFS{
		"organization.toml":             {Data: []byte("letterhead = [\"Управление\"]\n[full]\nnominative = \"Управление\"\n")},
		"people.toml":                   {Data: []byte("[[person]]\nid = \"p\"\nsurname = \"Примерова\"\ninitials = \"А.И.\"\npost.nominative = \"Начальник\"\n")},
		"institutions.toml":             {Data: []byte("[[institution]]\nid = \"s\"\nkind = \"СОШ\"\nfull.nominative = \"МБОУ «Школа № 1»\"\n")},
		"submissions/2021/school.csv":   told("2021", "61,5"),
		"submissions/2022/school.csv":   told("2022", "64,1"),
		"submissions/2021/journal.toml": {Data: []byte("due = 2022-01-20\n")},
		"submissions/2022/journal.toml": {Data: []byte("due = 2023-01-20\n")},
		"reports/2022.toml": {Data: []byte("title = [\"о школах\"]\nyear = 2022\ndate = 2023-02-15\nsets = [\"school\"]\nsignatory = \"p\"\n" +
			"[[section]]\nid = \"results\"\ntext = " + text + "\n")},
	}
	return Generator{Data: files, Common: data.Common, Templates: templates.FS, Today: model.Date{Year: 2026, Month: 3, Day: 2}}, files
}

// problemsOfReport are those of both files of the one report, which are made or are not
// made together.
func problemsOfReport(t *testing.T, g Generator) (made bool, problems diag.List) {
	t.Helper()
	papers, err := g.Plan().Select([]string{"reports/2022"})
	if err != nil || len(papers) != 2 {
		t.Fatal(papers, err)
	}
	files := 0
	for _, p := range papers {
		done, found, err := p.Make()
		if err != nil {
			t.Fatal(err)
		}
		problems = append(append(problems, p.problems...), found...)
		if len(done) > 0 && done[0].Bytes != nil && !problems.HasErrors() {
			files++
		}
	}
	if files == 1 {
		t.Error("one file of two")
	}
	return files == 2, problems.Sort()
}

// A fault of an own text is told where it stands in the file of the report, however TOML
// writes the text. The place is marked by «‸».
func TestOwnTextFaults(t *testing.T) {
	for _, test := range []struct{ text, want, hint string }{
		{"\"\"\"\nПервая.\nВторая {{‸value \"S99\"}}.\"\"\"", "в докладе нет показателя «S99»", "S12"},
		{"'''\nПервая.\n\nТретья {{‸value \"S99\"}}.'''", "в докладе нет показателя «S99»", "S12"},
		{"'Первая: {{‸value \"S99\"}}.'", "в докладе нет показателя «S99»", "S12"},
		{`"А \"в кавычках\" и \u00ab {{‸value \"S99\"}}."`, "в докладе нет показателя «S99»", "S12"},
		{`"Первая.\nВторая {{‸value \"S99\"}}."`, "в докладе нет показателя «S99»", "S12"},
		{"\"\"\"\nПервая \\\n   и дальше {{‸value \"S99\"}}.\"\"\"", "в докладе нет показателя «S99»", "S12"},
		{"\"\"\"\nПервая.\nВторая ‸{{value \"S12\".\nТретья.\"\"\"", "не закрыто {{…}}", "{{end}}"},
		{"\"\"\"\nПервая.\n‸Вторая {{valeu \"S12\"}}.\"\"\"", "нет такого действия: «valeu»", `{{value "S12"}}`},
		{"\"\"\"\nВторая {{‸value}}.\"\"\"", "после «value» стоит слов: 0", `{{value "S12"}}`},
		{"\"\"\"\nВторая {{‸value \"S12\" 2021 2022}}.\"\"\"", "несколько лет", `{{value "S12" 2021}}`},
		{"\"\"\"\nВторая {{‸value \"S12\" 1999}}.\"\"\"", "за 1999 год данных нет", "2021, 2022"},
		{"\"\"\"\nВторая {{‸change \"S13\"}}.\"\"\"", "изменения показателя S13 нет", "словами"},
		{"\"\"\"\nВторая {{‸threshold \"S16\"}}.\"\"\"", "порога нет", "{{threshold}}"},
		{"\"\"\"\nПервая.\n\n‸#heading 1 Своё\n\"\"\"", "«#heading 1» не место", "«#heading 2»"},
		{"\"\"\"\nПервая.\n‸#table x\n\"\"\"", "«#table x» не место", "«#item –»"},
		{"\"\"\"\nПервая.\n‸#списк x\n\"\"\"", "неизвестный вид строки", "«#item –»"},
		{"\"\"\"\nПервая.\nВторая ‸{table:x}.\n\"\"\"", "нет ссылок на таблицы", "словами"},
		{"'''\nПервая.\nВторая ‸{ и дальше.'''", "после скобки нужно слово", `\{`},
		{"\"\"\"\nПервая.\nВторая ‸中.\"\"\"", "знака «中»", "замените знак"},
		{`"Вторая \"а\" ‸中."`, "знака «中»", "замените знак"},
		{`"‸ \t"`, "пуст", "впишите"},
		{`"‸{{/* потом */}}"`, "ничего не печатает", "впишите"},
	} {
		before, after, _ := strings.Cut("text = "+test.text, "‸")
		lines := strings.Split(before, "\n")
		line, column := 7+len(lines), len([]rune(lines[len(lines)-1]))+1
		g, _ := schoolReport(strings.TrimPrefix(before+after, "text = "))
		made, problems := problemsOfReport(t, g)
		if made || problems.Count(diag.Error) != 1 {
			t.Errorf("%s: made %v, %v", test.text, made, problems)
			continue
		}
		for _, p := range problems {
			if p.Severity != diag.Error {
				continue
			}
			if p.File != "reports/2022.toml" || p.Line != line || p.Column != column || !strings.Contains(p.Text, test.want) || !strings.Contains(p.Hint, test.hint) {
				t.Errorf("%s: want %d:%d, got\n%s", test.text, line, column, p)
			}
		}
	}
}

// A sound own text brings the numbers of the data as they are printed.
func TestOwnText(t *testing.T) {
	g, _ := schoolReport("'''\n{{title \"S12\"}}: {{value \"S12\"}}, было {{value \"S12\" 2021}}, изменение {{change \"S12\"}}; S13: {{value \"S13\"}}.\n\n#heading 2 Своё\n#item – пункт.'''")
	for _, p := range g.Plan().Papers {
		if p.Kind != "доклад" {
			continue
		}
		text, problems := p.Compose()
		for _, want := range []string{"Средний тестовый балл ЕГЭ, русский: 64,1 балла, было 61,5 балла, изменение +2,6 балла; S13: нет данных.", "#heading 2 Своё\n", "#item – пункт."} {
			if problems.HasErrors() || !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), want) {
				t.Errorf("no %q in\n%s%v", want, text, problems)
			}
		}
		return
	}
	t.Error("no report")
}

// A set that nobody of the office hands in is a fault of the report.
func TestReportOfNobody(t *testing.T) {
	g, files := schoolReport(`"Текст."`)
	report := files["reports/2022.toml"]
	report.Data = []byte(strings.Replace(string(report.Data), `["school"]`, `["school", "preschool"]`, 1))
	made, problems := problemsOfReport(t, g)
	for _, p := range problems {
		if p.Severity == diag.Error && p.Line == 4 && p.Column == 20 && strings.Contains(p.Text, "«preschool» никто не сдаёт") && !made {
			return
		}
	}
	t.Errorf("made %v, %v", made, problems)
}
