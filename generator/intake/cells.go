package intake

import (
	"iter"
	"math"
	"strconv"
	"strings"

	"doklad/generator/model"
)

// Cells are what a file says of many cells («сказанное в ячейках»), in the order of the
// file. A table of all has half a million of them: each is kept in a few bytes, and made
// whole when it is asked for.
type Cells[T any] struct {
	texts  *texts
	chunks [][]kept
	whole  func(*texts, kept) T
}

// chunk is how many cells stand together: a single piece would be copied as it grows.
const chunk = 4096

// kept is what is kept of one cell: numbers of texts, and what is no text.
type kept struct {
	number    float64
	row       int32
	column    uint16
	state     uint8 // model.ValueState
	aside     bool
	who, code int32 // of texts.list
	sheet     int32
	said      int32 // of texts.said; 0: the cell shows the number and nothing else
}

// said is what stands in a cell that is no plain number, as numbers of texts.
type said struct{ raw, note, change int32 }

// texts are the texts of one file, those that many cells share once.
type texts struct {
	file string
	list []string
	at   map[string]int32 // nil when the file was read
	said []said
	same map[said]int32
}

func newTexts(file string) *texts {
	return &texts{file: file, list: []string{""}, at: map[string]int32{"": 0}, said: []said{{}}, same: map[said]int32{}}
}

// Texts above these bounds are each kept for themselves: to find them again would cost
// more than it saves.
const (
	longestShared = 200 // bytes
	mostShared    = 1 << 17
)

// number is the number of a text. It is copied: a piece of a table would keep all of it.
func (t *texts) number(text string) int32 {
	if n, known := t.at[text]; known && len(text) <= longestShared {
		return n
	}
	n := int32(len(t.list))
	if len(text) <= longestShared {
		text = strings.Clone(text)
		if len(t.at) < mostShared {
			t.at[text] = n
		}
	}
	t.list = append(t.list, text)
	return n
}

// say keeps what stands in a cell; 0 where it is the number alone.
func (t *texts) say(k *kept, raw, note, change string) {
	if note == "" && change == "" && isPlainly(raw, k.number) {
		return
	}
	one := said{t.number(raw), t.number(note), t.number(change)}
	n, known := t.same[one]
	if !known {
		n = int32(len(t.said))
		t.said = append(t.said, one)
		if len(t.same) < mostShared {
			t.same[one] = n
		}
	}
	k.said = n
}

// raw is what stands in the cell, to the letter.
func (t *texts) raw(k kept) string {
	if k.said == 0 {
		return plainly(k.number)
	}
	return t.list[t.said[k.said].raw]
}

func (t *texts) place(k kept) model.CellPlace {
	return model.CellPlace{File: t.file, Sheet: t.list[k.sheet], Row: int(k.row), Column: int(k.column)}
}

// plainly is a number as a cell shows it in the usual format; isPlainly compares with it
// and makes no text.
func plainly(x float64) string {
	var b [32]byte
	return string(appendPlainly(b[:0], x))
}

func isPlainly(text string, x float64) bool {
	var b [32]byte
	return string(appendPlainly(b[:0], x)) == text
}

func appendPlainly(to []byte, x float64) []byte {
	if x == 0 && !math.Signbit(x) {
		return append(to, '0')
	}
	to = strconv.AppendFloat(to, x, 'f', -1, 64)
	for i, c := range to {
		if c == '.' {
			to[i] = ','
		}
	}
	return to
}

// Len is how many there are.
func (c *Cells[T]) Len() int {
	if len(c.chunks) == 0 {
		return 0
	}
	return (len(c.chunks)-1)*chunk + len(c.chunks[len(c.chunks)-1])
}

// At is the i-th of them, from 0.
func (c *Cells[T]) At(i int) T { return c.whole(c.texts, *c.kept(i)) }

// All are they all, in their order.
func (c *Cells[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := range c.Len() {
			if !yield(i, c.At(i)) {
				return
			}
		}
	}
}

func (c *Cells[T]) kept(i int) *kept { return &c.chunks[i/chunk][i%chunk] }

func (c *Cells[T]) add(k kept) {
	last := len(c.chunks) - 1
	if last < 0 || len(c.chunks[last]) == chunk {
		size := 0
		if last >= 0 {
			size = chunk
		}
		c.chunks = append(c.chunks, make([]kept, 0, size))
		last++
	}
	c.chunks[last] = append(c.chunks[last], k)
}

// cut leaves the first n of them.
func (c *Cells[T]) cut(n int) {
	if n < c.Len() {
		c.chunks = c.chunks[:(n+chunk-1)/chunk]
		if rest := n % chunk; rest > 0 {
			c.chunks[len(c.chunks)-1] = c.chunks[len(c.chunks)-1][:rest]
		}
	}
}

// only leaves those of which f says so.
func (c *Cells[T]) only(f func(k *kept) bool) {
	n := 0
	for i := range c.Len() {
		if k := c.kept(i); f(k) {
			*c.kept(n) = *k
			n++
		}
	}
	c.cut(n)
}

func wholeObservation(t *texts, k kept) model.Observation {
	o := model.Observation{Institution: t.list[k.who], Code: t.list[k.code], Raw: t.raw(k), Note: t.list[t.said[k.said].note],
		Change: t.list[t.said[k.said].change], At: t.place(k)}
	o.Value.State, o.Value.Number = model.ValueState(k.state), k.number
	return o
}

func wholeRefused(t *texts, k kept) Refused {
	return Refused{t.list[k.who], t.list[k.code], t.raw(k), t.place(k), k.aside}
}

func wholeBlank(t *texts, k kept) Blank {
	return Blank{t.list[k.who], t.list[k.code], t.place(k)}
}
