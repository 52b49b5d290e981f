package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// What followed from the year before, and what follows from this one. A recommendation is
// the criterion of an indicator whose total did not meet its norm; whether it helped is told
// by the values of the two years, and not where they cannot be compared.

// measure is a recommendation with the indicators that it follows from.
type measure struct {
	model.Criterion
	rows []int // of the consolidation that it follows from
}

// measuresOf are the recommendations that follow from a consolidation: the same one to the
// same addressee is given once. Teachers and parents are told by their institutions, not by
// a report on all of them.
func measuresOf(c *consolidation.Consolidation) (list []measure) {
	for n, row := range c.Rows {
		cell := row.Whole
		if !cell.Judged || cell.Level.Met || isSmallShare(row) {
			continue
		}
		for _, criterion := range row.Indicator.CriteriaOf(cell.Level) {
			if to := criterion.AddresseeOf(row.Indicator); to == model.ToTeachers || to == model.ToParents {
				continue
			}
			at := slices.IndexFunc(list, func(m measure) bool {
				return m.Text == criterion.Text && m.Addressee == criterion.Addressee && m.Term == criterion.Term
			})
			if at < 0 {
				at = len(list)
				list = append(list, measure{Criterion: criterion})
			}
			list[at].rows = append(list[at].rows, n)
		}
	}
	return list
}

// helped says what became of an indicator that was below its norm the year before.
type helped int

const (
	reachedNorm helped = iota
	gotBetter
	gotNoBetter
	gotWorse
	cannotTell
)

var helpedWords = []string{"порог достигнут", "улучшение", "без изменений", "ухудшение", "оценить нельзя"}

// helpedBy judges by the totals of the two years.
func (s *reportSet) helpedBy(code string) (helped, string) {
	n, found := s.Row(code)
	if !found {
		return cannotTell, "показателя больше нет"
	}
	now, change := s.Rows[n].Whole, s.WholeChange(n)
	switch {
	case change.Note != "":
		return cannotTell, "методика изменена"
	case change.Partial:
		return cannotTell, "данные неполные"
	case !now.IsKnown():
		return cannotTell, "нет данных за " + fmt.Sprint(s.Year)
	case s.isSmall(n):
		return cannotTell, "группа менее 10"
	case now.Judged && now.Level.Met:
		return reachedNorm, ""
	case !change.Known:
		return cannotTell, "нет данных за прошлый год"
	case change.Better:
		return gotBetter, ""
	case change.Worse:
		return gotWorse, ""
	}
	return gotNoBetter, ""
}

func (s *reportSet) helpedText(code string) string {
	h, why := s.helpedBy(code)
	if why != "" {
		return helpedWords[h] + ": " + why
	}
	return helpedWords[h]
}

func (w *reportWriter) recommendations(section *sectionView) *recommendationsView {
	if section == nil {
		return nil
	}
	view := &recommendationsView{sectionView: *section}
	for n, s := range w.sets {
		set := recommendationsSet{Of: w.of(s)}
		if len(s.Before) > 0 {
			before := s.Before[0]
			set.Before = before.Year
			t := &doc.Table{Name: s.name("recommendations", n+1), Caption: fmt.Sprintf("Рекомендации по итогам %d года", before.Year) + w.apart(s), Columns: []doc.Column{
				{Header: "№", Align: doc.Centre}, {Header: "Рекомендация", Min: 55}, {Header: "Кому и срок", Min: 35}, {Header: fmt.Sprintf("Итог %d года по показателям", s.Year), Min: 35}}}
			for k, m := range measuresOf(before) {
				var came []string
				for _, row := range m.rows {
					code := before.Rows[row].Indicator.Code
					came = append(came, code+" – "+s.helpedText(code))
				}
				t.Rows = append(t.Rows, doc.Row{Cells: append([]doc.Cell{countCell(k + 1)}, textCells(oneLine(m.Text), strings.TrimSuffix(capitalized(oneLine(m.Addressee))+", "+oneLine(m.Term), ", "), strings.Join(came, ";\n"))...)})
			}
			if set.Count = len(t.Rows); set.Count > 0 {
				set.Table = w.add(t)
			}
		}
		view.Sets = append(view.Sets, set)
	}
	return view
}

// decisions are the orders that were signed in the period.
func (w *reportWriter) decisions(section *sectionView) *decisionsView {
	if section == nil {
		return nil
	}
	until := w.report.To
	if day := w.report.Date; !day.IsZero() && day.Compare(until) < 0 {
		until = day
	}
	view := &decisionsView{sectionView: *section, Until: russian.LongDate(until.Time())}
	t := &doc.Table{Name: "decisions", Caption: "Приказы отчётного периода", Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Дата", Align: doc.Centre}, {Header: "Номер", Align: doc.Centre}, {Header: "О чём", Min: 70}, {Header: "Дорожная карта"}}}
	orders := slices.Clone(w.orders)
	slices.SortStableFunc(orders, func(a, b *source.Order) int { return a.Date.Compare(b.Date) })
	for _, o := range orders {
		if o.Unreadable || o.IsDraft() || o.Date.Compare(w.report.From) < 0 || o.Date.Compare(until) > 0 {
			continue
		}
		roadmap := "–"
		if isCarried(o) {
			roadmap = "есть"
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{countCell(len(t.Rows) + 1), dayCell(o.Date), {Text: oneLine(o.Number)}, {Text: oneLine(o.Title)}, {Text: roadmap}}})
	}
	if view.Count = len(t.Rows); view.Count > 0 {
		view.Table = w.add(t)
	}
	return view
}

// effect compares, for each indicator below its norm the year before, the two years.
func (w *reportWriter) effect(section *sectionView) *effectView {
	if section == nil {
		return nil
	}
	view := &effectView{sectionView: *section}
	for n, s := range w.sets {
		view.Sets = append(view.Sets, w.effectOf(s, n+1))
	}
	return view
}

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
		{Header: fmt.Sprintf("Ниже порога, учр., %d", s.Year), Align: doc.Centre, Middle: true}, {Header: "Вывод", Middle: true, Name: "outcome", Min: 24}}}
	for _, row := range before.Rows {
		cell, i := row.Whole, row.Indicator
		at, found := s.Row(i.Code)
		if cell.Judged {
			set.Judged++
		}
		if !cell.Judged || cell.Level.Met || !found || isSmallShare(row) {
			continue
		}
		h, _ := s.helpedBy(i.Code)
		*[]*int{&set.Reached, &set.Better, &set.Same, &set.Worse, &set.Unknown}[h]++
		set.All++
		t.Rows = append(t.Rows, doc.Row{Cells: append(append(textCells(i.Code, titled(i)), s.total(i, before), s.total(i, s.Consolidation), s.change(at)),
			below(row), below(s.Rows[at]), doc.Cell{Text: capitalized(s.helpedText(i.Code))})})
	}
	if set.All > 0 {
		set.Table = w.add(t)
	}
	return set
}

// below counts the units that do not meet the norm.
func below(row consolidation.Row) doc.Cell {
	judged, met := 0, 0
	for _, c := range row.Units {
		if c.Judged && !c.Small {
			judged++
			if c.Level.Met {
				met++
			}
		}
	}
	if judged == 0 || row.Indicator.Unranked != "" {
		return doc.Cell{Text: "–"}
	}
	return countCell(judged - met)
}
