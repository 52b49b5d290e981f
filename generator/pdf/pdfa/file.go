package pdfa

import (
	"bytes"
	"fmt"
	"time"

	"doklad/generator/typeset"
)

// Info says what a file is, in its own words.
type Info struct {
	Title, Author string
	Language      string // BCP 47, "ru-RU"
	Created       time.Time
}

// File is a file in the making. Pages are added in their order; when all are
// drawn, Bytes finishes it.
type File struct {
	tree *Tree

	w          *writer
	info       Info
	fonts      []*Font
	images     []*Image
	pages      []page
	bookmarks  []bookmark
	pageTree   ref
	resources  ref
	nextParent int
	parents    []parents // what the marks of a page, or an annotation, belong to
}

type page struct {
	ref ref
}

// New begins a file whose structure is in a tree.
func New(info Info, tree *Tree) *File {
	f := &File{tree: tree, w: newWriter(), info: info}
	f.pageTree, f.resources = f.w.reserve(), f.w.reserve()
	return f
}

// Font makes a face ready for use in the file. Asked again, it gives the same.
func (f *File) Font(face *typeset.Face) *Font {
	for _, font := range f.fonts {
		if font.face == face {
			return font
		}
	}
	font := &Font{face: face, Name: fmt.Sprintf("F%d", len(f.fonts)+1)}
	f.fonts = append(f.fonts, font)
	return font
}

// pageRef is the object of a page, which may not be there yet: a table of
// contents points forward.
func (f *File) pageRef(number int) ref {
	for len(f.pages) <= number {
		f.pages = append(f.pages, page{ref: f.w.reserve()})
	}
	return f.pages[number].ref
}

// Page is one drawn page. Lengths are points.
type Page struct {
	Number        int // from 0
	Width, Height float64
	Content       []byte // operators, with y upwards
	Marks         []Elem // what each marked piece belongs to
	Links         []Annotation
}

// AddPage writes a page.
func (f *File) AddPage(p Page) {
	at := f.pageRef(p.Number)
	content := f.w.reserve()
	f.w.stream(content, "", p.Content)
	owners := f.marks(p)
	annots := f.annotations(p, at)
	f.w.objectf(at, "<</Type/Page/Parent %v/MediaBox[0 0 %s %s]/Resources %v/Contents %v/StructParents %d/Tabs/S%s>>",
		f.pageTree, number(p.Width), number(p.Height), f.resources, content, owners, annots)
}

// marks records whose the marks of a page are and returns its key in the tree
// of parents.
func (f *File) marks(p Page) int {
	for mark, e := range p.Marks {
		f.tree.drawn(e, p.Number, mark)
	}
	return f.own(p.Marks)
}

// Bytes finishes the file.
func (f *File) Bytes() ([]byte, error) {
	fonts, err := f.writeFonts()
	if err != nil {
		return nil, err
	}
	f.w.objectf(f.resources, "<</ProcSet[/PDF/Text/ImageB/ImageC]/Font<<%s>>%s>>", fonts, f.imageNames())
	var kids bytes.Buffer
	for _, p := range f.pages {
		fmt.Fprintf(&kids, "%v ", p.ref)
	}
	f.w.objectf(f.pageTree, "<</Type/Pages/Count %d/Kids[%s]>>", len(f.pages), kids.Bytes())
	tree := f.writeTree()
	catalog := f.w.add("<</Type/Catalog/Pages %v/Lang %s/MarkInfo<</Marked true>>/StructTreeRoot %v"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %v/OutputIntents[%v]%s>>",
		f.pageTree, text(f.info.Language), tree, f.metadata(), f.outputIntent(), f.outline())
	return f.w.finish(catalog, f.infoDict()), nil
}
