//go:build e2e

package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// e2eReadHard builds hard orders and takes them apart; every word is matched and
// every rule of layout measured. Rules left out: PG-12, which is the same for
// all papers and judged on those of data/, and the widest space, which here
// depends on words that no author chose.
func e2eReadHard(t *testing.T, cut bool, orders ...e2eOrder) []*e2ePaper {
	t.Helper()
	data := e2eHardOffice(t, orders...)
	out := e2eBuild(t, data)
	papers := make([]*e2ePaper, len(orders))
	for i, order := range orders {
		file := filepath.Join(out, e2eHardFolder, "orders", e2eHardName(i, order)+".pdf")
		e2ePdfcpu(t, file)
		e2eQpdf(t, file)
		p := e2eRead(t, data, file)
		papers[i] = p
		if faults := p.match(cut); len(faults) > 0 {
			t.Fatalf("order %d: %s", i+1, strings.Join(faults, "\n"))
		}
		for _, rule := range e2eLayoutRules {
			if rule.code == "PG-12" || strings.HasPrefix(rule.text, "widest") {
				continue
			}
			m := &e2eMeasure{t: t}
			rule.check(p, m)
			for _, fault := range m.faults {
				t.Errorf("order %d, %s %s: %s", i+1, rule.code, rule.text, fault)
			}
		}
	}
	return papers
}

// A signature is never alone on a page: two lines of the text go with it, for
// every length of the text. No paragraph leaves one line on a page.
func TestE2ESignatureNearBottom(t *testing.T) {
	twoPages := 0
	for i, p := range e2eReadHard(t, false, e2eLengthOrders()...) {
		e2eCheckTurns(t, i+1, p)
		if len(p.pages) == 2 {
			twoPages++
		}
	}
	if twoPages == 0 {
		t.Error("no order came near the bottom of a page")
	}
}

// Paragraphs of some lines each, moved down the page line by line: none leaves
// one line at the foot or at the head of a page.
func TestE2ENoLineAlone(t *testing.T) {
	for i, p := range e2eReadHard(t, false, e2eParagraphOrders()...) {
		e2eCheckTurns(t, i, p)
	}
}

// e2eCheckTurns checks where the pages of an order turn.
func e2eCheckTurns(t *testing.T, n int, p *e2ePaper) {
	t.Helper()
	for _, b := range p.running() {
		lines := b.lines()
		count := map[int]int{}
		for _, line := range lines {
			count[line[0].page]++
		}
		for page, on := range count {
			if on < min(2, len(lines)) {
				t.Errorf("%d sentences: a single line of «%.30s…» on page %d", n, b.text, page)
			}
		}
	}
	for i, b := range p.blocks[:len(p.blocks)-1] {
		introduces := b.role == "operative" || b.role == "clause" && strings.HasSuffix(b.text, ":")
		next := p.blocks[i+1].words
		if last := b.words[len(b.words)-1]; introduces && next[0].page != last.page {
			t.Errorf("%d sentences: «%s» is the last on page %d", n, b.text, last.page)
		}
	}
}

// Titles of one line, of five and of seven.
func TestE2ETitles(t *testing.T) {
	for i, p := range e2eReadHard(t, false, e2eTitleOrders()...) {
		if got := len(p.role("title")[0].lines()); got != e2eLongTitles[i].lines {
			t.Errorf("%d lines, should be %d: %q", got, e2eLongTitles[i].lines, e2eLineTexts(p.role("title")[0]))
		}
	}
}

func e2eLineTexts(b *e2eBlock) []string {
	var texts []string
	for _, line := range b.lines() {
		texts = append(texts, e2eText(line))
	}
	return texts
}

// A roadmap of 120 rows: the header on each page, no row divided, no section
// title at the foot of a page.
func TestE2ELongRoadmap(t *testing.T) {
	p := e2eReadHard(t, false, e2eLongRoadmapOrder())[0]
	if len(p.pages) < 8 {
		t.Errorf("only %d pages", len(p.pages))
	}
	for _, row := range p.tables[0].found {
		if len(row.parts) > 1 {
			t.Errorf("row «%s» is divided", e2eText(row.words(0)))
		}
	}
	// A page is not left half empty: the next row would have fitted.
	for i, grid := range p.tables[0].grids[:len(p.tables[0].grids)-1] {
		last := grid.rows[len(grid.rows)-1]
		page := p.pages[grid.page-1]
		room := page.height - p.margins(page).bottom*e2eMM - last.bottom()
		next := p.tables[0].grids[i+1].rows
		need := next[1].bottom() - next[1].top()
		if len(next[1].cells) == 1 { // a section title goes with its first row
			need += next[2].bottom() - next[2].top()
		}
		if room > need+1 {
			t.Errorf("page %d has room for %.0f pt, the next row needs %.0f", grid.page, room, need)
		}
	}
}

