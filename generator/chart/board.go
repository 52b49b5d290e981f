package chart

import (
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

const (
	pt = 25.4 / 72 // a point in millimetres

	labelSize = 10.0
	smallSize = 9.0 // where 10 points find no room; smaller is not read
	gap       = 1.5 // between a label and what it names
	leading   = 1.18
)

var (
	axisLine = doc.Stroke{Width: 0.5}
	gridLine = doc.Stroke{Width: 0.25, Grey: 0.6}
)

// board is what a chart is drawn on. It knows where its labels are.
type board struct {
	doc.Drawing
	fonts         *typeset.Family
	width, height float64
	taken         []area
	strokes       []segment // lines that tryClear keeps labels from
}

// area is a rectangle by its sides.
type area struct{ left, top, right, bottom float64 }

func (a area) width() float64  { return a.right - a.left }
func (a area) height() float64 { return a.bottom - a.top }

func (a area) grown(by float64) area {
	return area{a.left - by, a.top - by, a.right + by, a.bottom + by}
}

func (a area) meets(b area) bool {
	return a.left < b.right-tiny && b.left < a.right-tiny && a.top < b.bottom-tiny && b.top < a.bottom-tiny
}

func (a area) within(b area) bool {
	return a.left >= b.left-tiny && a.right <= b.right+tiny && a.top >= b.top-tiny && a.bottom <= b.bottom+tiny
}

func (b *board) wide(text string, size float64) float64 {
	return b.fonts.Regular.Width(text, size) * pt
}

// widest is the width of the widest text.
func (b *board) widest(texts []string, size float64) float64 {
	width := 0.0
	for _, text := range texts {
		width = max(width, b.wide(text, size))
	}
	return width
}

// tall is the height of capitals and digits.
func (b *board) tall(size float64) float64 {
	return float64(b.fonts.Regular.Box().Capital) / 1000 * size * pt
}

// line is the distance of lines of text.
func line(size float64) float64 { return leading * size * pt }

// clearing is how much wider than its text the white ground of a label is.
const clearing = 1.2 * pt

// areaOf is the room of a label as pdf sets it: from the height of capitals to what
// hangs under the line. Labels are level or turned by 90°.
func (b *board) areaOf(l doc.Label) area {
	face := b.fonts.Face(l.Bold)
	width := face.Width(l.Text, l.Size) * pt
	capital, tail := b.tall(l.Size), face.Descent*l.Size*pt
	left, base := 0.0, 0.0
	switch l.Anchor {
	case doc.Centre:
		left = -width / 2
	case doc.Right:
		left = -width
	}
	switch l.Level {
	case doc.Middle:
		base = capital / 2
	case doc.Under:
		base = capital
	}
	a := area{left, base - capital, left + width, base + tail}
	if l.Clear {
		a = area{a.left - clearing, a.top - clearing, a.right + clearing, base + max(tail, tail/2+clearing)}
	}
	if l.Angle == 90 {
		a = area{a.top, -a.right, a.bottom, -a.left}
	}
	return area{l.X + a.left, l.Y + a.top, l.X + a.right, l.Y + a.bottom}
}

// put sets a label that has its room.
func (b *board) put(l doc.Label) {
	b.taken = append(b.taken, b.areaOf(l))
	b.Label(l)
}

// try sets a label if it covers no other and does not leave the drawing.
func (b *board) try(l doc.Label) bool {
	a := b.areaOf(l)
	if !a.within(area{0, 0, b.width, b.height}) {
		return false
	}
	for _, other := range b.taken {
		if a.meets(other) {
			return false
		}
	}
	b.put(l)
	return true
}

// putLines sets lines under one another; l is the first.
func (b *board) putLines(lines []string, l doc.Label) {
	for i, text := range lines {
		at := l
		at.Text, at.Y = text, l.Y+float64(i)*line(l.Size)
		b.put(at)
	}
}
