// Package layout is the vocabulary of layout profiles («профиль оформления»):
// what ГОСТ Р 7.0.97, the local instruction and the office's taste prescribe for
// pages, requisites and tables. A profile is data, data/layouts/*.toml; papers
// are laid out by it.
//
// Sizes of type are in points, lengths on the page in millimetres, space
// between blocks in lines of the text.
package layout

// Profile is one way of laying out papers.
type Profile struct {
	Name  string `toml:"name"`
	Based string `toml:"based"` // the profile that this one changes

	Font Font `toml:"font"`
	Page Page `toml:"page"`

	Text          Style `toml:"text"`
	Clause        Style `toml:"clause"`
	Letterhead    Style `toml:"letterhead"`
	Kind          Style `toml:"kind"`
	Registration  Style `toml:"registration"`
	Title         Style `toml:"title"`
	Operative     Style `toml:"operative"`
	Signature     Style `toml:"signature"`
	Approval      Style `toml:"approval"`
	AnnexTitle    Style `toml:"annex_title"`
	Heading1      Style `toml:"heading_1"`
	Heading2      Style `toml:"heading_2"`
	Heading3      Style `toml:"heading_3"`
	Certification Style `toml:"certification"`
	Recipients    Style `toml:"recipients"`
	Preparer      Style `toml:"preparer"`
	Item          Style `toml:"item"`
	TableCaption  Style `toml:"table_caption"`
	FigureCaption Style `toml:"figure_caption"`
	// Footnote is how notes look; before and after are over and under their rule.
	Footnote Style `toml:"footnote"`

	Cover    Cover    `toml:"cover"`
	Contents Contents `toml:"contents"`
	Table    Table    `toml:"table"`

	// TitleLines is the number of lines that a title should not exceed.
	TitleLines int `toml:"title_lines"`
	// SignatureGap is the room for the hand between post and name.
	SignatureGap float64 `toml:"signature_gap"`
	// ExecutorForm is how executors are written where the order does not say.
	ExecutorForm string `toml:"executor_form"`
}

// Font names the files of another font, relative to the profile; empty: Tinos.
type Font struct {
	Regular string `toml:"regular"`
	Bold    string `toml:"bold"`
	// BoldItalic is of headings of level 3; empty: bold stands for it.
	BoldItalic string `toml:"bold_italic"`
}

// Page is the sheet and its margins, A4.
type Page struct {
	Left         float64 `toml:"left"`
	LeftLongTerm float64 `toml:"left_long_term"` // kept for more than 10 years
	Right        float64 `toml:"right"`
	Top          float64 `toml:"top"`
	Bottom       float64 `toml:"bottom"`
	// LandscapeBinding is where the binding edge of an upright sheet lies when
	// the sheet is turned: top (the stack is bound on its long left side) or
	// left.
	LandscapeBinding string `toml:"landscape_binding"`
	// Mirror swaps left and right on even pages, for printing on both sides.
	Mirror         bool    `toml:"mirror"`
	NumberSize     float64 `toml:"number_size"`
	NumberBaseline float64 `toml:"number_baseline"` // from the upper edge of the sheet
	// NumberRestart counts the pages of each annex from 1 again, the first without
	// a number (layout rule PG-05).
	NumberRestart bool `toml:"number_restart"`
	// HeaderSize is of the short title over the text (Document.Header).
	HeaderSize float64 `toml:"header_size"`
}

// Style is how the blocks of one role look.
type Style struct {
	Size    float64 `toml:"size"`
	Bold    bool    `toml:"bold"`
	Italic  bool    `toml:"italic"` // of bold lines only
	Align   Align   `toml:"align"`
	Width   float64 `toml:"width"`  // of the longest line; 0: the whole text width
	Indent  float64 `toml:"indent"` // of the first line
	Before  float64 `toml:"before"`
	After   float64 `toml:"after"`
	Spacing float64 `toml:"spacing"` // 1 is the single spacing of the font
	// SpacingMin is how tight the text may be set to win a page.
	SpacingMin float64 `toml:"spacing_min"`
}

// Table is how tables look.
type Table struct {
	Size     float64 `toml:"size"`
	SizeMin  float64 `toml:"size_min"` // taken where it wins pages
	Rule     float64 `toml:"rule"`     // points
	PadSide  float64 `toml:"pad_side"`
	PadTop   float64 `toml:"pad_top"`
	WriteRow float64 `toml:"write_row"` // height of a row to write in
	// Gap is between a table without a caption and running text over or under it, in
	// lines of that text; other blocks have their own before and after.
	Gap float64 `toml:"gap"`
	// ColumnNumbers adds a row of column numbers under the header.
	ColumnNumbers bool `toml:"column_numbers"`
	// Repeat is what begins the later pages of a table (layout rule TB-02).
	Repeat string `toml:"repeat"`
}

// What begins the later pages of a table.
const (
	RepeatHeader  = "header"  // with the column numbers, if there are any
	RepeatNumbers = "numbers" // the column numbers alone; they stand under the header too
)

// HasNumbers reports whether the columns are numbered under the header.
func (t Table) HasNumbers() bool { return t.ColumnNumbers || t.Repeat == RepeatNumbers }

// Margins of a page in millimetres.
type Margins struct{ Left, Right, Top, Bottom float64 }

// Margins gives those of one page, counted from 1.
//
// When an upright sheet is turned clockwise its left edge comes to lie on top,
// so the binding margin does too, and the others follow: upper → right, right →
// bottom, lower → left.
func (p Page) Margins(landscape, longTerm bool, number int) Margins {
	left := p.Left
	if longTerm {
		left = max(p.Left, p.LeftLongTerm)
	}
	m := Margins{Left: left, Right: p.Right, Top: p.Top, Bottom: p.Bottom}
	if p.Mirror && number%2 == 0 {
		m.Left, m.Right = m.Right, m.Left
	}
	if landscape && p.LandscapeBinding != "left" {
		// The page number needs its room over the text also where the free edge
		// is on top, on the back of a mirrored sheet.
		m = Margins{Left: m.Bottom, Right: m.Top, Top: max(m.Left, p.Top), Bottom: m.Right}
	}
	return m
}

// Ways to name an executor in a point, in the dative.
const (
	PostFirst    = "post-first"    // главному специалисту Шиловой Ю.С.
	SurnameFirst = "surname-first" // Шиловой Ю.С., главному специалисту
	NameFirst    = "name-first"    // Ю.С. Шиловой, главному специалисту
	FullName     = "full-name"     // главному специалисту Шиловой Юлии Сергеевне
)

// ExecutorForms are the ways there are.
var ExecutorForms = []string{PostFirst, SurnameFirst, NameFirst, FullName}
