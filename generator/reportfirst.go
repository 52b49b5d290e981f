package generator

import (
	"fmt"
	"slices"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/formula"
	"doklad/generator/model"
	"doklad/generator/narrative"
)

// The first sections of a report: what it stands on, what is measured, and of whom.

// formulas are those of the catalogue of the office.
func (s *reportSet) formulas() *formula.Set {
	return s.tree.Catalogue(s.office.Directory.Office.Folder).Formulas
}

func (w *reportWriter) introduction(section *sectionView) *introductionView {
	if section == nil {
		return nil
	}
	view := &introductionView{sectionView: *section}
	for _, c := range w.carried {
		view.Orders = append(view.Orders, fmt.Sprintf("%s «%s»", nameOf(c.order), oneLine(c.order.Title)))
	}
	view.Orders = append(view.Orders, w.report.Basis...)
	var sources, years []string
	for _, s := range w.sets {
		set := introductionSet{Of: w.of(s)}
		set.All, set.Sent, set.Accepted = s.parts[0].counts(s.set)
		view.Sets = append(view.Sets, set)
		for _, of := range s.years() {
			if year := fmt.Sprint(of.Year); of.Year != s.Year && !slices.Contains(years, year) {
				years = append(years, year)
			}
		}
		for _, row := range s.Rows {
			if row.Indicator.Period == model.SchoolYear && row.Indicator.Direction != model.Neutral {
				view.SchoolYear = narrative.SchoolYear(s.Year)
			}
			if name := oneLine(row.Indicator.Source); name != "" && !slices.Contains(sources, name) {
				sources = append(sources, name)
			}
		}
	}
	slices.Sort(years)
	view.Years, view.Sources = strings.Join(years, ", "), strings.Join(sources, ", ")
	return view
}

func (w *reportWriter) goals(section *sectionView) *goalsView {
	if section == nil {
		return nil
	}
	view := &goalsView{sectionView: *section}
	for n, s := range w.sets {
		set := goalsSet{Of: w.of(s), Areas: len(s.areas)}
		t := &doc.Table{Name: s.name("goals", n+1), Caption: "Показатели, пороги и источники" + w.apart(s), Columns: []doc.Column{
			{Header: "Код", Align: doc.Centre, Middle: true, Min: 11}, {Header: "Показатель", Middle: true, Min: 62}, {Header: "Единица", Align: doc.Centre, Middle: true},
			{Header: "Порог", Align: doc.Centre, Middle: true}, {Header: "Источник", Align: doc.Centre, Middle: true}}}
		for _, area := range s.areas {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: area.title}}})
			for _, row := range area.rows {
				i := s.Rows[row].Indicator
				set.Judged++
				norm := normText(i, s.Year)
				if norm != "" {
					set.WithNorms++
				}
				t.Rows = append(t.Rows, doc.Row{Cells: textCells(i.Code, oneLine(i.Title), i.Unit, orDash(norm), orDash(oneLine(i.Source)))})
			}
		}
		set.Table = w.add(t)
		view.Sets = append(view.Sets, set)
	}
	return view
}

func (w *reportWriter) network(section *sectionView) *networkView {
	if section == nil {
		return nil
	}
	view := &networkView{sectionView: *section}
	for n, s := range w.sets {
		view.Sets = append(view.Sets, w.networkOf(s, n+1))
	}
	return view
}

