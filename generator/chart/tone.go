package chart

import (
	"math"

	"doklad/generator/doc"
)

// palette are nine fills from the darkest: two that are neighbours differ in more
// than how dark they are, for a copy makes greys darker and hatches coarser.
var palette = [...]doc.Fill{
	doc.Black,
	doc.Hatch(doc.HatchCross, 1.1),
	doc.Grey(0.55),
	doc.Hatch(doc.HatchRight, 0.9),
	doc.Hatch(doc.HatchLevel, 1.1),
	doc.Grey(0.82),
	doc.Hatch(doc.HatchLeft, 1.7),
	doc.Hatch(doc.Dots, 1.3),
	doc.White,
}

// Tones are so many fills, at most nine, from black to white: what matters most
// comes first.
func Tones(count int) []doc.Fill {
	if count == 1 {
		return []doc.Fill{palette[5]}
	}
	tones := make([]doc.Fill, count)
	for i := range tones {
		tones[i] = palette[int(math.Round(float64(i*(len(palette)-1))/float64(count-1)))]
	}
	return tones
}

// onFill makes a label readable on a fill: white on dark, on a white ground of its
// own on a hatch.
func onFill(l doc.Label, f doc.Fill) doc.Label {
	switch {
	case f.Pattern != doc.Solid:
		l.Clear = true
	case f.Grey < 0.45:
		l.Grey = 1
	}
	return l
}
