package annotate

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"doklad/generator/sheet"

	"github.com/xuri/excelize/v2"
)

func sent(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func unpacked(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		if _, twice := parts[f.Name]; twice {
			t.Errorf("%s stands twice", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// read is what package sheet sees of a book, by sheets and cells.
func read(t testing.TB, raw []byte) (names []string, cells map[string]map[string]sheet.Cell) {
	t.Helper()
	b, err := sheet.Open("книга.xlsx", raw)
	if err != nil {
		t.Fatal(err)
	}
	cells = map[string]map[string]sheet.Cell{}
	for _, s := range b.Sheets {
		names = append(names, s.Name)
		cells[s.Name] = map[string]sheet.Cell{}
		for row, err := range s.Rows() {
			if err != nil {
				t.Fatal(s.Name, err)
			}
			for _, c := range row.Cells {
				cells[s.Name][c.Name()] = c
			}
		}
	}
	return names, cells
}

// kept demands that all of the sent book is in the returned one: every value, formula
// and look but the fill of the marked cells.
func kept(t *testing.T, before, after []byte, marked ...string) {
	t.Helper()
	oldNames, old := read(t, before)
	names, cells := read(t, after)
	if len(names) != len(oldNames)+1 || !slices.Equal(names[1:], oldNames) {
		t.Errorf("sheets %q after %q", names, oldNames)
	}
	for name := range old {
		if !maps.Equal(old[name], cells[name]) {
			t.Errorf("«%s»: %v, was %v", name, cells[name], old[name])
		}
	}
	was, err := excelize.OpenReader(bytes.NewReader(before))
	if err != nil {
		t.Fatal(err)
	}
	is, err := excelize.OpenReader(bytes.NewReader(after))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range oldNames {
		looked := slices.Clone(marked)
		for cell := range old[name] {
			looked = append(looked, name+"!"+cell)
		}
		for _, cell := range looked {
			i := strings.LastIndexByte(cell, '!')
			if cell[:i] == name {
				sameCell(t, was, is, name, cell[i+1:], slices.Contains(marked, cell))
			}
		}
	}
}

func sameCell(t *testing.T, was, is *excelize.File, name, cell string, marked bool) {
	t.Helper()
	formula := func(f *excelize.File) string { text, _ := f.GetCellFormula(name, cell); return text }
	value := func(f *excelize.File) string { text, _ := f.GetCellValue(name, cell); return text }
	look := func(f *excelize.File) excelize.Style {
		id, err := f.GetCellStyle(name, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return *style
	}
	if formula(was) != formula(is) || value(was) != value(is) {
		t.Errorf("%s!%s: %q %q, was %q %q", name, cell, value(is), formula(is), value(was), formula(was))
	}
	old, now := look(was), look(is)
	if marked {
		if reflect.DeepEqual(old.Fill, now.Fill) {
			t.Errorf("%s!%s is not filled: %+v", name, cell, now.Fill)
		}
		old.Fill = now.Fill
	}
	if !reflect.DeepEqual(old, now) {
		t.Errorf("%s!%s looks %+v, was %+v", name, cell, now, old)
	}
}

// untouched demands that no other part than these is changed or gone.
func untouched(t *testing.T, before, after []byte, changed ...string) {
	t.Helper()
	now := unpacked(t, after)
	for name, text := range unpacked(t, before) {
		if got, there := now[name]; !there || (got != text) != slices.Contains(changed, name) {
			t.Errorf("%s: there %v, changed %v", name, there, got != text)
		}
	}
}

// noted are the notes of a sheet by cells.
func noted(t testing.TB, raw []byte, name string) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	comments, err := f.GetComments(name)
	if err != nil {
		t.Fatal(err)
	}
	notes := map[string]string{}
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		notes[c.Cell] = text
	}
	return notes
}
