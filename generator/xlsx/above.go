package xlsx

import (
	"math"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// What stands over the table is in cells that are not merged: each line is a row
// of its own, and its text runs over the empty cells beside it.

const (
	rightBlock = 90 * millimetre // the widest гриф
	// overTable is the share of the sheet that a line without wrapping may
	// take: as much as Excel leaves of it where it rounds columns down.
	overTable = 0.955

	smallGap = 6.0
	lineGap  = 15.75
)

func (p *plan) above(sheet Sheet) {
	if sheet.Back.Text != "" {
		p.rows = append(p.rows, line{height: pitch(titleSize), cells: []cell{{text: sheet.Back.Text, look: plainLook, value: sheet.Back.Value}}})
	}
	blocks := sheet.Above
	if sheet.Across != "" {
		blocks = append([]doc.Block{{Role: across, Parts: []string{sheet.Across}}}, blocks...)
	}
	edge, style := p.rightEdge(blocks)
	var before doc.Role
	for i, block := range blocks {
		right := isRight(block.Role)
		if i > 0 && block.Role != before {
			if isRight(before) && !right {
				p.gap(lineGap)
			} else {
				p.gap(smallGap)
			}
		}
		switch {
		case right:
			p.atRight(block, edge, style)
		case block.Role == doc.Title || block.Role == doc.AnnexTitle:
			p.centred(block.Parts, headerFont)
		default:
			p.atLeft(block.Parts)
		}
		before = block.Role
	}
	if sheet.Note != "" {
		p.centred([]string{sheet.Note}, font{size: noteSize})
	}
	if len(p.rows) > 0 {
		p.gap(lineGap / 2)
	}
}

// across is the role of the word that stands over all.
const across doc.Role = "across"

func isRight(role doc.Role) bool {
	return role == doc.Approval || role == doc.AnnexMark || role == across
}

func (p *plan) gap(height float64) { p.rows = append(p.rows, line{height: height}) }

// centred writes each line over all columns («по центру выделения»), or those of the first
// page.
func (p *plan) centred(parts []string, f font) {
	from, to, width := p.firstPage()
	for _, part := range parts {
		for _, text := range breakAbove(part, f, width*overTable-padding, typeset.Balanced) {
			l := line{height: pitch(f.size), cells: make([]cell, to)}
			for i := from; i < to; i++ {
				l.cells[i].look = acrossLook(f)
			}
			l.cells[from].text = text.Text
			p.rows = append(p.rows, l)
		}
	}
}

// firstPage are the columns over which words stand, from the first to before the last. Of
// pages side by side they are those of the first one that are not repeated on the others:
// what begins in a repeated column is printed again over each page, and cut.
func (p *plan) firstPage() (from, to int, width float64) {
	if p.pages() == 1 {
		return 0, len(p.widths), p.total()
	}
	used := 0.0
	for i, w := range p.widths {
		switch {
		case i < p.frozenColumns():
			from = i + 1
		case to > 0 && used+w > pageWidth:
			return from, to, width
		default:
			width += w
			to = i + 1
		}
		used += w
	}
	return from, to, width
}

// rightEdge is where the blocks at the right begin, all of them under one another:
// they are pushed so that the longest line ends near the right edge. They begin in
// the last column that leaves room for it, and the rest is made up by the indent.
func (p *plan) rightEdge(blocks []doc.Block) (column int, style look) {
	longest := 0.0
	for _, block := range blocks {
		if isRight(block.Role) {
			for _, line := range p.rightLines(block) {
				longest = max(longest, line.Width)
			}
		}
	}
	column = len(p.widths) - 1
	width := p.widths[column]
	for column > 0 && width*overTable-padding < longest {
		column--
		width += p.widths[column]
	}
	const mostIndent = 250 // Excel's limit
	style = plainLook
	style.indent = min(int(math.Floor(max(0, width*overTable-padding-longest)/indentWidth)), mostIndent)
	return column, style
}

// atRight writes a block flush left inside.
func (p *plan) atRight(block doc.Block, column int, style look) {
	style.font = rightFont(block.Role)
	for _, text := range p.rightLines(block) {
		l := line{height: pitch(style.font.size), cells: make([]cell, column+1)}
		l.cells[column] = cell{text: text.Text, look: style}
		p.rows = append(p.rows, l)
	}
}

func (p *plan) rightLines(block doc.Block) (lines []typeset.Line) {
	limit := min(rightBlock, p.total()*overTable-padding)
	for _, part := range block.Parts {
		lines = append(lines, breakAbove(part, rightFont(block.Role), limit, typeset.Balanced)...)
	}
	return lines
}

func rightFont(role doc.Role) font { return font{size: titleSize, bold: role == across} }

// atLeft writes lines that end on the first of the pages side by side.
func (p *plan) atLeft(parts []string) {
	f := font{size: titleSize}
	from, _, width := p.firstPage()
	for _, part := range parts {
		for _, text := range breakAbove(part, f, width*overTable-padding, typeset.Ragged) {
			l := line{height: pitch(f.size), cells: make([]cell, from+1)}
			l.cells[from] = cell{text: text.Text, look: plainLook}
			p.rows = append(p.rows, l)
		}
	}
}

// breakAbove breaks only between words: a line is a cell of its own here, and
// «план-» in one cell with «график» in the next would not be found again. The
// characters that stand in for hyphen and slash are none that a text has (check
// refuses them).
func breakAbove(text string, f font, width float64, manner typeset.Manner) []typeset.Line {
	lines := typeset.Break(joined.Replace(cellText(text)),
		typeset.Setting{Face: f.face(), Size: f.size, Width: width, Manner: manner})
	for i := range lines {
		lines[i].Text = parted.Replace(lines[i].Text)
		lines[i].Width = f.width(lines[i].Text)
	}
	return lines
}

var (
	joined = strings.NewReplacer("-", "\uFDD1", "/", "\uFDD2")
	parted = strings.NewReplacer("\uFDD1", "-", "\uFDD2", "/")
)
