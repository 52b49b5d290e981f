//go:build e2e

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// e2eCollection is the office of the example, to which all is sent anew in the last year:
// the answers are those of the year before, and all parts of a whole are one fewer.
type e2eCollection struct {
	data, out string
	reporters []e2eReporter
	answers   map[string]map[string]e2eAnswers // by set and code of the institution
	forms     map[string]string                // sent form by ID of the institution, or set
}

// e2eParts are numbers that may be one fewer and contradict nothing.
var e2eParts = []string{"DV05", "DV16", "DV18", "SV02", "SV50"}

// e2eMistake is what is put into a form for an indicator. What is no value at all is
// refused, and counts as if nothing were said.
type e2eMistake struct {
	code, words string
	refused     bool
}

// e2eMistakes are by the IDs of the institutions.
var e2eMistakes = map[string][]e2eMistake{
	"ds-1":     {{code: "DV05", words: "99"}, {"DV08", "7,5", true}},
	"shkola-1": {{"SV01", "сто", true}, {"SV36", "-5", true}},
}

// e2eDisputed are numbers that cannot all be right: until they are mended none is taken.
var e2eDisputed = map[string][]string{"ds-1": {"DV04", "DV05"}}

// e2eWantedNotes stand at the mistakes, in the order of the list; a check stands at both
// its numbers, and warnings come last.
var e2eWantedNotes = map[string][]e2eNote{
	"ds-1": {{"D14", "DV05 = 99, DV04 = 15"}, {"D15", "DV05 = 99, DV04 = 15"}, {"D18", "7,5 – вне границ"},
		{"D14", "изменение за год больше"}, {"D15", "изменение за год больше"}},
	"shkola-1": {{"D12", "«сто» не число"}, {"D39", "−5 – вне границ"}},
}

// TestE2ECollection goes the whole way: the forms are filled in LibreOffice and sent, what
// is wrong goes back to its cells, and the consolidation is what the test counts itself.
func TestE2ECollection(t *testing.T) {
	c := e2eNewCollection(t)
	texts := c.openForms(t)
	t.Run("rules", func(t *testing.T) { c.checkRules(t, texts) })
	c.send(t, texts)
	c.forgetRefused()
	t.Run("submissions", func(t *testing.T) { c.checkSubmissions(t) })
	if status, stdout, stderr := called(t, "check", "--data", c.data); status == exitMade || !strings.Contains(stdout, "DV05 = 99") || !strings.Contains(stdout, "«сто» не число") {
		t.Errorf("check: %d\n%s%s", status, stdout, stderr)
	}
	e2eDoklad(t, "build", "--data", c.data, "--out", c.out)
	t.Run("consolidation", func(t *testing.T) { c.checkConsolidation(t) })
	t.Run("returned", func(t *testing.T) { c.checkReturned(t) })
	t.Run("decided", func(t *testing.T) { c.checkDecisions(t) })
}

func e2eNewCollection(t *testing.T) *e2eCollection {
	t.Helper()
	folder := t.TempDir()
	c := &e2eCollection{data: filepath.Join(folder, "data"), out: filepath.Join(folder, "out"), answers: map[string]map[string]e2eAnswers{}, forms: map[string]string{}}
	office := filepath.Join(c.data, "example")
	if err := os.CopyFS(office, os.DirFS(filepath.Join(e2eData, "example"))); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(office, "submissions", "2022")); err != nil {
		t.Fatal(err)
	}
	c.reporters = e2eReporters(t, office)
	for set, table := range e2eTablesOf {
		c.answers[set] = e2eAnswersIn(e2eRowsOf(t, filepath.Join(office, "submissions", e2eRegionYear, table)))
		for _, said := range c.answers[set] {
			for _, code := range e2eParts {
				if x, isNumber := said.number(code); isNumber && x > 1 {
					said[code] = fmt.Sprint(x - 1)
				}
			}
		}
	}
	for id, mistakes := range e2eMistakes {
		for _, m := range mistakes {
			for _, answers := range c.answers {
				if one := answers[c.reporter(id).Code]; one[m.code] != "" {
					one[m.code] = m.words
				}
			}
		}
	}
	return c
}

func (c *e2eCollection) reporter(id string) e2eReporter {
	return c.reporters[slices.IndexFunc(c.reporters, func(r e2eReporter) bool { return r.ID == id })]
}

