package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"doklad/generator/doc"
)

// draw writes laid-out pages as a PDF file. Everything that depends on the
// moment is set, so that the same pages give the same bytes.
func draw(pages []Page, d *doc.Document, o Options) ([]byte, error) {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCatalogSort(true)
	f.SetCompression(true)
	f.SetCreationDate(o.Created)
	f.SetModificationDate(o.Created)
	f.SetProducer("doklad", true)
	f.SetTitle(d.Title, true)
	f.SetAuthor(d.Author, true)
	f.SetLang(d.Language)
	regular, bold := newFontName(o.Fonts.Regular, pages, false), newFontName(o.Fonts.Bold, pages, true)
	f.AddUTF8FontFromBytes(regular.family, "", o.Fonts.Regular.TTF)
	f.AddUTF8FontFromBytes(bold.family, "", o.Fonts.Bold.TTF)
	for _, page := range pages {
		f.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
		drawPage(f, page, regular.family, bold.family)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("запись PDF: %w", err)
	}
	return bold.rename(regular.rename(out.Bytes())), nil
}

func drawPage(f *fpdf.Fpdf, page Page, regular, bold string) {
	size, family := 0.0, ""
	for _, t := range page.Texts {
		wanted := regular
		if t.Bold {
			wanted = bold
		}
		if t.Size != size || wanted != family {
			size, family = t.Size, wanted
			f.SetFont(family, "", size)
		}
		drawText(f, t)
	}
	width := 0.0
	for _, r := range page.Rules {
		if r.Width != width {
			width = r.Width
			f.SetLineWidth(width)
		}
		f.Line(r.X1, r.Y1, r.X2, r.Y2)
	}
}

// spaces between the words of a line: a no-break space is drawn as a space: they
// look the same, and a search for «№ 109» finds it.
const spaces = " \u00a0"

// drawText draws a line. A line whose spaces are widened, or whose words are
// divided, is drawn word by word, each with the space after it, so that a reader
// still finds the spaces.
func drawText(f *fpdf.Fpdf, t Text) {
	if t.Grey > 0 {
		level := int(t.Grey*255 + 0.5)
		f.SetTextColor(level, level, level)
		defer f.SetTextColor(0, 0, 0)
	}
	if t.Angle != 0 {
		f.TransformBegin()
		f.TransformRotate(t.Angle, t.X, t.Y)
		defer f.TransformEnd()
	}
	if t.Space == 0 && t.Whole == "" && !t.Rest {
		f.Text(t.X, t.Y, strings.ReplaceAll(t.Text, "\u00a0", " "))
		return
	}
	x := t.X
	for i, word := range words(t.Text) {
		if strings.HasSuffix(word, "-") && t.Whole != "" && i == strings.Count(t.Text, " ")+strings.Count(t.Text, "\u00a0") {
			instead(f, t.Whole, func() { f.Text(x, t.Y, word) })
			return
		}
		if i == 0 && t.Rest {
			instead(f, "", func() { f.Text(x, t.Y, word) })
		} else {
			f.Text(x, t.Y, word)
		}
		x += f.GetStringWidth(word)
		if strings.HasSuffix(word, " ") {
			x += t.Space
		}
	}
}

// words are the words of a line, each with the space after it.
func words(text string) []string {
	return strings.SplitAfter(strings.ReplaceAll(text, "\u00a0", " "), " ")
}

// instead marks what is drawn as standing for a text (ISO 32000-1, 14.9.4
// "Replacement text").
func instead(f *fpdf.Fpdf, text string, draw func()) {
	var hex strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&hex, "%04X", unit)
	}
	f.RawWriteStr("/Span <</ActualText <FEFF" + hex.String() + ">>> BDC")
	draw()
	f.RawWriteStr("EMC")
}
