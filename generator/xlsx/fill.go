package xlsx

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// fill writes one sheet as a stream. The other way of excelize, by single cells,
// is not used: its table of shared strings confuses «_x000D_» with
// «_x005F_x000D_», and its merged cells take quadratic time.
func fill(f *excelize.File, styles *styles, p plan) error {
	if err := setUpPage(f, p); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if err := setUpTable(f, p); err != nil {
		return err
	}
	if err := w.SetPanes(panes(p)); err != nil {
		return err
	}
	// From the last to the first: excelize puts each before those it has, and
	// Excel wants them in order.
	for i, width := range slices.Backward(p.widths) {
		if err := w.SetColWidth(i+1, i+1, columnUnits(width)); err != nil {
			return err
		}
	}
	for i, row := range p.rows {
		if err := writeRow(w, styles, i+1, row); err != nil {
			return err
		}
	}
	return w.Flush()
}

// columnUnits turns points into Excel's unit, the width of a digit.
func columnUnits(points float64) float64 {
	return min(math.Round(points/digitWidth*100)/100, excelize.MaxColumnWidth)
}

func writeRow(w *excelize.StreamWriter, styles *styles, row int, l line) error {
	values := make([]any, len(l.cells))
	for i, c := range l.cells {
		if c.look == (look{}) {
			continue
		}
		id, err := styles.number(c.look.forText(c.text))
		if err != nil {
			return err
		}
		value := excelize.Cell{StyleID: id}
		if c.text != "" {
			value.Value = guard(cellText(c.text))
		}
		values[i] = value
	}
	if l.merged {
		if err := w.MergeCell(ref(0, row), ref(len(l.cells)-1, row)); err != nil {
			return err
		}
	}
	return w.SetRow(ref(0, row), values, excelize.RowOpts{Height: l.height})
}
