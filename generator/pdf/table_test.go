package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/sample"
	"doklad/generator/typeset"
)

// Nothing of a table is lost, whatever its cells, the font and the page: every word
// stands on the pages exactly once, in the order of reading, repeats of headers and
// numbers aside; nothing stands outside the margins and no line on another.
func TestTableLosesNothing(t *testing.T) {
	tinos := typeset.Tinos()
	for seed := range uint64(150) {
		random := rand.New(rand.NewPCG(seed, 1))
		table, words := randomTable(random)
		profile := *gost2025(t)
		profile.Page.Left += float64(random.IntN(15))
		profile.Page.Bottom += float64(random.IntN(60))
		profile.Table.Size = 9 + float64(random.IntN(6))
		profile.Table.SizeMin = profile.Table.Size - 1
		profile.Table.ColumnNumbers = random.IntN(3) == 0
		if random.IntN(4) == 0 {
			profile.Table.Repeat = layout.RepeatNumbers
		}
		fonts := tinos
		if random.IntN(3) == 0 {
			fonts = &typeset.Family{Regular: tinos.Bold, Bold: tinos.Regular}
		}
		orientation := []string{doc.Portrait, doc.Landscape}[random.IntN(2)]
		d := document(t, "#page "+orientation+"\n#annex-title Название\n#table random", table)
		pages, problems := Layout(d, Options{Profile: &profile, Fonts: fonts})
		if problems.HasErrors() {
			t.Fatalf("seed %d: %v", seed, problems)
		}
		printed := map[string]int{}
		for _, page := range pages {
			for _, item := range page.Texts {
				if item.Of == pdfa.Artifact {
					continue
				}
				for _, word := range strings.Fields(item.Text) {
					printed[word]++
				}
			}
			checkInside(t, page, &profile, seed)
			checkApart(t, page, fonts, seed)
		}
		for _, word := range words {
			if n := printed[word]; n != 1 {
				t.Fatalf("seed %d: «%s» is printed %d times", seed, word, n)
			}
		}
	}
}

// checkInside: no text stands outside the margins or under the last rule.
func checkInside(t *testing.T, page Page, profile *layout.Profile, seed uint64) {
	t.Helper()
	m := profile.Page.Margins(page.Width > page.Height, true, page.Number)
	bottom := page.Height - m.Bottom*mm
	for _, r := range page.Rules {
		if r.Y2 > bottom+0.1 || r.X2 > page.Width-m.Right*mm+0.1 {
			t.Fatalf("seed %d, page %d: a rule at %.1f, %.1f mm", seed, page.Number, r.X2/mm, r.Y2/mm)
		}
	}
	for _, item := range page.Texts {
		if item.Y > bottom {
			t.Fatalf("seed %d, page %d: «%s» at %.1f mm", seed, page.Number, item.Text, item.Y/mm)
		}
	}
}

// checkApart: no line stands on another, and no rule goes through one.
func checkApart(t *testing.T, page Page, fonts *typeset.Family, seed uint64) {
	t.Helper()
	for i, a := range page.Texts {
		if a.Text == "" {
			continue
		}
		width, high := fonts.Face(a.Bold).Width(a.Text, a.Size), a.Size*0.7
		for _, b := range page.Texts[:i] {
			if b.Text == "" || b.Y-b.Size*0.7 >= a.Y || a.Y-high >= b.Y {
				continue
			}
			if other := fonts.Face(b.Bold).Width(b.Text, b.Size); a.X < b.X+other-0.1 && b.X < a.X+width-0.1 {
				t.Fatalf("seed %d, page %d: «%s» and «%s» stand on each other", seed, page.Number, a.Text, b.Text)
			}
		}
		for _, r := range page.Rules {
			if r.X1 > a.X+0.1 && r.X1 < a.X+width-0.1 && r.X1 == r.X2 && r.Y1 < a.Y-1 && r.Y2 > a.Y-high+1 {
				t.Fatalf("seed %d, page %d: a rule goes through «%s»", seed, page.Number, a.Text)
			}
		}
	}
}

