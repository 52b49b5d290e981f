package consolidation

import (
	"cmp"
	"slices"

	"doklad/generator/model"
)

// rank gives each unit its place by the values as they are printed; equal ones share it,
// and the next place is that after all of them: 1, 2, 2, 4. Shares of small groups have
// none, nor has anybody by an indicator that must not rank, or where there is no other to be compared with.
func rank(i model.Indicator, cells []Cell) {
	if i.Direction == model.Neutral || i.Unit == model.UnitYesNo || i.Unranked != "" {
		return
	}
	var ranked []int
	merits := make([]float64, len(cells))
	for u, c := range cells {
		if c.IsRanked() {
			ranked = append(ranked, u)
			merits[u] = i.Merit(c.Number)
		}
	}
	if len(ranked) < 2 {
		return
	}
	slices.SortStableFunc(ranked, func(a, b int) int { return cmp.Compare(merits[b], merits[a]) })
	for n, u := range ranked {
		cells[u].Place = n + 1
		if n > 0 && merits[u] == merits[ranked[n-1]] {
			cells[u].Place = cells[ranked[n-1]].Place
		}
	}
}

// IsRanked reports whether the cell of a unit may have a place among others.
func (c Cell) IsRanked() bool { return c.Concerned && !c.Answer && c.IsKnown() && !c.Small }
