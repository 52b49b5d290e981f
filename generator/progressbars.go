package generator

import (
	"doklad/generator/chart"
	"doklad/generator/doc"
	"doklad/generator/execution"
)

// barOrder are the statuses from the one that wants most attention, which is black, to
// what is done, which is white. A status has one fill in all reports.
var barOrder = []execution.Status{execution.Failed, execution.DoneLate, execution.Partly, execution.Moved, execution.Undefined,
	execution.InWork, execution.NotDue, execution.Void, execution.Done}

// yearBars are the statuses by the years in which they are due.
func yearBars(groups []group) (*doc.Figure, error) {
	bars := chart.Bars{Caption: "Исполнение мероприятий по годам, в которые наступает срок", Width: 257, Height: 80, Stacked: true}
	for _, s := range barOrder {
		bars.Series = append(bars.Series, chart.Series{Name: string(s)})
	}
	for _, g := range groups {
		values := make([]float64, len(barOrder))
		for i, s := range barOrder {
			values[i] = float64(g.tally[s])
		}
		bars.Groups = append(bars.Groups, chart.Group{Name: g.name, Values: values})
	}
	return bars.Figure()
}
