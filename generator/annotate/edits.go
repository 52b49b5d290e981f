package annotate

import (
	"bytes"
	"slices"
)

// edits are the changes of one part.
type edits []edit

type edit struct {
	from, to int
	with     string
}

func (e *edits) put(at int, with string) {
	if with != "" {
		*e = append(*e, edit{at, at, with})
	}
}

// set gives an attribute of an element its value.
func (e *edits) set(c *cursor, at element, name, value string) {
	tag := c.text[at.from:at.to]
	if from, to := findAttr(tag, name); from > 0 {
		*e = append(*e, edit{at.from + from, at.from + to, value})
		return
	}
	end := at.to - 1
	if at.empty {
		end--
	}
	e.put(end, " "+name+`="`+value+`"`)
}

// drop takes an attribute away, with the space before it.
func (e *edits) drop(c *cursor, at element, name string) {
	tag := c.text[at.from:at.to]
	from, to := findAttr(tag, name)
	if from == 0 {
		return
	}
	begin := bytes.LastIndex(tag[:from], []byte(name))
	begin = len(bytes.TrimRight(tag[:begin], " \t\r\n"))
	*e = append(*e, edit{at.from + begin, at.from + to + 1, ""})
}

// fill puts content before the end of an element, whose closing tag begins at closing.
func (e *edits) fill(c *cursor, at element, closing int, content string) {
	if content == "" {
		return
	}
	if at.empty {
		*e = append(*e, edit{at.to - 2, at.to, ">" + content + "</" + c.prefix + at.name + ">"})
		return
	}
	e.put(closing, content)
}

// apply gives the changed text. What is put at one place stays in the order it was put.
func (e edits) apply(text []byte) []byte {
	slices.SortStableFunc(e, func(a, b edit) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return a.to - b.to
	})
	var out bytes.Buffer
	done := 0
	for _, one := range e {
		out.Write(text[done:one.from])
		out.WriteString(one.with)
		done = one.to
	}
	out.Write(text[done:])
	return out.Bytes()
}
