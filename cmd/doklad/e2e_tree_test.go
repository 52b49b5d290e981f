//go:build e2e

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestE2ETree reads what a screen reader goes by, the structure tree, with
// poppler, and compares it with the composed text: every word once and in order,
// titles as headings, points as lists in lists, each table as one table over all
// its pages. Page numbers, repeated headers and «(продолжение)» are not in it.
func TestE2ETree(t *testing.T) {
	for _, paper := range e2eJudgedPapers(t) {
		t.Run(paper.name, func(t *testing.T) {
			got, want := e2eReadTree(t, paper.file), e2eWantedTree(t, paper)
			for i := range max(len(got), len(want)) {
				if g, w := e2eAt(got, i), e2eAt(want, i); g != w {
					t.Fatalf("line %d of the tree: %s, after\n%s", i+1, e2eDifference(g, w), strings.Join(want[max(0, i-4):i], "\n"))
				}
			}
		})
	}
}

// e2eDifference tells where two texts part.
func e2eDifference(got, want string) string {
	g, w := []rune(got), []rune(want)
	same := 0
	for same < min(len(g), len(w)) && g[same] == w[same] {
		same++
	}
	near := func(text []rune) string { return string(text[max(0, same-20):min(len(text), same+40)]) }
	return fmt.Sprintf("«%s» should be «%s»", near(g), near(w))
}

// e2eTree is a structure tree, an element or its text a line, the deeper the
// further to the right. Paragraphs that follow each other are one.
type e2eTree struct {
	lines []string
	last  string // the last element with its depth
	text  bool   // the last line is a text
	depth int    // of that text
}

func (tree *e2eTree) element(depth int, kind string) {
	line := strings.Repeat("  ", depth) + kind
	if kind == "P" && line == tree.last && tree.text {
		tree.lines[len(tree.lines)-1] += " "
		return
	}
	tree.lines, tree.last, tree.text = append(tree.lines, line), line, false
}

func (tree *e2eTree) says(depth int, text string) {
	if !tree.text || tree.depth != depth {
		tree.lines, tree.text, tree.depth = append(tree.lines, strings.Repeat("  ", depth)+"«"), true, depth
	}
	tree.lines[len(tree.lines)-1] += text
}

// mark puts an attribute behind the last element. They come in any order.
func (tree *e2eTree) mark(attribute string) {
	last := &tree.lines[len(tree.lines)-1]
	words := append(strings.Fields(*last), attribute)
	slices.Sort(words[1:])
	indent := (*last)[:len(*last)-len(strings.TrimLeft(*last, " "))]
	*last = indent + strings.Join(words, " ")
}

// done are the lines, compared without what depends on line ends: spaces, and
// hyphens, for a word may be divided.
func (tree *e2eTree) done() []string {
	var lines []string
	for _, line := range tree.lines {
		indent, text, said := strings.Cut(line, "«")
		if said {
			text = strings.Join(strings.Fields(strings.ReplaceAll(text, "-", "")), " ")
			line = indent + "«" + text
		}
		if !said || text != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// e2eReadTree reads the tree of a file. Of elements it keeps the kind, the scope
// of a heading cell, the columns it spans and, with an arrow, the rows.
func e2eReadTree(t testing.TB, file string) []string {
	t.Helper()
	return e2eWithoutColumnNumbers(e2eTreeOf(t, file).done())
}

func e2eTreeOf(t testing.TB, file string) *e2eTree {
	t.Helper()
	tree := &e2eTree{}
	printed := e2eTool(t, "pdfinfo", "-struct-text", e2eWithoutSpans(t, file))
	for _, line := range strings.Split(strings.TrimRight(printed, "\n"), "\n") {
		said := strings.TrimLeft(line, " ")
		depth := (len(line) - len(said)) / 2
		switch {
		case strings.HasPrefix(said, `"`):
			tree.says(depth, strings.TrimSuffix(said[1:], `"`))
		case strings.HasPrefix(said, "/Scope "):
			tree.mark(said[len("/Scope "):])
		case strings.HasPrefix(said, "/ColSpan "):
			tree.mark(said[len("/ColSpan "):])
		case strings.HasPrefix(said, "/RowSpan "):
			tree.mark("↓" + said[len("/RowSpan "):])
		case strings.HasPrefix(said, "/"), strings.HasPrefix(said, "Object "): // an annotation
		default:
			kind, _, _ := strings.Cut(said, " ")
			tree.element(depth, strings.TrimSuffix(kind, ":"))
		}
	}
	return tree
}

// e2eWithoutSpans is a copy of a PDF without the spans that give the whole of a
// divided word: poppler 22 ends the text of an element where such a span ends.
func e2eWithoutSpans(t testing.TB, file string) string {
	t.Helper()
	plain := filepath.Join(t.TempDir(), filepath.Base(file))
	e2eTool(t, "qpdf", "--qdf", "--object-streams=disable", file, plain)
	pdf, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	blank := func(from, to int) { copy(pdf[from:to], bytes.Repeat([]byte(" "), to-from)) } // the lengths stay
	for at := 0; ; {
		next := bytes.Index(pdf[at:], []byte("/Span<</ActualText"))
		if next < 0 {
			break
		}
		from := at + next
		begun := from + bytes.Index(pdf[from:], []byte("BDC")) + len("BDC")
		at = begun + bytes.Index(pdf[begun:], []byte("\nEMC\n")) + len("\nEMC")
		blank(from, begun)
		blank(at-len("EMC"), at)
	}
	if err := os.WriteFile(plain, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	return plain
}

// e2eWithoutColumnNumbers drops heading rows «1 | 2 | 3», which a profile adds.
func e2eWithoutColumnNumbers(lines []string) []string {
	var kept []string
	for i := 0; i < len(lines); i++ {
		kept = append(kept, lines[i])
		n := 0
		for strings.TrimSpace(lines[i]) == "TR" && i+2*n+2 < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[i+2*n+1]), "TH /Column") &&
			strings.HasSuffix(lines[i+2*n+2], fmt.Sprintf("«%d", n+1)) {
			n++
		}
		if n > 0 {
			kept = kept[:len(kept)-1]
			i += 2 * n
		}
	}
	return kept
}
