//go:build e2e

package main

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// signature pairs the post with the name of each signatory.
func (p *e2ePaper) signatures() (posts, names []*e2eBlock) {
	return p.role("post"), p.role("name")
}

// nameUnder is how far under the post a name stands on a line of its own: only
// where it would leave the post less than 60 mm; else 0.
func (p *e2ePaper) nameUnder(post, name *e2eBlock) float64 {
	first, line := post.words[0], name.lines()[0]
	left, right := p.edges(first)
	room := right - left - (line[len(line)-1].x1 - line[0].x0) - 35*e2eMM
	if last := post.words[len(post.words)-1]; room < 60*e2eMM && line[0].baseline() > last.baseline()+2 {
		return first.size() * 1.15
	}
	return 0
}

// Реквизит 22: the name stands on the baseline of the last line of the post, or on
// the next, and is not parted from it.
func (p *e2ePaper) signatureLevel(m *e2eMeasure) {
	posts, names := p.signatures()
	worst := 0.0
	for i, post := range posts {
		lines := post.lines()
		last, name := lines[len(lines)-1][0], names[i].words[0]
		off := math.Abs(last.baseline() + p.nameUnder(post, names[i]) - name.baseline())
		worst = max(worst, off)
		if off > 0.5 || last.page != name.page || lines[0][0].page != last.page {
			m.fault("%s: %.1f pt off the post, pages %d, %d, %d", names[i].text, off, lines[0][0].page, last.page, name.page)
		}
		left, _ := p.edges(last)
		for _, line := range lines {
			if width := (line[len(line)-1].x1 - line[0].x0) / e2eMM; width > 81 || !e2eNear(line[0].x0, left, 0.5) {
				m.fault("«%s»: %.1f mm wide, %.1f pt from the edge", e2eText(line), width, line[0].x0-left)
			}
		}
	}
	m.measured("off ≤ %.2f pt", worst)
}

// Реквизит 22: the name ends at the right margin.
func (p *e2ePaper) signatureEdge(m *e2eMeasure) {
	_, names := p.signatures()
	worst := 0.0
	for _, name := range names {
		last := name.words[len(name.words)-1]
		_, right := p.edges(last)
		if worst = max(worst, math.Abs(right-last.x1)); !e2eNear(right, last.x1, 1) {
			m.fault("%s ends %.1f pt from the margin", name.text, right-last.x1)
		}
	}
	m.measured("off ≤ %.2f pt", worst)
}

// Room for the hand between post and name; left of a name under the post.
func (p *e2ePaper) signatureGap(m *e2eMeasure) {
	posts, names := p.signatures()
	least := math.Inf(1)
	for i, post := range posts {
		under := p.nameUnder(post, names[i]) > 0
		for _, line := range post.lines() {
			room := (names[i].words[0].x0 - line[len(line)-1].x1) / e2eMM
			if under {
				room = (names[i].words[0].x0 - line[0].x0) / e2eMM
			}
			if least = min(least, room); room < 35 {
				m.fault("«%s»: %.1f mm to the name", e2eText(line), room)
			}
		}
	}
	m.measured("%.1f mm", least)
}

// The signature stands two or three lines under the text, which is at hand with
// two lines or more.
func (p *e2ePaper) signatureSpace(m *e2eMeasure) {
	clauses := p.role("text", "clause")
	posts, _ := p.signatures()
	first := posts[0].words[0]
	var above []e2eWord // text before the signature on its page
	for _, b := range clauses {
		for _, w := range b.words {
			if w.page == first.page && w.y0 < first.y0 {
				above = append(above, w)
			}
		}
	}
	lines := e2eLines(above)
	if len(lines) < 2 {
		m.fault("%d lines of text with the signature", len(lines))
		return
	}
	gap := (first.baseline()-lines[len(lines)-1][0].baseline())/(first.size()*1.15) - 1
	if gap < 1.9 || gap > 3.1 {
		m.fault("%.1f empty lines over the signature", gap)
	}
	m.measured("%.1f lines, %d lines of text with it", gap, len(lines))
}

// The parts of an order down the page: letterhead, kind, date and number, title,
// text, signature, then what is approved.
func (p *e2ePaper) orderOfParts(m *e2eMeasure) {
	order := []string{"letterhead", "kind", "date", "number", "title", "text", "operative", "clause", "post"}
	end := 0 // of the order itself; the annexes come after
	for i, b := range p.blocks {
		if b.role == "name" {
			end = i
		}
	}
	var seen []string
	last, above := 0, p.blocks[0].words[0]
	for _, b := range p.blocks[:end] {
		if b.role == "name" {
			continue // level with its post
		}
		at, first := slices.Index(order, b.role), b.words[0]
		if at < last || first.page < above.page || first.page == above.page && first.baseline() < above.baseline()-0.5 {
			m.fault("#%s «%.30s» stands before #%s", b.role, b.text, order[last])
		}
		if !slices.Contains(seen, b.role) {
			seen = append(seen, b.role)
		}
		last, above = max(at, 0), first
	}
	m.measured("%s", strings.Join(seen, " → "))
}

