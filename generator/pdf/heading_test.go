package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/typeset"
)

func TestHeadings(t *testing.T) {
	page := lay(t, "#heading 1. Сеть\n#heading 2. Школы\n#heading 3. Малые\nТекст.")[0]
	bold, slanted := typeset.Tinos().Bold, typeset.Tinos().BoldItalic()
	const left, right = 30 * mm, (210 - 10) * mm
	// Level 1: 16 points in the middle, at the top of the page.
	first := page.Texts[0]
	if first.Text != "1\u00a0Сеть" {
		t.Fatalf("got «%s»", first.Text)
	}
	near(t, "1 x", first.X, (left+right)/2-bold.Width("1 Сеть", 16)/2)
	near(t, "1 y", first.Y, 20*mm+16*bold.Ascent)
	// Level 2: 14 points, in by 12.5 mm, a line of 16 points below.
	second := page.Texts[1]
	near(t, "1.1 x", second.X, left+12.5*mm)
	near(t, "1.1 y", second.Y, 20*mm+2*16*bold.LineHeight+14*bold.Ascent)
	// Level 3: bold italic, half a line below.
	third := page.Texts[2]
	if third.Text != "1.1.1\u00a0Малые" || !third.Bold || !third.Italic {
		t.Errorf("got %+v", third)
	}
	near(t, "1.1.1 y", third.Y, 20*mm+2*16*bold.LineHeight+1.5*14*bold.LineHeight+14*slanted.Ascent)
	for i, want := range []string{"1 Сеть", "1.1 Школы", "1.1.1 Малые"} {
		if mark := page.Marks[i]; mark.title != want || mark.level != i+1 {
			t.Errorf("bookmark %d: %+v", i, mark)
		}
	}
}

// A font of the office's own without bold italic has bold in its place.
func TestHeadingOfOwnFont(t *testing.T) {
	own := &typeset.Family{Regular: typeset.Tinos().Regular, Bold: typeset.Tinos().Bold}
	pages, problems := Layout(document(t, "#heading 3. Малые школы\nТекст."), Options{Profile: gost2025(t), Fonts: own})
	if len(problems) > 0 || own.Styled(true, true) != own.Bold {
		t.Errorf("%v, %s", problems, Dump(pages))
	}
}

// A heading is never at the foot of a page: two lines of what follows are under
// it, whatever that is.
func TestHeadingIsNeverAlone(t *testing.T) {
	table := &doc.Table{Name: "net", Caption: "Сеть", Columns: []doc.Column{{Header: "Графа"}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: "Первая"}}}, {Cells: []doc.Cell{{Text: "Вторая"}}}}}
	for what, after := range map[string]string{
		"short paragraphs": "Раз.\nДва.\nТри.", "a paragraph": strings.Repeat("Пример текста. ", 20),
		"another heading": "#heading 2. Второй\nРаз.\nДва.", "items": "#item – раз;\n#item – два.", "a table": "#table net",
	} {
		for lines := range 45 {
			markup := strings.Repeat("Строка.\n", lines) + "#heading 2. Заголовок\n" + after
			for _, page := range lay(t, markup, table) {
				at := slices.IndexFunc(page.Texts, func(x Text) bool { return strings.HasSuffix(x.Text, "Заголовок") })
				if at >= 0 && countLines(page.Texts[at+1:], page.Height) < 2 {
					t.Errorf("%s after %d lines: the heading is alone", what, lines)
				}
			}
		}
	}
}

func countLines(texts []Text, height float64) int {
	lines := map[float64]bool{}
	for _, item := range texts {
		if item.Y > 20*mm && item.Y < height-15*mm { // neither page number nor footer
			lines[item.Y] = true
		}
	}
	return len(lines)
}

// No line of a heading ends with a preposition or a hyphen.
func TestHeadingLines(t *testing.T) {
	words := strings.Fields("О ходе работы по обеспечению объективности оценки и о мерах для повышения качества без снижения требований на уровне округа под руководством Управления при участии школ")
	for from := range words {
		for _, label := range []string{"1.", "2.", "3."} {
			page := lay(t, "#heading "+label+" "+strings.Join(slices.Concat(words[from:], words[:from]), " "))[0]
			for _, line := range page.Texts[:len(page.Texts)-1] {
				last := line.Text[strings.LastIndexAny(line.Text, spaces)+1:]
				if strings.HasSuffix(last, "-") || slices.Contains([]string{"О", "о", "и", "по", "для", "без", "на", "под", "при"}, last) {
					t.Errorf("a line ends with «%s»: %s", last, line.Text)
				}
			}
		}
	}
}

// In a report each chapter, and the list of headings, begins a page.
func TestChaptersBeginPages(t *testing.T) {
	d := document(t, "#title Доклад\n#contents Содержание\n#heading 1 Введение\nТекст.\n#page landscape\nТекст.\n#heading 1. Сеть\nТекст.\n#heading 2. Школы\nТекст.\n#page portrait\n#heading 1 Выводы\nТекст.")
	d.Report = true
	pages, _ := laid(t, d)
	got := ""
	for _, page := range pages {
		first := page.Texts[0].Text
		got += fmt.Sprintf("%s (%.0f), ", first, page.Width/mm)
	}
	if want := "Доклад (210), Содержание (210), Введение (210), Текст. (297), 1\u00a0Сеть (297), Выводы (210), "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
