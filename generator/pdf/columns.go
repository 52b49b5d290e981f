package pdf

import "math"

// columnWidths shares the room among the columns so that the table is as low as
// can be. Each column gets its widest word first; then the room left goes, a
// small piece at a time, to the column that lowers the table most.
func columnWidths(needs []columnNeeds, room float64) []float64 {
	widths := make([]float64, len(needs))
	for i, n := range needs {
		widths[i] = n.least()
	}
	left := room - sumOf(needs, columnNeeds.least)
	if left < 0 {
		return concede(needs, widths, room)
	}
	share(needs, widths, left)
	return refine(needs, widths)
}

// share gives the room left, a small piece at a time, to the column that lowers
// the table most.
func share(needs []columnNeeds, widths []float64, left float64) {
	const steps = 80
	piece := left / steps
	height := newHeights(needs, widths)
	for range steps {
		best, gain := -1, 0.0
		for i, n := range needs {
			if n.enough(widths[i], piece) {
				continue
			}
			if g := height.gain(i, widths[i]+piece); best < 0 || g > gain {
				best, gain = i, g
			}
		}
		if best < 0 {
			break
		}
		widths[best] += piece
		height.widen(best, widths[best])
		left -= piece
	}
	spread(needs, widths, left)
}

// heights estimates the height of the sampled rows in lines. The lines of a row
// are those of its fullest cell; the fourth power mean stands for the maximum,
// because it also rewards easing a cell that is not yet the fullest.
type heights struct {
	needs []columnNeeds
	cells [][]float64 // the fourth power of the lines of each cell
	sums  []float64   // of each row
	rows  []float64   // height of each row
}

func newHeights(needs []columnNeeds, widths []float64) *heights {
	h := &heights{needs: needs, cells: make([][]float64, len(needs))}
	for i, n := range needs {
		for len(h.sums) < len(n.cells) {
			h.sums = append(h.sums, 0)
		}
		h.cells[i] = make([]float64, len(n.cells))
		for r := range n.cells {
			h.cells[i][r] = n.power(r, widths[i])
			h.sums[r] += h.cells[i][r]
		}
	}
	h.rows = make([]float64, len(h.sums))
	for r, sum := range h.sums {
		h.rows[r] = math.Sqrt(math.Sqrt(sum))
	}
	return h
}

// power is the fourth power of the lines of a cell.
func (n columnNeeds) power(row int, width float64) float64 {
	natural := n.cells[row].natural
	if natural == 0 {
		return 0
	}
	// A quarter of the widest word is lost at the ragged edge.
	lines := max(1, natural/max(width-0.25*n.widest, 1))
	return lines * lines * lines * lines
}

// gain is how much lower the rows are with a column of another width.
func (h *heights) gain(column int, width float64) float64 {
	total := 0.0
	n := &h.needs[column]
	for r, old := range h.cells[column] {
		if old <= 1 {
			continue // one line, or nothing: no room makes it lower
		}
		total += h.rows[r] - math.Sqrt(math.Sqrt(h.sums[r]-old+n.power(r, width)))
	}
	return total
}

func (h *heights) widen(column int, width float64) {
	for r, old := range h.cells[column] {
		now := h.needs[column].power(r, width)
		h.cells[column][r] = now
		h.sums[r] += now - old
		h.rows[r] = math.Sqrt(math.Sqrt(h.sums[r]))
	}
}

// spread gives what is left to all columns that the data left free, by their
// width.
func spread(needs []columnNeeds, widths []float64, left float64) {
	free := 0.0
	takes := func(n columnNeeds) bool { return n.fixed == 0 && n.most == 0 }
	for i, n := range needs {
		if takes(n) {
			free += widths[i]
		}
	}
	if left <= 0 || free == 0 {
		return
	}
	for i, n := range needs {
		if takes(n) {
			widths[i] += left * widths[i] / free
		}
	}
}

// concede makes room where what the data wants does not fit beside the widest words of
// all columns: each gives the same share of what it was to have beyond its own. No word
// is cut while another column has room to give.
func concede(needs []columnNeeds, widths []float64, room float64) []float64 {
	for i, n := range needs {
		widths[i] = n.bare()
	}
	least, bare := sumOf(needs, columnNeeds.least), sumOf(needs, columnNeeds.bare)
	if bare > room {
		return squeeze(widths, room)
	}
	for i, n := range needs {
		widths[i] += (n.least() - n.bare()) * (room - bare) / (least - bare)
	}
	return widths
}

// squeeze makes room where even the widest words do not fit: the widest columns
// give first, down to a common width. Words will be cut there.
func squeeze(widths []float64, room float64) []float64 {
	low, high := 0.0, room
	for range 60 {
		cap := (low + high) / 2
		sum := 0.0
		for _, w := range widths {
			sum += min(w, cap)
		}
		if sum > room {
			high = cap
		} else {
			low = cap
		}
	}
	for i := range widths {
		widths[i] = min(widths[i], low)
	}
	return widths
}
