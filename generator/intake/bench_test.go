package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"doklad/generator/form"
	"doklad/generator/model"
)

// formatted is a number with the format of its cell.
type formatted struct {
	x    any
	code string
}

// book is a workbook of sheets by their rows; a cell is a number, one with a format, a
// text, or nil.
func book(t testing.TB, sheets map[string][][]any, order ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	write := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	const office = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	write("_rels/.rels", relations+`<Relationship Id="r" Type="`+office+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	var names, links, formats, styles strings.Builder
	made := 0
	for i, name := range order {
		state := "visible"
		if name == "Паспорт формы" {
			state = "veryHidden"
		}
		fmt.Fprintf(&names, `<sheet name="%s" sheetId="%d" state="%s" r:id="r%d"/>`, name, i+1, state, i+1)
		fmt.Fprintf(&links, `<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/s%d.xml"/>`, i+1, office, i+1)
		var b strings.Builder
		b.WriteString(`<worksheet ` + main + `><sheetData>`)
		for r, row := range sheets[name] {
			fmt.Fprintf(&b, `<row r="%d">`, r+1)
			for c, cell := range row {
				switch cell := cell.(type) {
				case string:
					fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, columnName(c+1), r+1, cell)
				case formatted:
					made++
					fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, 200+made, html.EscapeString(cell.code))
					fmt.Fprintf(&styles, `<xf numFmtId="%d"/>`, 200+made)
					fmt.Fprintf(&b, `<c r="%s%d" s="%d"><v>%v</v></c>`, columnName(c+1), r+1, made, cell.x)
				case nil:
				default:
					fmt.Fprintf(&b, `<c r="%s%d"><v>%v</v></c>`, columnName(c+1), r+1, cell)
				}
			}
			b.WriteString(`</row>`)
		}
		write(fmt.Sprintf("xl/worksheets/s%d.xml", i+1), b.String()+`</sheetData></worksheet>`)
	}
	if made > 0 {
		write("xl/styles.xml", `<styleSheet `+main+`><numFmts>`+formats.String()+`</numFmts><cellXfs><xf numFmtId="0"/>`+styles.String()+`</cellXfs></styleSheet>`)
		fmt.Fprintf(&links, `<Relationship Id="styles" Type="%s/styles" Target="styles.xml"/>`, office)
	}
	write("xl/workbook.xml", `<workbook `+main+` xmlns:r="`+office+`"><sheets>`+names.String()+`</sheets></workbook>`)
	write("xl/_rels/workbook.xml.rels", relations+links.String()+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func columnName(n int) string {
	if n > 26 {
		return columnName((n-1)/26) + columnName((n-1)%26+1)
	}
	return string(rune('A' + n - 1))
}

// large asks so many indicators of so many kindergartens.
func large(indicators, institutions int) Asked {
	a := Asked{Folder: "town", Year: 2022, Directory: &model.Directory{}}
	set := model.IndicatorSet{ID: "preschool"}
	for n := 1; n <= indicators; n++ {
		set.Indicators = append(set.Indicators, model.Indicator{Code: fmt.Sprintf("DV%02d", n), Title: fmt.Sprintf("Показатель с номером %d", n), Unit: "балл", Tier: model.TierBoth,
			Kinds: []model.InstitutionKind{model.Kindergarten}, FilledBy: model.FilledByInstitution, Range: model.Interval{From: 0, To: 1e6}, Usual: model.Interval{From: 0, To: 1e6}})
	}
	a.Catalogue.Sets = []model.IndicatorSet{set}
	for n := 1; n <= institutions; n++ {
		a.Directory.Institutions = append(a.Directory.Institutions, model.Institution{ID: fmt.Sprintf("ds%d", n), Code: fmt.Sprintf("К-%d", n), Kind: model.Kindergarten,
			Short: model.Forms{Nominative: fmt.Sprintf("Детский сад № %d", n)}})
	}
	return a
}

func passportRows(kind, body string, rows int) [][]any {
	return [][]any{{"doklad-form", kind}, {"version", "1"}, {"folder", "town"}, {"subject", "preschool/2022"}, {"body-id", body}, {"rows", fmt.Sprint(rows)}}
}

// formOfOne is a filled form of one institution with all indicators of the catalogue.
func formOfOne(t testing.TB, a Asked) []byte {
	rows := [][]any{{"Отчётный период: 2022 год"},
		{"Код", "Показатель", "Ед. изм.", "Значение", "Если числа нет", "Прошлый год", "Как считать", "Примечание", form.KeyColumn.Header}}
	for n, i := range a.Catalogue.All() {
		rows = append(rows, []any{i.Code, i.Title, i.Unit, float64(n) + 0.5, nil, 7, "сложите всех, кто был на конец года", nil, form.Key(i.Code)})
	}
	return book(t, map[string][][]any{"Показатели": rows, "Паспорт формы": passportRows(passportOfOne, "ds1", len(rows)-2)}, "Показатели", "Паспорт формы")
}

// tableOfAll has a row for each institution, with keys where it is a form.
func tableOfAll(a Asked, isForm bool) [][]any {
	header := []any{"№", "Учреждение", "Код учреждения"}
	for _, i := range a.Catalogue.All() {
		header = append(header, i.Code+". "+i.Title)
	}
	if isForm {
		header = append(header, form.KeyColumn.Header)
	}
	rows := [][]any{header}
	for n, one := range a.Directory.Institutions {
		row := []any{n + 1, one.Name(), nil}
		if isForm {
			row[2] = one.Code
		}
		for k := range a.Catalogue.All() {
			row = append(row, float64(n+k)+0.5)
		}
		if isForm {
			row = append(row, form.Key(one.ID))
		}
		rows = append(rows, row)
	}
	return rows
}

func csvOf(rows [][]any) []byte {
	var b bytes.Buffer
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			if cell != nil {
				b.WriteString(strings.Replace(fmt.Sprint(cell), ".5", ",5", 1))
			}
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	b.Run("1000 forms of one", func(b *testing.B) {
		a := large(70, 1)
		r, raw := NewReader(a), formOfOne(b, a)
		start := worked()
		for b.Loop() {
			for range 1000 {
				if s := r.Read("ds1.xlsx", raw); s.Observations.Len() != 70 || len(s.Remarks) != 0 {
					b.Fatal(told(s))
				}
			}
		}
		b.ReportMetric((worked()-start).Seconds()/float64(b.N), "CPU-s/1000")
	})
	a := large(10, 50_000)
	b.Run("NewReader of 50000", func(b *testing.B) {
		for b.Loop() {
			NewReader(a)
		}
	})
	r := NewReader(a)
	for _, c := range []struct {
		name string
		raw  []byte
	}{
		{"form of all.xlsx", book(b, map[string][][]any{"Показатели": tableOfAll(a, true), "Паспорт формы": passportRows(passportOfAll, "", 50_000)}, "Показатели", "Паспорт формы")},
		{"plain of all.xlsx", book(b, map[string][][]any{"Свод": tableOfAll(a, false)}, "Свод")},
		{"plain of all.csv", csvOf(tableOfAll(a, false))},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			start := worked()
			for b.Loop() {
				if s := r.Read(c.name, c.raw); s.Observations.Len() != 500_000 {
					b.Fatal(s.Kind, s.Observations.Len(), s.Refused.Len(), s.Remarks[:min(len(s.Remarks), 3)])
				}
			}
			b.ReportMetric(50_000*float64(b.N)/(worked()-start).Seconds(), "rows/CPU-s")
			b.ReportMetric(50_000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(float64(peak(func() { r.Read(c.name, c.raw) }))/(1<<20), "peak-MB")
		})
	}
}
