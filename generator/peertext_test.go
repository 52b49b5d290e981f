//go:build bench && unix

package generator

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// This file gives the same text to the peers of our engine: a composed document as
// a Typst source and as a flat OpenDocument text.

// sourceOf is a language in which a document can be said to a peer.
type sourceOf interface {
	text(s layout.Style, level int, parts []string) // level 1 to 3 for a heading, else 0
	pair(s layout.Style, left, right string)        // the right one at the right edge, on the last line
	page(m layout.Margins, landscape bool)
	table(t *doc.Table, widths []float64) // widths in millimetres
	String() string
}

// say goes through a document as package pdf does.
func say(d *doc.Document, p *layout.Profile, to sourceOf) string {
	width := 0.0
	page := func(landscape bool, number int) {
		m := p.Page.Margins(landscape, d.LongTerm, number)
		width = 210 - m.Left - m.Right
		if landscape {
			width = 297 - m.Left - m.Right
		}
		to.page(m, landscape)
	}
	if len(d.Blocks) == 0 || d.Blocks[0].Role != doc.Page {
		page(false, 1)
	}
	for i, b := range d.Blocks {
		switch b.Role {
		case doc.Page:
			page(b.Label == doc.Landscape, min(i, 1)+1)
		case doc.TableRole:
			t := d.Tables[b.Label]
			to.table(t, widthsOf(t, p.Table, width))
		case doc.Registration:
			to.pair(p.Registration, b.Parts[0], b.Parts[1])
		case doc.Signature:
			to.pair(p.Signature, b.Parts[0], b.Parts[1])
		case doc.Certification:
			to.text(p.Certification, 0, []string{"Верно"})
			to.pair(p.Certification, b.Parts[0], b.Parts[1])
			to.text(p.Certification, 0, b.Parts[2:])
		case doc.Clause:
			to.text(p.Clause, 0, []string{b.Label + "\u00a0" + b.Text()})
		case doc.Title:
			to.text(p.Title, 1, b.Parts)
		case doc.AnnexTitle:
			to.text(p.AnnexTitle, 1, b.Parts)
		case doc.Heading:
			to.text([]layout.Style{p.Heading1, p.Heading2, p.Heading3}[b.Label[0]-'1'], int(b.Label[0]-'0'), b.Parts)
		case doc.Letterhead:
			to.text(p.Letterhead, 0, b.Parts)
		case doc.Kind:
			to.text(p.Kind, 0, b.Parts)
		case doc.Operative:
			to.text(p.Operative, 0, b.Parts)
		case doc.Approval, doc.AnnexMark:
			to.text(p.Approval, 0, b.Parts)
		case doc.Recipients:
			to.text(p.Recipients, 0, b.Parts)
		case doc.Preparer:
			to.text(p.Preparer, 0, b.Parts)
		default:
			to.text(p.Text, 0, b.Parts)
		}
	}
	return to.String()
}

// widthsOf spares the peers the work of finding the widths of columns: each gets
// its widest word, and the room left by the length of its cells.
func widthsOf(t *doc.Table, look layout.Table, room float64) []float64 {
	const letter = 0.18 // mm a letter and point of size, bold at that
	widths := make([]float64, len(t.Columns))
	natural := make([]float64, len(t.Columns))
	measure := func(i int, text string) {
		for _, word := range strings.Fields(text) {
			widths[i] = max(widths[i], float64(utf8.RuneCountInString(word))*letter*look.Size+2*look.PadSide)
		}
		natural[i] += float64(utf8.RuneCountInString(text))
	}
	for i, column := range t.Columns {
		measure(i, column.Header)
	}
	for _, row := range t.Rows[:min(len(t.Rows), 200)] {
		for i, cell := range row.Cells {
			if !row.Section {
				measure(i, cell.Text)
			}
		}
	}
	left, all := room, 0.0
	for i := range widths {
		left -= widths[i]
		all += natural[i]
	}
	for i := range widths {
		widths[i] += left * natural[i] / all
	}
	return widths
}

// pitch is the distance of baselines in sizes of the font.
func pitch(s layout.Style) float64 {
	return typeset.Tinos().Regular.LineHeight * max(s.Spacing, 1)
}

// tight is the profile as our engine obeys it where that wins a page, so that the
// peers have as much to set on as many pages.
func tight(p *layout.Profile) *layout.Profile {
	set := *p
	set.Text.Spacing, set.Clause.Spacing = p.Text.SpacingMin, p.Clause.SpacingMin
	set.Table.Size = p.Table.SizeMin
	return &set
}

// set is how the text of a style looks.
func set(s layout.Style) string {
	weight := "regular"
	if s.Bold {
		weight = "bold"
	}
	lead := (pitch(s) - 1) * s.Size
	return fmt.Sprintf("set text(size: %gpt, weight: %q); set par(justify: %v, first-line-indent: (amount: %gmm, all: true), leading: %.3fpt, spacing: %.3fpt)",
		s.Size, weight, s.Align == layout.Justified, s.Indent, lead, lead)
}
