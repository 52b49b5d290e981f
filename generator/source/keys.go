package source

import (
	"strconv"
	"strings"
)

// kind is what stands at a key.
type kind int

const (
	kindTable  kind = iota // [header], {inline}, or only mentioned by a longer key
	kindArray              // […] or the whole of [[header]]
	kindString             // of any of the four sorts
	kindScalar             // number, truth value, date
)

// node is one key of the file, or one element of a list.
type node struct {
	parent *node
	name   string // of a key in a table
	index  int    // of an element in a list, from 1; 0 for a key
	depth  int
	kind   kind

	key        int // byte offset of the name where it first stands
	start, end int // of the value; of the header for a table
	text       string
	header     bool // a table or list written as [header] or [[header]]
	named      bool // [header] was met, so another one repeats it
	closed     bool // an inline table: nothing is added to it (TOML 1.0, Inline Table)

	children []*node // in the order of the file
}

// keyIndex is the index of the keys of a file.
type keyIndex struct {
	root    *node
	child   map[edge]*node
	written []*node // every key and header as they stand, the way the decoder lists them
	strings []*node
}

type edge struct {
	parent *node
	name   string
}

// String spells the key: dotted, elements counted from 1. A name that could be
// misread (empty, with a dot, bracket or quote) is quoted as in Go.
func (n *node) String() string {
	if n.parent == nil {
		return ""
	}
	above := n.parent.String()
	if n.index > 0 {
		return above + "[" + strconv.Itoa(n.index) + "]"
	}
	name := n.name
	if name == "" || strings.ContainsAny(name, ".[]\"\n") {
		name = strconv.Quote(name)
	}
	if above == "" {
		return name
	}
	return above + "." + name
}

// heading spells the key the way a header of the file does, without counting.
func (n *node) heading() string {
	var names []string
	for ; n.parent != nil; n = n.parent {
		if n.index == 0 {
			names = append([]string{tomlName(n.name)}, names...)
		}
	}
	return strings.Join(names, ".")
}

// tomlName is the name as it must be typed in the file.
func tomlName(name string) string {
	if name != "" && strings.IndexFunc(name, func(r rune) bool { return !isBare(r) }) < 0 {
		return name
	}
	return strconv.Quote(name)
}

func isBare(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-'
}

// find walks along the key as far as it leads; whole is false when only a prefix
// of the key is in the file.
func (x *keyIndex) find(key string) (n *node, whole bool) {
	n = x.root
	for key != "" {
		var next *node
		if key[0] == '[' {
			number, rest, ok := strings.Cut(key[1:], "]")
			i, err := strconv.Atoi(number)
			if !ok || err != nil || n.kind != kindArray || i < 1 || i > len(n.children) {
				return n, false
			}
			next, key = n.children[i-1], rest
		} else {
			var name string
			name, key = cutName(key)
			if next = x.child[edge{n, name}]; next == nil {
				return n, false
			}
		}
		n = next
	}
	return n, true
}

func cutName(key string) (name, rest string) {
	key = strings.TrimPrefix(key, ".")
	if quoted, err := strconv.QuotedPrefix(key); err == nil {
		name, _ = strconv.Unquote(quoted)
		return name, key[len(quoted):]
	}
	if i := strings.IndexAny(key, ".["); i >= 0 {
		return key[:i], key[i:]
	}
	return key, ""
}
