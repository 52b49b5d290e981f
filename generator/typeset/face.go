// Package typeset turns words into lines: fonts, their measures, and the
// breaking of a text at a given width. Pages and cells both need it, so that a
// workbook's rows are as high as the same text on paper.
//
// All lengths are in points.
package typeset

import (
	_ "embed"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// Face is one font with the measures of its characters.
type Face struct {
	Name string
	// TTF is the file, for embedding.
	TTF []byte
	// Ascent, Descent and LineHeight are shares of the size; Descent is positive.
	Ascent, Descent, LineHeight float64

	font       *sfnt.Font
	unitsPerEm float64
	common     *[commonRunes]uint32 // widths, asked for once; 0: not yet
	rare       sync.Map             // rune → float32
	kern       *kerning             // nil: letters stand at their full width
}

// commonRunes reaches past Latin and Cyrillic.
const commonRunes = 0x530

// ParseFace reads a TrueType file that a user gave and looks at every character in
// it. The error is in Russian, for the user.
func ParseFace(name string, ttf []byte) (*Face, error) {
	for _, tag := range []string{"glyf", "loca", "cmap", "hmtx", "hhea", "maxp", "head", "post", "name", "OS/2"} {
		if _, err := fontTable(ttf, tag); err != nil {
			return nil, fmt.Errorf("«%s» не шрифт TrueType: нет таблицы %s", name, tag)
		}
	}
	face, err := readFace(name, ttf)
	if err != nil || !face.isWhole() {
		return nil, fmt.Errorf("шрифт «%s» повреждён", name)
	}
	if !face.Has('а') || !face.Has('№') {
		return nil, fmt.Errorf("в шрифте «%s» нет русских букв или знака №", name)
	}
	return face, nil
}

// readFace reads a font and the widths of its common characters.
func readFace(name string, ttf []byte) (*Face, error) {
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	face := &Face{Name: name, TTF: ttf, font: parsed, unitsPerEm: float64(parsed.UnitsPerEm()), common: new([commonRunes]uint32), kern: &kerning{}}
	if err := face.readMetrics(); err != nil {
		return nil, err
	}
	return face, nil
}

// Has reports whether the font can print the character. Invisible ones have
// glyphs in some fonts, dashed boxes and bars, that nobody wants on paper.
func (f *Face) Has(r rune) bool { return f.share(r) >= 0 && (isPlain(r) || !Invisible(r)) }

// isPlain are characters that are surely visible: Russian letters and what is on
// a keyboard.
func isPlain(r rune) bool { return r >= ' ' && r <= '~' || r >= 'А' && r <= 'ё' }

// Invisible reports characters that steer a text instead of standing in it: soft
// hyphens, joiners, marks of direction, place holders (Unicode, "Default ignorable
// code points").
func Invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) ||
		r == '\ufffc'
}

// Width is how wide the text is set at a size. A character that the font lacks
// is as wide as a space. No-break spaces are as wide as spaces.
func (f *Face) Width(text string, size float64) float64 {
	sum, before := 0.0, ' '
	for _, r := range text {
		sum += float64(f.advance(r)) + f.Kern(before, r)
		before = r
	}
	return sum * size
}

// isWider reports whether a text is wider than a limit, and reads no more of it
// than tells.
func (f *Face) isWider(text string, size, limit float64) bool {
	sum, before := 0.0, ' '
	for _, r := range text {
		if sum += float64(f.advance(r)) + f.Kern(before, r); sum*size > limit {
			return true
		}
		before = r
	}
	return false
}

// advance is the width of a character as a share of the size.
func (f *Face) advance(r rune) float32 {
	if w := f.share(r); w >= 0 && r != noBreakSpace {
		return w
	}
	if figure, ok := lowered(r); ok {
		return RaisedSize * f.share(figure)
	}
	return f.share(' ')
}

// share is the width of a character as a share of the size; -1: no glyph.
func (f *Face) share(r rune) float32 {
	if r >= 0 && r < commonRunes {
		bits := atomic.LoadUint32(&f.common[r])
		if bits == 0 {
			bits = math.Float32bits(f.measure(r))
			atomic.StoreUint32(&f.common[r], bits)
		}
		return math.Float32frombits(bits)
	}
	if w, ok := f.rare.Load(r); ok {
		return w.(float32)
	}
	w := f.measure(r)
	f.rare.Store(r, w)
	return w
}

// Family is a font in the two weights that official papers use (layout rule
// PG-14: bold for titles and signatures, nothing else).
type Family struct{ Regular, Bold *Face }

// Face picks the weight.
func (f *Family) Face(bold bool) *Face {
	if bold {
		return f.Bold
	}
	return f.Regular
}

//go:embed tinos/Tinos-Regular.ttf
var tinosRegular []byte

//go:embed tinos/Tinos-Bold.ttf
var tinosBold []byte

// Tinos is the font of the program: metric-compatible with Times New Roman,
// free (tinos/OFL.txt), with №, ₽ and the no-break hyphen.
var Tinos = sync.OnceValue(func() *Family {
	regular, err := readFace("Tinos", tinosRegular)
	if err != nil {
		panic(err)
	}
	bold, err := readFace("Tinos Bold", tinosBold)
	if err != nil {
		panic(err)
	}
	return &Family{Regular: regular, Bold: bold}
})
