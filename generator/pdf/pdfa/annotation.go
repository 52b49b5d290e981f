package pdfa

import (
	"fmt"
	"strings"
)

// Annotation is a place on a page that leads elsewhere: to an address, or to a
// height on a page of this file.
type Annotation struct {
	Of                       Elem // the Link element
	Left, Bottom, Right, Top float64
	Words                    string // what a screen reader says of it
	Address                  string
	Page                     int     // from 0, where there is no address
	Y                        float64 // the top of what it leads to
}

// annotations writes the links of a page. A file for archives must say that they
// are printed (/F 4; ISO 19005-2, 6.3.2).
func (f *File) annotations(p Page, at ref) string {
	if len(p.Links) == 0 {
		return ""
	}
	var refs strings.Builder
	for _, a := range p.Links {
		target := fmt.Sprintf("/A<</S/URI/URI %s>>", text(ascii(a.Address)))
		if a.Address == "" {
			target = fmt.Sprintf("/Dest[%v/XYZ null %s null]", f.pageRef(a.Page), number(a.Y))
		}
		r := f.w.add("<</Type/Annot/Subtype/Link/Rect[%s %s %s %s]/Border[0 0 0]/F 4/P %v/StructParent %d/Contents %s%s>>",
			number(a.Left), number(a.Bottom), number(a.Right), number(a.Top), at, f.ownAnnotation(a.Of), text(a.Words), target)
		fmt.Fprintf(&refs, "%v ", r)
		f.tree.annotated(a.Of, p.Number, r)
	}
	return "/Annots[" + refs.String() + "]"
}

// ascii writes the letters of an address that are not Latin by their bytes: an
// address is a text of ASCII (12.6.4.7; RFC 3986, 2.5).
func ascii(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
