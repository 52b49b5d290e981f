package source

import (
	"io/fs"
	"reflect"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/model"
)

const (
	register = "north/decisions/2026.toml"
	cycle    = "north/cycle.toml"

	// soundRegister has every key.
	soundRegister = `[[decision]]
id = "1"
kind = "протокол совещания"
date = 2026-09-20
number = "4"
text = "Провести собеседования с руководителями"
basis = ["A1", "2026/ds-3/A2"]
term = 2026-12-31
executor = "obraztsov"
status = "done"
status_date = 2026-12-20
link = "https://example.ru/4"
effect = "Балл вырос"
indicators = ["A4"]

[[decision]]
id = "2"
order = "2026-1"
basis = ["2025/-/A4", "A4"]
executor = "Методический центр"
`

	soundCycle = `[[document]]
direction = "sady"
stage = "goals"
year = 2026
kind = "приказ"
number = "3"
date = 2026-01-10
title = "О целях"
link = "https://example.ru/3"

[[document]]
stage = "methods"
year = 2026
title = "Методика"
file = "progress/45.pdf"
`
)

func readRegister(files fs.FS) ([]*DecisionRegister, diag.List) {
	tree, office, orders, _ := officeOf(files)
	list := tree.Decisions(office, orders)
	var l diag.List
	for _, r := range list {
		l = append(l, r.Problems...)
	}
	return list, l.Sort()
}

func TestDecisionsAreRead(t *testing.T) {
	read, l := readRegister(responded(t, nil))
	if len(l) > 0 || len(read) != 1 || read[0].Unreadable || read[0].Name != register || read[0].File == nil {
		t.Fatalf("%v %+v", l, read)
	}
	want := &model.DecisionRegister{Office: read[0].Office, Year: 2026, Decisions: []model.ManagementDecision{
		{ID: "1", Kind: "протокол совещания", Date: day(2026, 9, 20), Number: "4", Text: "Провести собеседования с руководителями",
			Basis: []string{"A1", "2026/ds-3/A2"}, Term: day(2026, 12, 31), Executor: "obraztsov", Outcome: model.OutcomeDone, OutcomeDate: day(2026, 12, 20),
			Link: "https://example.ru/4", Effect: "Балл вырос", Indicators: []string{"A4"}},
		{ID: "2", Kind: "приказ", Date: day(2026, 1, 19), Number: "1", Text: "Об утверждении плана", Order: "2026-1",
			Basis: []string{"2025/-/A4", "A4"}, Executor: "Методический центр"},
	}}
	if read[0].Office == nil || !reflect.DeepEqual(read[0].DecisionRegister, want) {
		t.Errorf("got  %+v\nwant %+v", read[0].DecisionRegister, want)
	}
}

// badRegisters has a slip for every message. What is said stands in
// testdata/badinput/decisions.txt.
var badRegisters = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},
	{"nothing at all", []edit{{register, soundRegister, "# пусто"}}},
	{"an unknown key", []edit{{register, "effect =", "effects ="}}},
	{"a file that is not called by a year", []edit{{"north/decisions/reestr.toml", "", soundRegister}}},

	{"no id", []edit{{register, `id = "1"`, ""}}},
	{"an id twice", []edit{{register, `id = "2"`, `id = "1"`}}},
	{"no kind", []edit{{register, `kind = "протокол совещания"`, ""}}},
	{"another kind", []edit{{register, `"протокол совещания"`, `"поручение"`}}},
	{"a kind misspelled", []edit{{register, `"протокол совещания"`, `"протокол совещание"`}}},
	{"no date", []edit{{register, "date = 2026-09-20\n", ""}}},
	{"a date outside the year", []edit{{register, "date = 2026-09-20", "date = 2025-09-20"}}},
	{"no text", []edit{{register, `"Провести собеседования с руководителями"`, `" "`}}},
	{"no number", []edit{{register, "number = \"4\"\n", ""}}},

	{"no such order", []edit{{register, `"2026-1"`, `"2026-2"`}}},
	{"a draft", []edit{{order, `status = "signed"`, `status = "draft"`}}},
	{"an order, and its number too", []edit{{register, `order = "2026-1"`, "order = \"2026-1\"\nnumber = \"1\""}}},
	{"an order of another year", []edit{{"north/decisions/2025.toml", "", "[[decision]]\nid = \"1\"\norder = \"2026-1\""}}},
	{"an order that is entered twice", []edit{{register, "kind = \"протокол совещания\"\ndate = 2026-09-20\nnumber = \"4\"", "kind = \"Приказ\"\ndate = 2026-01-19\nnumber = \"1\""}}},
	{"another paper of that day and number", []edit{{register, "date = 2026-09-20\nnumber = \"4\"", "date = 2026-01-19\nnumber = \"1\""}}},

	{"a term before the decision", []edit{{register, "term = 2026-12-31", "term = 2026-09-19"}}},
	{"a term of the day itself", []edit{{register, "term = 2026-12-31", "term = 2026-09-20"}}},
	{"an unknown status", []edit{{register, `status = "done"`, `status = "late"`}}},
	{"a status without a day", []edit{{register, "status_date = 2026-12-20\n", ""}}},
	{"a day without a status", []edit{{register, "status = \"done\"\n", ""}}},
	{"a status before the decision", []edit{{register, "status_date = 2026-12-20", "status_date = 2026-09-19"}}},
	{"an executor misspelled", []edit{{register, `"obraztsov"`, `"obrazcov"`}}},
	{"an executor whom nobody knows", []edit{{register, `"obraztsov"`, `"centre"`}}},
	{"a link that is no address", []edit{{register, "https://example.ru/4", "www.example.ru/4"}}},

	{"a basis of words", []edit{{register, `["A1",`, `["итоги мониторинга",`}}},
	{"a key of two parts", []edit{{register, `"2026/ds-3/A2"`, `"ds-3/A2"`}}},
	{"an indicator that is not there", []edit{{register, `["A1",`, `["A9",`}}},
	{"a recommendation by no indicator", []edit{{register, `"2026/ds-3/A2"`, `"2026/ds-3/Z77"`}}},
	{"an indicator to judge by that is not there", []edit{{register, `indicators = ["A4"]`, `indicators = ["A44"]`}}},
	{"an indicator that was dropped", []edit{{register, `["A1",`, `["X1",`},
		{"indicators/krugki.toml", "", own}, {"north/indicators/bez.toml", "", "drop = [\"X1\"]"}}},
	{"a catalogue that cannot be read", []edit{{"north/indicators/sady.toml", "[[indicator]] # 1", "[[indicator] # 1"}}},
}

