package lint_test

import (
	"strings"
	"testing"

	"doklad/generator/lint"
	"doklad/generator/model"
)

// faultyIndicators provoke every rule about indicators.
func faultyIndicators() model.Catalogue {
	no, yes, at := false, true, 35.0
	threshold := []model.Threshold{{Level: "достигнут", At: &at}}
	advice := []model.Criterion{{Text: "сделать", When: "DV06 > 1", Clusters: []string{"north", "nort"}}}
	number := func(code string) model.Indicator { return model.Indicator{Code: code, Direction: model.Neutral} }
	derived := number("DV05")
	derived.Formula = "DV01 + 1"
	return model.Catalogue{Sets: []model.IndicatorSet{{Indicators: []model.Indicator{
		{Code: "D01", Verified: &no}, {Code: "D02", Verified: &no}, {Code: "D03", Verified: &no, Thresholds: threshold},
		{Code: "D04", Verified: &yes, Trend: true}, {Code: "D05", Verified: &no, Thresholds: threshold, Criteria: advice},
		{Code: "D06", Formula: "100 * DV01 / DV02", Weight: "DV02"}, {Code: "D07", Verified: &no, ShareWhere: "DV03 == 1"}, {Code: "D08", Verified: &no},
		number("DV01"), number("DV02"), number("DV03"), number("DV04"), derived, number("DV06"),
	}}}}
}

func TestIndicators(t *testing.T) {
	var got strings.Builder
	for _, p := range lint.Indicators(faultyIndicators().All(), faultyIndicators(), []string{"north"}) {
		got.WriteString(p.Code + " " + p.Key + ": " + p.Text + "\n")
	}
	const want = `IND-NOREC D03.title: показатель D03 «»: порог есть, а что рекомендовать, не сказано
IND-NOREC D04.title: показатель D04 «»: порог есть, а что рекомендовать, не сказано
IND-CLUSTER D05.criterion[1].clusters[2]: показатель D05 «»: критерий 1 назван для кластера «nort», а его нет
IND-UNUSED DV04.code: показатель DV04 «»: число собирается, а ничто из него не считается
IND-VERIFY D01.verified: известно только из практики, с документом не сверено: D01–D03, D05, D07, D08
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	if l := lint.Indicators(nil, model.Catalogue{}, nil); l != nil {
		t.Error(l)
	}
}
