package generator

import (
	"fmt"
	"strings"

	"doklad/generator/doc"
	"doklad/generator/model"
)

// dynamics counts what became better and worse since the year before.
func (w *reportWriter) dynamics(section *sectionView) *dynamicsView {
	if section == nil {
		return nil
	}
	view := &dynamicsView{sectionView: *section}
	for n, s := range w.sets {
		view.Sets = append(view.Sets, w.dynamicsOf(s, n+1))
	}
	return view
}

// outcomes of a comparison, in the order in which they are told and drawn.
var outcomes = []string{"ухудшились", "не изменились", "улучшились", "не сравниваются"}

const (
	becameWorse = iota
	stayedAlike
	becameBetter
	notCompared
)

// outcome is what became of the total of an indicator.
func (s *reportSet) outcome(row int) int {
	switch change := s.WholeChange(row); {
	case !change.Known || s.isSmall(row) || s.Rows[row].Indicator.Unit == model.UnitYesNo:
		return notCompared
	case change.Better:
		return becameBetter
	case change.Worse:
		return becameWorse
	}
	return stayedAlike
}

func (w *reportWriter) dynamicsOf(s *reportSet, n int) dynamicsSet {
	set := dynamicsSet{Of: w.of(s)}
	if len(s.Before) == 0 {
		return set
	}
	set.Before = s.Before[0].Year
	t := &doc.Table{Name: s.name("dynamics", n), Caption: fmt.Sprintf("Сколько показателей изменилось к %d году", set.Before) + w.apart(s), Columns: []doc.Column{{Header: "Направление", Middle: true}}}
	p := picture{Kind: stackedBars, Caption: fmt.Sprintf("Изменение показателей к %d году по направлениям", set.Before) + w.apart(s), Unit: "показателей"}
	for k, o := range outcomes {
		t.Columns = append(t.Columns, doc.Column{Header: capitalized(o), Align: doc.Centre, Middle: true, Name: fmt.Sprintf("o%d", k)})
		p.Series = append(p.Series, capitalized(o))
	}
	t.Columns = append(t.Columns, doc.Column{Header: "Всего", Align: doc.Centre, Middle: true})
	var all [4]int
	for _, area := range s.areas {
		var counts [4]int
		for _, row := range area.rows {
			o := s.outcome(row)
			counts[o]++
			switch title := quotedTitle(s.Rows[row].Indicator); o {
			case becameBetter:
				set.BetterNames = append(set.BetterNames, title)
			case becameWorse:
				set.WorseNames = append(set.WorseNames, title)
			}
		}
		cells := []doc.Cell{{Text: area.title}}
		line := pictureRow{Name: area.title}
		for o, count := range counts {
			all[o] += count
			cells = append(cells, countCell(count))
			live := countCell(count)
			live.Value.Formula = fmt.Sprintf("{@%s!o%d[%d]}", t.Name, o, len(t.Rows)+1)
			line.Cells = append(line.Cells, live)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: append(cells, sumOfRow(0, len(outcomes)-1, len(area.rows)))})
		p.Rows = append(p.Rows, line)
	}
	t.Rows = append(t.Rows, totalRow("Всего", all[:], len(t.Rows)))
	set.Worse, set.Same, set.Better, set.Apart = all[becameWorse], all[stayedAlike], all[becameBetter], all[notCompared]
	set.Table = w.add(t)
	set.Figures = w.draw(s.name("outcomes", n), p)
	if w.report.Has(model.ReportResults) { // the names of its codes stand there
		set.Lines = w.draw(s.name("lines", n), s.lines(w.apart(s)))
	}
	return set
}

// quotedTitle is a title between quotes, with its code; quotes inside become „ “.
func quotedTitle(i model.Indicator) string {
	return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(oneLine(i.Title)) + "» (" + i.Code + ")"
}

// sumOfRow is the sum of the columns o0… of the same row.
func sumOfRow(from, to, sum int) doc.Cell {
	cell := countCell(sum)
	cell.Value.Formula = fmt.Sprintf("SUM({.o%d}:{.o%d})", from, to)
	return cell
}

// totalRow sums up the columns o0… over so many rows.
func totalRow(name string, sums []int, rows int) doc.Row {
	cells := []doc.Cell{{Text: name}}
	whole := 0
	for o, sum := range sums {
		cell := countCell(sum)
		cell.Value.Formula = fmt.Sprintf("SUM({o%d[1:%d]})", o, rows)
		cells = append(cells, cell)
		whole += sum
	}
	return doc.Row{Total: true, Cells: append(cells, sumOfRow(0, len(sums)-1, whole))}
}

// lines are the first shares of the areas over the years: as many as can be told apart.
func (s *reportSet) lines(apart string) picture {
	const most = 4
	p := picture{Kind: lines, Caption: "Доли по годам, по одной из направления (названия по кодам – в таблицах значений)" + apart, Unit: model.UnitPercent, Decimals: 1}
	for _, of := range s.years() {
		p.Rows = append(p.Rows, pictureRow{Name: fmt.Sprint(of.Year)})
	}
	for _, area := range s.areas {
		for _, row := range area.rows {
			i := s.Rows[row].Indicator
			if i.Unit != model.UnitPercent || i.Direction != model.Higher || len(i.Methods) > 0 || s.isSmall(row) || !s.knownInAllYears(i) || len(p.Series) == most {
				continue
			}
			p.Series = append(p.Series, i.Code)
			for n, of := range s.years() {
				p.Rows[n].Cells = append(p.Rows[n].Cells, s.total(i, of))
			}
			break // one of each area
		}
	}
	if len(p.Series) == 0 || len(p.Rows) < 2 {
		p.Rows = nil
	}
	p.Top = p.topOfShares()
	return p
}

func (s *reportSet) knownInAllYears(i model.Indicator) bool {
	for _, of := range s.years() {
		if n, found := of.Row(i.Code); !found || !of.Rows[n].Whole.IsKnown() {
			return false
		}
	}
	return true
}
