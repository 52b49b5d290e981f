package pdfa

import (
	"fmt"
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
	// Document is the root of every tree.
	Document Elem = 1
)

// Kind is a standard structure type (14.8.4).
type Kind string

const (
	Section   Kind = "Sect"
	P         Kind = "P"
	H1        Kind = "H1"
	H2        Kind = "H2"
	H3        Kind = "H3"
	H4        Kind = "H4"
	List      Kind = "L"
	Item      Kind = "LI"
	Label     Kind = "Lbl"
	ItemBody  Kind = "LBody"
	Table     Kind = "Table"
	Row       Kind = "TR"
	Heading   Kind = "TH"
	Cell      Kind = "TD"
	Caption   Kind = "Caption"
	Figure    Kind = "Figure"
	Link      Kind = "Link"
	Reference Kind = "Reference"
	Note      Kind = "Note"
	Contents  Kind = "TOC"
	Entry     Kind = "TOCI"
)

// Attributes say more of an element than its kind does.
type Attributes struct {
	Alt           string // what a figure shows, in words
	Columns, Rows int    // spanned by a cell; 0 and 1 are one
	Scope         string // of a heading cell: Column or Row
	Numbered      bool   // a list whose items have numbers
	BBox          *[4]float64
	Title         string
	ID            string
}

// node is one element. Its children are known when all is drawn: they stand in
// the order in which they were drawn, which is the order of reading.
type node struct {
	kind   Kind
	parent Elem
	seen   bool // is among the children of its parent
	kids   []kid
	more   *Attributes
	ref    ref
}

// kid is a child: an element, a mark on a page or an annotation.
type kid struct {
	elem Elem // 0: a mark
	page int32
	mark int32 // -1: an annotation, whose number is in ref
	ref  ref
}

// Tree is what a paper consists of. The zero value is not ready: use NewTree.
type Tree struct {
	nodes     []node
	followers map[Elem][]Elem // elements that stand behind another
}

func NewTree() Tree {
	return Tree{nodes: []node{{}, {kind: "Document", seen: true}}, followers: map[Elem][]Elem{}}
}

// Fork is a tree that grows apart from this one.
func (t Tree) Fork() Tree {
	return Tree{nodes: t.nodes[:len(t.nodes):len(t.nodes)], followers: maps.Clone(t.followers)}
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
	t.nodes[e].more = &a
	return e
}

// Kind is the kind of an element.
func (t *Tree) Kind(e Elem) Kind { return t.nodes[e].kind }

// Parent is the element over another.
func (t *Tree) Parent(e Elem) Elem { return t.nodes[e].parent }

// see hangs an element, and all over it, into the tree.
func (t *Tree) see(e Elem) {
	for e > Document && !t.nodes[e].seen {
		n := &t.nodes[e]
		n.seen = true
		t.see(n.parent)
		parent := &t.nodes[n.parent]
		parent.kids = append(parent.kids, kid{elem: e})
		for _, next := range t.followers[e] {
			t.see(next)
		}
		return
	}
}

// drawn records that a mark of a page belongs to an element.
func (t *Tree) drawn(e Elem, page, mark int) {
	t.see(e)
	n := &t.nodes[e]
	n.kids = append(n.kids, kid{page: int32(page), mark: int32(mark)})
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
	buf = append(buf, n.kind...)
	buf = append(buf, "/P "...)
	buf = appendRef(buf, parent)
	if n.more != nil {
		buf = appendAttributes(buf, n.kind, n.more)
	}
	if len(n.kids) == 0 {
		return append(buf, ">>"...)
	}
	// The page is said once, for the marks of an element mostly are on one.
	page := int32(-1)
	for _, k := range n.kids {
		if k.elem == 0 && k.mark >= 0 {
			page = k.page
			buf = append(buf, "/Pg "...)
			buf = appendRef(buf, f.pages[page].ref)
			break
		}
	}
	buf = append(buf, "/K"...)
	if len(n.kids) > 1 {
		buf = append(buf, '[')
	}
	for i, k := range n.kids {
		if i > 0 || len(n.kids) == 1 {
			buf = append(buf, ' ')
		}
		buf = f.appendKid(buf, k, page)
	}
	if len(n.kids) > 1 {
		buf = append(buf, ']')
	}
	return append(buf, ">>"...)
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
	if a.Title != "" {
		buf = fmt.Appendf(buf, "/T %s", text(a.Title))
	}
	if a.ID != "" {
		buf = fmt.Appendf(buf, "/ID %s", text(a.ID))
	}
	switch {
	case a.Numbered:
		buf = append(buf, "/A<</O/List/ListNumbering/Decimal>>"...)
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
