package intake

import (
	"math"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/sheet"
)

// storedText is what stands in a cell, to the letter: of a number all its digits, for its
// format may show fewer.
func storedText(c sheet.Cell) string {
	switch {
	case c.Uncached:
		return "="
	case c.Kind != sheet.Number:
		return c.Text
	case c.Percent:
		return digitsOf(model.Fifteen(c.Number*100), "") + " %"
	case showsAll(c):
		return c.Text
	}
	return digitsOf(c.Number, c.Raw)
}

// showsAll reports whether a cell shows its number as the file has it. It is asked of each
// number, and makes no text.
func showsAll(c sheet.Cell) bool {
	if len(c.Text) != len(c.Raw) {
		return false
	}
	for i := range len(c.Text) {
		if c.Text[i] != c.Raw[i] && !(c.Text[i] == ',' && c.Raw[i] == '.') {
			return false
		}
	}
	return true
}

// digitsOf is a number with a comma; one of very many digits stays as it is written.
func digitsOf(x float64, written string) string {
	if size := math.Abs(x); written == "" || x == 0 || 1e-9 <= size && size < 1e15 {
		return plainly(x)
	}
	return strings.Replace(written, ".", ",", 1)
}

// tellShown tells where a cell shows something else than the number x that was taken: a
// rounded one, or one with a strange unit, which only the format of the cell has.
func (i *indicator) tellShown(a *answer, c sheet.Cell, x float64) {
	if !c.Percent && showsAll(c) {
		return
	}
	if y, err := strconv.ParseFloat(strings.Replace(c.Text, ",", ".", 1), 64); err == nil && y == model.Fifteen(x) {
		return
	}
	line := oneLine(c.Text)
	n, wrong := parseNumber(line)
	if wrong != isNumber || n.x != model.Fifteen(x) {
		if c.Percent {
			a.change = printed(c.Number) + " в формате процентов – " + printed(x)
		}
		seen := shown(line)
		if seen == "" {
			seen = "пустое место"
		}
		a.change = joinChanges(a.change, "в ячейке видно "+seen)
	}
	if unit := unitOf(n.rest); unit != "" && unit != i.Unit {
		a.add(faultf(codeUnit, "если число в единицах «"+i.Unit+"», задайте ячейке формат «Числовой»; если нет, пересчитайте его",
			"в ячейке видно «%s», а показатель – в единицах «%s»: взято число %s", shown(line), i.Unit, printed(x)).as(diag.Warning))
	}
}
