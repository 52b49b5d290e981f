package pdf

import "strings"

// number parts a number at its decimal comma: «−1 250», «,5». Its sign, groups of
// digits and a sign of percent belong to it; anything else is no number.
func number(text string) (whole, fraction string, ok bool) {
	digits, comma := 0, -1
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ',' && comma < 0 && digits > 0:
			comma = i
		case r == ' ' || r == '\u00a0':
		case i == 0 && strings.ContainsRune("-−–+", r):
		case r == '%' && strings.HasSuffix(text, "%"):
		default:
			return "", "", false
		}
	}
	if digits == 0 {
		return "", "", false
	}
	if comma >= 0 {
		return text[:comma], text[comma:], true
	}
	if end := strings.TrimRight(text, "%\u00a0 "); end != "" {
		return end, text[len(end):], true
	}
	return text, "", true
}
