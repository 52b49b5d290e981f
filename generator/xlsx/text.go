package xlsx

import (
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
)

// textWidth is that of a sheet of words, in points: the 175 mm between the margins
// of A4 upright, less what Excel's rounding may add.
const textWidth = 481.0

var (
	textLook        = look{font: font{size: titleSize}, horizontal: "left", vertical: "top", wrap: true}
	textHeadingLook = look{font: headerFont, horizontal: "left", vertical: "bottom", wrap: true}
)

// layText sets a sheet of words: one column, a paragraph a row.
func layText(name string, sheet Sheet) (plan, diag.List) {
	p := plan{Sheet: sheet, name: name, widths: []float64{textWidth}}
	var found diag.List
	p.above(sheet)
	numbers := doc.Number(&doc.Document{Blocks: sheet.Text}).Blocks
	for i, block := range sheet.Text {
		text := strings.Join(block.Parts, "\n")
		if numbers[i] != "" {
			text = numbers[i] + " " + text
		}
		switch block.Role {
		case doc.Title, doc.AnnexTitle:
			p.centred(block.Parts, headerFont)
			p.gap(lineGap / 2)
		case doc.Heading:
			if i > 0 {
				p.gap(lineGap / 2)
			}
			p.paragraph(text, textHeadingLook, block.Key, &found)
		case doc.Item:
			item := textLook
			item.indent = 2
			p.paragraph(text, item, block.Key, &found)
		default:
			p.paragraph(text, textLook, block.Key, &found)
		}
	}
	return p, found
}

func (p *plan) paragraph(text string, l look, key string, found *diag.List) {
	height := l.font.height(text, room(p.widths[0], l.indent))
	p.warnHigh(height, 0, key, found)
	p.rows = append(p.rows, line{height: min(height, highestRow), cells: []cell{{text: text, look: l}}})
}
