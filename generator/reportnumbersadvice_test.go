package generator

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"doklad/generator/model"
)

// What was recommended, and how it stands, counted anew from the criteria of the catalogue, the
// recounted values and the marks.

// recountAdvice is one recommendation.
type recountAdvice struct {
	id, unit                     string // the unit is empty of the whole, and of a cluster its ID
	isInstitution                bool
	to                           model.AddresseeKind
	text, addressee, term        string
	day                          model.Date
	codes                        []string
	priority, unitOrder, byOrder int
	status                       string
	overdue                      bool
}

// recountUnitOf is whom a value is of, in the order in which recommendations stand.
type recountUnitOf struct {
	id, institution string
	subject         model.Subject
	order           int
}

// recordOf is what the office says of the recommendations of a year; of nothing an empty one.
func (w *walk) recordOf(year int) model.Recommendations {
	for _, record := range w.r.collector.given(w.r.office, w.r.orders).records {
		if record.Year == year {
			return *record.Recommendations
		}
	}
	return model.Recommendations{}
}

// before are the sets of the report in the year before; nil where nothing was collected.
func (w *walk) before() (sets []*recount) {
	for _, y := range w.sets {
		if y.before != nil && y.before.year == y.year-1 {
			sets = append(sets, y.before)
		}
	}
	return sets
}

// given are the recommendations of the year before that were given by the day of the report.
func (w *walk) given() []recountAdvice {
	year := w.r.report.Year - 1
	record := w.recordOf(year)
	if len(w.before()) == 0 || record.Date.IsZero() || record.Date.Compare(w.r.report.Date) > 0 {
		return nil
	}
	if w.was == nil {
		w.was = w.recommend(w.before(), record, record.Date)
	}
	return w.was
}

// recommend makes those of sets of one year.
func (w *walk) recommend(sets []*recount, record model.Recommendations, issued model.Date) (list []recountAdvice) {
	order := 0
	units := map[string]int{}
	made := map[string]int{}
	for _, y := range sets {
		var all []recountUnitOf
		for _, u := range y.units {
			all = append(all, recountUnitOf{id: u.id, institution: u.id, subject: model.OfInstitution})
		}
		for _, c := range y.clusters {
			all = append(all, recountUnitOf{id: c.id, subject: model.OfCluster})
		}
		all = append(all, recountUnitOf{subject: model.OfMunicipality})
		for _, of := range all {
			for n, i := range y.set.Indicators {
				// A unit takes its place by the first of its values that has a norm.
				cell := y.cellOf(of, i.Code)
				if !cell.concerned || i.Direction == model.Neutral || len(i.Thresholds) == 0 && !i.Trend {
					continue
				}
				key := string(of.subject) + of.id
				if _, known := units[key]; !known {
					units[key] = len(units)
				}
				of.order = units[key]
				if one, _ := w.r.office.Institution(of.institution); of.institution != "" && (!one.Closed.IsZero() && one.Closed.Compare(issued) < 0 || !one.Opened.IsZero() && one.Opened.Compare(issued) > 0) {
					continue
				}
				for _, c := range w.follow(y, of, i) {
					list = w.put(list, made, y, of, i, c, order+n, issued)
				}
			}
		}
		order += len(y.set.Indicators)
	}
	slices.SortStableFunc(list, func(a, b recountAdvice) int {
		return cmp.Or(cmp.Compare(slices.Index(model.AddresseeKinds, a.to), slices.Index(model.AddresseeKinds, b.to)), cmp.Compare(a.unitOrder, b.unitOrder),
			cmp.Compare(a.priority, b.priority), cmp.Compare(a.byOrder, b.byOrder))
	})
	for n := range list {
		w.stand(&list[n], record.Marks)
	}
	return list
}

// cellOf is the value of a unit, a cluster, or the whole.
func (y *recount) cellOf(of recountUnitOf, code string) recountCell {
	if of.institution != "" {
		return y.ofUnit(of.id, code)
	}
	return y.total(of.id, code)
}

