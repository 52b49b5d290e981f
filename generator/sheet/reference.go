package sheet

import (
	"strconv"
	"strings"
)

// Range is a rectangle of cells, both corners included, counted from 1.
type Range struct{ Top, Left, Bottom, Right int }

// Has reports whether the cell stands in the range.
func (r Range) Has(row, column int) bool {
	return r.Top <= row && row <= r.Bottom && r.Left <= column && column <= r.Right
}

func (r Range) String() string {
	return CellName(r.Top, r.Left) + ":" + CellName(r.Bottom, r.Right)
}

// CellName is D17 for row 17, column 4.
func CellName(row, column int) string { return ColumnName(column) + strconv.Itoa(row) }

// ColumnName is A for 1, XFD for 16384.
func ColumnName(column int) string {
	var letters [8]byte
	i := len(letters)
	for ; column > 0 && i > 0; column = (column - 1) / 26 {
		i--
		letters[i] = byte('A' + (column-1)%26)
	}
	return string(letters[i:])
}

// parseCell reads D17. Only what Excel itself can have is a reference.
func parseCell(ref string) (row, column int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4 && 'A' <= ref[i] && ref[i] <= 'Z'; i++ {
		column = column*26 + int(ref[i]-'A'+1)
	}
	row, ok = parseCount(ref[i:], maxRow)
	return row, column, ok && 1 <= row && 1 <= column && column <= maxColumn
}

// parseRange reads A1:D17, and A1 as the range of one cell.
func parseRange(ref string) (r Range, ok bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	var ok1, ok2 bool
	r.Top, r.Left, ok1 = parseCell(from)
	r.Bottom, r.Right, ok2 = parseCell(to)
	return r, ok1 && ok2 && r.Top <= r.Bottom && r.Left <= r.Right
}

// parseCount reads digits only, up to a bound.
func parseCount(s string, most int) (n int, ok bool) {
	if s == "" || len(s) > 10 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, n <= most
}
