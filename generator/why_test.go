package generator

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	sheets "doklad/generator/sheet"
)

// Every recommendation of the example leads to cells: each value that it tells stands in the
// file, at the place that is told, and its rule is one of the data.
func TestEveryRecommendationLeadsToItsCells(t *testing.T) {
	g := ours()
	tables, cells, all := map[string][][]string{}, 0, 0
	for _, tr := range g.recommendedYears("") {
		for n := range tr.list {
			all++
			why := tr.why(&tr.list[n])
			for _, f := range why.Findings {
				if f.RuleLine == 0 || !strings.HasPrefix(f.RuleFile, "indicators/") && !strings.Contains(f.RuleFile, "/indicators/") || !strings.Contains(f.Rule, f.Code) {
					t.Errorf("%s: rule %q at %s:%d", why.ID, f.Rule, f.RuleFile, f.RuleLine)
				}
				if len(f.Sources) == 0 {
					t.Errorf("%s: %s is of nothing", why.ID, f.Code)
				}
				for _, s := range f.Sources {
					if path.Ext(s.File) == ".csv" {
						cells++
						if got := cellOf(t, g.Data, tables, s); got != s.Raw {
							t.Fatalf("%s: %s %s has %q, not %q", why.ID, s.File, s.Cell, got, s.Raw)
						}
					} else if s.File != "" && (s.Sheet == "" || s.Cell == "") {
						t.Errorf("%s: %+v", why.ID, s)
					}
				}
			}
		}
	}
	if all < 500 || cells < 1000 {
		t.Errorf("only %d recommendations, %d cells", all, cells)
	}
}

// cellOf is what stands in a cell of a text table.
func cellOf(t *testing.T, data fs.FS, tables map[string][][]string, s WhySource) string {
	t.Helper()
	if tables[s.File] == nil {
		raw, err := fs.ReadFile(data, s.File)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\ufeff")))
		r.Comma, r.FieldsPerRecord = ';', -1
		if tables[s.File], err = r.ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
	for n, row := range tables[s.File] {
		for c, cell := range row {
			if sheets.CellName(n+1, c+1) == s.Cell {
				return strings.TrimSpace(cell)
			}
		}
	}
	return ""
}

func TestWhyIsAskedByPartsOfTheID(t *testing.T) {
	g := ours()
	for asked, want := range map[string]string{
		"2022/ds-10/D05":           "2022/ds-10/D05",
		"example/2022/ds-10/D05":   "2022/ds-10/D05",
		" /2022/ds-10/D05/ ":       "2022/ds-10/D05",
		"2022/-/S05/methodical":    "2022/-/S05/methodical",
		"2022/-/S05":               "2022/-/S05/methodical", // the only one of the code
		"2022/ds-10/D99":           "показателя D99",
		"":                         "нет: номер",
		"D10":                      "подходит рекомендаций",
		"elsewhere/2022/ds-10/D05": "нет: номер",
	} {
		why, _, err := g.Why(asked)
		if err != nil && !strings.Contains(err.Error(), want) || err == nil && why.ID != want {
			t.Errorf("%q: %s, %v", asked, why.ID, err)
		}
	}
}

// Where nothing is recommended it is said why: by the value, or because there is none.
func TestWhyNot(t *testing.T) {
	g := ours()
	for asked, want := range map[string]string{
		"2022/ds-1/D01":         "D01: 3,04 при пороге ≥ 3 – зелёная зона; порог достигнут",
		"example/2022/ds-1/D01": "порог достигнут",
		"2022/ds-1/D05/parents": "ни одно правило показателя",
		"2022/ds-9/D17":         "D17: нет данных",
		"2022/ds-1/D99":         "показателя D99 в перечне нет",
		"2022/ds-99/D01":        "учреждения ds-99 нет",
		"2022/ds-1/S01":         "его не касается",
		"2022/ds-1/DV01":        "нет порога",
		"2022/-/D01":            "порог достигнут",
	} {
		_, _, err := g.Why(asked)
		var none NothingFollows
		if !errors.As(err, &none) || !strings.Contains(string(none), want) || !strings.Contains(string(none), "«"+asked+"»") {
			t.Errorf("%s: %v, want %q", asked, err, want)
		}
	}
	if _, _, err := g.Why("2035/ds-1/D01"); err == nil || errors.As(err, new(NothingFollows)) {
		t.Error(err) // of a year of which there is nothing
	}
}

// What is told of a whole is of all its institutions that told it, of a formula its parts.
func TestWhyOfTheWhole(t *testing.T) {
	why, _, err := ours().Why("2022/-/S07")
	if err != nil {
		t.Fatal(err)
	}
	var of, codes []string
	for _, s := range why.Findings[0].Sources {
		of, codes = append(of, s.Of), append(codes, s.Code)
	}
	slices.Sort(of)
	slices.Sort(codes)
	if n := len(slices.Compact(of)); n < 5 || slices.Contains(codes, "S07") {
		t.Errorf("of %d institutions, %v", n, slices.Compact(codes))
	}
}
