package intake

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/model"
)

// What is kept of a cell gives back all that was said of it, to the letter.
func TestCellsGiveBackWhatWasSaid(t *testing.T) {
	f := NewReader(town()).begin("файл.xlsx", "")
	var want []model.Observation
	add := func(value model.Value, raw, note, change string) {
		n := len(want)
		o := model.Observation{Institution: []string{"", "ds1", "ds2"}[n%3], Code: fmt.Sprint("DV", n%7), Value: value, Raw: raw, Note: note, Change: change,
			At: model.CellPlace{File: "файл.xlsx", Sheet: []string{"", "Лист"}[n%2], Row: n + 1, Column: n%16384 + 1}}
		k := kept{number: value.Number, state: uint8(value.State), row: int32(o.At.Row), column: uint16(o.At.Column),
			who: f.texts.number(o.Institution), code: f.texts.number(o.Code), sheet: f.texts.number(o.At.Sheet)}
		f.texts.say(&k, raw, note, change)
		f.Observations.add(k)
		want = append(want, o)
	}
	for range chunk {
		for _, x := range []float64{0, 1, 87.5, -3, 0.1, 1e15, 1e300, 5e-324} {
			add(model.KnownValue(x), plainly(x), "", "")
		}
		add(model.KnownValue(87.5), "87,50", "", "")
		add(model.KnownValue(0), "-0", "", "")
		add(model.KnownValue(7), "7", "*", "")
		add(model.KnownValue(7), "7*", "*", "сноска")
		add(model.Value{}, "нет данных", "", "")
		add(model.Value{}, "0", "", "") // a text
		add(model.NoValue(), strings.Repeat("х", 300), "", "прочитано")
	}
	if f.Observations.Len() != len(want) || len(want) <= 2*chunk {
		t.Fatal(f.Observations.Len(), len(want))
	}
	for i, o := range f.Observations.All() {
		if o != want[i] {
			t.Fatalf("%+v, want %+v", o, want[i])
		}
	}
	f.Observations.only(func(k *kept) bool { return k.row%5 == 0 })
	for i, o := range f.Observations.All() {
		if o != want[5*i+4] {
			t.Fatalf("%+v, want %+v", o, want[5*i+4])
		}
	}
	for _, n := range []int{chunk + 1, chunk, 3, 0} {
		f.Observations.cut(n)
		if f.Observations.Len() != n || n > 0 && f.Observations.At(n-1) != want[5*n-1] {
			t.Errorf("%d are left, want %d", f.Observations.Len(), n)
		}
	}
}
