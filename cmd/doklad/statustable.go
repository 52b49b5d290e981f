package main

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"doklad/generator/execution"
)

// fewest is how many lines an activity may take whose occurrences take less.
const fewest = 4

// table shows the activities of one order, with a line for each of their occurrences.
func (v statusView) table(standings []execution.Standing) string {
	t := table.NewWriter()
	t.SetStyle(table.Style{
		Box: table.BoxStyle{MiddleHorizontal: "─", MiddleSeparator: strings.Repeat("─", gap),
			MiddleVertical: strings.Repeat(" ", gap)},
		Options: table.Options{SeparateHeader: true, SeparateColumns: true},
	})
	t.SuppressTrailingSpaces()
	occurrences := make([]shown, len(standings))
	for i, s := range standings {
		occurrences[i] = shown{s, v.note(s)}
	}
	columns := v.columns(occurrences)
	var header table.Row
	for _, c := range columns {
		header = append(header, v.cell(bold, c.heading()))
	}
	t.AppendHeader(header)
	for _, activity := range execution.ByActivity(standings) {
		t.AppendRow(v.row(columns, occurrences[:len(activity)]))
		occurrences = occurrences[len(activity):]
	}
	return strings.TrimRight(t.Render(), "\n")
}

// row is one activity: what is the same for all its occurrences is cut where it would
// take many more lines than they do.
func (v statusView) row(columns []column, standings []shown) table.Row {
	occurrences, height := v.occurrences(columns, standings)
	height = max(height, fewest)
	row := make(table.Row, len(columns))
	for i, c := range columns {
		if c.each {
			row[i] = occurrences[i]
			continue
		}
		said, under := lines(c.words(standings[0]), c.width), lines(c.under(standings[0]), c.width)
		if c.under(standings[0]) == "" {
			under = nil
		}
		said = cutLines(said, height-min(len(under), 1), c.width)
		cell := v.cell(plain, said)
		if len(under) > 0 {
			cell += "\n" + v.cell(faint, cutLines(under, height-len(said), c.width))
		}
		row[i] = cell + "\n" // one line stays empty between activities
	}
	return row
}

// occurrences are the cells of the columns that have a line for each; where one takes
// more lines, so do those beside it.
func (v statusView) occurrences(columns []column, standings []shown) (cells []string, height int) {
	built := make([]strings.Builder, len(columns))
	said := make([][]string, len(columns))
	for _, s := range standings {
		high := 1
		for i, c := range columns {
			if c.each {
				said[i] = lines(c.words(s), c.width)
				high = max(high, len(said[i]))
			}
		}
		for i, c := range columns {
			if c.each {
				built[i].WriteString(v.cell(c.colour(s), said[i]))
				built[i].WriteString(strings.Repeat("\n", high-len(said[i])+1))
			}
		}
		height += high
	}
	cells = make([]string, len(columns))
	for i := range built {
		cells[i] = built[i].String()
	}
	return cells, height
}

// cell joins the lines of a cell, each coloured by itself: other cells stand beside.
func (s screen) cell(c colour, lines []string) string {
	if len(lines) == 1 {
		return s.in(c, lines[0])
	}
	painted := make([]string, len(lines))
	for i, line := range lines {
		painted[i] = s.in(c, line)
	}
	return strings.Join(painted, "\n")
}
