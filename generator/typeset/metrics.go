package typeset

import (
	"encoding/binary"
	"errors"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// measure asks the font for one advance, as a share of the size; -1 where the
// font has no glyph.
func (f *Face) measure(r rune) float32 {
	var buf sfnt.Buffer
	glyph, err := f.font.GlyphIndex(&buf, r)
	if err != nil || glyph == 0 {
		return -1
	}
	ppem := fixed.I(int(f.unitsPerEm))
	advance, err := f.font.GlyphAdvance(&buf, glyph, ppem, font.HintingNone)
	if err != nil {
		return -1
	}
	return float32(float64(advance) / 64 / f.unitsPerEm)
}

// isWhole reports whether every glyph has its width and its outline.
func (f *Face) isWhole() bool {
	if !f.outlinesInside() {
		return false
	}
	var buf sfnt.Buffer
	ppem := fixed.I(int(f.unitsPerEm))
	for i := range f.font.NumGlyphs() {
		glyph := sfnt.GlyphIndex(i)
		if _, err := f.font.GlyphAdvance(&buf, glyph, ppem, font.HintingNone); err != nil {
			return false
		}
		if _, err := f.font.LoadGlyph(&buf, glyph, ppem, nil); err != nil {
			return false
		}
	}
	return true
}

// outlinesInside reports whether the offsets of the outlines grow and end inside
// the table of outlines (OpenType specification, "loca").
func (f *Face) outlinesInside() bool {
	head, _ := fontTable(f.TTF, "head")
	loca, _ := fontTable(f.TTF, "loca")
	glyf, _ := fontTable(f.TTF, "glyf")
	if len(head) < 52 {
		return false
	}
	offset, size := func(at int) int { return 2 * int(binary.BigEndian.Uint16(loca[at:])) }, 2
	if binary.BigEndian.Uint16(head[50:]) == 1 {
		offset, size = func(at int) int { return int(binary.BigEndian.Uint32(loca[at:])) }, 4
	}
	if len(loca) < size*(f.font.NumGlyphs()+1) {
		return false
	}
	before := 0
	for i := range f.font.NumGlyphs() + 1 {
		now := offset(size * i)
		if now < before || now > len(glyf) {
			return false
		}
		before = now
	}
	return true
}

// readMetrics takes the line measures of the hhea table: they are what Word
// calls single spacing (1.149 for Times New Roman and Tinos). The sfnt package
// rounds them to pixels and keeps the gap to itself, so the table is read here.
func (f *Face) readMetrics() error {
	hhea, err := fontTable(f.TTF, "hhea")
	if err != nil {
		return err
	}
	if len(hhea) < 10 {
		return errors.New("hhea")
	}
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 { // OpenType specification, "head"
		return errors.New("head")
	}
	measure := func(at int) float64 { return float64(int16(binary.BigEndian.Uint16(hhea[at:]))) / f.unitsPerEm }
	ascent, descent, gap := measure(4), -measure(6), measure(8)
	if ascent <= 0 || descent < 0 || ascent+descent+gap <= 0 {
		return errors.New("hhea")
	}
	f.Ascent, f.Descent, f.LineHeight = ascent, descent, ascent+descent+gap
	return nil
}

// fontTable cuts one table out of a TrueType file
// (OpenType specification, "Table directory").
func fontTable(ttf []byte, tag string) ([]byte, error) {
	if len(ttf) < 12 {
		return nil, errors.New("файл короче 12 байт")
	}
	count := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range count {
		record := 12 + 16*i
		if record+16 > len(ttf) {
			break
		}
		if string(ttf[record:record+4]) != tag {
			continue
		}
		offset := uint64(binary.BigEndian.Uint32(ttf[record+8:]))
		length := uint64(binary.BigEndian.Uint32(ttf[record+12:]))
		if offset+length > uint64(len(ttf)) {
			break
		}
		return ttf[offset : offset+length], nil
	}
	return nil, errors.New(tag)
}
