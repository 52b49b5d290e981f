//go:build e2e

package main

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/sample"
)

// e2eSomePage stands for a page number that only the pages know.
const e2eSomePage = "‹страница›"

// e2eSample is what a reader is to find in a document: the structure tree, and the
// words in reading order, where notes stand at the foot of the pages.
type e2eSample struct {
	tree        e2eTree
	body, notes strings.Builder
	out         *strings.Builder // one of the two
	entries     []string         // of the contents, as the headings are printed
	blocks      []doc.Block
	lists       []e2eOpenList
	level       int // of the last heading
	titled      bool
	figures     int
	noted       int
	tables      int
}

// e2eOpenList is an open list; depth is that of its element.
type e2eOpenList struct {
	label string // of items; of points how deep they are
	depth int    // of the element
	rank  int    // a list of points ends those of a higher rank
}

func e2eWantedSample(t testing.TB, paper sample.Paper) *e2eSample {
	t.Helper()
	blocks, faults := doc.Resolve(paper.Document)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	w := &e2eSample{blocks: blocks}
	w.out = &w.body
	w.tree.element(0, "Document")
	code := false
	for _, b := range blocks {
		w.block(paper.Document, b)
		code = code || b.Role == doc.QR
	}
	if code {
		w.tree.element(1, "Figure")
	}
	return w
}

// says puts words into the element over this depth; a space follows where the
// element ends.
func (w *e2eSample) says(depth int, text string) {
	w.tree.says(depth, text)
	w.out.WriteString(text)
}

func (w *e2eSample) all(depth int, kind, text string) {
	w.tree.element(depth, kind)
	w.says(depth+1, text+" ")
}

func (w *e2eSample) block(d *doc.Document, b doc.Block) {
	if b.Role == doc.Clause || b.Role == doc.Item {
		w.point(b)
		return
	}
	w.lists = nil
	switch said := strings.Join(b.Parts, " "); b.Role {
	case doc.Page, doc.QR:
	case doc.Cover:
		w.cover(b.Label, said)
	case doc.Title, doc.AnnexTitle:
		w.all(1, "H1", said)
		w.level, w.titled = 1, true
	case doc.Heading:
		w.heading(b, strings.TrimSpace(b.Number+" "+said))
	case doc.Contents:
		w.heading(b, said)
		w.contents()
	case doc.TableRole:
		w.table(d.Tables[b.Label], b.Number)
	case doc.FigureRole, doc.Emblem:
		w.figure(d.Figures[b.Label])
	case doc.Frame:
		w.tree.element(1, "Sect")
		for _, line := range b.Parts {
			w.all(2, "P", line)
		}
	case doc.Certification:
		w.all(1, "P", "Верно "+said)
	case doc.Paragraph:
		w.running(1, "P", b)
	default:
		w.all(1, "P", said)
	}
}

// cover: kind and subject are one title; the samples have both, in this order.
func (w *e2eSample) cover(place, said string) {
	switch place {
	case doc.CoverKind:
		w.all(1, "H1", said)
		w.level, w.titled = 1, true
	case doc.CoverSubject:
		w.says(2, said+" ")
	default:
		w.all(1, "P", said)
	}
}

// heading: under a title all headings are one deeper; no level is left out.
func (w *e2eSample) heading(b doc.Block, said string) {
	level := 1
	if b.Role == doc.Heading {
		level, _ = doc.HeadingLevel(b.Label)
	}
	if w.titled {
		level++
	}
	w.level = min(level, w.level+1)
	w.all(1, fmt.Sprintf("H%d", w.level), said)
}

func (w *e2eSample) contents() {
	open := 0 // lists
	for _, b := range w.blocks {
		if b.Role != doc.Heading {
			continue
		}
		level, _ := doc.HeadingLevel(b.Label)
		level = min(level, open+1)
		if level > open {
			w.tree.element(level, "TOC")
		}
		open = level
		entry := strings.TrimSpace(b.Number + " " + b.Text())
		w.entries = append(w.entries, entry)
		w.tree.element(level+1, "TOCI")
		w.tree.element(level+2, "Reference")
		w.all(level+3, "Link", entry+" "+e2eSomePage)
	}
}

