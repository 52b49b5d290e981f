package annotate

import (
	"fmt"
	"strings"
)

// author is whose the notes are.
const author = "Проверка"

// notes is the part of comments of one sheet. Those that stand in it stay.
type notes struct {
	part    string
	text    []byte
	cursor  *cursor
	edits   edits
	authors element
	closing int // of the authors
	count   int // of them
	own     int // our number among them
	list    element
	end     int // of the list
	there   map[string]note
	added   strings.Builder
}

// note is one that is there: where its text ends, and whether it is a plain one.
type note struct {
	text  element
	plain [2]int // <t> that stands by itself
	at    int    // where one more piece may stand
}

func openNotes(part string, text []byte) (*notes, error) {
	n := &notes{part: part, text: text, own: -1, there: map[string]note{}}
	var err error
	if n.cursor, _, err = enter(part, text, "comments"); err != nil {
		return nil, err
	}
	for e := range n.cursor.children() {
		switch e.name {
		case "authors":
			n.authors = e
			n.readAuthors()
			n.closing = n.cursor.from
		case "commentList":
			n.list = e
			n.readList()
			n.end = n.cursor.from
		}
	}
	if n.authors.name == "" || n.list.name == "" {
		n.cursor.fail()
	}
	return n, n.cursor.err
}

func (n *notes) readAuthors() {
	c := n.cursor
	for e := range c.children() {
		if e.name != "author" {
			continue
		}
		if c.leave(len(c.open) - 1); !e.empty && string(c.text[e.to:c.from]) == author {
			n.own = n.count
		}
		n.count++
	}
}

func (n *notes) readList() {
	c := n.cursor
	for e := range c.children() {
		if e.name != "comment" {
			continue
		}
		for text := range c.children() {
			if text.name == "text" {
				n.there[c.attr(e, "ref")] = n.readText(text)
			}
		}
	}
}

// readText finds where a piece may be added: before how the text is read aloud.
func (n *notes) readText(text element) note {
	one := note{text: text}
	for e := range n.cursor.children() {
		switch e.name {
		case "t":
			one.plain = [2]int{e.from, n.cursor.end(e)}
			one.at = n.cursor.at
		case "r":
			one.at = n.cursor.end(e)
		}
	}
	switch {
	case one.at == 0 && text.empty:
		one.at = n.cursor.from
	case one.at == 0:
		one.at = text.to
	}
	return one
}

// has reports whether the cell has a note of its author.
func (n *notes) has(cell string) bool {
	_, there := n.there[cell]
	return there
}

// add puts a text on a cell, after the one that is there.
func (n *notes) add(cell, text string) {
	const piece = `<r><rPr><sz val="9"/><rFont val="Tahoma"/></rPr><t xml:space="preserve">%s</t></r>`
	old, there := n.there[cell]
	if !there {
		fmt.Fprintf(&n.added, `<comment ref="%s" authorId="%d"><text>`+piece+`</text></comment>`, cell, n.author(), cellText(text, maxNote))
		return
	}
	ours := prefixed(n.cursor.prefix, fmt.Sprintf(piece, cellText("\n\n"+author+":\n"+text, maxNote)))
	if old.plain[1] > 0 {
		// A plain text and a piece do not stand side by side: it becomes a piece.
		n.edits.put(old.plain[0], prefixed(n.cursor.prefix, "<r>"))
		n.edits.put(old.plain[1], prefixed(n.cursor.prefix, "</r>"))
	}
	if old.text.empty {
		n.edits.fill(n.cursor, old.text, 0, ours)
		return
	}
	n.edits.put(old.at, ours)
}

func (n *notes) author() int {
	if n.own < 0 {
		n.own = n.count
		n.edits.fill(n.cursor, n.authors, n.closing, prefixed(n.cursor.prefix, "<author>"+author+"</author>"))
	}
	return n.own
}

func (n *notes) save(p *pack) {
	n.edits.fill(n.cursor, n.list, n.end, prefixed(n.cursor.prefix, n.added.String()))
	p.write(n.part, n.edits.apply(n.text))
}
