//go:build e2e

package main

import (
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
)

// e2eOrder is an order as its TOML file says it.
type e2eOrder = map[string]any

// e2eBlock is a part of an order outside tables, «post» and «name» of a
// signature being two; lines is where its words were found.
type e2eBlock struct {
	role  string
	text  string
	words []e2eWord
}

func (b e2eBlock) lines() [][]e2eWord { return e2eLines(b.words) }

// isRunning reports whether the block is running text: justified, and its words
// may be divided.
func (b e2eBlock) isRunning() bool { return b.role == "text" || b.role == "clause" }

// e2eTable is a table as it should be, or as it was found over several pages.
type e2eTable struct {
	header []string
	rows   [][]string // one cell: a section title
	found  []e2eFoundRow
	grids  []e2eGrid
}

// e2eFoundRow is a row that may have been divided: parts[page][column].
type e2eFoundRow struct{ parts []e2eRow }

// words of a column, over all parts of the row.
func (r e2eFoundRow) words(column int) []e2eWord {
	var words []e2eWord
	for _, part := range r.parts {
		if column < len(part.cells) {
			words = append(words, part.cells[column].words...)
		}
	}
	return words
}

// e2ePaper is an order in PDF taken apart, and what it should be.
type e2ePaper struct {
	file     string
	order    e2eOrder
	pages    []e2ePage
	blocks   []*e2eBlock
	tables   []*e2eTable
	mirrored bool
	// The longest lines, in mm.
	titleWidth, approvalWidth float64
	titleCentred              bool
	columnNumbers             bool
}

// e2eRead takes a paper apart. What has to stand on it: blocks from the
// composed text, tables from the data.
func e2eRead(t testing.TB, data, file string) *e2ePaper {
	t.Helper()
	id := e2eName(file)
	office := filepath.Base(filepath.Dir(filepath.Dir(file)))
	p := &e2ePaper{file: file, order: e2eOrder{}, titleWidth: 80, approvalWidth: 80}
	if _, err := toml.DecodeFile(filepath.Join(data, office, "orders", id+".toml"), &p.order); err != nil {
		t.Fatal(err)
	}
	if id < "2025" && id > "2" { // the norm before 18.08.2025
		p.titleWidth, p.approvalWidth = 75, 75
	}
	if p.order["layout"] == "wide" {
		p.mirrored, p.titleCentred, p.columnNumbers, p.titleWidth = true, true, true, 120
	}
	composed := e2eDoklad(t, "build", office+"/orders/"+id, "--stage", "doc", "--data", data)
	p.blocks = e2eComposed(t, composed)
	p.tables = e2eWantedTables(p.order)
	p.pages = e2ePages(t, e2eAsPrinted(t, file))
	return p
}

// longTerm reports whether the paper is kept for more than 10 years.
func (p *e2ePaper) longTerm() bool {
	years, said := p.order["retention_years"].(int64)
	return !said || years == 0 || years > 10
}

// e2eMargins in mm.
type e2eMargins struct{ left, right, top, bottom float64 }

// margins of a page by PG-02, PG-03, PG-06 and PG-08. A landscape sheet is an
// upright one turned clockwise: its left edge, where it is bound, lies on top.
func (p *e2ePaper) margins(page e2ePage) e2eMargins {
	m := e2eMargins{left: 20, right: 10, top: 20, bottom: 20}
	if p.longTerm() {
		m.left = 30
	}
	if p.mirrored && page.number%2 == 0 {
		m.left, m.right = m.right, m.left
	}
	if page.landscape() {
		m = e2eMargins{top: m.left, right: m.top, bottom: m.right, left: m.bottom}
	}
	return m
}

func (p *e2ePaper) page(w e2eWord) e2ePage { return p.pages[w.page-1] }

// edges of the text on the page of a word, in points.
func (p *e2ePaper) edges(w e2eWord) (left, right float64) {
	page := p.page(w)
	m := p.margins(page)
	return m.left * e2eMM, page.width - m.right*e2eMM
}

func (p *e2ePaper) role(roles ...string) []*e2eBlock {
	var blocks []*e2eBlock
	for _, b := range p.blocks {
		if slices.Contains(roles, b.role) {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// e2eNear reports whether two lengths differ by no more than the tolerance.
func e2eNear(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
