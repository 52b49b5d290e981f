package pdf

// leadHeight is what must fit under a title for a table to begin there: the
// header, and the first row with the section title over it.
func (g *grid) leadHeight() float64 {
	height := g.head.height()
	if first, ok := g.peek(0); ok {
		height += g.least(first) + g.sectionNeeds(first, 1)
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

// sectionNeeds is the height of what follows a section title, which stays with it
// (layout rule TB-03).
func (g *grid) sectionNeeds(grp group, after int) float64 {
	next, ok := g.peek(after)
	if !grp.section || !ok {
		return 0
	}
	return g.least(next) + g.sectionNeeds(next, after+1)
}

// lastNeeds is the height of the last row, which takes the one before it along to
// the next page: a row is not left alone there.
func (g *grid) lastNeeds(grp group) float64 {
	last, ok := g.peek(0)
	if _, more := g.peek(1); !ok || more || grp.section || grp.height()+last.height() > g.roomOfPage()/2 {
		return 0
	}
	return last.height()
}

// roomOfPage is the height for rows on a page that begins with the head.
func (g *grid) roomOfPage() float64 { return g.c.pageHeight() - g.continuedHeight() - g.head.height() }

// placeTable lays the rows on this page and the next ones, the head on each.
func (c *composer) placeTable(g *grid, before float64) {
	if g.tooNarrow() {
		c.problems.Add(tooManyColumns(g))
		return
	}
	if g.roomOfPage() < g.heightOf(2) {
		c.problems.Add(tooHighHeader(g))
		return
	}
	if !c.fresh {
		c.y += before
		if c.y+g.leadHeight() > c.textHeight()+rounding {
			c.turn()
		}
	}
	c.putHead(g)
	for {
		grp, ok := g.take()
		if !ok {
			return
		}
		if need := g.least(grp) + g.sectionNeeds(grp, 0) + g.lastNeeds(grp); c.y+need > c.textHeight()+rounding {
			c.turn()
			c.putHead(g)
		}
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
