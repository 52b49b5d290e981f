package pdfa

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
)

// Elem is an element of the structure, by its number in the tree.
type Elem int32

const (
	// Artifact is what belongs to the page and not to the paper: numbers of
	// pages, rules, headers that are repeated (14.8.2.2).
	Artifact Elem = 0
	// Ornament is an artifact too, but no page repeats it: leaders of dots.
	Ornament Elem = -1
	// Document is the root of every tree.
	Document Elem = 1
)

// Kind is a standard structure type (14.8.4).
type Kind uint8

const (
	documentKind Kind = iota
	Section
	P
	H1
	H2
	H3
	H4
	List
	Item
	Label
	ItemBody
	Table
	Row
	Heading
	Cell
	Caption
	Figure
	Link
	Reference
	Note
	Contents
	Entry
)

var kindNames = [...]string{
	documentKind: "Document",
	Section:      "Sect",
	P:            "P",
	H1:           "H1",
	H2:           "H2",
	H3:           "H3",
	H4:           "H4",
	List:         "L",
	Item:         "LI",
	Label:        "Lbl",
	ItemBody:     "LBody",
	Table:        "Table",
	Row:          "TR",
	Heading:      "TH",
	Cell:         "TD",
	Caption:      "Caption",
	Figure:       "Figure",
	Link:         "Link",
	Reference:    "Reference",
	Note:         "Note",
	Contents:     "TOC",
	Entry:        "TOCI",
}

// String is the name of the type in the file.
func (k Kind) String() string { return kindNames[k] }

// Attributes say more of an element than its kind does.
type Attributes struct {
	Alt           string // what a figure shows, in words
	Columns, Rows int    // spanned by a cell; 0 and 1 are one
	Scope         string // of a heading cell: Column or Row
	Numbering     string // of a list: Decimal, LowerAlpha, None (14.8.5.5)
	BBox          *[4]float64
	ID            string
}

// node is one element; a big table has a million, so it is small. Its children
// are known when all is drawn: they stand in the order in which they were drawn,
// which is the order of reading.
type node struct {
	kind        Kind
	seen        bool // is among the children of its parent
	parent      Elem
	first, last int32 // children, in Tree.kids; 0: none
	more        int32 // in Tree.more; 0: nothing
	ref         ref
}

// kid is a child: an element, a mark on a page or an annotation.
type kid struct {
	elem Elem  // 0: not an element
	page int32 // of a mark or an annotation
	mark int32 // -1: an annotation
	ref  ref   // of the annotation
	next int32
}

// Tree is what a paper consists of. The zero value is not ready: use NewTree.
type Tree struct {
	nodes     []node
	more      []Attributes
	kids      []kid
	followers map[Elem][]Elem // elements that stand behind another
}

func NewTree() Tree {
	return Tree{nodes: []node{{}, {kind: documentKind, seen: true}}, more: make([]Attributes, 1), kids: make([]kid, 1),
		followers: map[Elem][]Elem{}}
}

// Fork is a tree that grows apart from this one; nothing is drawn meanwhile.
func (t Tree) Fork() Tree {
	return Tree{nodes: slices.Clip(t.nodes), more: slices.Clip(t.more), kids: t.kids, followers: maps.Clone(t.followers)}
}

// Follow places an element right behind another, wherever it is drawn: a note
// stands at the foot of the page and is read after its paragraph.
func (t *Tree) Follow(first, next Elem) {
	t.followers[first] = append(slices.Clip(t.followers[first]), next)
}

// Add puts an element under another. It shows in the file once it, or something
// under it, is drawn.
func (t *Tree) Add(parent Elem, kind Kind) Elem {
	t.nodes = append(t.nodes, node{kind: kind, parent: parent})
	return Elem(len(t.nodes) - 1)
}

// AddWith adds an element that has attributes.
func (t *Tree) AddWith(parent Elem, kind Kind, a Attributes) Elem {
	e := t.Add(parent, kind)
	t.more = append(t.more, a)
	t.nodes[e].more = int32(len(t.more) - 1)
	return e
}

// Kind is the kind of an element.
func (t *Tree) Kind(e Elem) Kind { return t.nodes[e].kind }

// Parent is the element over another.
func (t *Tree) Parent(e Elem) Elem { return t.nodes[e].parent }

// see hangs an element, and all over it, into the tree.
func (t *Tree) see(e Elem) {
	if n := &t.nodes[e]; !n.seen {
		n.seen = true
		t.see(n.parent)
		t.append(n.parent, kid{elem: e})
		for _, next := range t.followers[e] {
			t.see(next)
		}
	}
}