// point is a point of an order or an item of a list.
func (w *e2eSample) point(b doc.Block) {
	label, mark, rank := b.Label, b.Number, 100
	if b.Role == doc.Clause {
		rank = strings.Count(strings.TrimSuffix(b.Label, "."), ".")
		label, mark = fmt.Sprint(rank), b.Label
		for len(w.lists) > 0 && w.lists[len(w.lists)-1].rank > rank {
			w.lists = w.lists[:len(w.lists)-1]
		}
	}
	open := -1
	for i, list := range w.lists {
		if list.label == label {
			open = i
		}
	}
	if open < 0 {
		depth := 1
		if n := len(w.lists); n > 0 {
			depth = w.lists[n-1].depth + 3 // L, LI, LBody
		}
		w.lists = append(w.lists, e2eOpenList{label, depth, rank})
		open = len(w.lists) - 1
		w.tree.element(depth, "L")
	}
	w.lists = w.lists[:open+1]
	depth := w.lists[open].depth
	w.tree.element(depth+1, "LI")
	w.all(depth+2, "Lbl", mark)
	w.tree.element(depth+2, "LBody")
	noted := false
	for _, s := range b.Spans {
		noted = noted || s.Kind == doc.Note
	}
	if noted {
		w.running(depth+3, "P", b)
		return
	}
	w.inline(depth+3, b.Text(), b.Spans)
	w.says(depth+3, " ")
}

// running is a text and then its notes.
func (w *e2eSample) running(depth int, kind string, b doc.Block) {
	first := w.noted
	w.tree.element(depth, kind)
	w.inline(depth+1, b.Text(), b.Spans)
	w.says(depth+1, " ")
	w.out = &w.notes
	number := first
	for _, s := range b.Spans {
		if s.Kind != doc.Note {
			continue
		}
		number++
		w.tree.element(depth, "Note")
		w.tree.element(depth+1, "Lbl")
		w.says(depth+2, e2eSuperior(number))
		w.says(depth+1, " ")
		w.inline(depth+1, s.Text, s.Spans)
		w.says(depth+1, " ")
	}
	w.out = &w.body
}

// inline is a text with its links and the marks of its notes.
func (w *e2eSample) inline(depth int, text string, spans []doc.Span) {
	runes, at := []rune(text), 0
	for _, s := range spans {
		w.says(depth, string(runes[at:s.From]))
		at = s.To
		if s.Kind == doc.Note {
			w.noted++
			w.tree.element(depth, "Reference")
			w.says(depth+1, e2eSuperior(w.noted))
			continue
		}
		w.tree.element(depth, "Link")
		w.says(depth+1, string(runes[s.From:s.To]))
	}
	w.says(depth, string(runes[at:]))
}

func e2eSuperior(number int) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(fmt.Sprint(number))
}

func (w *e2eSample) figure(f *doc.Figure) {
	w.tree.element(1, "Figure")
	if f.Drawing != nil {
		for _, label := range f.Drawing.Labels {
			w.says(2, label.Text+" ")
		}
	}
	if f.Caption != "" {
		w.figures++
		w.all(1, "Caption", fmt.Sprintf("Рисунок %d – %s", w.figures, f.Caption))
	}
}

// table is a table with its caption; a cell says what it heads and what it covers.
func (w *e2eSample) table(t *doc.Table, number string) {
	w.tree.element(1, "Table")
	if t.Caption != "" {
		w.all(2, "Caption", fmt.Sprintf("Таблица %s – %s", number, t.Caption))
	}
	head := t.Head
	if head == nil {
		head = [][]doc.Cell{nil}
		for _, c := range t.Columns {
			head[0] = append(head[0], doc.Cell{Text: c.Header})
		}
	}
	cell := func(kind string, c doc.Cell) {
		if c.Columns > 1 {
			kind += fmt.Sprintf(" %d", c.Columns)
		}
		if c.Rows > 1 {
			kind += fmt.Sprintf(" ↓%d", c.Rows)
		}
		w.all(3, kind, c.Text)
	}
	for _, row := range head {
		w.tree.element(2, "TR")
		for _, c := range row {
			cell("TH /Column", c)
		}
	}
	for _, row := range t.Rows {
		w.tree.element(2, "TR")
		for _, c := range row.Cells {
			if row.Section {
				cell("TH /Row", doc.Cell{Text: c.Text, Columns: len(t.Columns)})
			} else {
				cell("TD", c)
			}
		}
	}
}
