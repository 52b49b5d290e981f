package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// The bounds that the package promises for any file. A test may take five times the 2 s: it is to
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

// bounded reads a file and holds the reader to its promise.
func bounded(t *testing.T, what string, raw []byte) (cells int, err error) {
	t.Helper()
	var took time.Duration
	most := peak(func() {
		start := worked()
		cells, err = readCells(raw)
		took = worked() - start
	})
	if err == nil {
		most = max(most, peak(func() {
			start := worked()
			err = readMerged(raw)
			took = max(took, worked()-start)
		}))
	}
	runtime.KeepAlive(raw)
	t.Logf("%-40s %8d cells %8v %4d MB, sent %d KB: %v", what, cells, took.Round(time.Millisecond), most>>20, len(raw)>>10, err)
	if took > mostTime {
		t.Errorf("%s: %v", what, took)
	}
	if most > mostMemory {
		t.Errorf("%s: %d MB", what, most>>20)
	}
	return cells, err
}

const million = 1_000_000

func TestHostileParts(t *testing.T) {
	sheet1, strings1, book1, styles1 := "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"
	row := func(cells string) string { return worksheet(`<row r="1">` + cells + `</row>`) }
	in := func(root, inside string) string { return `<` + root + ` ` + mainNS + `>` + inside + `</` + root + `>` }
	for _, c := range []struct {
		what, part string
		text       func() string
		want       string // empty where the file is read
	}{
		{"1e6 unused strings", strings1, func() string { return in("sst", strings.Repeat(`<si><t>не нужен</t></si>`, million)) }, ""},
		{"too many strings", strings1, func() string { return in("sst", strings.Repeat(`<si/>`, maxStrings+1)) }, "разных текстов"},
		{"a string of 45 MB", strings1, func() string { return in("sst", `<si><t>`+strings.Repeat("ы", 22<<20)+`</t></si>`) }, "в одной ячейке больше"},
		{"a string of 40 MB in runs", strings1, func() string {
			return in("sst", `<si>`+strings.Repeat(`<r><t>`+strings.Repeat("ы", 500)+`</t></r>`, 40_000)+`</si>`)
		}, "в одной ячейке больше"},
		{"45 MB of strings", strings1, func() string {
			return in("sst", strings.Repeat(`<si><t>`+strings.Repeat("ы", 500)+`</t></si>`, 44_000))
		}, ""},
		{"300 nested elements", sheet1, func() string { return row(strings.Repeat(`<a>`, 300) + strings.Repeat(`</a>`, 300)) }, "вложены"},
		{"billion laughs", sheet1, func() string {
			return `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>` + row(`<c r="A1" t="str"><v>&lol2;</v></c>`)
		}, "DOCTYPE"},
		{"an entity without DOCTYPE", sheet1, func() string { return row(`<c r="A1" t="str"><v>&lol;</v></c>`) }, "знак &"},
		{"a file by entity", strings1, func() string {
			return `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>` + in("sst", `<si><t>&e;</t></si>`)
		}, "DOCTYPE"},
		{"negative string", sheet1, func() string { return row(`<c r="A1" t="s"><v>-1</v></c>`) }, "«Лист»!A1: книга повреждена"},
		{"absurd string", sheet1, func() string { return row(`<c r="B1" t="s"><v>99999999999999999999</v></c>`) }, "«Лист»!B1: книга повреждена"},
		{"string behind the last", sheet1, func() string { return row(`<c r="A1" t="s"><v>1</v></c>`) }, "текста № 1"},
		{"absurd style", sheet1, func() string { return row(`<c r="A1" s="7"><v>1</v></c>`) }, "стиля № 7"},
		{"negative style", sheet1, func() string { return row(`<c r="A1" s="-1"><v>1</v></c>`) }, "стиля № -1"},
		{"row 0", sheet1, func() string { return worksheet(`<row r="0"/>`) }, "номер строки «0»"},
		{"row 1048577", sheet1, func() string { return worksheet(`<row r="1048577"/>`) }, "номер строки «1048577»"},
		{"row -5", sheet1, func() string { return worksheet(`<row r="-5"/>`) }, "номер строки «-5»"},
		{"row of 30 digits", sheet1, func() string { return worksheet(`<row r="` + strings.Repeat("9", 30) + `"/>`) }, "номер строки"},
		{"rows out of order", sheet1, func() string { return worksheet(`<row r="9"/><row r="5"/>`) }, "не по порядку: 5 после 9"},
		{"a row twice", sheet1, func() string { return worksheet(`<row r="5"/><row r="5"/>`) }, "строка 5 стоит дважды"},
		{"column XFE", sheet1, func() string { return row(`<c r="XFE1"><v>1</v></c>`) }, "«XFE1» не бывает"},
		{"no column", sheet1, func() string { return row(`<c r="1"><v>1</v></c>`) }, "не бывает"},
		{"a cell of another row", sheet1, func() string { return row(`<c r="A2"><v>1</v></c>`) }, "ячейка A2 стоит в строке 1"},
		{"a cell twice", sheet1, func() string { return row(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`) }, "A1 стоит дважды"},
		{"cells out of order", sheet1, func() string { return row(`<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>`) }, "A1 после B1"},
		{"no number", sheet1, func() string { return row(`<c r="A1"><v>сто</v></c>`) }, "вместо числа стоит «сто»"},
		{"infinity", sheet1, func() string { return row(`<c r="A1"><v>1e999</v></c>`) }, "вместо числа"},
		{"NaN", sheet1, func() string { return row(`<c r="A1"><v>NaN</v></c>`) }, "вместо числа"},
		{"no truth", sheet1, func() string { return row(`<c r="A1" t="b"><v>2</v></c>`) }, "логическое значение"},
		{"no day", sheet1, func() string { return row(`<c r="A1" t="d"><v>2021-02-30</v></c>`) }, "вместо дня"},
		{"unknown type", sheet1, func() string { return row(`<c r="A1" t="zz"><v>2</v></c>`) }, "вид ячейки"},
		{"an element in a value", sheet1, func() string { return row(`<c r="A1"><v>1<b/></v></c>`) }, "внутри значения"},
		{"content behind the end", sheet1, func() string { return worksheet(``) + `<row/>` }, "за концом"},
		{"text behind the end", sheet1, func() string { return worksheet(``) + `привет` }, "вне корневого"},
		{"a part cut off", sheet1, func() string { return `<worksheet ` + mainNS + `><sheetData><row><c><v>1</v></c></row>` }, "обрывается"},
		{"a part cut off in a tag", sheet1, func() string { return `<worksheet ` + mainNS + `><sheetData><row r="1` }, "обрывается"},
		{"an empty part", sheet1, func() string { return ` ` }, "обрывается"},
		{"another root", sheet1, func() string { return in("chartsheet", ``) }, "вместо «worksheet» стоит «chartsheet»"},
		{"another namespace", sheet1, func() string { return `<worksheet xmlns="urn:x"><sheetData/></worksheet>` }, "вместо «worksheet»"},
		{"tags crossed", sheet1, func() string { return row(`<c r="A1"><v>1</c></v>`) }, "закрывающий тег"},
		{"an attribute twice", sheet1, func() string { return row(`<c r="A1" r="A1"/>`) }, "стоит дважды"},
		{"no quotes", sheet1, func() string { return row(`<c r=A1/>`) }, "свойства тега"},
		{"UTF-16", sheet1, func() string { return "\xff\xfe<\x00w\x00" }, "вне корневого"},
		{"declared cp1251", sheet1, func() string { return `<?xml version="1.0" encoding="windows-1251"?>` + row("") }, "UTF-8"},
		{"no UTF-8", sheet1, func() string { return row("<c r=\"A1\" t=\"str\"><v>\xff</v></c>") }, "UTF-8"},
		{"a tag of 45 MB", sheet1, func() string { return row(`<c r="` + strings.Repeat("A", 45<<20) + `"/>`) }, "тег длиннее"},
		{"1e3 attributes", sheet1, func() string { return row(`<c ` + strings.Repeat(`b=1 `, 1000) + `/>`) }, "свойства тега"},
		{"a comment of 45 MB", sheet1, func() string { return `<!--` + strings.Repeat(" -", 22<<20) + `-->` + worksheet(``) }, ""},
		{"45 MB between cells", sheet1, func() string { return row(strings.Repeat(" ", 45<<20)) }, ""},
		{"CDATA of 45 MB", sheet1, func() string {
			return row(`<c r="A1" t="str"><v><![CDATA[` + strings.Repeat("]", 45<<20) + `]]></v></c>`)
		}, "в одной ячейке"},
		{"a value of 45 MB", sheet1, func() string { return row(`<c r="A1"><v>` + strings.Repeat("1", 45<<20) + `</v></c>`) }, "в одной ячейке"},
		{"3e6 cells without names", sheet1, func() string { return row(strings.Repeat(`<c><v>1</v></c>`, 3*million)) }, "больше 16384 ячеек"},
		{"3e6 cells in rows", sheet1, func() string {
			return worksheet(strings.Repeat(`<row>`+strings.Repeat(`<c><v>1</v></c>`, 16_000)+`</row>`, 200))
		}, ""},
		{"1e7 empty cells in rows", sheet1, func() string { return worksheet(strings.Repeat(`<row>`+strings.Repeat(`<c/>`, 16_000)+`</row>`, 740)) }, ""},
		{"1e6 rows of a cell", sheet1, func() string { return worksheet(strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, million)) }, ""},
		{"2e6 rows without numbers", sheet1, func() string { return worksheet(strings.Repeat(`<row/>`, 2*million)) }, "номер строки «1048577»"},
		{"5e5 strings in cells", sheet1, func() string {
			return worksheet(strings.Repeat(`<row>`+strings.Repeat(`<c t="inlineStr"><is><t>привет</t></is></c>`, 50)+`</row>`, 10_000))
		}, ""},
		{"cells of 100 KB", sheet1, func() string {
			return worksheet(strings.Repeat(`<row><c t="str"><v>`+strings.Repeat("x", 100<<10)+`</v></c></row>`, 400))
		}, ""},
		{"a row of 550 cells of 80 KB", sheet1, func() string {
			return row(strings.Repeat(`<c t="str"><v>`+strings.Repeat("x", 80<<10)+`</v></c>`, 550))
		}, ""},
		{"5e6 escapes", sheet1, func() string {
			return worksheet(strings.Repeat(`<row><c t="str"><v>`+strings.Repeat("&#1071;_x0041_", 7000)+`</v></c></row>`, 400))
		}, ""},
		{"50,000 merged ranges", sheet1, func() string {
			return in("worksheet", `<sheetData/><mergeCells>`+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 50_000)+`</mergeCells>`)
		}, ""},
		{"1e6 merged ranges", sheet1, func() string {
			return in("worksheet", `<sheetData/><mergeCells>`+strings.Repeat(`<mergeCell ref="A1:B2"/>`, million)+`</mergeCells>`)
		}, "объединённых ячеек больше"},
		{"a merged range of nothing", sheet1, func() string { return in("worksheet", `<sheetData/><mergeCells><mergeCell ref="B2:A1"/></mergeCells>`) }, "объединённые ячейки «B2:A1»"},
		{"16,000 ranges of hidden columns", sheet1, func() string {
			return in("worksheet", `<cols>`+strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, 16_000)+`</cols><sheetData/>`)
		}, ""},
		{"columns out of the sheet", sheet1, func() string {
			return in("worksheet", `<cols><col min="1" max="16385" hidden="1"/></cols><sheetData/>`)
		}, "ширина столбцов"},
		{"1e6 formats", styles1, func() string {
			return in("styleSheet", `<numFmts>`+strings.Repeat(`<numFmt numFmtId="200" formatCode="yyyy"/>`, million)+`</numFmts>`)
		}, "числовых форматов"},
		{"formats of 1 MB", styles1, func() string {
			return in("styleSheet", `<numFmts>`+strings.Repeat(`<numFmt numFmtId="200" formatCode="`+strings.Repeat("y&quot;", 100_000)+`"/>`, 60)+`</numFmts>`)
		}, ""},
		{"2e6 styles", styles1, func() string {
			return in("styleSheet", `<cellXfs>`+strings.Repeat(`<xf numFmtId="10"/>`, 2*million)+`</cellXfs>`)
		}, "стилей"},
		{"1e6 names", book1, func() string {
			return strings.Replace(commonParts[book1], `</workbook>`, `<definedNames>`+strings.Repeat(`<definedName name="a">b</definedName>`, million)+`</definedNames></workbook>`, 1)
		}, "слишком много имён"},
		{"2e6 sheets of charts", book1, func() string {
			return strings.Replace(commonParts[book1], `</sheets>`, strings.Repeat(`<sheet r:id="rId2"/>`, 2*million)+`</sheets>`, 1)
		}, "листов"},
		{"a sheet twice", book1, func() string {
			return strings.Replace(commonParts[book1], `</sheets>`, `<sheet name="Б" r:id="rId1"/></sheets>`, 1)
		}, "стоит там же, где другой"},
		{"no sheets", book1, func() string { return in("workbook", `<sheets/>`) }, "нет ни одного листа"},
		{"a sheet without its part", book1, func() string { return strings.Replace(commonParts[book1], `rId1`, `rId77`, 1) }, "листа «Лист» в ней нет"},
		{"links without end", "_rels/.rels", func() string { return relTop + manyLinks() + `</Relationships>` }, "связей"},
		{"a link out of the book", "_rels/.rels", func() string {
			return strings.Replace(commonParts["_rels/.rels"], `xl/workbook.xml`, `../../etc/passwd`, 1)
		}, "нет части"},
		{"an external book", "_rels/.rels", func() string {
			return strings.Replace(commonParts["_rels/.rels"], `Target="xl/`, `TargetMode="External" Target="http://x/xl/`, 1)
		}, "не указано"},
		{"an external sheet", "xl/_rels/workbook.xml.rels", func() string {
			return strings.Replace(commonParts["xl/_rels/workbook.xml.rels"], `Target="worksheets/sheet1.xml"`, `TargetMode="External" Target="http://x/sheet1.xml"`, 1)
		}, "стоит в другом файле"},
		{"a sheet by path out of the archive", "xl/_rels/workbook.xml.rels", func() string {
			return strings.Replace(commonParts["xl/_rels/workbook.xml.rels"], `worksheets/sheet1.xml`, `../../../../etc/passwd`, 1)
		}, "листа «Лист» в ней нет"},
		{"two links of a name", "xl/_rels/workbook.xml.rels", func() string { return strings.Replace(commonParts["xl/_rels/workbook.xml.rels"], `rId2`, `rId1`, 1) }, "описана дважды"},
	} {
		_, err := bounded(t, c.what, parts{c.part: c.text()}.zip(t))
		if c.want != "" {
			refused(t, c.what, err, c.want)
		} else if err != nil {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func manyLinks() string {
	var b strings.Builder
	for i := range million {
		fmt.Fprintf(&b, `<Relationship Id="%d" Type="x" Target="y"/>`, i)
	}
	return b.String()
}

// deflated are so many megabytes of zeros.
func deflated(t *testing.T, megabytes int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	w.Write(make([]byte, 1<<20))
	w.Flush()
	one := bytes.Clone(b.Bytes())
	b.Reset()
	w.Reset(&b)
	w.Close()
	return append(bytes.Repeat(one, megabytes), b.Bytes()...)
}

// bomb is a workbook whose sheet is 5 GB of zeros; the archive says that it is so long.
func bomb(t *testing.T, says uint64) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range commonParts {
		if name == "xl/worksheets/sheet1.xml" {
			packed := deflated(t, 5<<10)
			w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: says})
			if err != nil {
				t.Fatal(err)
			}
			w.Write(packed)
			continue
		}
		w, _ := z.Create(name)
		w.Write([]byte(text))
	}
	z.Close()
	return b.Bytes()
}

