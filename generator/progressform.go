package generator

import (
	"fmt"
	"path"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/xlsx"
)

const (
	// blankEvents is how many empty rows there are for the new events of an activity.
	blankEvents = 3
)

// ProgressForms are the forms of one order: of one body by ID or name, or of all and one
// with all rows. With errors among the problems there are none: they would ask about
// what is not so. The error is in Russian.
func (g Generator) ProgressForms(order, responsible string) ([]MarkForm, diag.List, error) {
	all, problems := g.allCarried()
	picked, err := pickCarried(all, []string{order})
	if err != nil {
		if problems.HasErrors() {
			return nil, problems.Sort(), nil
		}
		return nil, nil, err
	}
	c := picked[0]
	if found := append(c.office.Problems, c.problems...); found.HasErrors() {
		return nil, found.Sort(), nil
	}
	bodies := c.responsibleBodies()
	if responsible != "" {
		asked, _ := newBody(responsible, &c.office.Directory)
		one := bodies[:0]
		for _, b := range bodies {
			if asked.id != "" && b.ID == asked.id || asked.folded == russian.Fold(b.Name) {
				one = append(one, b)
			}
		}
		if bodies = one; len(bodies) == 0 {
			return nil, nil, fmt.Errorf("«%s» не назван ответственным ни за одно мероприятие; названы: %s", responsible, c.bodyNames())
		}
	}
	taken := map[string]bool{allBodies: true}
	var forms []MarkForm
	for _, b := range bodies {
		name := form.FreeName(b.ID, b.Name, taken)
		f, found, err := g.progressForm(c, b, name)
		if err != nil {
			return nil, nil, err
		}
		forms, problems = append(forms, f), append(problems, found...)
	}
	if responsible == "" {
		f, found, err := g.progressForm(c, model.Responsible{}, allBodies)
		if err != nil {
			return nil, nil, err
		}
		forms, problems = append(forms, f), append(problems, found...)
	}
	return forms, problems.Sort(), nil
}

// responsibleBodies are those that the roadmap names, each once, in its order. Their
// names are those of the directory.
func (c *carried) responsibleBodies() []model.Responsible {
	roster := c.office.Directory.Roster()
	known := map[string]bool{}
	var list []model.Responsible
	for _, a := range c.plan.Activities {
		for _, b := range roster.Responsible(a.Responsible) {
			key := "id:" + b.ID
			if o, ok := c.office.Organization(b.ID); ok {
				b.Name = oneLine(o.Full.Nominative)
			} else {
				key = russian.Fold(b.Name)
			}
			if !known[key] {
				known[key] = true
				list = append(list, b)
			}
		}
	}
	return list
}

func (c *carried) bodyNames() string {
	var names []string
	for _, b := range c.responsibleBodies() {
		names = append(names, "«"+strings.TrimSpace(b.ID+" "+b.Name)+"»")
	}
	return strings.Join(names, ", ")
}

// progressForm is the workbook of one body; of all where the body has no name.
func (g Generator) progressForm(c *carried, who model.Responsible, name string) (MarkForm, diag.List, error) {
	o := c.order
	rows := g.formRows(c, who)
	passport := form.Passport{
		Kind: progressKind.name, Version: progressKind.version,
		Folder: o.Office.Folder, Office: oneLine(o.Office.Full.Nominative),
		Subject: o.ID, Title: nameOf(o), BodyID: who.ID, Body: oneLine(who.Name),
		Made: g.Today, Source: roadmapSum(c.plan), Rows: len(rows),
	}
	marks := progressMarkSheet(c, passport, rows)
	raw, found, err := xlsx.Write([]xlsx.Sheet{marks, howToFill(passport, rows), passport.Sheet()}, xlsx.Properties{
		Title: "Отметки об исполнении дорожной карты, " + nameOf(o), Author: o.Office.Full.Nominative,
		Subject: oneLine(o.Title), Language: "ru-RU", Created: created(g.Today),
	})
	f := MarkForm{Body: oneLine(who.Name), File: File{Bytes: raw, Path: path.Join(o.Office.Folder, "forms", "progress", o.ID, name+".xlsx")}}
	for _, r := range rows {
		if !r.isBlank() {
			f.Rows++
		}
	}
	return f, c.locate(found), err
}
