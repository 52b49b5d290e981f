package generator

import (
	"path"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/source"
	"doklad/generator/xlsx"
)

// MonitoringForm is a workbook in which the values of a year are told.
type MonitoringForm struct {
	File
	Set   string // ID of the indicators: «preschool»
	Body  string // the institution that fills it; empty: it has a row for each
	Cells int    // for values, to be filled
}

// previousValue gives what was told for the year before: of an institution, or of the
// municipality itself where its ID is empty; false where nothing was.
type previousValue = func(office *source.Office, set string, institution, code string) (model.Value, bool)

const (
	monitoringFormKind    = "monitoring"
	monitoringTableKind   = "monitoring-all"
	monitoringFormVersion = 1
	// allInstitutions is the name of the form with a row for each institution.
	allInstitutions = "vse"
)

// MonitoringForms are the forms of a year: one per institution and set, and one of a row
// per institution for each set. The office is a folder, empty where only one has
// institutions; only is the ID, the code or a name of one institution, empty for all.
// With errors among the problems there are none. The error is in Russian.
func (g Generator) MonitoringForms(office string, year int, only string) ([]MonitoringForm, diag.List, error) {
	return g.monitoringForms(office, year, only, g.toldBefore(year))
}

// toldBefore gives what counts of the year before.
func (g Generator) toldBefore(year int) previousValue {
	c := newCollector(source.Open(g.Data, g.Common))
	told := map[string]model.Values{} // by office and institution
	return func(office *source.Office, _ string, institution, code string) (model.Value, bool) {
		folder := office.Directory.Office.Folder
		if !slices.Contains(c.tree.Years(folder), year-1) {
			return model.Value{}, false
		}
		key := folder + "\x00" + institution
		if told[key] == nil {
			before := c.of(office, year-1)
			told[key] = before.values(institution)
		}
		v, known := told[key][code]
		return v, known
	}
}

func (g Generator) monitoringForms(office string, year int, only string, previous previousValue) ([]MonitoringForm, diag.List, error) {
	m, problems, err := g.monitored(office, year, previous)
	if err != nil || problems.HasErrors() {
		return nil, problems.Sort(), err
	}
	alone, err := calledInstitution(m.office, only)
	if err != nil {
		return nil, nil, err
	}
	var forms []MonitoringForm
	made := func(f MonitoringForm, found diag.List, err error) error {
		forms, problems = append(forms, f), append(problems, found...)
		return err
	}
	for _, set := range m.catalogue.Sets {
		tellers := m.tellers(set)
		taken := map[string]bool{allInstitutions: true}
		for _, one := range tellers {
			name := form.FreeName(one.ID, one.Name(), taken)
			if asked := m.asked(set, one); len(asked) > 0 && (only == "" || one.ID == alone.ID) {
				if err := made(m.formOfOne(set, one, asked, name)); err != nil {
					return nil, nil, err
				}
			}
		}
		if only == "" && len(tellers) > 0 {
			if err := made(m.formOfAll(set, tellers)); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(forms) == 0 {
		return nil, nil, m.nothingAsked(alone)
	}
	return forms, problems.Sort(), nil
}

// passport is what every form of a set says of itself.
func (m *monitored) passport(kind string, set model.IndicatorSet, asked []model.Indicator, rows int) form.Passport {
	self := m.office.Directory.Office
	return form.Passport{
		Kind: kind, Version: monitoringFormVersion, Folder: self.Folder, Office: oneLine(self.Full.Nominative),
		Subject: m.subject(set), Title: m.title(set), Made: m.today, Rows: rows, Source: askedSum(asked),
	}
}

// book writes the sheets of a form.
func (m *monitored) book(set model.IndicatorSet, name string, passport form.Passport, sheets ...xlsx.Sheet) (File, diag.List, error) {
	raw, found, err := xlsx.Write(append(sheets, passport.Sheet()), xlsx.Properties{
		Title: passport.Title, Author: passport.Office, Subject: passport.Body, Language: "ru-RU", Created: created(m.today),
	})
	return File{Bytes: raw, Path: path.Join(passport.Folder, "forms", "monitoring", m.yearName(), set.ID, name+".xlsx")}, found, err
}
