//go:build e2e

package main

import (
	"fmt"
	"html"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/xuri/excelize/v2"
)

// e2eAsked is an indicator as the catalogue says it: what a cell for it takes.
type e2eAsked struct {
	Code, Unit string
	Decimals   int
	Range      []float64
}

func e2eAskedOf(t *testing.T, files ...string) map[string]e2eAsked {
	t.Helper()
	asked := map[string]e2eAsked{}
	for _, file := range files {
		var read struct{ Indicator []e2eAsked }
		if _, err := toml.DecodeFile(file, &read); err != nil {
			t.Fatal(err)
		}
		for _, i := range read.Indicator {
			asked[i.Code] = i
		}
	}
	return asked
}

// checkRules: in LibreOffice each cell to be filled takes what the catalogue says and
// refuses all else. A rule that is a formula is counted over what people might put in.
func (c *e2eCollection) checkRules(t *testing.T, texts map[string]string) {
	catalogue := e2eAskedOf(t, filepath.Join(e2eData, "indicators/preschool.toml"), filepath.Join(e2eData, "indicators/school.toml"),
		filepath.Join(c.data, "example/indicators/doshkolnoe.toml"))
	var tried e2eTrials
	for _, who := range e2eInOrder(c.forms) {
		file := c.forms[who]
		rules := e2eFodsRules(t, texts[file], "Показатели")
		rows, err := e2eOpenBook(t, file).GetRows("Показатели")
		if err != nil {
			t.Fatal(err)
		}
		checked := 0
		check := func(row, column int, want func(e2eFodsTakes) string) {
			name, _ := excelize.CoordinatesToCellName(column+1, row+1)
			rule := rules[name]
			if fault := want(rule); fault != "" || !rule.emptyToo || !rule.stops {
				t.Errorf("%s, %s: %+v: %s", who, name, rule, fault)
			}
			checked++
		}
		if e2eTablesOf[who] == "" {
			header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 0) == "Код" })
			for n := header + 1; n < len(rows); n++ {
				check(n, slices.Index(rows[header], "Значение"), catalogue[rows[n][0]].isTakenBy)
				check(n, slices.Index(rows[header], "Если числа нет"), e2eIsList("нет данных", "не применимо"))
			}
		} else {
			header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 2) == "Код учреждения" })
			for n := header + 1; n < len(rows); n++ {
				for column := 3; column < len(rows[header])-1; column++ {
					code, _, _ := strings.Cut(rows[header][column], ".")
					if name, _ := excelize.CoordinatesToCellName(column+1, n+1); rules[name].condition != "" {
						check(n, column, func(r e2eFodsTakes) string { return tried.add(catalogue[code], r) })
					}
				}
			}
		}
		if checked != len(rules) && e2eTablesOf[who] != "" || checked < 50 {
			t.Errorf("%s: %d cells of %d were looked at", who, checked, len(rules))
		}
	}
	tried.count(t)
}

// e2eIsList is the rule of a list of words.
func e2eIsList(words ...string) func(e2eFodsTakes) string {
	want := `of:cell-content-is-in-list("` + strings.Join(words, `";"`) + `")`
	return func(r e2eFodsTakes) string {
		if r.condition != want {
			return "should be " + want
		}
		return ""
	}
}

// isTakenBy finds what is wrong with the rule of a cell for the indicator alone.
func (i e2eAsked) isTakenBy(r e2eFodsTakes) string {
	if i.Unit == "да/нет" {
		return e2eIsList("да", "нет")(r)
	}
	kind := map[bool]string{true: "whole", false: "decimal"}[i.Decimals == 0]
	want := fmt.Sprintf("of:cell-content-is-%s-number() and cell-content-is-between(%s,%s)", kind, e2ePlain(i.Range[0]), e2ePlain(i.Range[1]))
	if r.condition != want {
		return "should be " + want
	}
	return ""
}

func e2ePlain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// e2eTrials are rules that are formulas, each with a thing that people might put in.
type e2eTrials struct {
	rows []string
	want []string
	seen map[string]bool
}

// add puts a rule on trial; the formula must speak of the cell it is said for.
func (all *e2eTrials) add(i e2eAsked, r e2eFodsTakes) string {
	if i.Unit == "да/нет" {
		return e2eIsList("да", "нет", "нет данных", "не применимо")(r)
	}
	cell := "[." + r.base[strings.LastIndex(r.base, ".")+1:] + "]"
	formula, isFormula := strings.CutPrefix(r.condition, "of:is-true-formula(")
	formula = strings.TrimSuffix(formula, ")")
	if !isFormula || strings.Count(formula, "[.") != strings.Count(formula, cell) {
		return "should be a formula of " + cell
	}
	if all.seen == nil {
		all.seen = map[string]bool{}
	}
	if all.seen[i.Code+r.base] {
		return ""
	}
	all.seen[i.Code+r.base] = true
	least, most := i.Range[0], i.Range[1]
	for _, trial := range []struct {
		put   any
		taken bool
	}{
		{least, true}, {most, true}, {(least + most) / 2, i.Decimals > 0 || (least+most)/2 == float64(int((least+most)/2))}, {least + 0.25, i.Decimals > 0},
		{least - 1, false}, {most + 1, false}, {"нет данных", true}, {"не применимо", true}, {"не знаю", false}, {"да", false}, {"5", false},
	} {
		here := fmt.Sprintf("[.A%d]", len(all.rows)+1)
		all.rows = append(all.rows, "<table:table-row><table:table-cell"+e2eFodsValue(trial.put)+`</table:table-cell><table:table-cell table:formula="`+
			html.EscapeString("of:=IF("+strings.ReplaceAll(formula, cell, here)+`;"taken";"refused")`)+`"/></table:table-row>`)
		all.want = append(all.want, fmt.Sprintf("%s: %v: %s", i.Code, trial.put, map[bool]string{true: "taken", false: "refused"}[trial.taken]))
	}
	return ""
}

// count has LibreOffice try them all.
func (all *e2eTrials) count(t *testing.T) {
	t.Helper()
	rows := e2eCSV(t, e2eConvert(t, "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1", []string{e2eFodsOf(t, all.rows)})[0])
	if len(rows) != len(all.want) || len(rows) < 500 {
		t.Fatalf("%d trials of %d", len(rows), len(all.want))
	}
	for n, row := range rows {
		if want := all.want[n]; !strings.HasSuffix(want, ": "+row[1]) {
			t.Errorf("%s; LibreOffice: %s", want, row[1])
		}
	}
	t.Log(len(rows), "trials")
}
