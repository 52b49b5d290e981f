package main

import (
	"strings"

	"doklad/generator/execution"
)

// fewest is how many lines an activity may take whose occurrences take less.
const fewest = 4

// table shows the activities of one order, with a line for each of their occurrences.
func (v statusView) table(standings []execution.Standing) string {
	occurrences := make([]shown, len(standings))
	for i, s := range standings {
		occurrences[i] = shown{s, v.note(s)}
	}
	columns := v.columns(occurrences)
	header := make([]cell, len(columns))
	for i, c := range columns {
		header[i].add(bold, c.heading())
	}
	rows := [][]cell{header}
	for _, activity := range execution.ByActivity(standings) {
		rows = append(rows, v.row(columns, occurrences[:len(activity)]))
		occurrences = occurrences[len(activity):]
	}
	return v.drawn(rows, 1)
}

// row is one activity: what is the same for all its occurrences is cut where it would
// take many more lines than they do.
func (v statusView) row(columns []column, standings []shown) []cell {
	row := v.occurrences(columns, standings)
	height := fewest
	for _, c := range row {
		height = max(height, len(c))
	}
	for i, c := range columns {
		if c.each {
			continue
		}
		var under []string
		if below := c.under(standings[0]); below != "" {
			under = lines(below, c.width)
		}
		said := cutLines(lines(c.words(standings[0]), c.width), height-min(len(under), 1), c.width)
		row[i].add(plain, said)
		if len(under) > 0 {
			row[i].add(faint, cutLines(under, height-len(said), c.width))
		}
	}
	return row
}

// occurrences are the cells of the columns that have a line for each; where one takes
// more lines, so do those beside it.
func (v statusView) occurrences(columns []column, standings []shown) []cell {
	cells := make([]cell, len(columns))
	height := 0
	for _, s := range standings {
		for i, c := range columns {
			if c.each {
				cells[i].add(c.colour(s), lines(c.words(s), c.width))
				height = max(height, len(cells[i]))
			}
		}
		for i, c := range columns {
			for c.each && len(cells[i]) < height {
				cells[i] = append(cells[i], cellLine{})
			}
		}
	}
	return cells
}

// cell joins lines, each coloured by itself.
func (s screen) cell(c colour, lines []string) string {
	painted := make([]string, len(lines))
	for i, line := range lines {
		painted[i] = s.in(c, line)
	}
	return strings.Join(painted, "\n")
}
