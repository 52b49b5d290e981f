package narrative

import "regexp"

// printedNumber is a number as papers print it, with its minus, groups and comma.
var printedNumber = regexp.MustCompile(`−?\d{1,3}(?:\x{a0}\d{3})+(?:,\d+)?|−?\d+(?:,\d+)?`)

// NumbersIn are all numbers that a text prints.
func NumbersIn(text string) []string { return printedNumber.FindAllString(text, -1) }
