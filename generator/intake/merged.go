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
	spans := 0
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
		for _, at := range t.valuesIn(r) {
			f.spans[at] = append(f.spans[at], r)
			spans++
		}
		if spans > mostSpans {
			f.refuseFile(faultf(codeMerged, "разъедините ячейки", "объединено слишком много ячеек со значениями: к чему относятся числа, не узнать"))
			break
		}
	}
	byTop := func(a, b sheet.Range) int { return cmp.Compare(a.Top, b.Top) }
	slices.SortStableFunc(f.tall, byTop)
	for _, ranges := range f.spans {
		slices.SortStableFunc(ranges, byTop)
	}
	return nil
}

// mostSpans is how many merged cells over columns of values are looked at.
const mostSpans = 500_000

// index puts the columns in order once the header is known.
func (t *table) index() {
	slices.SortFunc(t.columns, func(a, b column) int { return a.at - b.at })
	for k, c := range t.columns {
		t.values = append(t.values, c.at)
		if c.isRead() {
			t.known = append(t.known, k)
		}
	}
	for _, r := range [...]role{roleValue, roleIfNone} {
		if t.vertical && t.roles[r] > 0 {
			t.values = append(t.values, t.roles[r])
		}
	}
	slices.Sort(t.values)
}

// valuesIn are the columns of values that a range covers.
func (t *table) valuesIn(r sheet.Range) []int {
	from, _ := slices.BinarySearch(t.values, r.Left)
	to, _ := slices.BinarySearch(t.values, r.Right+1)
	return t.values[from:to]
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
	return len(t.valuesIn(r)) > 1
}

var sharedFault = faultf(codeMerged, "разъедините ячейки и впишите каждое число в свою", "ячейка объединена с другими: к чему относится число, не узнать")

// mostHeld is how many cells are held at once: over a header, of one institution.
const mostHeld = 100_000

// mostKept is how many cells are kept of a file: the table of all of a region has a
// quarter of it.
const mostKept = 2_000_000

var errTooMany = &sheet.Refusal{Problem: faultf(codeTable, "разделите таблицу на несколько файлов", "в таблице больше %d ячеек со значениями", mostKept).problem()}

// rowsOfOne gives the rows that tell of one thing: one by one, and those together whose
// name is merged. bottom is the last of them.
func (f *reading) rowsOfOne(t *table, read func(rows []sheet.Row, bottom int)) error {
	var rows []sheet.Row
	bottom, next, held := 0, 0, 0
	for row, err := range t.rows() {
		if err != nil {
			return err
		}
		if row.Number <= t.header {
			continue
		}
		if held += len(row.Cells); len(rows) > 0 && row.Number <= bottom && held <= mostHeld {
			row.Cells = slices.Clone(row.Cells)
			rows = append(rows, row)
			continue
		}
		if len(rows) > 0 {
			read(rows, bottom)
			rows = rows[:0]
		}
		if f.Observations.Len()+f.Refused.Len()+f.Blank.Len() > mostKept {
			return errTooMany
		}
		held, bottom = len(row.Cells), row.Number
		for next < len(f.tall) && f.tall[next].Bottom < row.Number {
			next++
		}
		if next == len(f.tall) || f.tall[next].Top > row.Number {
			read([]sheet.Row{row}, bottom)
			continue
		}
		bottom = f.tall[next].Bottom
		row.Cells = slices.Clone(row.Cells)
		rows = append(rows, row)
	}
	if len(rows) > 0 {
		read(rows, bottom)
	}
	return nil
}
