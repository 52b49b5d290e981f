package sheet

import (
	"bytes"
	"io"
	"iter"
	"unicode"
	"unicode/utf8"
)

// xmlScanner reads the XML of workbooks forwards through a window. It is strict
// where looseness would hide damage (tags match, one root, UTF-8, nothing behind the
// end), knows no DOCTYPE and so no entities but the five and the numeric ones, and
// keeps only the text it is asked for.
//
// The first error stays; after it there are no more elements.
type xmlScanner struct {
	part string // for messages
	from io.Reader
	buf  []byte // the window; buf[at:] is not read yet
	at   int
	eof  bool
	err  error

	name   []byte // of the current element, without the prefix of the root; empty: foreign
	attrs  []xmlAttr
	text   []byte // of the leaf
	keep   bool
	closed bool // <a/>: its end is still to be told

	open    []byte // names of the open elements, one after another
	starts  []int  // where each begins in open
	rooted  bool
	prefix  []byte // of the root, with the colon
	space   string // namespace of the root
	foreign int    // depth of the element that left the root's namespace; 0: none
}

type xmlAttr struct{ name, value []byte }

// newXMLScanner reads a part of so many bytes; its window is no larger than it must be.
func newXMLScanner(part string, from io.Reader, size int) *xmlScanner {
	return &xmlScanner{part: clip([]byte(part)), from: from, buf: make([]byte, 0, min(size+1, 64<<10))}
}

func (s *xmlScanner) fail(format string, args ...any) {
	if s.err == nil {
		s.err = damaged(s.part, format, args...)
	}
}

func (s *xmlScanner) depth() int { return len(s.starts) }

// root goes into the root element, which must have this name in one of these
// namespaces.
func (s *xmlScanner) root(name string, spaces ...string) error {
	if s.has("\ufeff") {
		s.at += len("\ufeff")
	}
	if !s.next() {
		s.fail("нет корневого элемента «%s»", name)
		return s.err
	}
	known := false
	for _, space := range spaces {
		known = known || s.space == space
	}
	if string(s.name) != name || !known {
		s.fail("вместо «%s» стоит «%s»", name, clip(s.name))
	}
	return s.err
}

// children gives the names of the elements in the current one. What the loop has
// not read of a child is skipped; a loop that is left leaves the scanner where it is.
func (s *xmlScanner) children() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		depth := s.depth()
		for s.next() {
			if !yield(s.name) {
				return
			}
			s.leave(depth)
		}
	}
}

// leave goes out until so many elements are open.
func (s *xmlScanner) leave(depth int) {
	for s.err == nil && s.depth() > depth {
		s.next()
	}
}

// finish reads to the end of the part, where only comments may stand, so that the
// archive's checksum is compared too.
func (s *xmlScanner) finish() error {
	s.leave(0)
	if s.err == nil && s.next() {
		s.fail("за концом стоит ещё «%s»", clip(s.name))
	}
	return s.err
}

// leaf returns the text of the current element, which has only text; it is good
// until the next leaf.
func (s *xmlScanner) leaf() []byte {
	s.text, s.keep = s.text[:0], true
	depth := s.depth()
	for s.next() {
		s.fail("внутри значения стоит элемент «%s»", clip(s.name))
	}
	s.keep = false
	if s.err != nil || s.depth() >= depth {
		return nil
	}
	return s.text
}

// next goes to the next tag: true when an element begins, false when one ends or
// nothing more comes.
func (s *xmlScanner) next() bool {
	if s.closed {
		s.closed = false
		s.pop()
		return false
	}
	for s.err == nil && s.characters() {
		second := byte(0)
		if s.at+1 < len(s.buf) || s.more() {
			second = s.buf[s.at+1]
		}
		switch {
		case second == '?':
			s.instruction()
		case second != '!':
			return s.tag()
		case s.has("<!--"):
			s.skipPast("<!--", "-->")
		case s.has(cdata):
			if s.depth() == 0 {
				s.fail("текст вне корневого элемента")
			}
			s.skipPast(cdata, "]]>")
		default:
			s.fail("в нём описание типа (DOCTYPE), которого в книгах не бывает")
		}
	}
	return false
}

