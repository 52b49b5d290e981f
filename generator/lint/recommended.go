package lint

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/russian"
)

// recommended are the rules for what is said of recommendations and of decisions.
type recommended struct {
	latest model.Date // nothing can have been done later
	found  diag.List
}

// Recommendations judges the marks on the recommendations of a year. The keys of the
// problems are those of the file: "mark[3].date".
func Recommendations(r *model.Recommendations, latest model.Date) diag.List {
	rules := recommended{latest: latest}
	if r.Date.Compare(latest) > 0 && len(r.Marks) > 0 {
		rules.day("date", r.Date, "рекомендации")
	}
	if r.AsOf.Compare(latest) > 0 {
		rules.day("as_of", r.AsOf, "рекомендации")
	}
	for i, m := range r.Marks {
		key, path := fmt.Sprintf("mark[%d]", i+1), pathOfMark(m)
		if !m.Date.IsZero() && m.Date.Compare(r.Date) < 0 {
			rules.tell("REC-DAY", key+".date", path, "проверьте год", "%s – раньше самих рекомендаций (%s)", m.Date, r.Date)
		}
		rules.day(key+".date", m.Date, path)
		rules.day(key+".entered", m.Entered, path)
		if m.Document.Date.Compare(latest) > 0 {
			rules.tell("REC-DAY", key+".document.date", path, "проверьте год", documentAhead, m.Document.Date, latest)
		}
		if m.Outcome.IsDone() && m.Document.IsEmpty() {
			rules.tell("REC-PROOF", key+".status", path, "добавьте [mark.document]: вид, номер и дату документа или ссылку", "отмечено исполнение, а подтверждающий документ не назван")
		}
		if (m.Outcome == model.OutcomeFailed || m.Outcome == model.OutcomePartly) && !model.IsReason(m.Reason) && !isTakenBack(r.Marks, i) {
			rules.tell("REC-REASON", key+".status", path, sayReason, "%s, а причина не названа", execution.RecommendationWords.Said(m.Outcome))
		}
		if k := model.LastMark(r.Marks[:i], m.Recommendation, m.Date); k >= 0 && r.Marks[k].Says(m) {
			rules.tell("REC-TWICE", key, path, "уберите одну из них", "та же отметка уже есть: запись %d", k+1)
		}
	}
	return rules.found
}

const sayReason = "впишите reason = \"…\""

// LateResponses finds what was done after its last day, which follows from the numbers, and
// does not say why; due is the last day of a recommendation, zero for none.
func LateResponses(r *model.Recommendations, due func(id string) model.Date) diag.List {
	var rules recommended
	for i, m := range r.Marks {
		last := due(m.Recommendation)
		if m.Outcome.IsDone() && !last.IsZero() && m.Date.Compare(last) > 0 && !model.IsReason(m.Reason) && !isTakenBack(r.Marks, i) {
			rules.tell("REC-REASON", fmt.Sprintf("mark[%d].date", i+1), pathOfMark(m), sayReason,
				"исполнено %s, на %s позже срока (%s), а причина не названа", m.Date, russian.Count(m.Date.DaysSince(last), "день", "дня", "дней"), last)
		}
	}
	return rules.found
}

// isTakenBack reports whether another mark of the same day was written after one: nothing
// more is asked of it, for it is never changed.
func isTakenBack(marks []model.RecommendationMark, n int) bool {
	return model.LastMark(marks, marks[n].Recommendation, marks[n].Date) > n
}

func pathOfMark(m model.RecommendationMark) string {
	if m.Recommendation == "" {
		return "отметка, у которой нет номера рекомендации"
	}
	return "отметка о рекомендации " + m.Recommendation
}

// Decisions judges the days of the decisions of a year: "decision[3].status_date". The term
// alone may be of the future.
func Decisions(r *model.DecisionRegister, latest model.Date) diag.List {
	rules := recommended{latest: latest}
	for i, d := range r.Decisions {
		key, path := fmt.Sprintf("decision[%d]", i+1), "решение "+d.ID
		rules.day(key+".date", d.Date, path)
		rules.day(key+".status_date", d.OutcomeDate, path)
	}
	return rules.found
}

func (r *recommended) day(key string, day model.Date, path string) {
	if day.Compare(r.latest) > 0 {
		r.tell("REC-DAY", key, path, "отмечают то, что уже было; проверьте год", "%s ещё не наступило (сегодня %s)", day, r.latest)
	}
}

func (r *recommended) tell(code, key, path, hint, format string, args ...any) {
	r.found.Add(diag.Problem{Severity: severities[code], Code: code, Key: key, Path: path, Text: fmt.Sprintf(format, args...), Hint: hint})
}