// randomTable has cells of words that are all different, cells over several rows
// and columns, sections, totals, numbers and headers of several rows.
func randomTable(random *rand.Rand) (*doc.Table, []string) {
	columns := 2 + random.IntN(6)
	table := &doc.Table{Name: "random", Columns: make([]doc.Column, columns)}
	table.Columns[0] = doc.Column{Header: "№ п/п", Align: doc.Centre}
	var words []string
	word := func() string {
		words = append(words, fmt.Sprintf("‹%d›", len(words)))
		return words[len(words)-1]
	}
	for i := 1; i < columns; i++ {
		c := &table.Columns[i]
		c.Align, c.Middle = doc.Align(random.IntN(4)), random.IntN(4) == 0
		switch random.IntN(8) {
		case 0:
			c.Min = 15
		case 1:
			c.Max = 40
		}
	}
	if random.IntN(3) == 0 {
		table.Head = [][]doc.Cell{{{Text: word(), Rows: 2}, {Text: word() + " общий " + word(), Columns: columns - 1}}, nil}
		for range columns - 1 {
			table.Head[1] = append(table.Head[1], doc.Cell{Text: word()})
		}
	} else {
		for i := 1; i < columns; i++ {
			table.Columns[i].Header = "Графа " + word()
		}
	}
	cell := func() doc.Cell {
		count := random.IntN(20)
		switch random.IntN(30) {
		case 0:
			count = 800 // higher than a page
		case 1, 2, 3:
			return doc.Cell{Text: fmt.Sprintf("%d,%d", random.IntN(1000), random.IntN(100))}
		}
		var text []string
		for range count {
			text = append(text, word())
		}
		made := doc.Cell{Text: strings.Join(text, " ")}
		if random.IntN(12) == 0 {
			made.Rows = 2 + random.IntN(4)
		}
		if random.IntN(12) == 0 {
			made.Columns = 2 + random.IntN(2)
		}
		return made
	}
	placer := doc.NewPlacer(columns)
	rows := 1 + random.IntN(30)
	for i := range rows {
		if random.IntN(6) == 0 && placer.Joined() == 0 {
			row := doc.Row{Section: true, Cells: []doc.Cell{{Text: "Раздел " + word()}}}
			placer.Place(row, 0)
			table.Rows = append(table.Rows, row)
		}
		row := doc.Row{Total: random.IntN(10) == 0, Cells: []doc.Cell{{Text: fmt.Sprintf("%d.", i+1)}}}
		for range columns - 1 {
			row.Cells = append(row.Cells, cell())
		}
		// Cells that would have no place are an error; here there are as many as
		// there is room.
		if _, homeless := placer.Place(row, rows-1-i); len(homeless) > 0 {
			for _, lost := range homeless {
				for range strings.Fields(lost.Text) {
					if strings.HasPrefix(lost.Text, "‹") {
						words = words[:len(words)-1]
					}
				}
			}
			row.Cells = row.Cells[:len(row.Cells)-len(homeless)]
		}
		table.Rows = append(table.Rows, row)
	}
	return table, words
}

func TestDividedRowRepeatsItsNumber(t *testing.T) {
	table := &doc.Table{Name: "long", Columns: []doc.Column{{Header: "№"}, {Header: "Текст"}}, Rows: []doc.Row{
		{Cells: []doc.Cell{{Text: "2.3"}, {Text: strings.Repeat("слово ", 1500)}}}}}
	pages := lay(t, "#table long", table)
	for i, page := range pages[1:] {
		var texts []string
		for _, item := range page.Texts {
			texts = append(texts, item.Text)
		}
		if got := strings.Join(texts[:4], "|"); got != "№|Текст|2.3|(продолжение)" {
			t.Errorf("page %d begins with %s", i+2, got)
		}
	}
}

// Cells over rows and columns, by the arithmetic of the profile: text 12 with the
// single line of 13.8 pt and paddings of 1 mm, so a row of one line is 13.8 + 2 mm
// high.
func TestSpans(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "№", Width: 20}, {Header: "А", Width: 50}, {Header: "Б", Width: 50}, {Header: "В", Width: 50}},
		Head: [][]doc.Cell{{{Text: "№", Rows: 2}, {Text: "Всего", Columns: 3}}, {{Text: "А"}, {Text: "Б"}, {Text: "В"}}},
		Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: "1", Rows: 2}, {Text: "раз"}, {Text: "два", Columns: 2}}},
			{Cells: []doc.Cell{{Text: "три"}, {Text: "четыре"}, {Text: "пять"}}},
			{Total: true, Cells: []doc.Cell{{Text: "Итого", Columns: 2}, {Text: "6"}, {Text: "7"}}},
		}}
	page := lay(t, "#table t", table)[0]
	at := map[string]Text{}
	for _, item := range page.Texts {
		at[item.Text] = item
	}
	row := 12*typeset.Tinos().Regular.LineHeight + 2*mm
	left := 30*mm + 1.8*mm
	near(t, "три stands a row under раз", at["три"].Y-at["раз"].Y, row)
	near(t, "три begins where раз does", at["три"].X, at["раз"].X)
	near(t, "два begins in the third column", at["два"].X, left+70*mm)
	near(t, "6 begins in the third column", at["6"].X, left+70*mm)
	near(t, "Всего stands half a row over №", at["№"].Y-at["Всего"].Y, row/2)
	if !at["Итого"].Bold || at["раз"].Bold {
		t.Error("the total is not bold, or another row is")
	}
	thick := 0
	for _, r := range page.Rules {
		if r.Width == totalRule {
			thick++
		}
	}
	if thick != 1 {
		t.Errorf("%d thick rules", thick)
	}
}

