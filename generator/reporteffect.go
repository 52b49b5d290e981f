package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/effect"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

// What became of what was below its norm, was recommended, or was decided the year before.

// effectOf is what became of an indicator since the year before.
func (s *reportSet) effectOf(code, id string) decisionEffect {
	subject, name := subjectOf(s.office, id)
	return decisionEffect{effect.Of(code, subject, s.Before[0], s.Consolidation), code, id, name, s.Before[0].Year}
}

// effectsOf are those of a recommendation of the year before, by the indicators of the report.
func (w *reportWriter) effectsOf(one *recommendation.Recommendation) (list []decisionEffect) {
	for _, code := range codesOf(one) {
		if s := w.setOf(code); s != nil {
			f := s.effectOf(code, one.Unit)
			f.Unit = "" // the recommendation names it
			list = append(list, f)
		}
	}
	return list
}

// conclusionWords are a conclusion beside values that are bold where they miss the norm.
func conclusionWords(e effect.Effect) string {
	if e.Conclusion == effect.Unknown {
		return effectWords(e)
	}
	return string(e.Conclusion) + inBrackets(sameWords(e))
}

func (w *reportWriter) effect(section *sectionView) *effectView {
	if section == nil {
		return nil
	}
	view := &effectView{sectionView: *section}
	given := w.issuedBefore()
	for n, s := range w.sets {
		set := w.effectOf(s, n+1)
		if t := w.institutionsTable(s, n+1, given); t != nil {
			set.Institutions = w.add(t)
		}
		view.Sets = append(view.Sets, set)
	}
	if given != nil {
		w.cross(view, given)
	}
	if t := w.decidedTable(); t != nil {
		view.Decisions = w.add(t)
	}
	return view
}

// effectOf compares, for each total below its norm the year before, the two years.
func (w *reportWriter) effectOf(s *reportSet, n int) effectSet {
	set := effectSet{Of: w.of(s)}
	if len(s.Before) == 0 {
		return set
	}
	before := s.Before[0]
	set.Before = before.Year
	t := &doc.Table{Name: s.name("effect", n), Caption: fmt.Sprintf("Показатели, порог которых в %d году не был достигнут", before.Year) + w.apart(s), Columns: []doc.Column{
		{Header: "Код", Align: doc.Centre, Middle: true}, {Header: "Показатель, единица измерения", Middle: true, Min: 52},
		{Header: fmt.Sprint(before.Year), Align: doc.Centre, Middle: true, Name: columnYear(before.Year), Min: 17}, {Header: fmt.Sprint(s.Year), Align: doc.Centre, Middle: true, Name: columnYear(s.Year), Min: 17},
		{Header: "+/–", Align: doc.Centre, Middle: true}, {Header: fmt.Sprintf("Ниже порога, учр., %d", before.Year), Align: doc.Centre, Middle: true},
		{Header: fmt.Sprintf("Ниже порога, учр., %d", s.Year), Align: doc.Centre, Middle: true}, {Header: "Вывод", Middle: true, Name: "outcome", Min: 36}}}
	counts := map[effect.Conclusion]int{}
	restricted := w.restricted()
	for _, row := range before.Rows {
		i := row.Indicator
		at, found := s.Row(i.Code)
		if row.Whole.Judged {
			set.Judged++
		}
		if !missesNorm(row) || !found {
			continue
		}
		f := s.effectOf(i.Code, "")
		counts[f.Conclusion]++
		if f.Same != nil && f.Conclusion != effect.Unknown {
			set.InBoth++
		}
		wereBelow, areBelow := below(row), below(s.Rows[at])
		if restricted[i.Code] {
			wereBelow, areBelow = doc.Cell{Text: "–"}, doc.Cell{Text: "–"}
		}
		t.Rows = append(t.Rows, doc.Row{Cells: append(append(textCells(i.Code, titled(i)), s.total(i, before), s.total(i, s.Consolidation), s.change(at)),
			wereBelow, areBelow, doc.Cell{Text: capitalized(conclusionWords(f.Effect))})})
	}
	set.Reached, set.Better, set.Same, set.Worse, set.Unknown = counts[effect.Reached], counts[effect.Improved], counts[effect.Alike], counts[effect.Worse], counts[effect.Unknown]
	if set.All = len(t.Rows); set.All > 0 {
		set.Table = w.add(t)
	}
	return set
}

// below counts the units that do not meet the norm.
func below(row consolidation.Row) doc.Cell {
	judged, met := 0, 0
	for _, c := range row.Units {
		if c.Judged && !row.IsFew(&c) {
			judged++
			if c.Level.Met {
				met++
			}
		}
	}
	if judged == 0 {
		return doc.Cell{Text: "–"}
	}
	return countCell(judged - met)
}