const cdata = "<![CDATA["

// characters reads text up to the next <.
func (s *xmlScanner) characters() bool {
	start := len(s.text)
	for {
		rest := s.buf[s.at:]
		i := bytes.IndexByte(rest, '<')
		if i == 0 {
			break
		}
		chunk := rest
		if i > 0 {
			chunk = rest[:i]
		}
		if s.depth() == 0 && len(bytes.Trim(chunk, " \t\r\n")) > 0 {
			s.fail("текст вне корневого элемента")
			return false
		}
		s.take(chunk)
		s.at += len(chunk)
		if i >= 0 {
			break
		}
		if !s.more() {
			if s.err == nil && (s.depth() > 0 || !s.rooted) {
				s.fail("часть обрывается на середине")
			}
			return false
		}
	}
	if s.keep && s.err == nil {
		s.decode(start)
	}
	return s.err == nil
}

// take keeps text of a leaf. Escapes make it longer than it will be.
func (s *xmlScanner) take(chunk []byte) {
	if !s.keep || s.err != nil {
		return
	}
	if len(s.text)+len(chunk) > 8*maxText {
		s.err = tooLong()
		return
	}
	s.text = append(s.text, chunk...)
}

func tooLong() error {
	return refuse(shorten, "в одной ячейке больше %d КБ текста: столько не помещает и сам Excel", maxText>>10)
}

// more puts unread bytes to the front and reads on. The window grows only for a tag
// that does not fit.
func (s *xmlScanner) more() bool {
	if s.eof || s.err != nil {
		return false
	}
	n := copy(s.buf, s.buf[s.at:])
	s.buf, s.at = s.buf[:n], 0
	if n == cap(s.buf) {
		if n >= maxTag {
			s.fail("тег длиннее %d КБ", maxTag>>10)
			return false
		}
		s.buf = append(make([]byte, 0, 2*n), s.buf...)
	}
	for range 100 {
		got, err := s.from.Read(s.buf[n:cap(s.buf)])
		s.buf = s.buf[:n+got]
		if err == io.EOF {
			s.eof = true
			return got > 0
		}
		if err != nil {
			s.err = refuse(sendAnew, "архив книги повреждён: часть %s не распаковывается", s.part)
			return false
		}
		if got > 0 {
			return true
		}
	}
	s.fail("часть не читается")
	return false
}

// has reports whether the unread text begins so.
func (s *xmlScanner) has(prefix string) bool {
	for len(s.buf)-s.at < len(prefix) {
		if !bytes.HasPrefix([]byte(prefix), s.buf[s.at:]) || !s.more() {
			return false
		}
	}
	return string(s.buf[s.at:s.at+len(prefix)]) == prefix
}

// skipPast goes from one mark behind another; what stands between them in CDATA is
// taken as it is.
func (s *xmlScanner) skipPast(from, mark string) {
	s.at += len(from)
	for s.err == nil {
		rest := s.buf[s.at:]
		i := bytes.Index(rest, []byte(mark))
		n := i
		if i < 0 {
			n = max(0, len(rest)-len(mark)+1)
		}
		if from == cdata {
			s.take(rest[:n])
		}
		s.at += n
		if i >= 0 {
			s.at += len(mark)
			return
		}
		if !s.more() {
			s.fail("часть обрывается на середине")
		}
	}
}

// clip makes a strange word fit for a message.
func clip(b []byte) string {
	letters := bytes.Runes(b[:min(len(b), 1000)])
	for i, r := range letters {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			letters[i] = '?'
		}
	}
	if len(letters) > 40 {
		return string(letters[:40]) + "…"
	}
	return string(letters)
}
