package annotate

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// boxes is the VML part of one sheet: in what box each note is shown. Besides notes
// it may hold buttons and pictures; they stay. It is changed by its letters, for the
// HTML in it need not be XML.
type boxes struct {
	part  string
	text  []byte
	end   int // where the root ends
	next  int // number of the next shape
	added strings.Builder
}

const (
	boxSpaces = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
	boxType   = `<v:shapetype` + boxSpaces + ` id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
)

// noBoxes is a part for so many boxes. Their numbers are counted in blocks of 1024,
// which the part claims for itself.
func noBoxes(count int) string {
	blocks := "1"
	for n := 1; n <= count/1023; n++ {
		blocks += "," + strconv.Itoa(n+1)
	}
	return `<xml` + boxSpaces + `><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + blocks + `"/></o:shapelayout></xml>`
}

var (
	shapeID  = regexp.MustCompile(`_x0000_s([0-9]{1,9})\b`)
	noteType = regexp.MustCompile(`id=["']_x0000_t202["']`)
	noteKind = regexp.MustCompile(`ObjectType=["']Note["']`)
)

func openBoxes(part string, text []byte) (*boxes, error) {
	b := &boxes{part: part, text: text, end: bytes.LastIndex(text, []byte("</xml>")), next: 1025}
	if b.end < 0 {
		return nil, damaged(part)
	}
	for _, id := range shapeID.FindAllSubmatch(text, -1) {
		b.next = max(b.next, number(string(id[1]), 0)+1)
	}
	if !noteType.Match(text) {
		b.added.WriteString(boxType)
	}
	return b, nil
}

// add makes the box of a note, right of its cell and big enough for the text.
func (b *boxes) add(m mark, g *grid) {
	width, height := boxSize(m.text)
	left, top := min(m.column+1, maxColumn-8), max(1, m.row-1)
	if m.row > maxRow-50 {
		top = maxRow - 50
	}
	right, rightRest := g.across(left, width+12)
	bottom, bottomRest := g.down(top, height+8)
	fmt.Fprintf(&b.added, `<v:shape%s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:%dpx;height:%dpx;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
		`<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 12, %d, 8, %d, %d, %d, %d</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		boxSpaces, b.next, width, height, b.next-1024, left-1, top-1, right-1, rightRest, bottom-1, bottomRest, m.row-1, m.column-1)
	b.next++
}

// boxSize is the size of a box in pixels: Tahoma 9 has letters of about 6.5 and
// lines of 15.
func boxSize(text string) (width, height int) {
	const letter, line, around = 6.5, 15, 14
	width = 290
	lines := boxLines(text, int(float64(width-around)/letter))
	if lines > 12 {
		width = 480
		lines = boxLines(text, int(float64(width-around)/letter))
	}
	return width, min(max(lines, 2), 60)*line + around
}

func boxLines(text string, letters int) (lines int) {
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/letters
	}
	return lines
}

var (
	noteAnchor = regexp.MustCompile(`Anchor>\s*((?:\d+\s*,\s*){6})(\d+)(\s*,\s*\d+\s*</)`)
	noteHeight = regexp.MustCompile(`(style=["'][^"']*[;"'\s]height:\s*)([0-9.]{1,9})(pt|px)`)
	noteRow    = regexp.MustCompile(`[<:]Row>\s*(\d{1,9})\s*</`)
	noteColumn = regexp.MustCompile(`[<:]Column>\s*(\d{1,9})\s*</`)
	shapeEnd   = regexp.MustCompile(`</(\w+:)?shape>`)
)

// place is a cell as VML counts: from 0.
type place struct{ row, column int }

// grow makes the boxes of notes that have got more text higher by so many lines, and
// tells which of the notes have a box at all.
func (b *boxes) grow(lines map[place]int) (boxed map[place]bool) {
	boxed = map[place]bool{}
	var out bytes.Buffer
	done := 0
	for _, end := range shapeEnd.FindAllIndex(b.text[:b.end], -1) {
		shape := b.text[done:end[1]]
		row, column := noteRow.FindSubmatch(shape), noteColumn.FindSubmatch(shape)
		if row != nil && column != nil && noteKind.Match(shape) {
			cell := place{number(string(row[1]), -1), number(string(column[1]), -1)}
			boxed[cell] = true
			if n := lines[cell]; n > 0 {
				shape = higher(shape, n)
			}
		}
		out.Write(shape)
		done = end[1]
	}
	out.Write(b.text[done:])
	b.end += out.Len() - len(b.text)
	b.text = out.Bytes()
	return boxed
}

// higher makes a box higher. Excel goes by the anchor, others by the style.
func higher(shape []byte, lines int) []byte {
	shape = noteAnchor.ReplaceAllFunc(shape, func(b []byte) []byte {
		m := noteAnchor.FindSubmatch(b)
		return fmt.Appendf(nil, "Anchor>%s%d%s", m[1], number(string(m[2]), 0)+lines, m[3])
	})
	return noteHeight.ReplaceAllFunc(shape, func(b []byte) []byte {
		m := noteHeight.FindSubmatch(b)
		height, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			return b
		}
		return fmt.Appendf(nil, "%s%s%s", m[1], strconv.FormatFloat(height+float64(15*lines), 'f', -1, 64), m[3])
	})
}

func (b *boxes) save(p *pack) {
	var changes edits
	changes.put(b.end, b.added.String())
	p.write(b.part, changes.apply(b.text))
}
