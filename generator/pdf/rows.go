package pdf

// leadHeight is what must fit under a title for a table to begin there: the
// header, and the first row with the section title over it; of two rows both.
func (g *grid) leadHeight() float64 {
	height := g.head.height()
	if first, ok := g.peek(0); ok {
		height += g.least(first) + g.sectionNeeds(first, 1) + g.lastNeeds(first, 1)
	}
	return height
}

// least is the height of a group, or of its first lines where it will be divided.
func (g *grid) least(grp group) float64 {
	height := grp.height()
	if height > g.roomOfPage() {
		return min(height, g.heightOf(dividedLines))
	}
	return height
}

// keptSections is how many section titles in a row are kept together.
const keptSections = 4

// sectionNeeds is the height of what follows a section title, which stays with it
// (layout rule TB-03): the next row, under titles of lower sections. Where the row
// fits a page but not under its title, it is divided.
func (g *grid) sectionNeeds(grp group, after int) float64 {
	need := 0.0
	for i := after; grp.section && i < after+keptSections; i++ {
		next, ok := g.peek(i)
		if !ok {
			break
		}
		height := g.least(next)
		if need+grp.height()+height > g.roomOfPage() {
			height = min(height, g.heightOf(dividedLines))
		}
		need += height
		grp = next
	}
	return need
}

// lastNeeds is the height of the last row, which takes the one before it along to
// the next page: a row is not left alone there.
func (g *grid) lastNeeds(grp group, after int) float64 {
	last, ok := g.peek(after)
	if _, more := g.peek(after + 1); !ok || more || grp.section || grp.height()+last.height() > g.roomOfPage()/2 {
		return 0
	}
	return last.height()
}

// roomOfPage is the height for rows on a page that begins with the head.
func (g *grid) roomOfPage() float64 { return g.c.pageHeight() - g.continuedHeight() - g.head.height() }

// placeTable lays the rows on this page and the next ones, the head on each.
// Its last row stays on the page with what is kept after it: so high is tail.
func (c *composer) placeTable(g *grid, before, tail float64) {
	if g.tooNarrow() {
		c.problems.Add(tooManyColumns(g))
		return
	}
	if g.roomOfPage() < max(g.heightOf(2), g.minimum) {
		c.problems.Add(tooHighHeader(g))
		return
	}
	if !c.fresh {
		if c.y+before+g.leadHeight() > c.textHeight()+rounding {
			c.turn() // the space is of this page, and takes no room from its notes
		} else {
			c.y += before
		}
	}
	c.putHead(g)
	titled := false // a section title was put last
	for {
		grp, ok := g.take()
		if !ok {
			return
		}
		need := g.least(grp) + g.sectionNeeds(grp, 0) + g.lastNeeds(grp, 0)
		if _, more := g.peek(0); !more && need+tail <= g.roomOfPage() {
			need += tail
		}
		// Under its title a row begins on the same page: the title saw to the room.
		if c.y+need > c.textHeight()+rounding && !(titled && c.y+g.heightOf(dividedLines) <= c.textHeight()+rounding) {
			c.turn()
			c.putHead(g)
		}
		titled = grp.section
		for grp.height() > c.textHeight()-c.y+rounding {
			grp = c.putPart(g, grp)
			c.turn()
			c.putHead(g)
		}
		c.putRow(g.box(grp))
	}
}

func (c *composer) putRow(b box) {
	c.draw(b, 0, c.y)
	c.y += b.height
	c.fresh = false
}
