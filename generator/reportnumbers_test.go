package generator

import (
	"testing"

	"doklad/generator/diag"
	"doklad/generator/source"
)

// composedReports are the reports of the example, in the data that g has, up to where they
// are laid out.
func composedReports(g Generator) (list []*reporting, composed []*composedReport, problems []diag.List) {
	tree := source.Open(g.Data, g.Common)
	offices, _ := tree.Offices()
	c := newCollector(tree)
	for _, office := range offices {
		if office.Directory.Office.Folder != "example" {
			continue
		}
		orders := tree.Orders(office)
		registers := g.registers(c, office, orders)
		for _, report := range tree.Reports(office, orders) {
			r := &reporting{g: g, tree: tree, office: office, report: report, orders: orders, collector: c, decided: registers}
			r.carry()
			made, found := r.compose()
			list, composed, problems = append(list, r), append(composed, made), append(problems, found)
		}
	}
	return list, composed, problems
}

// Every number of the example's reports is found in the data, or follows from it by the
// plain arithmetic of this test: in sentences, tables, figures and their words.
func TestReportNumbers(t *testing.T) {
	reports, composed, problems := composedReports(ours())
	if len(reports) != 3 {
		t.Fatalf("%d reports", len(reports))
	}
	for n, r := range reports {
		if problems[n].HasErrors() {
			t.Fatal(problems[n])
		}
		numbers := walkReport(t, r, composed[n])
		t.Logf("%s: %d numbers", r.report.ID, numbers)
		if numbers < 1000 {
			t.Errorf("%s: only %d numbers were walked", r.report.ID, numbers)
		}
	}
}
