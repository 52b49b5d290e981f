package source

import (
	"path"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
)

// Report is one report as it was read; what the file leaves to the year is filled in.
type Report struct {
	*model.Report
	File *File
	Name string // from the root of the data
	// Problems are those of the file and of what it refers to.
	Problems diag.List
	// Unreadable is true where the file itself has errors of reading.
	Unreadable bool
}

// Reports reads the reports of an office, sorted by the names of their files; the orders
// are those of the office. Its own texts in them are not read as templates here; what is
// wrong with the catalogue, with an order or with what was sent is told there.
func (t *Tree) Reports(office *Office, orders []*Order) []*Report {
	var reports []*Report
	for _, name := range t.recordsOf(office, reportsFolder) {
		reports = append(reports, t.report(office, orders, name))
	}
	return reports
}

// report reads one report and checks what it refers to.
func (t *Tree) report(office *Office, orders []*Order, name string) *Report {
	id := strings.TrimSuffix(path.Base(name), path.Ext(name))
	r := &Report{Report: &model.Report{ID: id, Office: office.Directory.Office}, Name: name}
	r.File, r.Problems = Read(t.data, name, r.Report)
	if r.Unreadable = r.Problems.HasErrors(); r.Unreadable {
		return r
	}
	if isReportYear(r.Year) {
		r.FillIn()
	}
	c := reportCheck{Report: r.Report, file: r.File, office: office, orders: orders, catalogue: t.Catalogue(office.folder), isSent: t.isSent(office.folder, r.Year)}
	checkFileName(&c.list, id, "2022-school.toml")
	c.year(t.Years(office.folder))
	c.title()
	c.days()
	c.sets()
	c.institutionCodes()
	c.roadmaps()
	c.signatory()
	c.basisLines()
	c.parts()
	c.texts()
	r.Problems = append(r.Problems, r.File.Locate(c.list).In(name)...).Sort()
	return r
}

// isSent reports whether any file was sent in a year.
func (t *Tree) isSent(folder string, year int) bool {
	files, _ := t.Submissions(folder, year) // what cannot be listed is told with the submissions
	return len(files) > 0
}

func isReportYear(year int) bool { return year >= firstYear && year <= lastYear }
