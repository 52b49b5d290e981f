package xlsx

import (
	"math"

	"doklad/generator/doc"
)

// sampleRows is how many rows of a long table decide about its widths.
const sampleRows = 80

// fitting looks for the widths at which a table is least high.
type fitting struct {
	measures []measure
	columns  []sample
}

// sample is the texts of one column, the header first, with the lines that they
// take at each width tried so far.
type sample struct {
	texts  []string
	indent int
	known  map[int][]float64
}

func newFitting(t *doc.Table, measures []measure) *fitting {
	var rows []doc.Row
	for _, row := range t.Rows {
		if !row.Section {
			rows = append(rows, row)
		}
	}
	step := max(1, (len(rows)+sampleRows-1)/sampleRows)
	f := &fitting{measures: measures, columns: make([]sample, len(t.Columns))}
	for i, column := range t.Columns {
		s := sample{
			texts:  []string{column.Header},
			indent: bodyLook(column.Align).indent,
			known:  map[int][]float64{},
		}
		for r := 0; r < len(rows); r += step {
			text := ""
			if i < len(rows[r].Cells) {
				text = rows[r].Cells[i].Text
			}
			s.texts = append(s.texts, text)
		}
		f.columns[i] = s
	}
	return f
}

func (s sample) lines(width int) []float64 {
	if lines, ok := s.known[width]; ok {
		return lines
	}
	lines := make([]float64, len(s.texts))
	for i, text := range s.texts {
		if i == 0 {
			lines[i] = float64(headerFont.lines(text, room(float64(width), 0)))
			continue
		}
		lines[i] = float64(bodyFont.lines(text, room(float64(width), s.indent)))
	}
	s.known[width] = lines
	return lines
}

// cost is the height of the sample. The eighth power stands for the highest
// cell of a row, but also rewards a step that helps only when another column
// follows.
func (f *fitting) cost(widths []int) float64 {
	heights := make([]float64, len(f.columns[0].texts))
	for i, column := range f.columns {
		for row, n := range column.lines(widths[i]) {
			n *= n
			n *= n
			heights[row] += n * n
		}
	}
	sum := 0.0
	for _, h := range heights {
		sum += math.Sqrt(math.Sqrt(math.Sqrt(h)))
	}
	return sum
}

// improve moves width from column to column as long as the table gets lower,
// first much at a time, then little.
func (f *fitting) improve(widths []int) {
	best := f.cost(widths)
	for _, step := range []int{64, 32, 16, 8, 4} {
		const most = 40 // moves of one size; a table needs few
		for range most {
			from, to, cost := f.bestMove(widths, step, best)
			if from == to {
				break
			}
			widths[from] -= step
			widths[to] += step
			best = cost
		}
	}
}

// bestMove tries every pair of columns; from equals to where nothing helps.
func (f *fitting) bestMove(widths []int, step int, best float64) (from, to int, cost float64) {
	cost = best - 1e-9
	for a, m := range f.measures {
		if m.fixed || widths[a]-step < m.least {
			continue
		}
		for b, n := range f.measures {
			if a == b || n.fixed || widths[b] >= n.natural {
				continue
			}
			widths[a] -= step
			widths[b] += step
			if c := f.cost(widths); c < cost {
				from, to, cost = a, b, c
			}
			widths[a] += step
			widths[b] -= step
		}
	}
	return from, to, cost
}
