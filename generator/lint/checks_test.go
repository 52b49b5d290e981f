package lint_test

import (
	"strings"
	"testing"

	"doklad/generator/lint"
	"doklad/generator/model"
)

// faultyChecks provoke every rule about checks.
var faultyChecks = []model.Check{
	{ID: "U0", Left: "A1", Operator: "<=", Right: "B1 + B2", Kinds: []model.InstitutionKind{"ДОО"}, Clusters: []string{"north", "nort", "east"}},
	{ID: "U1", Title: "Первая", Left: "A1", Operator: "<=", Right: "B1 + B2", Kinds: []model.InstitutionKind{"ДОО"}},
	{ID: "U2", Left: "A1", Operator: "<=", Right: "B1+B2", Tier: model.TierInstitution, Tolerance: 1, Kinds: []model.InstitutionKind{"ДОО"}},
	{ID: "U3", Left: "A1", Operator: "<=", Right: "B1+B2", Tier: model.TierMunicipality},
	{ID: "U4", Jump: "A1", Bound: 1}, {ID: "U5", Jump: "B1", Bound: 1}, {ID: "U6", Outlier: "A1"}, {ID: "U7", Jump: "A1", Bound: 2},
	{ID: "U8", Jump: "A1", Bound: 2, Kinds: []model.InstitutionKind{"СОШ"}},
}

func TestChecks(t *testing.T) {
	all := faultyChecks
	for _, c := range []struct {
		clusters []string
		want     string
	}{
		{nil, ""},
		{[]string{"north", "south"}, `CHK-CLUSTER U0.clusters[2]: увязка U0: кластера «nort» нет | может быть, «north»?
CHK-CLUSTER U0.clusters[3]: увязка U0: кластера «east» нет | впишите id записи, у которой kind = "кластер"
`},
	} {
		var got strings.Builder
		for _, p := range lint.Checks(all, all, c.clusters) {
			got.WriteString(p.Code + " " + p.Key + ": " + p.Text + " | " + p.Hint + "\n")
		}
		if want := c.want + `CHK-SAME U2.id: увязка U2 сверяет то же, что U1 «Первая» | уберите одну из них: своё лучше вписать с id = "U1"
CHK-SAME U7.id: увязка U7 сверяет то же, что U4 «» | уберите одну из них: своё лучше вписать с id = "U4"
`; got.String() != want {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want)
		}
	}
	if l := lint.Checks(all[2:3], all[2:], nil); l != nil {
		t.Error(l)
	}
}
