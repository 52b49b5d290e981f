package generator

import (
	"fmt"
	"path"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/form"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/xlsx"
)

// officeForm is the name of the form with what is recommended to the office and its
// methodical service.
const officeForm = "upravlenie"

// RecommendationForms are the forms of the recommendations of a year: of each institution
// to which something was recommended, of the office, and one with all rows; or of one
// institution by ID, code or name, «-» for the office. An empty folder is the only office
// that collects. With errors among the problems there are none. The error is in Russian.
func (g Generator) RecommendationForms(folder string, year int, institution string) ([]MarkForm, diag.List, error) {
	journal, err := g.FindJournal(folder, year)
	if err != nil {
		return nil, nil, err
	}
	r, problems, err := g.openAdvice(adviceAt(journal.Office, journal.Year))
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	problems = r.read()
	problems = append(problems, r.after.File.Locate(lint.Recommendations(r.after.Recommendations, r.latest)).In(r.at.File)...)
	if problems.HasErrors() {
		return nil, problems.Sort(), nil
	}
	bodies, err := r.bodies(institution)
	if err != nil {
		return nil, nil, err
	}
	problems = nil // the warnings are told by «doklad check»
	taken := map[string]bool{allBodies: true}
	var forms []MarkForm
	for _, b := range bodies {
		f, found, err := r.form(b, form.FreeName(b.file, b.name, taken), g.Today)
		if err != nil {
			return nil, nil, err
		}
		forms, problems = append(forms, f), append(problems, found...)
	}
	if institution == "" {
		f, found, err := r.form(adviceBody{list: r.advised.all()}, allBodies, g.Today)
		if err != nil {
			return nil, nil, err
		}
		forms, problems = append(forms, f), append(problems, found...)
	}
	return forms, problems, nil
}

// adviceBody is who fills a form, and what of.
type adviceBody struct {
	file     string
	id, name string // no name: all
	list     []*recommendation.Recommendation
}

// all are all recommendations of the year.
func (r *recommended) all() []*recommendation.Recommendation {
	list := make([]*recommendation.Recommendation, len(r.list))
	for n := range r.list {
		list[n] = &r.list[n]
	}
	return list
}

// bodies are those to whom something was recommended, or the one that is asked for.
func (r *openedAdvice) bodies(institution string) ([]adviceBody, error) {
	own := r.office.Directory.Office
	office := adviceBody{file: officeForm, name: oneLine(own.Full.Nominative)}
	for _, one := range r.advised.all() {
		if one.Subject != model.OfInstitution {
			office.list = append(office.list, one)
		}
	}
	var only model.Institution
	if institution != "" && institution != model.OfficeItself {
		var err error
		if only, err = calledInstitution(r.office, institution); err != nil {
			return nil, err
		}
	}
	var bodies []adviceBody
	for _, id := range r.advised.institutions() {
		if list := r.advised.ofInstitution[id]; len(list) > 0 && (institution == "" || id == only.ID) {
			bodies = append(bodies, adviceBody{id, id, oneLine(r.advised.institution(id).Full.Nominative), list})
		}
	}
	if len(office.list) > 0 && (institution == "" || institution == model.OfficeItself) {
		bodies = append(bodies, office)
	}
	switch {
	case len(bodies) > 0:
		return bodies, nil
	case institution == "":
		return nil, fmt.Errorf("за %d год ничего не рекомендовано: отмечать нечего", r.at.Year)
	}
	return nil, fmt.Errorf("«%s»: за %d год ничего не рекомендовано", institution, r.at.Year)
}

// passport is what a form, and the register, says of itself.
func (r *recommended) passport(body adviceBody, made model.Date) form.Passport {
	own := r.office.Directory.Office
	return form.Passport{Kind: adviceKind.name, Version: adviceKind.version, Folder: own.Folder, Office: oneLine(own.Full.Nominative),
		Subject: fmt.Sprint(r.year), Title: fmt.Sprintf("рекомендации по итогам %d года", r.year), BodyID: body.id, Body: body.name,
		Made: made, Source: r.sum(), Rows: len(body.list)}
}

// form is the workbook of one body.
func (r *openedAdvice) form(body adviceBody, name string, today model.Date) (MarkForm, diag.List, error) {
	passport := r.advised.passport(body, today)
	columns, pages, upright := adviceKind.columns, 2, []string(nil)
	if len(body.list) > 0 && body.list[0].Subject == model.OfInstitution && body.name != "" {
		columns, pages, upright = without(columns, markBodies), 1, adviceUpright
	}
	t := markTable(columns)
	for _, one := range body.list {
		cells, key := r.advised.markCells(one, today)
		t.Rows = append(t.Rows, doc.Row{Cells: markCells(columns, cells, key)})
	}
	marks := markSheet(passport, "Исполнение адресных рекомендаций по итогам "+passport.Subject+" года: "+passport.Office, r.office.Directory.Office.Example, t, append([]xlsx.Mark{overdueMark}, missingOnAdvice...))
	marks.Inputs, marks.PagesWide, marks.Upright = r.advised.markInputs(), pages, upright
	raw, found, err := xlsx.Write([]xlsx.Sheet{marks, howToMarkAdvice(passport), passport.Sheet()}, xlsx.Properties{
		Title: "Отметки об исполнении рекомендаций по итогам " + passport.Subject + " года", Author: passport.Office,
		Subject: passport.Body, Language: "ru-RU", Created: created(today),
	})
	f := MarkForm{Body: body.name, Rows: len(body.list), File: File{Bytes: raw, Path: path.Join(passport.Folder, "forms", "recommendations", passport.Subject, name+".xlsx")}}
	return f, r.after.File.Locate(found).In(r.at.File), err
}
