package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/internal/golden"
)

var nan = math.NaN()

func coverage() Lines {
	return Lines{Caption: "Охват", Unit: "%", Decimals: 1, Points: []string{"2020", "2021", "2022", "2023"},
		Lines:     []Line{{"Округ", []float64{70.25, nan, 81.3, 84.9}}, {"Край", []float64{76, 77.2, 80.2, 81}}},
		Changes:   []Change{{At: 2}},
		Threshold: &Threshold{Value: 80, Name: "цель 80 %"}}
}

func quality() Radar {
	return Radar{Caption: "Области", Unit: "баллов", Decimals: 1, Axes: []string{"Кадры", "Среда", "Семья", "Здоровье"}, Lowest: 1, Highest: 4,
		Lines: []Line{{"2022", []float64{2.5, 3, 4, 3.5}}, {"2021", []float64{2, nan, 1, 1.5}}}}
}

func marks() Histogram {
	return Histogram{Caption: "Баллы", Scale: "первичный балл", Unit: "обучающихся",
		Bins:      []Bin{{0, 4, 3}, {5, 9, 12}, {10, 14, 7}, {15, 17, 0}},
		Threshold: &Threshold{Value: 10, Name: "отметка «3»"}}
}

type drawn interface {
	Figure() (*doc.Figure, error)
}

