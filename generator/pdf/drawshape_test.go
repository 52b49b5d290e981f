package pdf

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"doklad/generator/doc"
	"doklad/generator/pdf/pdfa"
)

// operators are the lines of what is drawn on a page.
func operators(t *testing.T, d *doc.Document) (lines []string, marks []pdfa.Elem, tree *pdfa.Tree) {
	t.Helper()
	o := Options{Profile: gost2025(t)}.withDefaults()
	c := newComposer(d, o)
	p := newPrinter(d, o, &c.tree)
	problems := c.run(func(page Page) {
		s := sheet{printer: p, page: &page}
		size := fpdf.SizeType{Wd: page.Width, Ht: page.Height}
		drawn := fpdf.CreateTpl(fpdf.PointType{}, size, "P", "pt", "", func(t *fpdf.Tpl) { s.content(t) })
		lines = append(lines, strings.Split(string(drawn.Bytes()), "\n")...)
		marks = append(marks, s.marks...)
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return lines, marks, &c.tree
}

// All that leaves ink stands in a marked piece or in an artifact, every piece is
// closed, and no drawing leaves its lines or greys to what follows.
func TestDrawingsAreMarked(t *testing.T) {
	d := withFigures(t, "Текст.\n#figure swatches\n#figure columns\nТекст.\n#figure pie\n#figure radar\n#signature Директор | М.В. Ли"+stamp)
	lines, marks, tree := operators(t, d)
	depth, saved, painted := 0, 0, 0
	for i, line := range lines {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		switch last := fields[len(fields)-1]; {
		case strings.HasSuffix(last, "BDC"), strings.HasSuffix(last, "BMC"):
			depth++
		case last == "EMC":
			if depth--; depth == 0 && saved != 0 {
				t.Fatalf("line %d: a piece ends before its state is given back", i)
			}
		case last == "q":
			saved++
		case last == "Q":
			saved--
		case last == "S" || last == "f" || last == "TJ":
			painted++
			if depth == 0 {
				t.Fatalf("line %d: «%s» is not marked", i, line)
			}
		case last == "w" || last == "d" || last == "G":
			if saved == 0 && depth > 0 {
				t.Errorf("line %d: «%s» stays for what follows", i, line)
			}
		}
	}
	if depth != 0 || saved != 0 || painted < 200 {
		t.Errorf("depth %d, saved %d, painted %d", depth, saved, painted)
	}
	figures := 0
	for i, of := range marks {
		if tree.Kind(of) == pdfa.Figure && (i == 0 || marks[i-1] != of) {
			figures++
		}
	}
	if figures != 4 {
		t.Errorf("%d figures", figures)
	}
}

// A hatch is lines at 45°, as far apart as its pitch, inside the shape; the fill
// under it is white.
func TestHatch(t *testing.T) {
	var drawing doc.Drawing
	drawing.Rect(0, 0, 20, 10, doc.Stroke{}, doc.Hatch(doc.HatchRight, 2))
	d := document(t, "#figure f")
	d.Figures = map[string]*doc.Figure{"f": {Alt: "Штриховка.", Width: 20, Height: 10, Drawing: &drawing}}
	lines, _, _ := operators(t, d)
	text := strings.Join(lines, "\n")
	if !strings.Contains(text, "1.000 g") || !strings.Contains(text, "W n") {
		t.Error("no white ground, or nothing cuts the lines off")
	}
	// Along the upper edge the lines begin 2·√2 = 2.83 mm apart, from 1.41 mm on, as
	// long as that is less than 20 + 10 mm: 1.41 + 2.83·k < 30 for k up to 10.
	var begins []float64
	for _, line := range lines {
		if f := strings.Fields(line); len(f) == 7 && f[2] == "m" && f[5] == "l" && f[6] == "S" {
			x, _ := strconv.ParseFloat(f[0], 64)
			y, _ := strconv.ParseFloat(f[1], 64)
			x2, _ := strconv.ParseFloat(f[3], 64)
			y2, _ := strconv.ParseFloat(f[4], 64)
			begins = append(begins, x)
			near(t, "fall", x-x2, y-y2) // as far to the left as down
		}
	}
	if len(begins) != 11 {
		t.Fatalf("%d lines", len(begins))
	}
	for i := range begins[1:] {
		near(t, "distance", begins[i+1]-begins[i], 2.8284*mm)
	}
}

// The lines of a level or an upright hatch are as far apart as its pitch, the first
// half of it from the edge: 20 mm hold ten, 10 mm five.
func TestStraightHatch(t *testing.T) {
	for pattern, want := range map[doc.Pattern]int{doc.HatchLevel: 5, doc.HatchUpright: 10} {
		var drawing doc.Drawing
		drawing.Rect(0, 0, 20, 10, doc.Stroke{}, doc.Hatch(pattern, 2))
		d := document(t, "#figure f")
		d.Figures = map[string]*doc.Figure{"f": {Alt: "Штриховка.", Width: 20, Height: 10, Drawing: &drawing}}
		lines, _, _ := operators(t, d)
		var begins []float64
		for _, line := range lines {
			if f := strings.Fields(line); len(f) == 7 && f[2] == "m" && f[6] == "S" {
				across := 0 // the coordinate that is the same at both ends
				if pattern == doc.HatchLevel {
					across = 1
				}
				if f[across] != f[across+3] || f[1-across] == f[4-across] {
					t.Errorf("pattern %d: %s", pattern, line)
				}
				at, _ := strconv.ParseFloat(f[across], 64)
				begins = append(begins, at)
			}
		}
		if len(begins) != want {
			t.Fatalf("pattern %d: %d lines", pattern, len(begins))
		}
		for i := range begins[1:] {
			near(t, "distance", math.Abs(begins[i+1]-begins[i]), 2*mm)
		}
	}
}
