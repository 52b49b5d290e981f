//go:build e2e

package main

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	e2eA4Short, e2eA4Long = 210 * e2eMM, 297 * e2eMM
)

// PG-01: every page is A4, by pdfinfo.
func (p *e2ePaper) pg01(m *e2eMeasure) {
	info := e2eTool(m.t, "pdfinfo", "-f", "1", "-l", strconv.Itoa(len(p.pages)), p.file)
	sizes := regexp.MustCompile(`(?m)^Page +\d+ size: +([\d.]+) x ([\d.]+) pts`).FindAllStringSubmatch(info, -1)
	if len(sizes) != len(p.pages) {
		m.fault("pdfinfo tells %d sizes of %d pages", len(sizes), len(p.pages))
	}
	upright := 0
	for i, size := range sizes {
		width, _ := strconv.ParseFloat(size[1], 64)
		height, _ := strconv.ParseFloat(size[2], 64)
		if !e2eNear(min(width, height), e2eA4Short, 0.5) || !e2eNear(max(width, height), e2eA4Long, 0.5) {
			m.fault("page %d: %g × %g pt", i+1, width, height)
		}
		if width < height {
			upright++
		}
	}
	m.measured("%d upright, %d landscape", upright, len(sizes)-upright)
}

// white is the room in mm between the edges of a page and its text and rules.
func (page e2ePage) white() e2eMargins {
	left, right, top, bottom := math.Inf(1), math.Inf(1), math.Inf(1), math.Inf(1)
	touch := func(x0, y0, x1, y1 float64) {
		left, right = min(left, x0), min(right, page.width-x1)
		top, bottom = min(top, y0), min(bottom, page.height-y1)
	}
	for _, w := range page.content() {
		touch(w.x0, w.y0, w.x1, w.y1)
	}
	for _, r := range page.rules {
		touch(r.x0, r.y0, r.x1, r.y1)
	}
	return e2eMargins{left / e2eMM, right / e2eMM, top / e2eMM, bottom / e2eMM}
}

func (m e2eMargins) String() string {
	return fmt.Sprintf("%.1f/%.1f/%.1f/%.1f", m.left, m.right, m.top, m.bottom)
}

// PG-02 and PG-06: margins are not less than they should be; those of even
// pages are mirrored where the profile says so.
func (p *e2ePaper) pg02(m *e2eMeasure) {
	var upright, landscape []string
	for _, page := range p.pages {
		has, want := page.white(), p.margins(page)
		const tolerance = 0.5
		if has.left < want.left-tolerance || has.right < want.right-tolerance || has.top < want.top-tolerance || has.bottom < want.bottom-tolerance {
			m.fault("page %d: left/right/top/bottom %v mm, should be %v", page.number, has, want)
		}
		if page.landscape() {
			landscape = append(landscape, has.String())
		} else {
			upright = append(upright, has.String())
		}
	}
	m.measured("l/r/t/b: %s; turned %s", strings.Join(upright, ", "), strings.Join(landscape, ", "))
}

// PG-03 and PG-08: the edge where a page is bound.
func (p *e2ePaper) binding(m *e2eMeasure, landscape bool) {
	want := 20.0
	if p.longTerm() {
		want = 30
	}
	var figures []string
	for _, page := range p.pages {
		if page.landscape() != landscape {
			continue
		}
		white := page.white()
		room := white.left
		back := p.mirrored && page.number%2 == 0
		switch {
		case landscape && back:
			room = white.bottom
		case landscape:
			room = white.top
		case back:
			room = white.right
		}
		figures = append(figures, fmt.Sprintf("%.1f", room))
		if room < want-0.5 {
			m.fault("page %d: %.1f mm at the binding edge, should be %g", page.number, room, want)
		}
	}
	if len(figures) == 0 {
		figures = []string{"–"}
	}
	m.measured("%s mm", strings.Join(figures, ", "))
}

func (p *e2ePaper) pg03(m *e2eMeasure) { p.binding(m, false) }
func (p *e2ePaper) pg08(m *e2eMeasure) { p.binding(m, true) }

// PG-04: page 1 has no number; the others have theirs in the middle of the text
// or of the page, 10 mm or more from the edge, and above the text.
func (p *e2ePaper) pg04(m *e2eMeasure) {
	off, top, room := 0.0, math.Inf(1), math.Inf(1)
	for _, page := range p.pages {
		if page.number == 1 {
			if len(page.numbers) > 0 {
				m.fault("page 1 has a number")
			}
			continue
		}
		if len(page.numbers) != 1 {
			m.fault("page %d: %d numbers", page.number, len(page.numbers))
			continue
		}
		number := page.numbers[0]
		x, _ := number.middle()
		margins := p.margins(page)
		text := (margins.left*e2eMM + page.width - margins.right*e2eMM) / 2
		away := min(math.Abs(x-text), math.Abs(x-page.width/2)) / e2eMM
		above := page.white().top - number.y1/e2eMM
		if away > 2 {
			m.fault("page %d: the number is %.1f mm from the middle", page.number, away)
		}
		if number.y0 < 10*e2eMM {
			m.fault("page %d: the number is %.1f mm from the edge", page.number, number.y0/e2eMM)
		}
		if above < 0 {
			m.fault("page %d: the number stands %.1f mm down in the text", page.number, -above)
		}
		off, top, room = max(off, away), min(top, number.y0/e2eMM), min(room, above)
	}
	m.measured("off %.1f mm, from the edge %.1f, over the text %.1f", off, top, room)
}