func drawing(t *testing.T, c drawn) *doc.Figure {
	t.Helper()
	f, err := c.Figure()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestGoldenReport(t *testing.T) {
	golden.Assert(t, "lines.txt", dump(drawing(t, coverage())))
	golden.Assert(t, "radar.txt", dump(drawing(t, quality())))
	golden.Assert(t, "histogram.txt", dump(drawing(t, marks())))
}

func TestAltReport(t *testing.T) {
	bare := Lines{Points: []string{"2022"}, Lines: []Line{{"", []float64{-1.25}}}, Decimals: 1}
	for _, test := range []struct {
		chart drawn
		want  string
	}{
		{coverage(), "Линейная диаграмма, %. Округ: 2020 – 70,3, 2021 – нет сведений, 2022 – 81,3, 2023 – 84,9; Край: 2020 – 76,0, 2021 – 77,2, 2022 – 80,2, 2023 – 81,0." +
			" Ось начинается не с нуля, а с 70. С точки «2022» линия прервана: методика изменена. Линия: цель 80 %."},
		{bare, "Линейная диаграмма. 2022 – −1,3."},
		{Lines{Lines: []Line{{}}}, "Линейная диаграмма. Нет сведений."},
		{quality(), "Лепестковая диаграмма, шкала от 1 до 4, баллов. 2022: Кадры – 2,5, Среда – 3,0, Семья – 4,0, Здоровье – 3,5; 2021: Кадры – 2,0, Среда – нет сведений, Семья – 1,0, Здоровье – 1,5."},
		{marks(), "Гистограмма, первичный балл, обучающихся. 0–4: 3; 5–9: 12; 10–14: 7; 15–17: 0. Линия: отметка «3»."},
		{Histogram{}, "Гистограмма. Нет сведений."},
	} {
		if got := drawing(t, test.chart).Alt; got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// joins counts the lines from one point of a chart's line to the next: its strokes are
// the widest.
func joins(f *doc.Figure, s doc.Stroke) (count int) {
	for _, shape := range f.Drawing.Shapes {
		if len(shape.Path) == 2 && shape.Stroke == s {
			count++
		}
	}
	return count
}

// A line is broken at a missing year and where the method changed, and nowhere else.
func TestBrokenLines(t *testing.T) {
	const sample = 1 // beside the name
	c := coverage()
	c.Threshold = nil
	for _, test := range []struct {
		what   string
		change func()
		want   [2]int
	}{
		{"a missing year and a change", func() {}, [2]int{1, 2}},
		{"a missing year", func() { c.Changes = nil }, [2]int{1, 3}},
		{"none", func() { c.Lines[0].Values[1] = 72 }, [2]int{3, 3}},
		{"a change to the last", func() { c.Changes = []Change{{At: 3, Name: "новый порядок"}} }, [2]int{2, 2}},
		{"one value", func() { c.Lines[0].Values = []float64{nan, 5, nan, nan} }, [2]int{0, 2}},
	} {
		test.change()
		f := drawing(t, c)
		for i, want := range test.want {
			if got := joins(f, styles[i].stroke) - sample; got != want {
				t.Errorf("%s: line %d has %d joins, want %d", test.what, i, got, want)
			}
		}
	}
	if !slices.Contains(words(drawing(t, c)), "новый порядок") {
		t.Error("the words of the change are missing")
	}
}

// A radar is closed where all is known, and open at an axis without a value.
func TestRadarIsClosed(t *testing.T) {
	c := quality()
	c.Lines[0].Name = ""
	c.Lines = c.Lines[:1]
	if got := joins(drawing(t, c), styles[0].stroke); got != 4 {
		t.Errorf("%d sides of 4", got)
	}
	c.Lines[0].Values = []float64{2, nan, 3, 1}
	if got := joins(drawing(t, c), styles[0].stroke); got != 2 {
		t.Errorf("%d sides of 2", got)
	}
	c.Lines[0].Values = []float64{nan, nan, nan, nan}
	if f := drawing(t, c); !slices.Contains(words(f), "нет сведений") || joins(f, styles[0].stroke) != 0 {
		t.Errorf("without numbers: %q", words(f))
	}
}

// The scale is that of the marks: its lowest in the middle, its highest at the rim.
func TestRadarScale(t *testing.T) {
	c := quality()
	c.Lines = []Line{{"", []float64{4, 1, 4, 1}}}
	f := drawing(t, c)
	place := map[string]doc.Label{}
	for _, l := range f.Drawing.Labels {
		place[l.Text] = l
	}
	middle, rim := place["1"].Y, place["4"].Y
	for _, mark := range []string{"2", "3"} {
		share := float64(mark[0]-'1') / 3
		if got := place[mark].Y; math.Abs(got-(middle+share*(rim-middle))) > 1e-6 {
			t.Errorf("the ring of %s at %.2f, the middle at %.2f, the rim at %.2f", mark, got, middle, rim)
		}
	}
	var discs []float64
	for _, s := range f.Drawing.Shapes {
		if s.Fill == doc.Black {
			low, high := s.Bounds()
			discs = append(discs, (low.Y+high.Y)/2)
		}
	}
	want := []float64{rim, middle, 2*middle - rim, middle}
	if !slices.EqualFunc(discs, want, func(a, b float64) bool { return math.Abs(a-b) < 0.01 }) {
		t.Errorf("the values stand at %v, want %v", discs, want)
	}
}

// Lines that are apart have their names beside them, those that lie on each other a legend.
func TestRadarNames(t *testing.T) {
	high := func(values ...float64) float64 {
		c := quality()
		c.Lines = []Line{{"Первая", []float64{4, 4, 4, 4}}, {"Вторая", values}}
		f := drawing(t, c)
		if !slices.Contains(words(f), "Первая") || !slices.Contains(words(f), "Вторая") {
			t.Errorf("names are missing in %q", words(f))
		}
		return f.Height
	}
	if apart, together := high(2, 2, 2, 2), high(4, 4, 4, 4); apart != usualRadarHeight || together <= apart {
		t.Errorf("%.1f mm high apart, %.1f together", apart, together)
	}
}

// The axis of lines begins at zero, unless all is in its upper half.
func TestScaleBetween(t *testing.T) {
	for _, test := range []struct {
		lowest, highest, top float64
		decimals             int
		want                 string
	}{
		{0, 33, 0, 0, "0 10 20 30 40"}, {40, 81, 0, 0, "0 20 40 60 80 100"}, {72.4, 84.9, 0, 1, "70 75 80 85"}, {96, 98, 100, 1, "96 97 98 99 100"},
		{40, 80, 100, 0, "0 20 40 60 80 100"}, {5, 5, 0, 0, "0 1 2 3 4 5"}, {-2.5, 6.1, 0, 1, "−5 0 5 10"}, {-7, -7, 0, 0, "−8 −6 −4 −2 0"}, {0, 0, 0, 0, "0 1"},
		{-0.3, 0.2, 0, 1, "−0,4 −0,2 0,0 0,2"},
	} {
		if _, names := scaleBetween(test.lowest, test.highest, test.top, test.decimals, 5).marks(); strings.Join(names, " ") != test.want {
			t.Errorf("%g to %g of %g: %q, want %q", test.lowest, test.highest, test.top, names, test.want)
		}
	}
}

// Bars of a histogram touch; those under the threshold are black, and its line stands
// between them.
func TestHistogram(t *testing.T) {
	f := drawing(t, marks())
	areas, fills := rectangles(f)
	light := Tones(1)[0]
	if !slices.Equal(fills, []doc.Fill{doc.Black, doc.Black, light}) {
		t.Fatalf("fills %v", fills)
	}
	for i := 1; i < len(areas); i++ {
		if math.Abs(areas[i].left-areas[i-1].right) > 1e-6 {
			t.Errorf("bar %d begins at %.2f, the one before ends at %.2f", i, areas[i].left, areas[i-1].right)
		}
	}
	last := f.Drawing.Shapes[len(f.Drawing.Shapes)-1]
	if low, _ := last.Bounds(); !last.Stroke.Dashed || math.Abs(low.X-areas[2].left) > 1e-6 {
		t.Errorf("the line is at %.2f, the first bar that reaches it at %.2f", low.X, areas[2].left)
	}
}

func TestFaultsReport(t *testing.T) {
	lines := func(change func(c *Lines)) drawn {
		c := coverage()
		change(&c)
		return c
	}
	radar := func(change func(c *Radar)) drawn {
		c := quality()
		change(&c)
		return c
	}
	histogram := func(change func(c *Histogram)) drawn {
		c := marks()
		change(&c)
		return c
	}
	for _, test := range []struct {
		want  string
		chart drawn
	}{
		{"уже 80 мм", lines(func(c *Lines) { c.Width = 79 })},
		{"не сказано", lines(func(c *Lines) { c.Lines = nil })},
		{"не больше 4", lines(func(c *Lines) { c.Lines = make([]Line, 5) })},
		{"линии 1 нет имени", lines(func(c *Lines) { c.Lines[0].Name = "" })},
		{"точки 2 нет имени", lines(func(c *Lines) { c.Points[1] = " " })},
		{"«Округ»: чисел 1, а точек 4", lines(func(c *Lines) { c.Lines[0].Values = []float64{1} })},
		{"«Край»: -Inf", lines(func(c *Lines) { c.Lines[1].Values[0] = math.Inf(-1) })},
		{"у точки 5, а их 4", lines(func(c *Lines) { c.Changes = []Change{{At: 4}} })},
		{"не поместятся", lines(func(c *Lines) {
			c.Points, c.Lines, c.Changes = strings.Split(strings.Repeat("2022 ", 99)+"2022", " "), []Line{{"", make([]float64, 100)}}, nil
		})},
		{"осей 2", radar(func(c *Radar) { c.Axes = c.Axes[:2] })},
		{"осей 13", radar(func(c *Radar) { c.Axes = make([]string, 13) })},
		{"оси 3 нет имени", radar(func(c *Radar) { c.Axes[2] = "" })},
		{"не больше 3", radar(func(c *Radar) { c.Lines = make([]Line, 4) })},
		{"шкала от 4 до 4", radar(func(c *Radar) { c.Lowest = 4 })},
		{"шкала от NaN", radar(func(c *Radar) { c.Lowest = nan })},
		{"«2021», Семья: 1 вне шкалы", radar(func(c *Radar) { c.Lowest = 1.5 })},
		{"не следует", histogram(func(c *Histogram) { c.Bins[1].From = 6 })},
		{"уже других", histogram(func(c *Histogram) { c.Bins[1].To, c.Bins[2].From = 6, 7 })},
		{"не между интервалами", histogram(func(c *Histogram) { c.Threshold.Value = 11 })},
		{"интервал 0–4: -1", histogram(func(c *Histogram) { c.Bins[0].Count = -1 })},
		{"интервал 1: от NaN", histogram(func(c *Histogram) { c.Bins[0].From = nan })},
		{"не поместятся", histogram(func(c *Histogram) {
			c.Bins = nil
			for i := range 99 {
				c.Bins = append(c.Bins, Bin{float64(i), float64(i), 1})
			}
		})},
	} {
		if f, err := test.chart.Figure(); f != nil || err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.want, err)
		}
	}
}

// Fifty bars with short names are one chart; with long ones so many as let all names
// stand, on one axis, and nothing is lost.
func TestParts(t *testing.T) {
	chart := func(name string, count int) Bars {
		c := Bars{Caption: "Охват", Lying: true, Series: []Series{{}}}
		for i := range count {
			c.Groups = append(c.Groups, Group{strings.Replace(name, "N", number(float64(i+1), 0), 1), []float64{float64(100 - i)}})
		}
		return c
	}
	for _, test := range []struct {
		name        string
		count, want int
	}{{"Школа № N", 50, 1}, {"МБОУ «Средняя общеобразовательная школа № N» Примерного округа", 12, 1},
		{"МБОУ «Средняя общеобразовательная школа № N» Примерного округа", 50, 3}, {"Школа № N", 0, 1}} {
		parts := chart(test.name, test.count).Parts()
		if len(parts) != test.want {
			t.Errorf("%d of %s: %d parts, want %d", test.count, test.name, len(parts), test.want)
		}
		var names []string
		for i, part := range parts {
			if part.Top != parts[0].Top || len(part.Groups) < test.count/len(parts) {
				t.Errorf("part %d: the axis ends at %g, %d bars", i+1, part.Top, len(part.Groups))
			}
			f := drawing(t, part)
			if test.want > 1 && (!strings.HasPrefix(f.Caption, "Охват (часть ") || strings.Contains(strings.Join(words(f), " "), "…")) {
				t.Errorf("part %d: %s, %q", i+1, f.Caption, words(f))
			}
			for _, g := range part.Groups {
				names = append(names, g.Name)
			}
		}
		if len(names) != test.count || test.count > 0 && names[test.count-1] != chart(test.name, test.count).Groups[test.count-1].Name {
			t.Errorf("%s: %q", test.name, names)
		}
	}
}

func TestCrosses(t *testing.T) {
	a := area{10, 10, 20, 20}
	for _, test := range []struct {
		x1, y1, x2, y2 float64
		want           bool
	}{
		{0, 15, 30, 15, true}, {15, 0, 15, 30, true}, {0, 0, 30, 30, true}, {12, 12, 14, 14, true}, {15, 15, 15, 15, true},
		{0, 5, 30, 5, false}, {0, 15, 9, 15, false}, {0, 12, 12, 0, false}, {0, 10, 30, 10, false}, {5, 5, 5, 5, false}, {0, 21, 21, 0, true},
	} {
		s := segment{doc.Point{X: test.x1, Y: test.y1}, doc.Point{X: test.x2, Y: test.y2}}
		back := segment{s.to, s.from}
		if s.crosses(a) != test.want || back.crosses(a) != test.want {
			t.Errorf("%v: want %t", s, test.want)
		}
	}
}
