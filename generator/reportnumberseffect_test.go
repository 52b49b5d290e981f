package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/model"
)

// What became of values that were below their norm, were recommended or decided by, from the
// recount alone.

var recountConclusions = []string{"порог достигнут", "улучшение", "без изменений", "ухудшение", "оценить нельзя"}

// recountCame is what became of a value: the conclusion or why there is none, and whose it is
// where others told the total in one of the years.
type recountCame struct{ conclusion, reason, same string }

// came is what became of the value of an institution, a cluster or, with no ID, the whole
// since the year before.
func (w *walk) came(y *recount, id, code string) (of recountCame) {
	i, b := y.indicator(code), y.before
	one, _ := w.r.office.Institution(id)
	isCluster := one.Kind == model.Cluster
	cell := func(y *recount) recountCell {
		switch {
		case y == nil:
			return recountCell{}
		case id == "" || isCluster:
			return y.total(id, code)
		case y.unit(id) == nil:
			return recountCell{concerned: true}
		}
		return y.ofUnit(id, code)
	}
	now, was := cell(y), cell(b)
	change := recountChange{}
	if b != nil {
		change = changeOf(i, now, was, y.year, b.year)
	}
	few := (now.small || was.small) && i.ShareWhere == ""
	var same *recountSame
	if (id == "" || isCluster) && !few {
		same = y.same(id, code)
	}
	if same != nil {
		change = changeOf(i, same.now, same.was, y.year, b.year)
		few = (same.now.small || same.was.small) && i.ShareWhere == ""
	}
	reason := ""
	switch {
	case !now.IsKnown() && !one.Closed.IsZero() && one.Closed.Year <= y.year:
		reason = "учреждение закрыто"
	case now.State == model.NotApplicable || !now.concerned:
		reason = "показатель не применим"
	case !now.IsKnown():
		reason = "нет новых данных"
	case !was.IsKnown():
		reason = "нет прежних данных"
	case change.method:
		reason = "методика изменена"
	case few:
		reason = "группа менее 10"
	case same != nil && same.units == 0:
		reason = "нет общих учреждений"
	case change.partial || !change.known:
		reason = "данные неполные"
	case i.Direction == model.Neutral:
		reason = "лучших значений у показателя нет"
	case change.better && was.judged && !was.met && now.judged && now.met:
		of.conclusion = "порог достигнут"
	case change.better:
		of.conclusion = "улучшение"
	case change.worse:
		of.conclusion = "ухудшение"
	default:
		of.conclusion = "без изменений"
	}
	if reason == "" {
		of.same = same.words(i, true)
	} else if of.conclusion, of.reason = "оценить нельзя", reason; reason == "группа менее 10" {
		of.same = same.words(i, false)
	}
	return of
}

func (w *walk) cameWords(y *recount, id, code string) string {
	of := w.came(y, id, code)
	if of.reason != "" {
		of.conclusion += ": " + of.reason
	}
	return of.conclusion + of.same
}

// setWith is the set of the report that has a code; nil: none.
func (w *walk) setWith(code string) *recount {
	for _, y := range w.sets {
		if y.indicator(code).Code != "" {
			return y
		}
	}
	return nil
}

func (w *walk) cameCount(conclusion string) (n int) {
	for _, code := range w.set.missed() {
		if w.came(w.set, "", code).conclusion == conclusion {
			n++
		}
	}
	return n
}

// sameCount is how many of them are judged by those that told them in both years.
func (w *walk) sameCount() (n int) {
	for _, code := range w.set.missed() {
		if of := w.came(w.set, "", code); of.same != "" && of.reason == "" {
			n++
		}
	}
	return n
}

// isRestricted: results of ВПР, and what is counted of them.
func (w *walk) isRestricted(code string) bool {
	return model.Restricted(w.r.tree.Catalogue(w.r.office.Directory.Office.Folder).All())[code]
}

// joinCame are the conclusions by codes, each conclusion once.
type joinCame struct {
	order []string
	codes map[string][]string
}

func (j *joinCame) add(of recountCame, code string) {
	conclusion := of.conclusion
	if of.reason != "" {
		conclusion += " (" + of.reason + ")"
	}
	if j.codes == nil {
		j.codes = map[string][]string{}
	}
	if j.codes[conclusion] == nil {
		j.order = append(j.order, conclusion)
	}
	j.codes[conclusion] = append(j.codes[conclusion], code+of.same)
}

func (j *joinCame) words() string {
	var words []string
	for _, conclusion := range j.order {
		words = append(words, conclusion+": "+strings.Join(j.codes[conclusion], ", "))
	}
	return strings.Join(words, ";\n")
}

