package source

import (
	"fmt"

	"github.com/BurntSushi/toml"
)

// prove compares the index with what the decoder saw: the list of the keys as
// they are written, and the tree of the values with every string. The decoder
// lists no elements of lists, so the list alone would not prove their numbers.
// A difference would send people to the wrong line; it is a bug of ours.
func (f *File) prove(keys []toml.Key, decoded map[string]any) {
	differs := func(key any) {
		panic(fmt.Sprintf("source: %s: the index and the decoder differ at the key %q", f.Name, fmt.Sprint(key)))
	}
	for i, n := range f.keys.written {
		if i >= len(keys) || !n.spells(keys[i]) {
			differs(n)
		}
	}
	if n := len(f.keys.written); n < len(keys) {
		differs(keys[n])
	}
	if n := f.keys.root.differs(decoded, f.keys); n != nil {
		differs(n)
	}
}

// spells reports whether the node has the key of the decoder, which does not
// count elements.
func (n *node) spells(key toml.Key) bool {
	for i := len(key) - 1; i >= 0; i-- {
		for n.index > 0 {
			n = n.parent
		}
		if n.parent == nil || n.name != key[i] {
			return false
		}
		n = n.parent
	}
	for n.index > 0 {
		n = n.parent
	}
	return n.parent == nil
}

// differs returns the first node that is not what the decoder found there.
func (n *node) differs(value any, x *keyIndex) *node {
	same := false
	switch v := value.(type) {
	case map[string]any:
		same = n.kind == kindTable && len(n.children) == len(v)
		for name, inner := range v {
			if !same {
				break
			}
			child := x.child[edge{n, name}]
			if child == nil {
				return n
			}
			if d := child.differs(inner, x); d != nil {
				return d
			}
		}
	case []any:
		return differList(n, v, x)
	case []map[string]any:
		return differList(n, v, x)
	case string:
		same = n.kind == kindString && n.text == v
	default:
		same = n.kind == kindScalar
	}
	if !same {
		return n
	}
	return nil
}

func differList[T any](n *node, values []T, x *keyIndex) *node {
	if n.kind != kindArray || len(n.children) != len(values) {
		return n
	}
	for i, value := range values {
		if d := n.children[i].differs(value, x); d != nil {
			return d
		}
	}
	return nil
}
