package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/model"
	"doklad/generator/source"
)

// collected is a folder of data with an office and what was sent to it, and its year 2022
// as it was read.
func collected(t testing.TB, files map[string]string) *collection {
	t.Helper()
	data := fstest.MapFS{}
	for name, text := range map[string]string{
		"organization.toml": "[full]\nnominative = \"Управление\"\n",
		"institutions.toml": kindergartens("ds-1", "ds-2", "ds-3"),
	} {
		data[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		if text == "" {
			delete(data, name)
			continue
		}
		data[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c := newCollector(source.Open(data, ours().Common))
	picked, err := c.pick("", 2022)
	if err != nil {
		t.Fatal(err)
	}
	if l := c.faults(picked[0].office); len(l) > 0 {
		t.Fatal(l)
	}
	return picked[0]
}

func kindergartens(ids ...string) string {
	text := ""
	for n, id := range ids {
		text += fmt.Sprintf("[[institution]]\nid = \"%s\"\nkind = \"ДОО\"\n[institution.full]\nnominative = \"Детский сад № %d\"\n\n", id, n+1)
	}
	return text
}

// sentBy is a table of one institution: «DV01=100 DV04=12».
func sentBy(id string, values string) string {
	text := "Учреждение;" + id + "\nОтчётный период;2022 год\nКод;Показатель;Значение\n"
	for _, pair := range strings.Fields(values) {
		code, value, _ := strings.Cut(pair, "=")
		text += code + ";;" + value + "\n"
	}
	return text
}

// stand says how the filings stand: «ds-1 черновик 2; ds-2 пусто 0».
func stand(now *collection) string {
	var parts []string
	for _, r := range now.filings {
		id := r.institution.ID
		if id == "" {
			id = "сами"
		}
		parts = append(parts, fmt.Sprintf("%s %s %d", id, r.status, r.told()))
	}
	return strings.Join(parts, "; ")
}

// entry is a decision on what a file said.
func entry(now *collection, institution string, d model.Decision, file string) string {
	for _, r := range now.filings {
		for _, p := range r.parts {
			if r.institution.ID == institution && p.file.base == file {
				return fmt.Sprintf("[[entry]]\ndecision = \"%s\"\ninstitution = \"%s\"\nset = \"preschool\"\nfile = \"%s\"\nsum = \"%s\"\ndate = 2023-01-18\nreason = \"причина\"\n\n", d, institution, file, p.sum)
			}
		}
	}
	return "no such file"
}

const at2022 = "submissions/2022/"

func TestWhatCounts(t *testing.T) {
	one, other := sentBy("ds-1", "DV01=100 DV04=12"), sentBy("ds-1", "DV01=101 DV04=12 DV05=6")
	table := "Отчётный период: 2022 год\n№;Учреждение;Код учреждения;DV01. Численность, чел.;D02. Балл, балл\n1;;ds-1;100;3,5\n2;;ds-2;80;3\n"
	marks := "Отчётный период: 2022 год\n№;Учреждение;Код учреждения;D03. Балл, балл;D04. Балл, балл\n1;;ds-1;4;3\n"
	again := "Отчётный период: 2022 год\n№;Учреждение;Код учреждения;D03. Балл, балл;D05. Балл, балл\n1;;ds-1;3;3\n"
	two := map[string]string{at2022 + "a.csv": one, at2022 + "b.csv": other}
	decided := func(files map[string]string, decisions ...string) map[string]string {
		with := map[string]string{at2022 + "journal.toml": strings.Join(decisions, "")}
		for name, text := range files {
			with[name] = text
		}
		return with
	}
	before := collected(t, two)
	alone := collected(t, map[string]string{at2022 + "a.csv": one})
	copies := map[string]string{at2022 + "a.csv": one, at2022 + "копия.csv": one}
	for name, test := range map[string]struct {
		files map[string]string
		want  string
		dv01  string // of ds-1
	}{
		"one file":        {map[string]string{at2022 + "x/y.csv": one}, "ds-1 черновик 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"two files":       {two, "ds-1 несколько файлов 0; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", ""},
		"two copies":      {copies, "ds-1 несколько файлов 0; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", ""},
		"one is accepted": {decided(two, entry(before, "ds-1", model.Accepted, "b.csv")), "ds-1 проверено 3; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "101"},
		"then the other":  {decided(two, entry(before, "ds-1", model.Accepted, "b.csv"), entry(before, "ds-1", model.Approved, "a.csv")), "ds-1 утверждено 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"the other is replaced, a third comes": {map[string]string{at2022 + "a.csv": one, at2022 + "b.csv": other, at2022 + "c.csv": sentBy("ds-1", "DV01=102"),
			at2022 + "journal.toml": entry(before, "ds-1", model.Replaced, "a.csv") + entry(before, "ds-1", model.Accepted, "b.csv")}, "ds-1 проверено 3; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "101"},
		"one is returned":   {decided(two, entry(before, "ds-1", model.Returned, "a.csv")), "ds-1 черновик 3; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "101"},
		"both are returned": {decided(two, entry(before, "ds-1", model.Returned, "a.csv"), entry(before, "ds-1", model.Returned, "b.csv")), "ds-1 на доработку 0; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", ""},
		"returned, and taken back": {decided(two, entry(before, "ds-1", model.Returned, "a.csv"), entry(before, "ds-1", model.Accepted, "a.csv"), entry(before, "ds-1", model.Returned, "b.csv")),
			"ds-1 проверено 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"a copy is chosen by name": {decided(copies, entry(collected(t, copies), "ds-1", model.Accepted, "копия.csv")), "ds-1 проверено 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"of copies the other is left": {decided(map[string]string{at2022 + "a.csv": one}, entry(collected(t, copies), "ds-1", model.Replaced, "a.csv"), entry(collected(t, copies), "ds-1", model.Accepted, "копия.csv")),
			"ds-1 проверено 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"of copies the one is left": {decided(map[string]string{at2022 + "копия.csv": one}, entry(collected(t, copies), "ds-1", model.Replaced, "a.csv"), entry(collected(t, copies), "ds-1", model.Accepted, "копия.csv")),
			"ds-1 проверено 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"accepted, then renamed":    {decided(map[string]string{at2022 + "новое имя.csv": one}, entry(alone, "ds-1", model.Accepted, "a.csv")), "ds-1 проверено 2; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "100"},
		"accepted, then changed":    {decided(map[string]string{at2022 + "a.csv": other}, entry(alone, "ds-1", model.Accepted, "a.csv")), "ds-1 черновик 3; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", "101"},
		"a form and a table":        {map[string]string{at2022 + "a.csv": one, at2022 + "свод.csv": table}, "ds-1 несколько файлов 0; ds-2 черновик 1; ds-3 пусто 0; сами черновик 2", ""},
		"tables that add up":        {map[string]string{at2022 + "a.csv": one, at2022 + "b.csv": marks}, "ds-1 черновик 2; ds-2 пусто 0; ds-3 пусто 0; сами черновик 2", "100"},
		"tables that overlap":       {map[string]string{at2022 + "a.csv": marks, at2022 + "b.csv": again}, "ds-1 пусто 0; ds-2 пусто 0; ds-3 пусто 0; сами несколько файлов 0", ""},
		"an empty form":             {map[string]string{at2022 + "a.csv": sentBy("ds-1", "DV01= DV04=")}, "ds-1 черновик 0; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", ""},
		"a broken file":             {map[string]string{at2022 + "a.xlsx": "PK\x03\x04"}, "ds-1 пусто 0; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", ""},
		"a value that is no number": {map[string]string{at2022 + "a.csv": sentBy("ds-1", "DV01=сто DV04=12")}, "ds-1 черновик 1; ds-2 пусто 0; ds-3 пусто 0; сами пусто 0", ""},
	} {
		t.Run(name, func(t *testing.T) {
			now := collected(t, test.files)
			if got := stand(now); got != test.want {
				t.Errorf("\n got: %s\nwant: %s", got, test.want)
			}
			dv01 := ""
			if one, told := now.taken["ds-1"]["DV01"]; told {
				dv01 = one.observation().Raw
			}
			if dv01 != test.dv01 {
				t.Errorf("DV01 of ds-1 is %q, want %q", dv01, test.dv01)
			}
		})
	}
}

// Numbers of which one must be wrong are not taken: neither they nor what is derived.
func TestDisputedNumbersAreNotTaken(t *testing.T) {
	now := collected(t, map[string]string{at2022 + "a.csv": sentBy("ds-1", "DV01=100 DV04=12 DV05=14"), at2022 + "b.csv": sentBy("ds-2", "DV04=10 DV05=5")})
	if v := now.values("ds-1"); len(v) != 1 || !v["DV01"].IsKnown() {
		t.Errorf("taken of ds-1: %v", v)
	}
	years := now.counted["preschool"]
	row, _ := years.Row("D16")
	if whole := years.Rows[row].Whole; whole.Number != 50 {
		t.Errorf("D16 of all is %v", whole.Value)
	}
	if got := stand(now); got != "ds-1 черновик 3; ds-2 черновик 2; ds-3 пусто 0; сами пусто 0" {
		t.Error(got)
	}
}

// A file that comes beside an accepted one is told; what is empty too.
func TestWhatIsToldOfFiles(t *testing.T) {
	one := sentBy("ds-1", "DV01=100 DV04= DV05=нет данных")
	alone := collected(t, map[string]string{at2022 + "a.csv": one})
	now := collected(t, map[string]string{at2022 + "a.csv": one, at2022 + "b.csv": sentBy("ds-1", "DV01=101"), at2022 + "journal.toml": entry(alone, "ds-1", model.Accepted, "a.csv")})
	told := ""
	for _, p := range now.sentProblems() {
		told += p.String() + "\n"
	}
	for _, want := range []string{"взят файл «a.csv», а прислано ещё: «b.csv»", "a.csv: предупреждение: Детский сад № 1: не заполнено: D24, D26, DV02–DV04"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not told:\n%s", want, told)
		}
	}
}

// A broken journal stops what depends on its decisions.
func TestBrokenJournalStopsPapers(t *testing.T) {
	data := fstest.MapFS{"organization.toml": {Data: []byte("[full]\nnominative = \"Управление\"\n")}, "institutions.toml": {Data: []byte(kindergartens("ds-1"))},
		at2022 + "a.csv": {Data: []byte(sentBy("ds-1", "DV01=100"))}, at2022 + "journal.toml": {Data: []byte("[[entry]\n")}}
	plan := Generator{Data: data, Common: ours().Common, Templates: ours().Templates, Today: model.Date{Year: 2023, Month: 3, Day: 1}}.Plan()
	if !plan.Problems.HasErrors() || len(plan.Papers) != 4 {
		t.Fatalf("%d papers, %v", len(plan.Papers), plan.Problems)
	}
	for _, p := range plan.Papers {
		if !p.Blocked() {
			t.Errorf("%s is made", p.Path)
		}
	}
}

// Who was closed, and who opened later, is not asked.
func TestWhoIsAsked(t *testing.T) {
	institutions := strings.Replace(kindergartens("ds-1", "ds-2", "ds-3"), "id = \"ds-1\"", "closed = 2021-12-31\nid = \"ds-1\"", 1)
	institutions = strings.Replace(institutions, "id = \"ds-2\"", "opened = 2023-01-01\nid = \"ds-2\"", 1)
	now := collected(t, map[string]string{"institutions.toml": institutions, at2022 + "a.csv": sentBy("ds-1", "DV01=100")})
	if got := stand(now); got != "ds-3 пусто 0; сами пусто 0" {
		t.Error(got)
	}
	if l := now.sentProblems(); len(l) == 0 || !strings.Contains(fmt.Sprint(l), "«Детский сад № 1» за 2022 год не отчитывается") {
		t.Errorf("%v", l)
	}
}

// Numbers that do not agree are told at the cells of both.
func TestChecksAreToldAtCells(t *testing.T) {
	now := collected(t, map[string]string{at2022 + "a.csv": sentBy("ds-1", "DV01=100 DV04=12 DV05=14"),
		"submissions/2021/a.csv": strings.Replace(sentBy("ds-1", "DV01=50"), "2022", "2021", 1)})
	told := ""
	for _, found := range now.files[0].findings {
		told += fmt.Sprintf("%s %s %d %s\n", found.Code, found.Cell, len(found.cells), found.Text)
	}
	for _, want := range []string{"UD02 C6 2 Детский сад № 1: ", "DV05 = 14, DV04 = 12", "DV01 = 100, в прошлом году 50 (рост на 100"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not told:\n%s", want, told)
		}
	}
}

// The municipality of two kindergartens, and the region of two municipalities.
func TestRegion(t *testing.T) {
	data := fstest.MapFS{}
	put := func(name, text string) { data[name] = &fstest.MapFile{Data: []byte(text)} }
	for _, office := range []string{"kray/a", "kray/b"} {
		put(office+"/organization.toml", "[full]\nnominative = \"Управление "+office+"\"\n")
		put(office+"/institutions.toml", kindergartens("ds-1", "ds-2"))
	}
	put("kray/a/submissions/2022/1.csv", sentBy("ds-1", "DV01=100 DV04=10 DV05=5 DV12=да"))
	put("kray/a/submissions/2022/2.csv", sentBy("ds-2", "DV01=50 DV04=30 DV05=30 DV12=нет"))
	put("kray/b/submissions/2022/1.csv", sentBy("ds-1", "DV01=150 DV04=20 DV05=0 DV12=да"))
	put("kray/b/submissions/2022/2.csv", sentBy("ds-2", "DV01=н/д DV04=н/п DV12=да"))
	put("kray/a/submissions/2022/оценки.csv", "Отчётный период: 2022 год\n№;Учреждение;Код учреждения;D02. Балл, балл;D03. Балл, балл\n1;;ds-1;4;\n2;;ds-2;2,5;\n")
	put("kray/b/submissions/2022/оценки.csv", "Отчётный период: 2022 год\n№;Учреждение;Код учреждения;D02. Балл, балл;D03. Балл, балл\n1;;ds-1;3;\n2;;ds-2;5;\n")
	g := Generator{Data: data, Common: ours().Common, Templates: ours().Templates, Today: model.Date{Year: 2023, Month: 3, Day: 1}}
	plan := g.Plan()
	texts := map[string]string{}
	for _, p := range plan.Papers {
		if files, problems, err := p.Make(); err != nil || problems.HasErrors() || !p.IsFolder() && len(files[0].Bytes) == 0 {
			t.Errorf("%s: %v %v", p.Path, problems, err)
		}
		texts[p.Path], _ = p.Compose()
	}
	for name, wants := range map[string][]string{
		"kray/a/consolidation/2022-preschool.pdf": {"≥ 3 | 3,50 |" /* (4·100 + 2,5·50) / 150 */, "| 87,5 |" /* 35 of 40 */, "| 150\n", "1 из 2, 50,0"},
		"kray/consolidation/2022-preschool.pdf":   {"Сведены данные 2\u00a0организаций", "≥ 3 | 3,25 |" /* (3,5·150 + 3·150) / 300 */, "| 58,3 |" /* 35 of 60 */, "| 300\n", "3 из 4, 75,0"},
	} {
		for _, want := range wants {
			if !strings.Contains(texts[name], want) {
				t.Errorf("%s has no %q:\n%s", name, want, texts[name])
			}
		}
	}
}
