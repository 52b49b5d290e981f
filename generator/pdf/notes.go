package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// This file lays notes («сноски») at the foot of the page with their marks. They
// are numbered through the whole paper (ГОСТ Р 7.0.5-2008 allows that, or each page
// from 1), so that «сноска 3» means one note, and a number does not change when the
// text before it grows.

// noteGap stands between the number of a note and its text.
const noteGap = "\u00a0"

func superior(number int) string { return typeset.Superior(itoa(number)) }

// footnote sets a note and gives its mark.
func (c *composer) footnote(part *inline, span doc.Span) string {
	c.noted++
	part.number = c.noted
	mark := superior(part.number)
	part.note = c.running(mark+noteGap, span.Text, span.Spans, c.profile.Footnote)
	return mark
}

// feet are the notes of the current page.
type feet struct {
	lines []box   // in their order; those that find no room stand on the next page
	least int     // lines that have their room on this page
	under float64 // the height of what stands below: who made the paper
}

// and gives the feet with the notes of a line more. All of the notes before must
// stand on this page, and two lines of the last.
func (f feet) and(notes [][]box) feet {
	for _, note := range notes {
		f.least = len(f.lines) + kept(note, 0)
		f.lines = append(f.lines[:len(f.lines):len(f.lines)], note...)
	}
	return f
}

// all gives the feet with all their lines on this page.
func (f feet) all() feet {
	f.least = len(f.lines)
	return f
}

// kept is how many boxes stay together from one on.
func kept(boxes []box, from int) int {
	n := 1
	for from+n < len(boxes) && boxes[from+n-1].keep {
		n++
	}
	return n
}

// footHeight is the room that the feet take, with what stands under them.
func (c *composer) footHeight(f feet) float64 {
	if f.least == 0 {
		return f.under
	}
	s := c.profile.Footnote
	height := f.under + (s.Before+s.After)*c.line(s)
	for _, line := range f.lines[:f.least] {
		height += line.height
	}
	return height
}

// hasRoom reports whether a height fits under the text over these feet.
func (c *composer) hasRoom(height float64, f feet) bool {
	return c.y+height <= c.pageHeight()-c.footHeight(f)+rounding
}

// isEmpty reports that the next page would have no more room than this one.
func (c *composer) isEmpty() bool { return c.fresh && len(c.feet.lines) == 0 }

// grow gives the notes the room that is free.
func (c *composer) grow() {
	for c.feet.least < len(c.feet.lines) {
		more := c.feet
		more.least += kept(more.lines, more.least)
		if !c.hasRoom(0, more) {
			return
		}
		c.feet = more
	}
}

// closeFeet draws the notes of the page, under a rule of a quarter of the text
// width; what has no room is left for the next page.
func (c *composer) closeFeet() {
	if len(c.feet.lines) == 0 {
		c.feet = feet{}
		return
	}
	c.grow()
	f := c.feet
	for f.least > 1 && !c.hasRoom(0, f) {
		f.least-- // more notes in a line than a page holds
	}
	f.least = max(f.least, 1)
	s := c.profile.Footnote
	y := c.pageHeight() - c.footHeight(f)
	rule := y + s.Before*c.line(s)
	c.draw(box{rules: []Rule{{Y1: rule, X2: c.textWidth() / 4, Y2: rule, Width: noteRule}}}, 0, 0)
	y = rule + s.After*c.line(s)
	for _, line := range f.lines[:f.least] {
		c.draw(line, 0, y)
		y += line.height
	}
	c.feet = feet{lines: f.lines[f.least:]}
}

// noteRule is the thickness of the rule over the notes.
const noteRule = 0.5

// carry gives the rest of a note the upper hand over half of a new page.
func (c *composer) carry() {
	half := c.pageHeight() / 2
	for c.feet.least < len(c.feet.lines) {
		more := c.feet
		more.least += kept(more.lines, more.least)
		if c.feet.least > 0 && c.footHeight(more) > half {
			return
		}
		c.feet = more
	}
}

// finishNotes lays what is left of the notes of a part.
func (c *composer) finishNotes() {
	c.closeFeet()
	for len(c.feet.lines) > 0 {
		c.turn()
		c.closeFeet()
	}
}

// clearFeet turns pages until a table may begin: it does not share its pages with
// the rest of a note, and its header must have room.
func (c *composer) clearFeet(g *grid) {
	for len(c.feet.lines) > 0 && (c.feet.least < len(c.feet.lines) || g.roomOfPage() < 2*g.line+2*g.padTop) {
		c.turn()
	}
}
