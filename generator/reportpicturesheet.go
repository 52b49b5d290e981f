package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/xlsx"
)

// Names of the columns of a picture's sheet. A line has as many as it has pieces.
const (
	columnName  = "name"
	columnLimit = "limit"
	columnLow   = "low"
	columnHigh  = "high"
)

// Widths of the columns in millimetres; with the names they are as wide as the charts.
const (
	numbersWidth = 30.0
	leastName    = 70.0
	widestName   = 130.0
)

func columnSeries(n, piece int) string { return fmt.Sprintf("s%d_%d", n+1, piece+1) }

// pictureColumn is a column of a picture's sheet with what stands in it; row is counted
// from 0, those of the drawing first.
type pictureColumn struct {
	name, header string
	cell         func(row int, r pictureRow) doc.Cell
}

// sheet is the table of the numbers, their formulas kept, with native charts of it under
// it. Rows that have no place in the drawing are the last, with the word that says why.
func (p picture) sheet(name string) xlsx.Sheet {
	drawn, others := p.drawn()
	columns := p.columns(len(drawn))
	t := &doc.Table{Name: "picture"}
	for n, c := range columns {
		column := doc.Column{Header: c.header, Name: c.name, Align: doc.Centre, Width: numbersWidth}
		if n == 0 {
			column.Align, column.Width = doc.Left, min(widestName, max(leastName, nativeWidth-numbersWidth*float64(len(columns)-1)))
		}
		t.Columns = append(t.Columns, column)
	}
	for n, r := range slices.Concat(drawn, others) {
		row := doc.Row{}
		for _, c := range columns {
			row.Cells = append(row.Cells, c.cell(n, r))
		}
		t.Rows = append(t.Rows, row)
	}
	s := xlsx.Sheet{Name: name, Table: t, NoFilter: true}
	if gaps := p.allGaps(); gaps != "" {
		s.Above = []doc.Block{{Parts: []string{capitalized(gaps) + "."}}}
	}
	if len(drawn) > 0 {
		s.Charts = p.nativeCharts(len(drawn))
	}
	return s
}

// nameHeaders are what the rows are.
var nameHeaders = map[pictureKind]string{lines: "Период", radar: "Область"}

func (p picture) columns(drawn int) []pictureColumn {
	header := cmp.Or(nameHeaders[p.Kind], "Наименование")
	if p.Kind == histogram {
		header = strings.TrimSuffix("Интервал значений, "+p.Unit, ", ")
	}
	columns := []pictureColumn{{columnName, header, func(_ int, r pictureRow) doc.Cell { return doc.Cell{Text: p.shownName(r)} }}}
	for n := range p.Series {
		columns = append(columns, p.seriesColumns(n, drawn)...)
	}
	if p.hasLimit() {
		limit := doc.Value{Kind: doc.NumberValue, Number: p.Threshold.Value, Formula: p.Threshold.Formula, Format: p.limitFormat()}.Cell()
		columns = append(columns, pictureColumn{columnLimit, capitalized(p.Threshold.Name), func(int, pictureRow) doc.Cell { return limit }})
	}
	if p.marksLow() {
		columns = append(columns, p.sideColumn(columnLow, "Ниже", drawn), p.sideColumn(columnHigh, "Не ниже", drawn))
	}
	return columns
}

// seriesColumns are the numbers of a series: of a line one column up to each change of the
// method, for there it is broken.
func (p picture) seriesColumns(n, drawn int) (columns []pictureColumn) {
	bounds := p.pieces()
	for piece := range len(bounds) - 1 {
		header := capitalized(cmp.Or(p.Series[n], p.Unit, "Значение"))
		for _, change := range p.Changes {
			if piece > 0 && change.At == bounds[piece] {
				header = fmt.Sprintf("%s с %s (%s)", header, p.Rows[change.At].Name, change.Words())
			}
		}
		columns = append(columns, pictureColumn{columnSeries(n, piece), header, func(row int, r pictureRow) doc.Cell {
			c := r.Cells[n]
			switch {
			case row < bounds[piece] || row >= bounds[piece+1]:
				return doc.Cell{}
			case row >= drawn:
				return p.plainCell(c)
			case c.Value == nil || c.Value.Kind != doc.NumberValue:
				return doc.Cell{} // programs draw a word as zero
			}
			return p.plainCell(c)
		}})
	}
	return columns
}

// pieces are the rows where pieces of lines begin, and after them the number of rows.
func (p picture) pieces() []int {
	bounds := []int{0, len(p.Rows)}
	if p.Kind == lines {
		for _, c := range p.Changes {
			if c.At > 0 && c.At < len(p.Rows) {
				bounds = append(bounds, c.At)
			}
		}
	}
	slices.Sort(bounds)
	return slices.Compact(bounds)
}

// plainCell is a cell without the parts of a share, which its name has.
func (p picture) plainCell(c doc.Cell) doc.Cell {
	if c.Value == nil || c.Value.Kind != doc.NumberValue {
		return doc.Cell{Text: c.Text}
	}
	value := doc.Value{Kind: doc.NumberValue, Number: c.Value.Number, Formula: c.Value.Formula, Format: p.format()}
	if len(p.Series) > 1 {
		value.Format.Parts = c.Value.Format.Parts
	}
	return value.Cell()
}

func (p picture) format() doc.NumberFormat {
	if p.Kind == histogram {
		return doc.NumberFormat{Grouped: true}
	}
	return doc.NumberFormat{Decimals: p.Decimals, Grouped: true}
}

// limitFormat has all digits of the threshold.
func (p picture) limitFormat() doc.NumberFormat {
	return doc.NumberFormat{Decimals: max(p.Decimals, decimalsOf(p.Threshold.Value)), Grouped: true}
}

// hasLimit reports whether the threshold is a number beside the others.
func (p picture) hasLimit() bool {
	return p.Threshold != nil && (p.Kind == groupedColumns || p.Kind == lyingBars || p.Kind == lines)
}

// marksLow reports whether what does not reach the threshold is black, as on paper.
func (p picture) marksLow() bool {
	return p.Threshold != nil && len(p.Series) == 1 && (p.Kind == groupedColumns || p.Kind == lyingBars || p.Kind == histogram)
}

// sideColumn has the numbers at one side of the threshold. They move to the other column
// when they change; the intervals of a histogram stay where they are.
func (p picture) sideColumn(name, side string, drawn int) pictureColumn {
	below := 0
	if p.Kind == histogram {
		below = p.histogram(0).Below()
	}
	of := columnSeries(0, 0)
	sign := "<"
	if name == columnHigh {
		sign = ">="
	}
	return pictureColumn{name, fmt.Sprintf("%s (%s)", side, p.Threshold.Name), func(row int, r pictureRow) doc.Cell {
		c := p.plainCell(r.Cells[0])
		if row >= drawn || c.Value == nil {
			return doc.Cell{}
		}
		isLow := p.number(r.Cells[0]) < p.Threshold.Value
		c.Value.Formula = fmt.Sprintf(`IF(ISNUMBER({.%[1]s}),IF(ROUND({.%[1]s},%[2]d)%[3]s{.%[4]s},{.%[1]s},""),"")`, of, p.Decimals, sign, columnLimit)
		if p.Kind == histogram {
			isLow = row < below
			c.Value.Formula = "{." + of + "}"
		}
		switch {
		case isLow == (name == columnLow):
			return c
		case p.Kind == histogram:
			return doc.Cell{}
		}
		return doc.Cell{Value: &doc.Value{Formula: c.Value.Formula, Format: p.format()}}
	}}
}
