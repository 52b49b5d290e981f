package sheet

import "bytes"

// tag reads one tag; true when it begins an element.
func (s *xmlScanner) tag() bool {
	whole := s.until()
	if whole == nil {
		return false
	}
	if whole[0] == '/' {
		s.endTag(whole[1:])
		return false
	}
	name, rest := cutName(whole)
	if len(name) == 0 {
		s.fail("не тег: «<%s»", clip(whole))
		return false
	}
	if s.depth() == 0 && s.rooted {
		s.fail("за концом стоит ещё «%s»", clip(name))
		return false
	}
	if s.depth() >= maxDepth {
		s.fail("элементы вложены друг в друга больше %d раз", maxDepth)
		return false
	}
	if rest = s.attributes(rest); s.err != nil {
		return false
	}
	s.closed = len(rest) > 0 // the / is left
	s.starts = append(s.starts, len(s.open))
	s.open = append(s.open, name...)
	s.resolve(name)
	return s.err == nil
}

// until returns what stands between < and >, which may be in a value too.
func (s *xmlScanner) until() []byte {
	s.at++ // <
	quote := byte(0)
	for seen := 0; ; {
		for i, c := range s.buf[s.at+seen:] {
			switch c {
			case '"', '\'':
				if quote == 0 {
					quote = c
				} else if quote == c {
					quote = 0
				}
			case '>':
				if quote != 0 {
					continue
				}
				whole := s.buf[s.at : s.at+seen+i]
				s.at += seen + i + 1
				if len(whole) == 0 {
					s.fail("пустой тег")
					return nil
				}
				return whole
			case '<':
				s.fail("тег не закрыт")
				return nil
			}
		}
		seen = len(s.buf) - s.at
		if !s.more() {
			s.fail("часть обрывается на середине тега")
			return nil
		}
	}
}

func (s *xmlScanner) endTag(rest []byte) {
	name, rest := cutName(rest)
	if len(trimSpace(rest)) > 0 {
		s.fail("не тег: «</%s»", clip(name))
		return
	}
	if s.depth() == 0 || !bytes.Equal(name, s.open[s.starts[s.depth()-1]:]) {
		s.fail("лишний закрывающий тег «%s»", clip(name))
		return
	}
	s.pop()
}

func (s *xmlScanner) pop() {
	last := s.depth() - 1
	s.open, s.starts = s.open[:s.starts[last]], s.starts[:last]
	if s.foreign > last {
		s.foreign = 0
	}
}

// attributes keeps them for attr; returns the / of an empty element.
func (s *xmlScanner) attributes(rest []byte) []byte {
	s.attrs = s.attrs[:0]
	for {
		trimmed := trimSpace(rest)
		if len(trimmed) == 0 || len(trimmed) == 1 && trimmed[0] == '/' {
			return trimmed
		}
		name, after := cutName(trimmed)
		after = trimSpace(after)
		if len(name) == 0 || len(trimmed) == len(rest) || len(after) == 0 || after[0] != '=' {
			break
		}
		after = trimSpace(after[1:])
		if len(after) == 0 || after[0] != '"' && after[0] != '\'' {
			break
		}
		end := bytes.IndexByte(after[1:], after[0])
		if end < 0 {
			break
		}
		value := after[1 : 1+end]
		rest = after[end+2:]
		if len(s.attrs) == maxAttrs {
			break
		}
		for _, a := range s.attrs {
			if bytes.Equal(a.name, name) {
				s.fail("свойство «%s» стоит дважды", clip(name))
			}
		}
		s.attrs = append(s.attrs, xmlAttr{name, value})
	}
	s.fail("свойства тега не читаются: «%s»", clip(rest))
	return nil
}

// resolve leaves in name the name without the prefix of the root. Excel's own files
// have no prefix, those of .NET programs have x:. Elements of other namespaces are
// foreign: the reader never asks for them.
func (s *xmlScanner) resolve(name []byte) {
	if !s.rooted {
		s.rooted = true
		s.prefix = append(s.prefix, name[:bytes.IndexByte(name, ':')+1]...)
		s.space = string(s.declared())
	} else if space := s.declared(); s.foreign == 0 && space != nil && string(space) != s.space {
		s.foreign = s.depth()
	}
	local, ours := bytes.CutPrefix(name, s.prefix)
	if !ours || s.foreign > 0 || bytes.IndexByte(local, ':') >= 0 {
		local = nil
	}
	s.name = local
}

// declared is the namespace that the current tag gives to the prefix of the root.
func (s *xmlScanner) declared() []byte {
	for _, a := range s.attrs {
		if len(a.name) < len("xmlns") || string(a.name[:len("xmlns")]) != "xmlns" {
			continue
		}
		after := a.name[len("xmlns"):]
		if len(s.prefix) == 0 && len(after) == 0 ||
			len(s.prefix) > 0 && len(after) > 0 && after[0] == ':' && bytes.Equal(after[1:], s.prefix[:len(s.prefix)-1]) {
			return a.value
		}
	}
	return nil
}

// attr is the value of an attribute of the current tag, good until the next tag.
func (s *xmlScanner) attr(name string) (value []byte, ok bool) {
	for _, a := range s.attrs {
		if string(a.name) == name {
			return s.value(a.value), true
		}
	}
	return nil, false
}

// link is the value of r:id, whatever prefix the namespace of relationships has.
func (s *xmlScanner) link() string {
	for _, a := range s.attrs {
		if prefix, name, ok := bytes.Cut(a.name, []byte(":")); ok && string(name) == "id" && string(prefix) != "xml" {
			return string(s.value(a.value))
		}
	}
	return ""
}

// is reports whether an attribute is set: 1 or true.
func (s *xmlScanner) is(name string) bool {
	v, _ := s.attr(name)
	return string(v) == "1" || string(v) == "true"
}

// cutName divides a name from what stands behind it.
func cutName(b []byte) (name, rest []byte) {
	i := 0
	for i < len(b) && isNameByte(b[i]) {
		i++
	}
	if i > 0 && (b[0] == '-' || b[0] == '.' || '0' <= b[0] && b[0] <= '9') {
		return nil, b
	}
	return b[:i], b[i:]
}

func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '_' || c == ':' || c == '-' || c == '.' || c >= 0x80
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\t' || b[0] == '\r' || b[0] == '\n') {
		b = b[1:]
	}
	return b
}

// instruction goes behind <?…?>; the first one tells the encoding.
func (s *xmlScanner) instruction() {
	for {
		rest := s.buf[s.at:]
		if i := bytes.Index(rest, []byte("?>")); i >= 0 {
			if s.depth() == 0 && !s.rooted {
				s.encoding(rest[:i])
			}
			s.at += i + 2
			return
		}
		if !s.more() {
			s.fail("часть обрывается на середине")
			return
		}
	}
}

// encoding refuses what is not UTF-8: no program of today writes such books.
func (s *xmlScanner) encoding(declaration []byte) {
	lower := bytes.ToLower(declaration)
	i := bytes.Index(lower, []byte("encoding"))
	if i >= 0 && !bytes.Contains(lower[i:], []byte("utf-8")) && !bytes.Contains(lower[i:], []byte("us-ascii")) {
		s.fail("она не в кодировке UTF-8")
	}
}
