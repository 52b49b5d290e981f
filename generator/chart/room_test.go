package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"doklad/data"
	"doklad/generator/chart"
	"doklad/generator/doc"
	"doklad/generator/layout"
	"doklad/generator/pdf"
	"doklad/generator/typeset"
)

// dice are numbers that look random and are the same every time.
type dice uint32

func (d *dice) roll(n int) int {
	*d = *d*1664525 + 1013904223
	return int(uint64(*d>>8) * uint64(n) >> 24)
}

func (d *dice) one(of ...string) string { return of[d.roll(len(of))] }

// anyBars is a chart of any kind with any numbers.
func anyBars(d *dice) chart.Bars {
	c := chart.Bars{Width: 170, Stacked: d.roll(2) == 0, Lying: d.roll(2) == 0, Decimals: d.roll(3), Unit: d.one("", "%", "мероприятий за год")}
	if d.roll(3) == 0 {
		c.Width = 257
	}
	if d.roll(2) == 0 {
		c.Height = float64(60 + d.roll(50))
	}
	for i := range 1 + d.roll(9) {
		c.Series = append(c.Series, chart.Series{Name: fmt.Sprint(d.one("исполнено", "срок не наступил", "исполнено с нарушением установленного срока, о чём есть сведения", "Сверхдлинноесловобезпробеловвназваниивида"), " ", i+1)})
	}
	if d.roll(3) == 0 {
		c.Threshold = &chart.Threshold{Value: float64(1 + d.roll(120)), Name: d.one("порог 70 %", "среднее по муниципальному округу за прошлый год")}
	}
	size := math.Pow10(d.roll(8))
	for i := range []int{1, 4, 12, 40, 100}[d.roll(5)] {
		g := chart.Group{Name: fmt.Sprintf(d.one("%d", "Школа № %d", "МБОУ «Средняя общеобразовательная школа № %d»", "Превысокомногорассмотрительствующий %d"), 2000+i)}
		for range c.Series {
			value := size * float64(d.roll(1000)) / 1000
			switch d.roll(6) {
			case 0:
				value = 0
			case 1:
				value = 1
			case 2:
				if !c.Stacked {
					value = math.NaN()
				}
			}
			g.Values = append(g.Values, value)
		}
		c.Groups = append(c.Groups, g)
	}
	return c
}

// box is where a text is on paper, in millimetres of its figure.
type box struct {
	left, top, right, bottom float64
	text                     string
}

func (b box) String() string {
	return fmt.Sprintf("«%s» %.1f–%.1f × %.1f–%.1f", b.text, b.left, b.right, b.top, b.bottom)
}

func (a box) meets(b box) bool {
	const hair = 0.05
	return a.left < b.right-hair && b.left < a.right-hair && a.top < b.bottom-hair && b.top < a.bottom-hair
}

func (b box) within(a box) bool {
	const hair = 0.05
	return b.left > a.left-hair && b.right < a.right+hair && b.top > a.top-hair && b.bottom < a.bottom+hair
}

// boxes are the texts of a figure as pdf has set them, measured by themselves. Below
// the line hang tails of letters, less of commas, nothing of digits.
func boxes(t *testing.T, f *doc.Figure) []box {
	t.Helper()
	var profile layout.Profile
	if _, err := toml.DecodeFS(data.Common, "layouts/gost2025.toml", &profile); err != nil {
		t.Fatal(err)
	}
	markup := "#figure f"
	if f.Width > 170 {
		markup = "#page landscape\n#figure f"
	}
	blocks, _ := doc.Parse(markup)
	// The page is as high as the figure wants: how a figure is made smaller is not
	// what is looked at here.
	whole := *f
	whole.Height = min(f.Height, 150)
	d := &doc.Document{Title: "Пример", Blocks: blocks, Figures: map[string]*doc.Figure{"f": &whole}}
	pages, problems := pdf.Layout(d, pdf.Options{Profile: &profile})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	drawn := pages[len(pages)-1].Drawings[0]
	const mm = 72 / 25.4
	var all []box
	for _, text := range pages[len(pages)-1].Texts[drawn.Before:] {
		face := typeset.Tinos().Face(text.Bold)
		if text.Size < 9 {
			t.Errorf("«%s» is set in %.1f points", text.Text, text.Size)
		}
		tail := face.Descent * text.Size
		if strings.Trim(text.Text, "0123456789\u00a0…") == "" {
			tail = 0
		} else if strings.Trim(text.Text, "0123456789\u00a0,") == "" {
			tail = 0.14 * text.Size
		}
		x, y, width, high := text.X-drawn.X, text.Y-drawn.Y, face.Width(text.Text, text.Size), float64(face.Box().Capital)/1000*text.Size
		b := box{x / mm, (y - high) / mm, (x + width) / mm, (y + tail) / mm, text.Text}
		if text.Angle == 90 {
			b.left, b.top, b.right, b.bottom = (x-high)/mm, (y-width)/mm, (x+tail)/mm, y/mm
		}
		all = append(all, b)
	}
	return all
}

// No label covers another or leaves the drawing, and none stands half on a bar: it is
// inside a part or outside of all.
func TestLabelsHaveRoom(t *testing.T) {
	d := dice(2026)
	labels := 0
	for n := range 600 {
		c := anyBars(&d)
		labels += judgeRoom(t, fmt.Sprintf("%d (lying %t, stacked %t)", n, c.Lying, c.Stacked), c)
	}
	if labels < 20000 {
		t.Errorf("%d labels", labels)
	}
}

type drawn interface {
	Figure() (*doc.Figure, error)
}

// judgeRoom returns how many labels it has looked at, and stops the test at the first
// chart with a fault.
func judgeRoom(t *testing.T, name string, c drawn) int {
	t.Helper()
	f, err := c.Figure()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	all := boxes(t, f)
	sheet := box{0, 0, f.Width, f.Height, ""}
	for i, a := range all {
		if !a.within(sheet) {
			t.Errorf("%s: %v leaves %.0f × %.0f", name, a, f.Width, f.Height)
		}
		for _, b := range all[:i] {
			if a.meets(b) {
				t.Errorf("%s: %v covers %v", name, a, b)
			}
		}
	}
	for _, s := range f.Drawing.Shapes {
		low, high := s.Bounds()
		shape := box{low.X, low.Y, high.X, high.Y, ""}
		if !shape.within(sheet) {
			t.Errorf("%s: a shape %v leaves %.0f × %.0f", name, shape, f.Width, f.Height)
		}
		for _, a := range all {
			if s.Fill.Pattern != doc.None && a.meets(shape) && !a.within(shape) {
				t.Errorf("%s: %v is half on %v", name, a, shape)
			}
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return len(all)
}
