package source

import "strings"

// maxDepth bounds the nesting: the decoder calls itself for every level, and its
// work on a key grows with the square of the level.
const maxDepth = 100

// scanner builds the index of the keys of a TOML text (1.0, and what the decoder
// allows of 1.1). The decoder is the judge of the text: the scanner accepts all
// that the decoder does and more, and gives up where it is lost.
type scanner struct {
	source string
	pos    int
	index  *keyIndex
	open   []int // where the lists and inline tables around the position begin
}

// stopped says where and why the scanner gave up. On a text that the decoder
// refused this places the fault better than the decoder does.
type stopped struct {
	why   reason
	at    int
	first *node // what is repeated
}

type reason int

const (
	lost     reason = iota // cannot be read
	unclosed               // the string, list or inline table at the place has no end
	repeated               // the key stands there a second time
	nameless               // the key is ""
	tooDeep
)

// refused reports a text that is not even shown to the decoder. It overlooks some
// repetitions (a.b.c = 1 and then a.b = 2), mixes up lists under an empty name,
// and in both cases drops values; deep nesting would overturn it.
func (r reason) refused() bool { return r >= repeated }

func scan(source string) (x *keyIndex, stop *stopped) {
	x = &keyIndex{root: &node{}, child: map[edge]*node{}}
	s := &scanner{source: source, index: x}
	defer func() {
		if r := recover(); r != nil {
			reason, ok := r.(stopped)
			if !ok {
				panic(r)
			}
			stop = &reason
		}
	}()
	s.file()
	return x, nil
}

func (s *scanner) stop(why reason, at int) { panic(stopped{why: why, at: at}) }

func (s *scanner) file() {
	current := s.index.root
	for {
		s.blank()
		switch {
		case s.pos >= len(s.source):
			return
		case s.source[s.pos] == '[':
			current = s.heading()
		default:
			s.pair(current)
		}
	}
}

// heading reads [a.b] or [[a.b]] and returns the table that it opens.
func (s *scanner) heading() *node {
	at := s.pos
	brackets := "]"
	if strings.HasPrefix(s.source[at:], "[[") {
		brackets = "]]"
	}
	s.pos += len(brackets)
	current := s.index.root
	for {
		s.space()
		key, name := s.name()
		s.space()
		if s.peek() == '.' {
			s.pos++
			current = s.step(current, name, key, at)
			continue
		}
		if !strings.HasPrefix(s.source[s.pos:], brackets) {
			s.stop(lost, s.pos)
		}
		s.pos += len(brackets)
		if brackets == "]]" {
			return s.openElement(current, name, key, at)
		}
		return s.openTable(current, name, key, at)
	}
}

func (s *scanner) openTable(parent *node, name string, key, at int) *node {
	n := s.index.child[edge{parent, name}]
	switch {
	case n == nil:
		n = s.add(parent, name, key)
	case n.kind != kindTable || n.named || n.closed:
		panic(stopped{why: repeated, at: at, first: n})
	}
	n.header, n.named = true, true
	n.start, n.end = at, s.pos
	s.index.written = append(s.index.written, n)
	return n
}

func (s *scanner) openElement(parent *node, name string, key, at int) *node {
	list := s.index.child[edge{parent, name}]
	switch {
	case list == nil:
		list = s.add(parent, name, key)
		list.kind, list.header = kindArray, true
		list.start, list.end = at, s.pos
	case list.kind != kindArray || !list.header:
		panic(stopped{why: repeated, at: at, first: list})
	}
	n := s.addElement(list)
	n.header, n.named = true, true
	n.key, n.start, n.end = key, at, s.pos
	s.index.written = append(s.index.written, n)
	return n
}

// step goes down to a table on the way to a longer key: into a new table if there
// is none, on the way of a header also into the last element of a list of tables.
// A dotted key defines the tables on its way, so it adds nothing to a table that a
// header has made, nor may a header follow it (TOML 1.0, Table).
func (s *scanner) step(parent *node, name string, key, at int) *node {
	dotted := at == key
	n := s.index.child[edge{parent, name}]
	switch {
	case n == nil:
		n = s.add(parent, name, key)
		n.start, n.end = at, s.pos
		n.header, n.named = !dotted, dotted
	case dotted && n.header:
		panic(stopped{why: repeated, at: at, first: n})
	case n.kind == kindArray && n.header:
		n = n.children[len(n.children)-1]
	}
	if n.kind != kindTable || n.closed {
		panic(stopped{why: repeated, at: key, first: n})
	}
	return n
}

// pair reads key = value into a table.
func (s *scanner) pair(current *node) {
	for {
		key, name := s.name()
		s.space()
		if s.peek() == '.' {
			s.pos++
			s.space()
			current = s.step(current, name, key, key)
			continue
		}
		if s.peek() != '=' {
			s.stop(lost, s.pos)
		}
		s.pos++
		if n := s.index.child[edge{current, name}]; n != nil {
			panic(stopped{why: repeated, at: key, first: n})
		}
		n := s.add(current, name, key)
		s.index.written = append(s.index.written, n)
		s.space()
		s.value(n)
		return
	}
}

func (s *scanner) add(parent *node, name string, key int) *node {
	n := s.attach(parent)
	n.name, n.key = name, key
	s.index.child[edge{parent, name}] = n
	return n
}

func (s *scanner) addElement(list *node) *node {
	n := s.attach(list)
	n.index = len(list.children)
	return n
}

func (s *scanner) attach(parent *node) *node {
	if parent.depth >= maxDepth {
		s.stop(tooDeep, s.pos)
	}
	n := &node{parent: parent, depth: parent.depth + 1, start: s.pos}
	parent.children = append(parent.children, n)
	return n
}
