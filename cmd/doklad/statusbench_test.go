package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchTerms are terms that activities of a roadmap usually have.
var benchTerms = []string{"ежегодно", "Ежегодно (август)", "сентябрь 2021", "ежеквартально", "III квартал 2022 г.",
	"в течение учебного года", "По мере необходимости", "до 1 октября 2023 г.", "постоянно", "Август-сентябрь 2021"}

// carriedOut writes an office with orders of so many activities over four years, and
// with so many marks on each order.
func carriedOut(b *testing.B, orders, activities, marks int) string {
	folder := b.TempDir()
	if err := os.CopyFS(folder, os.DirFS("testdata/office")); err != nil {
		b.Fatal(err)
	}
	first := filepath.Join(folder, "orders", "2026-1.toml")
	text, err := os.ReadFile(first)
	if err != nil {
		b.Fatal(err)
	}
	head, _, found := strings.Cut(string(text), "[roadmap]")
	if !found || os.Remove(first) != nil || os.MkdirAll(filepath.Join(folder, "progress"), 0o777) != nil {
		b.Fatal("no roadmap in the office of the sessions")
	}
	for n := range orders {
		var order, record strings.Builder
		order.WriteString(strings.NewReplacer(`number = "1"`, fmt.Sprintf(`number = "%d"`, n+1), "date = 2026-", "date = 2021-").Replace(head))
		order.WriteString("[roadmap]\nkind = \"план\"\nmark = \"none\"\ntitle = [\"План на 2021–2024 годы\"]\n[[roadmap.section]]\ntitle = \"Раздел\"\n")
		for i := range activities {
			fmt.Fprintf(&order, "[[roadmap.section.activity]]\ntext = \"Проведение мониторинга № %d в рамках реализации системы оценки качества дошкольного образования\"\n", i)
			fmt.Fprintf(&order, "responsible = \"Отдел образования, дошкольные образовательные организации\"\nschedule = \"%s\"\nresult = \"Справка № %d о состоянии качества дошкольного образования\"\n", benchTerms[i%len(benchTerms)], i)
		}
		for i := range marks {
			activity := i * len(benchTerms) % activities // those of every year
			fmt.Fprintf(&record, "[[entry]]\nactivity = \"1.%d\"\noccurrence = \"%d\"\nstatus = \"done\"\ndate = 2022-08-15\nresult = \"Проведено\"\nby = \"obraztsov\"\nentered = 2022-08-20\n", activity+1, 2021+i%2)
			record.WriteString("[[entry.evidence]]\nkind = \"справка\"\nnumber = \"12\"\ndate = 2022-08-15\n")
		}
		id := fmt.Sprintf("2021-%d.toml", n+1)
		for name, text := range map[string]string{"orders": order.String(), "progress": record.String()} {
			if err := os.WriteFile(filepath.Join(folder, name, id), []byte(text), 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
	return folder
}

// BenchmarkStatus is the whole command over 200 orders of 100 activities over 4 years,
// from the files to the table of 65,000 occurrences; the bar is a second.
func BenchmarkStatus(b *testing.B) {
	folder := carriedOut(b, 200, 100, 20)
	for name, keys := range map[string][]string{"table": nil, "overdue": {"--overdue"}, "json": {"--json"}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var said strings.Builder
				if status := run(append([]string{"status", "--data", folder, "--date", "2022-09-01"}, keys...), &said, io.Discard); status != exitMade || said.Len() < 1<<20 {
					b.Fatal(status, said.Len())
				}
			}
		})
	}
}