// networkOf lists the institutions that hand in a set, with their pupils over the years.
func (w *reportWriter) networkOf(s *reportSet, n int) networkSet {
	set := networkSet{Of: w.of(s), Count: len(s.Units)}
	for _, kind := range model.TeachingKinds {
		if count := s.countOf(kind); count > 0 {
			set.Kinds = append(set.Kinds, fmt.Sprintf("%s – %d", kind, count))
		}
	}
	row, has := s.Row(s.set.Contingent)
	t := &doc.Table{Name: s.name("network", n), Caption: "Сеть учреждений" + w.apart(s), Columns: []doc.Column{
		{Header: "№", Align: doc.Centre, Middle: true}, {Header: "Учреждение", Middle: true}, {Header: "Вид", Align: doc.Centre, Middle: true}}}
	p := picture{Kind: groupedColumns, Caption: "Численность по годам" + w.apart(s)}
	if has {
		i := s.Rows[row].Indicator
		set.Contingent, set.Told = oneLine(i.Title), s.Rows[row].Whole.Told
		if s.Rows[row].Whole.IsKnown() {
			set.Total = numberWords(i, s.Rows[row].Whole.Number)
		}
		p.Unit = i.Unit
		for _, of := range s.years() {
			t.Columns = append(t.Columns, doc.Column{Header: fmt.Sprintf("%s, %s, %d", oneLine(i.Title), i.Unit, of.Year), Align: doc.Centre, Middle: true, Name: columnYear(of.Year)})
			p.Series = append(p.Series, fmt.Sprint(of.Year))
		}
	}
	set.Partial = has && !s.toldByAll(s.Rows[row].Indicator)
	number := 0
	for _, group := range s.groups() {
		if group.name != "" {
			t.Rows = append(t.Rows, doc.Row{Section: true, Cells: []doc.Cell{{Text: group.name}}})
		}
		for _, u := range group.units {
			number++
			cells := append([]doc.Cell{countCell(number)}, textCells(s.Units[u].Name, string(s.Units[u].Kind))...)
			if has {
				for _, of := range s.years() {
					cells = append(cells, s.unitCell(row, u, of.Year))
				}
			}
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
	}
	if has {
		cells := textCells("", "Всего", "")
		line := pictureRow{Name: "Всего"}
		for _, of := range s.years() {
			cell := s.total(s.Rows[row].Indicator, of)
			cells, line.Cells = append(cells, cell), append(line.Cells, cell)
		}
		t.Rows = append(t.Rows, doc.Row{Total: true, Cells: cells})
		for k, group := range s.Clusters {
			p.Rows = append(p.Rows, s.clusterYears(row, k, group.Name))
		}
		p.Rows = append(p.Rows, line)
	}
	if set.Partial {
		p.Rows = nil // the columns would fall where somebody told nothing
	}
	set.Table, set.Figures = w.add(t), w.draw(s.name("contingent", n), p)
	return set
}

// toldByAll reports whether all units told an indicator in each of the years.
func (s *reportSet) toldByAll(i model.Indicator) bool {
	for _, of := range s.years() {
		if n, found := of.Row(i.Code); found && of.Rows[n].Whole.Told < of.Rows[n].Whole.Of {
			return false
		}
	}
	return true
}

func (s *reportSet) countOf(kind model.InstitutionKind) (n int) {
	for _, u := range s.Units {
		if u.Kind == kind {
			n++
		}
	}
	return n
}

// unitsGroup are the units of one cluster.
type unitsGroup struct {
	name  string
	units []int
}

// groups are the units by clusters, in their order; those of none last.
func (s *reportSet) groups() (groups []unitsGroup) {
	for n, u := range s.Units {
		if last := len(groups) - 1; last >= 0 && s.Units[n-1].Cluster == u.Cluster {
			groups[last].units = append(groups[last].units, n)
			continue
		}
		name := ""
		for _, c := range s.Clusters {
			if c.ID == u.Cluster {
				name = c.Name
			}
		}
		groups = append(groups, unitsGroup{name, []int{n}})
	}
	return groups
}

// unitCell is the value of a unit in a year; that of an earlier one is found by its ID.
func (s *reportSet) unitCell(row, unit, year int) doc.Cell {
	i := s.Rows[row].Indicator
	if year == s.Year {
		return shown(i, s.Rows[row].Units[unit], s.cells.unit(i.Code, unit))
	}
	for _, before := range s.Before {
		n, told := before.Row(i.Code)
		if m, there := before.Unit(s.Units[unit].ID); before.Year == year && told && there {
			return shown(i, before.Rows[n].Units[m], "")
		}
	}
	return doc.Cell{Text: "–"}
}

// clusterYears are the totals of a cluster over the years.
func (s *reportSet) clusterYears(row, k int, name string) pictureRow {
	i := s.Rows[row].Indicator
	line := pictureRow{Name: name}
	for _, of := range s.years() {
		cell := doc.Cell{}
		n, told := of.Row(i.Code)
		for m, group := range of.Clusters {
			if told && group.ID == s.Clusters[k].ID {
				live := ""
				if of == s.Consolidation {
					live = s.cells.cluster(i.Code, k)
				}
				cell = shown(i, of.Rows[n].Clusters[m], live)
			}
		}
		line.Cells = append(line.Cells, cell)
	}
	return line
}
