package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// boxes turns blocks into boxes, with the spaces between them and the rules of
// what stays together.
func (c *composer) boxes(blocks []doc.Block) []box {
	if blocks[0].Role == doc.Cover {
		return c.cover(blocks)
	}
	var all []box
	after := 0.0       // what the block before wants under it
	begin := 0         // where its boxes begin
	var headings []int // where the boxes under them begin
	for i, b := range blocks {
		style := c.style(b)
		found := len(c.problems)
		c.above = keptAbove(all, after)
		made := c.blockOf(blocks, i, style)
		c.charge(b, c.problems[found:])
		c.tag(b, made)
		c.tagInlines(made)
		if b.Role == doc.AnnexMark && i+1 < len(blocks) && blocks[i+1].Role == doc.Approval {
			style.After = markGap
		}
		if b.Role == doc.Approval && i > 0 && blocks[i-1].Role == doc.AnnexMark {
			together(all[begin:], made, style.Align)
		}
		if len(made) == 0 {
			continue
		}
		line := c.line(style)
		made[0].before = max(made[0].before, style.Before*line, after)
		if i > 0 {
			made[0].before = max(made[0].before, c.tableGap(blocks[i-1], b), c.tableGap(b, blocks[i-1]))
		}
		after = style.After * line
		switch b.Role {
		case doc.Item:
			keepLead(all, blocks[:i])
		case doc.Signature:
			keepWithText(all)
		case doc.Certification, doc.Recipients:
			// A page of nothing but these would be torn from what they belong to.
			keepAll(all[begin:], true)
		}
		begin = len(all)
		all = append(all, made...)
		if b.Role == doc.Heading || b.Role == doc.Contents {
			headings = append(headings, len(all))
		}
	}
	c.keepUnderHeadings(all, headings)
	return all
}

// markGap is the space in lines between «Приложение № 1» and the гриф under it.
const markGap = 0.5

// keepWithText ties the last two lines of the text to the signature under them:
// a signature is never alone on a page (ГОСТ Р 7.0.97-2016, п. 5.22; practice).
func keepWithText(boxes []box) {
	for i := max(0, len(boxes)-2); i < len(boxes); i++ {
		boxes[i].keep = true
	}
}

// charge says where in the data the cut words of a block come from, and what
// helps there.
func (c *composer) charge(b doc.Block, found diag.List) {
	for i := range found {
		p := &found[i]
		if p.Code != "TBL-WORD" || b.Role == doc.TableRole {
			continue
		}
		p.Code, p.Key = "TXT-WORD", b.Key
		p.Hint = "разделите слово пробелом или дефисом или сократите его"
		switch b.Role {
		case doc.Signature, doc.Certification:
			p.Path = "подпись " + excerpt(b.Parts[1])
			p.Hint = "сократите должность (post) или фамилию (surname), или разделите длинное слово пробелом или дефисом"
		}
	}
}

func (c *composer) style(b doc.Block) layout.Style {
	p := c.profile
	switch b.Role {
	case doc.Cover:
		return coverStyle(p.Cover, b.Label)
	case doc.Letterhead:
		return p.Letterhead
	case doc.Kind:
		return p.Kind
	case doc.Registration:
		return p.Registration
	case doc.Title:
		return p.Title
	case doc.Operative:
		return p.Operative
	case doc.Clause:
		return p.Clause
	case doc.Signature:
		return p.Signature
	case doc.Approval, doc.AnnexMark:
		return p.Approval
	case doc.AnnexTitle:
		return p.AnnexTitle
	case doc.Heading:
		level, _ := doc.HeadingLevel(b.Label)
		return [...]layout.Style{p.Heading1, p.Heading2, p.Heading3}[level-1]
	case doc.Contents:
		return p.Heading1
	case doc.Item:
		return c.itemStyle(b)
	case doc.TableRole:
		if b.Number != "" {
			return p.TableCaption
		}
	case doc.Certification:
		return p.Certification
	case doc.Recipients:
		return p.Recipients
	case doc.Preparer:
		return p.Preparer
	case doc.FigureRole:
		return figureStyle(p)
	case doc.Emblem:
		return emblemStyle(p)
	case doc.Frame:
		return frameStyle
	}
	return p.Text
}

// face is the font of a style.
func (c *composer) face(s layout.Style) *typeset.Face { return c.fonts.Styled(s.Bold, s.Italic) }

// line is the distance of baselines in a style.
func (c *composer) line(s layout.Style) float64 {
	return s.Size * c.face(s).LineHeight * c.fit.spacing(s)
}

