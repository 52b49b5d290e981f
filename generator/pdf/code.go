package pdf

import (
	"image/color"
	"slices"

	"github.com/boombuler/barcode/qr"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf/pdfa"
)

// This file sets the QR code of a paper (реквизит 31, ГОСТ Р 7.0.97-2025): in the
// lower right corner of the first sheet.

const (
	// codeModule is the side of the smallest square in mm: six dots of a printer
	// at 300 to the inch, three of a bad scanner.
	codeModule = 0.5
	// codeQuiet is the white around a code, in modules (ISO/IEC 18004, 6.3.8).
	codeQuiet = 4
	// codeMost is the widest code in mm: a wider one would be half a paper.
	codeMost = 40
	// codeBottom is from the code to the edge of the sheet, in mm: the white, and
	// what no printer reaches.
	codeBottom = 10
)

// code is the QR code of a paper.
type code struct {
	content string
	drawing doc.Drawing
	side    float64 // points, without the white around it
}

// takeCode takes the QR code out of the blocks: it has its own place.
func (c *composer) takeCode(blocks []doc.Block) []doc.Block {
	isCode := func(b doc.Block) bool { return b.Role == doc.QR }
	if !slices.ContainsFunc(blocks, isCode) {
		return blocks
	}
	for _, b := range blocks {
		if !isCode(b) {
			continue
		}
		made, problem := newCode(b.Text())
		if c.code != nil {
			problem = diag.Errorf("", "QR-код на бумаге один, а названо несколько").WithHint("оставьте один")
			problem.Code, problem.Path = "QR-TWO", "QR-код "+excerpt(b.Text())
		}
		if problem.Text != "" {
			problem.Key = b.Key
			c.problems.Add(problem)
			continue
		}
		c.code = made
	}
	return slices.DeleteFunc(slices.Clone(blocks), isCode)
}

func newCode(content string) (*code, diag.Problem) {
	made, err := qr.Encode(content, qr.M, qr.Unicode)
	if err != nil || float64(made.Bounds().Dx())*codeModule > codeMost {
		p := diag.Errorf("", "для QR-кода слишком много текста: знаков %d", len([]rune(content))).
			WithHint("оставьте в нём адрес, по которому документ найдут, или реквизиты")
		p.Code, p.Path = "QR-LONG", "QR-код "+excerpt(content)
		return nil, p
	}
	c := &code{content: content}
	count := made.Bounds().Dx()
	c.side = float64(count) * codeModule * mm
	// One path of all squares, those beside each other in a row joined: no viewer
	// shows white seams between them.
	var path []doc.Step
	for y := range count {
		for x := 0; x < count; {
			from := x
			for x < count && made.At(x, y) == color.Black {
				x++
			}
			if x > from {
				path = append(path, square(from, y, x, y+1)...)
			} else {
				x++
			}
		}
	}
	c.drawing.Shapes = []doc.Shape{{Path: path, Fill: doc.Black}}
	return c, diag.Problem{}
}

func square(x1, y1, x2, y2 int) []doc.Step {
	at := func(x, y int) doc.Point { return doc.Point{X: float64(x) * codeModule, Y: float64(y) * codeModule} }
	return []doc.Step{{Kind: doc.Move, Point: at(x1, y1)}, {Kind: doc.Draw, Point: at(x2, y1)},
		{Kind: doc.Draw, Point: at(x2, y2)}, {Kind: doc.Draw, Point: at(x1, y2)}, {Kind: doc.Close}}
}

// cornerHeight is how much of the text area of the page the code takes, with the
// white over it.
func (c *composer) cornerHeight() float64 {
	if c.code == nil || c.turned != 1 {
		return 0
	}
	return max(0, (codeBottom+codeQuiet*codeModule-c.margins().Bottom)*mm+c.code.side)
}

// putCode puts the code in the lower right corner of the first sheet, at the edge of
// the text.
func (c *composer) putCode(page *Page, m layout.Margins) {
	if c.code == nil || page.Number != 1 {
		return
	}
	d := Drawing{Width: c.code.side, Height: c.code.side, Shapes: c.code.drawing.Shapes, Scale: mm, bbox: new([4]float64)}
	d.X = page.Width - max(m.Right, codeQuiet*codeModule)*mm - d.Width
	d.Y = page.Height - codeBottom*mm - d.Height
	d.Of = c.tree.AddWith(pdfa.Document, pdfa.Figure, pdfa.Attributes{Alt: "QR-код: " + c.code.content, BBox: d.bbox})
	page.Drawings = append(page.Drawings, d.placed(0, 0, page))
}
