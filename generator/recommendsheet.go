package generator

import (
	"fmt"
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/doc"
	findings "doklad/generator/finding"
	"doklad/generator/model"
	"doklad/generator/pdf"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
	"doklad/generator/schedule"
	"doklad/generator/source"
)

// recommendationView is what templates/recommendation.tmpl may print: the sheet of one
// institution («лист адресных рекомендаций»).
type recommendationView struct {
	Office string
	Title  []string
	Date   string // empty: a draft
	Basis  []string
	Year   int
	// How many of its values could be judged, how many of these meet the norm, and how many
	// could not be judged for want of data or of people.
	Judged, Met, Apart int
	Untaken            []string // what was asked and of which no file of its own counts: why
	Findings, Advice   string   // names of the tables; no findings where only data are asked for
	Figures            []string
	Sources            []string // files
	Signatories        []signatureView
}

const (
	findingsName = "findings"
	adviceName   = "advice"
	resultsName  = "results"
)

// recommendationSheets are the sheets of all institutions. Of one to which nothing is
// recommended there is none: an older one goes.
func (g Generator) recommendationSheets(tree *source.Tree, r *recommended, at string) ([]File, diag.List, error) {
	folder := r.office.Directory.Office.Folder
	text, problems := g.templateFor(tree, folder, "recommendation.tmpl")
	profile, fonts, found := g.officeLook(tree, r.office)
	if problems = slices.Concat(problems, found, r.faults); problems.HasErrors() {
		return nil, problems, nil
	}
	ids := r.institutions()
	files, faults, errs := make([]File, len(ids)), make([]diag.List, len(ids)), make([]error, len(ids))
	options := pdf.Options{Profile: profile, Fonts: fonts, Created: created(r.record.Date)}
	each(len(ids), func(n int) {
		files[n].Path = path.Join(at, ids[n]+".pdf")
		if len(r.ofInstitution[ids[n]]) == 0 {
			return
		}
		document, found := r.composeSheet(text, ids[n])
		if faults[n] = found; found.HasErrors() {
			return
		}
		bind(document)
		files[n].Bytes, found, errs[n] = pdf.Write(document, options)
		faults[n] = append(faults[n], r.record.File.Locate(found).In(r.record.Name)...)
	})
	for n := range ids {
		if problems = append(problems, faults[n]...); errs[n] != nil {
			return nil, problems, fmt.Errorf("%s: %w", files[n].Path, errs[n])
		}
	}
	return files, problems, nil
}

// institutions are those that were asked, in the order of the directory.
func (r *recommended) institutions() []string {
	var ids []string
	for _, f := range r.filings {
		if id := f.institution.ID; id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// composeSheet fills the template of sheets for one institution.
func (r *recommended) composeSheet(text templateText, id string) (*doc.Document, diag.List) {
	own, one := r.office.Directory.Office, r.institution(id)
	document := r.document(fmt.Sprintf("Рекомендации по итогам %d года: %s", r.year, oneLine(one.Name())))
	view := recommendationView{Office: oneLine(own.Full.Nominative), Year: r.year, Basis: r.basis(), Advice: adviceName, Signatories: r.signatories(),
		Title: []string{"ЛИСТ АДРЕСНЫХ РЕКОМЕНДАЦИЙ", fmt.Sprintf("по итогам мониторинга за %d год", r.year), oneLine(one.Full.Nominative)}}
	if !r.record.Date.IsZero() {
		view.Date = russian.LongDate(r.record.Date.Time())
	}
	list, all := r.ofInstitution[id], r.found[id]
	shown := shownFindings(list, all)
	for _, f := range all {
		switch f.Zone {
		case model.GreyZone:
			view.Apart++
		case model.GreenZone:
			view.Met++
			fallthrough
		default:
			view.Judged++
		}
	}
	document.Tables[adviceName] = r.toDoTable(list)
	if len(shown) > 0 {
		view.Findings = findingsName
		document.Tables[findingsName] = findingsTable(shown)
	}
	figures, err := r.ownResults(id, shown)
	if err != nil {
		return nil, diag.List{diag.Errorf("", "рисунок результатов не построен: %s", err).WithHint("сообщите разработчикам")}
	}
	for n, figure := range figures {
		name := fmt.Sprintf("%s-%d", resultsName, n+1)
		document.Figures[name] = figure
		view.Figures = append(view.Figures, name)
	}
	view.Sources, view.Untaken = r.files(shown), r.untaken(id)
	return document, text.fill(document, view)
}

// document is a paper of recommendations without its words.
func (r *recommended) document(title string) *doc.Document {
	own := r.office.Directory.Office
	d := &doc.Document{Title: title, Author: own.Full.Nominative, Language: "ru-RU", Header: title, Tables: map[string]*doc.Table{}, Figures: map[string]*doc.Figure{}}
	if own.Example {
		d.Footer = exampleNote
	}
	if r.record.Date.IsZero() {
		d.Across = "ПРОЕКТ"
	}
	return d
}

// basis are the papers by which the recommendations are given.
func (r *recommended) basis() []string {
	var basis []string
	for _, b := range r.record.Basis {
		if at := slices.IndexFunc(r.orders, func(o *source.Order) bool { return o.ID == b }); at >= 0 {
			o := r.orders[at]
			b = fmt.Sprintf("%s «%s»", nameOf(o), oneLine(o.Title))
		}
		basis = append(basis, oneLine(b))
	}
	return basis
}

func (r *recommended) signatories() []signatureView {
	p, known := r.office.Person(r.record.Signatory)
	if !known {
		return nil
	}
	return []signatureView{{Post: capitalized(oneLine(p.PostIn(russian.Nominative))), Name: p.Signature()}}
}

// files are those that the numbers were sent in.
func (r *recommended) files(list []*findings.Finding) []string {
	var files []string
	for _, f := range list {
		for _, o := range r.trail(f) {
			if base := path.Base(o.place().File); !slices.Contains(files, base) {
				files = append(files, base)
			}
		}
	}
	slices.Sort(files)
	return files
}

// untaken are the sets of which no file of the institution itself counts.
func (r *recommended) untaken(id string) (sets []string) {
	for _, f := range r.filings {
		if f.institution.ID == id && len(f.chosen) == 0 {
			sets = append(sets, fmt.Sprintf("«%s» – %s", oneLine(f.set.Title), f.status))
		}
	}
	return sets
}

// shownFindings are those that do not meet the norm, and those without data of which
// something follows.
func shownFindings(list []*recommendation.Recommendation, all []*findings.Finding) []*findings.Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f *findings.Finding) bool {
		follows := slices.ContainsFunc(list, func(one *recommendation.Recommendation) bool { return slices.Contains(one.Findings, f) })
		return !follows && f.Zone != model.RedZone && f.Zone != model.YellowZone
	})
}

// termWords is by when, in the words of the rule where these say more than the day.
func termWords(t recommendation.Term) string {
	if schedule.Parse(t.Words).Lag != (schedule.Lag{}) {
		return inLines(t.Words, t.Day.String())
	}
	return "до\u00a0" + t.Day.String()
}
