package generator

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"doklad/generator/consolidation"
	"doklad/generator/diag"
	"doklad/generator/execution"
	findings "doklad/generator/finding"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/source"
)

// recommended is what follows of the numbers of a year, and what the office says of it
// («адресные рекомендации года»). All papers of the year share it.
type recommended struct {
	*collection
	record   *source.Recommendations
	orders   []*source.Order // of the office
	findings *findings.Findings
	list     []recommendation.Recommendation
	day      model.Date // for which the execution is told
	marks    map[string][]model.RecommendationMark
	// faults are marks on what was not recommended: it shows only when all is counted.
	faults diag.List
}

// recommended counts the recommendations of a year once. A draft is what would be issued
// today: its terms are counted from there.
func (c *collector) recommended(office *source.Office, orders []*source.Order, record *source.Recommendations, today model.Date) *recommended {
	c.mutex.Lock()
	made := c.advice[record.Name]
	if made == nil {
		made = sync.OnceValue(func() *recommended { return c.recommend(office, orders, record, today) })
		c.advice[record.Name] = made
	}
	c.mutex.Unlock()
	return made()
}

func (c *collector) recommend(office *source.Office, orders []*source.Order, record *source.Recommendations, today model.Date) *recommended {
	r := &recommended{collection: c.of(office, record.Year), record: record, orders: orders, day: record.AsOf, marks: execution.MarksOf(record.Marks)}
	if r.day.IsZero() {
		r.day = today
	}
	var sets []consolidation.Years
	for _, set := range r.sets() {
		if counted := r.counted[set.ID]; counted.Consolidation != nil {
			sets = append(sets, counted)
		}
	}
	r.findings = findings.Of(sets...)
	issued := record.Date
	if issued.IsZero() {
		issued = today
	}
	r.list = recommendation.Recommend(recommendation.Input{Findings: r.findings, Rules: r.catalogue.Rules, Issued: issued, Institutions: office.Institutions})
	r.faults = r.unknownMarks()
	return r
}

// unknownMarks tells of marks on what does not follow of the numbers, or not any more.
func (r *recommended) unknownMarks() diag.List {
	given := map[string]bool{}
	for _, one := range r.list {
		given[one.ID] = true
	}
	var l diag.List
	for n, m := range r.record.Marks {
		if given[m.Recommendation] {
			continue
		}
		hint := "исправьте номер: он напечатан в листе рекомендаций и в реестре"
		if own := r.idsBeside(m.Recommendation); own != "" {
			hint = "этому адресату рекомендовано: " + own + "; если показатель с тех пор изменился, отметка ничему не мешает"
		}
		l.Add(diag.Warnf(fmt.Sprintf("mark[%d].recommendation", n+1), "рекомендации «%s» из чисел %d года не следует: отметка никуда не вошла", m.Recommendation, r.year).WithHint("%s", hint))
	}
	return r.record.File.Locate(l).In(r.record.Name)
}

// idsBeside are the recommendations of whom a mark names.
func (r *recommended) idsBeside(id string) string {
	var ids []string
	of := path.Dir(id) + "/"
	for _, one := range r.list {
		if strings.HasPrefix(one.ID, of) {
			ids = append(ids, one.ID)
		}
	}
	return strings.Join(ids, ", ")
}

// response is how a recommendation stands on the day that is told.
func (r *recommended) response(one *recommendation.Recommendation) execution.Response {
	return execution.Respond(r.marks[one.ID], one.Term.Day, r.day)
}

// origin is one number that a finding is counted of, with the cell that says it.
type origin struct {
	Institution, Code string // ID; empty: the office itself
	model.CellPlace
}

// trail are the cells that the value of a finding is counted of, by institution and code;
// of a total those of all institutions below it, unless the office itself tells it.
func (r *recommended) trail(f *findings.Finding) []origin {
	var list []origin
	for _, code := range r.parts(f.Code) {
		told := func(id string) bool {
			one, known := r.taken[id][code]
			if known {
				list = append(list, origin{id, code, one.observation().At})
			}
			return known
		}
		if f.Subject == model.OfInstitution || f.Subject == model.OfMunicipality && told("") {
			told(f.Unit)
			continue
		}
		for id := range r.taken {
			if id != "" && (f.Subject != model.OfCluster || r.hierarchy.Cluster(id) == f.Unit) {
				told(id)
			}
		}
	}
	slices.SortFunc(list, func(a, b origin) int {
		return cmp.Or(cmp.Compare(a.Institution, b.Institution), cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(list)
}

// parts are the codes that people tell, of which a code is counted.
func (r *recommended) parts(code string) []string {
	formulas := r.catalogue.Formulas
	counted := cmp.Or(formulas.Formula(code), formulas.Condition(code))
	if counted == nil {
		return []string{code}
	}
	var codes []string
	for _, part := range counted.Codes() {
		codes = append(codes, r.parts(part)...)
	}
	return codes
}

// source says in a line where the value of a finding is from: the cells of one institution,
// of many how many there are and of whom.
func (r *recommended) source(f *findings.Finding) string {
	trail := r.trail(f)
	if f.Subject != model.OfInstitution && len(trail) > 0 && trail[0].Institution != "" {
		institutions := map[string]bool{}
		for _, o := range trail {
			institutions[o.Institution] = true
		}
		return fmt.Sprintf("свод: учреждений %d, ячеек %d", len(institutions), len(trail))
	}
	var cells []string
	for _, o := range trail {
		cells = append(cells, fmt.Sprintf("%s: %s %s", o.Code, path.Base(o.File), place(o.CellPlace)))
	}
	return strings.Join(cells, "; ")
}
