package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/execution"
	"doklad/generator/model"
	"doklad/generator/recommendation"
	"doklad/generator/russian"
)

// reportedAdvice are the recommendations of a year as a report tells of them: those on its
// sets, how they stand on its day.
type reportedAdvice struct {
	*recommended
	list []*recommendation.Recommendation
	asOf model.Date
}

// advice are the recommendations of a year; nil where nothing was collected in it.
func (r *reporting) advice(year int, day model.Date) *reportedAdvice {
	if !slices.Contains(r.tree.Years(r.office.Directory.Office.Folder), year) {
		return nil
	}
	a := &reportedAdvice{recommended: r.collector.recommended(r.office, r.orders, year, day), asOf: r.report.AsOf}
	for n := range a.recommended.list {
		one := &a.recommended.list[n]
		if r.firstSet(one) != nil {
			a.list = append(a.list, one)
		}
	}
	return a
}

// setOf is the set of the report that has an indicator; nil: none.
func (r *reporting) setOf(code string) *reportSet {
	for _, s := range r.sets {
		if _, found := s.Row(code); found {
			return s
		}
	}
	return nil
}

// issuedBefore are the recommendations of the year before that were given by the day of the
// report; nil where there were none. Of those that nobody gave nothing is told.
func (r *reporting) issuedBefore() *reportedAdvice {
	a := r.advice(r.report.Year-1, r.report.AsOf)
	if a == nil || a.record.Date.IsZero() || a.record.Date.Compare(r.report.Date) > 0 {
		return nil
	}
	return a
}

func (a *reportedAdvice) stands(one *recommendation.Recommendation) execution.Response {
	return a.responseOn(one, a.asOf)
}

func (w *reportWriter) recommendations(section *sectionView) *recommendationsView {
	if section == nil {
		return nil
	}
	view := &recommendationsView{sectionView: *section, Before: w.report.Year - 1}
	view.Collected = slices.Contains(w.tree.Years(w.office.Directory.Office.Folder), view.Before)
	a := w.issuedBefore()
	if a == nil {
		return view
	}
	view.Issued, view.Basis = russian.LongDate(a.record.Date.Time()), strings.Join(a.basis(), "; ")
	if view.Count = len(a.list); view.Count == 0 {
		return view
	}
	var own, institutions []*recommendation.Recommendation
	for _, one := range a.list {
		switch response := a.stands(one); {
		case response.Status == execution.Done:
			view.Done++
		case response.Status == execution.DoneLate:
			view.Late++
		case response.IsOverdue():
			view.Overdue++
		}
		if one.Subject == model.OfInstitution {
			institutions = append(institutions, one)
		} else {
			own = append(own, one)
		}
	}
	view.Addressees = w.add(a.addresseesTable())
	if len(own) > 0 {
		view.Office = w.add(w.officeTable(a, own))
	}
	if len(institutions) > 0 {
		view.Remedies = w.add(a.remediesTable(institutions))
		view.Owing = a.owing(institutions)
	}
	return view
}

// addresseesTable is how many recommendations stand how, by whom they were given to. A status
// that nobody has is no row.
func (a *reportedAdvice) addresseesTable() *doc.Table {
	t := &doc.Table{Name: "addressees", Caption: fmt.Sprintf("Рекомендации по итогам %d года: исполнение по состоянию на %s", a.year, a.asOf),
		Columns: []doc.Column{{Header: "Статус", Middle: true, Min: 40}}}
	var kinds []model.AddresseeKind
	for _, to := range model.AddresseeKinds {
		if slices.ContainsFunc(a.list, func(one *recommendation.Recommendation) bool { return one.To == to }) {
			kinds = append(kinds, to)
			t.Columns = append(t.Columns, doc.Column{Header: capitalized(to.Words()), Align: doc.Centre, Middle: true})
		}
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Всего", Align: doc.Centre, Middle: true})
	row := func(title string, is func(execution.Response) bool) doc.Row {
		counts, all := map[model.AddresseeKind]int{}, 0
		for _, one := range a.list {
			if is(a.stands(one)) {
				counts[one.To]++
				all++
			}
		}
		cells := textCells(title)
		for _, to := range kinds {
			cells = append(cells, countCell(counts[to]))
		}
		return doc.Row{Cells: append(cells, countCell(all))}
	}
	for _, s := range execution.PlainStatuses {
		if of := row(capitalized(string(s)), func(r execution.Response) bool { return r.Status == s }); of.Cells[len(of.Cells)-1].Text != "0" {
			t.Rows = append(t.Rows, of)
		}
	}
	total := row("Всего", func(execution.Response) bool { return true })
	total.Total = true
	t.Rows = append(t.Rows, total, row("Из них просрочено", execution.Response.IsOverdue))
	return t
}

// officeTable are the recommendations on the municipality and its groups one by one, with
// what became of their indicators.
func (w *reportWriter) officeTable(a *reportedAdvice, list []*recommendation.Recommendation) *doc.Table {
	t := &doc.Table{Name: "office", Caption: fmt.Sprintf("Рекомендации муниципальному органу и методической службе по итогам %d года", a.year), Columns: []doc.Column{
		{Header: "№", Align: doc.Centre}, {Header: "Рекомендация", Min: 74}, {Header: "Срок", Align: doc.Centre}, {Header: "Статус, документ", Width: 36}, {Header: "Вывод об эффекте", Width: 44}}}
	to := model.AddresseeKind("")
	n := 0
	for _, one := range list {
		if one.To != to {
			to = one.To
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: textCells(capitalized(to.Words()))})
		}
		n++
		response := a.stands(one)
		status := string(response.Status)
		if m := response.Mark; m != nil {
			status = inLines(status, m.Date.String(), m.Document.String())
		}
		text := one.Text
		if one.Unit != "" {
			text = inLines(text, one.Name)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{countCell(n), {Text: text}, dayCell(one.Term.Day), {Text: status}, {Text: concluded(w.effectsOf(one))}}})
	}
	return t
}

