package pdf

import (
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// figureCaption is «Рисунок N – …», centred under the figure.
func (c *composer) figureCaption(number int, caption string) []box {
	s := c.profile.Text
	s.Align, s.Spacing, s.Indent = layout.Centre, 1, 0
	return keepAll(c.lineBoxes(c.set("Рисунок "+itoa(number)+" – "+caption, s, typeset.Balanced, 0), s), false)
}
