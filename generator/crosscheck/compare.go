package crosscheck

import (
	"doklad/generator/model"
)

func isPresence(o model.Operator) bool { return o == model.BothOrNone || o == model.OneOfTwo }

// compare makes a check of two sides.
func (r *rule) compare(s Subject) verdict {
	leftValues, rightValues := r.left.named(s), r.right.named(s)
	left, right := r.left.count(leftValues), r.right.count(rightValues)
	holds := true
	if isPresence(r.check.Operator) {
		if left.isFaulty() || right.isFaulty() {
			return verdict{unmade: whyNot(left, right)}
		}
		neverSkip := r.left.missing == model.NeverSkip && r.right.missing == model.NeverSkip
		if r.check.Operator == model.OneOfTwo && !left.isPresent() && !right.isPresent() && !neverSkip {
			return verdict{unmade: "ни одного из двух значений нет"}
		}
		holds = left.isPresent() == right.isPresent()
		if r.check.Operator == model.OneOfTwo {
			holds = !holds
		}
	} else {
		if !left.IsKnown() || !right.IsKnown() {
			return verdict{unmade: whyNot(left, right)}
		}
		holds = compares(left.Number, r.check.Operator, right.Number, r.check.Tolerance)
	}
	if holds {
		return verdict{}
	}
	return verdict{finding: &Finding{Text: r.numbers(left, right, leftValues, rightValues), Left: left.Number, Right: right.Number}}
}

// compares two numbers with a tolerance; the package comment has the table.
func compares(l float64, o model.Operator, r, tolerance float64) bool {
	l, r = model.Fifteen(l), model.Fifteen(r)
	below := func(a, b float64) bool { return a < model.Fifteen(b+tolerance) }
	atMost := func(a, b float64) bool { return a <= model.Fifteen(b+tolerance) }
	switch o {
	case model.Equal:
		return atMost(max(l, r), min(l, r))
	case model.NotEqual:
		return !atMost(max(l, r), min(l, r))
	case model.Less:
		return below(l, r)
	case model.LessEqual:
		return atMost(l, r)
	case model.Greater:
		return below(r, l)
	case model.GreaterEqual:
		return atMost(r, l)
	}
	panic("crosscheck: an operator that is not checked: " + string(o))
}

// whyNot is the reason of the first side that has none to compare.
func whyNot(left, right counted) string {
	for _, side := range []counted{left, right} {
		switch side.State {
		case model.NotApplicable:
			return "не применимо"
		case model.Missing:
			return plain(side.Reason)
		}
	}
	panic("crosscheck: both sides are counted")
}
