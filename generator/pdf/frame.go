package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// This file sets frames that are not divided: the mark of the electronic signature
// (реквизит 23) at the place of the hand, between post and name, and other stamps.

// frameStyle is the text in a frame: 8 points are the least that is read at its
// real size.
var frameStyle = layout.Style{Size: 8, Align: layout.Left, Spacing: 1, Before: 1, After: 1}

const (
	frameRule   = 0.75 // points
	frameRadius = 2    // mm, of the corners
	framePad    = 2    // mm, between border and text
	frameMost   = 90   // mm, the widest; longer lines are broken
	// frameGap keeps post, frame and name apart: they must not touch (mm).
	frameGap = 4
	// stampedPost is how narrow a post may get beside a frame, in mm.
	stampedPost = 45
)

// frame is a box with its border, as wide as its longest line. The first line
// heads it, and is broken rather than widen the frame.
func (c *composer) frame(parts []string) box {
	of := c.tree.Add(pdfa.Document, pdfa.Section)
	width := 0.0
	var lines []box
	body := func(part string) {
		broken := c.set(part, frameStyle, typeset.Ragged, (frameMost-2*framePad)*mm)
		width = max(width, widest(broken))
		lines = append(lines, c.inBlock(broken, frameStyle, 0)...)
	}
	head, rest := c.tree.Add(of, pdfa.P), parts[1:]
	for _, part := range rest {
		from := len(lines)
		body(part)
		tagAll(lines[from:], c.tree.Add(of, pdfa.P))
	}
	if len(rest) == 0 {
		body(parts[0])
		tagAll(lines, head)
	} else {
		lines = append(c.frameHead(parts[0], &width, head), lines...)
	}
	var made box
	made.put(stack(lines), framePad*mm)
	made.height += framePad * mm
	made.shift(framePad * mm)
	width += 2 * framePad * mm
	var border doc.Drawing
	border.RoundRect(0, 0, width/mm, made.height/mm, frameRadius, doc.Stroke{Width: frameRule}, doc.Fill{})
	made.drawings = []Drawing{{Width: width, Height: made.height, Shapes: border.Shapes, Scale: mm}}
	return made
}

// frameHead is the bold first line, in the middle of the others.
func (c *composer) frameHead(text string, width *float64, of pdfa.Elem) []box {
	s := frameStyle
	s.Bold, s.Align = true, layout.Centre
	word := typeset.WidestWord(text, c.fonts.Bold, s.Size) + rounding
	*width = max(*width, min(word, (frameMost-2*framePad)*mm))
	lines := c.set(text, s, typeset.Balanced, *width)
	made := c.inBlock(lines, s, (*width-widest(lines))/2)
	tagAll(made, of)
	if len(made) > 0 {
		made[len(made)-1].height += c.line(s) / 4
	}
	return made
}

// loneFrame stands by itself, in the middle.
func (c *composer) loneFrame(parts []string) box {
	made := c.frame(parts)
	made.shift((c.textWidth() - made.drawings[0].Width) / 2)
	return made
}

// blockOf is the block at i; a frame after a signature goes into it, and a coat of
// arms that begins the paper into the upper margin.
func (c *composer) blockOf(blocks []doc.Block, i int, s layout.Style) []box {
	b := blocks[i]
	switch {
	case b.Role == doc.Frame && i > 0 && blocks[i-1].Role == doc.Signature:
		return nil
	case b.Role == doc.Signature && i+1 < len(blocks) && blocks[i+1].Role == doc.Frame:
		return []box{c.stamped(b, blocks[i+1].Parts, s)}
	case b.Role == doc.Emblem:
		return []box{c.emblem(c.doc.Figures[b.Label], i == 0 && c.turned == 1)}
	}
	return c.block(b, s)
}

// stamped is a signature with a frame at the place of the hand. The name is level
// with the last line of the post, as without it, and the frame is halved by the
// middle of the post. Where the post would be too narrow beside it, the frame
// stands under the post.
func (c *composer) stamped(b doc.Block, stamp []string, s layout.Style) box {
	face := c.fonts.Face(s.Bold)
	name := c.name(b.Parts[1], s, 0)
	nameWidth := 0.0
	for _, t := range name.texts {
		nameWidth = max(nameWidth, face.Width(t.Text, t.Size))
	}
	room := c.textWidth() - nameWidth - frameGap*mm
	frame := c.frame(stamp)
	frameWidth := frame.drawings[0].Width
	var made box
	if beside := room - frameWidth - frameGap*mm; c.isRoomForStampedPost(b.Parts[0], s, beside) {
		post := c.post(b.Parts[0], s, beside)
		height := max(post.height, frame.height)
		made.put(post, (height-post.height)/2)
		made.put(name, (height+post.height)/2-name.height)
		wide := 0.0
		for _, t := range post.texts {
			wide = max(wide, t.X+face.Width(t.Text, t.Size))
		}
		frame.shift((wide + frameGap*mm + room - frameWidth) / 2) // in the middle of what is free
		made.put(frame, (height-frame.height)/2)
		return made.clear()
	}
	made = c.post(b.Parts[0], s, 0)
	top := made.height + frameGap*mm/2
	if frameWidth > room {
		made.put(name, top)
		made.put(frame, made.height+frameGap*mm/2)
		return made.clear()
	}
	height := max(frame.height, name.height)
	made.put(name, top+(height-name.height)/2)
	frame.shift(room - frameWidth)
	made.put(frame, top+(height-frame.height)/2)
	return made.clear()
}

// clear keeps what follows off the frame at the foot of the box.
func (b box) clear() box {
	for _, d := range b.drawings {
		b.height = max(b.height, d.Y+d.Height+frameGap/2*mm)
	}
	return b
}

// isRoomForStampedPost reports whether a post may be set as narrow as that beside a
// frame.
func (c *composer) isRoomForStampedPost(post string, s layout.Style, room float64) bool {
	if typeset.IsCut(post, c.fonts.Face(s.Bold), s.Size, room) {
		return false
	}
	return room >= min(stampedPost*mm, widest(c.lines(post, s, typeset.Balanced, 0)))
}