// remedy is what was recommended to many in the same words («мера»).
type remedy struct {
	*recommendation.Recommendation          // the first of them
	codes                          []string // of all
	given, done, late, overdue     int
}

// remedies are those of a list, those that most were given first.
func (a *reportedAdvice) remedies(list []*recommendation.Recommendation) (remedies []remedy) {
	for _, one := range list {
		at := slices.IndexFunc(remedies, func(r remedy) bool {
			return r.To == one.To && r.Text == one.Text && r.Addressee == one.Addressee && r.Term == one.Term
		})
		if at < 0 {
			at = len(remedies)
			remedies = append(remedies, remedy{Recommendation: one})
		}
		r, response := &remedies[at], a.stands(one)
		for _, code := range codesOf(one) {
			if !slices.Contains(r.codes, code) {
				r.codes = append(r.codes, code)
			}
		}
		r.given++
		switch {
		case response.Status == execution.Done:
			r.done++
		case response.Status == execution.DoneLate:
			r.late++
		case response.IsOverdue():
			r.overdue++
		}
	}
	slices.SortStableFunc(remedies, func(a, b remedy) int {
		return cmp.Or(cmp.Compare(slices.Index(model.AddresseeKinds, a.To), slices.Index(model.AddresseeKinds, b.To)), cmp.Compare(b.given, a.given))
	})
	return remedies
}

// shownOfMany is how many remedies to one kind of addressees, or indicators, stand one by one;
// the others are told together, for a report is read, and the register has them all.
const shownOfMany = 6

// remediesTable counts the institutions by what they were recommended.
func (a *reportedAdvice) remediesTable(list []*recommendation.Recommendation) *doc.Table {
	t := &doc.Table{Name: "remedies", Caption: fmt.Sprintf("Рекомендации в учреждения по итогам %d года", a.year), Columns: []doc.Column{
		{Header: "Рекомендация", Middle: true, Min: 94}, {Header: "Дано", Align: doc.Centre, Middle: true}, {Header: "Исполнено", Align: doc.Centre, Middle: true},
		{Header: "В срок", Align: doc.Centre, Middle: true}, {Header: "Просрочено", Align: doc.Centre, Middle: true}}}
	row := func(text string, given, done, late, overdue int) {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: text}, countCell(given), countCell(done + late), countCell(done), countCell(overdue)}})
	}
	remedies := a.remedies(list)
	for _, to := range model.AddresseeKinds {
		of := slices.DeleteFunc(slices.Clone(remedies), func(r remedy) bool { return r.To != to })
		if len(of) > 0 {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: textCells(capitalized(to.Words()))})
		}
		var rest remedy
		for n, r := range of {
			if n < shownOfMany {
				row(r.Text, r.given, r.done, r.late, r.overdue)
				continue
			}
			rest.given, rest.done, rest.late, rest.overdue = rest.given+r.given, rest.done+r.done, rest.late+r.late, rest.overdue+r.overdue
		}
		if more := len(of) - shownOfMany; more > 0 {
			row(fmt.Sprintf("Прочие рекомендации (%d)", more), rest.given, rest.done, rest.late, rest.overdue)
		}
	}
	return t
}

// owing are the institutions with overdue recommendations, in the order of the directory:
// that is how they carry out, not what their results are.
func (a *reportedAdvice) owing(list []*recommendation.Recommendation) (names []string) {
	overdue := map[string]int{}
	for _, one := range list {
		if a.stands(one).IsOverdue() {
			overdue[one.Unit]++
		}
	}
	for _, i := range a.office.Institutions {
		if n := overdue[i.ID]; n > 0 {
			names = append(names, fmt.Sprintf("%s – %d", oneLine(i.Name()), n))
		}
	}
	return names
}
