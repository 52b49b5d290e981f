package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// Drawing is a drawing or a picture at its place on a page.
type Drawing struct {
	X, Y          float64 // of the upper left corner
	Width, Height float64

	Shapes  []doc.Shape
	Scale   float64 // points to a millimetre of the shapes
	Picture *pdfa.Picture

	// Before is the number of texts of the page that are read before it.
	Before int
	Of     pdfa.Elem // Artifact: a frame around something
	bbox   *[4]float64
}

// placed is the drawing moved to its place on a page.
func (d Drawing) placed(x, y float64, page *Page) Drawing {
	d.X, d.Y = d.X+x, d.Y+y
	d.Before = len(page.Texts)
	if d.bbox != nil {
		*d.bbox = [4]float64{d.X, page.Height - d.Y - d.Height, d.X + d.Width, page.Height - d.Y}
	}
	return d
}

// putUnder puts a text under all that is on the page.
func (p *Page) putUnder(t Text) {
	p.Texts = append([]Text{t}, p.Texts...)
	for i := range p.Drawings {
		p.Drawings[i].Before++
	}
}
