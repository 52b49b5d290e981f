package generator

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doklad/generator/chart"
	"doklad/generator/doc"
)

// chartColumn are the texts of the cells that a chart is given.
func chartColumn(t *testing.T, table *doc.Table, reference string) (texts []string) {
	t.Helper()
	r, err := doc.ParseReference(reference)
	column := slices.IndexFunc(table.Columns, func(c doc.Column) bool { return c.Name == r.Column })
	if err != nil || column < 0 || r.From < 1 || r.To > len(table.Rows) {
		t.Fatalf("%s: %v", reference, err)
	}
	for _, row := range table.Rows[r.From-1 : r.To] {
		texts = append(texts, row.Cells[column].Text)
	}
	return texts
}

// The native charts of each picture have the names of its figure in their order, and of
// each name the same numbers.
func TestFigureAndChartAgree(t *testing.T) {
	for _, p := range samplePictures() {
		figures, err := p.figures(170)
		if err != nil {
			t.Fatal(err)
		}
		paper := ""
		for _, f := range figures {
			paper += f.Alt
		}
		drawn, _ := p.drawn()
		sheet := p.sheet("Рисунок")
		var names []string
		numbers := map[string][]string{}
		for _, c := range sheet.Charts {
			part := chartColumn(t, sheet.Table, c.Categories)
			names = append(names, part...)
			for _, s := range c.Series {
				for n, text := range chartColumn(t, sheet.Table, s.Values) {
					if text != "" {
						numbers[part[n]] = append(numbers[part[n]], text)
					}
				}
			}
		}
		if len(names) != len(drawn) {
			t.Fatalf("%s: %d names, want %d", p.Caption, len(names), len(drawn))
		}
		for n, r := range drawn {
			var want []string
			for _, v := range p.numbers(r) {
				if !math.IsNaN(v) {
					want = append(want, doc.Value{Kind: doc.NumberValue, Number: v, Format: p.format()}.String())
				}
			}
			if names[n] != p.shownName(r) || !slices.Equal(numbers[names[n]], want) {
				t.Errorf("%s: %s %q, want %s %q", p.Caption, names[n], numbers[names[n]], p.shownName(r), want)
			}
			for _, said := range append(want, r.Name) {
				if !strings.Contains(paper, said) && !strings.HasPrefix(said, "0") { // a stack says no zeros
					t.Errorf("%s: the figure does not say %s of %s", p.Caption, said, r.Name)
				}
			}
		}
	}
}

// What has no number is seen: in the caption where the drawing leaves it out, in the
// alternative text and over the table always, and never as a zero.
func TestGapsAreTold(t *testing.T) {
	p := picture{Kind: lyingBars, Caption: "Охват", Series: []string{"Охват, %"}, Unit: "%", Decimals: 1, Rows: []pictureRow{
		{Name: "А", Cells: []doc.Cell{{Text: wordMissing}}}, {Name: "Б", Cells: []doc.Cell{shownNumber(40, "1+1")}},
		{Name: "В", Cells: []doc.Cell{{Text: wordNotApplicable}}}, {Name: "Г", Cells: []doc.Cell{{}}}}}
	const all = "значения нет: Г; не применимо: В; нет данных: А"
	for _, test := range []struct {
		change         func()
		caption, above string
		rows           string
	}{
		{func() {}, "Охват; " + all, capitalized(all) + ".", "Б 40,0|А н/д|В н/п|Г "},
		{func() { p.Rows[0].Name = strings.Repeat("А", 90) }, "Охват; без чисел: 3 из 4", "", ""},
		{func() { p.Rows[2].Cells[0].Text, p.Rows[3].Cells[0].Text = wordMissing, wordMissing }, "Охват; нет данных: 3 из 4", "", ""},
		{func() {
			p.Kind, p.Rows[0].Name, p.Rows[2].Cells[0].Text, p.Rows[3].Cells[0].Text = groupedColumns, "А", wordNotApplicable, ""
		}, "Охват", capitalized(all) + ".", "А |Б 40,0|В |Г "},
		{func() { p.Rows = p.Rows[1:2] }, "Охват", "", "Б 40,0"},
	} {
		test.change()
		figures, err := p.figures(0)
		if err != nil || len(figures) != 1 || figures[0].Caption != test.caption {
			t.Fatalf("%s: %v, %v", test.caption, figures, err)
		}
		s := p.sheet("Рисунок")
		if test.above != "" && (s.Above[0].Text() != test.above || !strings.HasSuffix(figures[0].Alt, " "+test.above)) {
			t.Errorf("%s: %v, alt %s", test.caption, s.Above, figures[0].Alt)
		}
		var rows []string
		for _, r := range s.Table.Rows {
			rows = append(rows, r.Cells[0].Text+" "+r.Cells[1].Text)
		}
		if got := strings.Join(rows, "|"); test.rows != "" && got != test.rows {
			t.Errorf("%s: %s", test.caption, got)
		}
	}
	if s := p.sheet("Рисунок"); formulaIn(s.Table.Rows[0].Cells[1]) != "1+1" {
		t.Error("the formula of a number is lost")
	}
	p.Rows[0].Cells[0] = doc.Cell{Text: wordMissing}
	if p.Kind = lyingBars; len(p.sheet("Рисунок").Charts) != 0 {
		t.Error("a chart of nothing")
	}
}

