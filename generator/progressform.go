package generator

import (
	"fmt"
	"path"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/xlsx"
)

// ProgressForm is a workbook in which one body marks what was done.
type ProgressForm struct {
	File
	Body string // who fills it; empty: all rows are in it
	Rows int    // that stand for what is due; those for new events are not counted
}

const (
	progressFormKind    = "progress"
	progressFormVersion = 1
	// allBodies is the name of the form with the rows of all bodies.
	allBodies = "vse"
	// blankEvents is how many empty rows there are for the new events of an activity.
	blankEvents = 3
)

// ProgressForms are the forms of one order: of one body by ID or name, or of all and one
// with all rows. With errors among the problems there are none: they would ask about
// what is not so. The error is in Russian.
func (g Generator) ProgressForms(order, responsible string) ([]ProgressForm, diag.List, error) {
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
	var forms []ProgressForm
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
func (g Generator) progressForm(c *carried, who model.Responsible, name string) (ProgressForm, diag.List, error) {
	o := c.order
	rows := g.formRows(c, who)
	passport := form.Passport{
		Kind: progressFormKind, Version: progressFormVersion,
		Folder: o.Office.Folder, Office: oneLine(o.Office.Full.Nominative),
		Subject: o.ID, Title: nameOf(o), BodyID: who.ID, Body: oneLine(who.Name),
		Made: g.Today, Source: roadmapSum(c.plan),
	}
	marks := g.markSheet(c, passport, rows)
	raw, found, err := xlsx.Write([]xlsx.Sheet{marks, howToFill(c, passport, rows), passport.Sheet()}, xlsx.Properties{
		Title: "Отметки об исполнении дорожной карты, " + nameOf(o), Author: o.Office.Full.Nominative,
		Subject: oneLine(o.Title), Language: "ru-RU", Created: created(g.Today),
	})
	f := ProgressForm{Body: oneLine(who.Name), File: File{Bytes: raw, Path: path.Join(o.Office.Folder, "forms", "progress", o.ID, name+".xlsx")}}
	for _, r := range rows {
		if !r.isBlank() {
			f.Rows++
		}
	}
	return f, c.locate(found), err
}

// formRow is a row of the form.
type formRow struct {
	progressRow
	blank int // of the empty rows for new events, from 1; 0 for none
}

func (r formRow) isBlank() bool { return r.blank > 0 }

// formRows are what a body answers for: all that is on record, so that it sees it and
// can amend it, and all that is open, but for what begins only after a year. Where
// something must happen first, empty rows follow to tell of it.
func (g Generator) formRows(c *carried, who model.Responsible) []formRow {
	asked := body{any: who.Name == "", id: who.ID, folded: russian.Fold(who.Name), roster: c.office.Directory.Roster()}
	var rows []formRow
	all := c.rows(g.Today)
	for i, r := range all {
		if !asked.in(r.Responsible) && !asked.any {
			continue
		}
		far := r.Occurrence != nil && r.Occurrence.Begin.Compare(g.Today.AddMonths(12)) > 0
		if r.Mark != nil || r.Occurrence != nil && !far {
			rows = append(rows, formRow{progressRow: r})
		}
		last := i+1 == len(all) || all[i+1].Activity != r.Activity
		if last && opensEvents(r.Activity) {
			for n := range blankEvents {
				rows = append(rows, formRow{progressRow{Standing: execution.Standing{Activity: r.Activity}}, n + 1})
			}
		}
	}
	return rows
}

// opensEvents reports whether an activity waits for events that people tell of.
func opensEvents(a *execution.Activity) bool { return a.Waits() && a.Timetable == nil }

// activitySum is that of what a row of the form asks about.
func activitySum(a *execution.Activity) string {
	return form.Sum(a.ID, form.Clean(a.Text), form.Clean(a.Schedule.String()))
}

// roadmapSum is that of all that forms are made from.
func roadmapSum(p *execution.Plan) string {
	var texts []string
	for _, a := range p.Activities {
		texts = append(texts, a.ID, form.Clean(a.Text), form.Clean(a.Schedule.String()), form.Clean(a.Responsible))
	}
	return form.Sum(texts...)
}

// key is the hidden key of a row: activity, occurrence or which of the empty rows, sum
// of the activity, sum of what the form showed to be on record.
func (r formRow) key() string {
	occurrence := r.OccurrenceID()
	if r.isBlank() {
		occurrence = fmt.Sprintf("%s%d", blankKey, r.blank)
	}
	return form.Key(r.ID, occurrence, activitySum(r.Activity), r.shown().sum())
}

// blankKey begins the name of an empty row; no occurrence is called so.
const blankKey = "+"

// shown is what the form shows to be on record.
func (r formRow) shown() markRow {
	if r.Mark == nil {
		return markRow{}
	}
	return markRowOf(*r.Mark)
}

// occurrenceLabel is which time is meant.
func (r formRow) occurrenceLabel() string {
	switch {
	case r.isBlank():
		return "новое событие"
	case r.isOnce() && r.Occurrence == nil:
		return "мероприятие в целом"
	case r.isOnce():
		return "один раз"
	}
	return strings.ReplaceAll(r.Occurrence.Label(), " г.", "\u00a0г.")
}

// dueWords is when it is to be done, in the author's words.
func (r formRow) dueWords() string { return orDash(form.Clean(r.Schedule.String())) + r.moved() }

func (r formRow) standingWords() string {
	if r.isBlank() {
		return ""
	}
	return r.statusWords()
}
