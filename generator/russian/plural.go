package russian

import "strconv"

// noBreakSpace is U+00A0. The narrow U+202F is not in the fonts of the paper.
const noBreakSpace = "\u00a0"

// Plural chooses the form that agrees with n: 1 школа, 2 школы, 5 школ,
// 11 школ, 21 школа. The sign of n does not matter.
func Plural(n int, one, few, many string) string {
	tens, units := abs(n/10%10), abs(n%10)
	switch {
	case tens == 1:
		return many
	case units == 1:
		return one
	case 2 <= units && units <= 4:
		return few
	}
	return many
}

// Count writes the number and its word with an unbreakable space: «5 школ».
// The minus is U+2212.
func Count(n int, one, few, many string) string {
	digits := strconv.Itoa(n)
	if n < 0 {
		digits = "−" + digits[1:]
	}
	return digits + noBreakSpace + Plural(n, one, few, many)
}

func abs(n int) int { return max(n, -n) }

// Percent has one decimal, rounded half up: 2 of 3 is «66,7».
func Percent(part, whole int) string {
	tenths := (2000*part + whole) / (2 * whole)
	return strconv.Itoa(tenths/10) + "," + strconv.Itoa(tenths%10)
}
