package xlsx

import (
	"math"
	"strings"
	"sync"

	"doklad/generator/typeset"
)

// The measures of Excel and LibreOffice, in points.
const (
	// digitWidth is the unit of column widths: a digit of Times New Roman 11.
	// LibreOffice takes it as it is (5.5); Excel rounds it to whole pixels,
	// down to 5.25 or up to 6.
	digitWidth = 5.5
	// sureShare is the part of a column that holds text in every program:
	// Excel's column may be 4.5 % narrower, and its letters on the screen a
	// little wider, than computed.
	sureShare = 0.94
	// padding is what a cell keeps free at both sides together (5 pixels).
	padding = 4.0
	// indentWidth is one step of a cell's indent: three spaces of the normal
	// font (8.25 in LibreOffice, a little less in Excel).
	indentWidth = 8.25
	// filterButton hides this much of a header cell on the screen.
	filterButton = 14.0

	highestRow = 409.0 // Excel's limit
)

// room is the width of the text in a column, with an indent or without.
func room(width float64, indent int) float64 {
	return width*sureShare - padding - float64(indent)*indentWidth
}

// widthFor is the column that has room for a text.
func widthFor(text float64, indent int) float64 {
	return (text + padding + float64(indent)*indentWidth) / sureShare
}

// pitch is the height of a line in Excel: what it gives a row by itself, which
// is more than the font asks for.
func pitch(size float64) float64 {
	if size >= titleSize {
		return 15.75
	}
	return 15
}

// font is a size and a weight of the one face.
type font struct {
	size float64
	bold bool
}

var (
	bodyFont   = font{size: bodySize}
	headerFont = font{size: titleSize, bold: true}
)

const (
	bodySize  = 11
	titleSize = 12
	noteSize  = 10
)

func (f font) face() *typeset.Face { return sheetFonts().Face(f.bold) }

// sheetFonts do not kern: neither Excel nor Calc does.
var sheetFonts = sync.OnceValue(func() *typeset.Family {
	tinos := typeset.Tinos()
	return &typeset.Family{Regular: tinos.Regular.Unkerned(), Bold: tinos.Bold.Unkerned()}
})

func (f font) width(text string) float64 { return f.face().Width(text, f.size) }

// lines is how many lines a text takes in a cell. It is never fewer than Excel
// or LibreOffice make of it.
func (f font) lines(text string, width float64) int {
	// More lines than the highest row shows need not be counted one by one.
	enough := highestRow / pitch(f.size)
	n := 0
	for line := range strings.SplitSeq(measurable(text), "\n") {
		if least := math.Ceil(f.width(line) / width); least <= 1 || least > enough {
			n += int(max(1, least))
			continue
		}
		n += max(1, len(typeset.Break(line, typeset.Setting{Face: f.face(), Size: f.size, Width: width})))
	}
	return n
}

// height is that of a row that shows the text whole. A single line gets some
// air; in more lines the difference between pitch and font gives it.
func (f font) height(text string, width float64) float64 {
	const air = 3
	n := f.lines(text, width)
	if n == 1 {
		return pitch(f.size) + air
	}
	return float64(n) * pitch(f.size)
}

// extent gives the widest word and the widest line of a text.
func (f font) extent(text string) (word, line float64) {
	for part := range strings.SplitSeq(measurable(text), "\n") {
		width := f.width(part)
		line = max(line, width)
		if width > word {
			word = max(word, typeset.WidestWord(part, f.face(), f.size))
		}
	}
	return word, line
}

// measurable is a text that sets no narrower than its cell does: programs may
// keep «школы/сады» and «план-график» whole, keep every space of a run, and take
// what Times New Roman lacks from wider fonts. The letter I is as wide as a
// hyphen and a little wider than a slash.
func measurable(text string) string {
	text = wholeWords.Replace(cellText(text))
	face := bodyFont.face()
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || face.Has(r) {
			return r
		}
		return 'Щ'
	}, text)
}

var wholeWords = strings.NewReplacer("-", "I", "/", "I", "  ", " \u00a0")

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// cellText is a text as the cell keeps it: a new line is one LF, as Excel writes
// it.
func cellText(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return newlines.Replace(text)
}
