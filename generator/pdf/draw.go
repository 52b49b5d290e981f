package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"doklad/generator/doc"
)

const fontFamily = "text"

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
	f.AddUTF8FontFromBytes(fontFamily, "", o.Fonts.Regular.TTF)
	f.AddUTF8FontFromBytes(fontFamily, "B", o.Fonts.Bold.TTF)
	for _, page := range pages {
		f.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
		drawPage(f, page)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("запись PDF: %w", err)
	}
	return out.Bytes(), nil
}

func drawPage(f *fpdf.Fpdf, page Page) {
	size, bold := 0.0, false
	for _, t := range page.Texts {
		if t.Size != size || t.Bold != bold {
			size, bold = t.Size, t.Bold
			style := ""
			if bold {
				style = "B"
			}
			f.SetFont(fontFamily, style, size)
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

// drawText draws a line. A line whose spaces are widened is drawn word by word,
// each with the space after it, so that a reader still finds the spaces. A
// no-break space is drawn as a space: they look the same, and a search for
// «№ 109» finds it.
func drawText(f *fpdf.Fpdf, t Text) {
	text := strings.ReplaceAll(t.Text, "\u00a0", " ")
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
	if t.Space == 0 {
		f.Text(t.X, t.Y, text)
		return
	}
	x := t.X
	for text != "" {
		word := text
		if i := strings.IndexByte(text, ' '); i >= 0 {
			word = text[:i+1]
		}
		f.Text(x, t.Y, word)
		x += f.GetStringWidth(word)
		if strings.HasSuffix(word, " ") {
			x += t.Space
		}
		text = text[len(word):]
	}
}