// institutionsTable counts the institutions that were recommended something by an indicator,
// by what became of it there; nil where there are none. By results of ВПР they are not
// counted: nobody is told apart by them.
func (w *reportWriter) institutionsTable(s *reportSet, n int, given *reportedAdvice) *doc.Table {
	if given == nil {
		return nil
	}
	of := map[string][]string{} // IDs of institutions, by code
	for _, one := range given.list {
		for _, code := range codesOf(one) {
			if one.Subject == model.OfInstitution && !slices.Contains(of[code], one.Unit) {
				of[code] = append(of[code], one.Unit)
			}
		}
	}
	t := &doc.Table{Name: s.name("institutions", n), Caption: fmt.Sprintf("Учреждения, получившие рекомендации по итогам %d года: что стало с показателями", given.year) + w.apart(s), Columns: []doc.Column{
		{Header: "Код", Align: doc.Centre, Middle: true}, {Header: "Показатель", Middle: true, Min: 54}, {Header: "Всего", Align: doc.Centre, Middle: true},
		{Header: "Порог достигнут", Align: doc.Centre, Middle: true}, {Header: "Лучше", Align: doc.Centre, Middle: true}, {Header: "Так же", Align: doc.Centre, Middle: true},
		{Header: "Хуже", Align: doc.Centre, Middle: true}, {Header: "Нельзя оценить", Align: doc.Centre, Middle: true, Width: 30}}} // as effect.Conclusions stand
	restricted := w.restricted()
	var told []toldOfMany
	for _, row := range s.Rows {
		if i := row.Indicator; len(of[i.Code]) > 0 && !restricted[i.Code] {
			one := toldOfMany{code: i.Code, title: oneLine(i.Title)}
			for _, id := range of[i.Code] {
				one.effects = append(one.effects, s.effectOf(i.Code, id))
			}
			told = append(told, one)
		}
	}
	if len(told) == 0 {
		return nil
	}
	slices.SortStableFunc(told, func(a, b toldOfMany) int { return cmp.Compare(len(b.effects), len(a.effects)) })
	if more := len(told) - shownOfMany; more > 0 {
		rest := toldOfMany{code: "–", title: fmt.Sprintf("Прочие показатели (%d)", more)}
		for _, one := range told[shownOfMany:] {
			rest.effects = append(rest.effects, one.effects...)
		}
		told = append(told[:shownOfMany], rest)
	}
	for _, one := range told {
		t.Rows = append(t.Rows, one.row())
	}
	return t
}

// toldOfMany is what became of an indicator in several institutions.
type toldOfMany struct {
	code, title string
	effects     []decisionEffect
}

func (m toldOfMany) row() doc.Row {
	counts, reasons := map[effect.Conclusion]int{}, map[effect.Reason]int{}
	for _, f := range m.effects {
		counts[f.Conclusion]++
		reasons[f.Reason]++
	}
	cells := append(textCells(m.code, m.title), countCell(len(m.effects)))
	for _, c := range effect.Conclusions {
		cells = append(cells, countCell(counts[c]))
	}
	if why := whyUnknown(reasons); why != "" {
		cells[len(cells)-1] = doc.Cell{Text: why}
	}
	return doc.Row{Cells: cells}
}

// whyUnknown are the reasons of what cannot be told: «3: нет новых данных».
func whyUnknown(reasons map[effect.Reason]int) string {
	var why []string
	for _, r := range effect.Reasons {
		if n := reasons[r]; n > 0 {
			why = append(why, fmt.Sprintf("%d: %s", n, r))
		}
	}
	return strings.Join(why, ";\n")
}

// cross lays the conclusions beside how the recommendations were carried out. A recommendation
// is counted once for each of its indicators, but for results of ВПР of an institution.
func (w *reportWriter) cross(view *effectView, given *reportedAdvice) {
	counts, restricted := map[execution.Status]map[effect.Conclusion]int{}, w.restricted()
	for _, one := range given.list {
		status := given.stands(one).Status
		for _, f := range w.effectsOf(one) {
			if f.ID != "" && restricted[f.Code] {
				continue
			}
			if counts[status] == nil {
				counts[status] = map[effect.Conclusion]int{}
			}
			counts[status][f.Conclusion]++
			if f.Conclusion == effect.Unknown {
				continue
			}
			of := &view.Others
			if isExecuted(status) {
				of = &view.Executed
			}
			of.Judged++
			if f.Conclusion == effect.Reached || f.Conclusion == effect.Improved {
				of.Better++
			}
		}
	}
	t := &doc.Table{Name: "crossed", Caption: fmt.Sprintf("Исполнение рекомендаций по итогам %d года и изменение показателей (пары «рекомендация – показатель»)", given.year), Columns: []doc.Column{{Header: "Рекомендация", Middle: true, Min: 40}}}
	for _, c := range effect.Conclusions {
		t.Columns = append(t.Columns, doc.Column{Header: capitalized(string(c)), Align: doc.Centre, Middle: true})
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Всего", Align: doc.Centre, Middle: true})
	totals := make([]int, len(effect.Conclusions)+1)
	for _, s := range execution.PlainStatuses {
		if counts[s] == nil {
			continue
		}
		cells, all := textCells(capitalized(string(s))), 0
		for n, c := range effect.Conclusions {
			cells = append(cells, countCell(counts[s][c]))
			all += counts[s][c]
			totals[n] += counts[s][c]
		}
		totals[len(totals)-1] += all
		t.Rows = append(t.Rows, doc.Row{Cells: append(cells, countCell(all))})
	}
	if len(t.Rows) == 0 {
		return
	}
	total := doc.Row{Total: true, Cells: textCells("Всего")}
	for _, n := range totals {
		total.Cells = append(total.Cells, countCell(n))
	}
	t.Rows = append(t.Rows, total)
	view.Crossed = w.add(t)
}

// isExecuted: a recommendation was carried out as a whole, in time or not.
func isExecuted(s execution.Status) bool { return s == execution.Done || s == execution.DoneLate }
