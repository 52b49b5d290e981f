package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
)

// This file sets figures: drawings and pictures, centred, never divided, and kept
// with the caption under them.

const (
	// captionGap is between a figure and its caption, in mm.
	captionGap = 3
	// dotsPerInch is how finely a picture is set that says no size.
	dotsPerInch = 150
	// emblemTop is how far from the edge of the sheet the coat of arms begins, in
	// mm (реквизит 01).
	emblemTop = 10
)

func figureStyle(p *layout.Profile) layout.Style {
	s := p.Text
	s.Spacing, s.SpacingMin, s.Before, s.After = 1, 0, 1, p.FigureCaption.After
	return s
}

func emblemStyle(p *layout.Profile) layout.Style {
	s := p.Letterhead
	s.Before, s.After = 0, 0.5
	return s
}

func isFigure(b doc.Block) bool { return b.Role == doc.FigureRole || b.Role == doc.Emblem }

func labelsOf(f *doc.Figure) []doc.Label {
	if f.Drawing == nil {
		return nil
	}
	return f.Drawing.Labels
}

// figure is the figure over its caption.
func (c *composer) figure(f *doc.Figure) []box {
	var caption []box
	under := 0.0
	if f.Caption != "" {
		c.figures++
		caption = c.figureCaption(c.figures, f.Caption)
		caption[0].before = max(caption[0].before, captionGap*mm)
		for _, b := range caption {
			under += b.before + b.height
		}
	}
	room := c.lowestText() - under
	if c.above < room/2 {
		room -= c.above // its heading stands on the same page
	}
	made := c.figureBox(f, room)
	made.keep = len(caption) > 0
	return append([]box{made}, caption...)
}

// emblem stands over the letterhead. Where it begins the paper, it does so 10 mm
// under the edge of the sheet: its upper part takes no room of the text.
func (c *composer) emblem(f *doc.Figure, begins bool) box {
	made := c.figureBox(f, c.textHeight())
	if over := (c.margins().Top - emblemTop) * mm; begins && over > 0 {
		for i := range made.drawings {
			made.drawings[i].Y -= over
		}
		for i := range made.texts {
			made.texts[i].Y -= over
		}
		made.height = max(0, made.height-over)
	}
	made.keep = true
	return made
}

// figureBox is the figure alone, in the middle of the text width, made smaller
// where it is wider than the text or higher than the room of a page.
func (c *composer) figureBox(f *doc.Figure, room float64) box {
	width, height := c.figureSize(f)
	scale := min(1, c.textWidth()/width)
	if height*scale > room+rounding {
		scale = room / height
		c.problems.Add(tooHighFigure(f, scale))
	}
	d := Drawing{Width: width * scale, Height: height * scale, Scale: scale * mm}
	d.X = (c.textWidth() - d.Width) / 2
	d.bbox = new([4]float64)
	d.Of = c.tree.AddWith(pdfa.Document, pdfa.Figure, pdfa.Attributes{Alt: f.Alt, BBox: d.bbox})
	made := box{height: d.Height}
	if f.Drawing == nil {
		d.Picture, _ = c.pictures.open(f)
	} else {
		d.Shapes = f.Drawing.Shapes
		var grounds []doc.Shape
		made.texts, grounds = c.labels(f.Drawing.Labels, d, scale)
		if len(grounds) > 0 {
			d.Shapes = append(d.Shapes[:len(d.Shapes):len(d.Shapes)], grounds...)
		}
	}
	made.drawings = []Drawing{d}
	return made
}

// figureSize is the wanted size in points.
func (c *composer) figureSize(f *doc.Figure) (width, height float64) {
	width, height = f.Width*mm, f.Height*mm
	if f.Drawing != nil {
		return width, height
	}
	p, _ := c.pictures.open(f)
	w, h := float64(p.Width), float64(p.Height)
	scale := 72.0 / dotsPerInch
	switch {
	case width > 0 && height > 0:
		scale = min(width/w, height/h)
	case width > 0:
		scale = width / w
	case height > 0:
		scale = height / h
	}
	return w * scale, h * scale
}

// labels places the words of a drawing, and gives the white grounds under those
// that want one.
func (c *composer) labels(labels []doc.Label, d Drawing, scale float64) ([]Text, []doc.Shape) {
	var texts []Text
	var grounds doc.Drawing
	for _, l := range labels {
		face, size := c.fonts.Face(l.Bold), l.Size*scale
		width := face.Width(l.Text, size)
		left, base := 0.0, 0.0 // of the text, from its place, before it is turned
		switch l.Anchor {
		case doc.Centre:
			left = -width / 2
		case doc.Right:
			left = -width
		}
		capital := size * float64(face.Box().Capital) / 1000
		switch l.Level {
		case doc.Middle:
			base = capital / 2
		case doc.Under:
			base = capital
		}
		// The place in the drawing, in millimetres, of what is dx right and dy
		// under the place of the label while it is not turned.
		at := func(dx, dy float64) doc.Point {
			turned := doc.Polar(doc.Point{}, dx, 90-l.Angle)
			down := doc.Polar(doc.Point{}, dy, 180-l.Angle)
			return doc.Point{X: l.X + (turned.X+down.X)/d.Scale, Y: l.Y + (turned.Y+down.Y)/d.Scale}
		}
		if l.Clear {
			const pad = 1.2
			top, bottom := base-capital-pad, base+size*face.Descent/2+pad
			grounds.Polygon([]doc.Point{at(left-pad, top), at(left+width+pad, top), at(left+width+pad, bottom), at(left-pad, bottom)},
				doc.Stroke{}, doc.White)
		}
		p := at(left, base)
		texts = append(texts, Text{X: d.X + p.X*d.Scale, Y: d.Y + p.Y*d.Scale, Size: size, Bold: l.Bold,
			Grey: l.Grey, Angle: l.Angle, Text: l.Text, Of: d.Of})
	}
	return texts, grounds.Shapes
}

// tagCaption marks the lines under a figure; the figure is marked already.
func (c *composer) tagCaption(made []box) {
	if len(made) > 1 {
		tagAll(made[1:], c.tree.Add(pdfa.Document, pdfa.Caption))
	}
}
