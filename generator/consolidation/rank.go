package consolidation

import (
	"slices"

	"doklad/generator/model"
)

// rank gives each unit its place by the values as they are printed; equal ones share it,
// and the next place is that after all of them: 1, 2, 2, 4. Shares of small groups have
// none, and nobody has one where there is no other to be compared with.
func rank(i model.Indicator, cells []Cell) {
	if i.Direction == model.Neutral || i.Unit == model.UnitYesNo {
		return
	}
	var ranked []int
	for u, c := range cells {
		if c.IsRanked() {
			ranked = append(ranked, u)
		}
	}
	if len(ranked) < 2 {
		return
	}
	number := func(n int) float64 { return cells[ranked[n]].Number }
	slices.SortStableFunc(ranked, func(a, b int) int {
		switch {
		case i.Better(cells[a].Number, cells[b].Number):
			return -1
		case i.Better(cells[b].Number, cells[a].Number):
			return 1
		}
		return 0
	})
	for n, u := range ranked {
		cells[u].Place = n + 1
		if n > 0 && !i.Better(number(n-1), number(n)) {
			cells[u].Place = cells[ranked[n-1]].Place
		}
	}
}

// IsRanked reports whether the cell of a unit may have a place among others.
func (c Cell) IsRanked() bool { return c.Concerned && !c.Answer && c.IsKnown() && !c.Small }