// PG-06: a paper printed on both sides has its binding edge at the right of even
// pages.
func (p *e2ePaper) pg06(m *e2eMeasure) {
	if !p.mirrored {
		m.measured("one-sided")
		return
	}
	if len(p.pages) < 2 {
		m.fault("no even page to measure")
	}
	for _, page := range p.pages {
		if white := page.white(); !page.landscape() && page.number%2 == 0 && white.right < white.left {
			m.fault("page %d: %.1f mm at the left, %.1f at the right", page.number, white.left, white.right)
		}
	}
	p.binding(m, false)
}

// PG-07: the first line of a paragraph stands 12.5 mm in, the others at the edge.
func (p *e2ePaper) pg07(m *e2eMeasure) {
	least, most := math.Inf(1), 0.0
	for _, b := range p.role("text", "clause", "operative") {
		for i, line := range b.lines() {
			left, _ := p.edges(line[0])
			in := line[0].x0 - left
			want := 0.0
			if i == 0 {
				want = 12.5 * e2eMM
				least, most = min(least, in), max(most, in)
			}
			if !e2eNear(in, want, 0.7) {
				m.fault("«%.40s»: in by %.2f mm, should be %.1f", e2eText(line), in/e2eMM, want/e2eMM)
			}
		}
	}
	m.measured("%.2f–%.2f mm", least/e2eMM, most/e2eMM)
}

// running are the blocks of running text.
func (p *e2ePaper) running() []*e2eBlock { return p.role("text", "clause") }

// PG-09: lines end at the right edge, but for the last one of a paragraph.
func (p *e2ePaper) pg09edges(m *e2eMeasure) {
	worst, count := 0.0, 0
	for _, b := range p.running() {
		lines := b.lines()
		for i, line := range lines {
			_, right := p.edges(line[0])
			short := right - line[len(line)-1].x1
			if i == len(lines)-1 {
				short = min(short, 0)
			} else {
				count++
			}
			worst = max(worst, math.Abs(short))
			if math.Abs(short) > 1 {
				m.fault("«%.40s»: ends %.2f pt from the edge", e2eText(line), short)
			}
		}
	}
	m.measured("≤ %.2f pt in %d lines", worst, count)
}

// PG-09: the distance of baselines is 1 to 1.5 of the single spacing, which is
// 1.15 of the size.
func (p *e2ePaper) pg09lines(m *e2eMeasure) {
	least, most := math.Inf(1), 0.0
	for _, b := range p.running() {
		for lines, i := b.lines(), 1; i < len(lines); i++ {
			if lines[i][0].page != lines[i-1][0].page {
				continue
			}
			spacing := (lines[i][0].baseline() - lines[i-1][0].baseline()) / (lines[i][0].size() * 1.15)
			least, most = min(least, spacing), max(most, spacing)
			if spacing < 0.95 || spacing > 1.575 {
				m.fault("«%.40s»: spacing %.2f", e2eText(lines[i]), spacing)
			}
		}
	}
	m.measured("%.2f–%.2f", least, most)
}

// spaces are the widths of the spaces in a line, in normal spaces of its size,
// which are a quarter of it.
func e2eSpaces(line []e2eWord) []float64 {
	var spaces []float64
	for i := 1; i < len(line); i++ {
		spaces = append(spaces, (line[i].x0-line[i-1].x1)/(line[i].size()/4))
	}
	return spaces
}

// PG-09: one space between words. A second one would make a gap wider than the
// others of its line, or than a normal space in a line that is not justified.
func (p *e2ePaper) pg09spaces(m *e2eMeasure) {
	worst := 0.0
	for _, b := range p.blocks {
		lines := b.lines()
		for i, line := range lines {
			spaces := e2eSpaces(line)
			if len(spaces) == 0 {
				continue
			}
			want := 1.0
			if b.isRunning() && i < len(lines)-1 {
				want = slices.Min(spaces)
			}
			for j, space := range spaces {
				worst = max(worst, math.Abs(space-want))
				if !e2eNear(space, want, 0.15) && !(b.role == "certification" && line[j+1].x0-line[j].x1 > 35*e2eMM) {
					m.fault("«%s %s»: %.2f spaces, should be %.2f", line[j].text, line[j+1].text, space, want)
				}
			}
		}
	}
	m.measured("spaces of a line differ ≤ %.2f", worst)
}

