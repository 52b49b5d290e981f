package generator

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/model"
)

// Of recommendations that nobody gave by the day of the report it is said that there were none,
// and their indicators are told without them.
func TestReportOfRecommendationsNotGiven(t *testing.T) {
	const name = "example/recommendations/2021.toml"
	for what, change := range map[string]func(testing.TB, fstest.MapFS){
		"no record": func(_ testing.TB, files fstest.MapFS) { delete(files, name) },
		"given later": func(_ testing.TB, files fstest.MapFS) {
			files[name].Data = []byte("year = 2021\ndate = 2022-08-16\nbasis = [\"справка\"]\nsignatory = \"primerova\"\n")
		},
		"a draft": func(_ testing.TB, files fstest.MapFS) { files[name].Data = []byte("year = 2021\n") },
	} {
		made := makeReport(t, exampleWith(t, change), "2022-school")
		if !strings.Contains(plain(strings.Join(made.paragraphs, "\n")), "Рекомендации по итогам 2021 года не выдавались.") {
			t.Errorf("%s: it is not said", what)
		}
		for _, table := range []string{"addressees", "office", "remedies", "institutions-school-1", "crossed"} {
			if made.tables[table] != "" {
				t.Errorf("%s: the table %s is there", what, table)
			}
		}
		if made.tables["effect-school-1"] == "" || made.tables["decided"] == "" {
			t.Errorf("%s: the effect is not told", what)
		}
	}
}

// A report tells how things stood on its own day, whenever it is made.
func TestReportStandsOnItsDay(t *testing.T) {
	g := ours()
	was := makeReport(t, g, "2022")
	g.Today = model.Date{Year: 2022, Month: 8, Day: 15}
	now := makeReport(t, g, "2022")
	if changed := changedNames(was.tables, now.tables); len(changed) > 0 || !slices.Equal(was.paragraphs, now.paragraphs) {
		t.Errorf("tables %q change", changed)
	}
	for _, later := range []string{"2022/ds-10/D05", "01.09.2022\n", "16.09.2022"} { // decided or marked after the report
		if strings.Contains(was.tables["decisions"]+was.tables["decided"], later) {
			t.Errorf("%s is told", later)
		}
	}
	if !strings.Contains(was.tables["decisions"], "следующего года ещё нет") {
		t.Error("what begins with the year of the report has an effect")
	}
}

// Schools are not counted by their results of ВПР, which their recommendations rest on too.
func TestReportCountsNobodyByVPR(t *testing.T) {
	made := makeReport(t, ours(), "2022-school")
	for _, code := range []string{"S01", "S02", "S03", "S04", "S05"} {
		if strings.Contains(made.tables["institutions-school-1"], "| "+code+" |") {
			t.Errorf("institutions are counted by %s", code)
		}
	}
	if !strings.Contains(made.tables["institutions-school-1"], "| S24 |") {
		t.Error("nobody is counted at all")
	}
}
