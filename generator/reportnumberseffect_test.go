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
