package pdf

import (
	"doklad/generator/sample"
	"doklad/generator/typeset"
	"slices"
	"strings"
	"testing"
)

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

// A table on a turned page, whose lower margin is narrow, ends over the footer.
func TestFooterUnderTable(t *testing.T) {
	d := document(t, "#page landscape\n#table wide", sample.Table("wide", "", 4, 60))
	d.Footer = "Пример"
	pages, _ := laid(t, d)
	for _, page := range pages {
		footer := page.Texts[len(page.Texts)-1]
		top := footer.Y - footer.Size*typeset.Tinos().Regular.Ascent
		for _, rule := range page.Rules {
			if footer.Text != "Пример" || rule.Y2 > top-1.4*mm {
				t.Fatalf("page %d: a rule at %.1f mm, «%s» from %.1f mm on", page.Number, rule.Y2/mm, footer.Text, top/mm)
			}
		}
	}
}
