package lint

import (
	"fmt"

	"doklad/generator/diag"
	"doklad/generator/model"
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
		key, path := fmt.Sprintf("mark[%d]", i+1), "отметка о рекомендации "+m.Recommendation
		if !m.Date.IsZero() && m.Date.Compare(r.Date) < 0 {
			rules.tell("REC-DAY", key+".date", path, "проверьте год", "%s – раньше самих рекомендаций (%s)", m.Date, r.Date)
		}
		rules.day(key+".date", m.Date, path)
		rules.day(key+".entered", m.Entered, path)
		if m.Outcome.IsDone() && m.Document.IsEmpty() {
			rules.tell("REC-PROOF", key+".status", path, "добавьте [mark.document]: вид, номер и дату документа или ссылку", "отмечено исполнение, а подтверждающий документ не назван")
		}
		for k, earlier := range r.Marks[:i] {
			if earlier.Says(m) {
				rules.tell("REC-TWICE", key, path, "уберите одну из них", "та же отметка уже есть: запись %d", k+1)
				break
			}
		}
	}
	return rules.found
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