// institutionsRows count, by indicators, the institutions that were recommended something.
func (w *walk) institutionsRows() (rows [][]string) {
	type line struct {
		code, title string
		ids         [][2]string // with the code
	}
	var lines []line
	for _, i := range w.set.set.Indicators {
		one := line{code: i.Code, title: i.Title}
		for _, a := range w.given() {
			if pair := [2]string{a.unit, i.Code}; a.isInstitution && slices.Contains(a.codes, i.Code) && !slices.Contains(one.ids, pair) {
				one.ids = append(one.ids, pair)
			}
		}
		if len(one.ids) > 0 && !w.isRestricted(i.Code) {
			lines = append(lines, one)
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return len(b.ids) - len(a.ids) })
	if more := len(lines) - 6; more > 0 {
		rest := line{code: "–", title: fmt.Sprintf("Прочие показатели (%d)", more)}
		for _, one := range lines[6:] {
			rest.ids = append(rest.ids, one.ids...)
		}
		lines = append(lines[:6], rest)
	}
	for _, one := range lines {
		counts, reasons := map[string]int{}, map[string]int{}
		for _, pair := range one.ids {
			of := w.came(w.set, pair[0], pair[1])
			counts[of.conclusion]++
			reasons[of.reason]++
		}
		row := []string{one.code, one.title, fmt.Sprint(len(one.ids))}
		for _, c := range recountConclusions {
			row = append(row, fmt.Sprint(counts[c]))
		}
		var why []string
		for _, reason := range []string{"учреждение закрыто", "показатель не применим", "нет новых данных", "нет прежних данных", "методика изменена", "группа менее 10"} {
			if n := reasons[reason]; n > 0 {
				why = append(why, fmt.Sprintf("%d: %s", n, reason))
			}
		}
		if why != nil {
			row[len(row)-1] = strings.Join(why, ";\n")
		}
		rows = append(rows, row)
	}
	return rows
}

// crossed counts pairs of a recommendation and an indicator by status and conclusion.
func (w *walk) crossed() map[[2]string]int {
	counts := map[[2]string]int{}
	for _, a := range w.given() {
		for _, code := range a.codes {
			if a.unit != "" && w.isRestricted(code) {
				continue
			}
			conclusion := w.came(w.setWith(code), a.unit, code).conclusion
			for _, key := range [][2]string{{a.status, conclusion}, {a.status, ""}, {"", conclusion}, {"", ""}} {
				counts[key]++
			}
		}
	}
	return counts
}

// better are, of those that were carried out or of the others, how many became better and of
// how many it can be told.
func (w *walk) better(executed bool) (better, judged int) {
	for key, n := range w.crossed() {
		if isDone := key[0] == "исполнено" || key[0] == "исполнено с опозданием"; key[0] == "" || key[1] == "" || isDone != executed {
			continue
		}
		if key[1] != "оценить нельзя" {
			judged += n
		}
		if key[1] == "порог достигнут" || key[1] == "улучшение" {
			better += n
		}
	}
	return better, judged
}

func (w *walk) crossedRows() (rows [][]string) {
	counts := w.crossed()
	for _, status := range append(slices.Clone(recountStatuses), "") {
		if counts[[2]string{status, ""}] == 0 {
			continue
		}
		row := []string{capitalized(status)}
		if status == "" {
			row[0] = "Всего"
		}
		for _, c := range append(slices.Clone(recountConclusions), "") {
			row = append(row, fmt.Sprint(counts[[2]string{status, c}]))
		}
		rows = append(rows, row)
	}
	return rows
}

// recountDecision is a decision as the registers have it, or an order that none of them has.
type recountDecision struct {
	model.ManagementDecision
	register int // its year; 0: of an order
}

// decisionsTaken are those on the report's indicators, or on none, by the last day of the
// report, in the order of their days.
func (w *walk) decisionsTaken() (list []recountDecision) {
	entered := map[string]bool{}
	for _, register := range w.r.decided {
		for _, d := range register.Decisions {
			entered[d.Order] = true
			codes := d.Indicators
			if len(codes) == 0 {
				for _, b := range d.Basis {
					codes = append(codes, w.codeOf(b))
				}
			}
			if len(codes) == 0 || slices.ContainsFunc(codes, func(code string) bool { return w.setWith(code) != nil }) {
				list = append(list, recountDecision{d, register.Year})
			}
		}
	}
	for _, o := range w.r.orders {
		if !o.IsDraft() && !entered[o.ID] {
			list = append(list, recountDecision{ManagementDecision: model.ManagementDecision{Kind: "приказ", Number: o.Number, Date: o.Date, Text: o.Title}})
		}
	}
	list = slices.DeleteFunc(list, func(d recountDecision) bool {
		return d.Date.Compare(w.r.report.To) > 0 || d.Date.Compare(w.r.report.Date) > 0
	})
	slices.SortStableFunc(list, func(a, b recountDecision) int { return a.Date.Compare(b.Date) })
	return list
}

