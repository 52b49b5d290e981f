package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/effect"
	findings "doklad/generator/finding"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
	"doklad/generator/source"
)

// replacing is a folder of data with one file of other contents.
type replacing struct {
	fs.FS
	name, text string
}

func (r replacing) Open(name string) (fs.File, error) {
	if name == r.name {
		return fstest.MapFS{name: {Data: []byte(r.text)}}.Open(name)
	}
	return r.FS.Open(name)
}

// advised are the recommendations of a year of the example.
func advised(t testing.TB, g Generator, year int) *recommended {
	t.Helper()
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	for _, office := range offices {
		if slices.Contains(tree.Years(office.Directory.Office.Folder), year) {
			return newCollector(tree).recommended(office, tree.Orders(office), year, g.Today)
		}
	}
	t.Fatal("no record of ", year)
	return nil
}

// The sheets of some institutions as they are read.
func TestSheets(t *testing.T) {
	for year, ids := range map[int][]string{2021: {"ds-3", "shkola-3"}, 2022: {"ds-6", "shkola-10", "shkola-13"}} {
		g := ours()
		r := advised(t, g, year)
		text, _ := g.templateFor(source.Open(g.Data, g.Common), "example", "recommendation.tmpl")
		for _, id := range ids {
			document, problems := r.composeSheet(text, id)
			if len(problems) > 0 {
				t.Fatal(id, problems)
			}
			golden.Assert(t, fmt.Sprintf("example/recommendations/%d/%s.txt", year, id), doc.Format(document.Blocks)+doc.FormatTables(document)+doc.FormatFigures(document))
		}
	}
}

// What is told of fewer than ten is drawn nowhere: two schools tested seven and eight pupils.
func TestFewAreNotDrawn(t *testing.T) {
	g := ours()
	r := advised(t, g, 2022)
	text, _ := g.templateFor(source.Open(g.Data, g.Common), "example", "recommendation.tmpl")
	drawn := map[string]bool{}
	for _, id := range r.institutions() {
		document, problems := r.composeSheet(text, id)
		if problems.HasErrors() {
			t.Fatal(id, problems)
		}
		for _, figure := range document.Figures {
			drawn[id] = drawn[id] || strings.Contains(figure.Caption, "составляющие")
		}
	}
	for id, want := range map[string]bool{"ds-1": true, "shkola-2": true, "shkola-9": false, "shkola-10": false} {
		if drawn[id] != want {
			t.Errorf("%s: its areas are drawn: %t", id, drawn[id])
		}
	}
}

// A mark on a recommendation whose indicator is collected no more stays, and is told to be so.
func TestMarkOfDroppedIndicator(t *testing.T) {
	g := ours()
	g.Data = with(t, g.Data, "example/indicators/doshkolnoe.toml", func(s string) string { return "drop = [\"S10\"]\n" + s })
	told := 0
	for _, p := range advised(t, g, 2021).faults {
		if strings.Contains(p.Text, "показатель S10 исключён из перечня") && p.Severity == diag.Warning && p.Line > 0 {
			told++
		}
	}
	if told < 2 {
		t.Error(told)
	}
}

// An institution of which nothing was taken is told so, and why.
func TestUntaken(t *testing.T) {
	r := advised(t, ours(), 2022)
	for id, want := range map[string]string{"shkola-1": "несколько файлов", "ds-9": "пусто", "ds-8": "на доработку", "ds-1": "", "ds-7": ""} {
		said := strings.Join(r.untaken(id), "; ")
		if (said == "") != (want == "") || !strings.HasSuffix(said, want) {
			t.Errorf("%s: %q, want %q", id, said, want)
		}
	}
}

// Every institution with a recommendation has a sheet, and nobody else; what is said of too
// few is on none.
func TestWhoHasASheet(t *testing.T) {
	g := ours()
	r := advised(t, g, 2022)
	tree := source.Open(g.Data, g.Common)
	files, problems, err := g.recommendationSheets(tree, r, "at")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	with := 0
	for _, file := range files {
		id := strings.TrimSuffix(path.Base(file.Path), ".pdf")
		list := r.ofInstitution[id]
		if (file.Bytes != nil) != (len(list) > 0) || file.Bytes != nil && !bytes.HasPrefix(file.Bytes, []byte("%PDF-")) {
			t.Errorf("%s: %d recommendations, %d bytes", id, len(list), len(file.Bytes))
		}
		with += len(list)
		for _, f := range shownFindings(list, r.found[id]) {
			if f.Why == findings.TooFew || f.Zone == model.GreenZone {
				t.Errorf("%s: %s is shown, %s", id, f.Code, f.Zone)
			}
		}
	}
	of := 0
	for _, one := range r.list {
		if one.Subject == model.OfInstitution {
			of++
		}
	}
	if with != of || of == 0 {
		t.Errorf("%d recommendations on sheets of %d", with, of)
	}
}

