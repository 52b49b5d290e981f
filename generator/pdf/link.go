package pdf

import "doklad/generator/pdf/pdfa"

// Link is a place on a page that leads elsewhere: to an address, or to a height
// on a page of the paper.
type Link struct {
	Left, Top, Right, Bottom float64
	Of                       pdfa.Elem
	Words                    string // what a screen reader says of it
	Address                  string
	Page                     int     // from 0, where there is no address
	Y                        float64 // of what it leads to, from the lower edge of its page
}

func (l Link) moved(x, y float64) Link {
	l.Left, l.Right, l.Top, l.Bottom = l.Left+x, l.Right+x, l.Top+y, l.Bottom+y
	return l
}

// annotations are the links of a page for its file, where y goes upwards.
func annotations(page Page) []pdfa.Annotation {
	var links []pdfa.Annotation
	for _, l := range page.Links {
		links = append(links, pdfa.Annotation{Of: l.Of, Left: l.Left, Right: l.Right,
			Top: page.Height - l.Top, Bottom: page.Height - l.Bottom,
			Words: l.Words, Address: l.Address, Page: l.Page, Y: l.Y})
	}
	return links
}
