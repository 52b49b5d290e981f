package sheet

import (
	"slices"
	"strconv"
)

// rowReader reads <sheetData>. Rows and cells must ascend: Excel writes them so and
// refuses the rest, and a cell that stands twice has no right value.
type rowReader struct {
	*xmlScanner
	part   *part
	hidden []bool // by columns; nil: none
	row    Row
	near   int // the last column of a cell, also of an empty one
	// passing: the cells of a row take the place of those of the last one.
	passing bool
}

// all gives the rows; false when the caller has enough.
func (r *rowReader) all(yield func(Row, error) bool) bool {
	number, usual := 0, 0 // of cells, as in the row above
	for name := range r.children() {
		if string(name) != "row" {
			continue
		}
		number = r.rowNumber(number)
		cells := r.row.Cells[:0]
		if !r.passing {
			cells = make([]Cell, 0, usual)
		}
		r.row = Row{Number: number, Hidden: r.is("hidden"), Cells: cells}
		r.near = 0
		for name := range r.children() {
			if string(name) == "c" {
				r.cell()
			}
		}
		if r.err != nil {
			return true
		}
		if len(r.row.Cells) == 0 {
			continue
		}
		if usual = len(r.row.Cells); !r.passing && cap(r.row.Cells) > 2*usual {
			r.row.Cells = slices.Clone(r.row.Cells)
		}
		if !yield(r.row, nil) {
			return false
		}
	}
	return true
}

// rowNumber is the number of the current row: its own, or the one after the last.
func (r *rowReader) rowNumber(last int) int {
	ref, given := r.attr("r")
	if !given {
		ref = strconv.AppendInt(nil, int64(last+1), 10)
	}
	number, ok := parseCount(string(ref), maxRow)
	switch {
	case !ok || number == 0:
		r.fail("номер строки «%s», а строк бывает от 1 до %d", clip(ref), maxRow)
	case number == last:
		r.fail("строка %d стоит дважды", number)
	case number < last:
		r.fail("строки не по порядку: %d после %d", number, last)
	}
	return number
}

// column is the column of the current cell: its own, or the one after the last.
func (r *rowReader) column() int {
	ref, given := r.attr("r")
	if !given {
		r.near++
		if r.near > maxColumn {
			r.fail("в строке %d больше %d ячеек", r.row.Number, maxColumn)
		}
		return r.near
	}
	row, column, ok := parseCell(string(ref))
	switch {
	case !ok:
		r.fail("ячейки «%s» не бывает", clip(ref))
	case row != r.row.Number:
		r.fail("ячейка %s стоит в строке %d", ref, r.row.Number)
	case column == r.near:
		r.fail("ячейка %s стоит дважды", ref)
	case column < r.near:
		r.fail("ячейки не по порядку: %s после %s", ref, CellName(row, r.near))
	}
	r.near = column
	return column
}

// cell adds the current cell if anything is in it.
func (r *rowReader) cell() {
	c := Cell{Row: r.row.Number, Column: r.column()}
	kind, _ := r.attr("t")
	typed := cellType(kind)
	style, styled := r.attr("s")
	format := r.format(style, styled)
	var value []byte // good until the next text is read
	has := false
	for name := range r.children() {
		switch string(name) {
		case "v":
			value, has = r.leaf(), true
		case "f":
			c.Formula = true
		case "is":
			c.setText(string(r.rich(nil)))
		}
	}
	if r.err == nil && len(value) > 0 {
		r.set(&c, typed, format, value)
	}
	if r.err != nil {
		r.place(c)
		return
	}
	if c.Kind == Empty && !c.Formula {
		return
	}
	// A formula may give an empty text; Excel keeps that as one.
	c.Uncached = c.Formula && len(value) == 0 && !(has && typed == asText)
	c.Hidden = r.hidden != nil && r.hidden[c.Column]
	r.row.Cells = append(r.row.Cells, c)
}

// place tells in which cell the fault is.
func (r *rowReader) place(c Cell) {
	if e, ok := r.err.(*Refusal); ok && e.Problem.Cell == "" && c.Row > 0 && c.Column > 0 {
		e.Problem.Cell = place(r.part.sheet, c.Row, c.Column)
	}
}

// format is the number format of the cell's style.
func (r *rowReader) format(style []byte, styled bool) *numberFormat {
	styles := r.part.book.styles
	if !styled || styles == nil {
		return &general
	}
	i, ok := parseCount(string(style), len(styles)-1)
	if !ok {
		r.fail("стиля № %s в книге нет", clip(style))
		return &general
	}
	return &styles[i]
}
