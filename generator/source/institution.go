package source

import (
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/typeset"
)

// institutionsFile is read from the office's own folder only: those of an office above
// would be counted twice.
const institutionsFile = "institutions.toml"

func (t *Tree) readInstitutions(o *Office) {
	name := path.Join(o.folder, institutionsFile)
	if !isFile(t.data, name) {
		return
	}
	var own struct {
		Institution []model.Institution `toml:"institution"`
	}
	var problems diag.List
	o.institutions, problems = Read(t.data, name, &own)
	o.unread = o.unread || o.institutions == nil
	o.Institutions = own.Institution
	o.Problems = append(o.Problems, problems...)
	o.Records = append(o.Records, o.institutions.Locate(checkInstitutions(&o.Directory))...)
}

// unprintableExecutors looks at the institutions that an order names: there may be
// hundreds of others.
func (o *Office) unprintableExecutors(order *Order, fonts *typeset.Family) diag.List {
	var l diag.List
	var look func(clauses []model.Clause)
	look = func(clauses []model.Clause) {
		for _, c := range clauses {
			for _, id := range c.Executors {
				i := slices.IndexFunc(o.Institutions, func(one model.Institution) bool { return one.ID == id })
				if i >= 0 {
					key := institutionKey(i) + ".full." + caseKeys[model.ExecutorCase]
					l = append(l, o.institutions.unprintableIn(key, o.Institutions[i].Full.In(model.ExecutorCase), fonts)...)
				}
			}
			look(c.Clauses)
		}
	}
	look(order.Clauses)
	return l
}
