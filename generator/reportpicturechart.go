package generator

import (
	"fmt"
	"math"
	"strings"

	"doklad/generator/chart"
	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

// Sizes of native charts in millimetres: a page holds one, under a short table too.
const (
	nativeWidth  = 250.0
	nativeHeight = 90.0
	radarWidth   = 150.0
	radarHeight  = 110.0
	lyingAround  = 34.0  // title, axis and legend of lying bars
	lyingMost    = 128.0 // for the bars of one chart
)

// nativeCharts are the chart of so many rows, or those that long lying bars are divided
// over; all have the axis of the paper.
func (p picture) nativeCharts(rows int) (charts []xlsx.Chart) {
	c := xlsx.Chart{Kind: xlsx.ColumnChart, Width: nativeWidth, Height: nativeHeight, Format: p.format(), Alt: p.Caption + ". Числа – в таблице этого листа."}
	count, slot := 1, 0.0
	switch p.Kind {
	case lines:
		c.Kind = xlsx.LineChart
		c.Bottom, c.Top = p.lines(0).Axis()
	case radar:
		c.Kind, c.Width, c.Height = xlsx.RadarChart, radarWidth, radarHeight
		c.Bottom, c.Top = p.Lowest, p.Highest
	case histogram:
		c.Touching = true
	default:
		bars := p.bars(0)
		c.Bottom, c.Top = bars.Axis()
		if bars.Lies() {
			c.Kind, slot = xlsx.BarChart, max(6, 4.2*float64(len(p.Series))+2)
			if p.Kind == stackedBars {
				c.Kind, slot = xlsx.StackedBarChart, 9
			}
			perChart := int(lyingMost / slot)
			count = (rows + perChart - 1) / perChart
		}
	}
	c.Alternate = p.marksLow()
	for part := range count {
		from, to := rows*part/count, rows*(part+1)/count
		one := c
		if slot > 0 {
			one.Height = lyingAround + slot*float64(to-from)
		}
		one.Title = p.nativeTitle(part, count)
		p.fillSeries(&one, from+1, to)
		charts = append(charts, one)
	}
	return charts
}

// nativeTitle is the caption with what stands beside the axis on paper.
func (p picture) nativeTitle(part, count int) string {
	var beside []string
	if p.Unit != "" {
		beside = append(beside, p.Unit)
	}
	if count > 1 {
		beside = append(beside, fmt.Sprintf("часть %d из %d", part+1, count))
	}
	if len(beside) == 0 {
		return p.Caption
	}
	return fmt.Sprintf("%s (%s)", p.Caption, strings.Join(beside, "; "))
}

// fillSeries gives a chart its columns, from a row to a row.
func (p picture) fillSeries(c *xlsx.Chart, from, to int) {
	at := func(column string) string { return fmt.Sprintf("{%s[%d:%d]}", column, from, to) }
	c.Categories = at(columnName)
	if p.hasLimit() && !(p.marksLow() && c.Kind == xlsx.BarChart) {
		c.Threshold = at(columnLimit)
	}
	if p.marksLow() {
		c.Series = []xlsx.ChartSeries{{Values: at(columnLow), Fill: doc.Black}, {Values: at(columnHigh), Fill: chart.Tones(1)[0]}}
		return
	}
	var fills []doc.Fill
	switch p.Kind {
	case groupedColumns, lyingBars, stackedBars:
		fills = p.bars(0).Fills()
	default:
		fills = chart.Tones(len(p.Series))
	}
	for n := range p.Series {
		bounds := p.pieces()
		for piece := range len(bounds) - 1 {
			c.Series = append(c.Series, xlsx.ChartSeries{Values: at(columnSeries(n, piece)), Fill: fills[n], Continues: piece > 0,
				Under: p.Kind == lines && p.isLower(n, p.Rows[bounds[piece]:bounds[piece+1]], c.Bottom+(c.Top-c.Bottom)/10)})
		}
	}
}

// isLower reports whether a line lies on the whole under the others, where they have
// numbers together, and leaves words room over the axis.
func (p picture) isLower(series int, rows []pictureRow, room float64) bool {
	over := 0.0
	for _, r := range rows {
		values := p.numbers(r)
		if values[series] < room {
			return false
		}
		for _, v := range values {
			if by := values[series] - v; !math.IsNaN(by) {
				over += by
			}
		}
	}
	return over < 0
}
