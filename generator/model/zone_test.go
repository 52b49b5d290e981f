package model

import (
	"maps"
	"slices"
	"testing"
)

func TestZones(t *testing.T) {
	scale := mkdo
	scale.Thresholds = slices.Clone(scale.Thresholds)
	scale.Thresholds[0].Red = true
	lower := Indicator{Direction: Lower, Decimals: 1, Thresholds: []Threshold{{Level: "терпимо", At: ptr(20)}}}
	none := Indicator{Direction: Lower, Thresholds: []Threshold{{Level: "нет", At: ptr(0)}}}
	band := Indicator{Direction: Band, Decimals: 1, Thresholds: []Threshold{{Level: "норма", Band: &Interval{10, 12}}}}
	wide, strict := lower, lower
	wide.RedBeyond, strict.RedBeyond = ptr(50), ptr(0)
	for _, c := range []struct {
		indicator Indicator
		value     float64
		want      Zone
	}{
		{scale, 0.5, RedZone}, {scale, 1.9, RedZone}, {scale, 2, YellowZone}, {scale, 2.99, YellowZone}, {scale, 3, GreenZone}, {scale, 4.5, GreenZone},
		{lower, 20, GreenZone}, {lower, 20.1, YellowZone}, {lower, 22, YellowZone}, {lower, 22.04, YellowZone}, {lower, 22.1, RedZone},
		{wide, 30, YellowZone}, {wide, 30.1, RedZone}, {strict, 20.1, RedZone},
		{none, 0, GreenZone}, {none, 1, RedZone},
		{band, 11, GreenZone}, {band, 9, YellowZone}, {band, 8.9, RedZone}, {band, 13.2, YellowZone}, {band, 13.3, RedZone},
	} {
		level, _ := c.indicator.Judge(KnownValue(c.value), 2022)
		norm, _ := c.indicator.NormIn(2022)
		if got := c.indicator.ZoneOf(level, c.value, norm); got != c.want {
			t.Errorf("%v: %s, want %s", c.value, got, c.want)
		}
	}
	for _, z := range Zones {
		if z.Words() == "" {
			t.Error(z)
		}
	}
}

// What is counted of results of ВПР is restricted as they are, and so is what says ВПР;
// of how many they are told is not.
func TestRestricted(t *testing.T) {
	got := Restricted([]Indicator{
		{Code: "S1", Formula: "100 * V2 / V1", Weight: "V1", Unranked: "результаты ВПР"},
		{Code: "V1"}, {Code: "V2", Formula: "V3 + V4"}, {Code: "V3"}, {Code: "V4"}, {Code: "V5"},
		{Code: "A1", Formula: "100 * V3 / V5"}, {Code: "A2", ShareWhere: "A1 >= 50"}, {Code: "A3", Formula: "V5 / V1"},
		{Code: "B1", Title: "Доля работ ВПР", Formula: "V5 / V1"}, {Code: "B2", Title: "Сельский ВПРок"},
	})
	maps.DeleteFunc(got, func(_ string, is bool) bool { return !is })
	if codes := slices.Sorted(maps.Keys(got)); !slices.Equal(codes, []string{"A1", "A2", "B1", "S1", "V2", "V3", "V4"}) {
		t.Error(codes)
	}
}

func TestNamesVPR(t *testing.T) {
	for text, want := range map[string]bool{"по итогам ВПР": true, "ВПР-4": true, "BПP латиницей": true, "В\u00adПР": true, "(впр)": true,
		"Всероссийские проверочные работы": true, "проверочные работы": false, "ВПРок": false, "всероссийская олимпиада": false, "": false} {
		if NamesVPR(text) != want {
			t.Errorf("%q", text)
		}
	}
}
