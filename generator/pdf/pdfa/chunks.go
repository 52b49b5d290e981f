package pdfa

import "slices"

// chunks collect a file that may be big: nothing is moved when it grows.
type chunks struct {
	full   [][]byte
	last   []byte
	before int // bytes in the full ones
}

const (
	firstChunk = 1 << 16 // an order
	chunkSize  = 1 << 20
)

func (c *chunks) Write(p []byte) (int, error) {
	if len(c.last)+len(p) > cap(c.last) {
		c.turn(len(p))
	}
	c.last = append(c.last, p...)
	return len(p), nil
}

func (c *chunks) WriteString(s string) { c.Write([]byte(s)) } //nolint:errcheck // it takes everything

func (c *chunks) turn(need int) {
	size := chunkSize
	if c.last == nil {
		size = firstChunk
	} else {
		c.full = append(c.full, c.last)
		c.before += len(c.last)
	}
	c.last = make([]byte, 0, max(size, need))
}

// Len is how many bytes there are.
func (c *chunks) Len() int { return c.before + len(c.last) }

// Bytes is the whole.
func (c *chunks) Bytes() []byte {
	if len(c.full) == 0 {
		return c.last
	}
	return slices.Concat(append(c.full, c.last)...)
}
