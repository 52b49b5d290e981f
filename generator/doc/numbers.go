package doc

import (
	"strconv"
	"strings"
)

// Numbers are what a paper counts by itself, in the order of its blocks.
type Numbers struct {
	// Blocks has the number of each block as it is printed: «1.1» of a heading,
	// «б)» of an item, «2» of a table or a figure; empty where it has none.
	Blocks []string
	// Named has the numbers by kind of reference and name; an empty number is of
	// something that stands in the paper and is not counted.
	Named map[SpanKind]map[string]string
}

// Number counts the headings, items, tables and figures of a paper. Tables and
// figures without a caption are not counted.
func Number(d *Document) Numbers {
	n := Numbers{Blocks: make([]string, len(d.Blocks)), Named: map[SpanKind]map[string]string{
		RefTable: {}, RefFigure: {}, RefHeading: {}}}
	var headings headingCount
	var items itemCount
	tables, figures := 0, 0
	for i, b := range d.Blocks {
		if b.Role != Item {
			items = nil
		}
		number, kind, name := "", SpanKind(""), b.Label
		switch b.Role {
		case Heading:
			number, kind, name = headings.next(b.Label), RefHeading, b.Name
		case Item:
			number = items.next(b.Label)
		case TableRole:
			kind = RefTable
			if t := d.Tables[b.Label]; t != nil && t.Caption != "" {
				tables++
				number = strconv.Itoa(tables)
			}
		case FigureRole:
			kind = RefFigure
			if f := d.Figures[b.Label]; f != nil && f.Caption != "" {
				figures++
				number = strconv.Itoa(figures)
			}
		}
		n.Blocks[i] = number
		if kind != "" && name != "" && n.Named[kind][name] == "" {
			n.Named[kind][name] = number
		}
	}
	return n
}

// HeadingLevel is the level in the label of a heading, and whether it is numbered.
func HeadingLevel(label string) (level int, numbered bool) {
	return int(label[0] - '0'), strings.HasSuffix(label, ".")
}

// headingCount is the number of the last heading of each level; 0 where that
// heading has none.
type headingCount [3]int

// next counts a heading: «1.2» is the second under the first. There is no full
// stop after the last figure (ГОСТ Р 7.32-2017, п. 6.4.1).
func (c *headingCount) next(label string) string {
	level, numbered := HeadingLevel(label)
	for under := level; under < len(c); under++ {
		c[under] = 0
	}
	if !numbered {
		if level > 1 {
			c[level-1] = 0
		}
		return ""
	}
	c[level-1]++
	var parts []string
	for _, count := range c[:level] {
		if count > 0 {
			parts = append(parts, strconv.Itoa(count))
		}
	}
	return strings.Join(parts, ".")
}

// Labels of items: what the list is marked with.
const (
	Dashes  = "–"
	Figures = "1)"
	Letters = "а)"
)

// itemCount are the open lists, each inside the one before.
type itemCount []openItems

type openItems struct {
	label string
	count int
}

// next counts an item. Another label begins a list inside the item before; the
// label of an outer list goes on with that one.
func (c *itemCount) next(label string) string {
	open := *c
	for i := range open {
		if open[i].label == label {
			open[i].count++
			*c = open[:i+1]
			return itemNumber(label, open[i].count)
		}
	}
	*c = append(open, openItems{label, 1})
	return itemNumber(label, 1)
}

// itemLetters are the letters that number items (ГОСТ Р 2.105-2019, п. 6.7.2: all but
// ё, з, й, о, ч, ъ, ы, ь).
var itemLetters = []rune("абвгдежиклмнпрстуфхцшщэюя")

func itemNumber(label string, count int) string {
	switch label {
	case Figures:
		return strconv.Itoa(count) + ")"
	case Letters:
		letters := ""
		for ; count > 0; count = (count - 1) / len(itemLetters) { // after «я)» comes «аа)»
			letters = string(itemLetters[(count-1)%len(itemLetters)]) + letters
		}
		return letters + ")"
	}
	return label
}
