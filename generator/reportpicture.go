package generator

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/chart"
	"doklad/generator/doc"
	"doklad/generator/model"
)

// pictureKind is how the numbers of a picture are shown («вид рисунка»).
type pictureKind int

const (
	groupedColumns pictureKind = iota
	lyingBars                  // one series
	stackedBars                // lying; one bar of all series
	lines
	radar
	histogram // one series
)

// picture is what a figure of the report and the chart in its workbook are both made of,
// so that they cannot disagree («рисунок доклада»).
type picture struct {
	Kind      pictureKind
	Caption   string
	Series    []string // names; one for lyingBars and histogram
	Rows      []pictureRow
	Unit      string // «%»: numbers are per cents because this says so, not their format
	Decimals  int
	Top       float64 // where the axis ends, 100 for per cents; 0: where the numbers do
	Lowest    float64 // of a radar: the scale of its marks
	Highest   float64
	Height    float64 // of a radar, the least; 0: as is usual
	Threshold *pictureThreshold
	Changes   []chart.Change // of lines
}

// pictureThreshold is what the numbers are to reach.
type pictureThreshold struct {
	Value   float64
	Name    string // «порог 70 %»
	Formula string // where it stands in the workbook; empty: nowhere
}

// pictureRow is what has one name: an institution, a year, an area, an interval.
type pictureRow struct {
	Name  string
	Cells []doc.Cell // one for each series; one without a number is a gap
	Bin   chart.Bin  // of a histogram, which names it
}

// histogramRows are intervals with their counts. cells is where the numbers stand in the
// workbook, a range, and what counts them as they are printed; empty: nowhere.
func histogramRows(bins []chart.Bin, decimals int, cells string) []pictureRow {
	rows := make([]pictureRow, len(bins))
	for n, bin := range bins {
		count := doc.Value{Kind: doc.NumberValue, Number: float64(bin.Count)}
		if cells != "" {
			count.Formula = countFormula(bins, n, decimals, cells)
		}
		rows[n] = pictureRow{Name: bin.Name(), Cells: []doc.Cell{count.Cell()}, Bin: bin}
	}
	return rows
}

// countFormula counts the numbers that round to one inside the interval. A bound is added to
// its sign, for a program reads «>=49,95» and «>=49.95» in one language each.
func countFormula(bins []chart.Bin, n, decimals int, cells string) string {
	half := math.Pow10(-decimals) / 2
	bound := func(x float64) string { return strconv.FormatFloat(model.Round(x, decimals+1), 'f', -1, 64) }
	to := bins[n].To - half
	isLast := n == len(bins)-1
	if isLast || bins[n+1].From > bins[n].To {
		to = bins[n].To + half // it holds its end
	}
	return fmt.Sprintf(`COUNTIFS(%[1]s,">="&%[2]s,%[1]s,"<"&%[3]s)`, cells, bound(bins[n].From-half), bound(to))
}

// number is that of a cell as it is printed; NaN: there is none.
func (p picture) number(c doc.Cell) float64 {
	if c.Value == nil || c.Value.Kind != doc.NumberValue {
		return math.NaN()
	}
	return model.Round(c.Value.Number, p.Decimals)
}

func (p picture) numbers(r pictureRow) []float64 {
	values := make([]float64, len(r.Cells))
	for n, c := range r.Cells {
		values[n] = p.number(c)
	}
	return values
}

// leavesOut reports whether a row without all its numbers has no place among the bars: a
// gap in their list says nothing, and a stack would be too short.
func (p picture) leavesOut() bool { return p.Kind == lyingBars || p.Kind == stackedBars }

// fault finds rows that are not as wide as the series.
func (p picture) fault() error {
	for _, r := range p.Rows {
		if len(r.Cells) != len(p.Series) {
			return fmt.Errorf("«%s»: чисел %d, а рядов %d", r.Name, len(r.Cells), len(p.Series))
		}
		if p.Kind == histogram && !p.isWhole(r) {
			return fmt.Errorf("«%s»: не сказано, сколько", r.Name)
		}
	}
	if single := p.Kind == lyingBars || p.Kind == histogram; len(p.Series) == 0 || single && len(p.Series) > 1 {
		return fmt.Errorf("рядов %d", len(p.Series))
	}
	return nil
}

func (p picture) isWhole(r pictureRow) bool {
	return !slices.ContainsFunc(r.Cells, func(c doc.Cell) bool { return math.IsNaN(p.number(c)) })
}

// drawn are the rows that have a place in the drawing, in their order, and the others.
func (p picture) drawn() (drawn, others []pictureRow) {
	for _, r := range p.Rows {
		if p.leavesOut() && !p.isWhole(r) {
			others = append(others, r)
		} else {
			drawn = append(drawn, r)
		}
	}
	return drawn, others
}

// shownName is the name of a row with the parts of its small share: «Школа № 3 (2 из 5)».
// Of several series only the workbook has the parts.
func (p picture) shownName(r pictureRow) string {
	if len(r.Cells) == 1 && r.Cells[0].Value != nil {
		if parts := r.Cells[0].Value.Format.Parts; parts != "" {
			return r.Name + " (" + strings.ReplaceAll(parts, " ", "\u00a0") + ")"
		}
	}
	return r.Name
}
