package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doklad/generator/russian"
)

const (
	noBreakSpace       = '\u00a0'
	narrowNoBreakSpace = '\u202f'
	figureSpace        = '\u2007'
	shortSide          = 2 // letters, two bytes each
)

// word is a piece of text that no line break divides.
type word struct {
	text  string
	at    int // where it begins in the source, in bytes
	width float64
	// space is true where a space follows that a break replaces; false after
	// a hyphen or a slash, where a break is allowed but nothing disappears.
	space bool
	// forced marks the end of a line wanted by the author.
	forced bool
	// hyphen is true where a break shows a hyphen: the word goes on after it.
	hyphen bool
	// dash is true where the word ends in a hyphen of its own.
	dash bool
	// short is true where a break leaves no more than two letters on one side:
	// allowed, but not liked.
	short bool
	// cut marks a piece of a word that was wider than the line.
	cut bool
	// gaps counts the no-break spaces inside, which stretch like the others.
	gaps int
}

// splitWords cuts a text where lines may break: at spaces, after a hyphen
// between letters, after a slash and, in justified text, where a word may be
// divided. A word wider than the limit is cut by letters, because losing text is
// worse than an ugly break.
func (s Setting) splitWords(words []word, text string) []word {
	words = slices.Grow(words, len(text)/8+2)
	from := -1 // of the word being read
	end := func(to int) {
		if from >= 0 {
			words = s.appendField(words, text[from:to], from)
			from = -1
		}
	}
	for i, r := range text {
		switch {
		case r == '\n':
			end(i)
			if len(words) > 0 {
				words[len(words)-1].forced = true
			}
		case isBreakingSpace(r):
			end(i)
		case from < 0:
			from = i
		}
	}
	end(len(text))
	return words
}

// appendField adds the pieces of what stands between two spaces.
func (s Setting) appendField(words []word, field string, at int) []word {
	if !strings.ContainsAny(field, "-/") { // as most words
		return s.appendWord(words, field, at, true)
	}
	pieces := breakInside(field)
	if s.Manner == Balanced && !s.isTooWide(field) {
		pieces = []string{field} // no line of a title ends in a hyphen
	}
	if isAddress(field) {
		s.Manner, s.Divide = Ragged, false // a hyphen would be read as a part of it
	}
	for i, piece := range pieces {
		words = s.appendWord(words, piece, at, i == len(pieces)-1)
		if i < len(pieces)-1 && strings.HasSuffix(piece, "-") {
			words[len(words)-1].dash = true
		}
		at += len(piece)
	}
	return words
}

// appendWord adds a word. One wider than the line is first parted at its no-break
// spaces, one after the other; each measure stops at the limit, so that a word of
// any length takes time by its length.
func (s Setting) appendWord(words []word, text string, at int, space bool) []word {
	if width := s.Face.Width(text[:min(len(text), longWord)], s.Size); len(text) < longWord && width <= s.Width-s.Indent {
		return s.appendPieces(words, text, at, space, width, s.hyphens(text))
	}
	for s.isTooWide(text) {
		part := partingSpace(text)
		if part < 0 {
			break
		}
		words = s.appendLong(words, text[:part], at, true)
		part += len(string(noBreakSpace))
		text, at = text[part:], at+part
	}
	return s.appendLong(words, text, at, space)
}

// longWord is longer than any word in bytes: such a one is measured no further than
// needed.
const longWord = 200

// isTooWide reports whether a word does not fit a line; it may begin the
// paragraph.
func (s Setting) isTooWide(text string) bool {
	return s.Face.isWider(text, s.Size, s.Width-s.Indent)
}

// hyphens are where a word that fits a line may be divided.
func (s Setting) hyphens(text string) []int {
	if s.Manner != Justified {
		return nil
	}
	return russian.HyphenParts(text)
}

// appendPieces adds a word of a known width, in parts where it may be divided. The
// parts are kerned, so together they are as wide as the word.
func (s Setting) appendPieces(words []word, text string, at int, space bool, width float64, hyphens []int) []word {
	before, from := 0.0, 0
	for _, to := range hyphens {
		part := text[from:to]
		wide := s.Face.Width(part, s.Size)
		if from > 0 {
			left, _ := utf8.DecodeLastRuneInString(text[:from])
			right, _ := utf8.DecodeRuneInString(part)
			wide += s.Face.Kern(left, right) * s.Size
		}
		words = append(words, word{text: part, at: at + from, width: wide, hyphen: true,
			short: to <= 2*shortSide || len(text)-to <= 2*shortSide,
			gaps:  strings.Count(part, string(noBreakSpace))})
		from, before = to, before+wide
	}
	text, at = text[from:], at+from
	return append(words, word{text: text, at: at, width: width - before, space: space,
		gaps: strings.Count(text, string(noBreakSpace))})
}

