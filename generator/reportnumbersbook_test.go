package generator

import (
	"math"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	sheets "doklad/generator/sheet"
)

// The workbook of a report, read back, has the numbers of the paper: those of every table,
// and under every figure those that it draws.
func TestReportNumbersOfWorkbook(t *testing.T) {
	reports, composed, problems := composedReports(ours())
	for n, r := range reports {
		if problems[n].HasErrors() {
			t.Fatal(problems[n])
		}
		numbers := walkBook(t, r, composed[n])
		t.Logf("%s: %d numbers in %d sheets", r.report.ID, numbers, len(composed[n].exhibits))
		if numbers < 500 {
			t.Errorf("only %d numbers", numbers)
		}
	}
}

// walkBook compares the workbook with the paper and returns how many numbers it has found.
func walkBook(t *testing.T, r *reporting, made *composedReport) int {
	raw, found, err := r.xlsx(made)
	if err != nil || found.HasErrors() {
		t.Fatal(found, err)
	}
	book, err := sheets.Open("доклад.xlsx", raw)
	if err != nil {
		t.Fatal(err)
	}
	b := readBook{t: t}
	for _, e := range made.exhibits {
		b.read(book.Sheet(e.name()), r.report.ID+" "+e.name())
		if e.Picture != nil {
			b.picture(e.Picture)
		} else {
			b.table(e.Table)
		}
	}
	return b.numbers
}

// readBook is a sheet of a workbook as it was read back.
type readBook struct {
	t       *testing.T
	name    string
	rows    []sheets.Row
	numbers int
}

func (b *readBook) read(s *sheets.Sheet, name string) {
	b.name, b.rows = name, nil
	if s == nil {
		b.t.Errorf("%s: no sheet", name)
		return
	}
	for row, err := range s.Rows() {
		if err != nil {
			b.t.Error(err)
			return
		}
		b.rows = append(b.rows, row)
	}
}

// under are the rows under the headers; nil where these are not there.
func (b *readBook) under(headers []string) []sheets.Row {
	for n, row := range b.rows {
		if !slices.ContainsFunc(headers, func(h string) bool { return plain(row.Cell(slices.Index(headers, h)+1).Text) != plain(h) }) {
			return b.rows[n+1:]
		}
	}
	b.t.Errorf("%s: no row of headers %q", b.name, headers)
	return nil
}

// cell compares a place of the sheet with a cell of the paper.
func (b *readBook) cell(got sheets.Cell, want doc.Cell) {
	if want.Value == nil || want.Value.Kind == doc.TextValue {
		if text := strings.TrimSpace(got.Text); plain(text) != plain(strings.TrimSpace(want.Text)) {
			b.t.Errorf("%s: %s is %q, on paper %q", b.name, got.Name(), text, want.Text)
		}
		return
	}
	b.numbers++
	if want.Value.Kind == doc.DayValue {
		if got.Day.String() != want.Text {
			b.t.Errorf("%s: %s is %s, on paper %s", b.name, got.Name(), got.Day, want.Text)
		}
		return
	}
	if math.Abs(got.Number-want.Value.Number) > 1e-9*math.Max(1, math.Abs(want.Value.Number)) || got.Kind != sheets.Number {
		b.t.Errorf("%s: %s is %v, on paper %s", b.name, got.Name(), got.Number, want.Text)
	}
	if printed := plainNumber(got.Number, want.Value.Format.Decimals); !want.Value.Format.YesNo && !strings.HasSuffix(strings.TrimSuffix(want.Text, otherMethod), printed) {
		b.t.Errorf("%s: %s rounds to %s, on paper %s", b.name, got.Name(), printed, want.Text)
	}
}

func (b *readBook) table(t *doc.Table) {
	var headers []string
	for _, c := range t.Columns {
		headers = append(headers, c.Header)
	}
	rows := b.under(headers)
	if len(rows) < len(t.Rows) {
		b.t.Errorf("%s: %d rows, on paper %d", b.name, len(rows), len(t.Rows))
		return
	}
	for n, row := range t.Rows {
		for k, want := range row.Cells {
			b.cell(rows[n].Cell(k+1), want)
		}
	}
}

// picture finds the rows by their names and the columns by their places: the name, then the
// series.
func (b *readBook) picture(p *picture) {
	drawn := map[string]sheets.Row{}
	for _, row := range b.rows {
		if name := row.Cell(1).Text; name != "" {
			drawn[plain(name)] = row
		}
	}
	for _, row := range p.Rows {
		name := plain(p.shownName(row))
		got, is := drawn[name]
		if !is {
			b.t.Errorf("%s: no row %s", b.name, name)
			continue
		}
		for n, want := range row.Cells {
			if cell := got.Cell(n + 2); want.Value != nil && want.Value.Kind == doc.NumberValue {
				b.cell(cell, doc.Value{Kind: doc.NumberValue, Number: want.Value.Number, Format: doc.NumberFormat{Decimals: p.Decimals, Grouped: true}}.Cell())
			} else if cell.Kind == sheets.Number {
				b.t.Errorf("%s: %s has %v where nothing is known", b.name, cell.Name(), cell.Number)
			}
		}
	}
}
