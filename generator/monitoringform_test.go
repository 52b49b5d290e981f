package generator

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"doklad/data"
	"doklad/generator/form"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
	"doklad/generator/source"
	"doklad/templates"
)

// town is an office with institutions of each sort.
func town(more ...string) (Generator, fstest.MapFS) {
	files := fstest.MapFS{
		"town/organization.toml": {Data: []byte("example = true\n[full]\nnominative = \"Управление\"\n")},
		"town/institutions.toml": {Data: []byte(`
[[institution]]
id = "selo"
kind = "кластер"
full.nominative = "Село"
` + teaching("ds-1", "ДОО", "") + teaching("oosh", "ООШ", `opened = 2022-12-31`) + teaching("nosh", "НОШ", `closed = 2022-01-01`) +
			teaching("late", "ДОО", `opened = 2023-01-01`) + teaching("gone", "СОШ", `closed = 2021-12-31`) +
			teaching("sad", "подразделение", "parent = \"oosh\"\nacts_as = \"ДОО\"\nseparate = true") +
			teaching("within", "филиал", `parent = "oosh"`) + teaching("udo", "УДО", "") + strings.Join(more, ""))},
	}
	today := dayOf("22.11.2026")
	return Generator{Data: files, Common: data.Common, Templates: templates.FS, Today: today, Clock: today}, files
}

func teaching(id, kind, more string) string {
	return fmt.Sprintf("[[institution]]\nid = %q\nkind = %q\n%s\n[institution.full]\nnominative = \"Учреждение «%s»\"\n", id, kind, more, id)
}

func monitoringForms(t testing.TB, g Generator, only string, previous previousValue) []MonitoringForm {
	t.Helper()
	forms, problems, err := g.monitoringForms("", 2022, only, previous)
	if err != nil || problems.HasErrors() {
		t.Fatalf("%v %v", problems, err)
	}
	return forms
}

func paths(forms []MonitoringForm) (list []string) {
	for _, f := range forms {
		list = append(list, strings.TrimPrefix(f.Path, "town/forms/monitoring/2022/"))
	}
	return list
}

// Who works in the year and hands in numbers has a form of the sets that concern it.
func TestWhoHasMonitoringForms(t *testing.T) {
	g, _ := town()
	all := monitoringForms(t, g, "", nil)
	want := []string{"preschool/ds-1.xlsx", "preschool/sad.xlsx", "preschool/vse.xlsx", "school/oosh.xlsx", "school/nosh.xlsx", "school/vse.xlsx"}
	if got := paths(all); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	for called, want := range map[string][]string{"ds-1": want[:1], "Учреждение «SAD»": want[1:2], "oosh": want[3:4]} {
		one := monitoringForms(t, g, called, nil)
		if got := paths(one); !slices.Equal(got, want) {
			t.Errorf("%s: %v", called, got)
		}
		for _, f := range all {
			if f.Path == one[0].Path && !bytes.Equal(f.Bytes, one[0].Bytes) {
				t.Errorf("%s: alone it has other bytes", called)
			}
		}
	}
	for called, why := range map[string]string{"late": "в 2022 году не работает", "within": "своих чисел не сдаёт", "selo": "своих чисел не сдаёт", "udo": "показателей нет: вид «УДО»", "гимназия": "учреждения «гимназия» нет"} {
		if forms, _, err := g.MonitoringForms("", 2022, called); err == nil || !strings.Contains(err.Error(), why) || forms != nil {
			t.Errorf("%s: %v", called, err)
		}
	}
	// A unit named like the form of all does not take its place.
	g, _ = town(teaching("vse", "ДОО", ""))
	if got := paths(monitoringForms(t, g, "", nil)); !slices.Contains(got, "preschool/vse-2.xlsx") || !slices.Contains(got, "preschool/vse.xlsx") {
		t.Error(got)
	}
}

