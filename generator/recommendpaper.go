package generator

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/lint"
	"doklad/generator/source"
)

// recommendationPapers are the papers of recommendations of an office: of each year of which
// its record lies there, the sheets of the institutions, the
// collection of all, the register as a workbook, the draft of the order, the reports on the
// execution by quarter.
func (g Generator) recommendationPapers(c *collector, office *source.Office, orders []*source.Order, base diag.List) ([]Paper, diag.List) {
	var papers []Paper
	given := c.given(office, orders)
	problems := slices.Clone(given.stray)
	folder := office.Directory.Office.Folder
	for _, record := range given.records {
		g.judgeAdvice(record)
		problems = append(problems, record.Problems...)
		year := strings.TrimSuffix(path.Base(record.Name), ".toml")
		of, err := strconv.Atoi(year)
		if err != nil {
			continue // the record says that it is called by no year
		}
		journal := c.tree.Journal(folder, of).Problems
		paper := Paper{ID: path.Join(folder, year), Record: "рекомендации по итогам " + year + " года", problems: slices.Concat(base, journal, record.Problems)}
		paper.blocked = paper.problems.HasErrors() // also of a year of which nothing was sent
		papers = append(papers, g.papersOfYear(c, office, orders, of, paper, path.Join(folder, "recommendations", year))...)
	}
	return papers, problems
}

// judgeAdvice adds what lint says of a record that can be read.
func (g Generator) judgeAdvice(record *source.Recommendations) {
	if !record.Unreadable {
		found := lint.Recommendations(record.Recommendations, g.latest())
		record.Problems = append(record.Problems, record.File.Locate(found).In(record.Name)...)
	}
}

func (g Generator) papersOfYear(c *collector, office *source.Office, orders []*source.Order, year int, base Paper, at string) []Paper {
	of := func() *recommended { return c.recommended(office, orders, year, g.Today) }
	sheets, collection, register := base, base, base
	sheets.Kind, sheets.Path = "листы рекомендаций", at
	sheets.makeAll = func() ([]File, diag.List, error) { return g.recommendationSheets(c.tree, of(), at) }
	collection.Kind, collection.Path = "сборник рекомендаций", at+".pdf"
	collection.make = func() ([]byte, diag.List, error) { return g.recommendationsPDF(c.tree, of()) }
	collection.compose = func() (string, diag.List) { return inWords(g.composeRecommendations(c.tree, of())) }
	register.Kind, register.Path = "реестр рекомендаций (Excel)", at+".xlsx"
	register.make = func() ([]byte, diag.List, error) { return of().register() }
	if slices.Contains(c.tree.Years(office.Directory.Office.Folder), year+1) { // of which the effect is told
		register.problems = slices.Concat(base.problems, c.tree.Journal(office.Directory.Office.Folder, year+1).Problems)
		register.blocked = register.problems.HasErrors()
	}
	order := base
	order.Kind, order.Path = "проект приказа о рекомендациях", at+"-order.pdf"
	order.make = func() ([]byte, diag.List, error) { return g.recommendationOrderPDF(c.tree, of()) }
	order.compose = func() (string, diag.List) { return g.recommendationOrderText(c.tree, of()) }
	quarters := base
	quarters.Kind, quarters.Path = "отчёты об исполнении рекомендаций по кварталам", at+"-quarters"
	quarters.makeAll = func() ([]File, diag.List, error) { return g.quarterReports(c.tree, of(), quarters.Path) }
	return []Paper{sheets, collection, register, order, quarters}
}
