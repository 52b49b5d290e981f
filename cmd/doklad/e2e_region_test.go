//go:build e2e

package main

import (
	"bytes"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// e2eRegionYear is the year of which tables of the example hold everything.
const e2eRegionYear = "2021"

// TestE2ERegion: the consolidation above two offices is counted by LibreOffice as we count
// it, and its totals are those of all institutions of both.
func TestE2ERegion(t *testing.T) {
	data := t.TempDir()
	for office, more := range map[string]int{"north": 0, "south": 2} {
		e2eNeighbour(t, filepath.Join(data, office), office, more)
	}
	out := e2eBuild(t, data)
	sets := []string{"preschool", "school"}
	var files []string
	for _, set := range sets {
		files = append(files, filepath.Join(out, "consolidation", e2eRegionYear+"-"+set+".xlsx"))
	}
	for i, book := range e2eRecount(t, files) {
		t.Run(sets[i], func(t *testing.T) {
			var region e2eAllAnswers
			for _, office := range []string{"north", "south"} {
				all := e2eAnswersOfYear(t, filepath.Join(data, office), sets[i])
				e2eCheckTotals(t, book, sets[i], "Управление «"+office+"»", all, true)
				region = append(region, all...)
			}
			e2eCheckTotals(t, book, sets[i], "По всем организациям", region, true)
		})
	}
}

// e2eTablesOf are the tables of a year of the example by sets.
var e2eTablesOf = map[string]string{"preschool": "doo.csv", "school": "shkoly.csv"}

func e2eAnswersOfYear(t testing.TB, office, set string) (all e2eAllAnswers) {
	t.Helper()
	answers := e2eAnswersIn(e2eRowsOf(t, filepath.Join(office, "submissions", e2eRegionYear, e2eTablesOf[set])))
	for _, code := range slices.Sorted(maps.Keys(answers)) {
		all = append(all, answers[code])
	}
	return all
}

// e2eNeighbour is an office as that of the example, under another name; the counts of each
// third institution are greater by some.
func e2eNeighbour(t *testing.T, office, name string, more int) {
	t.Helper()
	if err := os.CopyFS(office, os.DirFS(filepath.Join(e2eData, "example"))); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"orders", "progress", "reports", "recommendations", "decisions", "cycle.toml", "submissions/2022"} {
		if err := os.RemoveAll(filepath.Join(office, gone)); err != nil {
			t.Fatal(err)
		}
	}
	e2eReplace(t, filepath.Join(office, "organization.toml"), `nominative = "Управление образования администрации муниципального округа «Пример»"`, `nominative = "Управление «`+name+`»"`)
	for _, table := range e2eTablesOf {
		file := filepath.Join(office, "submissions", e2eRegionYear, table)
		rows := e2eRowsOf(t, file)
		header := slices.IndexFunc(rows, func(row []string) bool { return e2eAt(row, 2) == "Код учреждения" })
		for n := header + 1; n < len(rows)-1; n += 3 {
			for column, text := range rows[n] {
				if x, err := strconv.Atoi(text); column > 2 && err == nil && x > 20 {
					rows[n][column] = strconv.Itoa(x + more)
				}
			}
		}
		var text bytes.Buffer
		writer := csv.NewWriter(&text)
		writer.Comma = ';'
		if err := writer.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		e2eWrite(t, file, text.String())
	}
}

func e2eReplace(t testing.TB, file, from, to string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), from) {
		t.Fatalf("%s: %v: no «%s»", file, err, from)
	}
	e2eWrite(t, file, strings.ReplaceAll(string(text), from, to))
}