func TestWhichOfficeIsMonitored(t *testing.T) {
	g, files := town()
	for folder, why := range map[string]string{"city": "«city» – не папка организации, у которой есть учреждения; такие: town", "town/": "", `.\town`: "", "town": ""} {
		if _, _, err := g.MonitoringForms(folder, 2022, ""); (err == nil) != (why == "") || err != nil && err.Error() != why {
			t.Errorf("%q: %v", folder, err)
		}
	}
	files["city/organization.toml"], files["city/institutions.toml"] = files["town/organization.toml"], files["town/institutions.toml"]
	if _, _, err := g.MonitoringForms("", 2022, ""); err == nil || !strings.Contains(err.Error(), "у нескольких организаций: city, town; назовите одну: --office city") {
		t.Error(err)
	}
	for _, folder := range []string{"city", "town"} {
		forms, _, err := g.MonitoringForms(folder, 2022, "")
		if err != nil || len(forms) != 6 || !strings.HasPrefix(forms[0].Path, folder+"/") {
			t.Errorf("%s: %v", folder, err)
		}
	}
	// What is wrong with another office stops nothing here.
	files["city/organization.toml"], files["lost/orders/2022-1.toml"] = &fstest.MapFile{Data: []byte("[full\n")}, &fstest.MapFile{}
	if forms, problems, err := g.MonitoringForms("town", 2022, ""); err != nil || len(forms) != 6 || len(problems) > 0 {
		t.Errorf("%d forms, %v, %v", len(forms), problems, err)
	}
	files["city/organization.toml"] = files["town/organization.toml"]
	delete(files, "lost/orders/2022-1.toml")
	delete(files, "city/institutions.toml")
	delete(files, "town/institutions.toml")
	if _, _, err := g.MonitoringForms("", 2022, ""); err == nil || !strings.Contains(err.Error(), "institutions.toml") {
		t.Error(err)
	}
}

// Faults of the data are told, and nothing is made of it.
func TestNoMonitoringFormsOfBrokenData(t *testing.T) {
	for name, broken := range map[string][2]string{
		"an institution": {"town/institutions.toml", "[[institution]]\nid = \"a\"\nkind = \"баня\"\nfull.nominative = \"А\"\n"},
		"no toml":        {"town/institutions.toml", "[[institution\n"},
		"an indicator":   {"town/indicators/own.toml", "[[indicator]]\ncode = \"X1\"\n"},
	} {
		g, files := town()
		files[broken[0]] = &fstest.MapFile{Data: []byte(broken[1])}
		if forms, problems, err := g.MonitoringForms("", 2022, ""); err != nil || forms != nil || !problems.HasErrors() || problems[0].Line == 0 {
			t.Errorf("%s: %v %v", name, problems, err)
		}
	}
}

// An institution is asked what it fills itself and what concerns its kind.
func TestWhatIsAskedOfWhom(t *testing.T) {
	codes := func(f MonitoringForm) (list []string) {
		for _, row := range readBack(t, f)[indicatorSheetName].keyed {
			list = append(list, row[0])
		}
		return list
	}
	g, _ := town()
	forms := map[string][]string{}
	for _, f := range monitoringForms(t, g, "", nil) {
		forms[strings.TrimSuffix(f.Path[strings.LastIndex(f.Path, "/")+1:], ".xlsx")] = codes(f)
		if f.Body != "" && f.Cells != len(codes(f)) {
			t.Errorf("%s: %d cells in %d rows", f.Path, f.Cells, len(codes(f)))
		}
	}
	for id, want := range map[string]map[string]bool{
		"ds-1": {"DV01": true, "DV11": true, "D24": true, "D01": false, "D02": false, "DV09": false, "D29": false, "SV01": false},
		"sad":  {"DV01": true, "SV01": false},
		"oosh": {"SV01": true, "SV17": true, "S12": false, "SV26": false, "S19": false, "SV14": false, "S01": false, "SV36": true},
		"nosh": {"SV01": true, "SV17": false, "SV36": true},
	} {
		for code, asked := range want {
			if slices.Contains(forms[id], code) != asked {
				t.Errorf("%s of %s: asked is %v", code, id, !asked)
			}
		}
	}
}

// sheetBack is a sheet of a form as a program reads it.
type sheetBack struct {
	rows  [][]string
	keyed [][]string // the parts of the keys
	cell  map[string]string
}

func readBack(t testing.TB, f MonitoringForm) map[string]sheetBack {
	t.Helper()
	book, err := sheets.Open(f.Path, f.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	back := map[string]sheetBack{}
	for _, s := range book.Sheets {
		b := sheetBack{cell: map[string]string{}}
		for row, err := range s.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			var texts []string
			for _, c := range row.Cells {
				texts = append(texts, c.Text)
				b.cell[sheets.CellName(row.Number, c.Column)] = c.Text
				if parts, ok := form.ParseKey(c.Text); ok {
					b.keyed = append(b.keyed, parts)
				}
			}
			b.rows = append(b.rows, texts)
		}
		back[s.Name] = b
	}
	return back
}

// lastYear is what was told the year before in tests.
func lastYear(_ *source.Office, set, institution, code string) (model.Value, bool) {
	switch {
	case code == "DV11":
		return model.KnownValue(1), true
	case code == "DV12":
		return model.KnownValue(0), true
	case code == "DV04":
		return model.MissingValue(""), true
	case code == "DV30":
		return model.NoValue(), true
	case code == "DV02" && set == "preschool":
		return model.KnownValue(12.5), true
	case code == "D29" && institution == "":
		return model.KnownValue(14), true
	}
	return model.Value{}, false
}

