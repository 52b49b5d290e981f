// Package doc holds what is on a paper, not where: a sequence of blocks, each
// with the role it plays in an official document, and the tables among them.
//
// It is the neutral middle of the program: templates produce it, package pdf
// lays it on pages, package xlsx puts its tables into cells. Nobody here knows
// what a millimetre or an order is.
package doc

// Document is one paper, composed but not laid out.
type Document struct {
	Title    string // of the file, for the viewer's window and for archives
	Author   string
	Language string // BCP 47, "ru-RU"

	// Across is a word set in grey over every page: «ПРОЕКТ».
	Across string
	// Footer stands small at the foot of every page: the mark of invented data.
	Footer string
	// Header stands small over the text from the second page on: the short title.
	Header string
	// Report is true for a long paper in chapters: a heading of level 1 begins a
	// page.
	Report bool
	// RunsOn keeps the chapters of a report from beginning pages: many of them are short.
	RunsOn bool
	// LongTerm is true where the paper is kept for more than 10 years, which
	// widens the binding margin (ГОСТ Р 7.0.97-2016, п. 3.2).
	LongTerm bool

	Blocks []Block
	Tables map[string]*Table // by the name a «#table» block calls

	Figures map[string]*Figure // by the name a «#figure» or «#emblem» block calls
}

// Role is the part that a block plays. Its value is the word of the markup.
type Role string

const (
	Paragraph     Role = ""              // text
	Cover         Role = "cover"         // титульный лист; label: which of the CoverPlaces
	Letterhead    Role = "letterhead"    // реквизит 05; the higher bodies first, the author last
	Kind          Role = "kind"          // реквизит 09, «ПРИКАЗ»
	Registration  Role = "registration"  // реквизиты 10 and 11: date | number
	Title         Role = "title"         // реквизит 17
	Operative     Role = "operative"     // «ПРИКАЗЫВАЮ:»
	Clause        Role = "clause"        // label: the printed number, «2.1.»
	Signature     Role = "signature"     // реквизит 22: post | name
	Page          Role = "page"          // label: portrait or landscape; a new page
	Approval      Role = "approval"      // реквизит 16: lines of the гриф
	AnnexMark     Role = "annex-mark"    // «Приложение № 1 | к приказу …»
	AnnexTitle    Role = "annex-title"   // title of an annex; parts are its lines by sense
	Heading       Role = "heading"       // label: level 1 to 3, with a full stop if it is numbered: «2.»
	Item          Role = "item"          // label: how the list is marked: «–», «1)», «а)»
	Contents      Role = "contents"      // the heading of the list of headings that follows it
	TableRole     Role = "table"         // label: the name of the table
	Certification Role = "certification" // реквизит 26, «Верно»: post | name | date | where the original is
	Recipients    Role = "recipients"    // «Разослано»: a line each
	Preparer      Role = "preparer"      // реквизит 25: at the foot of the page

	FigureRole Role = "figure" // label: the name of the figure
	Emblem     Role = "emblem" // реквизиты 01–03, over the letterhead; label: the name of the figure
	Frame      Role = "frame"  // реквизит 23 after a signature, or another stamp: a line each
	QR         Role = "qr"     // реквизит 31: what the code says
)

// Block is one piece of the paper.
type Block struct {
	Role  Role
	Label string   // clause number, heading level, orientation, name of a table or figure
	Parts []string // what is printed; most roles have one part
	Key   string   // the place in the data that it came from; empty: not known
	Spans []Span   // links, notes and references in the parts, in their order

	Name   string // of a heading, for references
	Number string // what the paper counts it as: «1.1», «б)»; set by Resolve
}

// Text is the first part, the whole text of a block that has only one.
func (b Block) Text() string {
	if len(b.Parts) == 0 {
		return ""
	}
	return b.Parts[0]
}

// Orientation of the pages that follow a Page block.
const (
	Portrait  = "portrait"
	Landscape = "landscape"
)

// rule says what a role needs in the markup.
type rule struct {
	label    bool // a word follows the role
	labels   []string
	min, max int // number of parts
}

var rules = map[Role]rule{
	Cover:         {label: true, labels: CoverPlaces, min: 1, max: 6},
	Letterhead:    {min: 1, max: 4},
	Kind:          {min: 1, max: 1},
	Registration:  {min: 2, max: 2},
	Title:         {min: 1, max: 1},
	Operative:     {min: 1, max: 1},
	Clause:        {label: true, min: 1, max: 1},
	Signature:     {min: 2, max: 2},
	Page:          {label: true, labels: []string{Portrait, Landscape}},
	Approval:      {min: 1, max: 6},
	AnnexMark:     {min: 1, max: 6},
	AnnexTitle:    {min: 1, max: 6},
	Heading:       {label: true, labels: []string{"1", "2", "3", "1.", "2.", "3."}, min: 1, max: 2},
	Item:          {label: true, labels: []string{Dashes, Figures, Letters}, min: 1, max: 1},
	Contents:      {min: 1, max: 1},
	TableRole:     {label: true},
	Certification: {min: 2, max: 4},
	Recipients:    {min: 1, max: 1000},
	Preparer:      {min: 1, max: 4},

	FigureRole: {label: true},
	Emblem:     {label: true},
	Frame:      {min: 1, max: 12},
	QR:         {min: 1, max: 1},
}
