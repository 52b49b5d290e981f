package pdf

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// corner is how much of the sheet is scanned, in points.
const corner = 60 * mm

// scan is the lower right corner of a page as a scanner sees it: only the drawings,
// which must be rectangles in black. At the threshold of half, as a copy in black
// and white has it; the sheet lies a part of a dot aside, so that squares and dots do
// not fall together.
func scan(page Page, dotsPerInch float64) image.Image {
	scale := dotsPerInch / 72
	const askew = 0.37
	wide := int(corner*scale + 2)
	ink := make([]float64, wide*wide)
	share := func(from, to float64, dot int) float64 {
		return max(0, min(to, float64(dot+1))-max(from, float64(dot)))
	}
	for _, d := range page.Drawings {
		d.X, d.Y = d.X-page.Width+corner, d.Y-page.Height+corner
		for _, s := range d.Shapes {
			for path := s.Path; len(path) >= 5; path = path[5:] {
				low, high := doc.Shape{Path: path[:5]}.Bounds()
				x1, x2 := (d.X+low.X*d.Scale)*scale+askew, (d.X+high.X*d.Scale)*scale+askew
				y1, y2 := (d.Y+low.Y*d.Scale)*scale+askew, (d.Y+high.Y*d.Scale)*scale+askew
				for y := int(y1); float64(y) < y2; y++ {
					for x := int(x1); float64(x) < x2; x++ {
						ink[y*wide+x] += share(x1, x2, x) * share(y1, y2, y)
					}
				}
			}
		}
	}
	picture := image.NewGray(image.Rect(0, 0, wide, wide))
	for i, black := range ink {
		if black < 0.5 {
			picture.Set(i%wide, i/wide, color.White)
		}
	}
	return picture
}

// The code says what it was told, also on a bad copy.
func TestCodeIsRead(t *testing.T) {
	for _, content := range []string{
		"https://okhansk.example.ru/docs/2026/9?check=33A4F000EBB2A1B0",
		"Приказ Управления образования от 25.06.2026 № 9",
		"1",
		strings.Repeat("Управление образования. ", 6),
	} {
		d := document(t, "Текст.")
		d.Blocks = append(d.Blocks, doc.Block{Role: doc.QR, Parts: []string{content}})
		pages, problems := Layout(d, Options{Profile: gost2025(t)})
		if len(problems) > 0 || len(pages) != 1 {
			t.Fatal(problems)
		}
		for _, dots := range []float64{300, 150} {
			bitmap, err := gozxing.NewBinaryBitmapFromImage(scan(pages[0], dots))
			if err != nil {
				t.Fatal(err)
			}
			read, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
				gozxing.DecodeHintType_CHARACTER_SET: "UTF-8", gozxing.DecodeHintType_TRY_HARDER: true})
			if err != nil {
				t.Errorf("«%.20s» at %.0f dots: %v", content, dots, err)
			} else if read.GetText() != content {
				t.Errorf("at %.0f dots read as «%s»", dots, read.GetText())
			}
		}
	}
}

// The code stands in the lower right corner of the first sheet, whatever page names
// it, and nothing comes nearer than four of its squares.
func TestCodePlace(t *testing.T) {
	for _, markup := range []string{
		"#qr https://example.ru/9\n" + strings.Repeat("Длинный абзац, который идёт от края до края и ещё дальше, на вторую строку текста, и на третью.\n", 60),
		strings.Repeat("Строка.\n", 100) + "#page landscape\n#annex-title Приложение\nТекст.\n#page portrait\n#qr https://example.ru/9",
		"#table t\n#qr https://example.ru/9",
	} {
		var rows []doc.Row
		for range 100 {
			rows = append(rows, doc.Row{Cells: []doc.Cell{{Text: "а"}, {Text: "б"}}})
		}
		pages := lay(t, markup, &doc.Table{Name: "t", Columns: []doc.Column{{Header: "А"}, {Header: "Б"}}, Rows: rows})
		for i, page := range pages {
			if i > 0 {
				if len(page.Drawings) > 0 {
					t.Errorf("page %d has a drawing", i+1)
				}
				if len(page.Texts) < 2 {
					t.Errorf("page %d is empty", i+1)
				}
				continue
			}
			// 20 bytes at the level M are the version 2, 25 squares of half a mm: 12.5 mm
			// from the right margin and from 10 mm over the edge of the sheet.
			d := page.Drawings[0]
			near(t, "side", d.Width, 12.5*mm)
			near(t, "x", d.X, (200-12.5)*mm)
			near(t, "y", d.Y, (297-10-12.5)*mm)
			free := drawnRect(d)
			free.left, free.top = free.left-2*mm+0.1, free.top-2*mm+0.1
			free.right, free.bottom = free.right+2*mm, free.bottom+2*mm
			for _, item := range page.Texts {
				r := textRect(item)
				if r.bottom -= 1; r.touches(free) { // points under the baseline of «а» are white
					t.Errorf("«%s» comes too near", item.Text)
				}
			}
			for _, rule := range page.Rules {
				if (rect{rule.X1, rule.Y1 - 0.1, rule.X2, rule.Y2 + 0.1}).touches(free) {
					t.Errorf("a rule at %.1f mm comes too near", rule.Y2/mm)
				}
			}
		}
	}
}

// The element says what the code does; the squares of a row are joined.
func TestCodeElement(t *testing.T) {
	c := newComposer(document(t, "Текст.\n#qr https://example.ru/9"), Options{Profile: gost2025(t)}.withDefaults())
	var page Page
	c.run(func(p Page) { page = p })
	d := page.Drawings[0]
	if c.tree.Kind(d.Of) != pdfa.Figure {
		t.Errorf("it is %s", c.tree.Kind(d.Of))
	}
	if len(d.Shapes) != 1 {
		t.Errorf("%d shapes", len(d.Shapes))
	}
	// The first row: the seven squares of a corner, joined.
	low, high := doc.Shape{Path: d.Shapes[0].Path[:5]}.Bounds()
	if low != (doc.Point{}) || math.Abs(high.X-7*codeModule) > 1e-9 || math.Abs(high.Y-codeModule) > 1e-9 {
		t.Errorf("it begins with %v, %v", low, high)
	}
}

func TestCodeFaults(t *testing.T) {
	for _, test := range []struct{ markup, code string }{
		{"Текст.\n#qr " + strings.Repeat("слишком длинно ", 40), "QR-LONG"},
		{"Текст.\n#qr " + strings.Repeat("слишком длинно ", 4000), "QR-LONG"},
		{"Текст.\n#qr раз\n#qr два", "QR-TWO"},
	} {
		_, problems := Layout(document(t, test.markup), Options{Profile: gost2025(t)})
		if len(problems) != 1 || problems[0].Code != test.code || problems[0].Hint == "" {
			t.Errorf("%s: %v", test.code, problems)
		}
	}
}
