package pdf

import (
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
)

// This file sets lists of items (перечисления): the first line in by the indent,
// the following ones at the left edge, as points are.

// itemDepth is the place of an item's list in the depth of lists; a list inside
// an item lies below all lists of points.
const itemDepth = 100

// openItems finds the lists of items that are open, the outermost first, up to
// the one that an item goes on with.
func (c *composer) openItems(label string) (lists []openList, goesOn bool) {
	for _, list := range c.lists {
		if list.label == "" {
			continue
		}
		lists = append(lists, list)
		if list.label == label {
			return lists, true
		}
	}
	return lists, false
}

// itemStyle indents a list inside an item once more.
func (c *composer) itemStyle(b doc.Block) layout.Style {
	s := c.profile.Item
	lists, goesOn := c.openItems(b.Label)
	level := len(lists)
	if goesOn {
		level--
	}
	s.Indent *= float64(1 + level)
	return s
}

// numbering is how a list is marked, in the words of the file. It has none for
// Cyrillic letters; a list in order must have one that counts (ISO 14289-1, 7.6).
var numbering = map[string]string{doc.Dashes: "None", doc.Figures: "Decimal", doc.Letters: "LowerAlpha"}

// tagItem puts an item into its list, and a new list into the item or the point
// that it follows.
func (c *composer) tagItem(b doc.Block, made []box) {
	if _, goesOn := c.openItems(b.Label); goesOn {
		for c.lists[len(c.lists)-1].label != b.Label {
			c.lists = c.lists[:len(c.lists)-1]
		}
	} else {
		under, depth := pdfa.Document, itemDepth
		if n := len(c.lists); n > 0 {
			under, depth = c.lists[n-1].body, max(depth, c.lists[n-1].depth+1)
		}
		list := c.tree.AddWith(under, pdfa.List, pdfa.Attributes{Numbering: numbering[b.Label]})
		c.lists = append(slices.Clip(c.lists), openList{depth: depth, label: b.Label, list: list})
	}
	c.lists = slices.Clone(c.lists) // the open list gets its last item
	c.tagPoint(b.Number, made)
}

// keepColon keeps what introduces a list with its first line.
func keepColon(made []box, b doc.Block) []box {
	if strings.HasSuffix(b.Text(), ":") && len(made) > 0 {
		made[len(made)-1].keep = true
	}
	return made
}

// keepLead is keepColon for a paragraph before an item.
func keepLead(boxes []box, before []doc.Block) {
	if n := len(before); n > 0 && before[n-1].Role == doc.Paragraph {
		keepColon(boxes, before[n-1])
	}
}
