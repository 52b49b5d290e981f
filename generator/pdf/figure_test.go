package pdf

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/sample"
	"doklad/generator/typeset"
)

// withFigures is a document with the drawings that are samples.
func withFigures(t testing.TB, markup string) *doc.Document {
	d := document(t, markup)
	d.Figures = sample.Drawings()
	return d
}

// layFigures lays out markup with the figures of withFigures and more of them.
func layFigures(t testing.TB, markup string, more map[string]*doc.Figure) []Page {
	t.Helper()
	d := withFigures(t, markup)
	for name, f := range more {
		d.Figures[name] = f
	}
	pages, problems := Layout(d, Options{Profile: gost2025(t)})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return pages
}

// box40 is a drawing of 100 × 40 mm with a label at each anchor.
func box40() *doc.Figure {
	var d doc.Drawing
	d.Rect(0, 0, 100, 40, doc.Stroke{Width: 1}, doc.Fill{})
	d.Label(doc.Label{X: 50, Y: 20, Text: "середина", Size: 10, Anchor: doc.Centre, Level: doc.Middle})
	d.Label(doc.Label{X: 100, Y: 40, Text: "край", Size: 10, Bold: true, Anchor: doc.Right})
	d.Label(doc.Label{X: 0, Y: 0, Text: "верх", Size: 10, Level: doc.Under})
	d.Label(doc.Label{X: 10, Y: 30, Text: "вверх", Size: 10, Angle: 90})
	return &doc.Figure{Caption: "Прямоугольник", Alt: "Прямоугольник.", Width: 100, Height: 40, Drawing: &d}
}

func blank(width, height float64) *doc.Figure {
	return &doc.Figure{Alt: "Пусто.", Width: width, Height: height, Drawing: &doc.Drawing{Shapes: box40().Drawing.Shapes}}
}

// The places of a figure, its labels and its caption, by arithmetic.
func TestFigurePlaces(t *testing.T) {
	page := layFigures(t, "Текст.\n#figure box", map[string]*doc.Figure{"box": box40()})[0]
	regular, bold := typeset.Tinos().Regular, typeset.Tinos().Bold
	if len(page.Drawings) != 1 {
		t.Fatalf("%d drawings", len(page.Drawings))
	}
	d := page.Drawings[0]
	single := 14 * regular.LineHeight
	// In the middle of the text: 30 + (170 - 100) / 2 = 65 mm from the edge; one line
	// under a line of 1.15.
	near(t, "x", d.X, 65*mm)
	near(t, "y", d.Y, 20*mm+1.15*single+single)
	near(t, "width", d.Width, 100*mm)
	near(t, "height", d.Height, 40*mm)
	texts := map[string]Text{}
	for _, item := range page.Texts {
		texts[item.Text] = item
	}
	capital := 10 * float64(regular.Box().Capital) / 1000
	middle := texts["середина"]
	near(t, "middle x", middle.X, 65*mm+50*mm-regular.Width("середина", 10)/2)
	near(t, "middle y", middle.Y, d.Y+20*mm+capital/2)
	edge := texts["край"]
	near(t, "edge x", edge.X+bold.Width("край", 10), 165*mm)
	near(t, "edge y", edge.Y, d.Y+40*mm)
	near(t, "under x", texts["верх"].X, 65*mm)
	near(t, "under y", texts["верх"].Y, d.Y+capital)
	near(t, "turned x", texts["вверх"].X, 75*mm)
	near(t, "turned y", texts["вверх"].Y, d.Y+30*mm)
	// The caption: 3 mm under it, in the middle of the text.
	caption := texts["Рисунок\u00a01\u00a0– Прямоугольник"]
	near(t, "caption y", caption.Y, d.Y+40*mm+3*mm+14*regular.Ascent)
	near(t, "caption x", caption.X, 115*mm-regular.Width(caption.Text, 14)/2)
	// It is read after the text and before its labels, and its box is said from the
	// lower left corner of the page.
	if page.Texts[d.Before-1].Text != "Текст." || page.Texts[d.Before].Of != d.Of {
		t.Errorf("read before text %d", d.Before)
	}
	near(t, "left of the box", d.bbox[0], 65*mm)
	near(t, "bottom of the box", d.bbox[1], page.Height-d.Y-40*mm)
	near(t, "top of the box", d.bbox[3], page.Height-d.Y)
}

