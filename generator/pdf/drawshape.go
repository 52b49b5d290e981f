package pdf

import (
	"math"

	"codeberg.org/go-pdf/fpdf"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// This file draws what is not text.

// content draws texts and drawings in the order in which they are read.
func (s *sheet) content(t *fpdf.Tpl) {
	from := 0
	for _, d := range s.page.Drawings {
		s.texts(s.page.Texts[from:d.Before])
		from = d.Before
		s.drawing(t, d)
	}
	s.texts(s.page.Texts[from:])
	t.RawWriteStr(string(s.buf))
	s.buf = s.buf[:0]
}

// drawing draws one as a marked piece that leaves no trace on what follows.
func (s *sheet) drawing(t *fpdf.Tpl, d Drawing) {
	if d.Of == pdfa.Artifact {
		s.buf = pdfa.BeginArtifact(s.buf, false)
	} else {
		s.begin(d.Of)
	}
	if d.Picture != nil {
		s.buf = s.file.Image(d.Picture).Place(s.buf, d.X, s.page.Height-d.Y-d.Height, d.Width, d.Height)
	}
	if len(d.Shapes) > 0 {
		t.RawWriteStr(string(append(s.buf, 'q')))
		s.buf = s.buf[:0]
		p := pen{t, d}
		for _, shape := range d.Shapes {
			p.shape(shape)
		}
		s.buf = append(s.buf, "Q\n"...)
	}
	s.buf = pdfa.End(s.buf)
}

// pen draws shapes into a page.
type pen struct {
	*fpdf.Tpl
	at Drawing
}

func (p pen) point(q doc.Point) (x, y float64) {
	return p.at.X + q.X*p.at.Scale, p.at.Y + q.Y*p.at.Scale
}

func (p pen) shape(s doc.Shape) {
	switch s.Fill.Pattern {
	case doc.None:
	case doc.Solid:
		p.fill(s.Path, s.Fill.Grey)
	default:
		p.fill(s.Path, 1)
		p.hatch(s)
	}
	if s.Stroke.Width > 0 {
		p.stroke(s.Stroke)
		p.path(s.Path)
		p.DrawPath("S")
	}
}

func (p pen) fill(path []doc.Step, grey float64) {
	shade := int(math.Round(255 * grey))
	p.SetFillColor(shade, shade, shade)
	p.path(path)
	p.DrawPath("f")
}

// stroke chooses the line. Dashes are four times as long as the line is wide, the
// gaps three times: they stay apart on a copy.
func (p pen) stroke(s doc.Stroke) {
	scale := p.at.Scale / mm
	width := s.Width * scale
	p.SetLineWidth(width)
	shade := int(math.Round(255 * s.Grey))
	p.SetDrawColor(shade, shade, shade)
	dash := []float64{}
	if s.Dashed {
		dash = []float64{max(4*width, 2), max(3*width, 1.5)}
	}
	p.SetDashPattern(dash, 0)
}

func (p pen) path(path []doc.Step) {
	for _, step := range path {
		x, y := p.point(step.Point)
		switch step.Kind {
		case doc.Move:
			p.MoveTo(x, y)
		case doc.Draw:
			p.LineTo(x, y)
		case doc.Curve:
			x1, y1 := p.point(step.From)
			x2, y2 := p.point(step.To)
			p.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
		case doc.Close:
			p.ClosePath()
		}
	}
}

// usualPitch is the distance of the lines of a hatch in mm.
const usualPitch = 1.5

// hatch draws lines that the outline of a shape cuts off. They are counted from the
// corner of the shape, so that equal bars look the same.
func (p pen) hatch(s doc.Shape) {
	pitch := s.Fill.Pitch
	if pitch <= 0 {
		pitch = usualPitch
	}
	p.RawWriteStr("q")
	p.path(s.Path)
	p.RawWriteStr("W n")
	low, high := s.Bounds()
	if s.Fill.Pattern == doc.Dots {
		p.dots(low, high, pitch)
	} else {
		p.stroke(doc.Stroke{Width: min(0.6, pitch*mm/3)})
		p.straight(s.Fill.Pattern, low, high, pitch)
		p.slanted(s.Fill.Pattern, low, high, pitch)
	}
	p.RawWriteStr("Q")
}

// straight draws the lines of a hatch that are level or upright.
func (p pen) straight(pattern doc.Pattern, low, high doc.Point, pitch float64) {
	if pattern == doc.HatchLevel {
		for y := low.Y + pitch/2; y < high.Y; y += pitch {
			p.line(doc.Point{X: low.X, Y: y}, doc.Point{X: high.X, Y: y})
		}
	}
	if pattern == doc.HatchUpright {
		for x := low.X + pitch/2; x < high.X; x += pitch {
			p.line(doc.Point{X: x, Y: low.Y}, doc.Point{X: x, Y: high.Y})
		}
	}
}

// slanted draws those at 45°.
func (p pen) slanted(pattern doc.Pattern, low, high doc.Point, pitch float64) {
	// Lines x + y = k rise to the right, lines x - y = k fall.
	step := pitch * math.Sqrt2
	width, height := high.X-low.X, high.Y-low.Y
	for k := step / 2; k < width+height; k += step {
		if pattern == doc.HatchRight || pattern == doc.HatchCross {
			p.line(doc.Point{X: low.X + k, Y: low.Y}, doc.Point{X: low.X + k - height, Y: high.Y})
		}
		if pattern == doc.HatchLeft || pattern == doc.HatchCross {
			p.line(doc.Point{X: high.X - k, Y: low.Y}, doc.Point{X: high.X - k + height, Y: high.Y})
		}
	}
}

// dots fills with rows of dots, each row half a pitch aside.
func (p pen) dots(low, high doc.Point, pitch float64) {
	p.SetFillColor(0, 0, 0)
	radius := pitch / 6 * p.at.Scale
	for row, y := 0, low.Y+pitch/2; y < high.Y+pitch; row, y = row+1, y+pitch*math.Sqrt(0.75) {
		for x := low.X + pitch/2*float64(1+row%2); x < high.X+pitch; x += pitch {
			cx, cy := p.point(doc.Point{X: x - pitch/4, Y: y})
			p.Circle(cx, cy, radius, "F")
		}
	}
}

func (p pen) line(a, b doc.Point) {
	x1, y1 := p.point(a)
	x2, y2 := p.point(b)
	p.Line(x1, y1, x2, y2)
}

// trailingSpace keeps turned labels apart for a reader.
func trailingSpace(t Text) string {
	if t.Of == pdfa.Artifact || t.Joined {
		return ""
	}
	return " "
}
