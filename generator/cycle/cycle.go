// Package cycle lays the documents of the management cycle out by directions, stages and
// years («матрица управленческого цикла»), so that it is seen where none proves a stage.
package cycle

import (
	"cmp"
	"slices"
	"strings"

	"doklad/generator/model"
)

// Matrix are the documents of each direction, stage and year.
type Matrix struct {
	Directions []string // in the order in which they were given, others after them
	Years      []int    // the first one first
	cells      map[place][]model.CycleDocument
}

type place struct {
	direction string
	stage     model.CycleStage
	year      int
}

// Gap is a stage that no document proves («разрыв цикла»).
type Gap struct {
	Direction string
	Stage     model.CycleStage
	Year      int
}

// Of lays out documents, those of the office and those that the program made, for these
// years. A document without a direction is of every one; a direction that only a document
// names stands after the others. Documents of a place stand by their days, those without a
// day last; the same paper told twice stands once.
func Of(directions []string, years []int, documents []model.CycleDocument) Matrix {
	m := Matrix{Directions: once(directions), Years: once(years), cells: map[place][]model.CycleDocument{}}
	slices.Sort(m.Years)
	for _, d := range documents {
		if d.Direction != "" && slices.Contains(m.Years, d.Year) && !slices.Contains(m.Directions, d.Direction) {
			m.Directions = append(m.Directions, d.Direction)
		}
	}
	for _, d := range documents {
		if d.Direction != "" {
			m.put(d.Direction, d)
			continue
		}
		for _, direction := range m.Directions {
			m.put(direction, d)
		}
	}
	for at := range m.cells {
		slices.SortStableFunc(m.cells[at], func(a, b model.CycleDocument) int {
			return cmp.Or(dayless(a)-dayless(b), a.Date.Compare(b.Date), strings.Compare(a.Number, b.Number), strings.Compare(a.Title, b.Title))
		})
	}
	return m
}

func (m Matrix) put(direction string, d model.CycleDocument) {
	at := place{direction, d.Stage, d.Year}
	if !slices.Contains(m.Years, d.Year) || slices.ContainsFunc(m.cells[at], func(o model.CycleDocument) bool { return o.Evidence == d.Evidence }) {
		return
	}
	m.cells[at] = append(m.cells[at], d)
}

func dayless(d model.CycleDocument) int {
	if d.Date.IsZero() {
		return 1
	}
	return 0
}

// At are the documents of a place; none: a gap.
func (m Matrix) At(direction string, stage model.CycleStage, year int) []model.CycleDocument {
	return m.cells[place{direction, stage, year}]
}

// Gaps are the stages that nothing proves, by directions, then years, then stages.
func (m Matrix) Gaps() (gaps []Gap) {
	for _, direction := range m.Directions {
		for _, year := range m.Years {
			for _, stage := range model.CycleStages {
				if len(m.At(direction, stage, year)) == 0 {
					gaps = append(gaps, Gap{direction, stage, year})
				}
			}
		}
	}
	return gaps
}

// Proved is how many of the stages of a direction in a year have a document.
func (m Matrix) Proved(direction string, year int) (proved, of int) {
	for _, stage := range model.CycleStages {
		if len(m.At(direction, stage, year)) > 0 {
			proved++
		}
	}
	return proved, len(model.CycleStages)
}

// once are the values in their order, each once.
func once[T comparable](list []T) (values []T) {
	for _, v := range list {
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}
