package pdf

import (
	"strings"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
	"doklad/generator/typeset"
)

// printer draws laid-out pages into a file, one after another, and decides
// nothing. fpdf draws a page; package pdfa writes the file around the pages.
// Everything that depends on the moment is given, so that the same pages give the
// same bytes.
type printer struct {
	buf   []byte // for the operators of a page
	file  *pdfa.File
	tree  *pdfa.Tree
	fonts *typeset.Family
}

func newPrinter(d *doc.Document, o Options, tree *pdfa.Tree) *printer {
	file := pdfa.New(pdfa.Info{Title: d.Title, Author: d.Author, Language: d.Language, Created: o.Created}, tree)
	for _, face := range []*typeset.Face{o.Fonts.Regular, o.Fonts.Bold} {
		go pdfa.Prepare(face) // while the text is being laid out
	}
	return &printer{file: file, tree: tree, fonts: o.Fonts}
}

func (p *printer) face(t Text) *typeset.Face { return p.fonts.Styled(t.Bold, t.Italic) }

// page draws one page.
func (p *printer) page(page Page) {
	s := sheet{printer: p, page: &page, buf: p.buf[:0]}
	defer func() { p.buf = s.buf }()
	size := fpdf.SizeType{Wd: page.Width, Ht: page.Height}
	drawn := fpdf.CreateTpl(fpdf.PointType{}, size, "P", "pt", "", func(t *fpdf.Tpl) {
		s.content(t)
		s.rules(t)
	})
	p.file.AddPage(pdfa.Page{Number: page.Number - 1, Width: page.Width, Height: page.Height,
		Content: drawn.Bytes(), Marks: s.marks, Links: append(s.links, annotations(page)...)})
	for _, mark := range page.Marks {
		p.file.Bookmark(mark.level, mark.title, page.Number-1, page.Height-mark.y)
	}
}

// sheet is a page being drawn.
type sheet struct {
	*printer
	page  *Page
	buf   []byte
	marks []pdfa.Elem
	links []pdfa.Annotation
	font  *pdfa.Font
	size  float64
}

// texts draws the lines; those that follow each other in one element make one
// marked piece.
func (s *sheet) texts(texts []Text) {
	texts = s.parted(texts)
	for i := 0; i < len(texts); {
		of := texts[i].Of
		s.begin(of)
		s.buf = append(s.buf, "BT\n"...)
		s.font = nil
		for ; i < len(texts) && texts[i].Of == of; i++ {
			if texts[i].Text != "" {
				s.text(texts[i])
			}
		}
		s.buf = append(s.buf, "ET\n"...)
		s.buf = pdfa.End(s.buf)
	}
}

// begin opens a marked piece.
func (s *sheet) begin(of pdfa.Elem) {
	if of <= pdfa.Artifact {
		s.buf = pdfa.BeginArtifact(s.buf, of == pdfa.Artifact)
		return
	}
	s.buf = pdfa.BeginMark(s.buf, s.tree.Kind(of), len(s.marks))
	s.marks = append(s.marks, of)
}

// text draws a line. Behind it stands the space that the break replaced, so that
// words do not run together for a reader; a divided word is given whole, once.
func (s *sheet) text(t Text) {
	font := s.file.Font(s.face(t))
	if font != s.font || t.Size != s.size {
		s.font, s.size = font, t.Size
		s.buf = font.Choose(s.buf, t.Size)
	}
	style := pdfa.Style{Size: t.Size, Space: t.Space}
	y := s.page.Height - t.Y
	if t.Angle != 0 || t.Grey != 0 {
		s.buf = pdfa.Grey(s.buf, t.Grey)
		s.buf = font.Show(pdfa.Turned(s.buf, t.X, y, t.Angle), t.Text+trailingSpace(t), style, 0)
		s.buf = pdfa.Grey(s.buf, 0)
		return
	}
	text, last := t.Text, ""
	if t.Whole != "" {
		at := lastWordAt(text)
		text, last = text[:at], text[at:]
	} else if !t.Joined {
		text += " "
	}
	first := ""
	if t.Rest {
		first = firstWord(text)
		text = text[len(first):]
	}
	s.buf = pdfa.At(s.buf, t.X, y)
	before := rune(0)
	for _, piece := range []struct {
		text, instead string
		replaced      bool
	}{{first, "", true}, {text, "", false}, {last, t.Whole, true}} {
		if piece.text == "" {
			continue
		}
		if piece.replaced {
			s.buf = pdfa.BeginInstead(s.buf, piece.instead)
		}
		s.buf = font.Show(s.buf, piece.text, style, before)
		if piece.replaced {
			s.buf = pdfa.End(s.buf)
		}
		before, _ = utf8.DecodeLastRuneInString(piece.text)
	}
}

func (s *sheet) rules(t *fpdf.Tpl) {
	if len(s.page.Rules) == 0 {
		return
	}
	t.RawWriteStr(strings.TrimSpace(string(pdfa.BeginArtifact(nil, false))))
	width := 0.0
	for _, r := range s.page.Rules {
		if r.Width != width {
			width = r.Width
			t.SetLineWidth(width)
		}
		t.Line(r.X1, r.Y1, r.X2, r.Y2)
	}
	t.RawWriteStr("EMC")
}

// spaces between the words of a line.
const spaces = " \u00a0"
