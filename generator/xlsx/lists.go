package xlsx

import (
	"slices"
	"strings"

	"doklad/generator/doc"
)

// fitsRule reports whether a list can stand in the rule itself: Excel takes 255
// characters, parted by commas, and reads quotes in its own way.
func fitsRule(choices []string) bool {
	joined := strings.Join(choices, ",")
	return textUnits(joined) <= longestLiteral && strings.Count(joined, ",") == len(choices)-1 &&
		!strings.ContainsAny(joined, "\"\n") && !strings.HasPrefix(joined, "=")
}

// withLists adds the hidden sheet of the lists that fit no rule, a column each.
func withLists(sheets []Sheet) []Sheet {
	t := &doc.Table{}
	for _, sheet := range sheets {
		for _, in := range sheet.Inputs {
			if len(in.Choices) == 0 || fitsRule(in.Choices) || listColumn(t, in.Choices) >= 0 {
				continue
			}
			column := len(t.Columns)
			t.Columns = append(t.Columns, doc.Column{Header: "Список"})
			for i, choice := range in.Choices {
				if i == len(t.Rows) {
					t.Rows = append(t.Rows, doc.Row{})
				}
				row := &t.Rows[i]
				for len(row.Cells) <= column {
					row.Cells = append(row.Cells, doc.Cell{})
				}
				row.Cells[column].Text = choice
			}
		}
	}
	if len(t.Columns) == 0 {
		return sheets
	}
	return append(sheets, Sheet{Name: "Списки", Table: t, NoFilter: true, Protect: true, Hidden: true})
}

// listColumn is the column that has a list, or -1.
func listColumn(t *doc.Table, choices []string) int {
	for column := range t.Columns {
		var texts []string
		for _, row := range t.Rows {
			if column < len(row.Cells) && row.Cells[column].Text != "" {
				texts = append(texts, row.Cells[column].Text)
			}
		}
		if slices.Equal(texts, choices) {
			return column
		}
	}
	return -1
}

// list is the place of a list on the last sheet, which withLists added.
func (b book) list(choices []string) place {
	last := &b[len(b)-1]
	column := listColumn(last.Table, choices)
	return place{last, area{left: column, right: column, top: 1, bottom: len(choices)}}
}
