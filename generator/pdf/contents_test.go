package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// laid lays out a document and gives the composer too, which knows the structure.
func laid(t testing.TB, d *doc.Document) ([]Page, *composer) {
	t.Helper()
	var pages []Page
	c := newComposer(d, Options{Profile: gost2025(t)}.withDefaults())
	if problems := c.run(func(p Page) { pages = append(pages, p) }); problems.HasErrors() {
		t.Fatal(problems)
	}
	return pages, c
}

// pathOf is an element with all over it: «Document TOC TOCI».
func pathOf(tree *pdfa.Tree, e pdfa.Elem) string {
	path := tree.Kind(e).String()
	for e > pdfa.Document {
		e = tree.Parent(e)
		path = tree.Kind(e).String() + " " + path
	}
	return path
}

// The places of the list of headings, by the arithmetic of the profile.
func TestContentsPlaces(t *testing.T) {
	pages := lay(t, "#contents Содержание\n#page portrait\n#heading 1. Сеть\n#heading 2. Школы\nТекст.\n#heading 1 Выводы\nТекст.")
	face, bold := typeset.Tinos().Regular, typeset.Tinos().Bold
	const left, right = 30 * mm, (210 - 10) * mm
	texts := pages[0].Texts
	// The heading: 16 points in the middle of the first line.
	near(t, "heading x", texts[0].X, (left+right)/2-bold.Width("Содержание", 16)/2)
	// The entries: one line of 16 points under it, 1.15 lines of 14 points apart.
	top := 20*mm + 2*16*bold.LineHeight
	line := 14 * face.LineHeight * 1.15
	for i, want := range []struct {
		text   string
		indent float64
	}{{"1\u00a0Сеть", 0}, {"1.1\u00a0Школы", 7.5 * mm}, {"Выводы", 0}} {
		words, dots, number := texts[1+3*i], texts[2+3*i], texts[3+3*i]
		if words.Text != want.text || number.Text != "2" {
			t.Fatalf("entry %d: «%s» on page %s", i, words.Text, number.Text)
		}
		near(t, "entry x", words.X, left+want.indent)
		near(t, "entry y", words.Y, top+float64(i)*line+14*face.Ascent)
		near(t, "number end", number.X+face.Width("2", 14), right)
		near(t, "dots y", dots.Y, words.Y)
		checkLeader(t, face, words, dots, number, right)
		link := pages[0].Links[i]
		near(t, "link left", link.Left, left+want.indent)
		near(t, "link right", link.Right, right)
		near(t, "link top", link.Top, top+float64(i)*line)
		near(t, "link bottom", link.Bottom, top+float64(i+1)*line)
		if link.Page != 1 {
			t.Errorf("entry %d leads to page %d of the file", i, link.Page+1)
		}
	}
	// The first heading is at the top of the text area: 297 − 20 mm over the edge.
	near(t, "target", pages[0].Links[0].Y, (297-20)*mm)
}

// checkLeader: the dots stand on a grid from the right edge, between a space after
// the words and a space before the number, and there is no room for one more.
func checkLeader(t *testing.T, face *typeset.Face, words, dots, number Text, right float64) {
	t.Helper()
	dot, space := face.Width(".", 14), face.Width(" ", 14)
	if steps := (right - dots.X) / dot; math.Abs(steps-math.Round(steps)) > 0.001 {
		t.Errorf("«%s»: the dots begin %.3f steps from the edge", words.Text, steps)
	}
	before := dots.X - words.X - face.Width(words.Text, 14)
	after := number.X - dots.X - face.Width(dots.Text, 14)
	for _, gap := range []float64{before, after} {
		if gap < space-0.01 || gap > space+dot+0.01 {
			t.Errorf("«%s»: %.2f before the dots, %.2f after them", words.Text, before, after)
		}
	}
}

