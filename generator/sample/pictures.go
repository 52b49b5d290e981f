package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"

	"doklad/generator/doc"
)

// figures is a paper of drawings and pictures.
func figures() *doc.Document {
	d := paper("Рисунки (пример)", "#title Рисунки (пример)\nЗаливки – на рисунке {figure:swatches}, снимок – на рисунке {figure:photo}.\n"+
		"#figure swatches\n"+text(1)+"#figure columns\n"+text(2)+"#figure radar\n#figure pie\n"+text(1)+"#figure emblem\n"+text(1)+"#figure photo\n#figure bare\n"+text(2))
	d.Figures = Drawings()
	d.Figures["emblem"] = &doc.Figure{Caption: "Прозрачная картинка PNG (пример)", Alt: "Круги, пример", Width: 60, Picture: made(true)}
	d.Figures["photo"] = &doc.Figure{Caption: "Снимок JPEG, у которого длинное название, чтобы оно заняло больше одной строки под рисунком (пример)",
		Alt: "Переход от чёрного к белому, пример", Width: 120, Picture: made(false)}
	d.Figures["bare"] = &doc.Figure{Alt: "Картинка без названия, пример", Picture: made(true)}
	return d
}

// made is a picture: rings, transparent outside, as PNG; in colours as JPEG.
func made(transparent bool) []byte {
	const width, height = 320, 200
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			ring := math.Sin(math.Hypot(float64(x-width/2), float64(y-height/2)) / 6)
			shade := color.NRGBA{R: uint8(128 + 127*ring), G: uint8(x * 255 / width), B: uint8(y), A: 255}
			if transparent {
				shade = color.NRGBA{A: uint8(max(0, 255*ring))}
			}
			picture.SetNRGBA(x, y, shade)
		}
	}
	var file bytes.Buffer
	var err error
	if transparent {
		err = png.Encode(&file, picture)
	} else {
		err = jpeg.Encode(&file, picture, nil)
	}
	if err != nil {
		panic(err) // nothing is written outside the memory
	}
	return file.Bytes()
}
