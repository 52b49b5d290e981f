//go:build e2e

package main

import (
	"fmt"
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
		name := fmt.Sprintf("2026-%d", i+1)
		if order["status"] == "draft" {
			name = fmt.Sprintf("proekt-%d", i+1)
		}
		file := filepath.Join(out, e2eHardFolder, "orders", name+".pdf")
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
	var orders []e2eOrder
	for n := 1; n <= 40; n++ {
		orders = append(orders, e2eHard(func(o e2eOrder) { o["preamble"] = e2eSentences(n) }))
	}
	twoPages := 0
	for i, p := range e2eReadHard(t, false, orders...) {
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
	var orders []e2eOrder
	for n := range 8 {
		paragraphs := slices.Repeat([]string{"Короткий абзац."}, n)
		for range 20 {
			paragraphs = append(paragraphs, e2eSentences(3))
		}
		orders = append(orders, e2eHard(func(o e2eOrder) { o["preamble"] = strings.Join(paragraphs, "\n") }))
	}
	for i, p := range e2eReadHard(t, false, orders...) {
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
	titles := []struct {
		lines int
		text  string
	}{
		{1, "О плане работы на 2026 год"},
		{5, "Об утверждении Положения о порядке проведения мониторинга качества дошкольного образования на территории испытательного округа"},
		{7, "Об утверждении Положения о порядке проведения мониторинга качества дошкольного образования на территории испытательного округа и о признании утратившими силу некоторых приказов"},
	}
	var orders []e2eOrder
	for _, title := range titles {
		orders = append(orders, e2eHard(func(o e2eOrder) { o["title"] = title.text }))
	}
	for i, p := range e2eReadHard(t, false, orders...) {
		if got := len(p.role("title")[0].lines()); got != titles[i].lines {
			t.Errorf("%d lines, should be %d: %q", got, titles[i].lines, e2eLineTexts(p.role("title")[0]))
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
	var sections []map[string]any
	for s := range 12 {
		var activities []map[string]any
		for a := range 10 {
			activities = append(activities, e2eActivity(e2eSentences(1+(s+a)%3), "Отдел образования, образовательные организации",
				"Ежегодно, до 1 августа", e2eWords(1+(s*a)%40)))
		}
		sections = append(sections, e2eSection(fmt.Sprintf("Раздел с порядковым номером %d", s+1), activities...))
	}
	p := e2eReadHard(t, false, e2eHard(func(o e2eOrder) { o["roadmap"] = e2eRoadmap(sections...) }))[0]
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
	tall := e2eActivity(e2eWords(1500), "Отдел образования", "Ежегодно", e2eWords(300))
	order := e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("До", "Отдел", "Май", "Итог"), tall,
			e2eActivity("После", "Отдел", "Июнь", "Итог")))
	})
	p := e2eReadHard(t, false, order)[0]
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
	wide := strings.Repeat("превысокомногорассмотрительствующе", 4)
	order := e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("Мероприятие "+wide, wide+" и другие", wide, "Итог "+wide)))
	})
	data := e2eHardOffice(t, order)
	if messages := e2eDoklad(t, "check", "--data", data); !strings.Contains(messages, "шире строки") {
		t.Errorf("nothing is said of the word: %s", messages)
	}
	e2eReadHard(t, true, order)
}

// Two sign; the second has a long post and a long name.
func TestE2ETwoSigners(t *testing.T) {
	var orders []e2eOrder
	for n := 14; n <= 30; n += 2 {
		orders = append(orders, e2eHard(func(o e2eOrder) {
			o["preamble"] = e2eSentences(n)
			o["signatory"] = []map[string]any{{"person": "pervaya"}, {"person": "vtoroy"}}
		}))
	}
	for i, p := range e2eReadHard(t, false, orders...) {
		e2eCheckTurns(t, 14+2*i, p)
		posts, _ := p.signatures()
		if a, b := posts[0].words[0].page, posts[1].words[0].page; a != b {
			t.Errorf("order %d: the signatures are on pages %d and %d", i+1, a, b)
		}
	}
}

// Appendices of text and of a table, upright and landscape, beside a roadmap.
func TestE2EAppendices(t *testing.T) {
	paragraphs := strings.SplitAfter(e2eSentences(70), ". ")
	columns := []string{"№ п/п", "Организация", "Адрес", "Руководитель", "Телефон", "Показатель", "Примечание"}
	var rows [][]string
	for i := range 40 {
		rows = append(rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("МБДОУ «Детский сад № %d»", i+1), "ул. Ленина, 1",
			"Заведующий И.О.", "8 (000) 000-00-00", fmt.Sprintf("%d,5", i), "–"})
	}
	rows = slices.Insert(rows, 20, []string{"Вторая очередь"})
	order := e2eHard(func(o e2eOrder) {
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("Мероприятие", "Отдел", "Май", "Итог")))
		o["appendix"] = []map[string]any{
			{"kind": "положение", "mark": "both", "title": []string{"Положение", "о трудном случае"}, "text": paragraphs},
			{"mark": "number", "title": []string{"Перечень организаций"}, "columns": columns, "rows": rows},
			{"mark": "number", "title": []string{"Состав комиссии"}, "columns": []string{"Фамилия", "Должность"},
				"rows": [][]string{{"Испытателева А.Б.", "председатель"}, {"Краесогласователь-Длиннофамильский В.Г.", "секретарь"}}},
		}
	})
	p := e2eReadHard(t, false, order)[0]
	e2eCheckTurns(t, 0, p)
}

// A paper for printing on both sides, upright and landscape, kept for ever and
// for five years.
func TestE2EMirrored(t *testing.T) {
	var activities []map[string]any
	for i := range 40 {
		activities = append(activities, e2eActivity(e2eSentences(1+i%3), "Отдел образования", "Ежегодно", e2eWords(12)))
	}
	var orders []e2eOrder
	for _, years := range []int64{0, 5} {
		orders = append(orders, e2eHard(func(o e2eOrder) {
			o["layout"], o["retention_years"] = "wide", years
			o["preamble"] = e2eSentences(80)
			o["roadmap"] = e2eRoadmap(e2eSection("Раздел", activities...))
		}))
	}
	for _, p := range e2eReadHard(t, false, orders...) {
		if len(p.pages) < 5 {
			t.Errorf("%d pages", len(p.pages))
		}
	}
}

// A draft has «ПРОЕКТ» on every page and blanks for date and number.
func TestE2EDraft(t *testing.T) {
	p := e2eReadHard(t, false, e2eHard(func(o e2eOrder) {
		o["status"] = "draft"
		o["preamble"] = e2eSentences(45)
		o["roadmap"] = e2eRoadmap(e2eSection("Раздел", e2eActivity("Мероприятие", "Отдел", "Май", "Итог")))
	}))[0]
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
