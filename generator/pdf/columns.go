package pdf

import "math"

// columnWidths shares the room among the columns so that the table is as low as
// can be. Each column gets its widest word first; then the room left goes, a
// small piece at a time, to the column that lowers the table most.
func columnWidths(needs []columnNeeds, room float64) []float64 {
	widths := make([]float64, len(needs))
	left := room
	for i, n := range needs {
		widths[i] = n.least()
		left -= widths[i]
	}
	if left < 0 {
		return squeeze(widths, room)
	}
	share(needs, widths, left)
	return refine(needs, widths)
}

// share gives the room left, a small piece at a time, to the column that lowers
// the table most.
func share(needs []columnNeeds, widths []float64, left float64) {
	const steps = 80
	piece := left / steps
	for range steps {
		best, gain := -1, 0.0
		height := heightOf(needs, widths)
		for i, n := range needs {
			if n.fixed > 0 || widths[i] >= n.natural {
				continue
			}
			widths[i] += piece
			if g := height - heightOf(needs, widths); best < 0 || g > gain {
				best, gain = i, g
			}
			widths[i] -= piece
		}
		if best < 0 {
			break
		}
		widths[best] += piece
		left -= piece
	}
	spread(needs, widths, left)
}

// heightOf estimates the height of the sampled rows in lines. The lines of a
// row are those of its fullest cell; the fourth power mean stands for the
// maximum, because it also rewards easing a cell that is not yet the fullest.
func heightOf(needs []columnNeeds, widths []float64) float64 {
	rows := 0
	for _, n := range needs {
		rows = max(rows, len(n.cells))
	}
	total := 0.0
	for r := range rows {
		sum := 0.0
		for i, n := range needs {
			if r >= len(n.cells) || n.cells[r].natural == 0 {
				continue
			}
			// A quarter of the widest word is lost at the ragged edge.
			lines := max(1, n.cells[r].natural/max(widths[i]-0.25*n.widest, 1))
			square := lines * lines
			sum += square * square
		}
		total += math.Sqrt(math.Sqrt(sum))
	}
	return total
}

// spread gives what is left to all columns that the data left free, by their
// width.
func spread(needs []columnNeeds, widths []float64, left float64) {
	free := 0.0
	for i, n := range needs {
		if n.fixed == 0 {
			free += widths[i]
		}
	}
	if left <= 0 || free == 0 {
		return
	}
	for i, n := range needs {
		if n.fixed == 0 {
			widths[i] += left * widths[i] / free
		}
	}
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
