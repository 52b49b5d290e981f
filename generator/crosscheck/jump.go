package crosscheck

import (
	"fmt"
	"math"

	"doklad/generator/model"
	"doklad/generator/russian"
)

// jump compares a value with that of the year before.
func (r *rule) jump(s Subject) verdict {
	code := r.check.Jump
	now, was := s.Values[code], s.Before[code]
	if !now.IsKnown() || !was.IsKnown() {
		return verdict{unmade: fmt.Sprintf("%s: в этом году %s, в прошлом – %s", code, shown(now), shown(was))}
	}
	a, b := model.Fifteen(now.Number), model.Fifteen(was.Number)
	bound := r.check.Bound
	if !r.check.Absolute {
		bound = math.Abs(b) * bound / 100
	}
	if compares(a, model.Equal, b, bound) {
		return verdict{}
	}
	change := model.Fifteen(a - b)
	word, by := "рост", change
	if change < 0 {
		word, by = "снижение", -change
	}
	text := fmt.Sprintf("%s = %s, в прошлом году %s", code, number(a, digits(a)), number(b, digits(b)))
	switch {
	case r.check.Absolute:
		text += fmt.Sprintf(" (%s на %s)", word, number(by, few))
	case b != 0:
		text += fmt.Sprintf(" (%s на %s\u00a0%%)", word, number(100*by/math.Abs(b), 1))
	}
	return verdict{finding: &Finding{Text: text, Left: a, Right: b}}
}

// number is a number with at most so many decimals.
func number(x float64, decimals int) string { return russian.Number(model.Round(x, decimals)) }
