package pdf

import (
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/russian"
	"doklad/generator/typeset"
)

// This file sets the title page (титульный лист): bodies and mark at the top, kind
// and subject over the middle, place and year at the foot.

// coverShrink is the share of the wanted spaces that is left of them at the least: a
// quarter of two lines still parts what does not belong together.
const coverShrink = 0.25

func coverStyle(look layout.Cover, place string) layout.Style {
	switch place {
	case doc.CoverMark:
		return look.Mark
	case doc.CoverKind:
		return look.Kind
	case doc.CoverSubject:
		return look.Subject
	case doc.CoverFoot:
		return look.Foot
	}
	return look.Above
}

// endsCover reports whether one of two blocks is of the title page and the other not.
func endsCover(last, next doc.Block) bool {
	return (last.Role == doc.Cover) != (next.Role == doc.Cover)
}

// coverParts are the lines of a title page by where they stand on it.
type coverParts struct{ head, title, foot []box }

func (p coverParts) all() []box { return slices.Concat(p.head, p.title, p.foot) }

// cover is a title page as one box as high as the text. Without the room for that
// its lines are laid as any others, over several pages, with a warning.
func (c *composer) cover(blocks []doc.Block) []box {
	p := c.coverParts(blocks)
	if len(p.all()) == 0 {
		return nil
	}
	made, fits := c.coverPage(p)
	if fits {
		return []box{made}
	}
	c.problems.Add(tooHighCover(p))
	if len(p.foot) > 0 {
		before := p.foot[0].before
		p.foot = []box{stack(p.foot)}
		p.foot[0].before, p.foot[0].foot = before, true
	}
	return p.all()
}

// coverParts sets the blocks of a title page, with the spaces between them. The kind
// and the subject are the title of the paper.
func (c *composer) coverParts(blocks []doc.Block) coverParts {
	blocks = slices.SortedStableFunc(slices.Values(blocks), func(a, b doc.Block) int {
		return slices.Index(doc.CoverPlaces, a.Label) - slices.Index(doc.CoverPlaces, b.Label)
	})
	var p coverParts
	title := doc.Block{Role: doc.Cover}
	after := 0.0
	for _, b := range blocks {
		s := c.style(b)
		found := len(c.problems)
		made := c.coverLines(b, s)
		c.charge(b, c.problems[found:])
		if len(made) == 0 {
			continue
		}
		made[0].before = max(s.Before*c.line(s), after)
		after = s.After * c.line(s)
		switch b.Label {
		case doc.CoverKind, doc.CoverSubject:
			p.title = append(p.title, made...)
			title.Parts = append(title.Parts, b.Parts...)
			continue
		case doc.CoverFoot:
			p.foot = append(p.foot, made...)
		default:
			p.head = append(p.head, made...)
		}
		tagAll(made, c.tree.Add(pdfa.Document, pdfa.P))
	}
	if len(p.title) > 0 {
		c.tagHeading(1, title, p.title)
	}
	return p
}

// coverLines sets one block of a title page. No line of it ends with a preposition.
func (c *composer) coverLines(b doc.Block, s layout.Style) []box {
	var parts []string
	for _, part := range b.Parts {
		if part != "" {
			parts = append(parts, russian.NoBreakLinking(part))
		}
	}
	text := strings.Join(parts, "\n")
	switch b.Label {
	case doc.CoverAbove:
		return c.titleLines(parts, s)
	case doc.CoverMark:
		return c.coverMark(text, s)
	case doc.CoverKind:
		text = strings.ToUpper(text)
		c.checkGlyphs(text, s)
		return c.titleLines([]string{text}, s)
	}
	return c.lineBoxes(c.set(text, s, typeset.Balanced, 0), s)
}

// coverMark is the mark in its frame, in the middle.
func (c *composer) coverMark(text string, s layout.Style) []box {
	look := c.profile.Cover
	pad := look.Pad * mm
	lines := c.set(text, s, typeset.Balanced, c.textWidth()-2*pad)
	if len(lines) == 0 {
		return nil
	}
	width := widest(lines) + 2*pad
	var made box
	made.put(stack(c.inBlock(lines, s, pad)), pad)
	made.height += pad
	var border doc.Drawing
	border.Rect(0, 0, width/mm, made.height/mm, doc.Stroke{Width: look.Rule}, doc.Fill{})
	made.drawings = []Drawing{{Width: width, Height: made.height, Shapes: border.Shapes, Scale: mm}}
	made.shift((c.textWidth() - width) / 2)
	return []box{made}
}

// coverPage puts the parts at their places on one page; where they would come too
// near to each other the spaces shrink together, and the title leaves its place.
func (c *composer) coverPage(p coverParts) (made box, fits bool) {
	room, lines, spaces := c.pageHeight(), 0.0, 0.0
	for i, b := range p.all() {
		lines += b.height
		if i > 0 {
			spaces += b.before
		}
	}
	share := 1.0
	if spaces > 0 {
		share = min(1, (room-lines)/spaces)
	}
	if lines > room || share < coverShrink {
		return box{}, false
	}
	head, title, foot := tightened(p.head, share), tightened(p.title, share), tightened(p.foot, share)
	if len(title) > 0 {
		made.mark = title[0].mark
	}
	top, end := 0.0, room-stack(foot).height
	made.put(stack(head), 0)
	if len(head) > 0 && len(title) > 0 {
		top = made.height + title[0].before
	}
	lowest := end - stack(title).height
	if len(foot) > 0 {
		lowest -= foot[0].before
	}
	made.put(stack(title), max(top, min(c.profile.Cover.KindAt*room, lowest)))
	made.put(stack(foot), end)
	return made, true
}

// tightened are boxes with a share of the spaces between them.
func tightened(boxes []box, share float64) []box {
	boxes = slices.Clone(boxes)
	for i := range boxes {
		boxes[i].before *= share
	}
	return boxes
}

func tooHighCover(p coverParts) diag.Problem {
	first := p.all()[0].texts[0].Text
	problem := diag.Warnf("", "титульный лист не помещается на одной странице и продолжен на следующей").
		WithHint("сократите наименования органов или название")
	problem.Code, problem.Path = "CVR-HIGH", "титульный лист "+excerpt(first)
	return problem
}
