//go:build e2e

package main

import (
	"cmp"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/xuri/excelize/v2"
)

// e2eReporter is an institution that hands in, as institutions.toml says it.
type e2eReporter struct {
	ID, Code, Kind, Cluster string
	Full, Short             struct{ Nominative string }
}

func (r e2eReporter) name() string { return cmp.Or(r.Short.Nominative, r.Full.Nominative) }

func e2eReporters(t testing.TB, office string) []e2eReporter {
	t.Helper()
	var read struct{ Institution []e2eReporter }
	if _, err := toml.DecodeFile(filepath.Join(office, "institutions.toml"), &read); err != nil {
		t.Fatal(err)
	}
	return read.Institution
}

// e2eAnswers is what an institution says, in its words, by the codes of indicators.
type e2eAnswers map[string]string

// number is what is said as one; «да» is 1 and «нет» 0.
func (s e2eAnswers) number(code string) (x float64, isNumber bool) {
	switch s[code] {
	case "да", "нет":
		return map[string]float64{"да": 1}[s[code]], true
	}
	x, err := strconv.ParseFloat(strings.Replace(s[code], ",", ".", 1), 64)
	return x, err == nil
}

// e2eRowsOf reads a table of an office, a row for each institution.
func e2eRowsOf(t testing.TB, file string) [][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(strings.NewReader(string(text)))
	reader.Comma, reader.FieldsPerRecord = ';', -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// e2eAnswersIn is what such a table says, by the codes of institutions; the municipality has
// none.
func e2eAnswersIn(rows [][]string) map[string]e2eAnswers {
	const first = 3 // number, name, code
	answers := map[string]e2eAnswers{}
	header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 2) == "Код учреждения" })
	for _, row := range rows[header+1:] {
		answers[row[2]] = e2eAnswers{}
		for column := first; column < len(row); column++ {
			code, _, _ := strings.Cut(rows[header][column], ".")
			answers[row[2]][code] = row[column]
		}
	}
	return answers
}

// e2eAllAnswers is what several institutions say; the test counts by itself over them.
type e2eAllAnswers []e2eAnswers

func (all e2eAllAnswers) sum(code string) (sum float64) {
	for _, one := range all {
		x, _ := one.number(code)
		sum += x
	}
	return sum
}

// ratio is what is said of one code to what is said of another, over those who said both.
func (all e2eAllAnswers) ratio(part, whole string) float64 {
	parts, wholes := 0.0, 0.0
	for _, one := range all {
		x, isNumber := one.number(part)
		if y, isToo := one.number(whole); isNumber && isToo {
			parts, wholes = parts+x, wholes+y
		}
	}
	return parts / wholes
}

// mean is the mean of what is said, each as often as its weight says.
func (all e2eAllAnswers) mean(code, weight string) float64 {
	sum, weights := 0.0, 0.0
	for _, one := range all {
		x, isNumber := one.number(code)
		if w, isWeight := one.number(weight); isNumber && isWeight {
			sum, weights = sum+x*w, weights+w
		}
	}
	return sum / weights
}

// yes is the share of those that answer «да», in percents.
func (all e2eAllAnswers) yes(code string) float64 {
	answers := 0.0
	for _, one := range all {
		if _, isAnswer := one.number(code); isAnswer {
			answers++
		}
	}
	return 100 * all.sum(code) / answers
}

// e2eWantedTotals are some totals of each set and how they come of what was said. Those of the
// municipality itself have no clusters.
var e2eWantedTotals = map[string][]struct {
	code      string
	ofWhole   bool
	countedOf func(e2eAllAnswers) float64
}{
	"preschool": {
		{code: "DV01", countedOf: func(s e2eAllAnswers) float64 { return s.sum("DV01") }},
		{code: "DV19", countedOf: func(s e2eAllAnswers) float64 { return s.sum("DV19") }},
		{code: "D02", countedOf: func(s e2eAllAnswers) float64 { return s.mean("D02", "DV01") }},
		{code: "D16", countedOf: func(s e2eAllAnswers) float64 { return 100 * s.ratio("DV05", "DV04") }},
		{code: "D19", countedOf: func(s e2eAllAnswers) float64 { return s.ratio("DV01", "DV04") }},
		{code: "D22", countedOf: func(s e2eAllAnswers) float64 { return 100 * s.ratio("DV16", "DV15") }},
		{code: "D30", countedOf: func(s e2eAllAnswers) float64 { return s.yes("DV12") }},
		{code: "D27", ofWhole: true, countedOf: func(s e2eAllAnswers) float64 { return 100 * s.sum("DV22") / (s.sum("DV22") + s.sum("DV23")) }},
	},
	"school": {
		{code: "SV36", countedOf: func(s e2eAllAnswers) float64 { return s.sum("SV36") }},
		{code: "S01", countedOf: func(s e2eAllAnswers) float64 { return 100 * s.ratio("SV02", "SV01") }},
		{code: "S12", countedOf: func(s e2eAllAnswers) float64 { return s.mean("S12", "SV26") }},
		{code: "S19", countedOf: func(s e2eAllAnswers) float64 { return s.mean("S19", "SV36") }},
		{code: "S29", countedOf: func(s e2eAllAnswers) float64 { return s.yes("SV54") }},
		{code: "S25", countedOf: func(s e2eAllAnswers) float64 { return 100 * s.ratio("SV50", "SV48") }},
		{code: "S28", ofWhole: true, countedOf: func(s e2eAllAnswers) float64 { return s.sum("S28") }},
	},
}

// e2eCheckTotals compares the totals of a consolidation in one column with what comes of
// what was said.
func e2eCheckTotals(t *testing.T, book *excelize.File, set, column string, answers e2eAllAnswers, whole bool) {
	t.Helper()
	rows, err := book.GetRows("Свод", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 0) == "Код" })
	at := slices.IndexFunc(rows[header], func(text string) bool { return strings.Join(strings.Fields(text), " ") == column })
	if at < 0 {
		t.Fatalf("no column «%s» in %q", column, rows[header])
	}
	for _, total := range e2eWantedTotals[set] {
		if total.ofWhole && !whole {
			continue
		}
		row := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 0) == total.code })
		if row < 0 {
			t.Errorf("no row %s", total.code)
			continue
		}
		got, err := strconv.ParseFloat(e2eAt(rows[row], at), 64)
		if want := total.countedOf(answers); err != nil || math.Abs(got-want) > 1e-9*math.Max(1, want) || want == 0 || math.IsNaN(want) {
			t.Errorf("%s, %s: «%s», should be %v", total.code, column, e2eAt(rows[row], at), want)
		}
	}
}
