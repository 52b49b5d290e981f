package lint

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part says what a text is in the order.
type part int

const (
	prose     part = iota // title, preamble, points, appendices: sentences
	heading               // title of an annex or of a section
	post                  // of a person; a body that receives a copy
	fullName              // surname with initials, by itself
	activity              // cell «мероприятие»
	bodies                // cell «ответственные»
	term                  // cell «срок исполнения»
	result                // cell «планируемый результат»
	otherCell             // of an appendix
)

// text is one value of the order: a string, or a list of lines read as one.
type text struct {
	key, path string
	part      part
	words     string
	starts    []int // where the lines of a list begin; nil for a string
	signs     signs
}

func newText(part part, key, path, words string) text {
	words = strings.ToValidUTF8(words, "\uFFFD")
	return text{key: key, path: path, part: part, words: words, signs: signsIn(words)}
}

// newLines joins the lines, because quotes and sentences run on over them.
func newLines(part part, key, path string, lines []string) text {
	starts, valid, at := make([]int, len(lines)), make([]string, len(lines)), 0
	for i, line := range lines {
		valid[i] = strings.ToValidUTF8(line, "\uFFFD")
		starts[i] = at
		at += len(valid[i]) + 1
	}
	t := newText(part, key, path, strings.Join(valid, "\n"))
	t.starts = starts
	return t
}

// at is the spot of a byte of the text.
func (t *text) at(offset int) spot {
	if len(t.starts) == 0 {
		return spot{t.key, t.path, utf8.RuneCountInString(t.words[:offset])}
	}
	line, exact := slices.BinarySearch(t.starts, offset)
	if !exact {
		line--
	}
	return spot{
		t.key + "[" + strconv.Itoa(line+1) + "]", t.path,
		utf8.RuneCountInString(t.words[t.starts[line]:offset]),
	}
}

// startsSmall reports whether the first letter is small.
func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\n«\"("))
	return unicode.IsLower(r)
}

// startsCapital reports whether the first letter is a capital.
func startsCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\n«\"("))
	return unicode.IsUpper(r)
}

func withSmall(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

func withCapital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// short cuts what is quoted in a message.
func short(s string) string {
	const most = 70
	if len(s) > 1000 { // only the beginning is looked at
		s = strings.ToValidUTF8(s[:1000], "")
	}
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	if len(s) <= most || utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:most]), " ,") + "…"
}

// isBlank reports whether nothing is written.
func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
