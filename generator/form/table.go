package form

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/sheet"
)

// Column is a column of a form: it is found again by its header.
type Column struct {
	Name   string
	Header string
	Filled bool // by people
	// Optional columns are left out of forms that have no use for them.
	Optional bool
}

// Table is the table of a form as it was sent back.
type Table struct {
	Rows []*Row // with a key, downwards
	// Stray are rows without a key in which something stands under the columns that
	// people fill: notes, or marks that cannot be placed.
	Stray []*Row
	// Aside is what stands beside the rows, in columns without a header: the first of each
	// column, from left to right.
	Aside []Aside
}

// Aside is something in a column that the table does not have.
type Aside struct {
	Place string // «Отметки»!R12
	Text  string
	More  int // further cells of the column
}

// Row is one row of it.
type Row struct {
	Key    string
	Number int
	sheet  *sheet.Sheet
	at     map[string]int // columns by name
	cells  map[int]sheet.Cell
}

// mostRows is far above any form; what is longer is none.
const mostRows = 20_000

// keyName is how the column of keys is called among the columns.
const keyName = "key"

// KeyColumn is the hidden column of the keys.
var KeyColumn = Column{Name: keyName, Header: "Ключ строки (не менять)"}

// Read finds the table by its headers, on whatever sheet and however moved, and reads
// its rows. Problems have cells; the error is a *sheet.Refusal.
func Read(b *sheet.Book, columns []Column, howToGet string) (*Table, diag.List, error) {
	columns = append(slices.Clone(columns), KeyColumn)
	headers := make([]string, len(columns))
	for i, c := range columns {
		headers[i] = c.Header
	}
	var best []*sheet.Table
	fewest := len(headers)
	for _, s := range b.Sheets {
		t, err := sheet.FindTable(s, headers...)
		if err != nil {
			return nil, nil, err
		}
		t.Missing = slices.DeleteFunc(t.Missing, func(header string) bool {
			return slices.ContainsFunc(columns, func(c Column) bool { return c.Optional && c.Header == header })
		})
		switch missing := len(t.Missing); {
		case t.Header == 0 || missing > fewest:
		case missing < fewest:
			best, fewest = []*sheet.Table{t}, missing
		default:
			best = append(best, t)
		}
	}
	switch {
	case len(best) == 0:
		return nil, diag.List{{Text: "таблицы формы в книге нет: не найден ни один её столбец", Hint: howToGet}}, nil
	case len(best) > 1:
		return nil, diag.List{{Cell: "«" + best[1].Sheet.Name + "»", Text: fmt.Sprintf("таблица стоит ещё и на листе «%s»: какая верна, не узнать", best[0].Sheet.Name),
			Hint: "оставьте один лист с отметками, копию удалите"}}, nil
	}
	if p := best[0].Problem(); p != nil {
		return nil, diag.List{*p}, nil
	}
	return readTable(best[0], columns)
}

func readTable(found *sheet.Table, columns []Column) (*Table, diag.List, error) {
	at := map[string]int{}
	for i, c := range columns {
		at[c.Name] = found.Columns[i]
	}
	tall, err := tallCells(found, at)
	if err != nil {
		return nil, nil, err
	}
	t := &Table{}
	headed, aside := map[int]bool{}, map[int]Aside{}
	for row, err := range found.Sheet.Rows() {
		if err != nil {
			return nil, nil, err
		}
		if row.Number <= found.Header {
			for _, c := range row.Cells {
				headed[c.Column] = row.Number == found.Header && Clean(c.Text) != ""
			}
			continue
		}
		r := &Row{Number: row.Number, sheet: found.Sheet, at: at, cells: map[int]sheet.Cell{}}
		for _, c := range row.Cells {
			r.cells[c.Column] = c
		}
		tall.spread(r)
		filled := slices.ContainsFunc(columns, func(c Column) bool { return c.Filled && r.cells[at[c.Name]].Kind != sheet.Empty })
		switch r.Key = Clean(r.cells[at[keyName]].Text); {
		case r.Key == KeyColumn.Header: // the header, copied
		case r.Key != "":
			t.Rows = append(t.Rows, r)
			for _, c := range row.Cells {
				noted, known := aside[c.Column]
				switch {
				case headed[c.Column] || Clean(c.Text) == "":
				case known:
					noted.More++
					aside[c.Column] = noted
				default:
					aside[c.Column] = Aside{Place: found.Sheet.Place(row.Number, c.Column), Text: Clean(c.Text)}
				}
			}
		case filled:
			t.Stray = append(t.Stray, r)
		}
		if len(t.Rows)+len(t.Stray) > mostRows {
			return nil, diag.List{{Cell: r.Place(keyName), Text: fmt.Sprintf("в форме больше %d строк", mostRows), Hint: "удалите лишние строки под таблицей"}}, nil
		}
	}
	for _, column := range slices.Sorted(maps.Keys(aside)) {
		t.Aside = append(t.Aside, aside[column])
	}
	return t, nil, nil
}

// tall are cells merged over several rows: what stands in them is said of each.
type tall map[int][]*tallCell // by columns, downwards

type tallCell struct {
	sheet.Range
	cell sheet.Cell
}

func tallCells(found *sheet.Table, at map[string]int) (tall, error) {
	merged, err := found.Sheet.Merged()
	if err != nil {
		return nil, err
	}
	wanted := map[int]bool{}
	for _, column := range at {
		wanted[column] = true
	}
	cells := tall{}
	for _, r := range merged {
		if r.Bottom > r.Top && r.Top > found.Header && wanted[r.Left] && r.Left != at[keyName] {
			cells[r.Left] = append(cells[r.Left], &tallCell{Range: r})
		}
	}
	for _, column := range cells {
		slices.SortFunc(column, func(a, b *tallCell) int { return cmp.Compare(a.Top, b.Top) })
	}
	return cells, nil
}

// spread gives a row what stands in the merged cells that reach into it. Rows come
// downwards.
func (t tall) spread(r *Row) {
	for column, cells := range t {
		for len(cells) > 0 && cells[0].Bottom < r.Number {
			cells = cells[1:]
		}
		if t[column] = cells; len(cells) == 0 || cells[0].Top > r.Number {
			continue
		}
		if c := cells[0]; c.Top == r.Number {
			c.cell = r.cells[column]
		} else if own := r.cells[column]; own.Kind == sheet.Empty && c.cell.Kind != sheet.Empty {
			own = c.cell
			own.Row = r.Number
			r.cells[column] = own
		}
	}
}

// Has reports whether the table has the column: optional ones may be missing.
func (r *Row) Has(column string) bool { return r.at[column] > 0 }

// Place is the cell of a column: «Отметки»!H12.
func (r *Row) Place(column string) string { return r.sheet.Place(r.Number, r.at[column]) }

// Fault tells of a cell.
func (r *Row) Fault(column, hint, format string, args ...any) diag.Problem {
	return diag.Problem{Cell: r.Place(column), Text: fmt.Sprintf(format, args...), Hint: hint}
}
