//go:build e2e

package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// All lengths are points from the upper left corner of the page.

// e2eWord is a word where poppler found it.
type e2eWord struct {
	page           int
	x0, y0, x1, y1 float64
	text           string
	bold           bool
	endsLine       bool
}

// poppler draws the box of a word from the ascent to the descent of the font,
// which are 0.891 and 0.216 em in Times New Roman and all that measure like it.
func (w e2eWord) size() float64     { return (w.y1 - w.y0) / (0.891 + 0.216) }
func (w e2eWord) baseline() float64 { return w.y0 + 0.891*w.size() }
func (w e2eWord) middle() (x, y float64) {
	return (w.x0 + w.x1) / 2, (w.y0 + w.y1) / 2
}

// e2eRule is a straight line that was drawn.
type e2eRule struct{ x0, y0, x1, y1, width float64 }

// e2ePage is a page as a reader sees it, its parts told apart.
type e2ePage struct {
	number        int
	width, height float64
	numbers       []e2eWord // the page number
	across        []e2eWord // letters of the word over the page
	footer        []e2eWord // the small note at the foot
	flow          []e2eWord // what stands outside tables, in reading order
	tables        []e2eGrid
	rules         []e2eRule
}

func (p e2ePage) landscape() bool { return p.width > p.height }

// content is all that has to keep within the margins.
func (p e2ePage) content() []e2eWord {
	words := slices.Clone(p.flow)
	for _, table := range p.tables {
		for _, row := range table.rows {
			for _, cell := range row.cells {
				words = append(words, cell.words...)
			}
		}
	}
	return words
}

// e2eAsPrinted is a copy of a PDF in which nothing tells a reader that a divided
// word is one word (ActualText), so that the pieces are found where they stand.
func e2eAsPrinted(t testing.TB, file string) string {
	t.Helper()
	printed := filepath.Join(t.TempDir(), filepath.Base(file))
	e2eTool(t, "qpdf", "--qdf", "--object-streams=disable", file, printed)
	pdf, err := os.ReadFile(printed)
	if err != nil {
		t.Fatal(err)
	}
	pdf = bytes.ReplaceAll(pdf, []byte("/ActualText"), []byte("/UnusedText")) // of the same length
	if err := os.WriteFile(printed, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	return printed
}

// e2ePages reads a PDF with poppler: the words with pdftotext, the bold ones
// with pdftohtml, the rules with pdftocairo.
func e2ePages(t testing.TB, file string) []e2ePage {
	t.Helper()
	pages := e2eWordPages(t, file)
	bold := e2eBold(t, file)
	for i := range pages {
		page := &pages[i]
		words := page.flow
		for n := range words {
			words[n].bold = bold.has(words[n])
		}
		page.rules = e2eRules(t, file, i+1)
		page.sort(words)
	}
	return pages
}

// e2eWordPages are the pages with their words alone, all in the flow, as pdftotext finds
// them.
func e2eWordPages(t testing.TB, file string) []e2ePage {
	t.Helper()
	var read struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Words  []struct {
				X0   float64 `xml:"xMin,attr"`
				Y0   float64 `xml:"yMin,attr"`
				X1   float64 `xml:"xMax,attr"`
				Y1   float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	e2eXML(t, e2eTool(t, "pdftotext", "-bbox", file, "-"), &read)
	pages := make([]e2ePage, len(read.Pages))
	for i, p := range read.Pages {
		pages[i] = e2ePage{number: i + 1, width: p.Width, height: p.Height}
		for _, w := range p.Words {
			pages[i].flow = append(pages[i].flow, e2eWord{page: i + 1, x0: w.X0, y0: w.Y0, x1: w.X1, y1: w.Y1, text: w.Text})
		}
	}
	return pages
}

func e2eXML(t testing.TB, text string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in\n%.500s", err, text)
	}
}

// sort tells the parts of a page apart.
func (p *e2ePage) sort(words []e2eWord) {
	p.tables = e2eGrids(p.number, p.rules)
	var flow []e2eWord
	for _, w := range words {
		switch {
		case w.y1-w.y0 > 60:
			p.across = append(p.across, w)
		case p.number > 1 && w.text == strconv.Itoa(p.number) && w.y1 < 18*e2eMM && math.Abs(w.size()-12) < 0.1:
			p.numbers = append(p.numbers, w)
		case w.size() < 8.5 && w.y0 > p.height-15*e2eMM:
			p.footer = append(p.footer, w)
		case !p.intoCell(w):
			flow = append(flow, w)
		}
	}
	p.flow = e2eReadingOrder(flow)
	for _, table := range p.tables {
		for _, row := range table.rows {
			for i := range row.cells {
				row.cells[i].words = e2eReadingOrder(row.cells[i].words)
			}
		}
	}
}

func (p *e2ePage) intoCell(w e2eWord) bool {
	x, y := w.middle()
	for _, table := range p.tables {
		for _, row := range table.rows {
			for i := range row.cells {
				if c := &row.cells[i]; x > c.x0 && x < c.x1 && y > c.y0 && y < c.y1 {
					c.words = append(c.words, w)
					return true
				}
			}
		}
	}
	return false
}

// e2eReadingOrder puts words on one baseline into lines, from top to bottom.
func e2eReadingOrder(words []e2eWord) []e2eWord {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b e2eWord) int { return e2eCompare(a.baseline(), b.baseline()) })
	from := 0
	for i := range words {
		if i+1 < len(words) && words[i+1].baseline()-words[from].baseline() < 2 {
			continue
		}
		line := words[from : i+1]
		slices.SortFunc(line, func(a, b e2eWord) int { return e2eCompare(a.x0, b.x0) })
		line[len(line)-1].endsLine = true
		from = i + 1
	}
	return words
}

