package pdf

import (
	"math"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// composer puts boxes one under another and turns pages. Its pages only grow:
// to try a part in several settings, the composer is copied.
type composer struct {
	doc     *doc.Document
	profile *layout.Profile
	fonts   *typeset.Family

	// pages are laid out and not yet given away; turned counts all of them.
	pages    []Page
	turned   int
	number   int // printed on the page given away last
	emit     func(Page)
	problems diag.List
	tree     pdfa.Tree
	memo     linesMemo // nil while a long table is laid
	shared   linesMemo // of all passes, where there are several
	needs    needsMemo

	lists    []openList
	level    int  // of the last heading
	titled   bool // the paper has a title over its headings
	headings int  // tagged so far

	blocks []doc.Block // of the document, counted, with their references resolved
	known  []place     // of the headings, from the pass before; nil in the first
	found  []place     // of the headings, in this pass
	digits int         // of the widest page number in the contents

	noted    int // notes of the paper so far
	feet     feet
	figures  int // with a number, so far
	pictures *pictures
	code     *code // реквизит 31

	landscape bool
	fit       fit
	y         float64         // where the next box begins
	above     float64         // of what must stay with the next block, while boxes are made
	filled    float64         // height of what stands on the pages of the part before this one
	fresh     bool            // nothing stands on the page yet
	upright   map[float64]int // the last upright rule of the page at each x
}

func newComposer(d *doc.Document, o Options) *composer {
	return &composer{doc: d, profile: o.Profile, fonts: o.Fonts, tree: pdfa.NewTree(), needs: needsMemo{}, pictures: &pictures{}}
}

// run lays out the document and gives its pages away, one by one, as they are
// done.
func (c *composer) run(emit func(Page)) diag.List {
	if problems := missingGlyphs(c.doc, c.fonts); len(problems) > 0 {
		return problems
	}
	if problems := c.checkFigures(); problems.HasErrors() {
		return problems
	}
	blocks, faults := doc.Resolve(c.doc)
	if len(faults) > 0 {
		return unresolved(faults)
	}
	if len(blocks) == 0 {
		p := diag.Errorf("", "в бумаге нет ни одной строки").WithHint("посмотрите шаблон: он ничего не печатает")
		p.Code = "DOC-EMPTY"
		return diag.List{p}
	}
	c.blocks = c.takeCode(blocks)
	c.findPlaces()
	c.pass(emit)
	return c.problems
}

// pass lays out the whole document once.
func (c *composer) pass(emit func(Page)) {
	c.emit = emit
	for _, part := range split(c.blocks, c.doc.Report && !c.doc.RunsOn) {
		c.layPart(part)
	}
}

// box is a piece of a page that is not divided.
type box struct {
	height   float64
	before   float64 // space over it, dropped at the top of a page
	keep     bool    // no page turn between this box and the next
	foot     bool    // stands at the foot of the page
	texts    []Text  // relative to the upper left corner of the text area
	rules    []Rule
	drawings []Drawing // under the texts
	table    *grid     // a table lays itself over pages
	mark     *bookmark
	links    []Link
	notes    [][]box // whose marks stand in the box
}

// part is what stands between two page turns wanted by the author.
type part struct {
	landscape bool
	blocks    []doc.Block
}

// isAnnex reports whether the part has the head of an annex or of a sheet.
func (p part) isAnnex() bool {
	switch p.blocks[0].Role {
	case doc.AnnexMark, doc.Approval, doc.AnnexTitle:
		return true
	}
	return false
}

// split parts the blocks at the page turns and behind the title page; in a report
// each chapter begins a page.
func split(blocks []doc.Block, report bool) []part {
	var parts []part
	current := part{}
	for _, b := range blocks {
		if n := len(current.blocks); n > 0 && (report && beginsChapter(b) || endsCover(current.blocks[n-1], b)) {
			parts = append(parts, current)
			current = part{landscape: current.landscape}
		}
		if b.Role == doc.Page {
			if len(current.blocks) > 0 {
				parts = append(parts, current)
			}
			current = part{landscape: b.Label == doc.Landscape}
			continue
		}
		current.blocks = append(current.blocks, b)
	}
	if len(current.blocks) > 0 {
		parts = append(parts, current)
	}
	return parts
}

// fit is how tight a part is set: the spacing of its text is lowered to
// SpacingMin, the size of its tables to SizeMin, each by its share of tightness.
type fit struct{ tightness float64 }

func (f fit) spacing(s layout.Style) float64 {
	if s.SpacingMin == 0 || s.SpacingMin >= s.Spacing {
		return s.Spacing
	}
	return s.Spacing - f.tightness*(s.Spacing-s.SpacingMin)
}

// tableSize steps by half points: a size of 11.37 is nobody's choice.
func (f fit) tableSize(t layout.Table) float64 {
	if t.SizeMin == 0 || t.SizeMin >= t.Size {
		return t.Size
	}
	steps := float64(int(2 * f.tightness * (t.Size - t.SizeMin)))
	return t.Size - max(steps, 0)/2
}

// longTable is the number of rows from which a table is not tried in several
// sizes: no page worth the reader's eyes is won there.
const longTable = 200

// layPart lays a part in its best fit.
func (c *composer) layPart(p part) {
	if c.hasLongTable(p) {
		c.memo = nil
		c.lay(p, fit{})
		c.flush()
		return
	}
	c.memo = c.newMemo()
	*c = *c.bestFit(p)
	c.flush()
}

// flush gives away the pages that are done.
func (c *composer) flush() {
	for i := range c.pages {
		c.decorate(&c.pages[i])
		c.emit(c.pages[i])
	}
	c.pages = nil
}

func (c *composer) hasLongTable(p part) bool {
	for _, b := range p.blocks {
		if b.Role == doc.TableRole && len(c.doc.Tables[b.Label].Rows) > longTable {
			return true
		}
	}
	return false
}

// attempt lays the part on new pages of a copy of the composer.
func (c *composer) attempt(p part, f fit) *composer {
	try := *c
	try.tree = c.tree.Fork()
	try.problems = c.problems[:len(c.problems):len(c.problems)]
	try.lay(p, f)
	return &try
}

// lay lays the part on new pages.
func (c *composer) lay(p part, f fit) {
	c.landscape, c.fit, c.lists = p.landscape, f, nil
	c.y = 0
	c.turn()
	c.filled = 0
	c.page().Annex = p.isAnnex()
	boxes := c.boxes(p.blocks)
	for i := 0; i < len(boxes); {
		i += c.place(boxes[i:])
	}
	c.finishNotes()
}

// turn begins a new page.
func (c *composer) turn() {
	c.closeFeet()
	c.filled += c.y
	if c.memo == nil && len(c.pages) > 0 {
		c.flush() // a long table is laid once, and its pages need not wait
	}
	c.turned++
	page := Page{Number: c.turned, Texts: make([]Text, 0, 64), Rules: make([]Rule, 0, 64), Width: sheetWidth, Height: sheetHeight}
	if c.landscape {
		page.Width, page.Height = sheetHeight, sheetWidth
	}
	c.pages = append(c.pages, page)
	c.y, c.fresh, c.upright = 0, true, map[float64]int{}
	c.carry()
}

func (c *composer) page() *Page { return &c.pages[len(c.pages)-1] }

func (c *composer) margins() layout.Margins {
	return c.profile.Page.Margins(c.landscape, c.doc.LongTerm, c.turned)
}

// textWidth and pageHeight measure the text area of the current page; textHeight
// is what the notes leave of it.
func (c *composer) textWidth() float64 {
	m := c.margins()
	return c.page().Width - (m.Left+m.Right)*mm
}

func (c *composer) pageHeight() float64 {
	m := c.margins()
	return c.page().Height - (m.Top+m.Bottom)*mm - max(c.cornerHeight(), c.footerHeight())
}

// lowestText is the height of the text of this page or the next, whichever is less:
// margins may change sides.
func (c *composer) lowestText() float64 {
	next := *c
	next.turned++
	return min(c.pageHeight(), next.pageHeight())
}

func (c *composer) textHeight() float64 { return c.pageHeight() - c.footHeight(c.feet) }

// place puts the boxes that must stay together, at the head of the list, on this
// page or the next, and returns how many they were. A group higher than a page
// is divided where it has to be.
func (c *composer) place(boxes []box) int {
	if boxes[0].table != nil {
		c.clearFeet(boxes[0].table)
		c.placeTable(boxes[0].table, boxes[0].before, keptHeight(boxes))
		return 1
	}
	count, height, feet := c.group(boxes)
	for !c.isEmpty() && !c.hasRoom(height, feet) {
		c.turn()
		_, height, feet = c.group(boxes)
	}
	for i := range count {
		c.put(boxes[i])
	}
	c.grow()
	return count
}

// group measures the boxes that must stay together, and their notes.
func (c *composer) group(boxes []box) (count int, height float64, feet feet) {
	feet = c.feet
	for i, b := range boxes {
		if b.table != nil { // kept with the head of a table
			return count, height + b.before + b.table.leadHeight(), feet
		}
		if i > 0 || !c.fresh {
			height += b.before
		}
		height += b.height
		feet = feet.and(b.notes)
		count = i + 1
		if b.foot {
			feet = feet.all()
		}
		if !b.keep {
			break
		}
	}
	return count, height, feet
}

// rounding forgives sums of lengths the last bits.
const rounding = 0.01

// put places one box, on a new page if this one has no room.
func (c *composer) put(b box) {
	_, height, feet := c.group([]box{b})
	for !c.isEmpty() && !c.hasRoom(height, feet) {
		c.turn()
		_, height, feet = c.group([]box{b})
	}
	c.feet = feet
	if c.fresh && b.height > c.textHeight()+rounding {
		c.problems.Add(tooHighBox(b))
	}
	before := b.before
	if c.fresh {
		before = 0
	}
	c.y += before
	if b.foot {
		c.y = max(c.y, c.pageHeight()-b.height)
	}
	c.draw(b, 0, c.y)
	c.y += b.height
	if b.foot {
		c.feet.under = before + b.height
		c.y = c.textHeight()
	}
	c.fresh = false
}

// rule draws a rule; an upright one goes on where one ended.
func (c *composer) rule(page *Page, r Rule) {
	if r.X1 == r.X2 {
		if i, open := c.upright[r.X1]; open {
			if above := &page.Rules[i]; math.Abs(above.Y2-r.Y1) < rounding && above.Width == r.Width {
				above.Y2 = r.Y2
				return
			}
		}
		c.upright[r.X1] = len(page.Rules)
	}
	page.Rules = append(page.Rules, r)
}

// draw copies what is in a box to the page, moved to its place in the text area.
func (c *composer) draw(b box, x, y float64) {
	m := c.margins()
	x += m.Left * mm
	y += m.Top * mm
	page := c.page()
	if b.mark != nil {
		mark := *b.mark
		mark.y = y
		page.Marks = append(page.Marks, mark)
	}
	for _, l := range b.links {
		page.Links = append(page.Links, l.moved(x, y))
	}
	for _, d := range b.drawings {
		page.Drawings = append(page.Drawings, d.placed(x, y, page))
	}
	for _, t := range b.texts {
		t.X += x
		t.Y += y
		page.Texts = append(page.Texts, t)
	}
	for _, r := range b.rules {
		r.X1, r.X2, r.Y1, r.Y2 = r.X1+x, r.X2+x, r.Y1+y, r.Y2+y
		c.rule(page, r)
	}
}
