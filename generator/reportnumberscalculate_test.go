package generator

import (
	"math"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/model"
)

var codePattern = regexp.MustCompile(`[A-Z]+\d+`)

func codesIn(formula string) []string { return codePattern.FindAllString(formula, -1) }

var tokens = regexp.MustCompile(`[A-Z]+\d+|[a-z]+|\d+(?:\.\d+)?|==|>=|<=|[-+*/(),<>]`)

// calculate counts a formula: what is missing makes the result missing, what is not
// applicable is left out of mean and max, and else makes the result not applicable.
func calculate(formula string, value func(code string) model.Value) model.Value {
	c := calculation{rest: tokens.FindAllString(formula, -1), value: value}
	x := c.compare()
	switch {
	case c.none:
		return model.NoValue()
	case c.missing || math.IsInf(x, 0) || math.IsNaN(x):
		return model.Value{}
	}
	return model.KnownValue(x)
}

type calculation struct {
	rest          []string
	value         func(code string) model.Value
	missing, none bool
}

func (c *calculation) next(of ...string) string {
	if len(c.rest) == 0 || len(of) > 0 && !slices.Contains(of, c.rest[0]) {
		return ""
	}
	token := c.rest[0]
	c.rest = c.rest[1:]
	return token
}

func (c *calculation) compare() float64 {
	a := c.sum()
	sign := c.next("==", ">=", "<=", "<", ">")
	if sign == "" {
		return a
	}
	b := c.sum()
	if map[string]bool{"==": a == b, ">=": a >= b, "<=": a <= b, "<": a < b, ">": a > b}[sign] {
		return 1
	}
	return 0
}

func (c *calculation) sum() float64 {
	a := c.product()
	for sign := c.next("+", "-"); sign != ""; sign = c.next("+", "-") {
		b := c.product()
		if sign == "-" {
			b = -b
		}
		a += b
	}
	return a
}

func (c *calculation) product() float64 {
	a := c.atom()
	for sign := c.next("*", "/"); sign != ""; sign = c.next("*", "/") {
		switch b := c.atom(); {
		case sign == "*":
			a *= b
		case b == 0:
			c.missing = true
		default:
			a /= b
		}
	}
	return a
}

func (c *calculation) atom() float64 {
	token := c.next()
	switch {
	case token == "(":
		x := c.sum()
		c.next(")")
		return x
	case token == "mean" || token == "max":
		return c.aggregate(token)
	case codePattern.MatchString(token):
		v := c.value(token)
		c.missing, c.none = c.missing || v.State == model.Missing, c.none || v.State == model.NotApplicable
		return v.Number
	}
	x, err := strconv.ParseFloat(token, 64)
	if err != nil {
		panic("the test cannot read the formula at " + token)
	}
	return x
}

// aggregate leaves out arguments that are a code alone and not applicable.
func (c *calculation) aggregate(name string) float64 {
	var list []float64
	all := 0
	for c.next("(", ",") != "" {
		all++
		if codePattern.MatchString(c.rest[0]) && slices.Contains([]string{",", ")"}, c.rest[1]) && c.value(c.rest[0]).State == model.NotApplicable {
			c.next()
			continue
		}
		list = append(list, c.sum())
	}
	c.next(")")
	if len(list) == 0 {
		c.none = true
		return 0
	}
	if name == "max" {
		return slices.Max(list)
	}
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

// roundHalf rounds the decimal digits of a number, halves away from zero.
func roundHalf(x float64, decimals int) float64 {
	rounded, _ := strconv.ParseFloat(plainDigits(x, decimals), 64)
	return rounded
}

// plainDigits are the digits of a number, rounded as people do it, with a point.
func plainDigits(x float64, decimals int) string {
	exact, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', 15, 64))
	if !ok {
		return "0"
	}
	power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(exact), power)
	scaled.Add(scaled, big.NewRat(1, 2))
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	digits := whole.String()
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	if decimals > 0 {
		digits = digits[:len(digits)-decimals] + "." + digits[len(digits)-decimals:]
	}
	if exact.Sign() < 0 && whole.Sign() != 0 {
		digits = "-" + digits
	}
	return digits
}

// plainNumber is a number as papers print it.
func plainNumber(x float64, decimals int) string {
	whole, fraction, has := strings.Cut(strings.TrimPrefix(plainDigits(x, decimals), "-"), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "\u00a0" + whole[at:]
	}
	if has {
		whole += "," + fraction
	}
	if roundHalf(x, decimals) < 0 {
		whole = "−" + whole
	}
	return whole
}

// plainAsWritten has as many digits as it was written with.
func plainAsWritten(x float64) string {
	return strings.NewReplacer(".", ",", "-", "−").Replace(strconv.FormatFloat(x, 'f', -1, 64))
}
