//go:build e2e

package main

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// TB-01: every column has a heading.
func (p *e2ePaper) tb01(m *e2eMeasure) {
	for i, table := range p.tables {
		if slices.Contains(table.header, "") {
			m.fault("table %d: a column without heading: %v", i+1, table.header)
		}
	}
	if len(p.tables) > 0 {
		m.measured("%d columns: %s", len(p.tables[0].header), strings.Join(p.tables[0].header, ", "))
	}
}

// TB-02: the header stands on each page of the table.
func (p *e2ePaper) tb02(m *e2eMeasure) {
	pages := 0
	for _, table := range p.tables {
		for _, grid := range table.grids {
			pages++
			if header := strings.Join(grid.rows[0].texts(), "|"); header != strings.Join(table.header, "|") {
				m.fault("page %d begins with «%s»", grid.page, header)
			}
			if len(grid.rows) < 2 {
				m.fault("page %d: a header and no row", grid.page)
			}
		}
	}
	m.measured("%d of %d pages", pages, pages)
}

// TB-03: a section title goes over all columns and is not the last of a page.
func (p *e2ePaper) tb03(m *e2eMeasure) {
	sections := 0
	for _, table := range p.tables {
		for _, grid := range table.grids {
			header := grid.rows[0].cells
			for i, row := range grid.rows {
				if len(row.cells) > 1 || len(header) == 1 {
					continue
				}
				sections++
				if i == len(grid.rows)-1 {
					m.fault("page %d: «%s» is the last row", grid.page, row.texts()[0])
				}
				if cell := row.cells[0]; !e2eNear(cell.x0, header[0].x0, 0.5) || !e2eNear(cell.x1, header[len(header)-1].x1, 0.5) {
					m.fault("page %d: «%s» is not over all columns", grid.page, row.texts()[0])
				}
			}
		}
	}
	m.measured("%d sections, none last on a page", sections)
}

// TB-04: only a row higher than a page is divided; then it says so.
func (p *e2ePaper) tb04(m *e2eMeasure) {
	rows, divided := 0, 0
	for _, table := range p.tables {
		for i, row := range table.found {
			rows++
			if len(row.parts) == 1 {
				continue
			}
			divided++
			height := 0.0
			for _, part := range row.parts {
				height += part.bottom() - part.top()
			}
			grid := table.grids[0]
			page := p.pages[grid.page-1]
			margins := p.margins(page)
			room := page.height - (margins.top+margins.bottom)*e2eMM - (grid.rows[0].bottom() - grid.rows[0].top())
			if height < room-1 {
				m.fault("row %d was divided, and would fit: %.0f pt of %.0f", i+1, height, room)
			}
		}
	}
	m.measured("%d rows, %d divided", rows, divided)
}

// e2eQuantity is a number of a table, or the dash in its place.
var e2eQuantity = regexp.MustCompile(`^(?:[-–−+]?[\d ]+(?:,\d+)?(?: ?%)?|–)$`)

// quantities reports whether the column has numbers and nothing else.
func (t *e2eTable) quantities(c int) bool {
	digits := false
	for _, row := range t.found {
		if len(row.parts[0].cells) == 1 {
			continue // the title of a section
		}
		text := e2eText(row.words(c))
		if !e2eQuantity.MatchString(text) {
			return false
		}
		digits = digits || text != "–"
	}
	return digits
}

// TB-05: numbers of rows in the middle of their column, text at its left,
// quantities at its right.
func (p *e2ePaper) tb05(m *e2eMeasure) {
	off, pad := 0.0, map[string]bool{}
	// Of quantities with as much after the comma, all end at one place.
	right := map[int]map[string]bool{}
	for number, table := range p.tables {
		quantities := make([]bool, len(table.header))
		for c := range quantities {
			quantities[c] = table.quantities(c)
		}
		for _, row := range table.found {
			for _, part := range row.parts {
				for c, cell := range part.cells {
					for _, line := range e2eLines(cell.words) {
						first, last := line[0], line[len(line)-1]
						if len(part.cells) > 1 && strings.HasPrefix(table.header[c], "№") {
							away := math.Abs((first.x0+last.x1)/2 - (cell.x0+cell.x1)/2)
							if off = max(off, away); away > 1 {
								m.fault("«%s»: %.1f pt from the middle of its column", e2eText(line), away)
							}
							continue
						}
						if len(part.cells) > 1 && quantities[c] {
							text := e2eText(line)
							if !strings.ContainsAny(text, "0123456789") {
								continue // «–» stands in the middle
							}
							_, after, _ := strings.Cut(text, ",")
							key := 10_000*number + 100*c + len(after)
							if right[key] == nil {
								right[key] = map[string]bool{}
							}
							right[key][fmt.Sprintf("%.1f", (cell.x1-last.x1)/e2eMM)] = true
							continue
						}
						pad[fmt.Sprintf("%.1f", (first.x0-cell.x0)/e2eMM)] = true
					}
				}
			}
		}
	}
	if len(pad) > 1 {
		m.fault("text begins at different distances from the rule: %s mm", e2eKeys(pad))
	}
	for _, places := range right {
		if len(places) > 1 {
			m.fault("quantities of one kind end at different distances from the rule: %s mm", e2eKeys(places))
		}
	}
	m.measured("№ off ≤ %.2f pt; text in by %s mm", off, e2eKeys(pad))
}

