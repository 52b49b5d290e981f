package generator

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/execution"
)

// partlyAhead is a mark on what is due on 01.12.2026, nine days after the report.
const partlyAhead = "\n[[entry]]\nactivity = \"%s\"\noccurrence = %s\nstatus = \"partly\"\ndate = 2026-11-20\nresult = \"Часть\"\nreason = \"Нет сведений\"\n[[entry.evidence]]\nkind = \"справка\"\n"

// reported is the roadmap of the example with one more mark: of the first occurrence that
// is in work and has a last day to come, a part is done.
func reported(t *testing.T) (Generator, *carried) {
	t.Helper()
	g, files := exampleOffice(t)
	for range 2 {
		all, problems := g.allCarried()
		picked, err := pickCarried(all, []string{"2026-9"})
		if err != nil || problems.HasErrors() || picked[0].problems.HasErrors() {
			t.Fatal(err, problems, picked)
		}
		c := picked[0]
		rows := c.rows(g.Today)
		if slices.ContainsFunc(rows, func(r progressRow) bool { return r.IsPartlyAhead() }) {
			return g, c
		}
		i := slices.IndexFunc(rows, func(r progressRow) bool { return r.Status == execution.InWork && r.Mark == nil && !r.Due.IsZero() })
		if i < 0 {
			t.Fatal("nothing is in work")
		}
		old := files[exampleRecord].Data
		files[exampleRecord].Data = fmt.Appendf(slices.Clone(old), partlyAhead, rows[i].ID, fmt.Sprintf("%q", rows[i].OccurrenceID()))
	}
	t.Fatal("nothing is partly done before its day")
	return g, nil
}

// What is partly done before its last day is not due: in the text, and in the lines of
// every table, so that they add up to the same.
func TestSharesAddUp(t *testing.T) {
	g, c := reported(t)
	rows := c.rows(g.Today)
	done, of := execution.Count(standings(rows)).InTime()
	for name, groups := range map[string][]group{"years": byYear(rows), "sections": bySection(rows, c.order.Roadmap.Sections)} {
		sumDone, sumOf := 0, 0
		for _, group := range groups {
			d, o := group.tally.InTime()
			sumDone, sumOf = sumDone+d, sumOf+o
		}
		if sumDone != done || sumOf != of {
			t.Errorf("by %s %d of %d are in time, of all %d of %d", name, sumDone, sumOf, done, of)
		}
	}
}

// A line of the text never ends between «не» and «исполнено».
func TestStatusesOfTheTextHoldTogether(t *testing.T) {
	g, c := reported(t)
	rows := c.rows(g.Today)
	words := summary(rows, execution.Count(standings(rows)))[0]
	if !strings.Contains(words, ", не\u00a0исполнено\u00a0– ") || !strings.Contains(words, "исполнено\u00a0с\u00a0опозданием\u00a0– ") {
		t.Errorf("%q", words)
	}
}

// The formulas of the counts give what we counted ourselves.
func TestCountsAreLive(t *testing.T) {
	g, c := reported(t)
	raw, problems, err := g.progressXLSX(c)
	if err != nil || len(problems) > 0 { // of the width of our own columns nothing is told
		t.Fatal(problems, err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range []string{sheetCounts, sheetBodies} {
		cells, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		live := 0
		for i, row := range cells {
			for j, kept := range row {
				at := cellName(j, i)
				formula, _ := book.GetCellFormula(sheet, at)
				if formula == "" || row[0] == noTerm { // excelize finds no empty cells
					continue
				}
				live++
				counted, err := book.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
				if err != nil || !strings.HasPrefix(counted, kept[:min(len(kept), 10)]) || counted != "" && kept == "" {
					t.Errorf("%s!%s: %s gives %q, kept is %q (%v)", sheet, at, formula, counted, kept, err)
				}
			}
		}
		if live < 40 {
			t.Errorf("%s has %d formulas", sheet, live)
		}
	}
}

// Who adds up the lines of the bodies is told why there are more than in all.
func TestBodiesAddUpToMore(t *testing.T) {
	g, c := reported(t)
	rows := c.rows(g.Today)
	if got := bodiesCaption(rows, byBody(rows, &c.office.Directory)); !strings.Contains(got, "учтено у каждого") {
		t.Errorf("%s", got)
	}
	if got := bodiesCaption(rows[:1], byBody(rows[:1], &c.office.Directory)); got != bodiesTitle {
		t.Errorf("%s", got)
	}
}

// An event is looked at alone: each says that it is of an example.
func TestEventsOfAnExample(t *testing.T) {
	g, c := reported(t)
	raw, _, err := g.deadlines(c)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(raw), "\r\n ", "")
	if events := strings.Count(text, "BEGIN:VEVENT"); events == 0 || strings.Count(text, `\nПример: организация\, люди`) != events {
		t.Errorf("%d events\n%s", events, text)
	}
}

// A report is signed as an order is: with the full post.
func TestReportersSignWithTheFullPost(t *testing.T) {
	_, c := reported(t)
	for i := range c.office.Directory.People {
		c.office.Directory.People[i].ShortPost.Nominative = "спец."
	}
	if got := c.reporters(); len(got) != 1 || got[0].Post == "Спец." {
		t.Errorf("%+v", got)
	}
}
