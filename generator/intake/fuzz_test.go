package intake

import (
	"path/filepath"
	"testing"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// whole demands what every reading promises: each cell of values is taken or refused,
// once; an error at a cell says that it was not taken; remarks have a cure and a place.
func whole(t *testing.T, r *Reader, name string, raw []byte) {
	t.Helper()
	s := r.Read(name, raw)
	taken, refused := map[model.CellPlace]bool{}, map[model.CellPlace]bool{}
	for _, o := range s.Observations.All() {
		if taken[o.At] || r.codes[o.Code] == nil {
			t.Fatalf("taken twice, or of no indicator: %+v", o)
		}
		taken[o.At] = true
	}
	for _, one := range s.Refused.All() {
		if taken[one.At] || refused[one.At] {
			t.Fatalf("not once: %+v\n%s", one, told(s))
		}
		refused[one.At] = true
	}
	for _, remark := range s.Remarks {
		if remark.Text == "" || remark.Hint == "" || remark.Code == "" || remark.File != name || remark.At.File != name {
			t.Fatalf("no clear remark: %+v", remark)
		}
		if remark.At.Row < 0 || remark.At.Row > 1<<20 || remark.At.Column > 1<<14 || remark.Severity == diag.Error && taken[remark.At] {
			t.Fatalf("a wrong place: %+v\n%s", remark, told(s))
		}
	}
	if s.Kind == Unreadable {
		if len(s.Remarks) == 0 || len(taken)+len(refused) > 0 {
			t.Fatalf("unreadable, and %s", told(s))
		}
		return
	}
	for at := range valueCells(t, r, name, raw) {
		if !taken[at] && !refused[at] {
			t.Fatalf("lost: %+v\n%s", at, told(s))
		}
	}
}

// valueCells are the cells under the headers of values in which something stands.
func valueCells(t *testing.T, r *Reader, name string, raw []byte) map[model.CellPlace]bool {
	t.Helper()
	b, err := sheet.Open(name, raw)
	if err != nil {
		t.Fatal(err)
	}
	f := r.begin(name, "")
	if p, found, _ := form.ReadPassport(b); found {
		f.passport = &p
		f.checkPassport()
	}
	cells := map[model.CellPlace]bool{}
	for _, s := range b.Sheets {
		table, err := f.find(s)
		if err != nil || table == nil {
			continue
		}
		columns := map[int]bool{}
		for _, c := range table.columns {
			columns[c.at] = true
		}
		if table.vertical {
			columns[table.roles[roleValue]], columns[table.roles[roleIfNone]] = true, true
		}
		for row := range s.Rows() {
			for _, c := range row.Cells {
				if row.Number > table.header && columns[c.Column] && !isBlank(c) {
					cells[f.place(s, c.Row, c.Column)] = true
				}
			}
		}
	}
	return cells
}

func TestNoValueIsLost(t *testing.T) {
	r := NewReader(town())
	for name := range traps {
		whole(t, r, name, trap(t, name))
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/traps/i*")
	for _, name := range files {
		f.Add(filepath.Base(name), trap(f, filepath.Base(name)))
	}
	for _, text := range []string{
		"№;Учреждение;DV01;DV02\n1;Детский сад № 1;1 000;12*\n;;5;\nИтого;;6;\n№;Учреждение;DV02;DV01\n2;ds2;1;2\n",
		"Учреждение;ds1\nКод;Значение;Если числа нет\nDV01;12 из 14;х\nDV02;;-\n;7;\nDV01;13;\nЗначение;Код\n5;DV02\n",
		"Учреждение;Код;Значение\nds1;DV01;5;7\nds2;DV01;6\nds1;DV01;5\n;DV02;6\nСад;DV01;1\nУчреждение;Код;Значение\n",
		"Учреждение;D16;Кто\nds1;87,5;1\nds2;90 %;2\n",
	} {
		f.Add("a.csv", []byte(text))
	}
	r := NewReader(town())
	f.Fuzz(func(t *testing.T, name string, raw []byte) { whole(t, r, name, raw) })
}
