package model

import "math"

// Threshold is the bound from which a level is reached («порог»). A value on the bound has
// reached it.
type Threshold struct {
	Level string `toml:"level"` // the name of the level: «Базовый уровень»
	// One of the three says where the bound is: a number, the name of a reference of the
	// year, an interval.
	At        *float64  `toml:"at"`
	Reference string    `toml:"reference"`
	Band      *Interval `toml:"band"`
	// Norm marks the level that is demanded; of a single threshold it need not be said.
	Norm bool `toml:"norm"`
	// Red marks a level that is far below the norm; what is below all thresholds is too.
	Red bool `toml:"red"`
}

// Scale are thresholds that several indicators share («шкала уровней»).
type Scale struct {
	ID         string      `toml:"id"`
	Below      string      `toml:"below"`
	Thresholds []Threshold `toml:"threshold"`
}

// Level is how good a value is («достигнутый уровень»).
type Level struct {
	Name string
	Rank int  // 0: below the first threshold
	Met  bool // the norm is reached
}

// BelowThresholds is the level under the first threshold where the catalogue has no
// better name for it.
const BelowThresholds = "порог не достигнут"

// Norm is the threshold that is demanded, by its place; −1 without thresholds.
func (i Indicator) Norm() int {
	for n, t := range i.Thresholds {
		if t.Norm {
			return n
		}
	}
	return len(i.Thresholds) - 1
}

// Judge tells the level of a value in a year, as it is printed, so that no paper says
// «100,0 %» beside «ниже 100»; false where there is no
// number, no threshold, or no reference value of that year to compare with.
//
// Thresholds stand from the easiest to the hardest, so the last one reached counts.
func (i Indicator) Judge(v Value, year int) (Level, bool) {
	if !v.IsKnown() || len(i.Thresholds) == 0 {
		return Level{}, false
	}
	x := i.Round(v.Number)
	level := Level{Name: i.Below}
	if level.Name == "" {
		level.Name = BelowThresholds
	}
	for n, t := range i.Thresholds {
		bound, ok := i.bound(t, year)
		if !ok {
			return Level{}, false
		}
		if i.reaches(x, bound) {
			level = Level{Name: t.Level, Rank: n + 1, Met: n >= i.Norm()}
		}
	}
	return level, true
}

// bound is where the threshold lies in a year; one number is an interval of no length.
func (i Indicator) bound(t Threshold, year int) (Interval, bool) {
	switch {
	case t.Band != nil:
		return *t.Band, true
	case t.At != nil:
		return Interval{*t.At, *t.At}, true
	}
	for _, r := range i.References {
		if r.Name == t.Reference && r.Year == year {
			return Interval{r.Value, r.Value}, true
		}
	}
	return Interval{}, false
}

func (i Indicator) reaches(x float64, bound Interval) bool {
	switch i.Direction {
	case Higher:
		return x >= bound.From
	case Lower:
		return x <= bound.To
	}
	return bound.Has(x)
}

// NormIn is what meets the norm in a year, without end where any more, or any less, does;
// false where there is none, or no reference value of that year.
func (i Indicator) NormIn(year int) (Interval, bool) {
	n := i.Norm()
	if n < 0 {
		return Interval{}, false
	}
	bound, ok := i.bound(i.Thresholds[n], year)
	switch i.Direction {
	case Higher:
		bound.To = math.Inf(1)
	case Lower:
		bound.From = math.Inf(-1)
	}
	return bound, ok
}

// Better reports whether a is better than b, as both are printed. In a band the nearer to
// it is better, and all within are alike.
func (i Indicator) Better(a, b float64) bool { return i.Merit(a) > i.Merit(b) }

// Merit is a number that is the greater the better the value is, to put many in order.
func (i Indicator) Merit(x float64) float64 {
	x = i.Round(x)
	switch i.Direction {
	case Higher:
		return x
	case Lower:
		return -x
	case Band:
		if norm := i.Norm(); norm >= 0 && i.Thresholds[norm].Band != nil {
			return -i.Thresholds[norm].Band.Distance(x)
		}
	}
	return 0
}
