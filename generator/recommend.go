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
	after    func() *collection      // that of the effect, read when asked for; nil as before
	record   *source.Recommendations // of nobody where the office says nothing of them
	orders   []*source.Order         // of the office
	findings *findings.Findings
	list     []recommendation.Recommendation
	// What each institution was found to have, in the order of the catalogue, and what is
	// recommended by that, to whomever it speaks.
	found         map[string][]*findings.Finding
	ofInstitution map[string][]*recommendation.Recommendation
	byID          map[string]*recommendation.Recommendation
	day           model.Date // for which the execution is told
	marks         map[string][]model.RecommendationMark
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
	r.after = func() *collection { return c.after(r.collection) }
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
	r.divide()
	r.faults = r.unknownMarks()
	return r
}

// divide finds what is of each institution, and of each number.
func (r *recommended) divide() {
	r.found, r.ofInstitution = map[string][]*findings.Finding{}, map[string][]*recommendation.Recommendation{}
	for n := range r.findings.List {
		if f := &r.findings.List[n]; f.Subject == model.OfInstitution {
			r.found[f.Unit] = append(r.found[f.Unit], f)
		}
	}
	r.byID = make(map[string]*recommendation.Recommendation, len(r.list))
	for n := range r.list {
		r.byID[r.list[n].ID] = &r.list[n]
		if one := &r.list[n]; one.Subject == model.OfInstitution {
			r.ofInstitution[one.Unit] = append(r.ofInstitution[one.Unit], one)
		}
	}
}

// unknownMarks tells of marks on what does not follow of the numbers, or not any more.
func (r *recommended) unknownMarks() diag.List {
	var l diag.List
	for n, m := range r.record.Marks {
		if _, given := r.recommendation(m.Recommendation); !given {
			l.Add(r.notGiven(fmt.Sprintf("mark[%d].recommendation", n+1), m.Recommendation, "отметка никуда не вошла"))
		}
	}
	return r.record.File.Locate(l).In(r.record.Name)
}

// recommendation is the one of a number.
func (r *recommended) recommendation(id string) (*recommendation.Recommendation, bool) {
	one, given := r.byID[id]
	return one, given
}

// notGiven says that a recommendation which is named somewhere does not follow of the
// numbers, or not any more, and what comes of it.
func (r *recommended) notGiven(key, id, comes string) diag.Problem {
	hint := "исправьте номер: он составлен по листу рекомендаций и напечатан в реестре"
	if own := r.idsBeside(id); own != "" {
		hint = "этому адресату рекомендовано: " + own + "; если показатель с тех пор изменился, запись ничему не мешает"
	}
	return diag.Warnf(key, "рекомендации «%s» из чисел %d года не следует: %s", id, r.year, comes).WithHint("%s", hint)
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
