//go:build e2e

package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"testing/fstest"

	"doklad/data"
	"doklad/generator/consolidation"
	"doklad/generator/model"
	"doklad/generator/source"
)

// e2eMunicipality is a random municipality of one set of the catalogue over some years,
// the latest first. A tenth of the values is missing, a tenth is not applicable.
func e2eMunicipality(t testing.TB, r *rand.Rand, catalogue *source.Catalogue, set model.IndicatorSet, units, years int) consolidation.Years {
	t.Helper()
	in := consolidation.Input{Set: set, Formulas: catalogue.Formulas, Whole: "Муниципалитет",
		Clusters: []consolidation.Group{{ID: "north", Name: "Северный кластер"}, {ID: "south", Name: "Южный кластер"}}}
	kinds := []model.InstitutionKind{model.Kindergarten}
	if set.ID == "school" {
		kinds = []model.InstitutionKind{model.PrimarySchool, model.BasicSchool, model.FullSchool, model.ExtraEducation}
	}
	for n := range units {
		in.Units = append(in.Units, consolidation.Unit{ID: fmt.Sprint("u", n), Kind: kinds[r.IntN(len(kinds))],
			Name: fmt.Sprintf("МАОУ «Учреждение № %d»", n+1), Cluster: []string{"north", "south", ""}[r.IntN(3)]})
	}
	var before []*consolidation.Consolidation
	for year := 2022 - years; year < 2022; year++ {
		in.Year = year
		in.Own = e2eTold(r, set, true)
		for n := range in.Units {
			in.Units[n].Values = e2eTold(r, set, false)
		}
		c := consolidation.Count(in)
		in.Previous = c
		before = append([]*consolidation.Consolidation{c}, before...)
	}
	return consolidation.Years{Consolidation: before[0], Before: before[1:]}
}

// e2eRegion is a region of random municipalities over two years.
func e2eRegion(t testing.TB, r *rand.Rand, catalogue *source.Catalogue, set model.IndicatorSet, municipalities int) consolidation.Years {
	t.Helper()
	now := consolidation.Input{Set: set, Formulas: catalogue.Formulas, Year: 2021, Whole: "Край"}
	before := now
	before.Year = 2020
	for n := range municipalities {
		id, name := fmt.Sprint("m", n), fmt.Sprintf("Городской округ № %d", n+1)
		years := e2eMunicipality(t, r, catalogue, set, 2+3*n, 2)
		now.Units = append(now.Units, years.AsUnit(id, name, ""))
		before.Units = append(before.Units, years.Before[0].AsUnit(id, name, ""))
	}
	now.Previous = consolidation.Count(before)
	return consolidation.Years{Consolidation: consolidation.Count(now), Before: []*consolidation.Consolidation{now.Previous}}
}

// e2eTold are random values of what is told: small wholes, so that groups are small and
// divisions by zero come up.
func e2eTold(r *rand.Rand, set model.IndicatorSet, municipal bool) model.Values {
	values := model.Values{}
	size := []float64{4, 12, 40, 1500}[r.IntN(4)]
	for _, i := range set.Indicators {
		if i.IsDerived() || (i.Tier == model.TierMunicipality) != municipal {
			continue
		}
		switch r.IntN(20) {
		case 0, 1:
		case 2, 3:
			values[i.Code] = model.NoValue()
		default:
			most := math.Min(size, i.Range.To)
			values[i.Code] = model.KnownValue(i.Round(i.Range.From + r.Float64()*math.Max(0, most-i.Range.From)))
		}
	}
	return values
}

func e2eCatalogue(t testing.TB) *source.Catalogue {
	t.Helper()
	c := source.Open(fstest.MapFS{}, data.Common).Catalogue(".")
	if c.Problems.HasErrors() || len(c.Sets) < 2 {
		t.Fatal(c.Problems)
	}
	return c
}

// e2eConsolidations are the consolidations of data/ on paper, to be judged.
func e2eConsolidations(t testing.TB) (papers []e2eJudged) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(e2eBuild(t, e2eData), "*", "consolidation", "*.pdf"))
	if err != nil || len(files) < 6 {
		t.Fatalf("%d consolidations: %v", len(files), err)
	}
	for _, file := range files {
		papers = append(papers, e2eJudged{"consolidation " + e2eName(file), e2eData, file})
	}
	return papers
}
