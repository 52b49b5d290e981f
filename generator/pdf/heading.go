package pdf

import (
	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/russian"
	"doklad/generator/typeset"
)

// This file sets the headings of long papers.

// beginsChapter reports blocks that begin a page in a report.
func beginsChapter(b doc.Block) bool {
	if b.Role == doc.Heading {
		level, _ := doc.HeadingLevel(b.Label)
		return level == 1
	}
	return b.Role == doc.Contents
}

// headingText is a heading with its number, which no line break parts from it.
func headingText(b doc.Block) string {
	if b.Number == "" {
		return b.Text()
	}
	return b.Number + "\u00a0" + b.Text()
}

// heading sets a heading. No line of it ends with a preposition.
func (c *composer) heading(b doc.Block, s layout.Style) []box {
	text := headingText(b)
	if s.Italic {
		c.checkGlyphs(text, s)
	}
	return c.titleLines([]string{russian.NoBreakLinking(text)}, s)
}

// checkGlyphs finds the characters that a face of its own lacks.
func (c *composer) checkGlyphs(text string, s layout.Style) {
	for offset, r := range []rune(text) {
		if r != '\n' && !c.face(s).Has(r) {
			p := typeset.MissingGlyph(r, "", offset)
			p.Path = excerpt(text)
			c.problems.Add(p)
		}
	}
}

// linesUnderHeading stay with a heading.
const linesUnderHeading = 2

// keepUnderHeadings ties to each heading two lines of what follows, also where
// the first paragraph has only one. The head of a table, or anything higher than
// two lines, is enough. The first of these boxes stand at the given places.
func (c *composer) keepUnderHeadings(boxes []box, under []int) {
	for _, first := range under {
		height := linesUnderHeading*c.line(c.profile.Text) - rounding
		for i := first; i < len(boxes)-1 && boxes[i].table == nil && !boxes[i+1].foot; i++ {
			if boxes[i].mark == nil { // another heading is none of the lines
				height -= boxes[i].height
			}
			if height <= 0 {
				break
			}
			boxes[i].keep = true
		}
	}
}

// unresolved are references that lead to nothing: the caller should have found
// them in its text.
func unresolved(faults []doc.Fault) diag.List {
	var problems diag.List
	for _, f := range faults {
		p := diag.Errorf("", "%s", f.Text).WithHint("%s", f.Hint)
		p.Code = "MARKUP"
		problems.Add(p)
	}
	return problems
}
