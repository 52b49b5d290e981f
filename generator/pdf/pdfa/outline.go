package pdfa

import (
	"fmt"
	"strings"
)

// bookmark is a line of the list of contents that viewers show at the side.
type bookmark struct {
	level int // from 1
	title string
	page  int
	y     float64
}

// Bookmark adds a line to the list; its level is at most one below the line
// before.
func (f *File) Bookmark(level int, title string, page int, y float64) {
	before := 0
	if n := len(f.bookmarks); n > 0 {
		before = f.bookmarks[n-1].level
	}
	f.bookmarks = append(f.bookmarks, bookmark{min(max(level, 1), before+1), title, page, y})
}

// outline writes the bookmarks (12.3.3) and gives the entry of the catalog.
func (f *File) outline() string {
	if len(f.bookmarks) == 0 {
		return ""
	}
	root := f.w.reserve()
	refs := make([]ref, len(f.bookmarks))
	for i := range refs {
		refs[i] = f.w.reserve()
	}
	first, last, count := f.outlineLevel(-1, root, refs)
	f.w.objectf(root, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, count)
	return fmt.Sprintf("/Outlines %v/PageMode/UseOutlines", root)
}

// outlineLevel writes the bookmarks under one (-1: under the root).
func (f *File) outlineLevel(under int, parent ref, refs []ref) (first, last ref, count int) {
	level := 1
	if under >= 0 {
		level = f.bookmarks[under].level + 1
	}
	var children []int
	for i := under + 1; i < len(f.bookmarks) && f.bookmarks[i].level >= level; i++ {
		if f.bookmarks[i].level == level {
			children = append(children, i)
		}
	}
	for at, i := range children {
		b := f.bookmarks[i]
		var more strings.Builder
		if at > 0 {
			fmt.Fprintf(&more, "/Prev %v", refs[children[at-1]])
		}
		if at < len(children)-1 {
			fmt.Fprintf(&more, "/Next %v", refs[children[at+1]])
		}
		if f, l, n := f.outlineLevel(i, refs[i], refs); n > 0 {
			fmt.Fprintf(&more, "/First %v/Last %v/Count %d", f, l, n)
			count += n
		}
		f.w.objectf(refs[i], "<</Title %s/Parent %v/Dest[%v/XYZ null %s null]%s>>",
			text(b.title), parent, f.pageRef(b.page), number(b.y), more.String())
	}
	if len(children) == 0 {
		return 0, 0, 0
	}
	return refs[children[0]], refs[children[len(children)-1]], count + len(children)
}
