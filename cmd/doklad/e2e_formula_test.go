//go:build e2e

package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"doklad/generator/doc"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

var e2eCodes = []string{"A1", "A2", "A3", "A4", "A5"}

// e2eExpression is a random formula of some depth.
func e2eExpression(r *rand.Rand, depth int) string {
	part := func() string { return e2eExpression(r, depth-1) }
	if depth == 0 || r.IntN(8) == 0 {
		if r.IntN(5) == 0 {
			return []string{"0", "1", "100", "2.5", "-3"}[r.IntN(5)]
		}
		return e2eCodes[r.IntN(len(e2eCodes))]
	}
	switch r.IntN(7) {
	case 0:
		return "(" + part() + ")"
	case 1:
		return "-" + part()
	case 2:
		return fmt.Sprintf("round(%s, %d)", part(), r.IntN(3))
	case 3, 4:
		list := []string{}
		for range 1 + r.IntN(4) {
			if r.IntN(4) == 0 {
				list = append(list, part())
			} else {
				list = append(list, e2eCodes[r.IntN(len(e2eCodes))])
			}
		}
		return []string{"min", "max", "sum", "mean"}[r.IntN(4)] + "(" + strings.Join(list, ", ") + ")"
	}
	return part() + " " + []string{"+", "-", "*", "/"}[r.IntN(4)] + " " + part()
}

// e2eState is a random value: eighths, so that sums of them are exact.
func e2eState(r *rand.Rand) model.Value {
	switch r.IntN(12) {
	case 0:
		return model.Value{}
	case 1, 2:
		return model.NoValue()
	case 3, 4:
		return model.KnownValue(0)
	}
	return model.KnownValue(float64(r.IntN(800)-200) / 8)
}

// e2eShown is a value as cells hold it.
func e2eShown(v model.Value) string {
	switch v.State {
	case model.Known:
		return strconv.FormatFloat(v.Number, 'g', -1, 64)
	case model.NotApplicable:
		return "н/п"
	}
	return "н/д"
}

// TestE2EFormulas has LibreOffice count random formulas over random cells as we do.
func TestE2EFormulas(t *testing.T) {
	r := rand.New(rand.NewPCG(20211, 4))
	catalogue := model.IndicatorSet{}
	for n, code := range e2eCodes {
		catalogue.Indicators = append(catalogue.Indicators, model.Indicator{Code: code, Decimals: n % 3})
	}
	const formulas, conditions, states = 350, 150, 8
	for n := range conditions {
		comparison := []string{"==", "!=", "<", "<=", ">", ">="}[r.IntN(6)]
		catalogue.Indicators = append(catalogue.Indicators, model.Indicator{Code: fmt.Sprintf("C%d", n),
			ShareWhere: e2eExpression(r, 2) + " " + comparison + " " + e2eExpression(r, 1)})
	}
	set, _ := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{catalogue}})
	table := &doc.Table{Columns: []doc.Column{{Header: "Формула", Width: 60}, {Header: "Считается"}}}
	for _, code := range e2eCodes {
		table.Columns = append(table.Columns, doc.Column{Header: code, Name: code})
	}
	cell := func(code string) string { return "{." + code + "}" }
	var want []model.Value
	add := func(text, excel string, count func(map[string]model.Value) model.Value) {
		for range states {
			values := map[string]model.Value{}
			row := doc.Row{Cells: []doc.Cell{{Text: text}, {Text: "?", Value: &doc.Value{Formula: excel}}}}
			for _, code := range e2eCodes {
				v := e2eState(r)
				values[code] = v
				switch {
				case v.IsKnown():
					row.Cells = append(row.Cells, doc.Value{Kind: doc.NumberValue, Number: v.Number, Format: doc.NumberFormat{Decimals: 3}}.Cell())
				case v.State == model.Missing && r.IntN(2) == 0:
					row.Cells = append(row.Cells, doc.Cell{})
				default:
					row.Cells = append(row.Cells, doc.Cell{Text: e2eShown(v)})
				}
			}
			table.Rows = append(table.Rows, row)
			want = append(want, count(values))
		}
	}
	for range formulas {
		text := e2eExpression(r, 3)
		f, problems := formula.Compile(text, e2eCodes)
		if problems != nil {
			continue // a division by a zero of the text
		}
		add(text, f.Excel(cell, nil, "н/д", "н/п"), f.Evaluate)
	}
	for n := range conditions {
		code := fmt.Sprintf("C%d", n)
		if set.Condition(code) == nil {
			continue
		}
		add(catalogue.Indicators[len(e2eCodes)+n].ShareWhere, set.ConditionExcel(code, cell, "н/д", "н/п"), func(values map[string]model.Value) model.Value {
			poll := set.Poll(code, []map[string]model.Value{values})
			switch {
			case poll.Known > 0:
				return model.KnownValue(float64(poll.Holds))
			case poll.NotApplicable > 0:
				return model.NoValue()
			}
			return model.Value{}
		})
	}
	raw, found, err := xlsx.Write([]xlsx.Sheet{{Name: "Формулы", Table: table, NoFilter: true}}, xlsx.Properties{})
	if err != nil || found.HasErrors() {
		t.Fatal(found, err)
	}
	file := filepath.Join(t.TempDir(), "formulas.xlsx")
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	again := e2eOpenBook(t, e2eConvert(t, "xlsx", "xlsx:Calc MS Excel 2007 XML", []string{e2eForget(t, file)})[0])
	rows, err := again.GetRows("Формулы", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	states3 := map[model.ValueState]int{}
	for n, v := range want {
		states3[v.State]++
		got := e2eAt(rows[n+1], 1)
		if !e2eSame(got, v) {
			t.Errorf("%q: %s, should be %s", rows[n+1], got, e2eShown(v))
		}
	}
	t.Log(len(want), "cells:", states3)
	if len(want) < 3000 || states3[model.Known] < 800 || states3[model.Missing] < 400 || states3[model.NotApplicable] < 400 {
		t.Error("too few cells of a kind")
	}
}

// e2eSame compares the content of a cell with a value, by twelve digits.
func e2eSame(got string, v model.Value) bool {
	x, err := strconv.ParseFloat(got, 64)
	if err != nil || !v.IsKnown() {
		return got == e2eShown(v)
	}
	return math.Abs(x-v.Number) <= 1e-12*math.Max(1, math.Abs(v.Number))
}
