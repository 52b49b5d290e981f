package pdf

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// This file says what the lines of a block are to a program that reads the paper
// aloud: headings, points of a list, paragraphs (ISO 32000-1, 14.8.4).

// openList is a list whose points may go on: 2.1 is under 2.
type openList struct {
	depth      int
	label      string    // of a list of items
	list, body pdfa.Elem // body is that of its last point
}

// tag marks the lines of a block.
func (c *composer) tag(b doc.Block, made []box) {
	if b.Role == doc.TableRole {
		c.lists = nil
		c.tagTableCaption(made)
		return // a table marks its own cells
	}
	if b.Role == doc.Item {
		c.tagItem(b, made)
		return
	}
	if b.Role == doc.Clause {
		c.tagClause(b, made)
		return
	}
	c.lists = nil
	if b.Role == doc.FigureRole {
		c.tagCaption(made)
		return
	}
	switch b.Role {
	case doc.Title, doc.AnnexTitle:
		c.tagHeading(1, b, made)
	case doc.Heading:
		level, _ := doc.HeadingLevel(b.Label)
		c.tagHeading(c.headingLevel(level), b, made)
	case doc.Contents:
		c.tagHeading(c.headingLevel(1), b, made)
	default:
		tagAll(made, c.tree.Add(pdfa.Document, pdfa.P))
	}
}

func tagAll(boxes []box, of pdfa.Elem) {
	for i := range boxes {
		for j := range boxes[i].texts {
			if boxes[i].texts[j].Of == pdfa.Artifact {
				boxes[i].texts[j].Of = of
			}
		}
	}
}

// headingLevel is the level of a heading in the file. A paper with a title has
// its headings under it; no level is left out (ISO 14289-1, 7.4.2).
func (c *composer) headingLevel(level int) int {
	if c.titled {
		level++
	}
	return min(level, c.level+1)
}

func (c *composer) tagHeading(level int, b doc.Block, made []box) {
	c.level = level
	if level == 1 && b.Role != doc.Heading {
		c.titled = true
	}
	kind := [...]pdfa.Kind{pdfa.H1, pdfa.H2, pdfa.H3, pdfa.H4}[level-1]
	tagAll(made, c.tree.Add(pdfa.Document, kind))
	if len(made) > 0 {
		made[0].mark = &bookmark{level: level, title: strings.Join(strings.Fields(b.Number+" "+strings.Join(b.Parts, " ")), " ")}
		if b.Role == doc.Heading {
			c.headings++
			made[0].mark.heading = c.headings
		}
	}
}

// tagClause puts a point into its list: «2.1.» into the list under the point 2.
func (c *composer) tagClause(b doc.Block, made []box) {
	depth := strings.Count(strings.TrimSuffix(b.Label, "."), ".") + 1
	for len(c.lists) > 0 && c.lists[len(c.lists)-1].depth > depth {
		c.lists = c.lists[:len(c.lists)-1]
	}
	if n := len(c.lists); n == 0 || c.lists[n-1].depth < depth {
		under := pdfa.Document
		if n > 0 {
			under = c.lists[n-1].body
		}
		list := c.tree.AddWith(under, pdfa.List, pdfa.Attributes{Numbering: "Decimal"})
		c.lists = append(c.lists[:n:n], openList{depth: depth, list: list})
	}
	c.tagPoint(b.Label, made)
}

// tagPoint puts lines into the innermost open list; its label begins the first.
func (c *composer) tagPoint(text string, made []box) {
	top := &c.lists[len(c.lists)-1]
	item := c.tree.Add(top.list, pdfa.Item)
	label := c.tree.Add(item, pdfa.Label)
	top.body = c.tree.Add(item, pdfa.ItemBody)
	tagAll(made, top.body)
	if len(made) > 0 && strings.HasPrefix(made[0].texts[0].Text, text) {
		made[0].texts[0].lead(len(text)+len("\u00a0"), label)
	}
}

// lead gives the first bytes of a line to another element.
func (t *Text) lead(bytes int, of pdfa.Elem) {
	t.Pieces = slices.Insert(t.Pieces, 0, Piece{To: min(bytes, len(t.Text)), Of: of})
}

// tagInlines gives links and marks their elements, inside that of their line. A note
// stands behind the paragraph with its mark, and has a name (ISO 14289-1, 7.9).
func (c *composer) tagInlines(made []box) {
	if hasNote(made) {
		c.tagParagraph(made)
	}
	for i := range made {
		for j := range made[i].texts {
			t := &made[i].texts[j]
			for k := range t.Pieces {
				part := t.Pieces[k].in
				if part == nil {
					continue
				}
				if part.of == pdfa.Artifact && part.kind == doc.Note {
					c.tagNote(part, made)
				} else if part.of == pdfa.Artifact {
					part.of = c.tree.Add(t.Of, pdfa.Link)
				}
				t.Pieces[k].Of = part.of
			}
		}
	}
}

func hasNote(made []box) bool {
	for _, b := range made {
		for _, t := range b.texts {
			for _, piece := range t.Pieces {
				if piece.in != nil && piece.in.kind == doc.Note {
					return true
				}
			}
		}
	}
	return false
}

// tagParagraph makes the text of a point a paragraph, so that its notes stand
// behind it and its sub-points behind them. Its links are then inside of it.
func (c *composer) tagParagraph(block []box) {
	of := block[0].texts[0].Of
	if c.tree.Kind(of) == pdfa.P {
		return
	}
	paragraph := c.tree.Add(of, pdfa.P)
	for i := range block {
		for j := range block[i].texts {
			if block[i].texts[j].Of == of {
				block[i].texts[j].Of = paragraph
			}
		}
	}
}

// tagNote puts a note behind the paragraph with its mark.
func (c *composer) tagNote(part *inline, block []box) {
	of := block[0].texts[0].Of
	part.of = c.tree.Add(of, pdfa.Reference)
	note := c.tree.AddWith(c.tree.Parent(of), pdfa.Note, pdfa.Attributes{ID: fmt.Sprintf("note-%04d", part.number)})
	c.tree.Follow(of, note)
	tagAll(part.note, note)
	part.note[0].texts[0].lead(len(superior(part.number)), c.tree.Add(note, pdfa.Label))
	c.tagInlines(part.note)
}
