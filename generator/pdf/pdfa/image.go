package pdfa

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Image is a picture in a file, drawn by its name.
type Image struct {
	Name string

	sum [sha256.Size]byte
	ref ref
}

// Image takes a picture into the file, once for the same bytes.
func (f *File) Image(p *Picture) *Image {
	for _, img := range f.images {
		if img.sum == p.sum {
			return img
		}
	}
	img := &Image{Name: fmt.Sprintf("I%d", len(f.images)+1), sum: p.sum, ref: f.w.reserve()}
	f.w.raw(img.ref, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s/Filter/%s",
		p.Width, p.Height, p.space, p.filter), p.data)
	f.images = append(f.images, img)
	return img
}

// Place appends the operators that draw the picture with its lower left corner at
// x, y (upwards).
func (i *Image) Place(buf []byte, x, y, width, height float64) []byte {
	return fmt.Appendf(buf, "q %s 0 0 %s %s %s cm /%s Do Q\n", number(width), number(height), number(x), number(y), i.Name)
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