// A turned label that ends at its place does so along its own line.
func TestTurnedLabel(t *testing.T) {
	f := blank(100, 40)
	f.Drawing.Labels = []doc.Label{{X: 50, Y: 20, Text: "Школа", Size: 10, Anchor: doc.Right, Angle: 45}}
	page := layFigures(t, "#figure f", map[string]*doc.Figure{"f": f})[0]
	d, label := page.Drawings[0], page.Texts[0]
	// It begins its width away at 45°: left by w·cos 45°, under by w·sin 45°.
	aside := typeset.Tinos().Regular.Width("Школа", 10) * math.Sqrt2 / 2
	near(t, "x", label.X, d.X+50*mm-aside)
	near(t, "y", label.Y, d.Y+20*mm+aside)
}

// Wherever a page ends, a figure is whole and its caption is on its page.
func TestFigureIsNeverDivided(t *testing.T) {
	for lines := range 45 {
		pages := layFigures(t, strings.Repeat("Строка.\n", lines)+"#figure box\nПосле.", map[string]*doc.Figure{"box": box40()})
		found := 0
		for _, page := range pages {
			bottom := page.Height - 20*mm
			for _, d := range page.Drawings {
				found++
				last := page.Texts[d.Before+4]
				if last.Text != "Рисунок\u00a01\u00a0– Прямоугольник" || last.Y > bottom || d.Y+d.Height > bottom {
					t.Errorf("%d lines: the figure ends at %.1f mm, then «%s» at %.1f", lines, (d.Y+d.Height)/mm, last.Text, last.Y/mm)
				}
			}
		}
		if found != 1 {
			t.Errorf("%d lines: %d figures", lines, found)
		}
	}
}

// A figure is at most as wide as the text and as high as a page; the second is
// told.
func TestFigureTooLarge(t *testing.T) {
	for _, test := range []struct {
		what, markup  string
		width, height float64
		scale         float64
		warned        bool
	}{
		{"as wide as the text", "#figure f", 170, 50, 1, false},
		{"wider", "#figure f", 340, 50, 0.5, false},
		// 297 - 20 - 20 = 257 mm of text.
		{"as high as the page", "#figure f", 100, 257, 1, false},
		{"higher", "Текст.\n#figure f", 100, 514, 0.5, true},
		{"wider and higher", "#figure f", 340, 1028, 0.25, true},
		// Turned, 30 mm lie on top: 210 - 30 - 10 = 170 mm of text.
		{"higher than a turned page", "#page landscape\n#figure f", 100, 340, 0.5, true},
	} {
		d := withFigures(t, test.markup)
		d.Figures["f"] = blank(test.width, test.height)
		pages, problems := Layout(d, Options{Profile: gost2025(t)})
		if problems.HasErrors() || len(problems) > 0 != test.warned {
			t.Errorf("%s: %v", test.what, problems)
		}
		if test.warned && (problems[0].Code != "FIG-HIGH" || !strings.Contains(problems[0].Text, "уменьшен")) {
			t.Errorf("%s: %v", test.what, problems)
		}
		page := pages[len(pages)-1]
		drawn := page.Drawings[0]
		near(t, test.what+", width", drawn.Width, test.width*test.scale*mm)
		near(t, test.what+", height", drawn.Height, test.height*test.scale*mm)
	}
}

// A figure as high as the page with its caption leaves the caption its room.
func TestHighFigureKeepsItsCaption(t *testing.T) {
	f := blank(100, 400)
	f.Caption = "Высокий"
	pages := layFigures(t, "Текст.\n#figure f\nПосле.", map[string]*doc.Figure{"f": f})
	if len(pages) != 3 || len(pages[1].Drawings) != 1 || pages[1].Texts[0].Text != "Рисунок\u00a01\u00a0– Высокий" {
		t.Errorf("\n%s", Dump(pages))
	}
}

// Landscape pages in the middle, a figure with a frame on a page: each is where
// its page says.
func TestFiguresOnTurnedPages(t *testing.T) {
	pages := layFigures(t, `Текст.
#page landscape
#figure columns
#signature Начальник | А.Б. Примерова
#frame ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ | Сертификат: 00
#page portrait
#figure radar`, nil)
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	// Turned: 20 mm left, 20 right; 20 + (257 - 160) / 2 = 68.5.
	near(t, "on the turned page", pages[1].Drawings[0].X, 68.5*mm)
	near(t, "on the next page", pages[2].Drawings[0].X, 35*mm)
	if len(pages[1].Drawings) != 2 {
		t.Error("no frame beside the figure")
	}
}

