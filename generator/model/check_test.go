package model

import (
	"slices"
	"testing"
)

func TestCodesOfCheck(t *testing.T) {
	for _, c := range []struct {
		check Check
		want  []string
	}{
		{Check{Left: "SV07 + sum(SV08,SV09)", Right: "SV06"}, []string{"SV07", "SV08", "SV09", "SV06"}},
		{Check{Left: "DV05_prev", Right: "1E5 * DV05 + S04B_prev"}, []string{"DV05", "S04B"}},
		{Check{Jump: "DV01"}, []string{"DV01"}},
		{Check{Outlier: "D16"}, []string{"D16"}},
		{Check{Left: "100", Right: "mean"}, nil},
	} {
		if got := c.check.Codes(); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.check, got, c.want)
		}
	}
}

func TestTierOfCheck(t *testing.T) {
	for tier, want := range map[Tier]Tier{"": TierInstitution, TierBoth: TierBoth, TierMunicipality: TierMunicipality} {
		if got := (Check{Tier: tier}).On(); got != want {
			t.Errorf("%q: %s, want %s", tier, got, want)
		}
	}
}
