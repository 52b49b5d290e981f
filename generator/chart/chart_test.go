package chart

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"doklad/generator/doc"
	"doklad/generator/internal/golden"
	"doklad/generator/typeset"
)

var fates = []Series{{Name: "не исполнено"}, {Name: "исполнено с нарушением срока"}, {Name: "исполнено частично"}, {Name: "исполнено"}}

func years() Bars {
	return Bars{Caption: "Исполнение мероприятий", Unit: "мероприятий", Stacked: true, Series: fates, Groups: []Group{
		{"2021", []float64{2, 0, 0, 3}}, {"2022", []float64{0, 1, 0, 12}}, {"2023", []float64{0, 0, 0, 0}}}}
}

func figure(t *testing.T, c Bars) *doc.Figure {
	t.Helper()
	f, err := c.Figure()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// rectangles are the bars, parts of bars and swatches of a drawing.
func rectangles(f *doc.Figure) (areas []area, fills []doc.Fill) {
	for _, s := range f.Drawing.Shapes {
		if s.Fill.Pattern != doc.None {
			low, high := s.Bounds()
			areas, fills = append(areas, area{low.X, low.Y, high.X, high.Y}), append(fills, s.Fill)
		}
	}
	return areas, fills
}

func words(f *doc.Figure) (texts []string) {
	for _, l := range f.Drawing.Labels {
		texts = append(texts, l.Text)
	}
	return texts
}

// dump writes a drawing so that a person can follow it.
func dump(f *doc.Figure) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.1f × %.1f мм\n%s\n%s\n\n", f.Width, f.Height, f.Caption, f.Alt)
	for _, s := range f.Drawing.Shapes {
		low, high := s.Bounds()
		kind := "line"
		if s.Fill.Pattern != doc.None {
			kind = fmt.Sprintf("fill %d/%.2f/%.1f", s.Fill.Pattern, s.Fill.Grey, s.Fill.Pitch)
		}
		fmt.Fprintf(&b, "%-16s %6.2f %6.2f – %6.2f %6.2f  %.2f pt\n", kind, low.X, low.Y, high.X, high.Y, s.Stroke.Width)
	}
	for _, l := range f.Drawing.Labels {
		fmt.Fprintf(&b, "%6.2f %6.2f %4.1f %s\n", l.X, l.Y, l.Size, l.Text)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	standing := years()
	lying := years()
	lying.Lying = true
	golden.Assert(t, "standing.txt", dump(figure(t, standing)))
	golden.Assert(t, "lying.txt", dump(figure(t, lying)))
}

func TestAlt(t *testing.T) {
	side := years()
	side.Stacked, side.Unit, side.Decimals = false, "%", 1
	side.Series = []Series{{Name: "2024"}, {Name: "2025"}}
	side.Groups = []Group{{"Школа № 1", []float64{66.66, 70}}, {"Лицей", []float64{math.NaN(), 0}}}
	side.Threshold = &Threshold{Value: 70, Name: "порог 70 %"}
	alone := Bars{Series: []Series{{}}, Groups: []Group{{"Лицей", []float64{1234567}}}}
	for _, test := range []struct {
		chart Bars
		want  string
	}{
		{years(), "Столбчатая диаграмма, мероприятий. 2021: не исполнено 2, исполнено 3; 2022: исполнено с нарушением срока 1, исполнено 12; 2023: 0."},
		{side, "Столбчатая диаграмма, %. Школа № 1: 2024 66,7, 2025 70,0; Лицей: 2024 нет сведений, 2025 0,0. Линия: порог 70 %."},
		{alone, "Столбчатая диаграмма. Лицей: 1\u00a0234\u00a0567."},
		{Bars{Series: fates, Stacked: true}, "Столбчатая диаграмма. Нет сведений."},
	} {
		if got := figure(t, test.chart).Alt; got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// Bars begin at zero and are as long as their values, by one measure with the marks.
func TestHonestAxis(t *testing.T) {
	for _, lying := range []bool{false, true} {
		c := years()
		c.Lying = lying
		f := figure(t, c)
		place := map[string]float64{} // of the marks on their axis, which are the first labels
		for _, l := range slices.Backward(f.Drawing.Labels) {
			if place[l.Text] = l.Y; lying {
				place[l.Text] = l.X
			}
		}
		unit := (place["10"] - place["0"]) / 10
		areas, fills := rectangles(f)
		areas = areas[3:] // the legend has three
		ends := func(a area) (from, to float64) {
			if lying {
				return a.left, a.right
			}
			return a.bottom, a.top
		}
		for i, want := range [][2]float64{{0, 2}, {2, 5}, {0, 1}, {1, 13}} {
			from, to := ends(areas[i])
			if math.Abs(from-place["0"]-want[0]*unit) > 1e-6 || math.Abs(to-place["0"]-want[1]*unit) > 1e-6 {
				t.Errorf("lying %t, part %d: from %.2f to %.2f", lying, i, (from-place["0"])/unit, (to-place["0"])/unit)
			}
		}
		if len(areas) != 4 || fills[3] != doc.Black || fills[4] != doc.White {
			t.Errorf("%d parts, fills %v", len(areas), fills)
		}
	}
}

// The legend has the kinds that occur, downwards as a standing stack has them,
// to the right as a lying one.
func TestLegend(t *testing.T) {
	for _, test := range []struct {
		lying bool
		want  string
	}{{false, "исполнено|исполнено с нарушением срока|не исполнено"}, {true, "не исполнено|исполнено с нарушением срока|исполнено"}} {
		c := years()
		c.Lying = test.lying
		f := figure(t, c)
		var entries []string
		for _, name := range strings.Split(test.want, "|") {
			at := slices.Index(words(f), strings.Fields(name)[0])
			if whole := slices.Index(words(f), name); whole >= 0 {
				at = whole
			}
			entries = append(entries, fmt.Sprintf("%03d", at))
		}
		if !slices.IsSorted(entries) || slices.Contains(words(f), "исполнено частично") {
			t.Errorf("lying %t: %v in %q", test.lying, entries, words(f))
		}
	}
	if areas, _ := rectangles(figure(t, Bars{Series: fates[:1], Groups: []Group{{"2021", []float64{1}}}})); len(areas) != 1 {
		t.Error("a legend of one kind")
	}
}

// Bars that miss the threshold are black, those that reach it light.
func TestThreshold(t *testing.T) {
	c := Bars{Series: []Series{{}}, Threshold: &Threshold{Value: 70, Name: "порог"},
		Groups: []Group{{"А", []float64{69.9}}, {"Б", []float64{70}}, {"В", []float64{90}}}}
	_, fills := rectangles(figure(t, c))
	if want := []doc.Fill{doc.Black, Tones(1)[0], Tones(1)[0]}; !slices.Equal(fills, want) {
		t.Errorf("%v", fills)
	}
	c.Threshold.Value = 200 // the axis goes on to it
	if !slices.Contains(words(figure(t, c)), "200") {
		t.Error("the axis ends under the threshold")
	}
}

// Nine kinds have nine fills; the first is black.
func TestTones(t *testing.T) {
	for count := 1; count <= 9; count++ {
		tones := Tones(count)
		seen := map[doc.Fill]bool{}
		for _, f := range tones {
			seen[f] = true
		}
		if len(seen) != count || count > 1 && (tones[0] != doc.Black || tones[count-1] != doc.White) {
			t.Errorf("%d: %v", count, tones)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, test := range []struct {
		want   string
		change func(c *Bars)
	}{
		{"уже 80 мм", func(c *Bars) { c.Width = 79 }},
		{"не сказано", func(c *Bars) { c.Series = nil }},
		{"не больше 9", func(c *Bars) { c.Series = make([]Series, 10) }},
		{"вида 2 нет имени", func(c *Bars) { c.Series[1].Name = " " }},
		{"столбца 1 нет имени", func(c *Bars) { c.Groups[0].Name = "" }},
		{"«2021»: чисел 3, а видов 4", func(c *Bars) { c.Groups[0].Values = []float64{1, 2, 3} }},
		{"«2021»: -1", func(c *Bars) { c.Groups[0].Values[0] = -1 }},
		{"«2021»: NaN", func(c *Bars) { c.Groups[0].Values[0] = math.NaN() }},
		{"«2021»: +Inf", func(c *Bars) { c.Groups[0].Values[0] = math.Inf(1) }},
		{"знаков после запятой", func(c *Bars) { c.Decimals = 7 }},
		{"порога", func(c *Bars) { c.Threshold = &Threshold{Value: 5} }},
	} {
		c := years()
		c.Series = slices.Clone(c.Series)
		test.change(&c)
		if f, err := c.Figure(); f != nil || err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.want, err)
		}
	}
}

// The same numbers make the same figure, and drawing leaves them alone.
func TestSameAgain(t *testing.T) {
	c := years()
	if !reflect.DeepEqual(figure(t, c), figure(t, c)) || !reflect.DeepEqual(c, years()) {
		t.Error("another figure, or other numbers")
	}
}

// On black a value is white, on a hatch it has a ground, on white it is plain.
func TestOnFill(t *testing.T) {
	for _, test := range []struct {
		fill doc.Fill
		want doc.Label
	}{{doc.Black, doc.Label{Grey: 1}}, {doc.Grey(0.55), doc.Label{}}, {doc.White, doc.Label{}}, {doc.Hatch(doc.Dots, 1), doc.Label{Clear: true}}} {
		if got := onFill(doc.Label{}, test.fill); got != test.want {
			t.Errorf("%v: %+v", test.fill, got)
		}
	}
}

// The line of a threshold runs through no value: 69 stands behind the line at 70.
func TestValueBehindThreshold(t *testing.T) {
	for _, lying := range []bool{false, true} {
		c := Bars{Lying: lying, Series: []Series{{}}, Top: 100, Threshold: &Threshold{Value: 70, Name: "порог"}, Groups: []Group{{"А", []float64{69}}}}
		f := figure(t, c)
		line := f.Drawing.Shapes[len(f.Drawing.Shapes)-1]
		low, high := line.Bounds()
		if !line.Stroke.Dashed {
			t.Fatal("the last shape is not the threshold")
		}
		b := board{fonts: typeset.Tinos()}
		for _, l := range f.Drawing.Labels {
			if a := b.areaOf(l); l.Text == "69" && a.meets(area{low.X - 0.1, low.Y - 0.1, high.X + 0.1, high.Y + 0.1}) {
				t.Errorf("lying %t: the line at %v crosses %+v", lying, low, a)
			}
		}
	}
}

// Schools that differ keep different names, however little room there is: in what is
// left out of their middle they are alike.
func TestNamesStayDistinct(t *testing.T) {
	const long = "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № %d» Примерного округа"
	for _, lying := range []bool{false, true} {
		for _, count := range []int{7, 30} {
			c := Bars{Lying: lying, Series: []Series{{}}}
			for i := range count {
				c.Groups = append(c.Groups, Group{fmt.Sprintf(long, i+1), []float64{5}})
			}
			text := strings.Join(words(figure(t, c)), " ")
			for i := range count {
				if name := fmt.Sprintf("№\u00a0%d»", i+1); strings.Count(text, name) != 1 {
					t.Errorf("lying %t: %d times %s of %d", lying, strings.Count(text, name), name, count)
				}
			}
		}
	}
}

// A label that would cover another is not set.
func TestTry(t *testing.T) {
	b := board{fonts: typeset.Tinos(), width: 50, height: 20}
	at := func(x float64) doc.Label { return doc.Label{X: x, Y: 10, Text: "12", Size: 10} }
	wide := b.wide("12", 10)
	for i, want := range []struct {
		x   float64
		set bool
	}{{20, true}, {20 + wide/2, false}, {20 + wide, true}, {-0.1, false}, {50 - wide + 0.1, false}, {0, true}} {
		if got := b.try(at(want.x)); got != want.set {
			t.Errorf("%d: set %t", i, got)
		}
	}
	if len(b.Labels) != 3 {
		t.Errorf("%d labels", len(b.Labels))
	}
}