// follow are the criteria that the value of a unit calls for: of each addressee one, that which
// names the level or the zone before that which names nothing.
func (w *walk) follow(y *recount, of recountUnitOf, i model.Indicator) (list []model.Criterion) {
	level, zone, met := y.standing(of, i)
	for _, to := range model.AddresseeKinds {
		var best *model.Criterion
		for n := range i.Criteria {
			c := &i.Criteria[n]
			if c.When != "" || c.Kinds != nil || c.Clusters != nil {
				w.errorf("a criterion of %s that the test does not know", i.Code)
			}
			subject := c.Of
			if subject == "" && i.Tier != model.TierMunicipality {
				subject = model.OfInstitution
			} else if subject == "" {
				subject = model.OfMunicipality
			}
			whom := c.To
			if whom == "" {
				whom = map[bool]model.AddresseeKind{true: model.ToHead, false: model.ToOffice}[subject == model.OfInstitution]
			}
			isNamed := c.Level != "" || c.Zone != ""
			holds := zone != "" && (c.Level == "" || c.Level == level) && (c.Zone == "" || c.Zone == zone) && (isNamed || !met) && (zone != model.GreyZone || c.Zone == zone)
			if whom != to || subject != of.subject || !holds || best != nil && (best.Level != "" || best.Zone != "" || !isNamed) {
				continue
			}
			best = c
		}
		if best != nil {
			one := *best
			one.To = to
			list = append(list, one)
		}
	}
	return list
}

// standing is the level and the zone of a value; no zone: nothing follows of it.
func (y *recount) standing(of recountUnitOf, i model.Indicator) (level string, zone model.Zone, met bool) {
	c := y.cellOf(of, i.Code)
	switch {
	case c.State == model.NotApplicable:
		return "", "", false
	case !c.IsKnown():
		return "", model.GreyZone, false
	case c.answer:
		level = map[bool]string{true: "да", false: "нет"}[c.Number == 1]
		if (c.Number == 1) != (i.Direction == model.Lower) {
			return level, model.GreenZone, true
		}
		return level, model.YellowZone, false
	case c.small && i.ShareWhere == "" || !c.judged:
		return "", "", false
	}
	if weight := y.cellOf(of, i.Weight); i.Unit == "балл" && i.Scale == "" && weight.IsKnown() && weight.Number < 10 {
		return "", "", false
	}
	if level = c.level; i.Trend {
		level = "ухудшение"
	} else if level == "" {
		level = model.BelowThresholds
	}
	if c.met {
		return level, model.GreenZone, true
	}
	return level, y.red(of, i, c), false
}

// red tells what is far below the norm from what is just below.
func (y *recount) red(of recountUnitOf, i model.Indicator, c recountCell) model.Zone {
	marked := false
	for _, t := range i.Thresholds {
		marked = marked || t.Red
	}
	if marked {
		for _, t := range i.Thresholds {
			if t.Level == c.level {
				return map[bool]model.Zone{true: model.RedZone, false: model.YellowZone}[t.Red]
			}
		}
		return model.RedZone
	}
	share := 10.0
	if i.RedBeyond != nil {
		share = *i.RedBeyond
	}
	x := roundHalf(c.Number, i.Decimals)
	var end float64
	if i.Trend {
		end = roundHalf(y.before.cellOf(of, i.Code).Number, i.Decimals)
	} else {
		norm := i.Thresholds[len(i.Thresholds)-1]
		for _, t := range i.Thresholds {
			if t.Norm {
				norm = t
			}
		}
		from, to, _ := boundOf(i, norm, y.year)
		if end = from; i.Direction == model.Lower || i.Direction == model.Band && x > to {
			end = to
		}
	}
	if math.Abs(x-end)*100 > share*math.Abs(end)+1e-9 {
		return model.RedZone
	}
	return model.YellowZone
}

// put adds a recommendation, or the indicator to that of the same remedy.
func (w *walk) put(list []recountAdvice, made map[string]int, y *recount, of recountUnitOf, i model.Indicator, c model.Criterion, order int, issued model.Date) []recountAdvice {
	remedy := "мера " + c.Remedy
	if c.Remedy == "" {
		remedy = strings.ToLower(oneLine(c.Text) + " " + oneLine(c.Term))
	}
	urgency := c.Priority
	if urgency == 0 {
		urgency = 2
	}
	key := strings.Join([]string{string(of.subject), of.id, string(c.To), remedy}, "\x00")
	if at, known := made[key]; known {
		one := &list[at]
		one.codes, one.priority = append(one.codes, i.Code), min(one.priority, urgency)
		return list
	}
	made[key] = len(list)
	id := fmt.Sprintf("%d/%s/%s", y.year, cmp.Or(of.id, "-"), i.Code)
	if usual := map[bool]model.AddresseeKind{true: model.ToHead, false: model.ToOffice}[of.institution != ""]; c.To != usual {
		id += "/" + string(c.To)
	}
	return append(list, recountAdvice{id: id, unit: of.id, isInstitution: of.institution != "", to: c.To, text: oneLine(c.Text), addressee: oneLine(c.Addressee), term: oneLine(c.Term),
		day: w.lastDay(oneLine(c.Term), issued), codes: []string{i.Code}, priority: urgency, unitOrder: of.order, byOrder: order})
}

