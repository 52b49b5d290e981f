package crosscheck

import (
	"regexp"
	"strings"

	"doklad/generator/model"
)

// Decimals of numbers in a text: enough to be found in a cell, and for what is counted.
const (
	most = 6
	few  = 2
)

// numbers tells both sides: «SV07 + SV08 = 95 (SV07 = 30, SV08 = 65), SV06 = 100». A side
// that is a mere number is told by the message.
func (r *rule) numbers(left, right counted, leftValues, rightValues model.Values) string {
	decimals := few
	if left.IsKnown() && right.IsKnown() { // what differs must not look the same
		for decimals < most && model.Round(left.Number, decimals) == model.Round(right.Number, decimals) {
			decimals++
		}
	}
	var parts []string
	for _, text := range []string{r.left.inWords(left, leftValues, decimals), r.right.inWords(right, rightValues, decimals)} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

// inWords is one side with its values.
func (s side) inWords(c counted, values model.Values, decimals int) string {
	var parts []string
	for _, code := range s.formula.Codes() {
		v := values[code]
		parts = append(parts, plain(code)+equals(v)+shown(v))
	}
	all := strings.Join(parts, ", ")
	if len(values) == 0 || s.text == s.formula.Codes()[0] || !c.IsKnown() || !c.told {
		return all
	}
	return plain(s.text) + " = " + number(c.Number, decimals) + " (" + all + ")"
}

func equals(v model.Value) string {
	if v.IsKnown() {
		return " = "
	}
	return " – "
}

// digits are how many decimals tell a number: all of one that somebody typed, few of one
// that was derived.
func digits(x float64) int {
	const typed = 4
	if model.Round(x, typed) == model.Round(x, most) {
		return typed
	}
	decimals := few
	for decimals < most && model.Round(x, decimals) == 0 {
		decimals++
	}
	return decimals
}

// shown is a value in words.
func shown(v model.Value) string {
	switch v.State {
	case model.Known:
		return number(v.Number, digits(v.Number))
	case model.NotApplicable:
		return "не применимо"
	}
	return "нет данных"
}

var ofYearBefore = regexp.MustCompile(`([A-Z0-9]+)` + model.YearBefore + `\b`)

// plain says of the year before what a formula says with the end of a code.
func plain(text string) string {
	return ofYearBefore.ReplaceAllString(text, "$1 прошлого года")
}