func e2eCompare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// e2eLines divides words in reading order into lines.
func e2eLines(words []e2eWord) [][]e2eWord {
	var lines [][]e2eWord
	for i, w := range words {
		if i == 0 || w.page != words[i-1].page || math.Abs(w.baseline()-words[i-1].baseline()) > 2 {
			lines = append(lines, nil)
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], w)
	}
	return lines
}

func e2eText(words []e2eWord) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// e2eBoldAreas are the places of bold text by page.
type e2eBoldAreas map[int][]e2eRule

func (b e2eBoldAreas) has(w e2eWord) bool {
	x, y := w.middle()
	return slices.ContainsFunc(b[w.page], func(r e2eRule) bool {
		return x > r.x0 && x < r.x1 && y > r.y0 && y < r.y1
	})
}

func e2eBold(t testing.TB, file string) e2eBoldAreas {
	t.Helper()
	var read struct {
		Pages []struct {
			Number int     `xml:"number,attr"`
			Height float64 `xml:"height,attr"`
			Texts  []struct {
				Top    float64 `xml:"top,attr"`
				Left   float64 `xml:"left,attr"`
				Width  float64 `xml:"width,attr"`
				Height float64 `xml:"height,attr"`
				Inner  string  `xml:",innerxml"`
			} `xml:"text"`
		} `xml:"page"`
	}
	const zoom = 3 // the most that pdftohtml does
	e2eXML(t, e2eTool(t, "pdftohtml", "-xml", "-i", "-zoom", fmt.Sprint(zoom), "-stdout", file), &read)
	areas := e2eBoldAreas{}
	for _, p := range read.Pages {
		for _, text := range p.Texts {
			if strings.Contains(text.Inner, "<b>") && text.Height < 60*zoom { // not «ПРОЕКТ» over the page
				areas[p.Number] = append(areas[p.Number], e2eRule{x0: text.Left / zoom, y0: text.Top / zoom,
					x1: (text.Left + text.Width) / zoom, y1: (text.Top + text.Height) / zoom})
			}
		}
	}
	return areas
}

