package generator

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"doklad/data"
	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
	"doklad/templates"
)

func dayOf(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// exampleOffice is an office with a roadmap that has terms of each kind and marks of
// each status; tests may change it.
func exampleOffice(t testing.TB) (Generator, fstest.MapFS) {
	t.Helper()
	files := fstest.MapFS{}
	from := os.DirFS("testdata/forms")
	err := fs.WalkDir(from, "example", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(from, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	today := dayOf("22.11.2026")
	return Generator{Data: files, Common: data.Common, Templates: templates.FS, Today: today, Clock: today}, files
}

const exampleRecord = "example/progress/2026-9.toml"

// formOf is the form of one body; empty: that with all rows.
func formOf(t testing.TB, g Generator, responsible string) MarkForm {
	t.Helper()
	forms, problems, err := g.ProgressForms("2026-9", responsible)
	if err != nil || len(problems) > 0 || len(forms) == 0 {
		t.Fatalf("%v %v", problems, err)
	}
	return forms[len(forms)-1]
}

// fillable is a form in the hands of a person.
type fillable struct {
	t testing.TB
	*excelize.File
	sheet string
}

func openForm(t testing.TB, raw []byte) fillable {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return fillable{t, f, markSheetName}
}

func (f fillable) rows() [][]string {
	f.t.Helper()
	rows, err := f.GetRows(f.sheet)
	if err != nil {
		f.t.Fatal(err)
	}
	return rows
}

// cell is the cell of a row of the form under a header.
func (f fillable) cell(activity, occurrence, header string) string {
	f.t.Helper()
	return f.cellIn(f.rows(), activity, occurrence, header)
}

func (f fillable) cellIn(rows [][]string, activity, occurrence, header string) string {
	f.t.Helper()
	at := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "Статус") })
	column, key := slices.Index(rows[at], header), slices.Index(rows[at], form.KeyColumn.Header)
	for i, row := range rows[at+1:] {
		if len(row) <= key {
			continue
		}
		if parts, ok := form.ParseKey(row[key]); ok && parts[0] == activity && parts[1] == occurrence {
			return sheets.CellName(at+1+i+1, column+1)
		}
	}
	f.t.Fatalf("the form has no row %s %s", activity, occurrence)
	return ""
}

func (f fillable) set(activity, occurrence string, values map[string]any) {
	f.t.Helper()
	rows := f.rows()
	for header, value := range values {
		if d, ok := value.(model.Date); ok {
			value = d.Time()
		}
		at := f.cellIn(rows, activity, occurrence, header)
		style, err := f.GetCellStyle(f.sheet, at)
		if err == nil {
			err = f.SetCellValue(f.sheet, at, value)
		}
		if err == nil {
			err = f.SetCellStyle(f.sheet, at, at, style)
		}
		if err != nil {
			f.t.Fatal(err)
		}
	}
}

func (f fillable) bytes() []byte {
	f.t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		f.t.Fatal(err)
	}
	return out.Bytes()
}

// sent is a file that came back.
type sent struct {
	name string
	raw  []byte
}

// importInto imports files and keeps what was recorded.
func importInto(t testing.TB, g Generator, files ...sent) []ImportedForm {
	t.Helper()
	var list []ImportedForm
	byRecord := map[RecordPlace][]*SentForm{}
	for _, file := range files {
		f := g.ReadForm(file.name, file.raw)
		if f.Problems.HasErrors() {
			list = append(list, ImportedForm{SentForm: f})
			continue
		}
		byRecord[f.Place] = append(byRecord[f.Place], f)
	}
	for place, forms := range byRecord {
		file, imported, problems, err := g.ImportForms(place, forms, "")
		if err != nil || len(problems) > 0 {
			t.Fatalf("%v %v", problems, err)
		}
		list = append(list, imported...)
		if file.Path != "" {
			g.Data.(fstest.MapFS)[file.Path] = &fstest.MapFile{Data: file.Bytes}
		}
	}
	return list
}

// recordedOf are the entries that a file added, without who told them and when.
func recordedOf(f ImportedForm) []model.ProgressEntry {
	var list []model.ProgressEntry
	for _, r := range f.Recorded {
		e := r.Entry
		e.By, e.Entered = "", model.Date{}
		list = append(list, e)
	}
	return list
}

