package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/model"
)

// What became of the indicators of decisions, from the recount alone.

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
