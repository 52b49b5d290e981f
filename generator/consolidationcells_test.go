package generator

import (
	"fmt"
	"slices"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

// Where a number is said to stand, there it stands; and where nothing is said, the cell is
// empty or is not there.
func TestConsolidationCellsOf(t *testing.T) {
	y, formulas := consolidationSample(t)
	for suffix, want := range map[string][]string{
		"":                {"Свод", "Места", "2020"},
		"школы":           {"Свод школы", "Места школы", "2020 школы"},
		"шк{олы}: [1]\n!": {"Свод шк(олы): [1] !", "Места шк(олы): [1] !", "2020 шк(олы): [1] !"},
	} {
		cells := newConsolidationCells(y, formulas, suffix)
		sheets := ConsolidationSheets(y, formulas, ConsolidationHead{Sheet: suffix})
		tables := map[string]*doc.Table{}
		var names []string
		for _, s := range sheets {
			names = append(names, s.Name)
			tables[s.Name] = s.Table
		}
		if !slices.Equal(names, want) {
			t.Errorf("%q: %q", suffix, names)
		}
		at := func(reference string) string {
			if reference == "" {
				return "nowhere"
			}
			r, err := doc.ParseReference(reference)
			if err != nil || tables[r.Sheet] == nil {
				t.Fatalf("%s: %v", reference, err)
			}
			table := tables[r.Sheet]
			column := slices.IndexFunc(table.Columns, func(c doc.Column) bool { return c.Name == r.Column })
			return table.Rows[r.From-1].Cells[column].Text
		}
		for _, one := range []struct{ what, got, want string }{
			{"total", at(cells.whole("W1", 2021)), "45"},
			{"a year before", at(cells.whole("T1", 2020)), "7"},
			{"no such year", cells.whole("W1", 2019), ""},
			{"no total", cells.whole("Y1", 2021), ""},
			{"no such code", cells.whole("X", 2021) + cells.unit("X", 0) + cells.cluster("X", 0) + cells.units("X"), ""},
			{"cluster", at(cells.cluster("W1", 1)), "40"},
			{"unit", at(cells.unit("A1", 0)), "2"},
			{"missing", at(cells.unit("A1", 2)), wordMissing},
			{"not concerned", cells.unit("M1", 2), ""},
			{"norm", at(cells.norm("P1")), "50,0"},
			{"no norm", cells.norm("W1") + cells.norm("X"), ""},
			{"units", cells.units("W1"), fmt.Sprintf("{%[1]s!u1[8]}:{%[1]s!u3[8]}", want[0])},
		} {
			if one.got != one.want {
				t.Errorf("%q, %s: %q", suffix, one.what, one.got)
			}
		}
		if got := formulaIn(cellsByCode(sheets[0])["W1 y2020"]); got != "{"+want[2]+"!whole[8]}" {
			t.Errorf("%q: %q", suffix, got)
		}
	}
	twice := slices.Concat(ConsolidationSheets(y, formulas, ConsolidationHead{Sheet: "школы"}), ConsolidationSheets(y, formulas, ConsolidationHead{Sheet: "детские сады: всё, что длиннее строки"}))
	if _, found, err := xlsx.Write(twice, xlsx.Properties{}); err != nil || len(found) > 0 {
		t.Error("two in one workbook:", found, err)
	}
}
