//go:build e2e

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// e2eProgressDays are days on which the execution of the roadmaps of data/ is told.
var e2eProgressDays = []string{"2021-09-30", "2022-08-31", "2024-11-22", "2026-03-02"}

// e2eProgress are the papers of execution on a day.
func e2eProgress(t testing.TB, day, ext string) []string {
	t.Helper()
	out := t.TempDir()
	e2eDoklad(t, "build", "--data", e2eData, "--date", day, "--out", out)
	files, err := filepath.Glob(filepath.Join(out, "*", "progress", "*"+ext))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s: %v", ext, err)
	}
	return files
}

// TestE2EProgressBooks: LibreOffice counts what we counted, in the workbooks of all
// days.
func TestE2EProgressBooks(t *testing.T) {
	folder := t.TempDir()
	var files, forgotten []string
	for _, day := range e2eProgressDays {
		for _, file := range e2eProgress(t, day, ".xlsx") {
			copied := filepath.Join(folder, "on "+day+" "+filepath.Base(file))
			e2eCopyFile(t, file, copied)
			files, forgotten = append(files, copied), append(forgotten, e2eForget(t, copied))
		}
	}
	said, computed := e2eAllSheetsAsCSV(t, files), e2eAllSheetsAsCSV(t, forgotten)
	again := e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", files)
	for i, file := range files {
		t.Run(e2eName(file), func(t *testing.T) {
			e2eSameLines(t, "values", computed[i], said[i])
			if !slices.ContainsFunc(computed[i], func(line string) bool { return strings.HasPrefix(line, "Всего,") }) {
				t.Errorf("nothing is counted in\n%s", strings.Join(computed[i], "\n"))
			}
			if len(e2eCellMarks(t, e2eOpenBook(t, again[i]))) == 0 {
				t.Error("the marks of statuses are lost")
			}
		})
	}
}

// TestE2EProgressCalendars: the calendars of all days are valid and have an event for
// each last day; what is done is ticked off.
func TestE2EProgressCalendars(t *testing.T) {
	for _, day := range e2eProgressDays {
		for _, file := range e2eProgress(t, day, ".ics") {
			t.Run(day+" "+e2eName(file), func(t *testing.T) {
				events := e2eValidateCalendar(t, file)
				status := e2eDoklad(t, "status", e2eOffice(file)+"/"+e2eName(file), "--data", e2eData, "--date", day, "--json")
				if due := strings.Count(status, `"due": "2`); len(events) != due || due == 0 {
					t.Errorf("%d events, %d last days", len(events), due)
				}
			})
		}
	}
}

func e2eOffice(file string) string { return filepath.Base(filepath.Dir(filepath.Dir(file))) }

// e2eReports are the execution reports of data/ on all days, to be judged.
func e2eReports(t testing.TB) (papers []e2eJudged) {
	for _, day := range e2eProgressDays {
		for _, file := range e2eProgress(t, day, ".pdf") {
			papers = append(papers, e2eJudged{fmt.Sprintf("report %s %s", e2eName(file), day), e2eData, file})
		}
	}
	return papers
}