func (c *composer) block(b doc.Block, s layout.Style) []box {
	switch b.Role {
	case doc.TableRole:
		return c.captioned(b, box{table: c.grid(c.doc.Tables[b.Label])})
	case doc.Registration:
		return []box{c.registration(b, s)}
	case doc.Signature:
		return []box{c.signature(b.Parts[0], b.Parts[1], s)}
	case doc.Approval, doc.AnnexMark:
		return c.pushedRight(b.Parts, s)
	case doc.Certification:
		return c.certification(b, s)
	case doc.Preparer:
		return []box{c.preparer(b.Parts, s)}
	case doc.FigureRole:
		return c.figure(c.doc.Figures[b.Label])
	case doc.Frame:
		return []box{c.loneFrame(b.Parts)}
	case doc.Clause:
		return keepColon(c.running(b.Label+"\u00a0", b.Text(), b.Spans, s), b)
	case doc.Title:
		made := c.titleLines(b.Parts, s)
		c.checkTitle(len(made))
		return made
	case doc.Letterhead, doc.Kind, doc.AnnexTitle:
		return c.titleLines(b.Parts, s)
	case doc.Heading:
		return c.heading(b, s)
	case doc.Contents:
		return c.contents(b, s)
	case doc.Item:
		return keepColon(c.running(b.Number+"\u00a0", b.Text(), b.Spans, s), b)
	case doc.Recipients:
		var made []box
		for _, part := range b.Parts {
			made = append(made, c.paragraph(part, s)...)
		}
		return keepAll(made, false)
	case doc.Operative:
		return keepAll(c.paragraph(b.Text(), s), true)
	}
	return c.running("", b.Text(), b.Spans, s)
}

func keepAll(boxes []box, withNext bool) []box {
	for i := range boxes {
		boxes[i].keep = i < len(boxes)-1 || withNext
	}
	return boxes
}

// paragraph sets running text; the first two and the last two lines stay
// together, and no page ends in a hyphen.
func (c *composer) paragraph(text string, s layout.Style, parts ...*inline) []box {
	manner := typeset.Ragged
	if s.Align == layout.Justified {
		manner = typeset.Justified
	}
	lines := c.set(text, s, manner, 0)
	boxes := c.lineBoxes(lines, s)
	if len(parts) > 0 {
		markInlines(boxes, lines, text, parts)
	}
	for i, line := range slices.Backward(lines) {
		boxes[i].keep = i < len(lines)-1 && (i == 0 || i == len(lines)-2 || strings.HasSuffix(line.Text, "-"))
		if line.Hyphen {
			wholeWord(&boxes[i].texts[0], &boxes[i+1].texts[0])
		}
	}
	return boxes
}

// lastWordAt is where the last word of a line begins.
func lastWordAt(text string) int {
	at := strings.LastIndexAny(text, spaces)
	if at < 0 {
		return 0
	}
	_, width := utf8.DecodeRuneInString(text[at:])
	return at + width
}

func firstWord(text string) string {
	if end := strings.IndexAny(text, spaces); end >= 0 {
		return text[:end]
	}
	return text
}

// lines breaks a text at the width of a style, and at the limit where there is
// one.
func (c *composer) lines(text string, s layout.Style, manner typeset.Manner, limit float64) []typeset.Line {
	return c.breakLines(text, c.setting(s, manner, limit))
}

func (c *composer) setting(s layout.Style, manner typeset.Manner, limit float64) typeset.Setting {
	setting := typeset.Setting{Face: c.face(s), Size: s.Size, Width: c.textWidth(), Manner: manner}
	if s.Width > 0 {
		setting.Width = min(setting.Width, s.Width*mm)
	}
	if limit > 0 {
		setting.Width = min(setting.Width, limit)
	}
	if s.Align != layout.Centre && s.Align != layout.Right {
		setting.Indent = s.Indent * mm
	}
	return setting
}

// set is lines, and a warning where a word had to be cut.
func (c *composer) set(text string, s layout.Style, manner typeset.Manner, limit float64) []typeset.Line {
	lines := c.lines(text, s, manner, limit)
	if slices.ContainsFunc(lines, func(l typeset.Line) bool { return l.Cut }) {
		at := c.setting(s, manner, limit)
		c.problems = append(c.problems, cutWords(text, "", excerpt(text), at.Face, at.Size, at.Width-at.Indent)...)
	}
	return lines
}

// titleLines sets a title: lines of similar length, broken by sense, all on one
// page with what follows. Each part begins a line.
func (c *composer) titleLines(parts []string, s layout.Style) []box {
	var boxes []box
	for i, part := range parts {
		made := c.lineBoxes(c.set(part, s, typeset.Balanced, 0), s)
		if i > 0 && len(made) > 0 && s.Width > 0 && s.Align == layout.Centre {
			made[0].before = c.line(s) / 2 // the higher body stands apart from the lower
		}
		boxes = append(boxes, made...)
	}
	return keepAll(boxes, true)
}

// checkTitle advises a shorter title: 4–5 lines are recommended by the
// instructions on office work (layout rules, 1.6).
func (c *composer) checkTitle(lines int) {
	if limit := c.profile.TitleLines; limit > 0 && lines > limit {
		p := diag.Advisef("", "заголовок занимает строк: %d, больше %d", lines, limit).
			WithHint("сократите заголовок или выберите профиль с более широкой строкой")
		p.Code, p.Path = "TTL-LEN", "заголовок"
		c.problems.Add(p)
	}
}
