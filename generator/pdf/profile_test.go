package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/typeset"
)

// layBy lays out markup by a changed profile.
func layBy(t *testing.T, change func(*layout.Profile), markup string, tables ...*doc.Table) []Page {
	t.Helper()
	p := gost2025(t)
	change(p)
	if wrong := p.Check(); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	pages, problems := Layout(document(t, markup, tables...), Options{Profile: p})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return pages
}

// numbersOf are the page numbers as printed, – where there is none.
func numbersOf(pages []Page) string {
	var printed []string
	for _, page := range pages {
		number := "–"
		for _, item := range page.Texts {
			if item.Y < 20*mm {
				number = item.Text
			}
		}
		printed = append(printed, number)
	}
	return strings.Join(printed, " ")
}

// Layout rule PG-05: the pages of an annex go on with those of the order, or begin
// again. A page turn inside an annex begins none.
func TestNumberRestart(t *testing.T) {
	long := strings.Repeat("Абзац о мониторинге качества дошкольного образования.\n", 60)
	markup := "#title О чём\n" + long +
		"#page portrait\n#annex-mark Приложение\n#annex-title Положение\n" + long + "#page landscape\nТекст.\n" +
		"#page portrait\n#approval УТВЕРЖДЕН\n#annex-title План\n" + long +
		"#page portrait\n#annex-title ЛИСТ СОГЛАСОВАНИЯ\nТекст."
	for restart, want := range map[bool]string{
		false: "– 2 3 4 5 6 7 8",
		true:  "– 2 – 2 3 – 2 –",
	} {
		pages := layBy(t, func(p *layout.Profile) { p.Page.NumberRestart = restart }, markup)
		if got := numbersOf(pages); got != want {
			t.Errorf("restart %v: %s, want %s", restart, got, want)
		}
	}
}

// Layout rule TB-02: the later pages of a table begin with the header, or with the
// numbers of its columns alone.
func TestTableRepeats(t *testing.T) {
	table := &doc.Table{Name: "long", Columns: []doc.Column{{Header: "№ п/п"}, {Header: "Мероприятие"}}}
	for i := range 120 {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: fmt.Sprintf("%d.", i+1)}, {Text: "Подготовка"}}})
	}
	for _, test := range []struct {
		repeat       string
		numbers      bool
		first, later string
	}{
		{"header", false, "№ п/п Мероприятие 1. Подготовка", "№ п/п Мероприятие"},
		{"header", true, "№ п/п Мероприятие 1 2 1. Подготовка", "№ п/п Мероприятие 1 2"},
		{"numbers", false, "№ п/п Мероприятие 1 2 1. Подготовка", "1 2"},
		{"numbers", true, "№ п/п Мероприятие 1 2 1. Подготовка", "1 2"},
	} {
		pages := layBy(t, func(p *layout.Profile) {
			p.Table.Repeat, p.Table.ColumnNumbers = test.repeat, test.numbers
		}, "#table long", table)
		seen := 0
		for i, page := range pages {
			var texts []string
			for _, item := range page.Texts {
				if item.Y >= 20*mm { // not the page number
					texts = append(texts, item.Text)
				}
			}
			want := test.first
			if i > 0 {
				want = fmt.Sprintf("%s %d. Подготовка", test.later, seen+1)
			}
			if got := strings.Join(texts, " "); !strings.HasPrefix(got, want) {
				t.Errorf("%s, %v, page %d: %.60s, want %s", test.repeat, test.numbers, i+1, got, want)
			}
			seen += strings.Count(strings.Join(texts, " "), "Подготовка")
			if !slices.ContainsFunc(page.Rules, func(r Rule) bool { return r.Y1 < 20*mm+0.1 && r.Y2 < 20*mm+0.1 }) {
				t.Errorf("%s, %v, page %d: the frame is open at the top", test.repeat, test.numbers, i+1)
			}
		}
		if seen != len(table.Rows) || len(pages) < 3 {
			t.Errorf("%s, %v: %d rows on %d pages", test.repeat, test.numbers, seen, len(pages))
		}
	}
}

// Running text stands at either edge, in the middle or between both.
func TestAlignOfText(t *testing.T) {
	const left, right = 30 * mm, (210 - 10) * mm
	face := typeset.Tinos().Regular
	text := strings.Repeat("слово ", 60)
	for align, want := range map[layout.Align]func(line Text) float64{
		layout.Left:   func(Text) float64 { return left },
		layout.Centre: func(l Text) float64 { return (left+right)/2 - face.Width(l.Text, 14)/2 },
		layout.Right:  func(l Text) float64 { return right - face.Width(l.Text, 14) },
	} {
		lines := layBy(t, func(p *layout.Profile) { p.Text.Align = align }, text)[0].Texts
		for i, line := range lines {
			if i == 0 && align == layout.Left {
				continue // in by the indent
			}
			near(t, string(align), line.X, want(line))
			near(t, string(align)+", space", line.Space, 0)
		}
	}
}

// A гриф stands at the right margin, its lines flush left or centred on the
// longest; «Приложение» over it shares its edge or its middle.
func TestApproval(t *testing.T) {
	const right = (210 - 10) * mm
	face := typeset.Tinos().Regular
	const markup = "#annex-mark Приложение № 1\n#approval УТВЕРЖДЕН | приказом Управления образования | от 25.06.2026 № 9\n#annex-title План"
	for _, align := range []layout.Align{layout.Right, layout.Centre} {
		texts := layBy(t, func(p *layout.Profile) { p.Approval.Align = align }, markup)[0].Texts[:4]
		width := face.Width(texts[2].Text, 14)
		near(t, "end of the longest line", texts[2].X+width, right)
		for _, line := range texts {
			if align == layout.Right {
				near(t, line.Text, line.X, right-width)
			} else {
				near(t, line.Text, line.X+face.Width(line.Text, 14)/2, right-width/2)
			}
		}
	}
}