// Commas stand under one another, the widest number at the right edge; what is no
// number is centred.
func TestDecimals(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Доля", Align: doc.Decimal, Width: 40}}}
	for _, text := range []string{"1\u00a0250,5", "−3,25", "7", "н/д", "12,5 %"} {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: text}}})
	}
	page := lay(t, "#table t", table)[0]
	face := typeset.Tinos().Regular
	comma := func(item Text) float64 {
		whole, _, _ := number(item.Text)
		return item.X + face.Width(whole, 12)
	}
	var commas []float64
	for _, item := range page.Texts {
		if _, _, ok := number(item.Text); ok {
			commas = append(commas, comma(item))
		}
		if item.Text == "н/д" {
			near(t, "the middle of н/д", item.X+face.Width("н/д", 12)/2, 30*mm+20*mm)
		}
	}
	if len(commas) != 4 {
		t.Fatalf("%d numbers", len(commas))
	}
	for _, x := range commas {
		near(t, "comma", x, commas[0])
	}
	near(t, "the right edge of the widest", commas[0]+face.Width(",5 %", 12), 30*mm+40*mm-1.8*mm)
}

// Text is never lost silently: a cell without a column is an error at its place.
func TestTooManyCells(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "А"}}, Rows: []doc.Row{{Cells: []doc.Cell{{Text: "а"}, {Text: "б", Key: "rows[1][2]"}}}}}
	_, problems := Layout(document(t, "#table t", table), Options{Profile: gost2025(t)})
	if len(problems) != 1 || problems[0].Code != "TBL-CELLS" || problems[0].Key != "rows[1][2]" {
		t.Errorf("got %v", problems)
	}
}

// The bounds of a column hold.
func TestColumnBounds(t *testing.T) {
	long := strings.Repeat("слово ", 60)
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "А", Min: 40}, {Header: "Б", Max: 50}, {Header: "В"}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: "а"}, {Text: long}, {Text: "в"}}}}}
	var edges []float64
	for _, r := range lay(t, "#table t", table)[0].Rules {
		if r.X1 == r.X2 {
			edges = append(edges, r.X1/mm)
		}
	}
	if len(edges) != 4 || edges[1]-edges[0] < 39.99 || edges[2]-edges[1] > 50.01 || edges[3]-edges[0] < 169.9 {
		t.Errorf("upright rules at %.2f mm", edges)
	}
}

// In a report the later pages of a table say whose they are; in an order not.
func TestContinuedTable(t *testing.T) {
	table := &doc.Table{Name: "t", Caption: "Много строк", Columns: []doc.Column{{Header: "А"}, {Header: "Б"}}}
	for i := range 120 {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: fmt.Sprint(i)}, {Text: "текст"}}})
	}
	d := document(t, "#table t", table)
	d.Report = true
	d.Blocks, _ = doc.Resolve(d)
	pages, problems := Layout(d, Options{Profile: gost2025(t)})
	if len(problems) > 0 || len(pages) < 3 {
		t.Fatalf("%d pages, %v", len(pages), problems)
	}
	for i, page := range pages {
		first := page.Texts[0]
		want := "Продолжение таблицы\u00a01"
		if i == 0 {
			want = "Таблица\u00a01\u00a0– Много строк"
		}
		if first.Text != want || (i > 0) != (first.Of == pdfa.Artifact) {
			t.Errorf("page %d begins with «%s», %d", i+1, first.Text, first.Of)
		}
		checkInside(t, page, gost2025(t), 0)
	}
	d.Report = false
	pages, _ = Layout(d, Options{Profile: gost2025(t)})
	if got := pages[1].Texts[0].Text; got != "А" {
		t.Errorf("in an order page 2 begins with «%s»", got)
	}
}