func (t *Tree) append(e Elem, k kid) {
	t.kids = append(t.kids, k)
	at := int32(len(t.kids) - 1)
	n := &t.nodes[e]
	if n.first == 0 {
		n.first = at
	} else {
		t.kids[n.last].next = at
	}
	n.last = at
}

// drawn records that a mark of a page belongs to an element.
func (t *Tree) drawn(e Elem, page, mark int) {
	t.see(e)
	t.append(e, kid{page: int32(page), mark: int32(mark)})
}

// annotated records that an annotation of a page belongs to an element.
func (t *Tree) annotated(e Elem, page int, r ref) {
	t.see(e)
	t.append(e, kid{page: int32(page), mark: -1, ref: r})
}

// children yields the children of an element.
func (t *Tree) children(n *node) iter.Seq[kid] {
	return func(yield func(kid) bool) {
		for at := n.first; at != 0; at = t.kids[at].next {
			if !yield(t.kids[at]) {
				return
			}
		}
	}
}

// writeTree writes the elements and returns the root of the structure.
func (f *File) writeTree() ref {
	t := f.tree
	root := f.w.reserve()
	for i := range t.nodes {
		if t.nodes[i].seen {
			t.nodes[i].ref = f.w.reserve()
		}
	}
	var buf []byte
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if !n.seen {
			continue
		}
		parent := root
		if Elem(i) != Document {
			parent = t.nodes[n.parent].ref
		}
		buf = f.appendElement(buf[:0], n, parent)
		f.w.object(n.ref, buf)
	}
	parents := f.writeParents()
	f.w.objectf(root, "<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d%s>>",
		t.nodes[Document].ref, parents, f.nextParent, f.idTree())
	return root
}

func (f *File) appendElement(buf []byte, n *node, parent ref) []byte {
	buf = append(buf, "<</S/"...)
	buf = append(buf, n.kind.String()...)
	buf = append(buf, "/P "...)
	buf = appendRef(buf, parent)
	if n.more != 0 {
		buf = appendAttributes(buf, n.kind, &f.tree.more[n.more])
	}
	if n.first == 0 {
		return append(buf, ">>"...)
	}
	// The page is said once, for the marks of an element mostly are on one.
	page := int32(-1)
	for k := range f.tree.children(n) {
		if k.elem == 0 && k.mark >= 0 {
			page = k.page
			buf = append(buf, "/Pg "...)
			buf = appendRef(buf, f.pages[page].ref)
			break
		}
	}
	buf = append(buf, "/K["...)
	for k := range f.tree.children(n) {
		buf = append(f.appendKid(buf, k, page), ' ')
	}
	return append(buf[:len(buf)-1], "]>>"...)
}

func (f *File) appendKid(buf []byte, k kid, page int32) []byte {
	switch {
	case k.elem != 0:
		return appendRef(buf, f.tree.nodes[k.elem].ref)
	case k.mark < 0:
		return fmt.Appendf(buf, "<</Type/OBJR/Obj %v/Pg %v>>", k.ref, f.pages[k.page].ref)
	case k.page == page:
		return strconv.AppendInt(buf, int64(k.mark), 10)
	}
	return fmt.Appendf(buf, "<</Type/MCR/Pg %v/MCID %d>>", f.pages[k.page].ref, k.mark)
}

func appendRef(buf []byte, r ref) []byte {
	buf = strconv.AppendInt(buf, int64(r), 10)
	return append(buf, " 0 R"...)
}

// appendAttributes writes the attributes by their owners (14.8.5).
func appendAttributes(buf []byte, kind Kind, a *Attributes) []byte {
	if a.Alt != "" {
		buf = fmt.Appendf(buf, "/Alt %s", text(a.Alt))
	}
	if a.ID != "" {
		buf = fmt.Appendf(buf, "/ID %s", text(a.ID))
	}
	switch {
	case a.Numbering != "":
		buf = fmt.Appendf(buf, "/A<</O/List/ListNumbering/%s>>", a.Numbering)
	case kind == Heading || a.Columns > 1 || a.Rows > 1:
		buf = append(buf, "/A<</O/Table"...)
		if kind == Heading {
			buf = append(buf, "/Scope/"...)
			buf = append(buf, a.Scope...)
		}
		if a.Columns > 1 {
			buf = fmt.Appendf(buf, "/ColSpan %d", a.Columns)
		}
		if a.Rows > 1 {
			buf = fmt.Appendf(buf, "/RowSpan %d", a.Rows)
		}
		buf = append(buf, ">>"...)
	case a.BBox != nil:
		b := a.BBox
		buf = fmt.Appendf(buf, "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", b[0], b[1], b[2], b[3])
	}
	return buf
}