// Each value that something follows of is traced to cells; of one that is told as it is,
// the cell says it.
func TestTrail(t *testing.T) {
	told := 0
	for _, year := range []int{2021, 2022} {
		r := advised(t, ours(), year)
		for _, one := range r.list {
			for _, f := range one.Findings {
				trail := r.trail(f)
				if f.Value.IsKnown() && (len(trail) == 0 || r.source(f) == "") {
					t.Errorf("%s: no cell of %s", one.ID, f.Code)
				}
				for _, o := range trail {
					if o.place().File == "" || o.place().Row == 0 || o.place().Column == 0 || f.Subject == model.OfInstitution && o.institution != f.Unit {
						t.Errorf("%s: %+v", one.ID, o)
					}
					if o.code == f.Code && o.institution == f.Unit && !f.Answer {
						told++
						if got := r.taken[o.institution][o.code].observation(); got.Value != f.Value || got.At != o.place() {
							t.Errorf("%s: %v at %v, the finding has %v", one.ID, got.Value, got.At, f.Value)
						}
					}
				}
			}
		}
	}
	if told == 0 {
		t.Error("no value is told as it is")
	}
}

// The register agrees with itself: a row for each recommendation, and the counts over them.
func TestRegisterOfRecommendations(t *testing.T) {
	r := advised(t, ours(), 2021)
	table, quarters := r.registerTable(), r.quartersTable()
	if len(table.Rows) != len(r.list) || len(table.Rows) == 0 {
		t.Fatalf("%d rows of %d", len(table.Rows), len(r.list))
	}
	at := func(name string) int {
		return slices.IndexFunc(table.Columns, func(c doc.Column) bool { return c.Name == name })
	}
	statuses := map[string]float64{}
	for n, row := range table.Rows {
		if len(row.Cells) != len(table.Columns) || row.Cells[at("id")].Text != r.list[n].ID {
			t.Fatalf("row %d: %d cells of %d", n, len(row.Cells), len(table.Columns))
		}
		if day := row.Cells[at("end")].Value; day == nil || day.Kind != doc.DayValue {
			t.Errorf("%s: its last day is no day", r.list[n].ID)
		}
		statuses[row.Cells[at(markStanding)].Text]++
	}
	for _, row := range quarters.Rows {
		sum := 0.0
		for n, cell := range row.Cells[2 : len(row.Cells)-1] {
			sum += cell.Value.Number
			if row.Total && cell.Value.Number != statuses[lowerFirst(quarters.Columns[n+2].Header)] {
				t.Errorf("%s: %v in the quarters", quarters.Columns[n+2].Header, cell.Value.Number)
			}
		}
		if sum != float64(len(r.list)) {
			t.Errorf("%s: %v of %d", row.Cells[0].Text, sum, len(r.list))
		}
	}
	if statuses["исполнено"] == 0 || statuses["исполнено с опозданием"] == 0 || statuses["не актуально"] == 0 {
		t.Errorf("the example has marks: %v", statuses)
	}
}