var dayOfTerm = regexp.MustCompile(`^до (\d+) ([а-я]+)$`)

// lastDay is the next day that a term names, or a month after the issue.
func (w *walk) lastDay(term string, issued model.Date) model.Date {
	months := []string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
	day := issued.Time()
	if m := dayOfTerm.FindStringSubmatch(term); m != nil {
		if day = time.Date(issued.Year, time.Month(slices.Index(months, m[2])+1), atoi(m[1]), 0, 0, 0, 0, time.UTC); !day.After(issued.Time()) {
			day = day.AddDate(1, 0, 0)
		}
	} else if term == "в течение месяца со дня получения" {
		day = day.AddDate(0, 1, 0)
	} else {
		w.errorf("a term that the test does not know: %s", term)
	}
	return model.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}
}

// stand says how a recommendation stands on the day of the report, by the last of its marks.
func (w *walk) stand(one *recountAdvice, marks []model.RecommendationMark) {
	day := w.r.report.AsOf
	said, on := model.Outcome(""), model.Date{}
	for _, m := range marks {
		if m.Recommendation == one.id && m.Date.Compare(day) <= 0 && m.Date.Compare(on) >= 0 {
			said, on = m.Outcome, m.Date
		}
	}
	one.status, one.overdue = recountStatus(said, on, one.day, day)
}

// recountStatus is a status by what is said of it, on which day, until when it was due.
func recountStatus(said model.Outcome, on, due, day model.Date) (status string, overdue bool) {
	late := !due.IsZero() && day.Compare(due) > 0
	switch said {
	case model.OutcomeDone:
		if !due.IsZero() && on.Compare(due) > 0 {
			return "исполнено с опозданием", false
		}
		return "исполнено", false
	case model.OutcomePartly:
		return "исполнено частично", late
	case model.OutcomeFailed:
		return "не исполнено", late
	case model.OutcomeVoid:
		return "не актуально", false
	}
	switch {
	case late:
		return "не исполнено", true
	case said == model.OutcomeWork:
		return "в работе", false
	case due.IsZero():
		return "срок не определён", false
	}
	return "срок не наступил", false
}

// recountStatuses are those of recommendations, in the order of the report.
var recountStatuses = []string{"срок не наступил", "в работе", "исполнено", "исполнено с опозданием", "исполнено частично", "не исполнено", "не актуально", "срок не определён"}

func countAdvice(list []recountAdvice, is func(recountAdvice) bool) (n int) {
	for _, one := range list {
		if is(one) {
			n++
		}
	}
	return n
}

func withStatus(status string) func(recountAdvice) bool {
	return func(one recountAdvice) bool { return one.status == status }
}

func isOverdueAdvice(one recountAdvice) bool { return one.overdue }

// adviceByText are those of one kind of addressees that say the same, the most frequent first.
func adviceByText(list []recountAdvice, to model.AddresseeKind) (groups [][]recountAdvice) {
	for _, one := range list {
		if one.to != to {
			continue
		}
		at := slices.IndexFunc(groups, func(g []recountAdvice) bool {
			return g[0].text == one.text && g[0].addressee == one.addressee && g[0].term == one.term
		})
		if at < 0 {
			groups = append(groups, []recountAdvice{one})
		} else {
			groups[at] = append(groups[at], one)
		}
	}
	slices.SortStableFunc(groups, func(a, b []recountAdvice) int { return len(b) - len(a) })
	return groups
}

