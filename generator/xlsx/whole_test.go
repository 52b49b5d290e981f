package xlsx

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"doklad/generator/doc"
)

// Every word of the input stands in the sheet exactly once.
func TestEveryWordOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		s := randomSheet(random)
		want := map[string]int{}
		count := func(m map[string]int, text string) {
			for _, word := range strings.Fields(text) {
				m[word]++
			}
		}
		for _, block := range s.Above {
			for _, part := range block.Parts {
				count(want, part)
			}
		}
		count(want, s.Note)
		count(want, s.Across)
		for _, column := range s.Table.Columns {
			count(want, column.Header)
		}
		for _, row := range s.Table.Rows {
			for _, cell := range row.Cells {
				count(want, cell.Text)
			}
		}
		got := map[string]int{}
		for _, row := range decode(t, part(t, mustWrite(t, s), "xl/worksheets/sheet1.xml")) {
			for _, text := range row {
				count(got, text)
			}
		}
		for word, n := range want {
			if n != 1 || got[word] != 1 {
				t.Fatalf("%q: %d in, %d out", word, n, got[word])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d words in, %d out", len(want), len(got))
		}
	}
}

func TestSameBytes(t *testing.T) {
	var sheets []Sheet
	for i := range 12 {
		s := roadmap()
		s.Name = fmt.Sprintf("Лист %d", i)
		sheets = append(sheets, s)
	}
	want := mustWrite(t, sheets...)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 3 {
				got, _, err := Write(sheets, paper)
				if err != nil || !bytes.Equal(got, want) {
					t.Error("other bytes", err)
				}
			}
		})
	}
	wait.Wait()
	if !bytes.HasPrefix(want[30:], []byte("[Content_Types].xml")) {
		t.Error("the list of parts is not first")
	}
}

func TestManyRows(t *testing.T) {
	s := manyRows(10_000)
	rows := decode(t, part(t, mustWrite(t, s), "xl/worksheets/sheet1.xml"))
	if got := len(rows); got != 10_001 {
		t.Fatal(got)
	}
	if got := rows[10_000][0]; got != "9999" {
		t.Error(got)
	}
}

func BenchmarkTenThousandRows(b *testing.B) {
	s := manyRows(10_000)
	for b.Loop() {
		mustWrite(b, s)
	}
}

func BenchmarkHundredThousandRows(b *testing.B) {
	s := manyRows(100_000)
	for b.Loop() {
		mustWrite(b, s)
	}
}

// BenchmarkHundredThousandValues has a number and a formula in each row.
func BenchmarkHundredThousandValues(b *testing.B) {
	s := manyRows(100_000)
	for _, row := range s.Table.Rows {
		if !row.Section {
			n, f := number(1234.5, grouped), number(1, percents)
			f.Formula = "{.2}/2"
			row.Cells[2].Value, row.Cells[3].Value = &n, &f
		}
	}
	for b.Loop() {
		mustWrite(b, s)
	}
}

func BenchmarkRoadmap(b *testing.B) {
	s := roadmap()
	for b.Loop() {
		mustWrite(b, s)
	}
}

// manyRows has a section every ten rows, which would take quadratic time where
// merged cells are compared with each other.
func manyRows(n int) Sheet {
	t := roadmap().Table
	activity := t.Rows[1].Cells
	t.Rows = nil
	for i := range n {
		if i%10 == 0 {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: cells(fmt.Sprintf("Раздел %d", i))})
			continue
		}
		row := append([]doc.Cell{{Text: fmt.Sprint(i)}}, activity[1:]...)
		t.Rows = append(t.Rows, doc.Row{Cells: row})
	}
	return Sheet{Name: "Реестр", Table: t}
}
