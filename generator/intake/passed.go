package intake

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/sheet"
)

// passed is what stands in a column that is none of the table's («чужой столбец»).
type passed struct {
	numbers int
	first   int // row
}

// mark marks the columns that say something of a row, whatever stands in them.
func (f *reading) mark(t *table) {
	t.own = nil
	own := func(column int) {
		if missing := column + 1 - len(t.own); missing > 0 {
			t.own = append(t.own, make([]bool, missing)...)
		}
		t.own[column] = true
	}
	for r, column := range t.roles {
		if t.vertical || role(r) != roleValue && role(r) != roleIfNone {
			own(column)
		}
	}
	for _, c := range t.headerRow().Cells { // a second «Примечание» has no role
		if r := f.roleOf(headerText(c)); r != roleNone && r != roleValue && r != roleIfNone {
			own(c.Column)
		}
	}
	for _, c := range t.columns {
		own(c.at)
	}
}

func (t *table) headerRow() sheet.Row { return t.top[len(t.top)-1] }

// passOver counts the numbers of a row in columns that nobody reads.
func (t *table) passOver(row sheet.Row) {
	for _, c := range row.Cells {
		if c.Column < len(t.own) && t.own[c.Column] || !looksLikeNumber(c) {
			continue
		}
		if missing := c.Column + 1 - len(t.passed); missing > 0 {
			t.passed = append(t.passed, make([]passed, missing)...)
		}
		p := &t.passed[c.Column]
		if p.numbers++; p.first == 0 {
			p.first = c.Row
		}
	}
}

// looksLikeNumber reports whether a cell has a number, typed as a text too, or a formula
// that would give one.
func looksLikeNumber(c sheet.Cell) bool {
	if c.Kind != sheet.Text || len(c.Text) > longestAnswer {
		return c.Kind == sheet.Number || c.Uncached
	}
	n, wrong := parseNumber(oneLine(c.Text))
	if wrong != isNumber {
		return false
	}
	unit, _, ok := cutNote(n.rest)
	return ok && (unit == "" || unitOf(unit) != "")
}

// tellPassed names the columns with numbers that were not read, each once.
func (f *reading) tellPassed(t *table) {
	hint, weight := "если это значения показателя, впишите в заголовок столбца его код из каталога; если нет, оставьте как есть", diag.Advice
	if t.vertical {
		hint = "если это значения показателей, перенесите их в столбец «Значение»; если нет, оставьте как есть"
	}
	if f.passport != nil {
		hint, weight = "если это значения показателей, перенесите их в ячейки показателей; лишнее уберите", diag.Warning
	}
	for column, p := range t.passed {
		if p.numbers == 0 {
			continue
		}
		name, row := sheet.ColumnName(column), p.first
		if header := t.headerRow().Cell(column); !isBlank(header) {
			name, row = fmt.Sprintf("%s («%s»)", name, shown(header.Text)), t.header
		}
		f.remark(t.sheet, row, column, faultf(codeAside, hint, "столбец %s не прочитан: чисел в нём %d", name, p.numbers).as(weight))
	}
}
