package pdfa

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"doklad/generator/typeset"
)

// A cut font has the glyphs that were wanted, with their outlines and widths, also
// those composed of others («ё», «й»), and hardly anything else.
func TestCut(t *testing.T) {
	face := typeset.Tinos().Regular
	src, err := openSource(face.Table)
	if err != nil {
		t.Fatal(err)
	}
	glyphs := []int{0}
	for _, r := range "АяёЙ№é ₽" {
		glyphs = append(glyphs, face.Glyph(r))
	}
	file, err := src.cut(glyphs, face.Table)
	if err != nil {
		t.Fatal(err)
	}
	if len(file) > 30_000 {
		t.Errorf("the cut font has %d bytes", len(file))
	}
	if sum(file) != 0xB1B0AFBA {
		t.Error("the check sum of the file is wrong")
	}
	// The parser wants tables that a PDF does not need.
	cut := parse(t, withTables(file, face, "cmap", "name", "post", "OS/2"))
	whole := parse(t, face.TTF)
	for i, g := range glyphs {
		if got, want := outline(t, cut, i), outline(t, whole, g); got != want {
			t.Errorf("glyph %d: %s, want %s", g, got, want)
		}
	}
}

func parse(t *testing.T, file []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func withTables(file []byte, face *typeset.Face, tags ...string) []byte {
	var tables []fontTable
	for i := range int(be.Uint16(file[4:])) {
		record := file[12+16*i:]
		from := be.Uint32(record[8:])
		tables = append(tables, fontTable{string(record[:4]), file[from : from+be.Uint32(record[12:])]})
	}
	for _, tag := range tags {
		tables = append(tables, fontTable{tag, face.Table(tag)})
	}
	slices.SortFunc(tables, func(a, b fontTable) int { return strings.Compare(a.tag, b.tag) })
	return assemble(tables)
}

func outline(t *testing.T, f *sfnt.Font, glyph int) string {
	t.Helper()
	var buf sfnt.Buffer
	segments, err := f.LoadGlyph(&buf, sfnt.GlyphIndex(glyph), fixed.I(2048), nil)
	if err != nil {
		t.Fatal(err)
	}
	drawn := fmt.Sprint(segments)
	advance, err := f.GlyphAdvance(&buf, sfnt.GlyphIndex(glyph), fixed.I(2048), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(advance, drawn)
}

// Every character that the font has can be written, and is found again by its code.
func TestAnyCharacter(t *testing.T) {
	face := typeset.Tinos().Regular
	f := &Font{face: face}
	count := 0
	for r := rune(' '); r <= 0xFFFF; r++ {
		if (r < 0xD800 || r > 0xDFFF) && face.Has(r) {
			f.code(r)
			count++
		}
	}
	p, err := f.program()
	if err != nil {
		t.Fatal(err)
	}
	if count < 2000 || len(p.font) == 0 {
		t.Errorf("%d characters", count)
	}
	shared, err := commonProgram(face)
	if err != nil || shared.name == p.name {
		t.Errorf("a bigger cut has the name of the common one: %s, %v", p.name, err)
	}
}

// Ordinary papers share one cut.
func TestCommonCutIsShared(t *testing.T) {
	face := typeset.Tinos().Bold
	f := &Font{face: face}
	f.Show(nil, "Приказ № 109 «О плане» – 5,5 %", Style{Size: 14}, 0)
	p, err := f.program()
	if shared, _ := commonProgram(face); err != nil || p != shared {
		t.Errorf("not shared: %v", err)
	}
}

// A character above U+FFFF gets a code among the surrogates, and its own text.
func TestHighCharacters(t *testing.T) {
	f := &Font{face: typeset.Tinos().Regular}
	if a, b, again := f.code('😀'), f.code('𝑥'), f.code('😀'); a != 0xD800 || b != 0xD801 || again != a {
		t.Errorf("codes %x %x %x", a, b, again)
	}
	if cmap := string(f.toUnicode(f.codes())); !strings.Contains(cmap, "<D800><D800><D83DDE00>") {
		t.Error(cmap)
	}
}

// Ranges of characters do not cross a high byte, and there are no more than 100 in
// a block.
func TestToUnicode(t *testing.T) {
	f := &Font{face: typeset.Tinos().Regular}
	for r := rune(0x3F0); r < 0x410; r++ {
		f.code(r)
	}
	for i := range rune(150) {
		f.code(0x1000 + 2*i)
	}
	cmap := string(f.toUnicode(f.codes()))
	for _, want := range []string{"<03F0><03FF><03F0>", "<0400><040F><0400>", "100 beginbfrange", "52 beginbfrange"} {
		if !strings.Contains(cmap, want) {
			t.Errorf("no %s", want)
		}
	}
}

// A damaged font gives an error, never a panic.
func TestDamagedFont(t *testing.T) {
	face := typeset.Tinos().Regular
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		tables := map[string][]byte{}
		for _, tag := range []string{"head", "hhea", "maxp", "loca", "glyf", "hmtx", "cvt ", "fpgm", "prep"} {
			tables[tag] = bytes.Clone(face.Table(tag))
			switch random.IntN(4) {
			case 0:
				tables[tag] = tables[tag][:random.IntN(len(tables[tag]))]
			case 1:
				for range 20 {
					tables[tag][random.IntN(min(3000, len(tables[tag])))] = byte(random.Uint32())
				}
			}
		}
		table := func(tag string) []byte { return tables[tag] }
		src, err := openSource(table)
		if err != nil {
			continue
		}
		src.cut([]int{0, 36, 570, 571, 3284}, table) //nolint:errcheck // either is right
	}
}

// Strings of a file: Latin as it is, all else as UTF-16; lengths without needless
// zeros.
func TestText(t *testing.T) {
	for _, test := range [][2]string{
		{"ru-RU", "(ru-RU)"}, {`a(b)\`, `(a\(b\)\\)`}, {"№ 1", "<FEFF211600200031>"}, {"😀", "<FEFFD83DDE00>"}, {"", "()"},
	} {
		if got := text(test[0]); got != test[1] {
			t.Errorf("%q: %s, want %s", test[0], got, test[1])
		}
	}
	for v, want := range map[float64]string{0: "0", 10: "10", 1.5: "1.5", -0.0001: "0", 841.8898: "841.89", 100: "100"} {
		if got := number(v); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
}
