package doc

import "fmt"

// Figure is a drawing or a picture that a «#figure» or «#emblem» block calls.
type Figure struct {
	// Caption stands under it: «Рисунок N – …». A figure without one has no number.
	Caption string
	// Alt says in words what it shows, for those who do not see it. It is required.
	Alt string

	// Width and Height are the size in millimetres. A drawing needs both. A picture
	// keeps its proportions inside them; with neither it is set at 150 dots an inch.
	Width, Height float64

	Drawing *Drawing // one of the two
	Picture []byte   // a PNG or JPEG file

	// Key is where the figure was said in the data; empty: by the program.
	Key string
}

// FormatFigures writes what the figures of a document show, a figure a line that
// begins with |, so that a person can read all its words.
func FormatFigures(d *Document) string {
	text := ""
	for _, block := range d.Blocks {
		if f := d.Figures[block.Label]; f != nil && (block.Role == FigureRole || block.Role == Emblem) {
			text += fmt.Sprintf("\n| %s | %s | %s |\n", Escape(block.Label), Escape(f.Caption), Escape(f.Alt))
		}
	}
	return text
}
