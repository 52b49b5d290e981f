package generator

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/pdf"
)

// benchAreas make a report of more than 120 pages with more than 40 tables and figures.
const benchAreas = 28

// BenchmarkReport makes the yearly report of an office of 30 institutions over three years,
// and that of twice the areas: from reading the data to the bytes of the paper, and then of
// its parts the composition, the paper and the workbook alone. The bar is 2 s for the paper
// on two cores.
func BenchmarkReport(b *testing.B) {
	for _, areas := range []int{benchAreas, 2 * benchAreas} {
		g := reportOf(areas)
		size := sizeOfReport(b, g)
		measure := func(name string, run func()) {
			b.Run(fmt.Sprintf("%d/%s", areas, name), func(b *testing.B) {
				most := uint64(0)
				start := worked()
				for b.Loop() {
					most = max(most, heapDuring(run))
				}
				b.ReportMetric(float64((worked()-start).Milliseconds())/float64(b.N), "CPU-ms/op")
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(1000*b.N*size.pages), "ms/page")
				b.ReportMetric(float64(most)/(1<<20), "peak-MB")
				b.ReportMetric(float64(size.pages), "pages")
				b.ReportMetric(float64(size.tables), "tables")
				b.ReportMetric(float64(size.figures), "figures")
			})
		}
		measure("data to pdf", func() { makeMeasured(b, g.Plan(), ".pdf") })
		measure("data to xlsx", func() { makeMeasured(b, g.Plan(), ".xlsx") })
		plan := g.Plan()
		r := reportingOf(b, g, plan)
		measure("compose", func() { composeReport(b, r) })
		composed := composeReport(b, r)
		measure("pdf", func() {
			if _, problems, err := r.pdf(composed); err != nil || problems.HasErrors() {
				b.Fatal(problems, err)
			}
		})
		measure("xlsx", func() {
			if _, problems, err := r.xlsx(composed); err != nil || problems.HasErrors() {
				b.Fatal(problems, err)
			}
		})
	}
	b.Run("twice the areas", func(b *testing.B) {
		var spent [2]time.Duration
		for b.Loop() {
			for n := range spent {
				g := reportOf(benchAreas << n)
				start := time.Now()
				makeMeasured(b, g.Plan(), ".pdf")
				spent[n] += time.Since(start)
			}
		}
		b.ReportMetric(float64(spent[1])/float64(spent[0]), "times")
	})
}

// The report that is measured is as large as is said of it, and twice the areas are about
// twice the report.
func TestBenchmarkReport(t *testing.T) {
	one, two := sizeOfReport(t, reportOf(benchAreas)), sizeOfReport(t, reportOf(2*benchAreas))
	t.Logf("%+v, %+v", one, two)
	if one.pages < 120 || one.tables < 40 || one.figures < 40 || one.charts < 40 {
		t.Errorf("%+v", one)
	}
	if two.pages < one.pages*17/10 || two.figures < one.figures*17/10 {
		t.Errorf("%+v, twice the areas: %+v", one, two)
	}
}

// reportSize is how much a report has on paper, and the charts in its workbook.
type reportSize struct{ pages, tables, figures, charts int }

func sizeOfReport(t testing.TB, g Generator) (size reportSize) {
	t.Helper()
	plan := g.Plan()
	r := reportingOf(t, g, plan)
	document := composeReport(t, r).document
	for _, block := range document.Blocks {
		switch block.Role {
		case doc.TableRole:
			size.tables++
		case doc.FigureRole:
			size.figures++
		}
	}
	profile, fonts, _ := g.officeLook(r.tree, r.office)
	bind(document)
	pages, problems := pdf.Layout(document, pdf.Options{Profile: profile, Fonts: fonts})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	size.pages = len(pages)
	book := makeMeasured(t, plan, ".xlsx")
	archive, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		if strings.HasPrefix(part.Name, "xl/charts/chart") {
			size.charts++
		}
	}
	return size
}

// makeMeasured makes the paper or the workbook of the one report.
func makeMeasured(t testing.TB, plan Plan, end string) []byte {
	t.Helper()
	for _, p := range plan.Papers {
		if strings.HasPrefix(p.Kind, "доклад") && strings.HasSuffix(p.Path, end) {
			files, problems, err := p.Make()
			if err != nil || problems.HasErrors() || p.Blocked() {
				t.Fatal(plan.Problems, problems, err)
			}
			return files[0].Bytes
		}
	}
	t.Fatal("no report", plan.Problems)
	return nil
}

// reportingOf is the one report, to be composed apart.
func reportingOf(t testing.TB, g Generator, plan Plan) *reporting {
	t.Helper()
	tree := plan.collected.tree
	offices, _ := tree.Offices()
	for _, report := range tree.Reports(offices[0], nil) {
		r := &reporting{g: g, tree: tree, office: offices[0], report: report, collector: plan.collected}
		r.carry()
		return r
	}
	t.Fatal("no report")
	return nil
}

