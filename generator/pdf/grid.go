package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
)

// grid is a table whose lines are set and whose columns have their places; it
// is laid on pages row by row.
type grid struct {
	table   *doc.Table
	look    layout.Table
	size    float64
	line    float64   // distance of baselines
	edges   []float64 // x of the rules, one more than columns
	padSide float64
	padTop  float64
	head    group     // what the next page of the table begins with
	minimum float64   // height of a row to write in
	words   []float64 // the widest word or piece of each column
	c       *composer

	placer *doc.Placer
	next   int       // row of the table that is set next
	queue  []group   // groups set to see how high they are
	of     pdfa.Elem // the table in the structure
	begun  bool      // its header was drawn once
	// continued stands over the head on later pages; empty: nothing.
	continued string

	fractions []float64 // of a column of numbers: the widest part from the comma on
}

// grid prepares a table for the width of the current page.
func (c *composer) grid(t *doc.Table) *grid {
	look := c.profile.Table
	g := &grid{table: t, look: look, size: c.fit.tableSize(look), c: c,
		padSide: look.PadSide * mm, padTop: look.PadTop * mm, placer: doc.NewPlacer(len(t.Columns))}
	g.line = g.size * c.fonts.Regular.LineHeight
	if t.WriteIn {
		g.minimum = look.WriteRow * mm
	}
	room := c.textWidth() - 2*g.padSide*float64(len(t.Columns))
	needs := g.measureColumns(room)
	for _, n := range needs {
		g.words = append(g.words, n.word)
		g.fractions = append(g.fractions, n.fraction)
	}
	widths := columnWidths(needs, max(room, float64(len(needs))))
	g.edges = []float64{0}
	for _, w := range widths {
		g.edges = append(g.edges, g.edges[len(g.edges)-1]+w+2*g.padSide)
	}
	g.of = c.tree.Add(pdfa.Document, pdfa.Table)
	g.head = g.header()
	return g
}

// tooNarrow reports a table in which a column cannot hold two letters of a word
// that it must cut: it would be a heap of letters, or run off the sheet.
func (g *grid) tooNarrow() bool {
	for i, word := range g.words {
		if room := g.room(i, i+1); room < 2*g.size && room < word {
			return true
		}
	}
	return false
}

// room is the width for text in the columns.
func (g *grid) room(from, to int) float64 {
	return g.edges[to] - g.edges[from] - 2*g.padSide + rounding
}