// The register tells what became of each value where the year after was collected, and else
// has no such columns: the number of that year, and the conclusion by the finding that names
// the recommendation; by its others too.
func TestEffectInRegister(t *testing.T) {
	if table := advised(t, ours(), 2022).registerTable(); slices.ContainsFunc(table.Columns, func(c doc.Column) bool { return c.Name == "after" || c.Name == "effect" }) {
		t.Error("the register tells of a year that nobody told")
	}
	r := advised(t, ours(), 2021)
	table, after := r.registerTable(), r.after()
	at := func(name string) int {
		return slices.IndexFunc(table.Columns, func(c doc.Column) bool { return c.Name == name })
	}
	if header := table.Columns[at("after")].Header; header != "Стало, 2022" {
		t.Error(header)
	}
	numbers, several, same := 0, 0, 0
	conclusions := map[effect.Conclusion]bool{}
	for n, row := range table.Rows {
		one := r.list[n]
		f, cell, said := one.Findings[0], row.Cells[at("after")], row.Cells[at("effect")].Text
		if v, told := after.taken[f.Unit][f.Code]; f.Subject == model.OfInstitution && told && v.value.IsKnown() && !f.Answer {
			if numbers++; cell.Value == nil || cell.Value.Kind != doc.NumberValue || cell.Value.Number != v.value.Number {
				t.Errorf("%s became %v, not %+v", one.ID, v.value, cell)
			}
		}
		if c := slices.IndexFunc(effect.Conclusions, func(c effect.Conclusion) bool { return strings.HasPrefix(said, string(c)) }); c < 0 {
			t.Errorf("%s: %s", one.ID, said)
		} else {
			conclusions[effect.Conclusions[c]] = true
		}
		if hasNone := cell.Text == wordMissing; hasNone != strings.HasPrefix(said, "оценить нельзя: нет новых данных") {
			t.Errorf("%s: %q, and %s", one.ID, cell.Text, said)
		}
		if strings.Contains(said, "обоих лет") {
			if same++; f.Subject == model.OfInstitution {
				t.Errorf("%s is of one institution: %s", one.ID, said)
			}
		}
		for _, other := range one.Findings[1:] {
			if several++; !strings.Contains(said, "; "+other.Code+" (стало ") {
				t.Errorf("%s says nothing of %s: %s", one.ID, other.Code, said)
			}
		}
	}
	if numbers < 50 || several == 0 || same == 0 || len(conclusions) < len(effect.Conclusions) {
		t.Errorf("%d numbers, %d of several, %d of the same institutions, %v", numbers, several, same, conclusions)
	}
}

// A mark on what was not recommended is told at its place; marks on what was are not.
func TestUnknownMark(t *testing.T) {
	g := ours()
	if l := advised(t, g, 2021).faults; len(l) > 0 {
		t.Fatal(l)
	}
	const name = "example/recommendations/2021.toml"
	raw, _ := fs.ReadFile(g.Data, name)
	text := strings.Replace(string(raw), `"2021/ds-3/D05"`, `"2021/ds-3/D99"`, 1)
	g.Data = replacing{g.Data, name, text}
	l := advised(t, g, 2021).faults
	line := strings.Count(text[:strings.Index(text, "D99")], "\n") + 1
	if len(l) != 1 || l[0].File != "data/"+name && l[0].File != name || l[0].Line != line || !strings.Contains(l[0].Hint, "2021/ds-3/D05") {
		t.Errorf("%+v, want line %d", l, line)
	}
}

// Faults of the record stop its papers and the reports of the next year, and no others.
func TestFaultyRecordStops(t *testing.T) {
	g := ours()
	const name = "example/recommendations/2021.toml"
	g.Data = replacing{g.Data, name, "year = 2021\ndate = 2020-01-01\n"}
	stopped := 0
	for _, p := range g.Plan().Papers {
		own := strings.HasPrefix(p.Path, "example/recommendations/2021")
		if p.Blocked() != (own || strings.HasPrefix(p.Path, "example/reports/2022")) {
			t.Errorf("%s: stopped is %v", p.Path, p.Blocked())
		}
		if own {
			stopped++
		}
	}
	if stopped != 5 {
		t.Errorf("%d papers", stopped)
	}
}

// Without a day of issue they are a draft, and say so on every page.
func TestDraftOfRecommendations(t *testing.T) {
	g := ours()
	const name = "example/recommendations/2022.toml"
	g.Data = replacing{g.Data, name, "year = 2022\n"}
	document, problems := g.composeRecommendations(source.Open(g.Data, g.Common), advised(t, g, 2022))
	if problems.HasErrors() || document.Across != "ПРОЕКТ" || document.Footer != exampleNote {
		t.Errorf("%v, across %q, footer %q", problems, document.Across, document.Footer)
	}
	if text := doc.Format(document.Blocks); !strings.Contains(text, "готовит адресные рекомендации") {
		t.Error(text)
	}
}

// A recommendation to somebody else than who answers has a number of four parts.
func TestRecommendationKey(t *testing.T) {
	for id, want := range map[string]bool{"2021/ds-3/D05": true, "2021/-/S05/methodical": true, "2021/ds-3/D05/nobody": false, "2021/ds-3": false, "2021//D05": false, "2021/ds-3/D05/teachers/x": false} {
		if _, ok := model.ParseRecommendationKey(id); ok != want {
			t.Errorf("%s: %v", id, ok)
		}
	}
	for _, one := range advised(t, ours(), 2022).list {
		if key, ok := model.ParseRecommendationKey(one.ID); !ok || key.To != "" && key.To != one.To {
			t.Errorf("%s cannot be marked", one.ID)
		}
	}
}
