package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/diag"
	"doklad/generator/doc"
	"doklad/generator/model"
	"doklad/generator/russian"
	"doklad/generator/source"
)

// until is the last day that a report tells of: nothing is decided after it.
func (r *reporting) until() model.Date {
	if day := r.report.Date; day.Compare(r.report.To) < 0 {
		return day
	}
	return r.report.To
}

// taken are the decisions that were taken by the last day of the report on its indicators, or
// on none, and the signed orders that no register has, by their days. They stand as on the
// day of the report, whose year is the last that their effect is told by.
func (r *reporting) taken() (list []registerEntry) {
	entered := map[string]bool{}
	for _, read := range r.decided {
		register := *read
		register.latest = r.report.Year
		for _, e := range register.entries(r.report.AsOf) {
			if e.Order != "" {
				entered[e.Order] = true
			}
			codes := e.JudgedBy()
			if e.Date.Compare(r.until()) > 0 || len(codes) > 0 && !slices.ContainsFunc(codes, func(code string) bool { return r.setOf(code) != nil }) {
				continue
			}
			e.effects = slices.DeleteFunc(e.effects, func(f decisionEffect) bool { return r.setOf(f.Code) == nil || f.ID != "" && r.restricted()[f.Code] })
			list = append(list, e)
		}
	}
	for _, o := range r.orders {
		if !o.Unreadable && !o.IsDraft() && !entered[o.ID] && o.Date.Compare(r.until()) <= 0 {
			list = append(list, registerEntry{ManagementDecision: orderAsDecision(o)})
		}
	}
	slices.SortStableFunc(list, func(a, b registerEntry) int { return a.Date.Compare(b.Date) })
	return list
}

// orderAsDecision is an order of which no register says anything.
func orderAsDecision(o *source.Order) model.ManagementDecision {
	return model.ManagementDecision{Order: o.ID, Kind: model.DecisionOrder, Date: o.Date, Number: o.Number, Text: o.Title}
}

// restricted are the codes of results by which institutions are not told apart.
func (r *reporting) restricted() map[string]bool {
	return model.Restricted(r.tree.Catalogue(r.office.Directory.Office.Folder).All())
}

// decisions are those that were taken in the period.
func (w *reportWriter) decisions(section *sectionView) *decisionsView {
	if section == nil {
		return nil
	}
	view := &decisionsView{sectionView: *section, Until: russian.LongDate(w.until().Time())}
	t := &doc.Table{Name: "decisions", Caption: "Решения отчётного периода", Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Дата, вид и номер", Width: 30}, {Header: "О чём, основание", Min: 46},
		{Header: "Срок", Align: doc.Centre}, {Header: "Статус", Width: 28}, {Header: "Вывод об эффекте", Width: 42}}}
	for _, e := range w.taken() {
		if e.Date.Compare(w.report.From) < 0 {
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{countCell(len(t.Rows) + 1), {Text: inLines(e.Date.String(), e.paper())}, {Text: inLines(oneLine(e.Text), strings.Join(e.Basis, ", "))},
			orDashCell(dayCell(e.Term)), {Text: orDash(responseWords(e.response))}, {Text: orDash(concluded(e.effects))}}})
	}
	if view.Count = len(t.Rows); view.Count > 0 {
		view.Table = w.add(t)
	}
	return view
}

// concluded are the conclusions by indicators, each conclusion once: «улучшение: D05, D11».
func concluded(effects []decisionEffect) string {
	var conclusions []string
	codes := map[string][]string{}
	for _, f := range effects {
		conclusion, code := string(f.Conclusion)+inBrackets(string(f.Reason)), f.Code+inBrackets(f.Unit)+inBrackets(sameWords(f.Effect))
		if codes[conclusion] == nil {
			conclusions = append(conclusions, conclusion)
		}
		codes[conclusion] = append(codes[conclusion], code)
	}
	for n, conclusion := range conclusions {
		conclusions[n] = conclusion + ": " + strings.Join(codes[conclusion], ", ")
	}
	return strings.Join(conclusions, ";\n")
}

// decidedTable is what became of the indicators of the decisions that began with the year
// before; nil where there are none.
func (w *reportWriter) decidedTable() *doc.Table {
	before := w.report.Year - 1
	if !slices.Contains(w.tree.Years(w.office.Directory.Office.Folder), before) {
		return nil
	}
	t := &doc.Table{Name: "decided", Caption: fmt.Sprintf("Решения, эффект которых виден по показателям %d года", w.report.Year), Columns: []doc.Column{
		{Header: "Показатель", Min: 70}, {Header: fmt.Sprint(before), Align: doc.Centre, Min: 25}, {Header: fmt.Sprint(w.report.Year), Align: doc.Centre, Min: 25}, {Header: "Вывод", Min: 50}}}
	for _, e := range w.taken() {
		effects := slices.DeleteFunc(slices.Clone(e.effects), func(f decisionEffect) bool { return f.Year != before })
		if len(effects) > 0 {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: textCells(capitalized(e.paper()) + " от " + e.Date.String())})
		}
		for _, f := range effects {
			was, is := w.setOf(f.Code).twoYears(f)
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: inLines(f.Code, f.Unit)}, was, is, {Text: capitalized(conclusionWords(f.Effect))}}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// twoYears are the values of an effect. The workbook takes them from the свод, where it has
// them: of an institution those of this year.
func (s *reportSet) twoYears(f decisionEffect) (was, is doc.Cell) {
	if f.ID == "" {
		return s.total(f.Indicator, s.Before[0]), s.total(f.Indicator, s.Consolidation)
	}
	live := ""
	if u, found := s.Unit(f.ID); found {
		live = s.cells.unit(f.Code, u)
	}
	was, is = shown(f.Indicator, f.Before, ""), shown(f.Indicator, f.After, live)
	was.Strong = false
	return was, is
}

// measures are the problems of what a report tells of recommendations and decisions: it is
// not made of what could not be read.
func (r *reporting) measures() (l diag.List) {
	for _, record := range r.collector.given(r.office, r.orders).records {
		for _, year := range []int{r.report.Year - 1, r.report.Year} {
			if record.Name == source.RecommendationsName(r.office.Directory.Office.Folder, year) {
				l = append(l, record.Problems...)
			}
		}
	}
	for _, register := range r.decided {
		l = append(l, register.Problems...)
	}
	return l
}
