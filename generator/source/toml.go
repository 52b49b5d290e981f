// Package source is the only reader of files, and so the only one who knows
// where in a file a word of the data stands.
package source

import (
	"fmt"
	"io/fs"
	"iter"
	"sort"
	"unicode/utf8"

	"doklad/generator/diag"

	"github.com/BurntSushi/toml"
)

// File is one TOML file that was read: its name, text and the places of its keys.
// A nil File, of which nothing could be read, has no keys and locates nothing.
type File struct {
	Name string // slash-separated, relative to the data folder

	text  string // without the byte order mark, lines ending with \n
	lines []int  // byte offset of the start of each line
	keys  *keyIndex
}

// Read decodes the named file of fsys strictly into a struct. Keys that are not
// in the file keep the value that the struct had before, so that defaults can be
// set beforehand; a list in the file replaces the list in the struct, a map in
// the file is merged into it.
//
// Every problem of the file is returned, located and sorted. What could be read
// in spite of them is in the struct. A nil File means that nothing could be read.
func Read[T any](fsys fs.FS, name string, into *T) (*File, diag.List) {
	return read(fsys, name, into)
}

func read(fsys fs.FS, name string, into any) (*File, diag.List) {
	raw, l := loadBytes(fsys, name)
	if l != nil {
		return nil, l.In(name)
	}
	return readBytes(name, raw, into)
}

// readBytes is read of a file whose bytes are at hand.
func readBytes(name string, raw []byte, into any) (*File, diag.List) {
	f, l := textOf(name, raw)
	if l != nil {
		return nil, l.In(name)
	}
	keys, stop := scan(f.text)
	if stop != nil && stop.why.refused() {
		return nil, diag.List{f.refusal(stop)}
	}
	decoded, md, err := decode(f.text)
	if err != nil {
		return nil, diag.List{syntaxProblem(f, err, stop)}
	}
	if stop != nil {
		panic(fmt.Sprintf("source: %s: the index of keys gave up at byte %d", name, stop.at))
	}
	f.keys = keys
	f.prove(md.Keys(), decoded)
	l = append(f.fill(decoded, into), f.unprintable()...)
	return f, f.Locate(l).Sort()
}

// decode returns an error for any text that the decoder refuses, be it by
// returning an error or by tripping over itself.
func decode(text string) (decoded map[string]any, md toml.MetaData, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	md, err = toml.Decode(text, &decoded)
	return decoded, md, err
}

func newFile(name, text string) *File {
	f := &File{Name: name, text: text, lines: []int{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// place turns a byte offset into a line and a column in characters, both from 1.
func (f *File) place(offset int) (line, column int) {
	offset = min(offset, len(f.text))
	line = sort.SearchInts(f.lines, offset+1)
	return line, utf8.RuneCountInString(f.text[f.lines[line-1]:offset]) + 1
}

// at makes an error at a byte offset.
func (f *File) at(offset int, format string, args ...any) diag.Problem {
	p := diag.Errorf("", format, args...)
	p.File = f.Name
	p.Line, p.Column = f.place(offset)
	return p
}

// Locate gives each problem of the list that has a Key its File, Line and
// Column. A key that is not in the file gets the place of its longest prefix
// that is: what is missing in clause[2] is missing there. Problems that already
// have a line, or belong to another file, stay as they are.
func (f *File) Locate(l diag.List) diag.List {
	if f == nil {
		return l
	}
	for i := range l {
		p := &l[i]
		if p.Key == "" || p.Line > 0 || p.File != "" && p.File != f.Name {
			continue
		}
		n, whole := f.keys.find(p.Key)
		offset := n.start
		if whole && n.kind == kindString {
			offset = offsetIn(f.text, n.start, p.Offset)
		}
		p.File = f.Name
		p.Line, p.Column = f.place(offset)
	}
	return l
}

// Has reports whether the key stands in the file, itself or as the beginning of
// a longer one.
func (f *File) Has(key string) bool {
	if f == nil || key == "" {
		return false
	}
	_, whole := f.keys.find(key)
	return whole
}

// Strings yields every string value of the file with its key, in the order of
// the file.
func (f *File) Strings() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if f == nil {
			return
		}
		for _, n := range f.keys.strings {
			if !yield(n.String(), n.text) {
				return
			}
		}
	}
}
