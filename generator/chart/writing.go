package chart

import "doklad/generator/doc"

// writing is how the values at the ends of bars are set, all alike.
type writing struct {
	size   float64 // 0: there is no room for them
	turned bool
	bold   bool
	widest string
}

// writing chooses the largest size at which the values stand beside each other.
func (b *board) writing(texts []string, room float64, lying, bold bool) writing {
	w := writing{bold: bold}
	measure := func(text string, size float64) float64 { return b.fonts.Face(bold).Width(text, size) * pt }
	for _, text := range texts {
		if measure(text, labelSize) > measure(w.widest, labelSize) {
			w.widest = text
		}
	}
	upright := func(size float64) float64 {
		a := b.areaOf(doc.Label{Text: "0", Size: size, Clear: true})
		return a.height()
	}
	for _, w.size = range []float64{labelSize, smallSize} {
		if !lying && measure(w.widest, w.size)+2*clearing <= room || lying && upright(w.size) <= room {
			return w
		}
	}
	if !lying && upright(w.size) <= room {
		w.turned = true
		return w
	}
	w.size = 0
	return w
}

// width and height are the room beyond the end of a bar.
func (w writing) width(b *board) float64 {
	if w.size == 0 {
		return 0
	}
	return b.fonts.Face(w.bold).Width(w.widest, w.size) * pt
}

func (w writing) height(b *board) float64 {
	switch {
	case w.size == 0:
		return 0
	case w.turned:
		return w.width(b)
	}
	return b.tall(w.size)
}

// atEnd sets a value at the end of a bar, or behind the threshold where its line
// would run through it.
func (b *board) atEnd(p plan, w writing, text string, bar area) {
	if w.size == 0 {
		return
	}
	l := doc.Label{Text: text, Size: w.size, Bold: w.bold, Clear: true}
	if p.lying {
		l.X, l.Y, l.Level = bar.right+gap, (bar.top+bar.bottom)/2, doc.Middle
	} else {
		l.X, l.Y, l.Anchor = (bar.left+bar.right)/2, bar.top-gap, doc.Centre
	}
	if w.turned {
		l.Anchor, l.Angle, l.Level = doc.Left, 90, doc.Middle
	}
	if p.threshold != nil {
		behind, a := l, b.areaOf(l)
		at := p.at(p.out(p.threshold.Value), 0)
		if crossed := p.lying && a.left < at.X && at.X < a.right; crossed {
			behind.X += at.X + gap/2 - a.left
		}
		if crossed := !p.lying && a.top < at.Y && at.Y < a.bottom; crossed {
			behind.Y -= a.bottom - at.Y + gap/2
		}
		if behind != l && b.try(behind) {
			return
		}
	}
	b.try(l)
}
