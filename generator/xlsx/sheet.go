package xlsx

import "doklad/generator/doc"

// Sheet is one table as a sheet ready to print. With no more than that said it is a
// paper in cells: the header is filtered, the first column stays.
type Sheet struct {
	// Name is short and Russian; it is made legal and unique in the book.
	Name string
	// Back is a line over all with a link, «к содержанию»; empty for none.
	Back doc.Cell
	// Above is what stands over the table, in this order: the гриф
	// (doc.Approval, doc.AnnexMark) at the right, the title (doc.AnnexTitle,
	// doc.Title) in the middle, anything else at the left.
	Above []doc.Block
	// Across is the word that paper has over every page, «ПРОЕКТ»: here it stands
	// over the гриф, and at the head of every further page.
	Across string
	// Note is a small line under the title; empty for none.
	Note  string
	Table *doc.Table

	// NoFilter leaves out the filter on the header.
	NoFilter bool
	// Frozen is how many columns stay when the table is scrolled aside; 0 is the
	// first one, -1 none.
	Frozen int
	// Unseen are columns by name that people do not see: keys of rows.
	Unseen []string
	// PagesWide is over how many pages side by side a wide table is printed; 0 is
	// one. The frozen columns are then repeated on each.
	PagesWide int
	// Upright are columns by name whose headers are turned, to be read from below: they
	// may be as narrow as what stands under them.
	Upright []string
	// Marks are looks that cells take on by what they hold; where two disagree, the
	// earlier one is seen.
	Marks []Mark
	// Inputs are the cells for people to fill; no cell may be in two of them.
	Inputs []Input
	// Protect locks the sheet, without a password, but for Inputs. People may still
	// filter, and make columns and rows larger.
	Protect bool
	// Charts stand under the table, one under another; one that would be cut by the end
	// of a printed page begins the next.
	Charts []Chart
	// Names are names for places of this sheet, by which programs find them and
	// formulas of any sheet may call them. They are unique in the book.
	Names []Name
	// Text, in place of Table, makes a sheet of words on A4 upright: an instruction.
	// doc.Title stands in the middle, doc.Heading is bold, doc.Item has its mark.
	Text []doc.Block

	// Hidden keeps the sheet from people: Excel does not offer to show it.
	Hidden bool
	// Opens makes it the sheet that is seen first; otherwise that is the first one
	// that is not hidden.
	Opens bool
}

// Name is a defined name: letters, digits, «_», and not like an address.
type Name struct {
	Name string
	At   string // a reference, see doc.Reference
}

// Pairs is a hidden sheet of keys and values, from row 2 under their header.
func Pairs(name string, pairs ...[2]string) Sheet {
	t := &doc.Table{Columns: []doc.Column{{Header: "Ключ", Name: "key"}, {Header: "Значение", Name: "value"}}}
	for _, pair := range pairs {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: pair[0]}, {Text: pair[1]}}})
	}
	return Sheet{Name: name, Table: t, NoFilter: true, Protect: true, Hidden: true}
}
