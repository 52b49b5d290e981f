package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/model"
)

// terms are what 100 activities of a roadmap usually have.
var benchTerms = []string{"ежегодно", "Ежегодно (август)", "сентябрь 2021", "ежеквартально", "III квартал 2022 г.",
	"в течение учебного года", "По мере необходимости", "до 1 октября 2023 г.", "постоянно", "Август-сентябрь 2021"}

// carriedOut is an office with orders of so many activities over four years, and with so
// many marks on each order.
func carriedOut(orders, activities, marks int) Generator {
	g := small(nil)
	files := g.Data.(fstest.MapFS)
	first := string(files["orders/2026-5.toml"].Data)
	delete(files, "orders/2026-5.toml")
	for n := range orders {
		var b strings.Builder
		b.WriteString(strings.NewReplacer(`number = "5"`, fmt.Sprintf(`number = "%d"`, n+1), "2026-03-02", "2021-06-25",
			"О чём", "О дорожной карте на 2021–2024 годы").Replace(first))
		b.WriteString("\n[roadmap]\nkind = \"план\"\nmark = \"none\"\ntitle = [\"План\"]\n[[roadmap.section]]\ntitle = \"Раздел\"\n")
		for i := range activities {
			fmt.Fprintf(&b, "[[roadmap.section.activity]]\ntext = \"Проведение мониторинга № %d в рамках реализации системы оценки качества дошкольного образования\"\n", i)
			fmt.Fprintf(&b, "responsible = \"Отдел образования, дошкольные образовательные организации\"\nschedule = \"%s\"\nresult = \"Справка № %d о состоянии качества дошкольного образования\"\n", benchTerms[i%len(benchTerms)], i)
		}
		id := fmt.Sprintf("2021-%d", n+1)
		files["orders/"+id+".toml"] = &fstest.MapFile{Data: []byte(b.String())}
		b.Reset()
		for i := range marks {
			activity := i * len(benchTerms) % activities // those of every year
			fmt.Fprintf(&b, "[[entry]]\nactivity = \"1.%d\"\noccurrence = \"%d\"\nstatus = \"done\"\ndate = 2022-08-15\nresult = \"Проведено\"\nby = \"ivanova\"\nentered = 2022-08-20\n", activity+1, 2021+i%2)
			b.WriteString("[[entry.evidence]]\nkind = \"справка\"\nnumber = \"12\"\ndate = 2022-08-15\n")
		}
		files["progress/"+id+".toml"] = &fstest.MapFile{Data: []byte(b.String())}
	}
	g.Today = model.Date{Year: 2022, Month: 9, Day: 1}
	return g
}

// BenchmarkStatus: 200 orders of 100 activities over 4 years, from the files to the
// table; the bar is a second.
func BenchmarkStatus(b *testing.B) {
	for _, marks := range []int{0, 20, 100} {
		b.Run(fmt.Sprintf("%d_marks_an_order", marks), func(b *testing.B) {
			g := carriedOut(200, 100, marks)
			b.ReportAllocs()
			for b.Loop() {
				list, problems, err := g.Status(StatusQuery{})
				if err != nil || problems.HasErrors() || len(list) != 200 {
					b.Fatal(len(list), err, problems[:min(3, len(problems))])
				}
			}
		})
	}
}
