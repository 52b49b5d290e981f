package generator

import (
	"fmt"

	"doklad/generator/chart"
	"doklad/generator/doc"
)

// figures draw the picture: one, or as many as long lists of bars are divided over. What
// has no number is named in the alternative text, and in the caption where the drawing
// leaves it out. The error says in Russian what is wrong with the numbers.
func (p picture) figures(width float64) (figures []*doc.Figure, err error) {
	if err := p.fault(); err != nil {
		return nil, fmt.Errorf("«%s»: %w", p.Caption, err)
	}
	for _, c := range p.charts(width) {
		f, err := c.Figure()
		if err != nil {
			return nil, fmt.Errorf("«%s»: %w", p.Caption, err)
		}
		figures = append(figures, f)
	}
	last := figures[len(figures)-1]
	if left := p.shortGaps(); left != "" {
		last.Caption += "; " + left
	}
	if all := p.allGaps(); all != "" {
		last.Alt += " " + capitalized(all) + "."
	}
	return figures, nil
}

// drawnChart is a chart of any kind.
type drawnChart interface {
	Figure() (*doc.Figure, error)
}

func (p picture) charts(width float64) (charts []drawnChart) {
	switch p.Kind {
	case lines:
		return append(charts, p.lines(width))
	case radar:
		return append(charts, p.radar(width))
	case histogram:
		return append(charts, p.histogram(width))
	}
	for _, part := range p.bars(width).Parts() {
		charts = append(charts, part)
	}
	return charts
}

func (p picture) threshold() *chart.Threshold {
	if p.Threshold == nil {
		return nil
	}
	return &chart.Threshold{Value: p.Threshold.Value, Name: p.Threshold.Name}
}

func (p picture) bars(width float64) chart.Bars {
	c := chart.Bars{Caption: p.Caption, Width: width, Stacked: p.Kind == stackedBars, Lying: p.Kind != groupedColumns,
		Decimals: p.Decimals, Unit: p.Unit, Top: p.Top, Threshold: p.threshold()}
	if p.Kind == groupedColumns {
		c.Height = lowFigure
	}
	for _, name := range p.Series {
		if len(p.Series) == 1 {
			name = "" // the caption says it
		}
		c.Series = append(c.Series, chart.Series{Name: name})
	}
	drawn, _ := p.drawn()
	for _, r := range drawn {
		c.Groups = append(c.Groups, chart.Group{Name: p.shownName(r), Values: p.numbers(r)})
	}
	return c
}

// series are the numbers by series, as lines have them.
func (p picture) series() (names []string, all []chart.Line) {
	for _, name := range p.Series {
		all = append(all, chart.Line{Name: name})
	}
	for _, r := range p.Rows {
		names = append(names, p.shownName(r))
		for n, v := range p.numbers(r) {
			all[n].Values = append(all[n].Values, v)
		}
	}
	return names, all
}

// lowFigure is the height of what is read at a glance: two such figures and their words
// share a page.
const lowFigure = 62

func (p picture) lines(width float64) chart.Lines {
	c := chart.Lines{Caption: p.Caption, Width: width, Height: lowFigure, Decimals: p.Decimals, Unit: p.Unit, Top: p.Top, Threshold: p.threshold(), Changes: p.Changes}
	c.Points, c.Lines = p.series()
	return c
}

func (p picture) radar(width float64) chart.Radar {
	c := chart.Radar{Caption: p.Caption, Width: width, Height: p.Height, Decimals: p.Decimals, Unit: p.Unit, Lowest: p.Lowest, Highest: p.Highest}
	c.Axes, c.Lines = p.series()
	return c
}

// histogram counts what Series says, along a scale that Unit says.
func (p picture) histogram(width float64) chart.Histogram {
	c := chart.Histogram{Caption: p.Caption, Width: width, Scale: p.Unit, Unit: p.Series[0], Threshold: p.threshold()}
	for _, r := range p.Rows {
		bin := r.Bin
		bin.Count = int(p.number(r.Cells[0]))
		c.Bins = append(c.Bins, bin)
	}
	return c
}