// tasks are what this year recommends to the office, the methodical service and, of each
// remedy how many, the heads: six of them; how many more there are.
func (w *walk) tasks(y *recount) (tasks []string, more int) {
	record := w.recordOf(y.year)
	issued := record.Date
	if issued.IsZero() {
		issued = w.r.report.Date
	}
	if w.now == nil {
		w.now = w.recommend(w.sets, record, issued)
	}
	own := slices.DeleteFunc(slices.Clone(w.now), func(one recountAdvice) bool { return y.indicator(one.codes[0]).Code == "" })
	for _, to := range []model.AddresseeKind{model.ToOffice, model.ToMethodical, model.ToHead} {
		for n, group := range adviceByText(own, to) {
			if to == model.ToHead && n >= 6 {
				more++
				continue
			}
			var codes []string
			for _, one := range group {
				for _, code := range one.codes {
					if !slices.Contains(codes, code) {
						codes = append(codes, code)
					}
				}
			}
			of := strings.Join(codes, ", ")
			if group[0].isInstitution {
				of += fmt.Sprintf("; учреждений – %d", len(group))
			}
			tasks = append(tasks, group[0].addressee+", "+group[0].term+" – "+strings.ToLower(group[0].text)+" ("+of+")")
		}
	}
	return tasks, more
}

func (w *walk) addresseesRows() (rows [][]string) {
	list := w.given()
	row := func(title string, is func(recountAdvice) bool) []string {
		cells := []string{title}
		for _, to := range model.AddresseeKinds {
			isTo := func(one recountAdvice) bool { return one.to == to }
			if countAdvice(list, isTo) > 0 {
				cells = append(cells, fmt.Sprint(countAdvice(list, func(one recountAdvice) bool { return isTo(one) && is(one) })))
			}
		}
		return append(cells, fmt.Sprint(countAdvice(list, is)))
	}
	for _, status := range recountStatuses {
		if countAdvice(list, withStatus(status)) > 0 {
			rows = append(rows, row(capitalized(status), withStatus(status)))
		}
	}
	return append(rows, row("Всего", func(recountAdvice) bool { return true }), row("Из них просрочено", isOverdueAdvice))
}

// officeRows are those on the whole and on clusters; a mark that was taken tells its day and
// document after the status.
func (w *walk) officeRows() (rows [][]string) {
	record := w.recordOf(w.r.report.Year - 1)
	for _, one := range w.given() {
		if one.isInstitution {
			continue
		}
		status, text := one.status, one.text
		for _, m := range record.Marks { // of the example each has one
			if m.Recommendation == one.id && m.Date.Compare(w.r.report.AsOf) <= 0 {
				status += "\n" + m.Date.String()
				if m.Document != (model.Evidence{}) {
					status += "\n" + m.Document.String()
				}
			}
		}
		if one.unit != "" {
			text += "\n" + w.nameOf(one.unit)
		}
		var came joinCame
		for _, code := range one.codes {
			came.add(w.came(w.setWith(code), one.unit, code), code)
		}
		rows = append(rows, []string{fmt.Sprint(len(rows) + 1), text, one.day.String(), status, came.words()})
	}
	return rows
}

// remediesRows are those to institutions, six of each addressee and the rest together.
func (w *walk) remediesRows() (rows [][]string) {
	list := slices.DeleteFunc(slices.Clone(w.given()), func(one recountAdvice) bool { return !one.isInstitution })
	row := func(text string, of []recountAdvice) {
		done, late := countAdvice(of, withStatus("исполнено")), countAdvice(of, withStatus("исполнено с опозданием"))
		rows = append(rows, []string{text, fmt.Sprint(len(of)), fmt.Sprint(done + late), fmt.Sprint(done), fmt.Sprint(countAdvice(of, isOverdueAdvice))})
	}
	for _, to := range model.AddresseeKinds {
		var rest []recountAdvice
		groups := adviceByText(list, to)
		for n, group := range groups {
			if n < 6 {
				row(group[0].text, group)
			} else {
				rest = append(rest, group...)
			}
		}
		if rest != nil {
			row(fmt.Sprintf("Прочие рекомендации (%d)", len(groups)-6), rest)
		}
	}
	return rows
}

// owing are the institutions with overdue recommendations.
func (w *walk) owing() string {
	var said []string
	for _, i := range w.r.office.Institutions {
		if n := countAdvice(w.given(), func(one recountAdvice) bool { return one.isInstitution && one.overdue && one.unit == i.ID }); n > 0 {
			said = append(said, fmt.Sprintf("%s – %d", oneLine(i.Name()), n))
		}
	}
	return strings.Join(said, "; ")
}
