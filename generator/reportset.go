package generator

import (
	"fmt"
	"slices"

	"doklad/generator/consolidation"
	"doklad/generator/doc"
	"doklad/generator/model"
)

// reportSet is a set of indicators as a report tells it.
type reportSet struct {
	*consolidated
	cells consolidationCells // where its numbers stand in the workbook
	areas []reportArea
}

// reportArea is a subsection of the results («направление»): rows of judged indicators.
type reportArea struct {
	title string
	rows  []int
}

// newReportSet counts a set of indicators of the year.
func (r *reporting) newReportSet(set model.IndicatorSet) *reportSet {
	s := &reportSet{consolidated: r.collector.consolidatedOf(r.office, r.report.Year, set)}
	s.cells = newConsolidationCells(s.Years, s.formulas(), s.suffix(r))
	for n, row := range s.Rows {
		i := row.Indicator
		if i.Direction == model.Neutral || !s.isTold(n) {
			continue
		}
		title := i.Area
		if title == "" {
			title = "Прочие показатели"
		}
		at := slices.IndexFunc(s.areas, func(a reportArea) bool { return a.title == title })
		if at < 0 {
			at = len(s.areas)
			s.areas = append(s.areas, reportArea{title: title})
		}
		s.areas[at].rows = append(s.areas[at].rows, n)
	}
	return s
}

// isTold leaves out the indicators of nobody here: of kinds of institutions that the
// municipality has not.
func (s *reportSet) isTold(row int) bool {
	return s.Rows[row].Whole.Concerned || slices.ContainsFunc(s.Rows[row].Units, func(c consolidation.Cell) bool { return c.Concerned && !c.Answer })
}

// suffix tells the sheets of several sets in one workbook apart.
func (s *reportSet) suffix(r *reporting) string {
	if len(r.report.Sets) == 1 {
		return ""
	}
	if s.set.Short != "" {
		return s.set.Short
	}
	return s.set.ID
}

// of says in a sentence of which set it speaks; of the only one nothing.
func (r *reporting) of(s *reportSet) string {
	if len(r.sets) == 1 {
		return ""
	}
	return " по перечню «" + oneLine(s.set.Title) + "»"
}

// apart says the same in a caption.
func (r *reporting) apart(s *reportSet) string {
	if len(r.sets) == 1 {
		return ""
	}
	return ": " + lowerFirst(oneLine(s.set.Title))
}

// name is the name of one of the set's tables or figures.
func (s *reportSet) name(of string, n int) string { return fmt.Sprintf("%s-%s-%d", of, s.set.ID, n) }

// years are this one and those before, the earliest first.
func (s *reportSet) years() []*consolidation.Consolidation {
	years := append([]*consolidation.Consolidation{s.Consolidation}, s.Before...)
	slices.Reverse(years)
	return years
}

// total is the total of an indicator in a year.
func (s *reportSet) total(i model.Indicator, of *consolidation.Consolidation) doc.Cell {
	n, found := of.Row(i.Code)
	if !found {
		return doc.Cell{Text: "–"}
	}
	cell := shown(i, of.Rows[n].Whole, s.cells.whole(i.Code, of.Year))
	cell.Strong = cell.Strong && of == s.Consolidation
	return cell
}

// shown is a value on paper and in the workbook, where it is taken from its place in the
// свод.
func shown(i model.Indicator, c consolidation.Cell, live string) doc.Cell {
	if !c.Concerned {
		return doc.Cell{Text: "–"}
	}
	cell := indicatorCell(i, c, live)
	cell.Strong = c.Judged && !c.Level.Met && i.Unranked == ""
	return cell
}

// change is the change since the year before, over the columns of the two years.
func (s *reportSet) change(n int) doc.Cell {
	if len(s.Before) == 0 || !s.Rows[n].Whole.Concerned {
		return doc.Cell{Text: "–"}
	}
	i, change := s.Rows[n].Indicator, s.WholeChange(n)
	if change.Note != "" || change.Partial || i.Unit == model.UnitYesNo {
		return doc.Cell{Text: changeWords(i, change)}
	}
	if s.isSmall(n) {
		return doc.Cell{Text: "–"}
	}
	value := doc.Value{Format: formatOf(i), Formula: fmt.Sprintf(`IF(AND(ISNUMBER({.%[1]s}),ISNUMBER({.%[2]s})),ROUND({.%[1]s},%[3]d)-ROUND({.%[2]s},%[3]d),"–")`,
		columnYear(s.Year), columnYear(s.Before[0].Year), i.Decimals)}
	if change.Known {
		value.Kind, value.Number = doc.NumberValue, change.By
	}
	return doc.Cell{Text: changeWords(i, change), Value: &value}
}

// isSmall reports whether a total is, or was the year before, a share of so few that it is
// not compared.
func (s *reportSet) isSmall(n int) bool {
	row := &s.Rows[n]
	if row.IsFew(&row.Whole) || len(s.Before) == 0 {
		return row.IsFew(&row.Whole)
	}
	at, found := s.Before[0].Row(row.Indicator.Code)
	return found && s.Before[0].Rows[at].IsFew(&s.Before[0].Rows[at].Whole)
}

// missesNorm reports whether a total does not meet its norm.
func missesNorm(row consolidation.Row) bool {
	return row.Whole.Judged && !row.Whole.Level.Met && !row.IsFew(&row.Whole)
}

// titled is the title with the unit, for tables whose rows have different ones.
func titled(i model.Indicator) string {
	if i.Unit == model.UnitYesNo {
		return oneLine(i.Title)
	}
	return oneLine(i.Title) + ", " + i.Unit
}

// years columns of a table.
func (s *reportSet) yearColumns() (columns []doc.Column) {
	for _, of := range s.years() {
		columns = append(columns, doc.Column{Header: fmt.Sprint(of.Year), Name: columnYear(of.Year), Align: doc.Centre, Middle: true, Min: 15})
	}
	if len(s.Before) > 0 {
		columns = append(columns, doc.Column{Header: fmt.Sprintf("+/– к %d", s.Before[0].Year), Name: columnChange, Align: doc.Centre, Middle: true, Min: 15})
	}
	return columns
}
