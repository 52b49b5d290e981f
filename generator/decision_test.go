package generator

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/source"
)

// registerOf is the register of decisions of a year of the example.
func registerOf(t *testing.T, year int) *register {
	t.Helper()
	g := ours()
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	for _, office := range offices {
		for _, read := range tree.Decisions(office, tree.Orders(office)) {
			if office.Directory.Office.Folder == "example" && read.Year == year {
				return &register{g: g, office: office, collector: newCollector(tree), DecisionRegister: read}
			}
		}
	}
	t.Fatalf("no decisions of %d", year)
	return nil
}

// The effect begins with the year of the recommendation, else with that of the decision, and
// is that of whom the recommendation was given to, unless indicators are named.
func TestEffectOfDecisions(t *testing.T) {
	r := registerOf(t, 2022)
	for name, test := range map[string]struct {
		basis, indicators []string
		want              string
	}{
		"an indicator":                     {[]string{"D16"}, nil, "D16 2022"},
		"a recommendation to the office":   {[]string{"2021/-/S05"}, nil, "S05 2021"},
		"one to an institution":            {[]string{"2021/ds-8/D10"}, nil, "D10 Детский сад № 8 (пример) 2021"},
		"both of one code":                 {[]string{"D10", "2021/ds-8/D10"}, nil, "D10 2021; D10 Детский сад № 8 (пример) 2021"},
		"the earliest of recommendations":  {[]string{"2022/-/S05", "2021/-/S06"}, nil, "S05 2021; S06 2021"},
		"indicators of its own":            {[]string{"2021/ds-8/D10"}, []string{"D11"}, "D11 2021"},
		"a year that is none":              {[]string{"21/-/S05"}, nil, "S05 2022"},
		"an institution that nobody knows": {[]string{"2021/ds-99/D10"}, nil, "D10 ds-99 2021"},
		"nothing":                          {nil, nil, ""},
	} {
		var got []string
		for _, f := range r.effects(model.ManagementDecision{Basis: test.basis, Indicators: test.indicators}) {
			got = append(got, strings.Join(strings.Fields(fmt.Sprint(f.Code, " ", f.Unit, " ", f.Year)), " "))
		}
		if said := strings.Join(got, "; "); said != test.want {
			t.Errorf("%s: %s, want %s", name, said, test.want)
		}
	}
}

// What the register concludes is what the consolidations of the two years say.
func TestEffectIsThatOfTheValues(t *testing.T) {
	r := registerOf(t, 2021)
	judged := 0
	for _, d := range r.Decisions {
		for _, f := range r.effects(d) {
			before, after := r.counted(f.Code, f.Year), r.counted(f.Code, f.Year+1)
			was, _ := before.Row(f.Code)
			is, _ := after.Row(f.Code)
			if f.Unit == "" && (f.Before.Number != before.Rows[was].Whole.Number || f.After.Number != after.Rows[is].Whole.Number) {
				t.Errorf("%s: %v and %v", f.Code, f.Before, f.After)
			}
			judged++
		}
	}
	if judged < 5 {
		t.Error("only", judged)
	}
}

// A fault of the file stops both its papers and is told by check; the papers of other years
// are made.
func TestFaultOfDecisions(t *testing.T) {
	g := ours()
	g.Data = with(t, g.Data, "example/decisions/2021.toml", replace("date = 2021-11-12", "date = 2031-11-12"))
	plan := g.Plan()
	if !slices.ContainsFunc(plan.Problems, func(p diag.Problem) bool {
		return p.File == "example/decisions/2021.toml" && p.Severity == 0 && p.Line > 0
	}) {
		t.Error("the fault is not told")
	}
	blocked := map[string]bool{}
	for _, p := range plan.Papers {
		blocked[p.Path] = p.Blocked()
	}
	for path, want := range map[string]bool{"example/decisions/2021.pdf": true, "example/decisions/2021.xlsx": true, "example/decisions/2022.pdf": false} {
		if got, there := blocked[path]; !there || got != want {
			t.Errorf("%s: there %t, blocked %t", path, there, got)
		}
	}
}

// A decision by what nobody was recommended is told at its place, with what was; the paper is
// made, for the numbers may have been another.
func TestDecisionByWhatWasNotRecommended(t *testing.T) {
	g := ours()
	g.Data = with(t, g.Data, "example/decisions/2022.toml", replace(`"2022/ds-10/D05"`, `"2022/ds-10/D01"`))
	for _, p := range g.Plan().Papers {
		if p.Path != "example/decisions/2022.pdf" {
			continue
		}
		files, problems, err := p.Make()
		if err != nil || len(files[0].Bytes) == 0 {
			t.Fatal(problems, err)
		}
		if len(problems) != 1 || problems[0].Line == 0 || problems[0].Severity != diag.Warning || !strings.Contains(problems[0].Text, "«2022/ds-10/D01»") || !strings.Contains(problems[0].Hint, "2022/ds-10/D05") {
			t.Error(problems)
		}
	}
}

// with is a folder of data where the text of one file is another.
func with(t *testing.T, data fs.FS, name string, change func(string) string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(data, ".", func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(data, at)
		files[at] = &fstest.MapFile{Data: raw}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text := change(string(files[name].Data))
	if text == string(files[name].Data) {
		t.Fatalf("nothing was changed in %s", name)
	}
	files[name] = &fstest.MapFile{Data: []byte(text)}
	return files
}

// The workbook says in two columns what the paper says in one.
func TestRegisterWorkbookSaysAsPaper(t *testing.T) {
	compared, same := 0, 0
	for _, r := range []*register{registerOf(t, 2021), registerOf(t, 2022)} {
		entries := r.entries(r.g.Today)
		paper, book := r.table(entries), r.sheet(entries)
		for n, row := range book.Rows {
			conclusion, note := row.Cells[len(row.Cells)-2].Text, row.Cells[len(row.Cells)-1].Text
			if compared++; strings.Contains(note, "обоих лет") {
				same++
			}
			want := paper.Rows[n].Cells[len(paper.Rows[n].Cells)-1].Text
			said := []string{conclusion, conclusion + ", " + note, conclusion + ": " + note, conclusion + " (" + note + ")"}
			if norm, whose, both := strings.Cut(note, "; "); both {
				said = []string{conclusion + ", " + norm + " (" + whose + ")", conclusion + ": " + norm + " (" + whose + ")"}
			} else if note != "" {
				said = said[1:]
			}
			if !slices.Contains(said, want) {
				t.Errorf("the workbook says %q, %q, the paper %q", conclusion, note, want)
			}
		}
	}
	if compared < 15 || same < 5 {
		t.Errorf("only %d conclusions, %d of the same institutions", compared, same)
	}
}
