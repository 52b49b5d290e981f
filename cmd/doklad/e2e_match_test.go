//go:build e2e

package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// match finds the words of all blocks and tables as they are printed: each
// exactly once and in order. It returns what is wrong; cut allows words cut by
// letters.
func (p *e2ePaper) match(cut bool) []string {
	return p.matchWith(e2eBreaks{letters: cut, hyphens: true})
}

func (p *e2ePaper) matchWith(breaks e2eBreaks) []string {
	var flow []e2eWord
	for _, page := range p.pages {
		flow = append(flow, page.flow...)
	}
	var faults []string
	for _, b := range p.blocks {
		count, err := e2eTake(strings.Fields(b.text), flow, e2eBreaks{breaks.letters, breaks.hyphens && b.isRunning()})
		if err != nil {
			return []string{fmt.Sprintf("#%s: %v", b.role, err)}
		}
		b.words, flow = flow[:count], flow[count:]
	}
	if len(flow) > 0 {
		faults = append(faults, fmt.Sprintf("words that nobody wrote: %.200s", e2eText(flow)))
	}
	return append(faults, p.matchTables(e2eBreaks{letters: breaks.letters})...)
}

// e2eBreaks says where a word may go on in the next line, but for after a hyphen
// or a slash of its own.
type e2eBreaks struct {
	letters bool // anywhere: it is wider than its column
	hyphens bool // after a hyphen that nobody wrote
}

// e2eTake counts the words at the head of got that make up the wanted ones.
func e2eTake(want []string, got []e2eWord, allowed e2eBreaks) (int, error) {
	count := 0
	for i, word := range want {
		rest := word
		for rest != "" {
			if count == len(got) {
				return 0, fmt.Errorf("lost from word %d on: «%.100s»", i+1, strings.Join(want[i:], " "))
			}
			w := got[count]
			count++
			left, ok := allowed.after(rest, w)
			if !ok {
				return 0, fmt.Errorf("word %d is «%s» on page %d, should be «%s» («… %s …»)", i+1, w.text, w.page, rest,
					strings.Join(want[max(0, i-3):min(len(want), i+4)], " "))
			}
			rest = left
		}
	}
	return count, nil
}

// after is what is left of a word when a piece of it was read; ok is false where
// the piece does not belong to the word.
func (b e2eBreaks) after(rest string, piece e2eWord) (left string, ok bool) {
	if piece.text == rest {
		return "", true
	}
	own := strings.HasSuffix(piece.text, "-") || strings.HasSuffix(piece.text, "/")
	if left, ok := strings.CutPrefix(rest, piece.text); ok && piece.endsLine && (own || b.letters) {
		return left, true
	}
	if stem, divided := strings.CutSuffix(piece.text, "-"); b.hyphens && divided && piece.endsLine {
		left, ok := strings.CutPrefix(rest, stem)
		return left, ok && e2eLetters(stem) >= 2 && e2eLetters(left) >= 2
	}
	return rest, false
}

func e2eLetters(text string) (count int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			count++
		}
	}
	return count
}

// matchTables puts the tables together from the pages and compares the cells.
func (p *e2ePaper) matchTables(breaks e2eBreaks) []string {
	for _, table := range p.tables {
		table.found, table.grids = nil, nil
	}
	faults := p.collectTables()
	for i, table := range p.tables {
		if len(table.found) != len(table.rows) {
			faults = append(faults, fmt.Sprintf("table %d: %d rows, should be %d", i+1, len(table.found), len(table.rows)))
			continue
		}
		for r, row := range table.rows {
			for c, text := range row {
				words := table.found[r].words(c)
				count, err := e2eTake(strings.Fields(text), words, breaks)
				if err == nil && count < len(words) {
					err = fmt.Errorf("too much: «%.100s»", e2eText(words[count:]))
				}
				if err != nil {
					faults = append(faults, fmt.Sprintf("table %d, row «%.20s», column %d: %v", i+1, row[0], c+1, err))
				}
			}
		}
	}
	return faults
}

const e2eContinued = "(продолжение)"

// collectTables joins the grids of all pages. A grid at the very top of a page
// goes on with the table before it and must repeat its header (TB-02).
func (p *e2ePaper) collectTables() []string {
	var faults []string
	fault := func(page int, format string, args ...any) {
		faults = append(faults, fmt.Sprintf("page %d: ", page)+fmt.Sprintf(format, args...))
	}
	current := -1
	for _, page := range p.pages {
		for g, grid := range page.tables {
			goesOn := g == 0 && current >= 0 && !slices.ContainsFunc(page.flow, func(w e2eWord) bool { return w.y0 < grid.rows[0].top() })
			if !goesOn {
				if current++; current == len(p.tables) {
					fault(page.number, "a table that nobody wrote: %v", grid.rows[0].texts())
					return faults
				}
			}
			table := p.tables[current]
			table.grids = append(table.grids, grid)
			rows := grid.rows
			if header := strings.Join(rows[0].texts(), "|"); table.header == nil {
				table.header = rows[0].texts()
			} else if header != strings.Join(table.header, "|") {
				fault(page.number, "TB-02: the header is «%s»", header)
			}
			rows = rows[1:]
			if p.columnNumbers {
				for c, cell := range rows[0].cells {
					if e2eText(cell.words) != strconv.Itoa(c+1) {
						fault(page.number, "column %d has no number", c+1)
					}
				}
				rows = rows[1:]
			}
			for r, row := range rows {
				if r == 0 && goesOn && table.dividedBefore(row) {
					last := &table.found[len(table.found)-1]
					last.parts = append(last.parts, row.withoutRepeats())
					continue
				}
				table.found = append(table.found, e2eFoundRow{parts: []e2eRow{row}})
			}
		}
	}
	if current+1 < len(p.tables) {
		faults = append(faults, fmt.Sprintf("%d tables, should be %d", current+1, len(p.tables)))
	}
	return faults
}

// dividedBefore reports whether a row at the head of a page goes on with the
// last one: it repeats its number, or has none.
func (t *e2eTable) dividedBefore(row e2eRow) bool {
	if len(t.found) == 0 || len(row.cells) < 2 {
		return false
	}
	last := t.found[len(t.found)-1].parts[0]
	return len(last.cells) > 1 && (e2eText(row.cells[0].words) == e2eText(last.cells[0].words) || len(row.cells[0].words) == 0)
}

// withoutRepeats drops the number and «(продолжение)» of a row that goes on.
func (r e2eRow) withoutRepeats() e2eRow {
	cells := slices.Clone(r.cells)
	cells[0].words = nil
	for i := range cells {
		if words := cells[i].words; len(words) > 0 && words[0].text == e2eContinued {
			cells[i].words = words[1:]
		}
	}
	return e2eRow{cells: cells}
}
