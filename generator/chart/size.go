package chart

import "math"

// highest is the greatest value that the axis is to show.
func (c Bars) highest() float64 {
	value := 0.0
	if c.Threshold != nil {
		value = c.Threshold.Value
	}
	for _, g := range c.Groups {
		for _, v := range c.lengths(g) {
			if !math.IsNaN(v) {
				value = max(value, v)
			}
		}
	}
	return value
}

// lengths are how high the bars of a group are: one of a stack, or one for each kind.
func (c Bars) lengths(g Group) []float64 {
	if !c.Stacked {
		return g.Values
	}
	sum := 0.0
	for _, v := range g.Values {
		sum += v
	}
	return []float64{sum}
}

// ends are the texts at the ends of all bars.
func (c Bars) ends() (texts []string) {
	for _, g := range c.Groups {
		for _, v := range c.lengths(g) {
			texts = append(texts, number(v, c.Decimals))
		}
	}
	return texts
}

// thick is how thick a bar is: of a slot a stack leaves room beside it for values
// that do not fit inside.
func (c Bars) thick(p *plan) float64 {
	switch series := float64(len(c.Series)); {
	case c.touching:
		return p.slot
	case c.Stacked && c.Lying:
		return min(0.45*p.slot, 8)
	case c.Stacked:
		return min(0.5*p.slot, 22)
	case c.Lying:
		return min(0.75*p.slot/series, 6)
	case series == 1:
		return min(0.6*p.slot, 16)
	default:
		return min(0.8*p.slot/series, 14)
	}
}

// across is the room that the value at the end of a bar has beside its neighbours.
func (c Bars) across(p *plan) float64 {
	if c.Stacked || len(c.Series) == 1 {
		return p.slot - 0.4
	}
	return c.thick(p)
}