// widths checks that no line of some blocks is longer than a limit in mm, and
// that the lines stand under one another at single spacing.
func (p *e2ePaper) widths(m *e2eMeasure, limit float64, roles ...string) (widest float64, count int) {
	for _, b := range p.role(roles...) {
		lines := b.lines()
		for i, line := range lines {
			width := (line[len(line)-1].x1 - line[0].x0) / e2eMM
			widest, count = max(widest, width), count+1
			if width > limit+1 {
				m.fault("«%s»: %.1f mm, should be ≤ %g", e2eText(line), width, limit)
			}
			if i > 0 && line[0].page == lines[i-1][0].page {
				spacing := (line[0].baseline() - lines[i-1][0].baseline()) / (line[0].size() * 1.15)
				if spacing < 0.95 || spacing > 1.6 {
					m.fault("«%s»: %.2f lines under the one before", e2eText(line), spacing)
				}
			}
		}
	}
	return widest, count
}

// centred checks that lines stand in the middle of the text.
func (p *e2ePaper) centred(m *e2eMeasure, roles ...string) (worst float64) {
	for _, b := range p.role(roles...) {
		for _, line := range b.lines() {
			left, right := p.edges(line[0])
			off := math.Abs((line[0].x0+line[len(line)-1].x1)/2 - (left+right)/2)
			if worst = max(worst, off); off > 1 {
				m.fault("«%s»: %.1f pt from the middle", e2eText(line), off)
			}
		}
	}
	return worst
}

// PG-10, letterhead: at most 120 mm, centred like «ПРИКАЗ».
func (p *e2ePaper) pg10letterhead(m *e2eMeasure) {
	widest, count := p.widths(m, 120, "letterhead")
	off := p.centred(m, "letterhead", "kind", "annex-title")
	m.measured("%d lines, %.1f mm, off centre ≤ %.2f pt", count, widest, off)
}

// PG-10, title: a flag of lines at the left edge, or centred.
func (p *e2ePaper) pg10title(m *e2eMeasure) {
	widest, count := p.widths(m, p.titleWidth, "title")
	m.measured("%d lines, %.1f mm", count, widest)
	if p.titleCentred {
		p.centred(m, "title")
		return
	}
	for _, b := range p.role("title") {
		for _, line := range b.lines() {
			if left, _ := p.edges(line[0]); !e2eNear(line[0].x0, left, 0.5) {
				m.fault("«%s»: %.1f pt from the left edge", e2eText(line), line[0].x0-left)
			}
		}
	}
}

// PG-10, гриф: lines flush left in a block whose longest line ends at the right
// margin.
func (p *e2ePaper) pg10approval(m *e2eMeasure) {
	widest, count := p.widths(m, p.approvalWidth, "approval", "annex-mark")
	m.measured("%d lines, %.1f mm", count, widest)
	last := map[string]float64{} // of each block: where its longest line ends
	start := map[string]float64{}
	for _, b := range p.role("approval", "annex-mark") {
		for _, line := range b.lines() {
			key := fmt.Sprint("page ", line[0].page) // a mark and the гриф under it share an edge
			if x, ok := start[key]; ok && !e2eNear(x, line[0].x0, 0.5) {
				m.fault("«%s»: not flush with the line above", e2eText(line))
			}
			start[key] = line[0].x0
			_, right := p.edges(line[0])
			last[key] = max(last[key], line[len(line)-1].x1-right+1000)
		}
	}
	for key, end := range last {
		if !e2eNear(end, 1000, 1) {
			m.fault("%s: the longest line ends %.1f pt from the margin", key, 1000-end)
		}
	}
	if count == 0 {
		m.measured("none on the order")
	}
}

// PG-11: at most four levels of numbers, each the next of its level.
func (p *e2ePaper) pg11(m *e2eMeasure) {
	label := regexp.MustCompile(`^\d+\.(\d+\.){0,3}$`)
	var last []string
	levels := 0
	for _, b := range p.role("clause") {
		number := b.words[0].text
		if !label.MatchString(number) {
			m.fault("a point is numbered «%s»", number)
			continue
		}
		parts := strings.Split(strings.TrimSuffix(number, "."), ".")
		levels = max(levels, len(parts))
		want := "1"
		if len(parts) <= len(last) {
			n, _ := strconv.Atoi(last[len(parts)-1])
			want = strconv.Itoa(n + 1)
		}
		if len(parts) > len(last)+1 || parts[len(parts)-1] != want || !slices.Equal(parts[:len(parts)-1], last[:len(parts)-1]) {
			m.fault("«%s» after «%s»", number, strings.Join(last, "."))
		}
		last = parts
	}
	m.measured("%d points, %d levels", len(p.role("clause")), levels)
}

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
