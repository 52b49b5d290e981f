package generator

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doklad/generator/form"
	"doklad/generator/model"
)

const benchIndicators = 70

// BenchmarkCollection reads, checks and counts the forms of so many kindergartens, each a
// workbook of 70 indicators; papers makes all papers of it too.
func BenchmarkCollection(b *testing.B) {
	for _, institutions := range []int{1000, 10_000} {
		data := collectionOf(b, institutions)
		g := Generator{Data: data, Common: ours().Common, Templates: ours().Templates, Today: model.Date{Year: 2023, Month: 2, Day: 1}}
		measure := func(name string, run func()) {
			b.Run(fmt.Sprintf("%d/%s", institutions, name), func(b *testing.B) {
				most := uint64(0)
				start := worked()
				for b.Loop() {
					most = max(most, heapDuring(run))
				}
				b.ReportMetric(float64((worked()-start).Milliseconds())/float64(b.N*institutions), "CPU-ms/submission")
				b.ReportMetric(float64(most)/(1<<20), "peak-MB")
				b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*institutions), "ms/submission")
			})
		}
		measure("read", func() {
			plan := g.Plan("2022")
			offices, _ := plan.collected.tree.Offices()
			now := plan.collected.of(offices[0], 2022)
			if n := len(now.taken); n != institutions || len(now.counted["bench"].Rows) != benchIndicators {
				b.Fatalf("%d institutions are taken", n)
			}
		})
		if institutions > 1000 {
			continue
		}
		measure("papers", func() {
			plan := g.Plan()
			if plan.Problems.HasErrors() {
				b.Fatal(plan.Problems)
			}
			each(len(plan.Papers), func(i int) {
				p := plan.Papers[i]
				start := time.Now()
				if _, problems, err := p.Make(); err != nil || problems.HasErrors() || p.Blocked() {
					b.Error(p.Path, problems, err)
				}
				b.Logf("%s: %v", p.Path, time.Since(start))
			})
		})
	}
}

// heapDuring is the most memory that was in use while f ran.
func heapDuring(f func()) uint64 {
	runtime.GC()
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		var stats runtime.MemStats
		peak := uint64(0)
		for {
			runtime.ReadMemStats(&stats)
			peak = max(peak, stats.HeapInuse+stats.StackInuse)
			select {
			case <-stop:
				most <- peak
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	f()
	close(stop)
	return <-most
}

// collectionOf is a data folder with the forms of so many kindergartens.
func collectionOf(t testing.TB, institutions int) fstest.MapFS {
	data := fstest.MapFS{"organization.toml": {Data: []byte("example = true\n[full]\nnominative = \"Управление (пример)\"\n")}}
	var indicators, checks, list strings.Builder
	indicators.WriteString("title = \"Показатели (пример)\"\n")
	for n := range benchIndicators {
		fmt.Fprintf(&indicators, "\n[[indicator]]\ncode = \"B%02d\"\ntitle = \"Показатель %d\"\nunit = \"чел.\"\ndirection = \"none\"\nlevel = \"both\"\nkinds = [\"ДОО\"]\nfilled_by = \"institution\"\nperiod = \"calendar-year\"\nexplain = \"Впишите число.\"\ntotal = \"sum\"\nsource = \"отчёт\"\nrange = [0, 1000]\n", n+1, n+1)
		if n > 0 {
			fmt.Fprintf(&checks, "\n[[check]]\nid = \"B%02d\"\ntitle = \"часть\"\nleft = \"B%02d\"\noperator = \"<=\"\nright = \"B01\"\nmessage = \"часть больше целого\"\nhint = \"проверьте оба числа\"\n", n+1, n+1)
		}
	}
	data["indicators/bench.toml"] = &fstest.MapFile{Data: []byte(indicators.String())}
	data["checks/bench.toml"] = &fstest.MapFile{Data: []byte(checks.String())}
	for n := range institutions {
		id := fmt.Sprintf("ds-%d", n+1)
		fmt.Fprintf(&list, "[[institution]]\nid = \"%s\"\nkind = \"ДОО\"\n[institution.full]\nnominative = \"Детский сад № %d (пример)\"\n\n", id, n+1)
		data["submissions/2022/"+id+".xlsx"] = &fstest.MapFile{Data: filledForm(t, id, n)}
	}
	data["institutions.toml"] = &fstest.MapFile{Data: []byte(list.String())}
	return data
}

// filledForm is a form as a spreadsheet program saves it.
func filledForm(t testing.TB, institution string, n int) []byte {
	var rows strings.Builder
	row := 0
	put := func(cells ...string) {
		row++
		fmt.Fprintf(&rows, `<row r="%d">`, row)
		for c, text := range cells {
			name := fmt.Sprintf("%c%d", 'A'+c, row)
			if c == 3 && row > 1 {
				fmt.Fprintf(&rows, `<c r="%s"><v>%s</v></c>`, name, text)
			} else if text != "" {
				fmt.Fprintf(&rows, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, text)
			}
		}
		rows.WriteString(`</row>`)
	}
	put("Код", "Показатель", "Ед. изм.", "Значение", "Если числа нет", "Прошлый год", "Как считать", "Примечание", form.KeyColumn.Header)
	for i := range benchIndicators {
		code := fmt.Sprintf("B%02d", i+1)
		value := 50 + (n*7+i*13)%40
		if i == 0 {
			value = 100
		}
		put(code, fmt.Sprintf("Показатель %d", i+1), "чел.", fmt.Sprint(value), "", "", "Впишите число.", "", form.Key(code))
	}
	values := rows.String()
	rows.Reset()
	row = 0
	for _, pair := range [][2]string{{"doklad-form", "monitoring"}, {"version", "1"}, {"folder", "."}, {"office", "Управление (пример)"},
		{"subject", "bench/2022"}, {"title", "Показатели"}, {"body-id", institution}, {"made", "01.12.2022"}, {"rows", fmt.Sprint(benchIndicators)}} {
		put(pair[0], pair[1])
	}
	sheet := func(rows string) string {
		return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
	}
	const (
		links = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		kind  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"_rels/.rels", links + `<Relationship Id="rId1" Type="` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Показатели" sheetId="1" r:id="rId1"/><sheet name="Паспорт формы" sheetId="2" state="veryHidden" r:id="rId2"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", links + `<Relationship Id="rId1" Type="` + kind + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + kind + `worksheet" Target="worksheets/sheet2.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet(values)},
		{"xl/worksheets/sheet2.xml", sheet(rows.String())},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
