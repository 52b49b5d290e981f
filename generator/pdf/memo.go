package pdf

import "doklad/generator/typeset"

// linesMemo remembers how texts were broken. A part is tried in several fits, and
// most of its lines come out the same; they are shared and must not be changed.
type linesMemo map[lineKey][]typeset.Line

type lineKey struct {
	text    string
	setting typeset.Setting
}

// newMemo is for one part; a paper laid out several times has one for all.
func (c *composer) newMemo() linesMemo {
	if c.shared != nil {
		return c.shared
	}
	return linesMemo{}
}

// breakLines sets a text, or remembers how it was set.
func (c *composer) breakLines(text string, s typeset.Setting) []typeset.Line {
	if c.memo == nil {
		return typeset.Break(text, s)
	}
	key := lineKey{text, s}
	lines, known := c.memo[key]
	if !known {
		lines = typeset.Break(text, s)
		c.memo[key] = lines
	}
	return lines
}
