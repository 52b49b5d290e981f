package xlsx

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// Charts are black and white, as those on paper. excelize fills bars with plain colours
// without an edge, and does not draw the lines of a radar as it is told: so a series is
// given to it in a colour that stands for a look, and archive writes the look. In these
// colours the first two digits are that of bars or that of a radar.
const (
	barColour   = "F0%02X%02X" // pattern, grey
	roundColour = "F1%02X00"   // the place among the series
)

var standIn = regexp.MustCompile(`<spPr><a:solidFill><a:srgbClr val="F([01])([0-9A-F]{2})([0-9A-F]{2})"></a:srgbClr></a:solidFill></spPr>`)

// fills are those of bars that have none, by their places.
var fills = [...]doc.Fill{doc.Grey(0.75), doc.Black, doc.Hatch(doc.HatchRight, 0), doc.White, doc.Hatch(doc.HatchCross, 0), doc.Grey(0.5), doc.Hatch(doc.Dots, 0)}

// presets are the patterns of DrawingML.
var presets = map[doc.Pattern]string{doc.HatchRight: "wdUpDiag", doc.HatchLeft: "wdDnDiag", doc.HatchCross: "openDmnd",
	doc.HatchLevel: "ltHorz", doc.HatchUpright: "ltVert", doc.Dots: "pct20"}

var thresholdLine = excelize.LineOptions{Width: 1.25, Dash: excelize.LineDashDash}

// strokes are the lines of a chart: width in points, dash, mark.
var strokes = [...]struct {
	width        float64
	dash         excelize.LineDashType
	name, symbol string
}{
	{2, excelize.LineDashSolid, "solid", "circle"},
	{1.5, excelize.LineDashSysDash, "sysDash", "diamond"},
	{1, excelize.LineDashSolid, "solid", "square"},
	{1.5, excelize.LineDashSysDot, "sysDot", "triangle"},
}

func plainFill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: solid, Color: []string{colour}}
}

// paint gives a series its look.
func (c Chart) paint(s *excelize.ChartSeries, i int, column ChartSeries) {
	stroke := strokes[i%len(strokes)]
	switch {
	case c.Kind == RadarChart:
		s.Fill = plainFill(fmt.Sprintf(roundColour, i%len(strokes)))
	case c.Kind == LineChart:
		s.Fill = plainFill("000000")
		s.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: stroke.width, Dash: stroke.dash}
		s.DataLabelPosition = excelize.ChartDataLabelsPositionAbove
		if column.Under {
			s.DataLabelPosition = excelize.ChartDataLabelsPositionBelow
		}
		s.Marker = excelize.ChartMarker{Symbol: stroke.symbol, Size: 6, Fill: plainFill("000000")}
	default:
		fill := column.Fill
		if fill.Pattern == doc.None {
			fill = fills[i%len(fills)]
		}
		s.Fill = plainFill(fmt.Sprintf(barColour, int(fill.Pattern), int(255*min(1, max(0, fill.Grey))+0.5)))
	}
	s.DataLabel = excelize.ChartDataLabel{Font: chartFont(9)}
	if c.Kind.stacked() {
		s.DataLabel.Fill = plainFill("FFFFFF")
	}
}

// written is a chart's part with the looks in the places of the colours that stand for them.
func written(chart []byte) []byte {
	return standIn.ReplaceAllFunc(chart, func(found []byte) []byte {
		parts := standIn.FindSubmatch(found)
		number := func(i int) int {
			n, _ := strconv.ParseUint(string(parts[i]), 16, 8) // standIn has found two digits
			return int(n)
		}
		if string(parts[1]) == "1" {
			s := strokes[number(2)%len(strokes)]
			return fmt.Appendf(nil, `<spPr><a:ln w="%d"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="%s"/></a:ln></spPr>`+
				`<marker><symbol val="%s"/><size val="6"/><spPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill></spPr></marker>`,
				int(s.width*12700), s.name, s.symbol)
		}
		fill := fmt.Sprintf(`<a:solidFill><a:srgbClr val="%02[1]X%02[1]X%02[1]X"/></a:solidFill>`, number(3))
		if preset, patterned := presets[doc.Pattern(number(2))]; patterned {
			fill = fmt.Sprintf(`<a:pattFill prst="%s"><a:fgClr><a:srgbClr val="000000"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`, preset)
		}
		return fmt.Appendf(nil, `<spPr>%s<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></spPr>`, fill)
	})
}

func chartFont(size float64) excelize.Font {
	return excelize.Font{Family: fontName, Size: size, Color: black}
}

// dress sets all that is not of a series.
func (c Chart) dress(chart *excelize.Chart) {
	format := excelize.ChartNumFmt{CustomNumFmt: numberFormat(c.Format)}
	chart.Title = excelize.ChartTitle{Font: new(chartFont(titleSize))}
	if c.Title != "" {
		chart.Title.Paragraph = []excelize.RichTextRun{{Text: c.Title, Font: &excelize.Font{Family: fontName, Size: titleSize, Color: black, Bold: true}}}
	}
	chart.VaryColors = new(false)
	chart.ShowBlanksAs = "gap"
	chart.Legend = excelize.ChartLegend{Position: "bottom", Font: new(chartFont(10))}
	if len(c.Series) == 1 && c.Threshold == "" {
		chart.Legend.Position = "none"
	}
	chart.PlotArea = excelize.ChartPlotArea{ShowVal: c.Kind != RadarChart, NumFmt: format}
	if c.Kind.stacked() || c.Alternate {
		chart.PlotArea.NumFmt.CustomNumFmt += ";;" // nothing for parts that are not there
	}
	chart.XAxis = excelize.ChartAxis{Font: chartFont(10), ReverseOrder: c.Kind.lies(), TickLabelPosition: excelize.ChartTickLabelLow}
	chart.YAxis = excelize.ChartAxis{Font: chartFont(10), NumFmt: format, MajorGridLines: true}
	if c.Kind.lies() {
		chart.YAxis.TickLabelPosition = excelize.ChartTickLabelHigh // at the foot: the first is at the top
	}
	if c.Kind.hasBars() {
		chart.GapWidth = new(uint(60))
		if c.Touching {
			chart.GapWidth = new(uint(0))
		}
		if c.Alternate {
			chart.Overlap = new(100)
		}
		chart.YAxis.Minimum = new(min(0, stored(c.Bottom, c.Format)))
	}
	if c.Bottom != c.Top {
		chart.YAxis.Maximum = new(stored(c.Top, c.Format))
		if !c.Kind.hasBars() {
			chart.YAxis.Minimum = new(stored(c.Bottom, c.Format))
		}
	}
}
