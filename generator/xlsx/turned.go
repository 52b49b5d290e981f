package xlsx

import (
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// mostTurned is how high a turned header may be: a longer one is set in lines side by side.
const mostTurned = 150.0

// upright is the table as the widths of its columns are found: a turned header is as wide
// as its lines are high.
func upright(t *doc.Table, turned []bool) *doc.Table {
	if !slices.Contains(turned, true) {
		return t
	}
	set := *t
	set.Columns = slices.Clone(t.Columns)
	for i, is := range turned {
		if is {
			lines := headerFont.turnedLines(set.Columns[i].Header)
			set.Columns[i].Width = max(set.Columns[i].Width, widthFor(float64(len(lines))*pitch(headerFont.size), 0)/millimetre)
			set.Columns[i].Header = ""
		}
	}
	return &set
}

func (f font) turnedLines(text string) []typeset.Line {
	return breakAbove(text, f, max(mostTurned, f.widestWord(text)), typeset.Balanced)
}

func (f font) widestWord(text string) float64 {
	word, _ := f.extent(text)
	return word
}

// turnedHeight is that of a header that is read from below.
func (f font) turnedHeight(text string) float64 {
	longest := 0.0
	for _, line := range f.turnedLines(text) {
		longest = max(longest, f.width(strings.TrimSpace(line.Text)))
	}
	return widthFor(longest, 0) + padding
}
