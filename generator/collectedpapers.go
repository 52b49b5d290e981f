package generator

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/source"
)

// collectedPapers are the papers on what offices collect: a consolidation of each set of
// indicators and year on paper and as a workbook, the record of what was read, and what
// goes back to its senders, the reports and the recommendations. No file that was sent is read before one of them is made.
func (g Generator) collectedPapers(c *collector, offices []*source.Office, orders map[*source.Office][]*source.Order) ([]Paper, diag.List) {
	var papers []Paper
	var problems diag.List
	collected := map[int][]*source.Office{} // by year
	for _, office := range offices {
		folder := office.Directory.Office.Folder
		problems = append(problems, c.tree.StraySubmissions(folder)...)
		years := c.tree.Years(folder)
		var faults diag.List
		if len(years) > 0 {
			faults = c.faults(office)
			problems = append(problems, faults...)
		}
		before := len(office.Problems)
		reports, registers := c.tree.Reports(office, orders[office]), g.registers(c, office, orders[office])
		problems = append(problems, office.Problems[before:]...) // of what lies there and is no record
		base := slices.Concat(office.Problems, institutionRecords(office), faults)
		advice, faulty := g.recommendationPapers(c, office, orders[office], base) // whose records a report reads
		made, found := g.reportPapers(c, office, orders[office], reports, registers, base)
		papers, problems = slices.Concat(papers, made, advice), slices.Concat(problems, found, faulty)
		made, found = g.decisionPapers(registers)
		papers, problems = append(papers, made...), append(problems, found...)
		made, found = g.cyclePapers(c, office, orders[office], reports, registers)
		papers, problems = append(papers, made...), append(problems, found...)
		for _, year := range years {
			now := c.expected(office, year)
			if len(now.filings) == 0 && !faults.HasErrors() {
				problems.Add(diag.Problem{Severity: diag.Warning, File: path.Join(folder, "submissions", fmt.Sprint(year)), Text: "присланное некому приписать: учреждений, которых касаются показатели, нет",
					Hint: "впишите учреждения в institutions.toml рядом с organization.toml"})
			}
			journal := c.tree.Journal(folder, year).Problems
			problems = append(problems, journal...)
			base := Paper{problems: slices.Concat(office.Problems, institutionRecords(office), faults, journal)}
			base.blocked = base.problems.HasErrors()
			papers = append(papers, g.yearPapers(c, now, base)...)
			collected[year] = append(collected[year], office)
		}
	}
	papers = append(papers, g.joinedPapers(c, collected)...)
	return papers, problems
}

// institutionRecords are the problems of single institutions: they stop what is told of
// all of them.
func institutionRecords(office *source.Office) diag.List {
	return slices.DeleteFunc(slices.Clone(office.Records), func(p diag.Problem) bool { return !strings.HasPrefix(p.Key, "institution[") })
}

// faults are the errors of what is asked for; their warnings are told by «doklad check».
func (c *collector) faults(office *source.Office) diag.List {
	folder := office.Directory.Office.Folder
	l := slices.Concat(c.tree.Catalogue(folder).Problems, c.tree.Checks(folder).Problems)
	return slices.DeleteFunc(l, func(p diag.Problem) bool { return p.Severity != diag.Error })
}

// expected is a year of an office of which no file was read.
func (c *collector) expected(office *source.Office, year int) *collection {
	folder := office.Directory.Office.Folder
	now := &collection{office: office, year: year, catalogue: c.tree.Catalogue(folder), hierarchy: office.Directory.Hierarchy(), journal: &source.JournalRead{}}
	now.expect()
	return now
}

func (g Generator) yearPapers(c *collector, expected *collection, base Paper) []Paper {
	office, year := expected.office, expected.year
	var papers []Paper
	for _, set := range expected.sets() {
		make := func() *consolidated { return c.consolidatedOf(office, year, set) }
		papers = append(papers, g.consolidationPapers(base, office.Directory.Office.Folder, year, set, "", make)...)
	}
	base.ID = expected.out(fmt.Sprint(year))
	base.Record, base.Title = fmt.Sprintf("присланное за %d год", year), ""
	record := base
	record.Kind, record.Path = "протокол приёма (Excel)", expected.out("submissions", fmt.Sprintf("%d.xlsx", year))
	record.make = func() ([]byte, diag.List, error) { return c.of(office, year).importRecord() }
	back := base
	back.Back, back.Kind, back.Path = true, "файлы с замечаниями для возврата", expected.out("returned", fmt.Sprint(year))
	back.makeAll = func() ([]File, diag.List, error) { return c.returned(c.of(office, year)) }
	return append(papers, record, back)
}

