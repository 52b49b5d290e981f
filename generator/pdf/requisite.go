package pdf

import (
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// This file sets the requisites that are more than lines under one another.

// registration is the date at the left edge and the number at the right, on one
// baseline (реквизиты 10 and 11).
func (c *composer) registration(b doc.Block, s layout.Style) box {
	face := c.fonts.Face(s.Bold)
	made := c.lineBox(typeset.Line{Text: b.Parts[0]}, s, 0)
	number := made.texts[0]
	number.Text = b.Parts[1]
	number.X = c.textWidth() - face.Width(number.Text, s.Size)
	if number.X < face.Width(b.Parts[0]+"  ", s.Size) {
		p := diag.Errorf("", "дата и номер не помещаются в одну строку").WithHint("сократите номер")
		p.Code, p.Path = "REG-WIDE", "дата и номер"
		c.problems.Add(p)
	}
	made.texts = append(made.texts, number)
	made.keep = true
	return made
}

// preparer is who made the paper, small at the foot of the page (реквизит 25).
func (c *composer) preparer(parts []string, s layout.Style) box {
	made := stack(c.lineBoxes(c.set(strings.Join(parts, "\n"), s, typeset.Ragged, 0), s))
	made.foot = true
	return made
}

// decorate adds what stands outside the text area: page numbers from the second
// page on (ГОСТ Р 7.0.97-2016, п. 3.3), or from the second of each annex where the
// profile counts these by themselves; the word over the page, the footer.
func (c *composer) decorate(page *Page) {
	p := c.profile.Page
	if c.number++; page.Annex && p.NumberRestart {
		c.number = 1
	}
	m := p.Margins(page.Width > page.Height, c.doc.LongTerm, page.Number)
	if c.number > 1 {
		c.centred(page, itoa(c.number), p.NumberSize, p.NumberBaseline*mm, m)
	}
	c.rememberPlaces(page)
	if c.number > 1 {
		c.header(page, m)
	}
	if c.doc.Footer != "" {
		c.centred(page, c.doc.Footer, footerSize, page.Height-footerFromEdge, m)
	}
	if c.doc.Across != "" {
		page.putUnder(c.across(page))
	}
	c.putCode(page, m)
}

// The baseline of the footer is so far from the lower edge, and the text so far over
// it.
const (
	footerSize     = 8
	footerFromEdge = 10 * mm
	footerGap      = 1.5 * mm
)

// footerHeight is the room that the footer takes of the text area where the lower
// margin does not hold it: on a turned page.
func (c *composer) footerHeight() float64 {
	if c.doc.Footer == "" {
		return 0
	}
	return max(0, footerFromEdge+footerSize*c.fonts.Regular.Ascent+footerGap-c.margins().Bottom*mm)
}

func (c *composer) centred(page *Page, text string, size, baseline float64, m layout.Margins) {
	width := c.fonts.Regular.Width(text, size)
	if width > page.Width-(m.Left+m.Right)*mm {
		c.tooLongFooter(text)
	}
	middle := (m.Left*mm + page.Width - m.Right*mm) / 2
	page.Texts = append(page.Texts, Text{X: middle - width/2, Y: baseline, Size: size, Text: text})
}
