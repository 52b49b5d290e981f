package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

func wideSheet() Sheet {
	t := &doc.Table{}
	for range 12 {
		t.Columns = append(t.Columns, doc.Column{Header: "Столбец", Width: 40})
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Ключ строки", Name: "key"})
	row := doc.Row{}
	for range 12 {
		row.Cells = append(row.Cells, doc.Cell{Text: "слова"})
	}
	row.Cells = append(row.Cells, doc.Cell{Text: strings.Repeat("ключ ", 200)})
	t.Rows = []doc.Row{row}
	return Sheet{Name: "Широкий", Table: t, Frozen: 2, Unseen: []string{"key"}, PagesWide: 3}
}

// A column that nobody sees takes no room, and keeps its text.
func TestUnseenColumn(t *testing.T) {
	raw, found, err := Write([]Sheet{wideSheet()}, Properties{})
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for column, want := range map[string]bool{"A": true, "L": true, "M": false} {
		if seen, err := f.GetColVisible("Широкий", column); seen != want || err != nil {
			t.Errorf("column %s is seen: %v, %v", column, seen, err)
		}
	}
	if text, _ := f.GetCellValue("Широкий", "M2"); !strings.HasPrefix(text, "ключ ключ") {
		t.Errorf("the hidden text is %q", text)
	}
	if height, _ := f.GetRowHeight("Широкий", 2); height > 20 {
		t.Errorf("a text that nobody sees makes the row %v high", height)
	}
	layout, _ := f.GetPageLayout("Широкий")
	if *layout.FitToWidth != 3 {
		t.Errorf("%d pages wide", *layout.FitToWidth)
	}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.RefersTo != "'Широкий'!$A:$B,'Широкий'!$1:$1" {
			t.Errorf("repeated on each page: %s", n.RefersTo)
		}
	}
}

// Printed on too few pages, its letters are too small; this is told.
func TestPagesWideIsCounted(t *testing.T) {
	s := wideSheet()
	s.PagesWide = 1
	_, found, err := Write([]Sheet{s}, Properties{})
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	s.Unseen = []string{"none"}
	if _, _, err := Write([]Sheet{s}, Properties{}); err == nil {
		t.Error("a column that is not there is hidden")
	}
}
