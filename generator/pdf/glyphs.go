package pdf

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/typeset"
)

// missingGlyphs finds every character that the font cannot print: it would be a
// box on paper.
func missingGlyphs(d *doc.Document, fonts *typeset.Family) diag.List {
	var problems diag.List
	check := func(text, key string, bold bool, path func(string) string) {
		offset := 0
		for _, r := range text {
			if r != '\n' && r != '\t' && !fonts.Face(bold).Has(r) {
				p := typeset.MissingGlyph(r, key, offset)
				p.Path = path(text)
				problems.Add(p)
			}
			offset++
		}
	}
	header := func(text string) string { return "графа «" + text + "»" }
	for _, b := range d.Blocks {
		if b.Role == doc.QR {
			continue // its words are not printed
		}
		if f := d.Figures[b.Label]; f != nil && isFigure(b) {
			check(f.Caption, f.Key, false, excerpt)
			for _, label := range labelsOf(f) {
				check(label.Text, f.Key, label.Bold, excerpt)
			}
			continue
		}
		check(b.Label, "", false, excerpt)
		for _, part := range b.Parts {
			check(part, "", false, excerpt)
		}
		for _, span := range b.Spans {
			if span.Kind == doc.Note {
				check(span.Text, "", false, excerpt)
			}
		}
		if b.Role != doc.TableRole {
			continue
		}
		t := d.Tables[b.Label]
		if t == nil {
			p := diag.Errorf("", "нет таблицы «%s»", b.Label).WithHint("проверьте имя после #table")
			p.Code, p.Path = "TBL-NONE", "таблица"
			problems.Add(p)
			continue
		}
		check(t.Caption, "", false, excerpt)
		for _, column := range t.Columns {
			check(column.Header, column.Key, true, header)
		}
		for _, row := range t.Head {
			for _, cell := range row {
				check(cell.Text, cell.Key, true, header)
			}
		}
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				check(cell.Text, cell.Key, row.Section || row.Total || cell.Strong, excerpt)
			}
		}
	}
	check(d.Footer+d.Across+d.Header, "", false, func(string) string { return "" })
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
	longest := g.table.Columns[0]
	for _, column := range g.table.Columns {
		if len(column.Header) > len(longest.Header) {
			longest = column
		}
	}
	p := diag.Errorf(longest.Key, "заголовки граф таблицы занимают всю страницу").
		WithHint("сократите заголовки граф")
	p.Code, p.Path = "TBL-HEADER", "таблица с графой "+excerpt(longest.Header)
	return p
}

func tooManyColumns(g *grid) diag.Problem {
	p := diag.Errorf(g.table.Columns[0].Key, "граф %d: столько на листе не помещается", len(g.table.Columns)).
		WithHint("разделите таблицу на две или уберите лишние графы")
	p.Code, p.Path = "TBL-WIDE", "таблица с графой "+excerpt(g.table.Columns[0].Header)
	return p
}

func damagedFont(fonts *typeset.Family) diag.Problem {
	return diag.Errorf("", "шрифт «%s» или «%s» повреждён", fonts.Regular.Name, fonts.Bold.Name).
		WithHint("возьмите другие файлы .ttf")
}

// cutWords warns of words that are wider than the room for them and were cut by
// letters.
func cutWords(text, key, path string, face *typeset.Face, size, room float64) diag.List {
	var problems diag.List
	offset := 0
	for _, field := range strings.SplitAfter(strings.ReplaceAll(text, "\n", " "), " ") {
		word := strings.TrimSpace(field)
		if typeset.IsCut(word, face, size, room) {
			p := diag.Warnf(key, "слово %s шире строки и разрезано по буквам", excerpt(word)).
				WithHint("разделите слово пробелом или дефисом, сократите его или уберите лишнюю графу")
			p.Code, p.Path, p.Offset = "TBL-WORD", path, offset
			problems.Add(p)
		}
		offset += utf8.RuneCountInString(field)
	}
	return problems
}
