package generator

import (
	"bytes"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/doc"
	"doklad/generator/model"
	sheets "doklad/generator/sheet"
)

// madeReport is a report in parts that can be compared.
type madeReport struct {
	paragraphs []string
	tables     map[string]string // as they are printed, by name
	figures    map[string]string // their words, by name
	pdf, xlsx  []byte
	sheets     map[string]string // of tables and figures, read back
	sheetOf    map[string]string // by the name of the table or figure
}

// exampleWith is the example with one change; nil: none.
func exampleWith(t testing.TB, change func(testing.TB, fstest.MapFS)) Generator {
	files := exampleFiles(t)
	if change != nil {
		change(t, files)
	}
	g := ours()
	g.Data = files
	return g
}

func makeReport(t testing.TB, g Generator, id string) madeReport {
	t.Helper()
	reports, composed, problems := composedReports(g)
	for n, r := range reports {
		if r.report.ID != id {
			continue
		}
		if problems[n].HasErrors() {
			t.Fatal(problems[n])
		}
		made := madeReport{tables: map[string]string{}, figures: map[string]string{}, sheets: map[string]string{}, sheetOf: map[string]string{}}
		d := composed[n].document
		for _, b := range d.Blocks {
			if text := strings.Join(b.Parts, " | "); text != "" {
				made.paragraphs = append(made.paragraphs, text)
			}
		}
		for name, table := range d.Tables {
			one := doc.Document{Blocks: []doc.Block{{Role: doc.TableRole, Label: name}}, Tables: map[string]*doc.Table{name: table}}
			made.tables[name] = table.Caption + doc.FormatTables(&one)
		}
		for name, figure := range d.Figures {
			made.figures[name] = figure.Caption + figure.Alt
		}
		var err error
		if made.pdf, _, err = r.pdf(composed[n]); err != nil || len(made.pdf) == 0 {
			t.Fatal("no PDF", err)
		}
		if made.xlsx, _, err = r.xlsx(composed[n]); err != nil || len(made.xlsx) == 0 {
			t.Fatal("no workbook", err)
		}
		made.readSheets(t, d)
		return made
	}
	t.Fatal("no report", id)
	return madeReport{}
}

// readSheets reads the workbook back, and finds the sheet of each table and figure.
func (m *madeReport) readSheets(t testing.TB, d *doc.Document) {
	book, err := sheets.Open("доклад.xlsx", m.xlsx)
	if err != nil {
		t.Fatal(err)
	}
	numbers := doc.Number(d)
	for n, b := range d.Blocks {
		if b.Role != doc.TableRole && b.Role != doc.FigureRole {
			continue
		}
		name := exhibitName(b, numbers.Blocks[n])
		if m.sheetOf[b.Label] = name; book.Sheet(name) == nil {
			continue // a part of a figure that is divided
		}
		for row, err := range book.Sheet(name).Rows() {
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range row.Cells {
				m.sheets[name] += cell.Name() + " " + cell.Text + "\n"
			}
		}
	}
}

// changedNames are the names of what differs.
func changedNames(a, b map[string]string) (names []string) {
	both := maps.Clone(a)
	maps.Copy(both, b)
	for _, name := range slices.Sorted(maps.Keys(both)) {
		if a[name] != b[name] {
			names = append(names, name)
		}
	}
	return names
}

// newIn are the paragraphs of b that a has not.
func newIn(a, b []string) (list []string) {
	for _, text := range b {
		if !slices.Contains(a, text) {
			list = append(list, text)
		}
	}
	return list
}

const toldBySchools, toldOfSchools = exampleSubmissions + "2022/shkoly.csv", exampleSubmissions + "2022/munitsipalitet-shkoly.csv"

func setValue(file, institution, code, value string) func(testing.TB, fstest.MapFS) {
	return func(t testing.TB, files fstest.MapFS) {
		table := readTable(files[file].Data)
		table.set(t, institution, code, value)
		files[file].Data = table.bytes()
	}
}

