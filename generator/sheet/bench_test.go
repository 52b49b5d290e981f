package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const benchRows, benchColumns = 50_000, 10

// bigBook is what hundreds of schools send in: texts of their own, texts that repeat,
// numbers, days.
func bigBook(t testing.TB) []byte {
	var strings1, rows strings.Builder
	count := 0
	for r := 1; r <= benchRows; r++ {
		fmt.Fprintf(&rows, `<row r="%d" spans="1:%d">`, r, benchColumns)
		for c := 1; c <= benchColumns; c++ {
			switch name := CellName(r, c); c {
			case 1, 2, 3, 4, 5:
				fmt.Fprintf(&strings1, `<si><t>Школа № %d, столбец %d</t></si>`, r, c)
				fmt.Fprintf(&rows, `<c r="%s" s="0" t="s"><v>%d</v></c>`, name, count)
				count++
			case 6, 7:
				fmt.Fprintf(&rows, `<c r="%s" s="1"><v>%d</v></c>`, name, 44000+r%1000)
			default:
				fmt.Fprintf(&rows, `<c r="%s" s="2"><v>%d.5</v></c>`, name, r)
			}
		}
		rows.WriteString(`</row>`)
	}
	return parts{
		"xl/worksheets/sheet1.xml": worksheet(rows.String()),
		"xl/sharedStrings.xml":     `<sst ` + mainNS + `>` + strings1.String() + `</sst>`,
		"xl/styles.xml":            styles("0", "14", "0.00"),
	}.zip(t)
}

func BenchmarkRows(b *testing.B) {
	raw := bigBook(b)
	most, start := int64(0), worked()
	for b.Loop() {
		most = max(most, peak(func() {
			if cells, err := readCells(raw); err != nil || cells != benchRows*benchColumns {
				b.Fatal(cells, err)
			}
		}))
	}
	report(b, most, start)
}

// The peer: the reader that the Go library for workbooks has.
func BenchmarkExcelize(b *testing.B) {
	raw := bigBook(b)
	most, start := int64(0), worked()
	for b.Loop() {
		most = max(most, peak(func() {
			f, err := excelize.OpenReader(bytes.NewReader(raw))
			if err != nil {
				b.Fatal(err)
			}
			defer f.Close()
			rows, err := f.Rows("Лист")
			if err != nil {
				b.Fatal(err)
			}
			cells := 0
			for rows.Next() {
				values, err := rows.Columns()
				if err != nil {
					b.Fatal(err)
				}
				cells += len(values)
			}
			if cells != benchRows*benchColumns {
				b.Fatal(cells)
			}
		}))
	}
	report(b, most, start)
}

func report(b *testing.B, most int64, start time.Duration) {
	b.ReportMetric(float64(benchRows*b.N)/(worked()-start).Seconds(), "rows/CPU-s")
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(most)/(1<<20), "MB-peak")
}
