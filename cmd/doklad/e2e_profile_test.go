//go:build e2e

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// A post and a surname of the longest: no word is cut by letters, neither in the
// signature nor on the sheets.
func TestE2ELongNames(t *testing.T) {
	p := e2eReadHard(t, false, e2eLongNamesOrder())[0]
	posts, names := p.signatures()
	if p.nameUnder(posts[0], names[0]) > 0 || p.nameUnder(posts[1], names[1]) == 0 {
		t.Error("the second name, and only that, should stand under its post")
	}
	for column, want := range map[int]string{
		1: "Заместитель директора по учебно-методической, организационно-консультативной и административно-хозяйственной работе",
		2: "Краесогласователь-Длиннофамильский-Задунайский В.Г.",
	} {
		for i, table := range p.tables {
			got := strings.ReplaceAll(e2eText(table.found[2].words(column)), "- ", "-") // lines may end after a hyphen
			if got != want {
				t.Errorf("sheet %d, column %d: «%s»", i+1, column+1, got)
			}
		}
	}
}

// PG-05 and TB-02 as a profile may choose: annexes numbered from 1, the first page
// without a number, and only the numbers of columns repeated.
func TestE2ERestartAndColumnNumbers(t *testing.T) {
	data := e2eHardOffice(t, e2eOwnProfileOrder())
	file := filepath.Join(e2eBuild(t, data), e2eHardFolder, "orders", "2026-1.pdf")
	annex := 0 // the page of the annex; 0: the order itself
	for i, page := range e2ePages(t, file) {
		text := e2eTool(t, "pdftotext", "-layout", "-f", fmt.Sprint(i+1), "-l", fmt.Sprint(i+1), file, "-")
		first := strings.Fields(text)[0]
		sheet := strings.HasPrefix(first, "ЛИСТ")
		if annex > 0 || page.landscape() || sheet {
			annex++
		}
		if sheet {
			annex = 1
		}
		want := map[bool]string{true: fmt.Sprint(annex), false: fmt.Sprint(i + 1)}[annex > 0]
		if _, err := fmt.Sscan(first, new(int)); (err == nil) != (want != "1") || err == nil && first != want {
			t.Errorf("page %d begins with «%s», its number is %s", i+1, first, want)
		}
		if len(page.tables) == 0 {
			continue
		}
		head := strings.Join(page.tables[0].rows[0].texts(), "|")
		if later := annex > 1; later != (head == "1|2|3|4|5") {
			t.Errorf("page %d: the table begins with %s", i+1, head)
		}
	}
}
