package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
)

// This file chooses how tight a part is set.

// bestFit lays a part in the loosest setting that takes the fewest pages. A
// chapter of a report is tightened only where its last page is nearly empty:
// its text is to look like that of the other chapters.
func (c *composer) bestFit(p part) *composer {
	best := c.attempt(p, fit{})
	if len(best.pages) == 1 || c.doc.Report && !best.isNearlyEmpty() {
		return best
	}
	tight := c.tighter(p, best)
	if len(tight.pages) == len(best.pages) && best.isHanging() {
		return c.loosened(p, best)
	}
	return tight
}

// tighter is the loosest setting that takes as few pages as the tightest; of a
// chapter, one page less.
func (c *composer) tighter(p part, best *composer) *composer {
	if !c.mayWinPage(best) {
		return best
	}
	tightest := c.attempt(p, fit{1})
	if len(tightest.pages) >= len(best.pages) {
		return best
	}
	wanted, tightenings := len(tightest.pages), []float64{0.34, 0.67}
	if c.doc.Report {
		wanted, tightenings = len(best.pages)-1, []float64{0.1, 0.2, 0.34, 0.5, 0.67, 0.84}
	}
	for _, tightness := range tightenings {
		if !c.changes(p, fit{tightness}) {
			continue // as loose as the first
		}
		if tried := c.attempt(p, fit{tightness}); len(tried.pages) <= wanted {
			return tried
		}
	}
	return tightest
}

// changes reports whether a fit sets a part tighter than the loosest at all: sizes
// of tables go by steps.
func (c *composer) changes(p part, f fit) bool {
	if f.tableSize(c.profile.Table) != (fit{}).tableSize(c.profile.Table) {
		return true
	}
	for _, b := range p.blocks {
		if s := c.style(b); b.Role != doc.TableRole && f.spacing(s) != s.Spacing {
			return true
		}
	}
	return false
}

// mayWinPage reports whether the tightest setting might take a page less. It lowers
// text by the share of its spacing, and tables by that of their size, in both
// directions; the third power leaves room for rows that happen to lose a line.
func (c *composer) mayWinPage(best *composer) bool {
	share := 1.0
	if t := c.profile.Table; t.SizeMin > 0 && t.SizeMin < t.Size {
		share = t.SizeMin / t.Size
		share *= share * share
	}
	for _, s := range []layout.Style{c.profile.Text, c.profile.Clause} {
		if s.SpacingMin > 0 && s.SpacingMin < s.Spacing {
			share = min(share, s.SpacingMin/s.Spacing)
		}
	}
	filled := best.filled + best.y
	return filled*share <= float64(len(best.pages)-1)*best.pageHeight()
}

// loosened is a part whose last one or two lines cannot be won: it is set a little
// wider, so that more of it comes to the last page.
func (c *composer) loosened(p part, tight *composer) *composer {
	for _, tightness := range []float64{-0.2, -0.4, -0.6} {
		tried := c.attempt(p, fit{tightness})
		if len(tried.pages) == len(tight.pages) && !tried.isHanging() {
			return tried
		}
	}
	return tight
}

// nearlyEmpty is the share of a page that is too little for a page of its own.
const nearlyEmpty = 0.15

// isNearlyEmpty reports whether the last page holds some lines only.
func (c *composer) isNearlyEmpty() bool {
	return c.isPlain() && c.y < nearlyEmpty*c.textHeight()
}

// isHanging reports whether the last page holds one or two lines.
func (c *composer) isHanging() bool {
	lines := map[float64]bool{}
	for _, t := range c.page().Texts {
		lines[t.Y] = true
	}
	return c.isPlain() && len(lines) <= 2
}

// isPlain reports whether the page holds nothing but text.
func (c *composer) isPlain() bool {
	return len(c.page().Rules) == 0 && len(c.page().Drawings) == 0
}
