package xlsx

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// fill writes one sheet as a stream. The other way of excelize, by single cells,
// is not used: its table of shared strings confuses «_x000D_» with
// «_x005F_x000D_», and its merged cells take quadratic time.
func (b book) fill(f *excelize.File, styles *styles, p *plan) error {
	if err := setUpPage(f, p); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if p.Table != nil {
		if err := setUpTable(f, p); err != nil {
			return err
		}
	}
	if err := b.makeLive(f, p); err != nil {
		return err
	}
	if err := w.SetPanes(panes(p)); err != nil {
		return err
	}
	if err := setWidths(w, p); err != nil {
		return err
	}
	if err := b.chart(f, p); err != nil {
		return err
	}
	for i, row := range p.rows {
		if err := b.writeRow(f, w, styles, p, i+1, row); err != nil {
			return err
		}
	}
	return w.Flush()
}

// setWidths sets the columns from the last to the first: excelize puts each before those
// it has, and Excel wants them in order. Equal ones are set together, for excelize copies
// all that it has each time.
func setWidths(w *excelize.StreamWriter, p *plan) error {
	isUnseen := func(i int) bool { return p.unseen != nil && p.unseen[i] }
	for end := len(p.widths); end > 0; {
		first := end - 1
		for first > 0 && isUnseen(first-1) == isUnseen(end-1) && (isUnseen(first) || p.widths[first-1] == p.widths[first]) {
			first--
		}
		var err error
		if isUnseen(first) {
			err = w.SetColVisible(first+1, end, false)
		} else {
			err = w.SetColWidth(first+1, end, columnUnits(p.widths[first]))
		}
		if err != nil {
			return err
		}
		end = first
	}
	return nil
}

// columnUnits turns points into Excel's unit, the width of a digit.
func columnUnits(points float64) float64 {
	return min(math.Round(points/digitWidth*100)/100, excelize.MaxColumnWidth)
}

func (b book) writeRow(f *excelize.File, w *excelize.StreamWriter, styles *styles, p *plan, row int, l line) error {
	values := make([]any, len(l.cells))
	for i, c := range l.cells {
		if c.look == (look{}) {
			continue
		}
		id, err := styles.number(c.settled())
		if err != nil {
			return err
		}
		value := excelize.Cell{StyleID: id, Value: c.content()}
		if c.value != nil {
			if value.Formula, err = b.formula(c.value.Formula, p, row-p.header); err == nil {
				err = b.link(f, p, c.value.Link, i, row)
			}
			if err != nil {
				return fmt.Errorf("ячейка %s: %w", ref(i, row), err)
			}
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

func (b book) link(f *excelize.File, p *plan, link string, column, row int) error {
	switch {
	case link == "":
		return nil
	case !isPlace(link):
		return f.SetCellHyperLink(p.name, ref(column, row), link, "External")
	}
	r, err := doc.ParseReference(link)
	if err != nil {
		return err
	}
	to, err := b.find(r, p, row-p.header)
	if err != nil {
		return err
	}
	return f.SetCellHyperLink(p.name, ref(column, row), to.quoted()+to.plain(), "Location")
}
