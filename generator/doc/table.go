package doc

// Align is how a column's text stands in its cells.
type Align int

const (
	Left Align = iota
	Centre
	Right
)

// Table is rows under a header. It is the one table of the program: on paper it
// is ruled and repeated over pages, in a workbook it is a sheet.
type Table struct {
	Name    string
	Columns []Column
	Rows    []Row

	// WriteIn is true for a sheet that people fill by hand: rows are high
	// enough for a signature.
	WriteIn bool
}

// Column is one column with its header.
type Column struct {
	Header string
	Align  Align
	// Width is the wanted width in millimetres; 0 means from the content.
	Width float64
	// Key is where the header was said; empty: by the program.
	Key string
}

// Row is a line of cells, or a section title over all columns.
type Row struct {
	Section bool // Cells has one cell, printed across
	Cells   []Cell
}

// Cell is the content of one place of the table.
type Cell struct {
	Text string
	// Key is where the text was said ("roadmap.section[1].activity[2].text"),
	// so that a fault found when laying out is shown in the data.
	Key string
}
