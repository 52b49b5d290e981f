//go:build e2e

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/sample"
)

// e2eYearlyFooter stands under each page of an invented office.
const e2eYearlyFooter = "Пример: организация, люди и сведения вымышлены"

// e2eYearly are the yearly reports of data/ on paper, their workbooks beside them.
func e2eYearly(t testing.TB) (papers []e2eJudged) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(e2eData, "*", "reports", "*.toml"))
	if err != nil || len(files) < 3 {
		t.Fatalf("%d reports: %v", len(files), err)
	}
	out := t.TempDir()
	args := []string{"build", "--data", e2eData, "--out", out}
	for _, file := range files {
		folder := filepath.Join(filepath.Base(filepath.Dir(filepath.Dir(file))), "reports")
		args = append(args, filepath.ToSlash(filepath.Join(folder, e2eName(file))))
		papers = append(papers, e2eJudged{"yearly " + e2eName(file), e2eData, filepath.Join(out, folder, e2eName(file)+".pdf")})
	}
	e2eDoklad(t, args...)
	return papers
}

// TestE2EYearly compares what poppler reads in the yearly reports with what was composed: the
// structure tree from the cover on, every word once and in order, the pages that the contents
// list, and what belongs to the pages only.
func TestE2EYearly(t *testing.T) {
	for _, paper := range e2eYearly(t) {
		t.Run(paper.name, func(t *testing.T) {
			t.Parallel()
			tree := e2eTreeOf(t, paper.file)
			composed := e2eComposedReport(t, paper, e2eDrawn(tree))
			wanted, content := e2eWantedSample(t, composed), e2eContent(t, paper.file)
			t.Run("tree", func(t *testing.T) {
				numbers := e2eSameTree(t, e2eWithoutColumnNumbers(tree.done()), wanted.tree.done())
				e2eListedPages(t, content, wanted.entries, numbers)
			})
			t.Run("words", func(t *testing.T) { e2eSameWords(t, content, wanted) })
			t.Run("repeats", func(t *testing.T) { e2eRepeats(t, composed, paper.file, content) })
			t.Run("figures", func(t *testing.T) { e2eSameFigures(t, composed, e2eBookBeside(paper)) })
		})
	}
}

// e2eDrawn are the words of the drawings, which the composed text has not: as the tree has
// them they are looked for in the pages.
func e2eDrawn(tree *e2eTree) (drawn []string) {
	for i, line := range tree.lines {
		if strings.TrimSpace(line) != "Figure" {
			continue
		}
		text := ""
		if i+1 < len(tree.lines) {
			_, text, _ = strings.Cut(tree.lines[i+1], "«")
		}
		drawn = append(drawn, text)
	}
	return drawn
}

// e2eComposedReport is a report as it was composed. Captions of tables are those that the
// contents of the workbook list.
func e2eComposedReport(t testing.TB, paper e2eJudged, drawn []string) sample.Paper {
	t.Helper()
	office := e2eOffice(paper.file)
	composed := e2eDoklad(t, "build", office+"/reports/"+e2eName(paper.file), "--stage", "doc", "--data", paper.data)
	text, rest, _ := strings.Cut(composed, "\n| ")
	blocks, faults := doc.Parse(text)
	if len(faults) > 0 {
		t.Fatalf("the composed text: %v", faults)
	}
	d := &doc.Document{Blocks: blocks, Tables: map[string]*doc.Table{}, Figures: map[string]*doc.Figure{}, Footer: e2eYearlyFooter}
	for line := range strings.Lines(e2eTool(t, "pdfinfo", paper.file)) {
		if title, is := strings.CutPrefix(line, "Title:"); is {
			d.Header = strings.TrimSpace(title)
		}
	}
	parts := strings.Split(strings.TrimRight(rest, "\n"), "\n\n| ")
	take := func() (rows [][]string) {
		if len(parts) == 0 {
			t.Fatal("too few tables and figures are composed")
		}
		for _, row := range strings.Split(parts[0], "\n") {
			cells := strings.Split(strings.TrimPrefix(row, "| "), " | ")
			for i, cell := range cells {
				cells[i] = strings.NewReplacer(`\n`, " ", `\`, "").Replace(cell)
			}
			rows = append(rows, cells)
		}
		parts = parts[1:]
		return rows
	}
	captions := e2eListed(t, e2eOpenBook(t, e2eBookBeside(paper)))
	for _, b := range blocks {
		if b.Role == doc.TableRole {
			table := e2eComposedTable(take())
			table.Caption = captions[fmt.Sprintf("Таблица %d", len(d.Tables)+1)]
			d.Tables[b.Label] = table
		}
	}
	for _, b := range blocks {
		if b.Role != doc.FigureRole {
			continue
		}
		cells := take()[0]
		if cells[0] != b.Label || len(drawn) == 0 {
			t.Fatalf("figure %s: composed %q, %d are drawn", b.Label, cells, len(drawn))
		}
		d.Figures[b.Label] = &doc.Figure{Caption: cells[1], Alt: cells[2], Drawing: &doc.Drawing{Labels: []doc.Label{{Text: drawn[0]}}}}
		drawn = drawn[1:]
	}
	if len(parts) > 0 || len(drawn) > 0 || len(d.Tables) < 10 || len(d.Figures) < 5 {
		t.Fatalf("%d tables, %d figures; left over: %q, drawn %q", len(d.Tables), len(d.Figures), parts, drawn)
	}
	return sample.Paper{Name: paper.name, Document: d}
}

func e2eComposedTable(rows [][]string) *doc.Table {
	table := &doc.Table{}
	for _, header := range rows[0] {
		table.Columns = append(table.Columns, doc.Column{Header: header})
	}
	for _, cells := range rows[1:] {
		row := doc.Row{Section: len(cells) == 1 && len(table.Columns) > 1}
		for _, cell := range cells {
			row.Cells = append(row.Cells, doc.Cell{Text: cell})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