func composeReport(t testing.TB, r *reporting) *composedReport {
	t.Helper()
	made, problems := r.compose()
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return made
}

const benchInstitutions = 30

// reportOf is an invented office that reports three years of so many areas, each with three
// shares of one count; institutions stand in three clusters.
func reportOf(areas int) Generator {
	data := fstest.MapFS{}
	put := func(name, text string) { data[name] = &fstest.MapFile{Data: []byte(text)} }
	put("organization.toml", "example = true\n[full]\nnominative = \"Управление (пример)\"\n")
	put("people.toml", "[[person]]\nid = \"primerova\"\nsurname = \"Примерова\"\ninitials = \"А.Б.\"\n[person.post]\nnominative = \"начальник\"\n")
	put("indicators/bench.toml", benchCatalogue(areas))
	var list strings.Builder
	for n := range 3 {
		fmt.Fprintf(&list, "[[institution]]\nid = \"c%d\"\nkind = \"кластер\"\n[institution.full]\nnominative = \"Кластер № %d (пример)\"\n\n", n+1, n+1)
	}
	for n := range benchInstitutions {
		fmt.Fprintf(&list, "[[institution]]\nid = \"ds-%d\"\ncode = \"Д%02d\"\nkind = \"ДОО\"\ncluster = \"c%d\"\n[institution.full]\nnominative = \"Детский сад № %d (пример)\"\n\n", n+1, n+1, n*3/benchInstitutions+1, n+1)
	}
	put("institutions.toml", list.String())
	for year := 2020; year <= 2022; year++ {
		put(fmt.Sprintf("submissions/%d/bench.csv", year), benchTable(areas, year))
	}
	put("reports/2022.toml", "year = 2022\ndate = 2023-02-01\nplace = \"Примерск\"\nsets = [\"bench\"]\nsignatory = \"primerova\"\n[[section]]\nid = \"conclusions\"\ntext = \"\"\"\n"+
		strings.Repeat("Значение – {{value \"B011\"}}, порог – {{threshold \"B011\"}}.\n\n", areas)+"\"\"\"\n")
	return Generator{Data: data, Common: ours().Common, Templates: ours().Templates, Today: model.Date{Year: 2023, Month: 2, Day: 1}}
}

func benchCatalogue(areas int) string {
	var b strings.Builder
	b.WriteString("title = \"Показатели (пример)\"\ncontingent = \"V010\"\n")
	for a := range areas {
		for n := range 4 {
			fmt.Fprintf(&b, "\n[[indicator]]\ncode = \"V%02d%d\"\ntitle = \"Воспитанники, направление %d, часть %d\"\nunit = \"чел.\"\ndirection = \"none\"\nlevel = \"both\"\nkinds = [\"ДОО\"]\nfilled_by = \"institution\"\nperiod = \"calendar-year\"\nexplain = \"Впишите число.\"\ntotal = \"sum\"\nsource = \"отчёт\"\nrange = [0, 1000]\n", a+1, n, a+1, n)
		}
		for n := 1; n <= 3; n++ {
			fmt.Fprintf(&b, "\n[[indicator]]\ncode = \"B%02d%d\"\ntitle = \"Доля воспитанников, освоивших программу направления %d на уровне %d\"\narea = \"Направление развития № %d\"\nunit = \"%%\"\ndecimals = 1\ndirection = \"higher\"\nlevel = \"both\"\nkinds = [\"ДОО\"]\nperiod = \"calendar-year\"\nexplain = \"Считает программа.\"\nformula = \"100 * V%02d%d / V%02d0\"\ntotal = \"formula\"\nweight = \"V%02d0\"\nsource = \"отчёт\"\nrange = [0, 100]\n", a+1, n, a+1, n, a+1, a+1, n, a+1, a+1)
			fmt.Fprintf(&b, "\n[[indicator.threshold]]\nlevel = \"Порог достигнут\"\nat = %d\n\n[[indicator.criterion]]\ntext = \"Обсудить на методическом объединении, как освоена программа направления %d на уровне %d\"\naddressee = \"руководителю ОО\"\nterm = \"до 1 декабря\"\n", 60+10*n%30, a+1, n)
		}
	}
	return b.String()
}

// benchTable is what all institutions tell in a year.
func benchTable(areas, year int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Отчётный период: %d год\n№;Учреждение;Код учреждения", year)
	for a := range areas {
		for n := range 4 {
			fmt.Fprintf(&b, ";V%02d%d. Воспитанники, чел.", a+1, n)
		}
	}
	for i := range benchInstitutions {
		fmt.Fprintf(&b, "\n%d;Детский сад № %d (пример);Д%02d", i+1, i+1, i+1)
		for a := range areas {
			whole := 60 + (i*7+a*3)%40
			fmt.Fprintf(&b, ";%d", whole)
			for n := range 3 {
				fmt.Fprintf(&b, ";%d", whole*(50+(i*11+a*5+n*17+(year-2020)*(a+n))%50)/100)
			}
		}
	}
	return b.String()
}
