package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/model"
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
		if !cell.Judged || cell.Level.Met || cell.Small {
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
	case now.Small:
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
	view := &decisionsView{sectionView: *section}
	t := &doc.Table{Name: "decisions", Caption: "Приказы отчётного периода", Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Дата", Align: doc.Centre}, {Header: "Номер", Align: doc.Centre}, {Header: "О чём", Min: 70}, {Header: "Дорожная карта"}}}
	orders := slices.Clone(w.orders)
	slices.SortStableFunc(orders, func(a, b *source.Order) int { return a.Date.Compare(b.Date) })
	for _, o := range orders {
		if o.Unreadable || o.IsDraft() || o.Date.Compare(w.report.From) < 0 || o.Date.Compare(w.report.To) > 0 {
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
		{Header: fmt.Sprint(before.Year), Align: doc.Centre, Middle: true, Name: columnYear(before.Year)}, {Header: fmt.Sprint(s.Year), Align: doc.Centre, Middle: true, Name: columnYear(s.Year)},
		{Header: "+/–", Align: doc.Centre, Middle: true}, {Header: fmt.Sprintf("Ниже порога, учр., %d", before.Year), Align: doc.Centre, Middle: true},
		{Header: fmt.Sprintf("Ниже порога, учр., %d", s.Year), Align: doc.Centre, Middle: true}, {Header: "Вывод", Middle: true, Name: "outcome", Min: 24}}}
	for _, row := range before.Rows {
		cell, i := row.Whole, row.Indicator
		at, found := s.Row(i.Code)
		if !cell.Judged || cell.Level.Met || !found {
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
		if c.Judged {
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

// conclusions are what was reached, what was not, and what is to be done about it.
func (w *reportWriter) conclusions(section *sectionView) *conclusionsView {
	if section == nil {
		return nil
	}
	view := &conclusionsView{sectionView: *section}
	for _, s := range w.sets {
		set := conclusionsSet{Of: w.of(s)}
		set.Judged, set.Met = s.met()
		for n, row := range s.Rows {
			title := quotedTitle(row.Indicator)
			switch {
			case row.Indicator.Direction == model.Neutral || !row.Whole.Concerned:
			case row.Whole.State == model.Missing:
				set.Missing = append(set.Missing, title)
			case row.Whole.Judged && !row.Whole.Level.Met:
				set.Weak = append(set.Weak, title)
			case row.Whole.Judged && s.outcome(n) == becameBetter:
				set.Strong = append(set.Strong, title)
			}
		}
		for _, m := range measuresOf(s.Consolidation) {
			var of []string
			for _, row := range m.rows {
				of = append(of, s.Rows[row].Indicator.Code)
			}
			set.Tasks = append(set.Tasks, taskView{Text: lowerFirst(oneLine(m.Text)), Addressee: oneLine(m.Addressee), Term: oneLine(m.Term), Of: strings.Join(of, ", ")})
		}
		if last := len(set.Tasks) - 1; last >= 0 {
			set.Tasks[last].Last = true
		}
		view.Sets = append(view.Sets, set)
	}
	return view
}

// appendices are the consolidations as they stand in their own papers.
func (w *reportWriter) appendices(section *sectionView) *appendicesView {
	if section == nil {
		return nil
	}
	view := &appendicesView{sectionView: *section}
	for n, s := range w.sets {
		name := func(of string) string { return s.name(of, n+1) }
		appendix := appendixSet{Number: n + 1, Title: "Свод: " + lowerFirst(oneLine(s.set.Title))}
		appendix.Totals = w.add(s.appendixTotals(name("totals"), "Показатели: итоги", true))
		appendix.Told = w.add(s.appendixTotals(name("told"), "Исходные данные: итоги", false))
		for k, units := range s.chunks() {
			appendix.Units = append(appendix.Units, w.add(s.appendixUnits(s.name("units", k+1), units)))
		}
		completeness := s.completenessTable()
		completeness.Name = name(completenessName)
		appendix.Completeness = w.add(completeness)
		view.Sets = append(view.Sets, appendix)
	}
	return view
}

// appendixTotals has the clusters and the whole of the year, where they stand in the свод.
func (s *reportSet) appendixTotals(name, caption string, judged bool) *doc.Table {
	t := &doc.Table{Name: name, Caption: caption, Columns: leading()}
	if judged {
		t.Columns = append(t.Columns, doc.Column{Header: "Порог", Align: doc.Centre, Middle: true})
	}
	for _, k := range s.Clusters {
		t.Columns = append(t.Columns, doc.Column{Header: k.Name, Align: doc.Centre, Middle: true})
	}
	t.Columns = append(t.Columns, doc.Column{Header: s.Whole, Align: doc.Centre, Middle: true})
	for _, row := range s.Rows {
		i := row.Indicator
		if judged == (i.Direction == model.Neutral) || !row.Whole.Concerned {
			continue
		}
		cells := leadingCells(i)
		if judged {
			cells = append(cells, doc.Cell{Text: orDash(normText(i, s.Year))})
		}
		for k, cell := range row.Clusters {
			cells = append(cells, shown(i, cell, s.cells.cluster(i.Code, k)))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: append(cells, s.total(i, s.Consolidation))})
	}
	return t
}

// appendixUnits has what is judged, by some of the units.
func (s *reportSet) appendixUnits(name string, units []int) *doc.Table {
	t := s.unitsTable(name, units)
	n := 0
	for _, row := range s.Rows {
		if n == len(t.Rows) || t.Rows[n].Cells[0].Text != row.Indicator.Code {
			continue
		}
		for k, u := range units {
			t.Rows[n].Cells[len(leading())+k] = shown(row.Indicator, row.Units[u], s.cells.unit(row.Indicator.Code, u))
		}
		n++
	}
	return t
}
