package xlsx

import "doklad/generator/doc"

// Sheet is one table as a sheet ready to print.
type Sheet struct {
	// Name is short and Russian; it is made legal and unique in the book.
	Name string
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
}