// TB-06: an empty cell is «–», but a signed order is printed as it was signed:
// what is empty in the data, and only that, is empty on paper.
func (p *e2ePaper) tb06(m *e2eMeasure) {
	var empty []string
	for _, table := range p.tables {
		if table.rows == nil || slices.ContainsFunc(table.rows, func(row []string) bool { return row == nil }) {
			continue // a sheet to write in
		}
		for i, row := range table.rows {
			for c, text := range row {
				words := table.found[i].words(c)
				if text == "" {
					empty = append(empty, row[0])
				}
				if (text == "") != (len(words) == 0) {
					m.fault("row «%s», column %d: «%s», should be «%s»", row[0], c+1, e2eText(words), text)
				}
			}
		}
	}
	m.measured("%d as signed: %s", len(empty), strings.Join(empty, ", "))
}

// TB-09: the table takes the width of the text, as far as its margins go.
func (p *e2ePaper) tb09(m *e2eMeasure) {
	for _, table := range p.tables {
		for i, grid := range table.grids {
			cells := grid.rows[0].cells
			first, last := cells[0], cells[len(cells)-1]
			left, right := p.edges(e2eWord{page: grid.page})
			if !e2eNear(first.x0, left, 1) || !e2eNear(last.x1, right, 1) {
				m.fault("page %d: %.1f mm of %.1f", grid.page, (last.x1-first.x0)/e2eMM, (right-left)/e2eMM)
			}
			var widths []string
			for c, cell := range cells {
				widths = append(widths, fmt.Sprintf("%.0f", (cell.x1-cell.x0)/e2eMM))
				if other := table.grids[0].rows[0].cells[c]; i > 0 && !e2eNear(cell.x0, other.x0, 0.5) {
					m.fault("page %d: column %d has another place than on page %d", grid.page, c+1, table.grids[0].page)
				}
			}
			m.measured("%.1f mm: %s", (last.x1-first.x0)/e2eMM, strings.Join(widths, " + "))
		}
	}
}

// eachCell goes over all cells of all pages.
func (p *e2ePaper) eachCell(do func(page int, cell e2eCell)) {
	for _, page := range p.pages {
		for _, grid := range page.tables {
			for _, row := range grid.rows {
				for _, cell := range row.cells {
					do(page.number, cell)
				}
			}
		}
	}
}

// No text touches a rule.
func (p *e2ePaper) lookPadding(m *e2eMeasure) {
	sides, over := math.Inf(1), math.Inf(1)
	p.eachCell(func(page int, cell e2eCell) {
		for _, w := range cell.words {
			side := min(w.x0-cell.x0, cell.x1-w.x1)
			level := min(w.y0-cell.y0, cell.y1-w.y1)
			sides, over = min(sides, side), min(over, level)
			if side < 1.8*e2eMM-0.3 || level < 1*e2eMM-0.3 {
				m.fault("page %d: «%s» is %.1f mm from the upright rules, %.1f mm from the level ones", page, w.text, side/e2eMM, level/e2eMM)
			}
		}
	})
	m.measured("sides ≥ %.1f mm, above and below ≥ %.1f", sides/e2eMM, over/e2eMM)
}

// The outer frame is like the rules inside and has no hole.
func (p *e2ePaper) lookFrame(m *e2eMeasure) {
	widths := map[string]bool{}
	for _, page := range p.pages {
		for _, r := range page.rules {
			widths[fmt.Sprintf("%.2g", r.width)] = true
			if !e2eNear(r.width, 0.5, 0.05) {
				m.fault("page %d: a rule of %.2f pt", page.number, r.width)
			}
		}
		for _, grid := range page.tables {
			for _, row := range grid.rows {
				cells := row.cells
				for _, y := range []float64{row.top(), row.bottom()} {
					if !page.ruled(cells[0].x0, cells[len(cells)-1].x1, y) {
						m.fault("page %d: no whole rule at %.1f pt", page.number, y)
					}
				}
			}
		}
	}
	m.measured("%s pt, closed on each page", e2eKeys(widths))
}

// ruled reports whether level rules cover the way from x0 to x1.
func (page e2ePage) ruled(x0, x1, y float64) bool {
	at := x0
	for range page.rules {
		before := at
		for _, r := range page.rules {
			if e2eNear(r.y0, y, 0.6) && e2eNear(r.y1, y, 0.6) && r.x0 <= at+0.6 {
				at = max(at, r.x1)
			}
		}
		if at == before {
			break
		}
	}
	return at >= x1-0.6
}
