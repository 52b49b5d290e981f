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

	"doklad/generator/doc"
	"doklad/generator/sample"
)

// The words are taken with «pdftotext -raw», which gives them in the order of the
// content stream: that is the order in which a reader of tagged pages and a search
// go. Without it poppler guesses the order from the places, and mixes the lines of
// cells that stand beside each other.

// e2eContent is a copy of a file without what belongs to the pages only.
func e2eContent(t testing.TB, file string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), filepath.Base(file))
	e2eTool(t, "qpdf", "--qdf", "--object-streams=disable", file, copied)
	pdf, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; ; {
		next := bytes.Index(pdf[at:], []byte("/Artifact"))
		if next < 0 {
			break
		}
		from := at + next
		at = from + bytes.Index(pdf[from:], []byte("\nEMC\n")) + len("\nEMC")
		copy(pdf[from:at], bytes.Repeat([]byte(" "), at-from)) // the lengths stay
	}
	if err := os.WriteFile(copied, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	return copied
}

// e2eStream are the lines of the pages in the order of the content stream.
func e2eStream(t testing.TB, file string) [][]string {
	t.Helper()
	text := strings.TrimSuffix(e2eTool(t, "pdftotext", "-raw", file, "-"), "\f")
	var pages [][]string
	for _, page := range strings.Split(text, "\f") {
		pages = append(pages, strings.Split(page, "\n"))
	}
	return pages
}

// e2eToken is a word of a page.
type e2eToken struct {
	text     string
	endsLine bool
}

// e2eTokens are the words of the pages. The marks of direction that poppler adds
// are dropped, and the letter that it composes is parted.
func e2eTokens(pages [][]string) [][]e2eToken {
	all := make([][]e2eToken, len(pages))
	for i, lines := range pages {
		for _, line := range lines {
			words := strings.Fields(e2eParted.Replace(line))
			for j, word := range words {
				all[i] = append(all[i], e2eToken{word, j == len(words)-1})
			}
		}
	}
	return all
}

var e2eParted = strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "ӧ", "о\u0308")

// e2eTakeWords takes the next words as long as they are those that are wanted. A wanted
// word may be parted where a line ends: after a hyphen, in an address, before the
// mark of a note.
func e2eTakeWords(got []e2eToken, want []string) (tokens, words []int) {
	tokens, words = []int{0}, []int{0}
	for i, w := 0, 0; i < len(got) && w < len(want); w++ {
		text := got[i].text
		for text != want[w] && strings.HasPrefix(want[w], text) && i+1 < len(got) && got[i].endsLine {
			i++
			text += got[i].text
		}
		if text != want[w] && (want[w] != e2eSomePage || strings.Trim(text, "0123456789") != "") {
			break
		}
		i++
		tokens, words = append(tokens, i), append(words, w+1)
	}
	return tokens, words
}

// e2eSameWords: every word of the content stands in the text once and in its order.
// On each page the words of the notes follow those of the text.
func e2eSameWords(t *testing.T, content string, wanted *e2eSample) {
	t.Helper()
	pages := e2eTokens(e2eStream(t, content))
	body := strings.Fields(e2eParted.Replace(wanted.body.String()))
	notes := strings.Fields(e2eParted.Replace(wanted.notes.String()))
	furthest := ""
	var match func(page int, body, notes []string) bool
	match = func(page int, body, notes []string) bool {
		if page == len(pages) {
			return len(body) == 0 && len(notes) == 0
		}
		tokens, words := e2eTakeWords(pages[page], body)
		for i := len(tokens) - 1; i >= 0; i-- {
			rest := pages[page][tokens[i]:]
			noteTokens, noteWords := e2eTakeWords(rest, notes)
			last := len(noteTokens) - 1
			if noteTokens[last] == len(rest) {
				if match(page+1, body[words[i]:], notes[noteWords[last]:]) {
					return true
				}
			} else if furthest == "" || i == len(tokens)-1 && noteTokens[last] == 0 {
				furthest = fmt.Sprintf("page %d: after %v stands %v instead of %v", page+1,
					pages[page][max(0, tokens[i]-5):tokens[i]], rest[:min(6, len(rest))], body[words[i]:min(words[i]+5, len(body))])
			}
		}
		return false
	}
	if !match(0, body, notes) {
		t.Error(furthest)
	}
}

// e2eRepeats: what a file has over its content is what may be repeated.
func e2eRepeats(t *testing.T, paper sample.Paper, file, content string) {
	t.Helper()
	blocks, _ := doc.Resolve(paper.Document)
	allowed := strings.Fields(paper.Header + " " + paper.Footer + " (продолжение)")
	allowed = append(allowed, strings.Split(paper.Across, "")...) // letters by themselves
	for _, b := range blocks {
		table := paper.Tables[b.Label]
		if b.Role != doc.TableRole {
			continue
		}
		allowed = append(allowed, "Продолжение", "таблицы", b.Number)
		for _, row := range table.Head {
			for _, cell := range row {
				allowed = append(allowed, strings.Fields(cell.Text)...)
			}
		}
		for _, column := range table.Columns {
			allowed = append(allowed, strings.Fields(column.Header)...)
		}
		for _, row := range table.Rows {
			allowed = append(allowed, row.Cells[0].Text)
		}
	}
	kept := e2eTokens(e2eStream(t, content))
	for i, page := range e2eTokens(e2eStream(t, file)) {
		left := map[string]int{}
		for _, token := range kept[i] {
			left[token.text]++
		}
		for _, token := range page {
			word := token.text
			if left[word]--; left[word] >= 0 || strings.Trim(word, ".") == "" {
				continue // dots lead to the page numbers of the contents
			}
			if word != fmt.Sprint(i+1) && !slices.Contains(allowed, word) {
				t.Errorf("page %d: «%s» is no content", i+1, word)
			}
		}
	}
}