// openForms makes the forms and has LibreOffice open them all.
func (c *e2eCollection) openForms(t *testing.T) (texts map[string]string) {
	t.Helper()
	e2eDoklad(t, "forms", "monitoring", "2022", "--data", c.data, "--out", c.out)
	made, err := filepath.Glob(filepath.Join(c.out, "example", "forms", "monitoring", "2022", "*", "*.xlsx"))
	if err != nil || len(made) != 27 {
		t.Fatalf("%d forms: %v", len(made), err)
	}
	for _, file := range made {
		if name := e2eName(file); name == "vse" {
			c.forms[filepath.Base(filepath.Dir(file))] = file
		} else {
			c.forms[name] = file
		}
	}
	files := e2eApart(t, made)
	texts = map[string]string{}
	for i, file := range e2eConvert(t, "fods", "fods", files) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[made[i]] = string(text)
	}
	return texts
}

// send fills the forms, saves them with LibreOffice as people do, under names that say
// nothing, and puts them into the folder of the year. That of all kindergartens comes as
// text.
func (c *e2eCollection) send(t *testing.T, texts map[string]string) {
	t.Helper()
	folder := t.TempDir()
	asked := map[string]bool{}
	var filled []string
	for _, who := range e2eInOrder(c.forms) {
		cells := c.cells(t, c.forms[who], asked)
		name := filepath.Join(folder, fmt.Sprintf("мониторинг (%d).fods", len(filled)+1))
		e2eWrite(t, name, e2eFodsFill(t, texts[c.forms[who]], "Показатели", cells))
		filled = append(filled, name)
	}
	const semicolons = "csv:Text - txt - csv (StarCalc):59,34,76,1"
	books := e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", filled)
	for i, who := range e2eInOrder(c.forms) {
		sent := books[i]
		if who == "preschool" {
			sent = e2eConvert(t, "csv", semicolons, filled[i:i+1])[0]
		}
		text, err := os.ReadFile(sent)
		if err != nil {
			t.Fatal(err)
		}
		c.forms[who] = filepath.Join(c.data, "example", "submissions", "2022", filepath.Base(sent))
		e2eWrite(t, c.forms[who], string(text))
	}
}

// forgetRefused leaves what is to be taken.
func (c *e2eCollection) forgetRefused() {
	for id, mistakes := range e2eMistakes {
		for _, m := range mistakes {
			for _, answers := range c.answers {
				if m.refused {
					delete(answers[c.reporter(id).Code], m.code)
				}
			}
		}
	}
}

// e2eInOrder are those who fill forms: institutions first, for the forms of all ask what
// theirs do not.
func e2eInOrder(forms map[string]string) (who []string) {
	for id := range forms {
		who = append(who, id)
	}
	isSet := func(id string) bool { return e2eTablesOf[id] != "" }
	slices.SortFunc(who, func(a, b string) int {
		if isSet(a) != isSet(b) {
			return map[bool]int{true: 1, false: -1}[isSet(a)]
		}
		return strings.Compare(a, b)
	})
	return who
}

// cells are what stands in the cells of a form when it is filled. asked keeps what the
// forms of institutions ask, by codes of institution and indicator: that of all is filled
// where theirs do not ask.
func (c *e2eCollection) cells(t *testing.T, file string, asked map[string]bool) map[string]any {
	t.Helper()
	set, id := filepath.Base(filepath.Dir(file)), e2eName(file)
	rows, err := e2eOpenBook(t, file).GetRows("Показатели")
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]any{}
	put := func(row, column int, said e2eAnswers, code string) {
		name, _ := excelize.CoordinatesToCellName(column+1, row+1)
		words := said[code]
		if x, isNumber := said.number(code); isNumber && words != "да" && words != "нет" {
			cells[name] = x
		} else if words != "" {
			cells[name] = words
		}
	}
	if id != "vse" {
		institution := c.reporter(id).Code
		said := c.answers[set][institution]
		header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 0) == "Код" })
		for n := header + 1; n < len(rows); n++ {
			code, column := rows[n][0], "Значение"
			if said[code] == "не применимо" || said[code] == "нет данных" {
				column = "Если числа нет"
			}
			asked[institution+" "+code] = true
			put(n, slices.Index(rows[header], column), said, code)
		}
		return cells
	}
	header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 2) == "Код учреждения" })
	for n := header + 1; n < len(rows); n++ {
		institution := rows[n][2]
		for column := 3; column < len(rows[header]); column++ {
			code, _, _ := strings.Cut(rows[header][column], ".")
			if !asked[institution+" "+code] {
				put(n, column, c.answers[set][institution], code)
			}
		}
	}
	return cells
}

