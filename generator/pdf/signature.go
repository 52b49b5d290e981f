package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// leastPost is how narrow a post may get beside a long name, in mm: narrower, it
// would be a column of single words.
const leastPost = 60

// signature is the post at the left, at most as wide as the style allows, and
// the name at the right edge, level with the last line of the post (ГОСТ Р
// 7.0.97-2016, п. 5.22). Between them there is room for the hand. A name that
// leaves too little for the post stands under it, on a line of its own, with the
// room for the hand left of it.
func (c *composer) signature(post, name string, s layout.Style) box {
	face := c.fonts.Face(s.Bold)
	if typeset.IsCut(post, face, s.Size, s.Width*mm) {
		s.Width = 0 // rather a long line than a cut word
	}
	hand := c.profile.SignatureGap * mm
	if room := c.textWidth() - face.Width(name, s.Size) - hand; c.isRoomForPost(post, s, room) {
		made := c.post(post, s, room)
		made.put(c.name(name, s, 0), made.height-c.line(s))
		return made
	}
	made := c.post(post, s, 0)
	if typeset.IsCut(name, face, s.Size, c.textWidth()-hand) {
		made.height += c.line(s) // a name as wide as the page: the hand has the line over it
		hand = 0
	}
	made.put(c.name(name, s, c.textWidth()-hand), made.height)
	return made
}

// isRoomForPost reports whether a post may be set as narrow as that.
func (c *composer) isRoomForPost(post string, s layout.Style, room float64) bool {
	if typeset.IsCut(post, c.fonts.Face(s.Bold), s.Size, room) {
		return false
	}
	return room >= min(leastPost*mm, widest(c.lines(post, s, typeset.Balanced, 0)))
}

// post stands at the left edge, its lines flush left or centred on the longest.
func (c *composer) post(text string, s layout.Style, limit float64) box {
	lines := c.set(text, s, typeset.Balanced, limit)
	if len(lines) == 0 {
		return box{height: c.line(s)}
	}
	return stack(c.inBlock(lines, s, 0))
}

// name ends at the right edge.
func (c *composer) name(text string, s layout.Style, limit float64) box {
	s.Width, s.Align = 0, layout.Right
	return stack(c.lineBoxes(c.set(text, s, typeset.Ragged, limit), s))
}

// certification is «Верно», the signature of who certifies, the date, and where
// the original is kept (реквизит 26).
func (c *composer) certification(b doc.Block, s layout.Style) []box {
	left := s
	left.Width, left.Align = 0, layout.Left
	made := []box{c.lineBox(typeset.Line{Text: "Верно"}, s, 0)}
	made = append(made, c.signature(b.Parts[0], b.Parts[1], s))
	for _, part := range b.Parts[2:] {
		if part != "" {
			made = append(made, c.lineBoxes(c.set(part, left, typeset.Ragged, 0), left)...)
		}
	}
	return keepAll(made, false)
}
