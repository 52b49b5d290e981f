package doc

import (
	"fmt"
	"strings"
	"testing"
)

// rows of cells written «text» or «text columns×rows».
func spanned(lines ...string) *Table {
	t := &Table{Columns: make([]Column, 4)}
	for _, line := range lines {
		var row Row
		for _, field := range strings.Fields(line) {
			var cell Cell
			fmt.Sscanf(strings.NewReplacer("/", " ", "×", " ").Replace(field), "%s %d %d", &cell.Text, &cell.Columns, &cell.Rows)
			row.Cells = append(row.Cells, cell)
		}
		row.Section = line == "раздел"
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Cells are passed over by those that reach down from above, as in HTML; what would
// reach past an edge or a section title is cut back; a workbook gets each text once.
func TestPlaces(t *testing.T) {
	table := spanned("а/1×2 б/2×1 в", "г д/2×3 е", "раздел", "ж/9×9", "з и к л м")
	placer := NewPlacer(4)
	var got []string
	for i, row := range table.Rows {
		placed, homeless := placer.Place(row, table.Below(i))
		var cells []string
		for _, p := range placed {
			cells = append(cells, fmt.Sprintf("%s[%d:%d]×%d", p.Cell.Text, p.From, p.To, p.Rows))
		}
		for _, cell := range homeless {
			cells = append(cells, "?"+cell.Text)
		}
		got = append(got, strings.Join(cells, " "))
	}
	want := []string{
		"а[0:1]×2 б[1:3]×1 в[3:4]×1",
		"г[1:2]×1 д[2:4]×1 ?е",
		"раздел[0:4]×1",
		"ж[0:4]×2",
		"?з ?и ?к ?л ?м",
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d: %s, want %s", i+1, got[i], want[i])
		}
	}
}

func TestFlat(t *testing.T) {
	flat := spanned("а/1×2 б/2×1 в", "г д/2×1").Flat()
	for i, want := range []string{"а|б||в", "|г|д|"} {
		var texts []string
		for _, cell := range flat.Rows[i].Cells {
			texts = append(texts, cell.Text)
		}
		if got := strings.Join(texts, "|"); got != want {
			t.Errorf("row %d: %s, want %s", i+1, got, want)
		}
	}
	linked := spanned("а/1×2 б")
	linked.Rows[0].Cells[0].Value = &Value{Link: "https://a.ru"}
	if linked.Flat().Rows[0].Cells[0].Value == nil {
		t.Error("the value is lost")
	}
	plain := spanned("а б в г")
	if plain.Flat() != plain {
		t.Error("a table without spans is copied")
	}
}

// A row that cells from above cover wholly is dropped, and they are shortened.
func TestWithoutEmpty(t *testing.T) {
	table := spanned("а/2×3 б/2×2", "", "в/2×1", "г д е ж")
	placer := NewPlacer(4)
	var rows [][]Placed
	for i, row := range table.Rows[:3] {
		placed, _ := placer.Place(row, table.Below(i))
		rows = append(rows, placed)
	}
	rows = WithoutEmpty(rows)
	if len(rows) != 2 || rows[0][0].Rows != 2 || rows[0][1].Rows != 1 {
		t.Errorf("got %+v", rows)
	}
}
