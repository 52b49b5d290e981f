package xlsx

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// Chart is a native chart under the table of a sheet, that follows its cells. A cell
// without a number must be empty, which leaves a gap: Excel draws words as zero.
type Chart struct {
	Kind  ChartKind
	Title string
	Alt   string // what it shows, in words

	// Categories and the values of Series are references to cells of one column, as many
	// in each: «{school[1:12]}», «{Сеть!count}».
	Categories string
	Series     []ChartSeries
	// Threshold is a column with the threshold in each of its cells; empty: none. Among
	// columns and lines it is a dashed line. Spreadsheets have no line across lying bars:
	// there it is a bar of its own. A stack of lying bars has none.
	Threshold string

	// Alternate is true where in each category one series has a number and the others
	// have none: bars of one place in several looks. A zero has no words there.
	Alternate bool
	Touching  bool // columns without gaps: a histogram

	Format doc.NumberFormat // of the values and the axis
	// Bottom and Top are the ends of the axis, in percents where Format is. The axis of
	// bars begins at zero or lower. Equal: as the program chooses, bars from zero.
	Bottom, Top float64

	Width, Height float64 // millimetres; 0: that of the table, 90
}

// ChartSeries is a column of values, called by its header.
type ChartSeries struct {
	Values string
	Fill   doc.Fill // of bars; the zero value: by the place among the series
	// Continues is true for a line that goes on with the one before after a break, and so
	// looks like it.
	Continues bool
	// Under is true for a line whose numbers stand under it, not over it: the lower of two.
	Under bool
}

// ChartKind is how values are drawn.
type ChartKind int

const (
	ColumnChart ChartKind = iota
	BarChart              // lying, from the first at the top
	StackedColumnChart
	StackedBarChart
	LineChart
	RadarChart
)

var chartTypes = map[ChartKind]excelize.ChartType{ColumnChart: excelize.Col, BarChart: excelize.Bar, StackedColumnChart: excelize.ColStacked,
	StackedBarChart: excelize.BarStacked, LineChart: excelize.Line, RadarChart: excelize.Radar}

func (k ChartKind) lies() bool    { return k == BarChart || k == StackedBarChart }
func (k ChartKind) stacked() bool { return k == StackedColumnChart || k == StackedBarChart }
func (k ChartKind) hasBars() bool { return k != LineChart && k != RadarChart }

// Sizes of charts in points, and what spreadsheets count in.
const (
	usualChartHeight = 90 * millimetre
	leastChartWidth  = 150 * millimetre
	usualRow         = 15.0             // the height of rows under the table
	chartPage        = 168 * millimetre // of a printed page, with room for what programs round
	pixel            = 0.75
)

// chart sets the charts of a sheet one under another. It comes after the widths of
// columns are known, and before the rows.
func (b book) chart(f *excelize.File, p *plan) error {
	row, used := len(p.rows)+2, 0.0
	for _, l := range p.rows {
		used += l.height * min(1, pageWidth/p.total())
	}
	for i, c := range p.Charts {
		width, height := c.Width*millimetre, c.Height*millimetre
		if width == 0 {
			width = min(max(p.total(), leastChartWidth), pageWidth)
		}
		if height == 0 {
			height = usualChartHeight
		}
		charts, err := b.series(c, p)
		if err != nil {
			return fmt.Errorf("chart %d «%s»: %w", i+1, c.Title, err)
		}
		if used += height + usualRow; used > chartPage {
			used = height
			// One row above, for the edge of the chart is on its row's.
			if err := f.InsertPageBreak(p.name, ref(0, row-1)); err != nil {
				return err
			}
		}
		first := charts[0]
		c.dress(first)
		for _, over := range charts[1:] { // excelize takes the axes of the last
			over.XAxis, over.YAxis = first.XAxis, first.YAxis
		}
		first.Dimension = excelize.ChartDimension{Width: uint(width / pixel), Height: uint(height / pixel)}
		first.Format = excelize.GraphicOptions{AltText: c.Alt, Name: fmt.Sprintf("Диаграмма %d", i+1), Positioning: "oneCell"}
		if err := f.AddChart(p.name, ref(0, row), first, charts[1:]...); err != nil {
			return fmt.Errorf("chart %d «%s»: %w", i+1, c.Title, err)
		}
		row += int(math.Ceil(height/usualRow)) + 2
	}
	return nil
}

// series finds the cells of a chart. Over columns and lines the threshold is a
// second chart, of a line without values.
func (b book) series(c Chart, p *plan) ([]*excelize.Chart, error) {
	if len(c.Series) == 0 || c.Kind < ColumnChart || c.Kind > RadarChart {
		return nil, fmt.Errorf("no series, or kind %d", c.Kind)
	}
	if c.Threshold != "" && c.Kind == StackedBarChart {
		return nil, fmt.Errorf("a stack of lying bars has no threshold")
	}
	categories, err := b.cells(c.Categories, p)
	if err != nil {
		return nil, err
	}
	one := func(values string) (s excelize.ChartSeries, err error) {
		cells, err := b.cells(values, p)
		if err != nil {
			return s, err
		}
		if got, want := cells.bottom-cells.top, categories.bottom-categories.top; got != want {
			return s, fmt.Errorf("%s: %d values of %d categories", values, got+1, want+1)
		}
		name := place{cells.plan, area{left: cells.left, right: cells.left}} // the header
		return excelize.ChartSeries{Name: name.absolute(), Categories: categories.absolute(), Values: cells.absolute()}, nil
	}
	chart := &excelize.Chart{Type: chartTypes[c.Kind]}
	look := -1
	for _, column := range c.Series {
		s, err := one(column.Values)
		if err != nil {
			return nil, err
		}
		if look < 0 || !column.Continues {
			look++
		}
		c.paint(&s, look, column)
		chart.Series = append(chart.Series, s)
	}
	if c.Threshold == "" {
		return []*excelize.Chart{chart}, nil
	}
	limit, err := one(c.Threshold)
	if err != nil {
		return nil, err
	}
	if c.Kind == BarChart || c.Kind == RadarChart {
		c.paint(&limit, len(c.Series), ChartSeries{Fill: doc.Hatch(doc.Dots, 0)})
		chart.Series = append(chart.Series, limit)
		return []*excelize.Chart{chart}, nil
	}
	limit.Line, limit.Fill, limit.Marker.Symbol = thresholdLine, plainFill("000000"), "none"
	return []*excelize.Chart{chart, {Type: excelize.Line, Series: []excelize.ChartSeries{limit}}}, nil
}

// cells are those of one column that a reference names.
func (b book) cells(reference string, p *plan) (place, error) {
	r, err := doc.ParseReference(reference)
	if err == nil && (r.Same || r.Column == "" || r.Column == "*") {
		err = fmt.Errorf("%s: cells of one column are needed", reference)
	}
	if err != nil {
		return place{}, err
	}
	return b.find(r, p, 0)
}
