package annotate

import "strconv"

// grid is how wide the columns and how high the rows of a sheet are, in pixels of the
// screen: the box of a note is placed by them.
type grid struct {
	width, height int      // of columns and rows of which nothing is said
	columns       []column // by their numbers; beyond the end nothing is said of them
	heights       map[int]int
}

type column struct{ width, style int }

const (
	usualWidth  = 64
	usualHeight = 20
)

func newGrid() grid { return grid{width: usualWidth, height: usualHeight, heights: map[int]int{}} }

func (g *grid) defaults(c *cursor, e element) {
	g.width = wide(c.attr(e, "defaultColWidth"), g.width)
	g.height = high(c.attr(e, "defaultRowHeight"), g.height)
}

// widths reads <cols>, which ascend.
func (g *grid) widths(c *cursor) {
	for e := range c.children() {
		from, to := number(c.attr(e, "min"), 0), number(c.attr(e, "max"), 0)
		if e.name != "col" || from < len(g.columns) || to > maxColumn {
			continue
		}
		for len(g.columns) < from {
			g.columns = append(g.columns, column{width: g.width})
		}
		one := column{wide(c.attr(e, "width"), g.width), number(c.attr(e, "style"), 0)}
		if set(c.attr(e, "hidden")) {
			one.width = 0
		}
		for len(g.columns) <= to {
			g.columns = append(g.columns, one)
		}
	}
}

// row keeps the height of a row that is not as the others.
func (g *grid) row(c *cursor, e element, number int) {
	h := high(c.attr(e, "ht"), g.height)
	if set(c.attr(e, "hidden")) {
		h = 0
	}
	if h != g.height {
		g.heights[number] = h
	}
}

func (g *grid) column(number int) column {
	if number < len(g.columns) {
		return g.columns[number]
	}
	return column{width: g.width}
}

// style is how an empty cell of the column looks.
func (g *grid) style(column int) int { return g.column(column).style }

func (g *grid) rowHeight(number int) int {
	if h, ok := g.heights[number]; ok {
		return h
	}
	return g.height
}

// across tells in which column, and how far in it, so many pixels from the left edge
// of a column end.
func (g *grid) across(from, pixels int) (column, rest int) {
	return along(from, pixels, maxColumn, func(n int) int { return g.column(n).width })
}

// down is across for rows.
func (g *grid) down(from, pixels int) (row, rest int) {
	return along(from, pixels, maxRow, g.rowHeight)
}

// maxPassed is how many rows are gone over for one box: where thousands are hidden
// it may be too small.
const maxPassed = 1000

func along(from, pixels, last int, size func(int) int) (at, rest int) {
	last = min(last, from+maxPassed)
	for at = from; at < last && pixels >= size(at); at++ {
		pixels -= size(at)
	}
	return at, min(pixels, max(0, size(at)-1))
}

// wide is a width of characters in pixels: 7 each, and 5 around.
func wide(characters string, other int) int {
	return size(characters, other, 7, 5)
}

// high is a height of points in pixels.
func high(points string, other int) int { return size(points, other, 4.0/3, 0) }

func size(text string, other int, factor, more float64) int {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !(x >= 0 && x < 3000) {
		return other
	}
	if x == 0 {
		return 0
	}
	return int(x*factor + more + 0.5)
}

// set reports whether an attribute says yes.
func set(value string) bool { return value == "1" || value == "true" }
