//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"doklad/data"
	"doklad/generator/layout"
	"doklad/generator/pdf"
	"doklad/generator/sample"
	"doklad/generator/typeset"
)

// e2eHardPapers are the samples; to find the characters of a font takes a second.
var e2eHardPapers = sync.OnceValue(func() []sample.Paper { return sample.Hard(typeset.Tinos().Regular.Has) })

// e2eSamples writes the samples, in their order.
func e2eSamples(t testing.TB) []e2eJudged {
	t.Helper()
	var profile layout.Profile
	if _, err := toml.DecodeFS(data.Common, "layouts/gost2025.toml", &profile); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var papers []e2eJudged
	for _, paper := range e2eHardPapers() {
		out, problems, err := pdf.Write(paper.Document, pdf.Options{Profile: &profile, Created: time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil || len(problems) > 0 {
			t.Fatalf("%s: %v, %v", paper.Name, problems, err)
		}
		file := filepath.Join(folder, paper.Name+".pdf")
		if err := os.WriteFile(file, out, 0o666); err != nil {
			t.Fatal(err)
		}
		papers = append(papers, e2eJudged{name: "sample " + paper.Name, file: file})
	}
	return papers
}

// TestE2EEngine compares what poppler reads in the samples with what was to be set:
// the structure tree, the words of the pages in reading order, and what belongs to
// the pages only.
func TestE2EEngine(t *testing.T) {
	for i, paper := range e2eSamples(t) {
		hard := e2eHardPapers()[i]
		t.Run(hard.Name, func(t *testing.T) {
			t.Parallel()
			wanted := e2eWantedSample(t, hard)
			content := e2eContent(t, paper.file)
			t.Run("tree", func(t *testing.T) {
				numbers := e2eSameTree(t, e2eReadTree(t, paper.file), wanted.tree.done())
				e2eListedPages(t, content, wanted.entries, numbers)
			})
			t.Run("words", func(t *testing.T) { e2eSameWords(t, content, wanted) })
			t.Run("repeats", func(t *testing.T) { e2eRepeats(t, hard, paper.file, content) })
		})
	}
}

// e2eSameTree compares trees. In the wanted one the page numbers of the contents
// are not known; those that are read are returned.
func e2eSameTree(t *testing.T, got, want []string) (numbers []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		g, w := e2eAt(got, i), e2eAt(want, i)
		if open, ok := strings.CutSuffix(w, e2eSomePage); ok && strings.HasPrefix(g, open) {
			numbers = append(numbers, g[len(open):])
			continue
		}
		if g != w {
			t.Fatalf("line %d of the tree: %s, after\n%s", i+1, e2eDifference(g, w), strings.Join(want[max(0, i-8):min(i, len(want))], "\n"))
		}
	}
	return numbers
}

// e2eListedPages looks whether each heading stands on the page that the contents say.
func e2eListedPages(t *testing.T, file string, entries, numbers []string) {
	t.Helper()
	if len(entries) != len(numbers) {
		t.Fatalf("%d entries, %d numbers", len(entries), len(numbers))
	}
	if len(entries) == 0 {
		return
	}
	squeeze := func(text string) string { return strings.Join(strings.Fields(text), "") }
	pages := strings.Split(e2eTool(t, "pdftotext", "-raw", file, "-"), "\f")
	for i, entry := range entries {
		var page int
		if _, err := fmt.Sscan(numbers[i], &page); err != nil || page < 1 || page > len(pages) {
			t.Errorf("«%s» is listed on page «%s»", entry, numbers[i])
		} else if !strings.Contains(squeeze(pages[page-1]), squeeze(entry)) {
			t.Errorf("«%s» is not on page %d", entry, page)
		}
	}
}
