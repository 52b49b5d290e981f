package model

import "math"

// Zone is how a value stands to its norm («зона»).
type Zone string

const (
	RedZone    Zone = "red"    // far below the norm
	YellowZone Zone = "yellow" // the norm is not reached
	GreenZone  Zone = "green"  // it is
	GreyZone   Zone = "grey"   // it cannot be told, or is told of too few
)

// Zones are all there are, the worst first.
var Zones = []Zone{RedZone, YellowZone, GreenZone, GreyZone}

var zoneWords = map[Zone]string{RedZone: "красная", YellowZone: "жёлтая", GreenZone: "зелёная", GreyZone: "серая"}

// Words are the zone in Russian: a paper is copied without colours.
func (z Zone) Words() string { return zoneWords[z] }

// defaultRedBeyond is what is taken for far where the catalogue does not say it: more than
// a tenth of the threshold.
const defaultRedBeyond = 10

// ZoneOf is the zone of a judged value. Where levels are marked as red, they tell; else the
// distance from the norm, as both are printed: of a norm of zero any is far.
func (i Indicator) ZoneOf(level Level, x float64, norm Interval) Zone {
	switch {
	case level.Met:
		return GreenZone
	case i.marksRed():
		if level.Rank == 0 || i.Thresholds[level.Rank-1].Red {
			return RedZone
		}
		return YellowZone
	}
	share := float64(defaultRedBeyond)
	if i.RedBeyond != nil {
		share = *i.RedBeyond
	}
	if Fifteen(100*norm.Distance(i.Round(x))) > Fifteen(share*math.Abs(norm.nearest(x))) {
		return RedZone
	}
	return YellowZone
}

func (i Indicator) marksRed() bool {
	for _, t := range i.Thresholds {
		if t.Red {
			return true
		}
	}
	return false
}

// Distance is how far outside the interval the number lies; 0 within.
func (v Interval) Distance(x float64) float64 {
	return Fifteen(math.Max(0, math.Max(v.From-x, x-v.To)))
}

// nearest is the end that the number lies beyond.
func (v Interval) nearest(x float64) float64 {
	if x < v.From {
		return v.From
	}
	return v.To
}

// NormOfTrend is what meets the norm of an indicator that is judged by its trend: not to
// have become worse than the value before.
func (i Indicator) NormOfTrend(before float64) Interval {
	norm := Interval{i.Round(before), i.Round(before)}
	switch i.Direction {
	case Higher:
		norm.To = math.Inf(1)
	case Lower:
		norm.From = math.Inf(-1)
	}
	return norm
}

// ZonesOf are the zones in which a value of a level may be.
func (i Indicator) ZonesOf(level string) []Zone {
	red := true // what lies under the first threshold
	for n, t := range i.Thresholds {
		if t.Level == level {
			if n >= i.Norm() {
				return []Zone{GreenZone}
			}
			red = t.Red
		}
	}
	switch {
	case !i.marksRed():
		return []Zone{RedZone, YellowZone}
	case red:
		return []Zone{RedZone}
	}
	return []Zone{YellowZone}
}
