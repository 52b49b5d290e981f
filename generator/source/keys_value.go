package source

import "strings"

// value reads what stands at the position into its node.
func (s *scanner) value(n *node) {
	n.start = s.pos
	switch s.peek() {
	case '"', '\'':
		n.kind = kindString
		value, end, ok := readString(s.source, s.pos)
		if !ok {
			s.stop(unclosed, s.pos)
		}
		n.text, s.pos = value, end
		s.index.strings = append(s.index.strings, n)
	case '[':
		n.kind = kindArray
		s.list(']', func() { s.value(s.addElement(n)) })
	case '{':
		n.closed = true
		s.list('}', func() { s.pair(n) })
	default:
		n.kind = kindScalar
		rest := s.source[s.pos:]
		if i := strings.IndexAny(rest, ",]}#\n"); i >= 0 {
			rest = rest[:i]
		}
		s.pos += len(strings.TrimRight(rest, " \t"))
		if s.pos == n.start {
			s.stop(lost, s.pos)
		}
	}
	n.end = s.pos
}

// list reads what stands between brackets, up to the closing one.
func (s *scanner) list(closing byte, element func()) {
	s.open = append(s.open, s.pos)
	s.pos++
	for {
		s.blank()
		switch s.peek() {
		case closing:
			s.pos++
			s.open = s.open[:len(s.open)-1]
			return
		case 0:
			s.stop(unclosed, s.open[len(s.open)-1])
		}
		element()
		s.blank()
		switch s.peek() {
		case ',':
			s.pos++
		case closing, 0:
		default:
			s.stop(lost, s.pos)
		}
	}
}

// name reads one part of a key and says where it stands.
func (s *scanner) name() (at int, name string) {
	at = s.pos
	switch s.peek() {
	case '"', '\'':
		if strings.HasPrefix(s.source[at:], strings.Repeat(s.source[at:at+1], 3)) {
			s.stop(lost, at)
		}
		name, end, ok := readString(s.source, at)
		if !ok {
			s.stop(unclosed, at)
		}
		if name == "" {
			s.stop(nameless, at)
		}
		s.pos = end
		return at, name
	}
	for isBare(rune(s.peek())) {
		s.pos++
	}
	if s.pos == at {
		s.stop(lost, at)
	}
	return at, s.source[at:s.pos]
}

// peek is the next byte, 0 at the end of the file: a text has no zero bytes.
func (s *scanner) peek() byte {
	if s.pos < len(s.source) {
		return s.source[s.pos]
	}
	return 0
}

func (s *scanner) space() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.pos++
	}
}

// blank passes spaces, newlines and comments.
func (s *scanner) blank() {
	for {
		switch s.peek() {
		case ' ', '\t', '\n':
			s.pos++
		case '#':
			end := strings.IndexByte(s.source[s.pos:], '\n')
			if end < 0 {
				end = len(s.source) - s.pos
			}
			s.pos += end
		default:
			return
		}
	}
}
