package formula

import (
	"strings"
	"testing"

	"doklad/generator/model"
)

// What spreadsheets make of these is judged with LibreOffice in cmd/doklad.
func TestExcel(t *testing.T) {
	cell := func(code string) string { return "$" + code }
	for text, want := range map[string]string{
		"1 + 2":           `IFERROR(1+2,"н/д")`,
		"100 * D01 / D02": `IF(OR($D01="н/п",$D02="н/п"),"н/п",IF(COUNT($D01,$D02)<2,"н/д",IFERROR(100*$D01/$D02,"н/д")))`,
		"D01 - (D01 - 1)": `IF($D01="н/п","н/п",IF(COUNT($D01)<1,"н/д",IFERROR($D01-($D01-1),"н/д")))`,
		"-D01 * (1 + 2)":  `IF($D01="н/п","н/п",IF(COUNT($D01)<1,"н/д",IFERROR((-$D01)*(1+2),"н/д")))`,
		"mean(D01, D02)":  `IF(COUNT($D01,$D02)+($D01="н/п")+($D02="н/п")<2,"н/д",IF(COUNT($D01,$D02)=0,"н/п",IFERROR(AVERAGE($D01,$D02),"н/д")))`,
		"max(D01, 0.5)":   `IF(COUNT($D01)+($D01="н/п")<1,"н/д",IFERROR(MAX($D01,0.5),"н/д"))`,
		"round(D01, 2)":   `IF($D01="н/п","н/п",IF(COUNT($D01)<1,"н/д",IFERROR(ROUND($D01,2),"н/д")))`,
		"D01 != 3":        `IF($D01="н/п","н/п",IF(COUNT($D01)<1,"н/д",IFERROR(IF($D01<>3,1,0),"н/д")))`,
		// A division by zero that comes before an empty list decides.
		"D01 / D02 + sum(D03)": `IF(OR($D01="н/п",$D02="н/п"),"н/п",IF(COUNT($D01,$D02,$D03)+($D03="н/п")<3,"н/д",` +
			`IF($D02=0,"н/д",IF(COUNT($D03)=0,"н/п",IFERROR($D01/$D02+SUM($D03),"н/д")))))`,
	} {
		if got := mustCompile(t, text).Excel(cell, nil, "н/д", "н/п"); got != want {
			t.Errorf("%s:\n%s, want\n%s", text, got, want)
		}
	}
	deep := strings.Repeat("min(1,", 60) + "D01" + strings.Repeat(")", 60)
	if got := mustCompile(t, deep).Excel(cell, nil, "н/д", "н/п"); strings.Count(got, "MIN") != 60 {
		t.Error("deep:", got)
	}
	deeper := strings.Repeat("min(1,", 64) + "D01" + strings.Repeat(")", 64)
	if got := mustCompile(t, deeper).Excel(cell, nil, "н/д", "н/п"); got != "" {
		t.Error("too deep for Excel:", got)
	}
	if got := mustCompile(t, "1").Excel(cell, nil, `нет "данных"`, ""); got != `IFERROR(1,"нет ""данных""")` {
		t.Error(got)
	}
}

// A condition compares what is printed.
func TestConditionExcel(t *testing.T) {
	set, faults := NewSet(catalogue(model.Indicator{Code: "A1", Decimals: 2}, model.Indicator{Code: "B1"},
		model.Indicator{Code: "S1", ShareWhere: "A1 >= 3", Tier: model.TierMunicipality},
		model.Indicator{Code: "S2", ShareWhere: "mean(A1, B1) > 1", Tier: model.TierMunicipality}))
	if faults != nil {
		t.Fatal(faults)
	}
	for code, want := range map[string]string{
		"S1": `IF(A1="н/п","н/п",IF(COUNT(A1)<1,"н/д",IFERROR(IF(ROUND(A1,2)>=3,1,0),"н/д")))`,
		"S2": `IF(COUNT(A1,B1)+(A1="н/п")+(B1="н/п")<2,"н/д",IF(COUNT(A1,B1)=0,"н/п",` +
			`IFERROR(IF((SUM(IF(ISNUMBER(A1),ROUND(A1,2),0),IF(ISNUMBER(B1),ROUND(B1,0),0))/(0+COUNT(A1,B1)))>1,1,0),"н/д")))`,
	} {
		if got := set.ConditionExcel(code, func(code string) string { return code }, "н/д", "н/п"); got != want {
			t.Errorf("%s:\n%s, want\n%s", code, got, want)
		}
	}
}

// The total that is a mean of what a formula gave the institutions is kept.
func TestCompleteKeepsMeans(t *testing.T) {
	mean := derived("M1", "A1 * 2")
	mean.Total = model.TotalMean
	set, _ := NewSet(catalogue(model.Indicator{Code: "A1"}, mean, derived("B1", "M1 + 1")))
	given := map[string]model.Value{"A1": known(1), "M1": known(7)}
	if got := set.Complete(given, model.TierMunicipality); got["M1"] != known(7) || got["B1"] != known(8) {
		t.Error(got)
	}
	if got := set.Complete(given, model.TierInstitution); got["M1"] != known(2) {
		t.Error(got)
	}
}
