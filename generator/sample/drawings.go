package sample

import (
	"fmt"
	"strings"

	"doklad/generator/doc"
)

// swatches shows all fills on squares and on discs.
func swatches() *doc.Figure {
	var d doc.Drawing
	thin := doc.Stroke{Width: 0.5}
	for i, fill := range []doc.Fill{doc.Black, doc.White, doc.Grey(0.5), doc.Grey(0.8), doc.Hatch(doc.HatchRight, 0),
		doc.Hatch(doc.HatchLeft, 0), doc.Hatch(doc.HatchCross, 2), doc.Hatch(doc.HatchLevel, 0), doc.Hatch(doc.HatchUpright, 0), doc.Hatch(doc.Dots, 0)} {
		x := 2 + 16.5*float64(i)
		d.Rect(x, 5, 15, 20, thin, fill)
		d.Circle(x+7.5, 37, 7.5, thin, fill)
		d.Label(doc.Label{X: x + 7.5, Y: 47, Text: fmt.Sprint(i + 1), Size: 10, Anchor: doc.Centre, Level: doc.Under})
	}
	return &doc.Figure{Caption: "Заливки", Alt: "Десять заливок: чёрная, белая, две серых, пять штриховок, точки.",
		Width: 165, Height: 52, Drawing: &d}
}

// columns is a chart of two years by institution, with a threshold.
func columns() *doc.Figure {
	var d doc.Drawing
	const left, right, foot, unit = 12.0, 160.0, 70.0, 0.6 // unit: mm for one per cent
	for percent := 0; percent <= 100; percent += 20 {
		y := foot - unit*float64(percent)
		d.Line(left, y, right, y, doc.Stroke{Width: 0.25, Grey: 0.6})
		d.Label(doc.Label{X: left - 1.5, Y: y, Text: fmt.Sprint(percent), Size: 10, Anchor: doc.Right, Level: doc.Middle})
	}
	for i, name := range []string{"Школа № 1", "Школа № 2", "Лицей", "Гимназия", "Школа с. Дуброво"} {
		x := left + 6 + 29*float64(i)
		for j, percent := range []float64{62.5 + 5*float64(i), 90 - 8.1*float64(i)} {
			fill := []doc.Fill{doc.Hatch(doc.HatchRight, 1.5), doc.Grey(0.35)}[j]
			bar := x + 10*float64(j)
			d.Rect(bar, foot-unit*percent, 9, unit*percent, doc.Stroke{Width: 0.5}, fill)
			d.Label(doc.Label{X: bar + 4.5, Y: foot - unit*percent - 1, Anchor: doc.Centre, Size: 9, Clear: true,
				Text: strings.Replace(fmt.Sprintf("%.1f", percent), ".", ",", 1)})
		}
		d.Label(doc.Label{X: x + 9.5, Y: foot + 2, Text: name, Size: 10, Anchor: doc.Centre, Level: doc.Under})
	}
	d.Line(left, foot-unit*70, right, foot-unit*70, doc.Stroke{Width: 1, Dashed: true})
	d.Label(doc.Label{X: right, Y: foot - unit*70 - 1, Text: "порог 70 %", Size: 10, Bold: true, Anchor: doc.Right, Clear: true})
	d.Line(left, foot, right, foot, doc.Stroke{Width: 0.5})
	d.Label(doc.Label{X: 3, Y: 40, Text: "Доля, %", Size: 10, Anchor: doc.Centre, Angle: 90})
	return &doc.Figure{Caption: "Доля выпускников, достигших базового уровня, по годам", Alt: "Столбцы по пяти школам за два года.",
		Width: 160, Height: 78, Drawing: &d}
}

// radar is a chart of six areas, this year over the last.
func radar() *doc.Figure {
	var d doc.Drawing
	middle := doc.Point{X: 80, Y: 45}
	names := []string{"Кадры", "Среда", "Содержание", "Результаты", "Семья", "Здоровье"}
	corner := func(i int, share float64) doc.Point { return doc.Polar(middle, 35*share, 60*float64(i)) }
	ring := func(shares ...float64) []doc.Point {
		var points []doc.Point
		for i := range names {
			points = append(points, corner(i, shares[i%len(shares)]))
		}
		return points
	}
	for _, share := range []float64{0.25, 0.5, 0.75, 1} {
		d.Polygon(ring(share), doc.Stroke{Width: 0.25, Grey: 0.6}, doc.Fill{})
	}
	for i, name := range names {
		end := corner(i, 1)
		d.Line(middle.X, middle.Y, end.X, end.Y, doc.Stroke{Width: 0.25, Grey: 0.6})
		l := doc.Label{Text: name, Size: 10, Anchor: []doc.Align{doc.Centre, doc.Left, doc.Left, doc.Centre, doc.Right, doc.Right}[i],
			Level: []doc.Level{doc.Baseline, doc.Middle, doc.Middle, doc.Under, doc.Middle, doc.Middle}[i]}
		at := corner(i, 1.05)
		l.X, l.Y = at.X, at.Y
		d.Label(l)
	}
	d.Polygon(ring(0.6, 0.5, 0.8, 0.55, 0.7, 0.4), doc.Stroke{Width: 1, Dashed: true}, doc.Fill{})
	d.Polygon(ring(0.8, 0.9, 0.7, 0.75, 0.95, 0.6), doc.Stroke{Width: 1.5}, doc.Fill{})
	for i, share := range []float64{0.8, 0.9, 0.7, 0.75, 0.95, 0.6} {
		p := corner(i, share)
		d.Circle(p.X, p.Y, 0.9, doc.Stroke{}, doc.Black)
	}
	return &doc.Figure{Caption: "Области качества", Alt: "Лепестковая диаграмма шести областей.", Width: 160, Height: 90, Drawing: &d}
}

// pie has sectors, a ring and words on black.
func pie() *doc.Figure {
	var d doc.Drawing
	fills := []doc.Fill{doc.Black, doc.Hatch(doc.HatchLeft, 1.2), doc.Grey(0.7), doc.White}
	from := 0.0
	for i, degrees := range []float64{150, 100, 70, 40} {
		d.Sector(30, 30, 0, 25, from, from+degrees, doc.Stroke{Width: 0.75}, fills[i])
		d.Sector(100, 30, 12, 25, from, from+degrees, doc.Stroke{Width: 0.75}, fills[i])
		at := doc.Polar(doc.Point{X: 30, Y: 30}, 15, from+degrees/2)
		d.Label(doc.Label{X: at.X, Y: at.Y, Text: fmt.Sprintf("%.0f°", degrees), Size: 10, Bold: true, Anchor: doc.Centre,
			Level: doc.Middle, Grey: []float64{1, 0, 0, 0}[i], Clear: i == 1})
		from += degrees
	}
	d.Arc(100, 30, 27, 0, 150, doc.Stroke{Width: 1.5, Dashed: true})
	d.RoundRect(135, 10, 20, 40, 4, doc.Stroke{Width: 1}, doc.Hatch(doc.HatchCross, 1.2))
	return &doc.Figure{Caption: "Доли", Alt: "Круг и кольцо из четырёх частей.", Width: 160, Height: 60, Drawing: &d}
}

// Drawings are those of this file by name, as the papers will have them.
func Drawings() map[string]*doc.Figure {
	return map[string]*doc.Figure{"swatches": swatches(), "columns": columns(), "radar": radar(), "pie": pie()}
}
