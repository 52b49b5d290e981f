package doc

import "strings"

// Align is how a column's text stands in its cells.
type Align int

const (
	Left Align = iota
	Centre
	Right
	// Decimal sets numbers with their decimal commas under one another, the widest
	// at the right edge; what is no number is centred.
	Decimal
)

// Table is rows under a header. It is the one table of the program: on paper it
// is ruled and repeated over pages, in a workbook it is a sheet.
type Table struct {
	Name    string
	Caption string // «Таблица N – Caption» over it in a report; empty: none, and no number
	Columns []Column
	// Head are the rows of a header of several rows; empty: one row of the
	// headers of the columns. In a workbook the columns speak for themselves.
	Head [][]Cell
	Rows []Row

	// WriteIn is true for a sheet that people fill by hand: rows are high
	// enough for a signature.
	WriteIn bool
}

// Column is one column with its header.
type Column struct {
	Header string
	Align  Align
	Middle bool // cells are centred vertically
	// Width is the wanted width in millimetres; 0 means from the content, within
	// Min and Max where they are given.
	Width, Min, Max float64
	// Key is where the header was said; empty: by the program.
	Key string
	// Name is how references in formulas call the column (see Reference); empty:
	// only by its number.
	Name string
}

// Row is a line of cells, or a section title over all columns. Cells stand from
// left to right; a place that a cell of a row above reaches into is passed over,
// as in HTML.
type Row struct {
	Section bool // Cells has one cell, printed across
	Total   bool // sums up the rows above: bold, under a thicker rule
	Cells   []Cell
}

// Cell is the content of one place of the table.
type Cell struct {
	Text string
	// Columns and Rows are how many the cell covers; 0 is 1.
	Columns, Rows int
	// Strong calls for attention: bold.
	Strong bool
	// Key is where the text was said ("roadmap.section[1].activity[2].text"),
	// so that a fault found when laying out is shown in the data.
	Key string
	// Value is what a workbook keeps; nil: the text.
	Value *Value
}

// FormatTables writes the tables that a document calls, a row a line that begins
// with |, so that a person can read all its words.
func FormatTables(d *Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		t := d.Tables[block.Label]
		if block.Role != TableRole || t == nil {
			continue
		}
		headers := make([]string, len(t.Columns))
		for i, column := range t.Columns {
			headers[i] = Escape(column.Header)
		}
		b.WriteString("\n| " + strings.Join(headers, " | ") + "\n")
		for _, row := range t.Rows {
			cells := make([]string, len(row.Cells))
			for i, cell := range row.Cells {
				cells[i] = Escape(cell.Text)
			}
			b.WriteString("| " + strings.Join(cells, " | ") + "\n")
		}
	}
	return b.String()
}
