package generator

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/internal/golden"
	"doklad/generator/model"
	"doklad/generator/source"
)

// quarterPapers are the reports of a year of the example, by the names of their files.
func quarterPapers(t *testing.T, g Generator, year int) (*recommended, map[string]*doc.Document) {
	t.Helper()
	r := advised(t, g, year)
	text, _ := g.templateFor(source.Open(g.Data, g.Common), "example", "recommendation-quarter.tmpl")
	papers := map[string]*doc.Document{}
	all := r.quarters()
	for n, q := range all {
		document, problems := r.composeQuarter(text, all[:n+1])
		if len(problems) > 0 {
			t.Fatal(q.Label(), problems)
		}
		papers[fmt.Sprintf("%d-%d", q.Year, q.Number)] = document
	}
	return r, papers
}

// The reports of some quarters as they are read: of one in which nothing was marked, of one
// with marks, of one after the end of the year.
func TestQuarterReports(t *testing.T) {
	for year, names := range map[int][]string{2021: {"2021-3", "2021-4", "2022-1"}, 2022: {"2022-4"}} {
		_, papers := quarterPapers(t, ours(), year)
		for _, name := range names {
			golden.Assert(t, fmt.Sprintf("example/recommendations/%d-quarters/%s.txt", year, name), doc.Format(papers[name].Blocks)+doc.FormatTables(papers[name]))
		}
	}
}

// standsByMarks is how the recommendations stood on a day, counted from the marks and the last days
// alone, by the words of the columns.
func standsByMarks(r *recommended, to model.AddresseeKind, day model.Date) map[string]int {
	counts := map[string]int{}
	for _, one := range r.list {
		if to != "" && one.To != to {
			continue
		}
		counts["Всего"]++
		var said model.Outcome
		var since model.Date
		for _, m := range r.record.Marks {
			if m.Recommendation == one.ID && m.Date.Compare(day) <= 0 && m.Date.Compare(since) >= 0 {
				said, since = m.Outcome, m.Date
			}
		}
		passed := day.Compare(one.Term.Day) > 0
		words := map[model.Outcome]string{"": "Срок не наступил", "work": "В работе", "done": "Исполнено", "partly": "Исполнено частично", "failed": "Не исполнено", "void": "Не актуально"}[said]
		switch {
		case passed && (said == "" || said == "work"):
			words = "Не исполнено"
		case said == "done" && since.Compare(one.Term.Day) > 0:
			words = "Исполнено с опозданием"
		}
		counts[words]++
		if passed && said != "done" && said != "void" {
			counts["Просрочено"]++
		}
	}
	return counts
}

// All numbers of the reports are those of the marks.
func TestQuarterNumbers(t *testing.T) {
	kinds := map[string]model.AddresseeKind{"Всего": ""}
	for _, to := range model.AddresseeKinds {
		kinds[capitalized(to.Words())] = to
	}
	seen := map[string]int{}
	for _, year := range []int{2021, 2022} {
		r, papers := quarterPapers(t, ours(), year)
		for _, q := range r.quarters() {
			document := papers[fmt.Sprintf("%d-%d", q.Year, q.Number)]
			compare := func(table *doc.Table, row doc.Row, want map[string]int) {
				left := maps.Clone(want)
				for n, column := range table.Columns {
					if got := row.Cells[n].Text; n > 0 && column.Header != "На день" {
						if got != fmt.Sprint(want[column.Header]) {
							t.Errorf("%s, %s, %s: %s, want %d", q.Label(), row.Cells[0].Text, column.Header, got, want[column.Header])
						}
						seen[column.Header] += want[column.Header]
						delete(left, column.Header)
					}
				}
				delete(left, "Всего")
				for status, n := range left {
					if n > 0 {
						t.Errorf("%s: %d of %s are in no column", q.Label(), n, status)
					}
				}
			}
			addressees := document.Tables["addressees"]
			for _, row := range addressees.Rows {
				compare(addressees, row, standsByMarks(r, kinds[row.Cells[0].Text], q.Day))
			}
			total := document.Tables[quartersName]
			compare(total, total.Rows[len(total.Rows)-1], standsByMarks(r, "", q.Day))
			if late, want := sumOf(document.Tables["overdue"], "Число"), standsByMarks(r, "", q.Day)["Просрочено"]; late != want {
				t.Errorf("%s: %d are listed as overdue of %d", q.Label(), late, want)
			}
		}
	}
	for _, status := range []string{"Исполнено", "Исполнено с опозданием", "Исполнено частично", "Не исполнено", "Не актуально", "Срок не наступил", "Просрочено"} {
		if seen[status] == 0 {
			t.Errorf("the example has none: %s", status)
		}
	}
}