// The last page of a table has two rows at least, also where text follows it.
func TestLastRowIsNotAlone(t *testing.T) {
	for rows := 30; rows < 45; rows++ {
		d := document(t, "#table t\n"+strings.Repeat("После.\n", 20), sample.Table("t", "", 2, rows))
		d.Report = true
		pages, _ := laid(t, d)
		left := 0
		for _, item := range pages[1].Texts {
			if strings.HasPrefix(item.Text, "Примерная") {
				left++
			}
		}
		if left == 1 {
			t.Errorf("of %d rows one is alone", rows)
		}
	}
}

// The header of a table of two rows stays with both: the last one takes the first along.
func TestHeaderIsNotAlone(t *testing.T) {
	turned := false
	for lines := 20; lines < 50; lines++ {
		d := document(t, strings.Repeat("Перед.\n", lines)+"#heading 1 Заголовок\n#table t\n"+strings.Repeat("После.\n", 20), &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Графа"}},
			Rows: []doc.Row{{Cells: []doc.Cell{{Text: "строка\nстрока\nстрока"}}}, {Cells: []doc.Cell{{Text: "строка\nстрока\nстрока"}}}}})
		pages, _ := laid(t, d)
		for n, page := range pages {
			headers, rows := 0, 0
			for _, item := range page.Texts {
				switch item.Text {
				case "Графа":
					headers++
				case "строка":
					rows++
				}
			}
			turned = turned || n > 0 && headers > 0
			if headers > 0 && rows == 0 {
				t.Errorf("%d lines: a header alone on page %d", lines, n+1)
			}
		}
	}
	if !turned {
		t.Error("the table never goes to the next page")
	}
}

// A line of the header is won as a line of any row is: «2025, %» stands on one line
// where a neighbour has room to give.
func TestHeaderCountsForWidths(t *testing.T) {
	table := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Организация"}, {Header: "Доля за 2024/2025 уч. год"}}}
	for range 12 {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: strings.Repeat("слово ", 14)}, {Text: "5,5"}}})
	}
	page := lay(t, "#table t", table)[0]
	for _, item := range page.Texts {
		if strings.HasPrefix(item.Text, "Доля") && !strings.HasSuffix(item.Text, "год") {
			t.Errorf("the header is broken at «%s»", item.Text)
		}
	}
}

// Running text does not stand on the rule of a table beside it that has no caption; what
// has a space of its own gets no more, nor does a text at the head of a page.
func TestTableGap(t *testing.T) {
	plain := &doc.Table{Name: "t", Columns: []doc.Column{{Header: "Графа"}}, Rows: []doc.Row{{Cells: []doc.Cell{{Text: "ячейка"}}}}}
	captioned := *plain
	captioned.Caption = "Название"
	const gap = 0.4
	line := 14 * typeset.Tinos().Regular.LineHeight * 1.15
	for _, test := range []struct {
		markup     string
		table      *doc.Table
		over, both float64 // how much lower the table stands, and what is under it, in gaps
	}{
		{"Текст.\n#table t\nТекст.", plain, 1, 2},
		{"#item – пункт\n#table t\n#clause 1. Пункт.", plain, 1, 2},
		{"Текст.\n#table t\n#signature Начальник | А.Б. Примерова", plain, 1, 1},
		{"#annex-title Название\n#table t\n#heading 1 Раздел", plain, 0, 0},
		{"#page portrait\n#table t\nТекст.", plain, 0, 1},
		{"Текст.\n#table t\nТекст.", &captioned, 0, 0},
	} {
		places := func(gap float64) (table, under float64) {
			page := layBy(t, func(p *layout.Profile) { p.Table.Gap = gap }, test.markup, test.table)[0]
			for i, item := range page.Texts {
				if item.Text == "ячейка" {
					return item.Y, page.Texts[i+1].Y
				}
			}
			t.Fatal("no table")
			return 0, 0
		}
		table, under := places(0)
		lowerTable, lowerUnder := places(gap)
		near(t, test.markup+": over the table", lowerTable-table, test.over*gap*line)
		near(t, test.markup+": under it", lowerUnder-under, test.both*gap*line)
	}
}