// e2eReported is a report as «submissions --json» tells it.
type e2eReported struct {
	Institution, Set, Status, Reason string
	Asked, Told, Errors              int
}

func (c *e2eCollection) reported(t *testing.T) []e2eReported {
	t.Helper()
	var read []struct{ Reports []e2eReported }
	if err := json.Unmarshal([]byte(e2eDoklad(t, "submissions", "2022", "--data", c.data, "--json")), &read); err != nil || len(read) != 1 || len(read[0].Reports) != len(c.forms) {
		t.Fatalf("%+v of %d forms: %v", read, len(c.forms), err)
	}
	return read[0].Reports
}

// checkSubmissions: all is there, and the mistakes are counted where they are.
func (c *e2eCollection) checkSubmissions(t *testing.T) {
	for _, r := range c.reported(t) {
		refused := 0
		for _, m := range e2eMistakes[r.Institution] {
			if m.refused {
				refused++
			}
		}
		status := map[bool]string{true: "на проверке", false: "черновик"}[e2eMistakes[r.Institution] == nil]
		if wrong := len(e2eMistakes[r.Institution]); r.Errors != wrong || r.Told != r.Asked-refused || r.Asked == 0 || r.Status != status {
			t.Errorf("%+v, should be «%s» with %d errors and %d refused", r, status, wrong, refused)
		}
	}
}

// checkDecisions: what is right is accepted, what is wrong is returned, and the journal
// keeps both.
func (c *e2eCollection) checkDecisions(t *testing.T) {
	const reason = "ошибки в ячейках"
	e2eDoklad(t, "accept", "2022", "--all", "--data", c.data, "--date", "2023-01-18")
	for id := range e2eMistakes {
		e2eDoklad(t, "return", "2022", id, "--reason", reason, "--data", c.data, "--date", "2023-01-19")
	}
	for _, r := range c.reported(t) {
		want := [2]string{"проверено", ""}
		if e2eMistakes[r.Institution] != nil {
			want = [2]string{"на доработку", reason}
		}
		if got := [2]string{r.Status, r.Reason}; got != want {
			t.Errorf("%s, %s: %q, should be %q", r.Institution, r.Set, got, want)
		}
	}
}

// checkConsolidation compares what LibreOffice counts with what we count, and totals with
// what the test counts.
func (c *e2eCollection) checkConsolidation(t *testing.T) {
	sets := []string{"preschool", "school"}
	var files []string
	for _, set := range sets {
		files = append(files, filepath.Join(c.out, "example", "consolidation", "2022-"+set+".xlsx"))
	}
	for i, book := range e2eRecount(t, files) {
		e2eCheckTotals(t, book, sets[i], "По муниципалитету", c.said(sets[i], ""), true)
		for _, cluster := range c.reporters {
			if cluster.Kind == "кластер" {
				e2eCheckTotals(t, book, sets[i], cluster.name(), c.said(sets[i], cluster.ID), false)
			}
		}
	}
}

// said is what the institutions of a cluster say, or all and the municipality.
func (c *e2eCollection) said(set, cluster string) (all e2eAllAnswers) {
	for _, one := range c.reporters {
		if said := c.answers[set][one.Code]; one.Code != "" && said != nil && (cluster == "" || one.Cluster == cluster) {
			said = maps.Clone(said)
			for _, code := range e2eDisputed[one.ID] {
				delete(said, code)
			}
			all = append(all, said)
		}
	}
	if cluster == "" {
		all = append(all, c.answers[set][""])
	}
	return all
}

// checkReturned: notes and links at the cells with the mistakes, and nothing else is other
// than it was sent.
func (c *e2eCollection) checkReturned(t *testing.T) {
	if back, err := os.ReadDir(filepath.Join(c.out, "example", "returned", "2022")); err != nil || len(back) != len(e2eMistakes) {
		t.Errorf("%d files go back, should be %d: %v", len(back), len(e2eMistakes), err)
	}
	folder := t.TempDir()
	var files []string
	for id := range e2eMistakes {
		sent := c.forms[id]
		for kind, file := range map[string]string{"sent": sent, "returned": filepath.Join(c.out, "example", "returned", "2022", filepath.Base(sent))} {
			copied := filepath.Join(folder, kind+"-"+id+".xlsx")
			e2eCopyFile(t, file, copied)
			files = append(files, copied)
		}
	}
	converted := e2eConvertedBytes(t, files)
	for id := range e2eMistakes {
		t.Run(id, func(t *testing.T) {
			e2eReturned(t, converted["sent-"+id], converted["returned-"+id], e2eWantedNotes[id])
		})
	}
}
