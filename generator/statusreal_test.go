package generator

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doklad/generator/execution"
	"doklad/generator/model"
)

// How the two real orders stand, against files that were written by hand from the words
// of the roadmaps, with the reasoning beside each group of rows. -update does not touch
// them: what the program thinks proves nothing here.
func TestStatusOfRealOrders(t *testing.T) {
	files, _ := filepath.Glob("testdata/status/*/*.txt")
	if len(files) != 2 {
		t.Fatal(files)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		id := filepath.ToSlash(strings.TrimSuffix(strings.TrimPrefix(file, filepath.FromSlash("testdata/status/")), ".txt"))
		days := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n== на ")[1:]
		if len(days) != 4 {
			t.Errorf("%s: %d days", file, len(days))
		}
		for _, words := range days {
			on, rows, _ := strings.Cut(words, "\n")
			if got, want := standsOn(t, id, on), byHand(rows); !slices.Equal(got, want) {
				t.Errorf("%s on %s: of the program, not of the file: %q\nof the file, not of the program: %q", file, on, only(got, want), only(want, got))
			}
		}
	}
}

// byHand are the rows of one day: «2.1, 2.2 | 2021 | 31.12.2021 | не исполнено | 30» is a
// row for each of the activities.
func byHand(text string) (rows []string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		for _, activity := range strings.Split(cells[0], ", ") {
			rows = append(rows, strings.Join(append([]string{activity}, cells[1:]...), " | "))
		}
	}
	slices.Sort(rows)
	return rows
}

// standsOn are the same rows as the program gives them, of the data without any marks.
func standsOn(t *testing.T, id, on string) (rows []string) {
	t.Helper()
	day, err := model.ParseDate(on)
	if err != nil {
		t.Fatal(err)
	}
	g := ours()
	g.Data = unmarked{g.Data}
	list, problems, err := g.Status(StatusQuery{Date: day, Orders: []string{id}})
	if err != nil || problems.HasErrors() || len(list) != 1 {
		t.Fatal(err, problems, list)
	}
	for _, s := range list[0].Standings {
		row := []string{s.ID, s.OccurrenceID(), s.Due.String(), string(s.Status)}
		if s.Late > 0 {
			row = append(row, fmt.Sprint(s.Late))
		}
		rows = append(rows, strings.Join(row, " | "))
	}
	total := []string{"итого"}
	for _, status := range execution.Statuses {
		if n := list[0].Tally[status]; n > 0 {
			total = append(total, fmt.Sprintf("%s %d", status, n))
		}
	}
	rows = append(rows, strings.Join(total, " | "))
	slices.Sort(rows)
	return rows
}

// unmarked is a data folder without what is on record.
type unmarked struct{ fs.FS }

func (u unmarked) Open(name string) (fs.File, error) {
	if strings.Contains(name, "progress") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return u.FS.Open(name)
}

func (u unmarked) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(u.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "progress" }), err
}

func only(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}
