package xlsx

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
)

// charted is a table of schools over years, with charts of its columns.
func charted(charts ...Chart) Sheet {
	t := &doc.Table{Columns: []doc.Column{{Header: "Учреждение", Name: "school"}, {Header: "2021", Name: "2021", Align: doc.Right},
		{Header: "2022", Name: "2022", Align: doc.Right}, {Header: "Порог", Name: "limit", Align: doc.Right}}}
	share := func(percent float64) doc.Cell {
		return doc.Value{Kind: doc.NumberValue, Number: percent, Format: percents}.Cell()
	}
	for i := range 5 {
		row := doc.Row{Cells: []doc.Cell{{Text: fmt.Sprintf("Школа № %d", i+1)}, share(40.5 + 10*float64(i)), share(90 - 7*float64(i)), share(70)}}
		if i == 2 {
			row.Cells[1] = doc.Cell{}
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, doc.Row{Total: true, Cells: cells("В среднем")})
	return Sheet{Name: "Охват", Table: t, Charts: charts}
}

func coverage(kind ChartKind) Chart {
	return Chart{Kind: kind, Title: "Охват, % (пример)", Alt: "Охват по школам.", Categories: "{school}", Format: percents, Top: 100,
		Series: []ChartSeries{{Values: "{2021}"}, {Values: "{2022}"}}}
}

var chartElement = regexp.MustCompile(`<(barDir|grouping|dispBlanksAs|radarStyle|min|max|f|orientation|symbol) ?(?:val="([^"]*)")?[^>]*>([^<]*)|<(a:srgbClr|a:pattFill|a:prstDash) (?:val|prst)="([^"]*)"`)

// said are the elements of a chart that make it what it is, in their order.
func said(part string) (all []string) {
	part = part[:strings.Index(part, "</plotArea>")+len("</plotArea>")]
	part = part[strings.Index(part, "<plotArea>"):]
	for _, m := range chartElement.FindAllStringSubmatch(part, -1) {
		all = append(all, strings.TrimSpace(m[1]+m[4]+" "+m[2]+m[3]+m[5]))
	}
	return all
}

// chartPart is one with its apostrophes.
func chartPart(t *testing.T, book []byte, name string) string {
	t.Helper()
	return strings.ReplaceAll(part(t, book, "xl/charts/"+name+".xml"), "&#39;", "'")
}

// Charts follow the cells of the table without its total, and are called by headers.
func TestChartCells(t *testing.T) {
	c := coverage(ColumnChart)
	c.Threshold = "{limit}"
	s := charted(c)
	got := said(chartPart(t, mustWrite(t, s), "chart1"))
	var references []string
	for _, line := range got {
		if reference, is := strings.CutPrefix(line, "f "); is {
			references = append(references, reference)
		}
	}
	at := func(column string) string { return fmt.Sprintf("'Охват'!$%[1]s$2:$%[1]s$6", column) }
	want := []string{"'Охват'!$B$1", at("A"), at("B"), "'Охват'!$C$1", at("A"), at("C"), "'Охват'!$D$1", at("A"), at("D")}
	if !slices.Equal(references, want) {
		t.Errorf("%q", references)
	}
	for _, line := range []string{"barDir col", "grouping clustered", "min 0", "max 1", "a:srgbClr BFBFBF", "a:srgbClr 000000", "a:prstDash dash", "symbol none"} {
		if !slices.Contains(got, line) {
			t.Errorf("no %s in %q", line, got)
		}
	}
}

// Each kind is what it says, in black and white, with gaps for missing values.
func TestChartKinds(t *testing.T) {
	grey := regexp.MustCompile(`^a:srgbClr ([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$`)
	for name, test := range map[string]struct {
		kind ChartKind
		want []string
	}{
		"columns":         {ColumnChart, []string{"barDir col", "grouping clustered", "min 0", "a:pattFill wdUpDiag"}},
		"bars":            {BarChart, []string{"barDir bar", "grouping clustered", "min 0", "orientation maxMin"}},
		"stacked columns": {StackedColumnChart, []string{"barDir col", "grouping stacked", "min 0"}},
		"stacked bars":    {StackedBarChart, []string{"barDir bar", "grouping stacked", "min 0"}},
		"lines":           {LineChart, []string{"grouping standard", "min 0.4", "symbol circle", "symbol diamond", "a:prstDash sysDash"}},
		"radar":           {RadarChart, []string{"radarStyle marker", "min 0.4", "symbol circle", "a:prstDash sysDash"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := coverage(test.kind)
			if c.Bottom = 40; test.kind.hasBars() {
				c.Series[1].Fill = doc.Hatch(doc.HatchRight, 0)
			}
			written := chartPart(t, mustWrite(t, charted(c)), "chart1")
			got := said(written)
			for _, line := range test.want {
				if !slices.Contains(got, line) {
					t.Errorf("no %s in %q", line, got)
				}
			}
			for _, line := range got {
				if m := grey.FindStringSubmatch(line); m != nil && (m[1] != m[2] || m[2] != m[3]) {
					t.Errorf("a colour: %s", line)
				}
			}
			if !strings.Contains(written, `<dispBlanksAs val="gap">`) || !strings.Contains(written, "Охват, % (пример)") || !strings.Contains(written, `formatCode="0.0\ %`) {
				t.Error(written)
			}
		})
	}
}

// Charts stand under the table and under one another, on their own sheets.
func TestChartPlaces(t *testing.T) {
	first, second := charted(coverage(ColumnChart), coverage(LineChart)), charted(coverage(RadarChart))
	second.Name = "Второй"
	second.Charts[0].Categories, second.Charts[0].Series = "{Охват!school[1:3]}", []ChartSeries{{Values: "{Охват!2022[2:4]}"}}
	book := mustWrite(t, first, second)
	drawing := part(t, book, "xl/drawings/drawing1.xml")
	rows := regexp.MustCompile(`<xdr:from><xdr:col>0</xdr:col><xdr:colOff>\d+</xdr:colOff><xdr:row>(\d+)</xdr:row>`).FindAllStringSubmatch(drawing, -1)
	if len(rows) != 2 || rows[0][1] != "8" || rows[1][1] != "28" { // 7 rows and a free one; 90 mm are 18 rows
		t.Errorf("%q", rows)
	}
	if !strings.Contains(drawing, `descr="Охват по школам."`) {
		t.Error("no alternative text")
	}
	if got := chartPart(t, book, "chart3"); !strings.Contains(got, "'Охват'!$C$3:$C$5") || !strings.Contains(got, "'Охват'!$C$1<") {
		t.Error(got)
	}
	if again := mustWrite(t, first, second); !bytes.Equal(book, again) {
		t.Error("the same charts make other bytes")
	}
	if strings.Contains(chartPart(t, book, "chart3"), "F100") {
		t.Error("a colour that stands for a look is left")
	}
}

// Bars of one place are over each other, those of a histogram touch, and a line that goes on
// looks like the one before.
func TestChartLooks(t *testing.T) {
	c := coverage(ColumnChart)
	c.Alternate, c.Touching = true, true
	written := chartPart(t, mustWrite(t, charted(c)), "chart1")
	for _, want := range []string{`<overlap val="100">`, `<gapWidth val="0">`, `formatCode="0.0\ %;;"`} {
		if !strings.Contains(written, want) {
			t.Errorf("no %s in %s", want, written)
		}
	}
	c = coverage(LineChart)
	c.Series[1].Continues, c.Series[1].Under = true, true
	written = chartPart(t, mustWrite(t, charted(c)), "chart1")
	if got := said(written); slices.Contains(got, "symbol diamond") || strings.Count(strings.Join(got, "|"), "symbol circle") != 2 {
		t.Errorf("%q", got)
	}
	if above, under := strings.Index(written, `<dLblPos val="t">`), strings.Index(written, `<dLblPos val="b">`); above < 0 || under < above {
		t.Errorf("numbers over the first and under the second: %d, %d", above, under)
	}
}

// A chart that the end of a page would cut begins the next one.
func TestChartBreaksPage(t *testing.T) {
	tall := coverage(ColumnChart)
	tall.Height = 110
	for _, test := range []struct {
		charts []Chart
		want   int
	}{{[]Chart{tall}, 0}, {[]Chart{tall, tall}, 1}, {[]Chart{tall, tall, tall}, 2}, {[]Chart{coverage(ColumnChart), tall, coverage(LineChart)}, 2}} {
		sheet := part(t, mustWrite(t, charted(test.charts...)), "xl/worksheets/sheet1.xml")
		if got := strings.Count(sheet, "<brk "); got != test.want {
			t.Errorf("%d charts: %d breaks, want %d", len(test.charts), got, test.want)
		}
	}
}

func TestChartFaults(t *testing.T) {
	for _, test := range []struct {
		want   string
		change func(c *Chart)
	}{
		{"no series", func(c *Chart) { c.Series = nil }},
		{"no series", func(c *Chart) { c.Kind = RadarChart + 1 }},
		{"нет столбца «2023»", func(c *Chart) { c.Series[0].Values = "{2023}" }},
		{"2 values of 5", func(c *Chart) { c.Series[0].Values = "{2021[1:2]}" }},
		{"one column", func(c *Chart) { c.Categories = "{*}" }},
		{"one column", func(c *Chart) { c.Categories = "{.school}" }},
		{"in braces", func(c *Chart) { c.Categories = "school" }},
		{"нет листа", func(c *Chart) { c.Threshold = "{Нет!x}" }},
		{"no threshold", func(c *Chart) { c.Kind, c.Threshold = StackedBarChart, "{limit}" }},
	} {
		c := coverage(BarChart)
		test.change(&c)
		if _, _, err := Write([]Sheet{charted(c)}, Properties{}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.want, err)
		}
	}
}