// consolidationPapers are those of one consolidation.
func (g Generator) consolidationPapers(base Paper, folder string, year int, set model.IndicatorSet, suffix string, of func() *consolidated) []Paper {
	name := fmt.Sprintf("%d-%s%s", year, set.ID, suffix)
	base.ID = path.Join(folder, name)
	base.Record, base.Title = fmt.Sprintf("свод за %d год", year), set.Title
	at := path.Join(folder, "consolidation", name)
	paper := base
	paper.Kind, paper.Path = "свод", at+".pdf"
	paper.make = func() ([]byte, diag.List, error) { return g.consolidationPDF(of()) }
	paper.compose = func() (string, diag.List) { return g.consolidationText(of()) }
	book := base
	book.Kind, book.Path = "свод (Excel)", at+".xlsx"
	book.make = func() ([]byte, diag.List, error) { return g.consolidationXLSX(of()) }
	return []Paper{paper, book}
}

// joinedPapers are the consolidations of folders above several offices that collected
// the same year: of a region.
func (g Generator) joinedPapers(c *collector, collected map[int][]*source.Office) []Paper {
	var papers []Paper
	years := make([]int, 0, len(collected))
	for year := range collected {
		years = append(years, year)
	}
	slices.Sort(years)
	for _, year := range years {
		for _, folder := range foldersAbove(collected[year]) {
			var below []*source.Office
			base := Paper{}
			for _, office := range collected[year] {
				if isBelow(office.Directory.Office.Folder, folder) {
					below = append(below, office)
					base.problems = append(base.problems, slices.Concat(office.Problems, institutionRecords(office), c.faults(office),
						c.tree.Journal(office.Directory.Office.Folder, year).Problems)...)
				}
			}
			base.blocked = base.problems.HasErrors()
			suffix := ""
			if slices.ContainsFunc(collected[year], func(o *source.Office) bool { return o.Directory.Office.Folder == folder }) {
				suffix = "-joined" // it has a consolidation of its own
			}
			for _, set := range c.setsOf(below, year) {
				papers = append(papers, g.consolidationPapers(base, folder, year, set, suffix, func() *consolidated { return c.joined(folder, below, year, set) })...)
			}
		}
	}
	return papers
}

// foldersAbove are the folders with several of the offices below them; of folders above
// the very same offices the nearest.
func foldersAbove(offices []*source.Office) []string {
	below := map[string]int{}
	for _, office := range offices {
		for folder := office.Directory.Office.Folder; folder != "."; {
			folder = path.Dir(folder)
			below[folder]++
		}
	}
	var folders []string
	for folder, n := range below {
		nearer := false
		for other, m := range below {
			nearer = nearer || m == n && other != folder && isBelow(other, folder)
		}
		if n > 1 && !nearer {
			folders = append(folders, folder)
		}
	}
	slices.SortFunc(folders, func(a, b string) int { return cmp.Compare(a, b) })
	return folders
}

// isBelow reports whether a folder lies in another.
func isBelow(folder, above string) bool {
	return folder != above && (above == "." || strings.HasPrefix(folder, above+"/"))
}

// setsOf are the sets that any of the offices collects, by their IDs.
func (c *collector) setsOf(offices []*source.Office, year int) []model.IndicatorSet {
	var sets []model.IndicatorSet
	for _, office := range offices {
		for _, set := range c.expected(office, year).sets() {
			if !slices.ContainsFunc(sets, func(s model.IndicatorSet) bool { return s.ID == set.ID }) {
				sets = append(sets, set)
			}
		}
	}
	slices.SortStableFunc(sets, func(a, b model.IndicatorSet) int { return cmp.Compare(a.ID, b.ID) })
	return sets
}