// appendLong adds a word that may be wider than a line: it is divided, where each
// part then fits, or else cut by letters.
func (s Setting) appendLong(words []word, text string, at int, space bool) []word {
	if !s.isTooWide(text) {
		return s.appendPieces(words, text, at, space, s.Face.Width(text, s.Size), s.hyphens(text))
	}
	hyphens := s.hyphens(text)
	if s.Divide {
		hyphens = russian.HyphenPartsOfTitle(text)
	}
	if len(hyphens) > 0 {
		divided := s.appendPieces(words, text, at, space, s.Face.Width(text, s.Size), hyphens)
		hyphen := s.Face.Width("-", s.Size)
		isWide := func(w word) bool {
			width := w.width
			if w.hyphen {
				width += hyphen
			}
			return width > s.Width-s.Indent
		}
		if !slices.ContainsFunc(divided[len(words):], isWide) {
			return divided
		}
	}
	for s.isTooWide(text) {
		cut := widestPrefix(text, s.Face, s.Size, s.Width-s.Indent)
		if cut == len(text) {
			break
		}
		words = append(words, word{text: text[:cut], at: at, width: s.Face.Width(text[:cut], s.Size), cut: true})
		text, at = text[cut:], at+cut
	}
	return s.appendPieces(words, text, at, space, s.Face.Width(text, s.Size), nil)
}

// partingSpace is where words bound together are parted when they do not fit, in
// bytes; -1: nowhere. «№» still does not end a line.
func partingSpace(text string) int {
	for i, r := range text {
		if r == noBreakSpace && i > 0 && !strings.HasSuffix(text[:i], "№") {
			return i
		}
	}
	return -1
}

// widestPrefix is the number of bytes that fit, at least one character. A piece
// neither begins nor ends with a no-break space, nor begins with the mark of a note.
func widestPrefix(text string, face *Face, size, limit float64) int {
	width, end := 0.0, 0
	for i, r := range text {
		width += face.Width(string(r), size)
		if end > 0 && width > limit {
			return end
		}
		_, length := utf8.DecodeRuneInString(text[i:])
		next := i + length
		after, _ := utf8.DecodeRuneInString(text[next:])
		if _, mark := lowered(after); r != noBreakSpace && after != noBreakSpace && !mark {
			end = next
		}
	}
	return len(text)
}

func isBreakingSpace(r rune) bool {
	if r > ' ' && r < 0x85 || r >= 'А' && r <= 'я' {
		return false // as nearly always
	}
	return unicode.IsSpace(r) && r != noBreakSpace && r != narrowNoBreakSpace && r != figureSpace
}

// breakInside divides «план-график» after the hyphen and «сад/школа» after the
// slash. «26-01-06-697» and «5-й» stay whole: a hyphen counts only with two
// letters or more on each side.
func breakInside(field string) []string {
	mayBreak := betweenLetters
	if isAddress(field) {
		mayBreak = inAddress
	}
	var pieces []string
	start := 0
	for i := range len(field) {
		if (field[i] == '-' || field[i] == '/') && mayBreak(field[:i], field[i+1:]) {
			pieces = append(pieces, field[start:i+1])
			start = i + 1
		}
	}
	return append(pieces, field[start:])
}

func betweenLetters(before, after string) bool {
	for range 2 {
		last, width := utf8.DecodeLastRuneInString(before)
		first, size := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(last) || !unicode.IsLetter(first) {
			return false
		}
		before, after = before[:len(before)-width], after[size:]
	}
	return true
}

// WidestWord is the width of the widest word: the least width at which a text is
// set without breaking a word. «Июль-август» counts as one word here, although
// it may be broken where there is no room.
func WidestWord(text string, face *Face, size float64) float64 {
	widest := 0.0
	for _, word := range strings.FieldsFunc(text, isBreakingSpace) {
		widest = max(widest, face.Width(word, size))
	}
	return widest
}

// IsCut reports whether a word is cut by letters in ragged lines of a width.
func IsCut(text string, face *Face, size, width float64) bool {
	pieces := Setting{Face: face, Size: size, Width: width}.splitWords(nil, text)
	return slices.ContainsFunc(pieces, func(w word) bool { return w.cut })
}

// Piece is a word, or a part of one, with the space after it; after a hyphen that
// is 0.
type Piece struct{ Width, Space float64 }

// WordWidths measures the words of a text, each as a whole.
func WordWidths(text string, face *Face, size float64) []Piece {
	return widths(text, face, size, nil)
}

// PieceWidths measures the words of a text, and the parts of those with a hyphen or
// a slash: «учебно-», «методический».
func PieceWidths(text string, face *Face, size float64) []Piece {
	return widths(text, face, size, breakInside)
}

// LeastWidths measures what is divided only by letters: words bound by a no-break
// space are parted too.
func LeastWidths(text string, face *Face, size float64) []Piece {
	var parted strings.Builder
	for at := partingSpace(text); at >= 0; at = partingSpace(text) {
		parted.WriteString(text[:at] + " ")
		text = text[at+len(string(noBreakSpace)):]
	}
	return PieceWidths(parted.String()+text, face, size)
}

func widths(text string, face *Face, size float64, divide func(word string) []string) []Piece {
	fields := strings.FieldsFunc(text, isBreakingSpace)
	space := face.Width(" ", size)
	pieces := make([]Piece, 0, len(fields))
	for _, word := range fields {
		if divide == nil || !strings.ContainsAny(word, "-/") {
			pieces = append(pieces, Piece{Width: face.Width(word, size), Space: space})
			continue
		}
		for _, piece := range divide(word) {
			pieces = append(pieces, Piece{Width: face.Width(piece, size)})
		}
		pieces[len(pieces)-1].Space = space
	}
	return pieces
}
