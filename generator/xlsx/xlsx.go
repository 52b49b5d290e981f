// Package xlsx puts tables into workbooks that are ready to print: the same
// doc.Table that package pdf lays on pages becomes a sheet with its гриф and
// title above it.
//
// A text stays the text that was given: it never becomes a formula, a number, a
// date or a link. Only a doc.Value, which the program made, is one of these; and a
// Sheet can be made for people to work in: filtered, marked, filled in. Widths and heights are computed here, because no spreadsheet
// program computes them when it opens a file.
package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"doklad/generator/diag"
)

// Properties are those of the document, not of its look.
type Properties struct {
	Title, Author, Subject, Language string
	// Created is the date of the paper, never the clock; zero for none.
	Created time.Time
}

// Write makes a workbook; the same input gives the same bytes. Where the list
// has errors there is no workbook.
func Write(sheets []Sheet, p Properties) ([]byte, diag.List, error) {
	if len(sheets) == 0 {
		return nil, nil, fmt.Errorf("книга Excel: нет ни одного листа")
	}
	sheets = slices.Clone(sheets)
	for i := range sheets {
		if sheets[i].Table != nil {
			sheets[i].Table = sheets[i].Table.Flat()
		}
	}
	sheets = withLists(sheets)
	names := sheetNames(sheets)
	var found diag.List
	for i, sheet := range sheets {
		problems, err := check(names[i], sheet)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, problems...)
	}
	if found.HasErrors() {
		return nil, found, nil
	}
	laid := make(book, len(sheets))
	for i, sheet := range sheets {
		var problems diag.List
		laid[i], problems = lay(names[i], sheet)
		found = append(found, problems...)
	}
	bytes, err := laid.write(p)
	if err != nil {
		return nil, nil, fmt.Errorf("книга Excel «%s»: %w", p.Title, err)
	}
	return bytes, found, nil
}

// book is all sheets, laid.
type book []plan

func (b book) write(p Properties) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := describe(f, p); err != nil {
		return nil, err
	}
	// All sheets exist before the first is filled: excelize forgets a sheet
	// once its stream is closed.
	if err := f.SetSheetName("Sheet1", b[0].name); err != nil {
		return nil, err
	}
	for _, plan := range b[1:] {
		if _, err := f.NewSheet(plan.name); err != nil {
			return nil, err
		}
	}
	if err := b.show(f); err != nil {
		return nil, err
	}
	styles := newStyles(f)
	for i := range b {
		if err := b.fill(f, styles, &b[i]); err != nil {
			return nil, fmt.Errorf("лист «%s»: %w", b[i].name, err)
		}
	}
	var out bytes.Buffer
	f.SetZipWriter(newArchive)
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
