package xlsx

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
)

// A cell takes a number within its bounds or one of the words, in any row of the table:
// the rule is counted here as Excel does when somebody leaves the cell.
func TestWords(t *testing.T) {
	no := []string{"нет данных", `не "применимо" & <всё>`}
	for name, test := range map[string]struct {
		input Input
		taken map[any]bool
		words string
	}{
		"a number": {Input{Takes: TakesNumber, Least: 1, Most: 5, Format: doc.NumberFormat{Decimals: 2}, Words: no},
			map[any]bool{1: true, 5: true, 2.75: true, 0.99: false, 5.01: false, "нет данных": true, "НЕТ ДАННЫХ": true, no[1]: true, "нет": false, "3": false, "": false},
			"Напишите число от 1 до 5 или «нет данных», «не \"применимо\" & <всё>»."},
		"a whole one": {Input{Takes: TakesWhole, Most: 200, Words: no[:1]},
			map[any]bool{0: true, 200: true, 12.5: false, -1: false, 201: false, "нет данных": true, no[1]: false},
			"Напишите целое число от 0 до 200 или «нет данных»."},
		"any number": {Input{Takes: TakesNumber, Words: no[:1]}, map[any]bool{-1e9: true, "нет данных": true, "да": false}, "Напишите число или «нет данных»."},
		"percents": {Input{Takes: TakesNumber, Most: 100, Format: percents, Words: no[:1]},
			map[any]bool{0.875: true, 1: true, 87.5: false, "нет данных": true}, "Напишите число от 0\u00a0% до 100\u00a0% или «нет данных»."},
	} {
		t.Run(name, func(t *testing.T) {
			in := test.input
			in.At = "{answer}"
			f := open(t, mustWrite(t, form(in)))
			rules := must[[]*excelize.DataValidation](t)(f.GetDataValidations("Форма"))
			if len(rules) != 2 || rules[0].Sqref != "C3:C4" || rules[1].Sqref != "C6:C7" {
				t.Fatalf("%+v", rules)
			}
			for i, r := range rules {
				cell, _, _ := strings.Cut(r.Sqref, ":")
				if r.Type != "custom" || !r.AllowBlank || !r.ShowErrorMessage || *r.ErrorStyle != "stop" || *r.Error != test.words {
					t.Errorf("%+v %s", r, *r.Error)
				}
				for value, want := range test.taken {
					if err := f.SetCellValue("Форма", cell, value); err != nil {
						t.Fatal(err)
					}
					if err := f.SetCellFormula("Форма", "H1", r.Formula1); err != nil {
						t.Fatal(err)
					}
					got := must[string](t)(f.CalcCellValue("Форма", "H1"))
					if taken := got == "TRUE" || got == "1"; taken != want { // excelize counts a truth as 1
						t.Errorf("rule %d: %v is taken: %s, want %v (%s)", i, value, got, want, r.Formula1)
					}
				}
			}
		})
	}
}

// What is said in words has room in its cell.
func TestWordsHaveRoom(t *testing.T) {
	width := func(words ...string) float64 {
		p, _ := lay("Форма", form(Input{At: "{answer}", Takes: TakesWhole, Most: 9, Words: words}))
		return p.widths[2]
	}
	if narrow, wide := width("н"), width("неприменимонеприменимо"); wide <= narrow {
		t.Errorf("%v and %v", narrow, wide)
	}
}

func TestWordsFaults(t *testing.T) {
	for fault, in := range map[string]Input{
		"in place of a number": {Takes: TakesDay, Words: []string{"нет"}},
		"said twice":           {Takes: TakesNumber, Words: []string{"нет", "нет"}},
		"with their rule":      {Takes: TakesNumber, Words: []string{strings.Repeat("а", 200), strings.Repeat("б", 200)}},
	} {
		in.At = "{answer}"
		if book, _, err := Write([]Sheet{form(in)}, paper); err == nil || book != nil || !strings.Contains(err.Error(), fault) {
			t.Errorf("%s: %v", fault, err)
		}
	}
}
