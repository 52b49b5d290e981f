package generator

import (
	"fmt"
	"slices"

	"doklad/generator/diag"
	"doklad/generator/execution"
	"doklad/generator/form"
	"doklad/generator/lint"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/source"
)

// openedAdvice is the recommendations of a year with their record, ready for new marks.
type openedAdvice struct {
	recordText
	advised *recommended
	after   *source.Recommendations // what the text says
	marks   map[string][]*model.ProgressEntry
}

// openAdvice counts the recommendations of a year and reads the text of their record. Those
// that were not issued cannot be marked.
func (g Generator) openAdvice(place RecordPlace) (*openedAdvice, diag.List, error) {
	tree := source.Open(g.Data, g.Common)
	office, known := tree.OfficeIn(place.Office)
	if !known {
		return nil, nil, fmt.Errorf("папки организации «%s» нет", place.Office)
	}
	c := newCollector(tree)
	advised := c.recommended(office, tree.Orders(office), place.Year, g.Today)
	if faults := slices.Concat(advised.unsound, advised.record.Problems); faults.HasErrors() {
		return nil, faults.Sort(), nil
	}
	if advised.record.Date.IsZero() {
		return nil, diag.List{diag.Errorf("", "рекомендации по итогам %d года не выданы: отмечать нечего", place.Year).
			WithHint("впишите в этот файл (если его нет, создайте его): year = %d, date – день, когда они подписаны, и signatory – кто подписал", place.Year)}.In(place.File), nil
	}
	before, problems := tree.RecommendationsBytes(place.Office, place.Year)
	return &openedAdvice{recordText: recordText{kind: adviceKind, office: office, at: place, latest: g.latest(), before: before}, advised: advised}, problems, nil
}

func (r *openedAdvice) readText(raw []byte) *source.Recommendations {
	return r.advised.named(r.advised.tree.RecommendationsIn(r.office, r.advised.orders, r.at.File, raw))
}

func (r *openedAdvice) read() diag.List {
	r.after = r.readText(r.before)
	r.marks = map[string][]*model.ProgressEntry{}
	for _, m := range r.after.Marks {
		e := entryOf(m)
		r.marks[m.Recommendation] = append(r.marks[m.Recommendation], &e)
	}
	return r.after.Problems
}

// entryOf tells a mark on a recommendation as one on an activity, and markOf takes it back.
func entryOf(m model.RecommendationMark) model.ProgressEntry {
	e := model.ProgressEntry{Activity: m.Recommendation, Outcome: m.Outcome, Date: m.Date, Reason: m.Reason, By: m.By, Entered: m.Entered}
	if !m.Document.IsEmpty() {
		e.Evidence = []model.Evidence{m.Document}
	}
	return e
}

func markOf(e model.ProgressEntry) model.RecommendationMark {
	m := model.RecommendationMark{Recommendation: e.Activity, Outcome: e.Outcome, Date: e.Date, Reason: e.Reason, By: e.By, Entered: e.Entered}
	if len(e.Evidence) > 0 {
		m.Document = e.Evidence[0]
	}
	return m
}

