package generator

import (
	"slices"
	"strings"
	"testing"

	"doklad/generator/cycle"
	"doklad/generator/doc"
	"doklad/generator/model"
)

func managedOf(t *testing.T, g Generator) *managed {
	t.Helper()
	plan := g.Plan()
	tree := plan.collected.tree
	offices, _ := tree.Offices()
	for _, office := range offices {
		if office.Directory.Office.Folder != "example" {
			continue
		}
		orders := tree.Orders(office)
		return &managed{g: g, office: office, collector: plan.collected, Cycle: tree.Cycle(office), orders: orders, reports: tree.Reports(office, orders),
			decisions: g.registers(plan.collected, office, orders), given: tree.Recommendations(office, orders)}
	}
	t.Fatal("no example")
	return nil
}

// What the program makes proves its stages by itself; what nobody has is a gap.
func TestCycleHasOurDocuments(t *testing.T) {
	x := managedOf(t, ours()).matrix()
	for _, test := range []struct {
		direction string
		stage     model.CycleStage
		year      int
		file      string // empty: a gap
	}{
		{"preschool", model.StageMonitoring, 2020, "consolidation/2020-preschool.pdf"},
		{"school", model.StageMonitoring, 2022, "consolidation/2022-school.pdf"},
		{"school", model.StageAnalysis, 2022, "reports/2022-school.pdf"},
		{"school", model.StageEffect, 2022, "decisions/2021.pdf"},
		{"preschool", model.StageMeasures, 2021, "orders/2021-31.pdf"},
		{"preschool", model.StageMeasures, 2022, "orders/2021-31.pdf"},
		{"preschool", model.StageRecommendations, 2021, "recommendations/2021.pdf"},
		{"preschool", model.StageDecisions, 2022, "orders/2022-5.pdf"},
		{"Олимпиады и общественное наблюдение", model.StageMonitoring, 2022, "consolidation/2022-school.pdf"}, // an area of the schools
		{"Олимпиады и общественное наблюдение", model.StageDecisions, 2022, ""},                               // nothing was decided by its indicators
		{"preschool", model.StageEffect, 2021, ""},
		{"preschool", model.StageDecisions, 2020, ""},
		{"Работа с одарёнными детьми", model.StageAnalysis, 2022, ""}, // no area of ours
	} {
		list := x.At(test.direction, test.stage, test.year)
		has := slices.ContainsFunc(list, func(d model.CycleDocument) bool { return d.Link == doc.Beside+test.file })
		if test.file == "" && len(list) > 0 || test.file != "" && !has {
			t.Errorf("%s %s %d: %v, want %q", test.direction, test.stage, test.year, list, test.file)
		}
		if isGap := slices.Contains(x.Gaps(), cycle.Gap{Direction: test.direction, Stage: test.stage, Year: test.year}); isGap != (test.file == "") {
			t.Errorf("%s %s %d: a gap: %t", test.direction, test.stage, test.year, isGap)
		}
	}
}

// Each address of ours is that of a paper which is made beside the matrix.
func TestCycleLeadsToPapers(t *testing.T) {
	g := ours()
	papers := map[string]bool{}
	for _, p := range g.Plan().Papers {
		papers[p.Path] = true
	}
	led := 0
	for _, e := range managedOf(t, g).matrix().listed {
		if own, is := strings.CutPrefix(e.Link, doc.Beside); is {
			led++
			if !papers["example/"+own] {
				t.Errorf("%v: there is no %s", e, own)
			}
		}
	}
	if led < 10 {
		t.Error("only", led)
	}
}

// A faulty file of decisions proves nothing, for its register is not made.
func TestCycleLeavesOutWhatIsFaulty(t *testing.T) {
	g := ours()
	g.Data = with(t, g.Data, "example/decisions/2021.toml", replace("date = 2021-11-12", "date = 2031-11-12"))
	x := managedOf(t, g).matrix()
	if list := x.At("preschool", model.StageDecisions, 2021); len(list) > 0 {
		t.Error(list)
	}
}

// Each number of the matrix is that of a document in the list, and gaps are said in words.
func TestCycleNumbers(t *testing.T) {
	x := managedOf(t, ours()).matrix()
	for n, e := range x.listed {
		if x.number(e) != n+1 {
			t.Errorf("%v is listed twice", e)
		}
	}
	gaps := 0
	for _, direction := range x.Directions {
		for _, row := range x.table("t", direction).Rows {
			for _, cell := range row.Cells {
				gaps += strings.Count(cell.Text, noDocument)
			}
		}
	}
	if gaps == 0 || gaps != len(x.Gaps()) {
		t.Errorf("%d said, %d are", gaps, len(x.Gaps()))
	}
}
