package pdf

import (
	"strings"
	"testing"

	"doklad/generator/layout"
	"doklad/generator/typeset"
)

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

// Where they cannot be won, a wider setting brings them company. A page of 257 mm,
// 728.5 points, has 39 lines of 14 points at 1.15 and 40 at 1.13: of 41, two or one
// would be alone. At 1.162 it has 38.
func TestLoosened(t *testing.T) {
	pages := layBy(t, func(p *layout.Profile) { p.Text.SpacingMin = 1.13 }, strings.Repeat("Строка.\n", 41))
	if got := countLines(pages[len(pages)-1].Texts, sheetHeight); len(pages) != 2 || got != 3 {
		t.Errorf("%d pages, %d lines on the last", len(pages), got)
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
