//go:build e2e

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The transcripts testdata/e2e/order-109.txt and order-112.txt are copies of two
// signed orders. They are what the papers are compared with, word for word, but
// for the residue of the copy:
//
//   - «**» around the title of the roadmap is the mark of bold type;
//   - the dash in « - 2.1. обеспечить…» is the bullet of a list: the number of
//     the sub-point is the office's, the dash is not;
//   - an empty line inside the table is a turn of the page;
//   - row 2.3 of order 112 was split by a page turn into two, and the first
//     words of its schedule were lost: «необходимости» is all that is left of
//     «По мере необходимости»;
//   - order 112 lacks the letterhead: it is that of order 109.
const e2eTranscripts = "testdata/e2e"

// e2eTranscript is the paper that a transcript asks for: blocks and the roadmap.
func e2eTranscript(t testing.TB, number string) ([]*e2eBlock, *e2eTable) {
	t.Helper()
	text := e2eCopy(t, number)
	prose, rows, _ := strings.Cut(text, "№ п/п")
	paragraphs := e2eParagraphs(prose)
	roles := []string{"letterhead", "kind", "date", "number", "title", "text", "operative", "clauses", "post", "name"}
	if number == "112" {
		letterhead := e2eParagraphs(e2eCopy(t, "109"))[0]
		paragraphs = slices.Insert(paragraphs, 0, letterhead)
		roles = append(roles, "annex-title")
	} else {
		roles = append(roles, "approval", "approval", "annex-title")
	}
	if len(paragraphs) != len(roles) {
		t.Fatalf("transcript %s: %d paragraphs, should be %d", number, len(paragraphs), len(roles))
	}
	var blocks []*e2eBlock
	for i, role := range roles {
		if role != "clauses" {
			blocks = append(blocks, &e2eBlock{role: role, text: paragraphs[i]})
			continue
		}
		for _, clause := range strings.Split(paragraphs[i], "\n") {
			clause = strings.TrimPrefix(strings.TrimSpace(clause), "- ")
			blocks = append(blocks, &e2eBlock{role: "clause", text: clause})
		}
	}
	return blocks, e2eRowsOfCopy("№ п/п" + rows)
}

func e2eCopy(t testing.TB, number string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(e2eTranscripts, "order-"+number+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("**", "", "\r", "").Replace(string(text))
}

func e2eParagraphs(text string) []string {
	var paragraphs []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = strings.Trim(p, "\n"); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	return paragraphs
}

// e2eRowsOfCopy reads the table of a transcript: a line a row, a tab a rule.
func e2eRowsOfCopy(text string) *e2eTable {
	table := &e2eTable{}
	for _, line := range strings.Split(text, "\n") {
		if line == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		switch {
		case table.header == nil:
			table.header = cells
		case strings.Join(cells[1:], "") == "":
			table.rows = append(table.rows, cells[:1]) // a section title
		case cells[0] == "": // the rest of row 2.3 of order 112
			row := table.rows[len(table.rows)-1]
			row[1] += " " + cells[1]
			row[3] = "По мере " + cells[3]
		default:
			table.rows = append(table.rows, cells)
		}
	}
	return table
}

// e2eReadSigned takes order 109 or 112 apart, to be compared with its transcript.
func e2eReadSigned(t testing.TB, out, number string) *e2ePaper {
	t.Helper()
	p := e2eRead(t, e2eData, filepath.Join(out, "okhansk", "orders", "2021-"+number+".pdf"))
	blocks, table := e2eTranscript(t, number)
	p.blocks, p.tables = blocks, []*e2eTable{table}
	return p
}
