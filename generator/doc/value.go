package doc

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Value is what a cell is, besides how it is printed: paper prints Cell.Text, a
// workbook keeps the value and shows it in its format. A cell without one is a
// text and stays a text.
type Value struct {
	Kind   ValueKind
	Number float64      // of NumberValue; with Format.Percent in percents: 87.5 is 87,5 %, in a cell 0.875
	Day    time.Time    // of DayValue: its year, month and day count, in its own zone
	Format NumberFormat // of NumberValue; of a text, that of the number which may come in its place

	// Formula is how the workbook computes the cell. What Kind and the fields above (for
	// TextValue, Cell.Text) hold is then the result that we computed ourselves; Excel and
	// LibreOffice show it until something changes. A formula is written without «=», in
	// English, with commas, with references in braces (see Reference); functions younger
	// than Excel 2007 need their prefix, «_xlfn.XLOOKUP». Percents are shares in formulas,
	// as in Excel: COUNTIF(…)/ROWS(…) gives 0.875, shown as 87,5 %. Words of other people
	// come into a formula only through Quote.
	Formula string

	// Link is where a click leads: http://, https://, mailto: or a place in the
	// workbook, which is a reference: «{Исполнение!status[5]}», «{Исполнение!}».
	Link string
}

// ValueKind is what a value is.
type ValueKind int

const (
	TextValue   ValueKind = iota // Cell.Text; only with a formula or a link
	NumberValue                  // a number that can be added
	DayValue                     // a day of the calendar, «25.06.2021»
)

// NumberFormat is how a number is shown.
type NumberFormat struct {
	Decimals int  // digits after the comma
	Grouped  bool // thousands apart: «12 500»
	Percent  bool // «87,5 %»
	YesNo    bool // «да» of anything but 0, «нет» of 0
	// Parts are the absolute numbers of a share, «2 из 5»: on paper before it, «2 из 5,
	// 40,0 %», in a cell behind it, «40,0 (2 из 5)».
	Parts string
}

// Cell is a cell that prints its value.
func (v Value) Cell() Cell { return Cell{Text: v.String(), Value: &v} }

// String is the value as papers print it; a text is not known here. No line may
// break inside.
func (v Value) String() string {
	switch v.Kind {
	case NumberValue:
		return v.Format.print(v.Number)
	case DayValue:
		return v.Day.Format("02.01.2006")
	}
	return ""
}

const noBreakSpace = "\u00a0"

// print rounds as spreadsheets do: by 15 significant digits, a half away from zero.
func (f NumberFormat) print(number float64) string {
	if f.YesNo {
		if number == 0 {
			return "нет"
		}
		return "да"
	}
	const half = 1 + 1e-15 // lifts what stands on a half, and nothing else
	digits := strconv.FormatFloat(math.Abs(number)*half, 'f', f.Decimals, 64)
	whole, fraction, hasFraction := strings.Cut(digits, ".")
	if f.Grouped {
		for at := len(whole) - 3; at > 0; at -= 3 {
			whole = whole[:at] + noBreakSpace + whole[at:]
		}
	}
	text := whole
	if hasFraction {
		text += "," + fraction
	}
	if number < 0 && strings.Trim(digits, "0.") != "" {
		text = "−" + text
	}
	if f.Percent {
		text += noBreakSpace + "%"
	}
	if f.Parts != "" {
		text = strings.ReplaceAll(f.Parts, " ", noBreakSpace) + "," + noBreakSpace + text
	}
	return text
}
