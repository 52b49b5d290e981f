package generator

import (
	"fmt"
	"strings"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/xlsx"
)

// consolidationSample are two years of two clusters, and one unit of a kind that half of
// the indicators does not concern.
func consolidationSample(t testing.TB) (consolidation.Years, *formula.Set) {
	t.Helper()
	kinds := []model.InstitutionKind{model.BasicSchool, model.FullSchool}
	bound := 50.0
	set := model.IndicatorSet{Indicators: []model.Indicator{
		{Code: "W1", Title: "Участники", Unit: model.UnitPeople, Tier: model.TierBoth, Total: model.TotalSum, Direction: model.Neutral, Kinds: kinds},
		{Code: "P1", Title: "Доля", Unit: model.UnitPercent, Decimals: 1, Tier: model.TierBoth, Total: model.TotalFormula, Formula: "100 * A1 / W1",
			Weight: "W1", Direction: model.Higher, Kinds: kinds, Thresholds: []model.Threshold{{Level: "норма", At: &bound}}},
		{Code: "A1", Title: "Из них", Unit: model.UnitPeople, Tier: model.TierBoth, Total: model.TotalSum, Direction: model.Neutral, Kinds: kinds},
		{Code: "M1", Title: "Балл", Unit: "балл", Decimals: 2, Tier: model.TierBoth, Total: model.TotalMean, Weight: "W1", Direction: model.Higher, Kinds: kinds[1:],
			Methods: []model.MethodChange{{Year: 2021, Text: "другая шкала"}}},
		{Code: "Q1", Title: "Доля школ", Unit: model.UnitPercent, Decimals: 1, Tier: model.TierMunicipality, ShareWhere: "P1 >= 50", Direction: model.Higher, Kinds: kinds},
		{Code: "T1", Title: "Очередь", Unit: model.UnitPeople, Tier: model.TierMunicipality, Direction: model.Lower, Kinds: kinds},
		{Code: "Y1", Title: "Сайт", Unit: model.UnitYesNo, Tier: model.TierInstitution, Direction: model.Neutral, Kinds: kinds},
	}}
	formulas, faults := formula.NewSet(model.Catalogue{Sets: []model.IndicatorSet{set}})
	if faults != nil {
		t.Fatal(faults)
	}
	k := model.KnownValue
	unit := func(id, cluster string, kind model.InstitutionKind, w, a, m model.Value) consolidation.Unit {
		return consolidation.Unit{ID: id, Name: "Школа " + id, Cluster: cluster, Kind: kind, Values: model.Values{"W1": w, "A1": a, "M1": m, "Y1": k(1)}}
	}
	in := consolidation.Input{Set: set, Formulas: formulas, Whole: "Муниципалитет", Year: 2020,
		Clusters: []consolidation.Group{{ID: "n", Name: "Северный"}, {ID: "s", Name: "Южный"}}, Own: model.Values{"T1": k(7)},
		Units: []consolidation.Unit{unit("1", "s", model.FullSchool, k(40), k(30), k(4)), unit("2", "n", model.FullSchool, k(5), k(2), k(3)),
			unit("3", "s", model.BasicSchool, model.NoValue(), model.Value{}, k(9))}}
	before := consolidation.Count(in)
	in.Year, in.Previous = 2021, before
	return consolidation.Years{Consolidation: consolidation.Count(in), Before: []*consolidation.Consolidation{before}}, formulas
}

// cellsByCode are the cells of the rows of a table, by the code in the first one and the
// name of the column.
func cellsByCode(s xlsx.Sheet) map[string]doc.Cell {
	cells := map[string]doc.Cell{}
	for _, row := range s.Table.Rows {
		for n, c := range row.Cells {
			if !row.Section {
				cells[row.Cells[0].Text+" "+s.Table.Columns[n].Name] = c
			}
		}
	}
	return cells
}

func formulaIn(c doc.Cell) string {
	if c.Value == nil {
		return ""
	}
	return c.Value.Formula
}

