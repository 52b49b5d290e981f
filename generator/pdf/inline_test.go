package pdf

import (
	"slices"
	"strings"
	"testing"

	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// drawn parts the lines of a page as the printer does.
func drawn(t *testing.T, page *Page, fonts *typeset.Family) ([]Text, []pdfa.Annotation) {
	t.Helper()
	tree := pdfa.NewTree()
	s := sheet{printer: newPrinter(document(t, "Текст."), Options{Fonts: fonts}, &tree), page: page}
	return s.parted(page.Texts), s.links
}

// A link is black text with an annotation over each of its pieces, from the first
// letter to the last and from the ascent to the descent of the font.
func TestLinkPlaces(t *testing.T) {
	page := lay(t, "См. {link:https://a.ru | приказ}.")[0]
	texts, links := drawn(t, &page, typeset.Tinos())
	if len(texts) != 3 || texts[0].Text != "См. " || texts[1].Text != "приказ" || texts[2].Text != "." || len(links) != 1 {
		t.Fatalf("%+v, %d links", texts, len(links))
	}
	face, link := typeset.Tinos().Regular, links[0]
	near(t, "left", link.Left, (30+12.5)*mm+face.Width("См. ", 14))
	near(t, "right", link.Right-link.Left, face.Width("приказ", 14))
	baseline := page.Height - texts[0].Y
	near(t, "top", link.Top, baseline+14*face.Ascent)
	near(t, "bottom", link.Bottom, baseline-14*face.Descent)
	near(t, "point", texts[2].X, (30+12.5)*mm+face.Width("См. приказ.", 14)-face.Width(".", 14))
	if link.Words != "приказ" || link.Address != "https://a.ru" {
		t.Errorf("%+v", link)
	}
}

// The pieces of lines are the lines: no letter is lost or doubled, each begins
// where the one before ends, a justified line still ends at the margin, and a word
// divided inside a link is read whole, without what is not the link.
func TestPiecesAreTheLine(t *testing.T) {
	words := strings.Repeat("муниципального мониторинга качества дошкольного образования ", 6)
	page := lay(t, "Начало «{link:https://a.ru | "+words+"}» и "+words+"{note:Сноска.} {link:https://b.ru/"+strings.Repeat("dir-x/", 30)+"}.")[0]
	texts, links := drawn(t, &page, typeset.Tinos())
	whole := 0
	at := 0
	for _, line := range page.Texts {
		text, end := "", 0.0
		for first := true; at < len(texts) && texts[at].Y == line.Y; at++ {
			part := texts[at]
			if text += part.Text; !first {
				near(t, part.Text, part.X, end)
			}
			first = false
			gaps := strings.Count(part.Text, " ") + strings.Count(part.Text, "\u00a0")
			end = part.X + typeset.Tinos().Regular.Width(part.Text, part.Size) + float64(gaps)*part.Space
			if part.Whole != "" {
				whole++
				if strings.ContainsAny(part.Whole, "»¹-") {
					t.Errorf("«%s» is read «%s»", part.Text, part.Whole)
				}
			}
		}
		if text != line.Text {
			t.Errorf("%q is drawn as %q", line.Text, text)
		}
		if line.Space != 0 {
			near(t, "end of "+line.Text, end, 200*mm)
		}
	}
	if at != len(texts) || whole == 0 {
		t.Errorf("%d of %d pieces on lines, %d divided words", at, len(texts), whole)
	}
	pieces := 0
	for _, line := range page.Texts {
		pieces += len(slices.DeleteFunc(slices.Clone(line.Pieces), func(p Piece) bool { return p.in == nil || p.in.address == "" }))
	}
	if len(links) != pieces {
		t.Errorf("%d annotations for %d pieces", len(links), pieces)
	}
}

// A link before the mark of a note is read at its place in the paragraph that the
// text of a point becomes for the note.
func TestLinkBeforeNote(t *testing.T) {
	pages, c := laid(t, document(t, "#item – {link:https://example.ru | сайт} и дело{note:Сноска.}"))
	var paths []string
	for _, piece := range pages[0].Texts[0].Pieces {
		paths = append(paths, pathOf(&c.tree, piece.Of))
	}
	want := "Document L LI Lbl|Document L LI LBody P Link|Document L LI LBody P Reference"
	if got := strings.Join(paths, "|"); got != want {
		t.Errorf("got %s", got)
	}
}
