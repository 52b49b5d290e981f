package generator

import (
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/recommendation"
)

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
			case row.IsFew(&row.Whole):
			case missesNorm(row):
				set.Weak = append(set.Weak, title)
			case row.Whole.Judged && s.outcome(n) == becameBetter:
				set.Strong = append(set.Strong, title)
			}
		}
		set.Tasks, set.More = w.tasks(s)
		view.Sets = append(view.Sets, set)
	}
	return view
}

// tasks are what is recommended by this year to those who answer for all institutions, and
// to their heads what most of them are recommended; who is meant stands in their own papers.
func (w *reportWriter) tasks(s *reportSet) (tasks []taskView, more int) {
	a := w.advice(w.report.Year, w.report.Date)
	if a == nil {
		return nil, 0
	}
	var list []*recommendation.Recommendation
	for _, one := range a.list {
		if w.firstSet(one) == s && slices.Contains([]model.AddresseeKind{model.ToOffice, model.ToMethodical, model.ToHead}, one.To) {
			list = append(list, one)
		}
	}
	toHeads := 0
	for _, r := range a.remedies(list) {
		task := taskView{Text: lowerFirst(oneLine(r.Text)), Addressee: oneLine(r.Addressee), Term: oneLine(r.Term.Words), Of: strings.Join(r.codes, ", ")}
		if r.Subject == model.OfInstitution {
			task.Institutions = r.given
		}
		if r.To == model.ToHead {
			toHeads++
		}
		if toHeads <= shownOfMany {
			tasks = append(tasks, task)
		}
	}
	if last := len(tasks) - 1; last >= 0 {
		tasks[last].Last = true
	}
	return tasks, max(0, toHeads-shownOfMany)
}

// firstSet is the set of the report that a recommendation belongs to.
func (r *reporting) firstSet(one *recommendation.Recommendation) *reportSet {
	for _, code := range codesOf(one) {
		if s := r.setOf(code); s != nil {
			return s
		}
	}
	return nil
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
