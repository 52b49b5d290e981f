package generator

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"doklad/generator/model"
)

// BenchmarkRecommendationSheets reads two years of 70 indicators of a thousand
// institutions, finds what does not meet the norm and what is recommended, and makes a
// sheet for each. Memory is that of the whole, with all sheets in it.
func BenchmarkRecommendationSheets(b *testing.B) {
	const institutions = 1000
	data := cityOf(institutions)
	g := Generator{Data: data, Common: ours().Common, Templates: ours().Templates, Today: model.Date{Year: 2022, Month: 10, Day: 1}}
	most, made, bytesOf, told := uint64(0), 0, 0, 0
	start := worked()
	for b.Loop() {
		most = max(most, heapDuring(func() {
			plan := g.Plan()
			if plan.Problems.HasErrors() {
				b.Fatal(plan.Problems)
			}
			made, bytesOf, told = 0, 0, 0
			for _, p := range plan.Papers {
				if p.Kind != "листы рекомендаций" {
					continue
				}
				files, problems, err := p.Make()
				if err != nil || problems.HasErrors() || p.Blocked() {
					b.Fatal(problems, err)
				}
				for _, f := range files {
					if bytes.HasPrefix(f.Bytes, []byte("%PDF")) {
						made++
						bytesOf += len(f.Bytes)
					}
				}
			}
			offices, _ := plan.collected.tree.Offices()
			told = len(plan.collected.recommended(offices[0], nil, 2022, g.Today).list)
		}))
	}
	if made != institutions {
		b.Fatalf("%d sheets of %d institutions", made, institutions)
	}
	b.ReportMetric(float64((worked()-start).Milliseconds())/float64(b.N*made), "CPU-ms/sheet")
	b.ReportMetric(float64(told), "recommendations")
	b.ReportMetric(float64(bytesOf)/(1<<20), "MB-of-sheets")
	b.ReportMetric(float64(most)/(1<<20), "peak-MB")
}

// cityOf is a data folder of so many schools, each of which told 70 indicators in two years
// and does not reach the norm of one in five; a measure is for two indicators.
func cityOf(institutions int) fstest.MapFS {
	data := fstest.MapFS{"organization.toml": {Data: []byte("example = true\n[full]\nnominative = \"Управление (пример)\"\n")},
		"people.toml":               {Data: []byte("[[person]]\nid = \"p\"\nsurname = \"Примерова\"\nname = \"Анна\"\npatronymic = \"Ивановна\"\ngender = \"female\"\n[person.post]\nnominative = \"начальник\"\n")},
		"recommendations/2022.toml": {Data: []byte("year = 2022\ndate = 2022-09-15\nbasis = [\"справка (пример)\"]\nsignatory = \"p\"\n")}}
	var indicators, list strings.Builder
	indicators.WriteString("title = \"Показатели (пример)\"\n")
	for n := range benchIndicators {
		fmt.Fprintf(&indicators, `
[[indicator]]
code = "B%02d"
title = "Доля обучающихся, охваченных мерой № %d"
unit = "%%"
direction = "higher"
level = "both"
kinds = ["СОШ"]
filled_by = "institution"
period = "calendar-year"
explain = "Впишите долю."
total = "mean"
source = "отчёт"
range = [0, 100]
decimals = 1

[[indicator.threshold]]
level = "Порог достигнут"
at = 50

[[indicator.criterion]]
zone = "red"
text = "Выяснить, почему доля меньше порога; внести изменения в план работы (пример, мера № %d)"
addressee = "руководителю ОО"
to = "head"
term = "до 1 декабря"
priority = 1
expected = "доля не ниже порога"
reporting = "изменённый план работы"
remedy = "measure-%d"
`, n+1, n+1, n/2+1, n/2+1)
	}
	data["indicators/bench.toml"] = &fstest.MapFile{Data: []byte(indicators.String())}
	for n := range institutions {
		fmt.Fprintf(&list, "[[institution]]\nid = \"s-%d\"\nkind = \"СОШ\"\n[institution.full]\nnominative = \"Средняя школа № %d (пример)\"\n\n", n+1, n+1)
	}
	data["institutions.toml"] = &fstest.MapFile{Data: []byte(list.String())}
	r := rand.New(rand.NewPCG(1, 2))
	for _, year := range []int{2021, 2022} {
		var table strings.Builder
		table.WriteString("Учреждение")
		for n := range benchIndicators {
			fmt.Fprintf(&table, ";B%02d", n+1)
		}
		for n := range institutions {
			fmt.Fprintf(&table, "\nСредняя школа № %d (пример)", n+1)
			for range benchIndicators {
				fmt.Fprintf(&table, ";%d,%d", 45+r.IntN(40)-r.IntN(12), r.IntN(10))
			}
		}
		data[fmt.Sprintf("submissions/%d/svod.csv", year)] = &fstest.MapFile{Data: []byte(table.String())}
	}
	return data
}
