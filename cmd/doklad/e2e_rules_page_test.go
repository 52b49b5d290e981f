//go:build e2e

package main

import (
	"fmt"
	"math"
	"regexp"
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
