package xlsx

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// draft is a roadmap that has all that can stand at the right.
func draft() Sheet {
	s := roadmap()
	s.Across = "ПРОЕКТ"
	s.Above = append([]doc.Block{{Role: doc.AnnexMark, Parts: []string{"Приложение № 1"}}}, s.Above...)
	return s
}

// A draft says so over the table, in bold, and at the head of every page but the
// first, which has it there already.
func TestDraft(t *testing.T) {
	f := open(t, mustWrite(t, draft()))
	column, _ := at(t, f, "ПРОЕКТ")
	if got := must[string](t)(f.GetCellValue(sheet, ref(column, 1))); got != "ПРОЕКТ" {
		t.Errorf("the first row has %q", got)
	}
	style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle(sheet, ref(column, 1)))))
	if !style.Font.Bold {
		t.Error("not bold")
	}
	header := must[*excelize.HeaderFooterOptions](t)(f.GetHeaderFooter(sheet))
	const number = `&C&"Times New Roman,Regular"&12&P`
	if header.FirstHeader != number || !header.DifferentFirst || header.OddHeader != number+`&R&"Times New Roman,Bold"&12 ПРОЕКТ` {
		t.Errorf("headers %+v", header)
	}
}

// «Приложение № 1», гриф and «ПРОЕКТ» begin under one another, wherever the
// longest line of them stands.
func TestRightBlocksShareAnEdge(t *testing.T) {
	long := draft()
	long.Above[0].Parts = []string{"Приложение № 1 к приказу, которое длиннее грифа"}
	for _, s := range []Sheet{draft(), long} {
		f := open(t, mustWrite(t, s))
		wantColumn, wantIndent := at(t, f, "УТВЕРЖДЕН")
		for _, text := range []string{"ПРОЕКТ", "Приложение № 1", "от 25.06.2021 № 109"} {
			if column, indent := at(t, f, text); column != wantColumn || indent != wantIndent {
				t.Errorf("%s: column %d, indent %d; the гриф: %d, %d", text, column, indent, wantColumn, wantIndent)
			}
		}
	}
}

// The line that leads elsewhere stands over all, and is a link into the workbook.
func TestBack(t *testing.T) {
	s := draft()
	s.Back = doc.Cell{Text: "к содержанию", Value: &doc.Value{Link: "{Содержание!}"}}
	contents := roadmap()
	contents.Name = "Содержание"
	f := open(t, mustWrite(t, s, contents))
	if got := must[string](t)(f.GetCellValue(sheet, "A1")); got != "к содержанию" {
		t.Errorf("the first cell has %q", got)
	}
	if linked, to, err := f.GetCellHyperLink(sheet, "A1"); !linked || to != "'Содержание'!A1" || err != nil {
		t.Errorf("%t %s %v", linked, to, err)
	}
	s.Back.Text = "\x00"
	if _, _, err := Write([]Sheet{s, contents}, Properties{}); err == nil {
		t.Error("a character that no cell can hold")
	}
}

// at is the column of the cell that begins with a text, and its indent.
func at(t *testing.T, f *excelize.File, text string) (column, indent int) {
	t.Helper()
	for r, row := range must[[][]string](t)(f.GetRows(sheet)) {
		for c, cell := range row {
			if strings.HasPrefix(cell, text) {
				style := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle(sheet, ref(c, r+1)))))
				return c, style.Alignment.Indent
			}
		}
	}
	t.Fatalf("no cell with %q", text)
	return 0, 0
}
