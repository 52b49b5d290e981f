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