func TestBombs(t *testing.T) {
	_, err := bounded(t, "5 GB that say so", bomb(t, 5<<30))
	refused(t, "5 GB", err, "слишком велика")
	_, err = bounded(t, "5 GB that say 1000 bytes", bomb(t, 1000))
	refused(t, "5 GB", err, "не распаковывается")
	_, err = bounded(t, "5 GB that say 45 MB", bomb(t, 45<<20))
	refused(t, "5 GB", err)
}

func TestHostileTexts(t *testing.T) {
	fill := func(record string) []byte { return bytes.Repeat([]byte(record), maxCSV/len(record)) }
	for _, c := range []struct {
		what string
		text func() []byte
		want string
	}{
		{"16 MB of cp1251", func() []byte { return fill(string(cp1251("Оханская школа № 1;сдано\n"))) }, ""},
		{"16 MB of letters with signs", func() []byte { return fill("РРССвв;ППРР\n" + strings.Repeat("Р С в;", 100) + "\n") }, ""},
		{"16 MB of UTF-16", func() []byte { return fill("\x1e\x04\x45\x04\x30\x04;\x00\x31\x00\x0a\x00") }, "строк больше"},
		{"16 MB of separators", func() []byte { return fill(";") }, ""},
		{"8e6 fields in a record", func() []byte { return fill("1;") }, "столбцов больше"},
		{"16 MB of quotes", func() []byte { return fill(`"`) }, "в одной ячейке"},
		{"records of 1000 fields", func() []byte { return fill(strings.Repeat("1;", 1000) + "\n") }, ""},
		{"fault at the very end", func() []byte {
			return append(fill("школа;сдано; план на год и всё остальное, о чём просят\n"), '"')
		}, "кавычка"},
	} {
		_, err := bounded(t, c.what, c.text())
		if c.want != "" {
			refused(t, c.what, err, c.want)
		} else if err != nil {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
