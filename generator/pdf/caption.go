package pdf

import (
	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/russian"
	"doklad/generator/typeset"
)

// This file names tables and figures (ГОСТ Р 7.32-2017, п. 6.5 and 6.6).

// tableCaptionGap is the space in lines between a caption and its table.
const tableCaptionGap = 0.25

// tableGap is the space between running text and a table beside it that has no caption:
// neither has one of its own. A caption brings the space around its table.
func (c *composer) tableGap(text, table doc.Block) float64 {
	if table.Role != doc.TableRole || table.Number != "" {
		return 0
	}
	switch text.Role {
	case doc.Paragraph, doc.Clause, doc.Item:
		return c.profile.Table.Gap * c.line(c.style(text))
	}
	return 0
}

// captioned puts «Таблица N – …» over a table.
func (c *composer) captioned(b doc.Block, table box) []box {
	if b.Number == "" {
		return []box{table}
	}
	s := c.profile.TableCaption
	text := "Таблица\u00a0" + b.Number + "\u00a0– " + c.doc.Tables[b.Label].Caption
	made := c.lineBoxes(c.set(russian.NoBreakLinking(text), s, typeset.Ragged, 0), s)
	table.before = tableCaptionGap * c.line(s)
	if c.doc.Report {
		table.table.continued = "Продолжение таблицы\u00a0" + b.Number
	}
	return append(keepAll(made, true), table)
}

// putContinued stands over the head of a table on its later pages (ГОСТ Р
// 7.32-2017, п. 6.6.3); it belongs to the page.
func (c *composer) putContinued(g *grid) {
	if g.continued == "" {
		return
	}
	s := c.profile.TableCaption
	for _, b := range c.lineBoxes(c.lines(g.continued, s, typeset.Ragged, 0), s) {
		c.putRow(b)
	}
	c.y += tableCaptionGap * c.line(s)
}

// continuedHeight is the room for «Продолжение таблицы N».
func (g *grid) continuedHeight() float64 {
	if g.continued == "" {
		return 0
	}
	return (1 + tableCaptionGap) * g.c.line(g.c.profile.TableCaption)
}

// tagTableCaption marks the caption as the first child of its table.
func (c *composer) tagTableCaption(made []box) {
	last := len(made) - 1
	if last < 1 {
		return
	}
	tagAll(made[:last], c.tree.Add(made[last].table.of, pdfa.Caption))
}

// figureCaption is «Рисунок N – …», to stand under its figure: the box of the
// figure must be kept with it. Who calls it marks it.
func (c *composer) figureCaption(number int, caption string) []box {
	s := c.profile.FigureCaption
	text := "Рисунок\u00a0" + itoa(number) + "\u00a0– " + caption
	made := keepAll(c.lineBoxes(c.set(russian.NoBreakLinking(text), s, typeset.Balanced, 0), s), false)
	made[0].before = s.Before * c.line(s)
	return made
}
