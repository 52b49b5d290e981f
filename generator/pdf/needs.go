package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// columnNeeds is what the content of a column asks for, in points of text width.
type columnNeeds struct {
	word    float64 // the widest word or piece: narrower, and it is cut by letters
	widest  float64 // the same, or what the data wants at least
	natural float64 // the longest cell on one line
	cells   []cellWords
	fixed   float64 // wanted by the data; 0: from the content
	most    float64 // allowed by the data; 0: anything

	whole, fraction float64 // of a column of numbers: the widest parts
}

// least is the width that a column gets before the room left is shared.
func (n columnNeeds) least() float64 {
	if n.fixed > 0 {
		return n.fixed
	}
	return n.widest
}

// bare is the width without what the data wants, where that has no room beside the words.
func (n columnNeeds) bare() float64 {
	if n.fixed > 0 {
		return min(n.fixed, n.word)
	}
	return n.word
}

// enough reports whether a piece more of room is of no use to a column, or more
// than it may have.
func (n columnNeeds) enough(width, piece float64) bool {
	return n.fixed > 0 || width >= n.natural || n.most > 0 && width+piece > n.most
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

var measures = []measure{typeset.WordWidths, typeset.PieceWidths, typeset.LeastWidths}

// needsMemo keeps what tables ask for at size 1: each fit asks again.
type needsMemo map[needsKey][]columnNeeds

type needsKey struct {
	table   *doc.Table
	measure int
}

// measureColumns asks for room for whole words; where these do not fit side by
// side, for their parts at hyphens; then for words without those bound to them:
// «учебно-» over «методический» is better than a word cut by letters. Where nothing
// of that fits beside the widths that the data wants, it asks again without these.
func (g *grid) measureColumns(room float64) []columnNeeds {
	var needs []columnNeeds
	for _, width := range []func(columnNeeds) float64{columnNeeds.least, columnNeeds.bare} {
		for i := range measures {
			key := needsKey{g.table, i}
			unit, known := g.c.needs[key]
			if !known {
				unit = g.unitNeeds(measures[i])
				g.c.needs[key] = unit
			}
			needs = g.scaled(unit)
			if sumOf(needs, width) <= room {
				return needs
			}
		}
	}
	return needs
}

func sumOf(needs []columnNeeds, width func(columnNeeds) float64) float64 {
	sum := 0.0
	for _, n := range needs {
		sum += width(n)
	}
	return sum
}

// unitNeeds measures the content of the columns at size 1.
func (g *grid) unitNeeds(words measure) []columnNeeds {
	t, fonts := g.table, g.c.fonts
	needs := make([]columnNeeds, len(t.Columns))
	heads := t.Head
	if len(heads) == 0 {
		var row []doc.Cell
		for _, column := range t.Columns {
			row = append(row, doc.Cell{Text: column.Header})
		}
		heads = [][]doc.Cell{row}
	}
	placer := doc.NewPlacer(len(t.Columns))
	for i, cells := range heads {
		placed, _ := placer.Place(doc.Row{Cells: cells}, len(heads)-1-i)
		for _, p := range placed {
			pieces := words(p.Cell.Text, fonts.Bold, 1)
			allow(needs[p.From:p.To], pieces, fonts.Bold.Width(" ", 1))
			if p.To-p.From == 1 && i+p.Rows == len(heads) {
				// The header is a row as the others: a line less of it is won too.
				n := &needs[p.From]
				n.cells = append(n.cells, cellWords{fonts.Bold.Width(p.Cell.Text, 1), pieces})
			}
		}
	}
	for i := range needs {
		needs[i].natural = needs[i].widest
	}
	step := max(1, len(t.Rows)/sampleRows)
	placer = doc.NewPlacer(len(t.Columns))
	for r, row := range t.Rows {
		placed, _ := placer.Place(row, t.Below(r))
		if row.Section {
			continue
		}
		for _, p := range placed {
			face := fonts.Face(row.Total || p.Cell.Strong)
			pieces := words(p.Cell.Text, face, 1)
			allow(needs[p.From:p.To], pieces, fonts.Regular.Width(" ", 1))
			if p.To-p.From > 1 {
				continue
			}
			n := &needs[p.From]
			if t.Columns[p.From].Align == doc.Decimal {
				n.align(p.Cell.Text, face)
			}
			if r%step == 0 {
				width := face.Width(p.Cell.Text, 1)
				n.natural = max(n.natural, width)
				n.cells = append(n.cells, cellWords{width, pieces})
			}
		}
	}
	for i := range needs {
		n := &needs[i]
		n.widest = max(n.widest, n.whole+n.fraction)
		n.natural = max(n.natural, n.widest)
	}
	return needs
}

// allow widens the columns that a cell covers to its widest piece, all by the same
// share.
func allow(needs []columnNeeds, pieces []typeset.Piece, gap float64) {
	widest, have := 0.0, gap*float64(len(needs)-1) // about the padding between them
	for _, p := range pieces {
		widest = max(widest, p.Width)
	}
	for _, n := range needs {
		have += n.widest
	}
	if lack := widest - have; lack > 0 {
		for i := range needs {
			needs[i].widest += lack / float64(len(needs))
		}
	}
}

// align takes a number into account that is to stand under others by its comma.
func (n *columnNeeds) align(text string, face *typeset.Face) {
	if whole, fraction, ok := number(text); ok {
		n.whole = max(n.whole, face.Width(whole, 1))
		n.fraction = max(n.fraction, face.Width(fraction, 1))
	}
}

// scaled gives the needs at the size of the table, within the bounds of the data.
func (g *grid) scaled(unit []columnNeeds) []columnNeeds {
	needs := make([]columnNeeds, len(unit))
	for i, u := range unit {
		column := g.table.Columns[i]
		text := func(millimetres float64) float64 {
			if millimetres <= 0 {
				return 0
			}
			return max(millimetres*mm-2*g.padSide, 1)
		}
		n := columnNeeds{word: u.widest * g.size, natural: u.natural * g.size, fraction: u.fraction * g.size,
			fixed: text(column.Width), most: text(column.Max)}
		if n.most > 0 {
			n.word = min(n.word, n.most)
		}
		n.widest = max(n.word, text(column.Min))
		if n.most > 0 {
			n.most = max(n.most, n.widest)
		}
		n.cells = make([]cellWords, len(u.cells))
		count := 0
		for _, c := range u.cells {
			count += len(c.words)
		}
		words := make([]typeset.Piece, 0, count)
		for j, c := range u.cells {
			from := len(words)
			for _, w := range c.words {
				words = append(words, typeset.Piece{Width: w.Width * g.size, Space: w.Space * g.size})
			}
			n.cells[j] = cellWords{c.natural * g.size, words[from:]}
		}
		needs[i] = n
	}
	return needs
}
