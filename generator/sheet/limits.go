package sheet

// A reader of strangers' files is bounded by work and memory. The numbers are far
// above what people send and low enough for 2 s and 256 MB in the worst case.
const (
	maxRaw      = 64 << 20 // a file as sent
	maxCSV      = 16 << 20 // a text as sent: it is decoded whole, UTF-16 takes nine times as much
	maxUnpacked = 48 << 20 // of all parts that are read: 100,000 rows of 10 cells and more
	maxParts    = 10_000   // entries of the archive
	maxStrings  = 2 << 20  // in sharedStrings.xml
	maxNames    = 1 << 16  // defined names, and all their letters:
	maxNameText = 4 << 20
	maxTitle    = 1000 // bytes of a sheet's name; Excel has 31 characters
	maxMerged   = 200_000
	maxStyles   = 1 << 17
	maxFormats  = 1 << 14 // number formats of the author
	maxLinks    = 1 << 15 // relationships
	maxPartName = 1 << 10
	maxTag      = 1 << 20 // one tag with its attributes
	maxAttrs    = 100
	maxDepth    = 100     // elements in elements
	maxText     = 1 << 17 // bytes in a cell: Excel's 32,767 characters always fit

	maxRow    = 1 << 20 // Excel's own
	maxColumn = 1 << 14
)
