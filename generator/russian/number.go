package russian

import (
	"strconv"
	"strings"
)

// Number writes a number with all its digits, a comma and the minus U+2212: «−12,5».
func Number(x float64) string {
	digits := strconv.FormatFloat(x, 'f', -1, 64)
	return strings.Replace(strings.Replace(digits, ".", ",", 1), "-", "−", 1)
}
