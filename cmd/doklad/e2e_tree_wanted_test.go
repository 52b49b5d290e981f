//go:build e2e

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"doklad/generator/doc"
)

// e2eWantedTree is the tree that the composed text of a paper asks for.
func e2eWantedTree(t testing.TB, paper e2eJudged) []string {
	t.Helper()
	folder := filepath.Dir(paper.file) // of orders, or of what came of them
	office := filepath.Base(filepath.Dir(folder))
	composed := e2eDoklad(t, "build", office+"/"+filepath.Base(folder)+"/"+e2eName(paper.file), "--stage", "doc", "--data", paper.data)
	text, rows, _ := strings.Cut(composed, "\n| ")
	blocks, faults := doc.Parse(text)
	if len(faults) > 0 {
		t.Fatalf("the composed text: %v", faults)
	}
	tables := strings.Split(strings.TrimRight(rows, "\n"), "\n\n| ")
	tree := &e2eTree{}
	tree.element(0, "Document")
	level := 0 // of the last point
	for _, b := range blocks {
		if b.Role != doc.Clause {
			level = 0
		}
		switch said := strings.Join(b.Parts, " "); b.Role {
		case doc.Page:
		case doc.TableRole:
			tree.table(strings.Split(tables[0], "\n"))
			tables = tables[1:]
		case doc.Clause:
			now := strings.Count(strings.TrimSuffix(b.Label, "."), ".") + 1
			tree.point(level, now, b.Label, said)
			level = now
		case doc.Title, doc.AnnexTitle:
			tree.element(1, "H1")
			tree.says(2, said)
		case doc.Certification:
			tree.element(1, "P")
			tree.says(2, "Верно "+said)
		default:
			tree.element(1, "P")
			tree.says(2, said)
		}
	}
	return tree.done()
}

// point is a point of an order: a list item, in a list in the point above it.
func (tree *e2eTree) point(before, level int, label, text string) {
	depth := 3*level - 2
	if level > before {
		tree.element(depth, "L")
	}
	tree.element(depth+1, "LI")
	tree.element(depth+2, "Lbl")
	tree.says(depth+3, label)
	tree.element(depth+2, "LBody")
	tree.says(depth+3, text)
}

// table is a table: its headings, then rows; a row of one cell heads a section.
func (tree *e2eTree) table(rows []string) {
	tree.element(1, "Table")
	headers := 0
	for i, row := range rows {
		cells := strings.Split(strings.TrimPrefix(row, "| "), " | ")
		kind := "TD"
		switch {
		case i == 0:
			kind, headers = "TH /Column", len(cells)
		case len(cells) == 1:
			kind = fmt.Sprintf("TH /Row %d", headers)
		}
		tree.element(2, "TR")
		for _, cell := range cells {
			tree.element(3, kind)
			tree.says(4, strings.NewReplacer(`\n`, " ", `\`, "").Replace(cell))
		}
	}
}
