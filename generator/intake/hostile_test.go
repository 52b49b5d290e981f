package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// What any file may cost. A test may take five times the 2 s: it is to
// find work that grows without bound, not to measure; that is for the benchmarks.
const (
	mostTime   = 5 * 2 * time.Second
	mostMemory = 256 << 20
)

// peak is how far the heap grows above what it was while f runs.
func peak(f func()) int64 {
	debug.FreeOSMemory()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	start := int64(sample[0].Value.Uint64())
	var most atomic.Int64
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			metrics.Read(sample)
			most.Store(max(most.Load(), int64(sample[0].Value.Uint64())-start))
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	f()
	close(stop)
	<-stopped
	return most.Load()
}

// packed is a workbook of one sheet whose XML, and shared text, are given.
func packed(t *testing.T, shared, inside string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	const (
		office = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		main   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		links  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	)
	for _, part := range [][2]string{
		{"_rels/.rels", links + `<Relationship Id="r" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + main + ` xmlns:r="` + office + `"><sheets><sheet name="Т" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", links + `<Relationship Id="r1" Type="` + office + `/worksheet" Target="s.xml"/><Relationship Id="r2" Type="` + office + `/sharedStrings" Target="t.xml"/></Relationships>`},
		{"xl/t.xml", `<sst ` + main + `>` + shared + `</sst>`},
		{"xl/s.xml", `<worksheet ` + main + `>` + inside + `</worksheet>`},
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

// strs are shared texts; their cells are <c t="s"><v>0</v></c> and so on.
func strs(texts ...string) string {
	return `<si><t xml:space="preserve">` + strings.Join(texts, `</t></si><si><t xml:space="preserve">`) + `</t></si>`
}

func cells(numbers ...int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, `<c t="s"><v>%d</v></c>`, n)
	}
	return b.String()
}

func rowsOf(n int, inside string) string { return strings.Repeat(`<row>`+inside+`</row>`, n) }

// codesOf are so many different codes that the catalogue has not.
func codesOf(n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("%c%c%03d", 'А'+rune(i/1000%32), 'А'+rune(i/32000%32), i%1000))
	}
	return list
}

// lineCSV is a record of so many fields.
func lineCSV(first, field string, fields int) string {
	return first + strings.Repeat(";"+field, fields-1) + "\n"
}

// manyTowns is a directory of many institutions with long names.
func manyTowns() Asked {
	a := large(70, 20_000)
	for i := range a.Directory.Institutions {
		one := &a.Directory.Institutions[i]
		one.Short.Nominative = fmt.Sprintf("МБДОУ «Детский сад № %d „Берёзка“ посёлка %s»", i%300, strings.Repeat("Усть", i%7)+"Качка")
	}
	return a
}

