package pdfa

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// parents say whose the marks of a page are, or an annotation.
type parents struct {
	marks []Elem // of a page
	one   Elem   // of an annotation; then there are no marks
}

func (f *File) own(marks []Elem) int {
	f.parents = append(f.parents, parents{marks: marks})
	f.nextParent = len(f.parents)
	return f.nextParent - 1
}

func (f *File) ownAnnotation(e Elem) int {
	f.parents = append(f.parents, parents{one: e})
	f.nextParent = len(f.parents)
	return f.nextParent - 1
}

// leafSize is how many keys a leaf of the tree of parents holds.
const leafSize = 64

// writeParents writes the way back from marks to elements (14.7.4.4, a number
// tree).
func (f *File) writeParents() ref {
	var kids bytes.Buffer
	for from := 0; from < len(f.parents); from += leafSize {
		to := min(from+leafSize, len(f.parents))
		var nums []byte
		for key := from; key < to; key++ {
			nums = fmt.Appendf(nums, "%d ", key)
			nums = f.appendParents(nums, f.parents[key])
		}
		fmt.Fprintf(&kids, "%v ", f.w.add("<</Limits[%d %d]/Nums[%s]>>", from, to-1, nums))
	}
	return f.w.add("<</Kids[%s]>>", kids.Bytes())
}

func (f *File) appendParents(nums []byte, p parents) []byte {
	if p.one != 0 {
		nums = appendRef(nums, f.tree.nodes[p.one].ref)
		return append(nums, ' ')
	}
	nums = append(nums, '[')
	for i, e := range p.marks {
		if i > 0 {
			nums = append(nums, ' ')
		}
		nums = appendRef(nums, f.tree.nodes[e].ref)
	}
	return append(nums, "] "...)
}

// idTree finds the elements that have a name (14.7.2; ISO 14289-1 wants one for
// each footnote).
func (f *File) idTree() string {
	var named []*node
	for i := range f.tree.nodes {
		if n := &f.tree.nodes[i]; n.seen && f.tree.more[n.more].ID != "" {
			named = append(named, n)
		}
	}
	slices.SortFunc(named, func(a, b *node) int { return strings.Compare(f.tree.more[a.more].ID, f.tree.more[b.more].ID) })
	var names []byte
	for _, n := range named {
		names = fmt.Appendf(names, "%s %v ", text(f.tree.more[n.more].ID), n.ref)
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("/IDTree<</Names[%s]>>", names)
}
