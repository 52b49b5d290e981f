package pdfa

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // pictures may be PNG
	"strings"
)

// Image is a picture of the file, drawn by its name.
type Image struct {
	Name          string
	Width, Height int // in dots
	ref           ref
}

// maxDots keeps a picture of a sane size: 40 million dots are more than a page
// at 600 to the inch.
const maxDots = 40_000_000

// Image takes a JPEG or PNG file into the file, once for the same bytes.
// The error is in Russian: pictures come from users.
func (f *File) Image(data []byte) (*Image, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New("не рисунок PNG или JPEG")
	}
	if config.Width*config.Height > maxDots {
		return nil, fmt.Errorf("рисунок слишком велик: %d × %d точек", config.Width, config.Height)
	}
	img := &Image{Name: fmt.Sprintf("I%d", len(f.images)+1), Width: config.Width, Height: config.Height, ref: f.w.reserve()}
	dict := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", config.Width, config.Height)
	if format == "jpeg" && config.ColorModel != color.CMYKModel {
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
			return nil, errors.New("рисунок JPEG повреждён")
		}
		space := "/ColorSpace/DeviceRGB"
		if config.ColorModel == color.GrayModel {
			space = "/ColorSpace/DeviceGray"
		}
		f.w.raw(img.ref, dict+space+"/Filter/DCTDecode", data)
	} else {
		picture, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, errors.New("рисунок повреждён")
		}
		f.w.stream(img.ref, dict+"/ColorSpace/DeviceRGB", onWhite(picture))
	}
	f.images = append(f.images, img)
	return img, nil
}

// onWhite gives the dots of a picture laid on white paper: what is transparent
// shows the paper, and a file without transparency prints everywhere.
func onWhite(picture image.Image) []byte {
	b := picture.Bounds()
	dots := make([]byte, 0, 3*b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, a := picture.At(x, y).RGBA() // multiplied by a already
			paper := 0xffff - a
			dots = append(dots, byte((r+paper)>>8), byte((g+paper)>>8), byte((bl+paper)>>8))
		}
	}
	return dots
}

// imageNames is the entry of the resources.
func (f *File) imageNames() string {
	if len(f.images) == 0 {
		return ""
	}
	var b strings.Builder
	for _, img := range f.images {
		fmt.Fprintf(&b, "/%s %v", img.Name, img.ref)
	}
	return "/XObject<<" + b.String() + ">>"
}
