// Package sheet reads what people send back: workbooks (.xlsx, .xlsm) and tables in
// text (.csv).
//
// Any bytes become cells or one *Refusal: what the file is and what to do. Work and
// memory are bounded by the constants of limits.go, not by what the file says of
// itself. Nothing is computed, fetched or run: formulas give the values that were
// saved with them, macros and links are never looked at.
//
// What other readers repair is refused, for a guess would become a mark of a school:
// rows or cells out of order, a cell twice, an index that leads nowhere.
package sheet

import (
	"iter"
	"slices"
	"strings"

	"doklad/generator/model"
)

// Book is one file. A .csv is a book of one sheet without a name.
type Book struct {
	Sheets []*Sheet // of cells; sheets of charts and macros are left out
	Names  []Name
}

// Sheet returns the sheet of that name, or nil. Case does not matter, as in Excel.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if strings.EqualFold(s.Name, name) {
			return s
		}
	}
	return nil
}

// Name is a name defined for a place in the book: a range or a formula.
type Name struct {
	Name   string
	Sheet  string // empty: of the whole book
	Refers string // as written: Лист1!$A$1:$B$7
	Hidden bool
}

// Visibility is whether a person finds the sheet among the tabs.
type Visibility int

const (
	Visible    Visibility = iota
	Hidden                // shown by the menu «Показать»
	VeryHidden            // shown only by a macro
)

// Sheet is one table of a book. Its rows are read when they are asked for.
type Sheet struct {
	Name    string
	Hidden  Visibility
	content content
}

// content is where the rows come from: a part of an archive or a text.
type content interface {
	// rows may put each row where the last one was if it is passing.
	rows(passing bool, yield func(Row, error) bool)
	merged() ([]Range, error)
}

// Rows gives the rows that have cells, downwards. An error comes last and is a
// *Refusal. The rows may be asked for again; each pass reads the file anew.
func (s *Sheet) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) { s.content.rows(false, yield) }
}

// Passing are the rows as Rows gives them, but the cells of each are good only until the
// next one is asked for: long tables are read so without waste.
func (s *Sheet) Passing() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) { s.content.rows(true, yield) }
}

// Merged are the merged ranges, in the order of the file. They stand behind the
// rows, so this is a pass of its own.
func (s *Sheet) Merged() ([]Range, error) { return s.content.merged() }

// Part is the name of the sheet's part in the archive of its book; empty in a text.
func (s *Sheet) Part() string {
	if p, ok := s.content.(*part); ok {
		return p.name
	}
	return ""
}

// Place is the cell for diag.Problem.Cell: «Лист»!D17.
func (s *Sheet) Place(row, column int) string { return place(s.Name, row, column) }

func place(sheet string, row, column int) string {
	cell := CellName(row, column)
	if sheet == "" {
		return cell
	}
	return "«" + sheet + "»!" + cell
}

// Row is one row that has cells. Those of Rows stay good after the next one was read.
type Row struct {
	Number int // from 1
	Hidden bool
	Cells  []Cell // ascending columns, only what is there
}

// Cell returns the cell in a column, counted from 1; an Empty one where nothing is.
func (r Row) Cell(column int) Cell {
	i, found := slices.BinarySearchFunc(r.Cells, column, func(c Cell, column int) int { return c.Column - column })
	if !found {
		return Cell{Row: r.Number, Column: column}
	}
	return r.Cells[i]
}

// Kind is what stands in a cell.
type Kind uint8

const (
	Empty  Kind = iota // also a formula that gave an empty text, or whose value was not saved: Uncached
	Text               //
	Number             //
	Day                // a number whose format shows a day
	Clock              // a number whose format shows a time of day or a span; Number is in days
	Truth              // Number is 1 or 0
	Fault              // #ССЫЛКА! and the like; a day that the calendar has not
)

// Cell is one cell with something in it.
type Cell struct {
	Row, Column int // from 1
	Kind        Kind
	Hidden      bool // its column is hidden
	Percent     bool // shown as a percentage: Number 0.5 stands for 50 %
	Formula     bool
	Uncached    bool // a formula without a saved value: the book was not counted

	// Text is what the author sees where the format is known («50%», «01.02.2021»,
	// «00017»), and otherwise the number with a comma.
	Text   string
	Raw    string // the value as the file has it
	Number float64
	Day    model.Date
}

// Name is the cell's name: D17.
func (c Cell) Name() string { return CellName(c.Row, c.Column) }
