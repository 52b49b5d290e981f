package xlsx

import (
	"fmt"
	"slices"
	"strconv"

	"doklad/generator/doc"
)

// area is cells of a table: columns from 0, rows from 1 as in doc.Reference.
type area struct{ left, right, top, bottom int }

// areaOf finds the cells of a table that a reference names; row is where it is said.
func areaOf(t *doc.Table, r doc.Reference, row int) (area, error) {
	var a area
	if r.Column == "*" {
		a.right = len(t.Columns) - 1
	} else {
		a.left = columnOf(t, r.Column)
		a.right = a.left
	}
	switch {
	case r.Same:
		a.top, a.bottom = row, row
	case r.From > 0:
		a.top, a.bottom = r.From, r.To
	default:
		a.top, a.bottom = 1, bodyRows(t)
	}
	if a.left < 0 {
		return a, fmt.Errorf("нет столбца «%s»", r.Column)
	}
	if a.top < 1 || a.bottom < a.top || a.bottom > len(t.Rows) {
		return a, fmt.Errorf("столбец «%s»: нет строк %d–%d, всего их %d", r.Column, a.top, a.bottom, len(t.Rows))
	}
	return a, nil
}

// columnOf is -1 where there is none. A name is looked for before a number.
func columnOf(t *doc.Table, name string) int {
	if i := slices.IndexFunc(t.Columns, func(c doc.Column) bool { return c.Name == name }); i >= 0 {
		return i
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(t.Columns) {
		return n - 1
	}
	return -1
}

// bodyRows is the number of rows without the totals at the end.
func bodyRows(t *doc.Table) int {
	n := len(t.Rows)
	for n > 0 && t.Rows[n-1].Total {
		n--
	}
	return n
}

// place is an area on its sheet.
type place struct {
	*plan
	area
}

// find is the place that a reference names when it is said in a row of a sheet.
func (b book) find(r doc.Reference, home *plan, row int) (place, error) {
	sheet := home
	if r.Sheet != "" {
		if sheet = b.sheet(r.Sheet); sheet == nil {
			return place{}, fmt.Errorf("нет листа «%s»", r.Sheet)
		}
	}
	if r.Column == "" {
		return place{sheet, area{top: 1 - sheet.header, bottom: 1 - sheet.header}}, nil // A1
	}
	if sheet.Table == nil {
		return place{}, fmt.Errorf("на листе «%s» нет таблицы", sheet.name)
	}
	a, err := areaOf(sheet.Table, r, row)
	if err != nil {
		return place{}, fmt.Errorf("лист «%s»: %w", sheet.name, err)
	}
	return place{sheet, a}, nil
}

// sheet finds one by the name that the caller gave, or else by that in the book.
func (b book) sheet(name string) *plan {
	for i := range b {
		if b[i].Name == name {
			return &b[i]
		}
	}
	for i := range b {
		if b[i].name == name {
			return &b[i]
		}
	}
	return nil
}

// plain is the place on its own sheet: E7 or E7:E48.
func (p place) plain() string {
	if p.left == p.right && p.top == p.bottom {
		return ref(p.left, p.header+p.top)
	}
	return ref(p.left, p.header+p.top) + ":" + ref(p.right, p.header+p.bottom)
}

// absolute is the place from anywhere: 'Лист 1'!$E$7:$E$48.
func (p place) absolute() string { return p.quoted() + p.fixed("$") }

// quoted is the sheet of a place as addresses begin. legalName leaves no apostrophe.
func (p place) quoted() string { return "'" + p.name + "'!" }

func (p place) fixed(row string) string {
	first := fmt.Sprintf("$%s%s%d", columnLetters(p.left), row, p.header+p.top)
	if p.left == p.right && p.top == p.bottom {
		return first
	}
	return first + fmt.Sprintf(":$%s%s%d", columnLetters(p.right), row, p.header+p.bottom)
}

// formula puts addresses into a formula that is said in a row of a sheet. A cell of
// the same row goes with its row when people sort the table.
func (b book) formula(text string, home *plan, row int) (string, error) {
	const longest = 8192 // Excel's limit
	expanded, err := doc.Expand(text, func(r doc.Reference) (string, error) {
		p, err := b.find(r, home, row)
		if err != nil {
			return "", err
		}
		address := p.fixed("$")
		if r.Same {
			address = p.fixed("")
		}
		if p.plan != home {
			address = p.quoted() + address
		}
		return address, nil
	})
	if err == nil && textUnits(expanded) > longest {
		err = fmt.Errorf("formula %q: longer than %d characters", text, longest)
	}
	return expanded, err
}
