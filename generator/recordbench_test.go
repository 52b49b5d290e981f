package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/model"
)

// BenchmarkRecord: one more mark on a roadmap of 100 activities that has some already.
func BenchmarkRecord(b *testing.B) {
	for name, marks := range map[string]int{"none": 0, "100": 100, "1000": 1000} {
		b.Run(name, func(b *testing.B) {
			g := carriedOut(1, 100, marks)
			files := g.Data.(fstest.MapFS) // marks that differ, as those of an office do
			text := strings.Split(string(files["progress/2021-1.toml"].Data), "Проведено")
			for i := range text[1:] {
				text[i] += fmt.Sprintf("Проведено %d", i)
			}
			files["progress/2021-1.toml"].Data = []byte(strings.Join(text, ""))
			entry := model.ProgressEntry{Activity: "1.2", Outcome: model.OutcomeWork, Occurrence: "2022", Date: g.Today, Entered: g.Today}
			b.ReportAllocs()
			for b.Loop() {
				_, done, problems, err := g.Record("2021-1", []model.ProgressEntry{entry})
				if err != nil || problems.HasErrors() || len(done) != 1 {
					b.Fatal(err, problems)
				}
			}
		})
	}
}
