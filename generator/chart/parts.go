package chart

import "fmt"

// Parts divides a chart of many lying bars over as few charts as let the names stand
// as whole as three lines let them. All have one axis, so that they can be compared, and
// as many bars as can be. A chart that needs no dividing is its only part.
func (c Bars) Parts() []Bars {
	c.Fonts, c.Width = family(c.Fonts), usual(c.Width, usualWidth)
	if !c.Lying && !c.tooClose() || c.fault() != nil {
		return []Bars{c}
	}
	c.Lying = true
	if c.Threshold != nil || c.highest() > 0 {
		b := &board{fonts: c.Fonts, width: c.Width}
		c.Top = c.layOut(b).scale.end
	}
	for count := 1; ; count++ {
		if parts := c.divided(count); count >= len(c.Groups) || allWhole(parts) {
			return parts
		}
	}
}

// divided is the chart in so many parts of nearly one size.
func (c Bars) divided(count int) (parts []Bars) {
	for i := range count {
		part := c
		part.Groups = c.Groups[len(c.Groups)*i/count : len(c.Groups)*(i+1)/count]
		if count > 1 && c.Caption != "" {
			part.Caption = fmt.Sprintf("%s (часть %d из %d)", c.Caption, i+1, count)
		}
		parts = append(parts, part)
	}
	return parts
}

// allWhole reports whether no part leaves out of a name what another height would keep.
func allWhole(parts []Bars) bool {
	for _, c := range parts {
		b := &board{fonts: c.Fonts, width: c.Width}
		if p := c.layOut(b); p.cut > c.namesIn(b, labelSize, nameShare*b.width, 3).cut {
			return false
		}
	}
	return true
}
