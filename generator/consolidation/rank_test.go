package consolidation

import (
	"testing"

	"doklad/generator/formula"
	"doklad/generator/model"
)

// Results of ВПР give nobody a place.
func TestNobodyIsRankedByWhatMustNotRank(t *testing.T) {
	school := model.Indicator{Code: "S01", Unit: "балл", Direction: model.Higher, Tier: model.TierBoth, Kinds: []model.InstitutionKind{model.FullSchool}, FilledBy: model.FilledByInstitution, Total: model.TotalMean}
	for _, why := range []string{"", "результаты ВПР"} {
		school.Unranked = why
		set := model.IndicatorSet{ID: "school", Indicators: []model.Indicator{school}}
		formulas, _ := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
		unit := func(id string, x float64) Unit {
			return Unit{ID: id, Kind: model.FullSchool, Values: model.Values{"S01": model.KnownValue(x)}}
		}
		c := Count(Input{Set: set, Formulas: formulas, Year: 2022, Units: []Unit{unit("a", 3), unit("b", 4)}})
		if places := [2]int{c.Rows[0].Units[0].Place, c.Rows[0].Units[1].Place}; (why == "") != (places == [2]int{2, 1}) || why != "" && places != [2]int{} {
			t.Errorf("%q: places %v", why, places)
		}
	}
}
