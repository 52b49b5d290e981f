package doc

import "math"

// Drawing is a picture of lines, shapes and words: a chart, a code, a frame. It
// has no colours, for it must survive a copier. Lengths are millimetres from its
// upper left corner, down; sizes of type and widths of lines are points; greys go
// from 0, black, to 1, white.
type Drawing struct {
	Shapes []Shape // a later one covers the earlier
	Labels []Label // over the shapes
}

// Shape is a path that is filled, drawn along, or both.
type Shape struct {
	Path   []Step
	Stroke Stroke
	Fill   Fill
}

// Step is one step of a path.
type Step struct {
	Kind StepKind
	Point
	From, To Point // of a curve: where it is drawn to as it leaves, as it arrives
}

// StepKind is the kind of a step.
type StepKind int

const (
	Move  StepKind = iota // begins a new line
	Draw                  // a straight line
	Curve                 // a cubic Bézier curve
	Close                 // back to where the line began
)

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Stroke is how a line is drawn. The zero value draws none.
type Stroke struct {
	Width  float64
	Grey   float64
	Dashed bool
}

// Fill is what a shape is filled with. The zero value lets all under it be seen;
// a hatch stands on white.
type Fill struct {
	Pattern Pattern
	Grey    float64 // of Solid
	Pitch   float64 // distance of the lines of a hatch; 0: 1.5 mm
}

// Pattern is a way of filling. Two that are neighbours can be told apart on a bad
// copy.
type Pattern int

const (
	None         Pattern = iota
	Solid                // black, white or grey
	HatchRight           // ////
	HatchLeft            // \\\\
	HatchCross           // both
	HatchLevel           // ====
	HatchUpright         // ||||
	Dots
)

// Fills that need no more to be said.
var (
	Black = Fill{Pattern: Solid}
	White = Fill{Pattern: Solid, Grey: 1}
)

// Grey is a fill between black, 0, and white, 1.
func Grey(grey float64) Fill { return Fill{Pattern: Solid, Grey: grey} }

// Hatch is a fill of lines as far apart as pitch.
func Hatch(p Pattern, pitch float64) Fill { return Fill{Pattern: p, Pitch: pitch} }

// Label is a line of text in a drawing.
type Label struct {
	X, Y   float64
	Text   string
	Size   float64
	Bold   bool
	Grey   float64 // 1 on a black shape
	Anchor Align   // what stands at X: the left end, the middle, the right end
	Level  Level   // what stands at Y
	Angle  float64 // degrees counter-clockwise about X, Y
	Clear  bool    // on a white ground, so that a hatch or a line does not cross it
}

// Level is the height of a label that stands at its Y.
type Level int

const (
	Baseline Level = iota // the text stands on Y
	Middle                // capitals and digits are halved by Y
	Under                 // capitals and digits hang from Y
)

// Line adds a straight line.
func (d *Drawing) Line(x1, y1, x2, y2 float64, s Stroke) {
	d.Polyline([]Point{{x1, y1}, {x2, y2}}, s)
}

// Polyline adds a line through points.
func (d *Drawing) Polyline(points []Point, s Stroke) {
	d.add(through(points), s, Fill{})
}

// Polygon adds a closed shape with corners.
func (d *Drawing) Polygon(points []Point, s Stroke, f Fill) {
	d.add(append(through(points), Step{Kind: Close}), s, f)
}

// Rect adds a rectangle by its upper left corner and size.
func (d *Drawing) Rect(x, y, width, height float64, s Stroke, f Fill) {
	d.Polygon([]Point{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, s, f)
}

// RoundRect adds a rectangle with rounded corners.
func (d *Drawing) RoundRect(x, y, width, height, radius float64, s Stroke, f Fill) {
	r := min(radius, width/2, height/2)
	var path []Step
	for i, corner := range []Point{{x + width - r, y + r}, {x + width - r, y + height - r}, {x + r, y + height - r}, {x + r, y + r}} {
		from := float64(i) * 90
		path = append(path, arc(corner, r, from, from+90, len(path) > 0)...)
	}
	d.add(append(path, Step{Kind: Close}), s, f)
}

// Circle adds a circle by its middle.
func (d *Drawing) Circle(x, y, radius float64, s Stroke, f Fill) {
	d.add(append(arc(Point{x, y}, radius, 0, 360, false), Step{Kind: Close}), s, f)
}

// Arc adds a part of a circle as a line. Angles are degrees clockwise from the
// top, as on a clock.
func (d *Drawing) Arc(x, y, radius, from, to float64, s Stroke) {
	d.add(arc(Point{x, y}, radius, from, to, false), s, Fill{})
}

// Sector adds a piece of a pie; with an inner radius, of a ring.
func (d *Drawing) Sector(x, y, inner, radius, from, to float64, s Stroke, f Fill) {
	middle := Point{x, y}
	path := arc(middle, radius, from, to, false)
	if inner > 0 {
		path = append(path, arc(middle, inner, to, from, true)...)
	} else {
		path = append(path, Step{Kind: Draw, Point: middle})
	}
	d.add(append(path, Step{Kind: Close}), s, f)
}

// Label adds a line of text.
func (d *Drawing) Label(l Label) { d.Labels = append(d.Labels, l) }

func (d *Drawing) add(path []Step, s Stroke, f Fill) {
	d.Shapes = append(d.Shapes, Shape{Path: path, Stroke: s, Fill: f})
}

// Polar is the point at a distance and an angle, clockwise from the top.
func Polar(middle Point, radius, angle float64) Point {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	return Point{middle.X + radius*sin, middle.Y - radius*cos}
}

func through(points []Point) []Step {
	path := make([]Step, len(points), len(points)+1)
	for i, p := range points {
		path[i] = Step{Kind: Draw, Point: p}
	}
	if len(path) > 0 {
		path[0].Kind = Move
	}
	return path
}

// arc is a part of a circle in curves of at most 45°, where they differ from the
// circle by less than a ten-thousandth of the radius.
func arc(middle Point, radius, from, to float64, joined bool) []Step {
	first := Step{Kind: Move, Point: Polar(middle, radius, from)}
	if joined {
		first.Kind = Draw
	}
	path := []Step{first}
	pieces := max(1, math.Ceil(math.Abs(to-from)/45-1e-9))
	angle := (to - from) / pieces
	reach := radius * 4 / 3 * math.Tan(angle*math.Pi/720) // of the control points
	for i := range int(pieces) {
		a, b := from+float64(i)*angle, from+float64(i+1)*angle
		start, end := Polar(middle, radius, a), Polar(middle, radius, b)
		path = append(path, Step{Kind: Curve, Point: end,
			From: Polar(start, reach, a+90), To: Polar(end, -reach, b+90)})
	}
	return path
}

// Bounds is the smallest rectangle around the path; curves count with the points
// that draw them.
func (s Shape) Bounds() (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	take := func(p Point) {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	for _, step := range s.Path {
		if step.Kind == Curve {
			take(step.From)
			take(step.To)
		}
		if step.Kind != Close {
			take(step.Point)
		}
	}
	return low, high
}