// sumOf adds up the numbers of a column; there may be no table.
func sumOf(table *doc.Table, header string) (sum int) {
	if table == nil {
		return 0
	}
	at := slices.IndexFunc(table.Columns, func(c doc.Column) bool { return c.Header == header })
	for _, row := range table.Rows {
		n := 0
		fmt.Sscan(row.Cells[at].Text, &n)
		sum += n
	}
	return sum
}

// Each mark is told in the quarter of its day and in no other; what falls due is told in the
// quarter before.
func TestWhichQuarterTells(t *testing.T) {
	r, papers := quarterPapers(t, ours(), 2021)
	told := map[string]int{}
	for name, document := range papers {
		table := document.Tables["marked"]
		if table == nil {
			continue
		}
		for _, row := range table.Rows {
			day, err := model.ParseDate(row.Cells[4].Text)
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprintf("%d-%d", day.Year, (int(day.Month)+2)/3); got != name {
				t.Errorf("%s is told in %s", day, name)
			}
			told[row.Cells[2].Text[strings.LastIndex(row.Cells[2].Text, "\n")+1:]+" "+row.Cells[4].Text]++
		}
	}
	for _, m := range r.record.Marks {
		if told[m.Recommendation+" "+m.Date.String()] != 1 {
			t.Errorf("%s of %s is told %d times", m.Recommendation, m.Date, told[m.Recommendation+" "+m.Date.String()])
		}
	}
	// On 31.12.2021 all of January to March that nobody finished before.
	want := 0
	for _, one := range r.list {
		if d := one.Term.Day; d.Year == 2022 && d.Month <= 3 {
			want++
		}
	}
	if got := sumOf(papers["2021-4"].Tables["upcoming"], "Число"); got != want || want == 0 {
		t.Errorf("%d fall due of %d", got, want)
	}
}

// A report is made of each quarter that is over; of recommendations that were not issued, none.
// Those of other quarters, made before, go.
func TestWhichQuartersHaveReports(t *testing.T) {
	g := ours()
	gone := map[string]bool{} // older reports that go
	files := func(record string) (names []string) {
		clear(gone)
		g := g
		if record != "" {
			g.Data = replacing{g.Data, "example/recommendations/2022.toml", record}
		}
		made, problems, err := g.quarterReports(source.Open(g.Data, g.Common), advised(t, g, 2022), "at")
		if err != nil || problems.HasErrors() {
			t.Fatal(problems, err)
		}
		for _, f := range made {
			if len(f.Bytes) == 0 {
				gone[path.Base(f.Path)] = true
				continue
			}
			names = append(names, path.Base(f.Path))
		}
		return names
	}
	const rest = "year = 2022\nsignatory = \"primerova\"\n"
	for _, test := range []struct {
		record string
		want   []string
	}{
		{"", []string{"2022-3.pdf", "2022-4.pdf"}},
		{rest + "date = 2022-09-15\nas_of = 2022-12-30\n", []string{"2022-3.pdf"}},
		{rest + "date = 2022-10-01\nas_of = 2023-03-31\n", []string{"2022-4.pdf", "2023-1.pdf"}},
		{rest + "date = 2022-10-01\nas_of = 2022-10-02\n", nil},
		{rest, nil},
	} {
		if got := files(test.record); !slices.Equal(got, test.want) {
			t.Errorf("%q: %v, want %v", test.record, got, test.want)
		}
		for _, name := range []string{"2022-1.pdf", "2022-3.pdf", "2022-4.pdf", "2023-1.pdf"} {
			if gone[name] == slices.Contains(test.want, name) {
				t.Errorf("%q: %s goes: %t", test.record, name, gone[name])
			}
		}
	}
}
