package sheet

// A reader of strangers' files is bounded by work and memory. The numbers are far
// above what people send and low enough for 2 s and 256 MB in the worst case.
const (
	maxRaw      = 64 << 20  // a file as sent
	maxCSV      = 32 << 20  // a text as sent: cp1251 doubles
	maxUnpacked = 128 << 20 // of all parts that are read
	maxParts    = 10_000    // entries of the archive
	maxStrings  = 2 << 20   // in sharedStrings.xml
	maxNames    = 1 << 16   // defined names, and all their letters:
	maxNameText = 4 << 20
	maxMerged   = 200_000
	maxStyles   = 1 << 17
	maxTag      = 1 << 20 // one tag with its attributes
	maxAttrs    = 100
	maxDepth    = 100     // elements in elements
	maxText     = 1 << 17 // bytes in a cell: Excel's 32,767 characters always fit

	maxRow    = 1 << 20 // Excel's own
	maxColumn = 1 << 14
)