// decide puts a decision on what an institution sent into the journal.
func decide(institution string, d model.Decision) func(testing.TB, fstest.MapFS) {
	return func(t testing.TB, files fstest.MapFS) {
		g := ours()
		g.Data = files
		reports, _, _ := composedReports(g)
		for _, f := range reports[0].collector.of(reports[0].office, 2022).filings {
			if f.institution.ID == institution {
				p := f.chosen[0]
				text := fmt.Sprintf("\n[[entry]]\ndecision = %q\ninstitution = %q\nset = %q\nfile = %q\nsum = %q\ndate = 2022-07-25\nby = \"Пример П.П.\"\nreason = \"пример\"\nentered = 2026-11-22\n", d, institution, f.set.ID, p.file.base, p.sum)
				files[exampleSubmissions+"2022/journal.toml"].Data = append(slices.Clone(files[exampleSubmissions+"2022/journal.toml"].Data), text...)
				return
			}
		}
		t.Fatal("nobody", institution)
	}
}

// withoutMark takes one mark out of the record of an order.
func withoutMark(order, activity, day string) func(testing.TB, fstest.MapFS) {
	return func(t testing.TB, files fstest.MapFS) {
		name := "example/progress/" + order + ".toml"
		parts := strings.Split(string(files[name].Data), "[[entry]]\n")
		kept := slices.DeleteFunc(slices.Clone(parts), func(part string) bool {
			return strings.Contains(part, fmt.Sprintf("activity = %q", activity)) && strings.Contains(part, "date = "+day)
		})
		if len(kept) != len(parts)-1 {
			t.Fatalf("%d marks of %s", len(parts)-len(kept), activity)
		}
		files[name].Data = []byte(strings.Join(kept, "[[entry]]\n"))
	}
}

// One thing that was told otherwise changes the text, its table, its figure, the paper and
// the workbook together, and nothing that does not depend on it.
func TestOneChangeOfReport(t *testing.T) {
	was := makeReport(t, exampleWith(t, nil), "2022-school")
	for _, test := range []struct {
		name   string
		change func(testing.TB, fstest.MapFS)
		// What changes, and all that does: each paragraph has one of these, and of the
		// tables and figures their names.
		paragraphs, tables, figures []string
	}{
		{"a share", setValue(toldBySchools, "ПРИМЕР-Ш04", "SV02", "700"),
			[]string{"«Доля участников ВПР, достигших базового уровня"},
			[]string{"area-school-1", "told-school-1", "totals-school-1", "units-school-1"}, []string{"lines-school-1", "units-S01-school-1", "years-school-1"}},
		{"a mean", setValue(toldBySchools, "ПРИМЕР-Ш04", "S12", "63,6"),
			[]string{"Единый государственный экзамен по русскому языку сдан на ", "«Средний тестовый балл ЕГЭ, русский» умен"},
			[]string{"area-school-4", "effect-school-1", "office", "totals-school-1", "units-school-1"}, []string{"units-S12-school-4"}},
		{"yes or no", setValue(toldOfSchools, "ПРИМЕР-Ш04", "SV14", "нет"),
			[]string{"«Доля ОО с объективной ВСОКО»", "По 10 показателям вывод сделан", "показатель стал лучше в 19 из 32 случаев"}, // of the same schools no more are better
			[]string{"area-school-2", "crossed", "decided", "decisions", "effect-school-1", "office", "totals-school-1", "units-school-1"}, []string{"years-school-2"}},
		{"the contingent", setValue(toldBySchools, "ПРИМЕР-Ш04", "SV36", "780"),
			[]string{"Численность обучающихся", "«Индекс низких результатов (ИНР)»", "«Средняя наполняемость классов»"},
			[]string{"area-school-6", "network-school-1", "told-school-1", "totals-school-1", "units-school-1"}, nil},
		{"what was sent is accepted", decide("shkola-4", model.Accepted),
			[]string{"представили 13 из 14 учреждений, проверены данные 3 учреждений"}, []string{"completeness-school-1"}, nil},
		{"a mark is not there", withoutMark("2021-31", "3.1", "2022-07-22"),
			[]string{"В дорожной карте", "Срок наступил"}, []string{"activities-1", "sections-1"}, []string{"statuses-1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			now := makeReport(t, exampleWith(t, test.change), "2022-school")
			if bytes.Equal(was.pdf, now.pdf) || bytes.Equal(was.xlsx, now.xlsx) {
				t.Error("the paper or the workbook is as before")
			}
			tables, figures := changedNames(was.tables, now.tables), changedNames(was.figures, now.figures)
			var sheets []string
			for _, name := range append(slices.Clone(tables), figures...) {
				sheets = append(sheets, now.sheetOf[name])
			}
			slices.Sort(sheets)
			if got := changedNames(was.sheets, now.sheets); !slices.Equal(got, sheets) {
				t.Errorf("sheets %q change, of what changes on paper %q", got, sheets)
			}
			changed := newIn(was.paragraphs, now.paragraphs)
			if len(changed) != len(newIn(now.paragraphs, was.paragraphs)) {
				t.Errorf("%d paragraphs go, %d come", len(newIn(now.paragraphs, was.paragraphs)), len(changed))
			}
			for _, text := range changed {
				if !slices.ContainsFunc(test.paragraphs, func(part string) bool { return strings.Contains(text, part) }) {
					t.Errorf("this changes too: %s", text)
				}
			}
			if len(changed) != len(test.paragraphs) || !slices.Equal(tables, test.tables) || !slices.Equal(figures, test.figures) {
				t.Errorf("%d paragraphs change, tables %q, figures %q", len(changed), tables, figures)
			}
		})
	}
}

