package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// paper finds one of the papers of data/ by the end of its path.
func paper(b *testing.B, plan Plan, end string) Paper {
	b.Helper()
	for _, p := range plan.Papers {
		if strings.HasSuffix(p.Path, end) {
			return p
		}
	}
	b.Fatalf("no paper %s", end)
	return Paper{}
}

// BenchmarkPlan reads and judges all of data/.
func BenchmarkPlan(b *testing.B) {
	g := ours()
	b.ReportAllocs()
	for b.Loop() {
		g.Plan()
	}
}

// BenchmarkPaper makes one paper of order 109 from data that is read.
func BenchmarkPaper(b *testing.B) {
	plan := ours().Plan()
	for name, end := range map[string]string{"order109.pdf": "2021-109.pdf", "order109.xlsx": "2021-109-roadmap.xlsx"} {
		b.Run(name, func(b *testing.B) {
			p := paper(b, plan, end)
			b.ReportAllocs()
			for b.Loop() {
				if _, problems, err := p.Make(); err != nil || problems.HasErrors() {
					b.Fatal(problems, err)
				}
			}
		})
	}
}

// BenchmarkRoadmap makes papers of a roadmap of so many rows.
func BenchmarkRoadmap(b *testing.B) {
	for _, rows := range []int{1000, 10000} {
		plan := roadmapOf(rows).Plan()
		if plan.Problems.HasErrors() {
			b.Fatal(plan.Problems)
		}
		for _, end := range []string{".pdf", ".xlsx"} {
			b.Run(fmt.Sprintf("%d%s", rows, end), func(b *testing.B) {
				p := paper(b, plan, end)
				b.ReportAllocs()
				for b.Loop() {
					if _, problems, err := p.Make(); err != nil || problems.HasErrors() {
						b.Fatal(problems, err)
					}
				}
			})
		}
	}
}

// roadmapOf is a data folder with one order whose roadmap has so many rows.
func roadmapOf(rows int) Generator {
	g := small(nil)
	var order strings.Builder
	order.Write(g.Data.(fstest.MapFS)["orders/2026-5.toml"].Data)
	order.WriteString("[roadmap]\nkind = \"план\"\nmark = \"approval\"\ntitle = [\"План мероприятий (пример)\"]\n")
	for i := range rows {
		if i%50 == 0 {
			fmt.Fprintf(&order, "[[roadmap.section]]\ntitle = \"Раздел %d\"\n", i/50+1)
		}
		fmt.Fprintf(&order, `[[roadmap.section.activity]]
text = "Разработка и утверждение критериев и показателей системы оценки качества дошкольного образования, выпуск %d"
responsible = "Отдел образования"
schedule = "Сентябрь 2026 г."
result = "Утверждены критерии и показатели системы оценки качества, выпуск %d"
`, i, i)
	}
	g.Data.(fstest.MapFS)["orders/2026-5.toml"].Data = []byte(order.String())
	return g
}
