package generator

import (
	"fmt"
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
// («адресные рекомендации года»). All papers that tell of the year share it.
type recommended struct {
	*collection
	tree     *source.Tree
	before   *collection             // nil: nothing was collected in the year before
	record   *source.Recommendations // of nobody where the office says nothing of them
	orders   []*source.Order         // of the office
	findings *findings.Findings
	list     []recommendation.Recommendation
	day      model.Date // for which the execution is told
	marks    map[string][]model.RecommendationMark
	// faults are marks on what was not recommended: it shows only when all is counted.
	faults diag.List
}

// given is what an office says of its recommendations year by year.
type given struct {
	records []*source.Recommendations
	stray   diag.List // of what lies there and is no record
}

// given reads what an office says of its recommendations, once.
func (c *collector) given(office *source.Office, orders []*source.Order) given {
	folder := office.Directory.Office.Folder
	c.mutex.Lock()
	defer c.mutex.Unlock()
	read, known := c.said[folder]
	if !known {
		before := len(office.Problems)
		read.records = c.tree.Recommendations(office, orders)
		read.stray = slices.Clone(office.Problems[before:])
		c.said[folder] = read
	}
	return read
}

// recommended counts the recommendations of a year once. Of a year of which the office says
// nothing they are a draft: what would be issued on the day, from which its terms are
// counted and for which the execution is told.
func (c *collector) recommended(office *source.Office, orders []*source.Order, year int, day model.Date) *recommended {
	key := fmt.Sprint(office.Directory.Office.Folder, "\x00", year, "\x00", day)
	c.mutex.Lock()
	made := c.advice[key]
	if made == nil {
		made = sync.OnceValue(func() *recommended { return c.recommend(office, orders, year, day) })
		c.advice[key] = made
	}
	c.mutex.Unlock()
	return made()
}

func (c *collector) recommend(office *source.Office, orders []*source.Order, year int, day model.Date) *recommended {
	r := &recommended{collection: c.of(office, year), tree: c.tree, orders: orders, day: day,
		record: &source.Recommendations{Recommendations: &model.Recommendations{Office: office.Directory.Office, Year: year}}}
	r.before = c.before(r.collection)
	for _, record := range c.given(office, orders).records {
		if record.Name == source.RecommendationsName(office.Directory.Office.Folder, year) {
			r.record = record
		}
	}
	if as := r.record.AsOf; !as.IsZero() {
		r.day = as
	}
	r.marks = execution.MarksOf(r.record.Marks)
	var sets []consolidation.Years
	for _, set := range r.sets() {
		if counted := r.counted[set.ID]; counted.Consolidation != nil {
			sets = append(sets, counted)
		}
	}
	r.findings = findings.Of(sets...)
	issued := r.record.Date
	if issued.IsZero() {
		issued = day
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
	key, ok := model.ParseRecommendationKey(id)
	if !ok {
		return ""
	}
	var ids []string
	for _, one := range r.list {
		if strings.HasPrefix(one.ID, key.Year+"/"+key.Institution+"/") {
			ids = append(ids, one.ID)
		}
	}
	return strings.Join(ids, ", ")
}

// response is how a recommendation stands on the day that is told.
func (r *recommended) response(one *recommendation.Recommendation) execution.Response {
	return r.responseOn(one, r.day)
}

func (r *recommended) responseOn(one *recommendation.Recommendation, day model.Date) execution.Response {
	return execution.Respond(r.marks[one.ID], one.Term.Day, day)
}
