package generator

import (
	"doklad/generator/diag"
	"doklad/generator/doc"
)

// resolve puts the numbers of tables, figures and headings in place of the
// references of the template.
func (t templateText) resolve(d *doc.Document) diag.List {
	blocks, faults := doc.Resolve(d)
	d.Blocks = blocks
	var problems diag.List
	for _, f := range faults {
		problems.Add(t.faultOfMarkup(f))
	}
	return problems
}
