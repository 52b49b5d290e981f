package doc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestValuesArePrinted(t *testing.T) {
	number := func(n float64, f NumberFormat) Value { return Value{Kind: NumberValue, Number: n, Format: f} }
	for _, test := range []struct {
		value Value
		want  string
	}{
		{Value{}, ""},
		{Value{Kind: DayValue, Day: time.Date(2021, 6, 5, 23, 0, 0, 0, time.FixedZone("Пермь", 5*3600))}, "05.06.2021"},
		{number(0, NumberFormat{}), "0"},
		{number(87.5, NumberFormat{Decimals: 1, Percent: true}), "87,5 %"},
		{number(1234567.5, NumberFormat{Decimals: 2, Grouped: true}), "1 234 567,50"},
		{number(123, NumberFormat{Grouped: true}), "123"},
		{number(-1234, NumberFormat{Grouped: true}), "−1 234"},
		{number(-0.04, NumberFormat{Decimals: 1}), "0,0"},
		{number(2.5, NumberFormat{}), "3"},
		{number(-2.5, NumberFormat{}), "−3"},
		{number(0.125, NumberFormat{Decimals: 2}), "0,13"},
		{number(1.005, NumberFormat{Decimals: 2}), "1,01"},
		{number(1.0049, NumberFormat{Decimals: 2}), "1,00"},
		{number(1, NumberFormat{YesNo: true}), "да"},
		{number(0, NumberFormat{YesNo: true, Decimals: 1}), "нет"},
		{number(40, NumberFormat{Decimals: 1, Percent: true, Parts: "2 из 5"}), "2 из 5, 40,0 %"},
	} {
		want := strings.ReplaceAll(test.want, " ", "\u00a0")
		if got := test.value.Cell(); got.Text != want || *got.Value != test.value {
			t.Errorf("%+v: %q, want %q", test.value, got.Text, want)
		}
	}
}

func TestReferences(t *testing.T) {
	for text, want := range map[string]Reference{
		"{status}":             {Column: "status"},
		"{3}":                  {Column: "3"},
		"{*}":                  {Column: "*"},
		"{.балл}":              {Column: "балл", Same: true},
		"{балл[3]}":            {Column: "балл", From: 3, To: 3},
		"{балл[3:17]}":         {Column: "балл", From: 3, To: 17},
		"{Лист 1!балл[2:2]}":   {Sheet: "Лист 1", Column: "балл", From: 2, To: 2},
		"{Итоги!}":             {Sheet: "Итоги"},
		"{Ура! Итоги [2]!.да}": {Sheet: "Ура! Итоги [2]", Column: "да", Same: true},
	} {
		if got, err := ParseReference(text); err != nil || got != want {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "а", "{а", "а}", "{}", "{.}", "{а[}", "{а[]}", "{а[0]}", "{а[5:3]}", "{а[1:]}", "{а[x]}", "{а[1]б}", "{.а[1]}", "{[1]}"} {
		if got, err := ParseReference(text); err == nil {
			t.Errorf("%s was read as %+v", text, got)
		}
	}
}

func TestExpand(t *testing.T) {
	address := func(r Reference) (string, error) {
		if r.Column == "нет" {
			return "", errors.New("found nothing")
		}
		return fmt.Sprintf("<%s|%s>", r.Sheet, r.Column), nil
	}
	for formula, want := range map[string]string{
		"SUM({а})":                               "SUM(<|а>)",
		"SUMPRODUCT({а},{Л!б})/SUM({а})":         "SUMPRODUCT(<|а>,<Л|б>)/SUM(<|а>)",
		`COUNTIF({а},"{нет} ""кавычки"" }")`:     `COUNTIF(<|а>,"{нет} ""кавычки"" }")`,
		"SUM({{1,2}})+{а}":                       "SUM({1,2})+<|а>",
		"COUNTIF({а}," + Quote(`"),{нет}`) + ")": `COUNTIF(<|а>,"""),{нет}")`,
	} {
		if got, err := Expand(formula, address); err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", formula, got, err, want)
		}
	}
	for _, formula := range []string{"SUM({нет})", "SUM({а)", "SUM(а})", `"а`, "{а[0]}", "{а}}"} {
		if got, err := Expand(formula, address); err == nil || !strings.Contains(err.Error(), formula[:1]) {
			t.Errorf("%s: %s, %v", formula, got, err)
		}
	}
}
