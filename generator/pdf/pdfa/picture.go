package pdfa

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	_ "image/png" // pictures may be PNG
)

// Picture is a PNG or JPEG file, read and ready for a file. It is not changed
// afterwards and may be used by many.
type Picture struct {
	Width, Height int // in dots

	sum    [sha256.Size]byte // of the bytes it was read from
	space  string
	filter string
	data   []byte
}

// maxDots keeps a picture of a sane size: 40 million dots are more than a page
// at 600 to the inch.
const maxDots = 40_000_000

// OpenPicture reads a picture whole, so that a damaged one is found before the
// paper is drawn. What a camera wrote beside the picture, as the way it was held,
// is not obeyed. The error is in Russian: pictures come from users.
func OpenPicture(data []byte) (*Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case len(data) == 0:
		return nil, errors.New("файл рисунка пуст")
	case errors.Is(err, image.ErrFormat):
		return nil, errors.New("это не рисунок PNG или JPEG")
	case err != nil:
		return nil, sayDamage(err)
	case config.Width <= 0 || config.Height <= 0:
		return nil, errors.New("в рисунке нет ни одной точки")
	case config.Width > maxDots/config.Height:
		return nil, fmt.Errorf("рисунок слишком велик: %d × %d точек, а можно не больше %d миллионов точек",
			config.Width, config.Height, maxDots/1_000_000)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, sayDamage(err)
	}
	p := &Picture{Width: config.Width, Height: config.Height, sum: sha256.Sum256(data)}
	if format == "jpeg" && config.ColorModel != color.CMYKModel {
		p.filter, p.data = "DCTDecode", bytes.Clone(data)
		p.space = "DeviceRGB"
		if config.ColorModel == color.GrayModel {
			p.space = "DeviceGray"
		}
		return p, nil
	}
	dots := onWhite(decoded)
	p.filter, p.space = "FlateDecode", "DeviceRGB"
	if isGrey(dots) {
		p.space, dots = "DeviceGray", greys(dots)
	}
	p.data = compress(dots)
	return p, nil
}

// sayDamage tells a kind of JPEG that is sound but cannot be read from a damaged
// file.
func sayDamage(err error) error {
	var unsupported jpeg.UnsupportedError
	if errors.As(err, &unsupported) {
		return errors.New("рисунок JPEG редкого вида, который программа не читает; сохраните его как PNG")
	}
	return errors.New("файл рисунка повреждён")
}

// onWhite gives the dots, three bytes each, of a picture laid on white paper: what
// is transparent shows the paper, and a file without transparency prints
// everywhere.
func onWhite(picture image.Image) []byte {
	b := picture.Bounds()
	sheet := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(sheet, sheet.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(sheet, sheet.Rect, picture, b.Min, draw.Over)
	dots := sheet.Pix[:0]
	for i := 0; i < b.Dx()*b.Dy(); i++ {
		dots = append(dots, sheet.Pix[4*i], sheet.Pix[4*i+1], sheet.Pix[4*i+2])
	}
	return dots
}

// isGrey reports whether no dot has a colour.
func isGrey(dots []byte) bool {
	for i := 0; i < len(dots); i += 3 {
		if dots[i] != dots[i+1] || dots[i] != dots[i+2] {
			return false
		}
	}
	return true
}

func greys(dots []byte) []byte {
	grey := dots[:0]
	for i := 0; i < len(dots); i += 3 {
		grey = append(grey, dots[i])
	}
	return grey
}
