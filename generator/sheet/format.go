package sheet

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// maxCode is the longest format code that is read; Excel has 255 characters.
const maxCode = 1 << 10

type formatKind uint8

const (
	showsNumber formatKind = iota
	showsDay
	showsClock
)

// numberFormat is what a format code says of a value.
type numberFormat struct {
	kind    formatKind
	seconds bool // of a clock
	percent bool

	// How a number is written, where the code is simple enough to know it.
	known    bool
	sections int // more than one: only positive numbers are known
	before   string
	after    string
	whole    int // least digits before the comma
	decimals int // digits after it,
	optional int // of which so many only if they are not 0
	grouped  bool
}

var general numberFormat

// parseFormat reads the first section of a code. Letters of days are told from
// letters in quotes, behind a backslash and in brackets; in Russian ones too.
func parseFormat(code string) numberFormat {
	f := numberFormat{}
	if isGeneral(code) {
		return f
	}
	p := scanCode(code)
	f.percent = p.percent
	placeholder := strings.ContainsAny(p.digits, "#?") || strings.Contains(p.digits, "0") && !p.seconds
	switch {
	case placeholder || p.general:
		f.pattern(p)
	case p.day || p.month && !p.hours && !p.seconds:
		f.kind = showsDay
	case p.hours || p.seconds:
		f.kind, f.seconds = showsClock, p.seconds
	}
	return f
}

// codeParts is what stands in the first section of a code.
type codeParts struct {
	day, month, hours, seconds bool
	percent, general, strange  bool
	digits                     string // 0 # ? . ,
	before, after              string // letters around the digits
	sections                   int
}

func scanCode(code string) (p codeParts) {
	p.sections = 1
	letters := []rune(code)
	literal := func(s string) {
		if p.digits == "" {
			p.before += s
		} else {
			p.after += s
		}
	}
	for i := 0; i < len(letters); i++ {
		switch c := unicode.ToLower(letters[i]); c {
		case '"':
			end := i + 1
			for end < len(letters) && letters[end] != '"' {
				end++
			}
			literal(string(letters[i+1 : min(end, len(letters))]))
			i = end
		case '\\', '!':
			if i++; i < len(letters) {
				literal(string(letters[i]))
			}
		case '_', '*':
			i++ // room as wide as a character, a character that fills the cell
		case '[':
			end := i + 1
			for end < len(letters) && letters[end] != ']' {
				end++
			}
			inside := strings.ToLower(string(letters[i+1 : min(end, len(letters))]))
			if inside != "" && strings.Trim(inside, "hmsчмс") == "" {
				p.hours = true // a span, of more than a day
				p.seconds = p.seconds || strings.Trim(inside, "sс") == ""
			} else if currency, ok := strings.CutPrefix(inside, "$"); ok {
				symbol, _, _ := strings.Cut(currency, "-")
				literal(symbol)
			} else if strings.ContainsAny(inside, "<>=") {
				p.strange = true
			}
			i = end
		case ';':
			p.sections = 1 + strings.Count(string(letters[i:]), ";")
			return p
		case '0', '#', '?', '.', ',':
			if p.after != "" && c != '.' && c != ',' {
				p.strange = true
			}
			p.digits += string(c)
		case 'y', 'г', 'd', 'д', 'b':
			p.day = true
		case 'm', 'м':
			p.month = true
		case 'h', 'ч':
			p.hours = true
		case 's', 'с':
			p.seconds = true
		case '%':
			p.percent = true
			literal("%")
		case 'g':
			if i+7 <= len(letters) && strings.EqualFold(string(letters[i:i+7]), "general") {
				p.general = true
				i += 6
			} else {
				p.strange = true
			}
		case 'a':
			for _, half := range []string{"am/pm", "a/p"} {
				if n := len(half); i+n <= len(letters) && strings.EqualFold(string(letters[i:i+n]), half) {
					p.hours = true
					i += n - 1
					break
				}
			}
		case 'e', '/', '@':
			p.strange = true
		default:
			literal(string(letters[i]))
		}
	}
	return p
}

// pattern keeps how a number is written, if the code has nothing but digits, one
// point and literal text.
func (f *numberFormat) pattern(p codeParts) {
	whole, fraction, _ := strings.Cut(p.digits, ".")
	f.known = !p.strange && !p.general && !p.day && !p.month && !p.hours && !p.seconds &&
		!strings.ContainsAny(fraction, ",.?") && !strings.HasSuffix(whole, ",") && !strings.Contains(whole, "?")
	f.sections, f.before, f.after = p.sections, p.before, p.after
	f.whole = strings.Count(whole, "0")
	f.grouped = strings.Contains(whole, ",")
	f.decimals = len(fraction)
	f.optional = strings.Count(fraction, "#")
}

// show is the number as the author sees it, or plainly with a comma.
func (f *numberFormat) show(x float64, raw string) string {
	if !f.known || f.sections > 1 && x <= 0 || math.Abs(x) >= 1e15 {
		return plainNumber(x, raw)
	}
	if f.percent {
		x *= 100
	}
	// Excel rounds halves up and counts in 15 digits: 2.5 and 1.005 go up.
	digits := strconv.FormatFloat(math.Abs(x)*(1+1e-15), 'f', f.decimals, 64)
	whole, fraction, _ := strings.Cut(digits, ".")
	for i := 0; i < f.optional && strings.HasSuffix(fraction, "0"); i++ {
		fraction = fraction[:len(fraction)-1]
	}
	if whole == "0" && f.whole == 0 {
		whole = ""
	}
	if n := f.whole - len(whole); n > 0 {
		whole = strings.Repeat("0", n) + whole
	}
	if f.grouped {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "\u00a0" + whole[i:]
		}
	}
	if f.decimals > f.optional || fraction != "" {
		whole += "," + fraction
	}
	sign := ""
	if x < 0 && strings.ContainsAny(whole, "123456789") {
		sign = "-"
	}
	return sign + f.before + whole + f.after
}

// plainNumber drops what binary fractions leave behind (0.30000000000000004), as
// Excel does, which keeps 15 digits.
func plainNumber(x float64, raw string) string {
	if len(raw) > 15 || strings.ContainsAny(raw, "eE+") {
		raw = strconv.FormatFloat(x, 'g', 15, 64)
		if short, _ := strconv.ParseFloat(raw, 64); math.Abs(short) >= 1e-9 && math.Abs(short) < 1e15 || short == 0 {
			raw = strconv.FormatFloat(short, 'f', -1, 64)
		}
	}
	return strings.Replace(raw, ".", ",", 1)
}
