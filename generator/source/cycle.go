package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// Cycle are the documents of the management cycle of an office as they were read.
type Cycle struct {
	*model.Cycle
	File *File // nil where there is none
	Name string
	// Problems are those of the file and of what it refers to.
	Problems diag.List
	// Unreadable is true where the file itself has errors of reading.
	Unreadable bool
}

// Cycle reads the documents of the management cycle; there need be none.
func (t *Tree) Cycle(office *Office) *Cycle {
	c := &Cycle{Cycle: &model.Cycle{Office: office.Directory.Office}, Name: path.Join(office.folder, cycleFile)}
	if _, err := fs.Stat(t.data, c.Name); errors.Is(err, fs.ErrNotExist) {
		return c // any other fault is told by reading it
	}
	c.File, c.Problems = Read(t.data, c.Name, c.Cycle)
	if c.Unreadable = c.Problems.HasErrors(); c.Unreadable {
		return c
	}
	check := cycleCheck{tree: t, office: office, directions: directionsOf(t.Catalogue(office.folder))}
	for i, d := range c.Documents {
		check.document(indexed("document", i), d)
		if slices.Contains(c.Documents[:i], d) {
			check.list.Add(diag.Errorf(indexed("document", i), "тот же документ того же направления, компонента и года уже есть").WithHint("уберите повтор"))
		}
	}
	c.Problems = append(c.Problems, c.File.Locate(check.list)...).In(c.Name).Sort()
	return c
}

// directionsOf are the directions that the catalogue knows: the IDs of its sets, and the
// headings of their areas.
func directionsOf(c *Catalogue) (known []string) {
	for _, set := range c.Sets {
		known = append(known, set.ID)
		for _, i := range set.Indicators {
			if i.Area != "" && !slices.Contains(known, i.Area) {
				known = append(known, i.Area)
			}
		}
	}
	return known
}

// cycleCheck judges the documents of the cycle.
type cycleCheck struct {
	tree       *Tree
	office     *Office
	directions []string
	list       diag.List
}

func (c *cycleCheck) document(key string, d model.CycleDocument) {
	c.direction(key+".direction", d.Direction)
	oneOf(&c.list, key+".stage", d.Stage, model.CycleStages, "какой это компонент цикла", stageNames())
	switch {
	case d.Year == 0:
		c.list.Add(diag.Errorf(key+".year", "не указан год").WithHint("впишите year = 2022"))
	case !isReportYear(d.Year):
		c.list.Add(diag.Errorf(key+".year", "год %d: таких данных не бывает", d.Year).WithHint("впишите год от %d до %d", firstYear, lastYear))
	}
	c.tree.checkEvidence(&c.list, key, d.Evidence, c.office)
	if !d.IsEmpty() && d.Link == "" && d.File == "" {
		c.list.Add(diag.Warnf(key, "у документа нет ссылки: по ней проверяют, что он есть").WithHint("впишите link = \"https://…\""))
	}
}

// direction may be any words; but what can only be an ID must be one, and what is nearly
// the heading of an area was hardly meant to be another.
func (c *cycleCheck) direction(key, said string) {
	if said == "" || slices.Contains(c.directions, said) {
		return
	}
	if isID(said) {
		sets := slices.DeleteFunc(slices.Clone(c.directions), func(d string) bool { return !isID(d) })
		c.list.Add(diag.Errorf(key, "перечня показателей «%s» нет", said).WithHint("%s", hintOfKnown(said, sets)))
	} else if near, found := russian.Nearest(said, c.directions); found {
		c.list.Add(diag.Warnf(key, "направления «%s» в показателях нет", said).WithHint("может быть, «%s»?", near))
	}
}

func stageNames() string {
	var names []string
	for _, s := range model.CycleStages {
		names = append(names, string(s)+" ("+strings.ToLower(s.Title())+")")
	}
	return strings.Join(names, ", ")
}
