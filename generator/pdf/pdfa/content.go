package pdfa

import (
	"fmt"
	"math"
	"strings"
)

// Style is how a line is shown: its size, and how many points wider its spaces
// are than normal.
type Style struct{ Size, Space float64 }

// At appends the operator that puts the next line at x, y (upwards).
func At(buf []byte, x, y float64) []byte {
	return append(appendPoint(append(buf, "1 0 0 1 "...), x, y), " Tm"...)
}

// Turned is At for a line turned by an angle in degrees, counter-clockwise.
func Turned(buf []byte, x, y, angle float64) []byte {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	buf = fmt.Appendf(buf, "%.5f %.5f %.5f %.5f ", cos, sin, -sin, cos)
	return append(appendPoint(buf, x, y), " Tm"...)
}

func appendPoint(buf []byte, x, y float64) []byte {
	buf = append(appendNumber(buf, x), ' ')
	return appendNumber(buf, y)
}

// Choose appends the operator that chooses the font.
func (f *Font) Choose(buf []byte, size float64) []byte {
	buf = append(append(append(buf, '/'), f.Name...), ' ')
	return append(appendNumber(buf, size), " Tf\n"...)
}

// Show appends the operator that shows a text, kerned as the font says; before is
// the last character shown ahead of it on the line. The codes have two bytes, so the word spacing of PDF does not
// reach the spaces (9.3.3); it is put after each by hand.
func (f *Font) Show(buf []byte, text string, s Style, before rune) []byte {
	buf = append(buf, "[("...)
	if before == '\u00a0' {
		before = ' '
	}
	for _, r := range text {
		if r == '\u00a0' {
			r = ' ' // it looks the same, and a search for «№ 109» finds it
		}
		shift := 0.0 // thousandths of the size, to the left
		switch {
		case before == ' ':
			shift = -s.Space / s.Size * 1000
		case before != 0:
			shift = -f.face.Kern(before, r) * 1000
		}
		if math.Abs(shift) >= 0.001 {
			buf = append(appendNumber(append(buf, ')'), shift), '(')
		}
		code := f.code(r)
		buf = appendByte(appendByte(buf, byte(code>>8)), byte(code))
		before = r
	}
	return append(buf, ")]TJ\n"...)
}

// appendByte writes a byte of a string (7.3.4.2).
func appendByte(buf []byte, b byte) []byte {
	switch b {
	case '(', ')', '\\':
		return append(buf, '\\', b)
	case '\r':
		return append(buf, '\\', 'r')
	}
	return append(buf, b)
}

// Grey appends the operator that chooses a grey: 0 is black, 1 is white.
func Grey(buf []byte, grey float64) []byte {
	return append(appendNumber(buf, grey), " g\n"...)
}

// BeginMark appends the operator that begins a marked piece: number is its place
// among the Marks of the page.
func BeginMark(buf []byte, kind Kind, number int) []byte {
	return fmt.Appendf(buf, "/%s<</MCID %d>>BDC\n", kind, number)
}

// BeginArtifact begins what belongs to the page only. Pagination is true for
// what each page repeats.
func BeginArtifact(buf []byte, pagination bool) []byte {
	if pagination {
		return append(buf, "/Artifact<</Type/Pagination>>BDC\n"...)
	}
	return append(buf, "/Artifact BMC\n"...)
}

// BeginInstead begins what stands for a text: readers and searches are given
// the text (14.9.4, replacement text).
func BeginInstead(buf []byte, text string) []byte {
	var b strings.Builder
	b.WriteString("/Span<</ActualText<FEFF")
	b.WriteString(utf16Hex(text))
	b.WriteString(">>>BDC\n")
	return append(buf, b.String()...)
}

// End ends a marked piece, an artifact or a replaced text.
func End(buf []byte) []byte { return append(buf, "EMC\n"...) }
