package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

const inch = 25.4 // millimetres

// setUpPage makes the sheet ready to print. It comes before the stream is
// opened: excelize writes these settings at the beginning of the sheet.
func setUpPage(f *excelize.File, p *plan) error {
	const a4 = 9
	last := ref(len(p.widths)-1, len(p.rows))
	if err := f.SetSheetDimension(p.name, "A1:"+last); err != nil {
		return err
	}
	if err := f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: new(true)}); err != nil {
		return err
	}
	orientation := "landscape"
	if p.Table == nil {
		orientation = "portrait"
	}
	// As many pages high as it takes.
	if err := f.SetPageLayout(p.name, &excelize.PageLayoutOptions{
		Size: new(a4), Orientation: &orientation, FitToWidth: new(p.pages()), FitToHeight: new(0),
	}); err != nil {
		return err
	}
	if err := f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{
		Left: new(20 / inch), Right: new(15 / inch), Top: new(20 / inch), Bottom: new(15 / inch),
		Header: new(10 / inch), Footer: new(8 / inch), Horizontally: new(true),
	}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(p.name, headers(p)); err != nil {
		return err
	}
	if p.Table == nil {
		return nil
	}
	titles := fmt.Sprintf("'%s'!$%d:$%d", p.name, p.header, p.header)
	if frozen := p.frozenColumns(); p.pages() > 1 && frozen > 0 {
		titles = fmt.Sprintf("'%s'!$A:$%s,", p.name, columnLetters(frozen-1)) + titles
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: p.name, RefersTo: titles})
}

// pages is over how many pages side by side the table is printed.
func (p *plan) pages() int { return max(1, p.PagesWide) }

// headers number the pages; every page of a draft but the first, which has it over
// the table, says what it is at the right.
func headers(p *plan) *excelize.HeaderFooterOptions {
	number := fmt.Sprintf(`&C&"%s,Regular"&%d&P`, fontName, titleSize)
	if p.Across == "" {
		return &excelize.HeaderFooterOptions{OddHeader: number}
	}
	across := fmt.Sprintf(`&R&"%s,Bold"&%d%s`, fontName, titleSize, strings.ReplaceAll(" "+p.Across, "&", "&&"))
	return &excelize.HeaderFooterOptions{DifferentFirst: true, FirstHeader: number, OddHeader: number + across}
}

// setUpTable adds the filter and takes away the green corners that Excel puts on
// «1.10» kept as text. It comes after the stream is opened: AutoFilter of
// excelize drops the settings that setUpPage made.
func setUpTable(f *excelize.File, p *plan) error {
	table := ref(0, p.header) + ":" + ref(len(p.widths)-1, len(p.rows))
	if body := bodyRows(p.Table); body > 0 && !p.NoFilter {
		filtered := place{p, area{right: len(p.widths) - 1, bottom: body}}
		if err := f.AutoFilter(p.name, filtered.plain(), nil); err != nil {
			return err
		}
	}
	return f.AddIgnoredErrors(p.name, table, excelize.IgnoredErrorsNumberStoredAsText)
}

// panes freezes the header and the first columns, and puts the cursor into the
// first cell of the table that scrolls. The sheet opens at its top.
func panes(p *plan) *excelize.Panes {
	if p.Table == nil {
		return &excelize.Panes{}
	}
	split := &excelize.Panes{Freeze: true, XSplit: p.frozenColumns(), YSplit: p.frozenRows(), ActivePane: "bottomLeft"}
	if split.XSplit > 0 {
		split.ActivePane = "bottomRight"
		if split.YSplit == 0 {
			split.ActivePane = "topRight"
		}
	}
	if split.XSplit == 0 && split.YSplit == 0 {
		return &excelize.Panes{}
	}
	split.TopLeftCell = ref(split.XSplit, split.YSplit+1)
	cursor := ref(split.XSplit, p.firstRow())
	split.Selection = []excelize.Selection{{Pane: split.ActivePane, ActiveCell: cursor, SQRef: cursor}}
	return split
}

// frozenColumns leaves a column that scrolls.
func (p *plan) frozenColumns() int {
	switch {
	case p.Frozen < 0:
		return 0
	case p.Frozen == 0:
		return min(1, len(p.widths)-1)
	}
	return min(p.Frozen, len(p.widths)-1)
}

// frozenRows is how many rows stay when the table is scrolled: all to the
// header, unless they would leave no room for the table on a small screen.
func (p *plan) frozenRows() int {
	const most = 330.0 // points: about half of a notebook's window
	height := 0.0
	for _, row := range p.rows[:p.header] {
		height += row.height
	}
	if height > most {
		return 0
	}
	return p.header
}

// firstRow is the first row of the table that is not a section.
func (p *plan) firstRow() int {
	for i := p.header; i < len(p.rows); i++ {
		if !p.rows[i].merged {
			return i + 1
		}
	}
	return p.header + 1
}
