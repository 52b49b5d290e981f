package generator

import (
	"doklad/generator/chart"
	"doklad/generator/doc"
	"doklad/generator/execution"
)

// statusTones are the fills of the statuses: what is late is dark, what is done light.
var statusTones = map[execution.Status]doc.Fill{}

// yearBars are the statuses by the years in which they are due.
func yearBars(groups []group) (*doc.Figure, error) {
	bars := chart.Bars{Caption: "Исполнение мероприятий по годам, в которые наступает срок", Width: 257, Height: 80, Stacked: true}
	bins := allBins(groups)
	for _, b := range bins {
		bars.Series = append(bars.Series, chart.Series{Name: string(b.statuses[0]), Fill: statusTones[b.statuses[0]]})
	}
	for _, g := range groups {
		values := make([]float64, len(bins))
		for i, b := range bins {
			values[i] = float64(b.of(g.tally))
		}
		bars.Groups = append(bars.Groups, chart.Group{Name: g.name, Values: values})
	}
	return bars.Figure()
}
