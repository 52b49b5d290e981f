package pdf

import (
	"fmt"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// missingGlyphs finds every character that the font cannot print: it would be a
// box on paper.
func missingGlyphs(d *doc.Document, fonts *typeset.Family) diag.List {
	var problems diag.List
	check := func(text, key, path string, bold bool) {
		offset := 0
		for _, r := range text {
			if r != '\n' && !fonts.Face(bold).Has(r) {
				p := typeset.MissingGlyph(r, key, offset)
				p.Path = path
				problems.Add(p)
			}
			offset++
		}
	}
	for _, b := range d.Blocks {
		for _, part := range append([]string{b.Label}, b.Parts...) {
			check(part, "", excerpt(part), false)
		}
		if b.Role != doc.TableRole {
			continue
		}
		t := d.Tables[b.Label]
		for _, column := range t.Columns {
			check(column.Header, "", "графа «"+column.Header+"»", true)
		}
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				check(cell.Text, cell.Key, excerpt(cell.Text), row.Section)
			}
		}
	}
	check(d.Footer+d.Across, "", "", false)
	return problems
}

func excerpt(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 40 {
		return fmt.Sprintf("«%s…»", string(runes[:40]))
	}
	return fmt.Sprintf("«%s»", string(runes))
}

func tooHighHeader(g *grid) diag.Problem {
	p := diag.Errorf("", "заголовки граф таблицы занимают всю страницу").
		WithHint("сократите заголовки граф")
	p.Code, p.Path = "TBL-HEADER", "таблица с графой "+excerpt(g.table.Columns[0].Header)
	return p
}

func damagedFont(fonts *typeset.Family) diag.Problem {
	return diag.Errorf("", "шрифт «%s» или «%s» повреждён", fonts.Regular.Name, fonts.Bold.Name).
		WithHint("возьмите другие файлы .ttf")
}
