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
				_, done, problems, err := g.Record(RecordPlace{Order: "2021-1"}, []model.ProgressEntry{entry})
				if err != nil || problems.HasErrors() || len(done) != 1 {
					b.Fatal(err, problems)
				}
			}
		})
	}
}
