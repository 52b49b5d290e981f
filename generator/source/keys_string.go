package source

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted reads a string of the file character by character, so that a character
// of the value can be traced to its place in the file.
type quoted struct {
	source string
	pos    int
	quote  byte
	long   bool // three quotes
	plain  bool // so far the value is a copy of the source
}

// openString begins to read at the opening quote. A newline right after three
// quotes does not belong to the value (TOML 1.0, String).
func openString(source string, pos int) *quoted {
	q := &quoted{source: source, pos: pos + 1, quote: source[pos], plain: true}
	if strings.HasPrefix(source[pos:], strings.Repeat(source[pos:pos+1], 3)) {
		q.long, q.pos = true, pos+3
		if q.peek() == '\n' {
			q.pos++
		}
	}
	return q
}

// peek is the next byte, 0 at the end of the file.
func (q *quoted) peek() byte {
	if q.pos < len(q.source) {
		return q.source[q.pos]
	}
	return 0
}

// next returns one character of the value and where in the file it is written.
// ok is false at the closing quote, which is then the place.
func (q *quoted) next() (r rune, at int, ok bool) {
	for q.skipLineEnd() {
	}
	at = q.pos
	if q.pos >= len(q.source) || q.closes() {
		return 0, at, false
	}
	if q.quote == '"' && q.peek() == '\\' {
		q.plain = false
		return q.escape(), at, true
	}
	r, size := utf8.DecodeRuneInString(q.source[q.pos:])
	q.pos += size
	return r, at, true
}

// closes reports the closing quote. Up to two more quotes may touch three
// closing ones; they belong to the value.
func (q *quoted) closes() bool {
	if !q.long {
		return q.peek() == q.quote || q.peek() == '\n'
	}
	n := 0
	for n < 4 && q.pos+n < len(q.source) && q.source[q.pos+n] == q.quote {
		n++
	}
	return n == 3
}

// skipLineEnd passes a backslash at the end of a line with all blanks after it.
func (q *quoted) skipLineEnd() bool {
	if !q.long || q.quote != '"' || q.peek() != '\\' {
		return false
	}
	rest := strings.TrimLeft(q.source[q.pos+1:], " \t\n")
	blank := q.source[q.pos+1 : len(q.source)-len(rest)]
	if !strings.Contains(blank, "\n") {
		return false
	}
	q.pos, q.plain = len(q.source)-len(rest), false
	return true
}

func (q *quoted) escape() rune {
	q.pos++
	c := q.peek()
	q.pos++
	digits := 0
	switch c {
	case 'b':
		return '\b'
	case 't':
		return '\t'
	case 'n':
		return '\n'
	case 'f':
		return '\f'
	case 'r':
		return '\r'
	case 'e':
		return 0x1b
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		return rune(c)
	}
	end := min(q.pos+digits, len(q.source))
	code, _ := strconv.ParseUint(q.source[min(q.pos, end):end], 16, 32)
	q.pos = end
	return rune(code)
}

// readString returns the value and the position after its closing quote; ok is
// false if there is none.
func readString(source string, pos int) (value string, end int, ok bool) {
	q := openString(source, pos)
	var b strings.Builder
	start := q.pos
	for {
		plain, before := q.plain, q.pos
		r, _, more := q.next()
		if plain && !q.plain {
			b.WriteString(source[start:before])
		}
		if !more {
			break
		}
		if !q.plain {
			b.WriteRune(r)
		}
	}
	if q.plain {
		value = source[start:q.pos]
	} else {
		value = b.String()
	}
	if q.peek() != q.quote {
		return value, q.pos, false
	}
	end = q.pos + 1
	if q.long {
		end = q.pos + 3
	}
	return value, end, true
}

// offsetIn is the byte offset of a character of the string that opens at start.
// Past the end is the closing quote; an empty string is its opening quote.
func offsetIn(source string, start, characters int) int {
	q := openString(source, start)
	for i := 0; ; i++ {
		_, at, ok := q.next()
		switch {
		case !ok && i == 0:
			return start
		case !ok || i >= characters:
			return at
		}
	}
}