// All that is seen and touched in the form of one, and the rules of its cells.
func TestMonitoringFormOfOne(t *testing.T) {
	g, files := town()
	files["town/indicators/own.toml"] = &fstest.MapFile{Data: []byte("[[indicator]]\ncode = \"DV04\"\ntitle = \"Педагоги\"\nunit = \"чел.\"\ndirection = \"none\"\nlevel = \"both\"\nkinds = [\"ДОО\"]\nfilled_by = \"institution\"\n" +
		"period = \"calendar-year\"\nas_of = \"31 декабря\"\nsource = \"85-К\"\nexplain = \"С совместителями.\"\ntotal = \"sum\"\nrange = [1, 200]\n[[indicator.method]]\nyear = 2022\ntext = \"внешние совместители входят\"\n")}
	f := monitoringForms(t, g, "ds-1", lastYear)[0]
	golden.Assert(t, "monitoring/one.txt", describe(t, f.Bytes))
	book, err := sheets.Open(f.Path, f.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	p, found, err := form.ReadPassport(book)
	want := form.Passport{Kind: "monitoring", Version: 1, Folder: "town", Office: "Управление", Subject: "preschool/2022",
		Title: "Мониторинг качества дошкольного образования, 2022 год", BodyID: "ds-1", Body: "Учреждение «ds-1»", Made: g.Today, Rows: f.Cells, Source: p.Source}
	if err != nil || !found || p != want || p.Source == "" {
		t.Errorf("%+v %v", p, err)
	}
	isReadyToPrint(t, f, 1)
	g, _ = town()
	if before, _, _ := form.ReadPassport(mustOpen(t, monitoringForms(t, g, "ds-1", nil)[0])); before.Source == p.Source {
		t.Error("another range has the same checksum")
	}
}

// isReadyToPrint: A4 across, so many pages wide, the header on each, locked but for the
// cells to fill.
func isReadyToPrint(t *testing.T, f MonitoringForm, wide int) {
	t.Helper()
	book := openForm(t, f.Bytes)
	page, err := book.GetPageLayout(indicatorSheetName)
	if err != nil || *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != wide || *page.FitToHeight != 0 {
		t.Errorf("%s: %+v %v", f.Path, page, err)
	}
	if !slices.ContainsFunc(book.GetDefinedName(), func(n excelize.DefinedName) bool {
		return n.Name == "_xlnm.Print_Titles" && n.Scope == indicatorSheetName
	}) {
		t.Errorf("%s: the header is not repeated", f.Path)
	}
	for _, sheet := range book.GetSheetList() {
		if p, err := book.GetSheetProtection(sheet); err != nil || !p.SelectLockedCells {
			t.Errorf("%s: «%s» is protected so: %+v %v", f.Path, sheet, p, err)
		}
	}
}

func mustOpen(t testing.TB, f MonitoringForm) *sheets.Book {
	t.Helper()
	book, err := sheets.Open(f.Path, f.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestMonitoringFormOfAll(t *testing.T) {
	g, _ := town()
	all := monitoringForms(t, g, "", lastYear)
	f := all[slices.IndexFunc(all, func(f MonitoringForm) bool { return f.Path == "town/forms/monitoring/2022/school/vse.xlsx" })]
	golden.Assert(t, "monitoring/all.txt", describe(t, f.Bytes))
	isReadyToPrint(t, f, 12)
	if p, found, err := form.ReadPassport(mustOpen(t, f)); err != nil || !found || p.Kind != "monitoring-all" || p.BodyID != "" || p.Body != "" || p.Rows != 3 || p.Subject != "school/2022" {
		t.Errorf("%+v %v", p, err)
	}
	preschool := readBack(t, all[2])
	if got := preschool[indicatorSheetName].keyed; len(got) != 3 || got[0][0] != "ds-1" || got[1][0] != "sad" || got[2][0] != "" {
		t.Errorf("keys %q", got)
	}
	last := preschool[lastYearSheetName]
	if len(last.keyed) > 0 || !slices.ContainsFunc(last.rows, func(row []string) bool {
		return slices.Contains(row, "Учреждение «ds-1»") && slices.Contains(row, "нет данных") && slices.Contains(row, "12,50") && !slices.Contains(row, "14")
	}) || !slices.ContainsFunc(last.rows, func(row []string) bool { return slices.Contains(row, wholeMunicipality) && slices.Contains(row, "14") }) {
		t.Errorf("last year: %q, keys %q", last.rows, last.keyed)
	}
}

// Whatever names and explanations hold, the form is written and read back, and nothing
// of it becomes a formula.
func TestMonitoringFormOfHostileNames(t *testing.T) {
	for _, name := range []string{`=HYPERLINK("http://x")`, `"><&' }{DV01}{.value}`, "Детский сад № 7 «" + strings.Repeat("Очень длинное наименование ", 30) + "»", "+1 сад", "Сад\nв две строки", "|сад|%7C|", "Сад " + strings.Repeat("щ", 900)} {
		g, files := town(fmt.Sprintf("[[institution]]\nid = \"x\"\nkind = \"ДОО\"\n[institution.full]\nnominative = %q\n", name))
		files["town/indicators/own.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "title = %q\n[[indicator]]\ncode = \"X1\"\ntitle = %q\nunit = \"%%\"\ndirection = \"none\"\nlevel = \"institution\"\nkinds = [\"ДОО\"]\nfilled_by = \"institution\"\n"+
			"period = \"calendar-year\"\nsource = %q\nexplain = %q\nrange = [0.5, 99.5]\n", name, name, name, name)}
		for _, f := range monitoringForms(t, g, "", nil) {
			p, found, err := form.ReadPassport(mustOpen(t, f))
			if err != nil || !found || f.Body == "" != (p.BodyID == "") {
				t.Errorf("%.30q %s: %+v %v", name, f.Path, p, err)
			}
			if p.BodyID == "x" && p.Body != oneLine(name) {
				t.Errorf("%.30q: called %.60q", name, p.Body)
			}
			book := openForm(t, f.Bytes)
			for _, sheet := range book.GetSheetList() {
				rows, err := book.GetRows(sheet)
				if err != nil {
					t.Fatal(err)
				}
				for r, row := range rows {
					for c := range row {
						if formula, _ := book.GetCellFormula(sheet, cellName(c, r)); formula != "" {
							t.Errorf("%.30q: %s has the formula %s", name, cellName(c, r), formula)
						}
					}
				}
			}
		}
	}
}

func TestBrief(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"", 5, ""}, {"пять и", 6, "пять и"}, {"пять, и шесть", 7, "пять…"}, {"пять и шесть", 7, "пять и…"}, {"длинноеслово", 5, "…"}, {"😀 😀 😀", 7, "😀 😀…"},
	} {
		if got := brief(c.text, c.most); got != c.want || len(utf16.Encode([]rune(got))) > c.most {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// describe is a form in words: what stands in its cells, which are open, what they take,
// how they are marked.
func describe(t testing.TB, raw []byte) string {
	t.Helper()
	f := openForm(t, raw)
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		seen, _ := f.GetSheetVisible(sheet)
		if !seen {
			continue
		}
		fmt.Fprintf(&b, "== %s\n", sheet)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		widest := 0
		for _, row := range rows {
			widest = max(widest, len(row))
		}
		for r, row := range rows {
			line := make([]string, widest)
			copy(line, row)
			for c := range line {
				if id, err := f.GetCellStyle(sheet, cellName(c, r)); err == nil {
					if style, _ := f.GetStyle(id); style != nil && style.Protection != nil && !style.Protection.Locked {
						line[c] += "[ ]"
					}
				}
			}
			if text := strings.TrimRight(strings.Join(line, " | "), " |"); text != "" {
				b.WriteString(text + "\n")
			}
		}
		rules, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			fmt.Fprintf(&b, "%s %s %s %s: %s – %s / %s\n", r.Sqref, r.Type, r.Formula1, r.Formula2, *r.PromptTitle, *r.Prompt, *r.Error)
		}
		describeMarks(&b, f.File, sheet)
	}
	return b.String()
}

func describeMarks(b *strings.Builder, f *excelize.File, sheet string) {
	marks, err := f.GetConditionalFormats(sheet)
	if err != nil {
		panic(err)
	}
	var lines []string
	for at, rules := range marks {
		for _, r := range rules {
			lines = append(lines, at+" when "+r.Criteria+"\n")
		}
	}
	slices.Sort(lines)
	b.WriteString(strings.Join(lines, ""))
}

// A prompt is never longer than Excel takes, and says nothing that the text does not.
func FuzzBrief(f *testing.F) {
	f.Add("Педагоги из DV04, у которых категория действует на 31 декабря.", 20)
	f.Add("😀 😀 😀", 3)
	f.Fuzz(func(t *testing.T, text string, most int) {
		most = max(1, most) // there is always room for the sign of what was left out
		got := brief(text, most)
		if len(utf16.Encode([]rune(got))) > most {
			t.Errorf("%q is longer than %d", got, most)
		}
		kept, cut := strings.CutSuffix(got, "…")
		if got != text && (!cut || !strings.HasPrefix(strings.Join(strings.Fields(text), " "), kept)) {
			t.Errorf("%q of %q", got, text)
		}
	})
}
