package pdf

import "slices"

// refine moves room between columns as long as that lowers the table, counting
// real lines: an estimate does not see that two points more would put «Отдел
// образования,» on one line.
func refine(needs []columnNeeds, widths []float64) []float64 {
	const passes = 3
	count := newLineCount(needs, widths)
	for range passes {
		moved := false
		for to := range needs {
			for from := range needs {
				if to != from && count.move(widths, to, from) {
					moved = true
				}
			}
		}
		if !moved {
			break
		}
	}
	return widths
}

// lineCount holds how many lines each sampled cell takes: lines[column][row].
type lineCount struct {
	needs []columnNeeds
	lines [][]int
	rows  int

	scratch [2][]int // for trying
}

func newLineCount(needs []columnNeeds, widths []float64) *lineCount {
	c := &lineCount{needs: needs, lines: make([][]int, len(needs))}
	for i, n := range needs {
		c.rows = max(c.rows, len(n.cells))
		c.lines[i] = n.count(widths[i], nil)
		c.scratch[0] = append(c.scratch[0], make([]int, max(0, len(n.cells)-len(c.scratch[0])))...)
	}
	c.scratch[1] = make([]int, len(c.scratch[0]))
	return c
}

// count sets the cells of a column at a width, first fit.
func (n columnNeeds) count(width float64, lines []int) []int {
	if lines == nil {
		lines = make([]int, len(n.cells))
	}
	lines = lines[:len(n.cells)]
	clear(lines)
	for r, cell := range n.cells {
		used, space := width+1, 0.0 // so that the first word begins a line
		for _, word := range cell.words {
			if used+space+word.Width > width+rounding {
				lines[r]++
				used, space = 0, 0
			}
			used += space + word.Width
			space = word.Space
		}
	}
	return lines
}

// cost is the height of the sampled rows in lines. Fewer lines in cells that do
// not decide about the height count a little too: they leave less white.
func (c *lineCount) cost() float64 {
	total := 0.0
	for r := range c.rows {
		highest := 1
		for i := range c.needs {
			if r < len(c.lines[i]) {
				highest = max(highest, c.lines[i][r])
				total += 0.02 * float64(c.lines[i][r])
			}
		}
		total += float64(highest)
	}
	return total
}

// move takes the amount from one column to another that lowers the table most.
func (c *lineCount) move(widths []float64, to, from int) bool {
	if c.needs[to].fixed > 0 || c.needs[from].fixed > 0 || !slices.ContainsFunc(c.lines[to], func(n int) bool { return n > 1 }) {
		return false
	}
	before := c.cost()
	best, amount := before-rounding, 0.0
	oldTo, oldFrom := c.lines[to], c.lines[from]
	for _, try := range []float64{2, 4, 8, 14, 22, 32, 48, 72} {
		if widths[from]-try < c.needs[from].widest || c.needs[to].most > 0 && widths[to]+try > c.needs[to].most {
			break
		}
		c.lines[to] = c.needs[to].count(widths[to]+try, c.scratch[0])
		c.lines[from] = c.needs[from].count(widths[from]-try, c.scratch[1])
		if cost := c.cost(); cost < best {
			best, amount = cost, try
		}
	}
	c.lines[to], c.lines[from] = oldTo, oldFrom
	if amount == 0 {
		return false
	}
	widths[to] += amount
	widths[from] -= amount
	c.needs[to].count(widths[to], oldTo)
	c.needs[from].count(widths[from], oldFrom)
	return true
}
