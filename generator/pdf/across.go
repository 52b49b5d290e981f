package pdf

import (
	"math"
	"strconv"
)

// across is the word set in light grey from corner to corner, under the text:
// it must be seen after copying and must not hide a letter.
func (c *composer) across(page *Page) Text {
	const (
		share = 0.6  // of the diagonal
		grey  = 0.86 // a copier still shows it
	)
	diagonal := math.Hypot(page.Width, page.Height)
	size := share * diagonal / c.fonts.Bold.Width(c.doc.Across, 1)
	size = math.Min(size, 150)
	width := c.fonts.Bold.Width(c.doc.Across, size)
	angle := math.Atan2(page.Height, page.Width)
	// The middle of the word, at half the height of its letters, is the middle
	// of the page.
	half := size * 0.33
	x := page.Width/2 - math.Cos(angle)*width/2 + math.Sin(angle)*half
	y := page.Height/2 + math.Sin(angle)*width/2 + math.Cos(angle)*half
	return Text{X: x, Y: y, Size: math.Round(size), Bold: true, Grey: grey,
		Angle: angle * 180 / math.Pi, Text: c.doc.Across}
}

func itoa(n int) string { return strconv.Itoa(n) }
