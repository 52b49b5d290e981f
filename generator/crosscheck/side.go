package crosscheck

import (
	"maps"
	"strings"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// side is one side of a comparison.
type side struct {
	text    string
	formula *formula.Formula
	missing model.MissingRule
}

// named are the values that the side names, those of the year before by their code with
// its end.
func (s side) named(of Subject) model.Values {
	values := model.Values{}
	for _, code := range s.formula.Codes() {
		if past, isPast := strings.CutSuffix(code, model.YearBefore); isPast {
			values[code] = of.Before[past]
		} else {
			values[code] = of.Values[code]
		}
	}
	return values
}

// counted is what came of a side.
type counted struct {
	model.Value
	skipped bool // its rule does not let it be counted
	told    bool // a code is known, or none is named
}

// isPresent reports whether the side has a value.
func (c counted) isPresent() bool { return c.told && c.IsKnown() }

// isFaulty reports whether the side has its values and gives no number all the same.
func (c counted) isFaulty() bool { return c.told && !c.skipped && c.State == model.Missing }

// count counts the side by its rule.
func (s side) count(values model.Values) counted {
	var known int
	var missing []string
	for _, code := range s.formula.Codes() {
		switch values[code].State {
		case model.Known:
			known++
		case model.Missing:
			missing = append(missing, code)
		}
	}
	told := known > 0 || len(values) == 0
	if missing == nil {
		return counted{Value: s.formula.Evaluate(values), told: told}
	}
	if s.missing == model.SkipIfAny || s.missing == model.SkipIfAll && known == 0 {
		return counted{Value: model.MissingValue("нет данных: " + plain(strings.Join(missing, ", "))), skipped: true, told: told}
	}
	filled := maps.Clone(values)
	for _, code := range missing {
		filled[code] = model.KnownValue(0)
	}
	return counted{Value: s.formula.Evaluate(filled), told: told}
}