// Every kind of cell: what it shows, and how it is counted. Units stand as u1 to u3: the
// second school is in the northern cluster.
func TestConsolidationCells(t *testing.T) {
	y, formulas := consolidationSample(t)
	sheets := ConsolidationSheets(y, formulas, ConsolidationHead{Office: "Управление", Title: "Свод", Period: "за 2021 год", Preliminary: "Предварительный", Example: true})
	cells := cellsByCode(sheets[0])
	for at, want := range map[string][2]string{
		"W1 u1":     {"5", ""},
		"W1 u3":     {"н/п", ""},
		"A1 u3":     {"н/д", ""},
		"M1 u3":     {"", ""}, // not of that kind
		"Y1 u1":     {"да", ""},
		"Y1 whole":  {"", ""},
		"T1 u1":     {"", ""},
		"T1 c1":     {"", ""},
		"T1 whole":  {"7", ""},
		"P1 u1":     {"2 из 5, 40,0", "100*{u1[9]}/{u1[8]}"},
		"P1 u2":     {"75,0", "100*{u2[9]}/{u2[8]}"},
		"P1 c1":     {"2 из 5, 40,0", "100*SUMPRODUCT(ISNUMBER({u1[9]}:{u1[9]})*ISNUMBER({u1[8]}:{u1[8]}),{u1[9]}:{u1[9]})/"},
		"P1 whole":  {"71,1", "100*SUMPRODUCT(ISNUMBER({u1[9]}:{u3[9]})*ISNUMBER({u1[8]}:{u3[8]}),{u1[9]}:{u3[9]})/"},
		"W1 c2":     {"40", "SUM({u2[8]}:{u3[8]})"},
		"W1 whole":  {"45", "SUM({u1[8]}:{u3[8]})"},
		"M1 whole":  {"3,89", "SUMPRODUCT({u1[4]}:{u3[4]},{u1[8]}:{u3[8]})"},
		"Q1 u1":     {"нет", "ROUND({u1[3]},1)>=50"},
		"Q1 u2":     {"да", "ROUND({u2[3]},1)>=50"},
		"Q1 u3":     {"н/п", "ROUND({u3[3]},1)>=50"},
		"Q1 whole":  {"1 из 2, 50,0", "100*SUM({u1[5]}:{u3[5]})/COUNT({u1[5]}:{u3[5]})"},
		"P1 y2020":  {"71,1", "{2020!whole[3]}"},
		"P1 change": {"0,0", "ROUND({.whole},1)-ROUND({.y2020},1)"},
		"M1 change": {"нет: методика изменилась", ""},
		"P1 from":   {"50,0", ""},
		"P1 to":     {"", ""},
		"P1 4":      {"", ""},
	} {
		c := cells[at]
		text := strings.ReplaceAll(c.Text, "\u00a0", " ")
		if text != want[0] || !strings.Contains(formulaIn(c), want[1]) || (formulaIn(c) == "") != (want[1] == "") {
			t.Errorf("%s: «%s» =%s", at, text, formulaIn(c))
		}
	}
	if got := sheets[0].Table.Rows[0].Cells; got[4].Text != "Северный" || got[5].Text != "Южный" || got[6].Text != "Южный" {
		t.Errorf("clusters: %+v", got)
	}
	var names, above []string
	for _, s := range sheets {
		names = append(names, s.Name)
	}
	for _, b := range sheets[0].Above {
		above = append(above, b.Parts...)
	}
	if fmt.Sprint(names) != "[Свод Места 2020]" || !strings.Contains(strings.Join(above, "|"), "Свод|Управление, за 2021 год|Предварительный|Жирным") || sheets[0].Note != exampleNote {
		t.Error(names, above)
	}
	raw, found, err := xlsx.Write(sheets, xlsx.Properties{})
	again, _, _ := xlsx.Write(ConsolidationSheets(y, formulas, ConsolidationHead{Office: "Управление", Title: "Свод", Period: "за 2021 год", Preliminary: "Предварительный", Example: true}), xlsx.Properties{})
	if err != nil || len(found) > 0 || string(raw) != string(again) {
		t.Error("the workbook:", found, err, len(raw), len(again))
	}
}

func TestPlacesSheet(t *testing.T) {
	y, formulas := consolidationSample(t)
	cells := cellsByCode(ConsolidationSheets(y, formulas, ConsolidationHead{})[1])
	for at, want := range map[string]string{"M1 u1": "2", "M1 u2": "1", "M1 u3": "", "W1 u1": "", "P1 u2": "", "Q1 u1": ""} {
		if got := cells[at].Text; got != want {
			t.Errorf("%s: «%s», want «%s»", at, got, want)
		}
	}
}

func TestNormText(t *testing.T) {
	at := func(x float64) []model.Threshold { return []model.Threshold{{Level: "норма", At: &x}} }
	percent := model.Interval{To: 100}
	for want, i := range map[string]model.Indicator{
		"≥ 90":      {Direction: model.Higher, Range: percent, Thresholds: at(90)},
		"≤ 0,5":     {Direction: model.Lower, Range: percent, Thresholds: at(0.5)},
		"100":       {Direction: model.Higher, Range: percent, Thresholds: at(100)},
		"0":         {Direction: model.Lower, Range: percent, Thresholds: at(0)},
		"10–12":     {Direction: model.Band, Thresholds: []model.Threshold{{Band: &model.Interval{From: 10, To: 12}}}},
		"≥ 61,3":    {Direction: model.Higher, Range: percent, Thresholds: []model.Threshold{{Reference: "край"}}, References: []model.Reference{{Name: "край", Year: 2021, Value: 61.3}}},
		"край: н/д": {Direction: model.Higher, Range: percent, Thresholds: []model.Threshold{{Reference: "край"}}},
		"не выше прошлого года": {Direction: model.Lower, Trend: true},
		"": {Direction: model.Neutral},
	} {
		if got := normText(i, 2021); got != want {
			t.Errorf("«%s», want «%s»", got, want)
		}
	}
}
