package typeset

import (
	"math"
	"slices"
)

// maxHyphens is how many lines in a row may end in a hyphen.
const maxHyphens = 2

// way is the cheapest chain of lines to a break that ends in so many hyphenated
// lines.
type way struct {
	cost    float64
	from    int // the break before
	hyphens int // hyphenated lines at the break before
}

// ends are the ways to one break, by the number of hyphens in a row.
type ends [maxHyphens + 1]way

// ways are the best settings of the words before each break.
type ways []ends

func (d *desk) newWays(words int) ways {
	d.ways = slices.Grow(d.ways[:0], words+1)[:words+1]
	w := d.ways
	for i := range w {
		for h := range w[i] {
			w[i][h] = way{cost: math.Inf(1)}
		}
	}
	w[0][0].cost = 0
	return w
}

// Costs of a hyphen, beside the badness of a line: 4 where all its stretch is
// used, thousands beyond. So words are divided only where spaces would else be
// wider than 180 % of normal.
const (
	hyphenCost     = 20
	nextHyphenCost = 40  // more for a second hyphen in a row
	shortCost      = 200 // more for two letters alone
	// forbidden is more than any text costs; it is paid where there is no other
	// way at all.
	forbidden = 1e15
)

// extend takes a line from break j into account.
func (w *ends) extend(before ends, j int, cost float64, end word) {
	for h, b := range before {
		now := 0
		total := b.cost + cost
		if end.hyphen || end.dash {
			total += float64(h) * nextHyphenCost
			if end.hyphen {
				total += hyphenCost
			}
			if end.short {
				total += shortCost
			}
			if now = h + 1; now > maxHyphens {
				now = maxHyphens
				total += forbidden
			}
		}
		if total < w[now].cost {
			w[now] = way{total, j, h}
		}
	}
}

// trace follows the cheapest chain back from the end.
func (ways ways) trace() []int {
	end := len(ways) - 1
	at := 0
	for h := range ways[end] {
		if ways[end][h].cost < ways[end][at].cost {
			at = h
		}
	}
	var breaks []int
	for i := end; i > 0; {
		breaks = append(breaks, i)
		i, at = ways[i][at].from, ways[i][at].hyphens
	}
	slices.Reverse(breaks)
	return breaks
}
