package sheet

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// decode puts in place of the escapes in text[start:] what they stand for. The
// result is never longer.
func (s *xmlScanner) decode(start int) {
	raw := s.text[start:]
	if bytes.IndexByte(raw, '&') < 0 {
		return
	}
	out, ok := unescape(raw[:0], raw)
	if !ok {
		s.fail("в тексте знак & без своего обозначения")
		return
	}
	s.text = s.text[:start+len(out)]
}

// value is an attribute's value with its escapes resolved; the window stays as it is.
func (s *xmlScanner) value(raw []byte) []byte {
	if !utf8.Valid(raw) {
		s.fail("свойство не в кодировке UTF-8")
		return nil
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	out, ok := unescape(make([]byte, 0, len(raw)), raw)
	if !ok {
		s.fail("в свойстве знак & без своего обозначения")
		return nil
	}
	return out
}

func unescape(out, raw []byte) ([]byte, bool) {
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(out, raw...), true
		}
		out = append(out, raw[:i]...)
		end := bytes.IndexByte(raw[i:min(len(raw), i+12)], ';')
		if end < 0 {
			return nil, false
		}
		r, ok := entity(raw[i+1 : i+end])
		if !ok {
			return nil, false
		}
		out = utf8.AppendRune(out, r)
		raw = raw[i+end+1:]
	}
	return out, true
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	number, ok := bytes.CutPrefix(name, []byte("#"))
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := bytes.CutPrefix(number, []byte("x")); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(string(number), base, 32)
	if err != nil || number[0] == '+' || !isXMLRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

func isXMLRune(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF
}

// cellText is the text of a cell: valid UTF-8, lines ended by \n, Excel's own
// escapes resolved.
func (s *xmlScanner) cellText(b []byte) []byte {
	if len(b) > maxText {
		if s.err == nil {
			s.err = tooLong()
		}
		return nil
	}
	plain := true
	for _, c := range b {
		plain = plain && ' ' <= c && c < utf8.RuneSelf && c != '_'
	}
	if plain {
		return b
	}
	if !utf8.Valid(b) {
		s.fail("текст не в кодировке UTF-8")
		return nil
	}
	if bytes.Contains(b, []byte("_x")) {
		b = unescapeX(b)
	}
	if bytes.IndexByte(b, '\r') >= 0 {
		b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
		b = bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
	}
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' {
			return dropControls(b)
		}
	}
	return b
}

// dropControls takes away what cannot be seen or printed: _x0001_, _x0000_.
func dropControls(b []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' {
			return -1
		}
		return r
	}, b)
}

// unescapeX resolves _x000D_ (ST_Xstring): a character by its UTF-16 code, of which
// two may make a pair. _x005F_ is the underscore that begins a text like an escape.
func unescapeX(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		r, ok := escapeX(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		i += len("_x0000_")
		if 0xD800 <= r && r < 0xDC00 {
			if low, ok := escapeX(b[i:]); ok && 0xDC00 <= low && low < 0xE000 {
				r = 0x10000 + (r-0xD800)<<10 + (low - 0xDC00)
				i += len("_x0000_")
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

func escapeX(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil && b[2] != '+'
}
