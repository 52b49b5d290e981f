package generator

import (
	"fmt"
	"math"
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	findings "doklad/generator/finding"
	"doklad/generator/model"
)

// ownResults show an institution its own results: the areas of quality around a middle
// where it has them, else how far its values are from their norms.
func (r *recommended) ownResults(id string, shown []*findings.Finding) ([]*doc.Figure, error) {
	for _, set := range r.sets() {
		if p, has := r.areasOfQuality(r.counted[set.ID], id); has {
			return p.figures(textWidth)
		}
	}
	p := distances(shown)
	if len(p.Rows) < 2 {
		return nil, nil // the table says it
	}
	return p.figures(textWidth)
}

// areasOfQuality are the marks of which an index of the institution is the mean, of this
// year and of the year before. Where one of them is told of too few, that year is not drawn.
func (r *recommended) areasOfQuality(y consolidation.Years, id string) (p picture, has bool) {
	for _, row := range y.Rows {
		counted := r.catalogue.Formulas.Formula(row.Indicator.Code)
		if counted == nil {
			continue
		}
		parts, isMean := counted.Mean()
		if !isMean || len(parts) < 3 || len(parts) > 12 || !mayBeDrawn(y.Consolidation, id, row.Indicator.Code, parts) {
			continue
		}
		p := picture{Kind: radar, Caption: oneLine(row.Indicator.Title) + ": составляющие", Height: lowFigure, Decimals: row.Indicator.Decimals, Unit: row.Indicator.Unit}
		var drawn []*consolidation.Consolidation
		if len(y.Before) > 0 {
			if same, _ := row.Indicator.Comparable(y.Year, y.Before[0].Year); same && mayBeDrawn(y.Before[0], id, row.Indicator.Code, parts) {
				drawn = append(drawn, y.Before[0])
			}
		}
		for _, of := range append(drawn, y.Consolidation) {
			p.Series = append(p.Series, fmt.Sprint(of.Year))
		}
		for _, code := range parts {
			at, _ := y.Row(code)
			part := y.Rows[at].Indicator
			p.Lowest, p.Highest = part.Range.From, part.Range.To
			line := pictureRow{Name: part.Title}
			for _, of := range append(drawn, y.Consolidation) {
				line.Cells = append(line.Cells, shown(part, unitCell(of, id, code), ""))
			}
			p.Rows = append(p.Rows, line)
		}
		p.shortenNames()
		return p, true
	}
	return picture{}, false
}

// mayBeDrawn reports whether an index is told, and neither it nor a part of it of too few.
func mayBeDrawn(c *consolidation.Consolidation, id, index string, parts []string) bool {
	return unitCell(c, id, index).IsKnown() && !slices.ContainsFunc(append([]string{index}, parts...), func(code string) bool { return unitCell(c, id, code).Small })
}

// unitCell is what an institution told in a year; an empty one where it was not there.
func unitCell(c *consolidation.Consolidation, id, code string) consolidation.Cell {
	row, asked := c.Row(code)
	u, there := c.Unit(id)
	if !asked || !there {
		return consolidation.Cell{}
	}
	return c.Rows[row].Units[u]
}

// distances are how far values are from their norms, in shares of these, so that points and
// per cents stand in one picture. Of a norm of zero there is no share.
func distances(shown []*findings.Finding) picture {
	p := picture{Kind: lyingBars, Caption: "Отклонение от порога, в процентах порога (названия по кодам – в таблице)", Unit: model.UnitPercent, Decimals: 1, Series: []string{"Отклонение"}}
	for _, f := range shown {
		norm := f.Norm.To
		if f.Value.Number < f.Norm.From {
			norm = f.Norm.From
		}
		if !f.HasNorm || f.Distance == 0 || norm == 0 || math.IsInf(norm, 0) {
			continue
		}
		share := doc.Value{Kind: doc.NumberValue, Number: 100 * f.Distance / math.Abs(norm), Format: doc.NumberFormat{Decimals: 1}}
		p.Rows = append(p.Rows, pictureRow{Name: f.Code, Cells: []doc.Cell{share.Cell()}})
	}
	return p
}