func texts(l diag.List) string {
	var b strings.Builder
	for _, p := range l {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

// Each body named in the roadmap has a form with its own rows; one has all.
func TestFormsOfEachBody(t *testing.T) {
	g, _ := exampleOffice(t)
	forms, problems, err := g.ProgressForms("2026-9", "")
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	var got []string
	for _, f := range forms {
		got = append(got, f.Path)
	}
	want := []string{"otdel", "mc", "rukovoditeli", "region", "vse"}
	for i := range want {
		want[i] = "example/forms/progress/2026-9/" + want[i] + ".xlsx"
	}
	if !slices.Equal(got, want) {
		t.Errorf("forms: %v", got)
	}
	if last := forms[len(forms)-1]; last.Rows != 27 || last.Body != "" {
		t.Errorf("all rows: %d of %q", last.Rows, last.Body)
	}
	for _, name := range []string{"mc", "Методический  центр (ПРИМЕР)"} {
		if f := formOf(t, g, name); f.Path != want[1] || !bytes.Equal(f.Bytes, forms[1].Bytes) {
			t.Errorf("%s: %s", name, f.Path)
		}
	}
	if _, _, err := g.ProgressForms("2026-9", "нет такого"); err == nil || !strings.Contains(err.Error(), "«mc Методический центр (пример)»") {
		t.Errorf("an unknown body: %v", err)
	}
	if _, _, err := g.ProgressForms("2020-1", ""); err == nil {
		t.Error("an order that is not there has forms")
	}
}

// What people see and may touch: lists, days, locks, nothing wide or high beyond reason.
func TestFormIsReadyToFill(t *testing.T) {
	g, _ := exampleOffice(t)
	f := openForm(t, formOf(t, g, "mc").Bytes)
	if got := f.GetSheetList(); !slices.Equal(got, []string{markSheetName, howSheetName, "Паспорт формы"}) {
		t.Errorf("sheets: %v", got)
	}
	for name, want := range map[string]bool{markSheetName: true, howSheetName: true, "Паспорт формы": false} {
		if seen, _ := f.GetSheetVisible(name); seen != want {
			t.Errorf("«%s» is seen: %v", name, seen)
		}
		if p, err := f.GetSheetProtection(name); err != nil || !p.SelectLockedCells || name == markSheetName && !(p.AutoFilter && p.FormatColumns && p.FormatRows) {
			t.Errorf("«%s» is protected so: %+v %v", name, p, err)
		}
	}
	locked := func(activity, occurrence, header string) bool {
		id, err := f.GetCellStyle(markSheetName, f.cell(activity, occurrence, header))
		if err != nil {
			t.Fatal(err)
		}
		style, _ := f.GetStyle(id)
		return style.Protection == nil || style.Protection.Locked
	}
	for _, c := range without(progressKind.columns, markBodies) {
		for _, row := range [][2]string{{"2.2", "2026-Q3"}, {"2.3", "2026-04-21"}, {"2.3", "+2"}} {
			isEvent := c.Name == markEvent || c.Name == markHappened
			open := c.Filled && (!isEvent || row[1] == "+2")
			if locked(row[0], row[1], c.Header) == open {
				t.Errorf("row %v, «%s»: locked is %v", row, c.Header, open)
			}
		}
	}
	rules, err := f.GetDataValidations(markSheetName)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range rules {
		seen[r.Type] = true
		if *r.PromptTitle == "" || *r.Prompt == "" || *r.Error == "" {
			t.Errorf("%s says nothing", r.Sqref)
		}
		if r.Type == "list" && !strings.Contains(r.Formula1, "исполнено с опозданием,исполнено частично") {
			t.Errorf("the list is %s", r.Formula1)
		}
	}
	if !seen["list"] || !seen["date"] {
		t.Errorf("rules: %v", seen)
	}
	if got, _ := f.GetCellValue(markSheetName, f.cell("2.2", "2026-Q3", "Как обстоит сейчас")); got != "не исполнено, просрочено на 43\u00a0дня" {
		t.Errorf("the status is %q", got)
	}
}

// A body without event activities has no columns for events.
func TestFormWithoutEvents(t *testing.T) {
	g, _ := exampleOffice(t)
	f := openForm(t, formOf(t, g, "region").Bytes)
	for _, row := range f.rows() {
		if slices.Contains(row, "Событие") {
			t.Error("there is a column for events")
		}
	}
	f.set("2.9", "", map[string]any{"Статус": "в работе", "Дата": dayOf("20.11.2026"), "Результат": "Согласовано"})
	got := importInto(t, g, sent{"region.xlsx", f.bytes()})
	if len(got) != 1 || len(got[0].Recorded) != 1 || len(got[0].Problems) > 0 {
		t.Errorf("%s", texts(got[0].Problems))
	}
}

// With errors in the record no form is made: it would ask about what is not so.
func TestNoFormsOfABrokenRecord(t *testing.T) {
	g, files := exampleOffice(t)
	files[exampleRecord] = &fstest.MapFile{Data: append([]byte("[[entry]]\nactivity = \"7.7\"\nstatus = \"done\"\ndate = 2026-05-05\n"), files[exampleRecord].Data...)}
	forms, problems, err := g.ProgressForms("2026-9", "")
	if err != nil || len(forms) > 0 || !problems.HasErrors() {
		t.Errorf("%v %v %v", len(forms), problems, err)
	}
}

func cellName(column, row int) string { return sheets.CellName(row+1, column+1) }

func itoa(n int) string { return strconv.Itoa(n) }

var dateStyle = &excelize.Style{NumFmt: 14}
