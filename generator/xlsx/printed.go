package xlsx

import (
	"slices"

	"doklad/generator/doc"
)

// asPrinted is the table in the words that it is measured by: a number or a day is
// one word however its text is written, for programs show «####» where it does not
// fit. Rows without values are shared.
func asPrinted(t *doc.Table) *doc.Table {
	printed := *t
	printed.Rows = slices.Clone(t.Rows)
	for i, row := range t.Rows {
		if !row.Section && slices.ContainsFunc(row.Cells, hasWidth) {
			cells := slices.Clone(row.Cells)
			for j := range cells {
				if hasWidth(cells[j]) {
					cells[j].Text = cells[j].Value.String()
				}
			}
			printed.Rows[i].Cells = cells
		}
	}
	return &printed
}

func hasWidth(c doc.Cell) bool { return c.Value != nil && c.Value.Kind != doc.TextValue }
