package annotate

import (
	"bytes"
	"html"
	"iter"
	"strings"
)

// cursor walks over the tags of a part and knows where each stands, so that all that
// need not change is copied to the byte. What the values mean package sheet has judged
// before; here only the nesting is watched.
type cursor struct {
	part   string
	text   []byte
	at     int      // behind the last tag
	from   int      // where the last tag begins
	open   []string // names of the open elements
	prefix string   // of the root, with the colon
	space  string   // namespace of the root
	last   element
	err    error
}

// element is one that began: where its first tag stands.
type element struct {
	name     string // without the prefix of the root; empty: of another namespace
	from, to int
	empty    bool // <a/>
	depth    int  // how many are open with it
}

// enter goes into the root, which must have this name.
func enter(part string, text []byte, root string) (*cursor, element, error) {
	c := &cursor{part: part, text: text}
	if !c.next() || c.last.name != root {
		c.fail()
	}
	return c, c.last, c.err
}

func (c *cursor) fail() {
	if c.err == nil {
		c.err = damaged(c.part)
	}
}

// children gives the elements in the current one; what the loop has not read of a
// child is skipped. After it from is where the closing tag of the current one begins.
func (c *cursor) children() iter.Seq[element] {
	return func(yield func(element) bool) {
		depth := len(c.open)
		for c.next() {
			if !yield(c.last) {
				return
			}
			c.leave(depth)
		}
	}
}

// leave goes out until so many elements are open.
func (c *cursor) leave(depth int) {
	for c.err == nil && len(c.open) > depth {
		c.next()
	}
}

// end goes behind an element and tells where that is.
func (c *cursor) end(e element) int {
	c.leave(e.depth - 1)
	return c.at
}

// next goes to the next tag: true when an element begins, false when one ends or
// nothing more comes.
func (c *cursor) next() bool {
	if c.err != nil {
		return false
	}
	if c.last.empty {
		c.last.empty = false
		c.open = c.open[:len(c.open)-1]
		return false
	}
	for {
		i := bytes.IndexByte(c.text[c.at:], '<')
		if i < 0 {
			if len(c.open) > 0 {
				c.fail()
			}
			c.at = len(c.text)
			return false
		}
		c.from = c.at + i
		rest, closing := c.text[c.from:], ""
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			closing = "-->"
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			closing = "]]>"
		case bytes.HasPrefix(rest, []byte("<?")):
			closing = "?>"
		default:
			return c.tag(rest)
		}
		end := bytes.Index(rest[2:], []byte(closing))
		if end < 0 {
			c.fail()
			return false
		}
		c.at = c.from + 2 + end + len(closing)
	}
}

// tag reads one tag; true when it begins an element.
func (c *cursor) tag(rest []byte) bool {
	end := tagEnd(rest)
	if end < 0 || len(c.open) == maxDepth {
		c.fail()
		return false
	}
	c.at = c.from + end
	tag := rest[:end]
	if tag[1] == '/' {
		name := string(bytes.TrimRight(tag[2:end-1], " \t\r\n"))
		if len(c.open) == 0 || c.open[len(c.open)-1] != name {
			c.fail()
			return false
		}
		c.open = c.open[:len(c.open)-1]
		return false
	}
	name := string(tag[1 : 1+nameEnd(tag[1:])])
	if name == "" || name[0] == '!' {
		c.fail()
		return false
	}
	if len(c.open) == 0 {
		c.prefix = name[:strings.IndexByte(name, ':')+1]
		c.space = c.declared(tag)
	}
	c.open = append(c.open, name)
	local, ours := strings.CutPrefix(name, c.prefix)
	if space := c.declared(tag); !ours || strings.Contains(local, ":") || space != "" && space != c.space {
		local = ""
	}
	c.last = element{local, c.from, c.at, tag[end-2] == '/', len(c.open)}
	return true
}

// declared is the namespace that a tag gives to the prefix of the root.
func (c *cursor) declared(tag []byte) string {
	name := "xmlns"
	if c.prefix != "" {
		name += ":" + strings.TrimSuffix(c.prefix, ":")
	}
	return attr(tag, name)
}

// tagEnd is behind the > of a tag, which may stand in a value too.
func tagEnd(b []byte) int {
	quote := byte(0)
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>' && i > 1:
			return i + 1
		case c == '<' && i > 0:
			return -1
		}
	}
	return -1
}

func nameEnd(b []byte) int {
	if i := bytes.IndexAny(b, " \t\r\n/>="); i >= 0 {
		return i
	}
	return len(b)
}

// attr is the value of an attribute of a tag; empty where it is not.
func attr(tag []byte, name string) string {
	from, to := findAttr(tag, name)
	return html.UnescapeString(string(tag[from:to]))
}

// findAttr tells where the value stands in the tag; 0, 0 where it is not.
func findAttr(tag []byte, name string) (from, to int) {
	for at := 1 + nameEnd(tag[1:]); ; {
		at += spaces(tag[at:])
		n := nameEnd(tag[at:])
		found := string(tag[at : at+n])
		at += n
		at += spaces(tag[at:])
		if n == 0 || at >= len(tag) || tag[at] != '=' {
			return 0, 0
		}
		at++
		at += spaces(tag[at:])
		if at >= len(tag) || tag[at] != '"' && tag[at] != '\'' {
			return 0, 0
		}
		length := bytes.IndexByte(tag[at+1:], tag[at])
		if length < 0 {
			return 0, 0
		}
		if found == name {
			return at + 1, at + 1 + length
		}
		at += length + 2
	}
}

func spaces(b []byte) int { return len(b) - len(bytes.TrimLeft(b, " \t\r\n")) }

func (c *cursor) attr(e element, name string) string { return attr(c.text[e.from:e.to], name) }
