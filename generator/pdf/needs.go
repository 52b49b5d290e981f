package pdf

import "doklad/generator/typeset"

// columnNeeds is what the content of a column asks for, in points of text width.
type columnNeeds struct {
	widest  float64 // the widest word or piece: narrower, and it is cut by letters
	natural float64 // the longest cell on one line
	cells   []cellWords
	fixed   float64 // wanted by the data; 0: from the content
}

// least is the width that a column gets before the room left is shared.
func (n columnNeeds) least() float64 {
	if n.fixed > 0 {
		return n.fixed
	}
	return n.widest
}

// cellWords is the content of one sampled cell.
type cellWords struct {
	natural float64 // the width of all on one line
	words   []typeset.Piece
}

// sampleRows is how many rows decide about the widths; all rows decide about
// the least width.
const sampleRows = 120

// measure gives the widths of what is not to be divided in a text.
type measure func(text string, face *typeset.Face, size float64) []typeset.Piece

// measureColumns asks for room for whole words; where these do not fit side by
// side, for their parts at hyphens; then for words without those bound to them:
// «учебно-» over «методический» is better than a word cut by letters.
func (g *grid) measureColumns(room float64) []columnNeeds {
	var needs []columnNeeds
	for _, words := range []measure{typeset.WordWidths, typeset.PieceWidths, typeset.LeastWidths} {
		needs = g.columnNeeds(words)
		least := 0.0
		for _, n := range needs {
			least += n.least()
		}
		if least <= room {
			break
		}
	}
	return needs
}

func (g *grid) columnNeeds(words measure) []columnNeeds {
	t, fonts := g.table, g.c.fonts
	needs := make([]columnNeeds, len(t.Columns))
	step := max(1, len(t.Rows)/sampleRows)
	for i, column := range t.Columns {
		n := &needs[i]
		n.allow(words(column.Header, fonts.Bold, g.size))
		n.natural = n.widest
		if column.Width > 0 {
			n.fixed = max(column.Width*mm-2*g.padSide, 1)
		}
	}
	for r, row := range t.Rows {
		if row.Section {
			continue
		}
		for i, cell := range row.Cells {
			n := &needs[i]
			pieces := words(cell.Text, fonts.Regular, g.size)
			n.allow(pieces)
			if r%step == 0 {
				width := fonts.Regular.Width(cell.Text, g.size)
				n.natural = max(n.natural, width)
				n.cells = append(n.cells, cellWords{width, pieces})
			}
		}
	}
	return needs
}

// allow widens a column to the widest piece.
func (n *columnNeeds) allow(pieces []typeset.Piece) {
	for _, p := range pieces {
		n.widest = max(n.widest, p.Width)
	}
}
