package model

import (
	"math"
	"strconv"
)

// Value is what stands for an indicator («значение показателя»): a number, or why there
// is none. The zero value means that nothing was told.
type Value struct {
	State  ValueState
	Number float64 // where it is known
	Reason string  // why a derived value is missing: «нет данных: DV04»
}

// ValueState tells the three kinds of what may stand in a cell («что стоит в ячейке»):
// «нет данных», a number, «не применимо». None of them is ever taken for another, and
// 0 is a number.
type ValueState int

const (
	Missing       ValueState = iota // «нет данных»
	Known                           // a number
	NotApplicable                   // «не применимо»: there is nothing to count
)

// KnownValue is a number.
func KnownValue(x float64) Value { return Value{State: Known, Number: x} }

// MissingValue is a value that cannot be told, with the reason.
func MissingValue(reason string) Value { return Value{Reason: reason} }

// NoValue is «не применимо».
func NoValue() Value { return Value{State: NotApplicable} }

// IsKnown reports whether there is a number.
func (v Value) IsKnown() bool { return v.State == Known }

// Round takes a number to so many decimals, halves away from zero («математическое
// округление»): 2,665 is 2,67. A number is first taken as its 15 digits, as spreadsheets
// do, so that 2.675, which is stored as 2.67499…, becomes 2,68 here as it does there.
func Round(x float64, decimals int) float64 {
	power := math.Pow10(decimals)
	whole := math.Round(Fifteen(x * power))
	if math.IsInf(x*power, 0) || math.Abs(whole) >= 1<<53 {
		return x // no decimals are left to be rounded
	}
	return whole/power + 0 // never −0
}

// Fifteen is the number as the 15 digits that a spreadsheet keeps of it: the noise of
// binary fractions after them is none of the number.
func Fifteen(x float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		return x // infinite
	}
	return rounded + 0
}