func TestPictureSize(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 300, 150))); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		what          string
		width, height float64
		want          float64 // width in points
	}{
		{"by its dots", 0, 0, 300 * 72.0 / 150}, // 144 points, two inches
		{"by its width", 50, 0, 50 * mm},
		{"by its height", 0, 20, 40 * mm},
		{"inside both", 60, 20, 40 * mm},
		{"wider than the text", 500, 0, 170 * mm},
	} {
		f := &doc.Figure{Alt: "Герб.", Width: test.width, Height: test.height, Picture: file.Bytes()}
		d := layFigures(t, "#figure f", map[string]*doc.Figure{"f": f})[0].Drawings[0]
		near(t, test.what, d.Width, test.want)
		near(t, test.what+", height", d.Height, test.want/2)
	}
}

// The coat of arms begins 10 mm under the edge of the sheet; the letterhead comes
// under it (реквизит 01).
func TestEmblem(t *testing.T) {
	page := layFigures(t, "#emblem f\n#letterhead Управление", map[string]*doc.Figure{"f": blank(20, 25)})[0]
	d := page.Drawings[0]
	near(t, "x", d.X+d.Width/2, 115*mm)
	near(t, "y", d.Y, 10*mm)
	line := 14 * typeset.Tinos().Regular.LineHeight
	near(t, "letterhead", page.Texts[0].Y, 35*mm+line/2+14*typeset.Tinos().Regular.Ascent)
	// Not at the head of the paper it stands in the text.
	page = layFigures(t, "Текст.\n#emblem f", map[string]*doc.Figure{"f": blank(20, 25)})[0]
	near(t, "in the text", page.Drawings[0].Y, 20*mm+1.15*line)
}

// What is wrong with figures stops the paper, with a place and a cure.
func TestFigureFaults(t *testing.T) {
	for _, test := range []struct {
		what   string
		figure *doc.Figure
		code   string
	}{
		{"unknown", nil, "FIG-NONE"},
		{"without a description", &doc.Figure{Width: 10, Height: 10, Drawing: &doc.Drawing{}}, "FIG-ALT"},
		{"empty", &doc.Figure{Alt: "А"}, "FIG-FILE"},
		{"without a size", &doc.Figure{Alt: "А", Width: 10, Drawing: &doc.Drawing{}}, "FIG-SIZE"},
		{"not a picture", &doc.Figure{Alt: "А", Picture: []byte("рисунок"), Key: "figure[1]"}, "FIG-FILE"},
		{"a label that the font lacks", &doc.Figure{Alt: "А", Width: 10, Height: 10,
			Drawing: &doc.Drawing{Labels: []doc.Label{{Text: "中", Size: 10}}}}, "GLYPH"},
	} {
		for _, role := range []string{"figure", "emblem"} {
			d := withFigures(t, "#"+role+" f")
			if test.figure != nil {
				d.Figures["f"] = test.figure
			}
			out, problems, err := Write(d, Options{Profile: gost2025(t)})
			if err != nil || out != nil || len(problems) != 1 || problems[0].Code != test.code || problems[0].Hint == "" {
				t.Errorf("%s: %v, %v", test.what, problems, err)
			}
		}
	}
}

// «ПРОЕКТ» is under all: the figures are still read at their places.
func TestFigureOverDraftMark(t *testing.T) {
	d := withFigures(t, "Текст.\n#figure pie")
	d.Across = "ПРОЕКТ"
	pages, _ := Layout(d, Options{Profile: gost2025(t)})
	page := pages[0]
	if page.Texts[0].Text != "ПРОЕКТ" || page.Texts[page.Drawings[0].Before-1].Text != "Текст." {
		t.Errorf("the drawing is read before text %d", page.Drawings[0].Before)
	}
}

// A label in light letters on black, and one on a ground of its own.
func TestLabelGrounds(t *testing.T) {
	f := blank(50, 20)
	f.Drawing.Labels = []doc.Label{{X: 25, Y: 10, Text: "66,7", Size: 10, Anchor: doc.Centre, Level: doc.Middle, Clear: true, Grey: 1}}
	page := layFigures(t, "#figure f", map[string]*doc.Figure{"f": f})[0]
	shapes := page.Drawings[0].Shapes
	if len(shapes) != 2 || shapes[1].Fill != doc.White {
		t.Fatalf("%d shapes", len(shapes))
	}
	low, high := shapes[1].Bounds()
	// The ground is as wide as the label and 1.2 points more on each side.
	near(t, "width", (high.X-low.X)*mm, typeset.Tinos().Regular.Width("66,7", 10)+2.4)
	near(t, "middle", (high.X+low.X)/2, 25)
	if page.Texts[0].Grey != 1 {
		t.Error("the label is not white")
	}
	if len(f.Drawing.Shapes) != 1 {
		t.Error("the drawing of the document was changed")
	}
}