func TestBadDecisions(t *testing.T) {
	var cases []badCase
	for _, c := range badRegisters {
		_, l := readRegister(responded(t, c.edits))
		cases = append(cases, badCase{c.name, l})
	}
	tellBad(t, "decisions", cases)
}

func TestCycleIsRead(t *testing.T) {
	tree, office, _, _ := officeOf(responded(t, nil))
	c := tree.Cycle(office)
	want := []model.CycleDocument{
		{Direction: "sady", Stage: model.StageGoals, Year: 2026, Evidence: model.Evidence{Kind: "приказ", Number: "3", Date: day(2026, 1, 10), Title: "О целях", Link: "https://example.ru/3"}},
		{Stage: model.StageMethods, Year: 2026, Evidence: model.Evidence{Title: "Методика", File: "progress/45.pdf"}},
	}
	if len(c.Problems) > 0 || c.Name != cycle || c.Office == nil || !reflect.DeepEqual(c.Documents, want) {
		t.Errorf("%v %+v", c.Problems, c.Documents)
	}
	files := responded(t, nil)
	delete(files, cycle)
	tree, office, _, _ = officeOf(files)
	if c := tree.Cycle(office); c.File != nil || len(c.Problems) > 0 || c.Unreadable || c.Documents != nil {
		t.Errorf("%+v", c)
	}
}

// badCycles has a slip for every message. What is said stands in testdata/badinput/cycle.txt.
var badCycles = []struct {
	name  string
	edits []edit
}{
	{"nothing is wrong", nil},
	{"an unknown key", []edit{{cycle, "stage = \"goals\"", "component = \"goals\""}}},
	{"no stage", []edit{{cycle, "stage = \"goals\"\n", ""}}},
	{"an unknown stage", []edit{{cycle, `stage = "goals"`, `stage = "цели"`}}},
	{"no year", []edit{{cycle, "year = 2026\nkind", "kind"}}},
	{"a year of two digits", []edit{{cycle, "year = 2026\nkind", "year = 26\nkind"}}},
	{"an area", []edit{{cycle, `"sady"`, `"Питание"`}}},
	{"other words", []edit{{cycle, `"sady"`, `"Работа с одарёнными детьми"`}}},
	{"a set misspelled", []edit{{cycle, `"sady"`, `"sad"`}}},
	{"an area misspelled", []edit{{cycle, `"sady"`, `"питания"`}}},
	{"no document", []edit{{cycle, "title = \"Методика\"\nfile = \"progress/45.pdf\"\n", ""}}},
	{"a document without a link", []edit{{cycle, "link = \"https://example.ru/3\"\n", ""}}},
	{"a link that is no address", []edit{{cycle, "https://example.ru/3", "example.ru"}}},
	{"a file that is not there", []edit{{cycle, "progress/45.pdf", "progress/46.pdf"}}},
	{"a document twice", []edit{{cycle, "[[document]]\nstage", "[[document]]\nstage = \"methods\"\nyear = 2026\ntitle = \"Методика\"\nfile = \"progress/45.pdf\"\n\n[[document]]\nstage"}}},
}

func TestBadCycles(t *testing.T) {
	var cases []badCase
	for _, c := range badCycles {
		tree, office, _, _ := officeOf(responded(t, c.edits))
		cases = append(cases, badCase{c.name, tree.Cycle(office).Problems})
	}
	tellBad(t, "cycle", cases)
}
