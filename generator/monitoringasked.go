package generator

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"doklad/generator/diag"
	"doklad/generator/form"
	"doklad/generator/model"
	"doklad/generator/source"
)

// monitored is the monitoring of a year in an office: of whom what is asked.
type monitored struct {
	office    *source.Office
	catalogue *source.Catalogue
	hierarchy *model.Hierarchy
	year      int
	today     model.Date
	previous  previousValue
}

// monitored reads what the forms of an office are made from. A fault of an institution
// stops them all: it may be one too many or one too few.
func (g Generator) monitored(folder string, year int, previous previousValue) (*monitored, diag.List, error) {
	tree := source.Open(g.Data, g.Common)
	offices, problems := tree.Offices()
	office, err := pickMonitored(offices, folder)
	if err != nil {
		if problems.HasErrors() || slices.ContainsFunc(offices, func(o *source.Office) bool { return o.Problems.HasErrors() }) {
			for _, o := range offices {
				problems = append(problems, o.Problems...)
			}
			return nil, problems, nil
		}
		return nil, nil, err
	}
	self := office.Directory.Office.Folder
	m := &monitored{office: office, catalogue: tree.Catalogue(self), hierarchy: office.Hierarchy(), year: year, today: g.Today, previous: previous}
	problems = slices.Clone(office.Problems) // those of other folders are not its own
	for _, p := range office.Records {
		if strings.HasPrefix(p.Key, "institution[") {
			problems.Add(p)
		}
	}
	return m, append(problems, m.catalogue.Problems...), nil
}

// pickMonitored finds the office whose institutions are asked.
func pickMonitored(offices []*source.Office, folder string) (*source.Office, error) {
	var having []*source.Office
	var names []string
	for _, o := range offices {
		if len(o.Institutions) > 0 {
			having, names = append(having, o), append(names, o.Directory.Office.Folder)
		}
	}
	wanted := path.Clean(strings.ReplaceAll(folder, `\`, "/"))
	i := slices.Index(names, wanted)
	switch {
	case folder == "" && len(having) == 1:
		return having[0], nil
	case len(having) == 0:
		return nil, errors.New("ни у одной организации нет учреждений; их перечисляют в файле institutions.toml её папки")
	case folder == "":
		return nil, fmt.Errorf("учреждения есть у нескольких организаций: %s; назовите одну: --office %s", strings.Join(names, ", "), names[0])
	case i < 0:
		return nil, fmt.Errorf("«%s» – не папка организации, у которой есть учреждения; такие: %s", folder, strings.Join(names, ", "))
	}
	return having[i], nil
}

// calledInstitution is the one that alone gets its forms; none where nobody is named.
func calledInstitution(office *source.Office, called string) (model.Institution, error) {
	if called == "" {
		return model.Institution{}, nil
	}
	known := office.Registry().Recognise(called)
	if known.IsSure() {
		return known.Institution, nil
	}
	var near []string
	for _, one := range known.Near {
		near = append(near, fmt.Sprintf("«%s» (%s)", oneLine(one.Name()), one.ID))
	}
	switch {
	case known.Certainty == model.SeveralMatch:
		return model.Institution{}, fmt.Errorf("«%s» – это могут быть: %s; назовите учреждение его id", called, strings.Join(near, ", "))
	case len(near) > 0:
		return model.Institution{}, fmt.Errorf("учреждения «%s» нет; может быть, %s?", called, strings.Join(near, ", "))
	}
	return model.Institution{}, fmt.Errorf("учреждения «%s» нет в institutions.toml", called)
}

// nothingAsked says why there are no forms.
func (m *monitored) nothingAsked(alone model.Institution) error {
	name := oneLine(alone.Name())
	switch {
	case alone.ID == "":
		return fmt.Errorf("за %d год спрашивать некого: ни одно учреждение тогда не работало или показателей для него нет", m.year)
	case !alone.Reports():
		return fmt.Errorf("«%s» своих чисел не сдаёт: они в числах тех, из кого или в ком состоит", name)
	case !m.isOpen(alone):
		return fmt.Errorf("«%s» в %d году не работает", name, m.year)
	}
	return fmt.Errorf("для «%s» показателей нет: вид «%s»", name, m.hierarchy.Kind(alone.ID))
}

func (m *monitored) isOpen(one model.Institution) bool {
	return one.IsOpen(model.Date{Year: m.year, Month: time.January, Day: 1}, model.Date{Year: m.year, Month: time.December, Day: 31})
}

// tellers are the institutions of which something of the set is told, by themselves or by
// the office.
func (m *monitored) tellers(set model.IndicatorSet) (list []model.Institution) {
	for _, one := range m.hierarchy.Members("") {
		if m.isOpen(one) && slices.ContainsFunc(set.Indicators, func(i model.Indicator) bool { return m.isTold(i, one) }) {
			list = append(list, one)
		}
	}
	return list
}

// isTold reports whether an indicator is told of an institution, by whoever it be.
func (m *monitored) isTold(i model.Indicator, one model.Institution) bool {
	return !i.IsDerived() && i.Tier.Covers(model.TierInstitution) && i.Concerns(m.hierarchy.Kind(one.ID))
}

// asked is what an institution itself fills.
func (m *monitored) asked(set model.IndicatorSet, one model.Institution) (list []model.Indicator) {
	for _, i := range set.Indicators {
		if i.FilledBy == model.FilledByInstitution && m.isTold(i, one) {
			list = append(list, i)
		}
	}
	return list
}

// toldIn are all indicators of a set that nobody counts.
func toldIn(set model.IndicatorSet) (list []model.Indicator) {
	for _, i := range set.Indicators {
		if !i.IsDerived() {
			list = append(list, i)
		}
	}
	return list
}

// askedSum is that of what is asked: a form with another one asks otherwise.
func askedSum(asked []model.Indicator) string {
	var texts []string
	for _, i := range asked {
		texts = append(texts, i.Code, i.Unit, i.Range.String())
	}
	return form.Sum(texts...)
}

// last is what was told for the year before.
func (m *monitored) last(set model.IndicatorSet, institution, code string) (model.Value, bool) {
	if m.previous == nil {
		return model.Value{}, false
	}
	return m.previous(m.office, set.ID, institution, code)
}

func (m *monitored) yearName() string { return strconv.Itoa(m.year) }

func (m *monitored) subject(set model.IndicatorSet) string { return set.ID + "/" + m.yearName() }

// title is that of the monitoring: «Показатели качества …» are monitored as «Мониторинг
// качества …».
func (m *monitored) title(set model.IndicatorSet) string {
	title := oneLine(form.Clean(set.Title))
	if of, found := strings.CutPrefix(title, "Показатели "); found {
		return fmt.Sprintf("Мониторинг %s, %d год", of, m.year)
	}
	return fmt.Sprintf("Мониторинг: %s, %d год", title, m.year)
}
