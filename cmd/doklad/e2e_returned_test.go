//go:build e2e

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"doklad/generator/annotate"
	"doklad/generator/sheet"

	"github.com/xuri/excelize/v2"
)

// TestE2EReturned opens returned books in LibreOffice: the list comes first, its links
// lead to the cells, the notes stand at them, and all else is as in what was sent.
func TestE2EReturned(t *testing.T) {
	folder := t.TempDir()
	var names, files []string
	for _, from := range []string{"annotate/testdata/school", "annotate/testdata/strict", "sheet/testdata/exceljs", "sheet/testdata/libreoffice"} {
		raw, err := os.ReadFile("../../generator/" + from + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		b, err := sheet.Open("", raw)
		if err != nil {
			t.Fatal(err)
		}
		out, err := annotate.Workbook(raw, annotate.Heading{Title: "Замечания к файлу", Lines: []string{"Школа"}}, e2eRemarks(b.Sheets[0].Name))
		if err != nil {
			t.Fatal(from, err)
		}
		name := filepath.Base(from)
		names = append(names, name)
		for kind, text := range map[string][]byte{"sent": raw, "returned": out} {
			file := filepath.Join(folder, kind+"-"+name+".xlsx")
			if err := os.WriteFile(file, text, 0o666); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	converted := e2eConvertedBytes(t, files)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			e2eReturned(t, converted["sent-"+name], converted["returned-"+name],
				[]e2eNote{{"B3", "доля не та"}, {"E12", "не указано"}, {"C2", "странно"}})
		})
	}
}

// e2eConvertedBytes are books as LibreOffice writes them, by their names.
func e2eConvertedBytes(t *testing.T, files []string) map[string][]byte {
	t.Helper()
	converted := map[string][]byte{}
	for _, file := range e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", files) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		converted[e2eName(file)] = text
	}
	return converted
}

func e2eRemarks(sheet string) []annotate.Remark {
	return []annotate.Remark{
		{Sheet: sheet, Row: 3, Column: 2, Grave: true, Text: "доля не та", Hint: "проверьте"},
		{Sheet: sheet, Row: 2, Column: 3, Text: "странно"},
		{Sheet: sheet, Row: 12, Column: 5, Grave: true, Text: "не указано"},
	}
}

// e2eNote is a note that is to stand at a cell.
type e2eNote struct{ cell, text string }

// e2eReturned compares a returned book with the one that was sent, both as LibreOffice
// read them: the notes are in the order of the list, all at cells of the first sheet.
func e2eReturned(t *testing.T, sent, returned []byte, notes []e2eNote) {
	was, is := e2eCells(t, sent), e2eCells(t, returned)
	if len(is) != len(was)+1 || !strings.HasPrefix(is[0].name, "Замечания") {
		t.Fatalf("%d sheets after %d", len(is), len(was))
	}
	old, err := excelize.OpenReader(bytes.NewReader(sent))
	if err != nil {
		t.Fatal(err)
	}
	now, err := excelize.OpenReader(bytes.NewReader(returned))
	if err != nil {
		t.Fatal(err)
	}
	if now.GetActiveSheetIndex() != 0 {
		t.Error("the list is not the sheet that is shown")
	}
	for i, s := range was {
		if !reflect.DeepEqual(s, is[i+1]) {
			t.Errorf("%v, was %v", is[i+1], s)
		}
	}
	first := was[0].name
	var links, want []string
	for _, c := range is[0].cells {
		if _, link, err := now.GetCellHyperLink(is[0].name, c.Name()); err == nil && link != "" {
			links = append(links, strings.ReplaceAll(strings.TrimPrefix(link, "#"), "'", ""))
		}
	}
	noted := map[string]bool{}
	for _, n := range notes {
		want = append(want, strings.ReplaceAll(first, "'", "")+"!"+n.cell)
		noted[n.cell] = true
	}
	if !slices.Equal(links, want) {
		t.Errorf("the list leads to %v, should lead to %v", links, want)
	}
	e2eNotes(t, old, now, first, notes)
	for _, c := range was[0].cells {
		e2eLook(t, old, now, first, c.Name(), noted[c.Name()])
	}
}

// e2eNotes demands the new notes, and the old ones with their texts.
func e2eNotes(t *testing.T, old, now *excelize.File, first string, wanted []e2eNote) {
	texts := func(f *excelize.File) map[string]string {
		comments, err := f.GetComments(first)
		if err != nil {
			t.Fatal(err)
		}
		notes := map[string]string{}
		for _, c := range comments {
			notes[c.Cell] = c.Text
			for _, run := range c.Paragraph {
				notes[c.Cell] += run.Text
			}
		}
		return notes
	}
	before, after := texts(old), texts(now)
	for cell, text := range before {
		if !strings.HasPrefix(after[cell], text) {
			t.Errorf("the note at %s is %q, was %q", cell, after[cell], text)
		}
	}
	for _, n := range wanted {
		if !strings.Contains(after[n.cell], n.text) {
			t.Errorf("the note at %s is %q, want %q", n.cell, after[n.cell], n.text)
		}
	}
	for cell := range after {
		if before[cell] == "" && !slices.ContainsFunc(wanted, func(n e2eNote) bool { return n.cell == cell }) {
			t.Errorf("a note at %s: %q", cell, after[cell])
		}
	}
}

type e2eSheet struct {
	name   string
	hidden sheet.Visibility
	cells  []sheet.Cell
	merged []sheet.Range
}

func e2eCells(t *testing.T, raw []byte) (sheets []e2eSheet) {
	t.Helper()
	b, err := sheet.Open("", raw)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Sheets {
		one := e2eSheet{name: s.Name, hidden: s.Hidden}
		for row, err := range s.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			one.cells = append(one.cells, row.Cells...)
		}
		if one.merged, err = s.Merged(); err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, one)
	}
	return sheets
}

// e2eLook demands that a cell looks as it did; a marked one but for its fill.
func e2eLook(t *testing.T, old, now *excelize.File, name, cell string, marked bool) {
	look := func(f *excelize.File) (excelize.Style, string) {
		id, err := f.GetCellStyle(name, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		colour := "" // GetStyle tells none
		if fill := f.Styles.Fills.Fill[*f.Styles.CellXfs.Xf[id].FillID].PatternFill; fill != nil && fill.FgColor != nil {
			colour = fill.FgColor.RGB
		}
		return *style, colour
	}
	was, before := look(old)
	is, after := look(now)
	if (before != after) != marked {
		t.Errorf("%s is filled with «%s», was with «%s»", cell, after, before)
	}
	if marked {
		is.Fill = was.Fill
	}
	if !reflect.DeepEqual(was, is) {
		t.Errorf("%s looks %+v, was %+v", cell, is, was)
	}
}
