// Package pdfa writes the file: pages drawn by others, the fonts they use, and
// the tree of what the marks on them are (headings, points, cells). Every file is
// PDF/A-2a (ISO 19005-2, for archives) and PDF/UA-1 (ISO 14289-1, for screen
// readers) at once.
//
// go-pdf/fpdf draws the pages but can write neither standard, and its fonts are
// cut and packed again for every file. So its pages are taken as they are, and
// the file around them is made here. Numbers of paragraphs without another source
// are those of ISO 32000-1, PDF 1.7.
package pdfa

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// ref is the number of an object.
type ref int32

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// place is where an object stands: at an offset of the file, or in an object
// stream at an index (7.5.8, cross-reference streams).
type place struct {
	at     uint32 // offset, or number of the object stream
	index  uint16
	packed bool
}

// writer puts objects into a file. Small ones are packed together and
// compressed (7.5.7, object streams): a tree of structure is mostly the same few
// words.
type writer struct {
	out    chunks
	hash   hash.Hash
	places []place // by number; 0 is not used

	pack struct {
		body, index bytes.Buffer
		objects     []ref
	}
}

// packSize is how much one object stream holds before compression.
const packSize = 60_000

// The comment of bytes above 127 says that the file is binary (ISO 19005-2, 6.1.2).
const fileHeader = "%PDF-1.7\n%\xd0\x94\xd0\xbe\n"

func newWriter() *writer {
	w := &writer{hash: sha256.New(), places: make([]place, 1)}
	w.out.WriteString(fileHeader)
	return w
}

// reserve gives a number to an object that is written later.
func (w *writer) reserve() ref {
	w.places = append(w.places, place{})
	return ref(len(w.places) - 1)
}

// object writes a small object.
func (w *writer) object(r ref, body []byte) {
	pack := &w.pack
	fmt.Fprintf(&pack.index, "%d %d ", r, pack.body.Len())
	pack.objects = append(pack.objects, r)
	pack.body.Write(body)
	pack.body.WriteByte('\n')
	w.hash.Write(body)
	if pack.body.Len() > packSize {
		w.closePack()
	}
}

func (w *writer) objectf(r ref, format string, args ...any) {
	w.object(r, fmt.Appendf(nil, format, args...))
}

// add writes a small object under a new number.
func (w *writer) add(format string, args ...any) ref {
	r := w.reserve()
	w.objectf(r, format, args...)
	return r
}

func (w *writer) closePack() {
	pack := &w.pack
	if len(pack.objects) == 0 {
		return
	}
	r := w.reserve()
	for i, o := range pack.objects {
		w.places[o] = place{packed: true, at: uint32(r), index: uint16(i)}
	}
	first := pack.index.Len()
	dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(pack.objects), first)
	pack.index.Write(pack.body.Bytes())
	w.stream(r, dict, pack.index.Bytes())
	pack.objects = pack.objects[:0]
	pack.index.Reset()
	pack.body.Reset()
}

// stream writes a stream, compressed.
func (w *writer) stream(r ref, dict string, data []byte) {
	w.packed(r, dict, compress(data))
}

// packed writes a stream that is compressed already.
func (w *writer) packed(r ref, dict string, data []byte) {
	w.raw(r, dict+"/Filter/FlateDecode", data)
}

// raw writes a stream as it is.
func (w *writer) raw(r ref, dict string, data []byte) {
	w.places[r] = place{at: uint32(w.out.Len())}
	fmt.Fprintf(&w.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", r, dict, len(data))
	w.out.Write(data)
	w.out.WriteString("\nendstream\nendobj\n")
	w.hash.Write(data)
}

// finish writes the table of places and returns the file. The identifier is a
// digest of the content: the same paper has the same one (14.4).
func (w *writer) finish(catalog, info ref) []byte {
	w.closePack()
	r := w.reserve()
	start := w.out.Len()
	w.places[r] = place{at: uint32(start)}
	id := w.hash.Sum(nil)[:16]
	table := make([]byte, 0, 7*len(w.places))
	table = append(table, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range w.places[1:] {
		kind := byte(1)
		if p.packed {
			kind = 2
		}
		table = append(table, kind, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at),
			byte(p.index>>8), byte(p.index))
	}
	dict := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]", len(w.places), catalog, info, id, id)
	w.stream(r, dict, table)
	fmt.Fprintf(&w.out, "startxref\n%d\n%%%%EOF\n", start)
	return w.out.Bytes()
}

// packers are kept: a new one costs more than a page.
var packers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

func compress(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/3 + 64)
	z := packers.Get().(*zlib.Writer)
	defer packers.Put(z)
	z.Reset(&out)
	z.Write(data) //nolint:errcheck // a buffer takes everything
	z.Close()
	return out.Bytes()
}
