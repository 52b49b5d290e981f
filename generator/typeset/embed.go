package typeset

import (
	"encoding/binary"

	"golang.org/x/image/font/sfnt"
)

// Table is a table of the font file; nil where there is none.
func (f *Face) Table(tag string) []byte {
	table, err := fontTable(f.TTF, tag)
	if err != nil {
		return nil
	}
	return table
}

// Glyph is the number of the glyph of a character in the file; 0 where there is
// none.
func (f *Face) Glyph(r rune) int {
	var buf sfnt.Buffer
	glyph, err := f.font.GlyphIndex(&buf, r)
	if err != nil {
		return 0
	}
	return int(glyph)
}

// Box are the measures of a face that a file states, in thousandths of the size.
type Box struct {
	Left, Bottom, Right, Top       int // that all letters together take
	Ascent, Descent, Capital, Stem int
	Italic                         float64 // degrees, negative to the right
}

// Box reads the measures from the tables «head», «OS/2» and «post».
func (f *Face) Box() Box {
	at := func(table []byte, offset int) int {
		if len(table) < offset+2 {
			return 0
		}
		return int(float64(int16(binary.BigEndian.Uint16(table[offset:]))) * 1000 / f.unitsPerEm)
	}
	head, os2, post := f.Table("head"), f.Table("OS/2"), f.Table("post")
	b := Box{Left: at(head, 36), Bottom: at(head, 38), Right: at(head, 40), Top: at(head, 42),
		Ascent: int(f.Ascent * 1000), Descent: -int(f.Descent * 1000), Capital: at(os2, 88), Stem: 80}
	if len(os2) >= 6 && binary.BigEndian.Uint16(os2[4:]) >= 600 {
		b.Stem = 140 // the weight is known, its stem is not: the usual one of a bold face
	}
	if b.Capital == 0 {
		b.Capital = b.Ascent * 3 / 4
	}
	if len(post) >= 8 {
		b.Italic = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536
	}
	return b
}