func TestHostileTables(t *testing.T) {
	const wide = 16_000
	town, towns := NewReader(town()), NewReader(manyTowns())
	long, longer := strings.Repeat("Р", 990), strings.Repeat("Ы ", 30_000)
	header := strings.Join(append([]string{"Учреждение", "DV01", "DV02"}, codesOf(wide-3)...), ";") + "\n"
	var strange, spelled, vertical strings.Builder
	for i := range 400_000 {
		if i%2 == 0 {
			fmt.Fprintf(&strange, "Лицей № %d имени Кого-то;%d\n", i, i)
		}
		fmt.Fprintf(&spelled, "ds%s1;%d\n", strings.Repeat("0", i%9), i)
		fmt.Fprintf(&vertical, "ДЦ%03d;%d\n", i%1000, i)
	}
	garbage := strings.Builder{}
	for i := range 7000 {
		fmt.Fprintf(&garbage, "%s%d%s;1\n", strings.Repeat("детский сад ", 80), i, strings.Repeat(" ё", 20))
	}
	merged := func(ref string) string {
		return `<mergeCells>` + strings.Repeat(`<mergeCell ref="`+ref+`"/>`, 200_000) + `</mergeCells>`
	}
	var apart strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&apart, `<mergeCell ref="B%d:B%d"/>`, 2*i+2, 2*i+3)
	}
	plain := strs("Учреждение", "DV01", "DV02", "ds1", "ds2", longer, long, "Код", "Значение")
	top := `<row>` + cells(0, 1, 2) + `</row>`
	unknownCodes := strs(append([]string{"Учреждение", "DV01", "DV02", "ds1"}, codesOf(wide)...)...)
	wideTop := `<row>` + func() string {
		list := []int{0, 1, 2}
		for i := range wide {
			list = append(list, 4+i)
		}
		return cells(list...)
	}() + `</row>`
	for _, c := range []struct {
		what   string
		reader *Reader
		name   string
		raw    func() []byte
	}{
		{"200,000 unknown names", town, "a.csv", func() []byte { return []byte("Учреждение;DV01;DV02\n" + strange.String()) }},
		{"the same, of many institutions", towns, "a.csv", func() []byte { return []byte("Учреждение;DV01;DV02\n" + strange.String()) }},
		{"long garbage for names", towns, "a.csv", func() []byte { return []byte("Учреждение;DV01;DV02\n" + garbage.String()) }},
		{"1e6 rows of one unknown name", towns, "a.csv", func() []byte {
			return []byte("Учреждение;DV01;DV02\n" + strings.Repeat("Школа;1\n", 1_000_000))
		}},
		{"1e6 rows of one institution", town, "a.csv", func() []byte {
			return []byte("Учреждение;DV01;DV02\n" + strings.Repeat("ds1;1\n", 1_000_000))
		}},
		{"an institution in many spellings", town, "a.csv", func() []byte { return []byte("Учреждение;DV01;DV02\n" + spelled.String()) }},
		{"400,000 unknown codes in rows", town, "a.csv", func() []byte {
			return []byte("Учреждение;ds1\nКод;Значение\n" + vertical.String())
		}},
		{"1e6 rows of one code", town, "a.csv", func() []byte {
			return []byte("Учреждение;ds1\nКод;Значение\n" + strings.Repeat("DV01;1\n", 1_000_000))
		}},
		{"16 MB in one line", town, "a.csv", func() []byte { return []byte("Учреждение;DV01;DV02\n" + lineCSV("ds1", "7", 8_000_000)) }},
		{"16 MB in one cell", town, "a.csv", func() []byte { return []byte("Учреждение;DV01;DV02\nds1;" + strings.Repeat("7", 15<<20)) }},
		{"16,000 unknown codes × 400 rows", town, "a.csv", func() []byte { return []byte(header + strings.Repeat(lineCSV("ds1", "7", wide), 400)) }},
		{"16,000 unknown codes × 1e6 short rows", town, "a.csv", func() []byte { return []byte(header + strings.Repeat("ds1;1\n", 900_000)) }},
		{"16,000 codes × 100 rows of headers", town, "a.csv", func() []byte { return []byte(strings.Repeat(header, 100)) }},
		{"8e6 values", town, "a.csv", func() []byte { return []byte(header + strings.Repeat(lineCSV("", "7", wide), 480)) }},
		{"16,000 columns × 190 rows of a workbook", town, "a.xlsx", func() []byte {
			return packed(t, unknownCodes, `<sheetData>`+wideTop+rowsOf(120, cells(3)+strings.Repeat(`<c><v>7</v></c>`, wide))+`</sheetData>`)
		}},
		{"100 rows of 4,000 long labels", town, "a.xlsx", func() []byte {
			return packed(t, plain, `<sheetData>`+rowsOf(90, strings.Repeat(cells(6), 10_000))+top+rowsOf(10, cells(3, 3))+`</sheetData>`)
		}},
		{"1e6 cells of one long text", town, "a.xlsx", func() []byte {
			return packed(t, plain, `<sheetData>`+top+rowsOf(350_000, cells(5, 5, 5))+`</sheetData>`)
		}},
		{"long texts under the code", town, "a.xlsx", func() []byte {
			return packed(t, plain, `<sheetData><row>`+cells(0, 3)+`</row><row>`+cells(7, 8)+`</row>`+rowsOf(400_000, cells(5, 5))+`</sheetData>`)
		}},
		{"200,000 merged ranges over all", town, "a.xlsx", func() []byte {
			return packed(t, unknownCodes, `<sheetData>`+wideTop+rowsOf(100_000, cells(3)+`<c><v>7</v></c>`)+`</sheetData>`+merged("A2:XFD1048576"))
		}},
		{"200,000 merged ranges of a name", town, "a.xlsx", func() []byte {
			return packed(t, plain, `<sheetData>`+top+rowsOf(100_000, cells(3)+`<c><v>7</v></c>`)+`</sheetData>`+merged("A2:A900"))
		}},
		{"200,000 merged ranges apart", town, "a.xlsx", func() []byte {
			return packed(t, plain, `<sheetData>`+top+rowsOf(400_000, cells(3)+`<c><v>7</v></c>`)+`</sheetData><mergeCells>`+apart.String()+`</mergeCells>`)
		}},
		{"a name merged over 900 rows of 16,000 columns", town, "a.xlsx", func() []byte {
			return packed(t, unknownCodes, `<sheetData>`+wideTop+rowsOf(120, cells(3)+strings.Repeat(`<c><v>7</v></c>`, wide))+`</sheetData><mergeCells><mergeCell ref="A2:A900"/></mergeCells>`)
		}},
	} {
		raw := c.raw()
		var s *Submission
		var took time.Duration
		most := peak(func() {
			start := worked()
			s = c.reader.Read(c.name, raw)
			took = worked() - start
		})
		runtime.KeepAlive(raw)
		t.Logf("%-45s %8v %4d MB, sent %d KB: %s, %d taken, %d refused", c.what, took.Round(time.Millisecond), most>>20, len(raw)>>10, s.Kind, s.Observations.Len(), s.Refused.Len())
		if took > mostTime {
			t.Errorf("%s: %v", c.what, took)
		}
		if most > mostMemory {
			t.Errorf("%s: %d MB", c.what, most>>20)
		}
		if len(s.Remarks) == 0 {
			t.Errorf("%s: nothing is said of it", c.what)
		}
	}
}
