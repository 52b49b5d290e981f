//go:build e2e

package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"

	"doklad/generator/doc"
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
	composed := e2eDoklad(t, "build", office+"/"+id, "--stage", "doc", "--data", data)
	p.blocks = e2eComposed(t, composed)
	p.tables = e2eWantedTables(p.order)
	p.pages = e2ePages(t, e2eAsPrinted(t, file))
	return p
}

// e2eComposed turns composed text into blocks.
func e2eComposed(t testing.TB, text string) []*e2eBlock {
	t.Helper()
	text, _, _ = strings.Cut(text, "\n| ") // the rows of the tables follow
	read, faults := doc.Parse(text)
	if len(faults) > 0 {
		t.Fatalf("the composed text: %v", faults)
	}
	var blocks []*e2eBlock
	add := func(role doc.Role, parts ...string) {
		blocks = append(blocks, &e2eBlock{role: string(role), text: strings.Join(parts, " ")})
	}
	for _, b := range read {
		switch b.Role {
		case doc.Page, doc.TableRole:
		case doc.Registration:
			add("date", b.Parts[0])
			add("number", b.Parts[1])
		case doc.Signature:
			add("post", b.Parts[0])
			add("name", b.Parts[1])
		case doc.Certification:
			add(b.Role, append([]string{"Верно"}, b.Parts...)...)
		case doc.Paragraph:
			add("text", b.Parts...)
		case doc.Clause:
			add(b.Role, b.Label, b.Text())
		default:
			add(b.Role, b.Parts...)
		}
	}
	return blocks
}

// e2eWantedTables are the tables of an order in their order on paper.
func e2eWantedTables(order e2eOrder) []*e2eTable {
	var tables []*e2eTable
	if roadmap, ok := order["roadmap"].(map[string]any); ok {
		tables = append(tables, e2eWantedRoadmap(roadmap))
	}
	for _, appendix := range e2eList(order["appendix"]) {
		if appendix["columns"] == nil {
			continue
		}
		table := &e2eTable{header: e2eStrings(appendix["columns"])}
		for _, row := range appendix["rows"].([]any) {
			table.rows = append(table.rows, e2eStrings(row))
		}
		tables = append(tables, table)
	}
	for _, sheet := range []string{"agreement", "acquaintance"} {
		if lines := e2eList(order[sheet]); len(lines) > 0 {
			// Who stands on it is told by the directory: only the lines are counted.
			tables = append(tables, &e2eTable{rows: make([][]string, len(lines))})
		}
	}
	return tables
}

func e2eWantedRoadmap(roadmap map[string]any) *e2eTable {
	headers := map[string]string{"number": "№ п/п", "activity": "Мероприятие (содержание деятельности)",
		"responsible": "Ответственные", "schedule": "Срок исполнения", "result": "Планируемый результат"}
	if other, ok := roadmap["headers"].(map[string]any); ok {
		for column, header := range other {
			headers[column] = header.(string)
		}
	}
	columns := []string{"number", "activity", "responsible", "schedule", "result"}
	if roadmap["columns"] != nil {
		columns = e2eStrings(roadmap["columns"])
	}
	table := &e2eTable{}
	for _, column := range columns {
		table.header = append(table.header, headers[column])
	}
	for i, section := range e2eList(roadmap["section"]) {
		table.rows = append(table.rows, []string{fmt.Sprintf("%d. %s", i+1, section["title"])})
		for j, activity := range e2eList(section["activity"]) {
			number := fmt.Sprintf("%d.%d", i+1, j+1)
			if said, ok := activity["number"].(string); ok {
				number = said
			}
			value := map[string]any{"number": number, "activity": activity["text"], "responsible": activity["responsible"],
				"schedule": activity["schedule"], "result": activity["result"]}
			row := make([]string, len(columns))
			for k, column := range columns {
				row[k], _ = value[column].(string)
			}
			table.rows = append(table.rows, row)
		}
	}
	return table
}

func e2eList(v any) []map[string]any {
	list, _ := v.([]map[string]any)
	return list
}

func e2eStrings(v any) []string {
	var texts []string
	for _, each := range v.([]any) {
		texts = append(texts, each.(string))
	}
	return texts
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

// e2eNear reports whether two lengths differ by no more than the tolerance.
func e2eNear(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
