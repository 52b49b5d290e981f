package pdf

import (
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// The first line of an item is in by 12.5 mm, those that follow stand at the left
// edge; a list inside an item is in once more.
func TestItems(t *testing.T) {
	long := strings.Repeat("пример ", 30)
	page := lay(t, "#item а) "+long+":\n#item 1) раз;\n#item 1) два.\n#item а) "+long)[0]
	const left = 30 * mm
	line := 14 * typeset.Tinos().Regular.LineHeight * 1.15
	var labels []string
	for i, item := range page.Texts {
		near(t, "y", item.Y, 20*mm+float64(i)*line+14*typeset.Tinos().Regular.Ascent)
		if len(item.Pieces) == 0 {
			near(t, "following line x", item.X, left)
			continue
		}
		label := strings.TrimSuffix(item.Text[:item.Pieces[0].To], "\u00a0")
		labels = append(labels, label)
		level := 1.0
		if strings.ContainsAny(label, "12") {
			level = 2
		}
		near(t, "x of "+label, item.X, left+level*12.5*mm)
	}
	if got := strings.Join(labels, " "); got != "а) 1) 2) б)" {
		t.Errorf("labels %s", got)
	}
}

// A list stands in the point or the item that it follows; another block ends it.
func TestItemStructure(t *testing.T) {
	pages, c := laid(t, document(t, `#clause 1. Утвердить:
#item – раз;
#item 1) внутри.
#item – два.
#clause 2. Контроль оставляю за собой.
Текст.
#item – три.`))
	list := "L LI LBody"
	for i, want := range []string{list, list + " " + list, list + " " + list + " " + list, list + " " + list, list, "P", list} {
		item := pages[0].Texts[i]
		if got := pathOf(&c.tree, item.Of); got != "Document "+want {
			t.Errorf("«%s» is %s", item.Text, got)
		}
		for _, label := range item.Pieces {
			if c.tree.Kind(label.Of) != pdfa.Label {
				t.Errorf("the label of «%s» is %s", item.Text, c.tree.Kind(label.Of))
			}
		}
	}
	// Points 1 and 2 are of one list, the items of the first and of the last are not.
	listOf := func(i int) int { return int(c.tree.Parent(c.tree.Parent(pages[0].Texts[i].Of))) }
	if listOf(0) != listOf(4) || listOf(1) != listOf(3) || listOf(1) == listOf(6) {
		t.Error("lists are torn or joined")
	}
}

// «:» keeps a text with the first line of its list.
func TestItemsKeepTheirLead(t *testing.T) {
	for lines := range 50 {
		for _, page := range lay(t, strings.Repeat("Строка.\n", lines)+"Нужно:\n#item – раз;\n#item – два.") {
			if n := len(page.Texts); n > 0 && page.Texts[n-1].Text == "Нужно:" {
				t.Errorf("after %d lines the list is torn from its text", lines)
			}
		}
	}
}

// «Таблица 1 – …» at the left edge over its table, on the same page, and its first
// child in the file.
func TestTableCaption(t *testing.T) {
	table := &doc.Table{Name: "net", Caption: "Сеть школ", Columns: []doc.Column{{Header: "Графа"}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: "Строка"}}}}}
	pages, c := laid(t, document(t, "Текст.\n#table net\nТекст.", table))
	face := typeset.Tinos().Regular
	single, line := 14*face.LineHeight, 14*face.LineHeight*1.15
	caption, header := pages[0].Texts[1], pages[0].Texts[2]
	if caption.Text != "Таблица\u00a01\u00a0– Сеть школ" {
		t.Fatalf("got «%s»", caption.Text)
	}
	near(t, "x", caption.X, 30*mm)
	near(t, "y", caption.Y, 20*mm+line+0.5*single+14*face.Ascent)
	// A quarter of a line below, the table: a pad of 1 mm, then its text of 12 points.
	near(t, "header y", header.Y, 20*mm+line+1.75*single+1*mm+12*typeset.Tinos().Bold.Ascent)
	// The table has two rows of one line of 12 points with pads of 1 mm; 0.75 lines
	// below, the text goes on.
	rows := 2 * (12*face.LineHeight + 2*mm)
	near(t, "text y", pages[0].Texts[4].Y, 20*mm+line+1.75*single+rows+0.75*single+14*face.Ascent)
	if got := pathOf(&c.tree, caption.Of); got != "Document Table Caption" || c.tree.Parent(caption.Of) != c.tree.Parent(c.tree.Parent(header.Of)) {
		t.Errorf("the caption is %s", got)
	}
	for lines := range 45 {
		for _, page := range lay(t, strings.Repeat("Строка.\n", lines)+"#table net", table) {
			if n := len(page.Texts); n > 0 && strings.HasPrefix(page.Texts[n-1].Text, "Таблица") {
				t.Errorf("after %d lines the caption is alone", lines)
			}
		}
	}
}
