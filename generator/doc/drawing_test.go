package doc

import (
	"math"
	"testing"
)

func (p Point) isNear(q Point) bool { return math.Hypot(p.X-q.X, p.Y-q.Y) < 1e-9 }

// Angles go clockwise from the top.
func TestPolar(t *testing.T) {
	for _, test := range []struct {
		angle float64
		want  Point
	}{{0, Point{10, 15}}, {90, Point{15, 20}}, {180, Point{10, 25}}, {270, Point{5, 20}}, {-90, Point{5, 20}}} {
		if got := Polar(Point{10, 20}, 5, test.angle); !got.isNear(test.want) {
			t.Errorf("at %.0f°: %v, want %v", test.angle, got, test.want)
		}
	}
}

// Every point of an arc is at its radius, whichever way it goes.
func TestArcIsRound(t *testing.T) {
	for _, span := range [][2]float64{{0, 360}, {30, 75}, {270, 10}, {0, 46}, {90, 90}} {
		path := arc(Point{3, 4}, 20, span[0], span[1], false)
		at := path[0].Point
		if !at.isNear(Polar(Point{3, 4}, 20, span[0])) || !path[len(path)-1].Point.isNear(Polar(Point{3, 4}, 20, span[1])) {
			t.Errorf("%v: from %v to %v", span, at, path[len(path)-1].Point)
		}
		for _, s := range path[1:] {
			for share := 0.0; share <= 1; share += 0.05 {
				a, b, c, d := math.Pow(1-share, 3), 3*share*math.Pow(1-share, 2), 3*share*share*(1-share), share*share*share
				x := a*at.X + b*s.From.X + c*s.To.X + d*s.X
				y := a*at.Y + b*s.From.Y + c*s.To.Y + d*s.Y
				if off := math.Hypot(x-3, y-4) - 20; math.Abs(off) > 20e-4 {
					t.Errorf("%v: %.4f off the circle", span, off)
				}
			}
			at = s.Point
		}
	}
}

// Shapes take the room that they were given.
func TestBounds(t *testing.T) {
	var d Drawing
	d.Rect(1, 2, 3, 4, Stroke{}, Black)
	d.RoundRect(1, 2, 3, 4, 1, Stroke{}, Black)
	d.RoundRect(1, 2, 3, 4, 100, Stroke{}, Black) // the corners are half the side at most
	d.Polygon([]Point{{1, 6}, {4, 6}, {2, 2}}, Stroke{}, Black)
	d.Line(1, 2, 4, 6, Stroke{Width: 1})
	for i, s := range d.Shapes {
		if low, high := s.Bounds(); !low.isNear(Point{1, 2}) || !high.isNear(Point{4, 6}) {
			t.Errorf("shape %d: from %v to %v", i, low, high)
		}
	}
}

// A sector begins at the arc and comes back by the middle, a piece of a ring by
// its inner arc.
func TestSector(t *testing.T) {
	var d Drawing
	d.Sector(0, 0, 0, 10, 0, 90, Stroke{}, Black)
	d.Sector(0, 0, 5, 10, 0, 90, Stroke{}, Black)
	pie, ring := d.Shapes[0].Path, d.Shapes[1].Path
	if last := pie[len(pie)-2]; last.Kind != Draw || !last.isNear(Point{}) {
		t.Errorf("the pie ends with %+v", last)
	}
	if last := ring[len(ring)-2]; !last.isNear(Point{0, -5}) || ring[len(ring)-1].Kind != Close {
		t.Errorf("the ring ends with %+v", last)
	}
}

func TestFormatFigures(t *testing.T) {
	d := &Document{Blocks: []Block{{Role: FigureRole, Label: "доля"}, {Role: TableRole, Label: "доля"}, {Role: Emblem, Label: "герб"}},
		Figures: map[string]*Figure{"доля": {Caption: "Доля | всех", Alt: "Три столбца."}}}
	if got, want := FormatFigures(d), "\n| доля | Доля \\| всех | Три столбца. |\n"; got != want {
		t.Errorf("got %q", got)
	}
}