// record puts marks on recommendations. What is on record is not put there again.
func (r *openedAdvice) record(entries []model.ProgressEntry) ([]Recorded, diag.List, error) {
	r.read() // its faults are told with the new text
	before := r.after.Marks
	var marks []model.RecommendationMark
	var fresh []model.ProgressEntry
	for _, e := range entries {
		if _, known := r.advised.recommendation(e.Activity); !known {
			return nil, nil, r.advised.unknown(e.Activity)
		}
		if m := markOf(e); !saidLast(before, m) {
			marks, fresh = append(marks, m), append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return r.recorded(entries, before), nil, nil
	}
	problems := r.checkTellers(fresh)
	refused := addMarks(&r.recordText, marks, source.AppendMarks, func(raw []byte) readMarks[model.RecommendationMark] {
		r.after = r.readText(raw)
		return readMarks[model.RecommendationMark]{r.after.Name, r.after.Marks, r.after.Problems, r.after.Unreadable}
	}, func(a, b model.RecommendationMark) bool { return a == b })
	if problems = append(problems, refused...); problems.HasErrors() {
		return nil, r.named(problems, fresh), nil
	}
	judged := append(lint.Recommendations(r.after.Recommendations, r.latest), lint.LateResponses(r.after.Recommendations, r.advised.lastDay)...)
	found := append(r.ofNew(r.after.Problems), r.after.File.Locate(r.ofNew(judged))...)
	if found.HasErrors() {
		return nil, r.named(r.renumbered(found), fresh), nil
	}
	return r.recorded(entries, before), found.In(r.after.Name).Sort(), nil
}

// recorded tells of each mark how its recommendation stands by it, and by all; before are
// the marks that were there.
func (r *openedAdvice) recorded(entries []model.ProgressEntry, before []model.RecommendationMark) (list []Recorded) {
	of := execution.MarksOf(r.after.Marks)
	for _, e := range entries {
		m, due := markOf(e), r.advised.lastDay(e.Activity)
		list = append(list, Recorded{Entry: e, Activity: e.Activity, IsRecommendation: true, Known: saidLast(before, m), Due: due,
			Status: execution.Respond([]model.RecommendationMark{m}, due, m.Date).Status, Now: execution.Respond(of[e.Activity], due, r.latest).Status})
	}
	return list
}

// saidLast reports whether a mark says what the last one of its day does.
func saidLast(marks []model.RecommendationMark, m model.RecommendationMark) bool {
	n := model.LastMark(marks, m.Recommendation, m.Date)
	return n >= 0 && marks[n].Says(m)
}

// adviceSum is that of what a row of a form asks about.
func adviceSum(one *recommendation.Recommendation) string {
	return form.Sum(one.ID, form.Clean(one.Text), form.Clean(one.Term.Words))
}

// sum is that of all recommendations.
func (r *recommended) sum() string {
	var sums []string
	for n := range r.list {
		sums = append(sums, adviceSum(&r.list[n]))
	}
	return form.Sum(sums...)
}

func (r *openedAdvice) sum() string { return r.advised.sum() }

func (r *openedAdvice) since() model.Date { return r.advised.record.Date }

// find finds the recommendation of a row.
func (r *openedAdvice) find(row *filledRow) *diag.Problem {
	one, known := r.advised.recommendation(row.id)
	switch {
	case !known:
		return row.fault(markWhat, r.kind.anew(row.form.Passport.Subject), "рекомендации %s из чисел %d года не следует или больше не следует", row.id, r.at.Year)
	case adviceSum(one) != row.sum:
		return row.fault(markWhat, r.kind.anew(row.form.Passport.Subject), "рекомендация %s или её срок изменились с тех пор, как форма сделана (%s)", row.id, row.form.Passport.Made)
	}
	row.at[0] = slices.IndexFunc(r.advised.list, func(of recommendation.Recommendation) bool { return of.ID == row.id })
	// One text is recommended to many: the number and the institution tell whose row it is.
	for _, shown := range []struct{ column, words string }{{markID, one.ID}, {markBodies, oneLine(one.Name)}, {markWhat, one.Text}} {
		if p := row.isMixed(shown.column, shown.words, "рекомендации "+row.id); p != nil {
			return p
		}
	}
	return nil
}

// judge tells what a recommendation demands of its mark: what is of no use any more says
// why, a document can be found again.
func (r *openedAdvice) judge(row *filledRow, add func(column, hint, text string, args ...any)) {
	e := row.mark.entry(shownBefore(r.marksOn(row, ""), row.base))
	if e.Outcome == model.OutcomeVoid && !model.IsReason(e.Reason) {
		add(markReason, "впишите причину словами", "не сказано, почему рекомендация не актуальна")
	}
	if d := markOf(e).Document; !d.IsEmpty() && d.Number == "" && d.Link == "" && d.File == "" {
		add(markNumber, "впишите номер документа или ссылку на него", "у документа нет ни номера, ни ссылки: его не найти")
	}
}

// occurrence: a recommendation is carried out once, and waits for nothing.
func (r *openedAdvice) occurrence(*filledRow, map[string]bool) (string, *model.ProgressEntry) {
	return "", nil
}

func (r *openedAdvice) marksOn(row *filledRow, _ string) []*model.ProgressEntry {
	return r.marks[row.id]
}

func (r *openedAdvice) inForce(row *filledRow, _ string) *model.ProgressEntry {
	var marks []model.RecommendationMark
	for _, e := range r.marks[row.id] {
		marks = append(marks, markOf(*e))
	}
	now := execution.Respond(marks, model.Date{}, r.latest).Mark
	if now == nil {
		return nil
	}
	e := entryOf(*now)
	return &e
}