// A heading longer than the line has its number on the last line, which begins
// under the words of the first.
func TestLongEntry(t *testing.T) {
	long := "Результаты мониторинга качества дошкольного образования в муниципальных образовательных организациях округа"
	page := lay(t, "#contents Содержание\n#heading 2. "+long)[0]
	face := typeset.Tinos().Regular
	first, second, dots, number := page.Texts[1], page.Texts[2], page.Texts[3], page.Texts[4]
	if first.Text+" "+second.Text != "1\u00a0"+long || number.Text != "1" {
		t.Fatal(Dump([]Page{page}))
	}
	near(t, "second line x", second.X, (30+7.5)*mm+face.Width("1\u00a0", 14))
	near(t, "number y", number.Y, second.Y)
	near(t, "dots y", dots.Y, second.Y)
	near(t, "link height", page.Links[0].Bottom-page.Links[0].Top, 2*14*1.15*face.LineHeight)
}

// Each number is that of the page on which the heading stands, also where the list
// is longer than a page, and past page 999.
func TestContentsNumbers(t *testing.T) {
	for _, test := range []struct {
		name     string
		headings int
		change   func(*layout.Profile)
	}{
		{"short", 3, func(*layout.Profile) {}},
		{"of several pages", 150, func(*layout.Profile) {}},
		{"of two levels", 40, func(p *layout.Profile) { p.Contents.Levels = 2 }},
		{"past 999", 1010, func(p *layout.Profile) { p.Page.Top, p.Page.Bottom = 30, 60 }},
	} {
		var markup strings.Builder
		markup.WriteString("#title Доклад\n#contents Содержание\n")
		for i := range test.headings {
			text := strings.Repeat("Пример текста раздела. ", 40+i%70)
			if test.headings > 1000 {
				text = "Пример.\n#page portrait"
			}
			fmt.Fprintf(&markup, "#heading %d. Раздел %d\n%s\n", 1+i%3, i, text)
		}
		pages := layBy(t, test.change, markup.String())
		listed := listedPages(pages)
		p := gost2025(t)
		test.change(p)
		expected := 0
		for _, page := range pages {
			for _, mark := range page.Marks {
				var number string
				if mark.heading == 0 || mark.level-1 > p.Contents.Levels {
					continue
				}
				expected++
				if number = listed[mark.title]; number != itoa(page.Number) {
					t.Fatalf("%s: «%s» is on page %d, listed on %s", test.name, mark.title, page.Number, number)
				}
			}
		}
		if len(listed) != expected {
			t.Errorf("%s: %d entries of %d", test.name, len(listed), expected)
		}
	}
}

// listedPages are the page numbers of the list, by entry.
func listedPages(pages []Page) map[string]string {
	listed := map[string]string{}
	for _, page := range pages {
		for i, item := range page.Texts {
			if strings.HasPrefix(item.Text, "...") {
				listed[strings.ReplaceAll(page.Texts[i-1].Text, "\u00a0", " ")] = page.Texts[i+1].Text
			}
		}
	}
	return listed
}

// TOC > TOCI > Reference > Link, deeper levels in a TOC of their own; the dots are
// no content (ISO 32000-1, 14.8.4.3).
func TestContentsStructure(t *testing.T) {
	pages, c := laid(t, document(t, "#contents Содержание\n#heading 1. Сеть\n#heading 2. Школы\n#heading 1 Выводы"))
	entry := "TOCI Reference Link"
	for i, want := range []string{"Document H1",
		"Document TOC " + entry, "", "Document TOC " + entry,
		"Document TOC TOC " + entry, "", "Document TOC TOC " + entry,
		"Document TOC " + entry, "", "Document TOC " + entry} {
		item := pages[0].Texts[i]
		if want == "" {
			if item.Of != pdfa.Ornament {
				t.Errorf("«%s» is content", item.Text)
			}
			continue
		}
		if got := pathOf(&c.tree, item.Of); got != want {
			t.Errorf("«%s» is %s, want %s", item.Text, got, want)
		}
	}
}
