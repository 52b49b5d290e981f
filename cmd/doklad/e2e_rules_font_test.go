//go:build e2e

package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// PG-12: by pdffonts.
func (p *e2ePaper) pg12(m *e2eMeasure) {
	fonts := e2eFontList(m.t, p.file)
	for _, f := range fonts {
		if f.embedded != "yes" || f.subset != "yes" || f.unicode != "yes" {
			m.fault("%s: embedded %s, subset %s, unicode %s", f.name, f.embedded, f.subset, f.unicode)
		}
	}
	m.measured("%d fonts: emb %s, sub %s, uni %s", len(fonts), fonts[0].embedded, fonts[0].subset, fonts[0].unicode)
}

// PG-13: one family; 12 to 14 pt in the text, not under 10 in tables and in the
// mark of who prepared the paper.
func (p *e2ePaper) pg13(m *e2eMeasure) {
	families := map[string]bool{}
	cut := regexp.MustCompile(`^[A-Z]{6}\+|-?(Bold|Regular|B)$`)
	for _, f := range e2eFontList(m.t, p.file) {
		families[cut.ReplaceAllString(cut.ReplaceAllString(f.name, ""), "")] = true
	}
	if len(families) != 1 {
		m.fault("families: %v", families)
	}
	text, table := map[string]bool{}, map[string]bool{}
	for _, b := range p.blocks {
		for _, w := range b.words {
			size := w.size()
			text[fmt.Sprintf("%.3g", size)] = true
			if allowed := e2eNear(size, 12, 0.1) || e2eNear(size, 13, 0.1) || e2eNear(size, 14, 0.1); !allowed && !(b.role == "preparer" && size > 9.9) {
				m.fault("«%s» in #%s: %.2f pt", w.text, b.role, size)
			}
		}
	}
	for _, page := range p.pages {
		for _, grid := range page.tables {
			for _, row := range grid.rows {
				for _, cell := range row.cells {
					for _, w := range cell.words {
						table[fmt.Sprintf("%.3g", w.size())] = true
						if w.size() < 9.9 || w.size() > 14.1 {
							m.fault("«%s» in a table: %.2f pt", w.text, w.size())
						}
					}
				}
			}
		}
	}
	m.measured("text %s pt, table %s pt", e2eKeys(text), e2eKeys(table))
}

func e2eKeys(set map[string]bool) string {
	var keys []string
	for key := range set {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return strings.Join(keys, ", ")
}

// PG-14: bold are the kind of the paper, titles, headers and sections of tables,
// all of them, and nothing else.
func (p *e2ePaper) pg14(m *e2eMeasure) {
	count := 0
	check := func(words []e2eWord, want bool, where string) {
		for _, w := range words {
			if w.bold {
				count++
			}
			if w.bold != want {
				m.fault("«%s» in %s: bold is %v", w.text, where, w.bold)
			}
		}
	}
	for _, b := range p.blocks {
		check(b.words, slices.Contains([]string{"kind", "title", "annex-title", "heading"}, b.role), "#"+b.role)
	}
	for _, page := range p.pages {
		for _, grid := range page.tables {
			for i, row := range grid.rows {
				for _, cell := range row.cells {
					check(cell.words, i == 0 || len(row.cells) == 1, "a table")
				}
			}
		}
		check(append(page.numbers, page.footer...), false, "the margin")
	}
	m.measured("%d bold words, all allowed", count)
}
