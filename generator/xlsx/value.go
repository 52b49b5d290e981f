package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"doklad/generator/doc"
)

// firstDay is the first that all programs number alike: Excel believes that there
// was a 29 February 1900.
var firstDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)

const firstSerial = 61 // of firstDay

const dayFormat = "dd.mm.yyyy"

// numberFormat is the format code, the same in every language of Excel.
func numberFormat(f doc.NumberFormat) string {
	if f.YesNo {
		return `"да";"да";"нет"`
	}
	code := "0"
	if f.Grouped {
		code = "#,##0"
	}
	if f.Decimals > 0 {
		code += "." + strings.Repeat("0", f.Decimals)
	}
	if f.Percent {
		code += `\ %`
	}
	if f.Parts != "" {
		code += `" (` + strings.ReplaceAll(f.Parts, `"`, `"\""`) + `)"`
	}
	return code
}

// serial is the number of a day in the calendar of Excel.
func serial(day time.Time) int {
	const secondsOfDay = 24 * 60 * 60
	midnight := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
	return int((midnight.Unix()-firstDay.Unix())/secondsOfDay) + firstSerial
}

// stored is a number as cells and rules keep it: percents are shares, with the same
// digits.
func stored(number float64, f doc.NumberFormat) float64 {
	if !f.Percent {
		return number
	}
	share, _ := strconv.ParseFloat(strconv.FormatFloat(number, 'f', -1, 64)+"e-2", 64)
	return share
}

// content is what goes into a cell, besides a formula.
func (c cell) content() any {
	switch {
	case c.value != nil && c.value.Kind == doc.NumberValue:
		return stored(c.value.Number, c.value.Format)
	case c.value != nil && c.value.Kind == doc.DayValue:
		return serial(c.value.Day)
	case c.text != "" || c.value != nil && c.value.Formula != "":
		return guard(cellText(c.text))
	}
	return nil
}

// settled is the look of a cell with its content.
func (c cell) settled() look {
	l := c.look
	v := c.value
	switch {
	case v == nil && l.format == "":
		l = l.forText(c.text)
	case v == nil:
	case v.Kind == doc.NumberValue:
		l.format = numberFormat(v.Format)
	case v.Kind == doc.DayValue:
		l.format = dayFormat
	case v.Format != (doc.NumberFormat{}):
		l.format = numberFormat(v.Format)
	default:
		// A formula in the format «Текстовый» turns into its own text when edited.
		if l = l.forText(c.text); v.Formula != "" {
			l.free = true
		}
	}
	l.link = v != nil && v.Link != ""
	return l.offTheRule()
}

// offTheRule keeps numbers from the rule at their right by their format: LibreOffice
// forgets the indent of a cell whose neighbour differs only in its format.
func (l look) offTheRule() look {
	if l.format != "" && l.horizontal == "right" {
		l.format += "_-_-" // the room of two hyphens, about one step of an indent
		l.indent = 0
	}
	return l
}

func checkValue(v *doc.Value) error {
	const mostDecimals, longestLink = 15, 2079
	switch {
	case v.Kind < doc.TextValue || v.Kind > doc.DayValue:
		return fmt.Errorf("value of kind %d", v.Kind)
	case v.Kind == doc.NumberValue && (math.IsNaN(v.Number) || math.IsInf(v.Number, 0)):
		return fmt.Errorf("%v is no number for a cell", v.Number)
	case v.Format.Decimals < 0 || v.Format.Decimals > mostDecimals:
		return fmt.Errorf("%d decimals", v.Format.Decimals)
	case v.Kind == doc.DayValue && (serial(v.Day) < firstSerial || v.Day.Year() > 9999):
		return fmt.Errorf("Excel has no day %s", v.Day.Format(time.DateOnly))
	case strings.HasPrefix(v.Formula, "="):
		return fmt.Errorf("formula %q begins with =", v.Formula)
	case textUnits(v.Link) > longestLink:
		return fmt.Errorf("link of more than %d characters", longestLink)
	}
	if v.Link == "" || isPlace(v.Link) {
		return nil
	}
	for _, scheme := range []string{"https://", "http://", "mailto:", doc.Beside} {
		if strings.HasPrefix(v.Link, scheme) {
			return nil
		}
	}
	return fmt.Errorf("link %q is neither https://, http://, mailto: a file beside, nor {a place}", v.Link)
}

// isPlace reports whether a link leads into the workbook.
func isPlace(link string) bool { return strings.HasPrefix(link, "{") }
