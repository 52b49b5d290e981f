package doc

// Placed is a cell at its place.
type Placed struct {
	Cell     Cell
	From, To int // columns it covers
	Rows     int // it covers, from its own down
}

// Placer says where the cells of a table stand, row by row.
type Placer struct {
	columns int
	taken   []int // for each column, how many rows more a cell from above covers
}

// NewPlacer is for a table of so many columns.
func NewPlacer(columns int) *Placer { return &Placer{columns: columns, taken: make([]int, columns)} }

// Joined is how many rows below the last one its cells, or those over them, reach
// into.
func (p *Placer) Joined() int {
	most := 0
	for _, n := range p.taken {
		most = max(most, n)
	}
	return most
}

// Place puts the cells of the next row, after which a cell may reach into so many
// rows. What would reach over the right edge or further down is cut back; a place
// without a cell gets an empty one. The cells that have no place are returned: they
// must not be lost.
func (p *Placer) Place(r Row, below int) (placed []Placed, homeless []Cell) {
	if r.Section {
		all := Placed{To: p.columns, Rows: 1}
		if len(r.Cells) > 0 {
			all.Cell, homeless = r.Cells[0], r.Cells[1:]
		}
		return []Placed{all}, homeless
	}
	placed = make([]Placed, 0, len(r.Cells))
	next := 0
	for at := 0; at < p.columns; {
		if p.taken[at] > 0 {
			p.taken[at]--
			at++
			continue
		}
		var cell Cell
		if next < len(r.Cells) {
			cell = r.Cells[next]
			next++
		}
		to := at + 1
		for to < min(at+cell.Columns, p.columns) && p.taken[to] == 0 {
			to++
		}
		rows := min(max(cell.Rows, 1), below+1)
		for i := at; i < to; i++ {
			p.taken[i] = rows - 1
		}
		placed = append(placed, Placed{Cell: cell, From: at, To: to, Rows: rows})
		at = to
	}
	return placed, r.Cells[next:]
}

// WithoutEmpty drops the rows that cells from above cover wholly, and shortens
// those cells: nothing of such a row is seen.
func WithoutEmpty(rows [][]Placed) [][]Placed {
	for i := len(rows) - 1; i > 0; i-- {
		if len(rows[i]) > 0 {
			continue
		}
		for above := range rows[:i] {
			for j := range rows[above] {
				if p := &rows[above][j]; above+p.Rows > i {
					p.Rows--
				}
			}
		}
		rows = append(rows[:i], rows[i+1:]...)
	}
	return rows
}

// Below is how far a cell of row i may reach down: to the next section title, and
// no further than any cell of the row wants.
func (t *Table) Below(i int) int {
	most := 0
	for _, cell := range t.Rows[i].Cells {
		most = max(most, cell.Rows-1)
	}
	n := 0
	for n < most && i+1+n < len(t.Rows) && !t.Rows[i+1+n].Section {
		n++
	}
	return n
}

// Flat is the table without cells over several columns or rows: each text stands
// in the first of its places. Workbooks are made so: a filter or a sum over joined
// cells goes wrong.
func (t *Table) Flat() *Table {
	if !t.hasSpans() {
		return t
	}
	flat := *t
	flat.Rows = make([]Row, len(t.Rows))
	placer := NewPlacer(len(t.Columns))
	for i, row := range t.Rows {
		flat.Rows[i] = row
		placed, homeless := placer.Place(row, t.Below(i))
		if row.Section {
			continue
		}
		cells := make([]Cell, len(t.Columns), len(t.Columns)+len(homeless))
		for _, p := range placed {
			cells[p.From] = Cell{Text: p.Cell.Text, Key: p.Cell.Key, Value: p.Cell.Value}
		}
		flat.Rows[i].Cells = append(cells, homeless...)
	}
	return &flat
}

func (t *Table) hasSpans() bool {
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			if cell.Columns > 1 || cell.Rows > 1 {
				return true
			}
		}
	}
	return false
}