// A number stands at the side of the threshold that its print is at, by a formula; on
// paper it is as black.
func TestSidesOfTheThreshold(t *testing.T) {
	p := picture{Kind: lyingBars, Caption: "Охват", Series: []string{"Охват, %"}, Unit: "%", Decimals: 1, Threshold: &pictureThreshold{Value: 70, Name: "порог 70 %", Formula: "{Свод!from[3]}"}}
	for _, v := range []float64{69.94, 69.95, 70, 12} {
		p.Rows = append(p.Rows, pictureRow{Name: fmt.Sprint(v), Cells: []doc.Cell{shownNumber(v, "")}})
	}
	p.Rows[3].Cells[0].Value.Format.Parts = "1 из 8"
	s := p.sheet("Рисунок")
	low, high := chartColumn(t, s.Table, s.Charts[0].Series[0].Values), chartColumn(t, s.Table, s.Charts[0].Series[1].Values)
	if fmt.Sprintf("%q %q", low, high) != `["69,9" "" "" "12,0"] ["" "70,0" "70,0" ""]` {
		t.Errorf("%q %q", low, high)
	}
	row := s.Table.Rows[3].Cells
	if row[0].Text != "12 (1\u00a0из\u00a08)" || formulaIn(row[2]) != "{Свод!from[3]}" || !strings.Contains(formulaIn(row[3]), "ROUND({.s1_1},1)<{.limit}") {
		t.Errorf("%+v", row)
	}
	f, err := p.figures(0)
	if err != nil {
		t.Fatal(err)
	}
	black := 0
	for _, shape := range f[0].Drawing.Shapes {
		if shape.Fill == doc.Black {
			black++
		}
	}
	if black != 2 || !strings.Contains(f[0].Alt, "(1\u00a0из\u00a08)") {
		t.Errorf("%d black bars: %s", black, f[0].Alt)
	}
}

// A line is in as many columns as the method has changed, which look alike.
func TestLineInPieces(t *testing.T) {
	p := picture{Kind: lines, Caption: "Охват", Series: []string{"округ"}, Unit: "%", Changes: []chart.Change{{At: 1}, {At: 3, Name: "новый порядок"}}}
	for year := range 4 {
		p.Rows = append(p.Rows, pictureRow{Name: fmt.Sprint(2019 + year), Cells: []doc.Cell{shownNumber(float64(year), "")}})
	}
	s := p.sheet("Рисунок")
	var got []string
	for n, series := range s.Charts[0].Series {
		got = append(got, s.Table.Columns[n+1].Header+": "+strings.Join(chartColumn(t, s.Table, series.Values), ","))
		if series.Continues != (n > 0) {
			t.Errorf("piece %d: %+v", n+1, series)
		}
	}
	if want := "Округ: 0,,,|Округ с 2020 (методика изменена): ,1,2,|Округ с 2022 (новый порядок): ,,,3"; strings.Join(got, "|") != want {
		t.Errorf("%s", strings.Join(got, "|"))
	}
}

// An interval counts in the workbook what it counts on paper: numbers by their print.
func TestHistogramFormula(t *testing.T) {
	for _, test := range []struct {
		values          []float64
		decimals        int
		lowest, highest float64
		first, last     string
	}{
		{[]float64{10.04, 95}, 1, 0, 100, `">="&-0.05,{a},"<"&19.95`, `">="&79.95,{a},"<"&100.05`},
		{[]float64{0, 17}, 0, 0, 17, `">="&-0.5,{a},"<"&3.5`, `">="&15.5,{a},"<"&17.5`},
	} {
		rows := histogramRows(chart.Intervals(test.values, test.decimals, test.lowest, test.highest), test.decimals, "{a}")
		for n, want := range map[int]string{0: test.first, len(rows) - 1: test.last} {
			if got := formulaIn(rows[n].Cells[0]); got != "COUNTIFS({a},"+want+")" {
				t.Errorf("%s: %s", rows[n].Name, got)
			}
		}
	}
	if rows := histogramRows([]chart.Bin{{From: 1, To: 2, Count: 3}}, 0, ""); formulaIn(rows[0].Cells[0]) != "" || rows[0].Cells[0].Text != "3" {
		t.Errorf("%+v", rows)
	}
}

// Long lists of bars are divided, and none is lost between the charts.
func TestLongListIsDivided(t *testing.T) {
	s := samplePictures()[0].sheet("Рисунок")
	var ranges []string
	for _, c := range s.Charts {
		ranges = append(ranges, c.Categories)
		if c.Height > 165 || c.Top != 100 {
			t.Errorf("%s: %.0f mm, axis to %g", c.Title, c.Height, c.Top)
		}
	}
	if fmt.Sprint(ranges) != "[{name[1:14]} {name[15:28]} {name[29:43]}]" || !strings.HasSuffix(s.Charts[2].Title, "(%; часть 3 из 3)") {
		t.Error(ranges, s.Charts[2].Title)
	}
}

func TestPictureFaults(t *testing.T) {
	one := []pictureRow{{Name: "А", Cells: []doc.Cell{shownNumber(1, "")}}}
	for want, p := range map[string]picture{
		"рядов 0":          {Kind: groupedColumns},
		"рядов 2":          {Kind: lyingBars, Series: []string{"1", "2"}},
		"чисел 1":          {Kind: lines, Series: []string{"1", "2"}, Rows: one},
		"не сказано":       {Kind: histogram, Series: []string{"школ"}, Rows: []pictureRow{{Name: "А", Cells: []doc.Cell{{}}}}},
		"осей 1":           {Kind: radar, Series: []string{"1"}, Rows: one, Highest: 5},
		"не между интерва": {Kind: histogram, Series: []string{"школ"}, Threshold: &pictureThreshold{Value: 3, Name: "порог"}, Rows: histogramRows([]chart.Bin{{From: 0, To: 5}, {From: 5, To: 10}}, 1, "")},
	} {
		p.Caption = "Охват"
		if _, err := p.figures(0); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "«Охват»") {
			t.Errorf("%s: %v", want, err)
		}
	}
}
