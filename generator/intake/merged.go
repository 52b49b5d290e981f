package intake

import (
	"cmp"
	"slices"
	"sort"

	"doklad/generator/sheet"
)

// tallest is how many rows of one institution may be merged: what is taller is none.
const tallest = 1000

// readMerged keeps the merged cells that matter: names over several rows, and values
// over several cells.
func (f *reading) readMerged(t *table) error {
	f.tall, f.spans = nil, map[int][]sheet.Range{}
	merged, err := t.sheet.Merged()
	if err != nil {
		return err
	}
	for _, r := range merged {
		if r.Top <= t.header {
			continue
		}
		for _, named := range [...]role{roleName, roleSenderCode, roleKey, roleCode} {
			if at := t.roles[named]; at > 0 && r.Left <= at && at <= r.Right && r.Top < r.Bottom && r.Bottom-r.Top < tallest {
				f.tall = append(f.tall, r)
				break
			}
		}
		for _, at := range t.valueColumns() {
			if r.Left <= at && at <= r.Right {
				f.spans[at] = append(f.spans[at], r)
			}
		}
	}
	byTop := func(a, b sheet.Range) int { return cmp.Compare(a.Top, b.Top) }
	slices.SortStableFunc(f.tall, byTop)
	for _, ranges := range f.spans {
		slices.SortStableFunc(ranges, byTop)
	}
	return nil
}

// valueColumns are the columns in which values may stand.
func (t *table) valueColumns() []int {
	var list []int
	for _, c := range t.columns {
		list = append(list, c.at)
	}
	for _, r := range [...]role{roleValue, roleIfNone} {
		if t.vertical && t.roles[r] > 0 {
			list = append(list, t.roles[r])
		}
	}
	return list
}

// isShared reports whether a cell is merged with others that tell of something else:
// rows under bottom, other columns of values, or a cell that it hides.
func (f *reading) isShared(t *table, c sheet.Cell, bottom int) bool {
	ranges := f.spans[c.Column]
	if len(ranges) == 0 {
		return false
	}
	next := sort.Search(len(ranges), func(i int) bool { return ranges[i].Top > c.Row })
	if next == 0 || !ranges[next-1].Has(c.Row, c.Column) {
		return false
	}
	r := ranges[next-1]
	if r.Top != c.Row || r.Left != c.Column || r.Bottom > bottom {
		return true
	}
	for _, at := range t.valueColumns() {
		if at != c.Column && r.Left <= at && at <= r.Right {
			return true
		}
	}
	return false
}

var sharedFault = faultf(codeMerged, "разъедините ячейки и впишите каждое число в свою", "ячейка объединена с другими: к чему относится число, не узнать")

// rowsOfOne gives the rows that tell of one thing: one by one, and those together whose
// name is merged. bottom is the last of them.
func (f *reading) rowsOfOne(t *table, read func(rows []sheet.Row, bottom int)) error {
	var rows []sheet.Row
	bottom, next := 0, 0
	for row, err := range t.rows() {
		if err != nil {
			return err
		}
		if row.Number <= t.header {
			continue
		}
		if len(rows) > 0 && row.Number <= bottom {
			rows = append(rows, row)
			continue
		}
		if len(rows) > 0 {
			read(rows, bottom)
		}
		for next < len(f.tall) && f.tall[next].Bottom < row.Number {
			next++
		}
		rows, bottom = append(rows[:0], row), row.Number
		if next < len(f.tall) && f.tall[next].Top <= row.Number {
			bottom = f.tall[next].Bottom
		}
	}
	if len(rows) > 0 {
		read(rows, bottom)
	}
	return nil
}
