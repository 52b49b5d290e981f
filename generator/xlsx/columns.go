package xlsx

import (
	"math"
	"strings"

	"doklad/generator/doc"
)

// pageWidth is what a table fills on A4 across, in points: the 262 mm between
// the margins, less what Excel's rounding of columns may add.
const pageWidth = 720.0

const millimetre = 72 / 25.4

// measure is what the widths of one column may be, in whole points.
type measure struct {
	least   int // no word is broken
	natural int // no line is broken
	fixed   bool
}

// columnWidths gives each column its width in points: the wanted one, or that
// which makes the table least high while all columns together fill the page. A
// table whose longest words do not fit the page is left wider: it is scaled
// when printed. fill is true where a title over the table needs the whole page.
// Columns that nobody sees have no width.
func columnWidths(t *doc.Table, fill bool, pages int, unseen []bool) []float64 {
	measures := measureColumns(t)
	for i, hidden := range unseen {
		if hidden {
			measures[i] = measure{fixed: true}
		}
	}
	pageWidth := pageWidth * float64(pages)
	widths := make([]int, len(measures))
	least, natural := 0, 0
	for i, m := range measures {
		least += m.least
		natural += m.natural
		widths[i] = m.natural
	}
	switch spare := int(pageWidth) - least; {
	case float64(natural) <= pageWidth:
		if fill {
			stretch(widths, measures, int(pageWidth)-natural)
		}
	case spare <= 0:
		for i, m := range measures {
			widths[i] = m.least
		}
	default:
		share(widths, measures, spare)
		newFitting(t, measures).improve(widths)
	}
	points := make([]float64, len(widths))
	for i, w := range widths {
		points[i] = float64(w)
	}
	return points
}

func measureColumns(t *doc.Table) []measure {
	measures := make([]measure, len(t.Columns))
	for i, column := range t.Columns {
		word, line := headerFont.extent(column.Header)
		word, line = widthFor(word+filterButton, 0), widthFor(line+filterButton, 0)
		indent := bodyLook(column.Align).indent
		for _, row := range t.Rows {
			if row.Section || i >= len(row.Cells) {
				continue
			}
			font := bodyFont
			font.bold = row.Total || row.Cells[i].Strong
			w, l := font.extent(row.Cells[i].Text)
			if column.Width > 0 && strings.Contains(row.Cells[i].Text, "://") {
				w = 0 // an address is broken anywhere; nobody reads it as a word
			}
			word, line = max(word, widthFor(w, indent)), max(line, widthFor(l, indent))
		}
		measures[i] = newMeasure(word, line, column.Width*millimetre)
	}
	return measures
}

// newMeasure bounds the widths: one word of a hundred letters must not take the
// page from all other columns.
func newMeasure(word, line, wanted float64) measure {
	const narrowest, widestWord = 24, pageWidth * 0.4
	m := measure{
		least:   int(math.Ceil(min(max(word, narrowest), widestWord))),
		natural: int(math.Ceil(min(max(line, narrowest), pageWidth))),
	}
	if wanted > 0 {
		m.fixed = true
		m.least = max(m.least, int(math.Round(wanted)))
		m.natural = m.least
	}
	return m
}

// stretch gives the rest of the page to the columns by their width.
func stretch(widths []int, measures []measure, rest int) {
	total := 0
	for i, m := range measures {
		if !m.fixed {
			total += widths[i]
		}
	}
	for i, m := range measures {
		if !m.fixed {
			widths[i] += rest * m.natural / total
		}
	}
}

// share starts from the least widths and gives each column the same part of what
// it lacks.
func share(widths []int, measures []measure, spare int) {
	wish := 0
	for _, m := range measures {
		wish += m.natural - m.least
	}
	given, last := 0, 0
	for i, m := range measures {
		part := spare * (m.natural - m.least) / wish
		widths[i] = m.least + part
		given += part
		if !m.fixed {
			last = i
		}
	}
	widths[last] += spare - given
}
