package pdfa

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"

	"doklad/generator/typeset"
)

// Font is a face in a file. A character is written by its own number (its code
// in UTF-16), whatever the glyph: the text of a page can be read without the
// font, and the pages do not change when the font is cut anew.
type Font struct {
	Name string // in the resources of a page

	face *typeset.Face
	used [1 << 10]uint64 // a bit for each code
	high []rune          // characters above U+FFFF; their codes begin at highCodes
}

// highCodes are the surrogates of UTF-16, which are no characters themselves.
const highCodes = 0xD800

// code is the number of a character, remembered as used.
func (f *Font) code(r rune) uint16 {
	if r > 0xFFFF {
		at := slices.Index(f.high, r)
		if at < 0 {
			at = len(f.high)
			f.high = append(f.high, r)
		}
		r = highCodes + rune(at)
	}
	f.used[r>>6] |= 1 << (r & 63)
	return uint16(r)
}

func (f *Font) rune(code int) rune {
	if code >= highCodes && code < highCodes+len(f.high) {
		return f.high[code-highCodes]
	}
	return rune(code)
}

// common are the characters of ordinary papers: a face is cut to them once, and
// all files share the work.
const common = " !\"%&'()*+,-./0123456789:;<=>?§«»–—“”„’…№−" +
	"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя" +
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// program is a cut font with all that a file says of it.
type program struct {
	name    string // «ABCDEF+Tinos-Bold» (9.6.4, font subsets)
	widths  string
	font    []byte // compressed, like the next two
	length  int
	glyphs  []byte // code → glyph
	unicode []byte // code → character
}

var commonPrograms sync.Map // *typeset.Face → func() (*program, error)

func commonProgram(face *typeset.Face) (*program, error) {
	once, ok := commonPrograms.Load(face)
	if !ok {
		once, _ = commonPrograms.LoadOrStore(face, sync.OnceValues(func() (*program, error) {
			font := &Font{face: face}
			for _, r := range common {
				if face.Has(r) {
					font.code(r)
				}
			}
			return font.cut()
		}))
	}
	return once.(func() (*program, error))()
}

// Prepare cuts a face to the common characters, which the first file that uses it
// would have to wait for.
func Prepare(face *typeset.Face) { commonProgram(face) } //nolint:errcheck // told when it is used

// program is the shared one where it has all the characters, else one of the
// file's own.
func (f *Font) program() (*program, error) {
	rare := len(f.high) > 0
	own := *f
	for _, r := range common {
		if f.face.Has(r) {
			own.used[r>>6] |= 1 << (r & 63)
		}
	}
	shared := &Font{face: f.face}
	for _, r := range common {
		if f.face.Has(r) {
			shared.code(r)
		}
	}
	if !rare && own.used == shared.used {
		return commonProgram(f.face)
	}
	return own.cut()
}

// codes are the used ones, in order.
func (f *Font) codes() []int {
	var codes []int
	for i, bits := range f.used {
		for b := 0; bits != 0; b, bits = b+1, bits>>1 {
			if bits&1 != 0 {
				codes = append(codes, i<<6+b)
			}
		}
	}
	return codes
}

// cut makes the program for the used characters.
func (f *Font) cut() (*program, error) {
	src, err := openSource(f.face.Table)
	if err != nil {
		return nil, err
	}
	codes := f.codes()
	glyphs := []int{0}
	at := map[int]int{}
	places := make([]byte, 2*(codes[len(codes)-1]+1))
	var widths strings.Builder
	for i, code := range codes {
		glyph := f.face.Glyph(f.rune(code))
		if _, known := at[glyph]; !known {
			at[glyph] = len(glyphs)
			glyphs = append(glyphs, glyph)
		}
		be.PutUint16(places[2*code:], uint16(at[glyph]))
		switch {
		case i == 0:
			fmt.Fprintf(&widths, "%d[", code)
		case code != codes[i-1]+1:
			fmt.Fprintf(&widths, "]%d[", code)
		default:
			widths.WriteByte(' ')
		}
		widths.WriteString(number(1000 * float64(src.advance(glyph)) / float64(be.Uint16(src.head[18:]))))
	}
	widths.WriteByte(']')
	font, err := src.cut(glyphs, f.face.Table)
	if err != nil {
		return nil, err
	}
	return &program{name: tag(codes) + "+" + postscriptName(f.face), widths: widths.String(),
		font: compress(font), length: len(font), glyphs: compress(places), unicode: compress(f.toUnicode(codes))}, nil
}

// toUnicode is the way from codes back to characters (9.10.3). Ranges end where
// the high byte changes, as the format of Adobe wants it.
func (f *Font) toUnicode(codes []int) []byte {
	var ranges []string
	for i := 0; i < len(codes); {
		from, to := codes[i], codes[i]
		for i++; i < len(codes) && from < highCodes && codes[i] == to+1 && codes[i]>>8 == from>>8; i++ {
			to = codes[i]
		}
		ranges = append(ranges, fmt.Sprintf("<%04X><%04X><%s>\n", from, to, utf16Hex(string(f.rune(from)))))
	}
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n" +
		"/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(ranges, 100) {
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", len(part), strings.Join(part, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend")
	return []byte(b.String())
}

// tag is six capitals that stand for the characters in a cut font.
func tag(codes []int) string {
	hash := fnv.New64a()
	for _, code := range codes {
		hash.Write([]byte{byte(code >> 8), byte(code)})
	}
	sum := hash.Sum64()
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = byte('A' + sum%26)
		sum /= 26
	}
	return string(letters)
}

// postscriptName has no spaces and no letters but Latin ones.
func postscriptName(face *typeset.Face) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r == '-':
			return r
		}
		return -1
	}, face.Name)
	if name == "" {
		return "Font"
	}
	return name
}

// writeFonts writes the fonts and gives their entry of the resources.
func (f *File) writeFonts() (string, error) {
	var names strings.Builder
	for _, font := range f.fonts {
		p, err := font.program()
		if err != nil {
			return "", fmt.Errorf("шрифт «%s»: %w", font.face.Name, err)
		}
		fmt.Fprintf(&names, "/%s %v", font.Name, f.writeFont(font.face, p))
	}
	return names.String(), nil
}

func (f *File) writeFont(face *typeset.Face, p *program) ref {
	file, glyphs, unicode := f.w.reserve(), f.w.reserve(), f.w.reserve()
	f.w.packed(file, fmt.Sprintf("/Length1 %d", p.length), p.font)
	f.w.packed(glyphs, "", p.glyphs)
	f.w.packed(unicode, "", p.unicode)
	m := face.Box()
	descriptor := f.w.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle %s"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>", p.name,
		m.Left, m.Bottom, m.Right, m.Top, number(m.Italic), m.Ascent, m.Descent, m.Capital, m.Stem, file)
	cid := f.w.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/DW 0/W[%s]/CIDToGIDMap %v>>", p.name, descriptor, p.widths, glyphs)
	return f.w.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", p.name, cid, unicode)
}