// Реквизиты 10 and 11 on one baseline, at the two edges.
func (p *e2ePaper) registration(m *e2eMeasure) {
	date, number := p.role("date")[0].words, p.role("number")[0].words
	left, right := p.edges(date[0])
	offLeft, offRight := date[0].x0-left, right-number[len(number)-1].x1
	level := date[0].baseline() - number[0].baseline()
	if !e2eNear(offLeft, 0, 0.5) || !e2eNear(offRight, 0, 1) || !e2eNear(level, 0, 0.5) {
		m.fault("%.1f pt from the left, %.1f from the right, %.1f apart", offLeft, offRight, level)
	}
	m.measured("off %.2f, %.2f, %.2f pt", offLeft, offRight, level)
}

// eachLine goes over all lines of text and of cells.
func (p *e2ePaper) eachLine(do func(role string, line []e2eWord, last bool)) {
	for _, b := range p.blocks {
		lines := b.lines()
		for i, line := range lines {
			do(b.role, line, i == len(lines)-1)
		}
	}
	for _, page := range p.pages {
		for _, grid := range page.tables {
			for _, row := range grid.rows {
				for _, cell := range row.cells {
					lines := e2eLines(cell.words)
					for i, line := range lines {
						do("cell", line, i == len(lines)-1)
					}
				}
			}
		}
	}
}

// What gives bad work away: «№» at the end of a line; in titles also a word of
// one or two letters and a hyphen.
func (p *e2ePaper) lookLineEnds(m *e2eMeasure) {
	count := 0
	titles := []string{"letterhead", "title", "annex-title", "approval", "annex-mark"}
	p.eachLine(func(role string, line []e2eWord, last bool) {
		count++
		end := line[len(line)-1].text
		if last {
			return
		}
		if end == "№" {
			m.fault("a line ends with «№»: «%s»", e2eText(line))
		}
		if !slices.Contains(titles, role) {
			return
		}
		word := strings.Trim(end, "«»(),")
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsLetter(first) && utf8.RuneCountInString(word) <= 2 || strings.HasSuffix(end, "-") {
			m.fault("a line of #%s ends with «%s»", role, end)
		}
	})
	m.measured("%d lines seen", count)
}

// One word on the last line of a centred title.
func (p *e2ePaper) lookLonelyWord(m *e2eMeasure) {
	least := math.MaxInt
	for _, b := range p.role("letterhead", "annex-title", "title") {
		lines := b.lines()
		if len(lines) == 1 || b.role == "title" && !p.titleCentred {
			continue
		}
		last := len(lines[len(lines)-1])
		if least = min(least, last); last == 1 {
			m.fault("«%s» ends with a word alone on its line", b.text)
		}
	}
	if least < math.MaxInt {
		m.measured("≥ %d words on last lines", least)
	}
}

// Rivers of white in a justified line.
func (p *e2ePaper) lookRivers(m *e2eMeasure) {
	const limit = 4
	widest, where, wide := 0.0, "", 0
	for _, b := range p.running() {
		for _, line := range b.lines() {
			for _, space := range e2eSpaces(line) {
				if space > widest {
					widest, where = space, e2eText(line)
				}
			}
			if spaces := e2eSpaces(line); len(spaces) > 0 && slices.Max(spaces) > 2 {
				wide++
			}
		}
	}
	if widest > limit {
		m.fault("%.1f spaces in «%s»", widest, where)
	}
	m.measured("%.1f spaces («%.20s…»), %d lines over 2", widest, where, wide)
}

// Words divided at line ends: not in three lines running, not by a page turn, not
// so that a piece is alone on the last line. (That only running text divides
// words, with two letters or more on each side, is seen when words are matched.)
func (p *e2ePaper) lookHyphens(m *e2eMeasure) {
	divided := 0
	for _, b := range p.running() {
		lines, inARow := b.lines(), 0
		for i, line := range lines[:len(lines)-1] {
			end := line[len(line)-1].text
			if !strings.HasSuffix(end, "-") || strings.Contains(b.text, end) {
				inARow = 0
				continue
			}
			divided++
			if inARow++; inARow == 3 {
				m.fault("three lines running end with a divided word: «%s»", e2eText(line))
			}
			next := lines[i+1]
			if next[0].page != line[0].page {
				m.fault("«%s%s» is divided by a page turn", end, next[0].text)
			}
			if len(next) == 1 && i+1 == len(lines)-1 {
				m.fault("«%s» alone on the last line is a piece of a word", next[0].text)
			}
		}
	}
	m.measured("%d", divided)
}
