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
	"doklad/generator/lint"
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
	// unsound are the errors of the data that all of it is counted of: with them nothing can
	// be told of what follows, or does not.
	unsound diag.List
	day     model.Date // for which the execution is told
	marks   map[string][]model.RecommendationMark
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
	r.unsound = slices.DeleteFunc(slices.Concat(c.faults(office), institutionRecords(office), r.problems), func(p diag.Problem) bool { return p.Severity != diag.Error })
	r.after = func() *collection { return c.after(r.collection) }
	for _, record := range c.given(office, orders).records {
		if record.Name == source.RecommendationsName(office.Directory.Office.Folder, year) {
			r.record = record
		}
	}
	if as := r.record.AsOf; !as.IsZero() && as.Compare(day) < 0 {
		r.day = as // what is later than today is not known
	}
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
	list, ties := recommendation.Recommend(recommendation.Input{Findings: r.findings, Rules: r.catalogue.Rules, Issued: issued, Institutions: office.Institutions})
	r.list = list
	r.divide()
	r.record = r.named(r.record)
	r.marks = execution.MarksOf(r.record.Marks)
	r.faults = append(r.tied(ties), r.judgeMarks()...)
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

// tied tells of rules that contradict each other for the values of the year: at both.
func (r *recommended) tied(ties []recommendation.Tie) diag.List {
	var l diag.List
	for _, t := range ties {
		of := t.Finding.Name
		if t.Count > 1 {
			of += fmt.Sprintf(" (всего таких выводов: %d)", t.Count)
		}
		for n, key := range t.Criteria {
			l.Add(diag.Errorf(t.Code+"."+key, "за %d год подходит и %s, и %s показателя %s, а рекомендуют они разное: %s", r.year, criterionWords(key), criterionWords(t.Criteria[1-n]), t.Code, oneLine(of)).
				WithHint("уточните условие одного из них: level, zone, when, kinds, clusters"))
		}
	}
	return r.catalogue.Locate(l)
}

// criterionWords are «критерий 2» of «criterion[2]».
func criterionWords(key string) string {
	return "критерий " + strings.Trim(strings.TrimPrefix(key, "criterion"), "[]")
}

// judgeMarks tells of marks on what does not follow of the numbers, or not any more, and of
// those that were late and do not say why.
func (r *recommended) judgeMarks() diag.List {
	var l diag.List
	for n, m := range r.record.Marks {
		key, ok := model.ParseRecommendationKey(m.Recommendation)
		if !ok || key.Year != fmt.Sprint(r.year) {
			continue // told when it was read
		}
		if _, given := r.recommendation(m.Recommendation); !given {
			l.Add(r.notGiven(fmt.Sprintf("mark[%d].recommendation", n+1), m.Recommendation, "отметка никуда не вошла"))
		}
	}
	l = append(l, lint.LateResponses(r.record.Recommendations, r.lastDay)...)
	return r.record.File.Locate(l).In(r.record.Name)
}

// lastDay is that of the recommendation of a number; zero where there is none.
func (r *recommended) lastDay(id string) model.Date {
	if one, given := r.recommendation(id); given {
		return one.Term.Day
	}
	return model.Date{}
}

// recommendation is the one of a number.
func (r *recommended) recommendation(id string) (*recommendation.Recommendation, bool) {
	one, given := r.byID[id]
	return one, given
}

// named is a record whose marks name what they are on by its whole number.
func (r *recommended) named(record *source.Recommendations) *source.Recommendations {
	said, own := *record.Recommendations, *record
	said.Marks = slices.Clone(record.Marks)
	for n := range said.Marks {
		said.Marks[n].Recommendation = r.called(said.Marks[n].Recommendation)
	}
	own.Recommendations = &said
	return &own
}

// response is how a recommendation stands on the day that is told.
func (r *recommended) response(one *recommendation.Recommendation) execution.Response {
	return r.responseOn(one, r.day)
}

// due is by when a recommendation is to be carried out, and whether there is who could.
func (r *recommended) due(one *recommendation.Recommendation) execution.Due {
	due := execution.Due{Recommendation: one.ID, Day: one.Term.Day}
	if one.Subject == model.OfInstitution {
		institution, _ := r.office.Directory.Institution(one.Unit)
		due.Closed = institution.Closed
	}
	return due
}

func (r *recommended) responseOn(one *recommendation.Recommendation, day model.Date) execution.Response {
	return r.due(one).Respond(r.marks[one.ID], day)
}
