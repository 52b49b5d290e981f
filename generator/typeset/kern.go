package typeset

import (
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// kerning remembers how near the letters of each pair go to each other. The font
// is asked once for a pair: its table is searched at every call.
type kerning struct {
	frequent [kernRunes * kernRunes]atomic.Int32 // units of the font + known
	rare     sync.Map                            // [2]rune → float32
}

// The frequent characters are Russian letters and ASCII.
const (
	kernRunes = 256
	kernASCII = 128
	kernFirst = 0x400 // of the Cyrillic letters
	known     = 1 << 20
)

func frequent(r rune) int {
	switch {
	case r < kernASCII:
		return int(r)
	case r >= kernFirst && r < kernFirst+kernRunes-kernASCII:
		return int(r-kernFirst) + kernASCII
	}
	return -1
}

// Kern is the room added between two characters, mostly below zero, as a share
// of the size. There is none at spaces: the width of a line must be the sum of
// its words and spaces.
func (f *Face) Kern(a, b rune) float64 {
	if f.kern == nil || a == ' ' || b == ' ' || a == noBreakSpace || b == noBreakSpace {
		return 0
	}
	i, j := frequent(a), frequent(b)
	if i < 0 || j < 0 {
		return f.rareKern(a, b)
	}
	entry := &f.kern.frequent[i*kernRunes+j]
	value := entry.Load()
	if value == 0 {
		value = int32(f.askKern(a, b)) + known
		entry.Store(value)
	}
	return float64(value-known) / f.unitsPerEm
}

func (f *Face) rareKern(a, b rune) float64 {
	pair := [2]rune{a, b}
	if v, ok := f.kern.rare.Load(pair); ok {
		return v.(float64)
	}
	v := float64(f.askKern(a, b)) / f.unitsPerEm
	f.kern.rare.Store(pair, v)
	return v
}

// askKern asks the font (tables GPOS and kern), in its units.
func (f *Face) askKern(a, b rune) int {
	var buf sfnt.Buffer
	left, err := f.font.GlyphIndex(&buf, a)
	if err != nil || left == 0 {
		return 0
	}
	right, err := f.font.GlyphIndex(&buf, b)
	if err != nil || right == 0 {
		return 0
	}
	shift, err := f.font.Kern(&buf, left, right, fixed.I(int(f.unitsPerEm)), font.HintingNone)
	if err != nil {
		return 0
	}
	return shift.Round()
}

// Unkerned is the same face with every letter at its full width, as programs
// that do not kern set it: Excel and LibreOffice Calc.
func (f *Face) Unkerned() *Face {
	plain := &Face{Name: f.Name, TTF: f.TTF, Ascent: f.Ascent, Descent: f.Descent, LineHeight: f.LineHeight,
		font: f.font, unitsPerEm: f.unitsPerEm, common: f.common}
	return plain
}
