package finding

import (
	"cmp"
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/model"
)

// trend follows the value back through the years: a year that was counted in another way,
// and all before it, are of another history.
func (y *years) trend(f *Finding, s subject, row int) {
	later, year, broken := s.now(row), y.Year, false
	for n, b := range y.Before {
		at := y.before[n][row]
		if at < 0 || s.before[n] == nil {
			broken = true
			continue
		}
		cell := s.before[n](at)
		change := y.change(row, s, later, cell, year, b)
		if n == 0 {
			f.Change = change
		}
		if same, _ := f.Indicator.Comparable(y.Year, b.Year); !same {
			break
		}
		if cell.IsKnown() {
			f.History = append(f.History, Point{b.Year, f.Indicator.Round(cell.Number)})
		}
		switch {
		case broken || !change.Known:
			broken = true
		case change.Better && f.Run >= 0:
			f.Run++
		case change.Worse && f.Run <= 0:
			f.Run--
		default:
			broken = true
		}
		later, year = cell, b.Year
	}
	slices.Reverse(f.History)
}

// change is that between two cells of a row. A sum that lacks some has changed for that
// alone.
func (y *years) change(row int, s subject, now, before *consolidation.Cell, year int, b *consolidation.Consolidation) consolidation.Change {
	change := consolidation.Between(y.Rows[row].Indicator, *now, *before, year, b.Year)
	if s.unit < 0 && change.Known && y.Rows[row].Rule == consolidation.Sum && (now.Told < now.Of || before.Told < before.Of) {
		return consolidation.Change{Partial: true}
	}
	return change
}

// rank gives each unit its place among those of its cluster. Results of ВПР, and whatever
// is counted of them, give nobody a place, for that is no use that may be made of them.
func (y *years) rank(row int) []Place {
	places := make([]Place, len(y.Units))
	i := &y.Rows[row].Indicator
	if i.Direction == model.Neutral || i.Unit == model.UnitYesNo || i.Unranked != "" || y.restricted[i.Code] {
		return places
	}
	merits := make([]float64, len(y.Units))
	groups := y.Clusters
	if len(groups) == 0 {
		groups = []consolidation.Group{{}}
	}
	for _, group := range groups {
		var ranked []int
		for u := range y.Units {
			cell := y.Rows[row].Units[u]
			isOf := len(y.Clusters) == 0 || y.Units[u].Cluster == group.ID
			if isOf && cell.IsRanked() && !y.isSmall(y.unitCells(u), row) {
				ranked = append(ranked, u)
				merits[u] = i.Merit(cell.Number)
			}
		}
		if len(ranked) < 2 {
			continue
		}
		slices.SortStableFunc(ranked, func(a, b int) int { return cmp.Compare(merits[b], merits[a]) })
		for n, u := range ranked {
			places[u] = Place{n + 1, len(ranked), group.Name}
			if n > 0 && merits[u] == merits[ranked[n-1]] {
				places[u].Place = places[ranked[n-1]].Place
			}
		}
	}
	return places
}
