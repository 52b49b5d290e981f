package xlsx

import (
	"slices"

	"doklad/generator/doc"
)

// asPrinted is the table in the words that it is measured by: a number or a day is
// one word however its text is written, for programs show «####» where it does not
// fit; a cell to fill has room for what it takes; a row that a mark may set in bold is
// bold, as totals are. Other rows are shared.
func asPrinted(sheet Sheet, open openCells) *doc.Table {
	t := sheet.Table
	printed := *t
	printed.Rows = slices.Clone(t.Rows)
	for _, m := range sheet.Marks {
		r, _ := doc.ParseReference(m.At)
		if a, err := areaOf(t, r, 0); m.Bold && err == nil { // an error is told when the mark is set
			for i := a.top - 1; i < a.bottom; i++ {
				printed.Rows[i].Total = true
			}
		}
	}
	for i, row := range t.Rows {
		if row.Section || len(open) == 0 && !slices.ContainsFunc(row.Cells, isMeasured) {
			continue
		}
		cells := make([]doc.Cell, max(len(row.Cells), open.width(i)))
		copy(cells, row.Cells)
		for j := range cells {
			if isMeasured(cells[j]) {
				cells[j].Text = cells[j].Value.String()
				if cells[j].Value.Format.Parts != "" {
					cells[j].Text += "(" // brackets are wider than the comma of paper
				}
			}
			if in := open.at(j, i); in != nil {
				cells[j].Text = longer(cells[j].Text, in.sample())
			}
		}
		printed.Rows[i].Cells = cells
	}
	return &printed
}

func isMeasured(c doc.Cell) bool { return c.Value != nil && c.Value.Kind != doc.TextValue }

func longer(a, b string) string {
	if textUnits(b) > textUnits(a) {
		return b
	}
	return a
}
