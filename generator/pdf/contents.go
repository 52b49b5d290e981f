package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// This file sets the list of headings (содержание). A paper that has one is laid
// out beforehand, without drawing, to find the pages of its headings. The list is
// as long without them: each number has the room of the widest.

// place is where a heading stands.
type place struct {
	number int     // of its page, as printed
	page   int     // of the file, from 0
	y      float64 // from the lower edge of the page
}

// firstDigits is how wide page numbers are taken to be before they are known.
const firstDigits = 3

// findPlaces lays out the paper until its headings no longer move.
func (c *composer) findPlaces() {
	c.digits = firstDigits
	if !slices.ContainsFunc(c.blocks, func(b doc.Block) bool { return b.Role == doc.Contents }) {
		return
	}
	c.shared = linesMemo{}
	for {
		try := *c
		try.tree, try.problems = pdfa.NewTree(), nil
		try.pass(func(Page) {})
		c.known = try.found
		wanted := c.digits
		for _, p := range c.known {
			wanted = max(wanted, len(itoa(p.number)))
		}
		if wanted == c.digits {
			return
		}
		c.digits = wanted
	}
}

// rememberPlaces notes the headings of a finished page.
func (c *composer) rememberPlaces(page *Page) {
	for _, mark := range page.Marks {
		if mark.heading > 0 {
			c.found = append(c.found, place{c.number, page.Number - 1, page.Height - mark.y})
		}
	}
}

// contents is the heading of the list and an entry for each heading of the paper.
func (c *composer) contents(b doc.Block, s layout.Style) []box {
	made := c.titleLines(b.Parts, s)
	lists := tocs{c: c}
	look := c.profile.Contents
	heading := -1
	for _, b := range c.blocks {
		if b.Role != doc.Heading {
			continue
		}
		heading++
		level, _ := doc.HeadingLevel(b.Label)
		if level > look.Levels {
			continue
		}
		var at *place
		if heading < len(c.known) {
			at = &c.known[heading]
		}
		made = append(made, c.entry(b, level, at, lists.link(level)))
	}
	if first := slices.IndexFunc(made, func(b box) bool { return len(b.links) > 0 }); first > 0 {
		made[first].before = s.After * c.line(s)
		keepPairs(made[first:])
	}
	return made
}

// keepPairs leaves no entry alone at the foot or at the head of a page.
func keepPairs(entries []box) {
	if n := len(entries); n > 1 {
		entries[0].keep, entries[n-2].keep = true, true
	}
}

// Between the words of an entry and its page number are at least so many dots,
// with a space on either side of the row.
const leastDots = 3

// entry is a heading with its page number: on one line, or with the number on the
// last of several, which begin under the words of the first.
func (c *composer) entry(b doc.Block, level int, at *place, link pdfa.Elem) box {
	look := c.profile.Contents
	s := look.Style()
	face := c.face(s)
	label := ""
	if b.Number != "" {
		label = b.Number + "\u00a0"
	}
	indent := float64(level-1) * look.Step * mm
	hang := indent + face.Width(label, s.Size)
	tail := face.Width("  "+strings.Repeat(".", leastDots)+strings.Repeat("0", c.digits), s.Size)
	lines := c.set(b.Text(), s, typeset.Ragged, c.textWidth()-tail-hang)
	made := stack(c.inBlock(lines, s, hang))
	if len(lines) == 0 {
		return made
	}
	last := made.texts[len(lines)-1]
	end := last.X + lines[len(lines)-1].Width
	made.texts[0].X, made.texts[0].Text = indent, label+made.texts[0].Text
	for i := range made.texts {
		made.texts[i].Of = link
	}
	target := Link{Left: indent, Right: c.textWidth(), Bottom: made.height, Of: link, Words: headingText(b)}
	number := last
	number.Text, number.Of = "", link
	if at != nil {
		number.Text = itoa(at.number)
		target.Words, target.Page, target.Y = fmt.Sprintf("%s, страница %d", headingText(b), at.number), at.page, at.y
	}
	number.X = c.textWidth() - face.Width(number.Text, s.Size)
	made.texts = append(made.texts, c.leader(last, end, number.X), number)
	made.links = []Link{target}
	return made
}

// leader is the row of dots between the end of a line and a page number. The dots
// of all entries stand in columns, counted from the right edge.
func (c *composer) leader(line Text, end, number float64) Text {
	face := c.fonts.Regular
	space, dot := face.Width(" ", line.Size), face.Width(".", line.Size)
	right := c.textWidth()
	first := math.Floor((right - end - space) / dot)
	last := math.Ceil((right - number + space) / dot)
	line.Text, line.Of, line.Joined = strings.Repeat(".", max(int(first-last), 0)), pdfa.Ornament, true
	line.X = right - first*dot
	return line
}

// tocs are the open lists of entries, each inside the one before (ISO 32000-1,
// 14.8.4.3, table 333: TOC).
type tocs struct {
	c    *composer
	open []pdfa.Elem
}

// link is the element of the next entry of a level.
func (t *tocs) link(level int) pdfa.Elem {
	tree := &t.c.tree
	level = min(level, len(t.open)+1)
	if t.open = t.open[:min(level, len(t.open))]; len(t.open) < level {
		under := pdfa.Document
		if n := len(t.open); n > 0 {
			under = t.open[n-1]
		}
		t.open = append(t.open, tree.Add(under, pdfa.Contents))
	}
	entry := tree.Add(t.open[len(t.open)-1], pdfa.Entry)
	return tree.Add(tree.Add(entry, pdfa.Reference), pdfa.Link)
}
