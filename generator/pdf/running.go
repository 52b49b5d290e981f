package pdf

import (
	"slices"

	"doklad/generator/diag"
	"doklad/generator/layout"
)

// header is the short title small over the text: at the left edge beside the page
// number, or under the number in the middle where it is longer than half a line.
func (c *composer) header(page *Page, m layout.Margins) {
	text := c.doc.Header
	if text == "" {
		return
	}
	p := c.profile.Page
	face, size := c.fonts.Regular, p.HeaderSize
	width := face.Width(text, size)
	room := page.Width - (m.Left+m.Right)*mm
	number := face.Width(itoa(c.number), p.NumberSize)
	made := Text{X: m.Left * mm, Y: p.NumberBaseline * mm, Size: size, Text: text}
	if apart := 2 * size; width > (room-number)/2-apart {
		made.X += (room - width) / 2
		made.Y += size * face.LineHeight
	}
	if width > room || made.Y+size*face.Descent > m.Top*mm {
		c.tooLongHeader()
		return
	}
	page.Texts = append(page.Texts, made)
}

// tooLongFooter says once that the line at the foot is wider than the text.
func (c *composer) tooLongFooter(text string) {
	if slices.ContainsFunc(c.problems, func(p diag.Problem) bool { return p.Code == "FTR-WIDE" }) {
		return
	}
	p := diag.Errorf("", "строка внизу страницы не помещается: %s", excerpt(text)).WithHint("сократите её")
	p.Code, p.Path = "FTR-WIDE", "нижний колонтитул"
	c.problems.Add(p)
}

// tooLongHeader says once that the header has no room over the text.
func (c *composer) tooLongHeader() {
	for _, p := range c.problems {
		if p.Code == "HDR-WIDE" {
			return
		}
	}
	p := diag.Errorf("", "краткое название над текстом не помещается: %s", excerpt(c.doc.Header)).
		WithHint("сократите его, уменьшите header_size или увеличьте верхнее поле")
	p.Code, p.Path = "HDR-WIDE", "верхний колонтитул"
	c.problems.Add(p)
}
