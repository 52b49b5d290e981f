package recommendation_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"doklad/generator/consolidation"
	"doklad/generator/finding"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

// town are two years of institutions that tell all indicators of the catalogue at random.
func town(institutions int) []consolidation.Years {
	r := rand.New(rand.NewPCG(1, 2))
	groups := []consolidation.Group{{ID: "town", Name: "Городские"}, {ID: "village", Name: "Сельские"}}
	var sets []consolidation.Years
	for _, set := range common.Sets {
		var y consolidation.Years
		for _, year := range []int{2021, 2022} {
			in := consolidation.Input{Set: set, Formulas: common.Formulas, Year: year, Whole: "Муниципалитет", Clusters: groups, Previous: y.Consolidation}
			for n := range institutions {
				u := consolidation.Unit{ID: fmt.Sprintf("u-%d", n), Kind: model.Kindergarten, Cluster: groups[n%2].ID, Values: model.Values{}}
				if set.ID == "school" {
					u.Kind = model.FullSchool
				}
				for _, i := range set.Indicators {
					if i.IsDerived() {
						continue
					}
					u.Values[i.Code] = model.KnownValue(i.Round(i.Range.From + r.Float64()*min(i.Range.To-i.Range.From, 100)))
				}
				in.Units = append(in.Units, u)
			}
			if y.Consolidation != nil {
				y.Before = []*consolidation.Consolidation{y.Consolidation}
			}
			y.Consolidation = consolidation.Count(in)
		}
		sets = append(sets, y)
	}
	return sets
}

// A large city: a thousand institutions, each with the indicators of both programmes.
func BenchmarkRecommend(b *testing.B) {
	sets := town(1000)
	var before, after runtime.MemStats
	findings, made := 0, 0
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		f := finding.Of(sets...)
		list, _ := recommendation.Recommend(recommendation.Input{Findings: f, Rules: common.Rules, Issued: model.Date{Year: 2022, Month: 10, Day: 3}})
		runtime.ReadMemStats(&after)
		findings, made = len(f.List), len(list)
	}
	b.ReportMetric(float64(findings), "findings")
	b.ReportMetric(float64(made), "recommendations")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/1e6, "MB")
}

// Rules are made once for each catalogue that is read.
func BenchmarkRules(b *testing.B) {
	for b.Loop() {
		recommendation.NewRules(common.Catalogue)
	}
}