// codeOf is the indicator of a basis, «D09» or «2021/ds-3/D09».
func (w *walk) codeOf(basis string) string {
	if parts := strings.Split(basis, "/"); len(parts) > 2 {
		return parts[2]
	}
	return basis
}

// inPeriod are the decisions of the period.
func (w *walk) inPeriod() []recountDecision {
	return slices.DeleteFunc(w.decisionsTaken(), func(d recountDecision) bool { return d.Date.Compare(w.r.report.From) < 0 })
}

// recountJudged is by what a decision is judged: a code, of an institution or of the whole, from
// a year on.
type recountJudged struct {
	code, id string
	year     int
}

func (w *walk) judgedBy(d recountDecision) (list []recountJudged) {
	if d.register == 0 {
		return nil
	}
	year := d.register
	for _, b := range d.Basis {
		if parts := strings.Split(b, "/"); len(parts) > 2 {
			year = min(year, atoi(parts[0]))
		}
	}
	add := func(code, id string) {
		if one := (recountJudged{code, id, year}); w.setWith(code) != nil && !slices.Contains(list, one) && !(id != "" && w.isRestricted(code)) {
			list = append(list, one)
		}
	}
	for _, code := range d.Indicators {
		add(code, "")
	}
	if len(d.Indicators) > 0 {
		return list
	}
	for _, of := range d.Basis { // of one code together
		for _, b := range d.Basis {
			if w.codeOf(b) != w.codeOf(of) {
				continue
			}
			id := ""
			if parts := strings.Split(b, "/"); len(parts) > 2 && parts[1] != "-" {
				id = parts[1]
			}
			add(w.codeOf(b), id)
		}
	}
	return list
}

func (w *walk) nameOf(id string) string {
	if one, found := w.r.office.Institution(id); found {
		return oneLine(one.Name())
	}
	return id
}

// decisionRows are the decisions of the period.
func (w *walk) decisionRows() (rows [][]string) {
	for n, d := range w.inPeriod() {
		paper := oneLine(d.Kind)
		if d.Number != "" {
			paper += " № " + oneLine(d.Number)
		}
		status, term := "–", "–"
		if d.register > 0 {
			said := d.Outcome
			if d.OutcomeDate.Compare(w.r.report.AsOf) > 0 {
				said = ""
			}
			var overdue bool
			status, overdue = recountStatus(said, d.OutcomeDate, d.Term, w.r.report.AsOf)
			days := func(day model.Date) int { return int(day.Time().Sub(d.Term.Time()).Hours() / 24) }
			if overdue {
				status += fmt.Sprintf(", просрочено на %d", days(w.r.report.AsOf))
			} else if status == "исполнено с опозданием" {
				status += fmt.Sprintf(" на %d", days(d.OutcomeDate))
			}
		}
		if !d.Term.IsZero() {
			term = d.Term.String()
		}
		var came joinCame
		for _, j := range w.judgedBy(d) {
			code := j.code
			if j.id != "" {
				code += " (" + w.nameOf(j.id) + ")"
			}
			came.add(w.cameFrom(j), code)
		}
		about := oneLine(d.Text)
		if len(d.Basis) > 0 {
			about += "\n" + strings.Join(d.Basis, ", ")
		}
		rows = append(rows, []string{fmt.Sprint(n + 1), d.Date.String() + "\n" + paper, about, term, status, orDash(came.words())})
	}
	return rows
}

// cameFrom: what begins with the year of the report shows in the next one.
func (w *walk) cameFrom(j recountJudged) recountCame {
	y := w.setWith(j.code)
	if j.year >= y.year {
		return recountCame{conclusion: "оценить нельзя", reason: "следующего года ещё нет"}
	}
	for y.year > j.year+1 && y.before != nil {
		y = y.before
	}
	return w.came(y, j.id, j.code)
}

// decidedRows are what became of the indicators of decisions that began with the year before.
func (w *walk) decidedRows() (rows [][]string) {
	for _, d := range w.decisionsTaken() {
		for _, j := range w.judgedBy(d) {
			if j.year != w.r.report.Year-1 {
				continue
			}
			y := w.setWith(j.code)
			i := y.indicator(j.code)
			row := []string{j.code, y.before.total("", j.code).words(i), y.total("", j.code).words(i), capitalized(w.cameWords(y, j.id, j.code))}
			if j.id != "" {
				row[0] += "\n" + w.nameOf(j.id)
				row[1], row[2] = y.before.ofUnit(j.id, j.code).words(i), y.ofUnit(j.id, j.code).words(i)
			}
			rows = append(rows, row)
		}
	}
	return rows
}
