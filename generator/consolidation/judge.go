package consolidation

import "doklad/generator/model"

// The levels of an indicator that is judged by its trend: not to become worse is the norm.
var (
	becameWorse  = model.Level{Name: "ухудшение", Rank: 0}
	stayedAlike  = model.Level{Name: "без изменений", Rank: 1, Met: true}
	becameBetter = model.Level{Name: "улучшение", Rank: 2, Met: true}
)

// judge tells the level of every value; that of a trend by the year before.
func (c *Consolidation) judge(before *Consolidation) {
	for n := range c.Rows {
		row := &c.Rows[n]
		for u := range row.Units {
			c.level(row, &row.Units[u], before, func(b *Consolidation) Cell {
				return b.unitCell(row.Indicator.Code, c.Units[u].ID)
			})
		}
		for k := range row.Clusters {
			c.level(row, &row.Clusters[k], before, func(b *Consolidation) Cell {
				return b.clusterCell(row.Indicator.Code, c.Clusters[k].ID)
			})
		}
		c.level(row, &row.Whole, before, func(b *Consolidation) Cell {
			if n, told := b.rows[row.Indicator.Code]; told {
				return b.Rows[n].Whole
			}
			return Cell{}
		})
	}
}

func (c *Consolidation) clusterCell(code, id string) Cell {
	n, told := c.rows[code]
	for k, group := range c.Clusters {
		if told && group.ID == id {
			return c.Rows[n].Clusters[k]
		}
	}
	return Cell{}
}

func (c *Consolidation) level(row *Row, cell *Cell, before *Consolidation, same func(*Consolidation) Cell) {
	switch i := row.Indicator; {
	case cell.Answer:
	case !i.Trend:
		cell.Level, cell.Judged = i.Judge(cell.Value, c.Year)
	case before != nil:
		change := row.between(*cell, same(before), c.Year, before.Year)
		if cell.Judged = change.Known; !cell.Judged {
			return
		}
		cell.Level = stayedAlike
		if change.Better {
			cell.Level = becameBetter
		} else if change.Worse {
			cell.Level = becameWorse
		}
	}
}