// What goes back to a school is counted nowhere; what others told of it, what they told of
// themselves and how the roadmap stands remain as they are.
func TestReturnedIsNotInReport(t *testing.T) {
	was, now := makeReport(t, exampleWith(t, nil), "2022-school"), makeReport(t, exampleWith(t, decide("shkola-5", model.Returned)), "2022-school")
	for _, part := range []string{"представили 12 из 14 учреждений", "Численность обучающихся: 3\u00a0654, по данным 12 учреждений", "Нет данных: СОШ № 1 (пример), СОШ № 5 (пример)"} {
		if !slices.ContainsFunc(newIn(was.paragraphs, now.paragraphs), func(text string) bool { return strings.Contains(text, part) }) {
			t.Errorf("«%s» is not told", part)
		}
	}
	tables, figures := changedNames(was.tables, now.tables), changedNames(was.figures, now.figures)
	for _, name := range []string{"goals-school-1", "area-school-2", "units-school-1", "sections-1", "activities-1", "statuses-1", "years-school-2", "years-school-6"} {
		if slices.Contains(append(tables, figures...), name) {
			t.Errorf("%s changes", name)
		}
	}
	for _, name := range []string{"network-school-1", "units-school-2", "completeness-school-1", "totals-school-1", "told-school-1", "area-school-4", "units-S12-school-4"} {
		if !slices.Contains(append(tables, figures...), name) {
			t.Errorf("%s does not change", name)
		}
	}
	for _, title := range []string{"Доля объективно оцененных ВПР", "Число/доля ШНОР", "Призёры и победители рег. этапа", "Охват дополнительным образованием"} {
		if slices.ContainsFunc(newIn(was.paragraphs, now.paragraphs), func(text string) bool { return strings.Contains(text, title) }) {
			t.Errorf("«%s» changes", title)
		}
	}
}

// A report composed again, and on one processor, is the same to the byte.
func TestReportsAreDeterministic(t *testing.T) {
	first, again := makeReport(t, ours(), "2022"), makeReport(t, ours(), "2022")
	processors := runtime.GOMAXPROCS(1)
	alone := makeReport(t, ours(), "2022")
	runtime.GOMAXPROCS(processors)
	for _, other := range []madeReport{again, alone} {
		if !bytes.Equal(first.pdf, other.pdf) || !bytes.Equal(first.xlsx, other.xlsx) {
			t.Error("other bytes")
		}
	}
}
