package intake

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// typedNumber is a number as somebody typed it, and what stands behind it.
type typedNumber struct {
	x      float64
	change string // how the text became the number, but for its comma
	rest   string
}

// What is wrong with a text that should be a number.
type numberFault int

const (
	isNumber    numberFault = iota
	notNumber               // it does not begin with a number
	twoMeanings             // «12 34», «1.234.5»
	tooExact                // more than the 15 digits that a spreadsheet keeps
)

// parseNumber reads the number at the beginning of a cleaned line.
func parseNumber(line string) (n typedNumber, wrong numberFault) {
	sign, body := cutSign(line)
	end := numberEnd(body)
	if end == 0 {
		return n, notNumber
	}
	digits, wrong := plainDigits(body[:end])
	if wrong != isNumber {
		return n, wrong
	}
	n.rest = strings.TrimSpace(body[end:])
	switch sign {
	case "−", "–", "‑":
		n.change = "знак «" + sign + "» прочитан как минус"
		sign = "-"
	case "+":
		n.change, sign = "знак «+» опущен", ""
	case "":
		if n.rest == "-" || n.rest == "−" || n.rest == "–" {
			sign, n.rest, n.change = "-", "", "минус стоял за числом"
		}
	}
	if strings.Contains(body[:end], " ") {
		n.change = joinChanges(n.change, "пробел в числе убран")
	}
	if strings.Contains(body[:end], ".") {
		n.change = joinChanges(n.change, "точка прочитана как запятая")
	}
	x, err := strconv.ParseFloat(sign+digits, 64)
	if err != nil {
		return n, tooExact
	}
	n.x = x + 0 // never −0
	return n, isNumber
}

// cutSign parts a sign from the digit that follows it.
func cutSign(line string) (sign, body string) {
	for _, s := range [...]string{"-", "−", "–", "‑", "+"} {
		if after, ok := strings.CutPrefix(line, s); ok && after != "" && isDigit(after[0]) {
			return s, after
		}
	}
	return "", line
}

// numberEnd is where the digits end, with separators that have digits on both sides.
func numberEnd(s string) int {
	end := 0
	for i := 0; i < len(s); i++ {
		switch {
		case isDigit(s[i]):
			end = i + 1
		case i == end && i > 0 && (s[i] == ' ' || s[i] == '.' || s[i] == ',') && i+1 < len(s) && isDigit(s[i+1]):
		default:
			return end
		}
	}
	return end
}

// plainDigits is the number as Go writes it: groups of three digits with spaces, then
// one comma or point.
func plainDigits(s string) (digits string, wrong numberFault) {
	mark := strings.IndexAny(s, ".,")
	whole, fraction := s, ""
	if mark >= 0 {
		whole, fraction = s[:mark], s[mark+1:]
		if strings.ContainsAny(fraction, " .,") {
			return "", twoMeanings
		}
	}
	if strings.Contains(whole, " ") {
		groups := strings.Split(whole, " ")
		for i, g := range groups {
			if len(g) > 3 || i > 0 && len(g) != 3 || groups[0][0] == '0' {
				return "", twoMeanings
			}
		}
		whole = strings.Join(groups, "")
	}
	if len(strings.TrimLeft(whole+fraction, "0")) > 15 {
		return "", tooExact
	}
	if fraction == "" {
		return whole, isNumber
	}
	return whole + "." + fraction, isNumber
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func joinChanges(changes ...string) string {
	var all []string
	for _, c := range changes {
		if c != "" {
			all = append(all, c)
		}
	}
	return strings.Join(all, ", ")
}

// cutNote parts what stands behind a number into a unit and a footnote: «чел. из 14*».
// ok is false where the footnote could be a second number: «12 (13)».
func cutNote(rest string) (unit, note string, ok bool) {
	at := len(rest)
	for i, r := range rest {
		if strings.ContainsRune("*(¹²³⁴⁵⁶⁷⁸⁹⁰†", r) || ofHowMany(rest, i) {
			at = i
			break
		}
	}
	unit, note = strings.TrimSpace(rest[:at]), rest[at:]
	marks := strings.Trim(note, "*¹²³⁴⁵⁶⁷⁸⁹⁰† ")
	switch {
	case marks == "", ofHowMany(marks, 0):
		return unit, note, true
	case marks[0] == '(' && strings.HasSuffix(marks, ")"):
		inside := strings.TrimSpace(marks[1 : len(marks)-1])
		return unit, note, ofHowMany(inside, 0) || !strings.ContainsAny(inside, "0123456789()")
	}
	return unit, note, false
}

// ofHowMany reports whether «из 14» stands at a place, as a word of its own.
func ofHowMany(s string, at int) bool {
	after, ok := strings.CutPrefix(s[at:], "из ")
	if !ok || after == "" || !isDigit(after[0]) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	return at == 0 || before == ' ' || before == '%' || before == '.'
}
