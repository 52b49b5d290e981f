package typeset

import (
	_ "embed"
	"sync"
)

// Family is a font in the two weights that official papers use (layout rule
// PG-14: bold for titles and signatures, nothing else), and in the bold italic of
// the lowest headings of reports.
type Family struct {
	Regular, Bold *Face
	// BoldItalic reads the face when it is wanted; nil: bold stands for it.
	BoldItalic func() *Face
}

// Face picks the weight.
func (f *Family) Face(bold bool) *Face {
	if bold {
		return f.Bold
	}
	return f.Regular
}

// Styled picks the weight and the slope. There is no italic but the bold one.
func (f *Family) Styled(bold, italic bool) *Face {
	if bold && italic && f.BoldItalic != nil {
		return f.BoldItalic()
	}
	return f.Face(bold)
}

//go:embed tinos/Tinos-Regular.ttf
var tinosRegular []byte

//go:embed tinos/Tinos-Bold.ttf
var tinosBold []byte

//go:embed tinos/Tinos-BoldItalic.ttf
var tinosBoldItalic []byte

// Tinos is the font of the program: metric-compatible with Times New Roman,
// free (tinos/OFL.txt), with №, ₽ and the no-break hyphen.
var Tinos = sync.OnceValue(func() *Family {
	return &Family{
		Regular:    embedded("Tinos", tinosRegular),
		Bold:       embedded("Tinos Bold", tinosBold),
		BoldItalic: sync.OnceValue(func() *Face { return embedded("Tinos Bold Italic", tinosBoldItalic) }),
	}
})

func embedded(name string, ttf []byte) *Face {
	face, err := readFace(name, ttf)
	if err != nil {
		panic(err)
	}
	return face
}