// A row higher than a page goes on under its number with «(продолжение)».
func TestE2ETallRow(t *testing.T) {
	p := e2eReadHard(t, false, e2eTallRowOrder())[0]
	row := p.tables[0].found[2]
	if len(row.parts) < 2 {
		t.Fatalf("the row stands on %d pages", len(row.parts))
	}
	continued := 0
	for _, grid := range p.tables[0].grids[1:] {
		first := grid.rows[1]
		if e2eText(first.cells[0].words) != "1.2" {
			continue
		}
		continued++
		if !slices.ContainsFunc(first.texts(), func(s string) bool { return strings.HasPrefix(s, e2eContinued) }) {
			t.Errorf("page %d: no «%s»: %.60v", grid.page, e2eContinued, first.texts())
		}
	}
	if continued != len(row.parts)-1 {
		t.Errorf("the number is repeated %d times, should be %d", continued, len(row.parts)-1)
	}
}

// A word wider than its column is cut by letters, none lost, and said so.
func TestE2EWideWord(t *testing.T) {
	order := e2eWideWordOrder()
	data := e2eHardOffice(t, order)
	if messages := e2eDoklad(t, "check", "--data", data); !strings.Contains(messages, "шире строки") {
		t.Errorf("nothing is said of the word: %s", messages)
	}
	e2eReadHard(t, true, order)
}

// Two sign; the second has a long post and a long name.
func TestE2ETwoSigners(t *testing.T) {
	for i, p := range e2eReadHard(t, false, e2eTwoSignerOrders()...) {
		e2eCheckTurns(t, 14+2*i, p)
		posts, _ := p.signatures()
		if a, b := posts[0].words[0].page, posts[1].words[0].page; a != b {
			t.Errorf("order %d: the signatures are on pages %d and %d", i+1, a, b)
		}
	}
}

// Appendices of text and of a table, upright and landscape, beside a roadmap.
func TestE2EAppendices(t *testing.T) {
	p := e2eReadHard(t, false, e2eAppendixOrder())[0]
	e2eCheckTurns(t, 0, p)
}

// A paper for printing on both sides, upright and landscape, kept for ever and
// for five years.
func TestE2EMirrored(t *testing.T) {
	for _, p := range e2eReadHard(t, false, e2eMirroredOrders()...) {
		if len(p.pages) < 5 {
			t.Errorf("%d pages", len(p.pages))
		}
	}
}

// A draft has «ПРОЕКТ» on every page and blanks for date and number.
func TestE2EDraft(t *testing.T) {
	p := e2eReadHard(t, false, e2eDraftOrder())[0]
	if len(p.pages) < 3 {
		t.Errorf("%d pages", len(p.pages))
	}
	for _, page := range p.pages {
		// The letters of the word stand on a slope: poppler gives them in pieces.
		var letters []string
		for _, w := range page.across {
			letters = append(letters, strings.Split(w.text, "")...)
		}
		slices.Sort(letters)
		if got := strings.Join(letters, ""); got != "ЕКОПРТ" {
			t.Errorf("page %d: the letters over the page are «%s»", page.number, got)
		}
	}
	for _, role := range []string{"date", "number"} {
		if text := p.role(role)[0].text; !strings.Contains(text, "____") {
			t.Errorf("the %s of a draft is «%s»", role, text)
		}
	}
	for _, paper := range e2ePapers(t, e2eBuild(t, e2eData), ".pdf") {
		for _, page := range e2ePages(t, paper) {
			if draft := strings.HasPrefix(e2eName(paper), "proekt"); draft != (len(page.across) > 0) {
				t.Errorf("%s, page %d: «ПРОЕКТ» is %v", e2eName(paper), page.number, !draft)
			}
		}
	}
}
