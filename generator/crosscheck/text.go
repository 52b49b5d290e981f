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
		parts = append(parts, plain(code)+equals(v)+shown(v, most))
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

// shown is a value in words.
func shown(v model.Value, decimals int) string {
	switch v.State {
	case model.Known:
		return number(v.Number, decimals)
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
