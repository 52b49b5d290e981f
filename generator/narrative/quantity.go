package narrative

import (
	"strconv"
	"strings"

	"doklad/generator/model"
	"doklad/generator/russian"
)

const noBreakSpace = "\u00a0"

// grammar is the place of a quantity in a sentence; the word of the unit depends on it.
type grammar int

const (
	is grammar = iota // «– 1 единица»
	as                // «составил 1 единицу», «составил 21 человек»
	by                // «на 1 единицу», «на 21 человека»
	of                // «до 1 единицы», «до 2 человек»
)

// unitWord are the forms of a unit: after 1 in the first three places of [grammar], after
// 2, after 5, after 1,5.
type unitWord struct{ one, oneAs, oneBy, two, five, part string }

var unitWords = map[string]unitWord{
	model.UnitPercent: {"%", "%", "%", "%", "%", "%"},
	"балл":            {"балл", "балл", "балл", "балла", "баллов", "балла"},
	model.UnitPeople:  {"человек", "человек", "человека", "человека", "человек", "человека"},
	model.UnitThings:  {"единица", "единицу", "единицу", "единицы", "единиц", "единицы"},
	"дн.":             {"день", "день", "день", "дня", "дней", "дня"},
	"усл. ед.":        {"условная единица", "условную единицу", "условную единицу", "условные единицы", "условных единиц", "условной единицы"},
}

// pointWord is what percents differ by.
var pointWord = unitWord{"процентный пункт", "процентный пункт", "процентный пункт", "процентных пункта", "процентных пунктов", "процентного пункта"}

// after is the form after a printed number. With a comma it is always that of a part:
// «1,0 балла», read «одна целая ноль десятых балла».
func (w unitWord) after(printed string, g grammar) string {
	if strings.Contains(printed, ",") {
		return w.part
	}
	digits := strings.TrimPrefix(strings.ReplaceAll(printed, noBreakSpace, ""), "−")
	last, _ := strconv.Atoi(digits[max(0, len(digits)-2):])
	if g == of {
		return russian.Plural(last, w.part, w.five, w.five)
	}
	return russian.Plural(last, [...]string{is: w.one, as: w.oneAs, by: w.oneBy}[g], w.two, w.five)
}

// quantity is a printed number with its unit; what has no unit is a bare number.
func quantity(printed string, w unitWord, g grammar) string {
	if w == (unitWord{}) {
		return printed
	}
	return printed + noBreakSpace + w.after(printed, g)
}

// differenceWord is the unit of a difference of two values.
func differenceWord(i model.Indicator) unitWord {
	if i.Unit == model.UnitPercent {
		return pointWord
	}
	return unitWords[i.Unit]
}

// digits is a number as tables print it: rounded, with thousands apart.
func digits(x float64, decimals int) string {
	x = model.Round(x, decimals)
	whole, fraction, hasFraction := strings.Cut(strconv.FormatFloat(x, 'f', decimals, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + noBreakSpace + whole[at:]
	}
	if hasFraction {
		whole += "," + fraction
	}
	return sign + whole
}

// decimalsOf is how many digits after the comma were written.
func decimalsOf(x float64) int {
	decimals := 0
	for decimals < 6 && model.Round(x, decimals) != x {
		decimals++
	}
	return decimals
}
