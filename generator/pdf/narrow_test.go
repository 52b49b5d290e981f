package pdf

import (
	"fmt"
	"testing"

	"doklad/generator/doc"
)

// More columns than a sheet can hold are an error, not a heap of letters.
func TestTooManyColumns(t *testing.T) {
	for columns, want := range map[int]bool{8: false, 80: true} {
		table := &doc.Table{Name: "t", Rows: []doc.Row{{}}}
		for i := range columns {
			table.Columns = append(table.Columns, doc.Column{Header: fmt.Sprintf("Графа %d", i+1)})
			table.Rows[0].Cells = append(table.Rows[0].Cells, doc.Cell{Text: "слово"})
		}
		_, problems := Layout(document(t, "#page landscape\n#table t", table), Options{Profile: gost2025(t)})
		if problems.HasErrors() != want {
			t.Errorf("%d columns: %v", columns, problems)
		}
	}
}

// A number too long for the line is an error, not letters over letters.
func TestRegistrationTooWide(t *testing.T) {
	long := ""
	for range 120 {
		long += "1"
	}
	_, problems := Layout(document(t, "#registration 25.06.2021 | № "+long), Options{Profile: gost2025(t)})
	if !problems.HasErrors() {
		t.Error("no error")
	}
}
