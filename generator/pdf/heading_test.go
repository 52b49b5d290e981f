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

// The short title stands small at the left over the text from page 2 on, beside
// the page number; a longer one under it; what fits neither is refused.
func TestHeader(t *testing.T) {
	face := typeset.Tinos().Regular
	long := "Публичный доклад о состоянии и результатах деятельности системы образования (пример)"
	d := document(t, strings.Repeat("Текст.\n", 50))
	d.Header = "Публичный доклад (пример)"
	pages, _ := laid(t, d)
	if strings.Contains(Dump(pages[:1]), d.Header) {
		t.Error("the first page has it")
	}
	header := func(page Page) Text {
		at := slices.IndexFunc(page.Texts, func(x Text) bool { return x.Text == d.Header })
		return page.Texts[at]
	}
	near(t, "x", header(pages[1]).X, 30*mm)
	near(t, "y", header(pages[1]).Y, 14*mm)
	// The long one: in the middle of 170 mm, a line of 10 points under the number.
	d.Header = long
	pages, _ = laid(t, d)
	under := header(pages[1])
	near(t, "long x", under.X, 30*mm+(170*mm-face.Width(long, 10))/2)
	near(t, "long y", under.Y, 14*mm+10*face.LineHeight)
	if bottom := under.Y + 10*face.Descent; bottom > 20*mm {
		t.Errorf("it ends at %.1f mm, in the text", bottom/mm)
	}
	if top := under.Y - 10*face.Ascent; top < 14*mm {
		t.Errorf("it begins at %.1f mm, in the number", top/mm)
	}
	d.Header = long + long
	_, problems := Layout(d, Options{Profile: gost2025(t)})
	if len(problems) != 1 || problems[0].Code != "HDR-WIDE" || !problems.HasErrors() {
		t.Errorf("%v", problems)
	}
}

// The text that the profile sets tight enough never leaves one or two lines alone
// on the last page.
func TestNothingHangs(t *testing.T) {
	tightened := 0
	for lines := 30; lines < 100; lines++ {
		markup := strings.Repeat("Строка.\n", lines)
		loose := layBy(t, func(p *layout.Profile) { p.Text.SpacingMin = 0 }, markup)
		pages := lay(t, markup)
		if countLines(pages[len(pages)-1].Texts, sheetHeight) <= 2 {
			t.Errorf("%d lines: one or two are alone on page %d", lines, len(pages))
		}
		if len(pages) < len(loose) {
			tightened++
		}
	}
	if tightened == 0 {
		t.Error("no page was won")
	}
}

// A signature with two lines of text wins its page too.
func TestSignatureWinsItsPage(t *testing.T) {
	// 20 mm + 39 lines of 18.5 points fill the page of 257 mm at 1.15; the
	// signature with its two lines needs 6 at 1.0, where the page has 45.
	for lines := 34; lines <= 38; lines++ {
		pages := lay(t, strings.Repeat("Строка.\n", lines)+"#signature Начальник | А.Б. Примерова")
		if len(pages) != 1 {
			t.Errorf("%d lines and the signature take %d pages", lines, len(pages))
		}
	}
}

// A chapter of a report is tightened only where little of it is on its last page.
func TestFitOfChapters(t *testing.T) {
	spacing := func(lines int) (pages int, spacing float64) {
		d := document(t, "#heading 1 Глава\n"+strings.Repeat("Строка.\n", lines))
		d.Report = true
		laidOut, _ := laid(t, d)
		first := laidOut[0].Texts
		return len(laidOut), (first[3].Y - first[2].Y) / (14 * typeset.Tinos().Regular.LineHeight)
	}
	// The heading takes 2 lines of 16 points, 37 pt, of 728.5; of the rest, 37 lines
	// at 1.15 fill the page, and 39 at 1.08.
	for _, test := range []struct {
		lines, pages int
		tight        bool
	}{{37, 1, false}, {39, 1, true}, {60, 2, false}} {
		pages, got := spacing(test.lines)
		if pages != test.pages || got < 1.14 != test.tight {
			t.Errorf("%d lines: %d pages at spacing %.3f", test.lines, pages, got)
		}
	}
}