// e2eRules are the straight lines drawn on a page.
func e2eRules(t testing.TB, file string, page int) []e2eRule {
	t.Helper()
	svg := filepath.Join(t.TempDir(), "page.svg")
	number := strconv.Itoa(page)
	e2eTool(t, "pdftocairo", "-svg", "-nocenter", "-noshrink", "-f", number, "-l", number, file, svg)
	text, err := os.ReadFile(svg)
	if err != nil {
		t.Fatal(err)
	}
	var rules []e2eRule
	decoder := xml.NewDecoder(strings.NewReader(string(text)))
	for {
		token, err := decoder.Token()
		if err != nil {
			return rules
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "path" {
			if rule, ok := e2eStroke(start.Attr); ok {
				rules = append(rules, rule)
			}
		}
	}
}

// e2eStroke reads a path of one straight stroke: «M x y L x y» with its width
// and its transformation.
func e2eStroke(attributes []xml.Attr) (e2eRule, bool) {
	value := map[string]string{}
	for _, a := range attributes {
		value[a.Name.Local] = a.Value
		if a.Name.Local == "style" {
			for _, property := range strings.Split(a.Value, ";") {
				key, v, _ := strings.Cut(property, ":")
				value[key] = v
			}
		}
	}
	var r e2eRule
	if value["stroke-width"] == "" || value["fill"] != "none" {
		return r, false
	}
	if n, _ := fmt.Sscanf(value["d"], "M %g %g L %g %g", &r.x0, &r.y0, &r.x1, &r.y1); n != 4 {
		return r, false
	}
	m := [6]float64{1, 0, 0, 1, 0, 0}
	list := strings.NewReplacer("matrix(", "", ")", "", ",", " ").Replace(value["transform"])
	if list != "" {
		fmt.Sscan(list, &m[0], &m[1], &m[2], &m[3], &m[4], &m[5])
	}
	x0, y0, x1, y1 := r.x0, r.y0, r.x1, r.y1
	r.x0, r.y0 = m[0]*x0+m[2]*y0+m[4], m[1]*x0+m[3]*y0+m[5]
	r.x1, r.y1 = m[0]*x1+m[2]*y1+m[4], m[1]*x1+m[3]*y1+m[5]
	if r.x0 > r.x1 || r.y0 > r.y1 {
		r.x0, r.y0, r.x1, r.y1 = r.x1, r.y1, r.x0, r.y0
	}
	r.width, _ = strconv.ParseFloat(value["stroke-width"], 64)
	return r, true
}

// e2eGrid is a ruled table, or the part of one that stands on a page.
type e2eGrid struct {
	page int
	rows []e2eRow
}

type e2eRow struct{ cells []e2eCell }

type e2eCell struct {
	x0, y0, x1, y1 float64
	words          []e2eWord
}

func (r e2eRow) top() float64    { return r.cells[0].y0 }
func (r e2eRow) bottom() float64 { return r.cells[0].y1 }

func (r e2eRow) texts() []string {
	texts := make([]string, len(r.cells))
	for i, c := range r.cells {
		texts[i] = e2eText(c.words)
	}
	return texts
}

// e2eGrids builds the cells from the rules: between two neighbouring level
// rules there is a row where upright rules join them.
func e2eGrids(page int, rules []e2eRule) []e2eGrid {
	const near = 0.6
	var levels []float64
	for _, r := range rules {
		if math.Abs(r.y0-r.y1) < near && r.x1-r.x0 > near {
			levels = append(levels, r.y0)
		}
	}
	levels = e2eDistinct(levels, near)
	var grids []e2eGrid
	joined := false
	for i := 1; i < len(levels); i++ {
		top, bottom := levels[i-1], levels[i]
		var uprights []float64
		for _, r := range rules {
			if math.Abs(r.x0-r.x1) < near && r.y0 < top+near && r.y1 > bottom-near {
				uprights = append(uprights, r.x0)
			}
		}
		uprights = e2eDistinct(uprights, near)
		if len(uprights) < 2 {
			joined = false
			continue
		}
		if !joined {
			grids = append(grids, e2eGrid{page: page})
			joined = true
		}
		var row e2eRow
		for j := 1; j < len(uprights); j++ {
			row.cells = append(row.cells, e2eCell{x0: uprights[j-1], x1: uprights[j], y0: top, y1: bottom})
		}
		last := &grids[len(grids)-1]
		last.rows = append(last.rows, row)
	}
	return grids
}

func e2eDistinct(values []float64, near float64) []float64 {
	slices.Sort(values)
	return slices.CompactFunc(values, func(a, b float64) bool { return math.Abs(a-b) < near })
}
