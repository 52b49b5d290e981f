package pdf

import (
	"fmt"
	"strings"

	"doklad/generator/pdf/pdfa"
)

// Page is one laid-out page.
type Page struct {
	Number        int  // of the sheet
	Annex         bool // an annex begins here
	Width, Height float64
	Texts         []Text
	Rules         []Rule
	Drawings      []Drawing // in the order of their places among the texts
	Marks         []bookmark
}

// bookmark is a line of the list of contents that viewers show at the side.
type bookmark struct {
	level int
	title string
	y     float64 // of the top of the heading
}

// Text is one line of text at its place.
type Text struct {
	X, Y  float64 // of the beginning of the baseline
	Size  float64
	Bold  bool
	Space float64 // added to every space of the line
	Grey  float64 // 0 is black, 1 is white
	Angle float64 // degrees, counter-clockwise about X, Y
	Text  string

	// Whole is the word that the last word of a hyphenated line begins; Rest is
	// true where the line begins with the rest of such a word. Readers and
	// searches are given the whole word once.
	Whole string
	Rest  bool
	// Joined is true where the line ends inside a word, or after the hyphen of
	// one: no space follows it.
	Joined bool

	Of     pdfa.Elem // what the line belongs to
	Pieces []Piece   // that belong to other elements, in their order
}

// Piece is a part of a line that belongs to another element than the rest: the
// number of a point, a link, the mark of a note.
type Piece struct {
	From, To int // bytes of the line
	Of       pdfa.Elem
	in       *inline // nil: none
}

// Rule is a straight line.
type Rule struct {
	X1, Y1, X2, Y2 float64
	Width          float64
}

// Dump writes the pages as text, so that a layout can be compared and read:
// millimetres from the upper left corner, the size with «b» for bold.
func Dump(pages []Page) string {
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "page %d  %.0f × %.0f mm\n", p.Number, p.Width/mm, p.Height/mm)
		for _, t := range p.Texts {
			if t.Text == "" {
				continue // stands for an empty cell
			}
			weight := ""
			if t.Bold {
				weight = "b"
			}
			fmt.Fprintf(&b, "  %6.2f %6.2f  %g%s  %s\n", t.X/mm, t.Y/mm, t.Size, weight, strings.ReplaceAll(t.Text, "\u00a0", "·"))
		}
	}
	return b.String()
}
