package generator

import (
	"testing"

	"doklad/generator/source"
)

// The sheets of a municipality; those of a thousand institutions take so many times longer.
func BenchmarkRecommendationSheets(b *testing.B) {
	g := ours()
	tree := source.Open(g.Data, g.Common)
	r := advised(b, g, 2022)
	sheets := 0
	for b.Loop() {
		files, problems, err := g.recommendationSheets(tree, r, "at")
		if err != nil || problems.HasErrors() {
			b.Fatal(err, problems)
		}
		sheets += len(files)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(sheets), "ms/sheet")
}
